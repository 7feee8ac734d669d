//! Lists of figures for a list of names: "A, B và C lần lượt đạt 1, 2 và 3".

use std::ops::Range;

use super::listed_places::is_measure;
use super::quantity_ahead::QuantityAhead;
use super::respective_places::places_of_measure;
use crate::dataset::prose::filling::change_base::base;
use crate::dataset::prose::filling::fill_change::change_of;
use crate::dataset::prose::filling::fill_plan::plan_percent;
use crate::dataset::prose::filling::fill_value::value;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::{self, Name};
use crate::dataset::prose::phrases::name_words::list_start;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::roles::role_follow::follow;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::token::TokenKind;
use crate::lexicon::prose::Phrase;

/// The maximum number of figures in a list.
const MOST: usize = 40;

/// "A, B và C lần lượt đạt 1, 2 và 3": handles all of them.
pub(super) fn respectively(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, at, role, .. } = *ahead;
    let gap = &gaps[at];
    let said = gap.lead.clone().any(|at| reader.sentence.phrase(at) == Some(Phrase::Respectively))
        || gap.all.clone().any(|at| {
            reader.sentence.key(at) == "lần"
                && reader.sentence.items[at].to - reader.sentence.items[at].from > 1
        });
    if !said || role != QuantityRole::Value {
        return None;
    }
    let changed = gap.lead.clone().find_map(|at| match reader.sentence.phrase(at) {
        Some(Phrase::Up) => Some(QuantityRole::Up),
        Some(Phrase::Down) => Some(QuantityRole::Down),
        _ => None,
    });
    let joins = |gap: &Gap| {
        gap.all.clone().all(|at| {
            reader.sentence.is_mark(at, ",;") || reader.sentence.phrase(at) == Some(Phrase::And)
        })
    };
    let many = 1 + gaps[at + 1..].iter().take(MOST).take_while(|gap| joins(gap)).count();
    let labels = reader.labels(&gap.body)?;
    if many < 2 || labels.len() < many {
        return None;
    }
    let labels = &labels[labels.len() - many..];
    let placed = places_of_measure(labels);
    for (offset, label) in labels.iter().enumerate() {
        let found = BeforeFigure::default();
        let name = Name { text: label.clone(), label: None, period: None, behind: true };
        reader.begin(name, gap, &found);
        if let Some(row) = reader.state.rows.last_mut()
            && let Some((_, year)) = label.rsplit_once(" năm ").filter(|_| many > 1)
            && year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
        {
            row.period = Some(reader.state.document.language.in_year(year));
            row.doubts.retain(|doubt| *doubt != Doubt::PeriodOpen);
        }
        // "Sản lượng điện của Nhà máy A, Nhà máy B": only the first says what is measured.
        let unsaid = offset > 0 && is_measure(&labels[0]) && !is_measure(label);
        match (&placed, reader.state.rows.last_mut()) {
            (Some(placed), Some(row)) => placed.take(row, offset),
            (None, Some(row)) if unsaid => row.doubt(Doubt::Construction),
            _ => {}
        }
        let quantity = &with_unit_of(
            &reader.sentence.quantities[at + offset],
            &reader.sentence.quantities[at + many - 1],
        );
        // "A và B giảm lần lượt 8,6% và 7,9%".
        let decision = match changed.filter(|_| quantity.is_percent()) {
            Some(role) => change_of(reader, quantity, role),
            None => value(reader, quantity, gap, NumberRule::Respectively),
        };
        reader.decide(decision);
    }
    // "…, lần lượt là 14, 11 và 9 ca, tăng 5 ca": of the last one or of all.
    if let Some(row) = reader.state.rows.last_mut() {
        row.accompanies = true;
    }
    reader.before.role = Some(changed.unwrap_or(QuantityRole::Value));
    Some(many)
}

