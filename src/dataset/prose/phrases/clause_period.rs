//! Periods that hold only for their clause: "…; riêng năm 2022 đạt 1.240 tỷ đồng".

use super::period_mentions::Mention;
use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::prose::Phrase;
use crate::model::Span;

/// The most items that are looked back at.
const FARTHEST: usize = 150;

/// Whether a period is only that of a later clause, or set apart from what the others are about: "…; riêng năm 2022
/// đạt 1.240 tỷ đồng".
pub(crate) fn is_of_clause(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let start = mention.items.start;
    let later = (start.saturating_sub(FARTHEST)..start).any(|at| sentence.is_mark(at, ";"));
    later || is_set_apart(sentence, mention) || is_of_target(sentence, mention)
}

/// Whether a period belongs to a target behind a figure: "đạt 85,2 triệu đồng, mục tiêu đến năm 2025 là 103 triệu
/// đồng".
pub(crate) fn is_of_target(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let start = mention.items.start;
    let aimed = start.checked_sub(1).and_then(|before| sentence.phrase(before));
    let behind_figure = sentence.places.first().is_some_and(|first| *first < start);
    behind_figure && matches!(aimed, Some(Phrase::Target | Phrase::Plan))
}

/// Whether "riêng" is before a year: "riêng năm 2022", "riêng trong năm 2022".
pub(crate) fn is_set_apart(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let year = mention.period.is_some_and(|period| period.span() == Span::Year);
    let start = mention.items.start;
    let own = sentence.key(start) == "riêng";
    let before = (start.saturating_sub(2)..start).any(|at| sentence.key(at) == "riêng");
    year && (own || before)
}
