//! The language of a report, decided once, and the words that the reader adds to those of the source in it.

use crate::lexicon::prose_words::NUMBER_OF;
use crate::text::format_number::Style;
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// The language that a report is written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ReportLanguage {
    /// Vietnamese.
    #[default]
    Vietnamese,
    /// English.
    English,
}

use ReportLanguage::{English, Vietnamese};

impl ReportLanguage {
    /// The language of a report with a title and paragraphs.
    pub(crate) fn of(title: &str, paragraphs: &[String]) -> Self {
        const SAMPLE: usize = 4000;
        let letters = || {
            paragraphs
                .iter()
                .map(String::as_str)
                .chain([title])
                .flat_map(str::chars)
                .filter(|c| c.is_alphabetic())
                .take(SAMPLE)
        };
        let accented = letters().filter(|c| !c.is_ascii()).count();
        // Vietnamese has an accent on about every fourth letter, English names of places on few.
        if accented * 20 < letters().count() { English } else { Vietnamese }
    }

    /// How its numbers are written: Vietnamese separates decimals by commas, English by points.
    pub(crate) fn separators(self) -> Separators {
        match self {
            Vietnamese => Separators::Comma,
            English => Separators::Point,
        }
    }

    /// How the numbers are written that the reader adds.
    pub(crate) fn number_style(self) -> Style {
        match self {
            Vietnamese => Style::Vietnamese,
            English => Style::English,
        }
    }

    /// The name of what was added, or is to be: "vốn tăng thêm".
    pub(crate) fn added(self, name: &str) -> String {
        match self {
            Vietnamese => format!("{name} tăng thêm"),
            English => format!("{name}, added"),
        }
    }

    /// The name of how much more or less there is to be.
    pub(crate) fn change_of(self, name: &str, rises: bool) -> String {
        match (self, rises) {
            (Vietnamese, true) => format!("Tăng {name}"),
            (Vietnamese, false) => format!("Giảm {name}"),
            (English, true) => format!("Increase in {name}"),
            (English, false) => format!("Decrease in {name}"),
        }
    }

    /// A change as a remark: "tăng 3,7% về IIP".
    pub(crate) fn changed(self, words: &str, rises: bool) -> String {
        match (self, rises) {
            (Vietnamese, true) => format!("tăng {words}"),
            (Vietnamese, false) => format!("giảm {words}"),
            (English, true) => format!("up {words}"),
            (English, false) => format!("down {words}"),
        }
    }

    /// The name of a growth that is aimed at.
    pub(crate) fn growth(self, name: &str, rises: bool) -> String {
        format!("{name}{}", self.growth_endings()[usize::from(!rises)])
    }

    /// What a growth that is aimed at is of: the name without the word for it.
    pub(crate) fn without_growth(self, name: &str) -> &str {
        self.growth_endings().iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
    }

    fn growth_endings(self) -> [&'static str; 2] {
        match self {
            Vietnamese => [" tăng", " giảm"],
            English => [" growth", " decline"],
        }
    }

    /// With what a change is, whose period of comparison no field holds.
    pub(crate) fn compared_with(self, period: &str) -> String {
        match self {
            Vietnamese => format!("so với {period}"),
            English => period.to_owned(),
        }
    }

    /// The words of a change in the average of some years.
    pub(crate) fn on_average(self, verb: &str) -> String {
        match self {
            Vietnamese => format!("{verb} bình quân"),
            English => format!("{verb} on average"),
        }
    }

    /// The name of how many things each of many has.
    pub(crate) fn number_of_each(self, thing: &str, each: &str) -> String {
        match self {
            Vietnamese => format!("Số {thing} bình quân mỗi {each}"),
            English => format!("Average number of {thing} per {each}"),
        }
    }

    /// The name of a contribution to a growth.
    pub(crate) fn contribution(self, name: &str) -> String {
        let suffix = match self {
            Vietnamese => " đóng góp",
            English => " contribution",
        };
        format!("{}{suffix}", name.trim_end_matches(suffix))
    }

    /// The name of what was counted or weighed in money.
    pub(crate) fn worth_of(self, thing: Option<&str>) -> String {
        match (self, thing) {
            (English, Some(thing)) => format!("value of {thing}"),
            (English, None) => "value".to_owned(),
            (Vietnamese, _) => "trị giá".to_owned(),
        }
    }

    /// The name of the rate of what is counted.
    pub(crate) fn rate_of(self, thing: &str) -> String {
        match self {
            Vietnamese => format!("Tỷ lệ {thing}"),
            English => format!("Share of {thing}"),
        }
    }

    /// A year as a period.
    pub(crate) fn in_year(self, year: &str) -> String {
        match self {
            Vietnamese => format!("năm {year}"),
            English => year.to_owned(),
        }
    }

    /// The words of a period, which may be nothing but a year.
    pub(crate) fn period(self, words: String) -> String {
        let year = words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        if year { self.in_year(&words) } else { words }
    }

    /// A note with the words of the source.
    pub(crate) fn source_says(self, words: &str) -> String {
        match self {
            Vietnamese => format!("Nguồn ghi “{words}”."),
            English => format!("The source says “{words}”."),
        }
    }

    /// A note with a remark of the source.
    pub(crate) fn source_adds(self, remark: &str) -> String {
        match self {
            Vietnamese => format!("Nguồn ghi thêm: {remark}."),
            English => format!("The source adds: {}.", remark.trim_end_matches('.')),
        }
    }
}

/// The name of what is counted, without the words for its number: "xã đạt chuẩn" of "Số xã đạt chuẩn".
pub(crate) fn counted_thing(name: &str) -> &str {
    let head = NUMBER_OF.longest_start(&name.lower_case()).map_or(0, str::len);
    name.get(head..).unwrap_or(name)
}
