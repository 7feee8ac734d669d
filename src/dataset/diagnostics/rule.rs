//! The rules that files are checked against. Each has a name, which `check` shows and explains.

use std::fmt;

use crate::model::Warning;

/// How serious the violation of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file was read in one of several possible ways.
    Note,
    /// The file was read, but a person should check the data.
    Warning,
    /// Part of the file could not be read.
    Error,
}

impl Severity {
    /// Returns the name of the severity.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Declares the rules with their names and severities, so that none lacks one.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $name:literal $severity:ident,)*) => {
        /// A rule that files are checked against.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// Returns the name of the rule.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }

            /// Returns the severity of a violation.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// The text is not JSON.
    Syntax "syntax" Error,
    /// The bytes are not text in a known encoding.
    Encoding "encoding" Error,
    /// The file cannot be read at all.
    CannotRead "cannot-read" Error,
    /// The file is empty.
    Empty "empty" Error,
    /// A field that the format does not have.
    UnknownField "unknown-field" Error,
    /// A required field is absent.
    MissingField "missing-field" Error,
    /// A field occurs twice in an object.
    DuplicateField "duplicate-field" Error,
    /// An id is used twice.
    DuplicateId "duplicate-id" Error,
    /// A value has the wrong type or contradicts another one.
    WrongValue "wrong-value" Error,
    /// A limit of the reader is exceeded.
    Limit "limit" Error,
    /// A workbook cannot be opened.
    Workbook "workbook" Error,
    /// No header row was found.
    NoTable "no-table" Error,
    /// The requested sheet does not exist.
    NoSheet "no-sheet" Error,
    /// A quote is never closed.
    UnclosedQuote "unclosed-quote" Error,
    /// Text after the closing quote of a cell.
    TextAfterQuote "text-after-quote" Warning,
    /// Text that was decoded with the wrong encoding and saved again.
    DecodedTwice "decoded-twice" Warning,
    /// The file has another format, or is not a regular file.
    ForeignFormat "foreign-format" Error,
    /// Formulas without stored results.
    FormulaWithoutResult "formula-without-result" Warning,
    /// A workbook cell that contradicts its format.
    OddCell "odd-cell" Warning,
    /// A workbook hides rows or columns.
    HiddenCells "hidden-cells" Warning,
    /// Text that is struck out.
    StruckOut "struck-out" Warning,
    /// Superscript text after a number.
    RaisedText "raised-text" Note,
    /// A line of a list of names that is not a name.
    NameList "name-list" Error,
    /// A cell with digits that are not a readable number.
    UnreadableNumber "unreadable-number" Error,
    /// A sentence with numbers in a column of values, kept as words.
    NumberInWords "number-in-words" Note,
    /// A number with two readings, in a column that does not show which one is meant.
    AmbiguousNumber "ambiguous-number" Error,
    /// A number that differs from the format of its column, but has only one reading.
    OddNumber "odd-number" Warning,
    /// A number that is hardly right in its unit.
    ImplausibleNumber "implausible-number" Warning,
    /// A change whose direction contradicts the two values.
    ChangeAgainstValues "change-against-values" Warning,
    /// A number of times in a column of percents that may mean something else.
    UnclearTimes "unclear-times" Warning,
    /// A row with values but without a name.
    NoName "no-name" Error,
    /// Two values in one cell.
    StackedValues "stacked-values" Error,
    /// A value in percent whose unit is another one.
    UnitAgainstValue "unit-against-value" Error,
    /// Two columns with the same heading.
    RepeatedHeading "repeated-heading" Warning,
    /// Values below the end of the table.
    ValuesOutside "values-outside" Warning,
    /// Merged cells that overlap.
    OverlappingMerges "overlapping-merges" Warning,
    /// A value merged over several rows or columns.
    MergedValues "merged-values" Warning,
    /// A row with more cells than headings.
    ShiftedRow "shifted-row" Error,
    /// A period that is not understood.
    UnclearPeriod "unclear-period" Warning,
    /// A column whose role is unknown.
    UnknownColumn "unknown-column" Warning,
    /// A column with values that was kept in the notes.
    ColumnKept "column-kept" Warning,
    /// A comparison that no row supports.
    UnsupportedComparison "unsupported-comparison" Warning,
    /// A legacy encoding that was converted.
    LegacyEncoding "legacy-encoding" Warning,
    /// Lines outside the table.
    OutsideTable "outside-table" Note,
    /// A number such as 17.1 below another row than 17.
    OrphanNumber "orphan-number" Note,
    /// What rows and columns of a table are, as its headings say.
    LayoutRead "layout-read" Note,
    /// What rows and columns of a table are, as only their contents suggest.
    LayoutAssumed "layout-assumed" Warning,
    /// How a column was read.
    ColumnRead "column-read" Note,
    /// A direction inferred from words.
    DirectionAssumed "direction-assumed" Note,
    /// Part and whole contradict the actual value.
    CountAgainstActual "count-against-actual" Warning,
    /// A part that is greater than its whole.
    PartAboveWhole "part-above-whole" Warning,
    /// A rank outside its ranking.
    RankOutOfRange "rank-out-of-range" Warning,
    /// A change of rank that contradicts the two ranks.
    RankAgainstChange "rank-against-change" Warning,
    /// Rows of one name, one of which reached its plan and one did not.
    OppositeStatuses "opposite-statuses" Warning,
    /// A second value of an indicator in the same place and period.
    RepeatedValue "repeated-value" Warning,
    /// Another file has another figure of the same indicator, place and period.
    OtherFigure "other-figure" Warning,
    /// An indicator of another file that nearly agrees, and was not joined.
    NearIndicator "near-indicator" Note,
    /// A verdict that a higher authority contradicts.
    OppositeVerdicts "opposite-verdicts" Warning,
    /// No column of values.
    NoValues "no-values" Error,
    /// A score that is greater than its scale.
    ScoreAboveScale "score-above-scale" Warning,
    /// A percent of plan that contradicts plan and actual value.
    PercentAgainstPlan "percent-against-plan" Warning,
    /// Words in a column of verdicts that start like one and say something else.
    UnclearVerdict "unclear-verdict" Warning,
    /// A verdict that contradicts the numbers.
    VerdictAgainstFigures "verdict-against-figures" Warning,
    /// A direction inferred from the name that contradicts the published percent.
    DirectionAgainstPercent "direction-against-percent" Warning,
    /// Published totals that contradict the counted statuses.
    TotalsAgainstCount "totals-against-count" Warning,
    /// A figure that the sentence of its reference does not have.
    FigureNotInSource "figure-not-in-source" Error,
    /// A number of the source's text that no indicator has.
    UnclaimedNumber "unclaimed-number" Warning,
    /// A dataset with indicators that are to be reviewed.
    Draft "draft" Note,
}

