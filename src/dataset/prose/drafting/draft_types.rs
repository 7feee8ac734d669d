//! The draft of a text: its indicators, and every number with its fate.

use std::ops::Range;

use crate::dataset::prose::tokens::fate::Fate;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::model::{Indicator, Section, Totals};

/// What was read out of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The first line.
    pub title: String,
    /// The paragraphs below it, as they are counted in references.
    pub paragraphs: Vec<String>,
    /// The sections with the ranges of their indicators.
    pub sections: Vec<Section>,
    /// The indicators, in the order of the text.
    pub indicators: Vec<Indicator>,
    /// The place, if the text names one.
    pub place: Option<String>,
    /// The period as it is written, if the text names one.
    pub period: Option<String>,
    /// What the text says about all its indicators.
    pub totals: Option<Totals>,
    /// Every number of the paragraphs, in order.
    pub numbers: Vec<Number>,
}

/// A number of the text with its fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The paragraph, from 1; 0 is the title.
    pub paragraph: u32,
    /// The sentence in it, from 1.
    pub sentence: u32,
    /// The bytes of the number in the paragraph.
    pub span: Range<usize>,
    /// The number as written.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
    /// The rule that decided it.
    pub rule: NumberRule,
    /// The indicator whose figure it is.
    pub indicator: Option<usize>,
}
