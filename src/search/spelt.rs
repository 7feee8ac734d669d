//! A word with what is asked of it again and again.

use crate::text::syllable::Spelling;

/// A word, typed or of a name, taken apart once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelt {
    pub(super) spelling: Spelling,
    /// As it sounds to some ears.
    pub(super) heard: String,
    /// How many letters it has.
    pub(super) length: usize,
    letters: LetterSet,
}

/// Which letters a word has: a bit for each of a to z, one for everything else. It tells quickly that
/// two words are not alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LetterSet(u32);

impl Spelt {
    pub(super) fn new(spelling: Spelling) -> Self {
        Self {
            heard: by_ear(&spelling.folded),
            length: spelling.folded.chars().count(),
            letters: LetterSet::of(&spelling.folded),
            spelling,
        }
    }

    /// Without any mark, in lower case.
    pub(super) fn folded(&self) -> &str {
        &self.spelling.folded
    }

    /// Whether every letter of the word is one of the other's.
    pub(super) fn letters_are_in(&self, other: &Self) -> bool {
        self.letters.0 & !other.letters.0 == 0
    }

    /// Whether one slip of the fingers makes one word of the other: a letter missing, too many, wrong, or
    /// two swapped.
    pub(super) fn is_one_slip_from(&self, other: &Self) -> bool {
        // A slip takes one letter and brings another at most.
        self.length.abs_diff(other.length) < 2
            && (self.letters.0 ^ other.letters.0).count_ones() <= 2
            && strsim::osa_distance(self.folded(), other.folded()) == 1
    }
}

impl LetterSet {
    fn of(folded: &str) -> Self {
        let bit = |c: char| match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            _ => 26,
        };
        Self(folded.chars().fold(0, |set, c| set | 1 << bit(c)))
    }
}

/// A word as it sounds to ears that do not tell tr from ch, s from x, d, gi and r, l and n apart.
fn by_ear(folded: &str) -> String {
    const ALIKE: [(&str, &str); 9] = [
        ("tr", "ch"),
        ("gi", "d"),
        ("ngh", "ng"),
        ("gh", "g"),
        ("s", "x"),
        ("r", "d"),
        ("n", "l"),
        ("k", "c"),
        ("q", "c"),
    ];
    if folded.starts_with("ng") || folded.starts_with("nh") {
        return folded.replacen("ngh", "ng", 1);
    }
    let heard = ALIKE.iter().find_map(|(spelt, heard)| {
        let rest = folded.strip_prefix(spelt)?;
        // "gi" alone, and "giêng", keep their vowel.
        let vowel =
            if *spelt == "gi" && !rest.starts_with(['a', 'e', 'o', 'u']) { "i" } else { "" };
        Some(format!("{heard}{vowel}{rest}"))
    });
    heard.unwrap_or_else(|| folded.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelt(word: &str) -> Spelt {
        Spelt::new(Spelling::of(word))
    }

    #[test]
    fn some_ears_hear_the_same() {
        for (a, b) in [
            ("trồng", "chồng"),
            ("sản", "xản"),
            ("giang", "dang"),
            ("rang", "dang"),
            ("lúa", "núa"),
        ] {
            assert_eq!(spelt(a).heard, spelt(b).heard, "{a} {b}");
        }
        assert_ne!(spelt("nghèo").heard, spelt("lghèo").heard);
    }

    proptest! {
        #[test]
        fn the_letters_tell_nothing_that_is_not_so(a in "[a-eđ1]{0,6}", b in "[a-eđ1]{0,6}") {
            let (a, b) = (spelt(&a), spelt(&b));
            let one = strsim::osa_distance(a.folded(), b.folded()) == 1;
            prop_assert_eq!(a.is_one_slip_from(&b), one);
            prop_assert!(a.letters_are_in(&b) || !b.folded().contains(a.folded()));
        }
    }
}
