//! The views as pictures: few, small, each for a reason. `cargo insta review` shows what changed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use chitieu::app::{Action, Choices, Lang, SortBy, Theme};
use chitieu::dataset;
use chitieu::model::Status;
use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use support::{CHOICES, Explorer};

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 15)];

/// One snapshot of a state at every size.
fn at_every_size(name: &str, reach: impl Fn(&mut Explorer)) {
    for (width, height) in SIZES {
        let mut explorer = Explorer::open(width, height);
        reach(&mut explorer);
        assert_snapshot!(format!("{name}-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn browse() {
    at_every_size("browse", |explorer| {
        explorer.down(4);
    });
}

#[test]
fn sections() {
    at_every_size("sections", |explorer| {
        explorer.keys("h<Down>");
    });
}

#[test]
fn detail_with_a_rank() {
    at_every_size("detail", |explorer| {
        explorer.keys("/papi<Enter><Enter>");
    });
}

#[test]
fn overview() {
    at_every_size("overview", |explorer| {
        explorer.keys("gj");
    });
}

#[test]
fn search() {
    at_every_size("search", |explorer| {
        explorer.keys("/giam ngheo");
    });
}

#[test]
fn nothing_found() {
    at_every_size("nothing-found", |explorer| {
        explorer.keys("/zzqx");
    });
}

#[test]
fn sort_picker() {
    at_every_size("sort-picker", |explorer| {
        explorer.keys("s");
    });
}

#[test]
fn help() {
    at_every_size("help", |explorer| {
        explorer.keys("?");
    });
}

#[test]
fn sorted_and_filtered() {
    at_every_size("sorted-and-filtered", |explorer| {
        explorer.act(Action::SortBy(SortBy::Percent)).act(Action::Filter(Some(Status::Exceeded)));
    });
}

#[test]
fn the_filter_hides_all() {
    at_every_size("filter-hides-all", |explorer| {
        explorer.act(Action::Filter(Some(Status::Missed)));
    });
}

#[test]
fn tall_and_flat_and_tiny() {
    for (width, height) in [(46, 50), (90, 12), (30, 5), (24, 1)] {
        let explorer = Explorer::open(width, height);
        assert_snapshot!(format!("window-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn english_and_ascii() {
    let choices = Choices { lang: Lang::English, ascii: true, ..CHOICES };
    let datasets = vec![dataset::embedded().unwrap()];
    let explorer = Explorer::with(datasets, choices, 80, 24);
    assert_snapshot!("english-ascii", explorer.screen());
    assert!(explorer.screen().is_ascii());
}

#[test]
fn empty_datasets_and_sections_say_so() {
    let empty = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[]}"#;
    let mut explorer = Explorer::on_json(empty, 80, 24);
    assert!(explorer.shows("Bộ số liệu không có chỉ tiêu nào."));
    explorer.keys("jkgGy<Enter>/a<Enter><Esc>sj<Enter>");
    let section = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[
        {"name":"Trống","indicators":[]},
        {"name":"Có","indicators":[{"id":"a","name":"A"}]}]}"#;
    let mut explorer = Explorer::on_json(section, 120, 24);
    explorer.keys("hj");
    assert!(explorer.shows("Mục này không có chỉ tiêu nào."));
}

#[test]
fn lower_is_better_reads_rightly() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Suy dinh dưỡng","unit":"%","actual":15.1,"better":"lower","plan":{"value":15.5}},
        {"id":"b","name":"Nợ xấu","unit":"%","actual":3,"better":"lower","plan":{"value":2}}]}]}"#;
    let mut explorer = Explorer::on_json(json, 120, 24);
    assert!(explorer.shows("▲ vượt kế hoạch"));
    assert!(explorer.shows("≈97,4"), "the percent is marked as derived");
    assert!(explorer.shows("thấp hơn là tốt hơn"));
    explorer.keys("j");
    assert!(explorer.shows("✗ không đạt kế hoạch"));
}

#[test]
fn no_gauge_is_drawn_without_a_percent() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Cán cân","actual":"Xuất siêu","plan":{"under":3,"verdict":"đạt","status":"met"}},
        {"id":"b","name":"Tăng trưởng","actual":-4.13,"plan":{"value":2.28}},
        {"id":"c","name":"Khoảng","actual":7.7,"better":"higher","plan":{"low":7.5,"high":8.0}},
        {"id":"d","name":"Không","actual":1,"better":"higher","plan":{"value":0}}]}]}"#;
    for keys in ["", "j", "jj", "jjj", "g"] {
        let mut explorer = Explorer::on_json(json, 120, 24);
        explorer.keys(keys);
        let bar = explorer.screen().contains(['█', '▉', '▊', '▋', '▌', '▍', '▎', '▏']);
        assert!(!bar, "{keys}: {}", explorer.screen());
    }
    let explorer = Explorer::on_json(json, 120, 24);
    assert!(explorer.shows("Xuất siêu") && explorer.shows("Kế hoạch 7,5–8,0"));
}

