//! Writes a dataset as JSON that reads back as the same dataset.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde_json::{Map, Number, Value, json};

use crate::dataset::double_decoded;
use crate::dataset::one_table::tables;
use crate::model::{
    Actual, Better, Change, ChangeUnit, Count, Dataset, Indicator, NumberInText, Period,
    PeriodValue, Plan, Rank, Reference, Source, Target, Totals,
};

/// Formats the dataset as indented JSON that ends with a newline.
pub(crate) fn write(dataset: &Dataset) -> serde_json::Result<String> {
    Ok(double_decoded::escaped(serde_json::to_string_pretty(&value((dataset, None)))?) + "\n")
}

/// Formats datasets as an indented JSON list that ends with a newline.
pub(crate) fn write_all(datasets: &[Dataset]) -> serde_json::Result<String> {
    let all: Vec<Value> = datasets.iter().zip(tables(datasets)).map(value).collect();
    Ok(double_decoded::escaped(serde_json::to_string_pretty(&all)?) + "\n")
}

/// Returns the fields of a dataset other than its sections. `table` is the id of the first dataset of its table, where
/// that has several.
pub(crate) fn about(dataset: &Dataset, table: Option<&str>) -> Map<String, Value> {
    let Dataset { id, place, period, source, totals, sections: _, indicators: _ } = dataset;
    fields([
        ("id", Some(json!(id))),
        ("table", table.map(|table| json!(table))),
        ("place", place.named().map(|_| json!(place.own_name()))),
        ("within", place.upper().map(|upper| json!(upper))),
        ("period", (!period.is_empty()).then(|| json!(period))),
        ("source", source.as_deref().map(self::source)),
        ("totals", totals.as_deref().map(self::totals)),
    ])
}

fn source(Source { title, date, text, set_aside }: &Source) -> Value {
    let set_aside: Vec<Value> = set_aside.iter().map(number_in_text).collect();
    object([
        ("title", Some(json!(title))),
        ("date", date.as_ref().map(|date| json!(date))),
        ("text", (!text.is_empty()).then(|| json!(text))),
        ("set_aside", (!set_aside.is_empty()).then_some(Value::Array(set_aside))),
    ])
}

fn number_in_text(NumberInText { paragraph, position, number }: &NumberInText) -> Value {
    json!({ "paragraph": paragraph, "position": position, "number": number })
}

fn totals(totals: &Totals) -> Value {
    let Totals { plan_indicators, missed, missed_named, reference, note } = totals;
    object([
        ("plan_indicators", Some(json!(plan_indicators))),
        ("missed", Some(json!(missed))),
        ("missed_named", Some(json!(missed_named))),
        ("reference", reference.as_ref().map(self::reference)),
        ("note", note.as_ref().map(|note| json!(note))),
    ])
}

/// Returns the fields of an indicator in the order of the schema; absent ones are left out.
pub(crate) fn indicator(indicator: &Indicator) -> Map<String, Value> {
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
    let list = |values: Vec<Value>| (!values.is_empty()).then_some(Value::Array(values));
    fields([
        ("id", Some(json!(id))),
        ("name", Some(json!(name))),
        ("parents", list(parents.iter().map(|parent| json!(parent)).collect())),
        ("unit", unit.as_ref().map(|unit| json!(unit))),
        ("actual", actual.as_ref().map(self::actual)),
        ("period", period.map(self::period)),
        ("estimate", estimate.then_some(Value::Bool(true))),
        ("preliminary", preliminary.then_some(Value::Bool(true))),
        ("better", better.map(|better| json!(better_name(better)))),
        ("better_assumed", better_assumed.then_some(Value::Bool(true))),
        ("plan", plan.as_ref().map(self::plan)),
        ("other_plans", list(other_plans.iter().map(self::plan).collect())),
        ("changes", list(changes.iter().map(change).collect())),
        ("earlier", list(earlier.iter().map(self::earlier).collect())),
        ("scale", scale.map(number)),
        ("ranks", list(ranks.iter().map(rank).collect())),
        ("count", count.map(self::count)),
        ("reference", reference.as_ref().map(self::reference)),
        ("note", note.as_ref().map(|note| json!(note))),
        ("review", (!review.is_empty()).then(|| json!({ "doubts": review }))),
    ])
}

fn value((dataset, table): (&Dataset, Option<&str>)) -> Value {
    let section = |section: &crate::model::Section| {
        let indicators = dataset.indicators.range(section.indicators.clone());
        let indicators: Vec<Value> = indicators.map(|i| Value::Object(indicator(&i))).collect();
        json!({ "name": section.name, "indicators": indicators })
    };
    let mut fields = about(dataset, table);
    let sections = dataset.sections.iter().map(section).collect();
    fields.insert("sections".to_owned(), Value::Array(sections));
    Value::Object(fields)
}

fn plan(plan: &Plan) -> Value {
    let Plan { terms: _, period, name } = plan;
    let mut fields = plan.target().map(target).unwrap_or_default();
    let verdict = plan.verdict();
    fields.extend(self::fields([
        ("percent", plan.percent().map(number)),
        ("verdict", verdict.map(|verdict| json!(verdict.text))),
        ("status", verdict.map(|verdict| json!(verdict.status.name()))),
        ("text", plan.words().map(|words| json!(words))),
        ("period", period.map(self::period)),
        ("name", name.as_ref().map(|name| json!(name))),
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

fn change(Change { period, amount, unit }: &Change) -> Value {
    let unit = match unit {
        ChangeUnit::Percent => "percent",
        ChangeUnit::Points => "points",
        ChangeUnit::Places => "places",
    };
    object([
        ("period", Some(json!(period))),
        ("amount", Some(number(*amount))),
        ("unit", Some(json!(unit))),
    ])
}

fn period(period: Period) -> Value {
    Value::String(period.to_string())
}

fn earlier(PeriodValue { period, value }: &PeriodValue) -> Value {
    object([("period", Some(json!(period))), ("value", Some(actual(value)))])
}

fn rank(Rank { position, of, among, change, since }: &Rank) -> Value {
    object([
        ("position", Some(json!(position))),
        ("of", of.map(|of| json!(of))),
        ("among", among.as_ref().map(|among| json!(among))),
        ("change", change.map(|change| json!(change))),
        ("since", since.as_ref().map(|since| json!(since))),
    ])
}

fn count(Count { part, whole }: Count) -> Value {
    object([("part", Some(number(part))), ("whole", Some(number(whole)))])
}

fn reference(Reference { document, paragraph, sentence, quote }: &Reference) -> Value {
    object([
        ("document", document.as_ref().map(|document| json!(document))),
        ("paragraph", paragraph.map(|paragraph| json!(paragraph))),
        ("sentence", sentence.map(|sentence| json!(sentence))),
        ("quote", quote.as_ref().map(|quote| json!(quote))),
    ])
}

fn better_name(better: Better) -> &'static str {
    match better {
        Better::Higher => "higher",
        Better::Lower => "lower",
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
