//! Names in two languages, the second on a line of its own: "Dân số" over "Population".

use std::borrow::Cow;

use memchr::memchr;

use super::body::Body;

/// A name on one line, and what its second line says in another language. Where a table is in two
/// languages throughout, "Nam" over "Male" is such a name too.
pub(in crate::dataset::table) fn parted(
    name: &str,
    throughout: bool,
) -> (Cow<'_, str>, Option<String>) {
    if memchr(b'\n', name.as_bytes()).is_none() {
        return (Cow::Borrowed(name.trim_end()), None);
    }
    let indent: String = name.chars().take_while(|c| c.is_whitespace() && *c != '\n').collect();
    let lines: Vec<&str> = name.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [first, second] if throughout && is_foreign(second) || are_two(first, second) => {
            (Cow::Owned(format!("{indent}{first}")), Some((*second).to_owned()))
        }
        _ => (Cow::Owned(format!("{indent}{}", lines.join(" "))), None),
    }
}

impl Body<'_> {
    /// Whether names in two languages are the rule here.
    pub(in crate::dataset::table) fn is_in_two_languages(&self) -> bool {
        const LOOKED_AT: usize = 200;
        let Some(column) = self.columns.names.first() else { return false };
        let (mut parted, mut two) = (0, 0);
        for row in self.sheet.range(self.rows.start..self.end).take(LOOKED_AT) {
            let name = row.cell(*column).shown();
            let mut lines = name.lines().map(str::trim);
            if let (Some(first), Some(second), None) = (lines.next(), lines.next(), lines.next()) {
                parted += 1;
                two += usize::from(are_two(first, second));
            }
        }
        two > 1 && two * 2 > parted
    }
}

fn are_two(first: &str, second: &str) -> bool {
    first.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) && is_foreign(second)
}

/// Whether a line has no letter with a mark, and a word that is longer than an abbreviation. "(‰)" and
/// "km²" have no letters of Vietnamese.
fn is_foreign(line: &str) -> bool {
    line.chars().all(|c| c.is_ascii() || !c.is_alphabetic())
        && line.split_whitespace().any(|word| word.len() > 2)
        && !line.starts_with('(')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_language_is_told_from_a_name_that_goes_on() {
        for (name, throughout, expected) in [
            ("Dân số\nPopulation", false, ("Dân số", Some("Population"))),
            (
                "  Tỷ suất sinh (‰)\nBirth rate (‰)",
                false,
                ("  Tỷ suất sinh (‰)", Some("Birth rate (‰)")),
            ),
            (
                "Mật độ (Người/km²)\nDensity (Pers./km²)",
                false,
                ("Mật độ (Người/km²)", Some("Density (Pers./km²)")),
            ),
            ("Nam\nMale", true, ("Nam", Some("Male"))),
            ("Nam\nMale", false, ("Nam Male", None)),
            ("Tỷ lệ lao động\nqua đào tạo", true, ("Tỷ lệ lao động qua đào tạo", None)),
            ("Sản lượng\n(Tấn)", true, ("Sản lượng (Tấn)", None)),
        ] {
            let (first, second) = parted(name, throughout);
            assert_eq!((&*first, second.as_deref()), expected, "{name}");
        }
    }
}
