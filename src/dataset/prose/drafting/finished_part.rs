//! Rows to indicators with references and notes; numbers follow their rows.

use crate::dataset::prose::tokens::number_rule::NumberRule;

use super::draft_ids::id_of;
use super::draft_types::Number;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::rows::clause_name::doubt_clauses;
use crate::dataset::prose::rows::doubt;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow, PercentOfPlan};
use crate::dataset::prose::tokens::fate::Fate;
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::sentences::SentenceAt;
use crate::lexicon::direction;
use crate::model::{Actual, Better, Indicator, Plan, PlanTerms, Reference, Target};
use crate::text::capital::with_capital;

/// The indicators and numbers of a part of a text.
pub(super) struct FinishedPart {
    /// The indicators; several may have one id.
    pub(super) indicators: Vec<Indicator>,
    /// The section of each, by its index.
    pub(super) sections: Vec<usize>,
    /// The numbers, with indicators of the part.
    pub(super) numbers: Vec<Number>,
}

/// Makes indicators of what was read out of a part.
pub(super) fn finish_part(
    paragraphs: &[String],
    mut rows: Vec<DraftRow>,
    mut numbers: Vec<Number>,
    language: ReportLanguage,
) -> FinishedPart {
    for number in &numbers {
        // A number that was not understood may belong to the indicator before it.
        if number.fate == Fate::Unread
            && number.rule != NumberRule::InTable
            && let Some(row) = row_before(&mut rows, number)
            && is_in_same_clause(row, number, paragraphs)
        {
            row.doubt(Doubt::UnreadNearby);
        }
    }
    doubt::judge(&mut rows);
    doubt_clauses(&mut rows);
    let mut place = 0;
    let places: Vec<Option<usize>> = rows
        .iter()
        .map(|row| {
            let kept = row.says_something();
            place += usize::from(kept);
            kept.then(|| place - 1)
        })
        .collect();
    for number in &mut numbers {
        if let Some(row) = number.indicator {
            number.indicator = places.get(row).copied().flatten();
            if number.indicator.is_none() {
                (number.fate, number.rule) = (Fate::Unread, NumberRule::NoIndicator);
            }
        }
    }
    let kept = || rows.iter().filter(|row| row.says_something());
    let sections = kept().map(|row| row.section).collect();
    let indicators = kept().map(|row| indicator(row, paragraphs, language)).collect();
    FinishedPart { indicators, sections, numbers }
}

/// The last indicator of the sentence of a number that begins before it. Rows are in the order of the text.
fn row_before<'a>(rows: &'a mut [DraftRow], number: &Number) -> Option<&'a mut DraftRow> {
    let sentence = SentenceAt { paragraph: number.paragraph, sentence: number.sentence };
    let end = (sentence, number.span.start);
    let at = rows.partition_point(|row| (row.at, row.quote.start) < end).checked_sub(1)?;
    rows.get_mut(at).filter(|row| row.at == sentence)
}

/// Whether no semicolon is between an indicator and a number behind it.
fn is_in_same_clause(row: &DraftRow, number: &Number, paragraphs: &[String]) -> bool {
    let at = usize::try_from(number.paragraph).ok().and_then(|at| at.checked_sub(1));
    let between = at
        .and_then(|at| paragraphs.get(at))
        .and_then(|text| text.get(row.quote.end.min(number.span.start)..number.span.start));
    between.is_some_and(|words| !words.contains(';'))
}

fn indicator(row: &DraftRow, paragraphs: &[String], language: ReportLanguage) -> Indicator {
    let name = with_capital(&row.name);
    // What is to stay below a limit is better low.
    let limited = matches!(row.target, Some(Target::AtMost(_)));
    let better = direction::infer(&name).or(limited.then_some(Better::Lower));
    let mut percents = row.percents.iter();
    let main = percents.next();
    let plan = Plan::of(row.target, None, main.map(|one| one.percent), row.verdict.clone());
    // "bằng 73,2%; bằng 81%": a percentage may be without words of its plan.
    let named = |plan: &str| Some(plan.to_owned()).filter(|plan| !plan.trim().is_empty());
    let of_plan = main.filter(|_| row.percents.len() > 1).and_then(|one| named(&one.plan));
    let plan = plan.map(|plan| Plan { period: row.plan_period, name: of_plan, ..plan });
    let other_plans = percents.map(|PercentOfPlan { percent, plan }| {
        let terms = PlanTerms::Percent { percent: *percent, verdict: None };
        // "61% kế hoạch giai đoạn 2021-2025" next to the plan of the year; without an own period it
        // may be that of the main one.
        let period = period_of(plan).or(row.plan_period);
        Plan { name: named(plan), period, ..terms.into() }
    });
    Indicator {
        id: id_of(&name),
        unit: row.unit.clone(),
        actual: row.actual.map(Actual::Figure).or_else(|| row.range.clone().map(Actual::Words)),
        period: row.period.as_deref().and_then(period_of),
        estimate: row.estimate,
        preliminary: false,
        better,
        better_assumed: better.is_some(),
        plan,
        other_plans: other_plans.collect(),
        changes: row.changes.clone(),
        earlier: row.earlier.clone(),
        scale: row.scale,
        ranks: row.ranks.clone(),
        count: row.count,
        reference: Some(Reference {
            document: None,
            paragraph: Some(row.at.paragraph),
            sentence: Some(row.at.sentence),
            quote: quote(row, paragraphs),
        }),
        note: note(row, language),
        review: row.doubts.iter().map(|doubt| doubt.name().to_owned()).collect(),
        parents: row.parents.clone(),
        name,
    }
}

/// The words that carry the figures.
fn quote(row: &DraftRow, paragraphs: &[String]) -> Option<String> {
    let paragraph = paragraphs.get(usize::try_from(row.at.paragraph).ok()?.checked_sub(1)?)?;
    paragraph
        .get(row.quote.clone())
        .map(|words| words.trim().to_owned())
        .filter(|words| !words.is_empty())
}

/// What the fields of an indicator cannot hold, in the words of the source.
fn note(row: &DraftRow, language: ReportLanguage) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(bound) = row.bound.as_ref().filter(|_| row.actual.is_some()) {
        parts.push(language.source_says(bound));
    }
    parts.extend(row.written.iter().map(|words| language.source_says(words)));
    parts.extend(row.notes.iter().map(|note| language.source_adds(note)));
    (!parts.is_empty()).then(|| parts.join(" "))
}
