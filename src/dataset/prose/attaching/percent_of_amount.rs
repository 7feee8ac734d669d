//! A percent of what is no rate: "thuế thu nhập cá nhân đạt 93,4%" is one of the plan.

use crate::dataset::prose::filling::filled_row::figure;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::{Assignment, SentenceReader};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{AMOUNT_NAMES, NO_BUDGET_MONEY, RATE_HEADS, SHARE_OF_AMOUNT};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Makes each percent that an amount "has reached" one of the plan, if the sentence names it; it is open otherwise.
    pub(super) fn percents_of_amounts(&mut self) {
        let plan = plan_of(self.sentence).filter(|_| !self.has_index());
        let current = self.row;
        for at in self.own_rows() {
            let Some(row) = self.state.rows.get(at) else { continue };
            let (own, part) = (is_percent_of_amount(row), self.is_part_of_planned(at));
            let Some(row) = self.state.rows.get_mut(at) else { continue };
            let percent = row.actual.filter(|_| own || part);
            let Some(percent) = percent else { continue };
            let Some(words) = plan.as_ref().filter(|_| row.percents.is_empty()) else {
                row.doubt(Doubt::Construction);
                continue;
            };
            row.actual = None;
            row.bound = None;
            row.unit = None;
            row.add_percent(percent, words);
            self.row = Some(at);
            if percent < rust_decimal::Decimal::ONE_HUNDRED {
                self.keep_unfinished_open(words);
            }
            let of_value = |one: &&mut Assignment| {
                one.owner == Some(at) && one.decision.rule == NumberRule::Value
            };
            for one in self.assignments.iter_mut().filter(of_value) {
                one.decision = figure(NumberRule::PercentOfPlan);
            }
        }
        self.row = current;
    }

    /// Whether an indicator is a part of an amount that has a percent of plan, and gives nothing
    /// but a percent that it "has reached": "1.412 tỷ đồng, đạt 52% kế hoạch, gồm: chương trình
    /// giảm nghèo đạt 47%".
    fn is_part_of_planned(&self, at: usize) -> bool {
        let row = self.state.rows.get(at);
        let Some(row) = row.filter(|row| is_reached_percent(row)) else { return false };
        let whole = row.whole.filter(|whole| self.own_rows().contains(whole) && *whole < at);
        let whole = whole.and_then(|whole| self.state.rows.get(whole));
        let planned = whole.is_some_and(|whole| {
            let money = whole.unit.as_deref().and_then(class_of) == Some(UnitClass::Money);
            money && whole.actual.is_some() && whole.percents.len() == 1
        });
        let name = row.name.lower_case();
        planned && !RATE_HEADS.iter().any(|head| name.starts_with(head))
    }

    /// Whether a percent of the sentence is one of an earlier period, as those before it may be.
    fn has_index(&self) -> bool {
        self.assignments.iter().any(|one| one.decision.rule == NumberRule::Index)
    }
}

/// The plan that a sentence names, or against which it judges something.
fn plan_of(sentence: &Sentence<'_>) -> Option<String> {
    let items = 0..sentence.items.len();
    let named = items.clone().rev().find(|at| {
        let words = || sentence.text(*at..at + 1);
        sentence.phrase(*at) == Some(Phrase::Plan)
            && ["dự toán", "kế hoạch"].iter().any(|plan| words().contains(plan))
    });
    let judged = || {
        let judges = |at: usize| {
            matches!(
                sentence.phrase(at),
                Some(Phrase::VerdictMet | Phrase::VerdictExceeded | Phrase::VerdictMissed)
            )
        };
        items.clone().any(judges).then(String::new)
    };
    named.map(|at| sentence.text(at..at + 1)).or_else(judged)
}

/// Whether an indicator has nothing but a percent that it "has reached".
fn is_reached_percent(row: &DraftRow) -> bool {
    row.reached_percent && row.unit.as_deref() == Some("%") && row.count.is_none()
}

fn is_percent_of_amount(row: &DraftRow) -> bool {
    if !is_reached_percent(row) {
        return false;
    }
    let name = row.name.lower_case();
    let amount = AMOUNT_NAMES.iter().any(|word| name.starts_with(word))
        && !NO_BUDGET_MONEY.iter().any(|word| name.starts_with(word));
    let share = SHARE_OF_AMOUNT.iter().any(|words| name.contains(words));
    amount && !share
}
