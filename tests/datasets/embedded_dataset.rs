//! The embedded dataset compared with its report: no number of the report is missing, and none is added.
//!
//! `tests/data/report-numbers.csv` lists every number in the report as printed, with its paragraph (0 is the
//! title line) and sentence, and the reason if it is not in the dataset.

use std::collections::BTreeMap;

use chitieu::dataset;
use chitieu::model::{
    Dataset, Decimal, Indicator, Plan, PlanTerms, Reference, Status, status, warnings,
};

/// The reasons for which a number of the report is not a value of the dataset.
const REASONS: [&str; 6] = [
    "year",            // dates, periods and the years that changes are against
    "document number", // 137-QĐ/TW, 35-CT/TW
    "event ordinal",   // U23
    "part of a name",  // dưới 5 tuổi, 3 sao, bão số 3
    "photo caption",   // lớp 1
    "plan period",     // kế hoạch 5 năm
];

type Place = (u32, u32);

#[test]
fn every_number_of_the_report_is_in_the_dataset_or_omitted_for_a_reason() {
    let figures = figures(&dataset::embedded().unwrap());
    let mut used = std::collections::HashSet::new();
    for (place, printed, reason) in numbers() {
        used.insert(reason.clone());
        if reason.is_empty() {
            let figure = parse(&printed);
            let is_present = figures.get(&place).is_some_and(|all| all.contains(&figure));
            assert!(is_present, "{printed} of paragraph {}, sentence {}", place.0, place.1);
        } else {
            assert!(REASONS.contains(&reason.as_str()), "{reason}");
        }
    }
    assert!(REASONS.iter().all(|reason| used.contains(*reason)), "a reason without a number");
}

#[test]
fn every_number_of_the_dataset_is_in_the_report() {
    let numbers = numbers();
    for (place, figures) in figures(&dataset::embedded().unwrap()) {
        for figure in figures {
            let printed = numbers.iter().any(|(at, printed, reason)| {
                *at == place && reason.is_empty() && parse(printed) == figure
            });
            assert!(printed, "{figure} at paragraph {}, sentence {}", place.0, place.1);
        }
    }
}

#[test]
fn keeps_the_published_digits() {
    let dataset = dataset::embedded().unwrap();
    let published: Vec<String> =
        numbers().into_iter().map(|(_, printed, _)| parse(&printed).to_string()).collect();
    for figure in figures(&dataset).into_values().flatten() {
        assert!(published.contains(&figure.to_string()), "{figure}");
    }
}

#[test]
fn has_the_sections_and_totals_of_the_report() {
    let dataset = dataset::embedded().unwrap();
    let names: Vec<_> =
        dataset.sections.iter().map(|s| (s.name.as_str(), s.indicators.len())).collect();
    assert_eq!(names, [("Kinh tế", 7), ("Văn hóa, xã hội", 15), ("Xây dựng Đảng", 2)]);
    let totals = dataset.totals.as_ref().unwrap();
    assert_eq!((totals.plan_indicators, totals.missed, totals.missed_named), (28, 5, 0));
    assert_eq!(totals.reached(), Some(23));
    let by_status = |wanted| dataset.indicators.iter().filter(|i| status(i) == wanted).count();
    assert_eq!(by_status(Status::Missed), 0, "the report names none of the missed");
    let plans = dataset.indicators.iter().filter(|i| i.plan.is_some()).count();
    assert!(plans <= totals.plan_indicators as usize);
    assert!(dataset.indicators.iter().all(|indicator| warnings(&indicator).is_empty()));
}

#[test]
fn notes_and_estimates_are_those_of_the_report() {
    let dataset = dataset::embedded().unwrap();
    let find = |id: &str| dataset.indicators.iter().find(|i| i.id == id).unwrap();
    let note = |id: &str| find(id).note.unwrap_or_default();
    assert!(note("ho-so-tiep-nhan").contains("như công bố"));
    assert!(note("giam-ngheo").contains("điểm phần trăm"));
    assert!(note("papi").contains("2023") && note("parindex").contains("2023"));
    assert!(find("giam-ngheo").plan.is_none());
    assert!(matches!(
        find("tot-nghiep-thpt").plan.map(|plan| plan.terms),
        Some(PlanTerms::Verdict(_))
    ));
    assert!(find("lao-dong-viec-lam").actual.is_none());
    let estimates: Vec<_> =
        dataset.indicators.iter().filter(|i| i.estimate).map(|i| i.id).collect();
    assert_eq!(
        estimates,
        [
            "tong-thu-ngan-sach",
            "gia-tri-san-xuat-cong-nghiep",
            "giam-ngheo",
            "giam-ngheo-huyen-ngheo",
            "thiet-hai-bao-so-3",
        ]
    );
}

/// The numbers of a dataset by the paragraph and sentence of their reference.
fn figures(dataset: &Dataset) -> BTreeMap<Place, Vec<Decimal>> {
    let mut figures: BTreeMap<Place, Vec<Decimal>> = BTreeMap::new();
    for indicator in dataset.indicators.iter() {
        let place = place(indicator.reference.as_ref());
        figures.entry(place).or_default().extend(figures_of(&indicator));
    }
    let totals = dataset.totals.as_ref().unwrap();
    let counted = [totals.plan_indicators, totals.missed].map(Decimal::from);
    figures.entry(place(totals.reference.as_ref())).or_default().extend(counted);
    figures
}

fn figures_of(indicator: &Indicator) -> Vec<Decimal> {
    let mut figures: Vec<Decimal> = indicator.figure().into_iter().collect();
    figures.extend(indicator.plan.as_ref().and_then(Plan::percent));
    figures.extend(indicator.changes.iter().map(|change| change.amount));
    figures.extend(indicator.scale);
    for rank in &indicator.ranks {
        figures.extend([Some(rank.position), rank.of].into_iter().flatten().map(Decimal::from));
        figures.extend(rank.change.map(Decimal::from));
    }
    figures.extend(indicator.count.into_iter().flat_map(|count| [count.part, count.whole]));
    figures
}

fn place(reference: Option<&Reference>) -> Place {
    let reference = reference.expect("everything in the dataset has a reference");
    (reference.paragraph.unwrap(), reference.sentence.unwrap())
}

/// The paragraph and sentence, the number as printed, and the reason for its omission.
fn numbers() -> Vec<(Place, String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/report-numbers.csv");
    let mut file = csv::Reader::from_path(path).unwrap();
    file.deserialize()
        .map(|row| {
            let (paragraph, sentence, printed, reason): (u32, u32, String, String) = row.unwrap();
            ((paragraph, sentence), printed, reason)
        })
        .collect()
}

/// Parses a number as the report prints it: `.` separates thousands, `,` separates decimals.
fn parse(printed: &str) -> Decimal {
    let plain = printed.replace('.', "").replace(',', ".");
    let plain = plain.trim_start_matches('0');
    if plain.is_empty() { Decimal::ZERO } else { plain.parse().unwrap() }
}
