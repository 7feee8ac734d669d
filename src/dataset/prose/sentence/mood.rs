//! Headings, and whether a paragraph or sentence sets targets or reports results.

use super::items::{Sentence, What};
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};

/// The maximum number of characters of a heading.
const HEADING: usize = 90;

/// Whether a paragraph is short and open, as headings are.
pub(crate) fn may_be_heading(paragraph: &str) -> bool {
    let short = paragraph.chars().take(HEADING).count() < HEADING;
    short && !paragraph.ends_with(['.', ';', ',', '!'])
}

/// Whether a paragraph is a heading: short, without a full stop and without a figure.
pub(crate) fn is_heading(paragraph: &str, tokens: &[Token<'_>]) -> bool {
    if !may_be_heading(paragraph) {
        return false;
    }
    let bullet =
        tokens.first().is_some_and(|token| matches!(token.text, "-" | "+" | "–" | "•" | "*"));
    let figure = tokens.iter().enumerate().any(|(at, token)| {
        token.kind == TokenKind::Number
            && UNITS.longest(&tokens[at + 1..]).is_some_and(|(_, class)| {
                bullet
                    || matches!(
                        class,
                        UnitClass::Percent
                            | UnitClass::Money
                            | UnitClass::Measure
                            | UnitClass::Scale
                            | UnitClass::Score
                    )
            })
    });
    let last = tokens.iter().rev().find(|token| token.kind != TokenKind::Mark);
    let number_last =
        last.is_some_and(|token| token.kind == TokenKind::Number && token.text.len() != 4);
    !(figure || bullet && number_last)
}

/// What a text sets out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Mood {
    /// What was achieved.
    #[default]
    Results,
    /// What is to be achieved.
    Targets,
    /// Indicators of a period, which do not say whether they are planned or achieved.
    PerhapsTargets,
}

