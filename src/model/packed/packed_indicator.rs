//! The encoding of an indicator as a few bytes. It is lossless: even the zeros of 16.70 are kept.
//!
//! ```text
//! name │ id │ unit │ parents │ flags  │ actual │ plan │ periods │ note │ changes │ earlier │ count │ scale │ ranks │ reference │ review │ name of the plan │ other plans
//!        these two: numbers of shared texts                       most indicators end before this
//!   these two: texts of the record, or numbers of shared texts
//! ```
//!
//! The most used fields come first, so that they can be read without the rest: see [`name`], [`id`]
//! and [`unit`]. The encoding of numbers and texts is described in [`crate::model::packed::bytes`].

use rust_decimal::Decimal;

use super::bytes::{Packer, Unpacker};
use super::packed_plan::{actual, pack_actual, pack_plan, plan};
use crate::model::{
    Better, Change, ChangeUnit, Count, Indicator, Period, PeriodValue, Plan, Rank, Reference,
};

/// The flags of an indicator, in one byte.
mod flags {
    pub(crate) const ESTIMATE: u8 = 1;
    pub(crate) const HIGHER: u8 = 1 << 1;
    pub(crate) const LOWER: u8 = 1 << 2;
    pub(crate) const ASSUMED: u8 = 1 << 3;
    pub(crate) const PERIOD: u8 = 1 << 4;
    pub(crate) const PLAN_PERIOD: u8 = 1 << 5;
    pub(crate) const REVIEW: u8 = 1 << 6;
    pub(crate) const PRELIMINARY: u8 = 1 << 7;
}

pub(crate) fn pack(indicator: &Indicator, to: &mut Packer<'_>) {
    let Indicator {
        id,
        name,
        parents,
        unit,
        actual,
        period,
        estimate,
        preliminary,
        better,
        better_assumed,
        plan,
        other_plans,
        changes,
        earlier,
        scale,
        ranks,
        count,
        reference,
        note,
        review,
    } = indicator;
    to.name(name);
    to.name(id);
    to.shared(unit.as_deref());
    to.path(parents);
    let better = match better {
        None => 0,
        Some(Better::Higher) => flags::HIGHER,
        Some(Better::Lower) => flags::LOWER,
    };
    let estimate = if *estimate { flags::ESTIMATE } else { 0 };
    let preliminary = if *preliminary { flags::PRELIMINARY } else { 0 };
    let assumed = if *better_assumed { flags::ASSUMED } else { 0 };
    let plan_period = plan.as_ref().and_then(|plan| plan.period);
    let periods = if period.is_some() { flags::PERIOD } else { 0 }
        | if plan_period.is_some() { flags::PLAN_PERIOD } else { 0 };
    let reviewed = if review.is_empty() { 0 } else { flags::REVIEW };
    to.byte(estimate | preliminary | better | assumed | periods | reviewed);
    pack_actual(actual.as_ref(), to);
    pack_plan(plan.as_ref().map(|plan| &plan.terms), to);
    for period in [*period, plan_period].into_iter().flatten() {
        pack_period(period, to);
    }
    to.maybe_text(note.as_deref());
    to.list(changes, pack_change);
    to.list(earlier, pack_earlier);
    to.decimal(count.map(|count| count.part));
    to.decimal(count.map(|count| count.whole));
    to.decimal(*scale);
    to.list(ranks, pack_rank);
    pack_reference(reference.as_ref(), to);
    if !review.is_empty() {
        to.list(review, |to, doubt| to.shared(Some(doubt)));
    }
    to.shared(plan.as_ref().and_then(|plan| plan.name.as_deref()));
    to.list(other_plans, pack_other_plan);
}

/// Packs an indicator that has nothing but these fields: the fields after them are zeros, which are
/// omitted at the end of a record.
pub(crate) fn pack_named(id: &str, name: &str, unit: Option<&str>, to: &mut Packer<'_>) {
    to.name(name);
    to.name(id);
    to.shared(unit);
}

pub(crate) fn name(mut from: Unpacker<'_>) -> Option<&str> {
    from.name()
}

pub(crate) fn id(mut from: Unpacker<'_>) -> Option<&str> {
    let _ = from.name_or_number()?;
    from.name()
}

pub(crate) fn unit(mut from: Unpacker<'_>) -> Option<&str> {
    let _ = from.name_or_number()?;
    let _ = from.name_or_number()?;
    from.shared()?
}

