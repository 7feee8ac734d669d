//! Why a column of values is only shown in the note.

/// Why a column of values is only shown in the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoteReason {
    /// It compares another value than the actual: the column of that value, if there is one, and the number
    /// of rows that support it.
    OtherValue { of: Option<usize>, evidence: usize },
    /// The value of another period: "Tỷ lệ giải ngân cùng kỳ".
    OtherPeriod,
    /// The share of a whole.
    Share,
    /// It compares a plan, or is a planned change.
    Planned,
    /// A difference in the unit of the values, not a change in percent.
    Difference,
    /// Its heading does not say what it compares, and no row is consistent with any comparison.
    Unsupported,
    /// A second plan, with the number of rows that support the chosen one.
    SecondPlan { evidence: usize },
    /// It compares with the plan in this column, which is not the chosen one.
    OtherPlan(usize),
    /// Another column has the percentage of the same plan.
    SecondPercent,
    /// A plan or an actual of another measure or year.
    OtherMeasure,
}
