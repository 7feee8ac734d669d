//! Names that are written with and without accents: one without accents is joined with the only one with accents that
//! fits.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::RandomState;

/// The hash of the name with accents, for that of each name without that is the same.
pub(super) type AccentedNames = HashMap<u64, u64, RandomState>;

/// Collects how names are written, as hashes.
#[derive(Debug, Default)]
pub(super) struct WrittenNames {
    of_folded: HashMap<u64, Written, RandomState>,
}

/// The ways in which a name is written that is one without its accents.
#[derive(Debug, Default)]
struct Written {
    plain: Option<u64>,
    accented: Option<u64>,
    /// Whether there are several with accents.
    are_several: bool,
}

impl WrittenNames {
    /// Adds a name: its hashes without accents and as it is written.
    pub(super) fn add(&mut self, folded: u64, whole: u64, has_accents: bool) {
        let written = match self.of_folded.entry(folded) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Written::default()),
        };
        if !has_accents {
            written.plain = Some(whole);
        } else if *written.accented.get_or_insert(whole) != whole {
            written.are_several = true;
        }
    }

    /// The names without accents that are certainly one with accents.
    pub(super) fn accented(self) -> AccentedNames {
        let certain = self.of_folded.into_values().filter(|written| !written.are_several);
        certain.filter_map(|written| written.plain.zip(written.accented)).collect()
    }
}
