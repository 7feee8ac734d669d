//! Reads tables in the layouts of real offices: for each file under tests/data/tables, every cell is compared
//! with the expected facts in the file of the same name. What is not read correctly must be reported.

use crate::description;
use crate::english;
use crate::every::Every;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use chitieu::app::{Catalog, Lang};
use chitieu::dataset::{self, Diagnostic, OpenError, Opened, Rule, Severity};
use chitieu::model::{
    Actual, Better, Change, ChangeUnit, Collection, Dataset, Decimal, Indicator, PeriodValue, Rank,
    Status, Target, status,
};
use chitieu::ui::Words;
use proptest::prelude::*;

/// The cells that are not read as their facts say yet: file, line below the header from 1, and column. The list only
/// gets shorter: a cell of it that is right fails as well.
const WRONG: &[(&str, usize, &str)] = &[
    ("tinh-so-sanh-gop-o.xlsx", 13, "actual"),
    ("tinh-so-sanh-gop-o.xlsx", 13, "percent"),
    ("xep-chong-ten.csv", 12, "actual"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables")
}

fn open(name: &str) -> Opened {
    dataset::open(&folder().join(name), None).unwrap()
}

/// The columns of a file of facts.
const COLUMNS: [&str; 15] = [
    "section", "parents", "name", "unit", "plan", "actual", "percent", "changes", "earlier",
    "note", "rank", "scale", "better", "status", "place",
];

/// The cells of a line of facts.
type Cells = [String; COLUMNS.len()];

/// An indicator as a line of facts.
fn facts(dataset: &Dataset, section: &str, indicator: &Indicator) -> Cells {
    let number = |number: Decimal| number.to_string();
    let target = indicator.plan.as_ref().and_then(|plan| plan.target());
    let plan = target.map(|target| match target {
        Target::Value(value) => number(value),
        Target::Range { low, high } => format!("{low}..{high}"),
        Target::Over(value) => format!(">{value}"),
        Target::Under(value) => format!("<{value}"),
        Target::AtLeast(value) => format!(">={value}"),
        Target::AtMost(value) => format!("<={value}"),
        Target::About(value) => format!("~{value}"),
    });
    let actual = indicator.actual.as_ref().map(|actual| match (actual, indicator.count) {
        (_, Some(count)) => format!("{}/{}", count.part, count.whole),
        (Actual::Figure(figure), None) => number(*figure),
        (Actual::Words(words), None) => words.clone(),
    });
    let percent = indicator.plan.as_ref().and_then(|plan| plan.percent()).map(number);
    let change = |change: &Change| {
        let unit = match change.unit {
            ChangeUnit::Percent => "%",
            ChangeUnit::Points => " points",
            ChangeUnit::Places => " places",
        };
        format!("{:+}{unit} {}", change.amount, change.period)
    };
    let changes: Vec<String> = indicator.changes.iter().map(change).collect();
    let earlier = |earlier: &PeriodValue| match &earlier.value {
        Actual::Figure(figure) => format!("{figure} {}", earlier.period),
        Actual::Words(words) => format!("{words} {}", earlier.period),
    };
    let earlier: Vec<String> = indicator.earlier.iter().map(earlier).collect();
    let rank = |rank: &Rank| match rank.change {
        Some(change) => format!("{rank} {change:+}"),
        None => rank.to_string(),
    };
    let ranks: Vec<String> = indicator.ranks.iter().map(rank).collect();
    let better = match indicator.better {
        Some(Better::Higher) => "higher",
        Some(Better::Lower) => "lower",
        None => "",
    };
    let status = match status(indicator) {
        Status::NotAssessed => "",
        Status::Exceeded => "exceeded",
        Status::Met => "met",
        Status::Missed => "missed",
        Status::InProgress => "in_progress",
    };
    [
        section.to_owned(),
        indicator.parents.join("/"),
        indicator.name.clone(),
        indicator.unit.clone().unwrap_or_default(),
        plan.unwrap_or_default(),
        actual.unwrap_or_default(),
        percent.unwrap_or_default(),
        changes.join("; "),
        earlier.join("; "),
        indicator.note.clone().unwrap_or_default(),
        ranks.join("; "),
        indicator.scale.map(number).unwrap_or_default(),
        better.to_owned(),
        status.to_owned(),
        Words(Lang::Vietnamese).place(&dataset.place).into_owned(),
    ]
}

/// The cells of the indicators that `list` shows: of each place the latest period.
fn read(opened: &Opened) -> Vec<Cells> {
    let catalog = Catalog::new(Collection::new(opened.datasets.clone()));
    let shown = catalog.collection.iter().filter(|entry| catalog.is_latest(entry.index));
    shown.map(|entry| facts(entry.dataset, &entry.section.name, &entry.indicator())).collect()
}

fn column(name: &str) -> usize {
    COLUMNS.iter().position(|column| *column == name).unwrap()
}

/// What a file was read as, to compare its facts with.
struct Found {
    lines: Vec<Cells>,
    /// The names of its indicators.
    names: HashSet<String>,
    /// Whether anything that could not be read is reported.
    is_reported: bool,
}

impl Found {
    fn of(opened: &Opened) -> Self {
        let lines = read(opened);
        let in_words = |one: &Diagnostic| one.rule() == Rule::NumberInWords;
        Self {
            names: lines.iter().map(|line| line[column("name")].clone()).collect(),
            is_reported: !errors(opened).is_empty() || opened.findings.iter().any(in_words),
            lines,
        }
    }

    /// Whether a cell was read as expected: `-` means empty, `?` that it is no number and is reported. In a table
    /// without sections, the section must not have the name of an indicator.
    fn fits(&self, expected: &str, found: &str, of: usize) -> bool {
        match expected {
            "?" => self.is_reported && found.parse::<Decimal>().is_err(),
            "-" if COLUMNS[of] == "section" => !self.names.contains(found),
            "-" => found.is_empty(),
            expected => found == expected,
        }
    }

    /// The lines and columns of the cells that are not as expected, from 1; a line too many has all columns.
    #[expect(clippy::print_stdout, reason = "a test that fails shows what was read instead")]
    fn wrong(&self, expected: &[Vec<&str>], columns: &[usize]) -> Vec<(usize, &'static str)> {
        let mut wrong = Vec::new();
        for line in 0..expected.len().max(self.lines.len()) {
            for (at, column) in columns.iter().enumerate() {
                let expected = expected.get(line).and_then(|facts| facts.get(at));
                let found = self.lines.get(line).map(|found| found[*column].as_str());
                let fits = expected
                    .zip(found)
                    .is_some_and(|(expected, found)| self.fits(expected, found, *column));
                if !fits {
                    println!("  line {}: expected {expected:?}, read {found:?}", line + 1);
                    wrong.push((line + 1, COLUMNS[*column]));
                }
            }
        }
        wrong
    }
}

#[test]
fn an_unreadable_cell_is_no_number_and_is_reported() {
    let found = Found::of(&description::open("Chỉ tiêu;Kế hoạch;Thực hiện\nA;5;6\nB;5;x6x\n"));
    let fits = |file: &Found, found: &str| file.fits("?", found, column("actual"));
    assert!(fits(&found, "") && fits(&found, "x6x") && !fits(&found, "6"));
    assert!(!found.fits("-", "A", column("section")) && found.fits("-", "Biểu", column("section")));
    let sound = Found::of(&description::open("Chỉ tiêu;Kế hoạch;Thực hiện\nA;5;6\n"));
    assert!(!fits(&sound, ""));
    let facts = [vec!["A", "6"], vec!["B", "?"], vec!["C", "7"]];
    let columns = [column("name"), column("actual")];
    assert_eq!(found.wrong(&facts, &columns), [(3, "name"), (3, "actual")]);
}

#[test]
fn reads_every_layout_as_its_facts_say() {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_str().unwrap().ends_with(".facts.tsv"))
        .collect();
    files.sort();
    assert!(files.len() >= 8);
    let mut all_cells = 0;
    let mut wrong: Vec<(String, usize, &str)> = Vec::new();
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap().trim_end_matches(".facts.tsv");
        let expected = fs::read_to_string(&path).unwrap();
        let mut lines = expected.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let columns: Vec<usize> = lines.next().unwrap().iter().map(|name| column(name)).collect();
        let expected: Vec<Vec<&str>> = lines.collect();
        let found = Found::of(&dataset::open(&path.with_file_name(name), None).unwrap());
        let cells = found.wrong(&expected, &columns);
        if !cells.is_empty() {
            println!("{name}: {} cells", cells.len());
        }
        wrong.extend(cells.into_iter().map(|(line, column)| (name.to_owned(), line, column)));
        all_cells += expected.len() * columns.len();
    }
    println!("all layouts: {all_cells} cells");
    let listed = WRONG.iter().map(|(name, line, column)| ((*name).to_owned(), *line, *column));
    assert_eq!(wrong, listed.collect::<Vec<_>>(), "cells that are not read as their facts say");
}

