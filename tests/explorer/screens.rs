//! What each screen must say at every size, and that every key and click is answered. The data is examples, of
//! `tests/data/examples/` or made by these tests; no figure is published.

use crate::support::examples::{five_levels, of_file, of_sections, sixty_districts};
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, Measure, Notice, Preferences, SortBy, Turn};
use chitieu::model::{Dataset, Status};

/// The first line of the screen that contains a text.
fn line(explorer: &Explorer, text: &str) -> String {
    let screen = explorer.screen();
    let found = screen.lines().find(|line| line.contains(text));
    found.unwrap_or_else(|| panic!("{text:?} is not on\n{screen}")).to_owned()
}

/// A dataset of one place and year with results of a rate, the last one of a series estimated.
fn of_place(place: &str, year: u32, rate: &str, is_estimate: bool) -> Dataset {
    let row = format!(
        r#"{{"id":"r","name":"Tỷ lệ hộ nghèo đa chiều","unit":"%","actual":{rate},"better":"lower","estimate":{is_estimate}}}"#
    );
    of_sections(
        (&format!("{place}-{year}"), place, &format!("năm {year}")),
        &[("Xã hội", vec![row])],
    )
}

/// Three years of four places; the last year is estimated, and one place lacks it.
fn places() -> Vec<Dataset> {
    let names = ["Ba Bể", "Chợ Đồn", "Na Rì", "Pác Nặm"];
    let of_years = (0..).zip(names).flat_map(|(at, name)| {
        let years = if at == 3 { 2023..2025 } else { 2023..2026 };
        years.map(move |year| {
            of_place(name, year, &format!("{}.5", 20 + at * 3 - (year - 2023)), year == 2025)
        })
    });
    of_years.collect()
}

/// Opens the comparison at its small multiples.
fn small_multiples(explorer: &mut Explorer) {
    explorer.keys("v");
    let is_shown = |explorer: &Explorer| {
        explorer.app.comparison().unwrap().grid().turn() == Turn::SmallMultiples
    };
    for _ in 0..4 {
        if !is_shown(explorer) {
            explorer.keys("<Tab>");
        }
    }
    assert!(is_shown(explorer), "{}", explorer.screen());
}

#[test]
fn filter_and_sort_are_in_the_title_at_every_width() {
    for width in [24, 30, 40, 60, 80, 120] {
        let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, width, 15);
        explorer.act(Action::Filter(Some(Status::Missed)));
        let title = line(&explorer, "1/3");
        assert!(title.contains('✗'), "{title}");
        assert!(width < 40 || title.contains("✗ không đạt · 1/3"), "{title}");
        explorer.act(Action::SortBy(SortBy::Percent));
        let title = line(&explorer, "/3 ┓");
        assert!(title.contains('✗') && title.contains('↓'), "{title}");
        explorer.keys("g");
        let title = line(&explorer, "Toàn");
        assert!(width < 30 || title.contains('✗') && title.contains('↓'), "{title}");
    }
    // A section is named rather than the list.
    let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, 40, 15);
    explorer.keys("hjl").act(Action::Filter(Some(Status::Missed)));
    assert!(line(&explorer, "1/2").contains("Kinh tế"), "{}", explorer.screen());
}

#[test]
fn a_place_without_the_period_says_which_one_is_shown() {
    let mut explorer = Explorer::with(places(), CHOICES, 120, 36);
    explorer.keys("}}");
    assert_eq!(explorer.app.notice(), None);
    explorer.keys("}");
    assert!(explorer.shows("không có số liệu năm 2025"), "{}", explorer.screen());
    assert!(explorer.shows("Pác Nặm (4/4) · năm 2024"), "{}", explorer.screen());
    // In the comparison as well.
    explorer.keys("{]v}");
    assert!(explorer.shows("không có số liệu năm 2025"), "{}", explorer.screen());
}

#[test]
fn estimates_are_marked_in_every_chart() {
    let mut explorer = Explorer::with(places(), CHOICES, 120, 36);
    small_multiples(&mut explorer);
    assert!(line(&explorer, "▸ Ba Bể").contains("ước 18,5"), "{}", explorer.screen());
    assert!(!line(&explorer, "Pác Nặm").contains("ước 28,5"), "{}", explorer.screen());
    // Above the bars of the three places that have one, and in the legend of none.
    let marks = explorer.screen().matches('○').count();
    assert_eq!(marks, 3, "{}", explorer.screen());
    let ascii = Preferences { ascii: true, ..CHOICES };
    let mut explorer = Explorer::with(places(), ascii, 120, 36);
    small_multiples(&mut explorer);
    assert!(line(&explorer, "> Ba Be").contains("uoc 18,5"), "{}", explorer.screen());
    // The places below a table of indicators.
    let mut explorer = Explorer::with(places(), CHOICES, 120, 36);
    explorer.keys("v");
    assert!(explorer.shows("○18,5"), "{}", explorer.screen());
}

