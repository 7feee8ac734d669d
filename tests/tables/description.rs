//! Tables that are written in tests, and what tests compare of an indicator and its dataset, as one text each.

use chitieu::dataset::{self, Opened, Severity};
use chitieu::model::{Dataset, Indicator, Place};

/// Reads a text as a table.
pub fn open(text: &str) -> Opened {
    dataset::read("bieu.csv", text.as_bytes(), None).unwrap()
}

/// The rules of the errors and warnings in a table.
pub fn warnings(text: &str) -> Vec<&'static str> {
    let opened = open(text);
    let all = opened.findings.iter().map(|one| one.rule());
    all.filter(|rule| rule.severity() != Severity::Note).map(|rule| rule.name()).collect()
}

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
    places_names_figures_of("bieu.csv", table)
}

/// The same of a table in a file of this name.
pub fn places_names_figures_of(file: &str, table: &str) -> Vec<String> {
    let opened = dataset::read(file, table.as_bytes(), None).unwrap();
    let lines = opened.datasets.iter().flat_map(|dataset| {
        let place = place_of(dataset);
        dataset
            .indicators
            .iter()
            .map(move |one| format!("{place}|{}|{}", full_name(&one), figure_of(&one)))
    });
    lines.collect()
}
