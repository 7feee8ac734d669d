//! Sentences and phrases with figures.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Words;
use crate::app::Lang;
use crate::model::{
    Better, Change, ChangeUnit, Derived, Period, Rank, Reference, Span, Target, Totals, Warning,
};
use crate::text::format_number;

impl Words {
    /// The message after a panic: what happened, where, and how to report it.
    #[must_use]
    pub fn apology(self, what: &str, place: &str) -> String {
        let version = env!("CARGO_PKG_VERSION");
        match self.0 {
            Lang::Vietnamese => format!(
                "chitieu: xin lỗi, chương trình gặp lỗi và phải dừng; số liệu không bị thay đổi.\n\
                 chitieu: lỗi {version} tại {place}: {what}\n\
                 chitieu: xin báo cho nơi bạn nhận chương trình: dòng trên, và bạn vừa làm gì trước đó."
            ),
            Lang::English => format!(
                "chitieu: sorry, the program failed and had to stop; no data was changed.\n\
                 chitieu: failure {version} at {place}: {what}\n\
                 chitieu: please report to where you got the program: the line above, and what you did before."
            ),
        }
    }

    /// A figure in the number format of this language.
    #[must_use]
    pub fn figure(self, figure: Decimal) -> String {
        format_number::format(figure, self.numbers())
    }

    /// A figure with its unit, if it has one.
    #[must_use]
    pub fn with_unit(self, figure: Decimal, unit: Option<&str>) -> String {
        match unit {
            Some(unit) => format!("{} {unit}", self.figure(figure)),
            None => self.figure(figure),
        }
    }

    /// A percent of plan.
    #[must_use]
    pub fn percent_sign(self, percent: Decimal) -> String {
        format!("{} %", self.figure(percent))
    }

    /// A published target, bounds in words.
    #[must_use]
    pub fn target(self, target: Target) -> String {
        let bound = |vi, en, figure| format!("{} {}", self.pick(vi, en), self.figure(figure));
        match target {
            Target::Value(value) => self.figure(value),
            Target::Range { low, high } => {
                format!("{}–{}", self.figure(low), self.figure(high))
            }
            Target::Over(figure) => bound("trên", "over", figure),
            Target::Under(figure) => bound("dưới", "under", figure),
            Target::AtLeast(figure) => {
                let figure = self.figure(figure);
                match self.0 {
                    Lang::Vietnamese => format!("{figure} trở lên"),
                    Lang::English => format!("at least {figure}"),
                }
            }
            Target::AtMost(figure) => bound("không quá", "at most", figure),
            Target::About(figure) => bound("khoảng", "about", figure),
        }
    }

