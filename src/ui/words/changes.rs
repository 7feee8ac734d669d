//! Changes since another period, and dates of sources.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Words;
use crate::app::Lang;
use crate::model::{Change, ChangeUnit, Indicator, PointsOf};
use crate::text::format_number;
use crate::text::sanitize::visible;

impl Words {
    /// The amount of a change of an indicator: "mức tăng 16,7 %"; in English with a sign, "+16.7 %".
    #[must_use]
    pub fn amount(self, change: &Change, of: &Indicator) -> String {
        match (self.0, direction(change)) {
            (Lang::Vietnamese, Some(direction)) => {
                let amount = self.figure(change.amount.abs());
                format!("mức {direction} {}", self.with_unit_of(&amount, change, of))
            }
            (Lang::Vietnamese, None) => {
                let amount = self.figure(change.amount);
                format!("mức thay đổi {}", self.with_unit_of(&amount, change, of))
            }
            (Lang::English, _) => {
                let amount = format_number::signed(change.amount, self.numbers());
                self.with_unit_of(&amount, change, of)
            }
        }
    }

    /// A change of an indicator with its period: "tăng 16,7 % so với năm 2023".
    #[must_use]
    pub fn change_since(self, change: &Change, of: &Indicator, period: &str) -> String {
        match (self.0, direction(change)) {
            (Lang::Vietnamese, Some(direction)) => {
                let amount = self.figure(change.amount.abs());
                let amount = self.with_unit_of(&amount, change, of);
                format!("{direction} {amount} so với {period}")
            }
            (Lang::Vietnamese, None) => format!("không thay đổi so với {period}"),
            (Lang::English, _) => format!("{} against {period}", self.amount(change, of)),
        }
    }

    fn with_unit_of(self, amount: &str, change: &Change, of: &Indicator) -> String {
        let unit = match (change.unit, of.points()) {
            (ChangeUnit::Percent, _) => "%".into(),
            (ChangeUnit::Points, PointsOf::Percentage) => {
                self.pick("điểm phần trăm", "percentage points").into()
            }
            (ChangeUnit::Points, PointsOf::Score) => self.pick("điểm", "points").into(),
            (ChangeUnit::Points, PointsOf::Unit) => visible(of.unit.as_deref().unwrap_or_default()),
            (ChangeUnit::Places, _) => self.pick("bậc", "places").into(),
        };
        format!("{amount} {}", unit.trim())
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
}

/// Whether a change goes up or down, in Vietnamese; `None` for no change.
fn direction(change: &Change) -> Option<&'static str> {
    match change.amount.cmp(&Decimal::ZERO) {
        Ordering::Greater => Some("tăng"),
        Ordering::Less => Some("giảm"),
        Ordering::Equal => None,
    }
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
            let score = Indicator::default();
            assert_eq!(vietnamese.change_since(&change, &score, &change.period), text);
            assert_eq!(vietnamese.amount(&change, &score), from);
        }
    }

    #[test]
    fn points_are_in_the_unit_of_the_indicator() {
        let fall = change("-0.91", ChangeUnit::Points);
        for (unit, in_vietnamese, in_english) in [
            (Some("điểm"), "giảm 0,91 điểm so với 2023", "-0.91 points against 2023"),
            (None, "giảm 0,91 điểm so với 2023", "-0.91 points against 2023"),
            (
                Some("%"),
                "giảm 0,91 điểm phần trăm so với 2023",
                "-0.91 percentage points against 2023",
            ),
            (Some("vụ"), "giảm 0,91 vụ so với 2023", "-0.91 vụ against 2023"),
        ] {
            let indicator = Indicator { unit: unit.map(str::to_owned), ..Indicator::default() };
            let since = |lang| Words(lang).change_since(&fall, &indicator, "2023");
            assert_eq!(since(Lang::Vietnamese), in_vietnamese);
            assert_eq!(since(Lang::English), in_english);
        }
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
