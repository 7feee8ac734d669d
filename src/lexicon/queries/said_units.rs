//! Units as people say them: "triệu đô" for "triệu USD".

use std::sync::LazyLock;

use crate::lexicon::words::phrase::{Phrase, phrase, starts_with};
use crate::text::word_form::WordForm;

/// What people say, the longest first, and how tables write the unit.
const SAID: [(&str, &str); 11] = [
    ("triệu đô la mỹ", "triệu USD"),
    ("triệu đô la", "triệu USD"),
    ("đô la mỹ", "USD"),
    ("nghìn đô", "nghìn USD"),
    ("triệu đô", "triệu USD"),
    ("tr đồng", "triệu đồng"),
    ("tr usd", "triệu USD"),
    ("tỷ đô", "tỷ USD"),
    ("đô la", "USD"),
    ("tr đ", "triệu đồng"),
    ("trđ", "triệu đồng"),
];

static ALL: LazyLock<Vec<(Phrase, &str)>> =
    LazyLock::new(|| SAID.into_iter().map(|(said, unit)| (phrase(said), unit)).collect());

/// Returns the longest said unit at the start of typed words: its number of words, and the unit. The words are typed
/// with their accents or without any.
pub(crate) fn read(words: &[&WordForm]) -> Option<(usize, &'static str)> {
    ALL.iter().find(|(said, _)| starts_with(words, said)).map(|(said, unit)| (said.len(), *unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_longest_unit_with_its_accents_or_without() {
        let found = |text: &str| read(&phrase(text).iter().collect::<Vec<_>>());
        assert_eq!(found("triệu đô la mỹ"), Some((4, "triệu USD")));
        assert_eq!(found("trieu do"), Some((2, "triệu USD")));
        assert_eq!(found("tr usd gạo"), Some((2, "triệu USD")));
        for other in ["triệu đổ", "triệu đồng", "đô thị", "tr"] {
            assert_eq!(found(other), None, "{other}");
        }
    }

    #[test]
    fn a_longer_unit_goes_before_its_beginning() {
        for (at, (said, _)) in SAID.iter().enumerate() {
            let begins = |(earlier, _): &(&str, &str)| said.starts_with(&format!("{earlier} "));
            assert!(!SAID[..at].iter().any(begins), "{said}");
        }
    }
}
