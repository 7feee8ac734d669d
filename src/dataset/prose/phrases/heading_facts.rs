//! The period of a report, from its title and first sentences.

use std::borrow::Cow;
use std::ops::Range;

use super::clause_period::is_of_clause;
use super::passing_year::is_in_passing;
use super::period_mentions::{Mention, mentions, period_of};
use super::title_terms::{is_mid_term, term_before, term_of_congress};
use crate::dataset::prose::numbers::aside::Aside;
use crate::dataset::prose::numbers::quantity::join;
use crate::dataset::prose::phrases::dateline::{is_dateline, span_of_data};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::{self, Mood};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::sentences;
use crate::dataset::prose::tokens::sentences::SentenceAt;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::TERMS_OF_MONEY;
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// The number of paragraphs in which it is looked for.
const FIRST: usize = 3;

/// The number of lines at the beginning that may say from when to when the figures are.
const FIRST_LINES: usize = 8;

/// A title with what is in its brackets, if nothing but that says when: "Thiệt hại do bão (tính đến ngày 15/9/2024)".
pub(crate) fn with_period_of_bracket(title: &str) -> Cow<'_, str> {
    if title.find('(').is_none() || !mentions(&Sentence::new(title, Separators::Comma)).is_empty() {
        return title.into();
    }
    let open = title.replace(['(', ')'], ",");
    if periods_in(&open).is_empty() { title.into() } else { open.into() }
}

/// The period of a report as it is written, if it is one: "6 tháng đầu năm 2024".
pub(crate) fn period(title: &str, paragraphs: &[String]) -> Option<String> {
    // "(Số liệu từ ngày 01/10/2023 đến ngày 30/9/2024)" says it in full.
    let lines = paragraphs.iter().take(FIRST_LINES).map(String::as_str);
    if let Some(days) = std::iter::once(title).chain(lines).find_map(span_of_data) {
        return Some(days);
    }
    if let Some(words) = part_apart_from_year(title).or_else(|| part_before_plan(title)) {
        return Some(words);
    }
    // The term of a report in the middle of it is not the period of its figures.
    let congress = term_of_congress(title);
    let mid_term = is_mid_term(title);
    let apart = mid_term || congress.is_some();
    let of_title = if apart { Vec::new() } else { periods_in(title) };
    // "2024-12" in a title is the date of the page.
    let worded = |period: &&Found| period.words.chars().any(char::is_alphabetic);
    let mut of_paragraphs = of_first_sentences(title, paragraphs);
    let own = |found: &Found| congress.is_none() || period_of(&found.words) != congress;
    of_paragraphs.iter_mut().flatten().for_each(|found| found.retain(own));
    // In the middle of a term, a figure has the year that it names, and only its first words are about the whole.
    if mid_term {
        of_paragraphs.truncate(1);
        of_paragraphs.iter_mut().for_each(|sentences| sentences.truncate(1));
        of_paragraphs.iter_mut().flatten().for_each(|found| found.retain(|one| one.leading));
    }
    let of_beginnings = || of_paragraphs.iter().filter_map(|found| found.first()).flatten();
    let dated = of_title.iter().find(worded).or(of_title.first());
    // "… trong 8 tháng" above "Tháng 8/2024, …": what the title is about.
    if dated.is_none()
        && let Some(part) = part_without_year(title, &of_paragraphs).filter(|part| part.has_year)
    {
        return Some(part.words);
    }
    // A later sentence may begin with a period as well: "Tính chung 7 tháng đầu năm 2024, …".
    // A day in it is that of its figure only: "Đến ngày 30/11/2024, đã giải ngân …".
    let day =
        |words: &str| period_of(words).is_some_and(|period| matches!(period.span(), Span::On(..)));
    let later = || of_paragraphs.iter().flatten().flatten().filter(|found| found.leading);
    let leading = || later().find(|found| !day(&found.words));
    let dated = dated.or_else(|| of_beginnings().find(|found| found.leading)).or_else(leading);
    // "Thu nhập đến năm 2019 đạt 25 triệu" is the period of that figure only.
    let state = |words: &str| period_of(words).is_some_and(|period| period.span() == Span::By);
    // "Thu nhập năm 2025 đạt 72 triệu" in a report to a congress is not that of the term.
    let term = |words: &str| {
        congress.is_none()
            || period_of(words).is_some_and(|period| matches!(period.span(), Span::Years(_)))
    };
    let stated = || of_beginnings().find(|found| !state(&found.words) && term(&found.words));
    let words = |found: &Found| lower(&found.words);
    // "grew 7.4% in the third quarter of 2024" in a text about nine months is the period of that figure only.
    let part = || part_without_year(title, &of_paragraphs).map(|part| part.words);
    let found = dated.map(words).or_else(part);
    let found = found.or_else(|| stated().map(words));
    found
        .or_else(|| term_before(congress?, &paragraphs[..FIRST.min(paragraphs.len())]))
        .or_else(|| days_in(title))
}

