//! Words for problems of a dataset in JSON.

use super::message::{Message, message};
use crate::dataset::{Choices, Contradiction, Expected, Found, JsonFault, JsonProblem, SyntaxHint};

pub(super) fn vietnamese(problem: &JsonProblem) -> Message {
    match problem {
        JsonProblem::Syntax { fault, hint } => message(
            fault_in_vietnamese(fault),
            hint.map_or("hãy sửa cho đúng JSON", hint_in_vietnamese),
        ),
        JsonProblem::UnknownField(known) => message("không có trường này", choice_vi(known)),
        JsonProblem::MissingField { field, expected } => message(
            format!("thiếu trường `{field}`"),
            format!("hãy thêm `{field}`: {}", expected_vi(expected)),
        ),
        JsonProblem::DuplicateField => message("trường này có hai lần", "hãy giữ lại một"),
        JsonProblem::DuplicateId { id, first } => message(
            format!("mã “{id}” đã được dùng ở {first}"),
            "hãy đặt cho mỗi chỉ tiêu một mã riêng",
        ),
        JsonProblem::WrongValue { found, expected } => {
            let found = match found {
                Found::Object => "ở đây là một đối tượng { … }".to_owned(),
                Found::List => "ở đây là một danh sách [ … ]".to_owned(),
                Found::Value(text) => format!("ở đây ghi {text}"),
            };
            match expected {
                Expected::OneOf(choices) => message(found, choice_vi(choices)),
                expected => message(found, format!("cần {}", expected_vi(expected))),
            }
        }
        JsonProblem::Contradiction(what) => contradiction_in_vietnamese(*what),
        JsonProblem::NumberInQuotes { text, number } => message(
            format!("“{text}” là số nhưng nằm trong dấu nháy, nên được giữ dạng chữ"),
            format!("hãy bỏ dấu nháy và ghi {number}"),
        ),
        JsonProblem::UnclearPeriod { text } => message(
            format!("không hiểu kỳ “{text}”"),
            format!("cần {}", expected_vi(&Expected::Period)),
        ),
    }
}

pub(super) fn english(problem: &JsonProblem) -> Message {
    match problem {
        JsonProblem::Syntax { fault, hint } => {
            message(fault_in_english(fault), hint.map_or("correct the JSON", hint_in_english))
        }
        JsonProblem::UnknownField(known) => message("unknown field", choice_en(known)),
        JsonProblem::MissingField { field, expected } => message(
            format!("the field `{field}` is missing"),
            format!("add `{field}`: {}", expected_en(expected)),
        ),
        JsonProblem::DuplicateField => message("this field occurs twice", "keep one of them"),
        JsonProblem::DuplicateId { id, first } => message(
            format!("the id “{id}” is already taken by {first}"),
            "give each indicator an id of its own",
        ),
        JsonProblem::WrongValue { found, expected } => {
            let found = match found {
                Found::Object => "found an object".to_owned(),
                Found::List => "found a list".to_owned(),
                Found::Value(text) => format!("found {text}"),
            };
            match expected {
                Expected::OneOf(choices) => message(found, choice_en(choices)),
                expected => message(found, format!("expected {}", expected_en(expected))),
            }
        }
        JsonProblem::Contradiction(what) => contradiction_in_english(*what),
        JsonProblem::NumberInQuotes { text, number } => message(
            format!("“{text}” is a number in quotes, and is kept as text"),
            format!("remove the quotes and write {number}"),
        ),
        JsonProblem::UnclearPeriod { text } => message(
            format!("the period “{text}” is not understood"),
            format!("expected {}", expected_en(&Expected::Period)),
        ),
    }
}

fn choice_vi(Choices { near, known }: &Choices) -> String {
    match near {
        Some(near) => format!("ý bạn là `{near}`?"),
        None => format!("có thể là {}", known.join(", ")),
    }
}

fn choice_en(Choices { near, known }: &Choices) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are {}", known.join(", ")),
    }
}

