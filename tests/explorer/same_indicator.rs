//! The same indicator in several datasets: compared in its detail, listed once among the common ones.

use crate::support::{CHOICES, Explorer, read};
use chitieu::app::{Action, Catalog};
use chitieu::model::{Collection, Dataset};

/// A dataset with GRDP, its percent of plan, and the poverty rate.
fn of(place: &str, year: u32, grdp: &str, percent: &str, poverty: &str) -> Dataset {
    read(&format!(
        r#"{{ "id": "{place}-{year}", "place": "{place}", "period": "năm {year}", "sections": [
            {{ "name": "Kinh tế", "indicators": [
                {{ "id": "own-{place}-{year}", "name": "Riêng {place} {year}", "unit": "ha", "actual": 1 }},
                {{ "id": "grdp", "name": "GRDP bình quân", "unit": "triệu đồng", "actual": {grdp},
                   "better": "higher", "plan": {{ "percent": {percent} }} }},
                {{ "id": "p{year}", "name": "Tỷ lệ hộ nghèo", "unit": "%", "actual": {poverty},
                   "better": "lower" }} ] }} ] }}"#
    ))
}

fn four() -> Vec<Dataset> {
    vec![
        of("Bắc Kạn", 2024, "57", "102", "9.1"),
        of("Bắc Kạn", 2023, "53.5", "101.0", "10.5"),
        of("Cao Bằng", 2024, "51", "97.5", "11.9"),
        of("Lạng Sơn", 2024, "63", "104.1", "6.2"),
    ]
}

/// The row of the screen in which a text begins.
fn row(explorer: &Explorer, text: &str) -> u16 {
    explorer.find(text).unwrap_or_else(|| panic!("{text:?} is not on\n{}", explorer.screen())).y
}

#[test]
fn the_dictionary_has_an_indicator_once() {
    let shared = Catalog::new(Collection::new(four()));
    // One of their own in each of four datasets, and two that all have.
    assert_eq!(shared.dictionary().len(), 6);
    assert_eq!(shared.first_common(), Some(1));
    let alone = Catalog::new(Collection::new(four().into_iter().take(1)));
    assert_eq!((alone.first_common(), alone.dictionary().len()), (None, 3));
    assert!(alone.same_indicators(1).is_empty());
}

#[test]
fn comparing_without_common_indicators_shows_a_notice() {
    let mut explorer = Explorer::with(four().into_iter().take(1).collect(), CHOICES, 120, 30);
    explorer.app = explorer.app.clone().comparing();
    explorer.resize(120, 30);
    assert!(explorer.shows("không có gì để so sánh"));
}

#[test]
fn periods_are_in_order_and_places_by_rank_with_their_differences() {
    let mut explorer = Explorer::with(four(), CHOICES, 140, 50);
    explorer.app = explorer.app.clone().comparing();
    assert!(explorer.app.comparison().is_some());
    explorer.resize(140, 50);
    explorer.keys("<Esc>");
    assert_eq!(explorer.selected(), "GRDP bình quân");
    assert!(explorer.shows(" % KH "), "the heading is whole over narrow figures");
    // The latest period comes first, with its change since the one before.
    let series = [
        "Diễn biến (triệu đồng) · Bắc Kạn",
        "▸ 2024        57     102 ▲        ≈+3,5",
        "  2023      53,5   101,0 ▲",
    ];
    let rows = series.map(|text| row(&explorer, text));
    assert!(rows.is_sorted(), "{}", explorer.screen());
    let places = ["Các nơi · năm 2024", "1. Lạng Sơn", "▸ 2. Bắc Kạn", "3. Cao Bằng"];
    let rows = places.map(|text| row(&explorer, text));
    assert!(rows.is_sorted(), "{}", explorer.screen());
    assert!(explorer.shows("xếp thứ 2/3 nơi · trung vị ≈57"), "{}", explorer.screen());
    assert!(
        explorer.shows("1. Lạng Sơn 63 ▇▇▇▇▇▇▇▇▇▇▇  104,1         ≈+6"),
        "{}",
        explorer.screen()
    );
    assert!(explorer.shows("3. Cao Bằng 51 ▇▇▇▇▇▇▇▇▉     97,5         ≈-6"));

    // Lower is better: the lowest rate comes first, and no percent is invented.
    explorer.keys("j");
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo");
    let rows = ["1. Lạng Sơn", "▸ 2. Bắc Kạn", "3. Cao Bằng"].map(|text| row(&explorer, text));
    assert!(rows.is_sorted());
    assert!(explorer.shows("-2,9"), "{}", explorer.screen());
}

