//! Scorecards in English: months next to the year to date, whose target and rating are those of the
//! newest month, and what the directions are.

use crate::every::Every;
use chitieu::dataset::{self, Opened};
use chitieu::model::{Dataset, Indicator, Target, status, warnings};

fn open(text: &str) -> Opened {
    dataset::read("scorecard.csv", text.as_bytes(), None).unwrap()
}

/// Period, name, actual, plan, direction and status of each indicator that has a plan or a direction.
fn lines(opened: &Opened) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            Some(_) => "bound".to_owned(),
            None => "-".to_owned(),
        };
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let (better, status) = (one.better, status(&one));
        format!("{}|{}|{actual}|{plan}|{better:?}|{status:?}", dataset.period, one.name)
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[test]
fn a_target_without_a_period_is_that_of_the_newest_month() {
    for (headings, rows) in [
        (
            "Metric,Target,Direction,Oct-24,Nov-24,Dec-24,YTD,RAG",
            "Complaints answered in time,90,Higher,88,91,92,84,G\n\
             Serious incidents,4,Lower,3,5,2,31,G\n",
        ),
        (
            "Indicator,Direction of good,Oct-24,Nov-24,Dec-24,Year to date,Standard,Status",
            "Complaints answered in time,Higher is better,88,91,92,84,90,Green\n\
             Serious incidents,Lower is better,3,5,2,31,4,Green\n",
        ),
    ] {
        let found = lines(&open(&format!("{headings}\n{rows}")));
        let of_december: Vec<&String> =
            found.iter().filter(|line| line.starts_with("tháng 12 năm 2024")).collect();
        assert_eq!(
            of_december,
            [
                "tháng 12 năm 2024|Complaints answered in time|92|90|Some(Higher)|Exceeded",
                "tháng 12 năm 2024|Serious incidents|2|4|Some(Lower)|Exceeded",
            ],
            "{headings}: {found:?}"
        );
    }
}

#[test]
fn an_annual_target_is_that_of_the_year_to_date() {
    let found = lines(&open(
        "Metric,Annual target,Oct-24,Nov-24,Dec-24,YTD\nHomes built,600,41,44,39,382\n",
    ));
    let planned: Vec<&String> = found.iter().filter(|line| line.contains("|382|600|")).collect();
    assert_eq!(planned.len(), 1, "{found:?}");
}

#[test]
fn a_rating_against_the_newest_month_is_reported() {
    let opened = open(
        "Metric,Target,Direction,Oct-24,Nov-24,Dec-24,YTD,RAG\n\
         Complaints answered in time,90,Higher,88,91,92,84,R\n\
         Serious incidents,4,Lower,3,5,2,31,G\n",
    );
    let of = |dataset: &Dataset| -> Vec<String> {
        let doubtful = dataset.indicators.iter().filter(|one| !warnings(one).is_empty());
        doubtful.map(|one| one.name).collect()
    };
    let doubtful: Vec<String> = opened.datasets.iter().flat_map(of).collect();
    assert_eq!(doubtful, ["Complaints answered in time"]);
}

#[test]
fn arrows_below_a_direction_say_how_the_value_moved() {
    let found = lines(&open(
        "Metric,Target,Direction,Nov-24,Dec-24\nHomes let,90,↑,88,92\nVoids,4,↓,5,3\n",
    ));
    assert!(found.iter().every(|line| line.contains("|None|")), "{found:?}");
}

#[test]
fn directions_are_read_below_their_vietnamese_headings() {
    for heading in ["Chiều hướng tốt", "Chiều hướng mong muốn", "Xu hướng mong muốn"]
    {
        let text = format!(
            "Chỉ số;Đơn vị;{heading};Mục tiêu;Kết quả\n\
             Công suất giường bệnh;%;Cao;85;90\nThời gian chờ khám;phút;Thấp;60;75\n"
        );
        let found = lines(&open(&text));
        assert!(found[0].ends_with("|Some(Higher)|Exceeded"), "{heading}: {found:?}");
        assert!(found[1].ends_with("|Some(Lower)|Missed"), "{heading}: {found:?}");
    }
}

