//! Words for problems of cells and rows, and for what was inferred of a row.

use rust_decimal::Decimal;

use super::message::{Message, counted, in_english, in_vietnamese, message};
use crate::dataset::CellProblem;
use crate::model::Better;

pub(super) fn vietnamese(problem: &CellProblem) -> Message {
    match problem {
        CellProblem::Ambiguous { text, readings } => {
            let kept = "cột không cho biết là số nào, nên ô được giữ nguyên dạng chữ";
            let found = format!("“{text}” có thể là hai số khác nhau");
            match readings {
                Some((comma, point)) => {
                    let [first, second] = [comma, point].map(|one| unmistakable(*one, ","));
                    message(found, format!("{kept}; hãy ghi {first} hoặc {second}"))
                }
                None => message(found, format!("{kept}; hãy ghi số không có dấu phần nghìn")),
            }
        }
        CellProblem::Stacked { text } => message(
            format!("“{text}” là hai giá trị trong một ô"),
            "ô được giữ nguyên dạng chữ; hãy ghi mỗi giá trị một ô, hoặc mỗi giá trị một đơn vị",
        ),
        CellProblem::Formula { text } => message(
            format!("“{text}” là công thức không có kết quả"),
            "ô được giữ nguyên dạng chữ; hãy lưu tệp bằng Excel hay LibreOffice, hoặc ghi số vào ô",
        ),
        CellProblem::ErrorValue { text } => message(
            format!("“{text}” là giá trị lỗi của bảng tính, không phải số"),
            "ô được giữ nguyên dạng chữ; hãy sửa công thức, hoặc ghi số vào ô",
        ),
        CellProblem::NotANumber { text } => message(
            format!("“{text}” không phải là số"),
            "ô được giữ nguyên dạng chữ; hãy sửa thành số, như 1.035,5 hoặc trên 4 hoặc 7,5-8,0",
        ),
        CellProblem::NumberInWords { text } => message(
            format!("“{text}” được giữ nguyên văn, số trong đó không được tính"),
            "nếu ô là một giá trị thì chỉ ghi số, như 1.035,5 hoặc trên 4 hoặc 7,5-8,0",
        ),
        CellProblem::ChangeAgainstValues { text } => message(
            format!("“{text}” ngược với chiều tăng, giảm của hai giá trị trong dòng"),
            "ô được giữ trong ghi chú; hãy ghi dấu trừ trước mức giảm, hoặc xem lại hai giá trị",
        ),
        CellProblem::Implausible { text, number, unit } => message(
            format!("“{text}” được đọc là {} {unit}, khó có thể đúng", in_vietnamese(*number)),
            "hãy xem dấu chấm, dấu phẩy trong tệp ngăn phần thập phân hay phần nghìn, và viết mọi số theo một kiểu",
        ),
        CellProblem::OddNumber { text, number } => message(
            format!("“{text}” viết khác các số trong cột"),
            format!("ô được đọc là {}, cách đọc duy nhất có thể", in_vietnamese(*number)),
        ),
        CellProblem::OtherUnit { text, unit } => message(
            format!("“{text}” không cùng đơn vị với dòng ({unit})"),
            format!("ô được giữ nguyên dạng chữ; hãy ghi giá trị theo đơn vị {unit}"),
        ),
        CellProblem::NotAPercent { text } => message(
            format!("“{text}” không phải là tỷ lệ phần trăm"),
            "ô được giữ nguyên dạng chữ; hãy ghi giá trị theo %",
        ),
        CellProblem::UnclearTimes { text, times } => message(
            format!("“{text}” trong cột tỷ lệ phần trăm, không rõ là bao nhiêu %"),
            match in_percent(*times) {
                Some((ratio, growth)) => format!(
                    "ô được giữ trong ghi chú; hãy ghi {} (so với gốc) hoặc {} (mức tăng) theo cột",
                    in_vietnamese(ratio),
                    in_vietnamese(growth)
                ),
                None => "ô được giữ trong ghi chú; hãy ghi giá trị theo %".to_owned(),
            },
        ),
        CellProblem::NotARank { text } => message(
            format!("“{text}” không phải là thứ hạng"),
            "ô được giữ nguyên dạng chữ; hãy ghi 22 hoặc 22/63",
        ),
        CellProblem::RankChange { published, derived } => message(
            format!("nguồn ghi thay đổi {published:+} bậc, hai thứ hạng cho {derived:+} bậc"),
            "hãy xem lại nguồn; số liệu được giữ nguyên",
        ),
        CellProblem::WrongScale { scale } => message(
            format!("thang điểm {} không lớn hơn 0", in_vietnamese(*scale)),
            "hãy ghi một số lớn hơn 0",
        ),
        CellProblem::WrongId { id } => message(
            format!("“{id}” không dùng làm mã được"),
            "mã được lấy theo tên; hãy ghi mã không có ký tự điều khiển",
        ),
        CellProblem::DuplicateId { id } => message(
            format!("mã “{id}” đã có ở dòng khác"),
            "mã được lấy theo tên; hãy đặt cho mỗi dòng một mã riêng",
        ),
        CellProblem::WrongDirection { text } => message(
            format!("“{text}” không cho biết chiều hướng"),
            "hãy ghi higher (càng cao càng tốt) hoặc lower (càng thấp càng tốt)",
        ),
        CellProblem::TwoCrosses { headings: [first, second] } => message(
            format!("cả “{first}” và “{second}” đều có dấu x"),
            "không lấy đánh giá nào; hãy chỉ đánh một dấu",
        ),
        CellProblem::UnclearVerdict { text } => message(
            format!("“{text}” mở đầu như một kết luận nhưng nói điều khác"),
            "ô được giữ trong ghi chú; hãy chỉ ghi Vượt, Đạt hoặc Không đạt",
        ),
        CellProblem::LowerVerdict { heading, text, decided } => message(
            format!("“{heading}” ghi “{text}”, cấp trên kết luận “{decided}”"),
            "kết luận của cấp cao nhất được lấy, kết luận này được giữ trong ghi chú",
        ),
        CellProblem::DoubtedTarget { text } => message(
            format!("đánh giá “{text}”, trong khi giá trị đạt mục tiêu"),
            "chưa chắc về chiều hướng nên không đánh giá; hãy nêu rõ ở cột `better`",
        ),
        CellProblem::RepeatedValue { name } => message(
            format!("“{name}” đã có ở dòng trên, của cùng nơi và cùng kỳ"),
            "cả hai được giữ; hãy bỏ một dòng, hoặc ghi điều phân biệt chúng vào tên",
        ),
        CellProblem::OppositeStatuses { name, other } => message(
            format!("“{name}” còn có ở dòng {other}, một dòng đạt kế hoạch, dòng kia không đạt"),
            "cả hai được giữ; hãy bỏ một dòng, hoặc đặt tên khác nhau",
        ),
        CellProblem::SharedCell { text, range } => message(
            format!("“{text}” nằm trong ô gộp {range}, không biết mỗi dòng, mỗi cột có bao nhiêu"),
            "giá trị được giữ dạng chữ, không tính tỷ lệ; hãy bỏ gộp ô và ghi giá trị của từng dòng",
        ),
        CellProblem::ShiftedRow { text, cells, headings } => message(
            format!("dòng có {cells} ô, bảng chỉ có {headings} tiêu đề: “{text}”"),
            "hãy đặt số có dấu phẩy, tên có dấu phẩy trong ngoặc kép (\"97,4\"), hoặc phân cách các ô bằng dấu chấm phẩy",
        ),
        CellProblem::InferredDirection { name, better, decides } => {
            let better = match better {
                Better::Higher => "càng cao càng tốt",
                Better::Lower => "càng thấp càng tốt",
            };
            let decides = if *decides { ", quyết định kết quả đánh giá" } else { "" };
            message(
                format!("“{name}”: {better}, đoán theo tên{decides}"),
                "thêm cột `better` với higher hoặc lower để nêu rõ",
            )
        }
        CellProblem::MoreDirections { count, decide } => {
            let count = in_vietnamese(*count);
            message(
                match decide {
                    true => format!(
                        "còn {count} chiều hướng đoán theo tên, quyết định kết quả đánh giá"
                    ),
                    false => format!(
                        "còn {count} chiều hướng đoán theo tên, không ảnh hưởng kết quả đánh giá"
                    ),
                },
                "thêm cột `better` với higher hoặc lower để nêu rõ",
            )
        }
    }
}

