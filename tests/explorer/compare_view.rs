//! The comparison: its turns, measures, orders and the way back, as transitions and as pictures.

use crate::support::{CHOICES, Explorer, read};
use chitieu::app::{Action, Lang, Measure, Notice, Preferences, Theme, Top, Turn};
use chitieu::model::{Better, Dataset};
use insta::assert_snapshot;
use ratatui::layout::Position;

/// Names, units, directions and bases of the examples; the figures are made up.
const EXAMPLES: [(&str, &str, &str, i64); 12] = [
    ("GRDP bình quân đầu người", "triệu đồng", "higher", 412),
    ("Thu ngân sách trên địa bàn", "tỷ đồng", "higher", 9130),
    ("Trồng rừng mới", "ha", "higher", 31200),
    ("Kim ngạch xuất, nhập khẩu", "triệu USD", "higher", 187),
    ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "tỷ đồng", "higher", 50040),
    ("Sản lượng lương thực có hạt", "tấn", "higher", 1712000),
    ("Tỷ lệ hộ nghèo đa chiều", "%", "lower", 291),
    ("Tỷ lệ thất nghiệp thành thị", "%", "lower", 31),
    ("Số xã đạt chuẩn nông thôn mới", "xã", "higher", 230),
    ("Tỷ lệ tham gia bảo hiểm y tế", "%", "higher", 943),
    ("Giải ngân vốn đầu tư công", "tỷ đồng", "higher", 15160),
    ("Chỉ số hài lòng", "điểm", "", 421),
];

