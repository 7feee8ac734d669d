//! Finding again: filters in a query, filters of lists, marks, and opening at a location.

use crate::support::{CHOICES, Explorer, read};
use chitieu::app::{Action, LocationError, Notice, Top};
use chitieu::model::{Dataset, Status};

fn of(place: &str, year: u32, percent: u32) -> Dataset {
    read(&format!(
        r#"{{ "id": "{place}-{year}", "place": "{place}", "period": "năm {year}", "sections": [
            {{ "name": "Kinh tế", "indicators": [
                {{ "id": "lua", "name": "Sản lượng lúa", "unit": "tấn", "actual": 10, "plan": {{ "percent": {percent} }} }} ] }},
            {{ "name": "Xã hội", "indicators": [
                {{ "id": "ngheo", "name": "Tỷ lệ hộ nghèo", "unit": "%", "actual": 9 }},
                {{ "id": "can-ngheo", "name": "Tỷ lệ hộ cận nghèo", "unit": "%", "actual": 4 }} ] }} ] }}"#
    ))
}

/// Lists Ba Bể in 2024, with the numbers 3 to 5.
fn explorer() -> Explorer {
    let datasets = vec![of("Ba Bể", 2023, 90), of("Ba Bể", 2024, 104), of("Chợ Đồn", 2024, 97)];
    Explorer::with(datasets, CHOICES, 120, 30)
}

/// Lists all datasets.
fn explorer_of_all() -> Explorer {
    let mut explorer = explorer();
    explorer.keys("d<Home><Enter>");
    assert_eq!(explorer.app.slice(), None);
    explorer
}

/// The numbers of the indicators that a query lists.
fn found(explorer: &Explorer) -> Vec<usize> {
    let search = explorer.app.search().unwrap();
    (0..search.len()).filter_map(|row| explorer.app.hit_number(row)).collect()
}

#[test]
fn tab_after_a_filter_that_was_typed_whole_changes_nothing() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("/tt:khong-dat<Tab>");
    assert_eq!(explorer.app.search().unwrap().field.text(), "tt:khong-dat");
    // Tab goes on from what it completed itself.
    explorer.keys("<Esc>/tt:kho<Tab>");
    assert_eq!(explorer.app.search().unwrap().field.text(), "tt:khong-dat");
    explorer.keys("<Tab>");
    assert_eq!(explorer.app.search().unwrap().field.text(), "tt:dang-thuc-hien");
}

#[test]
fn a_query_carries_filters_next_to_words() {
    for (query, numbers) in [
        ("lua", &[3][..]),
        ("lua ky:2024", &[3]),
        ("lua ky:2023", &[0]),
        ("lua kh<100", &[0]),
        ("lua kh<100 ky:2023", &[0]),
        ("lua noi:\"cho don\"", &[6]),
        ("tt:vuot", &[3]),
        ("tt:khong-dat", &[0]),
        ("tt:khong-dat noi:cho", &[6]),
        ("tt:khong-dat ky:2023", &[0]),
        ("tt:khong-dat ky:2023 noi:cho", &[]),
        ("noi:cho muc:\"xa hoi\"", &[7, 8]),
        ("kh", &[]),
    ] {
        let mut explorer = explorer();
        explorer.keys("/").keys(query);
        if query == "kh" {
            assert!(explorer.app.search().unwrap().filters().filters().is_empty());
            continue;
        }
        assert_eq!(found(&explorer), numbers, "{query}");
    }
}

#[test]
fn among_all_datasets_a_query_finds_the_latest_that_fits() {
    for (query, numbers) in [
        ("tt:khong-dat", &[6][..]),
        ("lua kh<95", &[0]),
        ("lua", &[3]),
        ("tt:khong-dat noi:\"ba be\"", &[0]),
    ] {
        let mut explorer = explorer_of_all();
        explorer.keys("/").keys(query);
        assert_eq!(found(&explorer), numbers, "{query}");
        explorer.keys("<Enter>");
        assert_eq!(explorer.app.selected(), numbers.first().copied());
    }
}

#[test]
fn a_query_with_filters_that_finds_nothing_says_what_to_change() {
    let mut explorer = explorer();
    explorer.keys("/lua kh<9");
    assert!(explorer.shows("Bộ lọc % KH < 9 không còn chỉ tiêu nào"), "{}", explorer.screen());
}

