//! Rows and what they are parts of: breakdowns, averages of offices, groups in capitals, verdicts, notes between rows,
//! cells without a heading.

use crate::description::{figure_of, full_name, open, place_of, warnings};
use crate::every::Every;
use chitieu::dataset;
use chitieu::model::{Actual, Indicator, Status, status};

fn indicators(text: &str) -> Vec<Indicator> {
    let opened = open(text);
    opened
        .datasets
        .iter()
        .flat_map(|dataset| dataset.indicators.iter().collect::<Vec<_>>())
        .collect()
}

/// The place of each indicator, its period, its name with its parents, its unit and its actual.
fn rows(text: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for dataset in &open(text).datasets {
        let place = place_of(dataset);
        for one in dataset.indicators.iter() {
            let name = full_name(&one);
            let unit = one.unit.clone().unwrap_or_default();
            let figure = figure_of(&one);
            rows.push(format!("{place}|{}|{name}|{unit}|{figure}", dataset.period));
        }
    }
    rows
}

/// The findings of a rule, at the texts that they are about.
fn found(text: &str, rule: &str) -> usize {
    open(text).findings.iter().filter(|one| one.rule().name() == rule).count()
}

#[test]
fn a_stated_comparison_without_its_base_is_a_note() {
    for heading in ["So cùng kỳ (%)", "Tăng, giảm so với cùng kỳ (%)", "So với tháng trước (%)"]
    {
        let text = format!(
            "Chỉ tiêu;ĐVT;Tháng 6/2024;{heading}\nThu phí;tỷ đồng;60;105,2\nKhách;lượt;20;98,1\n"
        );
        assert!(warnings(&text).is_empty(), "{heading}: {:?}", warnings(&text));
        assert!(indicators(&text).iter().every(|one| one.changes.len() == 1), "{heading}");
    }
    // Values that contradict it, and numbers that may be a ratio or a change, stay warnings.
    let text = "Chỉ tiêu;ĐVT;TH 2023;TH 2024;So với cùng kỳ (%)\nThu phí;tỷ đồng;50;60;131\nKhách;lượt;10;20;145\n";
    assert_eq!(found(text, "unsupported-comparison"), 1);
    let text =
        "Chỉ tiêu;ĐVT;Tháng 6/2024;So cùng kỳ (%)\nThu phí;tỷ đồng;60;12,5\nKhách;lượt;20;8,1\n";
    assert_eq!(found(text, "unsupported-comparison"), 1);
}

#[test]
fn a_number_of_times_is_a_percentage() {
    let percent = |cell: &str| {
        let text = format!(
            "Chỉ tiêu;ĐVT;KH 2024;TH 2024;TH/KH (%)\nThu phí;tỷ đồng;60;140;{cell}\n\
             Khách;lượt;100;95;95\nTrường;trường;10;10;100,0\n"
        );
        let one = indicators(&text).remove(0);
        let percent = one.plan.unwrap().percent().map(|percent| percent.to_string());
        (percent, one.note, warnings(&text))
    };
    for cell in ["2,33 lần", "gấp 2,33 lần", "tăng 2,33 lần"] {
        let kept = Some(format!("TH/KH (%): {cell}"));
        assert_eq!(percent(cell), (Some("233".to_owned()), kept, vec![]), "{cell}");
    }
    // Too few digits for a percentage: both values say it already.
    assert_eq!(percent("2,3 lần").0, None);
    assert!(percent("2,3 lần").2.is_empty());
    // The values say something else.
    assert_eq!(percent("3,33 lần").2, ["unclear-times"]);
    let change = |cell: &str| {
        let text = format!(
            "Chỉ tiêu;ĐVT;Tháng 6/2024;So cùng kỳ (%)\nThu phí;tỷ đồng;60;{cell}\nKhách;lượt;20;98\n"
        );
        let changes = indicators(&text).remove(0).changes;
        (changes.first().map(|change| change.amount.to_string()), warnings(&text))
    };
    assert_eq!(change("2,33 lần"), (Some("133".to_owned()), vec![]));
    assert_eq!(change("tăng 2,33 lần"), (None, vec!["unclear-times"]));
    // A row that counts times.
    let text = "Chỉ tiêu;ĐVT;TH 2023;TH 2024;Tăng, giảm so với 2023 (%)\nSố lần tập huấn;lần;2;4;2 lần\nKhách;lượt;10;20;100\n";
    assert!(warnings(text).is_empty(), "{:?}", warnings(text));
}

