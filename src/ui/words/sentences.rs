//! Sentences and phrases with figures.

use rust_decimal::Decimal;

use super::period_words::english_period;
use super::{Words, noun};
use crate::app::Lang;
use crate::model::{Derived, Period, Plan, Rank, Reference, Span, Target, Totals};
use crate::text::format_number;
use crate::text::sanitize::visible;

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

    /// A plan that is not the main one: "HĐND giao: 870 tỷ đồng (97,7 %)". `percent` is in words, and may be derived.
    #[must_use]
    pub fn other_plan(self, plan: &Plan, unit: Option<&str>, percent: &str) -> String {
        let target = match (plan.target(), plan.words(), unit) {
            (Some(target), _, Some(unit)) => Some(format!("{} {unit}", self.target(target))),
            (Some(target), _, None) => Some(self.target(target)),
            (None, words, _) => words.map(|words| visible(words).into_owned()),
        };
        let value = match (target, percent) {
            (Some(target), "") => target,
            (Some(target), percent) => format!("{target} ({percent})"),
            (None, percent) => percent.to_owned(),
        };
        match &plan.name {
            Some(name) if value.is_empty() => visible(name).into_owned(),
            Some(name) => format!("{}: {value}", visible(name)),
            None => value,
        }
    }

    /// The word before a figure that is not final: "ước", "sơ bộ".
    #[must_use]
    pub fn stage(self, estimate: bool, preliminary: bool) -> Option<&'static str> {
        match (estimate, preliminary) {
            (true, true) => Some(self.preliminary()),
            (true, false) => Some(self.estimate()),
            (false, _) => None,
        }
    }

    /// What the sign of estimates means, where there are estimates, preliminary results, or both.
    #[must_use]
    pub fn stages(self, [estimates, preliminary]: [bool; 2]) -> &'static str {
        match (estimates, preliminary) {
            (true, true) => self.pick("ước, sơ bộ", "estimate, preliminary"),
            (false, true) => self.preliminary(),
            _ => self.estimate(),
        }
    }

    /// The name of a plan: "KH năm", "KH 2021-2025"; "KH 2030" of a result of an earlier year (`of`).
    #[must_use]
    pub fn plan_name(self, period: Option<Period>, of: Option<Period>) -> String {
        let Some(period) = period else { return self.pick("KH", "plan").to_owned() };
        let years = period.last_year().zip(of.and_then(Period::last_year));
        let is_later = years.is_some_and(|(plan, own)| plan != own);
        match (self.0, period.span()) {
            (Lang::Vietnamese, Span::Year) if !is_later => "KH năm".to_owned(),
            (Lang::English, Span::Year) if !is_later => "year's plan".to_owned(),
            (Lang::English, Span::By) => format!("plan {}", english_period(period)),
            _ => format!("{} {}", self.pick("KH", "plan"), period.code()),
        }
    }

    /// Which plan a percent refers to: "KH năm"; in English "of the year's plan".
    #[must_use]
    pub fn plan_of(self, period: Option<Period>, of: Option<Period>) -> String {
        let name = self.plan_name(period, of);
        match (self.0, period) {
            (Lang::Vietnamese, _) => name,
            (Lang::English, None) => format!("of {name}"),
            (Lang::English, Some(_)) => format!("of the {name}"),
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
        let english = noun(count, "plan indicator", "plan indicators");
        format!("{count} {}", self.pick("chỉ tiêu KH", english))
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

    /// [`reached`](Self::reached) in few words.
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

    /// There are more hits than are printed.
    #[must_use]
    pub fn only_first_hits(self, limit: usize) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("chỉ in {limit} kết quả đầu; thêm --limit N để xem nhiều hơn")
            }
            Lang::English => format!("only the first {limit} hits; --limit N prints more"),
        }
    }

    /// The number of hits among all indicators: "2 trong 24".
    #[must_use]
    pub fn some_of(self, some: usize, all: usize) -> String {
        format!("{some} {} {all}", self.pick("trong", "of"))
    }

    /// The position of an indicator in its section, which must not read as a rank: "chỉ tiêu 3/7".
    #[must_use]
    pub fn position(self, position: usize, all: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("chỉ tiêu {position}/{all}"),
            Lang::English => format!("indicator {position} of {all}"),
        }
    }

    /// Headings over the differences from the selected indicator: the longer one first.
    #[must_use]
    pub fn than_selected(self) -> [&'static str; 2] {
        [self.pick("chênh lệch", "vs this"), self.pick("lệch", "vs")]
    }

    /// The number of further items that are not shown.
    #[must_use]
    pub fn and_more(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("(và {count} mục nữa)"),
            Lang::English => format!("(and {count} more)"),
        }
    }

    /// The number of further places that are not shown.
    #[must_use]
    pub fn and_more_places(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("(và {count} nơi nữa)"),
            Lang::English => format!("(and {count} more places)"),
        }
    }

    /// Further periods that are not named.
    #[must_use]
    pub fn and_more_periods(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("(và {count} kỳ nữa)"),
            Lang::English => format!("(and {count} more periods)"),
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
        format!("◦ {place} ({})", self.derived())
    }

    /// The derived previous rank as a fact.
    #[must_use]
    pub fn former_rank(self, place: u32, of: Option<u32>) -> String {
        let of = of.map(|of| format!("/{of}")).unwrap_or_default();
        format!("≈ {place}{of} ({})", self.derived())
    }
}
