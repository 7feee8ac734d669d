//! The display form of the period that a heading names.

use std::collections::HashMap;

use super::whole_year::in_split_years;
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::heading::{self};
use crate::lexicon::measure::measure;
use crate::lexicon::part_of_year::{Part, PartSpan};
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{HeadingPeriod, is_preliminary, is_season};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::model::{Period, Span};
use crate::text::one_line::one_line;

/// The period of each column under a title. If several have the same period, the whole heading is used to distinguish
/// them.
pub(crate) fn of_columns(header: &Header, title: Option<Period>) -> Vec<String> {
    let in_split_year = in_split_years(header, title);
    let of_split_year = |at: usize, heading: &str| {
        let own = parse(heading)?;
        Some(in_split_year(at, own)).filter(|split| *split != own)
    };
    let named = |(at, column): (usize, &HeaderColumn)| match column.role {
        Role::Actual(_) => of_split_year(at, &column.heading)
            .map_or_else(|| named_period(&column.heading), |split| split.to_string()),
        _ => period(&column.heading),
    };
    let named: Vec<String> = header.columns.iter().enumerate().map(named).collect();
    let texts: Vec<String> =
        header.columns.iter().map(|column| one_line(&column.heading)).collect();
    let key = |at: usize| (named[at].as_str(), measure(&texts[at]));
    let mut count: HashMap<(&str, Vec<String>), usize> = HashMap::new();
    for at in header.all(|role| matches!(role, Role::Actual(_))) {
        *count.entry(key(at)).or_default() += 1;
    }
    let is_shared = |at: usize| count.get(&key(at)).is_some_and(|count| *count > 1);
    let shown = |at: usize| if is_shared(at) { texts[at].clone() } else { named[at].clone() };
    (0..named.len()).map(shown).collect()
}

/// The level of a heading that is a period, where the others name what is measured: "2022" of "Diện tích (ha) · 2022".
fn of_period(heading: &str) -> &str {
    let role = heading::Heading::of(heading).role;
    // "Chỉ số (%)" below "Năm 2022" may be read as a comparison; its period is the year.
    let is_open = role == Role::Comparison(Comparison::Either) && heading.contains(" · ");
    if matches!(role, Role::Actual(_) | Role::Rank(_) | Role::Comparison(_)) && !is_open {
        return heading;
    }
    let dated = |level: &&str| matches!(heading::Heading::of(level).role, Role::Actual(when) if when.year.is_some() || when.part);
    heading.rsplit(" · ").find(dated).unwrap_or(heading)
}

/// The period of a heading: "Thực hiện năm 2023 (tỷ đồng)" becomes "năm 2023".
pub(crate) fn period(heading: &str) -> String {
    let heading = of_period(heading);
    let when = match heading::Heading::of(heading).role {
        Role::Actual(when) | Role::Rank(when) => when,
        // "Tỷ lệ hộ nghèo năm 2023 (%)", in a table whose values are such rates.
        Role::Comparison(Comparison::Rate) => HeadingPeriod::of(&key(heading)),
        _ => return one_line(heading),
    };
    // "Vụ đông xuân 2023-2024" is not all of two years.
    if is_season(&key(heading)) {
        return one_line(&without_unit(heading));
    }
    let parsed = parse(heading);
    // A date alone is a state on that day.
    if let Some(day) = parsed.filter(|period| period.is_on_a_day())
        && (!heading.contains(char::is_alphabetic) || when.estimate && measure(heading).is_empty())
    {
        return day.to_string();
    }
    let exact = parsed.filter(|period| is_more_than_a_year(*period));
    if let Some(exact) = exact {
        return if when.previous {
            one_line(heading)
        } else {
            shown(exact, names_school_year(heading))
        };
    }
    match when.year {
        Some(year) if when.previous && !when.part => format!("cùng kỳ năm {year}"),
        Some(year) if !when.part && !is_part_of_year(heading) => format!("năm {year}"),
        _ if when.previous && !when.part && has(&key(heading), &["cung ky", "ck"]) => {
            "cùng kỳ năm trước".to_owned()
        }
        _ if when.previous => one_line(heading),
        _ => part_of_year(heading).unwrap_or_else(|| one_line(heading)),
    }
}

/// A period as it is shown, in a text that calls its years school years or does not: "năm học 2023-2024".
pub(crate) fn shown(period: Period, of_schools: bool) -> String {
    match period.first_year().filter(|_| of_schools && period.span() == Span::SplitYear) {
        Some(year) => format!("năm học {year}-{}", year.saturating_add(1)),
        None => period.to_string(),
    }
}

/// Whether a text is about school years.
pub(crate) fn names_school_year(text: &str) -> bool {
    has(&key(text), &["nam hoc", "nien hoc", "school year"])
}

/// Whether "năm 2024" would say less than the period: "2023/24", "vụ xuân 2024".
fn is_more_than_a_year(period: Period) -> bool {
    period.is_in_split_year()
        || period.is_in_fiscal_year()
        || matches!(period.span(), Span::Season(_) | Span::Years(_))
}

/// The period of an actual, which may be an estimate: "Ước TH 2024" becomes "ước năm 2024".
pub(crate) fn named_period(heading: &str) -> String {
    let heading = of_period(heading);
    let period = period(heading);
    let estimate =
        matches!(heading::Heading::of(heading).role, Role::Actual(when) if when.estimate);
    let preliminary = || is_preliminary(&key(heading));
    match estimate && period != one_line(heading) {
        true if preliminary() => format!("sơ bộ {period}"),
        true => format!("ước {period}"),
        false => period,
    }
}

/// The period of a heading that names a part of a year, or a whole year: "Lũy kế 10 tháng" becomes "10
/// tháng". A date remains as it is written.
fn part_of_year(heading: &str) -> Option<String> {
    let part = PartSpan::of(&key(heading)).part.filter(|part| *part != Part::Months(None));
    part.and_then(|_| parse(heading)).map(|period| period.to_string())
}

/// Whether a heading means a part of a year: "Lũy kế", "đến 30/9/2024".
fn is_part_of_year(heading: &str) -> bool {
    let key = key(heading);
    let dated = key.split(' ').any(|word| {
        let parts: Vec<&str> = word.split('/').collect();
        let short = parts.iter().filter(|part| matches!(part.len(), 1 | 2));
        matches!(parts.as_slice(), [_, .., year] if year.len() == 4) && short.count() > 0
    });
    dated || PartSpan::of(&key).part.is_some_and(|part| part != Part::Year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_of_the_year_before_says_so() {
        for (heading, expected) in [
            ("Cùng kỳ năm 2023", "cùng kỳ năm 2023"),
            ("Cùng kỳ 8 tháng 2023", "Cùng kỳ 8 tháng 2023"),
            ("Thực hiện năm 2023", "năm 2023"),
            ("TH cùng kỳ", "cùng kỳ năm trước"),
        ] {
            assert_eq!(period(heading), expected, "{heading}");
        }
    }
}
