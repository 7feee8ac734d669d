//! The list of one slice: its columns, the tree of parts, and pictures of kinds of data. The data is examples, of
//! `tests/data/examples/` or made by these tests; no figure is published.

use std::sync::Arc;

use crate::support::examples::{
    five_levels, five_years, of_file, of_sections, sixty_districts, twelve_months,
};
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, App, Catalog, Lang, ListColumn, Pane, Preferences, SortBy, Theme};
use chitieu::model::{Collection, Dataset, Status};
use insta::assert_snapshot;

const SIZES: [(u16, u16); 4] = [(200, 60), (120, 36), (80, 24), (40, 15)];

/// One snapshot of a state of some data at every size.
fn at_every_size(name: &str, datasets: &[Dataset], keys: &str) {
    for (width, height) in SIZES {
        let mut explorer = Explorer::with(datasets.to_vec(), CHOICES, width, height);
        explorer.keys(keys);
        assert_snapshot!(format!("{name}-{width}x{height}"), explorer.screen());
    }
}

/// The names of the listed indicators.
fn names(explorer: &Explorer) -> Vec<String> {
    let collection = &explorer.app.catalog().collection;
    let rows = explorer.app.rows().iter();
    rows.map(|index| collection.get(index).unwrap().name().to_owned()).collect()
}

#[test]
fn five_years_of_one_province() {
    let datasets = of_file("nam-nam-mot-tinh.csv");
    at_every_size("five-years", &datasets, "jj");
    at_every_size("five-years-back", &datasets, "jj[[");
}

#[test]
fn sixty_districts_with_twelve_indicators() {
    at_every_size("sixty-districts", &of_file("sau-muoi-huyen.csv"), "}jj");
}

#[test]
fn twelve_months_with_year_plans() {
    at_every_size("twelve-months", &of_file("muoi-hai-thang.csv"), "j");
}

#[test]
fn a_hierarchy_of_five_levels() {
    at_every_size("five-levels", &of_file("nam-cap.csv"), "jj ");
}

#[test]
fn a_list_without_plans_does_not_speak_of_plans() {
    for (width, height) in SIZES {
        let mut explorer = Explorer::with(sixty_districts(), CHOICES, width, height);
        explorer.keys("h");
        let screen = explorer.screen();
        let list: Vec<String> = screen
            .lines()
            .map(|line| line.chars().take(usize::from(width) * 3 / 5).collect())
            .collect();
        let list = list.iter().filter(|line| !line.contains("Kế hoạch"));
        assert!(!list.map(String::as_str).collect::<String>().contains("KH"), "{screen}");
        let rows = explorer.app.section_rows().len();
        assert_eq!(rows, 1, "the only section is no section: {screen}");
    }
}

#[test]
fn columns_can_be_hidden_and_stay_hidden() {
    let mut explorer = Explorer::with(five_years(), CHOICES, 200, 40);
    for heading in ["ĐVT", "KH", "TH", "% KH", "thay đổi"] {
        assert!(explorer.shows(heading), "{heading}\n{}", explorer.screen());
    }
    assert!(explorer.shows("≈+"), "a derived change is marked: {}", explorer.screen());
    explorer.keys("c");
    assert!(explorer.shows("[x] đơn vị tính"), "{}", explorer.screen());
    // A choice leaves the picker open, so that several can be made.
    explorer.keys("<Enter>j ");
    assert!(explorer.shows("[ ] đơn vị tính") && explorer.shows("[ ] kế hoạch"));
    explorer.keys("<Esc>");
    assert!(!explorer.shows("ĐVT"), "{}", explorer.screen());
    explorer.keys("[g<Esc>");
    assert!(!explorer.app.wants(ListColumn::Unit) && !explorer.app.wants(ListColumn::Plan));
    assert!(!explorer.shows("ĐVT"), "in another period as well: {}", explorer.screen());
}

#[test]
fn every_column_sorts_and_so_does_a_click_on_its_heading() {
    let mut explorer = Explorer::with(five_years(), CHOICES, 200, 40);
    for (heading, by) in [
        ("ĐVT", SortBy::Unit),
        ("TH", SortBy::Actual),
        ("% KH", SortBy::Percent),
        ("thay đổi", SortBy::Change),
    ] {
        explorer.click(heading, false);
        assert_eq!(explorer.app.sort().by, by, "{heading}");
    }
    // Greatest first, those in percent before those in points.
    let by_change = names(&explorer);
    assert!(by_change[0].starts_with("Tổng mức bán lẻ"), "{by_change:?}");
    assert!(by_change[5].starts_with("Tỷ lệ hộ nghèo"), "{by_change:?}");
    // Results of one unit are compared, units follow each other.
    explorer.act(Action::SortBy(SortBy::Actual));
    let by_actual = names(&explorer);
    let at = |name: &str| by_actual.iter().position(|one| one.starts_with(name)).unwrap();
    assert_eq!(at("Tổng mức bán lẻ") + 1, at("Tổng thu"), "{by_actual:?}");
    assert_eq!(at("Tỷ lệ che phủ") + 1, at("Tỷ lệ hộ nghèo"), "{by_actual:?}");
    // The sort holds in other periods.
    explorer.keys("[");
    assert_eq!(explorer.app.sort().by, SortBy::Actual);
}