#[test]
fn a_line_that_is_cut_says_so() {
    let mut explorer = explorer();
    explorer.resize(40, 15);
    explorer.keys("/lua kh<200");
    let screen = explorer.screen();
    let footer = screen.lines().rfind(|line| line.contains("Chợ Đồn") || line.contains("Ba Bể"));
    assert!(
        footer.is_some_and(|line| line.trim_end_matches(['┃', ' ']).ends_with('…')),
        "{screen}"
    );
}

#[test]
fn the_footer_explains_filters_and_says_what_is_none() {
    let mut explorer = explorer();
    explorer.keys("/lua tt:khong-dat kh<95");
    let footer = |explorer: &Explorer| explorer.screen().lines().last().unwrap().to_owned();
    assert!(
        footer(&explorer).starts_with("không đạt kế hoạch · % KH < 95"),
        "{}",
        explorer.screen()
    );
    explorer.keys("<Ctrl-u>tt:kho");
    assert!(
        footer(&explorer).contains("“tt:kho” chưa gõ xong")
            && footer(&explorer).contains("Tab → tt:khong-dat")
    );
    assert_eq!(found(&explorer).len(), 3, "an unfinished filter lists everything");
    explorer.keys("<Ctrl-u>abc:def");
    assert!(footer(&explorer).contains("“abc:def” không phải bộ lọc"));
    explorer.keys("<Ctrl-u>tt:xyz");
    assert!(footer(&explorer).contains("không có giá trị này"));
}

#[test]
fn tab_and_right_complete_a_filter() {
    let mut explorer = explorer();
    explorer.keys("/lua tt:k<Tab>");
    assert_eq!(explorer.app.search().unwrap().field.text(), "lua tt:khong-dat");
    assert_eq!(found(&explorer), [0], "of the same place, in the year before");
    assert!(explorer.shows("còn 1 số liệu khác cũng khớp"), "{}", explorer.screen());
    explorer.keys(" noi:cho");
    assert_eq!(found(&explorer), [6]);
    explorer.keys("<Ctrl-u>noi:ch<Right>");
    assert_eq!(explorer.app.search().unwrap().field.text(), "noi:\"Chợ Đồn\"");
    assert_eq!(found(&explorer), [6, 7, 8]);
}

#[test]
fn a_mark_holds_in_all_slices_and_can_be_listed_alone() {
    let mut explorer = explorer();
    explorer.keys("j*");
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo");
    for number in [1, 4, 7] {
        assert!(explorer.app.marks().contains(number));
    }
    assert!(explorer.shows("*Tỷ lệ hộ nghèo"), "{}", explorer.screen());
    explorer.keys("f");
    assert!(explorer.shows("* chỉ tiêu đã đánh dấu"));
    explorer.keys("GGGG").click("chỉ tiêu đã đánh dấu", false);
    assert!(explorer.app.rows().iter().eq([4]));
    assert!(explorer.shows("* đã đánh dấu"));
    explorer.keys("[");
    assert!(explorer.app.rows().iter().eq([1]), "marked in the other slices too");
    explorer.keys("]}");
    assert!(explorer.app.rows().iter().eq([7]));
    // Unmarking the last one lists all again.
    explorer.keys("*");
    assert!(explorer.app.marks().is_empty() && explorer.app.filter().is_everything());
    assert_eq!(explorer.app.rows().len(), 3);
    explorer.keys("*f").click("bỏ hết đánh dấu", false);
    assert!(explorer.app.marks().is_empty());
    explorer.keys("f");
    assert!(!explorer.shows("bỏ hết đánh dấu"), "without marks there is nothing to choose");
}