impl Rule {
    /// Returns the rule that a failed check breaks.
    #[must_use]
    pub fn of(warning: &Warning) -> Self {
        match warning {
            Warning::CountAgainstActual { .. } => Self::CountAgainstActual,
            Warning::PartAboveWhole(_) => Self::PartAboveWhole,
            Warning::RankOutOfRange(_) | Warning::PreviousRankOutOfRange(_) => Self::RankOutOfRange,
            Warning::ScoreAboveScale { .. } => Self::ScoreAboveScale,
            Warning::PercentAgainstPlan { .. } => Self::PercentAgainstPlan,
            Warning::VerdictAgainstFigures { .. } | Warning::VerdictAgainstValues { .. } => {
                Self::VerdictAgainstFigures
            }
            Warning::DirectionAgainstPercent { .. } => Self::DirectionAgainstPercent,
            Warning::OtherPlan { warning, .. } => Self::of(warning),
        }
    }

    /// Whether the data that breaks the rule is lost: kept neither as a number nor as the text of its cell.
    #[must_use]
    pub fn loses(self) -> bool {
        matches!(
            self,
            Self::Encoding
                | Self::NoName
                | Self::NoValues
                | Self::ValuesOutside
                | Self::ShiftedRow
                | Self::FormulaWithoutResult
                | Self::OddCell
        )
    }

    /// Returns the rule with that name.
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
