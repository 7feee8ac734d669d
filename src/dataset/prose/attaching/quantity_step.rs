//! Handles the next quantity of a sentence: what it says, and whether it is given away by itself or
//! with those behind it.

use std::ops::Range;

use super::changes_in_order::changes_in_order;
use super::listed_figures::{distribute, respectively};
use super::named_change::base_behind_noun;
use super::percents_in_order::percents_in_order;
use super::plan_and_result::plan_and_result;
use super::quantity_ahead::QuantityAhead;
use super::rate_and_target::{rate_and_target, rate_of_count};
use crate::dataset::prose::filling::planned_growth::{is_in_unit_of, only_change};
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::roles::role::{Follow, QuantityRole, RoleContext};
use crate::dataset::prose::roles::role_base::takes_leading_base;
use crate::dataset::prose::roles::role_follow::{behind_bracket, follow};
use crate::dataset::prose::roles::role_rules::role;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;

/// Handles a quantity together with those behind it, or gives it to several indicators before it. Returns how many were
/// handled; `None` if they are written otherwise.
type Construction = fn(&mut SentenceReader<'_, '_>, &QuantityAhead<'_>) -> Option<usize>;

/// How several quantities are written that only together say what they are, in order: the first that fits handles them.
/// A quantity that none of them handles goes to an indicator by itself.
const HANDLED_TOGETHER: &[Construction] = &[
    // The figures of a list of names, while an estimate at the start of the sentence is still for all of them.
    respectively,
    end_of_estimate,
    // One percent or change for each of several indicators, or several for one as the indicator before has them.
    distribute,
    changes_in_order,
    percents_in_order,
    // Values that show what the others are.
    plan_and_result,
    rate_and_target,
    rate_of_count,
];

/// Ends the estimate with which a sentence began at a semicolon, and handles nothing.
fn end_of_estimate(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let mut words = ahead.gaps[ahead.at].all.clone();
    if words.any(|at| reader.sentence.is_mark(at, ";")) {
        reader.periods.end_estimate();
    }
    None
}

impl<'t> SentenceReader<'_, 't> {
    /// Handles the quantity at `at`; returns how many were handled.
    pub(super) fn step(&mut self, gaps: &[Gap], complements: &[Range<usize>], at: usize) -> usize {
        let gap = &gaps[at];
        let followed = self.followed(gaps, complements, at);
        let by_itself = role(&self.role_context(gaps, complements, at, &followed));
        let mut context = QuantityContext {
            quantity: &self.sentence.quantities[at],
            gap,
            complement: &complements[at],
            follow: &followed,
            role: by_itself.role,
            rule: by_itself.rule,
            is_first: false,
        };
        if let Some(decided) = self.goes_on(&context) {
            context.role = decided.role;
            context.rule = decided.rule;
        }
        self.current = context.role;
        if context.rule == NumberRule::ComparedWithOther
            && matches!(context.role, QuantityRole::Up | QuantityRole::Down)
            && let Some(base) = base_of_comparative(self.sentence, gap)
        {
            self.comparison.set_base(self.sentence.text(base));
        }
        if target_begins(self.sentence, gap) {
            self.state.sentence.target = true;
        } else if self.leaves_inner_target(gap) {
            self.state.sentence.target = false;
        }
        let ahead = QuantityAhead { gaps, complements, at, role: context.role };
        if let Some(many) = HANDLED_TOGETHER.iter().find_map(|handle| handle(self, &ahead)) {
            return many;
        }
        self.close_bracket(gap);
        let decision = self.assign(&context);
        self.before.role = Some(context.role);
        self.decide(decision);
        1
    }

    /// What the words behind the quantity at `at` compare it with, or those with which the sentence begins.
    fn followed(&self, gaps: &[Gap], complements: &[Range<usize>], at: usize) -> Follow {
        let sentence = self.sentence;
        let (gap, quantity, complement) = (&gaps[at], &sentence.quantities[at], &complements[at]);
        let behind = || follow(sentence, &behind_bracket(sentence, gap, complement));
        behind()
            .or_else(|| plan_behind_percent(self.sentence, gaps, complements, at))
            .or_else(|| base_behind_noun(self.sentence, gap, quantity, complement))
            .or_else(|| match takes_leading_base(gap, quantity) {
                true => self.comparison.leading().clone(),
                false => Follow::Nothing,
            })
    }

    /// The quantity at `at` with all that may decide its role.
    fn role_context<'s>(
        &'s self,
        gaps: &'s [Gap],
        complements: &'s [Range<usize>],
        at: usize,
        followed: &'s Follow,
    ) -> RoleContext<'s, 't> {
        let sentence = self.sentence;
        let gap = &gaps[at];
        let tight = gap.opens && gap.body.len() == 1;
        let current = self.row.and_then(|row| self.state.rows.get(row));
        let valued = current.filter(|row| row.actual.is_some());
        let changed = matches!(
            self.before.role,
            Some(QuantityRole::Up | QuantityRole::Down | QuantityRole::Index)
        );
        RoleContext {
            sentence,
            valued_unit: valued.and_then(|row| row.unit.as_deref()),
            is_only_changed: current
                .and_then(only_change)
                .is_some_and(|change| is_in_unit_of(change, &sentence.quantities[at])),
            is_without_level: current.is_some_and(|row| {
                let level = row.actual.is_some() || row.range.is_some() || row.target.is_some();
                !level && !row.changes.is_empty()
            }),
            row_period: current.and_then(|row| row.period.as_deref()),
            document: self.state.document.period,
            quantity: &sentence.quantities[at],
            gap,
            follow: followed,
            before_to: gaps.get(at + 1).is_some_and(|next| leads_to_value(sentence, next)),
            before_target: is_before_target(self.sentence, gaps, at),
            bracketed: self.before.role.filter(|_| tight),
            after_plan: at > 0 && matches!(follow(sentence, &gap.complement), Follow::Plan(_)),
            after_base: changed && matches!(follow(sentence, &gap.complement), Follow::Base(_)),
            has_row: self.row.is_some(),
            after_times: self.before.role == Some(QuantityRole::Times),
            complement: &complements[at],
        }
    }

    /// Whether a gap begins a clause behind one in which a target only followed a result: "Tỷ lệ
    /// đạt 93%, phấn đấu cuối năm đạt 95%; số giường bệnh đạt …".
    fn leaves_inner_target(&self, gap: &Gap) -> bool {
        let sentence = self.sentence;
        let apart = gap.all.clone().any(|at| sentence.is_mark(at, ";"));
        let targets =
            || (0..gap.all.start).filter(|at| sentence.phrase(*at) == Some(Phrase::Target));
        let Some(first) = targets().next().filter(|_| apart && self.state.sentence.target) else {
            return false;
        };
        let clause = (0..first).rev().find(|at| sentence.is_mark(*at, ";")).map_or(0, |at| at + 1);
        let behind_figure =
            (clause..first).any(|at| matches!(sentence.items[at].what, What::Quantity(_)));
        let result = self.state.rows.get(self.start).is_some_and(|row| row.actual.is_some());
        behind_figure && result
    }

    /// After a closing bracket, figures belong to the indicator before it again.
    fn close_bracket(&mut self, gap: &Gap) {
        let marks = gap.all.clone().filter(|at| self.sentence.is_mark(*at, "()"));
        for at in marks {
            if self.sentence.is_mark(at, "(") {
                self.parts.open_bracket(self.row);
            } else if let Some(outer) = self.parts.close_bracket() {
                self.row = Some(outer);
            }
        }
    }
}

