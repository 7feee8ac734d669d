//! How screens use their room: names before periods that are left out, words that are not cut next to empty space. The
//! tables are made up.

use std::sync::Arc;

use crate::support::examples::{five_years, of_table};
use crate::support::{CHOICES, Explorer};
use chitieu::app::{App, Catalog};
use chitieu::model::Collection;

/// Five years of indicators with long names.
const FIVE_YEARS: &str = "\
TT;Chỉ tiêu;ĐVT;KH 2021;TH 2021;KH 2022;TH 2022;KH 2023;TH 2023;KH 2024;TH 2024;KH 2025;TH 2025
1;Tỷ lệ hộ gia đình đạt tiêu chuẩn gia đình văn hóa hằng năm;%;80,5;81,2;82,0;83,1;84,0;84,4;85,0;86,2;87,0;87,9
2;Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng;triệu đồng/người;21,0;22,5;23,0;24,1;25,0;26,7;27,0;28,8;30,0;31,2
3;Diện tích rừng trồng mới;ha;900;910;3.600;;950;960;970;990;1.000;1.010
";

/// The sums of the months of a year.
const SUMS: &str = "\
TÌNH HÌNH THỰC HIỆN LŨY KẾ CÁC CHỈ TIÊU NĂM 2024 - TỈNH VÍ DỤ;;;;;;;;;
TT;Chỉ tiêu;ĐVT;KH năm 2024;Tháng 1;2 tháng;3 tháng;6 tháng;9 tháng;Năm 2024
1;Thu ngân sách nhà nước trên địa bàn;tỷ đồng;820,0;61,8;116,9;184,7;424,8;661,2;835,7
2;Số lao động được giải quyết việc làm;người;5.000;421;812;1.274;2.495;3.573;5.081
";

#[test]
fn the_sums_of_the_months_of_a_year_are_one_course() {
    let mut explorer = Explorer::with(of_table(SUMS), CHOICES, 120, 36);
    assert!(explorer.shows("⠶ thực hiện") && explorer.shows("xu thế"), "{}", explorer.screen());
    assert!(!explorer.shows("Các kỳ ·"), "{}", explorer.screen());
    explorer.keys("v");
    assert!(explorer.shows("⠶ thực hiện"), "{}", explorer.screen());
    // What a month adds is no growth.
    explorer.keys("v[");
    assert!(!explorer.shows("≈+57,9 %"), "{}", explorer.screen());
}

#[test]
fn names_give_way_to_all_periods() {
    for (width, height) in [(120, 36), (80, 24)] {
        let mut explorer = Explorer::with(of_table(FIVE_YEARS), CHOICES, width, height);
        explorer.keys("v");
        for year in ["2021", "2022", "2023", "2024", "2025"] {
            let screen = explorer.screen();
            let heading = screen.lines().nth(2).unwrap();
            assert!(heading.contains(year), "{screen}");
        }
        assert!(!explorer.screen().lines().take(12).any(|line| line.contains('…')));
    }
}

#[test]
fn a_narrow_comparison_says_what_its_figures_are() {
    let mut explorer = Explorer::with(of_table(FIVE_YEARS), CHOICES, 40, 15);
    for measure in ["giá trị", "% kế hoạch", "thay đổi"] {
        explorer.keys(if measure == "giá trị" { "v" } else { "m" });
        let screen = explorer.screen();
        let title = screen.lines().find(|line| line.starts_with('┏')).unwrap();
        assert!(title.contains(measure), "{screen}");
    }
}

#[test]
fn an_overview_without_sections_has_no_heading_of_all() {
    let mut explorer = Explorer::with(of_table(FIVE_YEARS), CHOICES, 160, 30);
    explorer.keys("g");
    assert!(!explorer.shows("Tất cả"), "{}", explorer.screen());
    assert!(explorer.shows("gia đình văn hóa hằng năm"), "{}", explorer.screen());
    assert!(explorer.shows("▸"), "{}", explorer.screen());
}

#[test]
fn a_plan_in_words_is_not_cut_next_to_empty_space() {
    let table = "\
TT;Chỉ tiêu;ĐVT;KH 2023;TH 2023;KH 2024;Ước TH 2024
1;Cán cân thương mại;;Xuất siêu;Nhập siêu;Xuất siêu;Xuất siêu
2;Sản lượng thóc;tấn;100;104;105;101
3;Tỷ lệ hộ nghèo;%;20;19;18;18,0
";
    for (width, height) in [(80, 24), (120, 40)] {
        let explorer = Explorer::with(of_table(table), CHOICES, width, height);
        let screen = explorer.screen();
        let row = screen.lines().find(|line| line.contains("Cán cân thương mại")).unwrap();
        assert!(row.contains("Xuất siêu") && !row.contains('…'), "{screen}");
    }
}