/// The errors in a file: rule and place.
fn errors(opened: &Opened) -> Vec<(&'static str, String)> {
    let errors = opened.findings.iter().filter(|f| f.rule().severity() == Severity::Error);
    errors.map(|finding| (finding.rule().name(), finding.location.within_file())).collect()
}

#[test]
fn reports_only_what_cannot_be_read() {
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".facts.tsv") {
            continue;
        }
        let expected: &[(&str, String)] = match name.as_str() {
            "nhieu-trang-tinh.xlsx" => &[("unreadable-number", "Xa hoi!D10".to_owned())],
            "nong-thon-moi.ods" => &[
                ("stacked-values", "NTM!D17".to_owned()),
                ("stacked-values", "NTM!E17".to_owned()),
            ],
            "xep-chong-ten.csv" => &[("stacked-values", "35:17".to_owned())],
            "danh-dau-tieu-chi.csv" => &[("wrong-value", "8:40".to_owned())],
            "xa-nong-thon-moi.csv" => &[("unreadable-number", "18:18".to_owned())],
            _ => &[],
        };
        assert_eq!(errors(&open(&name)), expected, "{name}");
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn distinguishes_changes_from_indexes() {
    let changes = |heading: &str, cells: [&str; 3]| {
        let rows: String =
            cells.iter().enumerate().map(|(at, cell)| format!("{at};N{at};50;{cell}\n")).collect();
        let opened = description::open(&format!("TT;Chỉ tiêu;Thực hiện;{heading}\n{rows}"));
        let indicators = &opened.datasets[0].indicators;
        indicators
            .iter()
            .map(|indicator| {
                let change = &indicator.changes[0];
                assert_eq!(change.unit, ChangeUnit::Percent);
                (change.amount.to_string(), change.period.clone())
            })
            .collect::<Vec<_>>()
    };
    let same = |amounts: [&str; 3]| {
        amounts.map(|amount| (amount.to_owned(), "cùng kỳ năm trước".to_owned())).to_vec()
    };
    for (heading, cells, amounts) in [
        ("So với cùng kỳ (%)", ["113,0", "98,5", "100,0"], ["13.0", "-1.5", "0.0"]),
        ("UTH/CK", ["+13,0", "-1,5", "0,0"], ["13.0", "-1.5", "0.0"]),
        ("Tăng, giảm so với cùng kỳ (%)", ["113,0", "5", "2"], ["113.0", "5", "2"]),
        ("% cùng kỳ", ["Tăng 13,0", "giảm 1,5%", "2"], ["13.0", "-1.5", "2"]),
    ] {
        assert_eq!(changes(heading, cells), same(amounts), "{heading}");
    }
}

