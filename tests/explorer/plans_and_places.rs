//! Plans of longer periods next to the results of shorter ones, estimates, and the places of
//! rankings. The tables are made up.

use crate::support::examples::of_table;
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Lang, Preferences, Turn};

/// Months next to the plan of their year; the last rows lack results of the last month.
const MONTHS: &str = "\
TÌNH HÌNH THỰC HIỆN MỘT SỐ CHỈ TIÊU THEO THÁNG NĂM 2024 - TỈNH VÍ DỤ;;;;;;;;;;;;;;;
TT;Chỉ tiêu;ĐVT;KH năm 2024;Tháng 1;Tháng 2;Tháng 3;Tháng 4;Tháng 5;Tháng 6;Tháng 7;Tháng 8;Tháng 9;Tháng 10;Tháng 11;Tháng 12
1;Thu ngân sách;tỷ đồng;840,0;70,4;74,0;69,1;62,4;75,6;78,7;72,0;75,7;67,6;58,1;74,8;60,2
2;Diện tích rừng trồng mới;ha;2.700;;;268;323;258;223;327;344;370;393;;
3;Lượt khách tham quan;nghìn lượt;480,0;40,1;42,5;38,3;34,3;46,6;37,2;38,9;46,7;41,3;46,4;35,6;33,2
";

/// Districts of a year with ranks, a total and an empty cell.
fn districts(year: u32, ranks: [u32; 5]) -> String {
    let mut text = format!(
        "KẾT QUẢ THỰC HIỆN MỘT SỐ CHỈ TIÊU NĂM {year} CỦA CÁC HUYỆN;;;;\n\
         TT;Huyện;Tỷ lệ hộ nghèo (%);Thu ngân sách (tỷ đồng);Xếp hạng cải cách hành chính\n\
         ;Toàn tỉnh;20,30;935,0;\n"
    );
    let names = ["Ba Bể", "Chợ Đồn", "Na Rì", "Ngân Sơn", "Pác Nặm"];
    for (at, (name, rank)) in names.iter().zip(ranks).enumerate() {
        let rate = format!("{},{}", 10 + 7 * at, year % 10);
        text += &format!("{};{name};{rate};{}50,1;{rank}\n", at + 1, at + 1);
    }
    text
}

fn two_years() -> Explorer {
    let mut datasets = of_table(&districts(2023, [4, 2, 3, 1, 5]));
    datasets.extend(of_table(&districts(2024, [3, 1, 4, 2, 5])));
    Explorer::with(datasets, CHOICES, 120, 36)
}

fn line(explorer: &Explorer, name: &str) -> String {
    let screen = explorer.screen();
    screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{screen}")).to_owned()
}

#[test]
fn the_plan_of_the_year_is_named_in_each_month_and_is_in_no_row_of_them() {
    let mut explorer = Explorer::with(of_table(MONTHS), CHOICES, 120, 30);
    for _ in 0..3 {
        assert!(line(&explorer, "ĐVT").contains("KH năm"), "{}", explorer.screen());
        explorer.keys("[");
    }
    let mut explorer = Explorer::with(of_table(MONTHS), CHOICES, 120, 30);
    explorer.keys("j");
    let row = line(&explorer, "T12/2024");
    assert!(!row.contains("2.700"), "{}", explorer.screen());
    explorer.keys("v");
    assert!(!explorer.shows("KH 2.700"), "{}", explorer.screen());
}

#[test]
fn the_plan_of_the_year_is_in_no_column_of_a_low_detail() {
    let explorer = Explorer::with(of_table(MONTHS), CHOICES, 80, 24);
    assert!(!explorer.shows("840,0    840,0"), "{}", explorer.screen());
    assert!(
        !explorer
            .screen()
            .lines()
            .skip(14)
            .any(|line| line.contains("KH ") && line.contains("840,0 "))
    );
}

