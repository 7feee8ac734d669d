//! What the lists of the explorer show and answer: headings, columns that stay, clicks, hints, signs. The data is
//! examples made by these tests; no figure is published.

use crate::support::examples::{
    five_levels, five_years, of_file, of_sections, sixty_districts, twelve_months,
};
use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, Lang, Preferences, Theme};
use chitieu::model::{Dataset, Status};

/// The line of the headings of the list.
fn heading(explorer: &Explorer) -> String {
    let screen = explorer.screen();
    let is_heading = |line: &&str| line.contains("ĐVT") || line.contains("% KH");
    let line = screen.lines().take(6).find(is_heading).unwrap_or_else(|| panic!("{screen}"));
    // Without the other panes and the scrollbar.
    let after = line.split(['┃', '▐']).nth(1).unwrap_or_else(|| panic!("{screen}"));
    after.trim_end().to_owned()
}

/// Thirty indicators of two years with long names, plans and changes; every tenth missed its plan.
fn thirty_indicators() -> Vec<Dataset> {
    let of_year = |year: u32| {
        let rows = (1..=30).map(|row| {
            let plan = 1000 + row * 7;
            let actual = if row % 10 == 0 { plan - 40 } else { plan + year % 7 };
            format!(
                r#"{{"id":"c{row}","name":"Sản lượng mặt hàng thứ {row} tiêu thụ trong tỉnh","unit":"nghìn tấn",
                    "actual":{actual},"better":"higher","plan":{{"value":{plan}}}}}"#
            )
        });
        of_sections(
            (&format!("n{year}"), "Nơi", &format!("năm {year}")),
            &[("Sản xuất", rows.collect())],
        )
    };
    [2023, 2024].map(of_year).into()
}

#[test]
fn columns_stay_when_a_filter_leaves_fewer_rows() {
    for (width, height) in [(80, 24), (90, 30), (100, 30), (120, 36), (200, 60)] {
        let mut explorer = Explorer::with(thirty_indicators(), CHOICES, width, height);
        let before = heading(&explorer);
        explorer.act(Action::Filter(Some(Status::Missed)));
        assert_eq!(explorer.app.rows().len(), 3);
        assert_eq!(heading(&explorer), before, "{width}x{height}\n{}", explorer.screen());
    }
}

#[test]
fn headings_do_not_depend_on_the_rows_in_view() {
    // The first twenty plans are of the year, the others of a longer time.
    let rows = (1..=40).map(|row| {
        let period = if row <= 20 { "năm 2024" } else { "giai đoạn 2021-2025" };
        format!(
            r#"{{"id":"c{row}","name":"Chỉ tiêu {row}","unit":"tấn","actual":{row},
                "period":"6 tháng đầu năm 2024",
                "plan":{{"value":100,"percent":{row},"period":"{period}"}}}}"#
        )
    });
    let data = of_sections(("x", "Nơi", "năm 2024"), &[("Mục", rows.collect())]);
    let mut explorer = Explorer::with(vec![data], CHOICES, 120, 24);
    let before = heading(&explorer);
    explorer.keys("<End>");
    assert_eq!(heading(&explorer), before, "{}", explorer.screen());
}

#[test]
fn a_usual_window_has_headings_over_its_columns() {
    for datasets in [five_years(), sixty_districts(), twelve_months(), five_levels()] {
        let explorer = Explorer::with(datasets, CHOICES, 80, 24);
        let first = explorer.screen().lines().nth(2).unwrap().to_owned();
        assert!(first.contains("ĐVT") && first.contains("TH"), "{}", explorer.screen());
    }
    let explorer = Explorer::open(80, 24);
    assert!(heading(&explorer).contains("% KH"), "{}", explorer.screen());
}

#[test]
fn headings_of_neighbouring_columns_are_apart() {
    const ALL: [&str; 7] = ["ĐVT", "KH", "KH năm", "TH", "thực hiện", "% KH", "thay đổi"];
    for file in ["nam-nam-mot-tinh.csv", "muoi-hai-thang.csv", "nam-cap.csv"] {
        for (width, height) in [(200, 60), (120, 36), (100, 30), (80, 24)] {
            let explorer = Explorer::with(of_file(file), CHOICES, width, height);
            let heading = heading(&explorer);
            for (one, other) in ALL.into_iter().flat_map(|one| ALL.map(|other| (one, other))) {
                for other in [other, "xu thế"] {
                    let touching = format!("{one} {other}");
                    let is_one = ALL.contains(&&*touching) || touching == "% KH";
                    assert!(is_one || !heading.contains(&touching), "{width}: {heading}");
                }
            }
        }
    }
}

