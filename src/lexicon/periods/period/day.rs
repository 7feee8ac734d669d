//! A day as a text writes it: "12/01/2025", "12/7", "December 20".

use super::english_months::english_month;
use crate::model::Period;
use crate::text::lower_case::LowerCase;

/// A day of a month, whose year may not be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    /// From 1 to 31.
    pub(crate) day: u8,
    /// From 1 to 12.
    pub(crate) month: u8,
    pub(crate) year: Option<u16>,
}

impl Day {
    /// Parses a day in digits: "12/01/2025", "12-1-2025", "12.01.2025", "12/7". "12.7" is a number.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
        let (day, month, year) = match parts[..] {
            [day, month, year] => (day, month, Some(year)),
            [day, month] if !word.contains('.') => (day, month, None),
            _ => return None,
        };
        let year = match year {
            Some(year) => Some(year.parse().ok().filter(|year| (1900..2100).contains(year))?),
            None => None,
        };
        Self { day: day.parse().ok()?, month: month.parse().ok()?, year }.checked()
    }

    /// Parses an English day: "December 20", "20 December 2024".
    pub(crate) fn in_english(words: &str) -> Option<Self> {
        let mut parts: Vec<&str> = words.split_whitespace().collect();
        let year = parts.last().filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
        if year.is_some() {
            parts.pop();
        }
        let [first, second] = parts[..] else { return None };
        let numbered = first.starts_with(|c: char| c.is_ascii_digit());
        let (name, day) = if numbered { (second, first) } else { (first, second) };
        let month = english_month(&name.lower_case())?;
        Self { day: day.parse().ok()?, month, year }.checked()
    }

    /// What is counted up to the day, which is of `year` if it does not say its own.
    pub(crate) fn until(self, year: Option<u16>) -> Option<Period> {
        Period::until(self.year.or(year), self.month, self.day)
    }

    fn checked(self) -> Option<Self> {
        ((1..=31).contains(&self.day) && (1..=12).contains(&self.month)).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_days() {
        let day = |day, month, year| Some(Day { day, month, year });
        for (text, wanted) in [
            ("12/01/2025", day(12, 1, Some(2025))),
            ("12-1-2025", day(12, 1, Some(2025))),
            ("12.01.2025", day(12, 1, Some(2025))),
            ("12/7", day(12, 7, None)),
            ("3-2", day(3, 2, None)),
            ("12.7", None),
            ("25/31", None),
            ("32/1", None),
            ("12/01/25", None),
            ("12", None),
        ] {
            assert_eq!(Day::parse(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("December 20", day(20, 12, None)),
            ("20 December 2024", day(20, 12, Some(2024))),
            ("December 40", None),
            ("Monday 20", None),
        ] {
            assert_eq!(Day::in_english(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_last_day_of_a_year_is_the_year() {
        let until = |text, year| Day::parse(text).and_then(|day| day.until(year));
        assert_eq!(until("31/12", Some(2024)), Some(Period::year(2024)));
        assert_eq!(until("20/12/2023", Some(2024)), Period::until(Some(2023), 12, 20));
    }
}
