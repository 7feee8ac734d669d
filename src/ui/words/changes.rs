//! Changes since another period, and dates of sources.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Words;
use crate::app::Lang;
use crate::model::{Change, ChangeUnit};
use crate::text::format_number;

impl Words {
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