#[test]
fn of_all_slices_headings_and_counts_say_what_they_are_of() {
    let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, 120, 36);
    explorer.keys("d<Home><Enter>");
    assert!(line(&explorer, "tất cả 5 kỳ").contains("29 kết quả: "), "{}", explorer.screen());
    explorer.keys("g");
    for heading in ["Bắc Kạn · năm 2021 · Kinh tế", "Bắc Kạn · năm 2022 · Kinh tế"]
    {
        assert!(explorer.shows(heading), "{}", explorer.screen());
    }
}

#[test]
fn parts_of_a_year_have_percents_of_its_plan_all_or_none() {
    let mut explorer = Explorer::with(of_file("muoi-hai-thang.csv"), CHOICES, 200, 60);
    explorer.keys("vm");
    let measure = explorer.app.comparison().unwrap().measure();
    assert_eq!(measure, Measure::Change, "{}", explorer.screen());
    // The detail says why a month has none.
    explorer.keys("v");
    assert!(explorer.shows("KH năm"), "{}", explorer.screen());
    assert!(explorer.shows("số của riêng kỳ này"), "{}", explorer.screen());
}

#[test]
fn a_year_s_plan_next_to_a_quarter_is_named_at_every_size() {
    let of_quarter = |quarter: &str, actual: u32| {
        let row = format!(
            r#"{{"id":"t","name":"Thu ngân sách","unit":"tỷ đồng","actual":{actual},"better":"higher",
                "plan":{{"value":860,"period":"năm 2024"}}}}"#
        );
        of_sections((quarter, "Nơi", &format!("{quarter} năm 2024")), &[("Mục", vec![row])])
    };
    let data =
        || [("quý III", 230), ("quý IV", 245)].map(|(name, actual)| of_quarter(name, actual));
    for (width, height) in [(200, 60), (120, 36), (80, 24)] {
        let explorer = Explorer::with(data().into(), CHOICES, width, height);
        let heading = line(&explorer, "ĐVT");
        assert!(heading.contains("KH năm"), "{heading}");
    }
}

#[test]
fn a_table_without_rows_says_so_and_names_its_file() {
    use chitieu::app::{App, Catalog};
    use chitieu::model::Collection;
    use std::sync::Arc;

    let empty = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[]}"#;
    let collection = Collection::new(vec![crate::support::read(empty)]);
    let catalog = Catalog::new(collection).with_only_file(Some("tieu de.csv".to_owned()));
    let mut explorer = Explorer::open(80, 24);
    explorer.app = App::new(Arc::new(catalog.with_unread(2)), CHOICES);
    explorer.resize(80, 24);
    assert!(explorer.shows("tệp không có dòng số liệu"), "{}", explorer.screen());
    assert!(explorer.shows("`chitieu check tieu de.csv`"), "{}", explorer.screen());
    assert!(
        explorer.shows("2 ô không đọc được, giữ nguyên chữ trong tệp"),
        "{}",
        explorer.screen()
    );
    explorer.keys("<Esc>*");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingSelected));
    explorer.keys("y");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingSelected));
}

#[test]
fn a_notice_is_whole_in_a_narrow_window() {
    let mut explorer = Explorer::with(places(), CHOICES, 40, 15);
    explorer.keys("}}}");
    assert!(explorer.shows("nơi này."), "{}", explorer.screen());
    assert!(explorer.screen().lines().count() == 15, "{}", explorer.screen());
}

#[test]
fn every_sign_of_the_comparison_is_explained_and_no_other() {
    for (width, height) in [(200, 60), (120, 36), (80, 24)] {
        let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, width, height);
        explorer.keys("v");
        let screen = explorer.screen();
        // The rows of the table are above the chart and the legend.
        let is_row = |line: &&str| line.starts_with('┃') && !line.contains("trong hàng");
        let rows: Vec<&str> = screen.lines().skip(3).filter(is_row).collect();
        let signs =
            [("◆", "◆ tốt nhất"), ("◇", "◇ kém nhất"), ("✓ ", "✓ đạt"), ("✗ ", "✗ không đạt")];
        for (sign, text) in signs {
            let is_there = rows.iter().any(|row| row.contains(sign) && !row.contains(text));
            assert_eq!(is_there, screen.contains(text), "{sign} at {width}\n{screen}");
        }
    }
}

