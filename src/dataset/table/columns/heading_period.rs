//! The period of a column, from its heading and the title.

use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::capital_stage::is_carried_over;
use crate::lexicon::period::parse;
use crate::lexicon::phrases::{PLAN_WORDS, has, key};
use crate::lexicon::reported_period::parse_in;
use crate::lexicon::role::Role;
use crate::model::{Period, Span};

/// Returns the period that a heading names, with what it omits from the title. A year only above
/// the level of an actual is the plan's: "Thực hiện" below "Năm 2024", under a title of nine months
/// of 2024, is of these months. So is that of "Giải ngân kế hoạch vốn năm 2024".
pub(super) fn heading_period(column: &HeaderColumn, title: Option<Period>) -> Option<Period> {
    // "Vốn năm 2023 kéo dài" is paid in the year of the title.
    if is_carried_over(&column.heading) {
        return title.and_then(Period::last_year).map(Period::year).filter(|_| column.is_plan());
    }
    let named = parse_in(&column.heading, title)?;
    let is_result = matches!(&column.role, Role::Actual(when) if !when.estimate && !when.previous);
    let is_of_plan = has(&key(column.last_level()), &PLAN_WORDS);
    let is_of_group =
        named.span() == Span::Year && (is_of_plan || parse(column.last_level()).is_none());
    let reported = title.filter(|title| {
        title.is_part_of_year() && !title.is_on_a_day() && title.first_year() == named.first_year()
    });
    Some(reported.filter(|_| is_result && is_of_group).unwrap_or(named))
}