/// The part of a year that a title reports on before what is planned for the next: "nhiệm vụ tháng 5, phương hướng
/// nhiệm vụ tháng 6 năm 2025" has the year once.
fn part_before_plan(title: &str) -> Option<String> {
    let sentence = Sentence::new(title, Separators::Comma);
    let found = mentions(&sentence);
    let [first, .., last] = &found[..] else { return None };
    let (own, next) = (first.period?, last.period?);
    let (None, Some(year)) = (own.first_year(), next.last_year()) else { return None };
    let between = first.items.end..last.items.start;
    let apart = between.clone().any(|at| sentence.is_mark(at, ",;") || sentence.key(at) == "và");
    let planned = between.clone().any(|at| plans_next(&sentence, at));
    // December before January is of the year before.
    let earlier = last_month(own).zip(last_month(next)).is_some_and(|(own, next)| own > next);
    (apart && planned).then(|| format!("{} năm {}", lower(&first.words), year - u16::from(earlier)))
}

/// Whether a word of a title begins what is planned: "phương hướng", "nhiệm vụ trọng tâm", "kế hoạch".
fn plans_next(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.phrase(at) == Some(Phrase::Target)
        || matches!(sentence.key(at), "nhiệm" | "phương" | "kế")
}

/// Some days that a title names with their year: "dịp lễ 30/4 - 1/5/2025". They are no period of statistics.
fn days_in(title: &str) -> Option<String> {
    let sentence = Sentence::new(title, Separators::Comma);
    let text = |aside: &Aside| join(&sentence.tokens, aside.from, aside.to);
    let dates =
        sentence.asides.iter().filter(|aside| aside.decision.rule == NumberRule::DayAndMonth);
    dates.map(text).find(|text| {
        text.split(' ').filter(|word| word.contains('/')).count() > 1 && has_year(text)
    })
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4)
}

/// A part of a year that a title names without the year, "Budget revenue in ten months", with the year that the first
/// sentences give it.
fn part_without_year(title: &str, of_paragraphs: &[Vec<Vec<Found>>]) -> Option<PartOfTitle> {
    let sentence = Sentence::new(title, Separators::Comma);
    let is_part = |period: Period| {
        matches!(period.span(), Span::FirstMonths(_)) && period.first_year().is_none()
    };
    let found = mentions(&sentence);
    let part = found.into_iter().find(|one| one.period.is_some_and(is_part))?;
    let words = lower(&part.words);
    let ends = part.period.and_then(last_month);
    let dated = of_paragraphs.iter().flatten().flatten();
    let dated = dated.filter_map(|found| period_of(&found.words));
    let year = dated.into_iter().find(|one| last_month(*one) == ends).and_then(Period::first_year);
    let words = match year {
        Some(year) if words.is_ascii() => format!("{words} of {year}"),
        Some(year) => format!("{words} năm {year}"),
        None => words,
    };
    Some(PartOfTitle { words, has_year: year.is_some() })
}

/// A part of a year that a title names without the year.
struct PartOfTitle {
    /// Its words, with the year if the first sentences give it.
    words: String,
    has_year: bool,
}

/// Whether a title is about the months up to one of which the first sentences begin with figures of that month alone:
/// "… trong 8 tháng" above "Tháng 8/2024, …", so that a figure without a period may be of either.
pub(crate) fn sums_up_month(title: &str, paragraphs: &[String], document: Option<Period>) -> bool {
    let Some(Span::FirstMonths(last)) = document.map(Period::span) else { return false };
    // A title with a year says by itself what it is about.
    if !periods_in(title).is_empty() {
        return false;
    }
    let of_paragraphs = of_first_sentences(title, paragraphs);
    let month = |found: &Found| {
        let own = period_of(&found.words).map(Period::span);
        found.leading && own == Some(Span::Month(last))
    };
    of_paragraphs.iter().flatten().flatten().any(month)
}

/// The month with which a part of a year ends.
fn last_month(period: Period) -> Option<u8> {
    match period.span() {
        Span::Month(month) | Span::FirstMonths(month) | Span::Until(month, _) => Some(month),
        Span::Quarter(nth) => Some(nth * 3),
        _ => None,
    }
}

