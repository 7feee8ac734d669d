//! The names in which a typed word spans several words: joined, abbreviated, or by their initials.

use crate::search::index::Index;
use crate::search::index::name_set::NameSet;
use crate::search::matching::joined_typos;
use crate::search::matching::match_bits::{LANES, MatchBits};
use crate::search::matching::match_table::MatchTable;
use crate::search::matching::spans;
use crate::search::matching::word_match::WordMatch;
use crate::search::query::Query;

/// Returns the names in which a typed word spans several words, for these kinds of match.
pub(super) fn runs_of(
    query: &Query,
    matches: &MatchTable,
    index: &Index,
    kinds: &[WordMatch],
) -> Vec<(MatchBits, NameSet)> {
    let mut runs = Vec::new();
    for (lane, typed) in query.order.iter().take(LANES).enumerate() {
        let word = &query.words[*typed];
        for word_match in kinds {
            let names = match word_match {
                // An English word is only translated.
                _ if word.is_english() && *word_match != WordMatch::Phrase => Vec::new(),
                WordMatch::Phrase => spans::with_phrase(index, word),
                WordMatch::Initials => spans::with_initials(index, word.as_typed().folded()),
                WordMatch::Typo if matches.may_be_joined(*typed) => {
                    joined_typos::with_joined_typos(index, word)
                }
                WordMatch::Typo => Vec::new(),
                _ if matches.may_be_joined(*typed) => spans::with_joined(index, word),
                _ => Vec::new(),
            };
            if !names.is_empty() {
                let mut set = NameSet::none(index.len());
                set.add_all(names);
                runs.push((MatchBits::one(lane, *word_match), set));
            }
        }
    }
    runs
}
