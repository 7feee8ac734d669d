//! What screens explain by themselves: headings over parts, equal names, reasons, targets, ways on.
//! The data is made up.

use crate::support::examples::{of_file, of_sections};
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, Notice, SortBy};
use chitieu::model::Dataset;
use insta::assert_snapshot;

/// A group row without a value over the parts of two indicators.
fn with_headings() -> Vec<Dataset> {
    let part = |id: &str, name: &str, heading: &str, actual: u32| {
        format!(
            r#"{{"id":"{id}","name":"{name}","parents":["{heading}"],"unit":"%","actual":{actual}}}"#
        )
    };
    let rows = vec![
        r#"{"id":"ds","name":"Dân số","unit":"người","actual":900}"#.to_owned(),
        r#"{"id":"nu","name":"Nữ","parents":["Dân số"],"unit":"người","actual":450}"#.to_owned(),
        part("a1", "Thành thị", "Tỷ lệ hộ nghèo", 3),
        part("a2", "Nông thôn", "Tỷ lệ hộ nghèo", 8),
        part("b1", "Thành thị", "Tỷ lệ thất nghiệp", 4),
        part("b2", "Nông thôn", "Tỷ lệ thất nghiệp", 1),
    ];
    vec![of_sections(("x", "Nơi", "năm 2024"), &[("Xã hội", rows)])]
}

#[test]
fn a_group_row_without_a_value_is_a_heading_and_is_found() {
    for (width, height) in [(120, 36), (80, 24), (40, 15)] {
        let explorer = Explorer::with(with_headings(), CHOICES, width, height);
        assert_snapshot!(format!("headings-{width}x{height}"), explorer.screen());
    }
    let mut explorer = Explorer::with(with_headings(), CHOICES, 100, 30);
    explorer.keys("/xa hoi ty le ho ngheo");
    let hits = ["Thành thị · Tỷ lệ hộ nghèo", "Nông thôn · Tỷ lệ hộ nghèo"];
    assert!(hits.iter().all(|hit| explorer.shows(hit)), "{}", explorer.screen());
    assert!(!explorer.shows("thất nghiệp"), "{}", explorer.screen());
    // In another order each name says what it is below.
    explorer.keys("<Esc>").act(Action::SortBy(SortBy::Name));
    assert!(explorer.shows("Nông thôn · Tỷ lệ thất nghiệp"), "{}", explorer.screen());
}

#[test]
fn a_low_detail_has_the_periods_side_by_side() {
    let of = |year: u16| {
        let row = |at: u16| {
            format!(
                r#"{{"id":"c{at}","name":"Chỉ tiêu số {at}","unit":"ha","plan":{{"value":{}}},"actual":{}}}"#,
                year + at,
                year + 2 * at
            )
        };
        let (id, period) = (format!("n{year}"), format!("năm {year}"));
        of_sections((&id, "Nơi", &period), &[("Mục", (1..=20).map(row).collect())])
    };
    let explorer = Explorer::with((2021..=2025).map(of).collect(), CHOICES, 80, 24);
    let screen = explorer.screen();
    let row = |label: &str| screen.lines().find(|line| line.starts_with(label)).unwrap().to_owned();
    assert!(row("  kỳ ").contains("2021") && row("  kỳ ").contains("2025"), "{screen}");
    assert!(screen.lines().any(|line| line.starts_with("  TH ")), "{screen}");
}

#[test]
fn a_search_keeps_the_detail_where_it_is() {
    for (width, height) in [(120, 36), (80, 24), (200, 60)] {
        let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, width, height);
        let below = |explorer: &Explorer| {
            let screen = explorer.screen();
            screen.lines().position(|line| line.starts_with(" Chi tiết ─"))
        };
        let before = below(&explorer).is_some();
        explorer.keys("/ty le");
        assert_eq!(below(&explorer).is_some(), before, "{}", explorer.screen());
        assert!(explorer.shows("Enter mở chỉ tiêu"), "{}", explorer.screen());
    }
}