#[test]
fn failed_checks_stand_beside_the_figure() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Thôn","unit":"%","actual":90,"count":{"part":1251,"whole":1292}}]}]}"#;
    let explorer = Explorer::on_json(json, 120, 24);
    assert!(explorer.shows("Cảnh báo"));
    assert!(explorer.shows("96,8") && explorer.shows("90"));
}

#[test]
fn hostile_and_wide_names_leave_the_borders_straight() {
    let names = [
        "漢字 chỉ tiêu 漢字漢字漢字漢字漢字漢字漢字漢字",
        "Ty\\u0309 le\\u0302\\u0323 ho\\u0302\\u0323 nghe\\u0300o nfd nfd nfd nfd nfd nfd nfd nfd",
        "\\u001b[2J\\u001b]0;x\\u0007\\u202e\\u200b\\u0301",
        "👩‍👩‍👧 gia đình",
        "khôngcókhoảngtrắngkhôngcókhoảngtrắngkhôngcókhoảngtrắngkhôngcókhoảngtrắng",
    ];
    let indicators: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| format!(r#"{{"id":"{at}","name":"{name}","unit":"{name}","note":"{name}","actual":1,"plan":{{"percent":164.8}}}}"#))
        .collect();
    let json = format!(
        r#"{{"id":"x","place":"{0}","period":"năm 1","sections":[{{"name":"{0}","indicators":[{1}]}}]}}"#,
        names[1],
        indicators.join(",")
    );
    for (width, height) in [(120, 36), (80, 24), (40, 15), (61, 12), (25, 7)] {
        let mut explorer = Explorer::on_json(&json, width, height);
        for keys in
            ["", "j", "j", "j", "j", "h", "ll", "g", "<Esc>/漢", "<Esc>/ngheo", "<Esc>/\u{1b}"]
        {
            explorer.keys(keys);
            straight_borders(&explorer);
            assert!(!explorer.screen().contains(|c: char| c.is_control() && c != '\n'));
        }
    }
}

/// Every pane's right border stands under its corner.
fn straight_borders(explorer: &Explorer) {
    let area = explorer.buffer.area;
    let symbol = |x, y| explorer.buffer[(x, y)].symbol();
    for y in 0..area.height {
        for x in 0..area.width {
            let (end, side) = match symbol(x, y) {
                "╮" => ("╯", "│"),
                "┓" => ("┛", "┃"),
                _ => continue,
            };
            let below =
                (y + 1..area.height).find(|y| symbol(x, *y) != side && symbol(x, *y) != "█");
            let last = below.map(|y| symbol(x, y));
            assert_eq!(last, Some(end), "at {x},{y} in\n{}", explorer.screen());
        }
    }
}

#[test]
fn the_selection_is_seen_without_colour_and_holds_the_cursor() {
    for theme in [Theme::None, Theme::Terminal, Theme::Dark, Theme::Light] {
        let choices = Choices { theme, ..CHOICES };
        let datasets = vec![dataset::embedded().unwrap()];
        let explorer = Explorer::with(datasets, choices, 120, 36);
        let at = explorer.cursor.unwrap();
        assert_eq!(explorer.buffer[at].symbol(), "▸");
        let name = explorer.buffer[(at.x + 3, at.y)].modifier;
        assert!(name.contains(Modifier::REVERSED), "{theme:?}");
        let coloured = explorer.buffer.content.iter().any(|cell| cell.fg != Color::Reset);
        assert_eq!(coloured, theme != Theme::None);
        let painted = explorer.buffer.content.iter().any(|cell| cell.bg != Color::Reset);
        assert!(!painted, "the terminal's own background shows everywhere");
    }
}

#[test]
fn matched_letters_are_highlighted_on_the_name_as_published() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("/giam");
    let mut at = explorer.find("▸· Tỷ lệ giảm").unwrap();
    at.x += 9;
    let underlined = |x| explorer.buffer[(x, at.y)].modifier.contains(Modifier::UNDERLINED);
    assert!((at.x..at.x + 4).all(underlined));
    assert!(!underlined(at.x - 1) && !underlined(at.x + 4));
}

#[test]
fn the_footer_offers_what_the_keys_do() {
    let explorer = Explorer::open(120, 36);
    assert!(!explorer.shows("bỏ lọc"), "nothing to undo yet");
    let mut explorer = Explorer::open(120, 36);
    explorer.act(Action::SortBy(SortBy::Name));
    assert!(explorer.shows("x bỏ lọc, sắp xếp"));
    assert!(explorer.shows("tên ↑"));
}
