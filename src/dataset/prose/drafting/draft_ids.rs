//! The ids of indicators.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::text::slug::slug;

/// An id of a name, which other indicators of the draft may have as well.
pub(crate) fn id_of(name: &str) -> String {
    let id = slug(name);
    if id.is_empty() { "chi-tieu".to_owned() } else { id }
}

/// Gives each indicator an id of its own, made of its name.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashMap<String, u32, FixedState>,
}

impl Ids {
    /// The id of a name, made one that no other indicator of the draft has.
    pub(super) fn take(&mut self, id: String) -> String {
        let Some(count) = self.taken.get_mut(&id) else {
            self.taken.insert(id.clone(), 1);
            return id;
        };
        *count += 1;
        let next = format!("{id}-{count}");
        if self.taken.contains_key(&next) {
            self.take(id_of(&next))
        } else {
            self.taken.insert(next.clone(), 1);
            next
        }
    }
}
