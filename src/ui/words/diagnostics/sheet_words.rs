//! Words for problems of the layout of a table.

use super::message::{Message, counted, in_vietnamese, message};
use crate::dataset::SheetProblem;

pub(super) fn vietnamese(problem: &SheetProblem) -> Message {
    match problem {
        SheetProblem::NoHeader => message(
            "không tìm thấy dòng tiêu đề cột",
            "bảng cần một dòng có Chỉ tiêu (hoặc name) và các tiêu đề như ĐVT, Kế hoạch, Thực hiện",
        ),
        SheetProblem::NearlyHeader { row, text, rename } => message(
            format!("không tìm thấy dòng tiêu đề cột; gần giống nhất là dòng {row}"),
            format!("hãy đổi “{text}” thành “{rename}”, nếu nội dung bên dưới đúng như vậy"),
        ),
        SheetProblem::NoTable { sheet, .. } => message(
            format!("không tìm thấy bảng nào trên trang tính “{sheet}”"),
            "trang không được đọc; nếu có bảng, hãy thêm dòng tiêu đề như Chỉ tiêu, Kế hoạch, Thực hiện",
        ),
        SheetProblem::Hidden { sheet } => message(
            format!("trang tính “{sheet}” bị ẩn"),
            "trang không được đọc; muốn đọc hãy dùng --sheet",
        ),
        SheetProblem::OverlappingMerges => message(
            "có ô gộp chồng lên ô gộp khác",
            "ô gộp trước được giữ, các ô này được đọc riêng; hãy bỏ gộp ô",
        ),
        SheetProblem::TableEnds { text, rows, .. } => message(
            format!("bảng kết thúc trước “{text}”"),
            format!("{} dòng từ đây trở xuống không được đọc", in_vietnamese(*rows)),
        ),
        SheetProblem::FarRight => message(
            "từ cột này có ô nằm xa bên phải tiêu đề cuối cùng",
            "các ô đó không được đọc; hãy ghi tiêu đề cho từng cột",
        ),
        SheetProblem::TableToTheRight { heading } => message(
            format!("bên phải còn một bảng khác, từ cột “{heading}”"),
            "bảng đó không được đọc; hãy đặt bảng xuống dưới hoặc sang trang tính khác",
        ),
        SheetProblem::NoName => {
            message("dòng có số liệu nhưng không có tên", "hãy ghi tên chỉ tiêu cho dòng này")
        }
        SheetProblem::OrphanNumber { whole, name } => message(
            format!("phía trên “{name}” không có dòng {whole}"),
            "dòng này không thuộc dòng nào khác; hãy sửa số thứ tự nếu không đúng",
        ),
        SheetProblem::SumCheck { name } => message(
            format!("dòng “{name}” chỉ để kiểm tra tổng"),
            "dòng này không phải chỉ tiêu nên không được đọc",
        ),
    }
}

pub(super) fn english(problem: &SheetProblem) -> Message {
    match problem {
        SheetProblem::NoHeader => message(
            "no row of headings was found",
            "the table needs one with Chỉ tiêu (or name) and headings such as ĐVT, Kế hoạch, Thực hiện",
        ),
        SheetProblem::NearlyHeader { row, text, rename } => message(
            format!("no row of headings was found; row {row} comes nearest to one"),
            format!("rename “{text}” to “{rename}”, if that is what is below"),
        ),
        SheetProblem::NoTable { sheet, .. } => message(
            format!("no table was found on the sheet “{sheet}”"),
            "it was not read; if it has a table, add a row of headings such as Chỉ tiêu, Kế hoạch, Thực hiện",
        ),
        SheetProblem::Hidden { sheet } => {
            message(format!("the sheet “{sheet}” is hidden"), "it was not read; --sheet reads it")
        }
        SheetProblem::OverlappingMerges => message(
            "merged cells overlap others",
            "the first merge is used, these cells are read separately; unmerge them",
        ),
        SheetProblem::TableEnds { text, rows, .. } => message(
            format!("the table ends before “{text}”"),
            format!("{} from here on not read", counted(*rows, "row was", "rows were")),
        ),
        SheetProblem::FarRight => message(
            "cells from here on are far right of the last heading",
            "they were not read; write a heading above each column",
        ),
        SheetProblem::TableToTheRight { heading } => message(
            format!("there is another table on the right, from the column “{heading}” on"),
            "it was not read; move it below, or to a sheet of its own",
        ),
        SheetProblem::NoName => {
            message("the row has values but no name", "write the name of the indicator in this row")
        }
        SheetProblem::OrphanNumber { whole, name } => message(
            format!("there is no row {whole} above “{name}”"),
            "it belongs to no other row; correct its number if that is wrong",
        ),
        SheetProblem::SumCheck { name } => message(
            format!("“{name}” only checks sums"),
            "it is not an indicator, and was not read",
        ),
    }
}
