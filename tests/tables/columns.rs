//! Which actual a comparison column belongs to, and which columns of values `check` reports: no column of
//! numbers is dropped silently, and no comparison is read by its heading alone without a warning.

use crate::description::open;
use crate::english;
use crate::every::Every;
use std::path::Path;

use chitieu::app::Lang;
use chitieu::dataset::{self, Opened, Severity};
use chitieu::model::{Indicator, Place, Target, derive};
use chitieu::ui::Words;

fn first(text: &str) -> Indicator {
    open(text).datasets[0].indicators.get(0).unwrap()
}

/// The changes of an indicator, as text.
fn changes(indicator: &Indicator) -> Vec<String> {
    indicator.changes.iter().map(|change| format!("{} {}", change.amount, change.period)).collect()
}

/// The headings of the columns that a rule reports.
fn warned(opened: &Opened, rule: &str) -> Vec<String> {
    let found = opened.findings.iter().filter(|finding| {
        finding.rule().name() == rule && finding.rule().severity() == Severity::Warning
    });
    found.map(|finding| finding.location.path.clone()).collect()
}

fn sample(name: &str) -> Opened {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables");
    dataset::open(&folder.join(name), None).unwrap()
}

#[test]
fn the_base_of_a_comparison_follows_so_voi() {
    for (heading, period) in [
        ("10 tháng năm 2024 so với cùng kỳ năm trước (%)", "cùng kỳ năm trước"),
        ("10 tháng năm 2024 so với cùng kỳ năm 2023 (%)", "cùng kỳ năm 2023"),
        ("% so với cùng kỳ", "cùng kỳ năm trước"),
        ("So với tháng 12 năm trước (%)", "tháng 12 năm trước"),
        ("So với kỳ gốc 2019 (%)", "kỳ gốc 2019"),
        ("So với tháng trước (%)", "tháng trước"),
        ("So cùng kỳ năm ngoái (%)", "cùng kỳ năm trước"),
        ("TH 2024/TH 2023 (%)", "năm 2023"),
        ("Thực hiện so với quý trước (%)", "quý trước"),
        ("Compared with same period last year (%)", "same period last year"),
    ] {
        let text = format!("Chỉ tiêu;ĐVT;Thực hiện;{heading}\nThan;tấn;240;96,0\n");
        assert_eq!(changes(&first(&text)), [format!("-4.0 {period}")], "{heading}");
    }
}

#[test]
fn a_comparison_of_a_month_is_not_a_change_of_the_sum() {
    let text = "Chỉ tiêu;ĐVT;TH tháng 4;Ước tháng 5;Lũy kế 5 tháng;T5/T4 (%);5T so cùng kỳ (%)\n\
        Thu ngân sách;tỷ đồng;40;44;205;110;102,5\nSố vụ cháy;vụ;2;1;8;50;80\n";
    let opened = open(text);
    let of = |at: usize| opened.datasets[0].indicators.get(at).unwrap();
    assert_eq!(changes(&of(0)), ["2.5 cùng kỳ năm trước"]);
    assert_eq!(of(0).note.as_deref(), Some("T5/T4 (%): 110"));
    let previous =
        |at: usize| derive::previous_of(&of(at)).map(|(derived, _)| derived.estimate.to_string());
    assert_eq!(previous(0).as_deref(), Some("200"));
    assert!(warned(&opened, "unsupported-comparison").is_empty());
    // Without a column for the month, the words alone decide that it is not a change of the sum.
    let alone = "Chỉ tiêu;ĐVT;Lũy kế 5 tháng;Tháng 5 so với tháng 4 (%)\nThu;tỷ đồng;205;110\n";
    assert!(first(alone).changes.is_empty());
    assert_eq!(warned(&open(alone), "unsupported-comparison").len(), 1);
}

