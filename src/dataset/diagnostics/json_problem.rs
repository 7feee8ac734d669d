//! Problems of a dataset in JSON.

use rust_decimal::Decimal;

use super::json_fault::JsonFault;
use super::rule::Rule;

/// A problem of a dataset in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonProblem {
    /// The text is not JSON.
    Syntax {
        /// What the library says.
        fault: JsonFault,
        /// A common mistake that the text around looks like.
        hint: Option<SyntaxHint>,
    },
    /// A field that the object does not have; its name is the end of the path.
    UnknownField(Choices),
    /// A required field is absent.
    MissingField {
        /// Its name.
        field: &'static str,
        /// What it is.
        expected: Expected,
    },
    /// A field occurs twice.
    DuplicateField,
    /// An id is used twice.
    DuplicateId {
        /// The id.
        id: String,
        /// The path of the indicator that has it.
        first: String,
    },
    /// A value is not what it has to be.
    WrongValue {
        /// What there is.
        found: Found,
        /// What it has to be.
        expected: Expected,
    },
    /// Values contradict each other.
    Contradiction(Contradiction),
    /// A number in quotes, which is kept as words.
    NumberInQuotes {
        /// What is in the quotes.
        text: String,
        /// The number.
        number: Decimal,
    },
    /// The period of a dataset of which at most the year is understood.
    UnclearPeriod {
        /// The period.
        text: String,
    },
}

/// A common mistake in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxHint {
    /// A comma before `]` or `}`.
    ExtraComma,
    /// A decimal comma.
    DecimalComma,
    /// Curved or single quotes.
    Quotes,
    /// A comment.
    Comment,
    /// No comma between two values, or no bracket.
    MissingComma,
    /// The file ends too early.
    EndsEarly,
}

/// A wrong value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// An object.
    Object,
    /// A list.
    List,
    /// The beginning of any other value, as it is written.
    Value(String),
}

/// What a value has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// `{ … }`
    Object,
    /// `[ … ]`
    List,
    /// `[ … ]` with something in it.
    FilledList,
    /// A text in quotes.
    Text,
    /// A text in quotes, such as this one.
    TextLike(&'static str),
    /// A text that is not blank.
    FilledText,
    /// An id that nothing else has.
    UniqueId,
    /// An id without control characters.
    Id,
    /// The words of the source.
    WordsOfSource,
    /// A number with a decimal point.
    Number,
    /// A number of at most 28 digits.
    NumberOf28Digits,
    /// A number; negative for a fall.
    SignedNumber,
    /// A number, or words.
    NumberOrWords,
    /// A number above 0.
    AboveZero,
    /// A number from 0.
    FromZero,
    /// A whole number from 1.
    WholeFromOne,
    /// A whole number from 0.
    WholeFromZero,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    TrueOrFalse,
    /// A period.
    Period,
    /// One of these words.
    AnyOf(&'static [&'static str]),
    /// One of several words, where another was found.
    OneOf(Choices),
}

/// Names that are known, where another was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The one that is similar.
    pub near: Option<String>,
    /// All of them.
    pub known: Vec<String>,
}

/// Values that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// A plan with more than one target.
    SeveralTargets,
    /// A plan with a target in figures and one in words.
    TargetAndWords,
    /// A plan without target, percent, words and verdict.
    EmptyPlan,
    /// A range whose `low` is above `high`.
    LowAboveHigh,
    /// A range without `low` or `high`.
    HalfRange,
    /// Totals that do not follow missed_named ≤ missed ≤ plan_indicators.
    Totals,
}

impl Choices {
    /// The known names, with the one that is similar to `name`.
    pub(crate) fn of(name: &str, known: &[&str]) -> Self {
        let scored = known.iter().map(|k| (strsim::normalized_damerau_levenshtein(name, k), k));
        let near = scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.5);
        let near = near.map(|(_, near)| (*near).to_owned());
        Self { near, known: known.iter().map(|name| (*name).to_owned()).collect() }
    }
}

impl JsonProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::Syntax { .. } => Rule::Syntax,
            Self::UnknownField(_) => Rule::UnknownField,
            Self::MissingField { .. } => Rule::MissingField,
            Self::DuplicateField => Rule::DuplicateField,
            Self::DuplicateId { .. } => Rule::DuplicateId,
            Self::NumberInQuotes { .. } => Rule::UnreadableNumber,
            Self::UnclearPeriod { .. } => Rule::UnclearPeriod,
            Self::WrongValue { .. } | Self::Contradiction(_) => Rule::WrongValue,
        }
    }
}
