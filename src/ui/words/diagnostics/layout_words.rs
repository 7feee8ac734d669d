//! Words for what was inferred about the layout of a table.

use super::message::{Message, counted, in_vietnamese, message};
use crate::dataset::{InferredLayout, LayoutInference, SheetNameReading};

pub(super) fn vietnamese(inference: &LayoutInference) -> Message {
    let LayoutInference { kind, is_certain, count, names } = inference;
    let (names, count) = (listed(names, *count), in_vietnamese(*count));
    let rows = |(first, last): &(String, String)| format!("dòng {first}–{last}");
    let columns = |(first, last): &(String, String)| format!("cột {first}–{last}");
    let under = |heading: &str| match heading {
        "" => "ở cột không có tiêu đề".to_owned(),
        heading => format!("dưới “{heading}”"),
    };
    match kind {
        InferredLayout::RowPlaces { range, heading } => message(
            format!("{} {} được đọc là {count} nơi: {names}", rows(range), under(heading)),
            match *is_certain && !heading.is_empty() {
                true => "nếu không đúng, hãy đặt tiêu đề cột đó là “Chỉ tiêu”",
                false => {
                    "nếu đúng, hãy đặt tiêu đề cột đó là “Huyện” hoặc “Xã”; nếu không, hãy đặt là “Chỉ tiêu”"
                }
            },
        ),
        InferredLayout::PlaceNames { range, heading } => message(
            format!(
                "{} {} là {count} nơi, {names}, nhưng không chỗ nào nêu tên chỉ tiêu: mỗi nơi được đọc thành một chỉ tiêu",
                rows(range),
                under(heading)
            ),
            "hãy ghi tên chỉ tiêu ở một dòng phía trên bảng, hoặc trong tiêu đề cột số liệu",
        ),
        InferredLayout::RowPeriods { range, heading } => message(
            format!("{} {} được đọc là {count} kỳ: {names}", rows(range), under(heading)),
            match heading.is_empty() {
                true => {
                    "nếu đúng, hãy đặt tiêu đề cột đó là “Năm”; nếu không, hãy đặt là “Chỉ tiêu”"
                }
                false => "nếu không đúng, hãy đặt tiêu đề cột đó là “Chỉ tiêu”",
            },
        ),
        InferredLayout::PlaceColumn { heading } => message(
            format!("cột “{heading}” được đọc là nơi của từng dòng, {count} nơi: {names}"),
            "nếu không đúng, hãy đổi tiêu đề của cột",
        ),
        InferredLayout::PeriodColumn { heading } => message(
            format!("cột “{heading}” được đọc là kỳ của từng dòng, {count} kỳ: {names}"),
            "nếu không đúng, hãy đổi tiêu đề của cột",
        ),
        InferredLayout::NamePeriods { range } => message(
            format!("tên ở {} kết thúc bằng kỳ, được đọc là {count} kỳ: {names}", rows(range)),
            "nếu không đúng, hãy ghi năm ở giữa tên; nếu đúng, có thể lập mỗi kỳ một cột",
        ),
        InferredLayout::ColumnPlaces { range } => message(
            format!("{} được đọc là {count} nơi: {names}", columns(range)),
            "nếu đúng, hãy ghi “Chia theo huyện” phía trên; nếu không, hãy ghi “Thực hiện” trong tiêu đề từng cột",
        ),
        InferredLayout::ColumnPeriods { range } => message(
            format!("{} được đọc là {count} kỳ: {names}", columns(range)),
            "nếu không đúng, hãy bỏ năm, quý, tháng khỏi tiêu đề cột",
        ),
        InferredLayout::LinePlaces { range } => message(
            format!(
                "những dòng là tên nơi, {}, được đọc là {count} nơi của số liệu ở đó hoặc bên dưới: {names}",
                rows(range)
            ),
            "nếu không đúng, hãy thêm cột “Huyện” ghi nơi của từng dòng",
        ),
        InferredLayout::SheetName { sheet, reading } => {
            let (read_as, cure) = match reading {
                SheetNameReading::Period => {
                    ("kỳ", "ghi kỳ của bảng trong dòng tiêu đề phía trên bảng")
                }
                SheetNameReading::Place => {
                    ("nơi", "ghi nơi của bảng trong dòng tiêu đề phía trên bảng")
                }
                SheetNameReading::Section => (
                    "lĩnh vực",
                    "ghi “Huyện …”, “Xã …” hoặc kỳ như “Quý I/2024” làm tên trang tính",
                ),
            };
            message(
                format!("tên trang tính “{sheet}” được đọc là {read_as}: {names}"),
                format!("nếu không đúng, hãy {cure}"),
            )
        }
        InferredLayout::Caption => message(
            format!("nơi và kỳ của bảng này được lấy từ các dòng ngay trên tiêu đề cột: {names}"),
            "nếu không đúng, hãy lập bảng này trong một tệp riêng",
        ),
        InferredLayout::LineUnits { range } => message(
            format!(
                "{count} dòng không có số liệu, {}, được đọc là đơn vị của những dòng bên dưới: {names}",
                rows(range)
            ),
            "nếu không đúng, hãy thêm cột “ĐVT” ghi đơn vị của từng dòng",
        ),
        InferredLayout::TitleName => message(
            format!("tên chỉ tiêu được lấy từ tiêu đề của bảng: {names}"),
            "nếu không đúng, hãy ghi đủ tên chỉ tiêu trong tiêu đề của cột số liệu hoặc trong từng dòng",
        ),
        InferredLayout::FileName => message(
            format!(
                "tiêu đề cột chỉ nêu kế hoạch, thực hiện và kỳ; tên chỉ tiêu được lấy từ tên trang tính hay tên tệp: {names}"
            ),
            "hãy ghi tên chỉ tiêu ở dòng tiêu đề trên bảng hoặc trong tiêu đề của cột số liệu",
        ),
        InferredLayout::ClassParts { heading } => message(
            format!(
                "{count} phân tổ ở cột “{heading}” được đọc là thành phần của chỉ tiêu: {names}"
            ),
            "nếu không đúng, hãy ghi phân tổ trong tên chỉ tiêu",
        ),
        InferredLayout::ColumnIndicators { range } => message(
            format!("{} được đọc là {count} chỉ tiêu: {names}", columns(range)),
            "nếu không đúng, hãy lập mỗi dòng một chỉ tiêu, dưới tiêu đề “Chỉ tiêu”",
        ),
    }
}