#[test]
fn the_growth_of_one_measure_is_not_that_of_another() {
    let text = "Mặt hàng;9 tháng;;So với cùng kỳ (%);\n;Lượng (tấn);Trị giá (nghìn USD);Lượng;Trị giá\n\
        Chè;310;620;103,3;112,7\nQuế;80;;95,2;\n";
    let opened = open(text);
    let read: Vec<_> = opened.datasets[0]
        .indicators
        .iter()
        .map(|one| {
            format!("{} {} {}", one.name, one.unit.clone().unwrap(), changes(&one).join(","))
        })
        .collect();
    assert_eq!(
        read,
        [
            "Chè – Lượng tấn 3.3 cùng kỳ năm trước",
            "Chè – Trị giá nghìn USD 12.7 cùng kỳ năm trước",
            "Quế tấn -4.8 cùng kỳ năm trước",
        ]
    );
    // The growth of a measure without a column is not that of another measure.
    let other = "Chỉ tiêu;Thực hiện diện tích (ha);Sản lượng so với cùng kỳ (%)\nNgô;80;104,0\n";
    assert!(first(other).changes.is_empty());
}

#[test]
fn the_rate_of_last_year_is_not_a_change() {
    for heading in [
        "Tỷ lệ giải ngân cùng kỳ (%)",
        "Tỷ lệ cùng kỳ năm 2023 (%)",
        "Tỷ lệ giải ngân năm 2023 (%)",
    ] {
        let text = format!(
            "Chủ đầu tư;ĐVT;Kế hoạch 2024;Giải ngân 2024;Tỷ lệ giải ngân (%);{heading}\nBan A;tỷ đồng;50;30;60;71\n"
        );
        let one = first(&text);
        assert!(one.changes.is_empty(), "{heading}");
        assert_eq!(one.plan.as_ref().and_then(|plan| plan.percent()), Some(60.into()));
        assert_eq!(one.note, Some(format!("{heading}: 71")));
    }
}

#[test]
fn a_comparison_that_no_row_supports_is_a_warning() {
    let supported =
        "Chỉ tiêu;KH;TH;TH/KH (%);TH cùng kỳ;So với cùng kỳ (%)\nThu;50;60;120;48;125\n";
    assert!(warned(&open(supported), "unsupported-comparison").is_empty());
    let by_heading = "Chỉ tiêu;KH;TH;TH/KH (%);So với cùng kỳ (%)\nThu;50;60;120;125\n";
    // Its heading says what it compares, and no value could contradict it.
    assert!(warned(&open(by_heading), "unsupported-comparison").is_empty());
    let contradicted = "Chỉ tiêu;KH;TH;TH/KH (%)\nThu;50;60;131\nChi;80;60;94\n";
    assert_eq!(warned(&open(contradicted), "unsupported-comparison"), ["TH/KH (%)"]);
    // If neither heading nor rows support it, it is not a percentage of the plan.
    let share = "Chỉ tiêu;KH;TH;Tỷ lệ (%)\nThu;50;60;37,5\nChi;80;100;62,5\n";
    assert_eq!(warned(&open(share), "unsupported-comparison"), ["Tỷ lệ (%)"]);
    let one = first(share);
    assert_eq!(one.plan.and_then(|plan| plan.percent()), None);
    assert_eq!(one.note.as_deref(), Some("Tỷ lệ (%): 37,5"));
}

#[test]
fn reports_the_choice_between_two_plans() {
    let opened = open(
        "Chỉ tiêu;ĐVT;KH tỉnh giao;KH huyện giao;TH;% so tỉnh giao;% so huyện giao\n\
         Thu ngân sách;tỷ đồng;40;50;44;110;88\n",
    );
    let one = opened.datasets[0].indicators.get(0).unwrap();
    assert_eq!(one.plan.as_ref().and_then(|plan| plan.percent()), Some(110.into()));
    let [other] = &one.other_plans[..] else { panic!("{one:?}") };
    assert_eq!(other.name.as_deref(), Some("KH huyện giao"));
    assert_eq!(
        (other.target(), other.percent()),
        (Some(Target::Value(50.into())), Some(88.into()))
    );
    let reported =
        opened.findings.iter().find(|finding| finding.rule().name() == "column-kept").unwrap();
    assert!(
        english::found(reported).contains("“KH tỉnh giao” is the main one, by headings and order")
    );
    // If the percentages are of one of them, that one is the plan.
    let second =
        open("Chỉ tiêu;ĐVT;Trung ương giao;HĐND giao;TH;TH/dự toán (%)\nThu;tỷ đồng;40;50;44;88\n");
    let reported =
        second.findings.iter().find(|finding| finding.rule().name() == "column-kept").unwrap();
    assert!(
        english::found(reported)
            .contains("“HĐND giao” is the main one, supported by 1 row of percents"),
        "{}",
        english::found(reported)
    );
}

