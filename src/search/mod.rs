//! Ranked search in the names of indicators, with the byte ranges to highlight.
//!
//! Accents are optional, đ equals d, and words come in any order. The [`Tier`] of a hit says how
//! the name was found. Hits are ordered by these criteria; each one decides only between hits that
//! are equal in those before it:
//!
//! 1. whether the name has every typed word, alone or with its unit and its section; among those names,
//!    how many words were typed with other accents than the name has; a whole name with one such word ranks below
//!    the names that have every word as typed, and above those that lack one;
//! 2. the tier, the best first: that of the worst typed word. Names that begin with the query or
//!    have it together come first if the last word is whole; a name that adds only "Tổng" or "cả
//!    năm" to the query ranks next to the query itself, and one that begins with "Tổng" and the
//!    query like one that begins with the query. Above scattered words are: the whole name with its
//!    whole unit or section, or the first two words of it; the start of the name next to these;
//!    adjacent words before the whole unit; exactly the words of the name in another order; and a
//!    query that is a whole unit of several words. A phrase ranks below its abbreviation as typed,
//!    and other words for the same thing below the words as typed;
//! 3. the number of missing letters and the costs of words that do not match whole;
//! 4. how many of the typed accents the name has;
//! 5. the position of the first matched word;
//! 6. the number of unmatched words between matched ones;
//! 7. the length of the name;
//! 8. the order of the dataset.
//!
//! A typed word is read in several ways: as typed, without accents, as Telex, as VNI, as an
//! abbreviation, as an English word, as another word for the same thing, as a number in words, as
//! several words without the spaces between them, and as initials. In a line of a report ("Thu nội
//! địa đạt 780 tỷ đồng, bằng 97% dự toán") the words before the value are the name, and the unit
//! decides between twins. A phrase is also read as its abbreviation, % next to words as "tỷ lệ",
//! and ‰ as "tỷ suất". Filler words ("chỉ tiêu … năm 2024", "chín tháng đầu năm", "… của tỉnh",
//! "HĐND giao") are ignored where the name does not have them; so are the place of the data before
//! or behind a name, "lĩnh vực" before a section, and words that only link others and that no name
//! has there ("chi cho y tế"). A word that the name lacks may be a word of its unit or, with the
//! words next to it, a part of its section: such a name ranks above any that was found with typos.
//! Words that mean something only together are no hit if they are apart, and one of them alone is
//! no part of a similar name. What people say before an animal, a crop or a product is read as what
//! names have there, or left out: "đàn trâu" is "Số trâu", "sản lượng xi măng" is "Xi măng". A name
//! need not have a "tổng" before it, nor a "bình quân" behind it. The [`Reason`]s of a hit report
//! how each typed word was read.
//!
//! Names that are only similar come last and are [marked](Tier::is_similar). One whose words all are side by side among
//! unknown ones is similar too. Small talk ("bạn khỏe không") has no similar names; a query of words of small talk that
//! are no such phrase has those that begin with it but for one typo. An empty query lists all names.
//!
//! ```
//! # use chitieu::{dataset, model::Collection, search::{Index, Tier}};
//! let collection = Collection::new(vec![dataset::embedded().unwrap()]);
//! let index = Index::new(&collection);
//! let found = |query: &str| {
//!     let hit = index.search(&collection, query, 1).pop()?;
//!     Some((hit.tier, collection.get(hit.index)?.name()))
//! };
//! assert_eq!(found("trong rung moi"), Some((Tier::Exact, "Trồng rừng mới")));
//! assert_eq!(found("trồng r"), Some((Tier::Prefix, "Trồng rừng mới")));
//! assert_eq!(found("rung moi"), Some((Tier::Together, "Trồng rừng mới")));
//! assert_eq!(found("moi trong"), Some((Tier::Words, "Trồng rừng mới")));
//! assert_eq!(found("ru tro"), Some((Tier::Beginnings, "Trồng rừng mới")));
//! assert_eq!(found("trm"), Some((Tier::Initials, "Trồng rừng mới")));
//! assert_eq!(found("trongrungmoi"), Some((Tier::Exact, "Trồng rừng mới")));
//! assert_eq!(found("troongf ruwngf"), Some((Tier::Prefix, "Trồng rừng mới")));
//! assert_eq!(found("tro6ng2 ru7ng2"), Some((Tier::Prefix, "Trồng rừng mới")));
//! assert_eq!(found("rong ung"), Some((Tier::Substring, "Trồng rừng mới")));
//! assert_eq!(found("xay dung dang"), Some((Tier::OnlyContext, "Thành lập chi bộ quân sự tại xã, phường, thị trấn")));
//! assert_eq!(found("trng rng"), Some((Tier::Subsequence, "Trồng rừng mới")));
//! assert_eq!(found("torng rugn"), Some((Tier::Typos, "Trồng rừng mới")));
//! assert_eq!(found("chong rung"), Some((Tier::Typos, "Trồng rừng mới")));
//! assert_eq!(found("trồng rừng keo mới"), Some((Tier::Partial, "Trồng rừng mới")));
//! assert_eq!(found("trong kinh te"), Some((Tier::InContext, "Trồng rừng mới")));
//! assert_eq!(found("tro ng rung"), Some((Tier::Respaced, "Trồng rừng mới")));
//! assert_eq!(found("zzqx"), None);
//! ```
//!
//! # How it is fast
//!
//! Each typed word is compared once with each distinct word of all names (the vocabulary of the
//! [`Index`]), not once with each name. These results give an upper bound for the score of a name
//! without looking at its letters. The search runs in passes over groups of tiers, the best tiers
//! first. A name is aligned with the query only if its upper bound could enter the hits, and only
//! names in the postings of the rarest typed word are candidates. The shortest names come first, so
//! a pass ends as soon as no longer name can be better. A property test compares the result with a
//! plain search that aligns every name and then sorts.
//!
//! An index for [one search](Index::for_one_search) has no postings: to find the names with a word, it
//! reads the words of all names, which takes less time than building postings of all words.

mod filters;
#[cfg(test)]
mod full_scan;
mod hit;
mod id_hits;
mod incremental;
mod index;
mod matching;
mod query;
mod ranking;
mod reason;
mod tier;
mod tokenize;

use crate::model::Collection;

pub use filters::{FilterProblem, FilterProblemKind, Operator, QueryFilter, QueryFilters};
pub use hit::Hit;
pub use incremental::IncrementalSearch;
pub use index::Index;
pub use matching::word_match::WordMatch;
pub use query::Method;
pub use reason::Reason;
pub use tier::Tier;

impl Index {
    /// Returns the best `limit` hits, the best first; for an empty query the first indicators.
    /// `collection` must be the one that the index was built from.
    #[must_use]
    pub fn search(&self, collection: &Collection, query: &str, limit: usize) -> Vec<Hit> {
        self.search_where(collection, query, limit, &|_| true)
    }

    /// The same among the indicators that satisfy a condition, by their numbers.
    #[must_use]
    pub fn search_where(
        &self,
        collection: &Collection,
        query: &str,
        limit: usize,
        wanted: &dyn Fn(usize) -> bool,
    ) -> Vec<Hit> {
        let mut search = IncrementalSearch::new(self, query, limit);
        while !search.advance_where(self, usize::MAX, wanted) {}
        search.hits_where(self, collection, wanted)
    }
}