#[test]
fn small_charts_keep_the_names_of_their_places_whole() {
    let mut text = "Huyện;Năm;Tỷ lệ hộ nghèo (%)\n".to_owned();
    let names = ["Thành phố Bắc Kạn", "Ba Bể", "Chợ Đồn", "Na Rì", "Ngân Sơn", "Pác Nặm"];
    for (at, name) in names.iter().enumerate() {
        for year in [2023, 2024] {
            text += &format!("{name};{year};{},{}\n", 10 + at * 3, year % 10);
        }
    }
    let mut explorer = Explorer::with(of_table(&text), CHOICES, 120, 30);
    explorer.keys("v<BackTab>");
    assert!(explorer.shows("Thành phố Bắc Kạn"), "{}", explorer.screen());
}

/// Districts with long names, each with a plan.
fn districts(periods: &[u32]) -> String {
    let mut text = "Huyện;Năm;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n".to_owned();
    let names = ["Phú Minh", "Ngọc Kiên", "Long Hòa", "An Đức", "Bình Long", "Châu Ngọc"];
    for (at, name) in (1..).zip(names) {
        for year in periods {
            let value = 30_000 + at * 100 + year % 10;
            text += &format!(
                "Huyện {name};{year};Thu ngân sách nhà nước trên địa bàn;triệu đồng;30.050;{value}\n"
            );
            text +=
                &format!("Huyện {name};{year};Số lao động có việc làm mới;người;30.150;{value}\n");
        }
    }
    text
}

#[test]
fn the_names_of_a_ranking_come_before_its_percents() {
    let explorer = Explorer::with(of_table(&districts(&[2024])), CHOICES, 116, 36);
    for name in ["Huyện Phú Minh", "Huyện Ngọc Kiên", "Huyện Châu Ngọc"] {
        assert!(explorer.shows(&format!(". {name} ")), "{}", explorer.screen());
    }
}

#[test]
fn names_of_the_same_section_wrap_where_lines_are_free() {
    let row = |at: u32| {
        format!(
            "{at};Tỷ lệ hộ dân nông thôn được sử dụng nước sạch theo quy chuẩn của vùng {at};%;{at},5\n"
        )
    };
    let rows: String = (1..=70).map(row).collect();
    let table = format!("TỈNH HÀ YÊN NĂM 2024;;;\nTT;Chỉ tiêu;ĐVT;Thực hiện\n{rows}");
    let explorer = Explorer::with(of_table(&table), CHOICES, 160, 60);
    let screen = explorer.screen();
    assert!(explorer.shows("Cùng mục"), "{screen}");
    assert!(!screen.contains('…'), "{screen}");
}

#[test]
fn a_wide_overview_has_the_trend_of_its_indicators() {
    for (width, has_trend) in [(200, true), (80, false)] {
        let mut explorer = Explorer::with(five_years(), CHOICES, width, 45);
        explorer.keys("g");
        assert_eq!(explorer.shows("xu thế"), has_trend, "{}", explorer.screen());
        assert_eq!(explorer.shows("▁▁"), has_trend, "{}", explorer.screen());
    }
}

#[test]
fn a_comparison_of_two_periods_draws_the_last_one_and_tabulates_the_selected_row() {
    let mut explorer = Explorer::with(of_table(&districts(&[2023, 2024])), CHOICES, 80, 24);
    explorer.keys("v");
    assert!(explorer.shows("kỳ ") && explorer.shows("30.050"), "{}", explorer.screen());
    explorer.keys("<BackTab><BackTab>");
    let screen = explorer.screen();
    assert!(screen.contains("Nơi × kỳ"), "{screen}");
    let rows = screen.lines().filter(|line| line.contains("Huyện") && line.contains("▇▇▇▇"));
    assert!(rows.count() >= 6, "{screen}");
}

#[test]
fn the_sign_of_an_unread_cell_is_in_the_legend_of_the_comparison() {
    let datasets = five_years();
    let last = datasets.len() - 1;
    let mut explorer = Explorer::with(datasets.clone(), CHOICES, 120, 36);
    let catalog = Catalog::new(Collection::new(datasets)).with_unread_rows([(last, 1)]);
    explorer.app = App::new(Arc::new(catalog), CHOICES);
    explorer.keys("v");
    assert!(explorer.shows("! ô không đọc được"), "{}", explorer.screen());
}