#[test]
fn no_column_of_values_is_dropped_without_a_warning() {
    for name in ["von-theo-nguon.csv", "nsnn-nsdp.csv", "kh-nam-sau.csv", "dien-tich-nang-suat.csv"]
    {
        assert!(warned(&sample(name), "column-kept").is_empty(), "{name}");
    }
    let other = open(
        "Chỉ tiêu;KH vốn · Tổng số;KH vốn · NSTW;Giải ngân;Tỷ lệ (%)\nĐường;120;90;78;65,0\nChợ;80;60;52;65,0\n",
    );
    assert_eq!(warned(&other, "column-kept"), ["KH vốn · NSTW"]);
    let years = open("Chỉ tiêu;KH 2021;TH 2021;KH 2022;TH 2022\nThu;7;8;9;10\n");
    assert!(warned(&years, "column-kept").is_empty(), "each year has its own plan");
    assert_eq!(years.datasets.len(), 2);
    let groups = open(
        "Huyện;KH chè (ha);TH chè (ha);% chè;KH quế (ha);TH quế (ha);% quế\nBa Bể;20;21;105;90;45;50\n",
    );
    assert!(warned(&groups, "column-kept").is_empty(), "each group is an indicator");
    assert_eq!(groups.datasets[0].indicators.names().collect::<Vec<_>>(), ["chè", "quế"]);
    let one = groups.datasets[0].indicators.get(0).unwrap();
    assert_eq!(one.plan.as_ref().and_then(|plan| plan.percent()), Some(105.into()));
    assert!(one.earlier.is_empty());
}

#[test]
fn a_difference_in_the_unit_is_not_a_change_in_points() {
    let text = "Chỉ tiêu;ĐVT;TH cùng kỳ;TH;Tăng, giảm so với cùng kỳ\nLúa;tấn;100;130;30\nNgô;tấn;80;95;15\n";
    let one = first(text);
    assert!(one.changes.is_empty());
    assert_eq!(one.note.as_deref(), Some("Tăng, giảm so với cùng kỳ: 30"));
    let rate =
        "Chỉ tiêu;ĐVT;TH cùng kỳ;TH;Tăng, giảm so với cùng kỳ\nTỷ lệ che phủ;%;71,2;73,4;2,2\n";
    assert_eq!(changes(&first(rate)), ["2.2 cùng kỳ năm trước"]);
}

#[test]
fn cells_right_of_the_last_heading_are_kept_and_reported() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu phí;tỷ đồng;80;84;105,0;tăng thu\nTrồng chè;ha;50;45;90,0\n";
    let opened = open(text);
    assert_eq!(first(text).note.as_deref(), Some("105,0; tăng thu"));
    let found: Vec<usize> = opened
        .findings
        .iter()
        .filter(|finding| finding.rule().name() == "unknown-column")
        .map(|finding| finding.location.line)
        .collect();
    assert_eq!(found, [2, 2], "each column, where it begins");
    // If there are very many, a few are listed, and the rest is counted.
    let wide = format!("Chỉ tiêu;Kế hoạch;Thực hiện\nThu;8;9{}\n", ";7".repeat(400));
    let opened = open(&wide);
    assert!(opened.findings.len() < 20, "{}", opened.findings.len());
    assert!(opened.findings.iter().any(|finding| finding.rule().name() == "values-outside"));
    // Signatures below a table do not add columns.
    let signed = "Chỉ tiêu;Kế hoạch;Thực hiện\nThu;8;9\n;;;;TM. ỦY BAN NHÂN DÂN\n";
    assert!(warned(&open(signed), "unknown-column").is_empty());
}

