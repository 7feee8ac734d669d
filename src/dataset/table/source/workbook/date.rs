//! Dates and times, which a spreadsheet stores as a number of days.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An element of a date format. The number is the count of its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// The number of digits, or more for a name.
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Elapsed hours, minutes or seconds, which may exceed 24 or 60.
    Elapsed,
    Text(String),
}

impl Piece {
    /// Returns the piece that a format letter begins; m after an hour is a minute.
    pub(super) fn of(letter: char, last: Option<&Self>) -> Option<Self> {
        let behind_hour = |piece: &Self| match piece {
            Self::Hour(_) | Self::Elapsed => true,
            Self::Text(text) => text == ":",
            _ => false,
        };
        Some(match letter.to_ascii_lowercase() {
            'y' => Self::Year(1),
            'm' if last.is_some_and(behind_hour) => Self::Minute(1),
            'm' => Self::Month(1),
            'd' => Self::Day(1),
            'h' => Self::Hour(1),
            's' => Self::Second(1),
            _ => return None,
        })
    }

    /// Whether a letter continues this piece.
    pub(super) fn goes_on(&self, letter: char) -> bool {
        let own = match self {
            Self::Year(_) => 'y',
            Self::Month(_) | Self::Minute(_) => 'm',
            Self::Day(_) => 'd',
            Self::Hour(_) => 'h',
            Self::Second(_) => 's',
            Self::Elapsed | Self::Text(_) => return false,
        };
        own == letter.to_ascii_lowercase()
    }

    pub(super) fn lengthen(&mut self) {
        match self {
            Self::Year(n)
            | Self::Month(n)
            | Self::Day(n)
            | Self::Hour(n)
            | Self::Minute(n)
            | Self::Second(n) => *n += 1,
            Self::Elapsed | Self::Text(_) => {}
        }
    }
}

/// Formats a number of days as a date. Returns `None` if it is out of range.
pub(super) fn shown(days: Decimal, pieces: &[Piece], is_1904: bool) -> Option<String> {
    let whole = days.floor().to_i64()?;
    let seconds = ((days - days.floor()) * Decimal::from(86_400)).round().to_i64()?;
    let (year, month, day) = civil(whole, is_1904)?;
    let mut text = String::new();
    let padded = |number: i64, digits: usize| match digits {
        0 | 1 => number.to_string(),
        _ => format!("{number:02}"),
    };
    for piece in pieces {
        text.push_str(&match piece {
            Piece::Year(1 | 2) => format!("{:02}", year % 100),
            Piece::Year(_) => year.to_string(),
            Piece::Month(digits) => padded(month, *digits),
            Piece::Day(digits @ (1 | 2)) => padded(day, *digits),
            // The name of the weekday is redundant.
            Piece::Day(_) => String::new(),
            Piece::Hour(digits) => padded(seconds / 3600, *digits),
            Piece::Elapsed => (whole * 24 + seconds / 3600).to_string(),
            Piece::Minute(digits) => padded(seconds / 60 % 60, *digits),
            Piece::Second(digits) => padded(seconds % 60, *digits),
            Piece::Text(text) => text.clone(),
        });
    }
    let has = |wanted: fn(&Piece) -> bool| pieces.iter().any(wanted);
    let names_month = has(|piece| matches!(piece, Piece::Month(_)))
        && has(|piece| matches!(piece, Piece::Year(_)))
        && !has(|piece| matches!(piece, Piece::Day(_) | Piece::Hour(_)));
    // "Tháng 1/2025" says so itself.
    let has_words = has(|piece| match piece {
        Piece::Text(text) => text.chars().filter(|c| c.is_alphabetic()).count() > 1,
        _ => false,
    });
    if names_month && !has_words {
        return Some(format!("tháng {month}/{year}"));
    }
    // 07/08 would be read as "7 of 8", and 1/2025 as "1 of 2025", so such a date is written in full.
    let is_count =
        |(a, b): (&str, &str)| [a, b].iter().all(|n| n.bytes().all(|b| b.is_ascii_digit()));
    let text = text.trim();
    Some(match text.split_once(['/', '-', '.']).is_some_and(is_count) {
        true => format!("{day:02}/{month:02}/{year}"),
        false => text.to_owned(),
    })
}

/// Returns year, month and day of a number of days, in the date system of the workbook.
fn civil(days: i64, is_1904: bool) -> Option<(i64, i64, i64)> {
    const LAST: i64 = 2_958_465;
    // Days from 1 March of year 0 to 30 December 1899, which is day 0. The 1900 system has a 29 February
    // 1900.
    const BEFORE: i64 = 693_899;
    if !(0..=LAST).contains(&days) {
        return None;
    }
    let days = match (is_1904, days) {
        (true, days) => days + 1462,
        (false, 0..60) => days + 1,
        (false, days) => days,
    };
    let days = days + BEFORE;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    Some((year + era * 400 + i64::from(month <= 2), month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_as_spreadsheets_do() {
        for (days, is_1904, date) in [
            (1, false, (1900, 1, 1)),
            (59, false, (1900, 2, 28)),
            (61, false, (1900, 3, 1)),
            (45_658, false, (2025, 1, 1)),
            (45_351, false, (2024, 2, 29)),
            (2_958_465, false, (9999, 12, 31)),
            (44_196, true, (2025, 1, 1)),
        ] {
            assert_eq!(civil(days, is_1904), Some(date), "{days}");
        }
        assert_eq!(civil(-1, false), None);
    }

    #[test]
    fn writes_a_date_without_a_year_in_full() {
        for code in ["d/m", "d-mmm", "dd/mm/yyyy"] {
            let format = crate::dataset::table::source::workbook::cell_format::CellFormat::of(code);
            assert_eq!(format.show(Decimal::from(45_658), false).shown(), "01/01/2025", "{code}");
        }
    }

    #[test]
    fn a_date_displayed_without_a_day_is_a_month() {
        for code in ["m/yyyy", "mm/yyyy", "mmm-yy", "mm-yyyy", "mmmm yyyy", "\\Tm/yyyy"] {
            let format = crate::dataset::table::source::workbook::cell_format::CellFormat::of(code);
            let cell = format.show(Decimal::from(45_597), false);
            assert_eq!(cell.shown(), "tháng 11/2024", "{code}");
        }
    }

    #[test]
    fn distinguishes_minutes_from_months() {
        let format = crate::dataset::table::source::workbook::cell_format::CellFormat::of(
            "dd/mm/yyyy hh:mm",
        );
        let cell = format.show("45658.75".parse().unwrap(), false);
        assert_eq!(cell.shown(), "01/01/2025 18:00");
    }
}
