//! The turns of the comparison: what its rows and its columns are.

/// What the comparison shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The indicators of a place by its periods.
    IndicatorsByPeriod,
    /// The indicators of a period by the places.
    IndicatorsByPlace,
    /// The places by the indicators of a period, as offices write such tables.
    PlacesByIndicator,
    /// One indicator: the places by the periods.
    PlacesByPeriod,
    /// One indicator: a small chart for each place, all on one scale.
    SmallMultiples,
}

impl Turn {
    /// All turns, in order.
    pub const ALL: [Self; 5] = [
        Self::IndicatorsByPeriod,
        Self::IndicatorsByPlace,
        Self::PlacesByIndicator,
        Self::PlacesByPeriod,
        Self::SmallMultiples,
    ];

    /// The other turns, the next first or the previous first.
    pub(super) fn others(self, way: Way) -> impl Iterator<Item = Self> {
        let count = Self::ALL.len();
        let step = match way {
            Way::Forwards => 1,
            Way::Backwards => count - 1,
        };
        (1..count).map(move |steps| Self::ALL[(self as usize + steps * step) % count])
    }

    /// Whether it is about one indicator.
    #[must_use]
    pub fn is_of_one_indicator(self) -> bool {
        matches!(self, Self::PlacesByPeriod | Self::SmallMultiples)
    }
}

/// The order in which the turns are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Forwards,
    Backwards,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The result.
    Value,
    /// The percent of plan, published or derived.
    Percent,
    /// The change since the period before, published or derived.
    Change,
    /// The rank among the open places in the same period, which is derived.
    Rank,
}

impl Measure {
    /// All measures, in order.
    pub const ALL: [Self; 4] = [Self::Value, Self::Percent, Self::Change, Self::Rank];

    /// The next measure; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}
