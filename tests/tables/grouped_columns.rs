//! Columns in groups of unequal width, groups below plans and results, and parts below "Trong đó": each value keeps the
//! measure, the unit and the period of its own group.

use crate::description::{full_name, open, warnings};
use crate::every::Every;
use chitieu::model::Target;

/// The period of each indicator, its name with its parents, its unit, its plan and its actual.
fn rows(text: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for dataset in &open(text).datasets {
        for one in dataset.indicators.iter() {
            let name = full_name(&one);
            let unit = one.unit.clone().unwrap_or_default();
            let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
                Some(Target::Value(value)) => value.to_string(),
                _ => String::new(),
            };
            let figure = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
            rows.push(format!("{}|{name}|{unit}|{plan}|{figure}", dataset.period));
        }
    }
    rows
}

fn has(text: &str, expected: &[&str]) {
    let found = rows(text);
    for row in expected {
        assert!(found.iter().any(|known| known == row), "no {row} in {found:#?}");
    }
}

#[test]
fn groups_of_unequal_width_over_names_without_a_heading_keep_their_measures() {
    let text = "CHĂN NUÔI NĂM 2024;;;;;\n;Số trang trại (Trang trại);;Sản lượng thịt (Tấn);;Giá trị (Tỷ đồng)\n\
        ;Năm 2023;Năm 2024;Năm 2023;Năm 2024;Năm 2024\nChăn nuôi lợn;31;35;410,5;438,2;77,1\nChăn nuôi gà;12;9;85,3;90,6;12,8\n";
    has(
        text,
        &[
            "năm 2023|Chăn nuôi lợn – Số trang trại|Trang trại||31",
            "năm 2024|Chăn nuôi lợn – Số trang trại|Trang trại||35",
            "năm 2024|Chăn nuôi lợn – Sản lượng thịt|Tấn||438.2",
            "năm 2024|Chăn nuôi gà – Giá trị|Tỷ đồng||12.8",
        ],
    );
    assert!(warnings(text).is_empty(), "{:?}", warnings(text));
    // The narrow group first.
    let text = "XUẤT KHẨU QUÝ I NĂM 2024\n;Lượng (Tấn);Trị giá (Triệu USD);;\n;Quý I năm 2024;Quý I năm 2022;Quý I năm 2023;Quý I năm 2024\n\
        Cà phê;520;61,3;66,0;70,4\nHạt tiêu;75;8,2;8,8;9,1\n";
    has(
        text,
        &[
            "quý I năm 2024|Cà phê – Lượng|Tấn||520",
            "quý I năm 2023|Cà phê – Trị giá|Triệu USD||66.0",
            "quý I năm 2024|Hạt tiêu – Trị giá|Triệu USD||9.1",
        ],
    );
    // Comparisons in the last group, whose unit is that of no other.
    let text = "DU LỊCH 6 THÁNG NĂM 2024\n;Số cơ sở (Cơ sở);;Doanh thu (Tỷ đồng);;So với cùng kỳ năm trước (%);\n\
        ;6 tháng năm 2023;6 tháng năm 2024;6 tháng năm 2023;6 tháng năm 2024;Số cơ sở;Doanh thu\n\
        Khách sạn;40;44;120,0;150,0;110,0;125,0\nNhà nghỉ;80;84;60,0;63,0;105,0;105,0\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.ends_with("|Khách sạn – Số cơ sở|Cơ sở||44")), "{found:#?}");
    assert!(!found.iter().any(|row| row.contains("|%|")), "{found:#?}");
}

#[test]
fn a_unit_in_headings_that_are_not_read_is_that_of_no_other_column() {
    // Nothing connects the two rows of headings.
    let text = "BÁO CÁO NĂM 2024\n;Số dự án (Dự án);;;Tỷ lệ (%)\n\nNgành;Năm 2023;Năm 2024\nDệt may;41;49\nDa giày;6;8\n";
    let found = rows(text);
    assert!(
        found.iter().every(|row| !row.contains("|%|") && !row.contains("|Dự án|")),
        "{found:#?}"
    );
}

#[test]
fn a_school_year_is_no_part_of_a_name() {
    let text = "GIÁO DỤC\nCấp học;Số giáo viên (người);;Số phòng (phòng);;Tỷ lệ phòng kiên cố (%)\n\
        ;Năm học 2022-2023;Năm học 2023-2024;Năm học 2022-2023;Năm học 2023-2024;Năm học 2023-2024\n\
        Mầm non;634;618;146;147;91,1\nTiểu học;910;931;203;206;94,4\n";
    has(
        text,
        &[
            "năm học 2023-2024|Mầm non – Số giáo viên|người||618",
            "năm học 2022-2023|Tiểu học – Số phòng|phòng||203",
            "năm học 2023-2024|Tiểu học – Tỷ lệ phòng kiên cố|%||94.4",
        ],
    );
    let text = "TRƯỜNG LỚP\nChỉ tiêu;Năm học 2022-2023;;Năm học 2023-2024;\n;Số học viên (người);Số lớp (lớp);Số học viên (người);Số lớp (lớp)\n\
        Trung cấp;834;46;818;47\nSơ cấp;302;13;311;16\n";
    has(text, &["năm học 2023-2024|Trung cấp – Số học viên|người||818"]);
}

#[test]
fn components_below_plans_and_results_are_indicators() {
    let text = "QUYẾT TOÁN CHI NĂM 2023 (Triệu đồng)\nTÊN ĐƠN VỊ;DỰ TOÁN;;;QUYẾT TOÁN;;;SO SÁNH (%);;\n\
        ;TỔNG SỐ;CHI ĐẦU TƯ;CHI THƯỜNG XUYÊN;TỔNG SỐ;CHI ĐẦU TƯ;CHI THƯỜNG XUYÊN;TỔNG SỐ;CHI ĐẦU TƯ;CHI THƯỜNG XUYÊN\n\
        Phòng Văn hóa;300;100;200;291;95;196;97,0;95,0;98,0\nPhòng Nội vụ;150;50;100;152;50;102;101,3;100,0;102,0\n";
    has(
        text,
        &[
            "năm 2023|Phòng Văn hóa|Triệu đồng|300|291",
            "năm 2023|Phòng Văn hóa – CHI ĐẦU TƯ|Triệu đồng|100|95",
            "năm 2023|Phòng Nội vụ – CHI THƯỜNG XUYÊN|Triệu đồng|100|102",
        ],
    );
    assert!(warnings(text).is_empty(), "{:?}", warnings(text));
    let text = "Nội dung;Kế hoạch (tỷ đồng);;Thực hiện (tỷ đồng);\n;Vốn trung ương;Vốn địa phương;Vốn trung ương;Vốn địa phương\n\
        Đường liên xã;20;8;18;9\nTrường học;12;5;12;4\n";
    has(
        text,
        &[
            "|Đường liên xã – Vốn trung ương|tỷ đồng|20|18",
            "|Trường học – Vốn địa phương|tỷ đồng|5|4",
        ]
        .map(|row| row),
    );
}

#[test]
fn plans_and_results_of_a_fall_are_no_comparisons() {
    let text = "Xã;Tổng số hộ;Kết quả giảm hộ nghèo (hộ);;\n;;Kế hoạch;Thực hiện;Đạt (%)\n\
        Xã Hòa An;900;25;24;96,0\nXã Hòa Bắc;720;20;22;110,0\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.ends_with("|hộ|25|24")), "{found:#?}");
    assert!(found.iter().any(|row| row.ends_with("|hộ|20|22")), "{found:#?}");
    let text = "Xã;Số hộ (hộ);Giảm tỷ lệ hộ nghèo (%);\n;;KH;TH\nXã Hòa An;900;2,5;2,6\nXã Hòa Bắc;720;1,5;1,2\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.ends_with("|%|1.5|1.2")), "{found:#?}");
}

#[test]
fn parts_below_a_grouping_heading_are_of_the_indicator_left_of_them() {
    let text = "LAO ĐỘNG NĂM 2023 PHÂN THEO XÃ\nXã;Số lao động (Người);Chia theo giới tính;;Tỷ lệ qua đào tạo (%)\n;;Nam;Nữ;\n\
        Xã Hòa An;3.100;1.500;1.600;61,2\nXã Hòa Bắc;2.800;1.400;1.400;58,0\n";
    let found = rows(text);
    let of = |end: &str| found.iter().any(|row| row.ends_with(end));
    assert!(of("|Số lao động › Chia theo giới tính › Nam|Người||1500"), "{found:#?}");
    assert!(of("|Tỷ lệ qua đào tạo|%||61.2"), "{found:#?}");
    let text = "Huyện;Điểm DTI;Trong đó;;\n;;Chính quyền số;Kinh tế số;Xã hội số\nHòa An;0,71;0,80;0,62;0,71\nHạ Lang;0,65;0,72;0,55;0,66\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.contains("Điểm DTI › Kinh tế số|điểm||0.62")), "{found:#?}");
}

#[test]
fn parts_below_the_same_word_are_of_the_nearest_indicator() {
    let text = "NĂM 2023\nXã;Số lao động (Người);Trong đó;Số đảng viên (Người);Trong đó\n;;Nữ;;Nữ\n\
        Xã Hòa An;3.100;1.600;210;90\nXã Hòa Bắc;2.800;1.400;180;70\n";
    let found = rows(text);
    let of = |end: &str| found.iter().any(|row| row.ends_with(end));
    assert!(of("|Số lao động › Nữ|Người||1600"), "{found:#?}");
    assert!(!found.iter().any(|row| row.contains("Số lao động › Nữ") && row.ends_with("|90")));
    assert!(warnings(text).contains(&"repeated-heading"), "{:?}", warnings(text));
}

#[test]
fn an_act_is_part_of_the_name_where_no_plan_is_of_it() {
    for heading in ["Giải ngân vốn đầu tư công", "Giải ngân vốn vay ODA"] {
        let text = format!(
            "Tháng;Thu nội địa (tỷ đồng);{heading} (tỷ đồng)\nTháng 1/2024;412,5;20,1\nTháng 2/2024;398,0;45,6\n"
        );
        has(&text, &[format!("tháng 2 năm 2024|{heading}|tỷ đồng||45.6").as_str()]);
    }
    // Next to its plan it is the result.
    let text = "Xã;Kế hoạch vốn đầu tư công (tỷ đồng);Giải ngân vốn đầu tư công (tỷ đồng);Số hộ (hộ)\n\
        Xã Hòa An;30;20,1;900\nXã Hòa Bắc;41;25,6;850\n";
    let found = rows(text);
    assert!(
        found.iter().any(|row| row.ends_with("|vốn đầu tư công|tỷ đồng|30|20.1")),
        "{found:#?}"
    );
}

#[test]
fn a_total_has_the_unit_of_its_group() {
    let text = ";Tháng 5 năm 2024;Cộng dồn 5 tháng năm 2024\nI. Vận chuyển (Nghìn tấn);;\nTổng số;158,1;771,5\nĐường bộ;145,6;709,8\n\
        II. Luân chuyển (Triệu tấn.km);;\nTổng cộng;14,8;70,1\nĐường bộ;14,8;70,1\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.ends_with("Tổng số|Nghìn tấn||771.5")), "{found:#?}");
    assert!(found.iter().any(|row| row.ends_with("Tổng cộng|Triệu tấn.km||14.8")), "{found:#?}");
}