/// Returns the numbers of the name, the id and the unit; `None` if name or id are texts of this record.
pub(crate) fn shared_numbers(mut from: Unpacker<'_>) -> Option<(usize, usize, usize)> {
    let name = from.name_or_number()?.err()?;
    let id = from.name_or_number()?.err()?;
    Some((name, id, from.number()?))
}

/// Returns the figure and the period of the result, without what else the record holds.
pub(crate) fn result(mut from: Unpacker<'_>) -> Option<(Option<Decimal>, Option<Period>)> {
    let _ = (from.name_or_number()?, from.name_or_number()?);
    // The unit and the parents.
    let _: (usize, usize) = (from.number()?, from.number()?);
    let flags = from.byte();
    let figure = match from.byte() {
        1 => from.decimal()?,
        // A text, which is skipped.
        2 => from.text().and(None),
        _ => None,
    };
    if flags & flags::PERIOD == 0 {
        return Some((figure, None));
    }
    plan(&mut from)?;
    Some((figure, Some(period(&mut from)?)))
}

/// Whether the indicator is to be reviewed; nothing else of the record is read.
pub(crate) fn is_reviewed(mut from: Unpacker<'_>) -> Option<bool> {
    let _ = (from.name_or_number()?, from.name_or_number()?);
    // The unit and the parents.
    let _: (usize, usize) = (from.number()?, from.number()?);
    Some(from.byte() & flags::REVIEW != 0)
}

/// Reads a record into `to` and replaces its content: the strings keep their capacity.
pub(crate) fn unpack(from: &mut Unpacker<'_>, to: &mut Indicator) -> Option<()> {
    write(&mut to.name, from.name()?);
    write(&mut to.id, from.name()?);
    match (from.shared()?, &mut to.unit) {
        (Some(unit), Some(to)) => write(to, unit),
        (unit, to) => *to = unit.map(str::to_owned),
    }
    to.parents.clear();
    to.parents.extend(from.path()?.map(str::to_owned));
    to.parents.reverse();
    let flags = from.byte();
    let is = |this: u8| flags & this != 0;
    to.estimate = is(flags::ESTIMATE);
    to.preliminary = is(flags::PRELIMINARY);
    to.better = match (is(flags::HIGHER), is(flags::LOWER)) {
        (true, _) => Some(Better::Higher),
        (_, true) => Some(Better::Lower),
        _ => None,
    };
    to.better_assumed = is(flags::ASSUMED);
    to.actual = actual(from)?;
    let terms = plan(from)?;
    to.period = if is(flags::PERIOD) { Some(period(from)?) } else { None };
    let plan_period = if is(flags::PLAN_PERIOD) { Some(period(from)?) } else { None };
    to.note = from.maybe_text()?.map(str::to_owned);
    to.changes = from.list(change)?;
    to.earlier = from.list(earlier)?;
    to.count = from.decimal()?.zip(from.decimal()?).map(|(part, whole)| Count { part, whole });
    to.scale = from.decimal()?;
    to.ranks = from.list(rank)?;
    to.reference = reference(from)?;
    to.review.clear();
    if is(flags::REVIEW) {
        to.review = from.list(|from| from.shared()?.map(str::to_owned))?;
    }
    let name = from.shared()?.map(str::to_owned);
    to.plan = terms.map(|terms| Plan { terms, period: plan_period, name });
    to.other_plans = from.list(other_plan)?;
    Some(())
}

fn write(to: &mut String, text: &str) {
    to.clear();
    to.push_str(text);
}

fn pack_period(period: Period, to: &mut Packer<'_>) {
    let (year, [kind, detail], last) = period.to_parts();
    to.maybe_number(year.map(u32::from));
    to.byte(kind);
    to.byte(detail);
    to.maybe_number(last.map(u32::from));
}

fn period(from: &mut Unpacker<'_>) -> Option<Period> {
    let year = from.maybe_number()?.map(u16::try_from).transpose().ok()?;
    let parts = [from.byte(), from.byte()];
    let last = from.maybe_number()?.map(u16::try_from).transpose().ok()?;
    Period::of_parts(year, parts, last)
}

fn pack_other_plan(to: &mut Packer<'_>, plan: &Plan) {
    let Plan { terms, period, name } = plan;
    pack_plan(Some(terms), to);
    to.byte(u8::from(period.is_some()));
    if let Some(period) = period {
        pack_period(*period, to);
    }
    to.shared(name.as_deref());
}

