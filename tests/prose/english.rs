//! Reports of councils and of the press in English: targets, earlier values and names with commas.

use crate::every::Every;
use crate::reports::{doubted, line, number, read, rows_of, sure, target, valued};
use chitieu::model::{Actual, Indicator, Target};

fn english_lines(text: &str) -> Vec<String> {
    english(text).iter().map(line).collect()
}

fn english(text: &str) -> Vec<Indicator> {
    rows_of("Northfield Council performance report 2024", text)
}

#[test]
fn a_target_may_leave_out_its_unit() {
    for (text, figure, wanted) in [
        ("The centre answered 9,120 calls, against a target of 9,000.", "9120", "9000"),
        ("The average wait was 12.4 minutes (target: 10 minutes).", "12.4", "10"),
        ("91% of bins were collected on time, exceeding our 88% target.", "91", "88"),
        (
            "71% of complaints were resolved within 10 working days, missing our 85% target.",
            "71",
            "85",
        ),
    ] {
        let found = english(text);
        let row = valued(&found, figure, text);
        assert_eq!(target(row), Some(Target::Value(wanted.parse().unwrap())), "{text}: {row:#?}");
        assert!(row.plan.as_ref().unwrap().percent().is_none(), "{text}");
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
    }
}

#[test]
fn an_earlier_count_may_leave_out_its_unit() {
    let text = "The council received 410 complaints, up from 385 in quarter 1.";
    let found = english(text);
    let row = valued(&found, "410", text);
    assert_eq!(row.earlier[0].value, Actual::Figure("385".parse().unwrap()), "{row:#?}");
}

#[test]
fn a_total_for_the_year_is_another_figure() {
    let text = "38 homes were let, bringing the total for the year to 112 against a target of 150.";
    let found = english(text);
    assert!(sure(valued(&found, "38", text)), "{found:#?}");
    let row = valued(&found, "112", text);
    assert_eq!(target(row), Some(Target::Value("150".parse().unwrap())));
    assert!(doubted(row, "name-inherited"), "{row:#?}");
}

#[test]
fn a_name_may_have_commas() {
    for (text, figure, name) in [
        (
            "Revenue from lodging, meals and tours reached US$310 million.",
            "310",
            "Revenue from lodging, meals and tours",
        ),
        (
            "Visitors from Asia, Europe and America reached 1.2 million.",
            "1.2",
            "Visitors from Asia, Europe and America",
        ),
        ("54 fly-tipping incidents were reported.", "54", "Fly-tipping incidents reported"),
        (
            "88% of calls were answered within 45 seconds.",
            "88",
            "Calls were answered within 45 seconds",
        ),
    ] {
        assert_eq!(valued(&english(text), figure, text).name, name, "{text}");
    }
    let text = "The city aims to attract 7 million tourists.";
    let found = english(text);
    assert_eq!(found[0].name, "Attract tourists", "{found:#?}");
    assert!(found[0].actual.is_none());
}

#[test]
fn so_many_of_so_many_is_a_count() {
    let text = "14 of 15 appeals were dismissed.";
    let found = english(text);
    let row = valued(&found, "14", text);
    let count = row.count.expect("a count");
    assert_eq!((count.part, count.whole), (14.into(), 15.into()), "{row:#?}");
    // An amount of which something was spent is no whole.
    let text = "The council spent 12 of 40 million dollars.";
    assert!(english(text).iter().every(|row| row.count.is_none()), "{text}");
}

