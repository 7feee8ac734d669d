//! The rules that files are held to. Each has a name, by which `check` tells and explains it.

use std::fmt;

use crate::model::Warning;

/// How much a breach of a rule matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// How something was read that could be read in another way.
    Note,
    /// It was read, but someone should look at it.
    Warning,
    /// It could not be read.
    Error,
}

impl Severity {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Names and severities beside the variants, so that none is forgotten.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $name:literal $severity:ident,)*) => {
        /// A rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// What it is called.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }

            /// How much a breach matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// The text is no JSON.
    Syntax "syntax" Error,
    /// The bytes are no text that is known.
    Encoding "encoding" Error,
    /// There is nothing in the file.
    Empty "empty" Error,
    /// A field that nobody knows.
    UnknownField "unknown-field" Error,
    /// A field that must be there.
    MissingField "missing-field" Error,
    /// A field that stands twice in an object.
    DuplicateField "duplicate-field" Error,
    /// An id that is taken.
    DuplicateId "duplicate-id" Error,
    /// A value of the wrong kind, or that contradicts another.
    WrongValue "wrong-value" Error,
    /// More than a reader takes on.
    Limit "limit" Error,
    /// A workbook that cannot be opened.
    Workbook "workbook" Error,
    /// No row of headings.
    NoTable "no-table" Error,
    /// A sheet that was asked for and is not there.
    NoSheet "no-sheet" Error,
    /// A quote that is never closed.
    UnclosedQuote "unclosed-quote" Error,
    /// Text behind the closing quote of a cell.
    TextAfterQuote "text-after-quote" Warning,
    /// Text that was decoded with the wrong encoding and saved again.
    DecodedTwice "decoded-twice" Warning,
    /// A file of another format, or something that is no file.
    ForeignFormat "foreign-format" Error,
    /// Formulas whose results are not in the workbook.
    FormulaWithoutResult "formula-without-result" Warning,
    /// A cell of a workbook that contradicts its format.
    OddCell "odd-cell" Warning,
    /// Rows or columns that a workbook hides.
    HiddenCells "hidden-cells" Warning,
    /// Text that is struck out.
    StruckOut "struck-out" Warning,
    /// Raised text behind a number.
    RaisedText "raised-text" Note,
    /// A list of names with a line that is none.
    NameList "name-list" Error,
    /// A cell that holds digits, but no number that could be read.
    UnreadableNumber "unreadable-number" Error,
    /// A number that can be read in two ways, in a column that does not tell which.
    AmbiguousNumber "ambiguous-number" Error,
    /// A number that does not follow its column, but can be read in one way only.
    OddNumber "odd-number" Warning,
    /// Values, but no name.
    NoName "no-name" Error,
    /// Two values in one cell.
    StackedValues "stacked-values" Error,
    /// A value in percent, under another unit.
    UnitAgainstValue "unit-against-value" Error,
    /// Two columns of one heading.
    RepeatedHeading "repeated-heading" Warning,
    /// Values below what ends the table.
    ValuesOutside "values-outside" Warning,
    /// Merged cells that overlap.
    OverlappingMerges "overlapping-merges" Warning,
    /// A column that is kept, but not understood.
    UnknownColumn "unknown-column" Warning,
    /// A column that holds values and was kept in the notes.
    ColumnKept "column-kept" Warning,
    /// A comparison that no row supports.
    UnsupportedComparison "unsupported-comparison" Warning,
    /// An old encoding that was converted.
    LegacyEncoding "legacy-encoding" Warning,
    /// Lines that are no part of the table.
    OutsideTable "outside-table" Note,
    /// How a column was read.
    ColumnRead "column-read" Note,
    /// A direction told from words.
    DirectionAssumed "direction-assumed" Note,
    /// Part of whole against the actual.
    CountAgainstActual "count-against-actual" Warning,
    /// A part above its whole.
    PartAboveWhole "part-above-whole" Warning,
    /// A rank outside its ranking.
    RankOutOfRange "rank-out-of-range" Warning,
    /// A change of rank against the two ranks.
    RankAgainstChange "rank-against-change" Warning,
    /// Rows of one name, one of which reached its plan and one did not.
    OppositeStatuses "opposite-statuses" Warning,
    /// No column of values.
    NoValues "no-values" Error,
    /// A score above its scale.
    ScoreAboveScale "score-above-scale" Warning,
    /// Percent of plan against plan and actual.
    PercentAgainstPlan "percent-against-plan" Warning,
    /// A verdict against the figures.
    VerdictAgainstFigures "verdict-against-figures" Warning,
    /// A direction inferred from the name against the published percent.
    DirectionAgainstPercent "direction-against-percent" Warning,
    /// Totals of the source against the statuses counted.
    TotalsAgainstCount "totals-against-count" Warning,
}

impl Rule {
    /// The rule that a failed check breaks.
    #[must_use]
    pub fn of(warning: &Warning) -> Self {
        match warning {
            Warning::CountAgainstActual { .. } => Self::CountAgainstActual,
            Warning::PartAboveWhole(_) => Self::PartAboveWhole,
            Warning::RankOutOfRange(_) | Warning::PreviousRankOutOfRange(_) => Self::RankOutOfRange,
            Warning::ScoreAboveScale { .. } => Self::ScoreAboveScale,
            Warning::PercentAgainstPlan { .. } => Self::PercentAgainstPlan,
            Warning::VerdictAgainstFigures { .. } => Self::VerdictAgainstFigures,
            Warning::DirectionAgainstPercent { .. } => Self::DirectionAgainstPercent,
        }
    }

    /// Whether what breaks it is not in what was read, neither as a figure nor as text.
    #[must_use]
    pub fn loses(self) -> bool {
        matches!(
            self,
            Self::Encoding
                | Self::NoName
                | Self::NoValues
                | Self::ValuesOutside
                | Self::FormulaWithoutResult
                | Self::OddCell
        )
    }

    /// The rule of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
