//! The order of row markers: which of two rows is the parent.

/// The marker of a row; lesser values are parents of greater ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Marker {
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// A line that gives the rows below it a unit: Cơ cấu (%).
    Block,
    /// KINH TẾ.
    Capitals,
    /// 1, 1.1, 1.1.1: the number of levels.
    Number(u8),
    /// a, b, c.
    SmallLetter,
    /// *
    Star,
    /// No marker: the width of the indent.
    Plain(u16),
    /// -
    Dash(u16),
    /// +
    Plus(u16),
}

/// A number with parts: 17.1.2. The parts of two of them say whether one is below the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbering {
    /// The parts in order; 0 follows the last one.
    parts: [u16; Self::MOST],
    length: u8,
}

impl Numbering {
    const MOST: usize = 4;

    /// Parses the number that a text starts with; `None` if it has more parts than fit.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().ok().map(|number| Self { parts: [number, 0, 0, 0], length: 1 });
        }
        let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
        let mut parts = [0; Self::MOST];
        let mut length = 0;
        for part in text[..end].trim_end_matches('.').split('.') {
            *parts.get_mut(usize::from(length))? = part.parse().ok()?;
            length += 1;
        }
        Some(Self { parts, length })
    }

    /// The number of parts.
    pub(crate) fn length(self) -> u8 {
        self.length
    }

    /// The number of the row above: 17 of 17.1, 2.3 of 2.3.1.
    pub(crate) fn whole(self) -> String {
        let parts = &self.parts[..usize::from(self.length.saturating_sub(1))];
        parts.iter().map(u16::to_string).collect::<Vec<_>>().join(".")
    }

    /// Whether another number is below this one: 17.1 and 17.1.2 are below 17.
    pub(crate) fn is_above(self, other: Self) -> bool {
        let length = usize::from(self.length);
        self.length < other.length && self.parts[..length] == other.parts[..length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_numbers_say_which_is_above() {
        let number = |text| Numbering::of(text).unwrap();
        for (above, below) in [("17", "17.1"), ("2", "02.3.1"), ("1.10", "1.10.4. Thu")] {
            assert!(number(above).is_above(number(below)), "{above} {below}");
        }
        for (above, below) in [("11", "17.1"), ("1.1", "1.10.4"), ("3", "3"), ("3.1", "3")] {
            assert!(!number(above).is_above(number(below)), "{above} {below}");
        }
        assert!(Numbering::of("1.2.3.4.5").is_none() && Numbering::of("a").is_none());
    }
}
