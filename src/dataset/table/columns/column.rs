//! A column of a table, and what its cells are.

use std::borrow::Cow;

use super::comparison::comparison_reading::ComparisonColumn;
use super::note_reason::NoteReason;
use super::number_format::FormatDecision;
use super::ranking::Ranking;
use crate::dataset::table::layout::column_profile::ColumnProfile;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::column_words::COMPONENTS;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::direction;
use crate::lexicon::money::amount_in;
use crate::lexicon::part_of_year::AVERAGES;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::is_preliminary;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::model::{Better, Period, Span};
use crate::text::lower_case::LowerCase;

/// A column of a table. Columns are counted from 0.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// Its heading, as published.
    pub(crate) heading: String,
    /// What the header says that it is.
    pub(crate) role: Role,
    /// The unit in its heading.
    pub(crate) unit: Option<String>,
    /// What its cells are in this table.
    pub(crate) kind: ColumnKind,
    /// The period of its values, as it is shown.
    pub(crate) period: String,
    /// Whether its values are sums that contain an estimate.
    pub(crate) sums_estimates: bool,
    /// Whether its heading says that its values are preliminary.
    pub(crate) is_preliminary: bool,
    /// Whether its heading is for scores.
    pub(crate) of_scores: bool,
    /// Whether its heading is for the components of an index, each of which is a score.
    pub(crate) lists_components: bool,
    /// The years that its values are the mean of: "Bình quân 2021-2025".
    pub(crate) mean_of: Option<Period>,
    /// Whether any of the first cells has a percent sign.
    pub(crate) has_percent_signs: bool,
    /// The amount of money that its heading names: "Dư nợ".
    pub(crate) amount: Option<&'static str>,
    /// The direction that the measure in its heading makes certain.
    pub(crate) better: Option<Better>,
    /// How its numbers are written, with the evidence for it.
    pub(crate) numbers: FormatDecision,
    /// What it contains.
    pub(crate) profile: ColumnProfile,
}

impl Column {
    /// A column of a header.
    pub(super) fn new(
        column: &HeaderColumn,
        kind: ColumnKind,
        period: String,
        numbers: FormatDecision,
    ) -> Self {
        let HeaderColumn { heading, role, unit, profile, .. } = column.clone();
        // What is asked for every row is decided once.
        let of_scores = column.is_of_scores();
        let better = direction::infer(&of_measure(&without_unit(&heading)));
        let key = key(&heading);
        let is_preliminary = is_preliminary(&key);
        let lists_components = has(&key, &COMPONENTS);
        let mean_of = mean_of(&heading, &key);
        let has_percent_signs = profile.filled().any(|text| text.contains('%'));
        let amount =
            amount_in(&heading).filter(|_| matches!(role, Role::Plan(_) | Role::Actual(_)));
        Self {
            heading,
            role,
            unit,
            kind,
            period,
            sums_estimates: false,
            is_preliminary,
            of_scores,
            lists_components,
            mean_of,
            has_percent_signs,
            amount,
            better,
            numbers,
            profile,
        }
    }

    /// Why it is only shown in the note, if it is a column of values.
    pub(crate) fn kept(&self) -> Option<NoteReason> {
        match self.kind {
            ColumnKind::Kept(why) => why,
            _ => None,
        }
    }
}

/// The measure in a heading, without the words before it: "Kết quả tỷ lệ hộ nghèo năm 2024".
fn of_measure(heading: &str) -> Cow<'_, str> {
    let lower = heading.lower_case();
    let at = ["tỷ lệ ", "tỉ lệ "].iter().find_map(|begin| lower.find(begin));
    // Lower case may be longer or shorter than the heading, so it is the one that is cut.
    at.and_then(|at| lower.get(at..)).map_or(heading.into(), |measure| measure.to_owned().into())
}

/// The years that a heading, with its `key`, is the mean of: "Bình quân 2021-2025".
fn mean_of(heading: &str, key: &str) -> Option<Period> {
    let years = parse(heading).filter(|period| matches!(period.span(), Span::Years(_)))?;
    has(key, &AVERAGES).then_some(years)
}

/// What the cells of a column are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ColumnKind {
    Marker,
    Name,
    Unit,
    Id,
    Section,
    Better,
    Plan,
    Actual,
    /// An actual of another period.
    Earlier,
    Comparison(ComparisonColumn),
    Rank(Ranking),
    /// The ranks of the period before, or the change since then: read with the ranks.
    OfRank,
    /// The maximum of the scale of the scores.
    Scale,
    Verdict,
    /// A verdict that rows are ticked with.
    Cross,
    Note,
    /// Only shown in the note, under its heading; for a column of values with the reason.
    Kept(Option<NoteReason>),
}