#[test]
fn clicks_on_a_period_and_on_a_place_of_the_detail_go_there() {
    let mut explorer = Explorer::with(four(), CHOICES, 140, 50);
    let listed = |explorer: &Explorer| explorer.app.selected_entry().unwrap().dataset.id.clone();
    let first = listed(&explorer);
    explorer.down(1);
    let focus = explorer.app.focus();
    explorer.click("  2023      53,5", false);
    assert_eq!(explorer.selected(), "GRDP bình quân");
    assert!(explorer.shows("Bắc Kạn (1/3) · năm 2023"), "{}", explorer.screen());
    assert_eq!(explorer.app.focus(), focus, "the pane with the focus keeps it");
    explorer.click("  2024        57", false).click("3. Cao Bằng", false);
    assert_eq!(explorer.selected(), "GRDP bình quân");
    assert!(explorer.shows("Cao Bằng (2/3) · năm 2024"), "{}", explorer.screen());
    assert_ne!(listed(&explorer), first);
    // The wheel scrolls the detail there as elsewhere in it.
    explorer.resize(140, 14);
    let at = explorer.find("2. Bắc Kạn").unwrap();
    explorer.act(Action::Wheel { at, down: true });
    assert_eq!(explorer.app.detail().top, 1);
}

#[test]
fn an_indicator_of_one_dataset_is_compared_with_nothing() {
    let mut explorer = Explorer::with(four(), CHOICES, 140, 50);
    assert_eq!(explorer.selected(), "Riêng Bắc Kạn 2024");
    assert!(!explorer.shows("Diễn biến") && !explorer.shows("Các nơi"));
    explorer.keys("j");
    assert!(explorer.shows("Diễn biến (triệu đồng) · Bắc Kạn"));
}

#[test]
fn a_search_finds_an_indicator_once_in_the_listed_slice() {
    let mut explorer = Explorer::with(four(), CHOICES, 140, 40);
    explorer.keys("/ho ngheo");
    assert_eq!(explorer.app.search().unwrap().hits.len(), 1, "{}", explorer.screen());
    assert!(explorer.shows("Tỷ lệ hộ nghèo · %  ") && explorer.shows("9,1"));
    explorer.keys("<Esc>[/ho ngheo");
    assert!(explorer.shows("10,5"), "{}", explorer.screen());
    // What the slice lacks is shown from the latest period that has it, with its slice.
    explorer.keys("<Ctrl-u>rieng cao bang");
    assert!(
        explorer.shows("Riêng Cao Bằng 2024 · ha · Cao Bằng · năm 2024"),
        "{}",
        explorer.screen()
    );
    assert!(explorer.shows("Bắc Kạn (1/3) · năm 2023 (1/2)"), "{}", explorer.screen());
    explorer.keys("<Enter>");
    assert_eq!(explorer.selected(), "Riêng Cao Bằng 2024");
    assert!(explorer.shows("Cao Bằng (2/3) · năm 2024"), "{}", explorer.screen());
}

#[test]
fn is_drawn_in_windows_of_any_size() {
    for (width, height) in [(120, 36), (80, 24), (60, 16), (40, 15), (24, 6), (30, 40)] {
        let mut explorer = Explorer::with(four(), CHOICES, width, height);
        explorer.app = explorer.app.clone().comparing();
        explorer.keys("j<Enter>jjjjjjk?<Esc>g<Esc>L");
        assert!(explorer.app.selected().is_some());
    }
}

