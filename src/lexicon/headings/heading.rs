//! The role of a column, inferred from its heading in Vietnamese or English; accents and case are
//! ignored.

use super::comparison::Comparison;
use super::comparison_sides::{ComparisonSides, compares_a_period};
use super::index_base::index_base;
use super::measure::measure;
use super::phrases::{ACTUAL_WORDS, PLAN_WORDS, has, is_about_dates, is_remaining, key};
use super::ranking;
use super::role::Role;
use super::role_words::role;
use super::subject::percent_in_brackets;
use super::title_words::is_form_number;
use crate::lexicon::periods::period_words::{
    HeadingPeriod, PREVIOUS_WORDS, WHOLE_WORDS, names_a_part,
};
use crate::lexicon::places::place::is_heading_of_offices;
use crate::lexicon::units::bracketed_unit;
use crate::lexicon::units::unit;
use crate::lexicon::words::word_list::WordList;

pub(crate) use super::name_heading::is_name;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/headings.txt");

/// The parsed heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// As published, with the levels of a merged heading separated by " · ".
    pub(crate) text: String,
    pub(crate) role: Role,
    /// A unit in the heading: "Kế hoạch (tỷ đồng)".
    pub(crate) unit: Option<String>,
}

/// The most bytes of a heading.
const LONGEST: usize = 600;

impl Heading {
    /// Parses a heading.
    pub(crate) fn of(text: &str) -> Self {
        // A longer text is no heading, and the word search would be slow.
        if text.len() > LONGEST {
            return Self { text: text.to_owned(), role: Role::Unknown, unit: None };
        }
        // The letters of "Biểu số 60/CK-NSNN" are those of "cùng kỳ".
        if is_form_number(&key(text)) {
            return Self { text: text.to_owned(), role: Role::Unknown, unit: None };
        }
        // A level may be a unit and nothing else: "Thực hiện · Tỷ đồng". A percentage may also be a
        // comparison. "Hạng" under "Năm 2023" is no unit; "Điểm" under "Kế hoạch" is one.
        let planned = has(&key(text), &PLAN_WORDS);
        let is_unit = |level: &&str| {
            let ranks = || matches!(ranking::role(level), Some(Role::Actual(_)) if !planned);
            let places = || matches!(ranking::role(level), Some(Role::Rank(_)));
            level.trim() != "%" && unit::is_unit(level) && !ranks() && !places()
        };
        let (units, levels): (Vec<&str>, Vec<&str>) = text.split(" · ").partition(is_unit);
        let own = text;
        let unleveled = levels.join(" · ");
        let text = if levels.is_empty() { text } else { unleveled.as_str() };
        let of_level =
            units.last().filter(|_| !levels.is_empty()).and_then(|unit| unit::only_unit(unit));
        // "Cơ quan, đơn vị" is over offices.
        let is_of_offices = is_heading_of_offices(text);
        let unit = bracketed_unit::in_heading(text).or(of_level).filter(|_| !is_of_offices);
        let last = text.rsplit(" · ").next().unwrap_or(text);
        let role = role_of_levels(text, last, &levels);
        // "Cùng kỳ năm trước (%)" alone may be last year's rate or a comparison with it: it is
        // ambiguous.
        let previous = matches!(&role, Role::Actual(when) if when.previous);
        if previous && unit.as_deref() == Some("%") && measure(own).is_empty() {
            return Self { text: own.to_owned(), role: Role::Unknown, unit: None };
        }
        let in_percent = last.trim() == "%" && matches!(role, Role::Plan(_) | Role::Actual(_));
        // "2024 (% positive)" is in percent of something.
        let is_value = matches!(role, Role::Plan(_) | Role::Actual(_));
        let in_percent = in_percent || is_value && percent_in_brackets(last);
        let unit = unit.or_else(|| in_percent.then(|| "%".to_owned()));
        let mut heading = Self { text: own.to_owned(), role, unit };
        if heading.unit.is_none() && ranking::is_of_scores(own, &heading.role) && !text.is_ascii() {
            heading.unit = Some("điểm".to_owned());
        }
        heading
    }
}

