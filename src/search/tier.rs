//! How a name was found, the best tier first.

/// How a name was found, the best tier first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Nothing was typed: all names are listed.
    Everything,
    /// The query is the whole name.
    Exact,
    /// The name begins with the query.
    Prefix,
    /// The words of the query are adjacent in the name and in order; the last one may be a prefix.
    Together,
    /// Every word of the query is a word of the name, or an abbreviation of words of the name.
    Words,
    /// The query is the whole unit, the whole name of the section, or neighbouring words of it.
    OnlyContext,
    /// Every word of the query is a word of the name, except filler words ("… của tỉnh năm 2024").
    WithoutFillers,
    /// Every word of the query is a word of the name, of its unit or of the name of its section.
    InContext,
    /// Every word of the query is a word of the name after a space is moved or removed.
    Respaced,
    /// Every word of the query is a prefix of a word of the name.
    Beginnings,
    /// Some words of the query are the initials of consecutive words of the name.
    Initials,
    /// Every word of the query is inside a word of the name.
    Substring,
    /// Every word of the query is inside a word of the name, except filler words.
    SubstringWithoutFillers,
    /// The query is the id, or a prefix of it.
    Id,
    /// The letters of every word of the query occur, in order, in a word of the name.
    Subsequence,
    /// Every word of the query is a word of the name with a typo, or sounds like one.
    Typos,
    /// Some words of the query are missing from the name, but most of the typed letters are there, or all words of the
    /// name were typed side by side.
    Partial,
}

impl Tier {
    /// Whether the name is only similar to what was typed.
    #[must_use]
    pub fn is_similar(self) -> bool {
        self >= Self::Subsequence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_order_typos_and_parts_are_only_similar() {
        assert!([Tier::Subsequence, Tier::Typos, Tier::Partial].into_iter().all(Tier::is_similar));
        assert!(
            !Tier::Id.is_similar() && !Tier::Exact.is_similar() && !Tier::Substring.is_similar()
        );
    }
}