#[test]
fn the_periods_of_a_low_detail_are_above_their_plans_in_english() {
    let table = "\
TT;Chỉ tiêu;ĐVT;KH 2021;TH 2021;KH 2022;TH 2022;KH 2023;TH 2023
1;Tốc độ tăng trưởng;%;7,00;6,99;7,20;7,21;7,40;7,49
2;Thu nhập bình quân;triệu đồng;41,2;41,7;44,7;42,7;48,2;48,3
3;Sản lượng thóc;tấn;41;42;44;42;48;49
4;Sản lượng ngô;tấn;41;42;44;42;48;49
5;Sản lượng chè;tấn;41;42;44;42;48;49
6;Sản lượng cam;tấn;41;42;44;42;48;49
7;Sản lượng mía;tấn;41;42;44;42;48;49
8;Sản lượng lạc;tấn;41;42;44;42;48;49
9;Sản lượng vừng;tấn;41;42;44;42;48;49
10;Sản lượng đậu;tấn;41;42;44;42;48;49
11;Sản lượng sắn;tấn;41;42;44;42;48;49
12;Sản lượng khoai;tấn;41;42;44;42;48;49
13;Sản lượng rau;tấn;41;42;44;42;48;49
";
    let choices = Preferences { lang: Lang::English, ..CHOICES };
    let explorer = Explorer::with(of_table(table), choices, 80, 24);
    let end = |name: &str, text: &str| {
        let screen = explorer.screen();
        let is_row = |line: &&str| line.trim_start_matches(['┃', '│', ' ']).starts_with(name);
        let row =
            screen.lines().rev().find(is_row).unwrap_or_else(|| panic!("{screen}")).to_owned();
        let before = row.find(text).unwrap_or_else(|| panic!("{screen}"));
        row[..before].chars().count() + text.len()
    };
    assert_eq!(end("period", "2021"), end("plan", "7.00"), "{}", explorer.screen());
    assert_eq!(end("actual", "6.99"), end("plan", "7.00"), "{}", explorer.screen());
}

#[test]
fn a_published_rank_is_the_figure_of_what_is_only_ranked() {
    let mut explorer = two_years();
    explorer.keys("}}jj");
    assert_eq!(explorer.selected(), "Xếp hạng cải cách hành chính");
    // The series, and the other places.
    assert!(line(&explorer, "2023 ").contains('2'), "{}", explorer.screen());
    assert!(line(&explorer, "Pác Nặm").contains("hạng 5"), "{}", explorer.screen());
    assert!(line(&explorer, "Ngân Sơn").contains("2. "), "{}", explorer.screen());
    explorer.keys("v<Tab><Tab><Tab>");
    let open = explorer.app.comparison().unwrap();
    assert_eq!(open.grid().turn(), Turn::PlacesByPeriod);
    let row = line(&explorer, "Ba Bể");
    assert!(row.contains('4') && row.contains('3'), "{}", explorer.screen());
    explorer.keys("m");
    assert!(line(&explorer, "Ba Bể").contains("+1 bậc"), "{}", explorer.screen());
}

#[test]
fn ranks_have_a_heading_of_their_own_where_there_is_no_plan() {
    let mut explorer = two_years();
    explorer.keys("}");
    assert!(!explorer.shows("% KH"), "{}", explorer.screen());
    assert!(explorer.shows("hạng"), "{}", explorer.screen());
}

#[test]
fn a_place_won_is_no_percent() {
    let table = "\
TT;Chỉ tiêu;ĐVT;TH 2022;TH 2023;TH 2024
1;Xếp hạng PAR INDEX;hạng;54;47;46
2;Sản lượng;tấn;10;12;13
";
    let mut explorer = Explorer::with(of_table(table), CHOICES, 120, 36);
    let row = line(&explorer, "Xếp hạng PAR INDEX");
    assert!(row.contains("lên 1 bậc") && !row.contains('%'), "{}", explorer.screen());
    explorer.keys("vm");
    assert!(line(&explorer, "Xếp hạng PAR INDEX").contains("+1 bậc"), "{}", explorer.screen());
}

