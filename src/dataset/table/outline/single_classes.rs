//! Indicators of a long table all of whose rows are of one class: the maternal mortality ratio, whose sex is always
//! “FEMALE”. That class is no part: there is no whole that it would be a part of.

use std::collections::HashMap;
use std::ops::Range;

use super::row::OutlinedRow;
use super::row_reader::RowReader;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::place::is_all_classes;
use crate::text::one_line::one_line;

/// The most rows of a table that are searched.
const MOST_ROWS: usize = 200_000;

/// The indicators of a table that have one class only.
#[derive(Debug, Default)]
pub(crate) struct SingleClasses {
    /// The class of each, by the name of its rows.
    classes: HashMap<String, String>,
    /// Whether the class is part of what the indicator is: the headings are those of a database that has classes in
    /// brackets ("[Sex]"), and other indicators have none.
    are_of_series: bool,
}

impl SingleClasses {
    /// Compares the rows of a table.
    pub(crate) fn of(reader: &RowReader<'_>, rows: Range<usize>) -> Self {
        let axes = &reader.schema.axes;
        let is_long = axes.rows == RowKind::Indicators && axes.period.is_some();
        if !is_long || axes.classes.is_empty() || rows.len() > MOST_ROWS {
            return Self::default();
        }
        // `None` for an indicator of several classes.
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for row in reader.sheet.range(rows) {
            let class = classes(reader, &row).join(" · ");
            let name = one_line(&reader.marker_and_name(&row).name);
            let first = known.entry(name).or_insert_with(|| Some(class.clone()));
            if first.as_ref() != Some(&class) {
                *first = None;
            }
        }
        let is_bracketed = |at: &usize| {
            let heading = reader.schema.heading(*at).trim();
            heading.starts_with('[') && heading.ends_with(']')
        };
        let has_others = known.values().any(|class| class.as_deref().is_none_or(str::is_empty));
        let are_of_series = has_others && axes.classes.iter().all(is_bracketed);
        let single = |(name, class): (String, Option<String>)| {
            Some((name, class.filter(|class| !class.is_empty())?))
        };
        Self { classes: known.into_iter().filter_map(single).collect(), are_of_series }
    }

    /// Names a row of a class: a part of what it names, which another file may have as a whole, or
    /// the series itself, whose only class is kept in a note.
    pub(crate) fn name(&self, outlined: &mut OutlinedRow, class: &str) {
        let is_single = self.classes.get(&one_line(&outlined.name)).is_some_and(|own| own == class);
        if is_single && self.are_of_series {
            outlined.notes.push(class.to_owned());
        } else {
            let whole = std::mem::replace(&mut outlined.name, class.to_owned());
            outlined.parents.push(whole);
        }
    }
}

/// The classes that the columns of a row name, without those of all of them.
pub(super) fn classes(reader: &RowReader<'_>, row: &Row<'_>) -> Vec<String> {
    let columns = reader.schema.axes.classes.iter();
    let texts = columns.map(|at| one_line(&row.cell(*at).shown()));
    texts.filter(|class| !class.is_empty() && !is_all_classes(class)).collect()
}
