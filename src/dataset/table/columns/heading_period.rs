//! The period of a column, from its heading and the title.

use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::period::parse;
use crate::lexicon::reported_period::parse_in;
use crate::lexicon::role::Role;
use crate::model::{Period, Span};

/// Returns the period that a heading names, with what it omits from the title. A year only above the level
/// of an actual is the plan's: "Thực hiện" below "Năm 2024", under a title of nine months of 2024, is of these months.
pub(super) fn heading_period(column: &HeaderColumn, title: Option<Period>) -> Option<Period> {
    let named = parse_in(&column.heading, title)?;
    let is_result = matches!(&column.role, Role::Actual(when) if !when.estimate && !when.previous);
    let is_of_group = named.span() == Span::Year && parse(column.last_level()).is_none();
    let reported = title.filter(|title| {
        title.is_part_of_year() && !title.is_on_a_day() && title.first_year() == named.first_year()
    });
    Some(reported.filter(|_| is_result && is_of_group).unwrap_or(named))
}
