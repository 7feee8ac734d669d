//! The values of an earlier period that files give next to those of their own: "TH 2022" next to "TH 2023".

use std::iter;
use std::sync::Arc;

use crate::app::Catalog;
use crate::cli::arguments::SliceOptions;
use crate::lexicon::period::parse;
use crate::lexicon::same_period::parse_next_to;
use crate::model::{Collection, Dataset, Indicator, Indicators, Period, Section};
use crate::text::slug::slug;
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
    let mut all = collection.datasets().to_vec();
    for dataset in collection.datasets() {
        if let Some(values) = earlier_values(dataset, wanted) {
            let id = free_id(&all, &dataset.id, wanted);
            all.push(Arc::new(Dataset { id, ..values }));
        }
    }
    Catalog::with_joint_ids(Collection::new(all))
}

/// An id for the values of a period, which no dataset has.
fn free_id(datasets: &[Arc<Dataset>], id: &str, period: Period) -> String {
    let year = period.first_year().filter(|year| period == Period::year(*year));
    let period = year.map_or_else(|| slug(&period.to_string()), |year| year.to_string());
    let first = format!("{id}-{period}");
    let numbered = (2..).map(|number| format!("{first}-{number}"));
    let is_free = |id: &String| datasets.iter().all(|dataset| dataset.id != *id);
    iter::once(first.clone()).chain(numbered).find(is_free).unwrap_or(first)
}

/// The values of a period that a dataset gives next to its own; `None` if it gives none.
fn earlier_values(dataset: &Dataset, wanted: Period) -> Option<Dataset> {
    let of_all = parse(&dataset.period);
    let (mut indicators, mut sections) = (Indicators::new(), Vec::new());
    for section in dataset.sections.iter() {
        let start = indicators.len();
        dataset.indicators.each(section.indicators.clone(), |one| {
            let own = one.period.or(of_all);
            let is_wanted = |text: &str| parse_next_to(text, own) == Some(wanted);
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
        period: wanted.to_string(),
        totals: None,
        sections: sections.into(),
        indicators,
        ..dataset.clone()
    })
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;
    use crate::dataset;

    fn asked(datasets: &[Dataset], period: &str) -> Vec<String> {
        let collection = Collection::new(datasets.to_vec());
        let options = SliceOptions { place: None, period: Some(period.to_owned()) };
        let found = with_earlier_period(&options, &collection);
        found.datasets().iter().map(|dataset| dataset.id.clone()).collect()
    }

    fn table(earlier: &str, own: &str) -> Dataset {
        let text = format!(
            "Chỉ tiêu;ĐVT;TH {earlier};KH {own};TH {own}\nTrồng rừng;ha;41;44;45\nĐàn bò;con;120;130;133\n"
        );
        let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
        opened.datasets.into_iter().next().unwrap()
    }

    #[test]
    fn the_same_part_of_the_year_before_is_not_that_year() {
        let text = "Kết quả 9 tháng năm 2025\nChỉ tiêu;ĐVT;Cùng kỳ năm 2024;KH năm 2025;TH 9 tháng\n\
                    Trồng rừng;ha;41;60;45\nĐàn bò;con;120;150;133\n";
        let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
        assert_eq!(asked(&opened.datasets, "2024"), [opened.datasets[0].id.clone()]);
        let months = asked(&opened.datasets, "9 tháng năm 2024");
        assert_eq!(months.len(), 2, "{months:?}");
    }

    #[test]
    fn the_values_of_an_earlier_period_have_an_id_of_their_own() {
        let years = table("2022", "2023");
        let made = format!("{}-2022", years.id);
        assert_eq!(asked(slice::from_ref(&years), "2022"), [years.id.clone(), made.clone()]);
        // A sheet or a file that is called so already.
        let taken = Dataset { id: made.clone(), ..table("2020", "2021") };
        let ids = asked(&[years.clone(), taken], "2022");
        assert_eq!(ids, [years.id.clone(), made.clone(), format!("{made}-2")]);
        let quarters = table("quý II/2022", "quý II/2023");
        let ids = asked(slice::from_ref(&quarters), "quý II/2022");
        assert_eq!(ids, [quarters.id.clone(), format!("{}-quy-ii-nam-2022", quarters.id)]);
    }
}