/// An example of one place in one year: twelve indicators, most with a plan, some left out by `skip`.
fn example(place: &str, year: u32, seed: i64, skip: impl Fn(usize) -> bool) -> Dataset {
    let indicators = EXAMPLES.iter().enumerate().filter(|(at, _)| !skip(*at));
    let indicators = indicators.map(|(at, (name, unit, better, base))| {
        let step = i64::from(year) - 2021;
        let wave = (seed * 7 + at as i64 * 13 + step * 5) % 11 - 5;
        let tenths = base + base * (if *better == "lower" { -8 } else { 5 }) * step / 100 + base * wave / 100;
        let plan = base + base * (if *better == "lower" { -8 } else { 5 }) * step / 100;
        let better = if better.is_empty() { String::new() } else { format!(r#""better": "{better}","#) };
        let target = format!(r#""plan": {{ "value": {}.{} }},"#, plan / 10, plan % 10);
        let plan = if at == 11 { "" } else { &target };
        let estimate = if year == 2025 && at == 10 { r#""estimate": true,"# } else { "" };
        format!(
            r#"{{ "id": "c{at}", "name": "{name}", "unit": "{unit}", {better} {plan} {estimate} "actual": {}.{} }}"#,
            tenths / 10, tenths % 10
        )
    });
    let indicators: Vec<String> = indicators.collect();
    read(&format!(
        r#"{{ "id": "{place}-{year}", "place": "{place}", "period": "năm {year}", "sections": [
            {{ "name": "Ví dụ", "indicators": [ {} ] }} ] }}"#,
        indicators.join(",")
    ))
}

/// Five years of one province with plans; poverty has none in 2021.
fn five_years() -> Vec<Dataset> {
    (2021..=2025).map(|year| example("Bắc Kạn", year, 1, |at| year == 2021 && at == 6)).collect()
}

/// Sixty districts in two years, with a few results missing.
fn sixty_districts() -> Vec<Dataset> {
    let district = |number: i64| {
        let place = format!("Huyện {number:02}");
        [2023, 2024].map(|year| {
            example(&place, year, number, |at| (number as usize + at).is_multiple_of(17))
        })
    };
    (1..=60).flat_map(district).collect()
}

fn open(datasets: Vec<Dataset>, width: u16, height: u16) -> Explorer {
    let mut explorer = Explorer::with(datasets, CHOICES, width, height);
    explorer.keys("v");
    explorer
}

fn turn(explorer: &Explorer) -> Turn {
    explorer.app.comparison().unwrap().grid().turn()
}

/// The texts of a row of the screen that contains a name.
fn line(explorer: &Explorer, name: &str) -> String {
    let screen = explorer.screen();
    screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{screen}")).to_owned()
}

#[test]
fn five_years_of_a_province_at_every_size() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 15)] {
        let mut explorer = open(five_years(), width, height);
        explorer.keys("m");
        assert_snapshot!(format!("five-years-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn sixty_districts_at_every_size() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 15)] {
        let mut explorer = open(sixty_districts(), width, height);
        explorer.keys("<Tab>jjj");
        assert_snapshot!(format!("sixty-districts-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn small_multiples_at_every_size() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 15)] {
        let mut explorer = open(sixty_districts(), width, height);
        explorer.keys("<Tab><Tab><Tab><Tab>j");
        assert_eq!(turn(&explorer), Turn::SmallMultiples);
        assert_snapshot!(format!("small-multiples-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn ascii_without_colour_in_english() {
    let choices = Preferences { lang: Lang::English, theme: Theme::None, ascii: true, ..CHOICES };
    let mut explorer = Explorer::with(five_years(), choices, 100, 24);
    explorer.keys("v");
    assert!(explorer.screen().is_ascii());
    assert_snapshot!("comparison-english-ascii", explorer.screen());
}

#[test]
fn tab_turns_and_keeps_what_is_selected() {
    let mut explorer = open(sixty_districts(), 120, 36);
    assert_eq!(turn(&explorer), Turn::IndicatorsByPeriod);
    explorer.keys("jj<Tab>");
    assert_eq!(
        (turn(&explorer), explorer.selected()),
        (Turn::IndicatorsByPlace, "Trồng rừng mới".into())
    );
    explorer.keys("<Tab>");
    assert_eq!(
        (turn(&explorer), explorer.selected()),
        (Turn::PlacesByIndicator, "Trồng rừng mới".into())
    );
    explorer.keys("<Tab>");
    assert_eq!(
        (turn(&explorer), explorer.selected()),
        (Turn::PlacesByPeriod, "Trồng rừng mới".into())
    );
    explorer.keys("<Tab><Tab>");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPeriod);
    explorer.keys("<BackTab>");
    assert_eq!(turn(&explorer), Turn::SmallMultiples);
    // A turn around another cell lists the slice of that cell.
    explorer.keys("<BackTab>jj<Left><BackTab><BackTab><BackTab>");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPeriod);
    let own = explorer.app.selected_entry().unwrap().dataset_at;
    assert_eq!(explorer.app.slice(), explorer.app.catalog().slices.of_dataset(own));
    assert!(explorer.shows("Huyện 03 (3/60) · năm 2023 (1/2)"), "{}", explorer.screen());
    // One place has no table of places.
    let mut alone = open(five_years(), 120, 36);
    alone.keys("<Tab>");
    assert_eq!(turn(&alone), Turn::IndicatorsByPeriod);
}

#[test]
fn measures_follow_each_other_and_are_derived_where_they_are_marked() {
    let mut explorer = open(five_years(), 160, 36);
    let measure = |explorer: &Explorer| explorer.app.comparison().unwrap().measure();
    assert_eq!(measure(&explorer), Measure::Value);
    explorer.keys("m");
    assert_eq!(measure(&explorer), Measure::Percent);
    assert!(line(&explorer, "Trồng rừng").contains('≈'));
    explorer.keys("m");
    let change = line(&explorer, "Chỉ số hài lòng");
    assert!(change.contains('≈') && change.contains('–'), "the first year has no change: {change}");
    explorer.keys("m");
    assert_eq!(measure(&explorer), Measure::Value, "a single place has no rank to show");
}

#[test]
fn names_wrap_as_far_as_there_are_lines() {
    for (width, height) in [(80, 24), (80, 27), (60, 24)] {
        let explorer = open(five_years(), width, height);
        let screen = explorer.screen();
        let rows = screen
            .lines()
            .skip(3)
            .take_while(|line| !line.contains('◆') || !line.contains("tốt nhất"));
        let rows: Vec<&str> = rows.collect();
        let is_empty = |line: &&&str| line.trim_matches(['┃', '▐', ' ']).is_empty();
        let (empty, cut) = (
            rows.iter().filter(is_empty).count(),
            rows.iter().filter(|line| line.contains('…')).count(),
        );
        assert!(empty == 0 || cut == 0, "{width}x{height}\n{screen}");
    }
}

#[test]
fn the_only_period_of_all_places_has_bars() {
    let year = |number: i64| example(&format!("Huyện {number:02}"), 2024, number, |_| false);
    let mut explorer = open((1..=60).map(year).collect(), 120, 36);
    assert_eq!(turn(&explorer), Turn::PlacesByIndicator, "many places are rows");
    explorer.keys("<Tab>");
    assert_eq!(turn(&explorer), Turn::PlacesByPeriod);
    let bar = |name: &str| line(&explorer, name).matches('▇').count();
    assert!(bar("Huyện 02") > 20 && bar("Huyện 03") > 20, "{}", explorer.screen());
}

#[test]
fn a_total_of_places_does_not_flatten_the_charts_of_its_parts() {
    let of = |place: &str, value: [u32; 2]| {
        [2023, 2024].map(|year| {
            read(&format!(
                r#"{{ "id": "{place}-{year}", "place": "{place}", "period": "năm {year}", "sections": [
                    {{ "name": "Ví dụ", "indicators": [
                        {{ "id": "a", "name": "Số hộ nghèo", "unit": "hộ", "actual": {} }} ] }} ] }}"#,
                value[usize::from(year == 2024)]
            ))
        })
    };
    let districts = (1..=6).flat_map(|at| of(&format!("Huyện {at:02}"), [60 + at, 40 + at]));
    let datasets = of("Tỉnh Bắc Kạn", [621, 381]).into_iter().chain(districts).collect();
    let mut explorer = open(datasets, 120, 36);
    while turn(&explorer) != Turn::SmallMultiples {
        explorer.keys("<Tab>");
    }
    assert!(explorer.shows("cùng thang 0–66 hộ (↑ vượt thang)"), "{}", explorer.screen());
    assert!(explorer.shows("↑↑↑"), "the total is above the scale\n{}", explorer.screen());
}

#[test]
fn charts_stay_with_every_measure() {
    let mut explorer = open(sixty_districts().into_iter().take(12).collect(), 120, 36);
    for (times, measure) in ["giá trị", "% kế hoạch", "thay đổi", "thứ hạng"].iter().enumerate()
    {
        explorer.keys("<Tab>").keys(&"m".repeat(times));
        assert_eq!(turn(&explorer), Turn::IndicatorsByPlace);
        assert!(explorer.shows(measure) && explorer.shows("cùng thang"), "{}", explorer.screen());
        explorer.keys("<Tab><Tab>");
        assert_eq!(turn(&explorer), Turn::PlacesByPeriod);
        assert!(explorer.shows(measure) && explorer.shows("cùng thang"), "{}", explorer.screen());
        // The small charts alone are about values.
        explorer.keys("<Tab><Tab>");
    }
}

#[test]
fn without_a_direction_ranks_are_by_size_and_say_so() {
    let mut explorer = open(sixty_districts(), 200, 60);
    explorer.keys("<Tab>mmm");
    assert!(line(&explorer, "Trồng rừng mới").contains("/57"), "{}", explorer.screen());
    let row = line(&explorer, "Chỉ số hài lòng");
    assert!(row.contains("/5") && !row.contains(['◆', '◇']), "{row}");
    assert!(explorer.shows("hạng từ cao xuống thấp"), "{}", explorer.screen());
    explorer.keys("<End>");
    assert_eq!(explorer.selected(), "Chỉ số hài lòng");
    assert!(explorer.shows("/56 nơi (từ cao xuống thấp)"), "{}", explorer.screen());
}

#[test]
fn a_missing_period_has_no_change_over_it() {
    let years = [2021, 2023].map(|year| example("Bắc Kạn", year, 1, |_| false));
    let mut explorer = open(years.into(), 120, 36);
    explorer.keys("mm");
    assert!(!explorer.shows("≈+") && !explorer.shows("≈-"), "{}", explorer.screen());
}

#[test]
fn ranks_agree_with_the_ranking_of_the_detail() {
    let mut explorer = open(sixty_districts(), 160, 40);
    for turns in ["", "<Tab>", "<Tab>", "<Tab>"] {
        explorer.keys(turns).keys("mmm");
        let app = &explorer.app;
        let comparison = app.comparison().unwrap();
        let (row, column) = comparison.selection();
        let figure = comparison.figures().get(row, column.unwrap()).unwrap();
        let selected = app.selected().unwrap();
        let place = app.catalog().ranking(selected).find(selected).unwrap();
        assert_eq!(figure.value, place.position.into());
        explorer.keys("m");
    }
}

#[test]
fn the_best_and_worst_follow_the_direction() {
    let explorer = open(five_years(), 160, 36);
    let cells = |name: &str| {
        let line = line(&explorer, name);
        (line.find('◇').unwrap(), line.find('◆').unwrap())
    };
    // The rate falls over the years, and lower is better.
    let (worst, best) = cells("Tỷ lệ hộ nghèo");
    assert!(worst < best);
    assert!(!line(&explorer, "Chỉ số hài lòng").contains(['◆', '◇']), "no direction is known");
}

#[test]
fn the_first_rank_is_the_best_in_either_direction() {
    let mut explorer = open(sixty_districts(), 160, 36);
    explorer.keys("<Tab>mmm");
    let comparison = explorer.app.comparison().unwrap();
    assert_eq!(
        (comparison.grid().turn(), comparison.measure()),
        (Turn::IndicatorsByPlace, Measure::Rank)
    );
    let best_of = |name: &str| {
        let row = EXAMPLES.iter().position(|example| example.0 == name).unwrap();
        comparison.figures().weighing().extremes(row, 1).best
    };
    for higher_and_lower in ["Trồng rừng mới", "Tỷ lệ hộ nghèo đa chiều"] {
        assert_eq!(best_of(higher_and_lower), Some(1.into()), "{higher_and_lower}");
    }
    assert_eq!(best_of("Chỉ số hài lòng"), None, "no direction is known");
}

#[test]
fn sorts_by_columns_rows_and_names_and_keeps_the_selection() {
    let mut explorer = open(sixty_districts(), 120, 36);
    explorer.keys("<Tab><Tab><Tab>");
    let values = |explorer: &Explorer| -> Vec<_> {
        let open = explorer.app.comparison().unwrap();
        let rows = 0..open.grid().rows().len();
        let (_, column) = open.selection();
        rows.filter_map(|at| open.figures().get(open.row_order().line(at), column?))
            .map(|f| f.value)
            .collect()
    };
    let selected = explorer.app.selected();
    explorer.keys("s");
    assert!(values(&explorer).is_sorted_by(|a, b| a >= b));
    assert_eq!(explorer.app.selected(), selected);
    explorer.keys("s");
    assert!(values(&explorer).is_sorted());
    explorer.keys("s");
    assert!(!values(&explorer).is_sorted() && !values(&explorer).is_sorted_by(|a, b| a >= b));
    explorer.click("2023", false);
    assert!(values(&explorer).is_sorted_by(|a, b| a >= b), "a click on a heading sorts");
    explorer.click("nơi", false);
    assert!(line(&explorer, "triệu đồng↑").contains("2023"));
    explorer.keys("<Tab><Tab>");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPeriod);
    explorer.keys("<Tab>S");
    let open = explorer.app.comparison().unwrap();
    let (row, _) = open.selection();
    let columns = 0..open.grid().columns().len();
    let figures = columns.filter_map(|at| open.figures().get(row, open.column_order().line(at)));
    assert!(figures.map(|figure| figure.value).is_sorted_by(|a, b| a >= b));
}