#[test]
fn a_second_group_of_columns_is_an_indicator_of_its_own() {
    let text = "Xã;KH chè (ha);TH chè (ha);% chè;KH quế (ha);TH quế (ha);% quế\n\
        Bình Trung;120;126;105;60;48;80\nYên Phong;90;81;90;40;44;110\n";
    let opened = open(text);
    assert!(warned(&opened, "column-kept").is_empty());
    let places: Vec<_> = opened.datasets.iter().map(|one| one.place.name()).collect();
    assert_eq!(places, ["Bình Trung", "Yên Phong"]);
    let second = opened.datasets[0].indicators.get(1).unwrap();
    assert_eq!((second.name.as_str(), second.figure()), ("quế", Some(48.into())));
    assert_eq!(second.plan.as_ref().and_then(|plan| plan.percent()), Some(80.into()));
}

#[test]
fn units_in_square_brackets_are_units() {
    let text =
        "Chỉ tiêu;KH 2024;TH 2024\nXuất khẩu [triệu USD];120;132\nSản lượng lúa [tấn];50;49\n";
    let read: Vec<(String, Option<String>)> =
        open(text).datasets[0].indicators.iter().map(|one| (one.name, one.unit)).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(read[0], ("Xuất khẩu".to_owned(), some("triệu USD")));
    assert_eq!(read[1], ("Sản lượng lúa".to_owned(), some("tấn")));
    let heading = "Nội dung;KH [triệu đồng];TH [triệu đồng];So sánh [%]\nThu phí;50;49;98\n";
    let thu = first(heading);
    assert_eq!(thu.unit.as_deref(), Some("triệu đồng"));
    assert_eq!(thu.plan.unwrap().percent().map(|p| p.to_string()).as_deref(), Some("98"));
}

#[test]
fn rows_of_one_name_with_opposite_statuses_are_reported() {
    let rows = |second: &str| {
        format!("Chỉ tiêu;ĐVT;KH 2024;TH 2024\nThu phí;tỷ đồng;12;13\nTrồng chè;ha;5;4\n{second}\n")
    };
    let found = |second: &str| warned(&open(&rows(second)), "opposite-statuses").len();
    assert_eq!(
        found("Thu phí;tỷ đồng;12;11"),
        0,
        "without a direction nothing is said of the first"
    );
    let rows = |second: &str| {
        format!(
            "Chỉ tiêu;ĐVT;KH 2024;TH 2024\nThu ngân sách;tỷ đồng;12;13\nTrồng chè;ha;5;4\n{second}\n"
        )
    };
    let found = |second: &str| warned(&open(&rows(second)), "opposite-statuses").len();
    assert_eq!(found("Thu ngân sách;tỷ đồng;12;11"), 1);
    assert_eq!(found("Thu ngân sách;tỷ đồng;12;14"), 0, "both reached it");
    assert_eq!(found("Thu ngân sách;triệu USD;12;11"), 0, "another unit");
    assert_eq!(found("Thu ngân sách huyện;tỷ đồng;12;11"), 0, "another name");
}

#[test]
fn the_name_of_a_file_is_not_a_place() {
    let place = |text: &str| open(text).datasets[0].place.clone();
    let rows = "Chỉ tiêu;ĐVT;KH 2024;TH 2024\nThu phí;tỷ đồng;12;13\n";
    assert_eq!(place(rows), Place::File("bieu.csv".into()));
    let words = [Lang::Vietnamese, Lang::English].map(Words);
    assert_eq!(
        words.map(|words| words.place(&place(rows)).into_owned()),
        ["tệp bieu.csv", "file bieu.csv"]
    );
    let written = dataset::write_json(&open(rows).datasets[0]).unwrap();
    assert!(!written.contains("\"place\"") && !written.contains("bieu.csv"), "{written}");
    let again = dataset::read_json("moi.json", written.as_bytes()).unwrap();
    assert_eq!(again.place, Place::File("moi.json".into()));
    let titled = format!("KẾT QUẢ NĂM 2024 CỦA HUYỆN MƯỜNG LÁT;;;\n{rows}");
    assert_eq!(open(&titled).datasets[0].place.named(), Some("Huyện Mường Lát"));
}

#[test]
fn values_of_other_periods_have_the_names_of_the_periods() {
    let text = "Chỉ tiêu;ĐVT;TH năm 2023;KH 2024;TH tháng 8/2024;Ước TH tháng 9;Lũy kế 9 tháng\n\
        Thu phí;tỷ đồng;95;120;9;10;88\n";
    let others: Vec<String> =
        first(text).earlier.iter().map(|other| other.period.clone()).collect();
    assert_eq!(others, ["năm 2023", "tháng 8 năm 2024", "ước tháng 9"]);
}

