//! The place and the period of a row, in a table whose rows are not all of one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::body::Body;
use super::data_state::DataState;
use super::parts_of_years::with_part;
use super::row::OutlinedRow;
use super::single_classes::classes;
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::period_cell::parse_cell;
use crate::lexicon::place::{is_all_classes, is_certain_place, is_total, is_whole, may_be_place};
use crate::lexicon::place_level::PlaceLevel;
use crate::lexicon::translated_place::without_translation;
use crate::lexicon::whole_place::may_be_whole_of;
use crate::model::{Period, Span};
use crate::text::one_line::one_line;

/// What a row says about the place and the period of its values.
#[derive(Debug, Default)]
pub(crate) struct RowSlice {
    pub(crate) slice: Slice,
    /// Its period as the row has it, without the year that the title or the columns add.
    pub(crate) written: Option<Period>,
    /// The place that its place is in, if the row says so.
    pub(crate) upper: Option<Arc<str>>,
    /// How final its figures are.
    pub(crate) state: DataState,
    /// The classes that its values are of: "Nữ"; `None` for all of them.
    pub(crate) part: Option<String>,
}

/// The places and periods of a batch of rows so far, by their texts: each occurs many times.
#[derive(Debug, Default)]
pub(crate) struct KnownSlices {
    /// `None` for what is the place of the whole table.
    places: HashMap<String, Option<Arc<str>>, RandomState>,
    /// The places that others are in; `None` for what is not certainly a place.
    uppers: HashMap<String, Option<Arc<str>>, RandomState>,
    periods: HashMap<String, PeriodOfRow, RandomState>,
}

/// What the text for the period of a row says.
#[derive(Debug, Clone, Copy, Default)]
struct PeriodOfRow {
    period: Option<Period>,
    state: DataState,
}

/// The place of a row, and the place that it is in.
#[derive(Debug, Default)]
struct PlaceOfRow<'r> {
    place: Option<Cow<'r, str>>,
    upper: Option<Cow<'r, str>>,
}

impl KnownSlices {
    fn place(&mut self, text: &str, body: &Body<'_>) -> Option<Arc<str>> {
        if let Some(known) = self.places.get(text) {
            return known.clone();
        }
        // "Toàn tỉnh" is the place that the table is of, if its title names one.
        let names = |place: &String| may_be_whole_of(text, place);
        let is_own = is_total(text) || is_whole(text) && body.place.as_ref().is_some_and(names);
        let place = (!is_own).then(|| Arc::from(one_line(without_translation(text))));
        self.places.insert(text.to_owned(), place.clone());
        place
    }

    fn upper(&mut self, text: &str, body: &Body<'_>) -> Option<Arc<str>> {
        if let Some(known) = self.uppers.get(text) {
            return known.clone();
        }
        // "Các xã khu vực I" above rows is no place, and a region is none that distinguishes namesakes.
        let is_in_column = || {
            let headings = body.schema().axes.upper_places.iter();
            let levels = headings.map(|at| PlaceLevel::of_heading(body.schema().heading(*at)));
            let mut levels = levels.flatten();
            levels.any(|level| matches!(level, PlaceLevel::Provinces | PlaceLevel::Districts))
        };
        let is_place = is_certain_place(text) || may_be_place(text) && is_in_column();
        let upper = is_place.then(|| Arc::from(one_line(text)));
        self.uppers.insert(text.to_owned(), upper.clone());
        upper
    }

    fn period(&mut self, text: &str) -> PeriodOfRow {
        if let Some(known) = self.periods.get(text) {
            return *known;
        }
        let period = PeriodOfRow { period: parse_cell(text), state: DataState::of_period(text) };
        self.periods.insert(text.to_owned(), period);
        period
    }
}

impl RowSlice {
    /// The slice of a row, by its name and by the columns of places and periods.
    pub(crate) fn of(
        body: &Body<'_>,
        row: &Row<'_>,
        outlined: &OutlinedRow,
        known: &mut KnownSlices,
    ) -> Self {
        let axes = &body.area.header.axes;
        let cell = |column: Option<usize>| {
            let text = column.map(|column| body.reader.own_or_merged(row, column));
            text.filter(|text| !text.trim().is_empty())
        };
        let PlaceOfRow { place, upper } = match axes.rows {
            RowKind::Places if outlined.is_class => PlaceOfRow::default(),
            RowKind::Places => {
                let own = Some(Cow::Borrowed(outlined.name.as_str()));
                place_within(body, row, own, outlined.parents.last().map(String::as_str))
            }
            RowKind::Indicators | RowKind::Periods => {
                let PlaceOfRow { place, upper } = place_within(body, row, cell(axes.place), None);
                let of_line = || outlined.place.as_deref().map(Cow::Borrowed);
                PlaceOfRow { place: place.or_else(of_line), upper }
            }
        };
        let upper = upper.and_then(|upper| known.upper(upper.trim(), body));
        let period = match axes.rows {
            RowKind::Periods => Some(Cow::Borrowed(outlined.name.as_str())),
            RowKind::Indicators | RowKind::Places => cell(axes.period),
        };
        let place = place.and_then(|place| known.place(&place, body));
        let part = cell(axes.part_of_year);
        let period = period.map(|year| with_part(body.schema(), year, part.as_deref()));
        let PeriodOfRow { period, state } =
            period.map(|text| known.period(&text)).unwrap_or_default();
        let states = axes.states.iter().map(|at| DataState::of_cell(&row.cell(*at).shown()));
        let state = states.fold(state, DataState::and);
        // "Tháng 1" under a title of 2024.
        let year = body.schema().period.filter(|own| own.span() == Span::Year);
        // "Quý I" below "Năm 2023".
        let above = outlined.period.filter(|_| axes.rows == RowKind::Periods);
        let written = period.map(|period| period.or_year(above.and_then(Period::first_year)));
        let year = above.or(year);
        let period = period.map(|period| period.or_year(year.and_then(Period::first_year)));
        let own = outlined.is_class.then(|| outlined.name.clone());
        let own = own.filter(|class| !class.is_empty() && !is_all_classes(class));
        let classes: Vec<String> = classes(&body.reader, row).into_iter().chain(own).collect();
        let part = (!classes.is_empty()).then(|| classes.join(" · "));
        Self { slice: Slice { place, period }, written, upper, state, part }
    }
}

/// The place of a row, `own`, or the finest filled one that it is in, and the place that it is in; in its name where
/// several places of the table have it.
/// `above` is the row that it is below: "Xã Tân Thành" below "Huyện Vị Xuyên", and again below another district.
fn place_within<'r>(
    body: &'r Body<'_>,
    row: &'r Row<'_>,
    own: Option<Cow<'r, str>>,
    above: Option<&'r str>,
) -> PlaceOfRow<'r> {
    let upper = body.schema().axes.upper_places.iter().rev();
    let upper = upper.map(|at| body.reader.own_or_merged(row, *at));
    let mut upper = upper.filter(|text| !text.trim().is_empty());
    // A total is no place that others are in.
    let upper = upper.next().or(above.map(Cow::Borrowed)).filter(|upper| !is_whole(upper));
    match (own, upper) {
        (Some(own), Some(upper)) if body.repeated_places.has(&own) => {
            let place = format!("{own} ({})", upper.trim());
            PlaceOfRow { place: Some(Cow::Owned(place)), upper: None }
        }
        (Some(own), upper) => PlaceOfRow { place: Some(own), upper },
        (None, upper) => PlaceOfRow { place: upper, upper: None },
    }
}
