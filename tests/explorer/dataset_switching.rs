//! Switching between several datasets: the picker, and the keys for the next and the previous one.

use crate::support::{CHOICES, Explorer, read};
use chitieu::app::{Action, Pane, Scope, Top};
use chitieu::model::Dataset;

fn of(place: &str, year: u32) -> Dataset {
    read(&format!(
        r#"{{ "id": "{place}-{year}", "place": "{place}", "period": "năm {year}", "sections": [
            {{ "name": "Kinh tế", "indicators": [
                {{ "id": "own-{place}-{year}", "name": "Riêng {place} {year}", "unit": "ha", "actual": 1 }},
                {{ "id": "grdp", "name": "GRDP bình quân", "unit": "triệu đồng", "actual": 57 }} ] }},
            {{ "name": "Xã hội {year}", "indicators": [
                {{ "id": "p", "name": "Tỷ lệ hộ nghèo", "unit": "%", "actual": 9 }} ] }} ] }}"#
    ))
}

fn three() -> Vec<Dataset> {
    vec![of("Bắc Kạn", 2024), of("Bắc Kạn", 2023), of("Cao Bằng", 2024)]
}

fn scope(explorer: &Explorer) -> Scope {
    explorer.app.section_row().scope
}

/// The place and the period of the listed slice, from the header.
fn header(explorer: &Explorer) -> String {
    explorer.screen().lines().next().unwrap_or_default().to_owned()
}

#[test]
fn opens_on_the_latest_period_with_results_of_the_first_place() {
    let mut empty = of("Bắc Kạn", 2025);
    empty.indicators = empty
        .indicators
        .iter()
        .map(|indicator| chitieu::model::Indicator { actual: None, ..indicator })
        .collect();
    let explorer = Explorer::with([three(), vec![empty]].concat(), CHOICES, 120, 30);
    assert_eq!(scope(&explorer), Scope::Slice(0));
    assert!(header(&explorer).contains("Bắc Kạn (1/2) · năm 2024 (2/3)"), "{}", header(&explorer));
    assert!(explorer.app.rows().iter().eq([0, 1, 2]));
    // The counts are those of the slice.
    assert!(header(&explorer).trim_end().ends_with("3 chỉ tiêu"), "{}", header(&explorer));
}

#[test]
fn the_dataset_picker_lists_the_datasets_and_opens_one() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("d");
    for choice in [
        "Bộ số liệu",
        "Tất cả (9)",
        "Bắc Kạn · năm 2024 (3)",
        "Bắc Kạn · năm 2023 (3)",
        "Cao Bằng · năm 2024 (3)",
    ] {
        assert!(explorer.shows(choice), "{choice}\n{}", explorer.screen());
    }
    explorer.keys("G<Enter>");
    assert_eq!(explorer.app.slice(), Some(2));
    assert!(header(&explorer).contains("Cao Bằng (2/2) · năm 2024"), "{}", header(&explorer));
    assert!(explorer.app.rows().iter().eq([6, 7, 8]));
    explorer.keys("d");
    assert_eq!(explorer.app.picker().unwrap().list.selected, explorer.app.current_dataset_choice());
    explorer.keys("d");
    assert!(explorer.app.picker().is_none());
    explorer.keys("d<Home><Enter>");
    assert_eq!((explorer.app.slice(), explorer.app.rows().len()), (None, 9), "all datasets");
    explorer.keys("<Home>]");
    assert!(explorer.shows("không có kỳ nào sau kỳ đang xem"), "{}", explorer.screen());
    explorer.keys("[");
    assert_eq!(explorer.app.slice(), Some(1), "a step leads back to the slices");
}

#[test]
fn a_dataset_chosen_from_all_of_them_opens_in_its_slice() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("d<Home><Enter>");
    assert_eq!(explorer.app.slice(), None);
    explorer.keys("dG<Enter>");
    assert_eq!(explorer.app.slice(), Some(2));
    assert!(header(&explorer).contains("Cao Bằng (2/2)"), "{}", header(&explorer));
}

#[test]
fn the_same_indicator_and_the_section_of_the_same_name_stay_selected() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("j");
    assert_eq!((explorer.app.selected(), explorer.selected()), (Some(1), "GRDP bình quân".into()));
    explorer.keys("[");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Slice(1), Some(4)));
    explorer.keys("]");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Slice(0), Some(1)));
    explorer.keys("}");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Slice(2), Some(7)));
    explorer.keys("{");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Slice(0), Some(1)));

    let section = |dataset, section| Scope::Section { dataset, section };
    explorer.app.update(Action::SwitchTo(section(0, 0)));
    explorer.keys("[");
    assert_eq!(scope(&explorer), section(1, 0));
    explorer.keys("]");
    explorer.app.update(Action::SwitchTo(section(0, 1)));
    explorer.keys("[");
    assert_eq!(scope(&explorer), Scope::Slice(1), "no section of that name is there");
    assert_eq!(explorer.app.selected(), Some(5));
}

