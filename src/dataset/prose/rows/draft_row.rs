//! An indicator while it is put together.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::dataset::prose::tokens::sentences::SentenceAt;
use crate::model::{Change, Count, Period, PeriodValue, Rank, Target, Verdict};

/// Why a row is to be reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// The name does not begin like a known indicator's.
    UnknownName,
    /// The name is very short or very long.
    NameLength,
    /// The name was taken from the words behind the figure.
    NameBehind,
    /// The name was taken from an earlier indicator.
    NameInherited,
    /// What the percent refers to was taken from an earlier one.
    PercentInherited,
    /// A change of a percentage: percent or percentage points.
    PercentOrPoints,
    /// The source gives several plans, of which one is kept.
    SeveralPlans,
    /// No unit was found.
    NoUnit,
    /// Two numbers of the text contradict each other.
    Contradiction,
    /// Another number near it was not understood.
    UnreadNearby,
    /// A heading does not say whether its figures are planned or achieved.
    TargetOrActual,
    /// The figure has words before it that were not understood.
    Construction,
    /// The text names several periods, and it is not clear which one the figure is from.
    PeriodOpen,
    /// The text names several places, and it is not clear which one the figure is about.
    PlaceOpen,
    /// A change or a percent of plan follows two values that go together, and may be of either.
    OwnerOpen,
    /// The name is only that of a place, and does not say what is measured there.
    NameIsPlace,
    /// "cải thiện" says that a change is for the better, and nothing says whether that is a rise.
    DirectionOpen,
    /// Another figure of the sentence has the same name: what distinguishes the two is not in it.
    SameName,
    /// The name begins or ends with a word that another one belongs to, or has a count in it.
    NameCut,
    /// The name is not measured in this unit.
    UnitUnlikeName,
    /// The second number of a pair may be the whole or the plan.
    CountOrPlan,
    /// The indicator of which it is a part is to be reviewed itself.
    WholeOpen,
}

impl Doubt {
    /// The name of the doubt, for scripts and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::UnknownName => "unknown-name",
            Self::NameLength => "name-length",
            Self::NameBehind => "name-behind",
            Self::NameInherited => "name-inherited",
            Self::PercentInherited => "percent-inherited",
            Self::PercentOrPoints => "percent-or-points",
            Self::SeveralPlans => "several-plans",
            Self::NoUnit => "no-unit",
            Self::Contradiction => "contradiction",
            Self::UnreadNearby => "unread-nearby",
            Self::TargetOrActual => "target-or-actual",
            Self::Construction => "construction",
            Self::PeriodOpen => "period-open",
            Self::PlaceOpen => "place-open",
            Self::OwnerOpen => "owner-open",
            Self::NameIsPlace => "name-is-place",
            Self::DirectionOpen => "direction-open",
            Self::SameName => "same-name",
            Self::NameCut => "name-cut",
            Self::UnitUnlikeName => "unit-unlike-name",
            Self::CountOrPlan => "count-or-plan",
            Self::WholeOpen => "whole-open",
        }
    }
}

/// A percent of a plan.
#[derive(Debug, Clone)]
pub(crate) struct PercentOfPlan {
    pub(crate) percent: Decimal,
    /// The plan, as the text names it; empty if it does not.
    pub(crate) plan: String,
}