#[test]
fn the_headings_of_rows_are_left_of_the_first_column() {
    let mut explorer = open(five_years(), 120, 36);
    let column = |explorer: &Explorer| {
        let open = explorer.app.comparison().unwrap();
        (open.at_headings(), open.selection().1)
    };
    explorer.keys("<Left><Left><Left><Left>");
    assert_eq!(column(&explorer), (false, Some(0)));
    explorer.keys("<Left>");
    assert_eq!(column(&explorer), (true, None));
    explorer.keys("<Right>");
    assert_eq!(column(&explorer), (false, Some(0)));
}

#[test]
fn indicators_by_places_show_the_selected_one_in_all_places_below() {
    let mut explorer = open(sixty_districts(), 160, 45);
    explorer.keys("<Tab>j");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPlace);
    // Each place with its result and its two years, on one scale, whatever columns are in view.
    let below = |explorer: &Explorer| {
        let screen = explorer.screen();
        let lines = screen.lines().skip_while(|line| !line.contains("cùng thang"));
        lines.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    let shown = below(&explorer);
    assert!(shown.contains("Thu ngân sách trên địa bàn"), "{}", explorer.screen());
    for place in 1..=60 {
        assert!(shown.contains(&format!("Huyện {place:02}")), "{place}: {}", explorer.screen());
    }
    assert_snapshot!("indicators-by-places-160x45", explorer.screen());
    // Of one period there is nothing but a bar.
    let one_year = sixty_districts().into_iter().filter(|one| one.period.contains("2024"));
    let mut explorer = open(one_year.collect(), 160, 45);
    explorer.keys("<BackTab>");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPlace);
    assert!(below(&explorer).contains("▇▇▇▇"), "{}", explorer.screen());
}

