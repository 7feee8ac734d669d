//! The rate behind a count, with its target and how far it is from it: "126 trường, đạt tỷ lệ 84%, vượt 0,5% so với
//! chỉ tiêu (83,5%)".

use super::quantity_ahead::QuantityAhead;
use super::shared_verb::lower_first;
use crate::dataset::prose::filling::fill_value::value;
use crate::dataset::prose::filling::filled_row::{figure, row, widen, words_from};
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::roles::role_follow::follow;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::rounded::is_difference;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::rows::verdict::against_plan;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::report_language::{ReportLanguage, counted_thing};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{CLASSES_WITH_RATE, RATE_HEADS};
use crate::model::{Status, Target, Verdict};
use crate::text::lower_case::LowerCase;

/// Handles a rate, its distance from the target and the target, of which each shows what the others are.
pub(super) fn rate_and_target(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, complements, at, role } = *ahead;
    let [gap, distant, aimed] = gaps.get(at..at + 3)? else { return None };
    let quantities = reader.sentence.quantities.get(at..at + 3)?;
    let [rate, distance, target] = quantities else { return None };
    if !rate.is_percent() || !target.is_percent() {
        return None;
    }
    let counted = reader.row.and_then(|row| reader.state.rows.get(row))?;
    let of_count =
        counted.actual.is_some() && counted.unit.as_deref().is_some_and(|unit| unit != "%");
    let announced = matches!(gap.role, Some(Phrase::Reach | Phrase::Share | Phrase::Equal));
    let planned = follow(reader.sentence, complements.get(at + 1)?);
    let compared = matches!(planned, Follow::Plan(_))
        && matches!(distant.role, Some(Phrase::Exceed | Phrase::Up | Phrase::Down));
    let bare = aimed.body.clone().all(|at| reader.sentence.is_mark(at, "(:"));
    let percents = matches!(distance.class, UnitClass::Percent | UnitClass::Points);
    let below = distant.role == Some(Phrase::Down);
    let (higher, lower) = if below { (target, rate) } else { (rate, target) };
    let agrees = is_difference(higher.value, lower.value, distance.value);
    let fits = of_count && announced && compared && bare && percents;
    if !matches!(role, QuantityRole::Value | QuantityRole::Share) || !fits || !agrees {
        return None;
    }
    let text = rate_of(&counted.name, reader.state.document.language);
    let status = match below {
        true => against_plan(&text, true).unwrap_or(Status::Missed),
        false => against_plan(&text, false).unwrap_or(Status::Exceeded),
    };
    let words = words_from(reader, distant, distance, &planned);
    reader.begin_rate(text, gap);
    let decision = value(reader, rate, gap, NumberRule::RateWithTarget);
    reader.decide(decision);
    reader.fill_target(target, Verdict { text: words, status });
    reader.decide(figure(NumberRule::RateWithTarget));
    reader.decide(figure(NumberRule::RateWithTarget));
    reader.before.role = Some(QuantityRole::Target);
    Some(3)
}

/// "21.340 hộ nghèo, chiếm tỷ lệ 14,6%, giảm 3,1%", "104 xã đạt tiêu chí, đạt tỷ lệ 98,1%": the rate is an indicator
/// of its own, and so is its change.
pub(super) fn rate_of_count(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, complements, at, role } = *ahead;
    let (gap, rate) = (gaps.get(at)?, reader.sentence.quantities.get(at)?);
    let counted = reader.row.and_then(|row| reader.state.rows.get(row))?;
    let plain = rate.is_percent() && rate.high.is_none();
    if !plain || !matches!(role, QuantityRole::Share | QuantityRole::Value) {
        return None;
    }
    let unit = counted.unit.as_deref().unwrap_or_default();
    // "51/62 trường" gives its rate by itself.
    let of_count = counted.actual.is_some()
        && counted.count.is_none()
        && class_of(unit) == Some(UnitClass::Count);
    let text = rate_of(&counted.name, reader.state.document.language);
    let thing = lower_first(counted_thing(&counted.name));
    let named = CLASSES_WITH_RATE.contains(&thing);
    let lead = reader.sentence.lower_text(gap.lead.clone());
    let called = RATE_HEADS.iter().any(|head| lead.ends_with(head));
    // Those that fulfil a standard are a part of all that are counted alike.
    let fulfils = thing.starts_with(&unit.lower_case()) && thing.contains(" đạt ");
    let said = called && (named || fulfils) || named && lead == "chiếm";
    let of_all = reader.sentence.text(complements.get(at)?.clone()).is_empty();
    let bare = gap.body.clone().all(|at| reader.sentence.is_mark(at, ",("));
    // "…, tỷ lệ 14,6%, giảm 1.240 hộ" goes on about the count.
    let quantities = reader.sentence.quantities.get(at + 1..).unwrap_or_default();
    let back = gaps.iter().skip(at + 1).zip(quantities).any(|(gap, quantity)| {
        matches!(gap.role, Some(Phrase::Up | Phrase::Down)) && quantity.is_count()
    });
    // "…, đạt tỷ lệ 75%, đạt 100% kế hoạch" as well.
    let planned = complements.iter().skip(at + 1).zip(quantities).any(|(behind, quantity)| {
        quantity.is_percent() && matches!(follow(reader.sentence, behind), Follow::Plan(_))
    });
    let fits = of_count && said && of_all && bare && !back && !(planned && fulfils);
    if !fits {
        return None;
    }
    reader.begin_rate(text, gap);
    let decision = value(reader, rate, gap, NumberRule::RateOfCount);
    reader.before.role = Some(QuantityRole::Value);
    reader.decide(decision);
    Some(1)
}

impl SentenceReader<'_, '_> {
    fn begin_rate(&mut self, text: String, gap: &Gap) {
        let name = Name { text, label: None, period: None, behind: false };
        self.begin(name, gap, &BeforeFigure::default());
        if let Some(row) = row(self) {
            // Its name is that of what is counted, and its target shows that it is a rate.
            row.doubts.retain(|doubt| *doubt != Doubt::NameInherited);
            row.unit = None;
        }
    }

    fn fill_target(&mut self, target: &Quantity, verdict: Verdict) {
        widen(self, target, &(0..0));
        if let Some(row) = row(self) {
            row.target = Some(Target::Value(target.value));
            row.verdict = Some(verdict);
        }
    }
}

/// The name of the rate of what is counted: "Tỷ lệ xã đạt chuẩn" of "Số xã đạt chuẩn".
fn rate_of(name: &str, language: ReportLanguage) -> String {
    language.rate_of(&lower_first(counted_thing(name)))
}
