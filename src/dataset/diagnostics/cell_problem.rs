//! Problems of the cells and rows of a table, and what was inferred of a row.

use rust_decimal::Decimal;

use super::rule::Rule;
use crate::model::Better;

/// A problem of a cell or a row. `text` is what the cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellProblem {
    /// A number with two readings, in a column that does not show which one is meant.
    Ambiguous {
        /// The cell.
        text: String,
        /// The readings with a decimal comma and with a decimal point, if the cell is nothing but a number.
        readings: Option<(Decimal, Decimal)>,
    },
    /// Two values in one cell.
    Stacked {
        /// The cell.
        text: String,
    },
    /// A formula without its result.
    Formula {
        /// The formula.
        text: String,
    },
    /// An error value of a spreadsheet.
    ErrorValue {
        /// The cell.
        text: String,
    },
    /// Digits that are not a number.
    NotANumber {
        /// The cell.
        text: String,
    },
    /// A sentence with numbers, which is kept as words: "Triển khai tại 100% các xã".
    NumberInWords {
        /// The cell.
        text: String,
    },
    /// A published rise of a value that fell, or the reverse.
    ChangeAgainstValues {
        /// The cell.
        text: String,
    },
    /// A number that is hardly right in its unit: a rate of thousands of percent, a fraction of a person. The
    /// separator of the file may mean the other thing.
    Implausible {
        /// The cell.
        text: String,
        /// The number as it was read.
        number: Decimal,
        /// The unit.
        unit: String,
    },
    /// A number in another format than its column, with only one reading.
    OddNumber {
        /// The cell.
        text: String,
        /// The number.
        number: Decimal,
    },
    /// A value in another unit than that of the row.
    OtherUnit {
        /// The cell.
        text: String,
        /// The unit of the row.
        unit: String,
    },
    /// A value in a unit, in a column of percents.
    NotAPercent {
        /// The cell.
        text: String,
    },
    /// A number of times in a column of percents, which neither its words nor the values of the row make clear.
    UnclearTimes {
        /// The cell.
        text: String,
        /// The number.
        times: Decimal,
    },
    /// Not a rank.
    NotARank {
        /// The cell.
        text: String,
    },
    /// A change of rank that contradicts the two ranks.
    RankChange {
        /// The change in the file.
        published: i32,
        /// The change that the two ranks give.
        derived: i32,
    },
    /// A scale that is not above 0.
    WrongScale {
        /// The number.
        scale: Decimal,
    },
    /// An id with control characters.
    WrongId {
        /// The id.
        id: String,
    },
    /// An id that another row has.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// Not a direction.
    WrongDirection {
        /// The cell.
        text: String,
    },
    /// Two verdicts with a cross in one row.
    TwoCrosses {
        /// Their headings.
        headings: [String; 2],
    },
    /// Words in a column of verdicts that start like one and say something else.
    UnclearVerdict {
        /// The cell.
        text: String,
    },
    /// A verdict of a lower authority that a higher one contradicts.
    LowerVerdict {
        /// The heading of the lower one.
        heading: String,
        /// Its verdict.
        text: String,
        /// The verdict that decides.
        decided: String,
    },
    /// A verdict that doubts a value which reaches its target.
    DoubtedTarget {
        /// The verdict.
        text: String,
    },
    /// Rows of one name, one of which reached its plan and one did not.
    OppositeStatuses {
        /// The name.
        name: String,
        /// The row number of the other.
        other: usize,
    },
    /// An indicator that an earlier row has in the same place and period.
    RepeatedValue {
        /// The name.
        name: String,
    },
    /// A value that is merged over several rows or columns of values.
    SharedCell {
        /// The cell.
        text: String,
        /// The merged range: "D2:D3".
        range: String,
    },
    /// A row with more cells than there are headings.
    ShiftedRow {
        /// The cells behind the name.
        text: String,
        /// The number of its cells.
        cells: usize,
        /// The number of headings.
        headings: usize,
    },
    /// A direction that was inferred from the name.
    InferredDirection {
        /// The name.
        name: String,
        /// The direction.
        better: Better,
        /// Whether the status depends on it.
        decides: bool,
    },
    /// Further inferred directions.
    MoreDirections {
        /// How many.
        count: usize,
        /// Whether statuses depend on them.
        decide: bool,
    },
}

impl CellProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::Ambiguous { .. } => Rule::AmbiguousNumber,
            Self::Stacked { .. } => Rule::StackedValues,
            Self::Formula { .. }
            | Self::ErrorValue { .. }
            | Self::NotANumber { .. }
            | Self::NotARank { .. } => Rule::UnreadableNumber,
            Self::NumberInWords { .. } => Rule::NumberInWords,
            Self::SharedCell { .. } => Rule::MergedValues,
            Self::ShiftedRow { .. } => Rule::ShiftedRow,
            Self::UnclearTimes { .. } => Rule::UnclearTimes,
            Self::ChangeAgainstValues { .. } => Rule::ChangeAgainstValues,
            Self::Implausible { .. } => Rule::ImplausibleNumber,
            Self::OddNumber { .. } => Rule::OddNumber,
            Self::OtherUnit { .. } | Self::NotAPercent { .. } => Rule::UnitAgainstValue,
            Self::RankChange { .. } => Rule::RankAgainstChange,
            Self::WrongScale { .. }
            | Self::WrongId { .. }
            | Self::WrongDirection { .. }
            | Self::TwoCrosses { .. } => Rule::WrongValue,
            Self::DuplicateId { .. } => Rule::DuplicateId,
            Self::UnclearVerdict { .. } => Rule::UnclearVerdict,
            Self::LowerVerdict { .. } => Rule::OppositeVerdicts,
            Self::DoubtedTarget { .. } => Rule::VerdictAgainstFigures,
            Self::OppositeStatuses { .. } => Rule::OppositeStatuses,
            Self::RepeatedValue { .. } => Rule::RepeatedValue,
            Self::InferredDirection { .. } | Self::MoreDirections { .. } => Rule::DirectionAssumed,
        }
    }

    /// Whether the status of an indicator depends on it.
    pub(super) fn decides_status(&self) -> bool {
        match self {
            Self::InferredDirection { decides, .. } => *decides,
            Self::MoreDirections { decide, .. } => *decide,
            Self::UnclearVerdict { .. }
            | Self::DoubtedTarget { .. }
            | Self::LowerVerdict { .. }
            | Self::SharedCell { .. }
            | Self::OppositeStatuses { .. } => true,
            Self::Ambiguous { .. }
            | Self::Stacked { .. }
            | Self::Formula { .. }
            | Self::ErrorValue { .. }
            | Self::NotANumber { .. }
            | Self::NumberInWords { .. }
            | Self::ShiftedRow { .. }
            | Self::NotARank { .. }
            | Self::ChangeAgainstValues { .. }
            | Self::Implausible { .. }
            | Self::OddNumber { .. }
            | Self::OtherUnit { .. }
            | Self::NotAPercent { .. }
            | Self::UnclearTimes { .. }
            | Self::RankChange { .. }
            | Self::WrongScale { .. }
            | Self::WrongId { .. }
            | Self::WrongDirection { .. }
            | Self::TwoCrosses { .. }
            | Self::RepeatedValue { .. }
            | Self::DuplicateId { .. } => false,
        }
    }
}
