//! What `check` of several files reports of them together.

use std::collections::BTreeMap;

use crate::app::{Catalog, NearBy, has_sections};
use crate::dataset::{CollectionProblem, Diagnostic, Location, Omitted, Rule};
use crate::model::{Collection, Dataset, Entry};
use crate::ui::{Words, facts};

/// The most diagnostics of one kind; further ones are only counted.
const MOST: usize = 100;

/// What is reported of a file next to others.
#[derive(Debug, Default)]
pub(super) struct OfFile {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) omitted: Omitted,
}

/// The diagnostics of datasets of several files, each with the name of its file, for each file that has some.
pub(super) fn diagnostics(
    datasets: Vec<(String, Dataset)>,
    words: Words,
) -> BTreeMap<String, OfFile> {
    let mut of_file: BTreeMap<String, OfFile> = BTreeMap::new();
    if datasets.len() < 2 {
        return of_file;
    }
    let mut kept: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (files, datasets): (Vec<String>, Vec<Dataset>) = datasets.into_iter().unzip();
    let catalog = Catalog::new(Collection::new(datasets));
    let mut add = |rule: Rule, entries: (Entry<'_>, Entry<'_>), problem: &dyn Fn(String) -> _| {
        let file = |entry: &Entry<'_>| files.get(entry.dataset_at).cloned().unwrap_or_default();
        let (own, other) = (file(&entries.0), file(&entries.1));
        if own == other {
            return;
        }
        let found = of_file.entry(own.clone()).or_default();
        let kept = kept.entry(rule.name()).or_default();
        if *kept == MOST {
            match found.omitted.0.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, count)) => *count += 1,
                None => found.omitted.0.push((rule, 1)),
            }
            return;
        }
        *kept += 1;
        let problem = CollectionProblem::into(problem(other));
        found.diagnostics.push(Diagnostic { location: Location::of_file(&own), problem });
    };
    for (shown, own) in catalog.contradictions() {
        let entries = catalog.collection.get(own).zip(catalog.collection.get(shown));
        let Some((own, shown)) = entries else { continue };
        let figure =
            |entry: &Entry<'_>| facts::actual(entry, &entry.indicator(), words).unwrap_or_default();
        add(Rule::OtherFigure, (own, shown), &|file| CollectionProblem::OtherFigure {
            name: own.name().to_owned(),
            figure: figure(&own),
            shown: figure(&shown),
            file,
        });
    }
    for near in catalog.near_indicators() {
        let entries = catalog.collection.get(near.other).zip(catalog.collection.get(near.one));
        let Some((own, other)) = entries else { continue };
        add(Rule::NearIndicator, (own, other), &|file| CollectionProblem::NearIndicator {
            own: described(&own, near.by),
            other: described(&other, near.by),
            file,
        });
    }
    of_file
}

/// The name of an indicator with its unit, or with its section if that distinguishes it from another one.
fn described(entry: &Entry<'_>, by: NearBy) -> String {
    let section = (by == NearBy::Section && has_sections(entry.dataset))
        .then(|| format!(" – {}", entry.section.name));
    let unit = entry.unit().map(|unit| format!(" ({unit})"));
    format!("{}{}{}", entry.name(), unit.unwrap_or_default(), section.unwrap_or_default())
}