#[test]
fn districts_over_years_have_the_subject_of_the_title() {
    for (title, heading) in [
        ("SỐ HỘ NGHÈO PHÂN THEO HUYỆN QUA CÁC NĂM", "Huyện"),
        ("Số hộ nghèo chia theo huyện qua các năm", "Đơn vị"),
        ("Bảng 5. Số hộ nghèo phân theo huyện/thị xã/thành phố thuộc tỉnh", "Đơn vị"),
        ("Qua các năm, số hộ nghèo phân theo đơn vị hành chính", "Huyện, thành phố"),
    ] {
        let text = format!(
            "{title}\nSTT;{heading};2022;2023\n;Toàn tỉnh;8000;7200\n1;Pác Nặm;2300;2100\n2;Chợ Đồn;1600;1500\n"
        );
        let rows: Vec<String> = rows(&text).iter().map(|row| row.to_lowercase()).collect();
        assert_eq!(rows.len(), 6, "{title}: {rows:?}");
        assert!(rows[0].contains("|năm 2022|số hộ nghèo||8000"), "{title}: {rows:?}");
        assert_eq!(rows[2], "pác nặm|năm 2022|số hộ nghèo||2300", "{title}: {rows:?}");
        assert_eq!(rows[5], "chợ đồn|năm 2023|số hộ nghèo||1500", "{title}: {rows:?}");
        assert!(!rows.iter().any(|row| row.contains("huyện qua")), "{rows:?}");
    }
}

#[test]
fn disbursement_by_place_has_the_measure_of_the_title() {
    for (title, heading, name) in [
        (
            "TÌNH HÌNH GIẢI NGÂN VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM 2024",
            "Địa phương;Kế hoạch vốn;Đã giải ngân",
            "GIẢI NGÂN VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA",
        ),
        ("Giải ngân vốn đầu tư công năm 2024", "Huyện;KH;Giải ngân", "Giải ngân vốn đầu tư công"),
    ] {
        let text =
            format!("{title}\nTT;{heading};Tỷ lệ (%)\n1;Ba Bể;1000;800;80\n2;Chợ Đồn;500;450;90\n");
        let expected =
            [format!("Ba Bể|năm 2024|{name}||800"), format!("Chợ Đồn|năm 2024|{name}||450")];
        assert_eq!(rows(&text), expected);
    }
}

#[test]
fn a_breakdown_keeps_its_item_and_its_unit() {
    for split in ["Phân theo khu vực:", "Chia ra:", "PHÂN THEO KHU VỰC", "Chia theo khu vực"]
    {
        let text = format!(
            "STT;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n1;Lao động có việc làm;người;900;950\n;{split};;;\n\
             ;Thành thị;;300;310\n;Nông thôn;;600;640\n2;Lao động được đào tạo;người;500;480\n\
             ;{split};;;\n;Thành thị;;400;390\n;Nông thôn;;100;90\n"
        );
        let split = split.trim_end_matches(':');
        assert_eq!(
            rows(&text),
            [
                "|năm 2024|Lao động có việc làm|người|950".to_owned(),
                format!("|năm 2024|Lao động có việc làm › {split} › Thành thị|người|310"),
                format!("|năm 2024|Lao động có việc làm › {split} › Nông thôn|người|640"),
                "|năm 2024|Lao động được đào tạo|người|480".to_owned(),
                format!("|năm 2024|Lao động được đào tạo › {split} › Thành thị|người|390"),
                format!("|năm 2024|Lao động được đào tạo › {split} › Nông thôn|người|90"),
            ]
        );
    }
    let text = "STT;Chỉ tiêu;ĐVT;TH 2024\nI;KINH TẾ;;\n1;Vốn đầu tư;tỷ đồng;500\n;Trong đó:;;\n;Vốn trong nước;;400\n\
        ;Tỷ lệ giải ngân;;90\n2;Diện tích rừng;ha;70\n;Phân theo loại:;;\n;- Rừng trồng;;50\nII;XÃ HỘI;;\n1;Hộ nghèo;hộ;9\n;Huyện khác;;4\n";
    assert_eq!(
        rows(text),
        [
            "|năm 2024|Vốn đầu tư|tỷ đồng|500",
            "|năm 2024|Vốn đầu tư › Vốn trong nước|tỷ đồng|400",
            "|năm 2024|Vốn đầu tư › Tỷ lệ giải ngân||90",
            "|năm 2024|Diện tích rừng|ha|70",
            "|năm 2024|Diện tích rừng › Phân theo loại › Rừng trồng|ha|50",
            "|năm 2024|Hộ nghèo|hộ|9",
            "|năm 2024|Hộ nghèo › Huyện khác||4",
        ]
    );
}

