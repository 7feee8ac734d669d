//! Whether a table of places without a column of names is a mere list of them, each with a figure that nothing names.

use super::axis_columns::has_periods;
use super::column_of_places::has_unnamed_pair;
use super::column_profile::ColumnProfile;
use super::corrections::planned_changes;
use super::header_column::HeaderColumn;
use super::indicator_columns::{count_measures, is_of_periods};
use super::key_columns::KeyColumns;
use super::numbered_classes::numbered_class;
use super::titles::title_subject::TitleSubject;
use crate::lexicon::measure::is_count;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{is_place, is_place_heading, is_whole, may_be_place};
use crate::lexicon::ranking::is_bare_score;
use crate::lexicon::role::Role;
use crate::lexicon::subject::{act_alone, subjects};
use crate::lexicon::unit::is_office;

/// A table whose rows are named by a column of places or periods, with the columns that may be indicators.
pub(super) struct KeyedTable<'a> {
    pub(super) columns: &'a [HeaderColumn],
    pub(super) keys: KeyColumns,
    pub(super) indicators: &'a [usize],
    pub(super) title: &'a TitleSubject,
}

impl KeyedTable<'_> {
    /// Whether it is a list of places, each with its figure: a table of one measure that neither a title nor a heading
    /// names.
    pub(super) fn is_list_of_places(&self) -> bool {
        let KeyColumns { place: Some(place), period: None } = self.keys else { return false };
        // "Kế hoạch | Thực hiện" next to "Số hộ" names nothing either, and may not be of these.
        let is_unnamed =
            || self.title.name.is_none() && has_unnamed_pair(self.columns) && !self.is_act();
        is_unnamed()
            || !self.has_several()
                && !has_periods(self.columns)
                && !self.is_counted()
                && !is_of_periods(self.columns, self.indicators)
                && !self.is_act()
                && !self.is_measured(place)
                && !self.is_scored(place)
                && !self.is_titled(place)
    }

    fn headings(&self) -> impl Iterator<Item = &HeaderColumn> {
        self.indicators.iter().map(|at| &self.columns[*at])
    }

    /// Whether there are several measures, or numbered classes of one: "3 sao" is no "4 sao".
    fn has_several(&self) -> bool {
        let classes = self.headings().filter(|one| numbered_class(one.last_level()).is_some());
        count_measures(self.columns, self.indicators) > 1 || classes.count() > 1
    }

    /// Whether the rows may be places of the indicator that the title names.
    fn is_titled(&self, place: usize) -> bool {
        let is_named = self.headings().any(|one| !subjects(&one.heading).is_empty());
        let is_planned = self.columns.iter().any(HeaderColumn::is_plan);
        let is_open = !is_named || is_ranking(self.columns) && !is_planned;
        is_open && is_of_title(&self.columns[place].profile, self.title)
    }

    /// Whether a heading says what is measured where no title does: "Giải ngân đến 30/9".
    fn is_act(&self) -> bool {
        self.headings().any(|one| act_alone(&one.heading).is_some())
            || planned_changes::is_named(self.columns)
    }

    /// Whether a heading is a count: "Số tiêu chí đạt" names an indicator, also over "Kế hoạch" and "Thực hiện".
    fn is_counted(&self) -> bool {
        let is_counted = |level: &str| is_count(level) && !subjects(level).is_empty();
        self.headings().any(|one| one.heading.split(" · ").any(is_counted))
    }

    /// Whether the only values are results whose heading names a measure and its unit, "Dân số
    /// (người)", or a measure over names that can only be places: "Huyện Ba Bể" below "Tên huyện |
    /// Dân số".
    fn is_measured(&self, place: usize) -> bool {
        let [only] = self.indicators else { return false };
        let column = &self.columns[*only];
        let places = &self.columns[place].profile;
        let are_certain = || places.are_all(|text| is_place(text) || is_whole(text));
        let is_other = |at: usize| at != *only && self.columns[at].is_plan_or_actual();
        !column.is_plan()
            && (column.unit.is_some() || are_certain())
            && !subjects(&column.heading).is_empty()
            && !(0..self.columns.len()).any(is_other)
            && !is_ranking(self.columns)
    }

    /// Whether the heading next to ranks names what places are ranked by: "Chỉ số PCI"; "Điểm PCI"
    /// only says that it is a score.
    fn is_scored(&self, place: usize) -> bool {
        let [only] = self.indicators else { return false };
        let named = subjects(&self.columns[*only].heading);
        let is_score = |level: &String| is_bare_score(level) || key(level).starts_with("diem ");
        is_place_heading(&self.columns[place].heading)
            && is_ranking(self.columns)
            && !self.columns.iter().any(HeaderColumn::is_plan)
            && !named.is_empty()
            && !named.iter().any(is_score)
    }
}

/// Whether the rows may be places of the indicator that the title names.
fn is_of_title(places: &ColumnProfile, title: &TitleSubject) -> bool {
    let named =
        |text: &str| is_place(text) || is_whole(text) || may_be_place(text) || is_office(text);
    title.name.is_some() && places.most_satisfy(named)
}

/// Whether the rows are ranked, or have scores.
fn is_ranking(columns: &[HeaderColumn]) -> bool {
    let ranks = |column: &HeaderColumn| {
        matches!(column.role, Role::Rank(_) | Role::Scale) || column.is_of_scores()
    };
    columns.iter().any(ranks)
}
