//! Splits the value columns of a table by measure: "Lượng (nghìn tấn)" and "Trị giá (triệu USD)" of the same
//! goods. Each measure has a unit, which distinguishes its indicator from the others of the row.

use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::{
    is_amount, is_count, is_price_or_sum, is_quantity_of_goods, is_same, measure,
};
use crate::lexicon::period::{self, parse};
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::lexicon::unit::ListedUnit;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The largest number of measures.
const MOST: usize = 12;

/// One of several measures in a row: "Lượng (nghìn tấn)" next to "Trị giá (triệu USD)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MeasureGroup {
    /// The name in the headings.
    pub(crate) name: String,
    pub(crate) unit: MeasureUnit,
}

/// The unit of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MeasureUnit {
    /// Its headings, or a list above the table, name it.
    Named(String),
    /// That of the row.
    OfRow,
    /// The headings of other measures name theirs.
    Unknown,
}

impl MeasureUnit {
    /// The unit of an indicator of the measure, in a row of this unit.
    pub(crate) fn in_row(&self, of_row: Option<String>) -> Option<String> {
        match self {
            Self::Named(unit) => Some(unit.clone()),
            Self::OfRow => of_row,
            Self::Unknown => None,
        }
    }
}

/// The measures of a table, each with its columns of plans and actuals.
pub(crate) struct Measures {
    pub(super) all: Vec<MeasureColumns>,
}

/// A measure with its columns, counted from 0.
pub(super) struct MeasureColumns {
    pub(super) measure: MeasureGroup,
    pub(super) columns: Vec<usize>,
}

impl Measures {
    /// The measures of a table; `None` if they cannot be distinguished: by their units, or by
    /// headings that name nothing but measures, or if there is only one and the rows need no other
    /// name.
    pub(crate) fn of(header: &Header, units: &[ListedUnit]) -> Option<Self> {
        if let Some(bands) = bands(header).or_else(|| counts_of_periods(header)) {
            return Some(bands);
        }
        let mut all = by_words_and_unit(header);
        let has_unit_column = header.column(&Role::Unit).is_some();
        if !has_unit_column {
            give_listed_units(&mut all, units);
        }
        // Every heading must name its measure: "Thực hiện (tấn)" and "Thực hiện (%)" are one measure.
        let said = all.iter().all(|measure| !measure.words.is_empty());
        let without_unit = all.iter().filter(|measure| measure.unit.is_none()).count();
        // The unit of the row is that of the only measure whose headings have none: "Lượng" of "Lượng | Trị giá
        // (triệu USD)".
        let are_known = without_unit == 0 || has_unit_column && without_unit == 1;
        let unit = |measure: &Measure| measure.unit.as_deref().map(fold);
        let several = all.iter().any(|measure| unit(measure) != unit(&all[0]));
        let has_prices = are_priced_goods(header);
        // A rate may be a measure among others: "Tỷ lệ trường đạt chuẩn (%)".
        let is_bare = |at: &usize| {
            let heading = &header.columns[*at].heading;
            let role = Heading::of(heading).role;
            let is_of_goods = || is_quantity_of_goods(heading) || is_price_or_sum(heading);
            role == Role::Unknown || is_rate(&role) || has_prices && is_of_goods()
        };
        let are_bare = || all.len() > 1 && header.values().iter().all(is_bare);
        let is_distinct = are_known && several || are_bare() || is_only_measure(header);
        if !said || all.len() > MOST || !is_distinct {
            return None;
        }
        let others_have = without_unit < all.len();
        let is_quantity = |columns: &[usize]| {
            columns.iter().any(|at| is_quantity_of_goods(&header.columns[*at].heading))
        };
        let all = all.into_iter().map(|Measure { unit, columns, .. }| {
            // The first column may only say that it is a plan.
            let names = columns.iter().map(|column| name(&header.columns[*column].heading));
            let name = names.into_iter().find(|name| !name.is_empty());
            let unit = match unit {
                Some(unit) => MeasureUnit::Named(unit),
                None if others_have && !has_unit_column => MeasureUnit::Unknown,
                // The column of units is that of the quantity, and a unit above the table that of the money.
                None if has_prices && is_quantity(&columns) != has_unit_column => {
                    MeasureUnit::Unknown
                }
                None => MeasureUnit::OfRow,
            };
            let name = name.unwrap_or_default();
            MeasureColumns { measure: MeasureGroup { name, unit }, columns }
        });
        Some(Self { all: all.collect() })
    }

