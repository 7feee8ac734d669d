//! The terms of several years that the title of a report names: that of its figures, that in the middle of which it is
//! written, and that which a congress begins.

use super::period_mentions::mentions;
use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::prose_words::MID_TERM;
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// The term of several years that a title names: "nhiệm kỳ 2020 - 2025".
pub(crate) fn term(title: &str) -> Option<Period> {
    let found = mentions(&Sentence::new(title, Separators::Comma));
    found.into_iter().filter_map(|one| one.period).find(|one| matches!(one.span(), Span::Years(_)))
}

/// The term before that of a congress, if the `beginning` of the text is about it: "Trong nhiệm kỳ qua, …".
pub(super) fn term_before(congress: Period, beginning: &[String]) -> Option<String> {
    let (first, last) = (congress.first_year()?, congress.last_year()?);
    let last_term = ["nhiệm kỳ qua", "nhiệm kỳ vừa qua"];
    let said = beginning.iter().any(|paragraph| {
        let lower = paragraph.lower_case();
        last_term.iter().any(|words| lower.contains(words))
    });
    let start = first.checked_sub(last.checked_sub(first)?)?;
    said.then(|| format!("nhiệm kỳ {start} - {first}"))
}

/// Whether a report is one in the middle of a term: "giữa nhiệm kỳ 2020 - 2025".
pub(crate) fn is_mid_term(title: &str) -> bool {
    let lower = title.lower_case();
    MID_TERM.iter().any(|words| lower.contains(words))
}

/// The term that a congress begins, which a report to it does not report on: "trình Đại hội …, nhiệm kỳ 2025 - 2030".
pub(crate) fn term_of_congress(title: &str) -> Option<Period> {
    let lower = title.lower_case();
    let (before, behind) = lower.split_once("đại hội")?;
    // "Kết quả thực hiện Nghị quyết Đại hội nhiệm kỳ 2020 - 2025" is about that term, and so is "Kết quả nhiệm kỳ
    // 2020 - 2025, trình Đại hội".
    let of_resolution = before.contains("nghị quyết");
    term(behind).filter(|_| !of_resolution && term(before).is_none())
}
