//! Headings in the line of the text below them: "II. Chỉ tiêu năm 2025. Sản lượng lúa 120 nghìn tấn."

use super::mood::is_heading;
use crate::dataset::prose::tokens::sentences::sentences;
use crate::dataset::prose::tokens::token::{Token, TokenKind, tokens};
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase};
use crate::lexicon::prose_words::OPENS_HEADING;

/// A heading in the line of the text below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunInHeading<'t> {
    pub(crate) text: &'t str,
    /// Whether it begins with the word for targets or for results.
    pub(crate) announces: bool,
    /// What marks it, so that it holds for the paragraphs below as well.
    pub(crate) marker: Option<HeadingMarker>,
    /// Whether nothing follows in its paragraph.
    pub(crate) is_whole: bool,
}

/// The marker of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadingMarker {
    /// "II."
    Roman,
    /// "2."
    Number,
    /// "b)"
    Letter,
}

/// The most words of a heading behind its marker.
const WORDS: usize = 10;

/// The heading with which a paragraph begins: up to a full stop or a colon, without a figure and without a verb.
pub(crate) fn run_in_heading(paragraph: &str) -> Option<RunInHeading<'_>> {
    let first = sentences(paragraph).into_iter().next()?;
    let sentence = paragraph.get(first)?;
    let colon = sentence.find(':');
    let (text, rest) = match colon {
        Some(colon) => (sentence.get(..colon)?, sentence.get(colon + 1..)?),
        None => (sentence.strip_suffix('.')?, ""),
    };
    let is_whole = sentence.len() == paragraph.trim_end().len() && rest.trim().is_empty();
    let words = tokens(text);
    let marker = marker(&words);
    let behind = words.get(marker.map_or(0, |_| MARKER_TOKENS)..)?;
    let announces = announces(behind);
    // A colon may also be behind the name of what follows it: "2. Kế hoạch năm: 500 tỷ đồng, thực hiện 480 tỷ đồng".
    let label = colon.is_some() && (!announces || says_result(rest) || is_whole);
    // A sentence of a few words is no heading by itself.
    let alone = marker.is_none() && (is_whole || !announces);
    let plain = is_heading(text, &words) && behind.len() <= WORDS && !behind.iter().any(is_said);
    (plain && !label && !alone).then_some(RunInHeading { text, announces, marker, is_whole })
}

/// How many tokens a marker has.
const MARKER_TOKENS: usize = 2;

fn marker(words: &[Token<'_>]) -> Option<HeadingMarker> {
    let first = words.first()?;
    words.get(1).filter(|next| next.is(".") || next.is(")"))?;
    match first.kind {
        TokenKind::Number if first.text.len() <= 5 => Some(HeadingMarker::Number),
        TokenKind::Word if first.text.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) => {
            Some(HeadingMarker::Roman)
        }
        TokenKind::Word if first.text.chars().count() == 1 => Some(HeadingMarker::Letter),
        _ => None,
    }
}

/// Whether words begin with those for targets or for results: "Các chỉ tiêu chủ yếu", "Kết quả".
fn announces(words: &[Token<'_>]) -> bool {
    const CLASSES: [NameWord; 4] =
        [NameWord::Aims, NameWord::WeakAims, NameWord::PlanLabel, NameWord::Results];
    let opening = words.iter().take_while(|word| OPENS_HEADING.contains(&word.key)).count();
    let named = words.get(opening..).unwrap_or_default();
    CLASSES.iter().any(|class| NAME_WORDS.longest_of(named, *class).is_some())
}

/// Whether the words behind a label say what was done of a plan.
fn says_result(text: &str) -> bool {
    let words = tokens(text);
    let done = |at: usize| NAME_WORDS.longest_of(&words[at..], NameWord::ResultOfPlan).is_some();
    let reached = |at: usize| matches!(PHRASES.longest(&words[at..]), Some((length, Phrase::Reach)) if length > 1);
    (0..words.len()).any(|at| done(at) || reached(at))
}

/// Whether a word says what was or will be, which headings do not: "đạt", "tăng", "có".
fn is_said(word: &Token<'_>) -> bool {
    matches!(
        PHRASES.longest(std::slice::from_ref(word)),
        Some((_, Phrase::Reach | Phrase::Up | Phrase::Down | Phrase::Exceed | Phrase::Have))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_the_line_of_their_text() {
        for (paragraph, wanted) in [
            ("II. Chỉ tiêu năm 2025. Sản lượng lúa 120 tấn.", Some("II. Chỉ tiêu năm 2025")),
            ("III. Giải pháp. Đẩy mạnh thâm canh.", Some("III. Giải pháp")),
            ("b) Các chỉ tiêu xã hội. Tỷ lệ hộ nghèo 2%.", Some("b) Các chỉ tiêu xã hội")),
            ("2. Mục tiêu năm 2025: Thu 120 tỷ đồng.", Some("2. Mục tiêu năm 2025")),
            ("Chỉ tiêu năm 2025. Thu 120 tỷ đồng.", Some("Chỉ tiêu năm 2025")),
            ("II. Chỉ tiêu năm 2025.", Some("II. Chỉ tiêu năm 2025")),
            ("2. Kế hoạch năm: 500 tỷ đồng, thực hiện 480 tỷ đồng.", None),
            ("Nhiều chỉ tiêu đạt khá. Thu 120 tỷ đồng.", None),
            ("Kinh tế ổn định. Thu 120 tỷ đồng.", None),
            ("1. Sản lượng lúa 120 tấn. Ngô 3 tấn.", None),
        ] {
            assert_eq!(run_in_heading(paragraph).map(|one| one.text), wanted, "{paragraph}");
        }
    }
}
