//! The direction of a name from its words, for the names that can be decided so: nearly all of a million. The result is
//! that of [`super::direction`], which compares texts; here the words of a name are looked up once, and phrases are
//! compared only where the first word of one is.

use super::direction_ends;
use super::direction_first_words::Beginnings;
use super::direction_heads::Head;
use super::direction_words::{Spellings, Words};
use super::split_name::{NameWord, SplitName};
use crate::lexicon::words::phrase_set::PhraseSet;
use crate::model::Better;
use crate::text::fold::{accented, is_in_word, lower_letter};

/// A plainly written name.
struct PlainName<'n> {
    lists: &'n Words,
    name: &'n str,
    folded: &'n str,
    words: &'n [NameWord],
    /// The lists that may have a phrase which begins with any of the words.
    begins: Beginnings,
    /// Whether it has accents, so that phrases are compared with theirs.
    accented: bool,
}

/// The direction that the words of a name make certain; `None` if texts have to be compared for it.
pub(super) fn infer(lists: &Words, name: &str, split: &SplitName) -> Option<Option<Better>> {
    let words = split.words()?;
    let Some(first) = words.first() else { return Some(None) };
    let all = split.begins;
    let is_short = |word: &NameWord| {
        word.begins.has(Beginnings::ABBREVIATIONS)
            && lists.abbreviations.contains_key(&split.folded[word.start..word.end])
    };
    if all.has(Beginnings::LACKING)
        || all.has(Beginnings::OTHER_SPELLING)
        || all.has(Beginnings::ABBREVIATIONS) && words.iter().any(is_short)
    {
        return None;
    }
    let accented = !name.is_ascii();
    let name = PlainName { lists, name, folded: &split.folded, words, begins: all, accented };
    let starts = words.iter().map(|word| &split.folded[first.start..word.end]);
    let mut heads = lists.heads.of_starts(starts).peekable();
    let better = if heads.peek().is_some() {
        let heads = heads.filter_map(|head| Some((head, name.after_head(head)?)));
        // The longest head decides, and of equal ones the first.
        let length = |head: &Head| head.phrase.folded.len();
        let (head, rest) =
            heads.reduce(|one, next| if length(next.0) > length(one.0) { next } else { one })?;
        (!name.is_turned(head, rest)).then_some(head.better)
    } else if name.may_be_problem() {
        return None;
    } else {
        None
    };
    let ends = || {
        let spaced = &split.folded[first.start..];
        let may_end = all.has(Beginnings::ENDS) || direction_ends::may_be_share(spaced);
        may_end.then(|| direction_ends::infer(name.name, spaced)).flatten()
    };
    Some(better.or_else(ends))
}