/// The section of each indicator with its name.
fn sections(text: &str) -> Vec<String> {
    let opened = open(text);
    let of = |dataset: &dataset::Opened| -> Vec<String> {
        let dataset = &dataset.datasets[0];
        let mut rows = Vec::new();
        for section in dataset.sections.iter() {
            for at in section.indicators.clone() {
                let one = dataset.indicators.get(at).unwrap();
                rows.push(format!("{}|{}", section.name, full_name(&one)));
            }
        }
        rows
    };
    of(&opened)
}

#[test]
fn the_average_of_a_block_of_offices_has_no_parent() {
    let expected = [
        "Khối sở|Sở Tài chính",
        "Khối sở|Sở Nội vụ",
        "Khối sở|Trung bình khối",
        "Khối huyện|Huyện Ba Bể",
        "Khối huyện|Huyện Chợ Đồn",
        "Khối huyện|Trung bình khối",
    ];
    for text in [
        "TT;Đơn vị;Khối;Điểm;Xếp hạng\n1;Sở Tài chính;Khối sở;92,5;1\n2;Sở Nội vụ;Khối sở;90,1;2\n;Trung bình khối;;91,3;\n\
         3;Huyện Ba Bể;Khối huyện;88,2;1\n4;Huyện Chợ Đồn;Khối huyện;86,0;2\n;Trung bình khối;;87,1;\n",
        "TT;Đơn vị;Điểm;Xếp hạng\nI;Khối sở;;\n1;Sở Tài chính;92,5;1\n2;Sở Nội vụ;90,1;2\n;Trung bình khối;91,3;\n\
         II;Khối huyện;;\n1;Huyện Ba Bể;88,2;1\n2;Huyện Chợ Đồn;86,0;2\n;Trung bình khối;87,1;\n",
        // A column of groups next to blocks does not replace them.
        "TT;Nhóm;Đơn vị;Điểm;Xếp hạng\nI;Khối sở;;;\n1;Tốt;Sở Tài chính;92,5;1\n2;Khá;Sở Nội vụ;90,1;2\n;;Trung bình khối;91,3;\n\
         II;Khối huyện;;;\n1;Tốt;Huyện Ba Bể;88,2;1\n2;Khá;Huyện Chợ Đồn;86,0;2\n;;Trung bình khối;87,1;\n",
        "TT;Đơn vị;Điểm;Xếp hạng;Nhóm\nI;Khối sở;;;\n1;Sở Tài chính;92,5;1;A\n2;Sở Nội vụ;90,1;2;B\n;Trung bình khối;91,3;;\n\
         II;Khối huyện;;;\n1;Huyện Ba Bể;88,2;1;A\n2;Huyện Chợ Đồn;86,0;2;B\n;Trung bình khối;87,1;;\n",
    ] {
        assert_eq!(sections(text), expected, "{text}");
    }
}

#[test]
fn a_row_without_figures_stays_next_to_one_with_its_number() {
    let text = "STT;Chỉ tiêu;KH 2024;TH 2024\n1;Thu ngân sách;50;60\n2;Số xã đạt chuẩn;;\n2;Số hộ nghèo;40;45\n3;Số trường;40;45\n";
    assert_eq!(
        rows(text),
        [
            "|năm 2024|Thu ngân sách||60",
            "|năm 2024|Số xã đạt chuẩn||-",
            "|năm 2024|Số hộ nghèo||45",
            "|năm 2024|Số trường||45",
        ]
    );
    // Several rows with its number are its parts, and so is one that repeats its words.
    let text = "STT;Chỉ tiêu;KH 2024;TH 2024\n9;Thu phí;5;6\n1;Y tế;;\n1;Bác sĩ;40;45\n1;Giường bệnh;40;45\n2;Trường học;;\n2;Tỷ lệ trường đạt chuẩn;40;45\n";
    let names: Vec<String> =
        rows(text).iter().map(|row| row.split('|').nth(2).unwrap().to_owned()).collect();
    assert_eq!(
        names,
        ["Thu phí", "Y tế › Bác sĩ", "Y tế › Giường bệnh", "Trường học › Tỷ lệ trường đạt chuẩn"]
    );
}