/// Returns the role of a heading of several levels: that of the last one, unless the levels above it say more.
fn role_of_levels(text: &str, last: &str, levels: &[&str]) -> Role {
    match role(last) {
        // Regardless of the level above: "Còn lại" under "Thực hiện".
        Role::Unknown if is_remaining(&key(last)) || is_about_dates(&key(last)) => Role::Unknown,
        // The lowest level alone may not be enough: "2024" under "Kế hoạch".
        Role::Unknown => match role(text) {
            // "Vốn đăng ký" under "So với cùng kỳ năm trước (%)".
            Role::Unknown if last != text && above_is_complete(levels) => above(levels),
            Role::Unknown if last != text && may_be_measured(&key(last)) => of_period(levels),
            role => role,
        },
        // "Tỷ lệ (%)" under "Thực hiện" compares the result with something.
        Role::Comparison(Comparison::Either) if last != text => match role(text) {
            Role::Comparison(Comparison::Previous) if !has(&key(text), &PREVIOUS_WORDS) => {
                Role::Comparison(Comparison::Either)
            }
            Role::Unknown => Role::Comparison(Comparison::Either),
            role => role,
        },
        own @ (Role::Plan(_) | Role::Actual(_)) if last != text => {
            value_under_levels(own, text, last, levels)
        }
        // "Hạng" under "Năm 2023".
        Role::Rank(_) if last != text => role(text),
        role => role,
    }
}

/// Returns the role of a plan or an actual that is below other levels.
fn value_under_levels(own: Role, text: &str, last: &str, levels: &[&str]) -> Role {
    match (own, role(text)) {
        // "Giá trị" under "So với cùng kỳ" names the value that is compared.
        (Role::Actual(when), comparison @ Role::Comparison(_))
            if when == HeadingPeriod::NONE && !has(&key(last), &ACTUAL_WORDS) =>
        {
            comparison
        }
        // "2024" under "Chỉ số phát triển (năm trước = 100)".
        (Role::Actual(_), comparison @ Role::Comparison(_)) if index_base(text).is_some() => {
            comparison
        }
        // "9 tháng" under "So với KH (%)", which names its base, or "2023" under "Cơ cấu (%)".
        (Role::Actual(when), Role::Comparison(_))
            if !when.previous && above_is_complete(levels) =>
        {
            above(levels)
        }
        // "Kế hoạch" under "So sánh".
        (_, Role::Comparison(_)) if compares(levels) => role(&format!("so voi {last}")),
        // "Giao" under "Tỷ lệ thanh toán trực tuyến (%)" is the plan of that rate.
        (own, Role::Comparison(_)) => own,
        // "Thực hiện" under "Kế hoạch 2024" is the result of 2024.
        (Role::Plan(_), Role::Actual(when)) => Role::Plan(when),
        (Role::Actual(_), Role::Plan(when)) if has(&key(last), &ACTUAL_WORDS) => Role::Actual(when),
        // "Năm 2023" under "Diện tích (ha)", which names a measure.
        (own, Role::Unknown) if !is_remaining(&key(text)) => own,
        (_, with_period) => with_period,
    }
}

/// The role of the levels above the last one.
fn above(levels: &[&str]) -> Role {
    role(&levels.split_last().map_or(&[][..], |(_, above)| above).join(" · "))
}

/// Whether the levels above the last one are a share, or a comparison with its base.
fn above_is_complete(levels: &[&str]) -> bool {
    let base = || {
        let above = levels.split_last().map_or(&[][..], |(_, above)| above).join(" · ");
        ComparisonSides::of(&above).base.is_some_and(|base| !base.is_empty())
    };
    match above(levels) {
        Role::Comparison(Comparison::Share) => true,
        Role::Comparison(Comparison::Plan | Comparison::Previous | Comparison::Growth) => base(),
        _ => false,
    }
}

/// Whether a level above the last one is a comparison, and not a rate with a name: "Tỷ lệ thanh toán trực tuyến".
fn compares(levels: &[&str]) -> bool {
    let above = levels.split_last().map_or(&[][..], |(_, above)| above);
    let compares = |text: &str| match role(text) {
        // "November 2025 compared with (%)" over the periods that it is compared with.
        _ if compares_a_period(text) => true,
        Role::Comparison(Comparison::Either) => measure(text).is_empty(),
        Role::Comparison(_) => true,
        _ => false,
    };
    let is_own = |text: &str| compares(text) && !names_a_fall(text);
    above.iter().any(|level| is_own(level)) || is_own(&above.join(" · "))
}

