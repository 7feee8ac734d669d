//! Gives each quantity of a sentence to an indicator, in order.

use std::ops::Range;

use super::constructions::CONSTRUCTIONS;
use super::naming::Naming;
use super::no_owner::{is_fraction, names_own_whole};
use crate::dataset::prose::filling::fill;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::name_behind;
use crate::dataset::prose::phrases::name_ending::ending;
use crate::dataset::prose::phrases::name_words::before;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::reading_state::ReadingState;
use crate::dataset::prose::rows::sentence_reader::{Assignment, SentenceReader};
use crate::dataset::prose::rows::verdict;
use crate::dataset::prose::sentence::gap::{Gap, Gaps, gaps};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose_words::YEARLY_AVERAGES;

/// Reads a sentence into `state.rows`. Returns what became of each of its quantities.
pub(crate) fn read(sentence: &Sentence<'_>, state: &mut ReadingState) -> Vec<Assignment> {
    let mut reader = SentenceReader::new(sentence, state);
    let Gaps { before: gaps, complements } = gaps(sentence);
    let mut at = 0;
    while at < gaps.len() {
        at += reader.step(&gaps, &complements, at);
    }
    verdict::read(&mut reader, &gaps);
    reader.percents_of_amounts();
    reader.take_months_compared();
    reader.keep_period();
    reader.assignments
}

impl SentenceReader<'_, '_> {
    /// Gives a quantity to an indicator: to the one that it begins, or to one that has begun.
    pub(super) fn assign(&mut self, context: &QuantityContext<'_>) -> Decision {
        let QuantityContext { quantity, gap, complement, role, rule, .. } = *context;
        match role {
            QuantityRole::Passing => return Decision::passing(rule),
            QuantityRole::Remark => return fill::fill(self, context),
            _ => {}
        }
        let body = self.take_body(gap);
        let mut found = before(self.sentence, &body);
        if is_fraction(self.sentence, context) {
            // The whole of the fraction is not given as a number, and what follows is not about the indicator before
            // it.
            self.row = self.row.filter(|_| found.words.is_empty());
            return Decision::unread(NumberRule::FractionOfWhole);
        }
        found.part &= !names_own_whole(self.sentence, gap);
        if self.is_average_before_value(&found, quantity, role) {
            found.words = found.words.end..found.words.end;
        }
        if self.is_cause(&body, &found) {
            found.words = found.words.end..found.words.end;
        }
        let ending = ending(self.sentence, &found, &body, &gap.lead);
        let naming = Naming { context, found: &found, ending };
        if let Some(decision) = CONSTRUCTIONS.iter().find_map(|read| read(self, &naming)) {
            return decision;
        }
        // "cao hơn vụ trước 0,08 tấn/ha": what is compared with is no name.
        let compared = matches!(rule, NumberRule::ComparedWithOther | NumberRule::ChangeBehind)
            && self.row.is_some();
        let is_first = !compared && self.is_new(&naming);
        let decided =
            if is_first { self.begin_named(&naming) } else { self.turn_to_owner(&naming) };
        if let Some(decision) = decided {
            return decision;
        }
        self.doubt_period_behind(complement, role);
        let decision = fill::fill(self, &QuantityContext { is_first, ..*context });
        if is_first && role == QuantityRole::Value {
            self.take_group(gap, quantity);
        }
        decision
    }