#[test]
fn the_unit_of_a_value_is_that_of_its_heading() {
    for (quantity, value) in [("Lượng", "Giá trị (1000 USD)"), ("Số lượng", "Trị giá (1000 USD)")]
    {
        let text = format!(
            "Mặt hàng;ĐVT;{quantity};{value}\nHàng dệt may;;;5000\nGạo;tấn;300;150\nĐiện thoại;chiếc;20;40\n"
        );
        let found: Vec<String> = indicators(&text)
            .iter()
            .map(|one| {
                format!("{} {} {}", one.name, one.unit.clone().unwrap(), one.figure().unwrap())
            })
            .collect();
        let value = value.split(" (").next().unwrap();
        assert_eq!(
            found,
            [
                "Hàng dệt may 1000 USD 5000".to_owned(),
                format!("Gạo – {quantity} tấn 300"),
                format!("Gạo – {value} 1000 USD 150"),
                format!("Điện thoại – {quantity} chiếc 20"),
                format!("Điện thoại – {value} 1000 USD 40"),
            ]
        );
        assert!(warnings(&text).is_empty(), "{:?}", warnings(&text));
    }
}

#[test]
fn the_verdict_is_that_of_the_highest_authority() {
    let two = "TT;Tiêu chí;Chỉ tiêu;Thực hiện;Xã tự đánh giá;Huyện thẩm tra\n1;Đường nhựa (%);70;65;Đạt;Chưa đạt\n2;Điện (%);98;99;Đạt;Đạt\n";
    let levels = "TT;Tiêu chí;Kế hoạch;Thực hiện;Đánh giá;\n;;;;Xã tự đánh giá;Huyện thẩm tra\n1;Đường nhựa (%);70;65;Đạt;Chưa đạt\n2;Điện (%);98;99;Đạt;Đạt\n";
    let three = "TT;Tiêu chí;Kết quả tự đánh giá của xã;Kết quả thẩm tra của huyện;Kết quả thẩm định của tỉnh\n1;Đường xã;Đạt;Đạt;Chưa đạt\n2;Thủy lợi;Đạt;Đạt;Đạt\n";
    let turned = "TT;Tiêu chí;Yêu cầu;Kết quả thực hiện;Kết quả thẩm định;Xã tự đánh giá\n1;Đường nhựa;≥70%;65%;Chưa đạt;Đạt\n2;Điện;≥98%;99%;Đạt;Đạt\n";
    let plain = "TT;Tiêu chí;Tự đánh giá;Đánh giá\n1;Đường xã;Đạt;Chưa đạt\n2;Thủy lợi;Đạt;Đạt\n";
    let crosses = "TT;Tiêu chí;Xã tự đánh giá;;Huyện thẩm tra;\n;;Đạt;Chưa đạt;Đạt;Chưa đạt\n1;Đường xã;x;;;x\n2;Thủy lợi;x;;x;\n";
    for text in [two, levels, three, turned, plain, crosses] {
        let all = indicators(text);
        let status = |at: usize| chitieu::model::status(&all[at]);
        let reached: Vec<bool> = (0..2).map(|at| status(at).is_reached()).collect();
        assert_eq!(reached, [false, true], "{text}");
        let note = all[0].note.clone().unwrap();
        assert!(note.contains("đánh giá") && (note.contains(": Đạt") || note.contains(": x")));
        let opposite = if text == three { 2 } else { 1 };
        assert_eq!(warnings(text), vec!["opposite-verdicts"; opposite], "{text}");
    }
    // Verdicts of two years or two places are not those of two authorities.
    for (first, second) in [
        ("Đánh giá năm 2023", "Đánh giá năm 2024"),
        ("Thẩm định năm 2023", "Tự đánh giá năm 2024"),
        ("Đánh giá huyện Ba Bể", "Đánh giá huyện Na Rì"),
    ] {
        let text = format!(
            "Tiêu chí;Kế hoạch;Thực hiện;{first};{second}\nĐường xã;5;6;Đạt;Chưa đạt\nThủy lợi;7;8;Đạt;Đạt\n"
        );
        assert_eq!(found(&text, "opposite-verdicts"), 0, "{text}");
    }
}

