//! Words for how columns were read, and why some were not.

use super::message::{Message, counted, in_english, in_vietnamese, message};
use crate::dataset::{
    ColumnProblem, ColumnRole, ComparisonBase, ComparisonEvidence, ComparisonKind, KeptBecause,
    Notation, Separation,
};

pub(super) fn vietnamese(problem: &ColumnProblem) -> Message {
    match problem {
        ColumnProblem::Read { heading, role, notation, unsupported } => {
            let what = format!("“{heading}” được đọc là {}", role_in_vietnamese(role));
            match (notation_in_vietnamese(*notation), unsupported) {
                (notation, false) => message(what, notation),
                (notation, true) => message(
                    format!("{what}; {notation}"),
                    "hãy đối chiếu vài dòng với số của kỳ gốc hoặc kế hoạch; nếu không đúng, hãy ghi rõ trong tiêu đề là “Tăng, giảm so với … (%)” hay “So với … (%)”",
                ),
            }
        }
        ColumnProblem::Kept { heading, because } => message(
            kept_in_vietnamese(heading, because),
            match because {
                KeptBecause::SecondPlan { .. } => {
                    "kế hoạch này được hiện riêng trong phần chi tiết; kết quả đánh giá là so với kế hoạch chính"
                }
                KeptBecause::OtherPlan { .. } => "tỷ lệ được hiện cùng kế hoạch đó",
                _ => "cột được giữ trong ghi chú, dưới tiêu đề của cột",
            },
        ),
        ColumnProblem::Repeated { heading, first } => message(
            format!("tiêu đề “{heading}” đã có ở cột {first}"),
            "cột trước được đọc, cột này được giữ trong ghi chú; hãy đổi tên một trong hai",
        ),
        ColumnProblem::NoValues { heading } => message(
            "không cột nào được nhận ra là kế hoạch hay thực hiện, nên không đọc được số liệu",
            format!("hãy đổi “{heading}” thành “Thực hiện”, nếu nội dung bên dưới đúng như vậy"),
        ),
        ColumnProblem::Unknown { heading } => message(
            format!("không hiểu tiêu đề “{heading}”"),
            "nội dung cột được giữ trong ghi chú",
        ),
        ColumnProblem::NoHeading => {
            message("cột có giá trị nhưng không có tiêu đề", "nội dung cột được giữ trong ghi chú")
        }
        ColumnProblem::UnclearComparison { heading } => message(
            format!("không rõ “{heading}” so với gì"),
            "nội dung cột được giữ trong ghi chú; hãy ghi rõ trong tiêu đề, như “so cùng kỳ (%)”",
        ),
    }
}

pub(super) fn english(problem: &ColumnProblem) -> Message {
    match problem {
        ColumnProblem::Read { heading, role, notation, unsupported } => {
            let what = format!("“{heading}” was read as {}", role_in_english(role));
            match (notation_in_english(*notation), unsupported) {
                (notation, false) => message(what, notation),
                (notation, true) => message(
                    format!("{what}; {notation}"),
                    "compare some rows with the figures of the base; if it is wrong, say in the heading whether it is a change or a ratio",
                ),
            }
        }
        ColumnProblem::Kept { heading, because } => {
            let where_kept = match because {
                KeptBecause::SecondPlan { .. } => {
                    "it has a line of its own in the detail; the status is that against the main plan"
                }
                KeptBecause::OtherPlan { .. } => "the percent is shown with that plan",
                _ => "it is kept in the notes, under its heading",
            };
            message(kept_in_english(heading, because), where_kept)
        }
        ColumnProblem::Repeated { heading, first } => message(
            format!("the heading “{heading}” is already that of column {first}"),
            "the first is read, this one is kept in the notes; rename one of them",
        ),
        ColumnProblem::NoValues { heading } => message(
            "no column was read as a plan or an actual, so no value was read",
            format!("rename “{heading}” to “Thực hiện”, if that is what is below"),
        ),
        ColumnProblem::Unknown { heading } => message(
            format!("the heading “{heading}” is not known"),
            "what is below it is kept in the notes",
        ),
        ColumnProblem::NoHeading => {
            message("a column with values has no heading", "what is in it is kept in the notes")
        }
        ColumnProblem::UnclearComparison { heading } => message(
            format!("it is not known what “{heading}” compares with"),
            "what is below it is kept in the notes; state it in the heading, such as “so cùng kỳ (%)”",
        ),
    }
}

