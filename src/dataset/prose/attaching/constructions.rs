//! What is written otherwise than as a figure behind the name of its indicator.

use super::named_change::of_which;
use super::naming::Naming;
use super::planned_fall::planned_fall;
use super::verdict_with_plan::verdict_with_plan;
use crate::dataset::prose::filling::fill;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;

/// Decides about a quantity. `None` if it is written otherwise.
type Construction = fn(&mut SentenceReader<'_, '_>, &Naming<'_>) -> Option<Decision>;

/// The constructions in order: the first that fits decides. A quantity of none of them begins an indicator by the words
/// before it, or belongs to one that has begun.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    of_which,
    base_before,
    // What says by its role whose it is.
    goes_on_with_row,
    planned_fall,
    verdict_with_plan,
    // What only limits what is counted.
    condition,
    // Indicators whose names are not before their figures.
    level_of_budget,
    name_behind_bracket,
    // What was counted or done before, named again.
    counted_before,
    done_before,
];

/// Keeps the base that the words before a figure name for the changes that follow, and decides nothing.
fn base_before(reader: &mut SentenceReader<'_, '_>, naming: &Naming<'_>) -> Option<Decision> {
    if let Some(base) = &naming.found.base {
        reader.comparison.set_base(reader.sentence.text(base.clone()));
    }
    None
}

/// A target or an earlier value of the current indicator, whatever is before it.
fn goes_on_with_row(reader: &mut SentenceReader<'_, '_>, naming: &Naming<'_>) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let fits = match context.role {
        QuantityRole::Target | QuantityRole::GrowthTarget => true,
        QuantityRole::Earlier => found.words.is_empty() || context.rule == NumberRule::EarlierValue,
        _ => false,
    };
    (fits && reader.row.is_some()).then(|| fill::target_or_earlier(reader, context))
}

/// "12 xã đạt từ 15 - 18 tiêu chí": which of them are counted.
fn condition(reader: &mut SentenceReader<'_, '_>, naming: &Naming<'_>) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let QuantityContext { quantity, gap, role, .. } = *context;
    let limits = found.words.is_empty() && reader.takes_condition(gap, quantity, role)
        || reader.takes_condition_of_worth(gap, quantity, role)
        || reader.takes_condition_of_rate(gap, quantity, role);
    limits.then(|| Decision::passing(NumberRule::ConditionOfCount))
}

/// Money of a level of the budget, alone behind that of another level.
fn level_of_budget(reader: &mut SentenceReader<'_, '_>, naming: &Naming<'_>) -> Option<Decision> {
    let QuantityContext { quantity, gap, role, .. } = *naming.context;
    let level = reader.level_of_budget(gap, quantity, role)?;
    reader.begin(level, gap, &BeforeFigure::default());
    Some(fill::fill(reader, &QuantityContext { is_first: true, ..*naming.context }))
}

/// Gives the current indicator the name that is behind its figure, and a further figure.
fn name_behind_bracket(
    reader: &mut SentenceReader<'_, '_>,
    naming: &Naming<'_>,
) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let name = reader.name_behind_bracket(context.gap, found, context.role)?;
    if let Some(row) = reader.row.and_then(|row| reader.state.rows.get_mut(row)) {
        row.name = name;
        row.evident = true;
        row.doubts.retain(|doubt| *doubt != Doubt::NameBehind);
    }
    Some(fill::fill(reader, context))
}

/// The change of what was counted before, named again.
fn counted_before(reader: &mut SentenceReader<'_, '_>, naming: &Naming<'_>) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let counted = reader.counted_before(found, context.quantity, context.role)?;
    reader.row = Some(counted);
    Some(fill::fill(reader, context))
}

/// A further figure of what was done before, named again.
fn done_before(reader: &mut SentenceReader<'_, '_>, naming: &Naming<'_>) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let done = reader.done_before(found, context.quantity, context.role)?;
    reader.row = Some(done);
    Some(fill::fill(reader, context))
}