#[test]
fn a_table_to_the_right_another_is_not_read_into_its_rows() {
    let own = ["Thu nội địa||110", "Thu thuế||40"];
    for text in [
        "Chỉ tiêu;Kế hoạch;Thực hiện;;Chỉ tiêu;Kế hoạch;Thực hiện\nThu nội địa;100;110;;Chi thường xuyên;90;95\nThu thuế;50;40;;Chi đầu tư;60;55\n;;;;Chi khác;6;5\n",
        "Nội dung thu;Dự toán;Quyết toán;;Nội dung chi;Dự toán;Quyết toán\nThu nội địa;100;110;;Chi thường xuyên;90;95\nThu thuế;50;40;;Chi đầu tư;60;55\n",
        "TT;Chỉ tiêu;Kế hoạch;Thực hiện;;TT;Chỉ tiêu;Kế hoạch;Thực hiện\n1;Thu nội địa;100;110;;1;Số trường;90;95\n2;Thu thuế;50;40;;2;Số học sinh;60;55\n",
        "Chỉ tiêu;Kế hoạch;Thực hiện;;Huyện;Dân số;Diện tích\nThu nội địa;100;110;;Ba Bể;90;95\nThu thuế;50;40;;Chợ Đồn;60;55\n",
    ] {
        let read: Vec<String> =
            rows(text).iter().map(|row| row.splitn(3, '|').nth(2).unwrap().to_owned()).collect();
        assert_eq!(read, own, "{text}");
        assert!(indicators(text).iter().every(|one| one.note.is_none()), "{text}");
        assert_eq!(warnings(text), ["values-outside"], "{text}");
    }
    // Each is of its own year, which is above it; the unit is of both.
    let text = "Đơn vị: tỷ đồng;;;;;;\nNăm 2024;;;;Năm 2023;;\nChỉ tiêu;Kế hoạch;Thực hiện;;Chỉ tiêu;Kế hoạch;Thực hiện\nThu nội địa;100;110;;Thu nội địa;90;95\nThu thuế;50;40;;Thu thuế;60;55\n";
    assert_eq!(rows(text), ["|năm 2024|Thu nội địa|tỷ đồng|110", "|năm 2024|Thu thuế|tỷ đồng|40"]);
    // An empty column within a table, and one left of other headings, end no table.
    let text = "Chỉ tiêu;Kế hoạch;Thực hiện;;Cơ quan chủ trì;Ghi chú\nThu nội địa;100;110;;Cục Thuế;tốt\nThu thuế;50;40;;Cục Thuế;kém\n";
    assert_eq!(found(text, "values-outside"), 0);
    assert!(indicators(text)[0].note.as_ref().unwrap().contains("Cục Thuế"));
}

#[test]
fn an_empty_row_before_a_higher_level_is_no_section() {
    let text = "STT,Nội dung,ĐVT,Dự toán năm 2022,Thực hiện năm 2022\n,TỔNG CHI,Triệu đồng,90,95\n\
        I,Chi đầu tư,Triệu đồng,40,42\n1,Xây dựng,Triệu đồng,40,42\nII,Chi viện trợ,,,\n\
        B,CHI XÃ,Triệu đồng,50,53\n1,Chi thường xuyên,Triệu đồng,50,53\n";
    let found = sections(text);
    assert!(found.iter().every(|one| !one.starts_with("Chi viện trợ|")), "{found:?}");
    assert!(found.contains(&"CHI XÃ|CHI XÃ".to_owned()), "{found:?}");
    // "A" right after "I" is below it.
    let text = "TT;Nội dung;KH 2022;TH 2022\nI;Kinh tế;;\nA;Nông nghiệp;;\n1;Lúa;5;6\n\
        B;Công nghiệp;;\n1;Điện;7;8\nII;Xã hội;;\n1;Y tế;3;4\n";
    assert_eq!(
        sections(text),
        ["Kinh tế|Nông nghiệp › Lúa", "Kinh tế|Công nghiệp › Điện", "Xã hội|Y tế"]
    );
}

