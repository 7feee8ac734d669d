//! Parts where their wholes are not in view, and the order of what is sorted, in the list, the overview and the
//! comparison. The tables are made up.

use crate::support::examples::of_table;
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, SortBy, Turn};
use chitieu::model::Status;

/// Wholes that exceeded their plans, some parts of which missed theirs.
const MISSED_PARTS: &str = "\
TT;Chỉ tiêu;ĐVT;KH 2023;TH 2023;KH 2024;TH 2024
1;Thu nội địa;tỷ đồng;300;280;320;310
2;Số xã đạt chuẩn nông thôn mới;xã;200;201;210;215
;- Xã miền núi;xã;80;85;85;81
;- Xã đồng bằng;xã;120;116;125;134
3;Số lao động được giải quyết việc làm;người;700;710;720;740
;- Trong huyện;người;600;620;620;660
;- Ngoài huyện;người;100;90;100;80
";

/// Four wholes by sex in two years, long.
fn by_sex() -> String {
    let mut text = "Địa phương;Năm;Chỉ tiêu;Đơn vị tính;Giới tính;Giá trị\n".to_owned();
    let names = [("Dân số", "nghìn người", 900), ("Lực lượng lao động", "nghìn người", 500)];
    for place in ["Hà Giang", "Bắc Kạn"] {
        for year in [2022, 2023, 2024] {
            for (name, unit, base) in names {
                let parts = [("Tổng số", 0, 1), ("Nam", 1, 2), ("Nữ", 3, 3)];
                for (sex, more, share) in parts {
                    let value = base / share + more + (year - 2022) * 10;
                    text += &format!("{place};{year};{name};{unit};{sex};{value}\n");
                }
            }
        }
    }
    text
}

fn line(explorer: &Explorer, name: &str) -> String {
    let screen = explorer.screen();
    screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{screen}")).to_owned()
}

#[test]
fn a_filtered_part_names_its_whole_in_every_list() {
    for keys in ["", "v", "g"] {
        let mut explorer = Explorer::with(of_table(MISSED_PARTS), CHOICES, 200, 30);
        explorer.act(Action::Filter(Some(Status::Missed))).keys(keys);
        // The names may wrap.
        let parts = ["Xã miền núi · Số xã đạt", "Ngoài huyện · Số lao động được"];
        for text in parts {
            assert!(explorer.shows(text), "{keys}\n{}", explorer.screen());
        }
        assert!(
            !explorer.shows("    Xã miền núi"),
            "no part of the row above\n{}",
            explorer.screen()
        );
    }
}

#[test]
fn a_filtered_list_says_how_many_of_its_rows_are_parts() {
    let mut explorer = Explorer::with(of_table(MISSED_PARTS), CHOICES, 120, 30);
    explorer.act(Action::Filter(Some(Status::Missed)));
    assert!(explorer.shows("1 chỉ tiêu, 2 thành phần · ✗ không đạt"), "{}", explorer.screen());
}

#[test]
fn a_sorted_comparison_keeps_parts_below_their_wholes() {
    let mut explorer = Explorer::with(of_table(MISSED_PARTS), CHOICES, 120, 30);
    explorer.keys("vs");
    let open = explorer.app.comparison().unwrap();
    let names = (0..open.grid().rows().len()).map(|at| {
        explorer.app.catalog().name_of(open.grid().rows()[open.row_order().line(at)]).to_owned()
    });
    let names: Vec<String> = names.collect();
    let sorted = [
        "Số lao động được giải quyết việc làm",
        "Trong huyện",
        "Ngoài huyện",
        "Thu nội địa",
        "Số xã đạt chuẩn nông thôn mới",
        "Xã đồng bằng",
        "Xã miền núi",
    ];
    assert_eq!(names, sorted, "{}", explorer.screen());
    assert!(explorer.shows("  Trong huyện"), "{}", explorer.screen());
}

