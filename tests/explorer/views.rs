//! Snapshots of the views: few, small, each for a reason. `cargo insta review` shows the differences.

use crate::support;
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, Lang, Preferences, SortBy, Theme};
use chitieu::dataset;
use chitieu::model::Status;
use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};

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
fn filter_hides_all() {
    at_every_size("filter-hides-all", |explorer| {
        explorer.act(Action::Filter(Some(Status::Missed)));
    });
}

#[test]
fn tall_low_and_tiny_windows() {
    for (width, height) in [(46, 50), (90, 12), (30, 5), (24, 1)] {
        let explorer = Explorer::open(width, height);
        assert_snapshot!(format!("window-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn english_and_ascii() {
    let choices = Preferences { lang: Lang::English, ascii: true, ..CHOICES };
    let datasets = vec![dataset::embedded().unwrap()];
    let explorer = Explorer::with(datasets, choices, 80, 24);
    assert_snapshot!("english-ascii", explorer.screen());
    assert!(explorer.screen().is_ascii());
}

/// Which keys the footer names as the window gets narrower.
#[test]
fn footer_at_every_width() {
    let mut lines = String::new();
    let second = r#"{"id":"y","place":"Nơi","sections":[{"name":"s","indicators":[{"id":"a","name":"A"}]}]}"#;
    for lang in [Lang::Vietnamese, Lang::English] {
        for several in [false, true] {
            let mut datasets = vec![dataset::embedded().unwrap()];
            datasets.extend(several.then(|| support::read(second)));
            let mut explorer = Explorer::with(datasets, Preferences { lang, ..CHOICES }, 120, 24);
            for (state, keys) in [
                ("list", ""),
                ("filtered", "fj<Enter>"),
                ("detail", "<Esc><Tab>"),
                ("overview", "g"),
                ("search", "/"),
                ("picker", "<Esc><Esc>s"),
            ] {
                explorer.resize(120, 24).keys(keys);
                for width in [120, 80, 60, 40] {
                    explorer.resize(width, 24);
                    let screen = explorer.screen();
                    let footer = screen.lines().last().unwrap_or_default();
                    lines += &format!("{state:8} {width:3} {footer}\n");
                }
            }
            lines.push('\n');
        }
    }
    assert_snapshot!("footers", lines);
}

#[test]
fn empty_datasets_and_sections_have_a_message() {
    let empty = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[]}"#;
    let mut explorer = Explorer::on_json(empty, 80, 24);
    assert!(explorer.shows("Chưa có chỉ tiêu nào"));
    explorer.keys("jkgGy<Enter>/a<Enter><Esc>sj<Enter>");
    let section = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[
        {"name":"Trống","indicators":[]},
        {"name":"Có","indicators":[{"id":"a","name":"A"}]}]}"#;
    let mut explorer = Explorer::on_json(section, 120, 24);
    explorer.keys("hj");
    assert!(explorer.shows("Mục này không có chỉ tiêu nào."));
    assert!(!explorer.shows("Enter mở"), "there is nothing to open");
}

#[test]
fn a_lower_actual_meets_the_plan_where_lower_is_better() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Suy dinh dưỡng","unit":"%","actual":15.1,"better":"lower","plan":{"value":15.5}},
        {"id":"b","name":"Nợ xấu","unit":"%","actual":3,"better":"lower","plan":{"value":2}}]}]}"#;
    let mut explorer = Explorer::on_json(json, 120, 24);
    assert!(explorer.shows("▲ vượt kế hoạch"));
    assert!(explorer.shows("≈97,4"), "the percent is marked as derived");
    assert!(explorer.shows("càng thấp càng tốt"));
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
    assert!(explorer.shows("Xuất siêu") && explorer.shows("7,5–8,0"));
}

#[test]
fn failed_checks_are_marked_next_to_the_figure() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Thôn","unit":"%","actual":90,"count":{"part":1251,"whole":1292}}]}]}"#;
    let explorer = Explorer::on_json(json, 120, 24);
    assert!(explorer.shows("Cảnh báo"));
    assert!(explorer.shows("96,8") && explorer.shows("90! "));
    let screen = explorer.screen();
    assert!(screen.find("Cảnh báo").unwrap() < screen.find("Kế hoạch").unwrap());
    let mut explorer = Explorer::on_json(json, 120, 24);
    explorer.keys("g");
    assert!(explorer.shows("90! "), "{}", explorer.screen());
    explorer.keys("<Esc>?<PgDn>");
    assert!(explorer.shows("! sau một số"), "{}", explorer.screen());
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

