//! What distinguishes the indicators of a grid by their names: their sections, and the wholes above them.

use std::collections::{HashMap, HashSet};

use super::grid::Head;
use crate::app::Catalog;
use crate::app::catalog::tree::Ancestors;

/// Marks the indicators that have a name in common with one below another heading or in another section.
pub(super) fn mark_shared_names(catalog: &Catalog, heads: &mut [Head]) {
    let mut known: HashMap<&str, &str> = HashMap::new();
    let mut shared: HashSet<&str> = HashSet::new();
    for head in heads.iter() {
        let Head::Indicator { indicator, .. } = head else { continue };
        let name = catalog.name_of(*head);
        let own = catalog.distinction_of(*indicator);
        if *known.entry(name).or_insert(own) != own {
            shared.insert(name);
        }
    }
    for head in heads.iter_mut() {
        let is_shared = shared.contains(catalog.name_of(*head));
        if let Head::Indicator { shares_name, .. } = head {
            *shares_name = is_shared;
        }
    }
}

/// Finds the wholes of the parts among the rows: a filter, or another dataset of the place, may leave them out.
pub(super) fn place_in_tree(catalog: &Catalog, heads: &mut [Head]) {
    if catalog.tree.is_flat() && !catalog.has_headings() {
        return;
    }
    let mut ancestors = Ancestors::default();
    for head in heads {
        let Head::Indicator { indicator, depth, lacks_whole, .. } = head else { continue };
        let Some(entry) = catalog.collection.get(*indicator) else { continue };
        *depth = ancestors.depth_of(&entry.indicator());
        *lacks_whole = !ancestors.is_whole_above();
    }
}
