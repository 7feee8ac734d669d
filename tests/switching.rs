//! Switching between several datasets: the picker, and the keys for the next and the previous one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use chitieu::app::{Action, Pane, Scope};
use chitieu::model::Dataset;
use support::{CHOICES, Explorer, read};

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

#[test]
fn the_picker_lists_the_datasets_and_opens_one() {
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
    assert_eq!(scope(&explorer), Scope::Dataset(2));
    assert!(explorer.shows("Cao Bằng (3/3)"));
    assert!(explorer.app.rows().iter().eq([6, 7, 8]));
    explorer.keys("d");
    assert_eq!(explorer.app.picker().unwrap().list.selected, explorer.app.current_dataset_choice());
    explorer.keys("d");
    assert!(explorer.app.picker().is_none());
}

#[test]
fn the_same_indicator_and_the_section_of_the_same_name_stay_selected() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.app.update(Action::SwitchTo(Scope::Dataset(0)));
    explorer.keys("j");
    assert_eq!((explorer.app.selected(), explorer.selected()), (Some(1), "GRDP bình quân".into()));
    explorer.keys("[");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Dataset(1), Some(4)));
    explorer.keys("]");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Dataset(0), Some(1)));
    explorer.keys("}");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Dataset(2), Some(7)));
    explorer.keys("}");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Dataset(0), Some(1)));

    let section = |dataset, section| Scope::Section { dataset, section };
    explorer.app.update(Action::SwitchTo(section(0, 0)));
    explorer.keys("[");
    assert_eq!(scope(&explorer), section(1, 0));
    explorer.app.update(Action::SwitchTo(section(0, 1)));
    explorer.keys("[");
    assert_eq!(scope(&explorer), Scope::Dataset(1), "no section of that name is there");
    assert_eq!(explorer.app.selected(), Some(5));
}

#[test]
fn selects_the_first_indicator_if_the_other_dataset_lacks_the_selected_one() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    assert_eq!(explorer.app.selected(), Some(0));
    explorer.keys("[");
    assert_eq!((scope(&explorer), explorer.app.selected()), (Scope::Dataset(1), Some(3)));
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
    assert_eq!(scope(&explorer), Scope::Dataset(2));
}

#[test]
fn a_series_shows_all_periods_of_a_place() {
    let years = (2020..2025).map(|year| of("Bắc Kạn", year)).collect();
    let mut explorer = Explorer::with(years, CHOICES, 120, 40);
    explorer.app.update(Action::SwitchTo(Scope::Dataset(4)));
    explorer.keys("j");
    for text in ["Diễn biến · Bắc Kạn", "● thực hiện", "▸ 2024", "  2020"] {
        assert!(explorer.shows(text), "{text}\n{}", explorer.screen());
    }
}

#[test]
fn the_overview_selects_the_first_indicator_of_a_dataset() {
    let mut explorer = Explorer::with(three(), CHOICES, 120, 30);
    explorer.keys("g[");
    assert_eq!(explorer.app.selected(), Some(3));
    explorer.keys("j}");
    assert_eq!(explorer.app.selected(), Some(7), "the same indicator");
    explorer.keys("d<Enter>");
    assert_eq!(explorer.app.selected(), Some(7), "the picker opens on the current dataset");
    assert!(explorer.app.overview().is_some());
}

#[test]
fn a_single_dataset_offers_no_switch() {
    let mut explorer = Explorer::with(vec![of("Bắc Kạn", 2024)], CHOICES, 120, 30);
    assert!(!explorer.shows("bộ số liệu"));
    let before = explorer.app.clone();
    explorer.keys("d[]{}");
    assert_eq!(explorer.app, before);
}

#[test]
fn a_long_list_of_datasets_scrolls_in_a_small_window() {
    let many: Vec<Dataset> = (1990..2030).map(|year| of("Bắc Kạn", year)).collect();
    let mut explorer = Explorer::with(many, CHOICES, 40, 15);
    explorer.keys("dG");
    assert!(explorer.shows("năm 2029 (3)"), "{}", explorer.screen());
    explorer.keys("<Enter>");
    assert_eq!(scope(&explorer), Scope::Dataset(39));
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