/// Every pane's right border is below its corner.
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
                (y + 1..area.height).find(|y| symbol(x, *y) != side && symbol(x, *y) != "▐");
            let last = below.map(|y| symbol(x, y));
            assert_eq!(last, Some(end), "at {x},{y} in\n{}", explorer.screen());
        }
    }
}

#[test]
fn the_selection_is_visible_without_colour_and_has_the_cursor() {
    for theme in [Theme::None, Theme::Terminal, Theme::Dark, Theme::Light] {
        let choices = Preferences { theme, ..CHOICES };
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
fn the_footer_shows_only_keys_that_have_an_effect() {
    let explorer = Explorer::open(120, 36);
    assert!(!explorer.shows("bỏ lọc"), "nothing to clear yet");
    let mut explorer = Explorer::open(120, 36);
    explorer.act(Action::SortBy(SortBy::Name));
    assert!(explorer.shows("x bỏ lọc và sắp xếp"));
    assert!(explorer.shows("tên ↑"));
}

/// A dataset of one section with this many indicators that exceeded, met, missed and lack a plan.
fn with_counts(counts: [usize; 4]) -> String {
    let plans = [r#"{"percent":120}"#, r#"{"percent":100}"#, r#"{"percent":80}"#, "null"];
    let mut indicators = Vec::new();
    for (count, plan) in counts.into_iter().zip(plans) {
        for _ in 0..count {
            let id = indicators.len();
            indicators.push(format!(r#"{{"id":"i{id}","name":"Chỉ tiêu","plan":{plan}}}"#));
        }
    }
    format!(
        r#"{{"id":"x","place":"Nơi","period":"năm 1","sections":[{{"name":"Mục dài tên","indicators":[{}]}}]}}"#,
        indicators.join(",")
    )
}

#[test]
fn the_counts_of_a_section_never_overlap_its_total() {
    for (counts, expected) in [
        ([8, 5, 10, 2], ["▲8", "✓5", "✗10", "·2"]),
        ([20, 15, 110, 12], ["▲20", "✓15", "✗110", "·12"]),
    ] {
        let json = with_counts(counts);
        let total = counts.iter().sum::<usize>().to_string();
        for width in (24..60).step_by(5).chain([80, 100, 120]) {
            let mut explorer = Explorer::on_json(&json, width, 24);
            explorer.keys("hhhj");
            let screen = explorer.screen();
            let pane: Vec<Vec<&str>> = screen
                .lines()
                .filter_map(|line| line.strip_prefix('┃'))
                .filter_map(|line| line.split(['┃', '▐']).next())
                .map(|line| line.split_whitespace().collect())
                .collect();
            let words: Vec<&str> = pane.concat();
            assert!(words.contains(&&*total), "{width}: the total in\n{screen}");
            let counts: Vec<&str> = words
                .iter()
                .copied()
                .filter(|word| word.starts_with(['▲', '✓', '✗', '·']))
                .collect();
            // Without room for all counts none is shown, rather than some.
            let omitted =
                counts.is_empty() && expected.concat().chars().count() + 3 > pane_room(width);
            assert!(omitted || counts == expected.repeat(2), "{width}:\n{screen}");
        }
    }
}

/// The number of columns for counts in the sections pane of a window.
fn pane_room(width: u16) -> usize {
    let pane = match width {
        116.. => 20,
        60.. => 22,
        _ => width,
    };
    usize::from(pane) - 5
}

#[test]
fn the_selected_row_is_readable_in_low_windows() {
    for width in 24..60 {
        for height in 6..=12 {
            let mut explorer = Explorer::open(width, height);
            for _ in 0..3 {
                let entry = explorer.app.selected_entry().unwrap();
                let name = entry.name().to_owned();
                let words = chitieu::ui::Words(Lang::Vietnamese);
                let figure = entry.indicator().figure().map(|figure| words.figure(figure));
                let cursor = explorer.cursor.unwrap();
                let line = |y: u16| {
                    let cells = (4..width - 1).map(|x| explorer.buffer[(x, y)].symbol());
                    cells.collect::<String>()
                };
                let next =
                    |y: &u16| !explorer.buffer[(2, *y)].symbol().starts_with(['▲', '✓', '✗', '·']);
                let lines: Vec<String> = std::iter::once(cursor.y)
                    .chain((cursor.y + 1..height - 2).take_while(next))
                    .map(line)
                    .collect();
                let said: Vec<&str> =
                    lines.iter().flat_map(|line| line.split_whitespace()).collect();
                let whole = name.split_whitespace().all(|word| said.contains(&word));
                let cut = said.iter().any(|word| word.ends_with('…'));
                assert!(whole || cut, "{width}x{height}: {name}\n{}", explorer.screen());
                if let Some(figure) = figure {
                    let shown = said.contains(&figure.as_str());
                    assert!(shown, "{width}x{height}: {figure}\n{}", explorer.screen());
                }
                explorer.down(4);
            }
        }
    }
}

#[test]
fn the_list_has_the_larger_part_of_a_standard_window() {
    let explorer = Explorer::open(80, 24);
    let screen = explorer.screen();
    let listed = screen.lines().filter(|line| {
        line.starts_with('┃') && line.chars().nth(2).is_some_and(|sign| "▲✓✗◔·".contains(sign))
    });
    // With the headings over them.
    assert!(listed.count() + 1 >= 10, "{screen}");
    assert!(!explorer.shows("102▐"), "an empty column before the scrollbar");
}

#[test]
fn the_detail_shows_the_neighbours_in_the_section_where_there_is_room() {
    let mut explorer = Explorer::open(120, 40);
    explorer.down(4);
    let screen = explorer.screen();
    let neighbours = screen.split("Cùng mục").nth(1).expect("a heading");
    assert!(neighbours.contains("▸▲ Tổng mức bán lẻ"), "{screen}");
    assert!(neighbours.contains("▲ Trồng rừng mới"), "{screen}");
    // A section with one indicator has no neighbours.
    let json = r#"{"id":"x","place":"Nơi","period":"năm 1","sections":[{"name":"S","indicators":[
        {"id":"a","name":"A"}]}]}"#;
    assert!(!Explorer::on_json(json, 120, 36).shows("Cùng mục"));
}

#[test]
fn bounds_are_shown_in_words() {
    let plans = [
        (r#"{"at_least":86}"#, "86 trở lên"),
        (r#"{"at_most":86}"#, "không quá 86"),
        (r#"{"over":4}"#, "trên 4"),
        (r#"{"under":3}"#, "dưới 3"),
        (r#"{"about":4}"#, "khoảng 4"),
    ];
    for (plan, text) in plans {
        let json = format!(
            r#"{{"id":"x","place":"Nơi","period":"năm 1","sections":[{{"name":"S","indicators":[
            {{"id":"a","name":"A","plan":{plan}}}]}}]}}"#
        );
        assert!(Explorer::on_json(&json, 120, 36).shows(text), "{text}");
    }
}