#[test]
fn a_status_of_the_last_quarter_is_a_verdict_and_one_of_an_earlier_quarter_is_none() {
    for (heading, is_verdict) in
        [("Q3 RAG", true), ("RAG rating Q3", true), ("Q2 RAG", false), ("Đánh giá quý III", true)]
    {
        let text = format!(
            "Ref,KPI,Unit,Polarity,Q2 Target,Q2 Actual,Q3 Target,Q3 Actual,{heading},Comment\n\
             A1,Calls answered in time,%,Higher is better,80,82,80,75,Red,\n\
             A2,Bins collected,%,Higher is better,95,96,95,96,Green,\n\
             A3,Days lost to sickness,Number,Lower is better,4,5,4,4.5,Amber,\n"
        );
        let opened = chitieu::dataset::read("kpi.csv", text.as_bytes(), None).unwrap();
        let all: Vec<_> = opened.datasets.iter().flat_map(|own| own.indicators.iter()).collect();
        let judged = all
            .iter()
            .filter(|one| one.plan.as_ref().is_some_and(|plan| plan.verdict().is_some()))
            .count();
        assert_eq!(judged > 0, is_verdict, "{heading}: {judged}");
    }
}

#[test]
fn a_rating_of_the_year_to_date_makes_it_the_result() {
    for (standard, rating) in [
        ("Standard", "RAG (YTD)"),
        ("Target", "YTD RAG"),
        ("Threshold", "YTD status"),
        ("Standard", "RAG rating - year to date"),
    ] {
        let found = lines(&open(&format!(
            "Metric,{standard},Direction,Jul-25,Aug-25,YTD,{rating}\n\
             Infections,0,Lower,0,1,3,Red\nCalls answered in time,92%,Higher,95%,94%,90.1%,Red\n"
        )));
        for expected in ["|Infections|3|0|Some(Lower)|Missed", "|90.1|92|Some(Higher)|Missed"] {
            assert!(found.iter().any(|line| line.contains(expected)), "{rating}: {found:#?}");
        }
    }
    // Each of two ratings is of its own value.
    let found = lines(&open(
        "Metric,Target,Direction,Jul-25,Aug-25,RAG,YTD,RAG (YTD)\nCalls answered in time,92%,Higher,95%,94%,Green,90.1%,Red\n",
    ));
    assert!(found.iter().any(|line| line.ends_with("|90.1|92|Some(Higher)|Missed")), "{found:?}");
}

#[test]
fn a_standard_rate_is_in_force_in_each_month() {
    let found = lines(&open(
        "Metric,Standard,Direction,Jul-25,Aug-25\n\
         Calls answered in time,92%,Higher,95%,90%\nInfections,14,Lower,3,4\n",
    ));
    assert!(found.iter().any(|line| line.ends_with("|90|92|Some(Higher)|Missed")), "{found:?}");
    // What is counted may be the sum of the year.
    assert!(found.iter().any(|line| line.ends_with("|4|14|Some(Lower)|InProgress")), "{found:?}");
}

#[test]
fn a_milestone_of_the_year_is_the_plan_that_a_verdict_is_about() {
    for milestone in ["Milestone 2023", "Annual target 2023", "2023 milestone"] {
        let found = lines(&open(&format!(
            "Outcome,Indicator,Unit,Baseline (2021),{milestone},Actual 2023,Target 2026,Status\n\
             Outcome 1: Health for all,Health insurance coverage,%,91,93,93.4,95,Achieved\n\
             Outcome 1: Health for all,Legal aid cases,cases,320,340,384,400,Achieved\n\
             Outcome 2: Clean energy,Provinces with plans,provinces,12,25,28,63,On track\n"
        )));
        assert!(found.iter().any(|line| line.contains("|93.4|93|")), "{milestone}: {found:#?}");
        assert!(found.iter().any(|line| line.contains("|384|340|")), "{milestone}: {found:#?}");
    }
}

#[test]
fn outcomes_in_words_are_the_sections_of_the_indicators() {
    for heading in ["Outcome", "Output", "Pillar", "Strategic objective", "Goal"] {
        let opened = open(&format!(
            "{heading},Indicator,Unit,Actual 2023,Target 2023\n\
             Health for all,Health insurance coverage,%,93.4,95\n\
             Health for all,Legal aid cases,cases,384,400\n\
             Clean energy,Provinces with plans,provinces,28,63\n"
        ));
        let sections: Vec<String> =
            opened.datasets[0].sections.iter().map(|section| section.name.to_string()).collect();
        assert_eq!(sections, ["Health for all", "Clean energy"], "{heading}");
        let found = lines(&opened);
        assert!(found.iter().any(|line| line.contains("|93.4|95|")), "{heading}: {found:#?}");
    }
}