fn table(name: &str, text: &str) -> Vec<Dataset> {
    chitieu::dataset::read(name, text.as_bytes(), None).unwrap().datasets
}

/// The figures of an indicator, given by its name and parent, in all datasets that have the same one.
fn figures_of(datasets: Vec<Dataset>, parent: &str, name: &str) -> Vec<String> {
    let catalog = Catalog::new(Collection::new(datasets));
    let is_wanted = |entry: &chitieu::model::Entry<'_>| {
        let above = entry.indicator().parents.last().cloned();
        entry.name() == name && (above.unwrap_or_else(|| entry.section.name.clone()) == parent)
    };
    let own = catalog.collection.iter().find(is_wanted).unwrap();
    let figure = |index| catalog.collection.get(index).unwrap().indicator().figure().unwrap();
    let same = catalog.same_indicators(own.index).into_iter();
    same.map(|index| figure(index).normalize().to_string()).collect()
}

#[test]
fn a_part_is_that_of_the_same_whole_whatever_the_order_of_the_rows() {
    let before =
        "KẾT QUẢ NĂM 2022\nTT;Chỉ tiêu;ĐVT;Thực hiện\n1;Lao động;người;5000\n;- Nữ;người;2000\n";
    let after = "KẾT QUẢ NĂM 2023\nTT;Chỉ tiêu;ĐVT;Thực hiện\n1;Dân số;người;44530\n;- Nữ;người;22000\n2;Lao động;người;5100\n;- Nữ;người;2100\n";
    let both = || [table("a.csv", before), table("b.csv", after)].concat();
    assert_eq!(figures_of(both(), "Lao động", "Nữ"), ["2000", "2100"]);
    assert!(figures_of(both(), "Dân số", "Nữ").is_empty());
    let sections = |first: &str, second: &str, year: u32| {
        format!(
            "KẾT QUẢ NĂM {year}\nTT;Chỉ tiêu;ĐVT;Thực hiện\nI;{first};;\n1;Diện tích;ha;1{year}\n2;Sản lượng;tấn;5\nII;{second};;\n1;Diện tích;ha;3{year}\n2;Sản lượng;tấn;9\n"
        )
    };
    let both = [
        table("a.csv", &sections("Cây lúa", "Cây ngô", 2022)),
        table("b.csv", &sections("Cây ngô", "Cây lúa", 2023)),
    ];
    assert_eq!(figures_of(both.concat(), "Cây lúa", "Diện tích"), ["12022", "32023"]);
}

#[test]
fn an_id_in_the_file_joins_what_has_another_name() {
    let of = |year: u32, id: &str, name: &str| {
        read(&format!(
            r#"{{ "id": "y{year}", "place": "Ba Bể", "period": "năm {year}", "sections": [
                {{ "name": "Kinh tế", "indicators": [
                    {{ "id": "{id}", "name": "{name}", "unit": "%", "actual": {year} }} ] }} ] }}"#
        ))
    };
    let renamed = vec![of(2022, "kt-01", "Tăng trưởng"), of(2023, "kt-01", "Tốc độ tăng GRDP")];
    assert_eq!(figures_of(renamed, "Kinh tế", "Tăng trưởng"), ["2022", "2023"]);
    // The id of one of them is made of its name.
    let renamed = vec![of(2022, "grdp", "GRDP"), of(2023, "grdp", "Tổng sản phẩm")];
    assert_eq!(figures_of(renamed, "Kinh tế", "GRDP"), ["2022", "2023"]);
}

#[test]
fn a_place_is_the_same_with_and_without_its_kind() {
    let of = |place: &str, year: u32| of(place, year, "57", "102", "9.1");
    let datasets = vec![of("Huyện Ba Bể", 2022), of("BA BỂ", 2023), of("Chợ Đồn", 2023)];
    let catalog = Catalog::new(Collection::new(datasets));
    assert_eq!((catalog.slices.place_count(), catalog.slices.period_count()), (2, 2));
}
