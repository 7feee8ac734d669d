//! Words for problems of a list of names.

use super::message::{Message, counted, in_vietnamese, message};
use crate::dataset::NamesProblem;

pub(super) fn vietnamese(problem: &NamesProblem) -> Message {
    match problem {
        NamesProblem::NotUtf8 => message("chữ không đúng mã UTF-8", "hãy lưu lại tệp bằng UTF-8"),
        NamesProblem::UnclosedQuote => message(
            "dấu nháy mở ở dòng này không được đóng",
            "hãy đóng dấu nháy; dấu nháy nằm trong tên thì viết hai lần",
        ),
        NamesProblem::UnknownHeading { heading, known } => message(
            format!("không có cột “{heading}” trong danh sách tên"),
            format!("hãy đổi tên cột thành một trong {}", known.join(", ")),
        ),
        NamesProblem::CellCount { cells, headings } => message(
            format!(
                "dòng có {} ô, tiêu đề có {} ô",
                in_vietnamese(*cells),
                in_vietnamese(*headings)
            ),
            "hãy sửa dòng cho đủ ô; ô có dấu ngăn cách thì đặt trong dấu nháy",
        ),
        NamesProblem::NoName => message("dòng không có tên", "hãy ghi tên vào ô của cột name"),
        NamesProblem::WrongId { id } => message(
            format!("mã {id:?} có ký tự điều khiển"),
            "hãy ghi mã không có ký tự điều khiển",
        ),
        NamesProblem::DuplicateId { id, first } => {
            message(format!("mã “{id}” đã có ở dòng {first}"), "hãy đặt cho mỗi dòng một mã riêng")
        }
    }
}

pub(super) fn english(problem: &NamesProblem) -> Message {
    match problem {
        NamesProblem::NotUtf8 => message("the text is not UTF-8", "save the file as UTF-8"),
        NamesProblem::UnclosedQuote => message(
            "the quote that opens in this line is never closed",
            "close it, or write it twice within a name",
        ),
        NamesProblem::UnknownHeading { heading, known } => message(
            format!("a list of names has no column “{heading}”"),
            format!("rename the column to one of {}", known.join(", ")),
        ),
        NamesProblem::CellCount { cells, headings } => message(
            format!(
                "{} under {}",
                counted(*cells, "cell", "cells"),
                counted(*headings, "heading", "headings")
            ),
            "give the line a cell for each heading; put a cell with a separator in quotes",
        ),
        NamesProblem::NoName => message("the line has no name", "fill its cell of the column name"),
        NamesProblem::WrongId { id } => message(
            format!("the id {id:?} has control characters"),
            "write an id without control characters",
        ),
        NamesProblem::DuplicateId { id, first } => message(
            format!("the id “{id}” is already in line {first}"),
            "give each line an id of its own",
        ),
    }
}