#[test]
fn a_click_on_the_sign_of_a_whole_folds_it() {
    for (width, height) in [(120, 36), (80, 24)] {
        let mut explorer = Explorer::with(five_levels(), CHOICES, width, height);
        let all = explorer.app.rows().len();
        explorer.click("- Tổng diện tích", false);
        assert!(explorer.app.rows().len() < all, "{}", explorer.screen());
        assert_eq!(explorer.selected(), "Tổng diện tích gieo trồng");
        explorer.click("+ Tổng diện tích", false);
        assert_eq!(explorer.app.rows().len(), all);
        // A click on the name only selects.
        explorer.click("Cây lương thực", false);
        assert_eq!(
            (explorer.selected().as_str(), explorer.app.rows().len()),
            ("Cây lương thực", all)
        );
    }
}

#[test]
fn a_click_on_a_period_or_place_of_the_detail_goes_there() {
    for (width, height) in [(120, 36), (200, 60), (80, 40)] {
        let mut explorer = Explorer::with(five_years(), CHOICES, width, height);
        let name = explorer.selected();
        explorer.click("2022  ", false);
        let period = explorer.app.selected_entry().unwrap().dataset.period.clone();
        assert_eq!((explorer.selected(), period.as_str()), (name, "năm 2022"), "{width}x{height}");
        let mut explorer = Explorer::with(sixty_districts(), CHOICES, width, height);
        let name = explorer.selected();
        // One of the three best.
        explorer.click("Huyện ví dụ 12", false);
        let place = explorer.app.selected_entry().unwrap().dataset.place.name().to_owned();
        assert_eq!((explorer.selected(), place.as_str()), (name, "Huyện ví dụ 12"));
    }
}

/// Values of other years in one file, next to the result of its own year.
#[test]
fn a_click_on_a_period_that_has_no_list_of_its_own_says_so() {
    let json = r#"{"id":"x","place":"Nơi","period":"năm 2024","sections":[{"name":"S","indicators":[
        {"id":"a","name":"Thu ngân sách","unit":"tỷ đồng","actual":60,
         "earlier":[{"period":"năm 2022","value":40},{"period":"năm 2023","value":50}]},
        {"id":"b","name":"Chi ngân sách","unit":"tỷ đồng","actual":70}]}]}"#;
    let mut explorer = Explorer::on_json(json, 120, 36);
    explorer.click("2022  ", false);
    assert!(explorer.app.notice().is_some(), "{}", explorer.screen());
    assert_eq!(explorer.selected(), "Thu ngân sách");
}

#[test]
fn the_footer_of_a_query_says_how_filters_are_written() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let mut explorer = Explorer::with(five_years(), CHOICES, width, height);
        for keys in ["/", "n", "gheo"] {
            explorer.keys(keys);
            let screen = explorer.screen();
            let footer = screen.lines().last().unwrap();
            for example in ["tt:", "kh<95", "muc:", "ky:"] {
                assert!(footer.contains(example), "{width} {keys}: {footer}");
            }
        }
    }
    let choices = Preferences { lang: Lang::English, ..CHOICES };
    let mut explorer = Explorer::with(five_years(), choices, 100, 24);
    explorer.keys("/po");
    assert!(explorer.shows("status:"), "{}", explorer.screen());
}

#[test]
fn turning_is_offered_only_where_there_is_another_view() {
    let mut explorer = Explorer::with(five_years(), CHOICES, 120, 36);
    explorer.keys("v");
    assert!(!explorer.shows("xoay bảng"), "one place: {}", explorer.screen());
    let mut explorer = Explorer::with(sixty_districts(), CHOICES, 120, 36);
    explorer.keys("v");
    assert!(explorer.shows("xoay bảng"), "{}", explorer.screen());
    explorer.keys("<Tab>");
    assert!(explorer.shows("xoay bảng"), "{}", explorer.screen());
}

