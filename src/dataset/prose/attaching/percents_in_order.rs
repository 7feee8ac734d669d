//! Percents in the order of what was said about the indicator before: "xi măng 2,1 triệu tấn, bằng
//! 94,2% cùng kỳ và bằng 70% kế hoạch; thép 412 nghìn tấn, bằng 103% và 81%".

use rust_decimal::Decimal;

use super::quantity_ahead::QuantityAhead;
use crate::dataset::prose::filling::filled_row::{UNNAMED, figure, out_of_range};
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;
use crate::model::{Change, ChangeUnit};

/// The most percents of an indicator that are looked at.
const MOST: usize = 4;

/// Gives the current indicator as many percents as the one before has of its plan and against an earlier period.
/// `None` if there are more or fewer of them, or if any says itself what it is of.
pub(super) fn percents_in_order(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, at, .. } = *ahead;
    let row = reader.row.filter(|row| reader.own_rows().contains(row))?;
    let before = row.checked_sub(1).filter(|before| reader.own_rows().contains(before))?;
    let own = reader.state.rows.get(row)?;
    let free = own.actual.is_some() && own.percents.is_empty() && own.changes.is_empty();
    if !free || !matches!(gaps.get(at)?.role, Some(Phrase::Equal | Phrase::Reach)) {
        return None;
    }
    let roles = reader.compared_with(before);
    let mixed = roles.iter().any(|role| Some(role) != roles.first());
    let run =
        (at..gaps.len()).take(MOST).take_while(|at| is_bare_percent(reader.sentence, gaps, *at));
    if !mixed || run.count() != roles.len() {
        return None;
    }
    for (offset, role) in roles.iter().enumerate() {
        let value = reader.sentence.quantities.get(at + offset)?.value;
        let decision = reader.percent_as_before(*role, value, row, before);
        reader.decide(decision);
    }
    reader.before.role = roles.last().copied();
    Some(roles.len())
}

impl SentenceReader<'_, '_> {
    /// What the percents of an indicator compare it with, in order.
    fn compared_with(&self, row: usize) -> Vec<QuantityRole> {
        let owned = self.assignments.iter().filter(|one| one.owner == Some(row));
        let role = |rule| match rule {
            NumberRule::PercentOfPlan | NumberRule::PercentOfPlanInherited => {
                Some(QuantityRole::PlanPercent)
            }
            NumberRule::Index | NumberRule::IndexInherited => Some(QuantityRole::Index),
            _ => None,
        };
        owned.filter_map(|one| role(one.decision.rule)).take(MOST + 1).collect()
    }

    fn percent_as_before(
        &mut self,
        role: QuantityRole,
        value: Decimal,
        row: usize,
        before: usize,
    ) -> Decision {
        let base = self.state.rows.get(before).and_then(|row| row.changes.first());
        let period = base.map_or(UNNAMED.to_owned(), |change| change.period.clone());
        let Some(row) = self.state.rows.get_mut(row) else {
            return Decision::unread(NumberRule::NoIndicator);
        };
        row.doubt(Doubt::PercentInherited);
        if role == QuantityRole::PlanPercent {
            row.add_percent(value, "");
            return figure(NumberRule::PercentOfPlanInherited);
        }
        let Some(amount) = value.checked_sub(Decimal::ONE_HUNDRED) else { return out_of_range() };
        row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
        figure(NumberRule::IndexInherited)
    }
}

/// Whether a quantity is a percent with nothing but "bằng", commas and "và" around it.
fn is_bare_percent(sentence: &Sentence<'_>, gaps: &[Gap], at: usize) -> bool {
    let quantity = &sentence.quantities[at];
    let gap = &gaps[at];
    let plain = |at: usize| {
        sentence.is_mark(at, ",")
            || matches!(
                sentence.phrase(at),
                Some(Phrase::And | Phrase::Equal | Phrase::Reach | Phrase::Adverb)
            )
    };
    let closed = gaps.get(at + 1).is_none_or(|next| next.complement.is_empty());
    quantity.is_percent()
        && quantity.high.is_none()
        && quantity.whole.is_none()
        && quantity.negative.is_none()
        && gap.bound.is_none()
        && (gap.complement.end..gap.all.end).all(plain)
        && closed
}