/// Whether a heading or the first words of a paragraph announce targets; `None` if they announce nothing.
pub(crate) fn announces_targets(tokens: &[Token<'_>]) -> Option<Mood> {
    let has =
        |class| (0..tokens.len()).any(|at| NAME_WORDS.longest_of(&tokens[at..], class).is_some());
    // "Nhiều chỉ tiêu đạt và vượt kế hoạch".
    let reached = (0..tokens.len()).any(|at| {
        matches!(
            PHRASES.longest(&tokens[at..]),
            Some((
                _,
                Phrase::VerdictMet
                    | Phrase::VerdictExceeded
                    | Phrase::VerdictMissed
                    | Phrase::Exceed
            ))
        )
    });
    if reached || has(NameWord::Results) {
        Some(Mood::Results)
    } else if has(NameWord::Aims) {
        Some(Mood::Targets)
    } else {
        has(NameWord::WeakAims).then_some(Mood::PerhapsTargets)
    }
}

/// What the title of a report announces. A plan may also report what was achieved, so that its figures are to review.
pub(crate) fn of_title(tokens: &[Token<'_>]) -> Mood {
    let announced = announces_targets(tokens);
    let is_plan = NAME_WORDS.longest_of(tokens, NameWord::PlanTitle).is_some();
    match announced {
        Some(Mood::Targets) => Mood::Targets,
        // "Nghị quyết đánh giá kết quả thực hiện …" sets no targets, unless it also names them.
        Some(Mood::Results) if is_plan && assesses(tokens) => Mood::Results,
        _ if is_plan => Mood::PerhapsTargets,
        announced => announced.unwrap_or_default(),
    }
}

/// Whether a title says that results are assessed, and names no tasks or aims.
fn assesses(tokens: &[Token<'_>]) -> bool {
    let pair = |first: &str, second: &str| {
        tokens.windows(2).any(|pair| &*pair[0].key == first && &*pair[1].key == second)
    };
    let aims = [("nhiệm", "vụ"), ("mục", "tiêu"), ("phương", "hướng"), ("chỉ", "tiêu")];
    pair("đánh", "giá") && !aims.iter().any(|(first, second)| pair(first, second))
}

/// Whether a sentence ends the mood of targets: "đến nay đã".
pub(crate) fn reports_results(tokens: &[Token<'_>]) -> bool {
    (0..tokens.len()).any(|at| {
        NAME_WORDS.longest_of(&tokens[at..], NameWord::Done).is_some() && !hidden(tokens, at)
    })
}

/// Whether a sentence begins with what it aims at: "Mục tiêu đến hết quý III …".
pub(crate) fn begins_with_aim(tokens: &[Token<'_>]) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    key(0) == "mục" && key(1) == "tiêu"
}

/// Whether a sentence begins with an estimate that holds for all its figures: "Dự ước cả năm 2024: thu …; chi …".
pub(crate) fn begins_with_estimate(sentence: &Sentence<'_>) -> bool {
    let plain = |at: &usize| sentence.items[*at].what != What::Mark;
    let mut words = (0..sentence.items.len()).filter(plain);
    let skips =
        |at: &usize| sentence.items[*at].what == What::Date && sentence.is_mark(at + 1, ".)");
    let first = words.find(|at| !skips(at));
    let timed = |at: usize| {
        sentence.phrase(at) == Some(Phrase::Time)
            || sentence.items.get(at).is_some_and(|item| item.what == What::Date)
    };
    // "Ước đến 31/12/2024, …".
    let until = |at: usize| matches!(sentence.key(at), "đến" | "tới" | "hết") && timed(at + 1);
    first.is_some_and(|at| {
        sentence.phrase(at) == Some(Phrase::Estimate)
            && (timed(at + 1)
                || until(at + 1)
                || matches!(&*sentence.lower(at), "ước cả năm" | "ước năm"))
    })
}

/// Whether a sentence is about one family, whose figures are no indicators.
pub(crate) fn is_anecdote(tokens: &[Token<'_>]) -> bool {
    tokens.windows(3).any(|words| {
        matches!(
            [&*words[0].key, &*words[1].key, &*words[2].key],
            ["gia", "đình", "ông" | "bà" | "anh" | "chị" | "tôi" | "em"]
        )
    })
}

/// Whether a word is part of a longer phrase that has another meaning.
fn hidden(tokens: &[Token<'_>], at: usize) -> bool {
    PHRASES.longest(&tokens[at..]).is_some_and(|(_, phrase)| phrase == Phrase::Word)
}

/// Whether a sentence goes on with targets after one that set some: it begins with a verb of change or "trong đó".
pub(crate) fn goes_on(tokens: &[Token<'_>]) -> bool {
    let first = PHRASES.longest(tokens).map(|(_, phrase)| phrase);
    matches!(
        first,
        Some(
            Phrase::Part
                | Phrase::Up
                | Phrase::Down
                | Phrase::Have
                | Phrase::Target
                | Phrase::Approx
        )
    ) || tokens.first().is_some_and(|token| matches!(&*token.key, "duy" | "giữ" | "bảo" | "đảm"))
        || yearly_at_least(tokens)
}

/// "Hằng năm kết nạp từ 100 đảng viên trở lên": nobody reports a result like this.
fn yearly_at_least(tokens: &[Token<'_>]) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let yearly = matches!(key(0), "hằng" | "hàng" | "mỗi") && key(1) == "năm";
    yearly && (2..tokens.len()).any(|at| OpenSide::at(tokens, at) == Some(OpenSide::Above))
}

/// Whether a sentence is a plan by its label: "Kế hoạch năm 2025: …", "Targets for 2025: …". The figures behind a
/// label that also names a result are none.
pub(crate) fn is_labelled_plan(tokens: &[Token<'_>]) -> bool {
    const LABEL: usize = 14;
    let first = tokens.iter().position(|token| token.kind == TokenKind::Word).unwrap_or(0);
    let plan = (first..tokens.len().min(first + 4))
        .find(|at| NAME_WORDS.longest_of(&tokens[*at..], NameWord::PlanLabel).is_some());
    let Some(plan) = plan else { return false };
    let end = tokens.len().min(first + LABEL);
    let colon = (plan..end).find(|at| tokens[*at].is(":"));
    let Some(colon) = colon.filter(|at| at + 1 < tokens.len()) else { return false };
    let only_words =
        tokens[first..colon].iter().all(|token| token.kind != TokenKind::Mark || !token.is(","));
    let reached = (first..tokens.len()).any(|at| {
        at != colon
            && (NAME_WORDS.longest_of(&tokens[at..], NameWord::ResultOfPlan).is_some()
                || matches!(
                    PHRASES.longest(&tokens[at..]),
                    Some((_, Phrase::VerdictMet | Phrase::VerdictExceeded | Phrase::VerdictMissed))
                ))
    });
    only_words && !reached && !reports_results(tokens)
}
