//! What people say before an animal, a crop or a product where names say something else: "đàn trâu" for "Số trâu",
//! "sản lượng xi măng" for "Xi măng".

use std::sync::LazyLock;

use super::query_words::phrases;
use crate::lexicon::words::phrase::{Phrase, starts_with};
use crate::lexicon::words::word_list::WordList;
use crate::text::word_form::WordForm;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/queries.txt");

static SAID_OF_HERD: WordList = WordList::of(FILE, "said of a herd, with accents");
static HERD: WordList = WordList::of(FILE, "herd, with accents");
static ANIMAL: WordList = WordList::of(FILE, "animal, with accents");
static SAID_OF_AREA: WordList = WordList::of(FILE, "said of an area, with accents");
static AREA: WordList = WordList::of(FILE, "area, with accents");
static CROP: WordList = WordList::of(FILE, "crop, with accents");
static SAID_OF_OUTPUT: WordList = WordList::of(FILE, "said of an output, with accents");

/// A measure that people and names say differently before some things.
struct Measure {
    /// What people say.
    said: Vec<Phrase>,
    /// What names have.
    named: Vec<Phrase>,
    /// What it is said of.
    of: Vec<Phrase>,
}

static ALL: LazyLock<[Measure; 2]> = LazyLock::new(|| {
    let measure =
        |said, named, of| Measure { said: phrases(said), named: phrases(named), of: phrases(of) };
    [measure(&SAID_OF_HERD, &HERD, &ANIMAL), measure(&SAID_OF_AREA, &AREA, &CROP)]
});

/// The words of a query that say a measure.
pub(crate) struct SaidMeasure {
    /// The number of the words.
    pub(crate) count: usize,
    /// What names have instead.
    pub(crate) named: &'static [Phrase],
}

/// Returns the measure at the start of typed words, if an animal or a crop follows.
pub(crate) fn read(words: &[&WordForm]) -> Option<SaidMeasure> {
    ALL.iter().find_map(|measure| {
        let is_said = |said: &&Phrase| {
            let (begins, thing) = (starts_with(words, said), words.get(said.len()..));
            begins && thing.is_some_and(|thing| measure.of.iter().any(|of| starts_with(thing, of)))
        };
        let said = measure.said.iter().find(is_said)?;
        Some(SaidMeasure { count: said.len(), named: &measure.named })
    })
}

/// Returns how many typed words at the start say only that an output is meant, with a product behind them.
pub(crate) fn said_of_output(words: &[&WordForm]) -> Option<usize> {
    static SAID: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&SAID_OF_OUTPUT));
    let said = SAID.iter().find(|said| starts_with(words, said))?;
    (said.len() < words.len()).then_some(said.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::words::phrase::phrase;

    #[test]
    fn a_measure_is_read_before_what_it_is_said_of() {
        let count = |text: &str| {
            let words = phrase(text);
            read(&words.iter().collect::<Vec<_>>()).map(|said| said.count)
        };
        assert_eq!(count("tổng đàn trâu"), Some(2));
        assert_eq!(count("so luong dan ga"), Some(3));
        assert_eq!(count("trồng ngô"), Some(1));
        for other in ["đàn", "đàn piano", "số hộ", "trồng trọt", "trâu"] {
            assert_eq!(count(other), None, "{other}");
        }
    }

    #[test]
    fn an_output_needs_a_product() {
        let count = |text: &str| {
            let words = phrase(text);
            said_of_output(&words.iter().collect::<Vec<_>>())
        };
        assert_eq!(count("sản lượng xi măng"), Some(2));
        assert_eq!(count("san xuat gach"), Some(2));
        assert_eq!((count("sản lượng"), count("xi măng")), (None, None));
    }
}
