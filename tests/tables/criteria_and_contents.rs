//! Criteria next to their contents: the content is the indicator, and the criterion the group that
//! it is in, however its cell is written: repeated in each row, once, or for one content only.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator};

/// "Section > parents > name" of each indicator.
fn names(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let line = |dataset: &Dataset, at: usize, one: Indicator| {
        let section = dataset.sections.iter().find(|section| section.indicators.contains(&at));
        let section = section.map(|section| section.name.clone()).filter(|name| !name.is_empty());
        section.into_iter().chain(one.parents).chain([one.name]).collect::<Vec<_>>().join(" > ")
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().enumerate().map(|(at, one)| line(dataset, at, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

const EXPECTED: [&str; 4] = [
    "Trường học > Tỷ lệ trường đạt chuẩn",
    "Trường học > Số phòng học kiên cố",
    "Y tế > Tỷ lệ trẻ suy dinh dưỡng",
    "Y tế > Số trạm y tế đạt chuẩn",
];

#[test]
fn the_content_is_the_name_and_the_criterion_its_group() {
    for (heading, marks, repeats) in [
        ("Tiêu chí;Nội dung", ["", "", "", ""], true),
        ("Tiêu chí;Nội dung", ["", "", "", ""], false),
        ("TT;Tên tiêu chí;Nội dung tiêu chí", ["5;", "5;", "6;", "6;"], true),
        ("TT;Tên tiêu chí;Nội dung tiêu chí", ["5;", ";", "6;", ";"], false),
        ("TT;Tiêu chí;Nội dung", ["5.1;", "5.2;", "6.1;", "6.2;"], true),
        ("STT;Tiêu chí;Chỉ tiêu", ["1;", "2;", "3;", "4;"], true),
    ] {
        let mut text = format!("{heading};Yêu cầu;Kết quả\n");
        let mut last = "";
        for (expected, mark) in EXPECTED.iter().zip(marks) {
            let (group, name) = expected.split_once(" > ").unwrap();
            let shown = if repeats || group != last { group } else { "" };
            last = group;
            text += &format!("{mark}{shown};{name};≥ 7;8\n");
        }
        assert_eq!(names(&text), EXPECTED, "{text}");
    }
}

#[test]
fn a_criterion_with_one_content_is_its_group() {
    let text = "TT;Tiêu chí;Nội dung tiêu chí;Yêu cầu;Kết quả\n\
                4;Điện;Tỷ lệ hộ dùng điện;≥ 95%;97%\n\
                9;Nhà ở;Tỷ lệ hộ có nhà kiên cố;≥ 80%;82%\n";
    assert_eq!(names(text), ["Điện > Tỷ lệ hộ dùng điện", "Nhà ở > Tỷ lệ hộ có nhà kiên cố"]);
}

#[test]
fn elements_of_several_items_are_no_groups() {
    let text = "Item;Element;2022;2023\n\
                Rice;Area;10;11\nRice;Yield;5;6\nMaize;Area;20;21\nMaize;Yield;7;8\n";
    let found = names(text);
    assert!(!found.iter().any(|name| name.starts_with("Rice > ")), "{found:?}");
}

#[test]
fn contents_may_keep_the_numbers_of_a_longer_list() {
    let text = "TT;Tiêu chí;Nội dung tiêu chí;Yêu cầu;Kết quả\n\
                1;Điện;4.1. Tỷ lệ hộ dùng điện;≥ 95%;97%\n\
                2;Nhà ở;9. Tỷ lệ hộ có nhà kiên cố;≥ 80%;82%\n\
                3;Lao động;12.1. Tỷ lệ lao động qua đào tạo;≥ 70%;74%\n\
                ;;12.2. Tỷ lệ lao động có chứng chỉ;≥ 30%;33%\n\
                4;Y tế;15.3. Tỷ lệ dân số có thẻ bảo hiểm;≥ 95%;93%\n";
    assert_eq!(
        names(text),
        [
            "Điện > Tỷ lệ hộ dùng điện",
            "Nhà ở > Tỷ lệ hộ có nhà kiên cố",
            "Lao động > Tỷ lệ lao động qua đào tạo",
            "Lao động > Tỷ lệ lao động có chứng chỉ",
            "Y tế > Tỷ lệ dân số có thẻ bảo hiểm",
        ]
    );
}