#[test]
fn infers_fractions_and_differences_from_the_values() {
    let percents = |cells: [&str; 2]| {
        let opened = description::open(&format!(
            "Chỉ tiêu;Kế hoạch;Thực hiện;So sánh\nA;1000;974;{}\nB;50;60;{}\n",
            cells[0], cells[1]
        ));
        let indicators = &opened.datasets[0].indicators;
        let percent = |i: &Indicator| i.plan.as_ref().and_then(|plan| plan.percent());
        [0, 1].map(|at| percent(&indicators.get(at).unwrap()))
    };
    let both = |a: &str, b: &str| [Some(decimal(a)), Some(decimal(b))];
    assert_eq!(percents(["97,4", "120"]), both("97.4", "120"));
    assert_eq!(percents(["0,974", "1,2"]), both("97.4", "120"));
    // A change against the plan follows from both values; 97.4 would not be as published.
    assert_eq!(percents(["-2,6", "20"]), [None, None]);
    assert_eq!(percents(["-26", "10"]), [None, None]);
}

#[test]
fn decides_the_number_format_once_a_column() {
    let plans = |cells: &[&str]| {
        let rows: String = cells.iter().map(|cell| format!("N;\"{cell}\";1\n")).collect();
        let opened = description::open(&format!("Chỉ tiêu;Kế hoạch;Thực hiện\n{rows}"));
        let plan = |i: Indicator| match i.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => i.plan.and_then(|plan| Some(format!("“{}”", plan.words()?))).unwrap_or_default(),
        };
        let read: Vec<String> = opened.datasets[0].indicators.iter().map(plan).collect();
        (read, errors(&opened).len())
    };
    let read = |cells: &[&str]| plans(cells).0;
    assert_eq!(read(&["1.035", "97,4"]), ["1035", "97.4"]);
    assert_eq!(read(&["1.035", "97.4"]), ["1.035", "97.4"]);
    assert_eq!(read(&["1,035", "97.4"]), ["1035", "97.4"]);
    assert_eq!(read(&["1.035", "2.000"]), ["1035", "2000"]);
    // One number in another format is read by itself; in a column that contradicts itself nothing is guessed.
    assert_eq!(
        read(&["1.035", "7,1", "7,2", "7,3", "7,4", "97.4"]),
        ["1035", "7.1", "7.2", "7.3", "7.4", "97.4"]
    );
    assert_eq!(
        plans(&["1.035", "97,4", "97.4"]),
        (vec!["“1.035”".into(), "97.4".into(), "97.4".into()], 1)
    );
}

/// Plan and actual of each row.
fn plans_and_actuals(text: &str) -> Vec<(String, String)> {
    read(&description::open(text))
        .into_iter()
        .map(|[_, _, _, _, plan, actual, ..]| (plan, actual))
        .collect()
}

#[test]
fn percentages_with_points_do_not_turn_thousands_into_decimals() {
    let of = |rows: &str, percents: [&str; 2]| {
        let rows = rows.replace('@', percents[0]).replace('#', percents[1]);
        plans_and_actuals(&format!("Chỉ tiêu;ĐVT;KH;TH;TH/KH (%)\n{rows}"))
    };
    let both = |rows: [(&str, &str); 2]| rows.map(|(a, b)| (a.to_owned(), b.to_owned()));
    let thousands = both([("4500", "4545"), ("640", "672")]);
    let dots = "Lúa;Ha;4.500;4.545;@\nRau;Ha;640;672;#\n";
    for percents in [["101.0", "105.0"], ["101,0", "105,0"], ["101", "105"]] {
        assert_eq!(of(dots, percents), thousands, "{percents:?}");
    }
    let commas = "Lúa;Ha;4,500;4,545;@\nRau;Ha;640;672;#\n";
    assert_eq!(of(commas, ["101.0", "105.0"]), thousands);
    assert_eq!(of(commas, ["101,0", "105,0"]), both([("4.500", "4.545"), ("640", "672")]));
    let english = "Indicator,Unit,Plan,Actual,% of plan\nGRDP,%,4.500,4.545,101.0\n";
    assert_eq!(plans_and_actuals(english), [("4.500".to_owned(), "4.545".to_owned())]);
}

#[test]
fn other_values_of_the_row_decide_what_a_point_separates() {
    let of = |rows: &str| {
        let opened = description::open(&format!("Chỉ tiêu;ĐVT;KH;TH\n{rows}"));
        let plan = |line: Cells| line[column("plan")].clone();
        (read(&opened).into_iter().map(plan).collect::<Vec<_>>(), errors(&opened).len())
    };
    let plans = |plans: &[&str]| plans.iter().map(|&plan| plan.to_owned()).collect::<Vec<_>>();
    assert_eq!(of("Lúa;Ha;4.500;4545.5\nRau;Ha;640;672\n"), (plans(&["4500", "640"]), 0));
    assert_eq!(of("Lúa;Ha;4.500;4.7\nRau;Ha;6.125;6.5\n"), (plans(&["4.500", "6.125"]), 0));
    // One plan that was far from reached decides nothing.
    assert_eq!(of("Hộ;hộ;1.250;3\nRau;Ha;6.125;6.500\n"), (plans(&["1250", "6125"]), 0));
    let open = "Lúa;Ha;4.500;4.545\nNăng suất;tạ/ha;51.5;52.3\nRau;Ha;6.640;6.672\n";
    assert_eq!(of(open), (plans(&["", "51.5", ""]), 4));
    // Numbers with three decimals that cannot be grouped thousands are evidence, too.
    let decimals = "A;Ha;4.500;4.545\nB;Ha;0.640;0.672\n";
    assert_eq!(of(decimals), (plans(&["4.500", "0.640"]), 0));
}