#[test]
fn the_nearest_indicator_is_selected_with_a_notice_where_a_slice_lacks_it() {
    let four = [three(), vec![of("Bắc Kạn", 2022)]].concat();
    let mut explorer = Explorer::with(four, CHOICES, 120, 30);
    assert_eq!(explorer.selected(), "Riêng Bắc Kạn 2024");
    explorer.keys("[");
    assert_eq!(explorer.selected(), "GRDP bình quân");
    assert!(explorer.shows("đang chọn chỉ tiêu gần nhất"), "{}", explorer.screen());
    // Back through the slices the walk returns to where it began.
    explorer.keys("[]]");
    assert_eq!(explorer.selected(), "Riêng Bắc Kạn 2024");
    // A user who moves on in between means the other indicator.
    explorer.keys("[j]");
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo");
}

#[test]
fn says_where_time_and_places_end() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("]");
    assert!(explorer.shows("không có kỳ nào sau kỳ đang xem"), "{}", explorer.screen());
    explorer.keys("[[");
    assert!(explorer.shows("không có kỳ nào trước kỳ đang xem"), "{}", explorer.screen());
    // Cao Bằng has no 2023: its last period is opened.
    explorer.keys("}");
    assert_eq!(scope(&explorer), Scope::Slice(2));
    explorer.keys("}");
    assert!(explorer.shows("Không có nơi nào sau nơi đang xem"), "{}", explorer.screen());
    explorer.keys("{{");
    assert!(explorer.shows("Không có nơi nào trước nơi đang xem"), "{}", explorer.screen());
    assert_eq!(scope(&explorer), Scope::Slice(0));
}

#[test]
fn a_key_without_an_effect_says_why() {
    let mut explorer = Explorer::with(vec![of("Bắc Kạn", 2024)], CHOICES, 120, 30);
    for (key, why) in [
        ("]", "chỉ có số liệu của một kỳ"),
        ("[", "chỉ có số liệu của một kỳ"),
        ("K", "chỉ có số liệu của một kỳ"),
        ("}", "Chỉ có số liệu của một nơi"),
        ("N", "Chỉ có số liệu của một nơi"),
        ("d", "Chỉ có một bộ số liệu"),
        (" ", "không có thành phần để gập"),
        ("-", "không có thành phần để gập"),
        ("v", "không có gì để so sánh"),
    ] {
        explorer.keys(key);
        assert!(explorer.shows(why), "{key}\n{}", explorer.screen());
    }
    let years = vec![of("Bắc Kạn", 2023), of("Bắc Kạn", 2024)];
    let mut explorer = Explorer::with(years, CHOICES, 120, 30);
    for (key, why) in [("v<Tab>", "bảng không xoay được"), ("mmm", "thay đổi so với kỳ trước")]
    {
        explorer.keys(key);
        assert!(explorer.shows(why), "{key}\n{}", explorer.screen());
    }
}

#[test]
fn all_datasets_are_named_and_counted_together() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("d<Home><Enter>");
    assert!(header(&explorer).contains("tất cả 2 nơi × 2 kỳ"), "{}", header(&explorer));
    assert!(header(&explorer).trim_end().ends_with("  9 kết quả"), "{}", header(&explorer));
    // A dataset of the list is named with its own counts.
    explorer.keys("hj");
    assert!(header(&explorer).contains("Bắc Kạn"), "{}", header(&explorer));
    assert!(header(&explorer).trim_end().ends_with("3 chỉ tiêu"), "{}", header(&explorer));
    let one_year = vec![of("Bắc Kạn", 2024), of("Cao Bằng", 2024)];
    let mut explorer = Explorer::with(one_year, CHOICES, 120, 30);
    explorer.keys("d<Home><Enter>");
    assert!(header(&explorer).contains("tất cả 2 nơi · năm 2024"), "{}", header(&explorer));
}

#[test]
fn pickers_of_periods_and_places_open_by_key_and_from_the_header() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("jK");
    assert!(explorer.shows("năm 2023 (3)") && explorer.shows("năm 2024 (3)"));
    explorer.keys("<Home><Enter>");
    assert_eq!((explorer.app.slice(), explorer.app.selected()), (Some(1), Some(4)));
    explorer.click("năm 2023 (1/2)", false);
    explorer.keys("G<Enter>");
    assert_eq!(explorer.app.slice(), Some(0));
    explorer.click("Bắc Kạn (1/2)", false);
    assert!(explorer.shows("Cao Bằng (3)"), "{}", explorer.screen());
    explorer.keys("<Esc>N");
    // A click outside closes it.
    explorer.act(Action::Click { at: ratatui::layout::Position::new(0, 20), double: false });
    assert!(explorer.app.picker().is_none());
}

