//! Stage 7: what a quantity can say, and what is around it.

use std::ops::Range;

use super::gap::Gap;
use super::items::Sentence;
use super::quantity::Quantity;

/// What a quantity says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The value of an indicator.
    Value,
    /// An earlier value: "từ 8,7%" before "xuống còn 3,9%".
    Earlier,
    /// A percent of plan.
    PlanPercent,
    /// A percent beyond the plan: 5 is 105 % of plan.
    OverPlan,
    /// An amount beyond or below the plan, which only says that it was exceeded or missed.
    BeyondPlan,
    /// The target itself: "(kế hoạch 20%)".
    Target,
    /// A target of the growth: "(kế hoạch tăng 8%)".
    GrowthTarget,
    /// An index against an earlier period: 99,4 is −0,6 percent.
    Index,
    /// A rise.
    Up,
    /// A fall.
    Down,
    /// What a change is against, or the same change in percent: "giảm 0,5 điểm so với năm 2023 (3,2%)".
    BaseInBrackets,
    /// A share of a whole.
    Share,
    /// A contribution to a growth.
    Contribution,
    /// A position in a ranking.
    Rank,
    /// Places won in a ranking.
    PlacesUp,
    /// Places lost in a ranking.
    PlacesDown,
    /// A part of a whole.
    Count,
    /// A factor: "gấp 3 lần".
    Times,
    /// A comparison with something else: "cao hơn mức tăng 0,14% của …".
    Passing,
}

/// What the words behind a quantity compare it with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Follow {
    /// Nothing.
    Nothing,
    /// The plan, as it is named.
    Plan(Range<usize>),
    /// An earlier period, as it is named.
    Base(Range<usize>),
}

/// The quantity with its surroundings.
pub(super) struct Context<'a, 't> {
    pub(super) sentence: &'a Sentence<'t>,
    pub(super) quantity: &'a Quantity,
    pub(super) gap: &'a Gap,
    pub(super) follow: &'a Follow,
    /// Whether the next quantity has the value after a change: "xuống còn".
    pub(super) before_to: bool,
    /// The role of the quantity before, if nothing but an opening bracket is in between.
    pub(super) bracketed: Option<Role>,
    /// Whether the quantity before was compared with the plan.
    pub(super) after_plan: bool,
    /// Whether the quantity before was compared with an earlier period.
    pub(super) after_base: bool,
    /// Whether the quantity before is a factor.
    pub(super) after_times: bool,
    /// What is said about the quantity behind it.
    pub(super) complement: &'a Range<usize>,
    /// Whether there is an indicator that the quantity could belong to.
    pub(super) has_row: bool,
}

impl Context<'_, '_> {
    /// Whether the words behind the quantity name the plan.
    pub(super) fn is_planned(&self) -> bool {
        matches!(self.follow, Follow::Plan(_))
    }
}
