//! The outline of a text: what its headings and the lines before lists say about the paragraphs below them.

use crate::dataset::prose::phrases::name::tidy;
use crate::dataset::prose::phrases::period_mentions::{Named, mentions};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::{self, Mood};
use crate::dataset::prose::tokens::table_row::is_table_row;
use crate::dataset::prose::tokens::token::{Token, TokenKind, first_kind, tokens};
use crate::model::Period;
use crate::text::parse_number::Separators;

/// What is known of a paragraph before it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct OutlinedParagraph {
    pub(super) heading: bool,
    pub(super) mood: Mood,
    /// Its section, by the index.
    pub(super) section: usize,
    /// The period that is named above it, by the index.
    period: Option<usize>,
}

/// The outline of a text.
#[derive(Debug)]
pub(super) struct TextOutline {
    pub(super) paragraphs: Vec<OutlinedParagraph>,
    /// The names of the sections.
    pub(super) sections: Vec<String>,
    periods: Vec<Named>,
}

impl TextOutline {
    /// The period that the last heading above a paragraph names, or the line before its list.
    pub(super) fn period(&self, paragraph: &OutlinedParagraph) -> Option<&Named> {
        paragraph.period.and_then(|at| self.periods.get(at))
    }
}

/// Outlines the paragraphs of a text whose title announces targets or results.
pub(super) fn outline(
    title: &str,
    paragraphs: &[String],
    title_mood: Mood,
    style: Separators,
    document: Option<Period>,
) -> TextOutline {
    let first = if title.is_empty() { "Chung" } else { title };
    let mut outline = TextOutline {
        paragraphs: Vec::with_capacity(paragraphs.len()),
        sections: vec![first.to_owned()],
        periods: Vec::new(),
    };
    let mut above =
        OutlinedParagraph { heading: false, mood: title_mood, section: 0, period: None };
    // Whether the period is that of a line before a list.
    let mut of_list = false;
    for paragraph in paragraphs {
        above.heading = false;
        if mood::may_be_heading(paragraph) || paragraph.ends_with(':') {
            let words = tokens(paragraph);
            above.heading = mood::is_heading(paragraph, &words) && !is_table_row(paragraph);
            if above.heading || paragraph.ends_with(':') {
                above.mood = mood_below(paragraph, &words, above.mood, title_mood);
            }
        }
        if above.heading {
            let name = tidy(paragraph);
            outline.sections.push(if name.is_empty() { paragraph.clone() } else { name });
            above.section = outline.sections.len() - 1;
        }
        if above.heading || paragraph.ends_with(':') {
            let sentence = Sentence::new(paragraph, style);
            let found = mentions(&sentence).into_iter().next_back();
            let found = found.filter(|mention| mention.period.is_some());
            // "Chỉ tiêu chủ yếu đến năm 2030" in a report of 2025 are to be reached.
            let year = found.as_ref().and_then(|found| found.period).and_then(Period::last_year);
            let later = year.zip(document.and_then(Period::last_year));
            if above.mood == Mood::PerhapsTargets && later.is_some_and(|(own, year)| own > year) {
                above.mood = Mood::Targets;
            }
            if found.is_some() || above.heading {
                above.period = found.map(|mention| {
                    outline.periods.push(Named { words: mention.words, period: mention.period });
                    outline.periods.len() - 1
                });
                of_list = !above.heading;
            }
        } else if of_list && first_kind(paragraph).is_none_or(|kind| kind == TokenKind::Word) {
            above.period = None;
        }
        outline.paragraphs.push(above);
    }
    outline
}

/// What is announced by a heading or a line before a list.
fn mood_below(paragraph: &str, words: &[Token<'_>], above: Mood, of_title: Mood) -> Mood {
    let first = words.first().map(|token| token.kind);
    let goes_on =
        paragraph.ends_with(':') || matches!(first, Some(TokenKind::Mark | TokenKind::Number));
    match mood::announces_targets(words) {
        Some(Mood::PerhapsTargets) if of_title == Mood::Targets => of_title,
        Some(announced) => announced,
        None if goes_on => above,
        None => of_title,
    }
}