#[test]
fn the_best_comes_first_by_the_direction() {
    let mut explorer = open(sixty_districts(), 120, 36);
    // Lower is better: the rate of the poor.
    explorer.keys("<Tab>/ty le ho ngheo<Enter>v<Tab><Tab><Tab>");
    let first = explorer.app.selected_entry().unwrap();
    assert_eq!(first.indicator().better, Some(Better::Lower));
    let values = |explorer: &Explorer| -> Vec<_> {
        let open = explorer.app.comparison().unwrap();
        let (_, column) = open.selection();
        let rows = (0..open.grid().rows().len()).map(|at| open.row_order().line(at));
        rows.filter_map(|row| open.figures().get(row, column?)).map(|f| f.value).collect()
    };
    explorer.keys("s");
    assert!(values(&explorer).len() > 9 && values(&explorer).is_sorted(), "{}", explorer.screen());
    assert!(explorer.shows("2024↑"), "{}", explorer.screen());
    explorer.keys("s");
    assert!(values(&explorer).is_sorted_by(|a, b| a >= b));
    assert!(explorer.shows("2024↓"), "{}", explorer.screen());
}

#[test]
fn enter_goes_to_the_slice_and_esc_or_v_closes() {
    let mut explorer = open(five_years(), 120, 36);
    explorer.keys("jj<Left><Left><Enter>");
    assert_eq!(explorer.app.top(), Top::Panes);
    let entry = explorer.app.selected_entry().unwrap();
    assert_eq!((entry.name(), &*entry.dataset.period), ("Trồng rừng mới", "năm 2023"));
    for key in ["<Esc>", "v"] {
        explorer.keys("v");
        assert_eq!(explorer.app.top(), Top::Comparison);
        explorer.keys(key);
        assert_eq!(explorer.app.top(), Top::Panes);
        assert_eq!(explorer.selected(), "Trồng rừng mới");
    }
}