#[test]
fn a_plan_without_a_direction_says_why_it_is_not_assessed() {
    let json = |better: &str| {
        format!(
            r#"{{"id":"x","place":"Nơi","period":"năm 2024","sections":[{{"name":"S","indicators":[
                {{"id":"a","name":"Quy mô lớp học",{better}"unit":"học sinh","plan":{{"value":40}},"actual":42}} ]}}]}}"#
        )
    };
    let explorer = Explorer::on_json(&json(""), 200, 40);
    assert!(explorer.shows("cao hay thấp là tốt"), "{}", explorer.screen());
    assert!(explorer.shows("“better”"), "{}", explorer.screen());
    let stated = Explorer::on_json(&json(r#""better":"lower","#), 200, 40);
    assert!(!stated.shows("cao hay thấp là tốt"), "{}", stated.screen());
}

#[test]
fn the_target_of_a_term_is_in_the_detail_of_its_years() {
    let of = |id: &str, period: &str, rest: &str| {
        let row = format!(r#"{{"id":"a","name":"Thu nhập","unit":"triệu đồng",{rest}}}"#);
        of_sections((id, "Nơi", period), &[("S", vec![row])])
    };
    let datasets = vec![
        of("n2", "năm 2022", r#""actual":45"#),
        of("n3", "năm 2023", r#""actual":49"#),
        of("t", "đến năm 2025", r#""plan":{"value":65}"#),
    ];
    let mut explorer = Explorer::with(datasets, CHOICES, 200, 40);
    assert!(explorer.shows("năm 2023"), "{}", explorer.screen());
    assert!(
        explorer.shows("65 triệu đồng (đến năm 2025; đang thực hiện)"),
        "{}",
        explorer.screen()
    );
    assert!(!explorer.shows("nguồn không nêu"), "{}", explorer.screen());
    explorer.keys("v");
    assert!(explorer.shows("KH 65"), "{}", explorer.screen());
}

#[test]
fn equal_names_say_their_sections() {
    let row = |id: &str| {
        format!(r#"{{"id":"{id}","name":"Giá trị sản xuất","unit":"tỷ đồng","actual":5}}"#)
    };
    let of = |year: u16| {
        let (farm, works) = (vec![row("a")], vec![row("b")]);
        let name = format!("n{year}");
        let period = format!("năm {year}");
        of_sections((&name, "Nơi", &period), &[("Nông nghiệp", farm), ("Công nghiệp", works)])
    };
    let mut explorer = Explorer::with(vec![of(2023), of(2024)], CHOICES, 120, 30);
    explorer.keys("v");
    let names = ["Giá trị sản xuất · Nông nghiệp", "Giá trị sản xuất · Công nghiệp"];
    assert!(names.iter().all(|name| explorer.shows(name)), "{}", explorer.screen());
    explorer.keys("<Esc>/gia tri");
    assert!(names.iter().all(|name| explorer.shows(name)), "{}", explorer.screen());
}

#[test]
fn an_only_list_says_where_other_periods_are() {
    let json = r#"{"id":"x","place":"Nơi","period":"6 tháng đầu năm 2024","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Thu ngân sách","unit":"tỷ đồng","actual":2494,
         "earlier":[{"period":"năm 2023","value":4523}]} ]}]}"#;
    let mut explorer = Explorer::on_json(json, 80, 24);
    explorer.keys("[");
    assert_eq!(explorer.app.notice(), Some(Notice::OthersNextTo));
    explorer.keys(" ");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToFold));
}

#[test]
fn the_sign_of_a_preliminary_result_says_so_and_is_no_period() {
    let of = |year: u16| {
        let stage = if year == 2024 { r#""estimate":true,"preliminary":true,"# } else { "" };
        let row = format!(
            r#"{{"id":"a","name":"Dân số","unit":"người",{stage}"actual":{}}}"#,
            year - 2000
        );
        let (id, period) = (format!("n{year}"), format!("năm {year}"));
        of_sections((&id, "Nơi", &period), &[("S", vec![row])])
    };
    let mut explorer = Explorer::with((2021..=2024).map(of).collect(), CHOICES, 120, 30);
    explorer.keys("v");
    assert!(explorer.shows("○ sơ bộ") && !explorer.shows("○ ước"), "{}", explorer.screen());
    assert!(explorer.shows("▁▃▅○ "), "{}", explorer.screen());
}