#[test]
fn keeps_the_cells_of_other_columns() {
    let opened = description::open(
        "TT;Chỉ tiêu;ĐVT;TH 2023;KH 2024;ƯTH 2024;KH 2025;KH 2025/ƯTH 2024;Cơ quan\n\
         1;Trồng rừng;ha;4.891;3.505;5.257;5.300;100,8;Sở NN\n",
    );
    let indicator = opened.datasets[0].indicators.get(0).unwrap();
    assert!(indicator.estimate);
    assert_eq!(indicator.figure(), Some(decimal("5257")));
    let earlier =
        PeriodValue { period: "năm 2023".into(), value: Actual::Figure(decimal("4891")) };
    assert_eq!(indicator.earlier, [earlier]);
    let note = "KH 2025/ƯTH 2024: 100,8; Cơ quan: Sở NN";
    assert_eq!(indicator.note.as_deref(), Some(note));
    assert_eq!(opened.datasets[0].period, "năm 2024");
    let next = &opened.datasets[1];
    let plan = next.indicators.get(0).unwrap().plan;
    assert_eq!(next.period, "năm 2025");
    assert_eq!(plan.and_then(|plan| plan.target()), Some(Target::Value(decimal("5300"))));
    assert!(opened.findings.iter().any(|finding| finding.rule().name() == "unknown-column"));
}

#[test]
fn directions_are_given_or_inferred() {
    let opened = description::open(
        "Chỉ tiêu;Thực hiện;better\nTỷ lệ hộ nghèo;5;\nTỷ lệ hộ nghèo;5;higher\nDân số;5;\n",
    );
    let directions: Vec<_> =
        opened.datasets[0].indicators.iter().map(|i| (i.better, i.better_assumed)).collect();
    assert_eq!(
        directions,
        [(Some(Better::Lower), true), (Some(Better::Higher), false), (None, false)]
    );
}

#[test]
fn each_sheet_is_a_dataset_that_can_be_selected() {
    let path = folder().join("thu-ngan-sach.xlsx");
    let all = dataset::open(&path, None).unwrap();
    assert_eq!(all.datasets.len(), 1, "a sheet of notes is no dataset");
    let picked = dataset::open(&path, Some("thu nsnn")).unwrap();
    assert_eq!(picked.datasets, all.datasets);
    let (skipped, others): (Vec<_>, Vec<_>) = all
        .findings
        .iter()
        .cloned()
        .partition(|finding| english::found(finding).starts_with("no table was found"));
    assert_eq!(picked.findings, others);
    assert_eq!(skipped.len(), 1, "the sheet of notes, which is no part of what was picked");
    let told = english::error(dataset::open(&path, Some("Chi")).unwrap_err());
    assert!(told.contains("there is no sheet “Chi”; there are Thu NSNN, Ghi chú"), "{told}");
    let dataset = &all.datasets[0];
    assert_eq!((dataset.place.name(), dataset.period.as_str()), ("Lạng Sơn", "9 tháng năm 2024"));
}