/// Whether a level names what falls or rises, without a word for a comparison, so that plans and
/// results below it are of the fall: "Kết quả giảm hộ nghèo (hộ)", "Giảm tỷ lệ hộ nghèo (%)".
fn names_a_fall(level: &str) -> bool {
    let key = key(level);
    let moves = has(&key, &["giam", "tang"]) && !has(&key, &["tang truong", "toc do"]);
    let compares = has(&key, &["so voi", "so sanh", "so", "cung ky", "chenh lech"]);
    moves && !compares && !key.contains('/') && !measure(level).is_empty()
}

/// Returns the role of a heading with a level that is a period, or a plan or result for one: "6
/// tháng năm 2024 · Theo giá hiện hành".
fn of_period(levels: &[&str]) -> Role {
    let role = levels.iter().rev().map(|level| role(level));
    role.into_iter()
        .find(|role| matches!(role, Role::Plan(_) | Role::Actual(_)))
        .unwrap_or(Role::Unknown)
}

/// Whether a level below a period may name a measure, and not a rank or an office in charge.
fn may_be_measured(key: &str) -> bool {
    static OTHERS: WordList = WordList::of(FILE, "no measure");
    !key.is_empty() && !has(key, &OTHERS) && !is_remaining(key) && !is_about_dates(key)
}

/// Returns the words of a heading besides plan, result and period: "Diện tích" of "Diện tích · KH
/// 2024".
pub(crate) fn subject(text: &str) -> String {
    let levels = text.split(" · ");
    let unknown = levels.filter(|level| {
        let period = is_part(level) || has(&key(level), &WHOLE_WORDS);
        role(level) == Role::Unknown && !period && !unit::is_unit(level)
    });
    key(&unknown.collect::<Vec<_>>().join(" "))
}

