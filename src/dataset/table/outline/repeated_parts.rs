//! Parts without a marker of their own whose sum is the row above them: "Công lập" and "Ngoài công
//! lập" below "Số trường học", and again below "Số lớp học". Sums alone do not make parts ("Xuất
//! khẩu" is "Nhập khẩu" and "Xuất siêu"), so the names have to be repeated below other wholes, or
//! to be those of classes or regions.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::body::Body;
use super::split_rows::{add, are_same, figures};
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::marker_order::Marker;
use crate::lexicon::place::{is_class, is_region};
use crate::text::fold::fold;

/// The most rows of a table that are searched.
const MOST_ROWS: usize = 20_000;

/// The parts of a table, by the indices of their rows.
#[derive(Debug, Default)]
pub(crate) struct RepeatedParts(HashSet<usize>);

/// A row with values that may be a whole or a part.
struct Entry {
    row: usize,
    name: String,
    indent: u16,
    figures: Vec<Option<Decimal>>,
    unit: Option<String>,
}

impl RepeatedParts {
    pub(super) fn of(body: &Body<'_>) -> Self {
        let is_flat = body.schema().axes.rows == RowKind::Indicators
            && body.schema().names.len() == 1
            && body.schema().values().next().is_some();
        if !is_flat || body.rows().len() > MOST_ROWS {
            return Self::default();
        }
        let runs = runs(body);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        runs.iter().flatten().for_each(|entry| *counts.entry(&entry.name).or_default() += 1);
        let is_repeated = |entry: &Entry| counts.get(entry.name.as_str()).is_some_and(|of| *of > 1);
        let is_known = |entry: &Entry| is_class(&entry.name) || is_region(&entry.name);
        let mut parts = HashSet::new();
        for run in &runs {
            let is_whole = |at: &usize| !is_repeated(&run[*at]) && !is_known(&run[*at]);
            for whole in (0..run.len()).filter(is_whole) {
                let below = &run[whole + 1..];
                let known = below.iter().take_while(|own| is_known(own)).count();
                let repeated = below.iter().take_while(|own| is_repeated(own)).count();
                parts.extend(sums(&run[whole], &below[..known.max(repeated)]));
                parts.extend(means(&run[whole], &below[..known]));
            }
        }
        // Rates of the same classes are no sums: "Số học sinh một lớp" over "Công lập" and "Ngoài công lập".
        let proven = |own: &&Entry| parts.contains(&own.row) && is_repeated(own);
        let names: HashSet<&str> =
            runs.iter().flatten().filter(proven).map(|own| own.name.as_str()).collect();
        for run in &runs {
            let is_part = |own: &Entry| names.contains(own.name.as_str());
            let groups = run.chunk_by(|one, other| is_part(one) == is_part(other)).skip(1);
            let of_parts = groups.filter(|group| group.len() > 1 && is_part(&group[0]));
            parts.extend(of_parts.flatten().map(|own| own.row));
        }
        Self(parts)
    }

    /// Whether a row is a part of the row above it that is none.
    pub(super) fn contains(&self, row: usize) -> bool {
        self.0.contains(&row)
    }
}

/// The runs of rows with values that have neither a marker nor another indentation than the row above.
fn runs(body: &Body<'_>) -> Vec<Vec<Entry>> {
    let mut runs: Vec<Vec<Entry>> = Vec::new();
    let mut goes_on = false;
    body.sheet().each(body.rows(), |row, cells| {
        let entry = body.reader.marker_and_name(cells);
        if entry.is_unnamed() || body.is_repeated_header(row) {
            return;
        }
        let marked = entry.marked();
        let Marker::Plain(indent) = marked.marker else {
            goes_on = false;
            return;
        };
        if marked.of_which || indent == u16::MAX || !body.has_values(cells) {
            goes_on = false;
            return;
        }
        let name = fold(&marked.name);
        let (figures, unit) = (figures(body, cells), body.reader.unit_cell(cells));
        let own = Entry { row, name, indent, figures, unit };
        match runs.last_mut().filter(|run| goes_on && run.iter().all(|of| of.indent == indent)) {
            Some(run) => run.push(own),
            None => runs.push(vec![own]),
        }
        goes_on = true;
    });
    runs
}

/// The rows of the entries below a whole that add up to it, once or several times: by kind, and again by sex.
fn sums(whole: &Entry, below: &[Entry]) -> Vec<usize> {
    let none = || vec![None; whole.figures.len()];
    let (mut sum, mut first, mut parts) = (none(), 0, Vec::new());
    let is_of_unit = |own: &&Entry| own.unit.is_none() || own.unit == whole.unit;
    for (at, own) in below.iter().take_while(is_of_unit).enumerate() {
        for (sum, figure) in sum.iter_mut().zip(&own.figures) {
            *sum = add(*sum, *figure);
        }
        let count = at + 1 - first;
        if count > 1 && are_same(&whole.figures, &sum, count) {
            parts.extend(below[first..=at].iter().map(|part| part.row));
            (sum, first) = (none(), at + 1);
        }
    }
    parts
}

/// The rows of both sexes, or of town and country, below a whole that is between them in every column: "Thành thị" and
/// "Nông thôn" below "Tỷ lệ thất nghiệp".
fn means(whole: &Entry, below: &[Entry]) -> Vec<usize> {
    const PAIRS: [[&str; 2]; 4] =
        [["nam", "nu"], ["nong thon", "thanh thi"], ["female", "male"], ["rural", "urban"]];
    let is_pair = |pair: &&[Entry]| {
        let [one, other] = pair else { return false };
        let name = |own: &Entry| own.name.split(" - ").next().unwrap_or_default().to_owned();
        let mut names = [name(one), name(other)];
        names.sort_unstable();
        let is_of_unit = |own: &Entry| own.unit.is_none() || own.unit == whole.unit;
        PAIRS.iter().any(|pair| names == *pair)
            && is_of_unit(one)
            && is_of_unit(other)
            && is_between(&whole.figures, &one.figures, &other.figures)
    };
    let pairs = below.chunks(2).take_while(is_pair);
    pairs.flatten().map(|part| part.row).collect()
}

/// Whether the figures of a whole are between those of its two parts wherever all three are known,
/// and not only equal to them.
fn is_between(
    whole: &[Option<Decimal>],
    one: &[Option<Decimal>],
    other: &[Option<Decimal>],
) -> bool {
    let all = whole.iter().zip(one.iter().zip(other));
    let known = all.filter_map(|(whole, (one, other))| Some(((*whole)?, (*one)?, (*other)?)));
    let sides: Vec<(bool, bool)> = known
        .map(|(whole, one, other)| {
            (one.min(other) <= whole && whole <= one.max(other), one != other)
        })
        .collect();
    sides.iter().all(|(is_within, _)| *is_within) && sides.iter().any(|(_, differ)| *differ)
}