/// An indicator while it is put together.
#[derive(Debug, Clone, Default)]
pub(crate) struct DraftRow {
    pub(crate) name: String,
    pub(crate) parents: Vec<String>,
    pub(crate) section: usize,
    pub(crate) unit: Option<String>,
    pub(crate) actual: Option<Decimal>,
    /// Whether its value goes with that of the indicator before it: "1.200 ha rừng với 2.400 hộ tham gia".
    pub(crate) accompanies: bool,
    /// Whether its place is one of a list for which its name is said once.
    pub(crate) of_listed_place: bool,
    /// Whether its name is one by its place, known or not.
    pub(crate) evident: bool,
    /// Whether its value is a percent behind "đạt", which may be that of a plan.
    pub(crate) reached_percent: bool,
    /// An actual between two values, as written.
    pub(crate) range: Option<String>,
    /// The words of its value, if that is a share, behind which the amount may follow.
    pub(crate) share: Option<String>,
    /// Changes as written, where they are kept in another magnitude.
    pub(crate) written: Vec<String>,
    /// The actual with the words that make it a bound, as written: "trên 4".
    pub(crate) bound: Option<String>,
    pub(crate) estimate: bool,
    pub(crate) percents: Vec<PercentOfPlan>,
    pub(crate) target: Option<Target>,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) changes: Vec<Change>,
    pub(crate) earlier: Vec<PeriodValue>,
    pub(crate) ranks: Vec<Rank>,
    pub(crate) count: Option<Count>,
    pub(crate) scale: Option<Decimal>,
    pub(crate) notes: Vec<String>,
    /// The sentence that gives its first figure.
    pub(crate) at: SentenceAt,
    /// The bytes of the paragraph that carry the figures.
    pub(crate) quote: Range<usize>,
    /// The words of the text that give the period.
    pub(crate) period: Option<String>,
    /// Whether its period is not its own, but that of what is around it.
    pub(crate) period_inherited: bool,
    /// Whether its first value is that at the start of a period: "đầu năm là 17,9%".
    pub(crate) at_start: bool,
    /// Whether its period was read as that of an earlier value.
    pub(crate) period_of_earlier: bool,
    /// The indicator in whose list it is: "428 trường (117 trường mầm non, …)".
    pub(crate) whole: Option<usize>,
    /// A change in the average of some years, which are not the period of the figure.
    pub(crate) average: Option<AverageChange>,
    /// Whether its target is one of growth: "tăng bình quân 15%/năm".
    pub(crate) is_growth: bool,
    /// The period of its plan, where that is another one than the report's: the term of a resolution.
    pub(crate) plan_period: Option<Period>,
    pub(crate) doubts: Vec<Doubt>,
}

/// A change in the average of some years: "giảm bình quân 1,5%/năm".
#[derive(Debug, Clone)]
pub(crate) struct AverageChange {
    /// The amount as written, without a sign.
    pub(crate) amount: Decimal,
    /// Both amounts as written, of one between two: "1 - 1,5".
    pub(crate) range: Option<String>,
    pub(crate) unit: Option<String>,
    /// The words of the source from "tăng" or "giảm" on.
    pub(crate) words: String,
    /// "tăng bình quân": what a name that has no other figure goes on with.
    pub(crate) verb: String,
}

impl DraftRow {
    /// Adds a percent of a plan, as the text names it.
    pub(crate) fn add_percent(&mut self, percent: Decimal, plan: &str) {
        self.percents.push(PercentOfPlan { percent, plan: plan.to_owned() });
    }

    /// Adds a reason for a review, once.
    pub(crate) fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// Makes a change in the average of some years the value of a row that has none.
    pub(crate) fn take_average(&mut self, average: AverageChange) {
        // "…, bình quân giảm 3,7%/năm": the name said first that it is an average.
        let said = ["bình quân", "trung bình"].into_iter().find(|word| average.verb.contains(word));
        let name = said.and_then(|word| self.name.strip_suffix(word)).unwrap_or(&self.name);
        self.name = format!("{} {}", name.trim_end(), average.verb);
        self.unit = average.unit;
        self.actual = Some(average.amount).filter(|_| average.range.is_none());
        self.range = average.range;
    }

    /// Whether the row has any figure or verdict.
    pub(crate) fn says_something(&self) -> bool {
        self.actual.is_some()
            || self.range.is_some()
            || self.target.is_some()
            || self.verdict.is_some()
            || self.count.is_some()
            || !self.percents.is_empty()
            || !self.changes.is_empty()
            || !self.ranks.is_empty()
            || !self.earlier.is_empty()
    }
}