/// Whether a text names a part of a year: "6 tháng", "quý III".
pub(crate) fn is_part(text: &str) -> bool {
    names_a_part(&key(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role_of(text: &str) -> Role {
        Heading::of(text).role
    }

    #[test]
    fn columns_are_recognised() {
        use Comparison as C;
        for (headings, role) in [
            ("TT|STT|Số TT|No.|Stt", Role::Marker),
            (
                "Chỉ tiêu|TÊN CHỈ TIÊU|Nội dung|chi tieu|Các chỉ tiêu chủ yếu|Indicator|Chỉ tiêu\nIndicators",
                Role::Name,
            ),
            (
                "ĐVT|Đơn vị tính|Đơn vị|Unit|don vi tinh|Đơn vị tính\nUnit|Đơn vị tính - Unit|ĐVT/Unit",
                Role::Unit,
            ),
            ("Ghi chú|Note", Role::Note),
            (
                "Đánh giá|Tự đánh giá|Kết quả đánh giá|Đánh giá kết quả|Assessment|Đánh giá (Đạt/Không đạt)|Đạt/Chưa đạt",
                Role::Verdict,
            ),
            (
                "UTH/KH|ƯTH 2024/KH 2024|% KH|So với KH (%)|So sánh (%) · ƯTH/KH|Thực hiện so với kế hoạch (%)|Tỷ lệ % so KH|So với dự toán (%)|So sánh · Kế hoạch|% of plan|ĐTH-KH|Đạt KH (%)|plan_percent|Tỷ lệ hoàn thành kế hoạch|Hoàn thành KH năm|Hoàn thành so với kế hoạch|Mức độ hoàn thành|Mức độ hoàn thành (%)|Rate of completion|Achievement (%)|Tiến độ (%)|TH 9T/KH năm (%)|9 tháng/KH năm (%)|Est./Plan (%)",
                Role::Comparison(C::Plan),
            ),
            (
                "UTH/CK|So với cùng kỳ (%)|% cùng kỳ|ƯTH 2024/TH 2023|So sánh (%) · UTH/CK|So sánh với TH 2023 (%)|So sánh · Cùng kỳ|Compared with 2023 (%)|So với năm 2023 (%)|Sơ bộ 2023/Prel. 2022",
                Role::Comparison(C::Previous),
            ),
            (
                "Tăng, giảm so với cùng kỳ (%)|Tốc độ tăng so với năm 2023|% tăng giảm",
                Role::Comparison(C::Growth),
            ),
            (
                "So sánh (%)|So sánh|Tỷ lệ|Tỷ lệ (%)|percent|% thực hiện|Tỷ lệ thực hiện (%)|Thực hiện · %HT",
                Role::Comparison(C::Either),
            ),
            ("KH 2025/ƯTH 2024|KH 2025 so với KH 2024 (%)", Role::Comparison(C::Planned)),
            (
                "Chưa thực hiện|Còn lại phải thực hiện|Giá trị còn lại|Thực hiện · Còn lại|Tỷ lệ chưa thực hiện (%)|Thời hạn hoàn thành|Ngày hoàn thành|Thời gian thực hiện|Kế hoạch · Thời hạn hoàn thành|Số xã hoàn thành|Đơn vị hoàn thành|Remaining value|Result · Not yet achieved",
                Role::Unknown,
            ),
        ] {
            for heading in headings.split('|') {
                assert_eq!(role_of(heading), role, "{heading}");
            }
        }
    }

    #[test]
    fn values_are_recognised_with_their_periods() {
        for (heading, year) in [
            ("Kế hoạch", None),
            ("KH 2024", Some(2024)),
            ("KH2024", Some(2024)),
            ("Nghị quyết", None),
            ("Mục tiêu năm 2025", Some(2025)),
            ("Năm 2024 · Kế hoạch", Some(2024)),
            ("Kế hoạch · 2024", Some(2024)),
            ("Dự toán 2024 (tỷ đồng)", Some(2024)),
            ("Plan 2024", Some(2024)),
            ("KH 2021-2025", Some(2025)),
            ("Kế hoạch (%)", None),
            ("plan_value", None),
            ("Nghị quyết 12-NQ/TU", None),
            ("NQ số 45/NQ-HĐND", None),
            ("Chỉ tiêu năm 2024", Some(2024)),
            ("Kế hoạch · Tỷ đồng", None),
            ("Kế hoạch - Plan 2024", Some(2024)),
            ("Giá trị · Kế hoạch", None),
            ("Giá trị kế hoạch", None),
            ("Thực hiện năm 2024 · Kế hoạch", Some(2024)),
            ("Kế hoạch · Giá trị", None),
        ] {
            let Role::Plan(when) = role_of(heading) else {
                panic!("{heading}: {:?}", role_of(heading))
            };
            assert_eq!(when.year, year, "{heading}");
        }
        for (heading, months) in [
            ("Tháng 8/2025", 1),
            ("Lũy kế 8 tháng", 8),
            ("Quý III/2024", 3),
            ("TH 9T/2024", 9),
            ("TH T9/2024", 1),
            ("6 THÁNG ĐẦU NĂM", 6),
            ("Ước cả năm", 12),
            ("Thực hiện đến 30/9/2024", 9),
        ] {
            let Role::Actual(when) = role_of(heading) else {
                panic!("{heading}: {:?}", role_of(heading))
            };
            assert_eq!(when.months, months, "{heading}");
        }
        for (heading, year, estimate, part, previous) in [
            ("Thực hiện", None, false, false, false),
            ("Ước thực hiện năm 2024", Some(2024), true, false, false),
            ("ƯTH 2024", Some(2024), true, false, false),
            ("TH 2023", Some(2023), false, false, false),
            ("Năm 2024 · Thực hiện 6 tháng", Some(2024), false, true, false),
            ("TH cùng kỳ", None, false, false, true),
            ("Kết quả", None, false, false, false),
            ("2019", Some(2019), false, false, false),
            ("Năm 2020", Some(2020), false, false, false),
            ("Sơ bộ\nPrel. 2023", Some(2023), true, false, false),
            ("Sơ bộ - Prel. 2023", Some(2023), true, false, false),
            ("Thực hiện/Actual", None, false, false, false),
            ("Thực hiện · 2022", Some(2022), false, false, false),
            ("Kế hoạch năm 2024 · Thực hiện", Some(2024), false, false, false),
            ("Giá trị · Thực hiện", None, false, false, false),
            ("Diện tích (ha) · Năm 2023", Some(2023), false, false, false),
            ("Ngày 30/6/2024 · Thực hiện", Some(2024), false, false, false),
            ("Giá trị", None, false, false, false),
            ("Estimate 2024", Some(2024), true, false, false),
        ] {
            let months = if part { 6 } else { 12 };
            let expected = HeadingPeriod { year, estimate, part, months, previous };
            assert_eq!(role_of(heading), Role::Actual(expected), "{heading}");
        }
    }
}
