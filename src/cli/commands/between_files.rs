//! What `check` of several files reports of them together.

use std::collections::BTreeMap;

use crate::app::{Catalog, NearBy, has_sections};
use crate::dataset::{CollectionProblem, Diagnostic, Location};
use crate::model::{Collection, Dataset, Entry};
use crate::ui::{Words, facts};

/// The most diagnostics of one kind.
const MOST: usize = 100;

/// The diagnostics of datasets of several files, each with the name of its file, for each file that has some.
pub(super) fn diagnostics(
    datasets: Vec<(String, Dataset)>,
    words: Words,
) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut of_file: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    if datasets.len() < 2 {
        return of_file;
    }
    let (files, datasets): (Vec<String>, Vec<Dataset>) = datasets.into_iter().unzip();
    let catalog = Catalog::new(Collection::new(datasets));
    let mut add =
        |own: Entry<'_>, other: Entry<'_>, problem: &dyn Fn(String) -> CollectionProblem| {
            let file = |entry: &Entry<'_>| files.get(entry.dataset_at).cloned().unwrap_or_default();
            let (own, other) = (file(&own), file(&other));
            if own != other {
                let problem = problem(other).into();
                let diagnostic = Diagnostic { location: Location::of_file(&own), problem };
                of_file.entry(own).or_default().push(diagnostic);
            }
        };
    for (shown, own) in catalog.contradictions().into_iter().take(MOST) {
        let entries = catalog.collection.get(own).zip(catalog.collection.get(shown));
        let Some((own, shown)) = entries else { continue };
        let figure =
            |entry: &Entry<'_>| facts::actual(entry, &entry.indicator(), words).unwrap_or_default();
        add(own, shown, &|file| CollectionProblem::OtherFigure {
            name: own.name().to_owned(),
            figure: figure(&own),
            shown: figure(&shown),
            file,
        });
    }
    for near in catalog.near_indicators().into_iter().take(MOST) {
        let entries = catalog.collection.get(near.other).zip(catalog.collection.get(near.one));
        let Some((own, other)) = entries else { continue };
        add(own, other, &|file| CollectionProblem::NearIndicator {
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
