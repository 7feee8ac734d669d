//! The words of the comparison and of marks.

use super::{Words, noun};
use crate::app::{FigureKind, Lang, Measure, Notice, Turn};

impl Words {
    /// Explains the signs of the comparison and that of a mark, in the help.
    #[must_use]
    pub fn comparison_note(self) -> &'static str {
        self.pick(
            "Trong so sánh: ◆ tốt nhất trong hàng, ◇ kém nhất trong hàng, ○ ước. * trước tên: đã đánh dấu.",
            "In the comparison: ◆ best of its row, ◇ worst, ○ estimate. * before a name: marked.",
        )
    }

    /// What the backgrounds of figures mean in the comparison, before and after them: from the worst to the best.
    #[must_use]
    pub fn ends_of_shades(self) -> [&'static str; 2] {
        [self.pick("kém nhất", "worst"), self.pick("tốt nhất", "best")]
    }

    /// Where ranks are of indicators whose direction is not known.
    #[must_use]
    pub fn ranked_by_size(self) -> &'static str {
        self.pick(
            "chưa rõ chiều tốt: hạng từ cao xuống thấp, không ◆ ◇",
            "direction not known: greatest first, without ◆ ◇",
        )
    }

    /// The order of places where no direction is known.
    #[must_use]
    pub fn greatest_first(self) -> &'static str {
        self.pick("từ cao xuống thấp", "greatest first")
    }

    /// Explains the signs of a whole in the help.
    #[must_use]
    pub fn fold_note(self) -> &'static str {
        self.pick(
            "- trước tên: các thành phần hiện bên dưới; +: đang gập.",
            "- before a name: its parts are shown below; +: they are folded.",
        )
    }

    /// Explains the filters of a query in the help.
    #[must_use]
    pub fn query_note(self) -> &'static str {
        self.pick(
            "Ô tìm nhận cả bộ lọc: tt:khong-dat  kh<95  muc:\"kinh te\"  ky:2023  noi:\"ba be\"",
            "A query may carry filters: status:missed  plan<95  section:\"kinh te\"  period:2023  place:\"ba be\"",
        )
    }

    /// How many results there are of all places and periods: an indicator has several.
    #[must_use]
    pub fn results(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{count} kết quả"),
            Lang::English => format!("{count} {}", noun(count, "result", "results")),
        }
    }

    /// A number of indicators.
    #[must_use]
    pub fn indicators_counted(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{count} chỉ tiêu"),
            Lang::English => format!("{count} {}", noun(count, "indicator", "indicators")),
        }
    }

    /// What the sign after the words of a cell that could not be read means.
    #[must_use]
    pub fn unread_sign(self) -> &'static str {
        self.pick("ô không đọc được", "could not be read")
    }

    /// How many of all small charts are in view.
    #[must_use]
    pub fn scroll_for_more(self, shown: usize, all: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{shown}/{all}, cuộn để xem tiếp"),
            Lang::English => format!("{shown} of {all}, scroll for more"),
        }
    }

    /// How filters are written, while a query has none: the longer text first.
    #[must_use]
    pub fn filter_examples(self) -> [&'static str; 2] {
        match self.0 {
            Lang::Vietnamese => {
                ["lọc: tt:dat kh<95 muc:… ky:2023 noi:…", "lọc: tt:dat kh<95 ky:2023"]
            }
            Lang::English => [
                "filter: status:met plan<95 section:… period:2023 place:…",
                "filter: status:met plan<95",
            ],
        }
    }

    /// What the rows and columns of the comparison are.
    #[must_use]
    pub fn turn(self, turn: Turn) -> &'static str {
        match turn {
            Turn::IndicatorsByPeriod => self.pick("Chỉ tiêu × kỳ", "Indicators × periods"),
            Turn::IndicatorsByPlace => self.pick("Chỉ tiêu × nơi", "Indicators × places"),
            Turn::PlacesByIndicator => self.pick("Nơi × chỉ tiêu", "Places × indicators"),
            Turn::PlacesByPeriod => self.pick("Nơi × kỳ", "Places × periods"),
            Turn::SmallMultiples => self.pick("Diễn biến các nơi", "Places over time"),
        }
    }

    /// What the comparison compares. Ranks are derived from the open data.
    #[must_use]
    pub fn measure(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Value => self.pick("giá trị", "value"),
            Measure::Percent => self.pick("% kế hoạch", "% of plan"),
            Measure::Change => {
                self.pick("thay đổi so với kỳ trước", "change since the period before")
            }
            Measure::Rank => self.pick(
                "thứ hạng trong các nơi có số liệu (≈)",
                "rank among the places with figures (≈)",
            ),
        }
    }

    /// What the points of a chart of percents or changes are, in its legend.
    #[must_use]
    pub fn of_measure(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Change => self.pick("thay đổi", "change"),
            measure => self.measure(measure),
        }
    }

    /// After a change.
    #[must_use]
    pub fn since_period_before(self) -> &'static str {
        self.pick("so với kỳ trước", "since the period before")
    }

    /// What follows a figure of the comparison: the unit of a change that is not in the indicator's own.
    #[must_use]
    pub fn figure_suffix(self, kind: FigureKind) -> &'static str {
        match kind {
            FigureKind::PercentChange => " %",
            FigureKind::PointChange => self.pick(" điểm %", " pp"),
            FigureKind::PlaceChange => self.pick(" bậc", " pl."),
            FigureKind::Value
            | FigureKind::Percent
            | FigureKind::Difference
            | FigureKind::Rank(_) => "",
        }
    }

    /// Heading over the rows of the comparison.
    #[must_use]
    pub fn rows_heading(self, turn: Turn) -> &'static str {
        match turn {
            Turn::IndicatorsByPeriod | Turn::IndicatorsByPlace => {
                self.pick("chỉ tiêu", "indicator")
            }
            Turn::PlacesByIndicator | Turn::PlacesByPeriod | Turn::SmallMultiples => {
                self.pick("nơi", "place")
            }
        }
    }

    /// Heading of a column of sparklines.
    #[must_use]
    pub fn trend_heading(self) -> &'static str {
        self.pick("xu thế", "trend")
    }

    /// Before the least and the greatest value of small multiples.
    #[must_use]
    pub fn one_scale(self) -> &'static str {
        self.pick("cùng thang", "one scale")
    }

    /// What the sign of a bar that would be higher than the scale means.
    pub fn above_scale(self) -> &'static str {
        self.pick("vượt thang", "above the scale")
    }

    /// A notice about the comparison.
    pub(super) fn comparison_notice(self, notice: Notice) -> &'static str {
        match notice {
            Notice::NoOtherTurn { one_place: true } => self.pick(
                "Chỉ có số liệu của một nơi: bảng không xoay được.",
                "There is only one place: the table has no other view.",
            ),
            Notice::NoOtherTurn { .. } => self.pick(
                "Không có cách xếp bảng nào khác có số liệu.",
                "No other view of the table has figures.",
            ),
            Notice::NoOtherMeasure => self.pick(
                "Ở đây không có số đo nào khác để so sánh.",
                "There is no other measure to compare here.",
            ),
            _ => "",
        }
    }

    /// A period without a text.
    #[must_use]
    pub fn no_period(self) -> &'static str {
        self.pick("không nêu kỳ", "no period")
    }

    /// The best of a row, or of a column, in the legend.
    #[must_use]
    pub fn best_of_line(self, is_column: bool) -> &'static str {
        match is_column {
            false => self.pick("tốt nhất trong hàng", "best of row"),
            true => self.pick("tốt nhất trong cột", "best of column"),
        }
    }

    /// The worst of a row, or of a column, in the legend.
    #[must_use]
    pub fn worst_of_line(self, is_column: bool) -> &'static str {
        match is_column {
            false => self.pick("kém nhất trong hàng", "worst of row"),
            true => self.pick("kém nhất trong cột", "worst of column"),
        }
    }

    /// Where only the first rows are shown.
    #[must_use]
    pub fn first_rows_only(self) -> &'static str {
        self.pick("chỉ các dòng đầu", "first rows only")
    }

    /// Where only the ranks of the current period are computed.
    #[must_use]
    pub fn current_ranks_only(self) -> &'static str {
        self.pick("chỉ kỳ đang xem", "current period only")
    }

    /// In place of the figure of an empty cell.
    #[must_use]
    pub fn no_figure_here(self) -> &'static str {
        self.pick("không có số liệu", "no figure")
    }

    /// A value that a source gives next to another period's result.
    #[must_use]
    pub fn given_next_to(self, period: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("số nêu kèm {period}"),
            Lang::English => format!("given next to {period}"),
        }
    }

    /// The choice of the filter picker that lists marked indicators only.
    #[must_use]
    pub fn only_marked(self) -> &'static str {
        self.pick("* chỉ tiêu đã đánh dấu", "* marked indicators only")
    }

    /// [`only_marked`](Self::only_marked) in the title of a list.
    #[must_use]
    pub fn marked_short(self) -> &'static str {
        self.pick("đã đánh dấu", "marked")
    }
}
