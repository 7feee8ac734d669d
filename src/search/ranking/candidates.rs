//! Candidates: the names that a pass has to look at.

use super::upper_bound::UpperBounds;
use crate::search::index::Index;
use crate::search::index::context::Context;
use crate::search::index::name_set::{NameId, NameSet};
use crate::search::matching::align;
use crate::search::matching::align::ContextPart;
use crate::search::matching::pass::Pass;
use crate::search::matching::word_match::WordMatch;

impl UpperBounds {
    /// Returns the names that this pass can find; none if there are so many that a scan of all
    /// names is better.
    pub(crate) fn candidates(&self, index: &Index) -> Option<NameSet> {
        if self.pass == Pass::OnlyContext {
            return Some(self.only_context_names(index));
        }
        let worst = self.pass.worst_match();
        let rarest = (0..self.lane_count())
            .filter(|lane| self.pass.needs_all() || !self.is_filler(*lane))
            .filter(|lane| !self.is_in_some_context(*lane))
            .min_by_key(|lane| self.posting_count(index, *lane, worst))?;
        let mut found_in = vec![(rarest, worst)];
        if self.pass == Pass::Typos {
            found_in.extend(self.cannot_all_be_missing(index)?);
        }
        let count: usize = found_in
            .iter()
            .map(|(lane, word_match)| self.posting_count(index, *lane, *word_match))
            .sum();
        if count > index.len() / 2 {
            return None;
        }
        let mut names = NameSet::none(index.len());
        let mut words = Vec::new();
        for (lane, worst) in found_in {
            words.extend(self.matches.within(self.query.order[lane], worst));
            for (_, run) in self.runs.iter().filter(|(bits, _)| bits.word_match(lane).is_some()) {
                names.unite(run);
            }
        }
        index.add_names_with(&words, &mut names);
        Some(names)
    }

    /// Returns the names whose whole unit or section is the query.
    fn only_context_names(&self, index: &Index) -> NameSet {
        let mut names = NameSet::none(index.len());
        if self.ceilings.is_some() {
            let is_found = |name: &NameId| self.context_part(index, index.context(*name)).is_some();
            names.add_all(index.names().filter(is_found));
        }
        names
    }

    pub(super) fn context_part(&self, index: &Index, context: &Context) -> Option<ContextPart> {
        align::context_part(&self.query, index, context, &self.matches)
    }

    /// Whether the unit or the section of some name has a typed word, so that the name need not have it.
    fn is_in_some_context(&self, lane: usize) -> bool {
        self.context_bits.iter().any(|found| found.word_match(lane).is_some())
    }

    /// Returns typed words of which at least one must match for the query to match partially, with
    /// the worst match; none if the words beyond the lanes, or those in units and sections, may be enough.
    fn cannot_all_be_missing(&self, index: &Index) -> Option<Vec<(usize, WordMatch)>> {
        let is_needed = |lane: &usize| !self.is_filler(*lane) && !self.is_in_some_context(*lane);
        let mut lanes: Vec<usize> = (0..self.lane_count()).filter(is_needed).collect();
        lanes.sort_by_key(|lane| self.posting_count(index, *lane, WordMatch::Typo));
        let fillers = self.query.words.iter().filter(|typed| typed.filler);
        let of_fillers: usize = fillers.map(|typed| typed.as_typed().length()).sum();
        let mut letters = 0;
        let mut needed = Vec::new();
        for lane in lanes {
            letters += self.query.words[self.query.order[lane]].as_typed().length();
            needed.push((lane, WordMatch::Typo));
            let others = self.query.letters_meant() - letters;
            // A whole name among other words may have filler words too.
            if !self.query.is_partial(others) && !self.query.is_a_share(others + of_fillers) {
                return Some(needed);
            }
        }
        None
    }

    /// Returns the number of names in the postings of the words that match; a name counts once for
    /// each such word.
    fn posting_count(&self, index: &Index, lane: usize, worst: WordMatch) -> usize {
        index.count(self.matches.within(self.query.order[lane], worst))
    }
}
