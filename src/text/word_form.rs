//! A word with what is asked of it again and again.

use std::cmp::Ordering;

use crate::text::syllable::{Spelling, Tone, is_syllable};

/// A word, typed or of a name, taken apart once. Names can have a million different words, numbers among
/// them: all that is told of one stands in one piece, what is the same only once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordForm {
    /// The word folded; with its marks, where it has any; as it sounds to some ears, where that is another.
    text: Box<str>,
    /// Where the first of these ends.
    folded: u32,
    /// Where the second ends, or the first, where there is none.
    marked: u32,
    length: u32,
    letters: LetterSet,
    /// The tone.
    pub(crate) tone: Tone,
}

/// Which letters a word has: a bit for each of a to z, one for everything else. It tells quickly that
/// two words are not alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LetterSet(u32);

impl WordForm {
    pub(crate) fn new(spelling: &Spelling) -> Self {
        let Spelling { folded, marked, tone } = spelling;
        let heard = by_ear(spelling);
        let mut text = folded.clone();
        if marked != folded {
            text.push_str(marked);
        }
        let marked = text.len();
        if heard != *folded {
            text.push_str(&heard);
        }
        // No word is longer than a cell.
        let number = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Self {
            folded: number(folded.len()),
            marked: number(marked),
            length: number(folded.chars().count()),
            letters: LetterSet::of(folded),
            tone: *tone,
            text: text.into(),
        }
    }

    /// Without any mark, in lower case.
    pub(crate) fn folded(&self) -> &str {
        &self.text[..self.folded as usize]
    }

    /// Letters with their marks, but no tone; see [`Spelling::marked`].
    pub(crate) fn marked(&self) -> &str {
        let range = self.folded as usize..self.marked as usize;
        if range.is_empty() { self.folded() } else { &self.text[range] }
    }

    /// As it sounds to some ears.
    pub(crate) fn heard(&self) -> &str {
        let heard = &self.text[self.marked as usize..];
        if heard.is_empty() { self.folded() } else { heard }
    }

    /// How many letters it has.
    pub(crate) fn length(&self) -> usize {
        self.length as usize
    }

    /// Whether any mark or tone was written.
    pub(crate) fn has_accents(&self) -> bool {
        self.marked != self.folded || self.tone != Tone::Level
    }

    /// Whether it is a syllable with its accents: no letters that stand for words each.
    pub(crate) fn is_spelt_out(&self) -> bool {
        self.has_accents() && is_syllable(self.folded())
    }

    /// Whether every letter of the word is one of the other's.
    pub(crate) fn letters_are_in(&self, other: &Self) -> bool {
        self.letters.0 & !other.letters.0 == 0
    }

    /// Whether one typo makes one word of the other: a letter missing, too many, wrong, or two swapped. The
    /// first letter is rarely mistyped: it is swapped with the second, or is a neighbouring key or a like sound.
    pub(crate) fn is_one_typo_from(&self, other: &Self) -> bool {
        // A typo takes one letter and brings another at most.
        self.length.abs_diff(other.length) < 2
            && (self.letters.0 ^ other.letters.0).count_ones() <= 2
            && self.may_begin_like(other)
            && strsim::osa_distance(self.folded(), other.folded()) == 1
    }

    /// Whether the first letters of two words can be meant for each other.
    fn may_begin_like(&self, other: &Self) -> bool {
        let letters =
            |spelt: &Self| spelt.folded().chars().next().zip(spelt.folded().chars().nth(1));
        let Some(((a, a2), (b, b2))) = letters(self).zip(letters(other)) else { return false };
        let sound = |spelt: &Self| spelt.heard().chars().next();
        let is_near = match self.length.cmp(&other.length) {
            Ordering::Equal => are_neighbours(a, b) || sound(self) == sound(other),
            // A key that was hit beside the one that was meant.
            Ordering::Greater => a2 == b && are_neighbours(a, b) && !is_syllable(self.folded()),
            Ordering::Less => false,
        };
        a == b || (a == b2 && a2 == b) || is_near
    }
}