#[test]
fn refuses_a_file_without_a_table() {
    let told = |bytes: &[u8]| english::error(dataset::read("f", bytes, None).unwrap_err());
    assert!(told(b"a,b\n1,2\n").contains("no row of headings was found"));
    assert!(told(b"PK\x03\x04nonsense").contains("it may be cut short"));
    assert!(told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1nonsense").contains("cannot be read"));
    let wide = format!("Chỉ tiêu,ĐVT\n{}\n", ",".repeat(1_000_000));
    assert!(told(wide.as_bytes()).contains("more than 1,024 columns"));
    let long = format!("Chỉ tiêu,ĐVT\n\"{}\",x\n", "a".repeat(8_000_000));
    assert!(told(long.as_bytes()).contains("more than 1,048,576 bytes in a cell"));
}

#[test]
fn reads_carriage_returns_as_line_ends() {
    let text = "TT;Chỉ tiêu;Kế hoạch;Thực hiện\n1;Trồng rừng;50;57\n2;Thu;40;x1\n";
    let (unix, mac) = (description::open(text), description::open(&text.replace('\n', "\r")));
    assert_eq!(mac, unix);
    assert_eq!(errors(&mac), [("unreadable-number", "3:10".to_owned())]);
    let names = "name\nA\n\nB\n";
    assert_eq!(description::open(&names.replace('\n', "\r")), description::open(names));
}

#[test]
fn reports_an_unclosed_quote_with_its_line() {
    let opened =
        description::open("TT;Chỉ tiêu;KH;TH\n1;Trồng rừng;50;57\n2;\"Thu;40;41\n3;Chi;30;31\n");
    assert_eq!(errors(&opened), [("unclosed-quote", "3:3".to_owned())]);
    let excerpt = opened.findings[0].location.excerpt.as_ref().unwrap();
    assert!(excerpt.text.contains("2;\"Thu;40;41"), "{excerpt:?}");
    assert_eq!(opened.datasets[0].indicators.len(), 3, "its line and those below are read");
    let told = dataset::read("f", b"name,unit\nA,\"x\nB,y\n".as_slice(), None).unwrap_err();
    let told = english::error(told);
    assert!(told.starts_with("f:2:1: the quote"), "{told}");
}

#[test]
fn an_open_quote_closed_in_another_cell_does_not_swallow_rows() {
    let rows = ["1;\"Ngô lai;ha;3;4", "2;Lúa mùa;ha;5;6", "3;Ống 90\";m;7;8", "4;Sắn;ha;9;9"];
    let opened = description::open(&format!("TT;Chỉ tiêu;ĐVT;KH;TH\n{}\n", rows.join("\n")));
    assert_eq!(errors(&opened), [("unclosed-quote", "2:3".to_owned())]);
    assert_eq!(opened.datasets[0].indicators.len(), 4);
    // This does not apply to a cell with several lines.
    let note = description::open("TT;Chỉ tiêu;KH;TH\n1;\"Ngô;\nlai\";3;4\n2;Lúa;5;6\n");
    assert_eq!((errors(&note).len(), note.datasets[0].indicators.len()), (0, 2));
}

#[test]
fn warns_of_text_after_a_closing_quote_with_its_location() {
    let opened = description::open("TT;Chỉ tiêu;KH;TH\n1;\"Ngô\" lai;3;4\n2;\"Lúa\";5;6\n");
    let found = opened.findings.iter().filter(|f| f.rule().name() == "text-after-quote");
    assert_eq!(found.map(|f| f.location.within_file()).collect::<Vec<_>>(), ["2:7"]);
    assert_eq!(opened.datasets[0].indicators.name(0), Some("Ngô lai"));
}

#[test]
fn a_diagnostic_about_a_short_row_points_at_its_end() {
    let opened = description::open("TT;Chỉ tiêu;KH;TH\n1;;5\n2;Thu;4;5\n");
    let finding = opened.findings.iter().find(|f| f.rule().name() == "no-name").unwrap();
    assert_eq!(finding.location.within_file(), "2:3");
    for finding in opened.findings.iter().filter_map(|finding| finding.location.excerpt.as_ref()) {
        assert!(finding.start <= finding.text.chars().count());
    }
}

#[test]
fn a_quote_within_a_cell_is_an_ordinary_character() {
    let opened = description::open("Chỉ tiêu;KH;TH\nỐng 21\";5;97O\n\"Cửa\n3\";6;7O\nThu;6;7\n");
    let places = [("unreadable-number", "2:11"), ("unreadable-number", "4:6")];
    assert_eq!(errors(&opened), places.map(|(rule, place)| (rule, place.to_owned())));
}

#[test]
fn does_not_report_an_empty_column_for_cells_of_another_table() {
    let first = "Chỉ tiêu;KH 2024;TH 2024;Mã cũ\nThu;5;6;\n";
    let told = |text: &str| {
        let unknown = |f: &&chitieu::dataset::Diagnostic| f.rule().name() == "unknown-column";
        description::open(text)
            .findings
            .iter()
            .filter(unknown)
            .map(|f| f.location.line)
            .collect::<Vec<_>>()
    };
    let second = "\n\nChỉ tiêu;KH 2023;TH 2023;Mã cũ\nChi;5;6;abc\n";
    assert_eq!(told(&format!("{first}{second}")), [5]);
    assert!(told(first).is_empty());
}

#[test]
fn reads_the_first_of_two_columns_with_one_heading_and_reports_it() {
    let warned = |opened: &Opened, rule: &str| {
        opened.findings.iter().filter(|finding| finding.rule().name() == rule).count()
    };
    let twice = description::open(
        "TT;Chỉ tiêu;ĐVT;KH;TH;TH\n1;Thu;tỷ đồng;10;11;12\n2;Chi;tỷ đồng;9;8;7\n",
    );
    assert_eq!(warned(&twice, "repeated-heading"), 1);
    let indicators = read(&twice);
    assert_eq!((indicators[0][5].as_str(), indicators[1][5].as_str()), ("11", "8"));
    // If one of the two is empty, there is nothing to choose.
    let one =
        description::open("TT;Chỉ tiêu;ĐVT;KH;TH;TH\n1;Thu;tỷ đồng;10;;12\n2;Chi;tỷ đồng;9;;7\n");
    assert_eq!((warned(&one, "repeated-heading"), read(&one)[1][5].as_str()), (0, "7"));
    // The headings of merged cells, as they are in CSV.
    let merged =
        description::open("TT;Chỉ tiêu;ĐVT;KH;TH;\n1;Thu;tỷ đồng;10;;12\n2;Chi;tỷ đồng;9;;7\n");
    assert_eq!(read(&merged)[0][5], "12");
}

#[test]
fn warns_of_values_below_a_footnote() {
    let opened = description::open(
        "TT;Chỉ tiêu;KH;TH\n1;Thu;10;11\nGhi chú: số ước;;;\n\n2;Chi;9;8\n3;Trồng rừng;7;6\n",
    );
    assert!(opened.findings.iter().any(|finding| finding.rule().name() == "values-outside"));
}

/// Plan, actual, percentage of the plan and status of each indicator, as text.
fn judged(text: &str) -> Vec<String> {
    let opened = description::open(text);
    let one = |indicator: &Indicator| {
        let [_, _, _, _, plan, actual, percent, ..] = facts(&opened.datasets[0], "", indicator);
        format!("{plan}|{actual}|{percent}|{:?}", chitieu::model::status(indicator))
    };
    opened.datasets[0].indicators.iter().map(|indicator| one(&indicator)).collect()
}

#[test]
fn infers_short_headings_from_their_neighbours() {
    let asked = "Chỉ tiêu;Kế hoạch;Kết quả\nCó quy hoạch được duyệt;Đạt;Đạt\nHệ thống chính trị;Đạt;Chưa đạt\nTỷ lệ hộ nghèo;≤ 4%;3,1%\n";
    let told = judged(asked);
    assert!(told[1].ends_with("Missed") && told[2].contains("|3.1|"), "{told:?}");
    let rates = "Chỉ tiêu;Mục tiêu (%);Tỷ lệ (%)\nTiêm sởi;95;91,4\nKhám thai;85;86,0\n";
    assert_eq!(judged(rates), ["95|91.4||NotAssessed", "85|86.0||NotAssessed"]);
    let achieved = "Indicator,Unit,Target,Result,Achievement\nRice output,1000 tons,\"1,250\",\"1,312.5\",105.0\nPoverty rate,%,3,2.93,97.7\n";
    let told = judged(achieved);
    assert!(
        told[0].starts_with("1250|1312.5|105.0|") && told[1].starts_with("3|2.93|97.7|"),
        "{told:?}"
    );
    let reached = "TT,Chỉ tiêu,ĐVT,Giao,Đạt,Tỷ lệ\n1,Thu quỹ phòng chống thiên tai,Triệu đồng,120,126,105%\n2,Người hiến máu,Lượt,300,276,92%\n";
    assert_eq!(judged(reached), ["120|126|105|Exceeded", "300|276|92|Missed"]);
    let over = description::open(
        "Chỉ tiêu;Kế hoạch;Thực hiện;Chênh lệch\nSố hộ thoát nghèo;400;380;-20\nLao động mới;1.000;1.050;50\n",
    );
    assert!(over.datasets[0].indicators.iter().every(|indicator| indicator.changes.is_empty()));
    let months = "Chỉ tiêu;Kế hoạch năm 2024;Ước tính tháng 11;Cộng dồn 11 tháng\nVốn trung ương;1.000;100;800\n";
    // The sum comes after its last month.
    let opened = description::open(months);
    let sum = opened.datasets.last().unwrap().indicators.get(0).unwrap();
    let [_, _, _, _, plan, actual, ..] = facts(opened.datasets.last().unwrap(), "", &sum);
    assert_eq!([plan, actual], ["1000", "800"]);
}

#[test]
fn a_verdict_on_a_lower_bound_is_not_a_contradiction() {
    let opened = description::open(
        "Chỉ tiêu;KH;TH;Đánh giá\nTỷ lệ đường cứng hóa;≥ 80;86,5;Đạt\nTỷ lệ chuồng trại;≥ 80;70;Đạt\n",
    );
    assert_eq!(opened.warnings.iter().map(|place| place.location.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn shares_are_not_percentages_of_the_plan() {
    let opened = description::open(
        "Chỉ tiêu;ĐVT;Thực hiện;Tỷ lệ (%)\nThu;tỷ đồng;60;60,0\nChi;tỷ đồng;40;40,0\n",
    );
    assert!(read(&opened).iter().every(|line| line[6].is_empty()));
    assert!(opened.findings.iter().any(|finding| finding.rule().name() == "unknown-column"));
}

#[test]
fn a_plan_in_words_is_not_a_verdict_on_the_actual() {
    let text = "TT;Tiêu chí;ĐVT;Chỉ tiêu;Kết quả thực hiện\n1;Quy hoạch;;Đạt;Chưa đạt\n\
        2;Điện;%;≥ 98;99,1\n3;Cơ sở bảo đảm môi trường;%;≥ 90;37/38\n";
    let read = description::open(text);
    let of = |at: usize| read.datasets[0].indicators.get(at).unwrap();
    let plan = of(0).plan.unwrap();
    assert_eq!(plan.verdict().map(|verdict| verdict.text.as_str()), Some("Chưa đạt"));
    assert_eq!(plan.words(), Some("Đạt"));
    let text = text.replace("thực hiện\n", "thực hiện;Đánh giá\n").replace("Chưa đạt", "Đạt;Đạt");
    let alike = description::open(&text).datasets[0].indicators.get(0).unwrap();
    assert_eq!(alike.plan.unwrap().words(), Some("Đạt"), "whatever the verdict is");
    assert_eq!(of(2).actual, Some(Actual::Words("37/38".into())), "it is no 37 %");
    assert!(errors(&read).is_empty() && read.warnings.is_empty());
}

/// The bytes of every sample.
fn samples() -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = fs::read_dir(folder()).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| !path.to_str().unwrap().ends_with(".tsv"))
        .map(|path| fs::read(path).unwrap())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_read_or_reported(
        rows in prop::collection::vec(prop::collection::vec("[-+A-Za-zđếủ0-9.,%/() :;\"]{0,12}", 0..7), 0..12)
    ) {
        let body: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
        let _ = dataset::read("f", format!("TT;Chỉ tiêu;ĐVT;KH;TH;So sánh\n{}", body.join("\n")).as_bytes(), None);
    }

    #[test]
    fn a_damaged_file_is_read_or_reported(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), put in any::<Vec<u8>>(), cut in 0usize..40
    ) {
        let samples = samples();
        let mut bytes = which.get(&samples).clone();
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put);
        let _ = dataset::read("f", bytes.as_slice(), None);
    }
}