/// Whether the words before a quantity say that it is the value after a change: "xuống còn", "to".
fn leads_to_value(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    gap.role == Some(Phrase::To)
        // "giảm từ 15 ngày còn 7 ngày", "giảm từ 4,6% (năm 2021) còn 1,2%".
        || sentence.key(gap.lead.start) == "còn"
            && gap.body.clone().all(|at| {
                sentence.items[at].what == What::Date
                    || sentence.phrase(at) == Some(Phrase::Time)
                    || sentence.is_mark(at, "()")
            })
        || gap.all.clone().any(|at| sentence.phrase(at) == Some(Phrase::To))
}

/// The base of "cao hơn cùng kỳ 1.150 đồng/kg": the words between the comparative and the quantity.
fn base_of_comparative(sentence: &Sentence<'_>, gap: &Gap) -> Option<Range<usize>> {
    let end = gap.all.clone().rev().find(|at| {
        !matches!(sentence.items[*at].what, What::Date)
            && !matches!(sentence.phrase(*at), Some(Phrase::Time))
    })?;
    (end + 1 < gap.all.end).then_some(end + 1..gap.all.end)
}

/// Whether the next quantity is a percent that only the words for a plan separate from the one at `at`.
fn is_before_target(sentence: &Sentence<'_>, gaps: &[Gap], at: usize) -> bool {
    let (Some(next), Some(target)) = (gaps.get(at + 1), sentence.quantities.get(at + 1)) else {
        return false;
    };
    if !target.is_percent() || !sentence.quantities[at].is_percent() {
        return false;
    }
    let planned = matches!(follow(sentence, &next.complement), Follow::Plan(_));
    let joins = |at: usize| {
        sentence.is_mark(at, "(:") || matches!(sentence.key(at), "of" | "là" | "mức" | "set" | "at")
    };
    planned && (next.complement.end..next.all.end).all(joins)
}

/// "tăng 600 tỷ đồng (12%) so với dự toán": the plan behind the bracket is that of the amount as well.
fn plan_behind_percent(
    sentence: &Sentence<'_>,
    gaps: &[Gap],
    complements: &[Range<usize>],
    at: usize,
) -> Follow {
    let beyond = matches!(
        gaps[at].role,
        Some(Phrase::Up | Phrase::Down | Phrase::Exceed | Phrase::VerdictExceeded)
    );
    let quantities = &sentence.quantities;
    let next = gaps.get(at + 1).zip(quantities.get(at + 1)).zip(complements.get(at + 1));
    let Some(((next, percent), complement)) = next.filter(|_| beyond) else {
        return Follow::Nothing;
    };
    let tight = next.opens && next.body.len() == 1 && next.complement.is_empty();
    // "(đạt 120,4% kế hoạch)" is a percent of plan.
    let again = next.lead.clone().all(|at| {
        matches!(sentence.phrase(at), Some(Phrase::Equal | Phrase::Approx | Phrase::Adverb))
    });
    if !tight || !again || !percent.is_percent() || quantities[at].is_percent() {
        return Follow::Nothing;
    }
    match follow(sentence, &behind_bracket(sentence, next, complement)) {
        Follow::Plan(words) => Follow::Plan(words),
        _ => Follow::Nothing,
    }
}

/// Whether the words before a quantity begin to set targets.
fn target_begins(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let has = |phrase| gap.all.clone().find(|at| sentence.phrase(*at) == Some(phrase));
    has(Phrase::Target).is_some_and(|at| {
        at.checked_sub(1).is_none_or(|before| {
            !matches!(
                sentence.phrase(before),
                Some(Phrase::Compare | Phrase::Reach | Phrase::Exceed)
            )
        })
    })
}
