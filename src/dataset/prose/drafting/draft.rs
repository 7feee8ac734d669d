//! Reads the paragraphs of a text into a draft.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use super::collected_draft::CollectedDraft;
use super::draft_part::PartReader;
use super::draft_types::{Draft, Number};
use super::paragraph_reader::digits;
use super::text_outline::outline;
use crate::dataset::parallel::ordered::through;
use crate::dataset::prose::phrases::current_period;
use crate::dataset::prose::phrases::dateline::is_dateline;
use crate::dataset::prose::phrases::heading_facts;
use crate::dataset::prose::phrases::heading_place;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::phrases::text_places::{self, Places};
use crate::dataset::prose::phrases::title_terms;
use crate::dataset::prose::rows::reading_state::DocumentContext;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::{self, Mood};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::period;
use crate::model::Span;
use crate::text::parse_number::Separators;

/// Reads paragraphs, the first of which is the title. They are in NFC, on one line each and not empty.
#[must_use]
pub fn read(title: &str, paragraphs: Vec<String>) -> Draft {
    read_by_parts(title, paragraphs, |reader| reader.parts())
}

fn read_by_parts(
    title: &str,
    paragraphs: Vec<String>,
    parts: impl Fn(&PartReader<'_>) -> Vec<Range<usize>>,
) -> Draft {
    let language = ReportLanguage::of(title, &paragraphs);
    let style = language.separators();
    // The day of publication above a text is no title that says when or where.
    let headline = if is_dateline(title) { "" } else { title };
    let headline = &*heading_facts::with_period_of_bracket(headline);
    let period =
        heading_facts::period(headline, &paragraphs).map(|words| shown_period(words, language));
    let document = period.as_deref().and_then(period_of);
    let title_mood = mood::of_title(&tokens(headline));
    let places = text_places::places(title, &paragraphs, language);
    let several_places = places.iter().any(Places::is_some);
    let of_document = DocumentContext {
        period: document,
        period_is_sure: heading_facts::has_sure_period(headline, &paragraphs),
        period_said_at: heading_facts::period_said_at(headline, &paragraphs, document),
        place: heading_place::of_title(title, &paragraphs, language),
        language,
        // The resolution of a congress is not the one that is reported on.
        term: match title_terms::term_of_congress(title) {
            Some(_) => document.filter(|period| matches!(period.span(), Span::Years(_))),
            None => title_terms::term(title),
        },
        // A report in the middle of a term that does not say when is about no period.
        several_periods: heading_facts::names_several(headline, &paragraphs)
            || heading_facts::sums_up_month(headline, &paragraphs, document)
            || document.is_none()
                && (title_terms::is_mid_term(title)
                    || title_terms::term_of_congress(title).is_some()
                    || heading_facts::names_years_in_passing(&paragraphs)),
        plans: title_mood != Mood::Results,
        several_places,
    };
    let outline = outline(title, &paragraphs, title_mood, style, document);
    let several = of_document.several_periods;
    let cumulated = document
        .filter(|_| several)
        .map_or_else(Vec::new, |document| current_period::cumulated_before(document, &paragraphs));
    let reader = PartReader {
        paragraphs: &paragraphs,
        outline: &outline,
        places: &places,
        style,
        cumulated: &cumulated,
        document: of_document,
    };
    let mut draft = CollectedDraft::of(of_title(title, style));
    // What a sentence of any part before says holds for all that follow. The parts are read before that is known, and
    // the few that were read without it are read again.
    let until_said = AtomicBool::new(false);
    let read = |part| reader.read(part, until_said.load(Ordering::Relaxed));
    through(parts(&reader).into_iter(), read, |part| {
        let said_before = until_said.load(Ordering::Relaxed);
        let again = part.until_matters && said_before;
        let part = if again { reader.read(part.range, true) } else { part };
        until_said.fetch_or(part.until_said, Ordering::Relaxed);
        draft.add(part);
    });
    let place = heading_place::place(title, &paragraphs, several_places, language);
    draft.finish(title, period, place, paragraphs, &outline.sections)
}

/// The words of the report's period, as others read them as well: "third quarter of 2024" is "Q3 2024".
fn shown_period(words: String, language: ReportLanguage) -> String {
    let period = period_of(&words).filter(|_| language == ReportLanguage::English);
    match period.map(|period| (period.span(), period.first_year())) {
        Some((Span::Quarter(nth), Some(year))) => format!("Q{nth} {year}"),
        // "the second quarter of 2025/26", but not "quarter two 2025/26".
        Some((Span::SplitQuarter(nth), Some(year))) if period::parse(&words) != period => {
            format!("Q{nth} {year}/{:02}", (year % 100 + 1) % 100)
        }
        _ => language.period(words),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_as_the_whole_text_is() {
        let list = "Kết quả đến hết tháng 6 năm 2024:\n- Số hộ nghèo giảm 120 hộ, so với cùng kỳ tăng 3%\n- Sản lượng lúa 45.000 tấn, tăng 2%\nCó 3/12 chỉ tiêu không đạt.\nI. Xã hội\n";
        let year = "Thu ngân sách đạt 1.250 tỷ đồng, bằng 84% kế hoạch. Chi đạt 870 tỷ đồng.\n";
        let until =
            "Đến hết tháng 11/2024, vốn đầu tư giải ngân đạt 512 tỷ đồng, đạt 61% kế hoạch.\n";
        let text = [&list.repeat(400), &year.repeat(900), until, &year.repeat(2000), list].concat();
        let paragraphs: Vec<String> = text.lines().map(str::to_owned).collect();
        let title = "Báo cáo kết quả năm 2024";
        let by_parts = read_by_parts(title, paragraphs.clone(), |reader| {
            let parts = reader.parts();
            assert!(parts.len() > 5, "{parts:?}");
            parts
        });
        let whole = read_by_parts(title, paragraphs, |reader| {
            std::iter::once(0..reader.paragraphs.len()).collect()
        });
        assert!(whole.totals.is_some() && whole.indicators.len() > 3000);
        assert!(whole.indicators.iter().any(|one| one.review.contains(&"period-open".to_owned())));
        assert!(by_parts == whole);
    }
}
