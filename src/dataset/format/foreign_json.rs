//! Detects JSON formats of other software by their top-level fields.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::dataset::Foreign;

/// Returns the format of JSON with this beginning, if it is a known one.
pub(super) fn foreign(beginning: &str) -> Option<Foreign> {
    let text = beginning.trim_start_matches('\u{feff}');
    let mut fields = Fields::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    // The sample may be cut, so an error at its end is expected; the fields read before it are used.
    let _cut = reader.deserialize_any(&mut fields);
    let has = |names: &[&str]| names.iter().all(|name| fields.names.iter().any(|f| f == name));
    let says = |word: &str| text.contains(word);
    // A dataset of this program may have any additional field, even a misspelt one.
    if has(&["sections"]) {
        return None;
    }
    if fields.in_list {
        return has(&["page", "pages", "per_page"]).then_some(Foreign::WorldBankJson);
    }
    if has(&["@context"]) && says("ns/csvw") {
        Some(Foreign::Csvw)
    } else if says("sdmx-json") || has(&["dataSets", "structure"]) || has(&["header", "dataSets"]) {
        Some(Foreign::SdmxJson)
    } else if has(&["dimension", "value"])
        || has(&["id", "size", "dimension"])
        || has(&["class", "version", "link"])
        || has(&["dataset"]) && says("\"dimension\"")
    {
        Some(Foreign::JsonStat)
    } else if has(&["headers", "rows"]) || has(&["headers", "metaData"]) || has(&["dataValues"]) {
        Some(Foreign::Dhis2)
    } else if has(&["columns", "data"]) && says("\"key\"") && says("\"values\"") {
        Some(Foreign::PxJson)
    } else if says("\"docs\"") && (says("provider_code") || says("series_code")) {
        Some(Foreign::Dbnomics)
    } else if has(&["resources"]) && (has(&["profile"]) || has(&["name"]) || has(&["$schema"])) {
        Some(Foreign::DataPackage)
    } else if has(&["chart", "columns"]) {
        Some(Foreign::OwidMetadata)
    } else if has(&["type"]) && says("FeatureCollection") {
        Some(Foreign::GeoJson)
    } else {
        None
    }
}

/// The names of the top-level fields, or of those of the first object in a top-level list.
#[derive(Debug, Default)]
struct Fields {
    names: Vec<String>,
    in_list: bool,
}

impl<'de> Visitor<'de> for &mut Fields {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key()? {
            self.names.push(name);
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.in_list = true;
        let names: Option<serde_json::Map<String, serde_json::Value>> = list.next_element()?;
        self.names.extend(names.into_iter().flatten().map(|(name, _)| name));
        Ok(())
    }
}
