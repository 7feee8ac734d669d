//! Crop seasons: periods of farming tables that are neither months nor quarters.

/// A crop season: "vụ xuân", "vụ đông xuân".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Season(u8);

/// The names of the seasons, with the months of the year in which they are harvested.
const SEASONS: [(&str, u8, u8); 12] = [
    ("đông xuân", 1, 5),
    ("chiêm xuân", 1, 6),
    ("chiêm", 1, 6),
    ("xuân hè", 2, 7),
    ("xuân", 2, 6),
    ("hè thu", 5, 9),
    ("hè", 5, 8),
    ("thu đông", 7, 11),
    ("thu mùa", 6, 10),
    ("thu", 7, 10),
    ("mùa", 6, 11),
    ("đông", 10, 12),
];

impl Season {
    /// Returns the season with this name, in lower case with accents.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let at = SEASONS.iter().position(|(known, ..)| *known == name)?;
        u8::try_from(at).ok().map(Self)
    }

    /// Returns the name, without "vụ".
    #[must_use]
    pub fn name(self) -> &'static str {
        SEASONS[usize::from(self.0)].0
    }

    /// Returns the first and the last month.
    #[must_use]
    pub(super) fn months(self) -> (u8, u8) {
        let (_, first, last) = SEASONS[usize::from(self.0)];
        (first, last)
    }

    /// Returns its number, for a packed record.
    pub(super) fn number(self) -> u8 {
        self.0
    }

    /// Returns the season with that number.
    pub(super) fn numbered(number: u8) -> Option<Self> {
        (usize::from(number) < SEASONS.len()).then_some(Self(number))
    }
}
