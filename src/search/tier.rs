//! How a name was found, the best way first.

/// How a name was found, the best way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Nothing was typed: all names are listed.
    Everything,
    /// The query is the whole name.
    Exact,
    /// The name begins with the query.
    Prefix,
    /// The words of the query are in the name side by side, in order, the last one perhaps begun.
    Together,
    /// Every word of the query is a word of the name, or an abbreviation of some.
    Words,
    /// The query is the whole unit, or the whole name of the section.
    WholeContext,
    /// Every word of the query is a word of the name, but for words said in passing ("… của tỉnh năm 2024").
    Passing,
    /// Every word of the query is a word of the name, of its unit or of the name of its section.
    InContext,
    /// Every word of the query is a word of the name once a space is moved or taken away.
    Respaced,
    /// Every word of the query begins a word of the name.
    Beginnings,
    /// Some words of the query are the initials of consecutive words of the name.
    Initials,
    /// Every word of the query is inside a word of the name.
    Substring,
    /// As above, but for words said in passing.
    PassingParts,
    /// The query is the id, or its beginning.
    Id,
    /// The letters of every word of the query are, in order, in a word of the name.
    Subsequence,
    /// Every word of the query is a word of the name but for typos, or sounds like one.
    Typos,
    /// Some words of the query are no part of the name, but most of what was typed is.
    Partial,
}

impl Tier {
    /// Whether the name is only similar to what was typed.
    #[must_use]
    pub fn is_similar(self) -> bool {
        self >= Self::Subsequence
    }
}