#[test]
fn a_place_among_sixty_is_found_by_typing() {
    let many: Vec<Dataset> = (1..=60).map(|nth| of(&format!("Huyện số {nth}"), 2024)).collect();
    for (width, height) in [(120, 36), (80, 24), (40, 15)] {
        let mut explorer = Explorer::with(many.clone(), CHOICES, width, height);
        explorer.keys("jNhuyen 47");
        assert!(explorer.shows("Huyện số 47 (3)"), "{}", explorer.screen());
        assert!(!explorer.shows("Huyện số 46"), "{}", explorer.screen());
        explorer.keys("<Enter>");
        assert!(explorer.shows("Huyện số 47 (47/60)"), "{}", explorer.screen());
        assert_eq!(explorer.selected(), "GRDP bình quân");
        explorer.keys("Nqzx");
        assert!(explorer.shows("Không có nơi nào tên như vậy"), "{}", explorer.screen());
        explorer.keys("<Enter><Ctrl-u><Backspace>");
        assert!(explorer.app.picker().is_none());
    }
}

#[test]
fn sheets_of_one_place_and_period_are_one_slice() {
    let mut other = of("Bắc Kạn", 2024);
    other.id = "bieu-2".to_owned();
    let mut explorer = Explorer::with([three(), vec![other]].concat(), CHOICES, 120, 30);
    assert!(explorer.app.rows().iter().eq([0, 1, 2, 9, 10, 11]));
    assert!(explorer.shows("bieu-2"), "{}", explorer.screen());
    explorer.keys("[");
    assert!(explorer.app.rows().iter().eq([3, 4, 5]));
}

#[test]
fn datasets_without_anything_in_common_are_listed_together() {
    let alone = read(
        r#"{"id":"y","place":"Hà Giang","period":"năm 2020","sections":[
            {"name":"Văn hóa","indicators":[{"id":"a","name":"Thư viện","actual":7}]}]}"#,
    );
    let explorer = Explorer::with(vec![of("Bắc Kạn", 2024), alone], CHOICES, 120, 30);
    assert_eq!((explorer.app.slice(), explorer.app.rows().len()), (None, 4));
    assert!(explorer.shows("Thư viện") && explorer.shows("Tỷ lệ hộ nghèo"));
}

#[test]
fn a_series_shows_all_periods_of_a_place() {
    let years = (2020..2025).map(|year| of("Bắc Kạn", year)).collect();
    let mut explorer = Explorer::with(years, CHOICES, 120, 40);
    explorer.keys("j");
    for text in ["Diễn biến (triệu đồng) · Bắc Kạn", "▸ 2024", "  2020"] {
        assert!(explorer.shows(text), "{text}\n{}", explorer.screen());
    }
}

#[test]
fn the_overview_selects_the_first_indicator_of_a_dataset() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("g[");
    assert_eq!(explorer.app.selected(), Some(4), "the nearest");
    explorer.keys("}");
    assert_eq!(explorer.app.selected(), Some(7), "the same indicator");
    explorer.keys("d<Enter>");
    assert_eq!(explorer.app.selected(), Some(7), "the picker opens on the current dataset");
    assert!(explorer.app.overview().is_some());
}

#[test]
fn a_single_dataset_offers_no_switch() {
    let mut explorer = Explorer::with(vec![of("Bắc Kạn", 2024)], CHOICES, 120, 30);
    assert!(!explorer.shows("bộ số liệu"));
    let selected = explorer.app.selected();
    explorer.keys("d[]{}KN");
    assert_eq!((explorer.app.top(), explorer.app.selected()), (Top::Panes, selected));
}

#[test]
fn a_long_list_of_datasets_scrolls_in_a_small_window() {
    let many: Vec<Dataset> = (1990..2030).map(|year| of("Bắc Kạn", year)).collect();
    let mut explorer = Explorer::with(many, CHOICES, 40, 15);
    explorer.keys("dG");
    assert!(explorer.shows("năm 2029 (3)"), "{}", explorer.screen());
    explorer.keys("<Enter>");
    assert_eq!(scope(&explorer), Scope::Slice(39));
    assert_eq!(explorer.app.focus(), Pane::Indicators);
}

#[test]
fn ids_distinguish_datasets_of_one_place_and_period() {
    let mut other = of("Bắc Kạn", 2024);
    other.id = "sua-doi".to_owned();
    let mut explorer =
        Explorer::with(vec![of("Bắc Kạn", 2024), other, of("Cao Bằng", 2024)], CHOICES, 120, 30);
    explorer.keys("d");
    assert!(explorer.shows("Bắc Kạn · năm 2024 · sua-doi (3)"), "{}", explorer.screen());
    assert!(explorer.shows("  Cao Bằng · năm 2024 (3)"), "{}", explorer.screen());
}
