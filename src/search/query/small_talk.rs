//! What small talk may find.

use crate::lexicon::small_talk::SmallTalk;
use crate::search::Tier;
use crate::text::word_form::WordForm;

/// The worst tier of a query that is made of phrases of small talk: a name has all of its words.
pub(crate) const OF_PHRASES: Tier = Tier::Words;

/// Returns the worst tier that a query of these words may have: small talk has no similar names, but for one typo in
/// several of its words, and a whole phrase matches only names that have each of its words.
pub(crate) fn worst_tier(words: &[&WordForm]) -> Tier {
    match (SmallTalk::of(words), words) {
        (SmallTalk::None, _) => Tier::Partial,
        // The word may be the prefix of something else.
        (SmallTalk::Words, [_]) => Tier::Id,
        (SmallTalk::Phrases, [word]) if word.length() < 3 => Tier::Id,
        (SmallTalk::Phrases, _) => OF_PHRASES,
        (SmallTalk::Words, [_, _]) => Tier::Respaced,
        (SmallTalk::Words, _) => Tier::Typos,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_talk_has_no_similar_names() {
        for phrases in ["cam on ban", "chao ban nhe", "hi there", "hello", "chào bạn"] {
            assert_eq!(worst(phrases), OF_PHRASES, "{phrases}");
        }
        assert_eq!((worst("ban vui"), worst("ban vui ve")), (Tier::Respaced, Tier::Typos));
        assert_eq!(worst("hi"), Tier::Id);
        for other in ["", "ho ngheo", "ban hang", "nuoc sach nhe", "ngheo"] {
            assert_eq!(worst(other), Tier::Partial, "{other}");
        }
    }

    #[test]
    fn words_with_other_accents_are_no_small_talk() {
        assert_eq!((worst("so vang"), worst("số vàng")), (OF_PHRASES, Tier::Partial));
    }

    fn worst(query: &str) -> Tier {
        let words: Vec<WordForm> = query
            .split_whitespace()
            .map(|word| WordForm::new(&crate::text::syllable::Spelling::of(word)))
            .collect();
        worst_tier(&words.iter().collect::<Vec<_>>())
    }
}
