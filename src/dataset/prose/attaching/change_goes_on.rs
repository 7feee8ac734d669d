//! Changes that leave out the word which says so: "tăng 14 lớp và 1.052 học sinh".

use rust_decimal::Decimal;

use super::named_change::what_changed;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::roles::role::{DecidedRole, Follow, QuantityRole};
use crate::dataset::prose::rows::rounded::is_ratio;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::model::ChangeUnit;

impl SentenceReader<'_, '_> {
    /// The role of a quantity that goes on with what was said before it without a word that says
    /// so: "tăng 14 lớp và 1.052 học sinh", "agriculture grew 2.71%; services 6.95%". `None` if its
    /// own words decide.
    pub(super) fn goes_on(&self, context: &QuantityContext<'_>) -> Option<DecidedRole> {
        if let Some(role) = self.change_by(context) {
            return Some(DecidedRole { role, rule: NumberRule::GrowthGoesOn });
        }
        if self.is_beyond_other_plan(context) {
            let (role, rule) = (QuantityRole::OverPlan, NumberRule::BeyondPlan);
            return Some(DecidedRole { role, rule });
        }
        let changed = |last: &QuantityRole| matches!(last, QuantityRole::Up | QuantityRole::Down);
        let role = self.before.role.filter(changed)?;
        // "CPI rose by 3.22% and core inflation by 3.01%".
        let plain = context.gap.lead.clone().all(|at| self.sentence.key(at) == "by");
        let unsaid = context.role == QuantityRole::Value && plain;
        if self.is_same_in_percent(context) || unsaid && self.change_goes_on(context, role) {
            return Some(DecidedRole { role, rule: NumberRule::ChangeGoesOn });
        }
        let growth = unsaid && self.growth_goes_on(context);
        growth.then_some(DecidedRole { role, rule: NumberRule::GrowthGoesOn })
    }

    /// "Exports rose by 9.3 percent to US$12.6 billion and imports by 4.4 percent": "by" is before a change, as that of
    /// the indicator before.
    fn change_by(&self, context: &QuantityContext<'_>) -> Option<QuantityRole> {
        let QuantityContext { gap, quantity, role, .. } = *context;
        let sentence = self.sentence;
        let by = !gap.lead.is_empty() && gap.lead.clone().all(|at| sentence.key(at) == "by");
        let joined = sentence.phrase(gap.body.start) == Some(Phrase::And);
        let row = self.row.and_then(|row| self.state.rows.get(row))?;
        let change = row.changes.last().filter(|_| row.actual.is_some())?;
        let fits = role == QuantityRole::Value && by && joined && quantity.is_percent();
        let same =
            if change.amount.is_sign_negative() { QuantityRole::Down } else { QuantityRole::Up };
        fits.then_some(same)
    }

    /// "vượt 12% dự toán trung ương giao và 5,7% dự toán tỉnh giao": beyond the other plan as well. A large percent may
    /// be one of it.
    fn is_beyond_other_plan(&self, context: &QuantityContext<'_>) -> bool {
        let QuantityContext { gap, quantity, role, .. } = *context;
        let joins = |at: usize| {
            matches!(self.sentence.key(at), "và" | "and") || self.sentence.is_mark(at, ",")
        };
        self.before.role == Some(QuantityRole::OverPlan)
            && role == QuantityRole::PlanPercent
            && gap.lead.is_empty()
            && (gap.complement.end..gap.all.end).all(joins)
            && quantity.value < Decimal::from(50)
    }

    /// "tăng 3 vụ = 7,9%", "giảm 5 vụ, bằng 10,2%": the change of a count once more, which the figures agree with.
    fn is_same_in_percent(&self, context: &QuantityContext<'_>) -> bool {
        let QuantityContext { gap, quantity, role, .. } = *context;
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let Some((row, change)) = row.and_then(|row| Some((row, row.changes.last()?))) else {
            return false;
        };
        let before = row.actual.and_then(|actual| actual.checked_sub(change.amount));
        let agrees = before.is_some_and(|before| {
            !before.is_zero() && is_ratio(change.amount.abs(), before, quantity.value)
        });
        matches!(role, QuantityRole::Value | QuantityRole::Index)
            && gap.role == Some(Phrase::Equal)
            && gap.complement.is_empty()
            && gap.body.clone().all(|at| self.sentence.is_mark(at, ",("))
            && quantity.is_percent()
            && quantity.high.is_none()
            && row.unit.as_deref().and_then(class_of) != Some(UnitClass::Percent)
            && change.unit == ChangeUnit::Points
            && agrees
    }