#[test]
fn a_target_of_a_growth_is_no_name() {
    let text = "Wages rose 4.2% on average, ahead of the 3.5% target.";
    let found = english(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    let note = found[0].note.as_deref().unwrap_or_default();
    assert!(note.contains("ahead of the 3.5% target"), "{note}");
}

#[test]
fn a_day_up_to_which_something_is_counted() {
    let text = "In 2023, exports hit $7.4 billion. By November 15, the province had attracted 61 new projects.";
    let found = rows_of("Economy of Northfield", text);
    let row = valued(&found, "61", text);
    assert_eq!(row.period, chitieu::model::Period::until(Some(2023), 11, 15), "{row:#?}");
    // The day of a meeting is none.
    let text = "On November 15, the committee said that exports hit $7.4 billion in 2023.";
    let found = rows_of("Economy of Northfield in 2023", text);
    let row = valued(&found, "7.4", text);
    assert_eq!(row.period, None, "{row:#?}");
}

#[test]
fn plans_of_two_levels_are_both_kept() {
    let text = "Total budget revenue reached 3,150 billion VND, equivalent to 61.4% of the central estimate and 47.2% of the provincial estimate.";
    let found = english(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    let row = valued(&found, "3150", text);
    let plan = row.plan.as_ref().unwrap();
    assert_eq!(plan.percent(), Some("61.4".parse().unwrap()), "{row:#?}");
    let [other] = &row.other_plans[..] else { panic!("{row:#?}") };
    assert!(other.name.as_deref().unwrap().contains("provincial"), "{row:#?}");
    assert_eq!(other.percent(), Some("47.2".parse().unwrap()));
    assert!(doubted(row, "several-plans"));
}

#[test]
fn a_target_of_the_end_of_the_year_is_no_indicator() {
    let text =
        "In the first half of 2023, the poverty rate was 8.7%, against a year-end target of 7.9%.";
    let found = rows_of("Society report", text);
    assert_eq!(found.len(), 1, "{found:#?}");
    let row = valued(&found, "8.7", text);
    assert_eq!(target(row), Some(Target::Value("7.9".parse().unwrap())), "{row:#?}");
    assert_eq!(row.plan.as_ref().unwrap().period, Some(chitieu::model::Period::year(2023)));
}

#[test]
fn a_change_of_what_was_counted_before() {
    let text = "There were 93 traffic accidents, killing 41 people; compared with the same period last year, the number of accidents fell by 17.";
    let found = english(text);
    let row = valued(&found, "93", text);
    assert_eq!(row.changes.len(), 1, "{found:#?}");
    assert!(!found.iter().any(|row| row.name.starts_with("Number of")), "{found:#?}");
}

#[test]
fn a_base_has_no_preposition() {
    let text = "Exports reached 2.31 billion USD, up 9% from a year earlier.";
    let found = english(text);
    assert_eq!(valued(&found, "2.31", text).changes[0].period, "a year earlier");
}

#[test]
fn a_city_within_an_english_title_is_the_place() {
    let found = read(
        "Government of Viet Nam: Da Nang City annual report 2023 (summary)",
        "The unemployment rate was 3.14%.",
    );
    assert_eq!(found.dataset.place.named(), Some("Da Nang City"));
}

#[test]
fn what_a_part_is_of_is_not_its_name() {
    let text =
        "Of the total, 74 new projects with registered capital of 318 million USD were approved.";
    let found = english(text);
    let row = valued(&found, "74", text);
    assert!(row.name != "Total" || !sure(row), "{row:#?}");
}

#[test]
fn a_growth_goes_on_behind_and_without_a_verb() {
    for (text, wanted) in [
        (
            "Industry and construction went up 6.4 percent and agriculture 2.85 percent.",
            ["Industry and construction +6.4%", "Agriculture +2.85%"],
        ),
        (
            "The industrial sector grew by 8.1%; and the service sector by 6.9%.",
            ["Industrial sector +8.1%", "Service sector +6.9%"],
        ),
        // A rate has a level.
        (
            "Services grew 5.1 percent and unemployment 2.3 percent.",
            ["Services +5.1%", "Unemployment 2.3 %"],
        ),
    ] {
        assert_eq!(english_lines(text), wanted, "{text}");
    }
}

#[test]
fn a_running_total_has_the_name_before_it() {
    let found = english_lines(
        "In June, industrial production rose by 8.4 percent, bringing the six-month increase to 6.6%.",
    );
    assert_eq!(found[1], "? Industrial production +6.6%");
    let found = english_lines(
        "Arrivals reached 310,000 in May, bringing the five-month figure to 1,420,000.",
    );
    assert!(found[1].contains("Arrivals 1420000"), "{found:?}");
}

#[test]
fn a_target_and_an_earlier_value_behind_english_words_are_kept() {
    for (text, target, earlier) in [
        (
            "The average wait was 18.4 days, compared with 21.7 days in 2022/23 and a target of 20 days.",
            "20",
            Some("21.7"),
        ),
        (
            "Some 48.7% of waste was recycled, down from 50.1% and below the 50% target.",
            "50",
            Some("50.1"),
        ),
        ("The town collected 97.8% of council tax against a target of 98.2%.", "98.2", None),
    ] {
        let found = english(text);
        let row = &found[0];
        let plan = row.plan.as_ref().and_then(|plan| plan.target());
        assert_eq!(
            plan.map(|plan| format!("{plan:?}")),
            Some(format!("Value({target})")),
            "{text}: {found:#?}"
        );
        let before = row.earlier.first().map(|earlier| format!("{:?}", earlier.value));
        assert_eq!(before, earlier.map(|value| format!("Figure({value})")), "{text}: {found:#?}");
    }
}

#[test]
fn how_many_indicators_there_are_is_no_indicator() {
    let text =
        "Of the 28 key performance indicators reported this quarter, 19 were on or above target.";
    assert!(english(text).is_empty(), "{:#?}", english(text));
    let text = "The contact centre answered 915 calls, 84% of them within 60 seconds (target 80%).";
    assert!(english(text).iter().any(|row| row.name == "Calls within 60 seconds"));
}

#[test]
fn an_english_text_is_about_the_place_with_which_it_begins() {
    let text = "Viet Nam's gross domestic product (GDP) grew by 6.1% in the third quarter of 2024.";
    let found = read("Socio-economic situation in the third quarter of 2024", text);
    assert_eq!(found.dataset.place.named(), Some("Viet Nam"));
}

#[test]
fn the_verb_of_the_passive_is_no_part_of_what_is_counted() {
    for (text, wanted) in [
        ("In 2024, 386 affordable homes were completed.", "Affordable homes completed"),
        ("In 2024, 1,180 new enterprises were established, up 8%.", "New enterprises established"),
        ("In 2024, 2,900 jobs were created.", "Jobs created"),
        ("In 2024, 18 schools have been repaired.", "Schools repaired"),
    ] {
        let found = crate::reports::rows_of("The economy of Tay Ninh in 2024", text);
        assert_eq!(found[0].name, wanted, "{text}");
    }
}

#[test]
fn a_quarter_may_be_written_out() {
    let title = "Northfield Council performance report, quarter two 2024/25";
    let text = "Rent collected was 96.4%.";
    assert_eq!(read(title, text).dataset.period, "quarter two 2024/25");
    let text = "In the first six months, council tax collection reached 56.1%.";
    let found = rows_of(title, text);
    let period = valued(&found, "56.1", text).period.map(|period| period.to_string());
    assert!(period.is_none_or(|period| period.contains("2024/2025")), "{found:#?}");
}

#[test]
fn months_that_a_hyphen_joins_are_a_period() {
    let title = "Trade in November 2024";
    for within in ["For", "In"] {
        let text =
            format!("{within} the January-November period, exports reached US$369.4 billion.");
        let found = rows_of(title, &text);
        let period = valued(&found, "369.4", &text).period.map(|period| period.to_string());
        assert!(period.is_some_and(|period| period.contains("11")), "{found:#?}");
    }
}

#[test]
fn a_clause_is_no_name_that_is_sure() {
    let text = "Exam results improved, with 71% of pupils gaining five good grades.";
    assert!(english(text).iter().all(|row| doubted(row, "unknown-name")), "{text}");
    let text = "The country ran a trade surplus of US$21.4 billion.";
    assert!(english(text).iter().all(|row| doubted(row, "unknown-name")), "{text}");
}

#[test]
fn an_english_verb_whose_object_is_behind_the_figure_is_a_cut_name() {
    for text in [
        "Work started on 77 affordable homes.",
        "Planning officers decided 91% of major applications within 13 weeks.",
    ] {
        let found = rows_of("Northmoor Council in 2024", text);
        assert!(doubted(&found[0], "name-cut"), "{text}: {:#?}", found[0]);
    }
    let text = "The number of applications received was 412.";
    assert!(sure(&rows_of("Northmoor Council in 2024", text)[0]));
}

#[test]
fn a_plan_that_is_somebodys_is_one() {
    for text in [
        "Total budget revenue is VND 5,120 billion, equal to 98.4% of the central target.",
        "Some 1,240 labourers were given jobs, accounting for 98.4% of the yearly target.",
    ] {
        let found = english(text);
        let percent = found[0].plan.as_ref().and_then(|plan| plan.percent());
        assert_eq!(percent, Some(number("98.4")), "{found:#?}");
    }
}

#[test]
fn a_time_that_fell_from_a_split_year_has_its_new_value() {
    let text = "Average re-let time for council homes fell from 41 days in 2022/23 to 33 days.";
    let found = rows_of("Council performance report 2023/24", text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].figure(), Some(number("33")));
    assert_eq!(found[0].earlier.len(), 1, "{found:#?}");
}

#[test]
fn a_quarter_of_a_split_year_is_one_period_however_it_is_written() {
    let title = "Northfield Council performance report";
    let text =
        "Recycling rose to 47.3% in the second quarter of 2025/26. Rent collected was 96.4%.";
    let report = read(title, text);
    assert_eq!(report.dataset.period, "Q2 2025/26");
    assert!(report.dataset.indicators.iter().all(|row| row.period.is_none()), "{text}");
}