#[test]
fn esc_leads_back_from_an_indicator_to_the_comparison() {
    let mut explorer = open(five_years(), 120, 36);
    explorer.keys("mj");
    let place = |explorer: &Explorer| {
        let comparison = explorer.app.comparison().unwrap();
        (comparison.measure(), comparison.grid().turn(), explorer.selected())
    };
    let before = place(&explorer);
    explorer.keys("<Enter>");
    assert_eq!(explorer.app.top(), Top::Panes);
    explorer.keys("<Esc>");
    assert_eq!(explorer.app.top(), Top::Comparison);
    assert_eq!(place(&explorer), before);
    // After another indicator is selected there is no way back.
    explorer.keys("<Enter><Left>j");
    assert_ne!(explorer.selected(), before.2);
    explorer.keys("<Esc>");
    assert!(explorer.app.comparison().is_none(), "{}", explorer.screen());
}

#[test]
fn an_empty_cell_has_nowhere_to_go() {
    let mut explorer = open(five_years(), 120, 36);
    // Poverty has no result in 2021, so its row comes last there.
    explorer.keys("[[[[G");
    assert!(
        explorer.shows("Tỷ lệ hộ nghèo đa chiều · 2021: không có số liệu"),
        "{}",
        explorer.screen()
    );
    explorer.keys("<Enter>");
    assert_eq!(
        (explorer.app.top(), explorer.app.notice()),
        (Top::Comparison, Some(Notice::EmptyCell))
    );
}

