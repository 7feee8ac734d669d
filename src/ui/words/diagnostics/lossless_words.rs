//! Words for problems of a lossless table.

use super::json_words::{fault_in_english, fault_in_vietnamese};
use super::message::{Message, message};
use crate::dataset::LosslessProblem;

pub(super) fn vietnamese(problem: &LosslessProblem) -> Message {
    const AGAIN: &str = "hãy ghi lại dòng như `chitieu convert` đã ghi, hoặc chuyển lại từ tệp gốc";
    match problem {
        LosslessProblem::UnclosedQuote => {
            message("dấu nháy mở ở dòng này không được đóng", "hãy đóng hoặc xóa dấu nháy")
        }
        LosslessProblem::NotUtf8 => {
            message("chữ không đúng mã UTF-8", "hãy lưu lại tệp bằng UTF-8")
        }
        LosslessProblem::NoDataset => message("ô dưới tiêu đề `dataset` bị trống", AGAIN),
        LosslessProblem::NotJson { column, fault } => {
            message(format!("ô ở cột `{column}`: {}", fault_in_vietnamese(fault)), AGAIN)
        }
        LosslessProblem::NotAnObject { column } => {
            message(format!("ô ở cột `{column}` không phải một đối tượng {{ … }}"), AGAIN)
        }
        LosslessProblem::NoId => {
            message("dòng không có mã", "hãy ghi mã vào cột id, hoặc xóa cả dòng")
        }
        LosslessProblem::DuplicateId { id, first } => {
            message(format!("mã “{id}” đã có ở dòng {first}"), "hãy đặt cho mỗi dòng một mã riêng")
        }
        LosslessProblem::NoSection => {
            message("dòng không có mục", "hãy ghi tên mục vào cột section")
        }
        LosslessProblem::NotAsListed { column, text } => message(
            format!("ô ở cột `{column}` ghi “{text}”, khác với cách `chitieu list` ghi"),
            "hãy sửa ô, hoặc chạy lại `chitieu list --format csv`",
        ),
    }
}

pub(super) fn english(problem: &LosslessProblem) -> Message {
    const AGAIN: &str =
        "write the row as `chitieu convert` wrote it, or convert the original file again";
    match problem {
        LosslessProblem::UnclosedQuote => message(
            "the quote that opens in this line is never closed",
            "close the quote, or remove it",
        ),
        LosslessProblem::NotUtf8 => message("the text is not UTF-8", "save the file as UTF-8"),
        LosslessProblem::NoDataset => message("the cell under `dataset` is empty", AGAIN),
        LosslessProblem::NotJson { column, fault } => {
            message(format!("the cell under `{column}`: {}", fault_in_english(fault)), AGAIN)
        }
        LosslessProblem::NotAnObject { column } => {
            message(format!("the cell under `{column}` is not an object {{ … }}"), AGAIN)
        }
        LosslessProblem::NoId => {
            message("the row has no id", "write an id under `id`, or delete the row")
        }
        LosslessProblem::DuplicateId { id, first } => message(
            format!("the id “{id}” is already in line {first}"),
            "give each row an id of its own",
        ),
        LosslessProblem::NoSection => {
            message("the row has no section", "write its section under `section`")
        }
        LosslessProblem::NotAsListed { column, text } => message(
            format!("the cell under `{column}` says “{text}”, which `chitieu list` does not write"),
            "correct the cell, or run `chitieu list --format csv` again",
        ),
    }
}
