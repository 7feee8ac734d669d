//! Keeps what a reviewer decided in an earlier draft when the report is imported again.

use std::collections::{HashMap, HashSet, VecDeque};

use super::review_changes::{place_of, set_aside, with_indicators, with_inserted};
use super::reviewed::{ReviewedNumber, reviewed_numbers};
use crate::model::{Dataset, Indicator, NumberInText, Reference};

/// How many decisions of an earlier draft a new one has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KeptDecisions {
    /// Indicators that were accepted, changed or added by hand.
    pub accepted: usize,
    /// Numbers that were set aside.
    pub set_aside: usize,
    /// Indicators without doubts and numbers that were set aside, of paragraphs that the report no longer has.
    pub lost: usize,
}

/// Carries the decisions of an earlier draft over to a new one of the same report: its indicators without doubts
/// replace those of the same words, and the numbers that were set aside stay so. Paragraphs are recognised by their
/// text.
#[must_use]
pub fn with_decisions_of(earlier: &Dataset, new: Dataset) -> (Dataset, KeptDecisions) {
    let mut kept = KeptDecisions::default();
    let paragraphs = Paragraphs::of(earlier, &new);
    let same_words = SameWords::of(&new);
    let (mut replaced, mut added) = (HashMap::new(), Vec::new());
    for indicator in earlier.indicators.iter().filter(|one| one.review.is_empty()) {
        let reference = indicator.reference.clone();
        let Some(moved) = reference.and_then(|reference| paragraphs.moved(reference)) else {
            kept.lost += 1;
            continue;
        };
        let indicator = Indicator { reference: Some(moved), ..indicator };
        let same = same_words.find(&indicator);
        if same.is_some_and(|same| new.indicators.get(same).as_ref() == Some(&indicator)) {
            continue;
        }
        kept.accepted += 1;
        match same {
            Some(same) => drop(replaced.insert(same, indicator)),
            None => added.push(indicator),
        }
    }
    let replaced = with_indicators(&new, |at, one| Some(replaced.get(&at).cloned().unwrap_or(one)));
    let mut result = added.into_iter().fold(replaced, |all, one| with_inserted(&all, one));
    let accepted = ids(earlier, |one| one.review.is_empty());
    // The numbers of the result, until an indicator is removed.
    let mut numbers = None;
    let asides = earlier.source.iter().flat_map(|source| &source.set_aside);
    for aside in asides {
        let Some(aside) = paragraphs.moved_number(aside) else {
            kept.lost += 1;
            continue;
        };
        kept.set_aside += 1;
        let known = numbers.take().unwrap_or_else(|| reviewed_numbers(&result));
        let before = result.indicators.len();
        result = with_aside(result, &aside, &known, &accepted);
        numbers = (result.indicators.len() == before).then_some(known);
    }
    (result, kept)
}

/// The ids of some indicators.
fn ids(dataset: &Dataset, wanted: impl Fn(&Indicator) -> bool) -> HashSet<String> {
    dataset.indicators.iter().filter(wanted).map(|one| one.id).collect()
}

/// The indicators of a draft, by the words that they are of.
struct SameWords {
    by_id: HashMap<(Option<u32>, String), usize>,
    by_reference: HashMap<Reference, usize>,
}

impl SameWords {
    fn of(dataset: &Dataset) -> Self {
        let mut known = Self { by_id: HashMap::new(), by_reference: HashMap::new() };
        for (at, one) in dataset.indicators.iter().enumerate() {
            let paragraph = one.reference.as_ref().and_then(|reference| reference.paragraph);
            known.by_id.entry((paragraph, one.id)).or_insert(at);
            if let Some(reference) = one.reference {
                known.by_reference.entry(reference).or_insert(at);
            }
        }
        known
    }

    /// The first indicator of the same paragraph with the same id or the same words.
    fn find(&self, indicator: &Indicator) -> Option<usize> {
        let reference = indicator.reference.as_ref()?;
        let by_id = self.by_id.get(&(reference.paragraph, indicator.id.clone()));
        let by_reference = self.by_reference.get(reference);
        by_id.into_iter().chain(by_reference).min().copied()
    }
}

/// Sets a number aside, with the indicator of it that was not accepted.
fn with_aside(
    dataset: Dataset,
    aside: &NumberInText,
    numbers: &[ReviewedNumber],
    accepted: &HashSet<String>,
) -> Dataset {
    let Some(source) = &dataset.source else { return dataset };
    let number = numbers.iter().find(|one| place_of(&source.text, one).as_ref() == Some(aside));
    let Some(number) = number else { return dataset };
    let is_accepted = number
        .indicator
        .and_then(|at| dataset.indicators.get(at))
        .is_some_and(|one| accepted.contains(&one.id));
    if is_accepted { dataset } else { set_aside(&dataset, number, numbers) }
}

/// The new numbers of the paragraphs of an earlier text.
struct Paragraphs {
    new: HashMap<u32, u32>,
}

impl Paragraphs {
    fn of(earlier: &Dataset, new: &Dataset) -> Self {
        let mut by_text: HashMap<&str, VecDeque<u32>> = HashMap::new();
        for (text, number) in texts(new).zip(1..) {
            by_text.entry(text).or_default().push_back(number);
        }
        // Of paragraphs with the same text the first is the first.
        let moved = texts(earlier).zip(1..);
        let moved = moved.filter_map(|(text, number)| {
            by_text.get_mut(text).and_then(VecDeque::pop_front).map(|new| (number, new))
        });
        Self { new: moved.collect() }
    }

    fn moved(&self, reference: Reference) -> Option<Reference> {
        let paragraph = self.new.get(&reference.paragraph?).copied();
        paragraph.map(|paragraph| Reference { paragraph: Some(paragraph), ..reference })
    }

    fn moved_number(&self, number: &NumberInText) -> Option<NumberInText> {
        let paragraph = self.new.get(&number.paragraph).copied();
        paragraph.map(|paragraph| NumberInText { paragraph, ..number.clone() })
    }
}

fn texts(dataset: &Dataset) -> impl Iterator<Item = &str> {
    dataset.source.iter().flat_map(|source| &source.text).map(String::as_str)
}