/// Whether two letters are side by side on the keyboard.
fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    // Each row is about half a key to the right of the one above.
    let place = |key| {
        ROWS.iter().zip(0_i32..).find_map(|(keys, row)| {
            let column = i32::try_from(keys.find(key)?).ok()?;
            Some((row, 2 * column + row))
        })
    };
    place(a).zip(place(b)).is_some_and(|((row, column), (other_row, other_column))| {
        row.abs_diff(other_row) + column.abs_diff(other_column) <= 2
    })
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

/// A word as it sounds to ears that do not tell tr from ch, s from x, d, gi and r, l and n apart. What is written
/// with đ sounds like none of them.
fn by_ear(Spelling { folded, marked, .. }: &Spelling) -> String {
    const ALIKE: [(&str, &str); 10] = [
        ("tr", "ch"),
        ("gi", "z"),
        ("d", "z"),
        ("ngh", "ng"),
        ("gh", "g"),
        ("s", "x"),
        ("r", "z"),
        ("n", "l"),
        ("k", "c"),
        ("q", "c"),
    ];
    if marked.starts_with('đ') {
        return folded.clone();
    }
    if ["ng", "nh", "kh"].iter().any(|sound| folded.starts_with(sound)) {
        return folded.replacen("ngh", "ng", 1);
    }
    let heard = ALIKE.iter().find_map(|(spelt, heard)| {
        let rest = folded.strip_prefix(spelt)?;
        // "gi" alone, and "giêng", keep their vowel.
        let vowel =
            if *spelt == "gi" && !rest.starts_with(['a', 'e', 'o', 'u']) { "i" } else { "" };
        Some(format!("{heard}{vowel}{rest}"))
    });
    heard.unwrap_or_else(|| folded.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelt(word: &str) -> WordForm {
        WordForm::new(&Spelling::of(word))
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
            assert_eq!(spelt(a).heard(), spelt(b).heard(), "{a} {b}");
        }
        assert_ne!(spelt("không").heard(), spelt("trồng").heard());
        assert_ne!(spelt("rot").heard(), spelt("đợt").heard());
        assert_ne!(spelt("nghèo").heard(), spelt("lghèo").heard());
    }

    #[test]
    fn a_first_letter_becomes_a_neighbouring_key_or_a_like_sound() {
        let typo = |a: &str, b: &str| spelt(a).is_one_typo_from(&spelt(b));
        assert!(typo("nghoe", "ngheo") && typo("gneo", "ngeo") && typo("bghia", "nghia"));
        assert!(typo("xanh", "sanh") && typo("crung", "trung") && typo("ggia", "gia"));
        assert!(!typo("mung", "dung") && !typo("thang", "hang") && !typo("hanh", "manh"));
        assert!(are_neighbours('g', 't') && are_neighbours('g', 'y') && are_neighbours('g', 'v'));
        assert!(
            !are_neighbours('q', 's') && !are_neighbours('m', 'd') && !are_neighbours('g', 'i')
        );
    }

    proptest! {
        #[test]
        fn all_that_is_told_of_a_word_is_kept(word in "[a-zà-ỹđA-ZĐ0-9]{0,9}") {
            let spelling = Spelling::of(&word);
            let spelt = WordForm::new(&spelling);
            let kept = (spelt.folded(), spelt.marked(), spelt.tone, spelt.heard());
            let heard = by_ear(&spelling);
            prop_assert_eq!(kept, (&*spelling.folded, &*spelling.marked, spelling.tone, &*heard));
            prop_assert_eq!(spelt.has_accents(), spelling.has_accents());
        }

        #[test]
        fn the_letters_tell_nothing_that_is_not_so(a in "[a-eđ1]{0,6}", b in "[a-eđ1]{0,6}") {
            let (a, b) = (spelt(&a), spelt(&b));
            let one = strsim::osa_distance(a.folded(), b.folded()) == 1;
            prop_assert_eq!(a.is_one_typo_from(&b), one && a.may_begin_like(&b));
            prop_assert!(a.letters_are_in(&b) || !b.folded().contains(a.folded()));
        }
    }
}