#[test]
fn periods_and_places_move_the_comparison() {
    let mut explorer = open(sixty_districts(), 120, 36);
    explorer.keys("<Tab>");
    assert!(explorer.shows("năm 2024 · Chỉ tiêu × nơi"));
    explorer.keys("[");
    assert!(explorer.shows("năm 2023 · Chỉ tiêu × nơi"), "{}", explorer.screen());
    explorer.keys("[");
    assert!(matches!(explorer.app.notice(), Some(Notice::NoNeighbour(..))));
    explorer.keys("<BackTab>}");
    assert!(explorer.shows("Huyện 02 · Chỉ tiêu × kỳ"), "{}", explorer.screen());
    // The pickers of periods and places move it too.
    explorer.keys("K<Down><Enter>");
    assert!(explorer.shows("Huyện 02 (2/60) · năm 2024 (2/2)"), "{}", explorer.screen());
    explorer.keys("Nhuyen 59<Enter>");
    assert!(explorer.shows("Huyện 59 · Chỉ tiêu × kỳ"), "{}", explorer.screen());
    let selected = explorer.app.selected();
    explorer.keys("<Esc>");
    assert_eq!(explorer.app.selected(), selected, "the list has the slice of the comparison");
}

#[test]
fn the_comparison_stays_in_a_slice_that_lacks_the_indicator() {
    let mut explorer = open(five_years(), 120, 36);
    explorer.keys("jjjjjj[[[[");
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo đa chiều");
    assert!(explorer.shows("Bắc Kạn · năm 2021 (1/5)"), "{}", explorer.screen());
    assert_eq!(explorer.app.notice(), None, "no other indicator was selected");
    explorer.keys("f<Enter>");
    assert!(explorer.shows("đa chiều · 2021: không có số liệu"), "{}", explorer.screen());
    explorer.keys("]");
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo đa chiều");
    assert!(explorer.shows("năm 2022 (2/5)"), "{}", explorer.screen());
}

#[test]
fn a_turn_without_anything_to_show_gives_way_to_another() {
    let of = |place: &str, year| example(place, year, 1, |_| false);
    let datasets = vec![of("Ba Bể", 2023), of("Ba Bể", 2024), of("Chợ Đồn", 2023)];
    let mut explorer = open(datasets, 120, 36);
    explorer.keys("[<Tab>");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPlace);
    // Only one place has 2024.
    explorer.keys("]");
    assert_ne!(turn(&explorer), Turn::IndicatorsByPlace, "{}", explorer.screen());
    assert!(explorer.shows("năm 2024 (2/2)"));
}

#[test]
fn one_place_in_one_period_has_nothing_to_compare() {
    let mut explorer = open(five_years().into_iter().take(1).collect(), 120, 36);
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToCompare));
    assert_eq!(explorer.app.top(), Top::Panes);
    explorer.act(Action::Turn).act(Action::NextMeasure).act(Action::SortRows);
}

#[test]
fn values_next_to_a_result_are_compared_as_well() {
    let dataset = read(
        r#"{ "id": "x", "place": "Bắc Kạn", "period": "năm 2024", "sections": [ { "name": "s", "indicators": [
            { "id": "a", "name": "Lúa", "unit": "tấn", "actual": 30, "period": "năm 2024",
              "earlier": [ { "period": "năm 2022", "value": 10 }, { "period": "năm 2023", "value": 20 } ] } ] } ] }"#,
    );
    let mut explorer = open(vec![dataset], 120, 24);
    let open = explorer.app.comparison().unwrap();
    assert_eq!(open.grid().columns().len(), 3, "{}", explorer.screen());
    explorer.keys("<Left>");
    assert!(explorer.shows("năm 2023: 20 tấn (số nêu kèm năm 2024)"), "{}", explorer.screen());
    explorer.keys("m");
    assert!(
        line(&explorer, "Lúa").contains("≈+10"),
        "no plan, so no percent: {}",
        explorer.screen()
    );
}

