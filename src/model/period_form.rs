//! The written forms of a period: its official name, a short code, and numbers for a packed record.

use std::fmt;

use super::Season;
use super::period::{Period, Span};

/// The numbers of quarters.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// The Roman number of a quarter.
fn roman(quarter: u8) -> &'static str {
    QUARTERS[usize::from(quarter - 1)]
}

impl Period {
    /// Returns a short code that is the same in every language: "2023", "9T/2024", "QII/2024",
    /// "2021-2025".
    #[must_use]
    pub fn code(self) -> String {
        let year = self.first_year().map(|year| year.to_string());
        let of_year = |part: String| match &year {
            Some(year) => format!("{part}/{year}"),
            None => part,
        };
        let quarter = |nth: u8| format!("Q{}", roman(nth));
        let split = |year: u16| format!("{year}/{:02}", (year + 1) % 100);
        match (self.span(), self.first_year()) {
            (Span::SplitYear, Some(year)) => split(year),
            (Span::Semester(nth), Some(year)) => format!("HK{} {}", roman(nth), split(year)),
            (Span::Semester(nth), None) => format!("HK{}", roman(nth)),
            (Span::SplitQuarter(nth), Some(year)) => format!("{} {}", quarter(nth), split(year)),
            (Span::SplitQuarters(nth), Some(year)) => {
                format!("{}-{} {}", quarter(1), quarter(nth), split(year))
            }
            (Span::SplitToDate, Some(year)) => format!("LK {}", split(year)),
            (Span::Years(last), Some(first)) => format!("{first}-{last}"),
            (Span::By, Some(year)) => format!("đến {year}"),
            (Span::SecondHalf, _) => of_year("7-12".to_owned()),
            (Span::Quarter(nth), _) => of_year(quarter(nth)),
            (Span::Month(month), _) => of_year(format!("T{month}")),
            (Span::FirstMonths(months), _) => of_year(format!("{months}T")),
            (Span::ToDate, _) => of_year("LK".to_owned()),
            (Span::Season(season), _) => of_year(format!("vụ {}", season.name())),
            (Span::On(month, day), _) => of_year(date(month, day)),
            (Span::Until(..), _) => self.to_string(),
            (Span::Week(week), _) => of_year(format!("W{week}")),
            (Span::FiscalYear, Some(year)) => format!("FY{year}"),
            (Span::FiscalQuarter(nth), Some(year)) => format!("{} FY{year}", quarter(nth)),
            (Span::FiscalQuarters(nth), Some(year)) => {
                format!("{}-{} FY{year}", quarter(1), quarter(nth))
            }
            _ => year.unwrap_or_default(),
        }
    }

    /// Returns its parts as numbers, for a packed record: the year, the kind of span with its
    /// detail, and the last of several years.
    pub(super) fn to_parts(self) -> (Option<u16>, [u8; 2], Option<u16>) {
        let (parts, last) = match self.span {
            Span::Year => ([0, 0], None),
            Span::SecondHalf => ([1, 0], None),
            Span::Quarter(nth) => ([2, nth], None),
            Span::Month(month) => ([3, month], None),
            Span::FirstMonths(months) => ([4, months], None),
            Span::ToDate => ([5, 0], None),
            Span::SplitYear => ([6, 0], None),
            Span::SplitQuarter(nth) => ([7, nth], None),
            Span::Years(last) => ([8, 0], Some(last)),
            Span::By => ([9, 0], None),
            Span::SplitQuarters(quarters) => ([10, quarters], None),
            Span::SplitToDate => ([11, 0], None),
            Span::Season(season) => ([12, season.number()], None),
            Span::On(month, day) => ([13, day], Some(u16::from(month))),
            Span::Semester(nth) => ([14, nth], None),
            Span::Until(month, day) => ([15, day], Some(u16::from(month))),
            Span::FiscalYear => ([16, 0], None),
            Span::FiscalQuarter(nth) => ([17, nth], None),
            Span::FiscalQuarters(quarters) => ([18, quarters], None),
            Span::Week(week) => ([19, week], None),
        };
        (self.year, parts, last)
    }

