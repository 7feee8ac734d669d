//! The text of a draft as a reviewer sees it: every number with what became of it in the dataset as it is now.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::audit::{TextPlace, figures, is_set_aside, numbers_of, paragraph_of};
use crate::dataset::prose::drafting::draft;
use crate::dataset::prose::drafting::draft_types::Number;
use crate::dataset::prose::tokens::fate::Fate;
use crate::dataset::prose::tokens::sentences;
use crate::model::{Dataset, Indicator, Reference, Source};

/// What became of a number of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberState {
    /// A figure of an indicator without doubts.
    Sure,
    /// A figure of an indicator that is to be reviewed.
    ToReview,
    /// No figure: a date, a part of a name, a comparison in passing, or set aside by a reviewer.
    Aside,
    /// A figure of no indicator.
    Unread,
}

/// A number of the text of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedNumber {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// The sentence in it, from 1.
    pub sentence: u32,
    /// The bytes of the number in the paragraph.
    pub span: Range<usize>,
    /// The number as written.
    pub text: String,
    /// What became of it.
    pub state: NumberState,
    /// What the import decided about it.
    pub fate: Fate,
    /// The indicator of the dataset whose figure it is.
    pub indicator: Option<usize>,
}

/// The numbers of the text that a dataset carries, in order; none without a text.
#[must_use]
pub fn reviewed_numbers(dataset: &Dataset) -> Vec<ReviewedNumber> {
    let Some(source) = dataset.source.as_ref().filter(|source| !source.text.is_empty()) else {
        return Vec::new();
    };
    let draft = draft::read(&source.title, source.text.clone());
    let owners = Owners::of(dataset);
    let of_draft: Vec<Option<usize>> =
        draft.indicators.iter().map(|one| owners.same(&one.id, one.reference.as_ref())).collect();
    let by_hand = ByHand::of(dataset, &source.text, &of_draft);
    let numbers = draft.numbers.into_iter().filter(|number| number.paragraph > 0);
    numbers
        .map(|number| {
            let own = number.indicator.and_then(|at| of_draft.get(at).copied().flatten());
            let own = own.or_else(|| by_hand.with_figure(&number));
            let indicator = own.or_else(|| owners.with_figure(&number));
            reviewed(source, number, indicator.map(|at| owners.owner(at)))
        })
        .collect()
}

/// The indicator that has a number as a figure.
#[derive(Debug, Clone, Copy)]
struct NumberOwner {
    indicator: usize,
    is_to_review: bool,
}

fn reviewed(source: &Source, number: Number, owner: Option<NumberOwner>) -> ReviewedNumber {
    let state = match (owner, number.fate) {
        _ if is_set_aside(source, &number) => NumberState::Aside,
        (Some(owner), _) if owner.is_to_review => NumberState::ToReview,
        (Some(_), _) => NumberState::Sure,
        // The indicator of a figure was removed, or never made.
        (None, Fate::Figure | Fate::Unread) => NumberState::Unread,
        (None, Fate::Name | Fate::Date | Fate::Total | Fate::Passing) => NumberState::Aside,
    };
    let indicator = owner.map(|owner| owner.indicator).filter(|_| state != NumberState::Aside);
    let Number { paragraph, sentence, span, text, fate, .. } = number;
    ReviewedNumber { paragraph, sentence, span, text, state, fate, indicator }
}

/// The sentence to which a reference leads, or its paragraph; `None` if the text does not have it.
#[must_use]
pub fn sentence_of<'a>(text: &'a [String], reference: &Reference) -> Option<&'a str> {
    let paragraph = paragraph_of(text, reference.paragraph?)?;
    let Some(sentence) = reference.sentence else { return Some(paragraph) };
    let at = usize::try_from(sentence).ok()?.checked_sub(1)?;
    paragraph.get(sentences::sentences(paragraph).into_iter().nth(at)?)
}

/// The indicators that the import does not make, by paragraph: of each its place in the text, whatever the import says
/// of the numbers there.
struct ByHand(HashMap<u32, Vec<HandMade>>);

struct HandMade {
    indicator: usize,
    /// The bytes of the paragraph that are quoted.
    quoted: Range<usize>,
    figures: Vec<Decimal>,
}