fn expected_vi(expected: &Expected) -> String {
    match expected {
        Expected::Object => "một đối tượng { … }",
        Expected::List => "một danh sách [ … ]",
        Expected::FilledList => "một danh sách [ … ] có ít nhất một phần tử",
        Expected::Text => "chữ trong dấu nháy",
        Expected::TextLike(example) => return format!("chữ trong dấu nháy, như \"{example}\""),
        Expected::FilledText => "chữ, không để trống",
        Expected::UniqueId => "chữ trong dấu nháy, không trùng với mã khác",
        Expected::Id => "mã không có ký tự điều khiển",
        Expected::WordsOfSource => "lời của nguồn, trong dấu nháy",
        Expected::Number => "một số, dùng dấu chấm trước phần thập phân",
        Expected::NumberOf28Digits => "một số có nhiều nhất 28 chữ số",
        Expected::SignedNumber => "một số, âm nếu giảm",
        Expected::NumberOrWords => "một số, hoặc chữ trong dấu nháy",
        Expected::AboveZero => "một số lớn hơn 0",
        Expected::FromZero => "một số từ 0 trở lên",
        Expected::WholeFromOne => "một số nguyên từ 1 trở lên",
        Expected::WholeFromZero => "một số nguyên từ 0 trở lên",
        Expected::Whole => "một số nguyên",
        Expected::TrueOrFalse => "true hoặc false",
        Expected::Period => "một kỳ, như \"năm 2023\", \"quý II năm 2024\", \"9 tháng năm 2024\"",
        Expected::AnyOf(words) => return format!("một trong {}", words.join(", ")),
        Expected::OneOf(choices) => return choice_vi(choices),
    }
    .to_owned()
}

fn expected_en(expected: &Expected) -> String {
    match expected {
        Expected::Object => "an object { … }",
        Expected::List => "a list [ … ]",
        Expected::FilledList => "a list [ … ] with at least one element",
        Expected::Text => "text in quotes",
        Expected::TextLike(example) => return format!("text in quotes, such as \"{example}\""),
        Expected::FilledText => "text that is not empty",
        Expected::UniqueId => "text in quotes that no other id has",
        Expected::Id => "an id without control characters",
        Expected::WordsOfSource => "the words of the source, in quotes",
        Expected::Number => "a number, with a point before decimals",
        Expected::NumberOf28Digits => "a number of at most 28 digits",
        Expected::SignedNumber => "a number, negative for a fall",
        Expected::NumberOrWords => "a number, or words in quotes",
        Expected::AboveZero => "a number above 0",
        Expected::FromZero => "a number from 0",
        Expected::WholeFromOne => "a whole number from 1",
        Expected::WholeFromZero => "a whole number from 0",
        Expected::Whole => "a whole number",
        Expected::TrueOrFalse => "true or false",
        Expected::Period => {
            "a period, such as \"năm 2023\", \"quý II năm 2024\", \"9 tháng năm 2024\""
        }
        Expected::AnyOf(words) => return format!("one of {}", words.join(", ")),
        Expected::OneOf(choices) => return choice_en(choices),
    }
    .to_owned()
}

/// Why a text is not JSON, in Vietnamese.
pub(super) fn fault_in_vietnamese(fault: &JsonFault) -> String {
    match fault {
        JsonFault::EndsEarly => "tệp kết thúc giữa chừng",
        JsonFault::NoColon => "thiếu dấu `:` sau tên trường",
        JsonFault::NoCommaInList => "thiếu `,` hoặc `]` trong danh sách",
        JsonFault::NoCommaInObject => "thiếu `,` hoặc `}` trong đối tượng",
        JsonFault::NoValue => "ở đây phải là một giá trị",
        JsonFault::Escape => "sau dấu `\\` không đúng cách viết",
        JsonFault::Number => "số viết không đúng",
        JsonFault::NumberRange => "số quá lớn",
        JsonFault::ControlCharacter => "có ký tự điều khiển trong chữ",
        JsonFault::Name => "tên trường phải ở trong dấu nháy",
        JsonFault::TrailingComma => "thừa dấu phẩy",
        JsonFault::TrailingText => "còn chữ sau khi JSON đã kết thúc",
        JsonFault::TooDeep => "có quá nhiều tầng lồng nhau",
        JsonFault::Other(reason) => return format!("không đúng JSON: {reason}"),
    }
    .to_owned()
}

