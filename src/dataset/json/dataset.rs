//! Reads a dataset: place, period, source, totals, sections.

use std::sync::Arc;

use serde_json::value::RawValue;

use super::indicator::{self, SeenIds};
use super::reader::Reader;
use super::reference::reference_and_note;
use crate::dataset::one_table::OfTable;
use crate::dataset::{Contradiction, Expected, JsonProblem};
use crate::lexicon::period::{parse, understood};
use crate::model::{
    Dataset, Indicator, Indicators, NumberInText, Period, Place, Section, Source, Totals,
};

const FIELDS: &[&str] =
    &["$schema", "id", "table", "place", "within", "period", "source", "totals", "sections"];

pub(super) fn read<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<OfTable> {
    let object = reader.object(value, FIELDS)?;
    reader.optional(&object, "$schema", Reader::text);
    // All fields are read before any missing one ends the function, so that all diagnostics are reported at
    // once.
    let id = reader.required(&object, "id", Reader::id, Expected::UniqueId);
    let table = reader.optional(&object, "table", Reader::text);
    let place = reader.optional(&object, "place", Reader::text);
    let within = reader.optional(&object, "within", Reader::text);
    let period = reader.optional(&object, "period", period_text);
    let source = reader.optional(&object, "source", source);
    let totals = reader.optional(&object, "totals", totals);
    let mut seen = SeenIds::new();
    let of_all = period.as_ref().and_then(|period| parse(period.as_deref()?));
    let read_section = |reader: &mut Reader<'a>, value| {
        reader.list(value, |r, value| section(r, value, &mut seen, of_all))
    };
    let sections = reader.required(&object, "sections", read_section, Expected::List);
    let mut dataset = Dataset {
        id: id?,
        place: match (place?, within?) {
            (Some(place), Some(upper)) => Place::within(place, upper),
            (Some(place), None) => place.into(),
            (None, _) => Place::File(reader.file_name().into()),
        },
        period: period?.unwrap_or_default(),
        source: source?.map(Arc::new),
        totals: totals?.map(Box::new),
        sections: Arc::default(),
        indicators: Indicators::new(),
    };
    let mut named = Vec::new();
    for (name, indicators) in sections? {
        let start = dataset.indicators.len();
        dataset.indicators.extend(indicators);
        named.push(Section { name, indicators: start..dataset.indicators.len() });
    }
    dataset.sections = named.into();
    Some(OfTable { dataset, table: table? })
}

/// Reads the period of a dataset in the words of its source, and notes one that is not understood.
fn period_text<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<String> {
    let text = reader.text(value)?;
    if text.contains(|c: char| c.is_ascii_digit()) && understood(&text).is_none() {
        reader.note(value, JsonProblem::UnclearPeriod { text: text.clone() });
    }
    Some(text)
}

fn section<'a>(
    reader: &mut Reader<'a>,
    value: &'a RawValue,
    seen: &mut SeenIds,
    period: Option<Period>,
) -> Option<(String, Vec<Indicator>)> {
    let object = reader.object(value, &["name", "indicators"])?;
    let name = reader.required(&object, "name", Reader::text, Expected::Text);
    let read = |reader: &mut Reader<'a>, value| {
        reader.list(value, |reader, value| {
            let indicator = indicator::read(reader, value, seen, period)?;
            reader.check(value, &indicator);
            Some(indicator)
        })
    };
    let indicators = reader.required(&object, "indicators", read, Expected::List);
    Some((name?, indicators?))
}

fn source<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Source> {
    let object = reader.object(value, &["title", "date", "text", "set_aside"])?;
    let title = reader.required(&object, "title", Reader::text, Expected::Text);
    let date = reader.optional(&object, "date", Reader::text);
    let text = reader.optional(&object, "text", |r, value| r.list(value, Reader::text));
    let set_aside = reader.optional(&object, "set_aside", |r, value| r.list(value, number_in_text));
    Some(Source {
        title: title?,
        date: date?,
        text: text?.unwrap_or_default(),
        set_aside: set_aside?.unwrap_or_default(),
    })
}

fn number_in_text<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<NumberInText> {
    let object = reader.object(value, &["paragraph", "position", "number"])?;
    let paragraph = reader.required(&object, "paragraph", Reader::positive, Expected::WholeFromOne);
    let position = reader.required(&object, "position", Reader::whole, Expected::WholeFromZero);
    let number = reader.required(&object, "number", Reader::text, Expected::Text);
    Some(NumberInText { paragraph: paragraph?, position: position?, number: number? })
}

fn totals<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Totals> {
    let fields = &["plan_indicators", "missed", "missed_named", "reference", "note"];
    let object = reader.object(value, fields)?;
    let mut number = |name| reader.required(&object, name, Reader::whole, Expected::WholeFromZero);
    let (plan_indicators, missed) = (number("plan_indicators"), number("missed"));
    let missed_named = number("missed_named");
    let (reference, note) = reference_and_note(reader, &object);
    let totals = Totals {
        plan_indicators: plan_indicators?,
        missed: missed?,
        missed_named: missed_named?,
        reference: reference?,
        note: note?,
    };
    if totals.missed > totals.plan_indicators || totals.missed_named > totals.missed {
        reader.contradict(value, Contradiction::Totals);
        return None;
    }
    Some(totals)
}