    /// A period in words.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        match self.0 {
            Lang::Vietnamese => period.to_string(),
            Lang::English => english_period(period),
        }
    }

    /// Which plan a percent refers to: "KH năm", "KH 2021-2025".
    #[must_use]
    pub fn plan_of(self, period: Option<Period>) -> String {
        let Some(period) = period else { return self.pick("KH", "of plan").to_owned() };
        match (self.0, period.span()) {
            (Lang::Vietnamese, Span::Year) => "KH năm".to_owned(),
            (Lang::English, Span::Year) => "of the year's plan".to_owned(),
            (Lang::English, Span::By) => format!("of the plan {}", english_period(period)),
            (Lang::Vietnamese, _) => format!("KH {}", period.code()),
            (Lang::English, _) => format!("of the plan {}", period.code()),
        }
    }

    /// A text with the marker of derived values, followed by `space`.
    #[must_use]
    pub fn about(self, text: &str, space: &str) -> String {
        format!("≈{space}{text}")
    }

    /// A derived value, marked as such: ≈ 8.391 tỷ đồng.
    #[must_use]
    pub fn approximately(self, derived: &Derived, unit: Option<&str>) -> String {
        self.about(&self.with_unit(derived.estimate, unit), " ")
    }

    /// The interval of a derived value, and the published value that it is derived from.
    #[must_use]
    pub fn derivation(self, derived: &Derived, from: &str) -> String {
        let shown = derived.shown();
        let (low, high) = (self.figure(shown.low), self.figure(shown.high));
        let interval = if low == high { low } else { format!("{low} … {high}") };
        match self.0 {
            Lang::Vietnamese => format!("tính từ {from}: {interval}"),
            Lang::English => format!("derived from {from}: {interval}"),
        }
    }

    /// The amount of a change: "mức tăng 16,7 %"; in English with a sign, "+16.7 %".
    #[must_use]
    pub fn amount(self, change: &Change) -> String {
        match (self.0, direction(change)) {
            (Lang::Vietnamese, Some(direction)) => {
                format!("mức {direction} {}", self.with_change_unit(change.amount.abs(), change))
            }
            (Lang::Vietnamese, None) => {
                format!("mức thay đổi {}", self.with_change_unit(change.amount, change))
            }
            (Lang::English, _) => {
                let amount = format_number::signed(change.amount, self.numbers());
                self.with_unit_of(&amount, change)
            }
        }
    }

    /// A change with its period: "tăng 16,7 % so với năm 2023".
    #[must_use]
    pub fn change_since(self, change: &Change, period: &str) -> String {
        match (self.0, direction(change)) {
            (Lang::Vietnamese, Some(direction)) => {
                let amount = self.with_change_unit(change.amount.abs(), change);
                format!("{direction} {amount} so với {period}")
            }
            (Lang::Vietnamese, None) => format!("không thay đổi so với {period}"),
            (Lang::English, _) => format!("{} against {period}", self.amount(change)),
        }
    }

    fn with_change_unit(self, amount: Decimal, change: &Change) -> String {
        self.with_unit_of(&self.figure(amount), change)
    }

    fn with_unit_of(self, amount: &str, change: &Change) -> String {
        match change.unit {
            ChangeUnit::Percent => format!("{amount} %"),
            ChangeUnit::Points => format!("{amount} {}", self.pick("điểm", "points")),
            ChangeUnit::Places => format!("{amount} {}", self.pick("bậc", "places")),
        }
    }

    /// The date of a source: "2024-12" is "tháng 12/2024", "2024-12-05" is "05/12/2024"; as published in English
    /// and for any other form.
    #[must_use]
    pub fn source_date(self, date: &str) -> String {
        if self.0 == Lang::English {
            return date.to_owned();
        }
        let parts: Vec<&str> = date.split('-').collect();
        let is_number = |part: &str, digits: usize, most: u32| {
            part.len() == digits && part.parse().is_ok_and(|number| (1..=most).contains(&number))
        };
        match parts.as_slice() {
            [year, month] if is_number(year, 4, 9999) && is_number(month, 2, 12) => {
                format!("tháng {}/{year}", month.trim_start_matches('0'))
            }
            [year, month, day]
                if is_number(year, 4, 9999) && is_number(month, 2, 12) && is_number(day, 2, 31) =>
            {
                format!("{day}/{month}/{year}")
            }
            _ => date.to_owned(),
        }
    }

    /// "hạng 22/63"
    #[must_use]
    pub fn rank_short(self, rank: &Rank) -> String {
        format!("{} {rank}", self.pick("hạng", "rank"))
    }

    /// "22/63 tỉnh, thành phố, tăng 8 bậc so với năm 2022"; `among` and `since` must be sanitized.
    #[must_use]
    pub fn rank_sentence(self, rank: &Rank, among: Option<&str>, since: Option<&str>) -> String {
        let mut text = rank.to_string();
        if let Some(among) = among {
            text = format!("{text} {among}");
        }
        if let Some(change) = rank.change {
            let places = change.unsigned_abs();
            text = format!(
                "{text}, {}",
                match (self.0, change) {
                    (Lang::Vietnamese, 1..) => format!("tăng {places} bậc"),
                    (Lang::Vietnamese, 0) => "giữ nguyên thứ hạng".to_owned(),
                    (Lang::Vietnamese, _) => format!("giảm {places} bậc"),
                    (Lang::English, 1..) => format!("up {places}"),
                    (Lang::English, 0) => "unchanged".to_owned(),
                    (Lang::English, _) => format!("down {places}"),
                }
            );
            if let Some(since) = since {
                text = format!("{text} {} {since}", self.pick("so với", "against"));
            }
        }
        text
    }

    /// "đoạn 2, câu 6".
    #[must_use]
    pub fn place_in_source(self, reference: &Reference) -> String {
        let part = |vi, en, number: Option<u32>| {
            number.map(|number| format!("{} {number}", self.pick(vi, en)))
        };
        let parts = [
            part("đoạn", "paragraph", reference.paragraph),
            part("câu", "sentence", reference.sentence),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The number of indicators with a plan, in the header.
    #[must_use]
    pub fn plan_indicators_counted(self, count: u32) -> String {
        format!("{count} {}", self.pick("chỉ tiêu KH", "plan indicators"))
    }

    /// The derived number of indicators that met or exceeded their plan, and how many of them the dataset
    /// names.
    #[must_use]
    pub fn reached(self, reached: u32, named: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("≈{reached} đạt và vượt, ở đây nêu {named}"),
            Lang::English => format!("≈{reached} met or exceeded, {named} named here"),
        }
    }

    /// The same in few words.
    #[must_use]
    pub fn reached_short(self, reached: u32, named: usize) -> String {
        format!("≈{reached} ({} {named})", self.pick("nêu", "named"))
    }

    /// How many of the missed indicators the source does not name; empty if it names all.
    #[must_use]
    pub fn not_named(self, totals: &Totals, short: bool) -> String {
        if totals.missed_named >= totals.missed {
            return String::new();
        }
        match (self.0, totals.missed_named) {
            (Lang::Vietnamese, 0) if short => "không nêu tên".to_owned(),
            (Lang::Vietnamese, 0) => "nguồn không nêu tên".to_owned(),
            (Lang::Vietnamese, named) => format!("nguồn chỉ nêu tên {named}"),
            (Lang::English, 0) if short => "not named".to_owned(),
            (Lang::English, 0) => "not named by source".to_owned(),
            (Lang::English, named) => format!("source names only {named}"),
        }
    }

    /// In an empty filtered list, if the source counts more missed indicators than it names.
    #[must_use]
    pub fn missed_not_named(self, totals: &Totals) -> String {
        let (missed, named) = (totals.missed, totals.missed_named);
        match (self.0, named) {
            (Lang::Vietnamese, 0) => {
                format!("Nguồn báo {missed} chỉ tiêu không đạt nhưng không nêu tên chỉ tiêu nào.")
            }
            (Lang::Vietnamese, _) => {
                format!("Nguồn báo {missed} chỉ tiêu không đạt nhưng chỉ nêu tên {named}.")
            }
            (Lang::English, 0) => format!("The source counts {missed} missed but names none."),
            (Lang::English, _) => {
                format!("The source counts {missed} missed but names only {named}.")
            }
        }
    }

    /// In an empty filtered list.
    #[must_use]
    pub fn filter_hides_all(self, status: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("Không có chỉ tiêu nào “{status}” ở đây. Nhấn x để bỏ lọc.")
            }
            Lang::English => {
                format!("No indicator here is “{status}”. Press x to clear the filter.")
            }
        }
    }

    /// When a query finds nothing; `query` must be sanitized.
    #[must_use]
    pub fn no_hits(self, query: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("Không tìm thấy chỉ tiêu nào cho “{query}”."),
            Lang::English => format!("No indicator found for “{query}”."),
        }
    }

    /// The number of places in the files that could not be read as written, and the command that lists them.
    #[must_use]
    pub fn unread(self, places: usize) -> String {
        let count = format_number::format(places.into(), self.numbers());
        match self.0 {
            Lang::Vietnamese => format!(
                "{count} chỗ không đọc được đúng như tệp ghi; `chitieu check TỆP` nêu từng chỗ."
            ),
            Lang::English if places == 1 => {
                "1 place could not be read as written; `chitieu check FILE` lists it.".to_owned()
            }
            Lang::English => format!(
                "{count} places could not be read as written; `chitieu check FILE` lists them."
            ),
        }
    }

    /// When a query finds nothing and only the first `read` indicators of a file are read.
    #[must_use]
    pub fn no_hits_yet(self, query: &str, read: usize) -> String {
        let read = format_number::format(read.into(), self.numbers());
        match self.0 {
            Lang::Vietnamese => format!(
                "Chưa thấy “{query}” trong {read} chỉ tiêu đầu; tệp còn đang được đọc, đọc xong sẽ tìm lại."
            ),
            Lang::English => format!(
                "“{query}” is not among the first {read} indicators; the file is still being read and will be searched again."
            ),
        }
    }

    /// The number of hits among all indicators: "2 trong 24".
    #[must_use]
    pub fn some_of(self, some: usize, all: usize) -> String {
        format!("{some} {} {all}", self.pick("trong", "of"))
    }

    /// The position of an indicator in its section: "thứ 3/7".
    #[must_use]
    pub fn position(self, position: usize, all: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("thứ {position}/{all}"),
            Lang::English => format!("{position} of {all}"),
        }
    }

    /// The difference from the selected indicator: in value, in percentage points of plan. `None` without
    /// both.
    #[must_use]
    pub fn difference(self, value: Option<&str>, points: Option<&str>) -> Option<String> {
        let points = points.map(|points| match self.0 {
            Lang::Vietnamese => format!("{points} điểm % KH"),
            Lang::English => format!("{points} percentage points of plan"),
        });
        let parts: Vec<String> = value.map(str::to_owned).into_iter().chain(points).collect();
        (!parts.is_empty())
            .then(|| format!("{} {}", parts.join("; "), self.pick("so với ▸", "vs ▸")))
    }

    /// The number of further items that are not shown.
    #[must_use]
    pub fn and_more(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("(và {count} mục nữa)"),
            Lang::English => format!("(and {count} more)"),
        }
    }

    /// The smallest window size, shown in a window below it.
    #[must_use]
    pub fn window_needed(self, width: u16, height: u16) -> String {
        format!("{} {width}x{height}", self.pick("cần cửa sổ ít nhất", "needs at least"))
    }

    /// The scale that all gauges share.
    #[must_use]
    pub fn scale(self, end: u32) -> String {
        format!("{} 0–{end} %", self.pick("thang", "scale"))
    }

    /// The derived previous place in a ranking, under the rank strip.
    #[must_use]
    pub fn former_place(self, place: u32) -> String {
        format!("○ {place} ({})", self.derived())
    }

    /// The derived previous rank as a fact.
    #[must_use]
    pub fn former_rank(self, place: u32, of: Option<u32>) -> String {
        let of = of.map(|of| format!("/{of}")).unwrap_or_default();
        format!("≈ {place}{of} ({})", self.derived())
    }

    /// The text of a failed check.
    #[must_use]
    pub fn warning_text(self, warning: &Warning) -> String {
        let vietnamese = self.0 == Lang::Vietnamese;
        match warning {
            Warning::CountAgainstActual { from_count, actual } => {
                let (count, actual) = (self.figure(*from_count), self.figure(*actual));
                if vietnamese {
                    format!("số lượng cho {count}, nguồn ghi {actual}")
                } else {
                    format!("the count gives {count}, published is {actual}")
                }
            }
            Warning::PartAboveWhole(count) => {
                let (part, whole) = (self.figure(count.part), self.figure(count.whole));
                if vietnamese {
                    format!("phần {part} lớn hơn tổng {whole}")
                } else {
                    format!("the part {part} is above the whole {whole}")
                }
            }
            Warning::RankOutOfRange(rank) => {
                let (position, places) = (rank.position, places(rank));
                if vietnamese {
                    format!("hạng {position} nằm ngoài {places}")
                } else {
                    format!("rank {position} is outside {places}")
                }
            }
            Warning::PreviousRankOutOfRange(rank) => {
                let change = rank.change.unwrap_or_default();
                let (position, places) = (rank.position, places(rank));
                if vietnamese {
                    format!(
                        "hạng {position} thay đổi {change:+} bậc: thứ hạng kỳ trước nằm ngoài {places}"
                    )
                } else {
                    format!(
                        "rank {position} changed by {change:+}: the previous rank is outside {places}"
                    )
                }
            }
            Warning::ScoreAboveScale { actual, scale } => {
                let (actual, scale) = (self.figure(*actual), self.figure(*scale));
                if vietnamese {
                    format!("điểm {actual} vượt thang {scale}")
                } else {
                    format!("the score {actual} is above its scale {scale}")
                }
            }
            Warning::PercentAgainstPlan { published, possible } => {
                let published = self.percent_sign(*published);
                let (low, high) = (self.figure(possible.low), self.figure(possible.high));
                if vietnamese {
                    format!("nguồn ghi {published}; kế hoạch và thực hiện cho {low} … {high} %")
                } else {
                    format!("published is {published}; plan and actual give {low} … {high} %")
                }
            }
            Warning::VerdictAgainstFigures { verdict, figures } => {
                let (verdict, figures) = (self.status_short(*verdict), self.status_short(*figures));
                if vietnamese {
                    format!("nguồn đánh giá “{verdict}”, theo số liệu là “{figures}”")
                } else {
                    format!("the verdict says “{verdict}”, the figures “{figures}”")
                }
            }
            Warning::DirectionAgainstPercent { better, percent } => {
                let percent = self.percent_sign(*percent);
                let better = match better {
                    Better::Lower => self.lower_is_better(),
                    Better::Higher => self.higher_is_better(),
                };
                if vietnamese {
                    format!(
                        "chiều hướng đoán theo tên ({better}) không khớp với {percent} KH đã công bố: không kết luận"
                    )
                } else {
                    format!(
                        "the direction inferred from the name ({better}) does not fit the published {percent} of plan: no verdict"
                    )
                }
            }
        }
    }
}

