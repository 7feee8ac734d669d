//! Stage 12b: rows to indicators with references and notes; numbers follow their rows.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::draft_ids::Ids;
use super::draft_row::{Doubt, Row};
use super::draft_types::{Draft, Number};
use super::fate::Fate;
use super::{doubt, heading_facts};
use crate::lexicon::direction;
use crate::model::{Actual, Indicator, Plan, Reference, Section, Totals};

/// Makes a draft of what was read.
pub(super) fn finish(
    title: &str,
    paragraphs: Vec<String>,
    sections: Vec<String>,
    mut rows: Vec<Row>,
    mut numbers: Vec<Number>,
    totals: Option<Totals>,
) -> Draft {
    let places = rows.iter().map(|row| (row.paragraph, row.sentence)).zip(0..);
    let last_of_sentence: HashMap<_, usize> = places.collect();
    for number in &numbers {
        let last = last_of_sentence.get(&(number.paragraph, number.sentence));
        if number.fate == Fate::Unread
            && number.rule == "second-value"
            && let Some(last) = last
        {
            rows[*last].doubt(Doubt::UnreadNearby);
        }
    }
    doubt::judge(&mut rows);
    let kept: Vec<bool> = rows.iter().map(Row::says_something).collect();
    let mut place = 0;
    let places: Vec<Option<usize>> = kept
        .iter()
        .map(|kept| {
            place += usize::from(*kept);
            kept.then(|| place - 1)
        })
        .collect();
    for number in &mut numbers {
        if let Some(row) = number.indicator {
            number.indicator = places.get(row).copied().flatten();
            if number.indicator.is_none() {
                (number.fate, number.rule) = (Fate::Unread, "no-indicator");
            }
        }
    }
    let rows: Vec<Row> = rows.into_iter().filter(Row::says_something).collect();
    let mut ids = Ids::default();
    let sections = section_ranges(&sections, &rows);

    let indicators = rows.into_iter().map(|row| indicator(row, &paragraphs, &mut ids)).collect();
    Draft {
        place: None,
        period: heading_facts::period(title, &paragraphs),
        title: title.to_owned(),
        paragraphs,
        sections,
        indicators,
        totals,
        numbers,
    }
}

fn section_ranges(names: &[String], rows: &[Row]) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let name = names.get(row.section).cloned().unwrap_or_default();
        match found.last_mut() {
            Some(section) if section.name == name => section.indicators.end = at + 1,
            _ => found.push(Section { name, indicators: at..at + 1 }),
        }
    }
    found
}

fn indicator(row: Row, paragraphs: &[String], ids: &mut Ids) -> Indicator {
    let name = capitalized(&row.name);
    let better = direction::infer(&name);
    let percent = row.percents.first().map(|(percent, _)| *percent);
    let plan = Plan::of(row.target, None, percent, row.verdict.clone());
    Indicator {
        id: ids.take(&name),
        unit: row.unit.clone(),
        actual: row.actual.map(Actual::Figure),
        period: row.period.as_deref().and_then(crate::lexicon::period::parse),
        estimate: row.estimate,
        preliminary: false,
        better,
        better_assumed: better.is_some(),
        plan,
        changes: row.changes.clone(),
        earlier: row.earlier.clone(),
        scale: row.scale,
        ranks: row.ranks.clone(),
        count: row.count,
        reference: Some(Reference {
            document: None,
            paragraph: Some(row.paragraph),
            sentence: Some(row.sentence),
            quote: quote(&row, paragraphs),
        }),
        note: note(&row),
        review: row.doubts.iter().map(|doubt| doubt.name().to_owned()).collect(),
        parents: row.parents,
        name,
    }
}

/// The words that carry the figures.
fn quote(row: &Row, paragraphs: &[String]) -> Option<String> {
    let paragraph = paragraphs.get(usize::try_from(row.paragraph).ok()?.checked_sub(1)?)?;
    paragraph
        .get(row.quote.clone())
        .map(|words| words.trim().to_owned())
        .filter(|words| !words.is_empty())
}

/// What the fields of an indicator cannot hold, in the words of the source.
fn note(row: &Row) -> Option<String> {
    let mut parts = Vec::new();
    if let (Some(bound), Some(actual)) = (&row.bound, row.actual) {
        parts.push(format!("Nguồn ghi “{bound} {}”.", shown(actual)));
    }
    let others =
        row.percents.iter().skip(1).map(|(percent, words)| format!("{}% {words}", shown(*percent)));
    if let Some((first, words)) = row.percents.first().filter(|_| row.percents.len() > 1) {
        parts.push(format!(
            "Nguồn nêu nhiều kế hoạch: {}.",
            std::iter::once(format!("{}% {words}", shown(*first)))
                .chain(others)
                .collect::<Vec<_>>()
                .join("; ")
        ));
    }
    parts.extend(row.notes.iter().map(|note| format!("Nguồn ghi thêm: {note}.")));
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn shown(decimal: Decimal) -> String {
    crate::text::format_number::format(decimal, crate::text::format_number::Style::Vietnamese)
}

fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
