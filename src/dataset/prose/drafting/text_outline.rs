//! The outline of a text: what its headings and the lines before lists say about the paragraphs below them.

use crate::dataset::prose::phrases::dateline::{is_dateline, span_of_data};
use crate::dataset::prose::phrases::name::tidy;
use crate::dataset::prose::phrases::period_mentions::{Named, mentions};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::{self, Mood};
use crate::dataset::prose::sentence::run_in_heading::{
    HeadingMarker, RunInHeading, run_in_heading,
};
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
    let mut outliner = Outliner {
        outline: TextOutline {
            paragraphs: Vec::with_capacity(paragraphs.len()),
            sections: vec![first.to_owned()],
            periods: Vec::new(),
        },
        above: OutlinedParagraph { heading: false, mood: title_mood, section: 0, period: None },
        title_mood,
        style,
        document,
        of_list: false,
        marked: None,
    };
    for paragraph in paragraphs {
        // It says nothing about what is below it.
        if is_dateline(paragraph) || span_of_data(paragraph).is_some() {
            let aside = OutlinedParagraph { heading: true, ..outliner.above };
            outliner.outline.paragraphs.push(aside);
            continue;
        }
        outliner.add(paragraph);
    }
    outliner.outline
}

/// The outline of the paragraphs so far, and what they say about the next one.
struct Outliner {
    outline: TextOutline,
    above: OutlinedParagraph,
    /// What the title announces.
    title_mood: Mood,
    style: Separators,
    /// The period of the document.
    document: Option<Period>,
    /// Whether the period is that of a line before a list.
    of_list: bool,
    /// The marker of the heading in the line of a text that holds.
    marked: Option<HeadingMarker>,
}

impl Outliner {
    fn add(&mut self, paragraph: &str) {
        self.above.heading = false;
        let introduces = paragraph.ends_with(':');
        if mood::may_be_heading(paragraph) || introduces {
            let words = tokens(paragraph);
            let is_heading = mood::is_heading(paragraph, &words) && !is_table_row(paragraph);
            self.above.heading = is_heading;
            if is_heading || introduces {
                self.above.mood = mood_below(paragraph, &words, self.above.mood, self.title_mood);
            }
        }
        if self.above.heading {
            self.begin_section(paragraph);
            self.marked = None;
        }
        if self.above.heading || introduces {
            if self.take_period(paragraph) {
                self.of_list = !self.above.heading;
            }
        } else if let Some(run_in) = run_in_heading(paragraph).filter(|one| self.takes(one)) {
            self.add_behind(&run_in);
            return;
        } else if self.of_list && first_kind(paragraph).is_none_or(|kind| kind == TokenKind::Word) {
            self.above.period = None;
        }
        self.outline.paragraphs.push(self.above);
    }

    /// Whether a heading in the line of its text says something, or ends what the one before it
    /// announced: with a marker of the same kind, or a Roman number.
    fn takes(&self, heading: &RunInHeading<'_>) -> bool {
        let ends = heading.marker == self.marked || heading.marker == Some(HeadingMarker::Roman);
        heading.announces || self.marked.is_some() && ends
    }

    /// Adds the paragraph of a heading in the line of its text. One without a marker is that of its paragraph only.
    fn add_behind(&mut self, heading: &RunInHeading<'_>) {
        let before = self.above;
        self.above.mood = mood_behind(heading, before.mood, self.title_mood);
        self.above.heading = heading.is_whole;
        if heading.is_whole {
            self.begin_section(heading.text);
        }
        self.take_period(heading.text);
        self.outline.paragraphs.push(self.above);
        match heading.marker {
            Some(marker) => self.marked = Some(marker).filter(|_| heading.announces),
            None => self.above = before,
        }
    }

    /// Begins the section of a heading.
    fn begin_section(&mut self, heading: &str) {
        let name = tidy(heading);
        self.outline.sections.push(if name.is_empty() { heading.to_owned() } else { name });
        self.above.section = self.outline.sections.len() - 1;
    }

    /// Takes the period that a heading or a line before a list names; a heading without one ends that of the heading
    /// before it. Returns whether the period is another one now.
    fn take_period(&mut self, heading: &str) -> bool {
        let sentence = Sentence::new(heading, self.style);
        let found = mentions(&sentence).into_iter().next_back();
        let found = found.filter(|mention| mention.period.is_some());
        // "Chỉ tiêu chủ yếu đến năm 2030" in a report of 2025 are to be reached.
        let year = found.as_ref().and_then(|found| found.period).and_then(Period::last_year);
        let later = year.zip(self.document.and_then(Period::last_year));
        let later = later.is_some_and(|(own, year)| own > year);
        if self.above.mood == Mood::PerhapsTargets && later {
            self.above.mood = Mood::Targets;
        }
        if found.is_none() && heading.ends_with(':') && !self.above.heading {
            return false;
        }
        self.above.period = found.map(|mention| {
            let named = Named { words: mention.words, period: mention.period };
            self.outline.periods.push(named);
            self.outline.periods.len() - 1
        });
        true
    }
}

/// What a heading in the line of its text announces.
fn mood_behind(heading: &RunInHeading<'_>, above: Mood, of_title: Mood) -> Mood {
    if !heading.announces {
        return of_title;
    }
    match mood::announces_targets(&tokens(heading.text)) {
        Some(Mood::PerhapsTargets) if of_title == Mood::Targets => of_title,
        Some(announced) => announced,
        None if above == Mood::Results => Mood::PerhapsTargets,
        None => above,
    }
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
