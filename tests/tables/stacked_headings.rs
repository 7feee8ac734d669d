//! Headings that are cut into several rows, a line of the heading a cell, as the statistics office writes them.

use crate::description::open;
use chitieu::model::{Dataset, Indicator};

/// Period, estimate, name, actual, unit and changes of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let changes =
            one.changes.iter().map(|change| format!("{} {}", change.amount, change.period));
        let changes: Vec<String> = changes.collect();
        let period = one.period.map_or(dataset.period.clone(), |period| period.to_string());
        let estimate = if one.estimate { "ước " } else { "" };
        let unit = one.unit.unwrap_or_default();
        format!("{period}|{}|{estimate}{actual} {unit}|{}", one.name, changes.join(", "))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    open(text).datasets.iter().flat_map(of).collect()
}

const ROWS: &str = "Hàng hóa;512,4;530,6;5.604,8;103,6;107,2;109,9\n\
                    Ăn uống;61,2;60,7;655,3;99,2;104,1;111,4\n";

const READ: [&str; 6] = [
    "tháng 10 năm 2025|Hàng hóa|512.4 tỷ đồng|",
    "tháng 10 năm 2025|Ăn uống|61.2 tỷ đồng|",
    "tháng 11 năm 2025|Hàng hóa|ước 530.6 tỷ đồng|3.6 tháng trước, 7.2 cùng kỳ năm trước",
    "tháng 11 năm 2025|Ăn uống|ước 60.7 tỷ đồng|-0.8 tháng trước, 4.1 cùng kỳ năm trước",
    "11 tháng năm 2025|Hàng hóa|ước 5604.8 tỷ đồng|9.9 cùng kỳ năm trước",
    "11 tháng năm 2025|Ăn uống|ước 655.3 tỷ đồng|11.4 cùng kỳ năm trước",
];

#[test]
fn a_heading_of_five_rows_is_read() {
    for header in [
        // The year is a row of its own.
        ";Thực hiện;Ước tính;Ước tính;Tháng 11;Tháng 11;11 tháng\n\
         ;tháng 10;tháng 11;11 tháng;so với;so với;so với\n\
         ;năm;năm;năm;tháng;cùng kỳ;cùng kỳ\n\
         ;2025;2025;2025;trước;năm trước;năm trước\n\
         ;;;;(%);(%);(%)\n",
        // The comparisons are longer than the values.
        ";Thực hiện;Ước tính;Ước tính;Tháng 11;Tháng 11;11 tháng\n\
         ;tháng 10;tháng 11;11 tháng;năm 2025;năm 2025;năm 2025\n\
         ;năm 2025;năm 2025;năm 2025;so với;so với cùng;so với cùng\n\
         ;;;;tháng trước;kỳ năm;kỳ năm\n\
         ;;;;(%);trước (%);trước (%)\n",
        // The heading of the names is in the middle.
        ";Thực hiện;Ước tính;Ước tính;Tháng 11;Tháng 11;11 tháng\n\
         Chỉ tiêu;tháng 10;tháng 11;11 tháng;so với;so với cùng;so với cùng\n\
         ;năm 2025;năm 2025;năm 2025;tháng trước;kỳ năm trước;kỳ năm trước\n\
         ;;;;(%);(%);(%)\n",
    ] {
        let table = format!("DOANH THU DỊCH VỤ\nĐơn vị: tỷ đồng\n{header}{ROWS}");
        let mut found = lines(&table);
        found.sort_unstable();
        let mut expected = READ.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{header}");
    }
}

#[test]
fn a_word_cut_between_two_rows_names_no_period() {
    let table = "DOANH THU\n\
                 Đơn vị: tỷ đồng\n\
                 Chỉ tiêu;Thực hiện 9 tháng năm 2025;So với cùng;So với kế\n\
                 ;;kỳ năm trước (%);hoạch (%)\n\
                 Bán lẻ;4.120;108,3;71,5\n\
                 Lữ hành;310;115,2;80,4\n";
    let found = lines(table);
    assert_eq!(
        found,
        [
            "9 tháng năm 2025|Bán lẻ|4120 tỷ đồng|8.3 cùng kỳ năm trước",
            "9 tháng năm 2025|Lữ hành|310 tỷ đồng|15.2 cùng kỳ năm trước"
        ]
    );
}

#[test]
fn a_first_row_without_values_is_no_part_of_the_headings() {
    let table = "KẾT QUẢ NĂM 2024\nChỉ tiêu;ĐVT;TH 2024\na) lĩnh vực trồng trọt;;\nLúa;ha;120\nb) lĩnh vực chăn nuôi;;\nDê;con;310\n";
    let found = lines(table);
    assert_eq!(found, ["năm 2024|Lúa|120 ha|", "năm 2024|Dê|310 con|"]);
    let parents: Vec<String> =
        open(table).datasets[0].indicators.iter().flat_map(|one| one.parents).collect();
    assert_eq!(parents, ["lĩnh vực trồng trọt", "lĩnh vực chăn nuôi"]);
}

#[test]
fn a_row_of_headings_in_english_is_no_level_and_no_row() {
    let text = "Dân số trung bình phân theo giới tính (Người)\n\
                ;Tổng số;Phân theo giới tính;;Phân theo khu vực;\n;Total;By sex;;By residence;\n\
                ;;Nam;Nữ;Thành thị;Nông thôn\n;;Male;Female;Urban;Rural\n\
                2021;500;240;260;150;350\n2022;510;245;265;160;350\n2023;520;250;270;170;350\n";
    let opened = chitieu::dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let errors = opened.findings.iter().filter(|one| one.rule().name() == "no-name").count();
    assert_eq!(errors, 0);
    for own in &opened.datasets {
        for one in own.indicators.iter() {
            let all = [one.parents.as_slice(), std::slice::from_ref(&one.name)].concat().join("/");
            let is_english = ["By ", "Male", "Female", "Urban", "Rural", "Total"]
                .iter()
                .any(|word| all.contains(word));
            assert!(!is_english, "{all}");
        }
    }
    let last = opened.datasets.last().unwrap();
    let rural = last.indicators.iter().find(|one| one.name == "Nông thôn").unwrap();
    assert_eq!(rural.figure(), Some(350.into()));
}