#[test]
fn reports_a_duplicate_id_and_replaces_it() {
    let opened = description::open(
        "id;Chỉ tiêu;ĐVT;Thực hiện\na;Thu;tỷ đồng;1\na;Chi;tỷ đồng;2\n;Vốn;tỷ đồng;3\n",
    );
    let ids: Vec<_> = opened.datasets[0].indicators.iter().map(|one| one.id.clone()).collect();
    assert_eq!(ids, ["a", "chi", "von"]);
    assert_eq!(errors(&opened), [("duplicate-id", "3:1".to_owned())]);
}

/// A table with many rows, each written by `row`.
fn long(rows: usize, row: impl Fn(usize) -> String) -> String {
    let heading = "TT;Chỉ tiêu;ĐVT;Kế hoạch 2024;Thực hiện 2024;% KH\n".to_owned();
    heading + &(1..=rows).map(row).collect::<String>()
}

#[test]
fn lists_a_thousand_diagnostics_of_a_long_table_and_counts_all() {
    let text = long(3000, |row| format!("{row};Thu {row};tấn;100;90;120\n"));
    let opened = dataset::read("a.csv", text.as_bytes(), None).unwrap();
    assert_eq!(opened.datasets[0].indicators.len(), 3000);
    assert_eq!(opened.warnings.len(), 1000);
    let lines = opened.warnings.iter().map(|place| place.location.line);
    assert!(lines.eq(2..=1001), "the first, in order");
    assert_eq!(opened.omitted.count(Severity::Warning), 2000);
}