#[test]
fn a_part_has_its_whole_in_titles_and_in_the_detail() {
    let mut explorer = Explorer::with(of_table(&by_sex()), CHOICES, 120, 36);
    explorer.keys("jv<Tab><Tab><Tab>");
    assert_eq!(explorer.app.comparison().unwrap().grid().turn(), Turn::PlacesByPeriod);
    assert!(line(&explorer, "Nơi × kỳ").contains("Dân số · Nam"), "{}", explorer.screen());
    assert!(line(&explorer, "┃ Dân số · Nam · ").contains("năm 2024"), "{}", explorer.screen());
    explorer.keys("v");
    assert!(explorer.shows("Dân số · Nam"), "{}", explorer.screen());
}

#[test]
fn rows_that_only_sections_distinguish_name_them_in_a_list_of_all() {
    let table = "\
TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024
I;TRỒNG TRỌT;;;
1;Sản lượng;tấn;100;104
II;THỦY SẢN;;;
1;Sản lượng;tấn;10;9
2;Diện tích;ha;10;12
";
    let explorer = Explorer::with(of_table(table), CHOICES, 120, 30);
    assert!(explorer.shows("Sản lượng · TRỒNG TRỌT"), "{}", explorer.screen());
    assert!(explorer.shows("Sản lượng · THỦY SẢN"), "{}", explorer.screen());
    assert!(!explorer.shows("Diện tích ·"), "{}", explorer.screen());
}

#[test]
fn a_sorted_comparison_is_sorted_by_the_measure_that_is_shown() {
    let mut explorer = Explorer::with(of_table(MISSED_PARTS), CHOICES, 120, 30);
    explorer.keys("vs");
    for _ in 0..3 {
        explorer.keys("m");
        let open = explorer.app.comparison().unwrap();
        let (_, column) = open.selection();
        // The wholes, which their parts follow.
        let wholes = [0, 1, 4].map(|row| open.row_order().position(row));
        let mut rows: Vec<(usize, usize)> = wholes.into_iter().zip([0, 1, 4]).collect();
        rows.sort_unstable();
        let figure = |(_, row): &(usize, usize)| open.figures().get(*row, column.unwrap());
        let figures: Vec<_> = rows.iter().filter_map(figure).map(|figure| figure.value).collect();
        assert!(figures.is_sorted_by(|a, b| a >= b), "{figures:?}\n{}", explorer.screen());
    }
}

#[test]
fn the_arrow_of_a_sort_is_over_the_column_that_is_sorted() {
    let table = "\
TT;Chỉ tiêu;ĐVT;TH 2021;TH 2022;TH 2023;TH 2024
1;Sản lượng thóc của các hợp tác xã;tấn;100;120;130;131
2;Sản lượng ngô của các hợp tác xã;tấn;50;40;60;90
3;Sản lượng chè của các hợp tác xã;tấn;20;21;22;20
";
    for width in [80, 100, 120, 160] {
        let mut explorer = Explorer::with(of_table(table), CHOICES, width, 30);
        explorer.act(Action::SortBy(SortBy::Change));
        let screen = explorer.screen();
        let is_heading = |line: &&str| line.contains("ĐVT") || line.contains("TH ");
        let heading = screen.lines().take(5).find(is_heading).unwrap_or_default().to_owned();
        assert!(!heading.contains("  ↓"), "an arrow alone\n{screen}");
        assert!(!heading.contains("xu thế↓"), "{screen}");
    }
    let mut explorer = Explorer::with(of_table(table), CHOICES, 120, 30);
    explorer.act(Action::SortBy(SortBy::Trend));
    assert!(explorer.shows("xu thế↓"), "{}", explorer.screen());
    assert_eq!(explorer.app.rows().iter().collect::<Vec<_>>().len(), 3);
    assert_eq!(explorer.app.rows().position(explorer.app.rows().get(0).unwrap()), Some(0));
}
