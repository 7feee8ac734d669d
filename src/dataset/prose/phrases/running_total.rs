//! Words that bring a figure up to a longer period: "bringing the six-month increase to 6.6%".

use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{RUNNING_TOTALS, TOTALED};

/// A figure of a longer period, which has the name of the indicator before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RunningTotal {
    /// The words of its period: "six-month".
    pub(crate) period: Range<usize>,
    /// Whether it is a growth, and no value.
    pub(crate) is_growth: bool,
}

/// The running total with which words before a figure end. `words` go up to the figure.
pub(crate) fn running_total(sentence: &Sentence<'_>, words: Range<usize>) -> Option<RunningTotal> {
    const LONGEST: usize = 8;
    let near = words.end.saturating_sub(LONGEST).max(words.start)..words.end;
    let start = near.rev().find(|at| RUNNING_TOTALS.contains(sentence.key(*at)))?;
    let from = start + 1 + usize::from(sentence.key(start + 1) == "the");
    let is_time = |at: &usize| {
        sentence.items[*at].what == What::Date || sentence.phrase(*at) == Some(Phrase::Time)
    };
    let end = from + (from..words.end).take_while(is_time).count();
    let noun = sentence.lower_text(end..words.end);
    let noun = noun.strip_suffix(" to")?;
    let is_growth = matches!(noun, "increase" | "growth" | "rise" | "growth rate");
    (end > from && (is_growth || TOTALED.contains(noun)))
        .then_some(RunningTotal { period: from..end, is_growth })
}
