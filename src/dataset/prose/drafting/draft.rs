//! Reads the paragraphs of a text into a draft.

use std::ops::Range;

use super::draft_types::{Draft, Number};
use super::finished_draft::finish;
use super::paragraph_reader::{ParagraphReader, digits};
use crate::dataset::prose::phrases::heading_facts;
use crate::dataset::prose::phrases::name::tidy;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::phrases::text_places::{self, Places};
use crate::dataset::prose::rows::sentence_reader::ReadingState;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::{self, Mood};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::table_row::is_table_row;
use crate::dataset::prose::tokens::token::{TokenKind, tokens};
use crate::model::Span;
use crate::text::parse_number::Separators;

/// Reads paragraphs, the first of which is the title. They are in NFC, on one line each and not empty.
#[must_use]
pub fn read(title: &str, paragraphs: Vec<String>) -> Draft {
    let style = separators(title, &paragraphs);
    let document = heading_facts::period(title, &paragraphs).and_then(|words| period_of(&words));
    let mut state = ReadingState {
        document,
        document_is_sure: heading_facts::has_sure_period(title, &paragraphs),
        whole_place: heading_facts::place(title, &[], false),
        // The resolution of a congress is not the one that is reported on.
        term: match heading_facts::term_of_congress(title) {
            Some(_) => document.filter(|period| matches!(period.span(), Span::Years(_))),
            None => heading_facts::term(title),
        },
        // A report in the middle of a term that does not say when is about no period.
        several_periods: heading_facts::names_several(title, &paragraphs)
            || document.is_none()
                && (heading_facts::is_mid_term(title)
                    || heading_facts::term_of_congress(title).is_some()),
        ..ReadingState::default()
    };
    let mut sections = vec![if title.is_empty() { "Chung".to_owned() } else { title.to_owned() }];
    let mut numbers = of_title(title, style);
    let mut totals = None;
    let of_title_mood = mood::of_title(&tokens(title));
    state.plans = of_title_mood != Mood::Results;
    let mut mood = of_title_mood;
    let places = text_places::places(title, &paragraphs);
    let several_places = places.iter().any(Places::is_some);
    state.several_places = several_places;
    for (at, (paragraph, place)) in paragraphs.iter().zip(places).enumerate() {
        state.places = place;
        let words = tokens(paragraph);
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let heading = mood::is_heading(paragraph, &words) && !is_table_row(paragraph);
        if heading || paragraph.ends_with(':') {
            let bullet = words.first().is_some_and(|token| token.kind == TokenKind::Mark);
            let goes_on = bullet
                || paragraph.ends_with(':')
                || words.first().is_some_and(|token| token.kind == TokenKind::Number);
            mood = match mood::announces_targets(&words) {
                Some(Mood::PerhapsTargets) if of_title_mood == Mood::Targets => of_title_mood,
                Some(announced) => announced,
                None if goes_on => mood,
                None => of_title_mood,
            };
        }
        if heading {
            let name = tidy(paragraph);
            sections.push(if name.is_empty() { paragraph.clone() } else { name });
        }
        state.enter(paragraph, heading, style);
        state.section = sections.len() - 1;
        let mut paragraph_reader = ParagraphReader {
            number,
            text: paragraph,
            heading,
            is_row: false,
            mood,
            style,
            numbers: &mut numbers,
            totals: &mut totals,
        };
        paragraph_reader.read(&mut state);
    }
    let place = heading_facts::place(title, &paragraphs, several_places);
    Draft { place, ..finish(title, paragraphs, sections, state.rows, numbers, totals) }
}

/// Vietnamese text separates decimals by commas, English text by points.
pub(in crate::dataset::prose) fn separators(title: &str, paragraphs: &[String]) -> Separators {
    const SAMPLE: usize = 4000;
    let letters = || {
        paragraphs
            .iter()
            .map(String::as_str)
            .chain([title])
            .flat_map(str::chars)
            .filter(|c| c.is_alphabetic())
            .take(SAMPLE)
    };
    let accented = letters().filter(|c| !c.is_ascii()).count();
    // Vietnamese has an accent on about every fourth letter, English names of places on few.
    if accented * 20 < letters().count() { Separators::Point } else { Separators::Comma }
}

/// The numbers of the title, which has no indicators: they are in paragraph 0.
fn of_title(title: &str, style: Separators) -> Vec<Number> {
    let sentence = Sentence::new(title, style);
    let number = |at: usize, span: Range<usize>| {
        let aside = sentence.asides.iter().find(|aside| (aside.from..aside.to).contains(&at));
        let decision = aside.map_or(Decision::passing(NumberRule::Title), |aside| aside.decision);
        Number {
            paragraph: 0,
            sentence: 0,
            text: title[span.clone()].to_owned(),
            span,
            fate: decision.fate,
            rule: decision.rule,
            indicator: None,
        }
    };
    let tokens = sentence.tokens.iter().enumerate();
    tokens
        .flat_map(|(at, token)| digits(token).into_iter().map(move |span| (at, span)))
        .map(|(at, span)| number(at, span))
        .collect()
}