#[test]
fn a_low_window_names_place_and_period() {
    let explorer = Explorer::open(24, 6);
    assert!(explorer.screen().starts_with("Bắc Kạn · năm 2024"), "{}", explorer.screen());
    let explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, 24, 6);
    assert!(explorer.screen().starts_with("Bắc Kạn · năm 2025"), "{}", explorer.screen());
}

#[test]
fn counts_are_in_words_where_there_is_room() {
    let explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, 120, 36);
    assert!(
        line(&explorer, "chitieu").contains("▲ 3 vượt  ✗ 3 không đạt"),
        "{}",
        explorer.screen()
    );
}

#[test]
fn the_axis_of_one_year_s_parts_has_its_year_above() {
    let explorer = Explorer::with(of_file("muoi-hai-thang.csv"), CHOICES, 120, 36);
    assert!(explorer.shows("Bắc Kạn · năm 2024"), "{}", explorer.screen());
    assert!(line(&explorer, "Diễn biến").contains("năm 2024"), "{}", explorer.screen());
}

#[test]
fn every_key_of_another_view_is_answered() {
    let notice_after = |explorer: &mut Explorer, keys: &str| {
        explorer.keys(keys);
        explorer.app.notice()
    };
    let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, 120, 36);
    assert_eq!(notice_after(&mut explorer, "x"), Some(Notice::NothingToReset));
    assert_eq!(notice_after(&mut explorer, "r"), Some(Notice::NothingToReload));
    explorer.keys("v");
    for key in ["c", "d", "g", "o", "+", "-", " "] {
        assert_eq!(notice_after(&mut explorer, key), Some(Notice::NotHere), "{key}");
    }
    assert_eq!(notice_after(&mut explorer, "x"), Some(Notice::NothingToReset));
    explorer.keys("<Esc>f");
    assert_eq!(notice_after(&mut explorer, "v"), Some(Notice::NotHere));
    // A field takes every letter.
    explorer.keys("<Esc>/vgd");
    assert_eq!(explorer.app.notice(), None);
    let mut explorer = Explorer::with(five_levels(), CHOICES, 120, 36);
    assert_eq!(notice_after(&mut explorer, "+"), Some(Notice::AllFolded(false)));
    assert_eq!(notice_after(&mut explorer, "-"), None);
    assert_eq!(notice_after(&mut explorer, "-"), Some(Notice::AllFolded(true)));
}

#[test]
fn columns_and_measures_that_do_nothing_have_no_hint() {
    let mut explorer = Explorer::with(places(), CHOICES, 120, 36);
    small_multiples(&mut explorer);
    assert!(!line(&explorer, "thoát").contains("đổi số đo"), "{}", explorer.screen());
    explorer.keys("m");
    assert_eq!(explorer.app.notice(), Some(Notice::NoOtherMeasure));
    explorer.keys("S");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToSort));
}

#[test]
fn clicks_are_answered_wherever_something_can_be_clicked() {
    let mut explorer = Explorer::with(of_file("nam-nam-mot-tinh.csv"), CHOICES, 120, 36);
    // The only place.
    explorer.click("Bắc Kạn", false);
    assert!(explorer.app.notice().is_some());
    explorer.click("xu thế", false);
    assert_eq!(explorer.app.sort().by, SortBy::Trend);
    explorer.keys("xg").click("Xã hội", false);
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo đa chiều");
    // A period below the comparison.
    explorer.keys("<Esc>v");
    let before = explorer.app.comparison().unwrap().columns().selected;
    explorer.click("2022      ", false);
    let after = explorer.app.comparison().unwrap().columns().selected;
    assert_eq!((before, after), (4, 1), "{}", explorer.screen());
    // The arrow at the end of a wide table, and the title.
    let mut explorer = Explorer::with(sixty_districts(), CHOICES, 120, 36);
    explorer.keys("v").click("▸▐", false);
    assert!(explorer.app.comparison().unwrap().columns().selected > 3, "{}", explorer.screen());
    let turn = |explorer: &Explorer| explorer.app.comparison().unwrap().grid().turn();
    let before = turn(&explorer);
    explorer.click("Nơi × chỉ tiêu", false);
    assert_ne!(turn(&explorer), before, "{}", explorer.screen());
}
