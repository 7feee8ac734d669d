//! Writes a dataset as JSON that reads back as the same dataset.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde_json::{Map, Number, Value, json};

use crate::dataset::double_decoded;
use crate::model::{
    Actual, Better, Change, ChangeUnit, Dataset, Indicator, Period, PeriodValue, Plan, Rank,
    Reference, Status, Target,
};

/// Formats the dataset as indented JSON that ends with a newline.
pub(in crate::dataset) fn write(dataset: &Dataset) -> serde_json::Result<String> {
    Ok(double_decoded::escaped(serde_json::to_string_pretty(&value(dataset))?) + "\n")
}

/// Returns the fields of a dataset other than its sections.
pub(in crate::dataset) fn about(dataset: &Dataset) -> Map<String, Value> {
    let source = dataset.source.as_ref().map(|source| {
        object([
            ("title", Some(json!(source.title))),
            ("date", source.date.as_ref().map(|date| json!(date))),
            ("text", (!source.text.is_empty()).then(|| json!(source.text))),
        ])
    });
    let totals = dataset.totals.as_ref().map(|totals| {
        object([
            ("plan_indicators", Some(json!(totals.plan_indicators))),
            ("missed", Some(json!(totals.missed))),
            ("missed_named", Some(json!(totals.missed_named))),
            ("reference", totals.reference.as_ref().map(reference)),
            ("note", totals.note.as_ref().map(|note| json!(note))),
        ])
    });
    fields([
        ("id", Some(json!(dataset.id))),
        ("place", Some(json!(dataset.place))),
        ("period", (!dataset.period.is_empty()).then(|| json!(dataset.period))),
        ("source", source),
        ("totals", totals),
    ])
}

/// Returns the fields of an indicator in the order of the schema; absent ones are left out.
pub(in crate::dataset) fn indicator(indicator: &Indicator) -> Map<String, Value> {
    let list = |values: Vec<Value>| (!values.is_empty()).then_some(Value::Array(values));
    fields([
        ("id", Some(json!(indicator.id))),
        ("name", Some(json!(indicator.name))),
        ("parents", list(indicator.parents.iter().map(|parent| json!(parent)).collect())),
        ("unit", indicator.unit.as_ref().map(|unit| json!(unit))),
        ("actual", indicator.actual.as_ref().map(actual)),
        ("period", indicator.period.map(period)),
        ("estimate", indicator.estimate.then_some(Value::Bool(true))),
        ("better", indicator.better.map(|better| json!(better_name(better)))),
        ("better_assumed", indicator.better_assumed.then_some(Value::Bool(true))),
        ("plan", indicator.plan.as_ref().map(plan)),
        ("changes", list(indicator.changes.iter().map(change).collect())),
        ("earlier", list(indicator.earlier.iter().map(earlier).collect())),
        ("scale", indicator.scale.map(number)),
        ("ranks", list(indicator.ranks.iter().map(rank).collect())),
        (
            "count",
            indicator.count.map(|count| {
                object([("part", Some(number(count.part))), ("whole", Some(number(count.whole)))])
            }),
        ),
        ("reference", indicator.reference.as_ref().map(reference)),
        ("note", indicator.note.as_ref().map(|note| json!(note))),
        ("review", (!indicator.review.is_empty()).then(|| json!({ "doubts": indicator.review }))),
    ])
}

fn value(dataset: &Dataset) -> Value {
    let section = |section: &crate::model::Section| {
        let indicators = dataset.indicators.range(section.indicators.clone());
        let indicators: Vec<Value> = indicators.map(|i| Value::Object(indicator(&i))).collect();
        json!({ "name": section.name, "indicators": indicators })
    };
    let mut fields = about(dataset);
    let sections = dataset.sections.iter().map(section).collect();
    fields.insert("sections".to_owned(), Value::Array(sections));
    Value::Object(fields)
}

fn plan(plan: &Plan) -> Value {
    let mut fields = plan.target().map(target).unwrap_or_default();
    let verdict = plan.verdict();
    fields.extend(self::fields([
        ("percent", plan.percent().map(number)),
        ("verdict", verdict.map(|verdict| json!(verdict.text))),
        ("status", verdict.map(|verdict| json!(status_name(verdict.status)))),
        ("text", plan.words().map(|words| json!(words))),
        ("period", plan.period.map(period)),
    ]));
    Value::Object(fields)
}

fn target(target: Target) -> Map<String, Value> {
    let (name, figure) = match target {
        Target::Range { low, high } => {
            return fields([("low", Some(number(low))), ("high", Some(number(high)))]);
        }
        Target::Value(figure) => ("value", figure),
        Target::Over(figure) => ("over", figure),
        Target::Under(figure) => ("under", figure),
        Target::AtLeast(figure) => ("at_least", figure),
        Target::AtMost(figure) => ("at_most", figure),
        Target::About(figure) => ("about", figure),
    };
    fields([(name, Some(number(figure)))])
}

fn actual(actual: &Actual) -> Value {
    match actual {
        Actual::Figure(figure) => number(*figure),
        Actual::Words(words) => json!(words),
    }
}

fn change(change: &Change) -> Value {
    let unit = match change.unit {
        ChangeUnit::Percent => "percent",
        ChangeUnit::Points => "points",
        ChangeUnit::Places => "places",
    };
    object([
        ("period", Some(json!(change.period))),
        ("amount", Some(number(change.amount))),
        ("unit", Some(json!(unit))),
    ])
}

fn period(period: Period) -> Value {
    Value::String(period.to_string())
}

fn earlier(earlier: &PeriodValue) -> Value {
    object([("period", Some(json!(earlier.period))), ("value", Some(actual(&earlier.value)))])
}

fn rank(rank: &Rank) -> Value {
    object([
        ("position", Some(json!(rank.position))),
        ("of", rank.of.map(|of| json!(of))),
        ("among", rank.among.as_ref().map(|among| json!(among))),
        ("change", rank.change.map(|change| json!(change))),
        ("since", rank.since.as_ref().map(|since| json!(since))),
    ])
}

fn reference(reference: &Reference) -> Value {
    object([
        ("document", reference.document.as_ref().map(|document| json!(document))),
        ("paragraph", reference.paragraph.map(|paragraph| json!(paragraph))),
        ("sentence", reference.sentence.map(|sentence| json!(sentence))),
        ("quote", reference.quote.as_ref().map(|quote| json!(quote))),
    ])
}

fn better_name(better: Better) -> &'static str {
    match better {
        Better::Higher => "higher",
        Better::Lower => "lower",
    }
}

/// Returns the name of a verdict's status. A verdict never has the status `NotAssessed`.
fn status_name(status: Status) -> &'static str {
    match status {
        Status::Exceeded => "exceeded",
        Status::Met => "met",
        Status::InProgress => "in_progress",
        Status::Missed | Status::NotAssessed => "missed",
    }
}

/// Converts a decimal with all of its digits.
fn number(decimal: Decimal) -> Value {
    let text = decimal.to_string();
    Number::from_str(&text).map_or(Value::String(text), Value::Number)
}

fn object<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    Value::Object(fields(entries))
}

/// Collects the fields that are present.
fn fields<const N: usize>(entries: [(&str, Option<Value>); N]) -> Map<String, Value> {
    let there = entries.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    there.collect()
}
