//! The search index of a collection: each name as word ids, and the postings of each word.

mod builder;
pub(super) mod context;
pub(super) mod name_set;
mod postings;
mod short_word;
mod total_words;
pub(super) mod vocabulary;
mod word_cache;

use std::ops::Range;

use crate::lexicon::phrase::{Phrase, is_typed};
use crate::lexicon::query_words::place_phrases;
use crate::model::Collection;
use crate::text::word_form::WordForm;
use builder::{NameBatches, Words, on_threads, share_of, shares};
use context::{Context, ContextIndex};
use name_set::{NameId, NameSet};
use postings::Postings;
use total_words::TotalWords;
use vocabulary::{Vocabulary, WordId};

/// The search index of a collection.
///
/// It needs about five bytes for each word (its id in the name and its initial), as many again for
/// the postings of rare words, and thirteen bytes for each name.
#[derive(Debug)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    /// The words of all names, one name after another.
    words: Words,
    /// How often each word occurs.
    counts: Vec<u32>,
    /// The number of letters of each name, at most 255: longer names are treated as equally long.
    letters: Vec<u8>,
    /// The number of each name's indicator in the collection.
    numbers: Vec<u32>,
    /// The names that contain each word; none if all names are read to find them.
    postings: Option<Postings>,
    context: ContextIndex,
    /// The words that the name of a total may begin or end with.
    total_words: TotalWords,
    /// The names of the places that the datasets are about.
    places: Vec<Phrase>,
}

impl Index {
    /// Builds the index for many searches.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let mut index = Self::for_one_search(collection);
        index.postings = Some(Postings::new(index.vocabulary.words().len(), index.len(), |take| {
            index.each_word_once(take)
        }));
        index
    }

    /// Builds the index for one search, or a few: without postings, which takes half the time. A
    /// search finds the same hits, but reads all names to find those with a word.
    #[must_use]
    pub fn for_one_search(collection: &Collection) -> Self {
        let (batches, mut vocabulary) = NameBatches::new(collection);
        let context = ContextIndex::new(collection, &mut vocabulary);
        let numbers = batches.shortest_first();
        let words = batches.in_order(&numbers, &vocabulary);
        let letters = numbers.iter().map(|number| batches.letters(*number)).collect();
        let counts = batches.counts(vocabulary.words().len());
        let total_words = TotalWords::of(&vocabulary);
        let (places, postings) = (places_of(collection), None);
        Self { vocabulary, words, counts, letters, numbers, postings, context, total_words, places }
    }

    /// Returns the number of names.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Returns the ids of all names.
    pub(super) fn names(&self) -> Range<NameId> {
        0..NameId::try_from(self.len()).unwrap_or(NameId::MAX)
    }

    /// Returns the words of a name.
    pub(super) fn name(&self, name: NameId) -> &[WordId] {
        &self.words.ids[self.range(name)]
    }

    /// Returns the number of letters of a name, at most 255.
    pub(super) fn letters(&self, name: NameId) -> u8 {
        self.letters[name as usize]
    }

    /// Returns the number of a name's indicator in the collection.
    pub(super) fn number(&self, name: NameId) -> u32 {
        self.numbers[name as usize]
    }

    /// Returns the context of a name: its unit and its section.
    pub(super) fn context(&self, name: NameId) -> &Context {
        &self.context.pairs[self.pair(name)]
    }

    /// Returns the index of a name's context in [`Self::contexts`].
    pub(super) fn pair(&self, name: NameId) -> usize {
        self.context.pair(self.number(name))
    }

    /// Returns the words that the name of a total may begin or end with.
    pub(super) fn total_words(&self) -> &TotalWords {
        &self.total_words
    }

    /// Returns the names of the places that the datasets are about.
    pub(super) fn places(&self) -> &[Phrase] {
        &self.places
    }

    /// Returns all contexts, each pair of unit and section once.
    pub(super) fn contexts(&self) -> impl Iterator<Item = &Context> {
        self.context.pairs.iter()
    }

    /// Calls `take` with each name that contains one of these words, possibly several times.
    pub(super) fn names_with(&self, words: &[WordId], take: impl FnMut(NameId)) {
        match &self.postings {
            Some(postings) => words.iter().flat_map(|word| postings.of(*word)).for_each(take),
            None => self.scan(words).into_iter().for_each(take),
        }
    }

    /// Whether some name has these two folded words one after the other.
    pub(super) fn has_pair(&self, [first, second]: [&str; 2]) -> bool {
        self.has_run(&[first, second], |at, form| form.folded() == [first, second][at])
    }

    /// Whether some name has the words of a phrase one after the other, with their accents.
    pub(super) fn has_phrase(&self, phrase: &[WordForm]) -> bool {
        let folded: Vec<&str> = phrase.iter().map(WordForm::folded).collect();
        self.has_run(&folded, |at, form| {
            let word = &phrase[at];
            form.folded() == word.folded()
                && form.tone == word.tone
                && form.marked() == word.marked()
        })
    }

    /// Whether some name has typed words one after the other, with the accents that were typed.
    pub(super) fn has_typed(&self, typed: &[&WordForm]) -> bool {
        let folded: Vec<&str> = typed.iter().map(|word| word.folded()).collect();
        self.has_run(&folded, |at, form| is_typed(typed[at], form))
    }

    /// Whether some name has words one after the other for which `is` holds, given their places among the folded words.
    fn has_run(&self, folded: &[&str], is: impl Fn(usize, &WordForm) -> bool) -> bool {
        let like = |word: &&str| self.vocabulary.words_like(|folded| folded == *word);
        let rarest = folded.iter().map(like).min_by_key(|ids| self.count(ids.iter().copied()));
        let is_at = |(at, id): (usize, &WordId)| is(at, &self.vocabulary.word(*id).word_form);
        let mut has_run = false;
        self.names_with(&rarest.unwrap_or_default(), |name| {
            let mut runs = self.name(name).windows(folded.len());
            has_run = has_run || runs.any(|run| run.iter().enumerate().all(is_at));
        });
        has_run
    }

    /// Adds the names that contain one of these words to a set: much faster than one name after another.
    pub(super) fn add_names_with(&self, words: &[WordId], names: &mut NameSet) {
        match &self.postings {
            Some(postings) => words.iter().for_each(|word| postings.add_to(*word, names)),
            None => names.add_all(self.scan(words)),
        }
    }

    /// Reads all names, on all processors, to find those that contain one of these words.
    fn scan(&self, words: &[WordId]) -> Vec<NameId> {
        if words.is_empty() {
            return Vec::new();
        }
        let mut wanted = vec![false; self.vocabulary.words().len()];
        words.iter().for_each(|word| wanted[*word as usize] = true);
        let has = |name: &NameId| self.name(*name).iter().any(|word| wanted[*word as usize]);
        let found = on_threads(shares(self.len(), share_of(self.len())), |names| {
            // Names are numbered by `NameId`.
            (names.start as NameId..names.end as NameId).filter(has).collect::<Vec<_>>()
        });
        found.concat()
    }

    /// Returns how often these words occur: at most as many names contain one of them.
    pub(super) fn count(&self, words: impl IntoIterator<Item = WordId>) -> usize {
        words.into_iter().map(|word| self.counts[word as usize] as usize).sum()
    }

    /// Returns the first letters of all words, one name after another.
    pub(super) fn initials(&self) -> &[u8] {
        &self.words.initials
    }

    /// Returns the range of a name's words among those of all names.
    pub(super) fn range(&self, name: NameId) -> Range<usize> {
        let at = name as usize;
        self.words.starts[at] as usize..self.words.starts[at + 1] as usize
    }

    fn each_word_once(&self, take: &mut dyn FnMut(WordId, NameId)) {
        let mut last = vec![NameId::MAX; self.vocabulary.words().len()];
        for name in self.names() {
            for word in self.name(name) {
                if std::mem::replace(&mut last[*word as usize], name) != name {
                    take(*word, name);
                }
            }
        }
    }
}