/// The statuses of all rows, by name.
fn statuses(opened: &Opened) -> Vec<(String, chitieu::model::Status)> {
    let indicators = opened.datasets[0].indicators.iter();
    indicators.map(|one| (one.name.clone(), chitieu::model::status(&one))).collect()
}

#[test]
fn a_rate_next_to_a_target_in_percent_is_the_actual() {
    use chitieu::model::Status::{Exceeded, Met, Missed};
    for (rate, difference) in [
        ("Tỷ lệ bao phủ BHXH đến 31/12/2024 (%)", "Chênh lệch so với chỉ tiêu (điểm %)"),
        ("Tỷ lệ lao động tham gia năm 2024 (%)", "Tăng/giảm so với chỉ tiêu giao (điểm %)"),
        ("Tỷ lệ (%)", "Chênh lệch (điểm %)"),
        ("Coverage rate 2024 (%)", "Difference from target (pp)"),
    ] {
        let text = format!(
            "STT;Khu vực;Chỉ tiêu giao (%);{rate};{difference}\n\
             1;Doanh nghiệp lớn;97,50;98,10;0,60\n2;Hợp tác xã;64,00;61,75;-2,25\n\
             3;Đơn vị sự nghiệp;100,00;100,00;0,00\n"
        );
        let opened = open(&text);
        let one = |at: usize| opened.datasets[0].indicators.get(at).unwrap();
        assert_eq!(one(0).figure().map(|figure| figure.to_string()).as_deref(), Some("98.10"));
        assert!((0..3).every(|at| one(at).changes.is_empty()), "{rate} {difference}");
        assert!((0..3).every(|at| one(at).plan.unwrap().percent().is_none()), "{rate}");
        let found: Vec<_> = statuses(&opened).into_iter().map(|(_, status)| status).collect();
        if rate.contains("bao phủ") {
            assert_eq!(found, [Exceeded, Missed, Met], "{rate} {difference}");
        }
    }
    // Last year's rate is no actual of this year.
    let opened = open(
        "Xã;Chỉ tiêu năm 2024 (%);Tỷ lệ bao phủ năm 2023 (%)\nXã Mỹ Thanh;92;90,5\nXã Vi Hương;88;87\n",
    );
    assert!(opened.datasets[0].indicators.iter().every(|one| one.figure().is_none()));
}

#[test]
fn an_index_of_the_year_before_is_a_change() {
    for heading in [
        "Chỉ số phát triển (Năm trước = 100) - %",
        "\"Chỉ số phát triển (Năm trước = 100) - %\nIndex (Previous year = 100) - %\"",
        "Index (Previous year = 100) - %",
        "Năm trước=100 (%)",
        "Chỉ số (cùng kỳ năm trước = 100)",
    ] {
        let text = format!(
            "Chỉ tiêu;Đơn vị;2023;Sơ bộ 2024;{heading}\n\
             Chè búp tươi;tấn;8120;8445;104,00\nDong riềng;tấn;15300;14382;94,00\n"
        );
        let one = first(&text);
        let amounts: Vec<_> = one.changes.iter().map(|change| change.amount.to_string()).collect();
        assert_eq!(amounts, ["4.00"], "{heading}");
        assert_eq!(one.earlier.len(), 1, "{heading}");
    }
    let opened =
        open("Items,Unit,2024,Index (previous month = 100)\nRice,ton,81,38.5\nTea,ton,9,31.0\n");
    let rice = opened.datasets[0].indicators.get(0).unwrap();
    assert_eq!(changes(&rice), ["-61.5 previous month"]);
}

#[test]
fn a_change_of_points_is_against_the_column_before() {
    for heading in ["Tăng/giảm điểm", "Tăng/giảm", "Điểm tăng/giảm", "Increase/decrease"]
    {
        let text = format!("Chỉ số;Điểm 2023;Điểm 2024;{heading}\nMinh bạch;5,10;5,32;+0,22\n");
        assert_eq!(changes(&first(&text)), ["0.22 năm 2023"], "{heading}");
    }
}

