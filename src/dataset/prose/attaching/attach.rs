//! Gives each quantity of a sentence to an indicator, in order.

use std::ops::Range;

use crate::dataset::prose::filling::fill;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::{self, Name};
use crate::dataset::prose::phrases::name_ending::ending;
use crate::dataset::prose::phrases::name_words::before;
use crate::dataset::prose::phrases::period_mentions::mentions_in;
use crate::dataset::prose::roles::role::{Follow, QuantityRole, RoleContext};
use crate::dataset::prose::roles::role_base::{leading_base, takes_leading_base};
use crate::dataset::prose::roles::role_follow::{behind_bracket, follow};
use crate::dataset::prose::roles::role_rules::role;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::{Assigned, Parts, ReadingState, SentenceReader};
use crate::dataset::prose::rows::verdict;
use crate::dataset::prose::sentence::gap::{Gap, gaps};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;

/// The first word of a unit.
pub(in crate::dataset::prose) fn first_word(unit: &str) -> &str {
    unit.split(' ').next().unwrap_or(unit)
}

/// Reads a sentence into `state.rows`.
pub(in crate::dataset::prose) fn read(
    sentence: &Sentence<'_>,
    state: &mut ReadingState,
) -> Assigned {
    let start = state.rows.len();
    let document = state.document;
    let estimate = sentence.phrase(0) == Some(Phrase::Estimate);
    let mut reader = SentenceReader {
        sentence,
        state,
        row: None,
        start,
        parents: Vec::new(),
        parts: Parts::default(),
        outer: None,
        current: QuantityRole::Value,
        last: None,
        mentions: mentions_in(sentence, document),
        future: false,
        leading: leading_base(sentence),
        base: None,
        estimate,
        consumed: None,
        pending: None,
        clause_place: None,
        plan_distance: None,
        decisions: Vec::new(),
        owners: Vec::new(),
    };
    let (gaps, last) = gaps(sentence);
    let complements: Vec<Range<usize>> =
        gaps.iter().skip(1).map(|gap| gap.complement.clone()).chain([last]).collect();
    let mut at = 0;
    while at < gaps.len() {
        at += reader.step(&gaps, &complements, at);
    }
    verdict::read(&mut reader, &gaps);
    reader.percents_of_amounts();
    reader.take_months_compared();
    reader.keep_period();
    Assigned { decisions: reader.decisions, owners: reader.owners }
}

/// The base of "cao hơn cùng kỳ 1.150 đồng/kg": the words between the comparative and the quantity.
fn base_of_comparative(sentence: &Sentence<'_>, gap: &Gap) -> Option<Range<usize>> {
    let end = gap.all.clone().rev().find(|at| {
        !matches!(sentence.items[*at].what, What::Date)
            && !matches!(sentence.phrase(*at), Some(Phrase::Time))
    })?;
    (end + 1 < gap.all.end).then_some(end + 1..gap.all.end)
}

impl SentenceReader<'_, '_> {
    /// Handles the quantity at `at`; returns how many were handled.
    fn step(&mut self, gaps: &[Gap], complements: &[Range<usize>], at: usize) -> usize {
        let sentence = self.sentence;
        let (gap, quantity) = (&gaps[at], &sentence.quantities[at]);
        let followed = match follow(sentence, &behind_bracket(sentence, gap, &complements[at])) {
            Follow::Nothing => match self.plan_behind_percent(gaps, complements, at) {
                Follow::Nothing => self.base_behind_noun(gap, quantity, &complements[at]),
                followed => followed,
            },
            followed => followed,
        };
        let followed = match followed {
            Follow::Nothing if takes_leading_base(gap, quantity) => self.leading.clone(),
            followed => followed,
        };
        let tight = gap.opens && gap.body.len() == 1;
        let higher = base_of_comparative(sentence, gap);
        let valued = self.row.and_then(|row| self.state.rows.get(row));
        let valued_unit =
            valued.filter(|row| row.actual.is_some()).and_then(|row| row.unit.clone());
        let row_period = valued.and_then(|row| row.period.clone());
        let context = RoleContext {
            sentence,
            valued_unit: valued_unit.as_deref(),
            row_period: row_period.as_deref(),
            document: self.state.document,
            quantity,
            gap,
            follow: &followed,
            before_to: gaps.get(at + 1).is_some_and(|next| {
                next.role == Some(Phrase::To)
                    // "giảm từ 15 ngày còn 7 ngày".
                    || sentence.key(next.lead.start) == "còn" && next.body.is_empty()
                    || next.all.clone().any(|at| sentence.phrase(at) == Some(Phrase::To))
            }),
            before_target: self.is_before_target(gaps, at),
            bracketed: self.last.filter(|_| tight),
            after_plan: at > 0 && matches!(follow(sentence, &gap.complement), Follow::Plan(_)),
            after_base: matches!(
                self.last,
                Some(QuantityRole::Up | QuantityRole::Down | QuantityRole::Index)
            ) && matches!(follow(sentence, &gap.complement), Follow::Base(_)),
            has_row: self.row.is_some(),
            after_times: self.last == Some(QuantityRole::Times),
            complement: &complements[at],
        };
        let (role, rule) = self.goes_on(role(&context), gap, quantity, &complements[at], &followed);
        self.current = role;
        if rule == NumberRule::ComparedWithOther
            && let Some(base) =
                higher.filter(|_| matches!(role, QuantityRole::Up | QuantityRole::Down))
        {
            self.base = Some(sentence.text(base));
        }
        if self.target_begins(gap) {
            self.state.target = true;
        }
        if let Some(many) = self.respectively(gaps, at, role) {
            return many;
        }
        if gap.all.clone().any(|at| sentence.is_mark(at, ";")) {
            self.estimate = false;
        }
        if let Some(many) = self
            .distribute(gaps, complements, at, role)
            .or_else(|| self.changes_in_order(gaps, complements, at))
            .or_else(|| self.percents_in_order(gaps, at))
        {
            return many;
        }
        if let Some(many) = self.plan_and_result(gaps, at, role) {
            return many;
        }
        if let Some(many) = self.rate_and_target(gaps, complements, at, role) {
            return many;
        }
        if let Some(many) = self.rate_of_count(gaps, complements, at, role) {
            return many;
        }
        self.close_bracket(gap);
        let decision = self.assign(&QuantityContext {
            quantity,
            gap,
            complement: &complements[at],
            follow: &followed,
            role,
            rule,
            is_first: false,
        });
        self.last = Some(role);
        self.decide(decision);
        1
    }

