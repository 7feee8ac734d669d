//! Words for problems of a workbook.

use super::file_words::{NOT_A_TABLE_EN, NOT_A_TABLE_VI};
use super::message::{Message, counted, in_english, in_vietnamese, message};
use crate::dataset::{
    Damage, HiddenPart, NamedCells, SheetKind, WorkbookLimit, WorkbookProblem, column_letters,
};

pub(super) fn vietnamese(problem: &WorkbookProblem) -> Message {
    let cells = |what: &str, NamedCells { count, named }: &NamedCells| match count {
        1 => format!("ô {named} {what}"),
        count => format!("{} ô {what}: {named}", in_vietnamese(*count)),
    };
    match problem {
        WorkbookProblem::Limit(limit) => {
            let limit = limit_in_vietnamese(*limit);
            message(format!("không đọc được tệp bảng tính này: {limit}"), NOT_A_TABLE_VI)
        }
        WorkbookProblem::Password => message(
            "không đọc được tệp bảng tính này: tệp có mật khẩu",
            "hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại",
        ),
        WorkbookProblem::Damaged(damage) => {
            let damage = damage_in_vietnamese(damage);
            message(
                format!("không đọc được tệp bảng tính này: {damage}"),
                "tệp có thể bị cắt cụt: hãy chép lại, hoặc mở bằng Excel hay LibreOffice rồi lưu thành .xlsx",
            )
        }
        WorkbookProblem::NoResult(named) => message(
            cells("có công thức nhưng không lưu kết quả", named),
            "công thức được giữ nguyên dạng chữ; hãy mở tệp bằng Excel hay LibreOffice rồi lưu lại để có kết quả",
        ),
        WorkbookProblem::StruckOut(named) => message(
            cells("có chữ bị gạch ngang", named),
            "chữ đó đã bị bỏ; nếu vẫn còn giá trị, hãy bỏ gạch ngang",
        ),
        WorkbookProblem::RaisedText(named) => message(
            cells("có chữ nhỏ phía trên, sau số", named),
            "chữ đó đã bị bỏ vì là dấu chú thích",
        ),
        WorkbookProblem::OddCells(named) => message(
            cells("có giá trị trái với định dạng của tệp", named),
            "giá trị đó đã bị bỏ; hãy mở tệp bằng Excel hay LibreOffice rồi lưu lại",
        ),
        WorkbookProblem::Hidden { part, named } => {
            let found = match part {
                HiddenPart::Rows(1) => format!("hàng ẩn {named} đã bị bỏ qua"),
                HiddenPart::Rows(count) => {
                    format!("{} hàng ẩn đã bị bỏ qua: {named}", in_vietnamese(*count))
                }
                HiddenPart::Columns(1) => format!("cột ẩn {named} đã bị bỏ qua"),
                HiddenPart::Columns(count) => {
                    format!("{} cột ẩn đã bị bỏ qua: {named}", in_vietnamese(*count))
                }
                HiddenPart::Sheet => format!("trang tính ẩn {named} đã bị bỏ qua"),
            };
            message(found, "nếu thuộc về bảng, hãy bỏ ẩn rồi lưu lại tệp")
        }
        WorkbookProblem::NoCells { sheet, kind } => {
            let kind = match kind {
                SheetKind::Chart => "biểu đồ",
                SheetKind::Dialog => "hộp thoại",
                SheetKind::Macros => "macro",
            };
            message(format!("trang “{sheet}” là {kind}, không có ô nào"), "trang đã được bỏ qua")
        }
        WorkbookProblem::NoPart { sheet } => message(
            format!("trang tính “{sheet}” có tên nhưng không có trong tệp"),
            "trang đã được bỏ qua; tệp có thể bị hỏng: hãy chép lại",
        ),
    }
}

pub(super) fn english(problem: &WorkbookProblem) -> Message {
    let cells = |what: &str, NamedCells { count, named }: &NamedCells| match count {
        1 => format!("{what} in the cell {named}"),
        count => format!("{what} in {} cells: {named}", in_english(*count)),
    };
    match problem {
        WorkbookProblem::Limit(limit) => {
            let limit = limit_in_english(*limit);
            message(format!("this workbook cannot be read: {limit}"), NOT_A_TABLE_EN)
        }
        WorkbookProblem::Password => message(
            "this workbook cannot be read: it is protected by a password",
            "open it in Excel, remove the password and save it again",
        ),
        WorkbookProblem::Damaged(damage) => {
            let damage = damage_in_english(damage);
            message(
                format!("this workbook cannot be read: {damage}"),
                "it may be cut short: copy it again, or open it in Excel or LibreOffice and save it as .xlsx",
            )
        }
        WorkbookProblem::NoResult(named) => message(
            cells("a formula without a stored result", named),
            "the formula is kept as text; open the file in Excel or LibreOffice and save it, which stores the result",
        ),
        WorkbookProblem::StruckOut(named) => message(
            cells("text that is struck out", named),
            "it was left out; if it is still valid, undo the strikethrough",
        ),
        WorkbookProblem::RaisedText(named) => message(
            cells("raised text behind a number", named),
            "it was left out as the mark of a footnote",
        ),
        WorkbookProblem::OddCells(named) => message(
            cells("a value that contradicts the format of the file", named),
            "it was left out; open the file in Excel or LibreOffice and save it again",
        ),
        WorkbookProblem::Hidden { part, named } => {
            let found = match part {
                HiddenPart::Rows(1) => format!("the hidden row {named} was left out"),
                HiddenPart::Rows(count) => {
                    format!("{} hidden rows were left out: {named}", in_english(*count))
                }
                HiddenPart::Columns(1) => format!("the hidden column {named} was left out"),
                HiddenPart::Columns(count) => {
                    format!("{} hidden columns were left out: {named}", in_english(*count))
                }
                HiddenPart::Sheet => format!("the hidden sheet {named} was left out"),
            };
            message(found, "unhide them and save the file if they belong to the table")
        }
        WorkbookProblem::NoCells { sheet, kind } => {
            let kind = match kind {
                SheetKind::Chart => "a chart",
                SheetKind::Dialog => "a dialog",
                SheetKind::Macros => "a sheet of macros",
            };
            message(format!("the sheet “{sheet}” is {kind} and has no cells"), "it was passed over")
        }
        WorkbookProblem::NoPart { sheet } => message(
            format!("the sheet “{sheet}” is named but not in the file"),
            "it was passed over; the file may be damaged: copy it again",
        ),
    }
}