#[test]
fn a_result_of_another_period_is_in_the_column_of_its_own() {
    let of = |year: u32, own: u32| {
        read(&format!(
            r#"{{ "id": "{year}", "place": "Bắc Kạn", "period": "năm {year}", "sections": [ {{ "name": "s", "indicators": [
                {{ "id": "a", "name": "PAPI", "unit": "điểm", "actual": {own}, "period": "năm {own}" }} ] }} ] }}"#
        ))
    };
    let explorer = open(vec![of(2023, 2022), of(2024, 2023)], 120, 24);
    let heads = line(&explorer, "┃   chỉ tiêu");
    assert!(heads.contains("2022") && heads.contains("2023") && !heads.contains("2024"), "{heads}");
}

#[test]
fn any_key_in_any_window_is_survived() {
    for (width, height) in [(200, 60), (80, 24), (40, 15), (24, 6), (30, 8)] {
        for datasets in [five_years(), sixty_districts()] {
            let mut explorer = open(datasets, width, height);
            explorer.keys("jl<Tab>mms<PgDn><End>S<Tab>hhhjs<Tab>jjl<PgDn><PgUp>?<Esc>L<Tab>]}{[*f<Esc>/x<Esc>");
            explorer.click("┃", false);
            explorer.keys("vv");
        }
    }
}

#[test]
fn small_charts_that_are_not_all_in_view_say_so_and_scroll() {
    let mut explorer = open(sixty_districts(), 80, 24);
    explorer.keys("<Tab><Tab><Tab><Tab>");
    let title = explorer.screen().lines().nth(1).unwrap().to_owned();
    assert!(title.contains("/57, cuộn để xem tiếp"), "{title}");
    assert!(!explorer.shows("Huyện 60"), "{}", explorer.screen());
    explorer.keys("<End>");
    assert!(explorer.shows("Huyện 60"), "{}", explorer.screen());
}

#[test]
fn places_below_a_table_that_are_not_all_in_view_say_so_and_scroll() {
    let mut explorer = open(sixty_districts(), 100, 32);
    explorer.keys("<Tab>");
    let at =
        explorer.find("/60, cuộn để xem tiếp").unwrap_or_else(|| panic!("{}", explorer.screen()));
    assert!(!explorer.shows("Huyện 60"), "{}", explorer.screen());
    for _ in 0..40 {
        explorer.act(Action::Wheel { at: Position { y: at.y + 2, ..at }, down: true });
    }
    assert!(explorer.shows("Huyện 60"), "{}", explorer.screen());
    explorer.click("Huyện 59", false);
    let selected = explorer.app.selected_entry().unwrap().dataset.place.name().to_owned();
    assert_eq!(selected, "Huyện 59");
}

/// Three places over three years: the second has ten times as much as the first.
fn three_places() -> Vec<Dataset> {
    let place = |(place, base): (&str, u32)| {
        [2022, 2023, 2024].map(|year| {
            read(&format!(
                r#"{{ "id": "{place}-{year}", "place": "{place}", "period": "năm {year}", "sections": [
                    {{ "name": "S", "indicators": [
                        {{ "id": "a", "name": "Sản lượng", "unit": "tấn", "actual": {} }} ] }} ] }}"#,
                base + base * (year - 2022) / 10
            ))
        })
    };
    [("Nơi A", 100), ("Nơi B", 1000), ("Nơi C", 500)].into_iter().flat_map(place).collect()
}

#[test]
fn trends_of_one_indicator_are_on_one_scale() {
    let mut explorer = open(three_places(), 120, 36);
    explorer.keys("<Tab><Tab>");
    assert_eq!(turn(&explorer), Turn::PlacesByPeriod);
    let row = line(&explorer, "┃▸  Nơi A");
    assert!(row.contains("▁▁▁"), "{row}\n{}", explorer.screen());
    let row = line(&explorer, "┃   Nơi B");
    assert!(!row.contains('▁') && row.contains('▇'), "{row}");
}

