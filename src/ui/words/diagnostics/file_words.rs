//! Words for problems of a file as a whole.

use super::foreign_words::foreign;
use super::message::{Message, counted, in_english, in_vietnamese, message};
use crate::dataset::{FileProblem, Limited};

pub(super) fn vietnamese(problem: &FileProblem) -> Message {
    match problem {
        FileProblem::CannotRead { reason } => {
            message(format!("không mở được tệp: {reason}"), "hãy kiểm tra tên tệp và quyền đọc tệp")
        }
        FileProblem::Empty => message(
            "tệp không có gì",
            "hãy chọn tệp có bảng chỉ tiêu (CSV, XLSX, ODS) hoặc bộ số liệu JSON",
        ),
        FileProblem::TooLong { gib } => message(format!("tệp lớn hơn {gib} GiB"), NOT_A_TABLE_VI),
        FileProblem::UnpacksTooLong { mib } => message(
            format!("tệp nén (.gz) này giải nén ra hơn {} MiB", in_vietnamese(*mib)),
            "hãy giải nén rồi mở tệp ở bên trong",
        ),
        FileProblem::CannotUnpack { reason } => message(
            format!("không giải nén được tệp nén (.gz) này: {reason}"),
            "tệp có thể bị cắt cụt; hãy tải về hoặc chép lại",
        ),
        FileProblem::Foreign(format) => {
            let [name, remedy] = foreign(*format).vietnamese;
            message(format!("đây là {name}, chương trình không đọc được"), remedy)
        }
        FileProblem::NotUtf8 { byte } => {
            message(format!("byte 0x{byte:02X} không đúng mã UTF-8"), "hãy lưu lại tệp bằng UTF-8")
        }
        FileProblem::InvalidBytes { places } => message(
            format!("có {} chỗ không đúng mã UTF-8", in_vietnamese(*places)),
            "mỗi chỗ được đọc là “\u{fffd}”; tệp có thể bị cắt cụt hoặc ghép từ hai tệp khác mã: hãy lưu lại từ bản gốc",
        ),
        FileProblem::DecodedTwice { lines } => message(
            format!(
                "chữ ở {} dòng bị giải mã hai lần (UTF-8 đọc như Windows-1252)",
                in_vietnamese(*lines)
            ),
            "chữ đã được khôi phục; hãy đối chiếu các tên với bản gốc",
        ),
        FileProblem::LettersLost { letters } => message(
            format!("{} chữ cái bị mất khi tệp bị giải mã hai lần", in_vietnamese(*letters)),
            "không khôi phục được; hãy lưu lại bản gốc bằng UTF-8",
        ),
        FileProblem::Encoding { name } => message(
            format!("tệp dùng bảng mã {name}"),
            "chữ đã được chuyển sang Unicode; nên lưu lại bằng UTF-8",
        ),
        FileProblem::FontEncoding { name } => message(
            format!("chữ dùng bảng mã {name} của phông chữ cũ"),
            "chữ đã được chuyển sang Unicode; chữ hoa có thể thành chữ thường",
        ),
        FileProblem::UnclosedQuote => message(
            "dấu nháy mở ở đây không được đóng",
            "dòng được đọc như không có dấu nháy này; hãy đóng hoặc xóa dấu nháy",
        ),
        FileProblem::TextAfterQuote => message(
            "có chữ sau dấu nháy đóng của ô",
            "chữ đó được đọc như một phần của ô; hãy đặt dấu nháy đóng ở cuối ô",
        ),
        FileProblem::Undivided { separator } => message(
            format!("phần lớn các dòng có cùng số dấu {}, được đọc như tên", sign(*separator)),
            "không đọc được giá trị nào; bảng cần các tiêu đề như Chỉ tiêu, Kế hoạch, Thực hiện",
        ),
        FileProblem::NoSheet { wanted, sheets } => message(
            format!("không có trang tính “{wanted}”"),
            if sheets.is_empty() {
                "chỉ tệp bảng tính (Excel) mới có trang tính".to_owned()
            } else {
                format!("hiện có {}", sheets.join(", "))
            },
        ),
        FileProblem::TableLimit { what, most } => {
            let what = match what {
                Limited::Bytes => "byte trong tệp",
                Limited::Cells => "ô trong bảng",
                Limited::Columns => "cột",
                Limited::CellBytes => "byte trong một ô",
                Limited::NameBytes => "byte trong một tên",
                Limited::MergedBytes => "byte trong các dòng có ô gộp",
                Limited::Slices => "cặp nơi và kỳ",
            };
            message(format!("có hơn {} {what}", in_vietnamese(*most)), NOT_A_TABLE_VI)
        }
    }
}

