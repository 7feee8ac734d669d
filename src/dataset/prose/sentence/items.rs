//! A sentence as a row of items: quantities, numbers set aside, phrases of the lexicon, other words.

use std::borrow::Cow;
use std::ops::Range;

use super::word_sense::{
    aims_at_more, begins_compound, compares_with_time, ends_with_head, has_condition, has_surface,
    is_adjective, is_in_place_name, is_lowest_grade, is_month_of_year, is_only_rural,
    is_same_period, names_worth,
};
use crate::dataset::prose::numbers::aside::{Aside, asides};
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::numbers::quantity_reader::quantities;
use crate::dataset::prose::tokens::fate::Fate;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::token::{Token, TokenKind, tokens};
use crate::lexicon::economy_words::NEW_THINGS;
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::lexicon::prose_words::UNITS_OF_PERIODS;
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// One piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    /// What it is.
    pub(crate) what: What,
    /// The first token.
    pub(crate) from: usize,
    /// The token after the last one.
    pub(crate) to: usize,
}

/// What a piece of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A word without a meaning for numbers.
    Word,
    /// A phrase of the lexicon.
    Phrase(Phrase),
    /// A quantity, by its index.
    Quantity(usize),
    /// Numbers set aside as a date or a duration.
    Date,
    /// Other numbers set aside, which may be part of a name.
    Aside,
    /// A punctuation mark.
    Mark,
}

/// A sentence with everything that was found in it before its figures are assigned.
#[derive(Debug)]
pub(crate) struct Sentence<'t> {
    /// As written.
    written: &'t str,
    /// In lower case.
    lower: String,
    /// Whether the words of a range of tokens are a part of both: one space is where there is any, and lower case is as
    /// long as what is written.
    is_plain: bool,
    pub(crate) tokens: Vec<Token<'t>>,
    pub(crate) asides: Vec<Aside>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) items: Vec<Item>,
    /// The item of each quantity.
    pub(crate) places: Vec<usize>,
}

impl<'t> Sentence<'t> {
    /// Analyses a sentence; `style` says how its numbers are written.
    pub(crate) fn new(text: &'t str, style: Separators) -> Self {
        let tokens = tokens(text);
        let asides = asides(&tokens);
        let quantities = quantities(&tokens, &asides, style);
        let items = items(&tokens, &asides, &quantities);
        let places = items
            .iter()
            .enumerate()
            .filter(|(_, item)| matches!(item.what, What::Quantity(_)))
            .map(|(at, _)| at)
            .collect();
        let lower = text.lower_case();
        let is_plain = lower.len() == text.len() && has_single_spaces(text);
        Self { written: text, lower, is_plain, tokens, asides, quantities, items, places }
    }

    /// The text of a range of items.
    pub(crate) fn text(&self, items: Range<usize>) -> String {
        let Some(tokens) = self.tokens_of(items) else { return String::new() };
        match self.span(tokens.clone()).filter(|_| self.is_plain) {
            Some(span) => self.written[span].to_owned(),
            None => join(&self.tokens, tokens.start, tokens.end),
        }
    }

    /// The text of a range of items in lower case.
    pub(crate) fn lower_text(&self, items: Range<usize>) -> Cow<'_, str> {
        let Some(tokens) = self.tokens_of(items) else { return Cow::Borrowed("") };
        match self.span(tokens.clone()).filter(|_| self.is_plain) {
            Some(span) => Cow::Borrowed(&self.lower[span]),
            None => join(&self.tokens, tokens.start, tokens.end).lower_case().into(),
        }
    }

    /// The tokens of a range of items.
    fn tokens_of(&self, items: Range<usize>) -> Option<Range<usize>> {
        let items = self.items.get(items)?;
        Some(items.first()?.from..items.last()?.to)
    }

    /// The bytes of a range of tokens.
    fn span(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens.get(tokens)?;
        Some(tokens.first()?.span.start..tokens.last()?.span.end)
    }

    /// The lower-case first word of an item.
    pub(crate) fn key(&self, at: usize) -> &str {
        self.items
            .get(at)
            .and_then(|item| self.tokens.get(item.from))
            .map_or("", |token| &token.key)
    }

    /// The words of an item in lower case.
    pub(crate) fn lower(&self, at: usize) -> Cow<'_, str> {
        let item = self.items.get(at);
        match item.and_then(|item| self.tokens.get(item.from..item.to)) {
            Some([only]) => Cow::Borrowed(&only.key),
            _ => self.lower_text(at..at + 1),
        }
    }

    /// Whether the item is a punctuation mark that `marks` contains.
    pub(crate) fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.items.get(at).is_some_and(|item| item.what == What::Mark)
            && self.key(at).chars().next().is_some_and(|mark| marks.contains(mark))
    }

    /// The phrase of an item.
    pub(crate) fn phrase(&self, at: usize) -> Option<Phrase> {
        match self.items.get(at)?.what {
            What::Phrase(phrase) => Some(phrase),
            _ => None,
        }
    }
}

