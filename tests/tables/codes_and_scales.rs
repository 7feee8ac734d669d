//! Letters as codes of groups, the scale in a line above the table, estimates that are only compared.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator};

fn indicators(text: &str) -> Vec<(String, Indicator)> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let of = |dataset: &Dataset| -> Vec<(String, Indicator)> {
        let section = |at: usize| dataset.section_of(at).map(|own| own.name.clone());
        let named = |(at, one)| (section(at).unwrap_or_default(), one);
        dataset.indicators.iter().enumerate().map(named).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[test]
fn letters_that_are_codes_of_groups_are_no_roman_numerals() {
    let text = "STT;KPI;ĐVT;Chỉ tiêu giao năm 2025;Kết quả thực hiện\n\
                F;TÀI CHÍNH;;;\n\
                F1;Doanh thu dịch vụ;Tỷ đồng;210;215\n\
                C;NGƯỜI BỆNH;;;\n\
                C1;Tỷ lệ người bệnh hài lòng;%;90;92\n\
                L;ĐÀO TẠO;;;\n\
                L1;Số bác sĩ được đào tạo;Người;12;14\n";
    let sections: Vec<String> = indicators(text).into_iter().map(|(section, _)| section).collect();
    assert_eq!(sections, ["TÀI CHÍNH", "NGƯỜI BỆNH", "ĐÀO TẠO"]);
}

#[test]
fn a_short_form_before_a_name_is_no_letter() {
    let text = "Metric,Target,Dec-24\nC. difficile infections,6,5\nM. tuberculosis cases,2,1\n";
    let names: Vec<String> = indicators(text).into_iter().map(|(_, one)| one.name).collect();
    assert_eq!(names, ["C. difficile infections", "M. tuberculosis cases"]);
}

#[test]
fn a_line_above_the_table_gives_the_scale_of_its_scores() {
    for line in ["(Thang điểm 100)", "Thang điểm: 100", "(Điểm tối đa 100)"] {
        let text = format!(
            "KẾT QUẢ CHỈ SỐ HÀI LÒNG NĂM 2025\n{line}\n\
             STT;Đơn vị;Điểm;Xếp hạng\n1;Sở Nội vụ;91,2;1\n2;Sở Y tế;88,4;2\n"
        );
        for (_, one) in indicators(&text) {
            assert_eq!(one.scale.map(|scale| scale.to_string()).as_deref(), Some("100"), "{line}");
        }
    }
}

#[test]
fn an_estimated_period_is_one_if_it_is_only_compared() {
    let text = "CHỈ SỐ SẢN XUẤT CÔNG NGHIỆP\n\
                ;Chính thức tháng 4 năm 2025 so với cùng kỳ năm trước (%);Ước tính tháng 5 năm 2025 so với \
                cùng kỳ năm trước (%)\n\
                Khai khoáng;92,4;97,5\nSản xuất đồ uống;104,9;100,3\n";
    let estimates: Vec<bool> = indicators(text).into_iter().map(|(_, one)| one.estimate).collect();
    assert_eq!(estimates, [false, false, true, true]);
}

#[test]
fn a_number_with_a_dash_is_no_part_of_a_name() {
    let text = "Nhóm hàng;Chỉ số tháng 4 năm 2025 so với tháng trước (%)\n\
                1- Lương thực;100,4\n2 - Thực phẩm;99,1\n3-MCPD trong dầu ăn;98,0\n";
    let names: Vec<String> = indicators(text).into_iter().map(|(_, one)| one.name).collect();
    assert_eq!(names, ["Lương thực", "Thực phẩm", "3-MCPD trong dầu ăn"]);
}
