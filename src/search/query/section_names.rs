//! Abbreviations of sections: "cchc" for the section "Cải cách hành chính".

use super::{Query, Typed};
use crate::search::index::Index;
use crate::search::index::vocabulary::WordId;
use crate::text::syllable::is_syllable;
use crate::text::word_form::WordForm;

/// The fewest and the most letters of an abbreviation.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;

/// "Và", which abbreviations leave out.
const AND: &str = "va";

impl Query {
    /// Returns the query with the name of a section for its abbreviation next to other words, if it
    /// has one: rather for a word that no name has.
    pub(super) fn with_section_name(&self, index: &Index) -> Option<Self> {
        if self.words.len() < 2 {
            return None;
        }
        let names = self.words.iter().enumerate();
        let names = names.filter_map(|(at, typed)| Some((at, section_name(typed, index)?)));
        let is_in_names =
            |at: usize| index.vocabulary.has_folded(self.words[at].as_typed().folded());
        let (at, name) = names.min_by_key(|(at, _)| is_in_names(*at))?;
        let mut words = self.words.clone();
        words.splice(at..=at, name.into_iter().map(Typed::new));
        Some(Self::read(words))
    }
}

/// Returns the words of a section, or its first or last ones, that a typed word abbreviates.
fn section_name<'i>(typed: &Typed, index: &'i Index) -> Option<Vec<&'i str>> {
    let letters = typed.as_typed().folded();
    let may_be = letters.is_ascii()
        && LETTERS.contains(&letters.len())
        && !typed.is_behind_name
        && !is_syllable(letters);
    let mut sections = index.contexts().map(|context| {
        let [_, section] = context.parts();
        section
    });
    may_be.then(|| sections.find_map(|section| abbreviated(typed, section, index)))?
}

fn abbreviated<'i>(typed: &Typed, section: &[WordId], index: &'i Index) -> Option<Vec<&'i str>> {
    let folded = |id: &WordId| index.vocabulary.word(*id).word_form.folded();
    let section = || section.iter().map(folded);
    let initials = section().filter(|word| *word != AND).filter_map(|word| word.chars().next());
    if initials.eq(typed.as_typed().folded().chars()) {
        return Some(section().collect());
    }
    if typed.phrases.is_empty() {
        return None;
    }
    let section: Vec<&str> = section().collect();
    let kept: Vec<usize> = (0..section.len()).filter(|at| section[*at] != AND).collect();
    let is_phrase = |run: &[usize], phrase: &[WordForm]| {
        let words = phrase.iter().map(WordForm::folded).filter(|word| *word != AND);
        words.eq(run.iter().map(|at| section[*at]))
    };
    let run = typed.phrases.iter().find_map(|phrase| {
        let count = phrase.iter().filter(|word| word.folded() != AND).count();
        let last = kept.len().checked_sub(count).filter(|_| count > 1)?;
        let runs = [&kept[..count], &kept[last..]];
        runs.into_iter().find(|run| is_phrase(run, phrase))
    })?;
    Some(section[*run.first()?..=*run.last()?].to_vec())
}