#[test]
fn values_of_other_periods_have_the_period_as_label() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 2024","sections":[{"name":"S","indicators":[
        {"id":"a","name":"A","unit":"ha","actual":3,"earlier":[
            {"period":"năm 2023","value":2},
            {"period":"9 tháng đầu năm 2022","value":1}]}]}]}"#;
    let explorer = Explorer::on_json(json, 120, 36);
    // A year before is in the series; a part of a year is not comparable with it.
    assert!(explorer.shows("  2023         2"), "{}", explorer.screen());
    assert!(!explorer.shows("năm 2023 "), "{}", explorer.screen());
    // A label that does not fit its column has a line of its own.
    assert!(explorer.shows("  9 tháng đầu năm 2022"), "{}", explorer.screen());
    assert!(explorer.shows("              1 ha"), "{}", explorer.screen());
}

#[test]
fn no_published_value_is_hidden_by_the_series() {
    let of = |year: u16, earlier: &str| {
        support::read(&format!(
            r#"{{"id":"x{year}","place":"Nơi","period":"năm {year}","sections":[{{"name":"S","indicators":[
            {{"id":"a","name":"A","unit":"ha","actual":{year},"earlier":[{earlier}]}}]}}]}}"#
        ))
    };
    // The later report revised 2023, and gave 2022 in words.
    let earlier = r#"{"period":"năm 2023","value":7},{"period":"năm 2022","value":"Xuất siêu"}"#;
    let explorer = Explorer::with(vec![of(2024, earlier), of(2023, "")], CHOICES, 120, 50);
    for text in ["  năm 2023    7 ha", "  năm 2022    Xuất siêu"] {
        assert!(explorer.shows(text), "{text}\n{}", explorer.screen());
    }
}

#[test]
fn the_footer_shows_back_and_quit_at_every_width() {
    for width in 24..=120 {
        let mut explorer = Explorer::open(width, 24);
        explorer.keys("<Enter>");
        assert!(explorer.shows("Esc quay lại"), "{width}:\n{}", explorer.screen());
        assert!(explorer.shows("q thoát"), "{width}:\n{}", explorer.screen());
        assert!(width < 40 || explorer.shows("? trợ giúp"), "{width}:\n{}", explorer.screen());
    }
}