/// The months of a title with its year, which is elsewhere in it: "nine-month growth in 2024", but not "nine-month
/// results, plan for 2025" or "6-month deposit rates".
fn part_apart_from_year(title: &str) -> Option<String> {
    let lower = title.lower_case();
    let mut words = lower.split_whitespace();
    let months = words.find_map(|word| word.strip_suffix("-month"))?;
    let of_money = words.next().is_some_and(|next| TERMS_OF_MONEY.contains(next));
    let part = format!("{months} months");
    let known = period_of(&part).is_some_and(|part| matches!(part.span(), Span::FirstMonths(_)));
    let sentence = Sentence::new(title, Separators::Comma);
    let planned = (0..sentence.items.len())
        .any(|at| matches!(sentence.phrase(at), Some(Phrase::Plan | Phrase::Target)));
    let found = mentions(&sentence);
    let mut years =
        found.iter().filter_map(|one| one.period).filter(|one| one.first_year().is_some());
    let year = years.next().filter(|year| year.span() == Span::Year && years.next().is_none());
    let year = year.filter(|_| known && !of_money && !planned).and_then(Period::first_year)?;
    Some(format!("{part} of {year}"))
}

/// The periods of the first sentences of the first paragraphs. The year of a plan is not that of a report.
fn of_first_sentences(title: &str, paragraphs: &[String]) -> Vec<Vec<Vec<Found>>> {
    const SENTENCES: usize = 12;
    let reports = mood::of_title(&tokens(title)) == Mood::Results;
    let of_sentences = |paragraph: &String| {
        let sentences = sentences::sentences(paragraph).into_iter().take(SENTENCES);
        let of_sentence = |range: Range<usize>| {
            let text = &paragraph[range];
            if reports && sets_targets(text) { Vec::new() } else { periods_in(text) }
        };
        sentences.map(of_sentence).collect::<Vec<_>>()
    };
    // The day on which a text was published is not its period.
    let paragraphs = paragraphs.iter().filter(|paragraph| !is_dateline(paragraph));
    paragraphs.take(FIRST).map(of_sentences).collect()
}

/// Whether the first sentences name years only in passing, so that a text without another period is
/// of none that is known.
pub(crate) fn names_years_in_passing(paragraphs: &[String]) -> bool {
    const SENTENCES: usize = 12;
    let in_passing = |sentence: Sentence<'_>| {
        mentions(&sentence).iter().any(|mention| is_in_passing(&sentence, mention))
    };
    paragraphs.iter().take(FIRST).any(|paragraph| {
        let sentences = sentences::sentences(paragraph).into_iter().take(SENTENCES);
        let mut texts = sentences.map(|range| &paragraph[range]);
        texts.any(|text| in_passing(Sentence::new(text, Separators::Comma)))
    })
}

/// Whether a sentence is a plan, by its label or by a verb.
fn sets_targets(sentence: &str) -> bool {
    let sentence = Sentence::new(sentence, Separators::Comma);
    mood::is_labelled_plan(&sentence.tokens)
        || mood::begins_with_aim(&sentence.tokens)
        || sentence.has_phrase(Phrase::Target) && !mood::reports_results(&sentence.tokens)
}

/// Whether the title or the beginning of a sentence gives the period of a report.
pub(crate) fn has_sure_period(title: &str, paragraphs: &[String]) -> bool {
    let of_paragraphs = of_first_sentences(title, paragraphs);
    !periods_in(title).is_empty() && !is_mid_term(title) && term_of_congress(title).is_none()
        || of_paragraphs.iter().flatten().flatten().any(|found| found.leading)
}

/// The first sentence that gives the period of a report, if its title gives none: the figures
/// before it may be of another one.
pub(crate) fn period_said_at(
    title: &str,
    paragraphs: &[String],
    document: Option<Period>,
) -> Option<SentenceAt> {
    let document = document?;
    if !mentions(&Sentence::new(title, Separators::Comma)).is_empty() {
        return None;
    }
    let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
    // A dateline is no paragraph to look into, but it has a number.
    let read = paragraphs.iter().enumerate().filter(|(_, paragraph)| !is_dateline(paragraph));
    let read: Vec<usize> = read.map(|(at, _)| at).collect();
    let said = |found: &Vec<Found>| {
        found.iter().any(|found| period_of(&lower(&found.words)) == Some(document))
    };
    let of_paragraphs = of_first_sentences(title, paragraphs);
    of_paragraphs.iter().enumerate().find_map(|(paragraph, sentences)| {
        let sentence = sentences.iter().position(said)?;
        let paragraph = read.get(paragraph).copied()?;
        Some(SentenceAt { paragraph: number(paragraph), sentence: number(sentence) })
    })
}

