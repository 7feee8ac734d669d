//! What a quantity can say, and what is around it.

use std::ops::Range;

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::model::Period;

/// What a quantity says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuantityRole {
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
    /// The same distance from the plan again: "vượt 600 tỷ đồng (12%) so với dự toán".
    PlanDistance,
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
    /// What no field holds, and is kept in the words of the source: "còn thiếu 13,2%".
    Remark,
    /// A comparison with something else: "cao hơn mức tăng 0,14% của …".
    Passing,
}

/// What a quantity says, with the rule that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecidedRole {
    pub(crate) role: QuantityRole,
    pub(crate) rule: NumberRule,
}

/// What the words behind a quantity compare it with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Follow {
    /// Nothing.
    Nothing,
    /// The plan, as it is named.
    Plan(Range<usize>),
    /// An earlier period, as it is named.
    Base(Range<usize>),
}

impl Follow {
    /// What it is, or else what other words say.
    pub(crate) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Nothing => other(),
            said => said,
        }
    }
}

/// The quantity with its surroundings.
pub(crate) struct RoleContext<'a, 't> {
    pub(crate) sentence: &'a Sentence<'t>,
    pub(crate) quantity: &'a Quantity,
    pub(crate) gap: &'a Gap,
    pub(crate) follow: &'a Follow,
    /// Whether the next quantity has the value after a change: "xuống còn".
    pub(crate) before_to: bool,
    /// Whether the next quantity is the plan, in percent as well: "đạt 95,8% so với kế hoạch 95%".
    pub(crate) before_target: bool,
    /// The role of the quantity before, if nothing but an opening bracket is in between.
    pub(crate) bracketed: Option<QuantityRole>,
    /// Whether the quantity before was compared with the plan.
    pub(crate) after_plan: bool,
    /// Whether the quantity before was compared with an earlier period.
    pub(crate) after_base: bool,
    /// Whether the quantity before is a factor.
    pub(crate) after_times: bool,
    /// What is said about the quantity behind it.
    pub(crate) complement: &'a Range<usize>,
    /// The unit of the indicator that the quantity could belong to, if it has its value.
    pub(crate) valued_unit: Option<&'a str>,
    /// Whether that indicator has nothing but a change, in what the quantity is in: percent or points.
    pub(crate) is_only_changed: bool,
    /// Whether that indicator has changes and nothing in what it is measured in.
    pub(crate) is_without_level: bool,
    /// The words of that indicator's period, if they are not the report's.
    pub(crate) row_period: Option<&'a str>,
    /// The period of the report.
    pub(crate) document: Option<Period>,
    /// Whether there is an indicator that the quantity could belong to.
    pub(crate) has_row: bool,
}

impl RoleContext<'_, '_> {
    /// Whether the words behind the quantity name the plan.
    pub(crate) fn is_planned(&self) -> bool {
        matches!(self.follow, Follow::Plan(_))
    }
}