    /// Whether a quantity that is joined to a change of the direction `last` is a change as well.
    fn change_goes_on(&self, context: &QuantityContext<'_>, last: QuantityRole) -> bool {
        let QuantityContext { gap, quantity, complement, follow, .. } = *context;
        let sentence = self.sentence;
        // What the change before is compared with is between the two.
        let mut between = gap.complement.end..gap.all.end;
        let joined = between.all(|at| sentence.phrase(at) == Some(Phrase::And));
        let comma =
            gap.lead.is_empty() && gap.body.len() == 1 && sentence.is_mark(gap.body.start, ",");
        if quantity.is_percent() {
            let named = what_changed(sentence, complement).is_some();
            // "tăng 3,1% về lượng và 15,9% về trị giá", "up 3% in number and 8% in value";
            // "increased by 0.29% against the previous month and 2.63% from a year earlier"; "tăng
            // 9,4% số vụ, 6,1% số đối tượng".
            return joined && (named || matches!(follow, Follow::Base(_)))
                || comma && named && what_changed(sentence, &gap.complement).is_some();
        }
        let counted =
            quantities_before(self.sentence, quantity).last().is_some_and(Quantity::is_count);
        let joined = joined && gap.complement.is_empty();
        quantity.is_count()
            && (joined && (counted || self.counterpart(quantity, complement, last).is_some())
                || comma && counted && self.changes_next_count(quantity, complement, last, follow))
    }

    /// Whether a percent behind the growth of an indicator is that of another one: "công nghiệp
    /// tăng 3,25%, dịch vụ 7,01% và nông nghiệp 2,66%".
    fn growth_goes_on(&self, context: &QuantityContext<'_>) -> bool {
        let QuantityContext { gap, quantity, .. } = *context;
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let growing = row.is_some_and(|row| {
            row.actual.is_none()
                && row.target.is_none()
                && row.changes.len() == 1
                && row.earlier.is_empty()
        });
        quantity.is_percent()
            && quantity.high.is_none()
            && growing
            && names_next_of_list(self.sentence, gap, quantity)
    }
}

/// Whether the words between two figures go on with a list, and name its next item.
fn names_next_of_list(sentence: &Sentence<'_>, gap: &Gap, quantity: &Quantity) -> bool {
    let before = quantities_before(sentence, quantity);
    let last_two = before.len().checked_sub(2).and_then(|from| before.get(from..));
    let listed = last_two.is_some_and(|two| two.iter().all(Quantity::is_percent));
    // "…, and services by 14.1 per cent", "… and agriculture 3.15 percent".
    let by = !gap.lead.is_empty();
    let may_join =
        |at: usize| by || listed || sentence.key(at) == "and" && !is_head(sentence, at + 1);
    let joins = |at: usize| sentence.phrase(at) == Some(Phrase::And) && may_join(at);
    // "; and the service sector by 7.51%".
    let article = |at: usize| by && sentence.key(at) == "the";
    let mut words = gap.body.clone();
    let first = words.find(|at| !sentence.is_mark(*at, ",;") && !joins(*at) && !article(*at));
    let separate = sentence.is_mark(gap.body.start, ",;") || joins(gap.body.start);
    let named = first.is_some_and(|at| {
        !matches!(sentence.key(at), "tỷ" | "tỉ" | "rate" | "the")
            && matches!(sentence.items[at].what, What::Word | What::Phrase(Phrase::Word))
    });
    separate && named
}

/// The quantities of the sentence before one of them.
fn quantities_before<'s>(sentence: &'s Sentence<'_>, quantity: &Quantity) -> &'s [Quantity] {
    let quantities = &sentence.quantities;
    let index = quantities.partition_point(|before| before.to <= quantity.from);
    &quantities[..index]
}
