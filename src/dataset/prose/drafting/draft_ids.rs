//! The ids of indicators.

/// Gives each indicator an id of its own, made of its name.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: std::collections::HashMap<String, u32>,
}

impl Ids {
    /// An id that no other indicator of the draft has.
    pub(super) fn take(&mut self, name: &str) -> String {
        const LONGEST: usize = 60;
        let folded = crate::text::fold::fold(name);
        let mut id = String::new();
        for c in folded.chars() {
            if c.is_ascii_alphanumeric() {
                id.push(c);
            } else if !id.ends_with('-') && !id.is_empty() {
                id.push('-');
            }
            if id.len() >= LONGEST {
                break;
            }
        }
        let id = id.trim_end_matches('-').to_owned();
        let id = if id.is_empty() { "chi-tieu".to_owned() } else { id };
        let count = self.taken.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 {
            return id;
        }
        let next = format!("{id}-{count}");
        if self.taken.contains_key(&next) {
            self.take(&next)
        } else {
            self.taken.insert(next.clone(), 1);
            next
        }
    }
}
