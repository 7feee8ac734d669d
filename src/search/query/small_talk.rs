//! What small talk may find.

use crate::lexicon::small_talk::SmallTalk;
use crate::search::Tier;

/// Returns the worst tier that a query of these folded words may have: small talk has no similar
/// names, but for one typo in several of its words, and a whole phrase matches only names that contain it as a sequence.
pub(in crate::search) fn worst_tier(words: &[&str]) -> Tier {
    match (SmallTalk::of(words), words) {
        (SmallTalk::None, _) => Tier::Partial,
        // The word may be the prefix of something else.
        (SmallTalk::Words, [_]) => Tier::Id,
        (SmallTalk::Phrases, [word]) if word.len() < 3 => Tier::Id,
        (SmallTalk::Phrases, _) => Tier::Together,
        (SmallTalk::Words, [_, _]) => Tier::Respaced,
        (SmallTalk::Words, _) => Tier::Typos,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_talk_has_no_similar_names() {
        let worst = |query: &str| worst_tier(&query.split(' ').collect::<Vec<_>>());
        for phrases in ["ban khoe khong", "chao ban nhe", "hi there", "hom nay an gi the"] {
            assert_eq!(worst(phrases), Tier::Together, "{phrases}");
        }
        assert_eq!((worst("ban an"), worst("ban an chua")), (Tier::Respaced, Tier::Typos));
        assert_eq!(worst("hello"), Tier::Together);
        assert_eq!(worst("hi"), Tier::Id);
        for other in ["", "ho ngheo", "ban hang", "nuoc sach nhe", "ngheo"] {
            assert_eq!(worst(other), Tier::Partial, "{other}");
        }
    }
}
