//! Gives each indicator of a collection one id, and no other indicator the same.
//!
//! A file says nothing of the ids in another one: "dien-tich" may be made of rice in one year and
//! of maize in the next. In a collection an indicator has the id of its first occurrence, so that
//! files that are added change no id; where another indicator has that id already, the words of its
//! section or its parent are put in front, or else a number behind. An id that somebody gave is
//! never changed.

use std::collections::{HashMap, HashSet};

use super::indicator_key::is_given;
use super::same_indicator::SameIndicators;
use crate::app::has_sections;
use crate::model::{Collection, Entry};
use crate::text::slug::slug;

/// The collection with these ids. Within one table the ids of its rows are kept.
pub(super) fn joined(collection: Collection, same: &SameIndicators) -> Collection {
    if !same.are_several_tables() {
        return collection;
    }
    let doubtful = same.with_doubtful_ids();
    let Some(mut ids) = (!doubtful.is_empty()).then(|| JointIds::of(&collection)) else {
        return collection;
    };
    for index in doubtful {
        ids.join(&collection, index, || same.group(&collection, index));
    }
    let renamed = ids.renamed;
    collection.with_ids(renamed)
}

/// Whether an indicator of a dataset has an id.
fn has_id(collection: &Collection, dataset: usize, id: &str) -> bool {
    let numbers = collection.start_of(dataset)..collection.start_of(dataset + 1);
    numbers.filter_map(|index| collection.get(index)).any(|entry| entry.own_id() == id)
}

/// The ids so far.
struct JointIds {
    /// All ids of the datasets: none of them is made for another indicator.
    own: HashSet<String>,
    /// The ids of the indicators that were looked at.
    taken: HashSet<String>,
    /// The indicators that were looked at.
    done: HashSet<usize>,
    renamed: HashMap<usize, Box<str>>,
}

impl JointIds {
    fn of(collection: &Collection) -> Self {
        let own = collection.ids().map(str::to_owned).collect();
        Self { own, taken: HashSet::new(), done: HashSet::new(), renamed: HashMap::new() }
    }

    /// Gives an indicator and the same ones elsewhere one id.
    fn join(&mut self, collection: &Collection, index: usize, group: impl Fn() -> Vec<usize>) {
        let Some(first) = collection.get(index).filter(|_| !self.done.contains(&index)) else {
            return;
        };
        let group = group();
        let all = group.iter().copied().chain([index]);
        let all: Vec<Entry<'_>> = all.filter_map(|index| collection.get(index)).collect();
        self.done.extend(all.iter().map(|entry| entry.index));
        let id = match is_given(&first) {
            true => first.own_id().to_owned(),
            false => self.free(&first),
        };
        for entry in all.iter().filter(|entry| entry.own_id() != id && !is_given(entry)) {
            // An id that somebody gave may be that of another indicator there.
            if !is_given(&first) || !has_id(collection, entry.dataset_at, &id) {
                self.renamed.insert(entry.index, id.clone().into());
            }
        }
        self.taken.insert(id);
    }

    /// The id of an indicator, or the first one made of it that no other has.
    fn free(&self, entry: &Entry<'_>) -> String {
        let own = entry.own_id();
        if !self.taken.contains(own) {
            return own.to_owned();
        }
        let section = has_sections(entry.dataset).then(|| slug(&entry.section.name));
        let parent = entry.indicator().parents.last().map(|parent| slug(parent));
        let in_front = section.into_iter().chain(parent).filter(|words| !words.is_empty());
        let named = in_front.map(|words| format!("{words}-{own}"));
        let numbered = (2..).map(|number: u32| format!("{own}-{number}"));
        let is_free = |id: &String| !self.taken.contains(id) && !self.own.contains(id);
        named.chain(numbered).find(is_free).unwrap_or_else(|| own.to_owned())
    }
}