#[test]
fn a_named_rate_next_to_a_plan_alone_is_no_percent_of_it() {
    let of =
        |heading: &str| open(&format!("Chỉ tiêu;ĐVT;KH 2024;{heading}\nNước sạch;hộ;1400;62,5\n"));
    let named = of("Tỷ lệ bao phủ (%)");
    let one = named.datasets[0].indicators.get(0).unwrap();
    assert_eq!(one.plan.as_ref().and_then(|plan| plan.percent()), None);
    assert_eq!(one.note.as_deref(), Some("Tỷ lệ bao phủ (%): 62,5"));
    // Without a name it can only be of the plan.
    let plain = of("Tỷ lệ (%)").datasets[0].indicators.get(0).unwrap();
    assert_eq!(plain.plan.unwrap().percent(), Some("62.5".parse().unwrap()));
    assert_eq!(plain.note, None);
}

#[test]
fn the_change_since_new_year_goes_first_in_a_table_without_values() {
    let text = "Chỉ tiêu;ĐVT;Tháng 8 so cùng kỳ (%);8 tháng so cùng kỳ (%)\nThan;tấn;112,5;103\n";
    assert_eq!(changes(&first(text)), ["3 cùng kỳ năm trước", "12.5 cùng kỳ năm trước (Tháng 8)"]);
}

#[test]
fn values_may_be_left_of_the_names() {
    for text in [
        "TT;KH năm 2024;TH năm 2024;TH/KH (%);Hạng mục\n1;410;451;110,0;Trồng cây xanh\n2;60;57;95,0;Nạo vét kênh\n",
        "TT;TH năm 2024;KH năm 2024;TH/KH (%);Hạng mục\n1;451;410;110,0;Trồng cây xanh\n2;57;60;95,0;Nạo vét kênh\n",
        "KH 2024;Sản phẩm;TH 2024;TH/KH (%)\n410;Trồng cây xanh;451;110,0\n60;Nạo vét kênh;57;95,0\n",
        "Target,Actual,Measure\n410,451,Trồng cây xanh\n60,57,Nạo vét kênh\n",
        "Mục tiêu;Kết quả;Chỉ tiêu\n410;451;Trồng cây xanh\n60;57;Nạo vét kênh\n",
    ] {
        let one = first(text);
        let target = one.plan.as_ref().and_then(|plan| plan.target());
        let wanted = chitieu::model::Target::Value(410.into());
        assert_eq!((one.name.as_str(), target), ("Trồng cây xanh", Some(wanted)), "{text}");
        assert_eq!(one.figure(), Some(451.into()), "{text}");
    }
    // Numbers of goals are no plans.
    let goals = "Goal,Target,Indicator,2022,2023\n1,1.1,Extreme poverty,4,3\n2,2.2,Wasting,9,8\n";
    assert!(first(goals).plan.is_none());
}

#[test]
fn goals_left_of_the_names_are_no_sections_next_to_a_column_of_sections() {
    let opened = open(
        "Goal,Target,Section,Indicator,Unit,2024\nNo hunger,Better food,Health,Wasting,%,6\n\
         No hunger,Farms that last,Economy,Yield of rice,t/ha,5\n",
    );
    let sections: Vec<_> =
        opened.datasets[0].sections.iter().map(|section| &*section.name).collect();
    assert_eq!(sections, ["Health", "Economy"]);
    let note = opened.datasets[0].indicators.get(0).unwrap().note;
    assert_eq!(note.as_deref(), Some("Goal: No hunger; Target: Better food"));
}

#[test]
fn names_may_be_right_of_the_values() {
    for heading in ["Chỉ số thành phần", "Lĩnh vực đánh giá", "Đơn vị", "Component"]
    {
        let text = format!(
            "Thứ hạng 2023;Điểm 2023;{heading};Điểm 2022;Thứ hạng 2022\n\
             14;7,1;Chi phí thời gian;6,8;20\n9;6,6;Tiếp cận đất đai;6,7;8\n"
        );
        let one = first(&text);
        assert_eq!(one.name, "Chi phí thời gian", "{heading}");
        assert_eq!(one.ranks[0].position, 14, "{heading}");
    }
}