impl Sentence<'_> {
    /// Whether an item of the sentence is a phrase of a kind.
    pub(crate) fn has_phrase(&self, phrase: Phrase) -> bool {
        self.items.iter().any(|item| item.what == What::Phrase(phrase))
    }
}

/// Whether all white space of a text is one space between words.
fn has_single_spaces(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|c| {
        let single = if c == ' ' { before != ' ' } else { !c.is_whitespace() };
        before = c;
        single
    })
}

fn items(tokens: &[Token<'_>], asides: &[Aside], quantities: &[Quantity]) -> Vec<Item> {
    let mut found = Vec::with_capacity(tokens.len());
    let (mut asides, mut quantities) =
        (asides.iter().peekable(), quantities.iter().enumerate().peekable());
    let mut at = 0;
    while at < tokens.len() {
        if let Some(aside) = asides.next_if(|aside| aside.from == at) {
            let date = aside.decision.fate == Fate::Date || is_duration(tokens, aside);
            let what = if date { What::Date } else { What::Aside };
            found.push(Item { what, from: at, to: aside.to });
            at = aside.to;
            continue;
        }
        if let Some((index, quantity)) = quantities.next_if(|(_, quantity)| quantity.from == at) {
            found.push(Item { what: What::Quantity(index), from: at, to: quantity.to });
            at = quantity.to;
            continue;
        }
        let aside = asides.peek().map_or(tokens.len(), |aside| aside.from);
        let until =
            quantities.peek().map_or(tokens.len(), |(_, quantity)| quantity.from).min(aside);
        let phrase = PHRASES.longest(&tokens[at..until.max(at + 1)]);
        let phrase = phrase.map(|(length, phrase)| match length {
            2 if has_surface(tokens, at) => (1, Phrase::Have),
            _ if phrase == Phrase::Reach && ends_with_head(tokens, at, length) => (1, phrase),
            3 if is_only_rural(tokens, at)
                || has_condition(tokens, at)
                || aims_at_more(tokens, at) =>
            {
                (2, phrase)
            }
            _ => (length, phrase),
        });
        let (length, what) = match phrase {
            Some((length, _)) if is_in_place_name(tokens, at, length) => (1, What::Word),
            Some((1, _)) if begins_compound(tokens, at) || is_lowest_grade(tokens, at) => {
                (1, What::Word)
            }
            // "Trồng rừng mới đạt 620 ha": what is new, and not how little.
            Some((_, Phrase::Reach | Phrase::Adverb)) if is_new_thing(tokens, at) => {
                (1, What::Word)
            }
            Some((length, Phrase::Reach)) if names_worth(tokens, at, length) => {
                (length, What::Phrase(Phrase::Word))
            }
            Some((length, Phrase::And)) if is_adjective(tokens, at) => (length, What::Word),
            Some((length, phrase)) => (length, What::Phrase(phrase)),
            None if compares_with_time(tokens, at) => (1, What::Phrase(Phrase::Compare)),
            None if is_same_period(tokens, at) => (1, What::Phrase(Phrase::Time)),
            None if is_month_of_year(tokens, at) => (1, What::Phrase(Phrase::Time)),
            None if tokens[at].kind == TokenKind::Mark => (1, What::Mark),
            None => (1, What::Word),
        };
        found.push(Item { what, from: at, to: at + length });
        at += length;
    }
    found
}

/// Whether "mới" before "đạt" belongs to the noun before it, whose amount follows.
fn is_new_thing(tokens: &[Token<'_>], at: usize) -> bool {
    const NEAR: usize = 3;
    // "Tỷ lệ hộ nghèo theo chuẩn mới còn 6,1%".
    let standard = |at: usize| tokens.get(at).is_some_and(|token| &*token.key == "chuẩn");
    if &*tokens[at].key == "mới" && (1..=2).any(|back| at.checked_sub(back).is_some_and(standard))
    {
        return true;
    }
    let before = at.checked_sub(2).and_then(|from| tokens.get(from..at));
    let Some([first, second]) = before else { return false };
    let noun = NEW_THINGS.contains(&format!("{} {}", first.key, second.key));
    let from = at + 2;
    let number =
        (from..tokens.len().min(from + NEAR)).find(|at| tokens[*at].kind == TokenKind::Number);
    let amount = number.is_some_and(|at| tokens.get(at + 1).is_none_or(|next| !next.is("%")));
    let reached = tokens.get(at + 1).is_some_and(|next| &*next.key == "đạt");
    &*tokens[at].key == "mới" && reached && noun && amount
}

/// Whether a number set aside counts months or years of a period: "9 tháng đầu năm".
fn is_duration(tokens: &[Token<'_>], aside: &Aside) -> bool {
    let next = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    UNITS_OF_PERIODS.contains(next(aside.to))
        && next(aside.to + 1) != "tuổi"
        && aside.decision.rule == NumberRule::DurationOrAge
}
