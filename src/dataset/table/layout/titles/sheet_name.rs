//! What the name of a sheet says about its table: the period, the place, or the section of its rows.

use crate::lexicon::period::{is_period, parse};
use crate::lexicon::place::is_certain_place;
use crate::model::{Coverage, Period, Span};
use crate::text::fold::fold;

/// What the name of a sheet says. A name like "Sheet1" says nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct SheetName {
    /// The period that it is or contains: "Quý I", "BC tháng 6".
    pub(crate) period: Option<Period>,
    /// The place, if it is certainly the name of one: "Huyện Ba Bể".
    pub(crate) place: Option<String>,
    /// The section of rows that have none: "Kinh tế".
    pub(crate) section: Option<String>,
}

impl SheetName {
    /// The name of a place, which only the other sheets show.
    pub(crate) fn of_place(name: &str) -> Self {
        Self { place: Some(name.trim().to_owned()), ..Self::default() }
    }

    /// Reads the name of a sheet.
    pub(crate) fn of(name: Option<&str>) -> Self {
        let Some(name) = name.map(str::trim).filter(|name| !is_generic(name)) else {
            return Self::default();
        };
        if is_certain_place(name) {
            return Self { place: Some(name.to_owned()), ..Self::default() };
        }
        // A name of a sheet cannot contain a slash, so that "Quý I.2024" is written for "Quý I/2024".
        let spellings = [name.to_owned(), name.replace(['.', '_'], "/"), name.replace('_', " ")];
        let alone = spellings.iter().find(|text| is_period(text)).and_then(|text| parse(text));
        if alone.is_some() {
            return Self { period: alone, ..Self::default() };
        }
        let is_known = |period: &Period| *period != Period::any_year();
        let period = spellings.iter().find_map(|text| parse(text).filter(is_known));
        Self { period, place: None, section: Some(name.to_owned()) }
    }

    /// Gives the period this year, if it has none: "Tháng 1" over "Kế hoạch năm 2024".
    pub(crate) fn or_year(mut self, year: Option<u16>) -> Self {
        self.period = self.period.map(|period| period.or_year(year));
        self
    }

    /// The period of a table under a title of another period, which the name of the sheet makes narrower: the first
    /// quarter of "năm 2024". A title that is as narrow, or of another year, decides by itself.
    pub(crate) fn within(&self, title: Option<Period>) -> Option<Period> {
        let Some(own) = self.period else { return title };
        let Some(title) = title else { return Some(own) };
        // Which of the two years of "2023-2024" a season is in is not known, and the title may name it.
        let is_season = matches!(own.span(), Span::Season(_)) && own.first_year().is_none();
        if is_season && title.is_in_split_year() {
            return Some(title);
        }
        let (own, title) = (own.or_year(title.first_year()), title.or_year(own.first_year()));
        let years = title.first_year()..=title.last_year();
        let is_within = years.contains(&own.first_year()) && own.coverage(title) == Coverage::Part;
        let is_later = title.span() == Span::By;
        Some(if is_within || is_later { own } else { title })
    }
}

/// Whether the name of a sheet is generic: "Sheet1", "Trang tính1", or empty.
fn is_generic(name: &str) -> bool {
    let folded = fold(name);
    let word = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '_');
    matches!(word, "" | "sheet" | "trang tinh" | "trang" | "table" | "bang" | "bieu")
        && !is_year(name)
}

/// Whether a name is the number of a year.
fn is_year(name: &str) -> bool {
    name.len() == 4 && is_period(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_period_a_place_or_a_section() {
        let quarter = |year, quarter| Period::quarter(year, quarter);
        for (name, period) in [
            ("Quý I", quarter(None, 1)),
            ("Quý II.2024", quarter(Some(2024), 2)),
            ("Q3_2024", quarter(Some(2024), 3)),
            ("Thang 1", Period::month(None, 1)),
            ("T6-2024", Period::month(Some(2024), 6)),
            ("6 tháng", Period::first_months(None, 6)),
            ("Cả năm", Some(Period::any_year())),
            ("2023", Some(Period::year(2023))),
            ("Năm 2024", Some(Period::year(2024))),
        ] {
            assert_eq!(
                SheetName::of(Some(name)),
                SheetName { period, ..SheetName::default() },
                "{name}"
            );
        }
        for place in ["Huyện Ba Bể", "xã Hà Hiệu", "TP. Bắc Kạn", "Lạng Sơn"] {
            assert_eq!(SheetName::of(Some(place)).place.as_deref(), Some(place), "{place}");
        }
        for section in
            ["Kinh tế", "XÃ HỘI", "Xã Hội", "Tổng hợp", "Kinh Tế", "PL1", "Thành phố", "3"]
        {
            let name = SheetName::of(Some(section));
            assert_eq!((name.place, name.period), (None, None), "{section}");
        }
        for generic in ["Sheet1", "Biểu 01", "Trang tính2", ""] {
            assert_eq!(SheetName::of(Some(generic)), SheetName::default(), "{generic}");
        }
    }

    #[test]
    fn a_name_makes_the_period_of_the_title_narrower() {
        let within = |name: &str, title: &str| SheetName::of(Some(name)).within(parse(title));
        for (name, title, expected) in [
            ("Quý I", "năm 2024", "quý I/2024"),
            ("Quý II", "", "quý II"),
            ("Cả năm", "năm 2024", "năm 2024"),
            ("2022", "giai đoạn 2021-2025", "năm 2022"),
            ("2023", "quý II", "quý II/2023"),
            ("2023", "năm 2024", "năm 2024"),
            ("6 tháng", "tháng 6 năm 2024", "tháng 6/2024"),
            ("2023", "đến năm 2025", "năm 2023"),
            ("Vụ Đông Xuân", "vụ đông xuân 2023-2024", "năm 2023/2024"),
            ("Vụ Mùa", "năm 2024", "vụ mùa 2024"),
        ] {
            assert_eq!(within(name, title), parse(expected), "{name} under {title}");
        }
    }
}
