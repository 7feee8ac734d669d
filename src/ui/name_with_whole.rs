//! The name of an indicator where its whole is not in view: four parts of a table may be called "Nam".

use crate::model::Entry;
use crate::text::sanitize::visible;

/// The name, after that of the whole that the indicator is directly a part of: "Dân số · Nam".
pub(super) fn name_with_whole(entry: &Entry<'_>) -> String {
    let name = visible(entry.name());
    match entry.indicator().parents.last() {
        Some(whole) => format!("{} · {name}", visible(whole)),
        None => name.into_owned(),
    }
}
