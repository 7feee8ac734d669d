//! Changes in the unit of the values, which a column next to them has in percent: "So với cùng kỳ" over "Tăng, giảm"
//! and "Tỷ lệ (%)". Without the value of the base no row shows which of the two is the percentage.

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::comparison::{Comparison, comparison, is_change, is_relative};
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::period_words::PREVIOUS_WORDS;
use crate::lexicon::phrases::{PLAN_WORDS, has, key};
use crate::lexicon::role::Role;

/// Whether a comparison column is the change whose percentage is in another column of the same base.
pub(super) fn is_next_to_its_percentage(header: &Header, at: usize) -> bool {
    let own = &header.columns[at];
    if is_in_percent(own) {
        return false;
    }
    let others = header.columns.iter().enumerate().filter(|(other, _)| *other != at);
    let mut percentages = others.map(|(_, other)| other).filter(|other| {
        let compares = matches!(
            other.role,
            Role::Comparison(Comparison::Previous | Comparison::Growth | Comparison::Either)
        );
        compares && is_in_percent(other)
    });
    percentages
        .any(|other| is_below_same_base(&own.heading, &other.heading) || is_same_change(own, other))
}

fn is_in_percent(column: &HeaderColumn) -> bool {
    column.heading.contains('%')
        || column.unit.as_deref().is_some_and(|unit| unit.contains('%'))
        || is_relative(&key(&column.heading))
}

/// Whether two headings are on the last level below one that compares with an earlier period: "So với cùng kỳ" over
/// "Số người" and "Tỷ lệ (%)".
fn is_below_same_base(own: &str, other: &str) -> bool {
    let Some(((upper, own), (other_upper, other))) =
        own.rsplit_once(" · ").zip(other.rsplit_once(" · "))
    else {
        return false;
    };
    let names_base = |level: &str| {
        let level = key(level);
        has(&level, &PREVIOUS_WORDS) || has(&level, &PLAN_WORDS)
    };
    let compares =
        matches!(comparison(&key(upper)), Some(Comparison::Previous | Comparison::Growth));
    upper == other_upper && compares && !names_base(own) && !names_base(other)
}

/// Whether two headings name the same base, and the first one a change: "Tăng, giảm so với cùng kỳ" and "% so với cùng
/// kỳ".
fn is_same_change(own: &HeaderColumn, other: &HeaderColumn) -> bool {
    let base =
        |column: &HeaderColumn| ComparisonSides::of(&column.heading).base.as_deref().map(key);
    let own_base = base(own).filter(|base| !base.is_empty());
    is_change(&key(&own.heading)) && own_base.is_some() && own_base == base(other)
}
