//! Decides to which actual a comparison column belongs: first by the words of its heading ("tháng 10", "lũy
//! kế", "trị giá"), then by the values of the rows.

use std::cmp::Reverse;

use super::comparison_candidate::ColumnCandidate;
use super::comparison_kind::Meaning;
use super::comparison_pairs::{ComparisonPairs, Pair, ValueColumn, is_of_same_span};
use super::comparison_reading::{ComparisonColumn, ComparisonReading};
use super::comparison_sample::Sample;
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::columns::periods;
use crate::dataset::table::columns::value_columns::ValueColumns;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::measure::{is_same, measure, shared};
use crate::lexicon::part_of_year::{Agreement, PartSpan};
use crate::lexicon::period::parse;
use crate::lexicon::period_words::PREVIOUS_WORDS;
use crate::lexicon::phrases::{has, key};
use crate::model::Period;

/// Decides about the comparison columns of a table, given the value columns of each measure.
pub(crate) struct ComparisonOwner<'a> {
    pub(crate) pairs: &'a ComparisonPairs<'a>,
    pub(crate) measures: &'a [ValueColumns],
}

impl ComparisonOwner<'_> {
    /// Decides how a comparison column is used.
    pub(crate) fn decide(
        &self,
        at: usize,
        comparison: Comparison,
        sample: &Sample,
    ) -> ComparisonReading {
        let sides = ComparisonSides::of(&self.pairs.header.columns[at].heading);
        let column = ColumnCandidate { at, comparison, sample, sides };
        let actuals = self.allowed_actuals(&column);
        let mains: Vec<usize> = self.measures.iter().filter_map(|columns| columns.actual).collect();
        if let Some(fall) = self.fall(&column) {
            return fall;
        }
        let best = |main: bool| {
            let wanted = |pair: &Pair| {
                actuals.contains(&pair.actual) && mains.contains(&pair.actual) == main
            };
            self.best(&column, wanted)
        };
        let (own, other) = (best(true), best(false));
        let stronger = |other: &Supported| own.is_none_or(|own| own.rows < other.rows);
        if let Some(other) = other.filter(stronger) {
            let (of, evidence) = (Some(other.pair.actual), other.rows);
            return column.kept(NoteReason::OtherValue { of, evidence });
        }
        if let Some(own) = own {
            return self.supported(&column, own);
        }
        if column.is_of_other_period(self.pairs.header, self.measures) {
            return column.kept(NoteReason::OtherPeriod);
        }
        let header = self.pairs.header;
        let has_own_unit = column.is_in_points(header) || column.is_in_times(header);
        if !has_own_unit && column.is_difference(header) {
            return column.kept(NoteReason::Difference);
        }
        let named = self.named(&column, &actuals);
        if let Some(of) = self.other_by_position(&column, &named, &mains) {
            return column.kept(NoteReason::OtherValue { of, evidence: 0 });
        }
        self.unsupported(&column, &named, &mains)
    }

    /// The given value columns without those that measure something else than the heading of the comparison
    /// says.
    fn named(&self, column: &ColumnCandidate<'_>, actuals: &[usize]) -> Vec<usize> {
        let own = measure(&column.sides.value);
        let words = if own.is_empty() { self.named_in_brackets(column) } else { own };
        let may = |at: &usize| {
            let value = self.pairs.columns.iter().find(|value| value.at == *at);
            let measure = value.map(|value| &value.measure);
            measure.is_none_or(|own| words.is_empty() || own.is_empty() || shared(&words, own) > 0)
        };
        let named: Vec<usize> = actuals.iter().copied().filter(may).collect();
        self.of_one_part(column, named)
    }

    /// What the brackets of a heading name, if it is a value of the table: "So cùng kỳ năm trước (lúa) (%)".
    fn named_in_brackets(&self, column: &ColumnCandidate<'_>) -> Vec<String> {
        let heading = &self.pairs.header.columns[column.at].heading;
        let inside = heading.split('(').skip(1).filter_map(|rest| rest.split(')').next());
        let words = inside.map(measure);
        let is_value = |words: &Vec<String>| {
            self.pairs.columns.iter().any(|value| shared(words, &value.measure) > 0)
        };
        words.into_iter().find(is_value).unwrap_or_default()
    }

    /// The actuals that the heading of a comparison allows, or the one that its formula names.
    fn allowed_actuals(&self, column: &ColumnCandidate<'_>) -> Vec<usize> {
        let formula = self.pairs.header.formulas.iter().find(|of| of.result == column.at);
        let is_actual =
            |at: usize| self.pairs.columns.iter().any(|column| column.at == at && !column.is_plan);
        if let Some(formula) = formula.filter(|formula| is_actual(formula.left)) {
            return vec![formula.left];
        }
        if let Some(actual) = self.actual_of_slice(column) {
            return vec![actual];
        }
        let words = measure(&column.sides.value);
        let folded = key(&column.sides.value);
        let (span, of_previous) = (PartSpan::of(&folded), has(&folded, &PREVIOUS_WORDS));
        let rank = |value: &ValueColumn| {
            let common = shared(&words, &value.measure);
            let rest = if common > 0 { value.measure.len() } else { 0 };
            (common, Reverse(rest), value.span.agrees(span))
        };
        let values = self.pairs.columns.iter().filter(|value| {
            !value.is_plan
                && (!value.previous || of_previous)
                && value.span.agrees(span) != Agreement::Different
        });
        let best = values.clone().map(rank).max();
        values.filter(|value| Some(rank(value)) == best).map(|value| value.at).collect()
    }

    /// The actual of the period that the heading of a comparison names, in a table of several periods with plans:
    /// "% 2022" next to "KH 2022" and "TH 2022".
    fn actual_of_slice(&self, column: &ColumnCandidate<'_>) -> Option<usize> {
        let heading = &self.pairs.header.columns[column.at].heading;
        // "So với 2022" names the base; "% 2022" names the period of both.
        let is_bare = heading.contains('%') && !heading.chars().any(char::is_alphabetic);
        if column.sides.base.is_some() && !is_bare {
            return None;
        }
        let words = measure(&column.sides.value);
        let period = parse(if is_bare { heading } else { &column.sides.value })?;
        let of_period = self.measures.iter().filter(|own| own.slice.period == Some(period));
        let mut actuals = of_period.filter_map(|own| own.plan.and(own.actual)).filter(|at| {
            let value = self.pairs.columns.iter().find(|value| value.at == *at);
            value.is_none_or(|value| is_same(&words, &value.measure))
        });
        actuals.next().filter(|_| actuals.next().is_none())
    }

    /// The pair that most rows are consistent with.
    fn best(
        &self,
        column: &ColumnCandidate<'_>,
        wanted: impl Fn(&Pair) -> bool,
    ) -> Option<Supported> {
        let formula = self.pairs.header.formulas.iter().find(|of| of.result == column.at);
        let base = formula.map(|formula| formula.right);
        let of_slice = self.actual_of_slice(column).is_some();
        let known = |at: usize| self.pairs.pairs.iter().any(|pair| pair.base == at);
        // "Tăng, giảm" names no base; the formula or the rows do.
        let heading = key(&self.pairs.header.columns[column.at].heading);
        let open = column.sides.base.is_none() && !has(&heading, &PREVIOUS_WORDS) || base.is_some();
        let allowed = |pair: &Pair| {
            let kind = match column.comparison {
                Comparison::Plan => pair.with_plan,
                Comparison::Previous if of_slice => true,
                Comparison::Growth if open => true,
                Comparison::Previous | Comparison::Growth => !pair.with_plan,
                _ => true,
            };
            kind && base.is_none_or(|base| !known(base) || base == pair.base)
                && (pair.with_plan || !self.is_reversed(column, pair))
        };
        let preferred = |pair: &Pair| {
            self.measures.iter().any(|columns| {
                let previous = || self.previous(column, columns);
                let base = if pair.with_plan { columns.plan } else { previous() };
                columns.actual == Some(pair.actual) && base == Some(pair.base)
            })
        };
        let pairs = self.pairs.pairs.iter().zip(&column.sample.votes);
        let supported =
            pairs.filter(|(pair, _)| allowed(pair) && wanted(pair)).filter_map(|(pair, votes)| {
                let (mut meaning, rows) = votes.best()?;
                // What one row supports and another refutes is chance.
                if rows * 2 <= votes.rows() {
                    return None;
                }
                if meaning == Meaning::Growth
                    && votes.may_be_difference()
                    && self.counts_in_percent(column.at, pair.actual)
                {
                    meaning = Meaning::Difference;
                }
                let words = self.shared_with_base(column, pair.base);
                let rank = (rows, words, preferred(pair), pair.with_plan);
                Some((rank, Supported { pair: *pair, meaning, rows, of: votes.rows() }))
            });
        supported.max_by_key(|(rank, _)| *rank).map(|(_, supported)| supported)
    }

    /// Whether a comparison is in the unit of its values: both in percent, or the comparison not in percent.
    fn counts_in_percent(&self, at: usize, actual: usize) -> bool {
        let in_percent = |at: usize| self.pairs.header.columns[at].heading.contains('%');
        in_percent(actual) || !in_percent(at)
    }

    /// The number of words that the heading's name of the base shares with a column.
    pub(super) fn shared_with_base(&self, column: &ColumnCandidate<'_>, base: usize) -> usize {
        let words = measure(column.sides.base.as_deref().unwrap_or_default());
        let found = self.pairs.columns.iter().find(|column| column.at == base);
        found.map_or(0, |found| shared(&words, &found.measure))
    }

    fn supported(&self, column: &ColumnCandidate<'_>, found: Supported) -> ComparisonReading {
        let pair = found.pair;
        let of = |columns: &ValueColumns| columns.actual == Some(pair.actual);
        let Some(index) = self.measures.iter().position(of) else {
            return column.unknown();
        };
        if pair.with_plan && self.measures[index].plan != Some(pair.base) {
            let why = Some(NoteReason::OtherPlan(pair.base));
            return ComparisonReading::Kept { at: column.at, why, group: index };
        }
        let base = (!pair.with_plan).then_some(pair.base);
        ComparisonReading::Of {
            group: index,
            found: ComparisonColumn {
                at: column.at,
                with_plan: pair.with_plan,
                base,
                period: self.period(column, base, &self.measures[index]),
                meaning: found.meaning,
                is_fall: false,
                evidence: found.rows,
                of: Some(found.of),
                tested: found.of,
                is_stated: false,
                of_other: false,
            },
        }
    }

    /// The actual that a comparison with an earlier period compares with: that of the year before for "so với cùng
    /// kỳ", or else that of the period before.
    pub(crate) fn previous(
        &self,
        column: &ColumnCandidate<'_>,
        columns: &ValueColumns,
    ) -> Option<usize> {
        let base = column.sides.base.as_deref().unwrap_or_default();
        let own = columns.slice.period;
        let named = parse(base);
        let years = own.zip(named).map(|(own, base)| (own.first_year(), base.first_year()));
        let is_earlier_year = years.is_some_and(|(own, base)| base.is_some() && own > base);
        // "So với tháng 12 năm trước" next to another month.
        if is_earlier_year && own.map(Period::span) != named.map(Period::span) {
            return None;
        }
        match is_earlier_year || names_year_before(&key(base)) {
            true => columns.year_before,
            false => columns.previous,
        }
    }

    /// The period that is compared with, as it is shown.
    pub(crate) fn period(
        &self,
        column: &ColumnCandidate<'_>,
        base: Option<usize>,
        columns: &ValueColumns,
    ) -> String {
        let of_column = || {
            let base = base.or_else(|| self.previous(column, columns))?;
            Some(periods::period(&self.pairs.header.columns[base].heading))
        };
        // "So với cùng kỳ 2024" next to the value of 2024 compares with the year before.
        let own_year =
            columns.actual.and_then(|actual| parse(&self.pairs.header.columns[actual].heading));
        let own_year =
            own_year.and_then(Period::last_year).map(|year| format!("cùng kỳ năm {year}"));
        let named = column.sides.period().map(|period| match own_year.as_ref() == Some(&period) {
            true => "cùng kỳ năm trước".to_owned(),
            false => period,
        });
        let dated = base.and_then(|base| self.dated(column, base));
        let period = dated.or(named).or_else(of_column);
        let period = period.unwrap_or_else(|| "kỳ trước".to_owned());
        match self.is_of_other(column) {
            true => format!("{period} ({})", column.sides.value.trim()),
            false => period,
        }
    }

    /// The period of the column of the base, if the heading names it without its year: "10 tháng" for the values of "10
    /// tháng 2023".
    fn dated(&self, column: &ColumnCandidate<'_>, base: usize) -> Option<String> {
        let named = PartSpan::of(&key(column.sides.base.as_deref()?));
        let heading = &self.pairs.header.columns[base].heading;
        let own = PartSpan::of(&key(heading));
        let is_dated = own.year.is_some() || has(&key(heading), &PREVIOUS_WORDS);
        let same = named.part.is_some() && named.part == own.part;
        (same && named.year.is_none() && is_dated).then(|| periods::period(heading))
    }

    /// Whether a comparison in a table without actuals names another period than most do.
    pub(super) fn is_of_other(&self, column: &ColumnCandidate<'_>) -> bool {
        let own = PartSpan::of(&key(&column.sides.value));
        let named = !column.sides.value.trim().is_empty();
        named && self.pairs.alone.is_some_and(|alone| !is_of_same_span(alone, own))
    }
}

/// Whether a folded base is that of the year before: "cùng kỳ", "năm trước".
fn names_year_before(base: &str) -> bool {
    has(base, &["cung ky", "ck", "nam truoc", "cung thang", "cung quy", "last year", "same period"])
}

/// A pair that rows are consistent with: how many of them, and of how many.
#[derive(Clone, Copy)]
struct Supported {
    pair: Pair,
    meaning: Meaning,
    rows: usize,
    of: usize,
}
