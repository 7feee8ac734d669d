//! Finds rates next to the count that they are of, below one heading: "Tốt · Số lượng | Tốt · Tỷ lệ (%)". Such a rate
//! compares no columns; it is a result of its own.

use super::header_column::{HeaderColumn, indices};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::{is_count, measure};
use crate::lexicon::period::is_period;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// The rates that have a count below the same heading, if there are several such headings.
pub(super) fn rates_of_counts(columns: &[HeaderColumn]) -> Vec<usize> {
    let band = |at: usize| columns[at].heading.rsplit_once(" · ").map(|(band, _)| band);
    let counted = |at: usize| {
        let own = band(at)?;
        let in_band = |other: &usize| band(*other) == Some(own);
        let has = |wanted: &dyn Fn(&HeaderColumn) -> bool| {
            indices(columns, wanted).filter(|other| *other != at).any(|other| in_band(&other))
        };
        (names_group(own) && has(&is_counted) && !has(&HeaderColumn::is_plan)).then_some((own, at))
    };
    let found: Vec<(&str, usize)> = indices(columns, is_rate).filter_map(counted).collect();
    let several = found.windows(2).any(|pair| pair[0].0 != pair[1].0);
    found.into_iter().filter(|_| several).map(|(_, at)| at).collect()
}

/// Whether a heading over a count and a rate names what is counted, and is neither a comparison nor a period.
fn names_group(band: &str) -> bool {
    let compares = matches!(Heading::of(band).role, Role::Comparison(_));
    let has_plan_or_result = matches!(Heading::of(band).role, Role::Plan(_));
    !compares && !has_plan_or_result && !is_period(band) && !measure(band).is_empty()
}

fn is_counted(column: &HeaderColumn) -> bool {
    let last = column.last_level();
    let is_short = matches!(key(last).as_str(), "sl" | "so luong" | "number" | "count" | "no");
    column.profile.are_figures() && (is_short || is_count(last))
}

fn is_rate(column: &HeaderColumn) -> bool {
    let last = key(column.last_level());
    let open = matches!(
        column.role,
        Role::Unknown | Role::Actual(_) | Role::Comparison(Comparison::Rate | Comparison::Either)
    );
    let is_named = matches!(last.as_str(), "%" | "ty le" | "ti le" | "tl" | "rate" | "percent");
    let bare = last.trim_end_matches(['%', ' ']);
    open && column.profile.are_figures()
        && (is_named || last.ends_with('%') && matches!(bare, "" | "ty le" | "ti le" | "tl"))
}