#[test]
fn columns_are_judged_by_the_rows_of_their_own_table() {
    let text = "Bảng 1. Nước sạch;;;;;\nSTT;Chỉ tiêu;Đơn vị tính;Mục tiêu 2024;Kết quả 2024;Đánh giá\n\
        1;Tỷ lệ hộ có nước sạch;%;62;63,5;Vượt\n2;Tỷ lệ thôn có cấp nước;%;80;77;Không đạt\n;;;;;\n\
        Bảng 2. Khuyến nông;;;;;\nTT;KH năm 2024;TH năm 2024;TH/KH (%);Hạng mục;\n\
        1;40;44;110,0;Mô hình trồng trọt;\n2;25;24;96,0;Mô hình chăn nuôi;\n3;8;8;100,0;Lớp tập huấn;\n\
        4;9;9;100,0;Hội nghị đầu bờ;\n5;3;3;100,0;Phóng sự;\n";
    let opened = open(text);
    let all: Vec<Indicator> = opened.datasets[0].indicators.iter().collect();
    let read: Vec<_> = all
        .iter()
        .map(|one| {
            let target = one.plan.as_ref().and_then(|plan| plan.target());
            (one.name.as_str(), target.is_some(), one.figure().map(|figure| figure.to_string()))
        })
        .collect();
    assert_eq!(read[0], ("Tỷ lệ hộ có nước sạch", true, Some("63.5".to_owned())));
    assert_eq!(read[2], ("Mô hình trồng trọt", true, Some("44".to_owned())));
    assert_eq!(read.len(), 7);
}

#[test]
fn small_tables_are_split_at_their_separator() {
    for (names, separator) in
        [(["Sinh viên", "Hộ gia đình"], ';'), (["A", "B"], ';'), (["Học sinh", "Giáo viên"], '\t')]
    {
        for headings in [
            "Nhóm;Chỉ tiêu giao;Thực hiện",
            "Nhóm;Kế hoạch (%);Thực hiện (%)",
            "Xã;Kế hoạch;Thực hiện",
        ] {
            for rows in 1..=2 {
                let lines = names[..rows].iter().map(|name| format!("{name};81;82,45\n"));
                let text = format!("{headings}\n{}", lines.collect::<String>());
                let text = text.replace(';', &separator.to_string());
                let one = first(&text);
                assert_eq!(
                    one.figure().map(|figure| figure.to_string()).as_deref(),
                    Some("82.45"),
                    "{text}"
                );
                assert_eq!(one.name, names[0]);
            }
        }
    }
    // A separator that was not recognised is reported.
    let opened = open("Các chỉ tiêu\nĐông;7;8\nTây;9;8\n");
    assert!(opened.findings.iter().any(|found| found.rule().name() == "no-values"));
}

#[test]
fn levels_of_completion_in_words_are_verdicts() {
    use chitieu::model::Status::{Exceeded, Missed};
    let text = "STT;Nhiệm vụ/Chỉ tiêu;Mục tiêu năm 2024;Kết quả năm 2024;Mức độ hoàn thành\n\
        1;Số hóa hồ sơ;80%;91,2%;Hoàn thành vượt mức\n2;Hồ sơ quá hạn;≤ 1%;1,4%;Không hoàn thành\n";
    let opened = open(text);
    let found: Vec<_> = statuses(&opened).into_iter().map(|(_, status)| status).collect();
    assert_eq!(found, [Exceeded, Missed]);
    assert!(warned(&opened, "unsupported-comparison").is_empty());
}

#[test]
fn a_line_below_a_markdown_table_does_not_change_its_names() {
    for below in ["Nguồn: Phòng Tài nguyên.", "Ghi chú: số liệu đến 30/11.\n\n*Người lập biểu*", ""]
    {
        let table = format!(
            "| STT | Loại đất | Kế hoạch (ha) | Thực hiện (ha) |\n|---|---|---:|---:|\n\
             | 1 | Đất nông nghiệp | 200 | 210 |\n| 2 | Đất ở | 100 | 90 |\n\n{below}\n"
        );
        let opened = dataset::read("bieu.md", table.as_bytes(), None).unwrap();
        let names: Vec<String> =
            opened.datasets[0].indicators.iter().map(|one| one.name.clone()).collect();
        assert_eq!(names, ["Đất nông nghiệp", "Đất ở"], "{below}");
    }
}