fn other_plan(from: &mut Unpacker<'_>) -> Option<Plan> {
    let terms = plan(from)??;
    let period = if from.byte() == 1 { Some(period(from)?) } else { None };
    Some(Plan { terms, period, name: from.shared()?.map(str::to_owned) })
}

fn pack_change(to: &mut Packer<'_>, change: &Change) {
    let Change { period, amount, unit } = change;
    to.shared(Some(period));
    to.decimal(Some(*amount));
    to.byte(match unit {
        ChangeUnit::Percent => 0,
        ChangeUnit::Points => 1,
        ChangeUnit::Places => 2,
    });
}

fn change(from: &mut Unpacker<'_>) -> Option<Change> {
    let (period, amount) = (from.shared()??.to_owned(), from.decimal()??);
    let unit = match from.byte() {
        0 => ChangeUnit::Percent,
        1 => ChangeUnit::Points,
        2 => ChangeUnit::Places,
        _ => return None,
    };
    Some(Change { period, amount, unit })
}

fn pack_earlier(to: &mut Packer<'_>, earlier: &PeriodValue) {
    let PeriodValue { period, value } = earlier;
    to.shared(Some(period));
    pack_actual(Some(value), to);
}

fn earlier(from: &mut Unpacker<'_>) -> Option<PeriodValue> {
    Some(PeriodValue { period: from.shared()??.to_owned(), value: actual(from)?? })
}

fn pack_rank(to: &mut Packer<'_>, rank: &Rank) {
    let Rank { position, of, among, change, since } = rank;
    to.number(*position);
    to.maybe_number(*of);
    to.shared(among.as_deref());
    // The sign is separate, so that small falls are small numbers too.
    to.maybe_number(change.map(|change| change.unsigned_abs()));
    to.byte(u8::from(change.is_some_and(i32::is_negative)));
    to.shared(since.as_deref());
}

fn rank(from: &mut Unpacker<'_>) -> Option<Rank> {
    let (position, of) = (from.number()?, from.maybe_number()?);
    let among = from.shared()?.map(str::to_owned);
    let (change, falls) = (from.maybe_number()?.map(i64::from), from.byte() == 1);
    let change = change.map(|change| if falls { -change } else { change });
    let change = change.map(i32::try_from).transpose().ok()?;
    let since = from.shared()?.map(str::to_owned);
    Some(Rank { position, of, among, change, since })
}

fn pack_reference(reference: Option<&Reference>, to: &mut Packer<'_>) {
    let quoted = reference.is_some_and(|reference| reference.quote.is_some());
    to.byte(u8::from(reference.is_some()) + u8::from(quoted));
    if let Some(Reference { document, paragraph, sentence, quote }) = reference {
        to.maybe_number(*paragraph);
        to.maybe_number(*sentence);
        to.shared(document.as_deref());
        if let Some(quote) = quote {
            to.text(quote);
        }
    }
}

fn reference(from: &mut Unpacker<'_>) -> Option<Option<Reference>> {
    let kind = from.byte();
    if kind == 0 {
        return Some(None);
    }
    let (paragraph, sentence) = (from.maybe_number()?, from.maybe_number()?);
    let document = from.shared()?.map(str::to_owned);
    let quote = if kind == 2 { Some(from.text()?.to_owned()) } else { None };
    Some(Some(Reference { document, paragraph, sentence, quote }))
}

#[cfg(test)]
mod tests {
    use crate::model::{Actual, Indicator, Indicators, Period, Plan, PlanTerms};

    #[test]
    fn the_result_alone_is_that_of_the_whole() {
        let year = Some(Period::year(2023));
        let plan = |terms| Some(Plan { terms, period: Some(Period::year(2024)), name: None });
        let words =
            PlanTerms::Words { text: "tăng dần".to_owned(), percent: None, verdict: None };
        let percent = PlanTerms::Percent { percent: 99.into(), verdict: None };
        let actuals = [None, Some(Actual::Figure(7.into())), Some(Actual::Words("7–9".to_owned()))];
        let mut all = Vec::new();
        for actual in actuals {
            for period in [None, year] {
                for plan in [None, plan(words.clone()), plan(percent.clone())] {
                    let actual = actual.clone();
                    all.push(Indicator { actual, period, plan, ..Indicator::named("x", "X") });
                }
            }
        }
        let packed: Indicators = all.iter().cloned().collect();
        for (at, one) in all.iter().enumerate() {
            assert_eq!(packed.result(at), Some((one.figure(), one.period)), "{one:?}");
        }
    }
}