/// Why a text is not JSON, in English.
pub(super) fn fault_in_english(fault: &JsonFault) -> String {
    match fault {
        JsonFault::EndsEarly => "the JSON ends too early",
        JsonFault::NoColon => "`:` is missing after the name of a field",
        JsonFault::NoCommaInList => "`,` or `]` is missing in a list",
        JsonFault::NoCommaInObject => "`,` or `}` is missing in an object",
        JsonFault::NoValue => "a value is expected here",
        JsonFault::Escape => "no known escape after `\\`",
        JsonFault::Number => "the number is not written correctly",
        JsonFault::NumberRange => "the number is too large",
        JsonFault::ControlCharacter => "a control character within a text",
        JsonFault::Name => "the name of a field must be in quotes",
        JsonFault::TrailingComma => "a comma too many",
        JsonFault::TrailingText => "text after the end of the JSON",
        JsonFault::TooDeep => "too many levels within each other",
        JsonFault::Other(reason) => return format!("this is not correct JSON: {reason}"),
    }
    .to_owned()
}

fn hint_in_vietnamese(hint: SyntaxHint) -> &'static str {
    match hint {
        SyntaxHint::ExtraComma => "hãy xóa dấu phẩy ở ngay trước",
        SyntaxHint::DecimalComma => "JSON viết phần thập phân sau dấu chấm: 97.4",
        SyntaxHint::Quotes => "JSON dùng dấu nháy thẳng: \"tên\"",
        SyntaxHint::Comment => "JSON không có chú thích; hãy dùng trường `note`",
        SyntaxHint::MissingComma => "ở ngay trước thiếu dấu phẩy hoặc dấu ngoặc",
        SyntaxHint::EndsEarly => "hãy đóng đủ các dấu ngoặc; nếu tệp bị cắt cụt, hãy chép lại",
    }
}

fn hint_in_english(hint: SyntaxHint) -> &'static str {
    match hint {
        SyntaxHint::ExtraComma => "remove the comma before it",
        SyntaxHint::DecimalComma => "JSON writes decimals with a point: 97.4",
        SyntaxHint::Quotes => "JSON takes straight quotes: \"name\"",
        SyntaxHint::Comment => "JSON has no comments; there is the field `note`",
        SyntaxHint::MissingComma => "a comma or a bracket is missing before it",
        SyntaxHint::EndsEarly => "close all brackets; if the file was cut short, copy it again",
    }
}

fn contradiction_in_vietnamese(what: Contradiction) -> Message {
    match what {
        Contradiction::SeveralTargets => {
            message("kế hoạch này có nhiều mục tiêu", "hãy giữ lại một mục tiêu")
        }
        Contradiction::TargetAndWords => message(
            "kế hoạch này có mục tiêu bằng số và mục tiêu bằng chữ",
            "hãy giữ số, hoặc chỉ giữ `text`",
        ),
        Contradiction::EmptyPlan => message(
            "kế hoạch này không có gì",
            "hãy ghi value, percent, text hoặc verdict; không có kế hoạch thì bỏ cả trường `plan`",
        ),
        Contradiction::LowAboveHigh => message("`low` lớn hơn `high`", "hãy sửa để low ≤ high"),
        Contradiction::HalfRange => message(
            "một khoảng cần cả `low` và `high`",
            "nếu chỉ có một đầu, hãy dùng at_least hoặc at_most",
        ),
        Contradiction::Totals => message(
            "các số tổng này mâu thuẫn nhau",
            "hãy sửa để missed_named ≤ missed ≤ plan_indicators",
        ),
    }
}

fn contradiction_in_english(what: Contradiction) -> Message {
    match what {
        Contradiction::SeveralTargets => {
            message("this plan has more than one target", "keep one of them")
        }
        Contradiction::TargetAndWords => message(
            "this plan has a target in figures and one in words",
            "keep the figures, or `text` alone",
        ),
        Contradiction::EmptyPlan => message(
            "this plan says nothing",
            "state value, percent, text or verdict; leave `plan` out if there is none",
        ),
        Contradiction::LowAboveHigh => {
            message("`low` is above `high`", "correct them so that low ≤ high")
        }
        Contradiction::HalfRange => {
            message("a range needs both `low` and `high`", "use at_least or at_most for one end")
        }
        Contradiction::Totals => message(
            "these totals contradict each other",
            "correct them so that missed_named ≤ missed ≤ plan_indicators",
        ),
    }
}