fn role_in_vietnamese(role: &ColumnRole) -> String {
    let of = |measure: &Option<String>| match measure {
        Some(measure) => format!(" của “{measure}”"),
        None => String::new(),
    };
    match role {
        ColumnRole::Plan { measure } => format!("kế hoạch{}", of(measure)),
        ColumnRole::Actual { measure } => format!("thực hiện{}", of(measure)),
        ColumnRole::Comparison { measure, kind, base, evidence } => {
            let kind = match kind {
                ComparisonKind::Ratio => "tỷ lệ phần trăm",
                ComparisonKind::Fraction => "tỷ lệ dạng thập phân, đã nhân 100",
                ComparisonKind::Growth => "mức tăng, giảm theo phần trăm",
                ComparisonKind::GrowthFraction => "mức tăng, giảm dạng thập phân, đã nhân 100",
                ComparisonKind::Difference => "chênh lệch",
            };
            let base = match base {
                ComparisonBase::Plan => "kế hoạch".to_owned(),
                ComparisonBase::Period(period) => format!("“{period}”"),
            };
            let ComparisonEvidence { rows, of: sampled, tested } = *evidence;
            let evidence = match (rows, sampled, tested) {
                (0, _, 0) => "chỉ theo tiêu đề: bảng không có số gốc để kiểm tra".to_owned(),
                (0, _, tested) => format!(
                    "chỉ theo tiêu đề: giá trị của {} dòng không khớp",
                    in_vietnamese(tested)
                ),
                (rows, None, _) => format!("{} dòng khớp", in_vietnamese(rows)),
                (rows, Some(of), _) => format!(
                    "{} trong {} dòng được xem khớp",
                    in_vietnamese(rows),
                    in_vietnamese(of)
                ),
            };
            format!("{kind}{} so với {base}, {evidence}", of(measure))
        }
        ColumnRole::Rank => "thứ hạng".to_owned(),
        ColumnRole::Cross => "đánh giá, ở dòng có dấu x".to_owned(),
        ColumnRole::OtherPeriod => "giá trị của kỳ khác".to_owned(),
    }
}

fn role_in_english(role: &ColumnRole) -> String {
    let of = |measure: &Option<String>| match measure {
        Some(measure) => format!(" of “{measure}”"),
        None => String::new(),
    };
    match role {
        ColumnRole::Plan { measure } => format!("the plan{}", of(measure)),
        ColumnRole::Actual { measure } => format!("the actual{}", of(measure)),
        ColumnRole::Comparison { measure, kind, base, evidence } => {
            let kind = match kind {
                ComparisonKind::Ratio => "a ratio in percent",
                ComparisonKind::Fraction => "a ratio stored as a fraction, multiplied by 100",
                ComparisonKind::Growth => "a change in percent",
                ComparisonKind::GrowthFraction => {
                    "a change stored as a fraction, multiplied by 100"
                }
                ComparisonKind::Difference => "a difference",
            };
            let base = match base {
                ComparisonBase::Plan => "the plan".to_owned(),
                ComparisonBase::Period(period) => format!("“{period}”"),
            };
            let ComparisonEvidence { rows, of: sampled, tested } = *evidence;
            let evidence = match (rows, sampled, tested) {
                (0, _, 0) => {
                    "by its heading alone: the table has no figures of the base to test it with"
                        .to_owned()
                }
                (0, _, tested) => format!(
                    "by its heading alone: {} not support it",
                    counted(tested, "row does", "rows do")
                ),
                (rows, None, _) => format!("supported by {}", counted(rows, "row", "rows")),
                (rows, Some(of), _) => format!(
                    "supported by {} of {}",
                    in_english(rows),
                    counted(of, "sampled row", "sampled rows")
                ),
            };
            format!("{kind}{} against {base}, {evidence}", of(measure))
        }
        ColumnRole::Rank => "the place in a ranking".to_owned(),
        ColumnRole::Cross => "the verdict of rows with a cross".to_owned(),
        ColumnRole::OtherPeriod => "the value of another period".to_owned(),
    }
}

fn notation_in_vietnamese(notation: Notation) -> String {
    let evidence = |numbers: usize| match numbers {
        0 => "không có số nào cho thấy điều đó".to_owned(),
        numbers => format!("{} số cho thấy điều đó", in_vietnamese(numbers)),
    };
    let text = match notation.separators {
        Separation::None => "số không có dấu phân cách".to_owned(),
        Separation::Comma(numbers) => {
            format!("dấu phẩy thập phân, dấu chấm phần nghìn; {}", evidence(numbers))
        }
        Separation::Point(0) => {
            "dấu chấm thập phân, dấu phẩy phần nghìn, như các cột khác".to_owned()
        }
        Separation::Point(numbers) => {
            format!("dấu chấm thập phân, dấu phẩy phần nghìn; {}", evidence(numbers))
        }
        Separation::Both => "có cả dấu phẩy thập phân lẫn dấu chấm thập phân".to_owned(),
        Separation::PointOrThousands => {
            "dấu chấm thập phân, và dấu chấm có thể là phần nghìn".to_owned()
        }
    };
    match notation.negative_in_brackets {
        0 => text,
        count => format!("{text}; {} ô trong ngoặc là số âm", in_vietnamese(count)),
    }
}

