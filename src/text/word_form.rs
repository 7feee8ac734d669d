//! The precomputed forms of a word that search compares: folded, with marks, phonetic, its letters, its tone.

use std::cmp::Ordering;

use crate::text::syllable::{Spelling, Tone, is_syllable};

/// A word of a query or of a name, analysed once. Names can have a million different words, so the forms
/// share one allocation, and equal forms are stored once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordForm {
    /// The folded form; the form with marks, if it differs; the phonetic form, if it differs from the folded
    /// one.
    text: Box<str>,
    /// The byte offset at which the folded form ends.
    folded: u32,
    /// The byte offset at which the form with marks ends; equal to `folded` if there is none.
    marked: u32,
    length: u32,
    letters: LetterSet,
    /// The tone.
    pub(crate) tone: Tone,
}

/// The set of letters of a word: one bit for each of a to z, one for everything else. A cheap test that two
/// words differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LetterSet(u32);

impl WordForm {
    pub(crate) fn new(spelling: &Spelling) -> Self {
        let Spelling { folded, marked, tone } = spelling;
        let sound = phonetic(spelling);
        let mut text = folded.clone();
        if marked != folded {
            text.push_str(marked);
        }
        let marked = text.len();
        if sound != *folded {
            text.push_str(&sound);
        }
        // No word is longer than a cell, so lengths fit.
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

    /// Returns the word without marks, in lower case.
    pub(crate) fn folded(&self) -> &str {
        &self.text[..self.folded as usize]
    }

    /// Returns the letters with marks but without tone; see [`Spelling::marked`].
    pub(crate) fn marked(&self) -> &str {
        let range = self.folded as usize..self.marked as usize;
        if range.is_empty() { self.folded() } else { &self.text[range] }
    }

    /// Returns the phonetic form; see [`phonetic`].
    pub(crate) fn sound(&self) -> &str {
        let sound = &self.text[self.marked as usize..];
        if sound.is_empty() { self.folded() } else { sound }
    }

    /// Returns the number of letters.
    pub(crate) fn length(&self) -> usize {
        self.length as usize
    }

    /// Whether the word has any mark or tone.
    pub(crate) fn has_accents(&self) -> bool {
        self.marked != self.folded || self.tone != Tone::Level
    }

    /// Whether the word is a syllable with accents, not an abbreviation.
    pub(crate) fn is_spelt_out(&self) -> bool {
        self.has_accents() && is_syllable(self.folded())
    }

    /// Whether the other word contains every letter of this one.
    pub(crate) fn letters_are_in(&self, other: &Self) -> bool {
        self.letters.0 & !other.letters.0 == 0
    }

    /// Whether the words differ by one typo: a letter missing, added, wrong, or two letters swapped. The
    /// first letter is rarely mistyped: it may be swapped with the second, be a neighbouring key, or sound
    /// alike.
    pub(crate) fn is_one_typo_from(&self, other: &Self) -> bool {
        // A typo removes at most one letter from the set and adds at most one.
        self.length.abs_diff(other.length) < 2
            && (self.letters.0 ^ other.letters.0).count_ones() <= 2
            && self.may_begin_like(other)
            && strsim::osa_distance(self.folded(), other.folded()) == 1
    }

    /// Whether one typo can explain the difference between the first letters of two words.
    fn may_begin_like(&self, other: &Self) -> bool {
        let letters =
            |spelt: &Self| spelt.folded().chars().next().zip(spelt.folded().chars().nth(1));
        let Some(((a, a2), (b, b2))) = letters(self).zip(letters(other)) else { return false };
        let sound = |spelt: &Self| spelt.sound().chars().next();
        let is_near = match self.length.cmp(&other.length) {
            Ordering::Equal => are_neighbours(a, b) || sound(self) == sound(other),
            // A neighbouring key was hit in addition to the intended one.
            Ordering::Greater => a2 == b && are_neighbours(a, b) && !is_syllable(self.folded()),
            Ordering::Less => false,
        };
        a == b || (a == b2 && a2 == b) || is_near
    }
}

/// Whether two letters are neighbours on a QWERTY keyboard.
fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    // Each row is shifted right by about half a key against the row above.
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

/// Returns the phonetic form of a word, in which initials that some dialects pronounce alike are equal: tr and ch,
/// s and x, d, gi and r, l and n. A word written with đ is equal to none of them.
fn phonetic(Spelling { folded, marked, .. }: &Spelling) -> String {
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
    let sound = ALIKE.iter().find_map(|(spelt, sound)| {
        let rest = folded.strip_prefix(spelt)?;
        // "gi" alone, and "giêng", keep their vowel.
        let vowel =
            if *spelt == "gi" && !rest.starts_with(['a', 'e', 'o', 'u']) { "i" } else { "" };
        Some(format!("{sound}{vowel}{rest}"))
    });
    sound.unwrap_or_else(|| folded.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelt(word: &str) -> WordForm {
        WordForm::new(&Spelling::of(word))
    }

    #[test]
    fn maps_similar_sounds_to_the_same_form() {
        for (a, b) in [
            ("trồng", "chồng"),
            ("sản", "xản"),
            ("giang", "dang"),
            ("rang", "dang"),
            ("lúa", "núa"),
        ] {
            assert_eq!(spelt(a).sound(), spelt(b).sound(), "{a} {b}");
        }
        assert_ne!(spelt("không").sound(), spelt("trồng").sound());
        assert_ne!(spelt("rot").sound(), spelt("đợt").sound());
        assert_ne!(spelt("nghèo").sound(), spelt("lghèo").sound());
    }

    #[test]
    fn a_first_letter_may_be_a_neighbouring_key_or_a_similar_sound() {
        let typo = |a: &str, b: &str| spelt(a).is_one_typo_from(&spelt(b));
        assert!(typo("nghoe", "ngheo") && typo("gneo", "ngeo") && typo("bghia", "nghia"));
        assert!(typo("xanh", "sanh") && typo("crung", "trung") && typo("ggia", "gia"));
        assert!(typo("ftinh", "tinh") && !typo("ghe", "he"), "a syllable is meant as typed");
        assert!(!typo("mung", "dung") && !typo("thang", "hang") && !typo("hanh", "manh"));
        assert!(are_neighbours('g', 't') && are_neighbours('g', 'y') && are_neighbours('g', 'v'));
        assert!(
            !are_neighbours('q', 's') && !are_neighbours('m', 'd') && !are_neighbours('g', 'i')
        );
    }

    proptest! {
        #[test]
        fn keeps_every_form_of_a_word(word in "[a-zà-ỹđA-ZĐ0-9]{0,9}") {
            let spelling = Spelling::of(&word);
            let spelt = WordForm::new(&spelling);
            let kept = (spelt.folded(), spelt.marked(), spelt.tone, spelt.sound());
            let sound = phonetic(&spelling);
            prop_assert_eq!(kept, (&*spelling.folded, &*spelling.marked, spelling.tone, &*sound));
            prop_assert_eq!(spelt.has_accents(), spelling.has_accents());
        }

        #[test]
        fn letter_sets_reject_no_match(a in "[a-eđ1]{0,6}", b in "[a-eđ1]{0,6}") {
            let (a, b) = (spelt(&a), spelt(&b));
            let one = strsim::osa_distance(a.folded(), b.folded()) == 1;
            prop_assert_eq!(a.is_one_typo_from(&b), one && a.may_begin_like(&b));
            prop_assert!(a.letters_are_in(&b) || !b.folded().contains(a.folded()));
        }
    }
}
