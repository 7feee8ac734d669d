//! Keystrokes of a Vietnamese input method, collected into letters, marks and a tone.

use crate::text::syllable::{Mark, Spelling, Tone};

/// A word being typed, whose letters later keys can still mark.
#[derive(Debug, Default)]
pub(crate) struct Keyed {
    letters: Vec<(char, Option<Mark>)>,
    pub(crate) tone: Tone,
}

impl Keyed {
    pub(crate) fn push(&mut self, letter: char, mark: Option<Mark>) {
        self.letters.push((letter, mark));
    }

    pub(crate) fn has_vowel(&self) -> bool {
        self.letters.iter().any(|(letter, _)| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
    }

    pub(crate) fn ends_in(&self, letter: char) -> bool {
        self.letters.last().is_some_and(|(last, _)| *last == letter)
    }

    /// Marks the last letter that is in `takers` and has no mark yet. Returns whether there is one.
    pub(crate) fn mark(&mut self, takers: &str, mark: Mark) -> bool {
        self.mark_last(takers, |_| mark)
    }

    /// As [`Keyed::mark`], with a mark that depends on the letter.
    pub(crate) fn mark_last(&mut self, takers: &str, mark: impl Fn(char) -> Mark) -> bool {
        let takes =
            |(letter, mark): &(char, Option<Mark>)| mark.is_none() && takers.contains(*letter);
        match self.letters.iter().rposition(takes) {
            Some(at) => {
                self.letters[at].1 = Some(mark(self.letters[at].0));
                true
            }
            None => false,
        }
    }

    /// Marks the first letter as đ, if it is d. Returns whether it is.
    pub(crate) fn stroke(&mut self) -> bool {
        match self.letters.first_mut() {
            Some(first @ ('d', None)) => {
                first.1 = Some(Mark::Stroke);
                true
            }
            _ => false,
        }
    }

    /// Adds the horns of ươ, ưa and ưu, wherever the key is typed. The u of qu gets none. Returns whether
    /// there is one.
    pub(crate) fn horns(&mut self) -> bool {
        let plain = |at: usize, letter| self.letters.get(at) == Some(&(letter, None));
        let behind_q = |at: usize| at > 0 && self.letters[at - 1].0 == 'q';
        let pair = |second| {
            let at = (0..self.letters.len()).rfind(|at| plain(*at, 'u') && plain(at + 1, second));
            at.filter(|at| !behind_q(*at))
        };
        let Some((at, both)) = pair('o')
            .map(|at| (at, true))
            .or(pair('a').or_else(|| pair('u')).map(|at| (at, false)))
        else {
            return false;
        };
        self.letters[at].1 = Some(Mark::Horn);
        if both {
            self.letters[at + 1].1 = Some(Mark::Horn);
        }
        true
    }

    pub(crate) fn spelling(self) -> Spelling {
        let mut spelling = Spelling { tone: self.tone, ..Spelling::default() };
        self.letters.into_iter().for_each(|(letter, mark)| spelling.push(letter, mark));
        spelling
    }
}