    /// The index of the measure that a column belongs to.
    pub(crate) fn of_column(&self, column: usize) -> Option<usize> {
        self.all.iter().position(|own| own.columns.contains(&column))
    }
}

/// Whether the only value of a table is one that its heading names, so that no row alone says what is counted: "Nhu cầu
/// vốn (tỷ đồng)" next to projects, unlike "Số tiền".
fn is_only_measure(header: &Header) -> bool {
    let [only] = header.values()[..] else { return false };
    let column = &header.columns[only];
    let is_other =
        |at: &usize| !matches!(header.columns[*at].role, Role::Marker | Role::Name | Role::Unit);
    Heading::of(&column.heading).role == Role::Unknown
        && !is_amount(&column.heading)
        && !(0..header.columns.len()).filter(|at| *at != only).any(|at| is_other(&at))
}

/// Whether the values are the quantity of goods, and their price or what they cost.
fn are_priced_goods(header: &Header) -> bool {
    let values = header.values();
    let is_any =
        |wanted: fn(&str) -> bool| values.iter().any(|at| wanted(&header.columns[*at].heading));
    is_any(is_quantity_of_goods) && is_any(is_price_or_sum)
}

/// Whether a role is that of a rate, which a column has that compares nothing.
fn is_rate(role: &Role) -> bool {
    matches!(role, Role::Comparison(Comparison::Rate | Comparison::Either))
}

/// The measures that the first levels of the headings name, if each of them is over a plan and a
/// result ("Thu ngân sách" over "Dự toán" and "Thực hiện", next to "Giải ngân" over "Kế hoạch vốn"
/// and "Đã giải ngân"), or over the same periods ("Trâu" and "Bò" over 2022 and 2023).
fn bands(header: &Header) -> Option<Measures> {
    let mut all: Vec<(&str, Vec<usize>)> = Vec::new();
    for at in header.values() {
        let column = &header.columns[at];
        let (band, _) = column.heading.split_once(" · ")?;
        if column.place.is_some() || column.class.is_some() || says_when(band) {
            return None;
        }
        match all.iter_mut().find(|(known, _)| *known == band) {
            Some((_, columns)) => columns.push(at),
            None => all.push((band, vec![at])),
        }
    }
    let has = |columns: &[usize], wanted: fn(&Role) -> bool| {
        columns.iter().any(|at| wanted(&header.columns[*at].role))
    };
    let is_whole = |(band, columns): &(&str, Vec<usize>)| {
        // "Kế hoạch · Lượng" groups by plan and result, not by measure.
        let of_roles =
            matches!(Heading::of(band).role, Role::Plan(_)) || subject_of(band).is_empty();
        !of_roles
            && has(columns, |role| matches!(role, Role::Plan(_)))
            && has(columns, |role| matches!(role, Role::Actual(_)))
    };
    if all.len() < 2
        || all.len() > MOST
        || !(all.iter().all(is_whole) || are_repeated(header, &all))
    {
        return None;
    }
    // Without a unit in any heading, that above the table is of all of them.
    let named = |columns: &[usize]| columns.iter().any(|at| header.columns[*at].unit.is_some());
    let of_row = header.column(&Role::Unit).is_some() || !all.iter().any(|(_, at)| named(at));
    let measure = |(band, columns): (&str, Vec<usize>)| {
        let unit = columns.iter().find_map(|at| header.columns[*at].unit.clone());
        let unit = match unit {
            Some(unit) => MeasureUnit::Named(unit),
            None if of_row => MeasureUnit::OfRow,
            None => MeasureUnit::Unknown,
        };
        MeasureColumns { measure: MeasureGroup { name: subject_of(band), unit }, columns }
    };
    Some(Measures { all: all.into_iter().map(measure).collect() })
}