/// The words with a small first letter: they may begin a sentence.
fn lower(words: &str) -> String {
    let words = ["in ", "In ", "trong ", "Trong "]
        .iter()
        .find_map(|within| words.strip_prefix(within))
        .unwrap_or(words);
    // "Q2 2024" is written in capitals.
    if !words.chars().any(char::is_lowercase) && !words.is_ascii() {
        return period_of(words).map_or_else(|| words.lower_case(), |period| period.to_string());
    }
    let mut chars = words.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether a text is about several periods that its title names: "tháng 10 và 10 tháng năm 2024". The second of
/// two years may be that of the plan: "kết quả năm 2023, nhiệm vụ năm 2024".
pub(crate) fn names_several(title: &str, paragraphs: &[String]) -> bool {
    let sentence = Sentence::new(title, Separators::Comma);
    let found = mentions(&sentence);
    let planned = |items: Range<usize>| items.clone().any(|at| plans_next(&sentence, at));
    if part_before_plan(title).is_some() {
        return false;
    }
    let several = found.windows(2).any(|pair| {
        let years = pair[0].period.and_then(Period::first_year).is_some()
            && pair[1].period.and_then(Period::first_year).is_some();
        pair[0].period != pair[1].period
            && !(years && planned(pair[0].items.end..pair[1].items.start))
    });
    several && {
        let spans: Vec<Span> =
            found.iter().filter_map(|one| one.period.map(Period::span)).collect();
        let said = |span: &Span| {
            let own = |mention: &Mention| mention.period.is_some_and(|one| one.span() == *span);
            let sentence = |text: &String| mentions(&Sentence::new(text, Separators::Comma));
            paragraphs.iter().any(|text| sentence(text).iter().any(own))
        };
        // If the text goes on about one of them only, it is that one.
        spans.iter().filter(|span| said(span)).count() != 1
    }
}

/// A period with a year in a text.
struct Found {
    words: String,
    leading: bool,
}

/// The periods with a year in a text, apart from those that it compares with.
fn periods_in(text: &str) -> Vec<Found> {
    let sentence = Sentence::new(text, Separators::Comma);
    mentions(&sentence)
        .into_iter()
        .filter(|mention| mention.period.is_some_and(|period| period.first_year().is_some()))
        // The year of a plan is that of its sum only.
        .filter(|mention| !mention.of_plan && !is_in_passing(&sentence, mention))
        .map(|mention| {
            let leading = mention.leading && !is_of_clause(&sentence, &mention);
            Found { words: mention.words, leading }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn period_of_a_title() {
        for (title, wanted) in [
            ("Exports: eight-month growth in 2024", Some("eight months of 2024")),
            ("Exports: 7-month growth in 2024", Some("7 months of 2024")),
            ("6-month deposit rates in 2024", Some("2024")),
            ("Five-month results, plan for 2025", Some("2025")),
            ("Chư Pưh nửa đầu năm 2024", Some("nửa đầu năm 2024")),
            ("Nghệ An 9 tháng đầu năm 2024", Some("9 tháng đầu năm 2024")),
            ("Nghị quyết về nhiệm vụ năm 2026 của huyện Phú Xuân", Some("năm 2026")),
            ("Nhiều kết quả nổi bật năm 2024", Some("năm 2024")),
            ("Chỉ số giá tiêu dùng", None),
            ("Du lịch Khánh Hòa tăng tốc", None),
            ("Bắc Ninh dẫn đầu về FDI quý I/2025", Some("quý I/2025")),
            ("Tỉnh Đoàn Nghệ An: kết quả", None),
            ("Vốn từ Hàn Quốc vào Bắc Ninh", None),
            ("Tín dụng tăng 8% so với cuối năm 2023", None),
            ("UBND HUYỆN YÊN THÀNH NĂM 2023", Some("năm 2023")),
            ("Hoạt động ngân hàng tháng 5 năm 2024", Some("tháng 5 năm 2024")),
            ("BÁO CÁO KINH TẾ - XÃ HỘI TỈNH LÀO CAI NĂM 2023", Some("năm 2023")),
        ] {
            let found = period(title, &[]);
            assert_eq!(found.as_deref(), wanted, "{title}");
        }
    }
}
