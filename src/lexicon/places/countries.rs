//! Countries and parts of the world in reports, some of which are one short syllable: "Anh", "Mỹ", "châu Âu".

use crate::lexicon::words::word_list::WordList;
use crate::text::lower_case::{LowerCase, has_capital};

const FILE: &str = include_str!("../words/countries.txt");

/// Countries, groups of them and continents.
static COUNTRIES: WordList = WordList::of(FILE, "countries with accents");

/// Whether a name is that of a country, a group of countries or a continent. "anh" is a brother, and "Anh" a country.
pub(crate) fn is_country(name: &str) -> bool {
    has_capital(name) && COUNTRIES.contains(&name.lower_case())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_a_capital_and_accents() {
        for name in ["Anh", "Mỹ", "châu Âu", "Châu Phi", "Hàn Quốc", "EU"] {
            assert!(is_country(name), "{name}");
        }
        for name in ["anh", "My", "Khách quốc tế", "Mỹ Tho", ""] {
            assert!(!is_country(name), "{name}");
        }
    }
}
