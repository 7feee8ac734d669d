//! The inputs of an alignment.

use super::match_table::MatchTable;
use super::pass::Pass;
use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::query::Query;

/// The inputs of an alignment: a query and a name, in one pass.
#[derive(Clone, Copy)]
pub(crate) struct Aligner<'a> {
    pub(crate) query: &'a Query,
    pub(crate) matches: &'a MatchTable,
    pub(crate) index: &'a Index,
    pub(crate) name: NameId,
    pub(crate) pass: Pass,
}