    /// Whether the next quantity is a percent that only the words for a plan separate from the one at `at`.
    fn is_before_target(&self, gaps: &[Gap], at: usize) -> bool {
        let sentence = self.sentence;
        let (Some(next), Some(target)) = (gaps.get(at + 1), sentence.quantities.get(at + 1)) else {
            return false;
        };
        if !target.is_percent() || !sentence.quantities[at].is_percent() {
            return false;
        }
        let planned = matches!(follow(sentence, &next.complement), Follow::Plan(_));
        let joins = |at: usize| {
            sentence.is_mark(at, "(:")
                || matches!(sentence.key(at), "of" | "là" | "mức" | "set" | "at")
        };
        planned && (next.complement.end..next.all.end).all(joins)
    }

    /// "tăng 600 tỷ đồng (12%) so với dự toán": the plan behind the bracket is that of the amount as well.
    fn plan_behind_percent(&self, gaps: &[Gap], complements: &[Range<usize>], at: usize) -> Follow {
        let beyond = matches!(
            gaps[at].role,
            Some(Phrase::Up | Phrase::Down | Phrase::Exceed | Phrase::VerdictExceeded)
        );
        let quantities = &self.sentence.quantities;
        let next = gaps.get(at + 1).zip(quantities.get(at + 1)).zip(complements.get(at + 1));
        let Some(((next, percent), complement)) = next.filter(|_| beyond) else {
            return Follow::Nothing;
        };
        let tight = next.opens && next.body.len() == 1 && next.complement.is_empty();
        // "(đạt 120,4% kế hoạch)" is a percent of plan.
        let again = next.lead.clone().all(|at| {
            matches!(
                self.sentence.phrase(at),
                Some(Phrase::Equal | Phrase::Approx | Phrase::Adverb)
            )
        });
        if !tight || !again || !percent.is_percent() || quantities[at].is_percent() {
            return Follow::Nothing;
        }
        match follow(self.sentence, &behind_bracket(self.sentence, next, complement)) {
            Follow::Plan(words) => Follow::Plan(words),
            _ => Follow::Nothing,
        }
    }

    /// Whether the words before a quantity begin to set targets.
    fn target_begins(&self, gap: &Gap) -> bool {
        let has = |phrase| gap.all.clone().find(|at| self.sentence.phrase(*at) == Some(phrase));
        has(Phrase::Target).is_some_and(|at| {
            at.checked_sub(1).is_none_or(|before| {
                !matches!(
                    self.sentence.phrase(before),
                    Some(Phrase::Compare | Phrase::Reach | Phrase::Exceed)
                )
            })
        })
    }

    /// After a closing bracket, figures belong to the indicator before it again.
    fn close_bracket(&mut self, gap: &Gap) {
        let marks = gap.all.clone().filter(|at| self.sentence.is_mark(*at, "()"));
        for at in marks {
            if self.sentence.is_mark(at, "(") {
                self.outer = self.row;
            } else if let Some(outer) = self.outer.take() {
                self.row = Some(outer);
            }
        }
    }