/// What is counted in several periods, each of which is over the same counts: "Số vụ" and "Số người
/// chết" under 2022 and under 2023.
fn counts_of_periods(header: &Header) -> Option<Measures> {
    let mut all: Vec<(&str, Vec<(&str, usize)>)> = Vec::new();
    for at in header.values() {
        let column = &header.columns[at];
        let (period, count) = column.heading.split_once(" · ")?;
        if column.place.is_some()
            || column.class.is_some()
            || !says_when(period)
            || !is_count(count)
        {
            return None;
        }
        match all.iter_mut().find(|(known, _)| *known == count) {
            Some((_, columns)) => columns.push((period, at)),
            None => all.push((count, vec![(period, at)])),
        }
    }
    let periods = |columns: &[(&str, usize)]| -> Vec<String> {
        columns.iter().map(|(period, _)| (*period).to_owned()).collect()
    };
    let first = periods(&all.first()?.1);
    let are_same = all.iter().all(|(_, columns)| periods(columns) == first);
    if first.len() < 2 || all.len() < 2 || all.len() > MOST || !are_same {
        return None;
    }
    let measure = |(count, columns): (&str, Vec<(&str, usize)>)| {
        let columns: Vec<usize> = columns.into_iter().map(|(_, at)| at).collect();
        let unit = columns.iter().find_map(|at| header.columns[*at].unit.clone());
        let unit = unit.map_or(MeasureUnit::OfRow, MeasureUnit::Named);
        MeasureColumns { measure: MeasureGroup { name: subject_of(count), unit }, columns }
    };
    Some(Measures { all: all.into_iter().map(measure).collect() })
}

/// Whether a level is a period and nothing else: "2023", "Năm học 2023-2024".
fn says_when(level: &str) -> bool {
    is_period(&key(level)) || period::is_period(level)
}

/// Whether first levels that name measures are each over the same levels, of which there are several, or over some of
/// the same periods.
fn are_repeated(header: &Header, bands: &[(&str, Vec<usize>)]) -> bool {
    let below = |columns: &[usize]| -> Vec<&str> {
        let below = |at: &usize| header.columns[*at].heading.split_once(" · ");
        columns.iter().filter_map(below).map(|(_, below)| below).collect()
    };
    let names_measure = |band: &str| {
        Heading::of(band).role == Role::Unknown
            && parse(band).is_none()
            && !subject_of(band).is_empty()
    };
    let widest = bands.iter().map(|(_, columns)| below(columns)).max_by_key(Vec::len);
    let widest = widest.unwrap_or_default();
    // A group may lack a period that others have; what is below it is a period, then.
    let is_part = |columns: &[usize]| {
        let own = below(columns);
        own == widest || own.iter().all(|own| widest.contains(own) && is_period(&key(own)))
    };
    widest.len() > 1 && bands.iter().all(|(band, columns)| is_part(columns) && names_measure(band))
}

/// What the first level of a heading is about, without its unit.
fn subject_of(band: &str) -> String {
    one_line(&without_unit(band))
}

/// The columns of values that name the same measure in the same unit.
struct Measure {
    words: Vec<String>,
    unit: Option<String>,
    columns: Vec<usize>,
}

/// The measures that the headings of the value columns name, in the order of their columns.
fn by_words_and_unit(header: &Header) -> Vec<Measure> {
    let mut all: Vec<Measure> = Vec::new();
    let folded = |unit: &Option<String>| unit.as_deref().map(fold);
    for column in header.values() {
        let heading = &header.columns[column];
        let (unit, words) = (heading.unit.clone(), measure(&heading.heading));
        let is_known = |known: &&mut Measure| {
            folded(&known.unit) == folded(&unit) && is_same(&known.words, &words)
        };
        match all.iter_mut().find(is_known) {
            Some(known) => {
                if known.words.is_empty() {
                    known.words = words;
                }
                known.columns.push(column);
            }
            None => all.push(Measure { words, unit, columns: vec![column] }),
        }
    }
    all
}

/// Gives measures without a unit those in a list above the table, if it has one for each: "Nghìn tấn, triệu USD" lists
/// them in the order of the measures; "Trị giá: triệu USD" names its own.
fn give_listed_units(all: &mut [Measure], units: &[ListedUnit]) {
    if all.len() != units.len() || all.iter().any(|measure| measure.unit.is_some()) {
        return;
    }
    for (at, Measure { words, unit, .. }) in all.iter_mut().enumerate() {
        let is_own = |listed: &&ListedUnit| {
            listed.measure.as_deref().is_some_and(|own| is_same(&measure(own), words))
        };
        let ordered = units.get(at).filter(|listed| listed.measure.is_none());
        let listed = units.iter().find(is_own).or(ordered);
        *unit = listed.map(|listed| listed.unit.clone());
    }
}

/// The name of a measure: the levels of the heading that name it, without their units. "Năm học 2023-2024" names none.
fn name(heading: &str) -> String {
    let is_named = |level: &&str| !measure(level).is_empty() && !period::is_period(level);
    let levels = heading.split(" · ").filter(is_named);
    let names: Vec<String> = levels.map(|level| one_line(&without_unit(level))).collect();
    names.join(" · ")
}
