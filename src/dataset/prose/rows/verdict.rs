//! Verdicts in words: "vượt kế hoạch đề ra".

use std::ops::Range;

use super::draft_row::{Doubt, DraftRow};
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::name;
use crate::dataset::prose::phrases::name_words::before;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Fate;
use crate::lexicon::direction;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{NO_VERDICT, VAGUE_STARTS};
use crate::model::{Better, Status, Verdict};
use crate::text::lower_case::LowerCase;

/// The status that a phrase states.
pub(crate) fn status(phrase: Option<Phrase>) -> Option<Status> {
    match phrase? {
        Phrase::VerdictMet => Some(Status::Met),
        Phrase::VerdictExceeded => Some(Status::Exceeded),
        Phrase::VerdictMissed => Some(Status::Missed),
        _ => None,
    }
}

/// The status of an indicator that is below or above its plan; `None` if its name does not say which is better.
/// Fewer losses than planned are a success.
pub(crate) fn against_plan(name: &str, below: bool) -> Option<Status> {
    let better = direction::infer(name)?;
    let wanted = below == (better == Better::Lower);
    Some(if wanted { Status::Exceeded } else { Status::Missed })
}

/// A verdict of a sentence: a status, or that the figure is below or above the plan.
#[derive(Debug, Clone, Copy)]
enum Said {
    Status(Status),
    SideOfPlan { below: bool },
}

/// The verdict with which an item begins.
fn said(sentence: &Sentence<'_>, at: usize) -> Option<Said> {
    if let Some(status) = status(sentence.phrase(at)) {
        return (!is_weakened(sentence, at)).then_some(Said::Status(status));
    }
    if sentence.phrase(at + 1) != Some(Phrase::Plan) {
        return None;
    }
    match &*sentence.lower(at) {
        "thấp hơn" | "ít hơn" | "below" => Some(Said::SideOfPlan { below: true }),
        "cao hơn" | "nhiều hơn" | "above" => Some(Said::SideOfPlan { below: false }),
        _ => None,
    }
}

/// Whether the words before a verdict make it none: "khó đạt kế hoạch", "phấn đấu đạt kế hoạch", "cơ bản đạt kế hoạch".
fn is_weakened(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    matches!(sentence.phrase(before), Some(Phrase::Target | Phrase::Estimate))
        || NO_VERDICT.contains(sentence.key(before))
}

/// Whether the words between the last figure and a verdict name something else, which was not measured: "thu đạt 2.310
/// tỷ đồng, chi vượt dự toán".
fn names_another(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    const FARTHEST: usize = 40;
    let next = sentence.places.partition_point(|place| *place < at);
    let last = sentence.places.get(next.checked_sub(1)?)?;
    let from = at.saturating_sub(FARTHEST).max(last + 1);
    let mark = (from..at).rev().find(|at| sentence.is_mark(*at, ",;"))?;
    let words = before(sentence, &(mark + 1..passive_start(sentence, at))).words;
    let named = sentence.text(words.clone()).split(' ').count() > 1;
    let started = named && !sentence.is_mark(words.start, "(");
    started.then_some(words)
}

/// Gives the verdicts of a sentence to its indicators, and makes one of a sentence that has only a verdict.
pub(crate) fn read(reader: &mut SentenceReader<'_, '_>, gaps: &[Gap]) {
    let sentence = reader.sentence;
    let found: Vec<(usize, Said)> =
        (0..sentence.items.len()).filter_map(|at| Some((at, said(sentence, at)?))).collect();
    if gaps.is_empty() {
        if let [(at, Said::Status(status))] = found[..] {
            alone(reader, at, status);
        }
        return;
    }
    for (at, said) in found {
        if followed_by_figure(sentence, at)
            || matches!(said, Said::SideOfPlan { .. }) && has_figure_near(sentence, at)
        {
            continue;
        }
        if let (Some(words), Said::Status(status)) = (names_another(sentence, at), said) {
            with_name(reader, words.start, at, status);
            continue;
        }
        let own = reader.own_rows();
        // The indicator whose last figure is before the verdict.
        let position = sentence.items[at].from;
        let start = sentence.tokens.get(position).map_or(0, |token| token.span.start)
            + reader.state.sentence.offset;
        // Rows are in the order of the text.
        let begun = reader.state.rows[own.clone()].partition_point(|row| row.quote.start < start);
        let earlier = begun.checked_sub(1).map(|last| own.start + last);
        let plan = usize::from(matches!(said, Said::SideOfPlan { .. }));
        let text = sentence.text(at..verdict_end(sentence, at + plan));
        let Some(row) = earlier.and_then(|row| reader.state.rows.get_mut(row)) else { continue };
        // "12 khoản đạt và vượt dự toán": which ones are counted, and not whether 12 were planned.
        let unit = row.unit.as_deref().unwrap_or_default().lower_case();
        let bare = !unit.is_empty() && row.name.lower_case().starts_with(&unit);
        let condition = condition_of_count(sentence, at);
        if let Some(words) = condition.filter(|_| row.count.is_some() || bare) {
            complete(&mut row.name, &sentence.text(words));
            continue;
        }
        let status = match said {
            Said::Status(status) => Some(status),
            Said::SideOfPlan { below } => against_plan(&row.name, below),
        };
        let free = row.verdict.is_none() && row.percents.is_empty();
        if let Some(status) = status.filter(|_| free) {
            row.verdict = Some(Verdict { text, status });
            row.quote.end = row
                .quote
                .end
                .max(end_of(sentence, verdict_end(sentence, at)) + reader.state.sentence.offset);
        }
    }
}