#[test]
fn the_only_cell_of_an_estimate_is_hollow() {
    let table = "\
TT;Chỉ tiêu;ĐVT;TH 2021;TH 2022;TH 2023;Ước TH 2024
1;Sản lượng thóc của các hợp tác xã trong tỉnh;tấn;100;120;130;131
2;Sản lượng ngô của các hợp tác xã trong tỉnh;tấn;50;40;60;90
";
    for width in [80, 100, 120, 160, 200] {
        let explorer = Explorer::with(of_table(table), CHOICES, width, 30);
        let row = line(&explorer, "Sản lượng ngô");
        let has_bars = row.contains('▁');
        assert!(!has_bars || row.contains('○'), "{}", explorer.screen());
    }
}

#[test]
fn a_total_within_the_scale_of_its_parts_is_drawn() {
    let mut explorer = two_years();
    explorer.keys("v<Tab>");
    assert_eq!(explorer.app.comparison().unwrap().grid().turn(), Turn::IndicatorsByPlace);
    let tile = line(&explorer, "Toàn tỉnh 20,30");
    assert!(tile.contains('▄'), "{}", explorer.screen());
}

#[test]
fn a_place_without_a_figure_is_not_the_last_of_a_ranking() {
    let mut text =
        "MỘT SỐ CHỈ TIÊU NĂM 2024 PHÂN THEO HUYỆN;;;\nTT;Huyện;Đàn trâu (con);Đàn bò (con)\n"
            .to_owned();
    for at in 1..=30 {
        let cows = match at {
            7 => "…".to_owned(),
            9 => String::new(),
            _ => (1000 - at * 10).to_string(),
        };
        text += &format!("{at};Huyện {at:02};{};{cows}\n", 500 + at);
    }
    let mut explorer = Explorer::with(of_table(&text), CHOICES, 120, 36);
    explorer.keys("j");
    assert_eq!(explorer.selected(), "Đàn bò");
    assert!(line(&explorer, "Huyện 30").contains("28. "), "{}", explorer.screen());
    assert!(explorer.shows("2 nơi không có số liệu"), "{}", explorer.screen());
    assert!(!explorer.shows("Huyện 07"), "{}", explorer.screen());
    // The table of places has a row for each of them.
    explorer.keys("v");
    while explorer.app.comparison().unwrap().grid().turn() != Turn::PlacesByPeriod {
        explorer.keys("<Tab>");
    }
    assert_eq!(explorer.app.comparison().unwrap().grid().rows().len(), 30);
}

#[test]
fn the_median_between_two_counts_is_not_rounded_to_one_of_them() {
    let mut text = "SỐ VỤ CHÁY NĂM 2024 PHÂN THEO HUYỆN;;\nTT;Huyện;Số vụ cháy (vụ)\n".to_owned();
    for (at, count) in [4, 11, 20, 21, 33, 40].into_iter().enumerate() {
        text += &format!("{};Huyện {};{count}\n", at + 1, at + 1);
    }
    let explorer = Explorer::with(of_table(&text), CHOICES, 120, 36);
    assert!(explorer.shows("trung vị ≈20,5"), "{}", explorer.screen());
}

#[test]
fn each_period_of_a_score_has_its_rank_in_the_table() {
    let table = "TỈNH HÀ YÊN;;;;;;\nChỉ số;Điểm 2022;Xếp hạng 2022;Điểm 2023;Xếp hạng 2023;Điểm 2024;Xếp hạng 2024\n\
                 PAPI;42,5;31;43,3;22;44,2;15\nPCI;59,58;60;61,02;57;62,5;52\n";
    let explorer = Explorer::with(of_table(table), CHOICES, 120, 36);
    let screen = explorer.screen();
    let row = |period: &str| screen.lines().find(|line| line.contains(period)).unwrap_or_default();
    assert!(screen.lines().any(|line| line.contains("TH  Xếp hạng")), "{screen}");
    for (period, rank) in [(" 2024  ", "15"), (" 2023  ", "22"), (" 2022  ", "31")] {
        assert!(row(period).contains(&format!("  {rank}  ")), "{screen}");
    }
}