#[test]
fn only_statuses_that_an_indicator_has_are_choices_of_the_filter() {
    let mut explorer = explorer();
    explorer.keys("f");
    assert!(explorer.shows("▲ vượt kế hoạch (1)") && explorer.shows("không đánh giá (2)"));
    assert!(!explorer.shows("(0)"), "{}", explorer.screen());
    // The chosen one stays a choice in a slice that has none of it.
    explorer.keys("j<Enter>}f");
    assert!(explorer.shows("▸ ▲ vượt kế hoạch (0)"), "{}", explorer.screen());
    // The overview has all sections, whichever one is selected.
    explorer.keys("<Esc>x{").click("Xã hội", false).keys("gf");
    assert!(explorer.shows("▲ vượt kế hoạch (1)"), "{}", explorer.screen());
    // A status that only parts have, and missed indicators that the source does not name.
    let of_parts = read(
        r#"{ "id": "x", "place": "Ba Bể", "period": "năm 2024", "sections": [ { "name": "S", "indicators": [
            { "id": "a", "name": "Sản lượng", "actual": 9, "plan": { "percent": 104 } },
            { "id": "b", "name": "Lúa", "parents": ["Sản lượng"], "actual": 9, "plan": { "percent": 94 } } ] } ] }"#,
    );
    let mut explorer = Explorer::with(vec![of_parts], CHOICES, 120, 30);
    explorer.keys("f");
    assert!(explorer.shows("không đạt kế hoạch (0, 1 thành phần)"), "{}", explorer.screen());
    let mut embedded = Explorer::open(120, 36);
    embedded.keys("f");
    assert!(embedded.shows("không đạt kế hoạch (0/5)"), "{}", embedded.screen());
}

#[test]
fn another_place_is_chosen_by_its_name_from_the_filter_too() {
    let mut explorer = explorer();
    explorer.keys("fG<Enter>");
    assert_eq!(explorer.app.top(), Top::FieldPicker);
    explorer.keys("cho");
    assert!(!explorer.shows("Ba Bể (3)") && explorer.shows("Chợ Đồn (3)"));
    explorer.keys("<Enter>");
    assert!(explorer.app.rows().iter().eq([6, 7, 8]), "{}", explorer.screen());
    explorer.keys("fj<Enter>");
    assert!(explorer.app.rows().iter().eq([6]), "conditions hold together");
    explorer.keys("x");
    assert!(explorer.app.rows().iter().eq([6, 7, 8]), "the slice is no filter");
}

#[test]
fn the_comparison_has_the_rows_that_the_filter_lists() {
    let mut explorer = explorer();
    explorer.keys("j*f").click("chỉ tiêu đã đánh dấu", false).keys("v");
    assert_eq!(explorer.app.comparison().unwrap().grid().rows().len(), 1);
    explorer.keys("f").click("bỏ hết đánh dấu", false);
    assert_eq!(explorer.app.comparison().unwrap().grid().rows().len(), 3);
}

#[test]
fn a_filter_that_leaves_nothing_to_compare_is_named() {
    let mut explorer = explorer();
    explorer.keys("v").act(Action::Filter(Some(Status::Met)));
    assert_eq!(explorer.app.top(), Top::Comparison, "the places of one indicator are left");
    explorer.keys("<Esc>v");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingLeftToCompare));
    assert!(!explorer.shows("không có ở nơi hay kỳ nào khác"), "{}", explorer.screen());
}

#[test]
fn a_period_that_the_data_lacks_is_named() {
    let mut explorer = explorer();
    explorer.keys("/ngheo ky:1987");
    assert!(explorer.shows("không có kỳ này: năm 1987"), "{}", explorer.screen());
    explorer.keys("<Esc>/xyzxyz ky:2023");
    assert!(!explorer.shows("không có kỳ này"), "{}", explorer.screen());
}

#[test]
fn a_location_is_an_id_a_place_and_a_period() {
    let explorer = explorer();
    let at = |location: &str| explorer.app.catalog().locate(location);
    for (location, number) in [
        // Of the place and the period with which the explorer begins.
        ("ngheo", 4),
        ("ngheo@ba be", 4),
        ("ngheo@ba be@2023", 1),
        ("ngheo@cho don", 7),
        ("ngheo@Chợ Đồn@2024", 7),
        ("ngheo@BA BE@năm 2024", 4),
        ("lua@@2024", 3),
    ] {
        assert_eq!(at(location), Ok(number), "{location}");
    }
    let text = |text: &str| text.to_owned();
    assert_eq!(at("xyz@Ba Bể"), Err(LocationError::Id(text("xyz"))));
    assert_eq!(
        at("ngheo@Na Rì"),
        Err(LocationError::Place {
            place: text("Na Rì"),
            others: vec![text("Ba Bể"), text("Chợ Đồn")],
            more: 0
        })
    );
    assert_eq!(
        at("ngheo@Chợ Đồn@2023"),
        Err(LocationError::Period {
            period: text("2023"),
            others: vec![text("năm 2024")],
            more: 0
        })
    );
    let opened = explorer.app.clone().opened_at(7);
    assert_eq!((opened.selected(), opened.top()), (Some(7), Top::Panes));
    assert_eq!(opened.slice(), Some(2));
}

