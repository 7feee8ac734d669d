//! Names and a query to ranked hits, with the places to highlight.
//!
//! Accents are optional, đ is d, and words come in any order. A hit's [`Tier`] says how it was found;
//! hits are ordered by, each deciding only where those before it are equal:
//!
//! 1. whether the name has every typed word, alone or with its unit and its section; among those that have,
//!    how many words were typed with other accents than the name has;
//! 2. the tier, the best first: that of the typed word that was found worst;
//! 3. how few letters are missing and how few words were found in worse ways;
//! 4. how many of the accents that were typed the name has;
//! 5. how early in the name it matches;
//! 6. how close together what matches is;
//! 7. how short the name is;
//! 8. the order of the dataset.
//!
//! A typed word is read in several ways: as typed, without accents, as Telex, as VNI, as an abbreviation, as
//! an English word, as words without the spaces between them, as initials. A phrase is also read as the
//! abbreviation that a name may have in its place, and % beside words as "tỷ lệ". Words said in passing ("chỉ
//! tiêu … năm 2024", "… của tỉnh") are left out of account where the name does not have them. A word that the
//! name lacks may be one of its unit or its section: such a name is found before any that has typos. What each
//! word was taken for is in the [`Reason`]s of a hit. Names that are only similar come last, and are
//! [marked](Tier::is_similar); what people say to one another ("bạn khỏe không") has none that are. An empty query
//! lists all.
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
//! assert_eq!(found("xay dung dang"), Some((Tier::WholeContext, "Thành lập chi bộ quân sự tại xã, phường, thị trấn")));
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
//! What a typed word can mean is asked once for each distinct word of all names ([`Index`]), not once for
//! each name. From that follows, without looking at its letters, a score that a name cannot pass. The
//! tiers are searched in groups, the best first; a name is looked at whole only if it could enter the
//! hits, and only names that have the rarest typed word are asked at all. The shortest names come first,
//! so a search ends as soon as no longer one can be better. A property test holds all of this to the plain
//! way: look at every name whole, then sort.

mod hit;
mod incremental;
mod index;
mod matching;
mod query;
mod ranking;
mod reason;
mod tier;
mod tokenize;

use crate::model::Collection;

pub use hit::Hit;
pub use incremental::IncrementalSearch;
pub use index::Index;
pub use matching::word_match::WordMatch;
pub use query::Method;
pub use reason::Reason;
pub use tier::Tier;

impl Index {
    /// The best `limit` hits, the best first; for an empty query the first indicators. `collection` is the one that the index was made of.
    #[must_use]
    pub fn search(&self, collection: &Collection, query: &str, limit: usize) -> Vec<Hit> {
        let mut searching = IncrementalSearch::new(self, query, limit);
        while !searching.go_on(self, usize::MAX) {}
        searching.hits(self, collection)
    }
}