#[test]
fn parts_fold_under_their_whole_and_are_not_counted() {
    let mut explorer = Explorer::with(five_levels(), CHOICES, 120, 40);
    assert_eq!(explorer.app.rows().len(), 32);
    assert_eq!(explorer.app.section_row().counts.total(), 2);
    assert!(explorer.shows("2 chỉ tiêu, 30 thành phần"), "{}", explorer.screen());
    explorer.keys(" ");
    assert_eq!(explorer.app.rows().len(), 2);
    assert!(explorer.shows("+ Tổng diện tích"), "{}", explorer.screen());
    explorer.keys(" jjj ");
    assert_eq!((explorer.app.rows().len(), explorer.selected().as_str()), (30, "Vụ xuân"));
    explorer.keys(" j ");
    assert_eq!(explorer.selected(), "Vụ xuân", "a part without parts folds its whole");
    explorer.keys("-");
    let selected = explorer.selected();
    assert_eq!((explorer.app.rows().len(), &*selected), (2, "Tổng diện tích gieo trồng"));
    // A search goes to a part: what hides it is unfolded.
    explorer.keys("/giong thuan<Enter>");
    assert_eq!(explorer.selected(), "Giống thuần");
    assert_eq!(explorer.app.focus(), Pane::Indicators);
    explorer.keys("+");
    assert_eq!((explorer.app.rows().len(), &*explorer.selected()), (32, "Giống thuần"));
}