#[test]
fn percents_in_progress_are_in_the_list() {
    let rows = (1..=4).map(|row| {
        format!(
            r#"{{"id":"c{row}","name":"Chỉ tiêu thứ {row} của năm","unit":"tỷ đồng","actual":{row}56,
                "period":"9 tháng đầu năm 2024","better":"higher",
                "plan":{{"value":1000,"period":"năm 2024"}}}}"#
        )
    });
    let data = of_sections(("x", "Nơi", "9 tháng đầu năm 2024"), &[("Mục", rows.collect())]);
    for (width, height) in [(200, 60), (120, 36), (80, 24)] {
        let explorer = Explorer::with(vec![data.clone()], CHOICES, width, height);
        assert!(explorer.shows("≈15,6"), "{}", explorer.screen());
        assert!(heading(&explorer).contains("% KH năm"), "{}", explorer.screen());
    }
    let explorer = Explorer::with(vec![data], CHOICES, 40, 15);
    assert!(explorer.shows("≈15,6"), "{}", explorer.screen());
}

#[test]
fn the_first_month_has_no_percent_of_the_plan_where_later_ones_have_none() {
    for (width, height) in [(200, 60), (100, 30), (80, 24), (40, 15)] {
        let mut explorer = Explorer::with(of_file("muoi-hai-thang.csv"), CHOICES, width, height);
        let list = |explorer: &Explorer| {
            let screen = explorer.screen();
            let list = screen.lines().skip(1).skip_while(|line| !line.starts_with('┏')).skip(1);
            let list = list.take_while(|line| !line.starts_with('┗'));
            list.collect::<Vec<_>>().join("\n")
        };
        let heading_of_december = list(&explorer).lines().next().unwrap().to_owned();
        explorer.keys("[[[[[[[[[[[");
        assert!(explorer.shows("tháng 1 năm 2024"), "{}", explorer.screen());
        assert!(!list(&explorer).contains('≈'), "{}", explorer.screen());
        assert_eq!(list(&explorer).lines().next().unwrap(), heading_of_december);
    }
    // An only month has its percent.
    let first =
        of_file("muoi-hai-thang.csv").into_iter().find(|one| one.period.contains("tháng 1 "));
    let explorer = Explorer::with(vec![first.unwrap()], CHOICES, 100, 30);
    assert!(explorer.shows("≈9,4 "), "{}", explorer.screen());
}

#[test]
fn a_plan_of_the_year_is_called_so_next_to_the_result_of_a_month() {
    let mut explorer = Explorer::with(twelve_months(), CHOICES, 120, 36);
    for keys in ["g", "gv"] {
        explorer.keys(keys);
        assert!(explorer.shows("KH năm 1.200"), "{}", explorer.screen());
        assert!(!explorer.shows("Kế hoạch 1.200"), "{}", explorer.screen());
    }
}

#[test]
fn targets_in_words_are_not_cut_where_there_is_room() {
    let targets = ["trên 11,5", "không quá 30", "khoảng 7"];
    let row = |at: usize| {
        let name = format!("Tốc độ tăng của ngành thứ {at} theo giá so sánh");
        let operator = ["over", "at_most", "about"][at];
        let value = ["11.5", "30", "7"][at];
        format!(
            r#"{{"id":"c{at}","name":"{name}","unit":"%","actual":9.8,"plan":{{"{operator}":{value}}}}}"#
        )
    };
    let data = of_sections(("x", "Nơi", "năm 2024"), &[("Mục", (0..3).map(row).collect())]);
    for (width, height) in [(120, 36), (200, 60)] {
        let explorer = Explorer::with(vec![data.clone()], CHOICES, width, height);
        for text in targets {
            let list: Vec<String> = explorer.screen().lines().take(8).map(str::to_owned).collect();
            assert!(list.iter().any(|line| line.contains(text)), "{}", explorer.screen());
        }
    }
}

