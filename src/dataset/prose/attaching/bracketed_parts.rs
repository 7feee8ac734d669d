//! Parts that nothing but brackets or "riêng" makes parts: "Cây ăn quả 96 ha (xoài 41 ha, nhãn 22 ha)".

use rust_decimal::Decimal;

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose_words::{AVERAGED_MEASURES, RATE_HEADS};
use crate::text::lower_case::LowerCase;

/// The most words between a bracket and the end of its parts that are looked at.
const LONGEST: usize = 80;

/// The most words of the name of a group.
const SHORT: usize = 12;

impl SentenceReader<'_, '_> {
    /// The indicator before a bracket with which a list of its parts begins: they are measured
    /// alike, and all together are no more than it.
    pub(super) fn whole_of_bracket(&self, gap: &Gap, found: &BeforeFigure) -> Option<String> {
        let sentence = self.sentence;
        let named = !found.words.is_empty() && found.period.is_none() && found.label.is_none();
        let begins = named
            && sentence.is_mark(found.words.start.checked_sub(1)?, "(")
            && !is_head(sentence, found.words.start);
        let whole = self.state.rows.get(self.parts.before_bracket().filter(|_| begins)?)?;
        let words = gap.all.end..sentence.items.len().min(gap.all.end + LONGEST);
        let close = words.clone().find(|at| sentence.is_mark(*at, ")"))?;
        let parts = (words.start..close).filter_map(|at| match sentence.items[at].what {
            What::Quantity(index) => sentence.quantities.get(index),
            _ => None,
        });
        let parts: Vec<&Quantity> = parts.collect();
        let single = |part: &&Quantity| part.whole.is_none() && part.high.is_none();
        let several = parts.len() > 1 && parts.iter().all(single);
        (several && are_parts(whole, &parts)).then(|| whole.name.clone())
    }

    /// "Tỷ lệ hộ nghèo giảm 1,2%, riêng đồng bào dân tộc thiểu số giảm 3%": the same rate of a
    /// group that has no measure of its own.
    pub(super) fn is_rate_of_group(&self, name: &Name, gap: &Gap, found: &BeforeFigure) -> bool {
        let is_rate = |name: &str| {
            let lower = name.lower_case();
            RATE_HEADS.iter().any(|head| lower.starts_with(head))
        };
        let row = self.row.and_then(|row| self.state.rows.get(row));
        // A rate of which only the change is said has no unit yet.
        let own = |row: &DraftRow| row.unit.as_deref().is_none_or(|unit| unit == "%");
        let whole = row.is_some_and(|row| is_rate(&row.name) && own(row));
        let percent = quantity_behind(self.sentence, gap).is_some_and(Quantity::is_percent);
        let short = name.text.split_whitespace().count() <= SHORT;
        let headed = is_head(self.sentence, found.words.start);
        let measured = row.is_some_and(|row| is_measured_alike(self.sentence, row, gap));
        let own_measure = is_rate(&name.text) || is_averaged(&name.text);
        (whole && percent && !headed || measured && !own_measure) && short
    }
}

/// Whether figures can be those of the parts of a whole: in its unit and no more than it, in the
/// unit of what was counted of all, or rates around its own.
fn are_parts(whole: &DraftRow, parts: &[&Quantity]) -> bool {
    let Some((unit, all)) = whole.unit.as_deref().zip(whole.actual) else { return false };
    let lower = whole.name.lower_case();
    let in_unit = |unit: &str| parts.iter().all(|part| part.unit.as_deref() == Some(unit));
    let sum = || parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    let within = |all: Decimal| sum().is_some_and(|sum| sum <= all);
    if !unit.contains('%') {
        return in_unit(unit) && within(all);
    }
    // "293/642 trường đạt chuẩn, đạt 45,6% (mầm non 98 trường, …)".
    if let Some(count) = whole.count {
        let counted = parts.first().and_then(|part| part.unit.as_deref());
        let counted = counted.filter(|unit| lower.starts_with(&*unit.lower_case()));
        return counted.is_some_and(in_unit) && within(count.part);
    }
    // "Tỷ lệ phòng học kiên cố 81,7% (mầm non 77,3%; tiểu học 84,9%)": the rate of all is between those of the parts.
    let rate = RATE_HEADS.iter().any(|head| lower.starts_with(head)) || is_averaged(&whole.name);
    let below = parts.iter().any(|part| part.value <= all);
    let above = parts.iter().any(|part| part.value >= all);
    rate && unit == "%" && in_unit(unit) && below && above
}

/// Whether a name begins with a measure that is not split by groups.
fn is_averaged(name: &str) -> bool {
    let lower = name.lower_case();
    AVERAGED_MEASURES.iter().any(|head| lower.starts_with(head))
}

/// Whether the figure behind a gap is in the unit of a measure that says nothing about what is measured: "Công suất
/// phòng đạt 71%, riêng khối 4 - 5 sao đạt 82%".
fn is_measured_alike(sentence: &Sentence<'_>, row: &DraftRow, gap: &Gap) -> bool {
    let measure = is_averaged(&row.name);
    let unit = quantity_behind(sentence, gap).and_then(|quantity| quantity.unit.as_ref());
    measure && row.actual.is_some() && unit.is_some() && row.unit.as_ref() == unit
}