/// The most different places whose names are known: a query is compared with each.
const MOST_PLACES: usize = 100;

/// Returns the names of the places that the datasets are about.
fn places_of(collection: &Collection) -> Vec<Phrase> {
    let mut names: Vec<&str> = Vec::new();
    for name in collection.datasets().iter().filter_map(|dataset| dataset.place.named()) {
        if names.len() < MOST_PLACES && !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().flat_map(place_phrases).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;

    #[test]
    fn postings_and_a_scan_find_the_same_names() {
        let words = ["Tỷ", "lệ", "hộ", "nghèo", "xã", "A", "B"];
        let name = |at: usize| {
            let of = |nth: usize| words[at / words.len().pow(nth as u32) % words.len()];
            format!("{} {} {} {at}", of(0), of(1), of(3))
        };
        let names: Vec<String> = (0..20_000).map(name).collect();
        let dataset = Dataset::of_names("x", names.iter().map(String::as_str));
        let collection = Collection::new([dataset]);
        let (all, one) = (Index::new(&collection), Index::for_one_search(&collection));
        for wanted in [&[][..], &[0], &[1, 2], &[3, 9, 11_000], &[19_000]] {
            let found = |index: &Index| {
                let mut names = Vec::new();
                index.names_with(wanted, |name| names.push(name));
                names.sort_unstable();
                names.dedup();
                names
            };
            assert_eq!(found(&all), found(&one), "{wanted:?}");
            assert!(found(&one).len() <= one.count(wanted.iter().copied()), "{wanted:?}");
            assert_eq!(found(&one).is_empty(), wanted.is_empty(), "{wanted:?}");
        }
    }
}