    /// "5,1 triệu tấn, bình quân tăng 3,2%/năm, riêng năm 2025 đạt 1,12 triệu tấn": how the change
    /// is counted, and no name: the value behind it is of the same thing.
    fn is_average_before_value(
        &self,
        found: &BeforeFigure,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> bool {
        let changes = matches!(role, QuantityRole::Up | QuantityRole::Down)
            && quantity.unit.as_deref().is_some_and(|unit| unit.starts_with("%/"));
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let quantities = &self.sentence.quantities;
        let next = quantities.partition_point(|one| one.from <= quantity.from);
        let next = quantities.get(next).and_then(|next| next.unit.as_ref());
        let goes_on = next.is_some() && next == row.and_then(|row| row.unit.as_ref());
        let words = || self.sentence.lower_text(found.words.clone());
        changes && goes_on && YEARLY_AVERAGES.contains(&words())
    }

    /// The body of a gap without the words that a name behind the figure before has taken.
    fn take_body(&mut self, gap: &Gap) -> Range<usize> {
        match self.before.take_name_end() {
            Some(end) if end > gap.body.start => end.min(gap.body.end)..gap.body.end,
            _ => gap.body.clone(),
        }
    }

    /// Begins the indicator of a quantity. A decision if there is nothing more to fill in.
    fn begin_named(&mut self, naming: &Naming<'_>) -> Option<Decision> {
        let Naming { context, found, .. } = *naming;
        let QuantityContext { quantity, gap, role, .. } = *context;
        let Some(name) = self.named(naming) else { return Some(self.without_name(gap, found)) };
        if self.is_added(context) {
            let text = self.state.document.language.added(&name.text);
            self.begin(Name { text, ..name }, gap, found);
            return Some(fill::added(self, quantity, gap));
        }
        let name = self.with_more(name, gap, role);
        self.begin(name, gap, found);
        self.take_pending(role);
        None
    }

    /// Turns to the indicator that a quantity is about which begins none by its words. A decision
    /// if there is no such one.
    fn turn_to_owner(&mut self, naming: &Naming<'_>) -> Option<Decision> {
        let Naming { context, found, .. } = *naming;
        let QuantityContext { quantity, gap, complement, role, .. } = *context;
        if self.is_worth(gap, quantity, role) {
            self.begin_worth(gap);
        } else if let Some(other) = self.counterpart(quantity, complement, role) {
            self.row = Some(other);
        } else if self.may_be_of_whole(quantity, complement, role) {
            self.doubt_row(Doubt::OwnerOpen);
            return Some(Decision::unread(NumberRule::ChangeOfSomethingElse));
        } else if self.is_condition(gap, quantity, role) {
            return Some(Decision::passing(NumberRule::ConditionOfCount));
        } else if self.counts_something_else(quantity, complement, role) {
            return Some(self.fall_of_count(context));
        }
        if role == QuantityRole::Value {
            self.take_period(found, gap);
            if found.period.is_none() {
                self.take_period_behind(gap);
            }
        }
        None
    }

    fn doubt_row(&mut self, doubt: Doubt) {
        if let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) {
            row.doubt(doubt);
        }
    }

    /// Leaves a figure without a name out; what follows is not about the indicator before it.
    fn without_name(&mut self, gap: &Gap, found: &BeforeFigure) -> Decision {
        let apart = gap.all.clone().any(|at| self.sentence.is_mark(at, ";"));
        self.keep_pending(gap);
        if !found.words.is_empty() || apart {
            self.row = None;
        }
        Decision::unread(NumberRule::NoName)
    }

    /// A target of how many there are to be less: "giảm 1.150 hộ nghèo". Elsewhere it is not understood.
    fn fall_of_count(&mut self, context: &QuantityContext<'_>) -> Decision {
        let QuantityContext { quantity, gap, complement, role, .. } = *context;
        let nothing = BeforeFigure::default();
        let name = name_behind::behind(self.sentence, &nothing, quantity, complement, false);
        let Some(name) = name.filter(|_| self.state.sentence.target) else {
            return Decision::unread(NumberRule::ChangeOfSomethingElse);
        };
        let text = self.state.document.language.change_of(&name.text, role == QuantityRole::Up);
        self.begin(Name { text, ..name }, gap, &nothing);
        let nowhere = gap.all.end..gap.all.end;
        let target = QuantityContext {
            complement: &nowhere,
            role: QuantityRole::Target,
            rule: NumberRule::TargetOfChange,
            ..*context
        };
        fill::target_or_earlier(self, &target)
    }
}