#[test]
fn a_scrolling_overview_omits_nothing() {
    let mut explorer = Explorer::open(40, 15);
    explorer.keys("g");
    assert!(explorer.shows("ước 1.035"), "{}", explorer.screen());
    let mut explorer = Explorer::open(60, 60);
    explorer.keys("g");
    assert!(explorer.shows("43,35/80"), "{}", explorer.screen());
    assert!(!explorer.shows("…"), "{}", explorer.screen());
}

/// The words of the screens that one gets by going through all rows of a list.
fn words_of_all_rows(explorer: &mut Explorer) -> String {
    let mut words = String::new();
    for _ in 0..24 {
        for line in explorer.screen().lines().skip(3) {
            words += line.trim_matches(['┃', '▐', '│', ' ']);
            words.push(' ');
        }
        explorer.down(1);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_overview_cuts_nothing_and_shows_figures_with_units() {
    for (width, height) in [(80, 24), (100, 30), (120, 30), (120, 36), (160, 40), (200, 60)] {
        let mut explorer = Explorer::open(width, height);
        explorer.keys("g");
        let shown = words_of_all_rows(&mut explorer);
        assert!(!shown.contains('…'), "{width}x{height}: {shown}");
        for text in ["10.120", "tỷ đồng", "43,35/80", "điểm", "triệu đồng/người", "5.257", "ha"]
        {
            assert!(shown.contains(text), "{width}x{height}: {text} in {shown}");
        }
    }
}

#[test]
fn every_row_of_the_list_has_its_unit() {
    for (width, height) in
        [(200, 60), (160, 45), (120, 36), (100, 30), (80, 24), (60, 24), (40, 15)]
    {
        let mut explorer = Explorer::open(width, height);
        for step in 0..24 {
            let entry = explorer.app.selected_entry().unwrap();
            let unit = entry.unit().unwrap_or_default().to_owned();
            let cursor = explorer.cursor.unwrap();
            let is_next = |y: &u16| "▲✓✗◔·".contains(explorer.buffer[(cursor.x + 1, *y)].symbol());
            let end = (cursor.y + 1..height - 1).find(is_next).unwrap_or(height - 1);
            let mut row = String::new();
            for y in cursor.y..end {
                let cells = (cursor.x..width).map(|x| explorer.buffer[(x, y)].symbol());
                let cells: String = cells.take_while(|cell| !"┃▐│".contains(*cell)).collect();
                row += cells.trim();
                row.push(' ');
            }
            let row = row.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(row.contains(&unit), "{width}x{height} row {step}: {unit} in {row}");
            explorer.down(1);
        }
    }
}

#[test]
fn matched_letters_of_the_selected_row_have_no_colour() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("/giam");
    let mut at = explorer.find("▸· Tỷ lệ giảm").unwrap();
    at.x += 9;
    let cell = &explorer.buffer[at];
    assert_eq!(cell.fg, Color::Reset);
    assert!(cell.modifier.contains(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::BOLD));
}

#[test]
fn percents_of_a_part_of_the_year_say_so_in_their_heading() {
    let plan = |value: u32| format!(r#"{{"value":{value},"period":"năm 2024"}}"#);
    let of = |id: &str, plan: String| {
        format!(
            r#"{{"id":"{id}","name":"Thu {id}","unit":"tỷ đồng","actual":60,"period":"6 tháng đầu năm 2024","plan":{plan}}}"#
        )
    };
    let json = |indicators: &[String]| {
        format!(
            r#"{{"id":"x","place":"Nơi","period":"năm 2024","sections":[{{"name":"S","indicators":[{}]}}]}}"#,
            indicators.join(",")
        )
    };
    let same = json(&[of("a", plan(100)), of("b", plan(120))]);
    let explorer = Explorer::on_json(&same, 120, 24);
    let heading = explorer.screen().lines().find(|line| line.contains("ĐVT")).unwrap().to_owned();
    assert!(heading.contains("% KH năm"), "{}", explorer.screen());
    assert!(explorer.shows("60,0 % KH năm"), "{}", explorer.screen());
    let other = r#"{"value":90,"percent":66.7,"period":"giai đoạn 2021-2025"}"#.to_owned();
    let mixed = json(&[of("a", plan(100)), of("b", other)]);
    let explorer = Explorer::on_json(&mixed, 120, 24);
    let heading = explorer.screen().lines().find(|line| line.contains("ĐVT")).unwrap().to_owned();
    assert!(heading.contains("% KH") && !heading.contains("% KH năm"), "{}", explorer.screen());
}