#[test]
fn a_long_table_begins_like_its_first_rows() {
    let row = |row: usize| match row % 50 {
        1 => format!("{};Lĩnh vực {row};;;;\n", ["I", "II", "III", "IV"][row / 50 % 4]),
        _ => format!("{};Tổng sản phẩm trên địa bàn huyện {row};tỷ đồng;1.000;{row};\n", row % 50),
    };
    let temporary = tempfile::tempdir().unwrap();
    let path = temporary.path().join("dai.csv");
    let text = format!("CHỈ TIÊU TỈNH BẮC KẠN NĂM 2024\n{}", long(80_000, row));
    fs::write(&path, text).unwrap();
    let (head, whole) = (dataset::head(&path).unwrap(), dataset::open(&path, None).unwrap());
    let (head, whole) = (&head.datasets[0], &whole.datasets[0]);
    assert_eq!((&head.id, &head.place, &head.period), (&whole.id, &whole.place, &whole.period));
    let count = head.indicators.len();
    assert!((1000..10_000).contains(&count), "{count}");
    assert!(head.indicators.iter().eq(whole.indicators.range(0..count)));
    let sections = head.sections.len() - 1;
    assert_eq!(head.sections[..sections], whole.sections[..sections]);
    assert!(dataset::head(&folder().join("english.csv")).is_none(), "a small file is read at once");
}

#[test]
fn reports_the_progress_of_reading() {
    let progress = dataset::Progress::default();
    let text = long(20_000, |row| format!("{row};Thu {row};tấn;100;90;90\n"));
    dataset::read_with("a.csv", text.as_bytes(), None, &progress).unwrap();
    assert!(progress.percent().is_some_and(|percent| percent >= 90), "{:?}", progress.percent());
}

#[test]
fn compares_the_plan_of_a_term_with_the_interim_actual() {
    let of = |plan: &str| {
        let text = format!(
            "Chỉ tiêu,ĐVT,{plan},Kết quả đến 30/6/2024\nKết nạp đảng viên,Đảng viên,650,571\n"
        );
        description::open(&text).datasets[0].indicators.get(0).unwrap()
    };
    for term in [
        "Mục tiêu đến năm 2025",
        "Mục tiêu 2025",
        "Nghị quyết (2020-2025)",
        "KH 2021–2025",
        "KH 2026",
    ] {
        assert_eq!(of(term).figure(), Some(decimal("571")), "{term}");
    }
    assert_eq!(of("Kế hoạch 2025").figure(), None, "next year's plan is not that of this year");
    let of = |headings: &str| {
        plans_and_actuals(&format!("Chỉ tiêu;{headings}\nKết nạp đảng viên;650;571;5\n")).remove(0)
    };
    let both = |plan: &str, actual: &str| (plan.to_owned(), actual.to_owned());
    assert_eq!(of("Target 2025;Achieved 2024;x"), both("650", "571"));
    assert_eq!(of("Kế hoạch 2021-2025;Thực hiện 2021-2024;x"), both("650", "571"));
    assert_eq!(of("KH 2024;TH 2024;Mục tiêu 2025"), both("650", "571"));
    assert_eq!(of("TH 2023;TH 2024;Mục tiêu 2025"), both("5", ""), "it may be next year's");
}

#[test]
fn the_achieved_share_of_the_plan_is_a_percentage_of_it() {
    let text = "Indicator,Unit,Plan 2023,Estimated 2023,Plan achieved (%)\nExports,USD million,2280,1892,83.0\n";
    let one = description::open(text).datasets[0].indicators.get(0).unwrap();
    assert_eq!(one.plan.unwrap().percent(), Some(decimal("83.0")));
}

#[test]
fn compares_numbers_that_are_too_far_apart_to_subtract() {
    let text = "Chỉ tiêu;KH 2024;TH 2024;So sánh (%)\nThu;1;1;-79228162514264337593543950335\n\
        Chi;1;79228162514264337593543950335;-79228162514264337593543950335\n";
    assert_eq!(description::open(text).datasets[0].indicators.len(), 2);
}

#[test]
fn the_remaining_amount_is_not_an_actual() {
    for left in ["Chưa thực hiện", "Còn lại phải thực hiện", "Giá trị còn lại", "Remaining"]
    {
        let opened = description::open(&format!(
            "TT;Chỉ tiêu;Kế hoạch;Thực hiện;{left}\n1;Thu thuế;320;304;16\n"
        ));
        let one = opened.datasets[0].indicators.get(0).unwrap();
        assert_eq!(one.figure(), Some(decimal("304")), "{left}");
        assert_eq!(one.note, Some(format!("{left}: 16")));
    }
}

#[test]
fn a_rise_is_a_number_only_if_that_is_certain() {
    let of = |row: &str| {
        let opened = description::open(&format!("Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n{row}\n"));
        let [_, _, _, _, plan, actual, ..] = read(&opened).remove(0);
        (plan, actual, errors(&opened).len())
    };
    let read = |plan: &str, actual: &str, errors| (plan.to_owned(), actual.to_owned(), errors);
    assert_eq!(of("Bán lẻ;%;Tăng 9%;Tăng 9,6%"), read("9", "9.6", 0));
    assert_eq!(of("Tăng trưởng;%;Tăng 9%;8,1"), read("9", "8.1", 0));
    // The growth of the cover is not the cover.
    assert_eq!(of("Tỷ lệ che phủ rừng;%;Tăng 0,5%;62,5"), read("", "62.5", 0));
    assert_eq!(of("Tỷ lệ hộ nghèo;%;Giảm 1%;Giảm 1,2%"), read("", "Giảm 1,2%", 0));
    assert_eq!(of("Giảm hộ nghèo;%;Giảm 1%;Tăng 0,2%"), read("1", "Tăng 0,2%", 0));
}