pub(super) fn english(problem: &CellProblem) -> Message {
    match problem {
        CellProblem::Ambiguous { text, readings } => {
            let kept = "its column does not show which of them, so it is kept as text";
            let found = format!("“{text}” can be two numbers");
            match readings {
                Some((comma, point)) => {
                    let [first, second] = [comma, point].map(|one| unmistakable(*one, "."));
                    message(found, format!("{kept}; write {first} or {second}"))
                }
                None => message(found, format!("{kept}; write it without separators of thousands")),
            }
        }
        CellProblem::Stacked { text } => message(
            format!("“{text}” is two values in one cell"),
            "it is kept as text; write one value in each cell, or a unit for each",
        ),
        CellProblem::Formula { text } => message(
            format!("“{text}” is a formula without its result"),
            "it is kept as text; save the file in Excel or LibreOffice, or type the number",
        ),
        CellProblem::ErrorValue { text } => message(
            format!("“{text}” is not a number but an error value of the spreadsheet"),
            "it is kept as text; correct the formula, or type the number",
        ),
        CellProblem::NotANumber { text } => message(
            format!("“{text}” is not a number"),
            "it is kept as text; change it to a number, such as 1.035,5 or trên 4 or 7,5-8,0",
        ),
        CellProblem::NumberInWords { text } => message(
            format!("“{text}” is kept as words, and its numbers are not used"),
            "if it is a value, write only the number, such as 1.035,5 or trên 4 or 7,5-8,0",
        ),
        CellProblem::ChangeAgainstValues { text } => message(
            format!("“{text}” has the opposite direction of the two values of its row"),
            "it is kept in the note; write a minus before a fall, or check the two values",
        ),
        CellProblem::Implausible { text, number, unit } => message(
            format!("“{text}” was read as {} {unit}, which is hardly right", in_english(*number)),
            "see whether points and commas of the file separate decimals or thousands, and write all numbers alike",
        ),
        CellProblem::OddNumber { text, number } => message(
            format!("“{text}” is written unlike the numbers of its column"),
            format!("it was read as {}, the only number that it can be", in_english(*number)),
        ),
        CellProblem::OtherUnit { text, unit } => message(
            format!("“{text}” is not in the unit of its row ({unit})"),
            format!("it is kept as text; write the value in the unit {unit}"),
        ),
        CellProblem::NotAPercent { text } => message(
            format!("“{text}” is not a percentage"),
            "it is kept as text; write the value in percent",
        ),
        CellProblem::UnclearTimes { text, times } => message(
            format!("“{text}” in a column of percentages leaves open how many percent it is"),
            match in_percent(*times) {
                Some((ratio, growth)) => format!(
                    "it is kept in the note; write {} (of the base) or {} (the increase), as the column says",
                    in_english(ratio),
                    in_english(growth)
                ),
                None => "it is kept in the note; write it in percent".to_owned(),
            },
        ),
        CellProblem::NotARank { text } => message(
            format!("“{text}” is not a place in a ranking"),
            "it is kept as text; write 22 or 22/63",
        ),
        CellProblem::RankChange { published, derived } => message(
            format!("the change of rank is {published:+}, but the two ranks give {derived:+}"),
            "look at the source; the figures are kept as they are",
        ),
        CellProblem::WrongScale { scale } => message(
            format!("the scale {} is not above 0", in_english(*scale)),
            "write a number above 0",
        ),
        CellProblem::WrongId { id } => message(
            format!("“{id}” cannot be an id"),
            "the id is made from the name; write one without control characters",
        ),
        CellProblem::DuplicateId { id } => message(
            format!("the id “{id}” is already that of another row"),
            "the id is made from the name; give each row an id of its own",
        ),
        CellProblem::WrongDirection { text } => {
            message(format!("“{text}” is not a direction"), "write higher or lower")
        }
        CellProblem::TwoCrosses { headings: [first, second] } => message(
            format!("“{first}” and “{second}” are both crossed"),
            "neither is used; leave one cross",
        ),
        CellProblem::UnclearVerdict { text } => message(
            format!("“{text}” starts like a verdict and says something else"),
            "it is kept in the note; write only Vượt, Đạt or Không đạt",
        ),
        CellProblem::LowerVerdict { heading, text, decided } => message(
            format!("“{heading}” is “{text}”, but a higher authority decided “{decided}”"),
            "the verdict of the highest authority is used, this one is kept in the note",
        ),
        CellProblem::DoubtedTarget { text } => message(
            format!("“{text}”, although the value reaches its target"),
            "the direction is in doubt, so there is no status; state it in a column `better`",
        ),
        CellProblem::RepeatedValue { name } => message(
            format!("“{name}” is in a row above as well, of the same place and period"),
            "both are kept; remove one row, or write what distinguishes them into the name",
        ),
        CellProblem::OppositeStatuses { name, other } => message(
            format!(
                "“{name}” is in row {other} as well; one of them reached its plan, the other did not"
            ),
            "both are kept; remove one row, or give them different names",
        ),
        CellProblem::SharedCell { text, range } => message(
            format!(
                "“{text}” is merged over {range}; how much each row and column has is not known"
            ),
            "it is kept as text, without a percent; unmerge the cells and write the value of each row",
        ),
        CellProblem::ShiftedRow { text, cells, headings } => message(
            format!("the row has {cells} cells, the table has {headings} headings: “{text}”"),
            "put numbers and names with a comma into quotes (\"97,4\"), or separate the cells by semicolons",
        ),
        CellProblem::InferredDirection { name, better, decides } => {
            let better = match better {
                Better::Higher => "higher is better",
                Better::Lower => "lower is better",
            };
            let decides = if *decides { "; it decides the status" } else { "" };
            message(
                format!("“{name}”: {better}, inferred from the name{decides}"),
                "a column `better` with higher or lower states it",
            )
        }
        CellProblem::MoreDirections { count, decide } => {
            let count = counted(*count, "more direction was", "more directions were");
            message(
                match decide {
                    true => format!("{count} inferred from names and decide a status"),
                    false => format!("{count} inferred from names and decide no status"),
                },
                "a column `better` with higher or lower states it",
            )
        }
    }
}

/// A number so that it has one reading only: without separators of thousands, and not with three decimals.
fn unmistakable(number: Decimal, separator: &str) -> String {
    let zero = if number.scale() == 0 { "" } else { "0" };
    format!("{number}{zero}").replace('.', separator)
}

/// A number of times in percent: of the base, and as an increase; `None` if it is too large.
fn in_percent(times: Decimal) -> Option<(Decimal, Decimal)> {
    let ratio = times.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    Some((ratio, ratio.checked_sub(Decimal::ONE_HUNDRED)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_number::{NumberStyle, parse};

    #[test]
    fn the_suggested_numbers_have_one_reading() {
        for text in ["1.035", "1,035", "-12.500", "0,125"] {
            let Some(NumberStyle::Either { comma, point }) = parse(text) else { continue };
            for (number, separator) in [(comma, ","), (comma, "."), (point, ","), (point, ".")] {
                let written = unmistakable(number, separator);
                let read = parse(&written).and_then(NumberStyle::unambiguous);
                assert_eq!(
                    read.map(|read| read.normalize()),
                    Some(number.normalize()),
                    "{written}"
                );
            }
        }
    }
}
