//! The values of an earlier period that files give next to those of their own: "TH 2022" next to "TH 2023".

use std::sync::Arc;

use crate::app::Catalog;
use crate::cli::arguments::SliceOptions;
use crate::lexicon::period::parse;
use crate::model::{Collection, Dataset, Indicator, Indicators, Period, Section};
use crate::ui::facts;

/// The collection with the values of the period that is asked for as datasets of their own, if no dataset is of it.
pub(super) fn with_earlier_period(options: &SliceOptions, collection: &Collection) -> Collection {
    let wanted = options.period.as_deref().and_then(parse);
    let Some(wanted) = wanted.filter(|wanted| wanted.first_year().is_some()) else {
        return collection.clone();
    };
    let is_of_it = |dataset: &Arc<Dataset>| parse(&dataset.period) == Some(wanted);
    let own = |entry| facts::own_period(&entry, &entry.indicator()) == Some(wanted);
    if collection.datasets().iter().any(is_of_it) || collection.iter().any(own) {
        return collection.clone();
    }
    let earlier = collection.datasets().iter().filter_map(|one| earlier_values(one, wanted));
    let all = collection.datasets().iter().cloned().chain(earlier.map(Arc::new));
    Catalog::with_joint_ids(Collection::new(all))
}

/// The values of a period that a dataset gives next to its own; `None` if it gives none.
fn earlier_values(dataset: &Dataset, wanted: Period) -> Option<Dataset> {
    let of_all = parse(&dataset.period);
    let (mut indicators, mut sections) = (Indicators::new(), Vec::new());
    for section in dataset.sections.iter() {
        let start = indicators.len();
        dataset.indicators.each(section.indicators.clone(), |one| {
            let year = one.period.or(of_all).and_then(Period::first_year);
            let is_wanted = |text: &str| parse(text).map(|own| own.or_year(year)) == Some(wanted);
            if let Some(earlier) = one.earlier.iter().find(|earlier| is_wanted(&earlier.period)) {
                indicators.push(&Indicator {
                    parents: one.parents.clone(),
                    unit: one.unit.clone(),
                    actual: Some(earlier.value.clone()),
                    better: one.better,
                    better_assumed: one.better_assumed,
                    ..Indicator::named(one.id.clone(), one.name.clone())
                });
            }
        });
        let indicators = start..indicators.len();
        sections.push(Section { name: section.name.clone(), indicators });
    }
    sections.retain(|section| !section.indicators.is_empty());
    (!indicators.is_empty()).then(|| Dataset {
        id: format!("{}-{}", dataset.id, wanted.first_year().unwrap_or_default()),
        period: wanted.to_string(),
        totals: None,
        sections: sections.into(),
        indicators,
        ..dataset.clone()
    })
}
