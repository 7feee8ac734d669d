//! Whose a percent is behind a sum and the persons whom it is for: "4.212 tỷ đồng với 88.650 khách
//! hàng, hoàn thành 99,9% kế hoạch".

use super::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::lexicon::prose::UnitClass;
use crate::text::lower_case::LowerCase;

/// Goes back to a sum from the persons that it goes with, if a percent of plan or a share behind
/// them is that of the sum: what is planned and what has a share is money, unless the share names
/// the persons.
pub(super) fn turn_to_sum(reader: &mut SentenceReader<'_, '_>, context: &QuantityContext<'_>) {
    let QuantityContext { gap, complement, role, is_first, .. } = *context;
    let percent = matches!(role, QuantityRole::PlanPercent | QuantityRole::Share);
    let apart = gap.all.clone().any(|at| reader.sentence.is_mark(at, ","));
    let rows = &reader.state.rows;
    let Some(current) = reader.row.filter(|row| *row > reader.start) else { return };
    let (persons, sum) = (&rows[current], &rows[current - 1]);
    let class = |unit: &Option<String>| unit.as_deref().and_then(class_of);
    let paid = class(&persons.unit) == Some(UnitClass::Count)
        && class(&sum.unit) == Some(UnitClass::Money)
        && sum.actual.is_some()
        && sum.percents.is_empty();
    let of_what = reader.sentence.lower_text(tail(reader.sentence, complement));
    let named = persons.unit.as_ref().is_some_and(|unit| of_what.contains(&*unit.lower_case()));
    if percent && apart && !is_first && persons.accompanies && paid && !named {
        reader.row = Some(current - 1);
    }
}