#[test]
fn sorted_parts_stay_below_their_whole() {
    let mut explorer = Explorer::with(five_levels(), CHOICES, 120, 40);
    explorer.act(Action::SortBy(SortBy::Actual));
    let depths: Vec<usize> =
        explorer.app.rows().iter().map(|index| explorer.app.catalog().tree.depth(index)).collect();
    assert_eq!(depths[..4], [0, 0, 1, 2], "forest, total, its parts: {}", explorer.screen());
    assert!(depths.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{depths:?}");
    // A filtered list is flat: a part names its whole.
    explorer.act(Action::Filter(Some(Status::Missed)));
    assert!(explorer.shows("Giống thuần · Vụ"), "{}", explorer.screen());
}

#[test]
fn folds_hold_in_other_periods() {
    let of = |year: u32| {
        let rows = [
            r#"{"id":"a","name":"Lúa","unit":"ha","actual":9}"#.to_owned(),
            r#"{"id":"b","name":"Vụ mùa","parents":["Lúa"],"unit":"ha","actual":4}"#.to_owned(),
        ];
        of_sections((&format!("x{year}"), "Nơi", &format!("năm {year}")), &[("Cây", rows.to_vec())])
    };
    let mut explorer = Explorer::with(vec![of(2023), of(2024)], CHOICES, 120, 30);
    explorer.keys(" [");
    assert_eq!(explorer.app.rows().len(), 1, "{}", explorer.screen());
}

#[test]
fn a_table_without_sections_lists_none() {
    for file in ["muoi-hai-thang.csv", "sau-muoi-huyen.csv"] {
        let explorer = Explorer::with(of_file(file), CHOICES, 120, 36);
        let rows = explorer.app.section_rows();
        assert_eq!(rows.len(), 1, "the name of the file is no section: {}", explorer.screen());
    }
}

#[test]
fn plans_of_a_year_do_not_press_the_results_of_months_together() {
    let explorer = Explorer::with(of_file("muoi-hai-thang.csv"), CHOICES, 120, 36);
    let screen = explorer.screen();
    let is_dots = |letter: char| ('\u{2801}'..='\u{28ff}').contains(&letter);
    let dots = screen.lines().filter(|line| line.contains(is_dots) && line.contains('│'));
    assert!(dots.count() >= 10, "{screen}");
    assert!(!screen.contains("━ KH"), "{screen}");
}

#[test]
fn a_click_on_a_neighbour_selects_it() {
    let mut explorer = Explorer::open(120, 40);
    let at = explorer.find("Cùng mục").unwrap();
    let below = ratatui::layout::Position::new(at.x + 2, at.y + 2);
    explorer.act(Action::Click { at: below, double: false });
    assert_eq!(explorer.selected(), "Tổng thu ngân sách toàn tỉnh");
}

#[test]
fn a_wider_window_never_shows_fewer_rows() {
    let rows = |width, height| Explorer::open(width, height).app.indicators().page;
    assert!(rows(100, 30) >= rows(80, 24));
    assert!(rows(116, 36) >= rows(100, 30));
}

#[test]
fn the_slice_is_always_in_the_header() {
    for (width, height) in [(200, 60), (80, 24), (40, 15), (30, 8), (24, 6)] {
        for keys in ["", "g", "/nghe", "s", "?"] {
            let mut explorer = Explorer::with(five_years(), CHOICES, width, height);
            explorer.keys("[").keys(keys);
            let first = explorer.screen().lines().next().unwrap_or_default().to_owned();
            assert!(first.contains("2024 (4/5)"), "{width}x{height} {keys}: {first}");
        }
    }
}

#[test]
fn without_colour_in_ascii_and_in_english() {
    let choices = Preferences { lang: Lang::English, theme: Theme::None, ascii: true, ..CHOICES };
    for (width, height) in SIZES {
        for datasets in [five_years(), five_levels(), sixty_districts(), twelve_months()] {
            let mut explorer = Explorer::with(datasets, choices, width, height);
            for keys in ["", " ", "-", "K", "<Esc>N", "<Esc>c", "<Esc>g", "<Esc>/a", "<Esc>?"] {
                explorer.keys(keys);
                assert!(explorer.screen().is_ascii(), "{keys}: {}", explorer.screen());
            }
        }
    }
    let mut explorer = Explorer::with(five_levels(), choices, 120, 30);
    assert!(explorer.shows("- Tong dien tich"), "{}", explorer.screen());
    explorer.keys(" ");
    assert!(explorer.shows("+ Tong dien tich"), "{}", explorer.screen());
}

#[test]
fn the_detail_of_a_row_with_an_unread_cell_says_so() {
    let catalog = Catalog::new(Collection::new(five_years()));
    let last = catalog.collection.datasets().len() - 1;
    let mut explorer = Explorer::with(five_years(), CHOICES, 120, 36);
    explorer.app = App::new(Arc::new(catalog.with_unread_rows([(last, 1)])), CHOICES);
    explorer.resize(120, 36);
    explorer.keys("<Home>j");
    assert!(explorer.shows("có ô không đọc được"), "{}", explorer.screen());
    explorer.keys("k");
    assert!(!explorer.shows("có ô không đọc được"), "{}", explorer.screen());
}

#[test]
fn a_list_of_all_slices_names_the_period_of_each_row() {
    let mut explorer = Explorer::with(five_years(), CHOICES, 120, 36);
    assert!(!explorer.shows("· năm 2024"), "{}", explorer.screen());
    explorer.keys("d<Home><Enter>");
    assert!(explorer.shows("· năm 2024"), "{}", explorer.screen());
    // So does the detail, as the header is of the selected row only.
    explorer.keys("gg");
    let period = explorer.app.selected_entry().unwrap().dataset.period.clone();
    assert!(explorer.shows(&format!("· {period} ·")), "{}", explorer.screen());
}

/// Thirteen indicators of three years, with plans: more than a third of the lines of a window of 36.
fn many_rows_of_three_years() -> Vec<Dataset> {
    let mut table = "Chỉ tiêu;ĐVT".to_owned();
    for year in 2022..=2024 {
        table.push_str(&format!(";KH {year};TH {year}"));
    }
    for row in 1..=13 {
        let name = format!("\nSản lượng mặt hàng thứ {row} tiêu thụ trong tỉnh;tấn");
        table.push_str(&name);
        for year in 1..=3 {
            table.push_str(&format!(";{};{}", 100 * row + year, 101 * row + 2 * year));
        }
    }
    chitieu::dataset::read("ba-nam.csv", table.as_bytes(), None).unwrap().datasets
}

#[test]
fn a_wider_window_shows_no_fewer_columns() {
    for size in [(100, 30), (116, 36), (120, 36), (140, 40), (200, 60)] {
        let explorer = Explorer::with(many_rows_of_three_years(), CHOICES, size.0, size.1);
        let screen = explorer.screen();
        for heading in ["ĐVT", " KH ", "thay đổi"] {
            assert!(screen.contains(heading), "{heading} at {size:?}:\n{screen}");
        }
    }
}

#[test]
fn a_row_with_a_cell_that_could_not_be_read_has_a_mark() {
    let catalog = Catalog::new(Collection::new(five_years())).with_unread(1);
    let last = catalog.collection.datasets().len() - 1;
    let catalog = Arc::new(catalog.with_unread_rows([(last, 1)]));
    let mut explorer = Explorer::with(five_years(), CHOICES, 120, 36);
    explorer.app = App::new(catalog, CHOICES);
    explorer.resize(120, 36);
    assert!(explorer.shows("ước 964!"), "{}", explorer.screen());
    assert!(!explorer.shows("ước 52!"), "{}", explorer.screen());
    // The notice stays until it is seen.
    explorer.keys("jj[");
    assert!(explorer.shows("không đọc được"), "{}", explorer.screen());
    explorer.keys("<Esc>");
    assert!(!explorer.shows("không đọc được"), "{}", explorer.screen());
}