fn limit_in_vietnamese(limit: WorkbookLimit) -> String {
    match limit {
        WorkbookLimit::Unpacked(mib) => {
            format!("tệp giải nén ra hơn {} MiB", in_vietnamese(mib))
        }
        WorkbookLimit::CellText(mib) => format!("một ô có hơn {} MiB chữ", in_vietnamese(mib)),
        WorkbookLimit::SheetText(mib) => {
            format!("một trang tính có hơn {} MiB chữ", in_vietnamese(mib))
        }
        WorkbookLimit::Cells(most) => {
            format!("một trang tính có hơn {} ô", in_vietnamese(most))
        }
        WorkbookLimit::Area(most) => {
            format!("một trang tính trải ra hơn {} ô, phần lớn là ô trống", in_vietnamese(most))
        }
        WorkbookLimit::Merges(most) => {
            format!("một trang tính có hơn {} ô gộp", in_vietnamese(most))
        }
        WorkbookLimit::Column { column, most } => format!(
            "có ô ở cột {} (thứ {}), chỉ đọc đến cột thứ {}",
            column_letters(column),
            in_vietnamese(column),
            in_vietnamese(most)
        ),
        WorkbookLimit::Repeated => "tệp lặp lại nhiều ô hơn một tệp cỡ này có thể chứa".to_owned(),
    }
}

fn limit_in_english(limit: WorkbookLimit) -> String {
    match limit {
        WorkbookLimit::Unpacked(mib) => format!("it unpacks to more than {} MiB", in_english(mib)),
        WorkbookLimit::CellText(mib) => {
            format!("a cell has more than {} MiB of text", in_english(mib))
        }
        WorkbookLimit::SheetText(mib) => {
            format!("a sheet has more than {} MiB of text", in_english(mib))
        }
        WorkbookLimit::Cells(most) => format!("a sheet has more than {} cells", in_english(most)),
        WorkbookLimit::Area(most) => {
            format!("a sheet reaches over more than {} cells, most of them empty", in_english(most))
        }
        WorkbookLimit::Merges(most) => {
            format!("a sheet has more than {} merged cells", in_english(most))
        }
        WorkbookLimit::Column { column, most } => format!(
            "a cell is in column {} (number {}); only the first {} columns are read",
            column_letters(column),
            in_english(column),
            in_english(most)
        ),
        WorkbookLimit::Repeated => "it repeats more cells than a file of its size has".to_owned(),
    }
}

fn damage_in_vietnamese(damage: &Damage) -> String {
    match damage {
        Damage::Contradictory => "nội dung tệp tự mâu thuẫn".to_owned(),
        Damage::NoParts { reason } => format!("không tìm được các phần của tệp ({reason})"),
        Damage::NoPart { path } => format!("trong tệp thiếu phần {path}"),
        Damage::NoWorkbook => "trong tệp không có bảng tính".to_owned(),
        Damage::NoSheet => "tệp nêu một trang tính không có thật".to_owned(),
        Damage::CellOutside { row, column } => format!(
            "có ô ở hàng {}, cột {}, ngoài phạm vi của định dạng",
            in_vietnamese(*row),
            in_vietnamese(*column)
        ),
        Damage::RowOutside { row } => {
            format!("có hàng số {}, ngoài phạm vi của định dạng", in_vietnamese(*row))
        }
        Damage::ColumnOutside { column, most } => format!(
            "có ô ở cột thứ {}, định dạng chỉ có {} cột",
            in_vietnamese(*column),
            in_vietnamese(*most)
        ),
        Damage::SheetSize => "một trang tính ghi nhiều hàng, cột hơn định dạng cho phép".to_owned(),
        Damage::Other { reason } => format!("tệp bị hỏng ({reason})"),
    }
}

fn damage_in_english(damage: &Damage) -> String {
    match damage {
        Damage::Contradictory => "it contradicts itself".to_owned(),
        Damage::NoParts { reason } => format!("its parts cannot be found ({reason})"),
        Damage::NoPart { path } => format!("the part {path} is not in it"),
        Damage::NoWorkbook => "no workbook is in it".to_owned(),
        Damage::NoSheet => "it names a sheet that is not in it".to_owned(),
        Damage::CellOutside { row, column } => format!(
            "a cell is in row {}, column {}, outside what the format has",
            in_english(*row),
            in_english(*column)
        ),
        Damage::RowOutside { row } => {
            format!("a row has the number {}, outside what the format has", in_english(*row))
        }
        Damage::ColumnOutside { column, most } => format!(
            "a cell is in column {}; the format has {}",
            in_english(*column),
            counted(*most, "column", "columns")
        ),
        Damage::SheetSize => "a sheet states more rows or columns than the format has".to_owned(),
        Damage::Other { reason } => format!("it is damaged ({reason})"),
    }
}
