//! A plan that comes before its result: "Ban A: kế hoạch 890 tỷ đồng, giải ngân 214 tỷ đồng (24%)".

use std::ops::Range;

use crate::dataset::prose::filling::fill_value::value;
use crate::dataset::prose::filling::filled_row::{figure, row, widen};
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::{Name, tidy};
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;
use crate::model::Target;

/// The most items between a plan and its result.
const NEAR: usize = 6;

impl SentenceReader<'_, '_> {
    /// Handles a plan and the result behind it, whose owner is before a colon or before "được giao".
    pub(super) fn plan_and_result(
        &mut self,
        gaps: &[Gap],
        at: usize,
        role: QuantityRole,
    ) -> Option<usize> {
        let (gap, next) = (gaps.get(at)?, gaps.get(at + 1)?);
        let quantities = &self.sentence.quantities;
        let (plan, result) = (quantities.get(at)?, quantities.get(at + 1)?);
        let single = |one: &Quantity| one.whole.is_none() && one.high.is_none();
        let unit = |one: &Quantity| one.unit.clone().filter(|_| !one.is_percent());
        let target = converted(plan.value, &unit(plan)?, &unit(result)?)?;
        if role != QuantityRole::Value || self.state.target || !single(plan) || !single(result) {
            return None;
        }
        let label = tidy(&self.sentence.text(self.owner_of_plan(&gap.body)?));
        let text = self.verb_of_result(next)?;
        let name = Name { text, label: Some(label), period: None, behind: false };
        self.begin(name, gap, &BeforeFigure::default());
        if let Some(row) = row(self) {
            // The name is that of the verb, and not inherited.
            row.doubts.retain(|doubt| *doubt != Doubt::NameInherited);
            row.unit = None;
            row.target = Some(Target::Value(target));
        }
        widen(self, plan, &(gap.all.end..gap.all.end));
        self.decide(figure(NumberRule::PlanBeforeResult));
        let decision = value(self, result, next, NumberRule::ResultOfPlan);
        self.decide(decision);
        self.last = Some(QuantityRole::Value);
        Some(2)
    }

    /// The words before a colon or "được giao" behind which nothing but the plan is named.
    fn owner_of_plan(&self, body: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let is_plan = |at: &usize| {
            matches!(
                sentence.phrase(*at),
                Some(Phrase::Plan | Phrase::Adverb | Phrase::Time | Phrase::Verb)
            ) || matches!(sentence.key(*at), "vốn" | "giao" | "được" | "năm")
        };
        let first = body.clone().rev().take_while(is_plan).last()?;
        let assigned = (first..body.end).any(|at| sentence.key(at) == "giao");
        let planned = (first..body.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan));
        let end = first.checked_sub(1)?;
        let colon = sentence.is_mark(end, ":");
        let end = if colon { end } else { first };
        let start = body.clone().rev().find(|at| *at < end && sentence.is_mark(*at, ";,:"));
        let start = start.map_or(body.start, |at| at + 1);
        // "Tổng nguồn vốn được giao 51 tỷ đồng" is an indicator, and owns none.
        let owner = colon || !is_head(sentence, start);
        (start < end && owner && (assigned || colon && planned)).then_some(start..end)
    }

    /// The verb of a result as a name: "giải ngân".
    fn verb_of_result(&self, gap: &Gap) -> Option<String> {
        let words = self.sentence.lower_text(gap.all.clone());
        let verb = ["giải ngân", "thực hiện"].into_iter().find(|verb| words.contains(verb))?;
        // Nothing else is named between the two.
        (gap.all.len() <= NEAR).then(|| verb.to_owned())
    }
}