#[test]
fn a_group_in_capitals_after_numbered_ones_is_in_none_of_them() {
    let text = "Chỉ số giá tháng 6 năm 2022 (Đơn vị tính: %)\n,Tháng 6 năm 2022 so với,\n\
        ,Tháng 12 năm 2021,Tháng 5 năm 2022\nCHỈ SỐ CHUNG,\"101,2\",\"100,3\"\n\
        I. Thực phẩm,\"102,2\",\"100,1\"\nThịt,\"103,1\",\"100,7\"\nII. May mặc,\"99,5\",\"100,0\"\n\
        CHỈ SỐ GIÁ ĐÔ LA,\"100,4\",\"100,2\"\n";
    let found = sections(text);
    assert_eq!(found[found.len() - 2], "May mặc|May mặc");
    assert!(!found[found.len() - 1].starts_with("May mặc|"), "{found:?}");
}

#[test]
fn units_in_brackets_may_have_a_number_and_are_of_the_classes_below() {
    let text = "Indicator,Target 2022,Actual 2022\n\"Maternal deaths (per 100,000 live births)\",46,44\n\
        Emissions (kt CO2e),120,131\n";
    let found: Vec<(String, Option<String>)> =
        indicators(text).into_iter().map(|one| (one.name, one.unit)).collect();
    let known = |name: &str, unit: &str| (name.to_owned(), Some(unit.to_owned()));
    assert_eq!(
        found,
        [known("Maternal deaths", "per 100,000 live births"), known("Emissions", "kt CO2e")]
    );
    let text = "Dân số năm 2022\n,Thực hiện năm 2021,Ước tính năm 2022\n\
        Dân số trung bình (Nghìn người),\"401,5\",\"405,2\"\n\
        Nam,\"200,1\",\"202,0\"\nNữ,\"201,4\",\"203,2\"\n";
    let units: Vec<Option<String>> = indicators(text).into_iter().map(|one| one.unit).collect();
    assert!(units.iter().every(|unit| unit.as_deref() == Some("Nghìn người")), "{units:?}");
}

/// The names, the results and the statuses of a table, and the findings under a rule.
fn read_with(table: &str, rule: &str) -> (Vec<(String, String, Status)>, usize) {
    let opened = dataset::read("bieu.csv", table.as_bytes(), None).unwrap();
    let result = |one: &Indicator| match &one.actual {
        Some(Actual::Figure(figure)) => figure.to_string(),
        Some(Actual::Words(words)) => words.clone(),
        None => String::new(),
    };
    let rows = opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    let rows = rows.map(|one| (one.name.clone(), result(&one), status(&one))).collect();
    (rows, opened.findings.iter().filter(|one| one.rule().name() == rule).count())
}

#[test]
fn a_row_with_more_cells_than_headings_is_kept_as_text() {
    let table = "Chỉ tiêu,ĐVT,Kế hoạch 2024,Thực hiện 2024\nTỷ lệ hộ nghèo,%,4,5,4,12\n\
                 Thu ngân sách,tỷ đồng,950,1020\nThóc, ngô,tấn,12,13\n";
    let (rows, errors) = read_with(table, "shifted-row");
    let row = |name: &str, result: &str, status| (name.to_owned(), result.to_owned(), status);
    assert_eq!(
        rows,
        [
            row("Tỷ lệ hộ nghèo", "% | 4 | 5 | 4 | 12", Status::NotAssessed),
            row("Thu ngân sách", "1020", Status::Exceeded),
            row("Thóc", "ngô | tấn | 12 | 13", Status::NotAssessed),
        ]
    );
    assert_eq!(errors, 2);
}

#[test]
fn a_column_without_a_heading_does_not_shift_the_rows() {
    let table = "Chỉ tiêu,ĐVT,Kế hoạch 2024,Thực hiện 2024\nThu nội địa,tỷ đồng,95,102,7\n\
                 Thu ngân sách,tỷ đồng,950,1020,8\n";
    let (rows, errors) = read_with(table, "shifted-row");
    assert_eq!((rows[1].1.as_str(), errors), ("1020", 0));
}

#[test]
fn rows_below_a_note_between_them_are_read() {
    let table = "Chỉ tiêu,ĐVT,KH 2024,TH 2024\nLợn,con,100,110\nGhi chú: số liệu đến 01/10,,,\n\
                 Gà,con,1000,1200\nNguồn: Chi cục Chăn nuôi,,,\nNgười lập biểu,,,0912\n";
    let (rows, _) = read_with(table, "values-outside");
    let names: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    assert_eq!(names, ["Lợn", "Gà"]);
}