    /// Rebuilds a period from [`Period::to_parts`].
    pub(super) fn of_parts(
        year: Option<u16>,
        [kind, detail]: [u8; 2],
        last: Option<u16>,
    ) -> Option<Self> {
        match kind {
            0 => Some(Self { year, span: Span::Year }),
            1 => Some(Self::second_half(year)),
            2 => Self::quarter(year, detail),
            3 => Self::month(year, detail),
            4 => Self::first_months(year, detail),
            5 => Some(Self::to_date(year)),
            6 => year.map(Self::split_year),
            7 => Self::split_quarter(year?, detail),
            8 => Self::years(year?, last?),
            9 => year.map(Self::by),
            10 => Self::split_quarters(year?, detail),
            11 => year.map(Self::split_to_date),
            12 => Some(Self::season(year, Season::numbered(detail)?)),
            14 => Self::semester(year, detail),
            13 => Self::on(year, u8::try_from(last?).ok()?, detail),
            15 => Self::until(year, u8::try_from(last?).ok()?, detail),
            16 => year.map(Self::fiscal_year),
            17 => Self::fiscal_quarter(year?, detail),
            18 => Self::fiscal_quarters(year?, detail),
            19 => Self::week(year, detail),
            _ => None,
        }
    }
}

/// A day and its month as offices write them: 05/02, 30/9.
fn date(month: u8, day: u8) -> String {
    if month < 3 { format!("{day:02}/{month:02}") } else { format!("{day:02}/{month}") }
}

/// The official Vietnamese form, also used in datasets: "quý II năm 2024", "11 tháng năm 2024".
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let span = self.span();
        let year = self.first_year().unwrap_or(0);
        let split = |f: &mut fmt::Formatter<'_>| write!(f, "năm {year}/{}", year + 1);
        match span {
            Span::Year if self.first_year().is_none() => return f.write_str("cả năm"),
            Span::Year => {}
            Span::SecondHalf => f.write_str("6 tháng cuối")?,
            Span::Quarter(nth) => write!(f, "quý {}", roman(nth))?,
            Span::Month(month) => write!(f, "tháng {month}")?,
            Span::FirstMonths(6) if self.first_year().is_some() => f.write_str("6 tháng đầu")?,
            Span::FirstMonths(months) => write!(f, "{months} tháng")?,
            Span::ToDate => f.write_str("từ đầu")?,
            Span::Season(season) => write!(f, "vụ {}", season.name())?,
            Span::SplitYear => return split(f),
            Span::FiscalYear => return write!(f, "năm tài chính {year}"),
            Span::FiscalQuarter(nth) => {
                return write!(f, "quý {} năm tài chính {year}", roman(nth));
            }
            Span::FiscalQuarters(nth) => {
                return write!(f, "{nth} quý đầu năm tài chính {year}");
            }
            Span::Week(week) => write!(f, "tuần {week}")?,
            Span::Semester(nth) => {
                write!(f, "học kỳ {}", roman(nth))?;
                return match self.first_year() {
                    Some(year) => write!(f, " năm học {year}-{}", year + 1),
                    None => Ok(()),
                };
            }
            Span::SplitQuarter(nth) => {
                write!(f, "quý {} ", roman(nth))?;
                return split(f);
            }
            Span::SplitQuarters(nth) => {
                write!(f, "{nth} quý đầu ")?;
                return split(f);
            }
            Span::SplitToDate => {
                f.write_str("từ đầu ")?;
                return split(f);
            }
            Span::On(month, day) => {
                let year = self.first_year().map(|year| format!("/{year}")).unwrap_or_default();
                return write!(f, "ngày {}{year}", date(month, day));
            }
            Span::Until(month, day) => {
                let year = self.first_year().map(|year| format!("/{year}")).unwrap_or_default();
                return match day {
                    0 => write!(f, "đến tháng {month}{year}"),
                    day => write!(f, "đến {}{year}", date(month, day)),
                };
            }
            Span::Years(last) => return write!(f, "giai đoạn {year}-{last}"),
            Span::By => return write!(f, "đến năm {year}"),
        }
        let gap = if span == Span::Year { "" } else { " " };
        match (self.first_year(), span) {
            (Some(year), _) => write!(f, "{gap}năm {year}"),
            (None, Span::SecondHalf | Span::ToDate) => f.write_str(" năm"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_months_are_the_first_of_a_year_only() {
        for (year, months, expected) in [
            (Some(2024), 6, "6 tháng đầu năm 2024"),
            (None, 6, "6 tháng"),
            (Some(2024), 9, "9 tháng năm 2024"),
        ] {
            assert_eq!(Period::first_months(year, months).unwrap().to_string(), expected);
        }
    }
}