#[test]
fn a_location_that_means_several_indicators_is_not_opened_at_one() {
    let file = |name: &str, indicator: &str, unit: &str| {
        read(&format!(
            r#"{{ "id": "{name}", "place": "Ba Bể", "period": "năm 2024", "sections": [ {{ "name": "S", "indicators": [
                {{ "id": "ma-7", "name": "{indicator}", "unit": "{unit}", "actual": 10 }} ] }} ] }}"#
        ))
    };
    let datasets =
        vec![file("trong-trot", "Diện tích chè", "ha"), file("ho-dan", "Số hộ trồng chè", "hộ")];
    let explorer = Explorer::with(datasets, CHOICES, 120, 30);
    let at = |location: &str| explorer.app.catalog().locate(location);
    let Err(LocationError::Several { id, others, more }) = at("ma-7@ba be") else {
        panic!("{:?}", at("ma-7@ba be"))
    };
    assert_eq!((&*id, more), ("ma-7", 0));
    let expected =
        ["Diện tích chè (ha · Ba Bể · năm 2024)", "Số hộ trồng chè (hộ · Ba Bể · năm 2024)"];
    assert_eq!(others, expected);
    assert_eq!((at("Diện tích chè"), at("so ho trong che@ba be")), (Ok(0), Ok(1)));
}

#[test]
fn a_location_whose_place_means_several_is_not_opened_at_one() {
    let within = |upper: &str| chitieu::model::Place::within("Phú Lộc", upper);
    let dataset = |id: &str, upper: &str| Dataset {
        place: within(upper),
        ..read(&format!(
            r#"{{ "id": "{id}", "place": "x", "period": "năm 2024", "sections": [ {{ "name": "S", "indicators": [
                {{ "id": "ngheo", "name": "Tỷ lệ hộ nghèo", "unit": "%", "actual": 10 }} ] }} ] }}"#
        ))
    };
    let explorer =
        Explorer::with(vec![dataset("a", "Hậu Lộc"), dataset("b", "Krông Năng")], CHOICES, 120, 30);
    let at = |location: &str| explorer.app.catalog().locate(location);
    let Err(LocationError::Places { others, .. }) = at("ngheo@phu loc") else {
        panic!("{:?}", at("ngheo@phu loc"))
    };
    assert_eq!(others, ["Phú Lộc (Hậu Lộc)", "Phú Lộc (Krông Năng)"]);
    assert_eq!(at("ngheo@Phú Lộc (Krông Năng)"), Ok(1));
    assert_eq!(at("ngheo@phu loc (krong nang)"), Ok(1));
}

#[test]
fn filter_and_sort_hold_in_the_overview() {
    let mut explorer = explorer_of_all();
    explorer.keys("gfjj<Enter>");
    assert!(!explorer.shows("Tỷ lệ hộ nghèo"), "{}", explorer.screen());
    assert!(explorer.shows("✗ không đạt"));
    assert_eq!(explorer.app.selected(), Some(0));
    explorer.keys("j");
    assert_eq!(explorer.app.selected(), Some(6), "a step skips what is filtered out");
    explorer.keys("l");
    assert_eq!(explorer.app.selected(), Some(6));
    explorer.keys("h");
    assert_eq!(explorer.app.selected(), Some(0));
    explorer.keys("xsj<Enter>");
    // By name within each section: Tỷ lệ hộ cận nghèo comes before Tỷ lệ hộ nghèo.
    explorer.keys("<Home>jj");
    assert_eq!(explorer.app.selected(), Some(1));
    explorer.act(Action::Filter(Some(Status::Met)));
    assert!(explorer.app.selected().is_none() && explorer.shows("Nhấn x để bỏ lọc"));
    explorer.keys("jkhl<Enter><Esc>");
}
