//! Values of an earlier period next to that of an indicator: "(năm 2023 là 12,5%)", "so với 1,9% của năm 2023".

use std::ops::Range;

use super::role::{QuantityRole, RoleContext};
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::phrases::period_words::{is_quarter_code, period_in};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::EARLIER_PERIODS;
use crate::model::Period;

/// A value in the unit of the indicator that is named by nothing but an earlier period.
pub(super) fn earlier_value(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, complement, .. } = context;
    let own = context.valued_unit?;
    let single = quantity.high.is_none() && quantity.whole.is_none() && quantity.negative.is_none();
    let plain = matches!(gap.role, None | Some(Phrase::Reach | Phrase::Equal));
    if !single || !plain || context.is_planned() {
        return None;
    }
    let dated = |words: &Range<usize>| {
        relative(sentence, words.clone()).is_some() || period_in(sentence, words.clone()).is_some()
    };
    let words = words_of_earlier(sentence, gap).filter(dated).or_else(|| {
        // "so với 1,9% của năm 2023".
        let level = |at: &usize| matches!(sentence.key(*at), "mức" | "con" | "số" | "the");
        let last = gap.all.clone().rev().find(|at| !level(at))?;
        (sentence.phrase(last) == Some(Phrase::Compare)).then(|| (*complement).clone())
    })?;
    if words.clone().any(|at| !says_when(sentence, at)) {
        return None;
    }
    let unit = quantity.unit.as_deref().unwrap_or_default();
    // "8.4 days per employee, compared with 9.1 days the year before".
    let base =
        !unit.is_empty() && own.strip_prefix(unit).is_some_and(|per| per.starts_with(" per "));
    let alike = base || converted(quantity.value, unit, own).is_some();
    let earlier = || {
        let year = || {
            let own = context.row_period.and_then(period_of).and_then(Period::last_year);
            own.or_else(|| context.document.and_then(Period::last_year))
        };
        earlier_period(sentence, words, year).is_some()
    };
    (alike && earlier()).then_some(QuantityRole::Earlier)
}

/// The words of an earlier period before a value, or behind it, as they are written.
pub(crate) fn earlier_words(
    sentence: &Sentence<'_>,
    gap: &Gap,
    complement: &Range<usize>,
) -> Option<String> {
    let named = |words: Range<usize>| {
        relative(sentence, words.clone()).or_else(|| period_in(sentence, words))
    };
    let period = words_of_earlier(sentence, gap).and_then(named);
    let period = period.or_else(|| named(complement.clone()));
    // "cao hơn năm 2021 (55,1%)": before the bracket.
    let period = period.or_else(|| named(gap.all.clone()).filter(|_| gap.opens))?;
    Some(sentence.text(period))
}

/// The words before a value that can name its period: in the bracket, behind the comma or the comparison.
fn words_of_earlier(sentence: &Sentence<'_>, gap: &Gap) -> Option<Range<usize>> {
    let mark = gap.all.clone().rev().find(|at| sentence.is_mark(*at, "(,;"));
    let start = mark.map_or(gap.all.start, |at| at + 1);
    let joins = |at: usize| matches!(sentence.phrase(at), Some(Phrase::Compare | Phrase::And));
    let begun = joins(start) || sentence.key(start) == "còn";
    let end = gap.lead.start;
    let words = start + usize::from(begun && start < end)..end;
    // "…; năm học trước là 0,5%", but "…; năm 2023 đạt 5 tấn" may go on with the years.
    let apart = mark.is_some_and(|at| sentence.is_mark(at, ";")) && !is_in_bracket(sentence, start);
    let apart = apart && relative(sentence, words.clone()).is_none();
    // "420 ca (năm 2023: 610 ca), không có tử vong (năm 2023: 1 ca)": of what is named before the bracket.
    let open = mark.filter(|at| sentence.is_mark(*at, "("));
    let other = open.is_some_and(|open| {
        (gap.complement.end..open).any(|at| sentence.items[at].what != What::Mark)
    });
    ((mark.is_some() || begun) && !apart && !other && !words.is_empty()).then_some(words)
}

/// Whether a bracket that opens before an item is still open.
fn is_in_bracket(sentence: &Sentence<'_>, before: usize) -> bool {
    const FARTHEST: usize = 80;
    let mut marks = (before.saturating_sub(FARTHEST)..before).rev();
    marks.find(|at| sentence.is_mark(*at, "()")).is_some_and(|at| sentence.is_mark(at, "("))
}

/// Whether an item says when something was, and nothing else.
fn says_when(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.items[at].what, What::Date)
        || is_quarter_code(sentence, at)
        || matches!(
            sentence.phrase(at),
            Some(Phrase::Time | Phrase::Prep | Phrase::Adverb | Phrase::Compare | Phrase::Reach)
        )
        || matches!(
            sentence.key(at),
            "the" | "a" | "con" | "số" | "mức" | "có" | "figure" | "rate" | "trước"
        )
}

/// The words of a period before that of the indicator: "cùng kỳ năm trước", "năm 2023" in a report of 2024.
fn earlier_period(
    sentence: &Sentence<'_>,
    words: Range<usize>,
    year: impl Fn() -> Option<u16>,
) -> Option<Range<usize>> {
    relative(sentence, words.clone()).or_else(|| {
        let period = period_in(sentence, words)?;
        let own = period_of(&sentence.text(period.clone())).and_then(Period::last_year)?;
        year().is_some_and(|year| own < year).then_some(period)
    })
}

/// Whether a clause begins with an earlier period, whose figures it gives: "Cùng kỳ năm trước thu ngân sách đạt 812 tỷ
/// đồng", "Riêng dịp nghỉ lễ năm ngoái, tỉnh đón …".
pub(crate) fn begins_with_earlier(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let body = gap.body.clone();
    let clause = body.clone().rev().find(|at| sentence.is_mark(*at, ";"));
    let start = clause.map_or(body.start, |at| at + 1);
    // What follows a figure without a semicolon goes on about it.
    if clause.is_none() && gap.all.start > 0 {
        return false;
    }
    let end = (start..body.end).find(|at| sentence.is_mark(*at, ",:(")).unwrap_or(body.end);
    let compares = |at: &usize| {
        matches!(
            sentence.phrase(*at),
            Some(
                Phrase::Compare
                    | Phrase::Up
                    | Phrase::Down
                    | Phrase::From
                    | Phrase::Exceed
                    | Phrase::Plan
            )
        )
    };
    (start..end).take_while(|at| !compares(at)).any(|at| {
        sentence.phrase(at) == Some(Phrase::Time) && {
            // The start of the period is no earlier one.
            let text = sentence.lower(at);
            EARLIER_PERIODS.longest_start(&text).is_some() && !text.starts_with("đầu ")
        }
    })
}

/// The words of a period that is named by the present one: "cùng kỳ năm 2023", "a year earlier".
pub(crate) fn relative(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    const WORDS: usize = 4;
    let start = words.clone().find(|at| {
        let text = sentence.lower_text(*at..words.end.min(at + WORDS));
        EARLIER_PERIODS.longest_start(&text).is_some()
    })?;
    let dated =
        |at: &usize| says_when(sentence, *at) && sentence.phrase(*at) != Some(Phrase::Reach);
    let end = start + 1 + (start + 1..words.end).take_while(dated).count();
    Some(start..end)
}
