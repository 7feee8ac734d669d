//! The place and the period of a row, in a table whose rows are not all of one.

use std::borrow::Cow;
use std::sync::Arc;

use super::body::Body;
use super::row::OutlinedRow;
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{is_all_classes, is_whole};
use crate::text::one_line::one_line;

/// What a row says about the place and the period of its values.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct RowSlice {
    pub(in crate::dataset::table) slice: Slice,
    /// Whether the period is published as an estimate: "Sơ bộ 2023".
    pub(in crate::dataset::table) estimate: bool,
    /// The classes that its values are of: "Nữ"; `None` for all of them.
    pub(in crate::dataset::table) part: Option<String>,
}

impl RowSlice {
    /// The slice of a row, by its name and by the columns of places and periods.
    pub(in crate::dataset::table) fn of(
        body: &Body<'_>,
        row: &Row<'_>,
        outlined: &OutlinedRow,
    ) -> Self {
        let axes = &body.area.header.axes;
        let cell = |column: Option<usize>| {
            let text = column.map(|column| body.reader.own_or_merged(row, column));
            text.filter(|text| !text.trim().is_empty())
        };
        let place = match axes.rows {
            RowKind::Places => Some(Cow::Borrowed(outlined.name.as_str())),
            RowKind::Indicators | RowKind::Periods => {
                cell(axes.place).or_else(|| outlined.place.as_deref().map(Cow::Borrowed))
            }
        };
        let period = match axes.rows {
            RowKind::Periods => Some(Cow::Borrowed(outlined.name.as_str())),
            RowKind::Indicators | RowKind::Places => cell(axes.period),
        };
        // "Toàn tỉnh" is the place that the table is of, if its title names one.
        let is_own = |place: &str| is_whole(place) && body.names_place;
        let place = place.filter(|place| !is_own(place)).map(|place| Arc::from(one_line(&place)));
        let estimate = period.as_deref().is_some_and(|text| HeadingPeriod::of(&key(text)).estimate);
        let period = period.as_deref().and_then(parse);
        let classes = axes.classes.iter().map(|at| one_line(&row.cell(*at).shown()));
        let classes: Vec<String> =
            classes.filter(|class| !class.is_empty() && !is_all_classes(class)).collect();
        let part = (!classes.is_empty()).then(|| classes.join(" · "));
        Self { slice: Slice { place, period }, estimate, part }
    }
}
