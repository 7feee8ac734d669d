//! Problems of the columns of a table, and how each column was read.

use super::rule::Rule;

/// How a column was read, or why it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnProblem {
    /// It was read.
    Read {
        /// Its heading.
        heading: String,
        /// As what.
        role: ColumnRole,
        /// How its numbers are written.
        notation: Notation,
        /// Whether it is a comparison with values that no row supports.
        unsupported: bool,
    },
    /// It was kept in the notes.
    Kept {
        /// Its heading.
        heading: String,
        /// Why.
        because: KeptBecause,
    },
    /// It repeats the heading of another.
    Repeated {
        /// The heading.
        heading: String,
        /// The column that has it first, in letters.
        first: String,
    },
    /// No column was read as a plan or an actual.
    NoValues {
        /// The heading of the column of numbers that may be one.
        heading: String,
    },
    /// Its heading is not known.
    Unknown {
        /// The heading.
        heading: String,
    },
    /// It has values and no heading.
    NoHeading,
    /// It is not known what it compares with.
    UnclearComparison {
        /// The heading.
        heading: String,
    },
}

/// What a column was read as. `measure` is the name of one of several measures of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnRole {
    /// The plan.
    Plan {
        /// The measure.
        measure: Option<String>,
    },
    /// The actual.
    Actual {
        /// The measure.
        measure: Option<String>,
    },
    /// A comparison of the actual.
    Comparison {
        /// The measure.
        measure: Option<String>,
        /// What its numbers are.
        kind: ComparisonKind,
        /// What it compares with.
        base: ComparisonBase,
        /// The rows that support this.
        evidence: ComparisonEvidence,
    },
    /// A place in a ranking.
    Rank,
    /// The verdict of rows with a cross.
    Cross,
    /// The actual of another period.
    OtherPeriod,
}

/// What the numbers of a comparison are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparisonKind {
    /// A ratio in percent.
    Ratio,
    /// A ratio, not multiplied by 100.
    Fraction,
    /// A change in percent.
    Growth,
    /// A change, not multiplied by 100.
    GrowthFraction,
    /// A difference.
    Difference,
}

/// What a comparison compares with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComparisonBase {
    /// The plan.
    Plan,
    /// The value of a period, as the heading names it.
    Period(String),
}

/// The rows that support how a comparison was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComparisonEvidence {
    /// The number of rows that support it; 0 if the heading alone decided.
    pub rows: usize,
    /// The number of sampled rows, if not all rows were sampled.
    pub of: Option<usize>,
    /// The number of rows that have both compared values.
    pub tested: usize,
}

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notation {
    /// Which characters separate decimals and thousands.
    pub separators: Separation,
    /// The number of cells in brackets that are negative.
    pub negative_in_brackets: usize,
}

/// Which characters separate decimals and thousands, with the number of cells that are evidence for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separation {
    /// There are none.
    None,
    /// Decimal commas, dots between thousands.
    Comma(usize),
    /// Decimal points, commas between thousands.
    Point(usize),
    /// Decimal commas as well as points.
    Both,
    /// Decimal points, and dots that may separate thousands.
    PointOrThousands,
}

/// Why a column of values is only kept in the notes. Texts are headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptBecause {
    /// It compares another value than the actual.
    OtherValue {
        /// The heading of that value.
        of: String,
        /// The number of rows that support it.
        evidence: usize,
    },
    /// It compares a value that has no column.
    NoSuchValue,
    /// It is a rate of another period.
    OtherPeriod,
    /// It is a difference in the unit of the values.
    Difference,
    /// It compares a plan.
    Planned,
    /// It is the share of a whole.
    Share,
    /// It compares with another plan.
    OtherPlan {
        /// The heading of that plan.
        plan: String,
    },
    /// The heading of a plan whose unit is not that of the actual.
    OtherUnit {
        /// The heading of the actual.
        actual: String,
    },
    /// Its heading names values that are neither plan nor actual: weights, an office's own score.
    Aside,
    /// It is a second percent of the plan.
    SecondPercent {
        /// The heading of the plan.
        plan: String,
    },
    /// No row is consistent with any comparison.
    Unsupported,
    /// It is a second plan.
    SecondPlan {
        /// The heading of the plan that was chosen.
        plan: String,
        /// The number of rows of percents that support that one; 0 if it was chosen as the first.
        evidence: usize,
    },
    /// It is a value of something else, or of another period.
    OtherMeasure,
}

impl ColumnProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::Read { unsupported: true, .. } => Rule::UnsupportedComparison,
            Self::Read { unsupported: false, .. } => Rule::ColumnRead,
            Self::Kept { because, .. } => because.rule(),
            Self::Repeated { .. } => Rule::RepeatedHeading,
            Self::NoValues { .. } => Rule::NoValues,
            Self::Unknown { .. } | Self::NoHeading | Self::UnclearComparison { .. } => {
                Rule::UnknownColumn
            }
        }
    }

    /// Whether the status of an indicator depends on it: which plan was chosen, or a percent of the plan that no row
    /// supports.
    pub(super) fn decides_status(&self) -> bool {
        match self {
            Self::Read { role, unsupported, .. } => {
                let with_plan =
                    matches!(role, ColumnRole::Comparison { base: ComparisonBase::Plan, .. });
                with_plan && *unsupported
            }
            Self::Kept { because, .. } => matches!(because, KeptBecause::SecondPlan { .. }),
            Self::Repeated { .. }
            | Self::NoValues { .. }
            | Self::Unknown { .. }
            | Self::NoHeading
            | Self::UnclearComparison { .. } => false,
        }
    }
}

impl KeptBecause {
    /// A comparison that only a heading supports is a warning, as is a plan or an actual that was not read as one.
    fn rule(&self) -> Rule {
        match self {
            Self::OtherValue { evidence: 0, .. } | Self::NoSuchValue | Self::Unsupported => {
                Rule::UnsupportedComparison
            }
            Self::OtherValue { .. }
            | Self::OtherPeriod
            | Self::Difference
            | Self::Planned
            | Self::Share
            | Self::OtherPlan { .. }
            | Self::Aside
            | Self::SecondPercent { .. } => Rule::ColumnRead,
            Self::SecondPlan { .. } | Self::OtherMeasure | Self::OtherUnit { .. } => {
                Rule::ColumnKept
            }
        }
    }
}
