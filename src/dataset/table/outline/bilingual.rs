//! Splits names in two languages, the second on a line of its own: "Dân số" over "Population".

use std::borrow::Cow;

use memchr::memchr;

use super::body::Body;

/// The first of the names in a cell.
pub(super) struct FirstName<'n> {
    pub(super) name: Cow<'n, str>,
    /// The same in another language.
    pub(super) translation: Option<String>,
}

/// Splits a name of two lines into the name and its translation; other names are joined to one line.
/// `throughout` says that the whole table is in two languages: then "Nam" over "Male" is such a name, too.
pub(super) fn split(name: &str, throughout: bool) -> FirstName<'_> {
    let untranslated = |name| FirstName { name, translation: None };
    if memchr(b'\n', name.as_bytes()).is_none() {
        return untranslated(Cow::Borrowed(name.trim_end()));
    }
    let indent: String = name.chars().take_while(|c| c.is_whitespace() && *c != '\n').collect();
    let lines: Vec<&str> = name.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [first, second] if throughout && is_foreign(second) || are_two(first, second) => {
            let name = Cow::Owned(format!("{indent}{first}"));
            FirstName { name, translation: Some((*second).to_owned()) }
        }
        _ => untranslated(Cow::Owned(format!("{indent}{}", lines.join(" ")))),
    }
}

/// Whether most names of two lines are in two languages.
pub(crate) fn is_throughout(body: &Body<'_>) -> bool {
    let Some(column) = body.schema().names.first() else { return false };
    let (mut of_two_lines, mut two) = (0, 0);
    for row in body.sampled_rows() {
        let name = row.cell(*column).shown();
        let mut lines = name.lines().map(str::trim);
        if let (Some(first), Some(second), None) = (lines.next(), lines.next(), lines.next()) {
            of_two_lines += 1;
            two += usize::from(are_two(first, second));
        }
    }
    two > 1 && two * 2 > of_two_lines
}

fn are_two(first: &str, second: &str) -> bool {
    first.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) && is_foreign(second)
}

/// Whether a line is in another language: no letter with a diacritic, and a word that is longer than an
/// abbreviation. "(‰)" and "km²" are not.
fn is_foreign(line: &str) -> bool {
    line.chars().all(|c| c.is_ascii() || !c.is_alphabetic())
        && line.split_whitespace().any(|word| word.len() > 2)
        && !line.starts_with('(')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_a_translation_from_a_continued_name() {
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
            let FirstName { name: first, translation } = split(name, throughout);
            assert_eq!((&*first, translation.as_deref()), expected, "{name}");
        }
    }
}
