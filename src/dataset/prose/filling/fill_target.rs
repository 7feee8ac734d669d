//! The target of the current indicator, named behind its figure: "đạt 95% (kế hoạch 93%)", "giảm
//! 1,2% (kế hoạch giảm 1%)".

use super::fill_plan::{comparative, is_below, open_side, target_of};
use super::filled_row::{figure, row};
use super::planned_growth::{PlannedChange, is_in_unit_of, only_change, turn_to_growth};
use super::target_period::period_of_target;
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::rows::verdict::{against_plan, status};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::lexicon::prose::Phrase;
use crate::model::{Period, Status, Target, Verdict};

/// Gives a target to the current indicator, or to its note where no field holds it.
pub(crate) fn target(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    role: QuantityRole,
    rule: NumberRule,
) -> Decision {
    let said = TargetWords::of(reader, quantity, gap);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if let Some(decision) = target_of_change(row, quantity, role, &said) {
        return decision;
    }
    if let Some(decision) = target_in_note(row, quantity, &said) {
        return decision;
    }
    let own = row.unit.as_deref().filter(|_| row.actual.is_some());
    let value = own
        .zip(quantity.unit.as_deref())
        .and_then(|(own, unit)| converted(quantity.value, unit, own));
    let in_own = Quantity { value: value.unwrap_or(quantity.value), ..quantity.clone() };
    let target = target_of(&in_own, said.bound.as_deref(), said.open);
    // "612/610 ha, đạt 100,3% (KH 610 ha)" gives it once more.
    if row.target.is_some_and(|own| own != target) {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::SecondTarget);
    }
    row.target = Some(target);
    // "tăng 2%, kế hoạch là 320.000 tấn": only the plan says what the indicator is measured in.
    let changed = row.actual.is_none() && row.range.is_none() && !row.changes.is_empty();
    if changed && row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    row.plan_period = row.plan_period.or(said.period);
    let by_side = said.side.and_then(|side| verdict_of_side(side, target, &row.name));
    if row.verdict.is_none() {
        row.verdict = said.verdict.or(by_side);
    }
    figure(rule)
}

/// What a sentence says about a target.
struct TargetWords {
    /// The word before it that makes it a bound.
    bound: Option<String>,
    open: Option<OpenSide>,
    /// All of it, for a note: "kế hoạch giảm 1%".
    note: String,
    verdict: Option<Verdict>,
    side: Option<SideOfTarget>,
    /// Its period, if that is a later one than the figure's.
    period: Option<Period>,
    /// Whether a rise is planned, or a fall; `None` for a level.
    rises: Option<bool>,
    language: ReportLanguage,
}

impl TargetWords {
    fn of(reader: &SentenceReader<'_, '_>, quantity: &Quantity, gap: &Gap) -> Self {
        let sentence = reader.sentence;
        let bare = gap.body.clone().all(|at| sentence.is_mark(at, "("));
        let planned = if bare { gap.complement.clone() } else { gap.body.clone() };
        let planned = sentence.text(planned);
        let planned = planned.trim_start_matches("so với ");
        let planned = planned.trim_matches(['(', ')', ',', ';', ' ']);
        let rises = match gap.role {
            Some(Phrase::Up) => Some(true),
            Some(Phrase::Down) => Some(false),
            _ => None,
        };
        // "mục tiêu giảm 4,5%" wants another thing than "mục tiêu 4,5%".
        let verb = rises.map(|_| sentence.text(gap.lead.clone())).unwrap_or_default();
        let words = join(&sentence.tokens, quantity.from, quantity.to);
        let pieces = [planned, &verb, &words];
        let pieces = pieces.into_iter().filter(|piece| !piece.is_empty());
        let verdict = gap.all.clone().find_map(|at| Some((at, status(sentence.phrase(at))?)));
        Self {
            bound: gap.bound.map(|at| sentence.text(at..at + 1)),
            open: open_side(reader, quantity),
            note: pieces.collect::<Vec<_>>().join(" "),
            verdict: verdict
                .map(|(at, status)| Verdict { text: sentence.text(at..at + 1), status }),
            side: side_of_target(reader, gap),
            period: period_of_target(reader, gap),
            rises,
            language: reader.state.document.language,
        }
    }
}

/// Makes the change of a row what was planned, so that it has a field for its target. A decision if
/// it does not, and the target is only in the note: "6 tháng tăng 8,3% (kế hoạch cả năm 8,5%)"
/// measures no growth of a year.
fn target_of_change(
    row: &mut DraftRow,
    quantity: &Quantity,
    role: QuantityRole,
    said: &TargetWords,
) -> Option<Decision> {
    let changed = only_change(row).is_some_and(|change| is_in_unit_of(change, quantity));
    let plan = PlannedChange { quantity, rises: said.rises };
    let is_growth = said.period.is_none() && turn_to_growth(row, &plan, said.language);
    if is_growth || role != QuantityRole::GrowthTarget && !changed {
        return None;
    }
    row.notes.push(said.note.clone());
    Some(figure(NumberRule::GrowthTargetInNote))
}

/// Keeps a target in the note that is in another unit than the indicator, or one of several.
fn target_in_note(row: &mut DraftRow, quantity: &Quantity, said: &TargetWords) -> Option<Decision> {
    // "tăng bình quân 8,7%/năm (chỉ tiêu 8,5%/năm)": the growth is what was aimed at.
    let rate = quantity.unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
    if let Some(average) = row.average.take_if(|_| rate && row.actual.is_none()) {
        row.take_average(average);
    }
    let own = row.unit.as_deref().filter(|_| row.actual.is_some());
    let other = own.zip(quantity.unit.as_deref());
    let rate_of_count = row.actual.is_some() && own.is_none() && quantity.is_percent();
    let unlike = other.is_some_and(|(own, unit)| converted(quantity.value, unit, own).is_none());
    if rate_of_count || unlike {
        row.notes.push(said.note.clone());
        // "11/16 khoản thu đạt dự toán trên 42%" says which of them are counted.
        let counted = row.count.is_some();
        row.verdict = row.verdict.take().or(said.verdict.clone().filter(|_| !counted));
        return Some(figure(NumberRule::TargetInNote));
    }
    if row.target.is_some() && row.percents.len() > 1 {
        row.notes.push(said.note.clone());
        return Some(figure(NumberRule::TargetInNote));
    }
    None
}

/// On which side of its target a figure is: "thấp hơn chỉ tiêu đề ra".
struct SideOfTarget {
    /// The words that say so.
    text: String,
    is_below: bool,
}

fn side_of_target(reader: &SentenceReader<'_, '_>, gap: &Gap) -> Option<SideOfTarget> {
    let at = comparative(reader, gap)?;
    let end = gap.body.end.saturating_sub(usize::from(gap.opens)).max(at);
    let text = reader.sentence.text(at..end);
    let text = text.strip_suffix(" of").unwrap_or(&text).to_owned();
    Some(SideOfTarget { text, is_below: is_below(reader, gap) })
}

/// "thấp hơn chỉ tiêu đề ra (trên 90%)": more than the target was wanted.
fn verdict_of_side(side: SideOfTarget, target: Target, name: &str) -> Option<Verdict> {
    let SideOfTarget { text, is_below: below } = side;
    let wanted = match target {
        Target::Over(_) | Target::AtLeast(_) => !below,
        Target::Under(_) | Target::AtMost(_) => below,
        _ => against_plan(name, below)? == Status::Exceeded,
    };
    let status = if wanted { Status::Exceeded } else { Status::Missed };
    Some(Verdict { text, status })
}