pub(super) fn english(inference: &LayoutInference) -> Message {
    let LayoutInference { kind, is_certain, count, names } = inference;
    let (names, count) = (listed(names, *count), *count);
    let places = counted(count, "place", "places");
    let periods = counted(count, "period", "periods");
    let rows = |(first, last): &(String, String)| format!("rows {first}–{last}");
    let columns = |(first, last): &(String, String)| format!("columns {first}–{last}");
    let under = |heading: &str| match heading {
        "" => "in a column without a heading".to_owned(),
        heading => format!("below “{heading}”"),
    };
    match kind {
        InferredLayout::RowPlaces { range, heading } => message(
            format!("{} {} were read as {places}: {names}", rows(range), under(heading)),
            match *is_certain && !heading.is_empty() {
                true => "if that is not right, head the column “Indicator”",
                false => {
                    "if that is right, head the column “District”; if not, head it “Indicator”"
                }
            },
        ),
        InferredLayout::PlaceNames { range, heading } => message(
            format!(
                "{} {} are {places}, {names}, and nothing names their indicator: each is read as an indicator",
                rows(range),
                under(heading)
            ),
            "write the name of the indicator on a line above the table, or into the heading of its values",
        ),
        InferredLayout::RowPeriods { range, heading } => message(
            format!("{} {} were read as {periods}: {names}", rows(range), under(heading)),
            match heading.is_empty() {
                true => "if that is right, head the column “Year”; if not, head it “Indicator”",
                false => "if that is not right, head the column “Indicator”",
            },
        ),
        InferredLayout::PlaceColumn { heading } => message(
            format!("the column “{heading}” was read as the place of each row, {places}: {names}"),
            "if that is not right, rename its heading",
        ),
        InferredLayout::PeriodColumn { heading } => message(
            format!(
                "the column “{heading}” was read as the period of each row, {periods}: {names}"
            ),
            "if that is not right, rename its heading",
        ),
        InferredLayout::NamePeriods { range } => message(
            format!("names in {} end with a period, read as {periods}: {names}", rows(range)),
            "if that is not right, write the year within the name; a column for each period says it, too",
        ),
        InferredLayout::ColumnPlaces { range } => message(
            format!("{} were read as {places}: {names}", columns(range)),
            "if that is right, write “District” above them; if not, write “Actual” in each heading",
        ),
        InferredLayout::ColumnPeriods { range } => message(
            format!("{} were read as {periods}: {names}", columns(range)),
            "if that is not right, remove years, quarters and months from the headings",
        ),
        InferredLayout::LinePlaces { range } => message(
            format!(
                "the lines with names of places in {} were read as {places} of their values, or of those below them: {names}",
                rows(range)
            ),
            "if that is not right, add a column “District” with the place of each row",
        ),
        InferredLayout::SheetName { sheet, reading } => {
            let (read_as, cure) = match reading {
                SheetNameReading::Period => {
                    ("the period", "write the period in a title above the table")
                }
                SheetNameReading::Place => {
                    ("the place", "write the place in a title above the table")
                }
                SheetNameReading::Section => (
                    "the section",
                    "call the sheet “Huyện …” or “Xã …”, or by a period such as “Quý I/2024”",
                ),
            };
            message(
                format!("the name of the sheet, “{sheet}”, was read as {read_as}: {names}"),
                format!("if that is not right, {cure}"),
            )
        }
        InferredLayout::Caption => message(
            format!(
                "the place and period of this table are from the lines above its header: {names}"
            ),
            "if that is not right, put this table into a file of its own",
        ),
        InferredLayout::LineUnits { range } => message(
            format!(
                "{} without values in {} gave the rows below a unit: {names}",
                counted(count, "line", "lines"),
                rows(range)
            ),
            "if that is not right, add a column “Unit” with the unit of each row",
        ),
        InferredLayout::TitleName => message(
            format!("the name of the indicator was taken from the title: {names}"),
            "if that is not right, write the whole name in the headings of the values or in each row",
        ),
        InferredLayout::FileName => message(
            format!(
                "the headings only say plan, result and period; the name of the indicator was taken from that of the sheet or the file: {names}"
            ),
            "write the name of the indicator in a title above the table or in the headings of the values",
        ),
        InferredLayout::ClassParts { heading } => message(
            format!(
                "{} of the column “{heading}” became parts of the indicator: {names}",
                counted(count, "class", "classes")
            ),
            "if that is not right, write the class in the name of the indicator",
        ),
        InferredLayout::ColumnIndicators { range } => message(
            format!(
                "{} were read as {}: {names}",
                columns(range),
                counted(count, "indicator", "indicators")
            ),
            "if that is not right, write one indicator a row, below the heading “Indicator”",
        ),
    }
}

/// The first names, and a sign that there are more.
fn listed(names: &[String], count: usize) -> String {
    let more = if names.len() < count { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}