impl ByHand {
    fn of(dataset: &Dataset, text: &[String], of_draft: &[Option<usize>]) -> Self {
        let made: HashSet<usize> = of_draft.iter().flatten().copied().collect();
        let others = dataset.indicators.iter().enumerate().filter(|(at, _)| !made.contains(at));
        let mut by_paragraph: HashMap<u32, Vec<HandMade>> = HashMap::new();
        for (at, indicator) in others {
            let paragraph = indicator.reference.as_ref().and_then(|reference| reference.paragraph);
            let quoted = quoted_bytes(&indicator, text);
            let Some((paragraph, quoted)) = paragraph.zip(quoted) else { continue };
            let figures = figures(&indicator).into_iter().flatten().collect();
            let one = HandMade { indicator: at, quoted, figures };
            by_paragraph.entry(paragraph).or_default().push(one);
        }
        Self(by_paragraph)
    }

    fn with_figure(&self, number: &Number) -> Option<usize> {
        let of_paragraph = self.0.get(&number.paragraph).into_iter().flatten();
        let here = of_paragraph.filter(|one| {
            one.quoted.start <= number.span.start && number.span.end <= one.quoted.end
        });
        let mut here = here.peekable();
        here.peek()?;
        let read = numbers_of(&number.text);
        let mut own = here.filter(|one| read.iter().any(|form| one.figures.contains(form)));
        own.next().map(|one| one.indicator)
    }
}

/// The bytes of its paragraph that an indicator quotes.
fn quoted_bytes(indicator: &Indicator, text: &[String]) -> Option<Range<usize>> {
    let reference = indicator.reference.as_ref()?;
    let quote = reference.quote.as_deref()?;
    let start = paragraph_of(text, reference.paragraph?)?.find(quote)?;
    Some(start..start + quote.len())
}

/// The indicators of a dataset, by where they are in the text.
struct Owners {
    by_id: HashMap<String, WithParagraph>,
    by_place: HashMap<TextPlace, Vec<WithFigures>>,
    to_review: Vec<bool>,
}

/// An indicator with the paragraph to which it refers.
struct WithParagraph {
    indicator: usize,
    paragraph: Option<u32>,
}

/// An indicator with the figures that it has.
struct WithFigures {
    indicator: usize,
    figures: Vec<Decimal>,
}

impl Owners {
    fn of(dataset: &Dataset) -> Self {
        let mut owners =
            Self { by_id: HashMap::new(), by_place: HashMap::new(), to_review: Vec::new() };
        for (at, indicator) in dataset.indicators.iter().enumerate() {
            let place = indicator.reference.as_ref().and_then(TextPlace::of);
            owners.to_review.push(!indicator.review.is_empty());
            let paragraph = place.map(|place| place.paragraph);
            owners.by_id.insert(indicator.id.clone(), WithParagraph { indicator: at, paragraph });
            if let Some(place) = place {
                let figures = figures(&indicator).into_iter().flatten().collect();
                let one = WithFigures { indicator: at, figures };
                owners.by_place.entry(place).or_default().push(one);
            }
        }
        owners
    }

    /// The indicator that the import makes again of the same words.
    fn same(&self, id: &str, reference: Option<&Reference>) -> Option<usize> {
        let own = self.by_id.get(id)?;
        (own.paragraph == reference?.paragraph).then_some(own.indicator)
    }

    fn owner(&self, indicator: usize) -> NumberOwner {
        NumberOwner { indicator, is_to_review: self.to_review[indicator] }
    }

    /// The indicator of the sentence that has a number as a figure.
    fn with_figure(&self, number: &Number) -> Option<usize> {
        if !matches!(number.fate, Fate::Figure | Fate::Unread) {
            return None;
        }
        let read = numbers_of(&number.text);
        let sentences = [Some(number.sentence), None];
        let mut owners = sentences.into_iter().flat_map(|sentence| {
            let place = TextPlace { paragraph: number.paragraph, sentence };
            self.by_place.get(&place).into_iter().flatten()
        });
        let own = owners.find(|one| read.iter().any(|form| one.figures.contains(form)));
        own.map(|one| one.indicator)
    }
}