#[test]
fn currencies_have_names_in_ascii() {
    let row = |at: usize, unit: &str| {
        format!(r#"{{"id":"c{at}","name":"Budget line {at}","unit":"{unit}","actual":{at}5}}"#)
    };
    let rows = vec![row(1, "£000"), row(2, "€ m"), row(3, "₫")];
    let data = of_sections(("x", "Council", "năm 2024"), &[("Finance", rows)]);
    let choices = Preferences { ascii: true, lang: Lang::English, ..CHOICES };
    for (width, height) in [(120, 36), (80, 24), (40, 15)] {
        let explorer = Explorer::with(vec![data.clone()], choices, width, height);
        let screen = explorer.screen();
        assert!(screen.is_ascii() && !screen.contains("?0") && !screen.contains("? m"), "{screen}");
        assert!(screen.contains("GBP000"), "{screen}");
    }
}

#[test]
fn a_missing_period_has_a_row_in_the_detail() {
    let of_year = |(year, actual): (u32, u32)| {
        let row = format!(r#"{{"id":"c","name":"Sản lượng","unit":"tấn","actual":{actual}}}"#);
        let period = format!("năm {year}");
        of_sections((&format!("n{year}"), "Nơi", &period), &[("Mục", vec![row])])
    };
    let years = [(2012, 31), (2018, 34), (2020, 36), (2021, 39)];
    let explorer = Explorer::with(years.map(of_year).into(), CHOICES, 120, 36);
    let row = |period: &str| {
        let screen = explorer.screen();
        let line = screen.lines().find(|line| line.contains(period)).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{period}\n{screen}"))
    };
    assert!(row("2019  ").contains('–'));
    assert!(row("2013…2017").contains('–'));
}

#[test]
fn neighbours_without_a_plan_show_their_results() {
    let part = |name: &str, whole: &str, actual: u32| {
        let parents =
            if whole.is_empty() { String::new() } else { format!(r#""parents":["{whole}"],"#) };
        format!(r#"{{"id":"{name}","name":"{name}","unit":"ha",{parents}"actual":{actual}}}"#)
    };
    let rows = vec![
        part("Cây hằng năm", "", 91),
        part("Lúa nước", "Cây hằng năm", 57),
        part("Ngô lai", "Cây hằng năm", 34),
        part("Cây lâu năm", "", 48),
    ];
    let data = of_sections(("x", "Nơi", "năm 2024"), &[("Trồng trọt", rows)]);
    let mut explorer = Explorer::with(vec![data], CHOICES, 160, 50);
    // The list has all of them.
    assert!(!explorer.shows("Cùng mục"), "{}", explorer.screen());
    explorer.act(Action::Filter(Some(Status::NotAssessed)));
    let screen = explorer.screen();
    let below = screen.lines().skip_while(|line| !line.contains("Cùng mục"));
    let detail: String = below.filter_map(|line| line.split('│').nth(1)).collect();
    assert!(!detail.contains("không nêu"), "{screen}");
    assert!(detail.contains("57 ha") && detail.contains("  Lúa nước"), "{screen}");
}

#[test]
fn a_change_of_sign_has_no_percent() {
    let of_year = |year: u32, actuals: [i32; 4]| {
        let rows = (1..).zip(actuals).map(|(at, actual)| {
            format!(r#"{{"id":"c{at}","name":"Cân đối {at}","unit":"tỷ đồng","actual":{actual}}}"#)
        });
        let period = format!("năm {year}");
        of_sections((&format!("n{year}"), "Nơi", &period), &[("Mục", rows.collect())])
    };
    let datasets = vec![of_year(2023, [60, -60, 60, 60]), of_year(2024, [-15, 15, 0, 75])];
    let explorer = Explorer::with(datasets, CHOICES, 120, 36);
    let percent = |name: &str| {
        let screen = explorer.screen();
        let line = screen.lines().find(|line| line.contains(name)).unwrap().to_owned();
        line.split_whitespace().find(|word| word.starts_with('≈')).map(str::to_owned)
    };
    let names = ["Cân đối 1", "Cân đối 2", "Cân đối 3", "Cân đối 4"];
    let expected = [None, None, Some("≈-100,0".to_owned()), Some("≈+25,0".to_owned())];
    assert_eq!(names.map(percent), expected, "{}", explorer.screen());
}

#[test]
fn a_large_window_is_not_half_empty() {
    let blank = |line: &&str| line.trim_matches(['│', '┃', '▐', ' ']).is_empty();
    for (name, datasets, keys) in [
        ("years compared", five_years(), "v"),
        ("places compared", sixty_districts(), "v<Tab>"),
        ("months compared", twelve_months(), "v"),
        ("five levels", five_levels(), ""),
    ] {
        let mut explorer = Explorer::with(datasets, CHOICES, 200, 60);
        explorer.keys(keys);
        let screen = explorer.screen();
        let empty = screen.lines().filter(blank).count();
        assert!(empty <= 26, "{name}: {empty} empty lines\n{screen}");
    }
}

#[test]
fn ascii_signs_are_explained_in_the_help() {
    let choices = Preferences { ascii: true, theme: Theme::None, ..CHOICES };
    let mut explorer = Explorer::with(five_levels(), choices, 200, 60);
    explorer.keys("?");
    for text in ["^ vuot", "v dat", "x khong dat", "c dang", ". khong danh gia"] {
        assert!(explorer.shows(text), "{text}\n{}", explorer.screen());
    }
}
