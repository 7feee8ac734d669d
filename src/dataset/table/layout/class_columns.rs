//! Finds columns that are of one class each: "Tổng số | Nam | Nữ". Their values are those of the row, and of its parts.

use std::sync::Arc;

use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{is_all_classes, is_class};
use crate::lexicon::role::{Heading, Role};
use crate::text::one_line::one_line;

/// Gives the columns of classes the role of results, if nothing else in the row of headings is a plan or a result: "Nữ"
/// next to "Kế hoạch" and "Thực hiện" may be a part of either.
pub(super) fn mark(columns: &mut [Heading]) {
    let own: Vec<bool> =
        columns.iter().map(|column| column.role == Role::Unknown && is_split(column)).collect();
    let classes = columns.iter().zip(&own).filter(|(column, own)| **own && class(column).is_some());
    let (classes, all) = (classes.count(), own.iter().filter(|own| **own).count());
    let mut others = columns.iter().zip(&own).filter(|(_, own)| !**own);
    if classes == 0 || all < 2 || others.any(|(column, _)| is_value(&column.role)) {
        return;
    }
    for (column, _) in columns.iter_mut().zip(own).filter(|(_, own)| *own) {
        let above = column.text.rsplit_once(" · ").map_or("", |(above, _)| above);
        column.role = Role::Actual(HeadingPeriod::of(&key(above)));
    }
}

/// The class of each column of results; `None` for that of all of them, and where there are no classes.
pub(super) fn decide(columns: &[Heading]) -> Vec<Option<Arc<str>>> {
    let of_class = |column: &Heading| match column.role {
        Role::Actual(_) => class(column).map(Arc::from),
        _ => None,
    };
    columns.iter().map(of_class).collect()
}

/// Whether a heading is that of a class, or of all of them together.
fn is_split(column: &Heading) -> bool {
    class(column).is_some() || is_all_classes(last(&column.text))
}

fn class(column: &Heading) -> Option<String> {
    let last = last(&column.text);
    // "Trong đó: Nữ"
    let own = last.split_once(':').map_or(last, |(_, own)| own).trim();
    let own = own.strip_prefix("Trong đó").unwrap_or(own).trim();
    is_class(own).then(|| one_line(own))
}

fn last(text: &str) -> &str {
    text.rsplit(" · ").next().unwrap_or_default()
}

fn is_value(role: &Role) -> bool {
    matches!(role, Role::Plan(_) | Role::Actual(_))
}