/// "11/16 khoản thu đạt và vượt dự toán": the words up to a verdict that says which of all are counted, and nothing
/// about their number.
fn condition_of_count(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let next = sentence.places.partition_point(|place| *place < at);
    let last = *sentence.places.get(next.checked_sub(1)?)?;
    let What::Quantity(index) = sentence.items.get(last)?.what else { return None };
    let counted = sentence.quantities.get(index)?.is_count();
    let direct = (last + 1..at).all(|at| sentence.items[at].what != What::Mark);
    (counted && direct).then_some(last + 1..at + 1)
}

/// Adds the words of a condition to a name that may have the first of them.
fn complete(name: &mut String, condition: &str) {
    let lower = name.lower_case();
    let words: Vec<&str> = condition.split(' ').collect();
    let has = |many: &usize| lower.ends_with(&format!(" {}", words[..*many].join(" ")));
    let had = (1..=words.len()).rev().find(has).unwrap_or(0);
    for word in &words[had..] {
        name.push(' ');
        name.push_str(word);
    }
}

fn end_of(sentence: &Sentence<'_>, item: usize) -> usize {
    let token = item.checked_sub(1).and_then(|at| sentence.items.get(at)).map(|item| item.to - 1);
    token.and_then(|at| sentence.tokens.get(at)).map_or(0, |token| token.span.end)
}

/// The verdict with "đề ra", "tỉnh giao" behind it.
fn verdict_end(sentence: &Sentence<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while end < sentence.items.len().min(at + 5) && matches!(sentence.items[end].what, What::Word) {
        end += 1;
    }
    end
}

/// Whether a number right behind the verdict is its percent or its target: "vượt kế hoạch 5%".
fn followed_by_figure(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.items.get(at + 1).is_some_and(|item| matches!(item.what, What::Quantity(_)))
}

/// Whether a figure follows before the next comma: "thấp hơn mục tiêu đề ra (8,4%)".
fn has_figure_near(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = (at + 1..sentence.items.len()).take_while(|at| !sentence.is_mark(*at, ",;."));
    next.into_iter().any(|at| matches!(sentence.items[at].what, What::Quantity(_)))
}

/// "Công tác lao động, việc làm hoàn thành chỉ tiêu kế hoạch."
fn alone(reader: &mut SentenceReader<'_, '_>, at: usize, status: Status) {
    const WORDS: usize = 12;
    let sentence = reader.sentence;
    let end = passive_start(sentence, at);
    let found = before(sentence, &(0..end));
    let first = sentence.key(found.words.start).to_owned();
    let other_verdict =
        (at + 1..sentence.items.len()).any(|at| sentence.phrase(at) == Some(Phrase::Target));
    // "14/19 chỉ tiêu đạt và vượt kế hoạch" counts them.
    let counted = sentence.asides.iter().any(|aside| aside.decision.fate == Fate::Total);
    if found.words.is_empty()
        || counted
        || VAGUE_STARTS.contains(&first)
        || VAGUE_STARTS.contains(sentence.key(0))
        || other_verdict
        || reader.state.sentence.target
    {
        return;
    }
    let stop = verdict_end(sentence, at);
    let Some(name) = name::noun(sentence, &found) else { return };
    if name.text.split_whitespace().count() > WORDS || !ends(sentence, stop) {
        return;
    }
    add(reader, name.text, at, end..stop, status);
}

/// Adds an indicator that only has a verdict and a name before it, behind one that has a figure.
fn with_name(reader: &mut SentenceReader<'_, '_>, start: usize, at: usize, status: Status) {
    const WORDS: usize = 12;
    let sentence = reader.sentence;
    let found = before(sentence, &(start..passive_start(sentence, at)));
    let Some(name) = name::noun(sentence, &found) else { return };
    if name.text.split_whitespace().count() <= WORDS && !reader.state.sentence.target {
        add(reader, name.text, at, start..verdict_end(sentence, at), status);
    }
}

/// Adds an indicator with the verdict at `at`, which has to be reviewed. The items `quoted` end with the verdict.
fn add(
    reader: &mut SentenceReader<'_, '_>,
    name: String,
    at: usize,
    quoted: Range<usize>,
    status: Status,
) {
    let sentence = reader.sentence;
    let start = sentence
        .items
        .get(quoted.start)
        .and_then(|item| sentence.tokens.get(item.from))
        .map_or(0, |token| token.span.start);
    let offset = reader.state.sentence.offset;
    let mut row = DraftRow {
        name,
        section: reader.state.paragraph.section,
        at: reader.state.sentence.at,
        verdict: Some(Verdict { text: sentence.text(at..quoted.end), status }),
        quote: start + offset..end_of(sentence, quoted.end) + offset,
        ..DraftRow::default()
    };
    row.doubt(Doubt::Construction);
    reader.state.rows.push(row);
}

/// The start of "được triển khai thực hiện" before a verdict.
fn passive_start(sentence: &Sentence<'_>, at: usize) -> usize {
    let passive = |at: usize| matches!(sentence.key(at), "được");
    let range: Range<usize> = 0..at;
    range.rev().take(8).find(|at| passive(*at)).unwrap_or(at)
}

fn ends(sentence: &Sentence<'_>, at: usize) -> bool {
    at >= sentence.items.len() || sentence.is_mark(at, ".,;")
}