#[test]
fn places_are_rows_and_indicators_columns_with_their_units() {
    let year = |number: i64| example(&format!("Xã {number:02}"), 2024, number, |_| false);
    for (width, height) in [(200, 60), (120, 36), (80, 24), (40, 15)] {
        let mut explorer = open((1..=30).map(year).collect(), width, height);
        explorer.keys("jj<Right>");
        assert_eq!(turn(&explorer), Turn::PlacesByIndicator);
        assert_snapshot!(format!("places-by-indicators-{width}x{height}"), explorer.screen());
    }
    // The best of each column, by the direction of its indicator.
    let mut explorer = open((1..=30).map(year).collect(), 160, 36);
    let grid = explorer.app.comparison().unwrap().grid();
    let poverty = grid
        .columns()
        .iter()
        .position(|head| explorer.app.catalog().name_of(*head) == "Tỷ lệ hộ nghèo đa chiều");
    let column = poverty.unwrap();
    let figures = |explorer: &Explorer| -> Vec<_> {
        let open = explorer.app.comparison().unwrap();
        let rows = (0..30).map(|at| open.row_order().line(at));
        rows.filter_map(|row| open.figures().get(row, column)).map(|figure| figure.value).collect()
    };
    let least = figures(&explorer).into_iter().min();
    let weighing = explorer.app.comparison().unwrap().figures().weighing();
    assert_eq!(weighing.extremes(0, column).best, least);
    // A sort by it has the best first; places have no order along their row.
    explorer.keys(&"<Right>".repeat(column)).keys("s");
    assert!(figures(&explorer).is_sorted(), "{}", explorer.screen());
    explorer.keys("S");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToSort));
    explorer.keys("<Enter>");
    assert_eq!(explorer.selected(), "Tỷ lệ hộ nghèo đa chiều");
}

/// One place with results of nine months, ten months and two years.
fn unlike_periods() -> Vec<Dataset> {
    let of = |(id, period, actual): (&str, &str, u32)| {
        read(&format!(
            r#"{{ "id": "{id}", "place": "Nơi A", "period": "{period}", "sections": [ {{ "name": "S",
                "indicators": [ {{ "id": "a", "name": "Thu ngân sách", "unit": "tỷ đồng", "better": "higher",
                "actual": {actual} }} ] }} ] }}"#
        ))
    };
    let periods = [
        ("n2", "năm 2022", 120),
        ("n3", "năm 2023", 130),
        ("c9", "9 tháng năm 2024", 90),
        ("c10", "10 tháng năm 2024", 102),
    ];
    periods.into_iter().map(of).collect()
}

#[test]
fn unlike_periods_are_not_weighed_against_each_other() {
    let explorer = open(unlike_periods(), 120, 30);
    let row = line(&explorer, "┃▸  Thu ngân sách");
    assert!(row.contains("102") && !row.contains(['◆', '◇']), "{row}");
    assert!(!explorer.shows("tốt nhất"), "no sign, no legend: {}", explorer.screen());
}

#[test]
fn the_legend_has_only_what_is_on_the_screen() {
    let mut explorer = open(three_places(), 120, 36);
    assert!(!explorer.shows("≈ tính ra"), "{}", explorer.screen());
    explorer.keys("<Tab>m");
    assert!(explorer.shows("≈ tính ra") && explorer.shows("≈+"), "{}", explorer.screen());
}

#[test]
fn the_chart_and_the_sentence_follow_the_measure() {
    let mut explorer = open(five_years(), 120, 36);
    explorer.keys("mm");
    let heading = "GRDP bình quân đầu người · thay đổi so với kỳ trước (triệu đồng)";
    assert!(explorer.shows(heading) && explorer.shows("⠶ thay đổi"), "{}", explorer.screen());
    assert!(line(&explorer, "┃ GRDP bình quân đầu người").contains("so với kỳ trước; "));
}

#[test]
fn small_charts_below_a_table_begin_at_zero() {
    let mut explorer = open(three_places(), 120, 36);
    explorer.keys("<Tab>");
    assert_eq!(turn(&explorer), Turn::IndicatorsByPlace);
    assert!(explorer.shows("cùng thang 0–1.200 tấn"), "{}", explorer.screen());
}