pub(super) fn english(problem: &FileProblem) -> Message {
    match problem {
        FileProblem::CannotRead { reason } => message(
            format!("the file cannot be opened: {reason}"),
            "check the name of the file and the permission to read it",
        ),
        FileProblem::Empty => message(
            "the file is empty",
            "choose a file with a table of indicators (CSV, XLSX, ODS) or a dataset in JSON",
        ),
        FileProblem::TooLong { gib } => {
            message(format!("the file is longer than {gib} GiB"), NOT_A_TABLE_EN)
        }
        FileProblem::UnpacksTooLong { mib } => message(
            format!("this packed file (.gz) unpacks to more than {} MiB", in_english(*mib)),
            "unpack it and open what is in it",
        ),
        FileProblem::CannotUnpack { reason } => message(
            format!("this packed file (.gz) cannot be unpacked: {reason}"),
            "it may be cut short; download or copy it again",
        ),
        FileProblem::Foreign(format) => {
            let [name, remedy] = foreign(*format).english;
            message(format!("this is {name}, which is not read"), remedy)
        }
        FileProblem::NotUtf8 { byte } => {
            message(format!("the byte 0x{byte:02X} is not UTF-8"), "save the file as UTF-8")
        }
        FileProblem::InvalidBytes { places } => message(
            format!("bytes that are not UTF-8, in {}", counted(*places, "place", "places")),
            "each is read as “\u{fffd}”; the file may be cut short, or joined from two encodings: save it again from the original",
        ),
        FileProblem::DecodedTwice { lines } => message(
            format!(
                "text that was decoded twice (UTF-8 as Windows-1252), in {}",
                counted(*lines, "line", "lines")
            ),
            "it was repaired; compare the names with the original",
        ),
        FileProblem::LettersLost { letters } => message(
            format!(
                "{} lost when the text was decoded twice",
                counted(*letters, "letter was", "letters were")
            ),
            "they cannot be repaired; save the original again as UTF-8",
        ),
        FileProblem::Encoding { name } => message(
            format!("the file is in the encoding {name}"),
            "it was converted to Unicode; it is better to save it as UTF-8",
        ),
        FileProblem::FontEncoding { name } => message(
            format!("the text is in {name}, an encoding of old fonts"),
            "it was converted to Unicode; its capitals may read as small letters",
        ),
        FileProblem::UnclosedQuote => message(
            "the quote that opens here is never closed",
            "the line was read without it; close the quote, or remove it",
        ),
        FileProblem::TextAfterQuote => message(
            "text follows the quote that closes this cell",
            "it was read as part of the cell; put the closing quote at its end",
        ),
        FileProblem::Undivided { separator } => message(
            format!("most lines have the same number of {}, read as names", sign(*separator)),
            "no value was read; the table needs headings such as Chỉ tiêu, Kế hoạch, Thực hiện",
        ),
        FileProblem::NoSheet { wanted, sheets } => message(
            format!("there is no sheet “{wanted}”"),
            if sheets.is_empty() {
                "only workbooks have sheets".to_owned()
            } else {
                format!("there are {}", sheets.join(", "))
            },
        ),
        FileProblem::TableLimit { what, most } => {
            let what = match what {
                Limited::Bytes => "bytes in the file",
                Limited::Cells => "cells",
                Limited::Columns => "columns",
                Limited::CellBytes => "bytes in a cell",
                Limited::NameBytes => "bytes in a name",
                Limited::MergedBytes => "bytes in rows that cells are merged over",
                Limited::Slices => "pairs of a place and a period",
            };
            message(format!("more than {} {what}", in_english(*most)), NOT_A_TABLE_EN)
        }
    }
}

/// What to do about a table that is too large, in Vietnamese.
pub(super) const NOT_A_TABLE_VI: &str =
    "đây không phải bảng chỉ tiêu, hoặc cần tách thành nhiều tệp";
/// What to do about a table that is too large, in English.
pub(super) const NOT_A_TABLE_EN: &str =
    "this is not a table of indicators, or needs to be split into several files";

/// A separator, as it is shown.
fn sign(separator: char) -> String {
    if separator == '\t' { "tab".to_owned() } else { format!("“{separator}”") }
}