#[test]
fn a_line_below_a_markdown_table_is_under_no_column() {
    let opened = open(
        "# Rà soát\n\n| TT | Tiêu chí | Yêu cầu | Kết quả | Đánh giá |\n|---|---|---|---|---|\n\
         | 1 | Thu nhập | ≥ 40 | 42 | Đạt |\n| 2.1 | Đường ngõ xóm | ≥ 85% | 80% | Chưa đạt |\n\n\
         *Tổng cộng: 1/2 tiêu chí đạt.*\n",
    );
    assert!(warned(&opened, "unknown-column").is_empty());
    let road = opened.datasets[0].indicators.get(1).unwrap();
    assert!(road.parents.is_empty());
    assert!(opened.findings.iter().any(|found| found.rule().name() == "orphan-number"));
}

#[test]
fn a_period_keeps_what_its_heading_says() {
    let earlier = |text: &str| first(text).earlier[0].period.clone();
    assert_eq!(
        earlier(
            "Measure,Unit,Target 2023/24,Outturn 2022/23,Outturn 2023/24\nHomes,no.,90,70,84\n"
        ),
        "năm 2022/2023"
    );
    assert_eq!(
        earlier("Cây trồng;ĐVT;KH vụ xuân 2024;TH vụ xuân 2024;TH vụ xuân 2023\nNgô;ha;90;84;80\n"),
        "vụ xuân năm 2023"
    );
    let period = |text: &str| open(text).datasets.last().unwrap().period.clone();
    assert_eq!(
        period("Vật nuôi;ĐVT;Thời điểm 01/10/2023;Thời điểm 01/10/2024\nDê;con;90;84\n"),
        "ngày 01/10/2024"
    );
    assert_eq!(
        period("Chỉ tiêu;KH vốn 2024;Giải ngân lũy kế đến 30/9/2024\nSở Y tế;90;45\n"),
        "9 tháng năm 2024"
    );
    assert_eq!(period("Chỉ tiêu;Dư nợ tại 30/9/2024\nHộ nghèo;90\n"), "ngày 30/9/2024");
    // The second quarter of a financial year, with the first.
    let text = "Measure,Unit,Polarity,Annual target 2024/25,Q2 YTD 2024/25\nHomes,no.,Bigger is better,180,72\n";
    let homes = first(text);
    assert_eq!(chitieu::model::status(&homes), chitieu::model::Status::InProgress);
    assert_eq!(
        derive::percent_of(&homes).map(|percent| percent.to_string()).as_deref(),
        Some("40")
    );
}

#[test]
fn a_published_earlier_value_is_not_derived() {
    let text = "Nội dung;ĐVT;9 tháng năm 2024;9 tháng năm 2023;So với cùng kỳ (%)\n\
        Số vụ cháy;Vụ;31;35;-11,43\nThiệt hại;Triệu đồng;812,5;930;-12,6\n";
    let one = first(text);
    assert!(!one.changes.is_empty() && derive::previous_of(&one).is_none());
}

#[test]
fn a_title_that_ends_with_so_voi_makes_periods_bases() {
    for headings in [
        "Tháng 4/2023;Tháng 5/2022;Tháng 12/2022",
        "Tháng trước;Cùng kỳ năm trước;Tháng 12 năm trước",
    ] {
        let opened = open(&format!(
            "CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2023 SO VỚI (%)\nNhóm hàng;{headings}\n\
             Ăn uống;100,31;104,12;101,50\nMay mặc;99,84;101,07;100,22\n"
        ));
        assert_eq!(opened.datasets.len(), 1, "{headings}");
        assert_eq!(opened.datasets[0].period, "tháng 5 năm 2023");
        let first = opened.datasets[0].indicators.get(0).unwrap();
        assert_eq!(first.figure(), None, "an index of a base is no value");
        let amounts: Vec<String> =
            first.changes.iter().map(|change| change.amount.to_string()).collect();
        assert_eq!(amounts, ["0.31", "4.12", "1.50"], "{headings}");
    }
}