/// "42 doanh nghiệp và 6 hợp tác xã, đạt 105% và 120% kế hoạch": one percent for each of the last indicators.
pub(super) fn distribute(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, complements, at, role } = *ahead;
    if !reader.sentence.quantities[at].is_percent()
        || !matches!(
            role,
            QuantityRole::Value
                | QuantityRole::PlanPercent
                | QuantityRole::Up
                | QuantityRole::Down
                | QuantityRole::Share
        )
        || !gaps[at].body.is_empty() && !only_commas(reader.sentence, &gaps[at].body)
    {
        return None;
    }
    let more = joined_percents(reader.sentence, gaps, at);
    let many = more + 1;
    if many < 2 || !complements[at].is_empty() {
        return None;
    }
    let last = &complements[at + more];
    let planned = matches!(follow(reader.sentence, last), Follow::Plan(_));
    let said = last
        .clone()
        .chain(gaps[at].lead.clone())
        .any(|at| matches!(reader.sentence.key(at), "respectively" | "lần" | "tương"));
    let role = match role {
        // "A, B và C …, lần lượt tăng 1% và 2%": of which two nobody can say.
        QuantityRole::Up | QuantityRole::Down if said && reader.unchanged_of_clause() != many => {
            return None;
        }
        QuantityRole::Up | QuantityRole::Down if said => role,
        _ if planned => QuantityRole::PlanPercent,
        _ => return None,
    };
    let rows: Vec<usize> = reader.own_rows().collect();
    let rows = rows.get(rows.len().checked_sub(many)?..)?.to_vec();
    let free = rows.iter().all(|row| {
        reader.state.rows[*row].actual.is_some() && reader.state.rows[*row].percents.is_empty()
    });
    if !free {
        return None;
    }
    let follow = follow(reader.sentence, last);
    if matches!(follow, Follow::Base(_)) {
        reader.comparison.set_base(base(reader, &follow));
    }
    for (offset, row) in rows.iter().enumerate() {
        reader.row = Some(*row);
        let quantity = &reader.sentence.quantities[at + offset];
        let decision = match role {
            QuantityRole::PlanPercent => {
                plan_percent(reader, quantity, None, &follow, NumberRule::PercentsInOrder)
            }
            _ => change_of(reader, quantity, role),
        };
        reader.decide(decision);
    }
    reader.before.role = Some(role);
    Some(many)
}

impl SentenceReader<'_, '_> {
    /// The things that are listed before "lần lượt". A year in the list is of the name before it.
    pub(super) fn labels(&self, body: &Range<usize>) -> Option<Vec<String>> {
        let start = list_start(self.sentence, body);
        let mut labels = Vec::new();
        let mut from = start;
        let end = body.end;
        for at in start..=end {
            let cut = at == end
                || self.sentence.is_mark(at, ",")
                || self.sentence.key(at) == "và" && self.sentence.phrase(at) == Some(Phrase::And);
            if cut {
                let text = name::tidy(&self.sentence.text(from..at));
                if !text.is_empty() {
                    labels.push(text);
                }
                from = at + 1;
            }
        }
        self.years(start..end).or(Some(labels))
    }

    /// "tỷ lệ trẻ tiêm của lứa sinh năm 2018, 2019 và 2020": the name with each year.
    pub(super) fn years(&self, words: Range<usize>) -> Option<Vec<String>> {
        let last = words.clone().rev().find(|at| self.sentence.items[*at].what == What::Date)?;
        let item = self.sentence.items[last];
        let years: Vec<&str> = self.sentence.tokens[item.from..item.to]
            .iter()
            .filter(|token| token.kind == TokenKind::Number)
            .map(|token| token.text)
            .collect();
        let name = name::tidy(&self.sentence.text(words.start..last));
        (years.len() > 1).then(|| {
            let named = |year: &&str| match name.ends_with("năm") {
                true => format!("{name} {year}"),
                false => format!("{name} {}", self.state.document.language.in_year(year)),
            };
            years.iter().map(named).collect()
        })
    }
}

/// A quantity in the unit of the last one of its list, where only that has one: "lần lượt là 14, 11 và 9 sản phẩm".
fn with_unit_of(quantity: &Quantity, last: &Quantity) -> Quantity {
    match quantity.unit.is_none() && last.is_count() {
        true => Quantity { unit: last.unit.clone(), class: last.class, ..quantity.clone() },
        false => quantity.clone(),
    }
}

/// How many percents follow the one at `at` with nothing but commas and "và" between them.
fn joined_percents(sentence: &Sentence<'_>, gaps: &[Gap], at: usize) -> usize {
    let joins = |gap: &Gap| {
        gap.all
            .clone()
            .all(|at| sentence.is_mark(at, ",") || sentence.phrase(at) == Some(Phrase::And))
    };
    let next = gaps[at + 1..].iter().zip(&sentence.quantities[at + 1..]).take(MOST);
    next.take_while(|(gap, quantity)| joins(gap) && quantity.is_percent()).count()
}

pub(super) fn only_commas(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    words.clone().all(|at| sentence.is_mark(at, ","))
}