impl<'n> PlainName<'n> {
    /// The name from a word on.
    fn name_from(&self, word: &NameWord) -> &'n str {
        &self.name[word.start_in_name..]
    }

    /// The words after a head, whose letters the name begins with; `None` if its accents are others.
    fn after_head(&self, head: &Head) -> Option<&'n [NameWord]> {
        let first = self.words.first()?;
        if self.accented {
            after_start(self.name_from(first), &head.phrase.accented)?;
        }
        let end = first.start + head.phrase.folded.len();
        Some(&self.words[self.words.partition_point(|word| word.start < end)..])
    }

    /// Whether the words after a head cancel its direction.
    fn is_turned(&self, head: &Head, rest: &[NameWord]) -> bool {
        let (reversals, begins) = match head.better {
            Better::Higher => (&self.lists.reversals_of_higher, Beginnings::REVERSALS_OF_HIGHER),
            Better::Lower => (&self.lists.reversals, Beginnings::REVERSALS),
        };
        let is_reversal = |word| self.begins_any(reversals, begins, word);
        self.begins.has(begins) && rest.iter().any(is_reversal)
            || head.counts_bearers && !self.continues(head, rest)
    }

    /// Whether a phrase of a list is at a word, as whole words.
    fn begins_any(&self, spellings: &Spellings, begins: Beginnings, word: &NameWord) -> bool {
        let [folded, list] = spellings;
        // Most words only look as if a phrase began with them.
        if !word.begins.has(begins) || folded.from(&self.folded[word.start..word.end]).is_empty() {
            return false;
        }
        if !self.accented {
            return folded.begins(&self.folded[word.start..]);
        }
        let text = self.name_from(word);
        let ends = |rest: &str| !rest.starts_with(is_in_word);
        let own = &self.name[word.start_in_name..word.end_in_name];
        let mut phrases = list.from(&accented(own)).iter();
        phrases.any(|phrase| after_start(text, phrase).is_some_and(ends))
    }

    /// The same as [`Words::continues`].
    fn continues(&self, head: &Head, rest: &[NameWord]) -> bool {
        let (Some(first), Some(next)) = (self.words.first(), rest.first()) else { return true };
        let between = &self.folded[first.start + head.phrase.folded.len()..next.start];
        let marked = between.contains(['(', ',', '-', '/', ':', ';', '[']);
        let number = self.folded[next.start..].starts_with(|c: char| c.is_ascii_digit());
        let capital = || {
            let before = &self.name[..self.name.len() - self.name_from(next).len()];
            let token = before.rfind(' ').map_or(0, |space| space + 1);
            self.name[token..].starts_with(char::is_uppercase)
                && self.name.contains(char::is_lowercase)
        };
        marked
            || number
            || self.begins_any(&self.lists.continuations, Beginnings::CONTINUATIONS, next)
            || capital()
    }

    /// The same as [`super::problem_names::may_be_problem`].
    fn may_be_problem(&self) -> bool {
        let Some(first) = self.words.first() else { return false };
        let may_count = first.begins.has(Beginnings::COUNTS);
        let text = &self.folded[first.start..];
        let counted = may_count.then(|| self.lists.counts[0].longest_start(text)).flatten();
        let end = counted.map_or(first.start, |(count, _)| first.start + count.len());
        let rest = &self.words[self.words.partition_point(|word| word.start < end)..];
        let is_at = |list: &PhraseSet, begins, word: &NameWord| {
            word.begins.has(begins) && list.begins(&self.folded[word.start..])
        };
        let is_problem = |word| is_at(&self.lists.problems[0], Beginnings::PROBLEMS, word);
        let is_tail = |word| is_at(&self.lists.tails[0], Beginnings::TAILS, word);
        rest.first().is_some_and(is_problem) || counted.is_some() && rest.iter().any(is_tail)
    }
}

/// What follows a phrase in lower case at the start of a text in any case.
fn after_start<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let (mut letters, mut phrase) = (text.chars(), phrase.chars());
    while let Some(lower) = phrase.next() {
        letters.next().filter(|letter| is_letter(*letter, lower))?;
        // After its first letter nearly every name is in lower case.
        if let Some(rest) = letters.as_str().strip_prefix(phrase.as_str()) {
            return Some(rest);
        }
    }
    Some(letters.as_str())
}

/// Whether a letter in any case is one that is in lower case.
fn is_letter(letter: char, lower: char) -> bool {
    match letter.is_ascii() {
        true => letter.to_ascii_lowercase() == lower,
        false => letter == lower || lower_letter(letter) == Some(lower),
    }
}

#[cfg(test)]
mod tests {
    use super::super::direction::{by_texts, infer as infer_direction};
    use super::super::direction_words::{WORDS, sample};
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn words_and_texts_give_the_same_direction(
            parts in proptest::collection::vec(
                (select(sample()), select(vec![" ", " ", " ", ", ", "-", " (", " 5 "]), 0..4_u8), 1..5),
        ) {
            let mut name = String::new();
            for (part, separator, spelling) in parts {
                let part = match spelling {
                    0 => part.to_uppercase(),
                    1 => crate::text::fold::fold(&part),
                    _ => part,
                };
                name = if name.is_empty() { part } else { format!("{name}{separator}{part}") };
            }
            let by_texts = by_texts(&name, &crate::text::fold::fold(&name));
            if let Some(better) = infer(&WORDS, &name, &SplitName::of(&name)) {
                prop_assert_eq!(better, by_texts, "{}", &name);
            }
            prop_assert_eq!(infer_direction(&name), by_texts);
        }
    }

    #[test]
    fn names_of_a_table_are_decided_by_their_words() {
        for name in
            ["Tỷ lệ hộ nghèo của xã Phú Yên, huyện Nam Đông", "Tổng đàn gia súc", "GRDP", "Số xã"]
        {
            assert!(infer(&WORDS, name, &SplitName::of(name)).is_some(), "{name}");
        }
    }
}
