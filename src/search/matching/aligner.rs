//! The inputs of an alignment.

use super::match_table::MatchTable;
use super::pass::Pass;
use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::query::Query;

/// The inputs of an alignment: a query and a name, in one pass.
#[derive(Clone, Copy)]
pub(in crate::search) struct Aligner<'a> {
    pub(in crate::search) query: &'a Query,
    pub(in crate::search) matches: &'a MatchTable,
    pub(in crate::search) index: &'a Index,
    pub(in crate::search) name: NameId,
    pub(in crate::search) pass: Pass,
}