#[test]
fn dates_are_neither_plans_nor_percentages() {
    for days in ["Thời hạn hoàn thành", "Ngày hoàn thành", "Thời gian thực hiện"] {
        let text = format!("Số;Chỉ tiêu;ĐVT;{days};KH;TH\n1;Đường;km;15/12/2024;50;47,5\n");
        let opened = description::open(&format!("{text}2;Cầu;cầu;30/10/2024;12;12\n"));
        let one = opened.datasets[0].indicators.get(0).unwrap();
        assert_eq!(one.figure(), Some(decimal("47.5")), "{days}");
        assert_eq!(one.note, Some(format!("{days}: 15/12/2024")));
        assert!(errors(&opened).is_empty() && opened.warnings.is_empty());
    }
}

#[test]
fn numbers_in_brackets_are_negative_among_others() {
    let text =
        "TT;Chỉ tiêu;KH;TH;Tăng/giảm so với 2023 (%)\n1;Số vụ;120;97;(19,2)\n2;Thu;5;(6);7,1\n";
    let opened = description::open(text);
    let of = |at: usize| opened.datasets[0].indicators.get(at).unwrap();
    assert_eq!(of(0).changes[0].amount, decimal("-19.2"));
    assert_eq!((of(1).changes[0].amount, of(1).figure()), (decimal("7.1"), Some(decimal("-6"))));
    assert!(errors(&opened).is_empty());
    let words = |finding: &Diagnostic| english::found(finding) + &english::help(finding);
    let notes = opened.findings.iter().filter(|finding| words(finding).contains("in brackets"));
    assert_eq!(notes.count(), 2, "one a column");
    // Alone they may number or count anything.
    let alone = description::open("TT;Chỉ tiêu;KH;TH\n1;Số vụ;120;(6)\n2;Thu;5;(7)\n");
    assert_eq!(errors(&alone).len(), 2);
}

/// The diagnostic of a text that is refused: location, what was found, what was expected.
fn refused(text: &str) -> (String, String, String) {
    let Err(OpenError::Invalid { diagnostics, .. }) =
        dataset::read("bieu.csv", text.as_bytes(), None)
    else {
        panic!("{text} is read")
    };
    let diagnostic = &diagnostics.0[0];
    (diagnostic.location.within_file(), english::found(diagnostic), english::help(diagnostic))
}

#[test]
fn a_refused_table_names_the_cell_to_rename() {
    for (text, place, from, to) in [
        (
            "BIỂU 3\nSTT;Xã;Con số;Ghi thêm\n1;Nà Hẩu;312;\n2;Phong Dụ;285;\n",
            "2:8",
            "Con số",
            "Thực hiện",
        ),
        ("STT;Xã;Tốt;Khá\n1;Nà Hẩu;x;\n2;Phong Dụ;;x\n", "1:5", "Xã", "Chỉ tiêu"),
        ("Area,Tally\nNorth,12\nSouth,15\n", "1:6", "Tally", "Actual"),
    ] {
        let (found_place, _, expected) = refused(text);
        assert_eq!(found_place, place, "{text}");
        assert!(expected.contains(&format!("“{from}” to “{to}”")), "{expected}");
        let renamed = text.replacen(from, to, 1);
        assert!(!description::open(&renamed).datasets[0].indicators.is_empty(), "{renamed}");
    }
}

#[test]
fn a_table_whose_numbers_are_all_unread_is_an_error() {
    let opened =
        description::open("STT;Chỉ tiêu;ĐVT;Con số quý này\n1;Rừng trồng;ha;312\n2;Gỗ;m3;2.850\n");
    assert_eq!(errors(&opened), [("no-values", "1:18".to_owned())]);
    // A list of names has no numbers.
    let names = description::open(
        "STT;Chỉ tiêu;ĐVT;Cơ quan chủ trì\n1;Rừng trồng;ha;Hạt Kiểm lâm\n2;Gỗ;m3;\n",
    );
    assert_eq!(errors(&names), []);
}

#[test]
fn compares_a_change_of_rank_with_the_two_ranks() {
    let opened = description::open(
        "Tỉnh;Điểm;Xếp hạng 2023;Xếp hạng 2022;Tăng/giảm bậc\nA Lưới;61;22;30;+8\nB Lao;60;23;25;+5\n",
    );
    let broken: Vec<_> =
        opened.findings.iter().map(|f| (f.rule().name(), f.location.line)).collect();
    assert!(broken.contains(&("rank-against-change", 3)), "{broken:?}");
    assert!(!broken.contains(&("rank-against-change", 2)), "{broken:?}");
}

#[test]
fn amber_next_to_a_reached_target_gives_no_status() {
    let opened = description::open(
        "Measure,Target,Actual,Polarity,RAG\nSpeed,90,95,High,Amber\nCost,20,18,Low,Green\nWaste,10,9,High,Amber\n",
    );
    let statuses: Vec<Status> =
        opened.datasets[0].indicators.iter().map(|indicator| status(&indicator)).collect();
    assert_eq!(statuses, [Status::NotAssessed, Status::Exceeded, Status::Missed]);
    assert!(
        opened
            .findings
            .iter()
            .any(|f| f.rule().name() == "verdict-against-figures" && f.location.line == 2)
    );
}
