//! What a comparison column says about itself: its heading and its sampled values.

use super::absolute_changes::is_next_to_its_percentage;
use super::comparison_reading::ComparisonReading;
use super::comparison_sample::Sample;
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::columns::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::{Comparison, is_change, is_in_points};
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::period_words::PREVIOUS_WORDS;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::text::fold::fold;

/// A comparison column with everything that decides about it.
pub(super) struct ColumnCandidate<'a> {
    pub(crate) at: usize,
    pub(crate) comparison: Comparison,
    pub(crate) sample: &'a Sample,
    pub(crate) sides: ComparisonSides,
}

impl ColumnCandidate<'_> {
    /// It is shown in the note, for a reason.
    pub(crate) fn kept(&self, why: NoteReason) -> ComparisonReading {
        ComparisonReading::Kept { at: self.at, why: Some(why), group: 0 }
    }

    /// It is shown in the note, because nothing says what it compares with.
    pub(crate) fn unknown(&self) -> ComparisonReading {
        ComparisonReading::Kept { at: self.at, why: None, group: 0 }
    }

    /// Whether its heading names the base, and its heading or its numbers whether it is a ratio or a change.
    pub(super) fn is_stated(&self) -> bool {
        let names_base = || self.sides.period().is_some();
        match self.comparison {
            Comparison::Plan => true,
            Comparison::Growth => names_base(),
            Comparison::Previous => {
                names_base() && (self.sides.is_index || self.sample.shows_kind())
            }
            _ => false,
        }
    }

    /// Whether its heading says that it is counted in percentage points: "So với năm 2023 (điểm %)".
    pub(super) fn is_in_points(&self, header: &Header) -> bool {
        self.comparison != Comparison::Plan && is_in_points(&key(&header.columns[self.at].heading))
    }

    /// Whether it says how many times the base its value is: "So với năm 2010 (lần)".
    pub(super) fn is_in_times(&self, header: &Header) -> bool {
        let column = &header.columns[self.at];
        column.unit.as_deref().is_some_and(|unit| fold(unit) == "lan")
            && !is_change(&key(&column.heading))
    }

    /// Whether it is a difference in the unit of the values: "Tăng, giảm so với cùng kỳ · Số tuyệt đối".
    pub(super) fn is_difference(&self, header: &Header) -> bool {
        let column = &header.columns[self.at];
        let heading = column.heading.as_str();
        let key = key(heading);
        let counted = column.unit.as_deref().is_some_and(|unit| !unit.contains('%'));
        let last = heading.rsplit(" · ").next().unwrap_or_default();
        let signs = !last.contains(char::is_alphanumeric) && last.contains('-');
        // "Giá trị" next to "%", both under "Tăng, giảm so với cùng kỳ".
        let amount =
            matches!(self::key(last).as_str(), "gia tri" | "so tien" | "so luong" | "value");
        let signs = signs || ends_with_signs(heading);
        let bare = (signs || amount && last != heading) && !heading.contains('%');
        self.comparison != Comparison::Plan
            && (counted
                || bare
                || has(&key, &["tuyet doi", "absolute"])
                || self.counts_things(header)
                || is_next_to_its_percentage(header, self.at))
    }

    /// Whether it is a change in whole numbers under a heading without a percent sign, of rows that are not in percent:
    /// "Tăng, giảm so với tháng trước" over +220 and -35 people.
    fn counts_things(&self, header: &Header) -> bool {
        let units = header.column(&Role::Unit).map(|at| &header.columns[at].profile);
        let in_percent = units.is_some_and(|units| {
            let percents = units.filled().filter(|unit| unit.contains(['%', '‰']));
            percents.count() * 2 > units.filled().count()
        });
        self.comparison == Comparison::Growth
            && !header.columns[self.at].heading.contains('%')
            && self.sample.is_whole()
            && !in_percent
    }

    /// Whether it is the rate of another period than the actual: "Tỷ lệ giải ngân cùng kỳ".
    pub(super) fn is_of_other_period(&self, header: &Header, measures: &[ValueColumns]) -> bool {
        if self.comparison != Comparison::Rate {
            return false;
        }
        let key = key(&header.columns[self.at].heading);
        let years =
            measures.iter().flat_map(|columns| columns.actual.into_iter().chain(columns.plan));
        let years = years.filter_map(|at| match &header.columns[at].role {
            Role::Actual(when) | Role::Plan(when) => when.year,
            _ => None,
        });
        has(&key, &PREVIOUS_WORDS)
            || crate::lexicon::period_words::year(&key)
                .zip(years.max())
                .is_some_and(|(own, year)| own != year)
    }
}

/// Whether a heading ends with the signs of a difference: "So với năm 2023 (+/-)", "So với năm 2023 (+,-)".
fn ends_with_signs(heading: &str) -> bool {
    let signs: String = heading.chars().rev().take_while(|c| !c.is_alphanumeric()).collect();
    signs.contains('±') || signs.contains('+') && signs.contains(['-', '–', '−'])
}