    fn assign(&mut self, context: &QuantityContext<'_>) -> Decision {
        let QuantityContext { quantity, gap, complement, follow, role, rule, .. } = *context;
        if role == QuantityRole::Passing {
            return Decision::passing(rule);
        }
        if role == QuantityRole::Remark {
            return fill::fill(self, context);
        }
        let body = match self.consumed.take() {
            Some(end) if end > gap.body.start => end.min(gap.body.end)..gap.body.end,
            _ => gap.body.clone(),
        };
        let mut found = before(self.sentence, &body);
        if self.is_fraction(gap, quantity, complement) {
            // What has the fraction is not said in numbers, and what follows is not about the indicator before it.
            self.row = self.row.filter(|_| found.words.is_empty());
            return Decision::unread(NumberRule::FractionOfWhole);
        }
        found.part &= !self.names_own_whole(gap);
        if self.is_cause(&body, &found) {
            found.words = found.words.end..found.words.end;
        }
        if let Some(decision) = self.of_which(quantity, complement, &found, role) {
            return decision;
        }
        if let Some(base) = &found.base {
            self.base = Some(self.sentence.text(base.clone()));
        }
        if matches!(role, QuantityRole::Target | QuantityRole::GrowthTarget | QuantityRole::Earlier)
            && self.row.is_some()
            && (role != QuantityRole::Earlier
                || found.words.is_empty()
                || rule == NumberRule::EarlierValue)
        {
            return fill::target_or_earlier(self, context);
        }
        if found.words.is_empty() && self.takes_condition(gap, quantity, role) {
            return Decision::passing(NumberRule::ConditionOfCount);
        }
        if let Some(level) = self.level_of_budget(gap, quantity, role) {
            self.begin(level, gap, &BeforeFigure::default());
            return fill::fill(self, &QuantityContext { is_first: true, ..*context });
        }
        let ending = ending(self.sentence, &found, &body, &gap.lead);
        if let Some(named) = self.name_behind_bracket(gap, &found, role) {
            return self.rename_and_fill(named, context);
        }
        // "cao hơn vụ trước 0,08 tấn/ha": what is compared with is no name.
        let compared = matches!(rule, NumberRule::ComparedWithOther | NumberRule::ChangeBehind)
            && self.row.is_some();
        let counted = self.counted_before(&found, quantity, role);
        if let Some(counted) = counted.or_else(|| self.done_before(&found, quantity, role)) {
            self.row = Some(counted);
            return fill::fill(self, &QuantityContext { is_first: false, ..*context });
        }
        let is_first = !compared && self.is_new(gap, quantity, &found, role, ending, complement);
        if is_first {
            let Some(name) = self.named(gap, quantity, complement, &found, role, ending) else {
                return self.without_name(gap, &found);
            };
            if self.is_added(gap, quantity, role, follow) {
                let text = self.state.language.added(&name.text);
                self.begin(Name { text, ..name }, gap, &found);
                return fill::added(self, quantity, gap);
            }
            let name = self.with_more(name, gap, role);
            self.begin(name, gap, &found);
            self.take_pending(role);
        } else if self.is_worth(gap, quantity, role) {
            self.begin_worth(gap);
        } else if let Some(other) = self.counterpart(quantity, complement, role) {
            self.row = Some(other);
        } else if self.may_be_of_whole(quantity, complement, role) {
            self.doubt_row(Doubt::OwnerOpen);
            return Decision::unread(NumberRule::ChangeOfSomethingElse);
        } else if self.is_condition(gap, quantity, role) {
            return Decision::passing(NumberRule::ConditionOfCount);
        } else if self.counts_something_else(quantity, complement, role) {
            return self.fall_of_count(context);
        }
        if !is_first && role == QuantityRole::Value {
            self.take_period(&found, gap);
            if found.period.is_none() {
                self.take_period_behind(gap);
            }
        }
        self.doubt_period_behind(complement, role);
        let decision = fill::fill(self, &QuantityContext { is_first, ..*context });
        if is_first && role == QuantityRole::Value {
            self.take_group(gap, quantity);
        }
        decision
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

    /// Gives the current indicator the name that is behind its figure, and a further figure.
    fn rename_and_fill(&mut self, name: String, context: &QuantityContext<'_>) -> Decision {
        if let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) {
            row.name = name;
            row.evident = true;
            row.doubts.retain(|doubt| *doubt != Doubt::NameBehind);
        }
        fill::fill(self, context)
    }

    /// A target of how many there are to be less: "giảm 1.150 hộ nghèo". Elsewhere it is not understood.
    fn fall_of_count(&mut self, context: &QuantityContext<'_>) -> Decision {
        let QuantityContext { quantity, gap, complement, role, .. } = *context;
        let nothing = BeforeFigure::default();
        let name = name::behind(self.sentence, &nothing, quantity, complement, false);
        let Some(name) = name.filter(|_| self.state.target) else {
            return Decision::unread(NumberRule::ChangeOfSomethingElse);
        };
        let text = self.state.language.change_of(&name.text, role == QuantityRole::Up);
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
