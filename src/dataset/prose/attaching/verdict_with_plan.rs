//! A verdict with the plan that it is about: "doanh thu bán lẻ đạt kế hoạch 4.200 tỷ đồng". The
//! figure is what was planned, and the words for the verdict are no part of the name.

use std::ops::Range;

use super::naming::Naming;
use crate::dataset::prose::filling::fill_plan::{open_side, target_of};
use crate::dataset::prose::filling::filled_row::{figure, row, widen};
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name;
use crate::dataset::prose::phrases::name_word::has_content;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::rows::verdict::status;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{NEXT_TO_PLAN, RATE_HEADS};
use crate::model::Verdict;
use crate::text::lower_case::LowerCase;

/// A verdict at the end of the words before a figure.
struct VerdictBefore {
    /// The words before it.
    named: Range<usize>,
    /// Its words: "chưa đạt kế hoạch đề ra".
    said: Range<usize>,
}

/// Begins an indicator that has its plan behind a verdict. Whether the plan was also the result is not said.
pub(super) fn verdict_with_plan(
    reader: &mut SentenceReader<'_, '_>,
    naming: &Naming<'_>,
) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let QuantityContext { quantity, gap, role, .. } = *context;
    let fits = matches!(role, QuantityRole::Value | QuantityRole::Target)
        && quantity.whole.is_none()
        && !reader.state.sentence.target;
    let sentence = reader.sentence;
    let before = verdict_before(sentence, found.words.clone()).filter(|_| fits)?;
    let status = before.said.clone().find_map(|at| status(sentence.phrase(at)));
    let named = BeforeFigure { words: before.named, ..found.clone() };
    let name = name::noun(sentence, &named)?;
    let bound = gap.bound.map(|at| sentence.text(at..at + 1));
    let target = target_of(quantity, bound.as_deref(), open_side(reader, quantity));
    // "Doanh thu đạt kế hoạch 98%": a percent of the plan, if what is named is no rate.
    let lower = name.text.lower_case();
    let is_rate = RATE_HEADS.iter().any(|head| lower.starts_with(head));
    let percent = quantity.is_percent() && !is_rate;
    let text = sentence.text(before.said);
    reader.begin(name, gap, &named);
    widen(reader, quantity, &(gap.all.end..gap.all.end));
    let row = row(reader)?;
    row.doubt(Doubt::TargetOrActual);
    if percent {
        row.add_percent(quantity.value, &text);
        return Some(figure(NumberRule::PercentOfPlan));
    }
    row.target = Some(target);
    row.unit.clone_from(&quantity.unit);
    row.verdict = status.map(|status| Verdict { text, status });
    Some(figure(NumberRule::Target))
}

/// The verdict with which words end; `None` if they name nothing before it.
fn verdict_before(sentence: &Sentence<'_>, words: Range<usize>) -> Option<VerdictBefore> {
    let is_verdict = |at: usize| {
        let plan = sentence.phrase(at) == Some(Phrase::Plan);
        // "đạt kế hoạch", in one phrase or in two.
        let reached = plan
            && at.checked_sub(1).is_some_and(|before| {
                words.contains(&before) && sentence.phrase(before) == Some(Phrase::Reach)
            });
        reached || status(sentence.phrase(at)).is_some()
    };
    let passes = |at: usize| {
        NEXT_TO_PLAN.contains(sentence.key(at))
            || matches!(sentence.items[at].what, What::Date)
            || sentence.phrase(at) == Some(Phrase::Time)
    };
    let skipped = words.clone().rev().take_while(|at| passes(*at)).count();
    let at = (words.end - skipped).checked_sub(1).filter(|at| words.contains(at))?;
    if !is_verdict(at) {
        return None;
    }
    let weak = |at: usize| matches!(sentence.key(at), "chưa" | "không" | "chỉ" | "đã" | "cũng");
    let reached = usize::from(sentence.phrase(at) == Some(Phrase::Plan));
    let mut start = at - reached;
    while start > words.start && weak(start - 1) {
        start -= 1;
    }
    let named = words.start..start;
    has_content(sentence, named.clone()).then_some(VerdictBefore { named, said: start..words.end })
}
