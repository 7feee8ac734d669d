//! Changes that leave out the word which says so: "tăng 14 lớp và 1.052 học sinh".

use std::ops::Range;

use rust_decimal::Decimal;

use super::named_change::what_changed;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::doubt::is_ratio;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::model::ChangeUnit;

impl SentenceReader<'_, '_> {
    /// "Exports rose by 9.3 percent to US$12.6 billion and imports by 4.4 percent": "by" is before a change, as that of
    /// the indicator before.
    fn change_by(
        &self,
        by_itself: (QuantityRole, NumberRule),
        gap: &Gap,
        quantity: &Quantity,
    ) -> Option<QuantityRole> {
        let sentence = self.sentence;
        let by = !gap.lead.is_empty() && gap.lead.clone().all(|at| sentence.key(at) == "by");
        let joined = sentence.phrase(gap.body.start) == Some(Phrase::And);
        let row = self.row.and_then(|row| self.state.rows.get(row))?;
        let change = row.changes.last().filter(|_| row.actual.is_some())?;
        let fits = by_itself.0 == QuantityRole::Value && by && joined && quantity.is_percent();
        let role =
            if change.amount.is_sign_negative() { QuantityRole::Down } else { QuantityRole::Up };
        fits.then_some(role)
    }

    /// "vượt 12% dự toán trung ương giao và 5,7% dự toán tỉnh giao": beyond the other plan as well. A large percent may
    /// be one of it.
    fn is_beyond_other_plan(
        &self,
        by_itself: (QuantityRole, NumberRule),
        gap: &Gap,
        quantity: &Quantity,
    ) -> bool {
        let joins = |at: usize| {
            matches!(self.sentence.key(at), "và" | "and") || self.sentence.is_mark(at, ",")
        };
        self.last == Some(QuantityRole::OverPlan)
            && by_itself.0 == QuantityRole::PlanPercent
            && gap.lead.is_empty()
            && (gap.complement.end..gap.all.end).all(joins)
            && quantity.value < Decimal::from(50)
    }

    /// "tăng 3 vụ = 7,9%", "giảm 5 vụ, bằng 10,2%": the change of a count once more, which the figures agree with.
    fn is_same_in_percent(
        &self,
        by_itself: (QuantityRole, NumberRule),
        gap: &Gap,
        quantity: &Quantity,
    ) -> bool {
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let Some((row, change)) = row.and_then(|row| Some((row, row.changes.last()?))) else {
            return false;
        };
        let before = row.actual.and_then(|actual| actual.checked_sub(change.amount));
        let agrees = before.is_some_and(|before| {
            !before.is_zero() && is_ratio(change.amount.abs(), before, quantity.value)
        });
        matches!(by_itself.0, QuantityRole::Value | QuantityRole::Index)
            && gap.role == Some(Phrase::Equal)
            && gap.complement.is_empty()
            && gap.body.clone().all(|at| self.sentence.is_mark(at, ",("))
            && quantity.is_percent()
            && quantity.high.is_none()
            && row.unit.as_deref().and_then(class_of) != Some(UnitClass::Percent)
            && change.unit == ChangeUnit::Points
            && agrees
    }

    /// The role of a quantity that goes on with changes without a word that says so: "tăng 14 lớp và 1.052 học
    /// sinh", "agriculture grew 2.71%; services 6.95%".
    pub(super) fn goes_on(
        &self,
        by_itself: (QuantityRole, NumberRule),
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        follow: &Follow,
    ) -> (QuantityRole, NumberRule) {
        if let Some(change) = self.change_by(by_itself, gap, quantity) {
            return (change, NumberRule::GrowthGoesOn);
        }
        if self.is_beyond_other_plan(by_itself, gap, quantity) {
            return (QuantityRole::OverPlan, NumberRule::BeyondPlan);
        }
        let Some(last) =
            self.last.filter(|last| matches!(last, QuantityRole::Up | QuantityRole::Down))
        else {
            return by_itself;
        };
        if self.is_same_in_percent(by_itself, gap, quantity) {
            return (last, NumberRule::ChangeGoesOn);
        }
        // "CPI rose by 3.22% and core inflation by 3.01%".
        let plain = gap.lead.clone().all(|at| self.sentence.key(at) == "by");
        if by_itself.0 != QuantityRole::Value || !plain {
            return by_itself;
        }
        // What the change before is compared with is between the two.
        let mut between = gap.complement.end..gap.all.end;
        let joined = between.all(|at| self.sentence.phrase(at) == Some(Phrase::And));
        // "tăng 3,1% về lượng và 15,9% về trị giá", "up 3% in number and 8% in value".
        if joined && quantity.is_percent() && what_changed(self.sentence, complement).is_some() {
            return (last, NumberRule::ChangeGoesOn);
        }
        // "increased by 0.29% against the previous month and 2.63% from a year earlier".
        if joined && quantity.is_percent() && matches!(follow, Follow::Base(_)) {
            return (last, NumberRule::ChangeGoesOn);
        }
        let joined = joined && gap.complement.is_empty();
        // "tăng 9,4% số vụ, 6,1% số đối tượng".
        let comma = gap.lead.is_empty()
            && gap.body.len() == 1
            && self.sentence.is_mark(gap.body.start, ",");
        let of_named = |words: &Range<usize>| what_changed(self.sentence, words).is_some();
        if comma && quantity.is_percent() && of_named(&gap.complement) && of_named(complement) {
            return (last, NumberRule::ChangeGoesOn);
        }
        let quantities = &self.sentence.quantities;
        let index = quantities.partition_point(|before| before.to <= quantity.from);
        let before = index.checked_sub(1).and_then(|index| quantities.get(index));
        if joined
            && quantity.is_count()
            && (before.is_some_and(Quantity::is_count)
                || self.counterpart(quantity, complement, last).is_some())
        {
            return (last, NumberRule::ChangeGoesOn);
        }
        if comma
            && quantity.is_count()
            && before.is_some_and(Quantity::is_count)
            && self.changes_next_count(quantity, complement, last, follow)
        {
            return (last, NumberRule::ChangeGoesOn);
        }
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let growing = row.is_some_and(|row| {
            row.actual.is_none()
                && row.target.is_none()
                && row.changes.len() == 1
                && row.earlier.is_empty()
        });
        // "công nghiệp tăng 3,25%, dịch vụ 7,01% và nông nghiệp 2,66%": the last of a list of changes.
        let listed = index >= 2 && quantities[index - 2..index].iter().all(Quantity::is_percent);
        // "…, and services by 14.1 per cent".
        let may_join = !gap.lead.is_empty() || listed;
        let joins = |at: usize| may_join && self.sentence.phrase(at) == Some(Phrase::And);
        let mut words = gap.body.clone();
        let first = words.find(|at| !self.sentence.is_mark(*at, ",;") && !joins(*at));
        let separate = self.sentence.is_mark(gap.body.start, ",;") || joins(gap.body.start);
        let named = first.is_some_and(|at| {
            !matches!(self.sentence.key(at), "tỷ" | "tỉ" | "rate" | "the")
                && matches!(self.sentence.items[at].what, What::Word | What::Phrase(Phrase::Word))
        });
        if quantity.is_percent() && quantity.high.is_none() && growing && separate && named {
            return (last, NumberRule::GrowthGoesOn);
        }
        by_itself
    }
}