#[test]
fn a_verdict_on_a_target_of_a_later_year_that_is_not_reached_is_doubted() {
    let opened = open(
        "Indicator,Unit,Polarity,Actual 2023,Target 2026,Status\n\
         Health insurance coverage,%,Higher is better,93.4,95,Achieved\n\
         Legal aid cases,cases,Higher is better,412,400,Achieved\n\
         Infections,number,Lower is better,20,12,On track\n",
    );
    let all: Vec<Indicator> =
        opened.datasets.iter().flat_map(|own| own.indicators.iter()).collect();
    let doubtful = all.iter().filter(|one| !warnings(one).is_empty()).map(|one| one.name.as_str());
    assert_eq!(doubtful.collect::<Vec<_>>(), ["Health insurance coverage"]);
}

#[test]
fn an_answer_to_whether_a_target_is_met_is_a_verdict() {
    for (heading, yes, no) in [
        ("On Target?", "Yes", "No"),
        ("Target met?", "Y", "N"),
        ("Met?", "yes", "no"),
        ("Achieved?", "Yes", "No"),
    ] {
        let found = lines(&open(&format!(
            "Measure,Desired Direction,FY24 Target,FY24 Actual,{heading}\n\
             Holes repaired in time,Up,95%,97%,{yes}\nAnswered in time,Up,90%,88%,{no}\n"
        )));
        assert!(found[0].contains("|97|95|"), "{heading}: {found:?}");
        assert!(found[1].ends_with("|Missed"), "{heading}: {found:?}");
        let opened = open(&format!(
            "Measure,FY24 Target,FY24 Actual,{heading}\nHoles,95,91,{yes}\nAnswers,90,88,{no}\n"
        ));
        let found = lines(&opened);
        assert!(found[0].ends_with("|Met"), "{heading}: {found:?}");
    }
}

#[test]
fn a_year_to_date_whose_end_is_in_brackets_is_a_result() {
    for heading in ["FY24 YTD (through March)", "FY24 YTD (to 31 March)", "YTD (as of March)"] {
        let found = lines(&open(&format!(
            "Measure,Desired Direction,FY23 Actual,FY24 Target,{heading}\n\
             Recycling (tons),Up,\"18,905\",\"19,000\",\"14,310\"\n"
        )));
        assert!(
            found.iter().any(|line| line.contains("|14310|19000|") && line.ends_with("InProgress")),
            "{heading}: {found:?}"
        );
    }
}

#[test]
fn colours_are_verdicts_below_any_heading_that_is_about_the_result() {
    for (heading, are_verdicts) in
        [("Performance", true), ("Progress", true), ("Previous RAG", false), ("Forecast", false)]
    {
        let opened = open(&format!(
            "Ref,Measure,Unit,Polarity,Target Q3,Actual Q3,{heading},Trend vs Q2\n\
             A1,Calls answered,%,Higher is better,90,91,Green,↑\n\
             A2,Bins missed,number,Lower is better,50,55,Red,↓\nA3,Repairs,%,Higher is better,95,94,Red,→\n"
        ));
        let all: Vec<Indicator> =
            opened.datasets.iter().flat_map(|own| own.indicators.iter()).collect();
        let is_judged =
            |one: &&Indicator| one.plan.as_ref().is_some_and(|plan| plan.verdict().is_some());
        assert_eq!(all.iter().any(|one| is_judged(&one)), are_verdicts, "{heading}");
        assert!(all.iter().all(|one| one.changes.is_empty()));
        let rules: Vec<&str> = opened.findings.iter().map(|one| one.rule().name()).collect();
        assert!(!rules.contains(&"unsupported-comparison"), "{heading}: {rules:?}");
    }
}

#[test]
fn verdicts_below_what_can_be_reached_are_forecasts() {
    let text = "Chỉ tiêu;ĐVT;Mục tiêu đến năm 2025;Thực hiện 2022;Thực hiện 2023;Đánh giá khả năng đạt\n\
                Số xã đạt chuẩn;xã;5;3;4;Khả năng đạt\nTỷ lệ che phủ rừng;%;72;71;73,4;Đã đạt\n\
                Đảng viên mới;người;450;96;101;Khó đạt\n";
    let opened = open(text);
    let last = opened.datasets.last().unwrap();
    let statuses: Vec<String> =
        last.indicators.iter().map(|one| format!("{:?}", status(&one))).collect();
    assert_eq!(statuses, ["InProgress", "Met", "InProgress"]);
}