/// Whether a change goes up or down, in Vietnamese; `None` for no change.
fn direction(change: &Change) -> Option<&'static str> {
    match change.amount.cmp(&Decimal::ZERO) {
        Ordering::Greater => Some("tăng"),
        Ordering::Less => Some("giảm"),
        Ordering::Equal => None,
    }
}

/// A period in English: "first 9 months of 2024".
fn english_period(period: Period) -> String {
    let year = period.first_year();
    let of_year = year.map(|year| format!(" {year}")).unwrap_or_default();
    match period.span() {
        Span::Year => year.map_or_else(|| "the year".to_owned(), |year| year.to_string()),
        Span::SecondHalf => {
            format!("second half of{}", if year.is_some() { of_year } else { " the year".into() })
        }
        Span::Quarter(nth) => format!("Q{nth}{of_year}"),
        Span::Month(month) => format!("month {month}{of_year}"),
        Span::FirstMonths(months) => format!("first {months} months{of_year}"),
        Span::ToDate => format!("year to date{of_year}"),
        Span::SplitYear | Span::SplitQuarter(_) | Span::Years(_) => period.code(),
        Span::By => format!("by{of_year}"),
    }
}

/// The range of places of a ranking: "1–63", or "1–…" if its length is not known.
fn places(rank: &Rank) -> String {
    rank.of.map_or_else(|| "1–…".to_owned(), |of| format!("1–{of}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(amount: &str, unit: ChangeUnit) -> Change {
        Change { period: "năm 2023".to_owned(), amount: amount.parse().unwrap(), unit }
    }

    #[test]
    fn changes_go_up_or_down_in_words() {
        let vietnamese = Words(Lang::Vietnamese);
        for (amount, unit, text, from) in [
            ("16.7", ChangeUnit::Percent, "tăng 16,7 % so với năm 2023", "mức tăng 16,7 %"),
            ("-0.91", ChangeUnit::Points, "giảm 0,91 điểm so với năm 2023", "mức giảm 0,91 điểm"),
            ("0", ChangeUnit::Places, "không thay đổi so với năm 2023", "mức thay đổi 0 bậc"),
        ] {
            let change = change(amount, unit);
            assert_eq!(vietnamese.change_since(&change, &change.period), text);
            assert_eq!(vietnamese.amount(&change), from);
        }
        let fall = change("-0.91", ChangeUnit::Points);
        assert_eq!(Words(Lang::English).change_since(&fall, "2023"), "-0.91 points against 2023");
    }

    #[test]
    fn dates_of_sources_are_written_as_offices_write_them() {
        for (date, text) in [
            ("2024", "2024"),
            ("2024-12", "tháng 12/2024"),
            ("2024-09", "tháng 9/2024"),
            ("2024-12-05", "05/12/2024"),
            ("2024-13", "2024-13"),
            ("2024-00", "2024-00"),
            ("12-2024", "12-2024"),
            ("tháng 12-2024", "tháng 12-2024"),
            ("2024-12-05-1", "2024-12-05-1"),
        ] {
            assert_eq!(Words(Lang::Vietnamese).source_date(date), text);
            assert_eq!(Words(Lang::English).source_date(date), date);
        }
    }
}
