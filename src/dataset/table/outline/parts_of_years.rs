//! The period of a row whose year and whose month or quarter are in two columns.

use std::borrow::Cow;

use crate::dataset::table::columns::schema::Schema;
use crate::lexicon::period::is_period;
use crate::lexicon::place::part_of_year_heading;

/// The period of a row whose year and whose month or quarter are in two columns: "2024" and "II" under "Quý".
pub(super) fn with_part<'r>(
    schema: &Schema,
    year: Cow<'r, str>,
    part: Option<&str>,
) -> Cow<'r, str> {
    let (Some(part), Some(column)) = (part, schema.axes.part_of_year) else { return year };
    let word = part_of_year_heading(schema.heading(column)).unwrap_or_default();
    let part = if is_period(part) { part.to_owned() } else { format!("{word} {part}") };
    Cow::Owned(format!("{part} năm {}", year.trim()))
}
