//! The words of series and rankings: periods, changes between them, and the place among others.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::period_words::short_english_period;
use super::{Words, noun};
use crate::app::{Axis, ChangeBefore, Lang, Step};
use crate::model::{ChangeUnit, Period, PointsOf, Quartiles, derive};
use crate::text::format_number;

impl Words {
    /// Heading over the chart of a series.
    #[must_use]
    pub fn series(self) -> &'static str {
        self.pick("Diễn biến", "Over time")
    }

    /// In place of the percent of plan of one month or quarter next to the plan of a longer period.
    #[must_use]
    pub fn not_cumulated(self) -> &'static str {
        self.pick(
            "không tính: số của riêng kỳ này, chưa cộng dồn từ đầu kỳ kế hoạch",
            "none: the result is of this period alone, not cumulated since the plan began",
        )
    }

    /// Heading of the column of units.
    #[must_use]
    pub fn unit_heading(self) -> &'static str {
        self.pick("ĐVT", "unit")
    }

    /// Heading of the column of periods.
    #[must_use]
    pub fn period_heading(self) -> &'static str {
        self.pick("kỳ", "period")
    }

    /// Short heading of the column of plans, and the legend of their marks.
    #[must_use]
    pub fn plan_short(self) -> &'static str {
        self.pick("KH", "plan")
    }

    /// In the legend of a chart: why plans have no marks.
    #[must_use]
    pub fn plan_not_drawn(self) -> &'static str {
        self.pick("KH là của kỳ dài hơn nên không vẽ", "the plan is of a longer period: not drawn")
    }

    /// Short heading of the column of results.
    #[must_use]
    pub fn actual_short(self) -> &'static str {
        self.pick("TH", "actual")
    }

    /// Heading of the column of differences from the period before, which are derived.
    #[must_use]
    pub fn change_heading(self) -> &'static str {
        self.pick("chênh lệch", "difference")
    }

    /// [`change_heading`](Self::change_heading) for an indicator in percent, whose differences are
    /// in percentage points.
    #[must_use]
    pub fn change_heading_in_points(self) -> &'static str {
        self.pick("chênh điểm %", "difference, pp")
    }

    /// Heading of the column of changes in a list, published or derived.
    #[must_use]
    pub fn change_column(self) -> &'static str {
        self.pick("thay đổi", "change")
    }

    /// A change in few letters: "+16,7 %", "≈-2,25 điểm %"; one in the unit of the indicator without it: "+5".
    #[must_use]
    pub fn change_short(self, change: ChangeBefore) -> String {
        let about = |text: String| if change.is_derived { self.about(&text, "") } else { text };
        if change.unit == ChangeUnit::Places {
            return about(self.places_won(change.amount));
        }
        let amount = format_number::signed(change.amount, self.numbers());
        let unit = match (change.unit, change.points) {
            (ChangeUnit::Percent, _) => " %",
            (ChangeUnit::Points, PointsOf::Percentage) => self.pick(" điểm %", " pp"),
            (ChangeUnit::Points, PointsOf::Score) => self.pick(" điểm", " pts"),
            (ChangeUnit::Points, PointsOf::Unit) => "",
            (ChangeUnit::Places, _) => "",
        };
        about(format!("{amount}{unit}"))
    }

    /// Places won or lost in a ranking: "lên 1 bậc", "up 1".
    #[must_use]
    pub fn places_won(self, places: Decimal) -> String {
        let count = self.figure(places.abs());
        match (self.0, places.cmp(&Decimal::ZERO)) {
            (Lang::Vietnamese, Ordering::Greater) => format!("lên {count} bậc"),
            (Lang::Vietnamese, Ordering::Less) => format!("xuống {count} bậc"),
            (Lang::Vietnamese, Ordering::Equal) => "giữ hạng".to_owned(),
            (Lang::English, Ordering::Greater) => format!("up {count}"),
            (Lang::English, Ordering::Less) => format!("down {count}"),
            (Lang::English, Ordering::Equal) => "same".to_owned(),
        }
    }

    /// The number of parts in a list, next to that of indicators: "12 chỉ tiêu, 30 thành phần".
    #[must_use]
    pub fn wholes_and_parts(self, wholes: usize, parts: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{wholes} chỉ tiêu, {parts} thành phần"),
            Lang::English => {
                let indicators = noun(wholes, "indicator", "indicators");
                format!("{wholes} {indicators}, {parts} {}", noun(parts, "part", "parts"))
            }
        }
    }

    /// The number of parts next to that of wholes, where both are of one status: "3, 4 thành phần".
    #[must_use]
    pub fn and_parts(self, wholes: usize, parts: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{wholes}, {parts} thành phần"),
            Lang::English => format!("{wholes}, {parts} parts"),
        }
    }

    /// A period in few letters: "2024", "T3/2024", "QII/2024"; in English "Mar 2024", "Q2 2024".
    #[must_use]
    pub fn period_short(self, period: Period) -> String {
        match self.0 {
            Lang::Vietnamese => period.code(),
            Lang::English => short_english_period(period),
        }
    }

    /// That there is no further period or place.
    pub(super) fn no_neighbour(self, axis: Axis, step: Step) -> &'static str {
        match (axis, step) {
            (Axis::Period, Step::Up) => self.pick(
                "Nơi này không có kỳ nào trước kỳ đang xem.",
                "This place has no earlier period.",
            ),
            (Axis::Period, _) => self.pick(
                "Nơi này không có kỳ nào sau kỳ đang xem.",
                "This place has no later period.",
            ),
            (Axis::Place, Step::Up) => {
                self.pick("Không có nơi nào trước nơi đang xem.", "There is no earlier place.")
            }
            (Axis::Place, _) => {
                self.pick("Không có nơi nào sau nơi đang xem.", "There is no further place.")
            }
        }
    }

    /// That a place lacks the period that was looked at, so that another one is shown.
    pub(super) fn place_lacks(self, period: Period) -> String {
        let period = self.period(period);
        match self.0 {
            Lang::Vietnamese => {
                format!("Nơi này không có số liệu {period}: đang hiện kỳ mới nhất của nơi này.")
            }
            Lang::English => {
                format!("This place has no figures of {period}: its latest period is shown.")
            }
        }
    }

    /// That there is only one period, or only one place.
    pub(super) fn only_one(self, axis: Axis) -> &'static str {
        match axis {
            Axis::Period => {
                self.pick("Nơi này chỉ có số liệu của một kỳ.", "This place has only one period.")
            }
            Axis::Place => self.pick("Chỉ có số liệu của một nơi.", "There is only one place."),
        }
    }

    /// The derived position of a place among the open ones: "xếp thứ 3/8 nơi".
    #[must_use]
    pub fn position_among(self, position: usize, of: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("xếp thứ {position}/{of} nơi"),
            Lang::English => format!("rank {position} of {of} places"),
        }
    }

    /// The places that a ranking leaves out: "2 nơi không có số liệu".
    #[must_use]
    pub fn places_without_figures(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{count} nơi không có số liệu"),
            Lang::English => format!("{count} {} without a figure", noun(count, "place", "places")),
        }
    }

    /// The derived median and quartiles of the open places, with as many decimals as the results
    /// have, and one more where they are between two results.
    #[must_use]
    pub fn spread(self, median: Decimal, quartiles: Option<Quartiles>, decimals: u32) -> String {
        let needed = |values: &[Decimal]| {
            let is_between = |value: &Decimal| value.normalize().scale() > decimals;
            decimals + u32::from(values.iter().any(is_between))
        };
        let figure = |value: Decimal, decimals: u32| {
            let strategy = RoundingStrategy::MidpointAwayFromZero;
            let rounded = value.round_dp_with_strategy(decimals, strategy);
            self.figure(derive::with_decimals(rounded, decimals))
        };
        let shown = figure(median, needed(&[median]));
        let median = format!("{} ≈{shown}", self.pick("trung vị", "median"));
        match quartiles {
            None => median,
            Some(Quartiles { lower, upper }) => {
                let quartiles = self.pick("tứ phân vị", "quartiles");
                let decimals = needed(&[lower, upper]);
                let [lower, upper] = [lower, upper].map(|value| figure(value, decimals));
                format!("{median} · {quartiles} ≈{lower}–{upper}")
            }
        }
    }
}
