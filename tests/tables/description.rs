//! What tests compare of an indicator and its dataset, as one text each.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator, Place};

/// The place of a dataset, or nothing where the source names none.
pub fn place_of(dataset: &Dataset) -> String {
    match &dataset.place {
        Place::File(_) => String::new(),
        place => place.name().to_owned(),
    }
}

/// "parent › name".
pub fn full_name(one: &Indicator) -> String {
    let names: Vec<&str> = one.parents.iter().chain([&one.name]).map(String::as_str).collect();
    names.join(" › ")
}

/// The figure that was reached, or "-".
pub fn figure_of(one: &Indicator) -> String {
    one.figure().map_or_else(|| "-".to_owned(), |figure| figure.to_string())
}

/// "place|parent › name|figure" of each indicator of a table.
pub fn places_names_figures(table: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", table.as_bytes(), None).unwrap();
    let lines = opened.datasets.iter().flat_map(|dataset| {
        let place = place_of(dataset);
        dataset
            .indicators
            .iter()
            .map(move |one| format!("{place}|{}|{}", full_name(&one), figure_of(&one)))
    });
    lines.collect()
}