fn notation_in_english(notation: Notation) -> String {
    let evidence = |numbers: usize| format!("evidence: {}", counted(numbers, "number", "numbers"));
    let text = match notation.separators {
        Separation::None => "numbers as they are".to_owned(),
        Separation::Comma(0) => {
            "decimal commas and dots between thousands, although none of its numbers shows it"
                .to_owned()
        }
        Separation::Comma(numbers) => {
            format!("decimal commas and dots between thousands, {}", evidence(numbers))
        }
        Separation::Point(0) => {
            "decimal points and commas between thousands, like the other columns".to_owned()
        }
        Separation::Point(numbers) => {
            format!("decimal points and commas between thousands, {}", evidence(numbers))
        }
        Separation::Both => "decimal commas as well as points".to_owned(),
        Separation::PointOrThousands => {
            "decimal points, and dots that may separate thousands".to_owned()
        }
    };
    match notation.negative_in_brackets {
        0 => text,
        count => {
            format!(
                "{text}; {} negative",
                counted(count, "cell in brackets is", "cells in brackets are")
            )
        }
    }
}

fn kept_in_vietnamese(heading: &str, because: &KeptBecause) -> String {
    match because {
        KeptBecause::OtherValue { of, evidence: 0 } => {
            format!("“{heading}” so sánh “{of}”, chỉ theo tiêu đề: không dòng nào khớp")
        }
        KeptBecause::OtherValue { of, evidence } => {
            format!("“{heading}” so sánh “{of}”, {} dòng khớp", in_vietnamese(*evidence))
        }
        KeptBecause::NoSuchValue => {
            format!("“{heading}” so sánh một giá trị không có cột riêng")
        }
        KeptBecause::OtherPeriod => format!("“{heading}” là tỷ lệ của kỳ khác"),
        KeptBecause::Difference => {
            format!("“{heading}” là chênh lệch, theo đơn vị của giá trị")
        }
        KeptBecause::Planned => format!("“{heading}” so sánh kế hoạch"),
        KeptBecause::Share => format!("“{heading}” là tỷ trọng trong tổng"),
        KeptBecause::OtherPlan { plan } => format!("“{heading}” so với “{plan}”"),
        KeptBecause::OtherUnit { actual } => {
            format!("“{heading}” khác đơn vị với “{actual}”, không so sánh được")
        }
        KeptBecause::Aside => format!("“{heading}” không phải kế hoạch hay kết quả"),
        KeptBecause::SecondPercent { plan } => {
            format!("“{heading}” là tỷ lệ thứ hai so với “{plan}”")
        }
        KeptBecause::Unsupported => {
            format!("không dòng nào cho thấy “{heading}” là tỷ lệ so kế hoạch hay mức tăng, giảm")
        }
        KeptBecause::SecondPlan { plan, evidence: 0 } => {
            format!(
                "“{heading}” là kế hoạch thứ hai; kế hoạch chính là “{plan}”, theo tiêu đề và thứ tự cột"
            )
        }
        KeptBecause::SecondPlan { plan, evidence } => format!(
            "“{heading}” là kế hoạch thứ hai; kế hoạch chính là “{plan}”, vì khớp với tỷ lệ ở {} dòng",
            in_vietnamese(*evidence)
        ),
        KeptBecause::OtherMeasure => {
            format!("“{heading}” là giá trị của nội dung khác, hoặc của kỳ khác")
        }
    }
}

fn kept_in_english(heading: &str, because: &KeptBecause) -> String {
    match because {
        KeptBecause::OtherValue { of, evidence: 0 } => {
            format!("“{heading}” compares “{of}”, by its heading alone: no row supports it")
        }
        KeptBecause::OtherValue { of, evidence } => {
            let rows = counted(*evidence, "row", "rows");
            format!("“{heading}” compares “{of}”, supported by {rows}")
        }
        KeptBecause::NoSuchValue => {
            format!("“{heading}” compares a value that has no column of its own")
        }
        KeptBecause::OtherPeriod => format!("“{heading}” is a rate of another period"),
        KeptBecause::Difference => {
            format!("“{heading}” is a difference, in the unit of the values")
        }
        KeptBecause::Planned => format!("“{heading}” compares a plan"),
        KeptBecause::Share => format!("“{heading}” is the share of a whole"),
        KeptBecause::OtherPlan { plan } => format!("“{heading}” compares with “{plan}”"),
        KeptBecause::OtherUnit { actual } => {
            format!("“{heading}” is in another unit than “{actual}” and cannot be compared with it")
        }
        KeptBecause::Aside => format!("“{heading}” is neither the plan nor the actual"),
        KeptBecause::SecondPercent { plan } => {
            format!("“{heading}” is a second percent of “{plan}”")
        }
        KeptBecause::Unsupported => {
            format!("no row supports that “{heading}” is a percent of the plan or a change")
        }
        KeptBecause::SecondPlan { plan, evidence: 0 } => {
            format!("“{heading}” is a second plan; “{plan}” is the main one, by headings and order")
        }
        KeptBecause::SecondPlan { plan, evidence } => format!(
            "“{heading}” is a second plan; “{plan}” is the main one, supported by {}",
            counted(*evidence, "row of percents", "rows of percents")
        ),
        KeptBecause::OtherMeasure => {
            format!("“{heading}” is a value of something else, or of another period")
        }
    }
}
