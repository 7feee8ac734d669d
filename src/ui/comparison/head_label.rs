//! The label of a row or a column of the comparison.

use crate::app::Head;
use crate::text::sanitize::visible;
use crate::ui::canvas::Canvas;

/// The label of a row or column.
pub(super) fn label(canvas: &Canvas<'_>, head: Head) -> String {
    let words = canvas.words;
    let datasets = canvas.app.catalog().collection.datasets();
    match head {
        Head::Period { period: Some(period), .. } => words.period_short(period),
        Head::Place { dataset, .. } => {
            let place = datasets.get(dataset).map(|data| words.place(&data.place));
            place.map_or_else(String::new, |place| visible(&place).into_owned())
        }
        head => match canvas.app.catalog().name_of(head) {
            "" => words.no_period().to_owned(),
            name => visible(name).into_owned(),
        },
    }
}
