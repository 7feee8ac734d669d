//! Forms with two sides, and files whose cells have marks of the program that wrote them: escaped bars and links of
//! Markdown, apostrophes before numbers that a spreadsheet keeps as text.

use chitieu::dataset;
use chitieu::model::{Indicator, Target};

/// The findings, and each indicator: parents and name, plan and actual.
fn read(file: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let opened = dataset::read(file, text.as_bytes(), None).unwrap();
    let line = |one: &Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => String::new(),
        };
        let actual = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
        let names = [one.parents.as_slice(), std::slice::from_ref(&one.name)].concat();
        format!("{}|{plan}|{actual}", names.join("/"))
    };
    let all = opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    let lines = all.map(|one| line(&one)).collect();
    let findings = opened.findings.iter().chain(&opened.warnings);
    (findings.map(|finding| finding.rule().name().to_owned()).collect(), lines)
}

#[test]
fn both_sides_of_a_form_are_read() {
    let (rules, found) = read(
        "bieu.csv",
        "CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2023\nĐơn vị: 1.000 đồng\nNội dung thu;Dự toán;Nội dung chi;Dự toán\n\
         Tổng số thu;9.000;Tổng số chi;9.000\nI. Các khoản thu 100%;400;I. Chi đầu tư;1.100\n\
         II. Thu phân chia;1.400;II. Chi thường xuyên;7.700\nIII. Thu bổ sung;7.200;III. Dự phòng;200\n\
         - Bổ sung cân đối;6.000;;\n- Bổ sung có mục tiêu;1.200;;\n",
    );
    assert_eq!(
        found,
        [
            "Tổng số thu|9000|",
            "Các khoản thu 100%|400|",
            "Thu phân chia|1400|",
            "Thu bổ sung|7200|",
            "Thu bổ sung/Bổ sung cân đối|6000|",
            "Thu bổ sung/Bổ sung có mục tiêu|1200|",
            "Tổng số chi|9000|",
            "Chi đầu tư|1100|",
            "Chi thường xuyên|7700|",
            "Dự phòng|200|",
        ]
    );
    assert!(!rules.iter().any(|rule| rule == "repeated-heading" || rule == "unknown-column"));
    let (_, found) = read(
        "bieu.csv",
        "STT;Nội dung thu;Dự toán;Quyết toán;STT;Nội dung chi;Dự toán;Quyết toán\n\
         1;Thu phí;40;44;1;Chi lương;90;88\n2;Thu đất;60;55;2;Chi đầu tư;30;31\n;;;;3;Chi khác;6;5\n",
    );
    assert_eq!(
        found,
        ["Thu phí|40|44", "Thu đất|60|55", "Chi lương|90|88", "Chi đầu tư|30|31", "Chi khác|6|5"]
    );
    // An office next to the values is no second side.
    let (_, found) = read(
        "bieu.csv",
        "Chỉ tiêu;Dự toán;Quyết toán;Cơ quan chủ trì;Ghi chú\nThu phí;40;44;Cục Thuế;1\nThu đất;60;55;Sở Tài chính;2\n",
    );
    assert_eq!(found, ["Thu phí|40|44", "Thu đất|60|55"]);
}

#[test]
fn marks_of_markdown_are_no_text() {
    let (_, found) = read(
        "bang.md",
        "| Chỉ tiêu | ĐVT | KH | TH |\n|---|---|--:|--:|\n| [Thu phí](https://example.org/a) | tỷ đồng | 100 | 120 |\n\
         | Tỷ lệ nữ \\| nam | % | 10 | 9 |\n| Xem [Dân số](b.md) chung | người | 500 | 510 |\n",
    );
    assert_eq!(found, ["Thu phí|100|120", "Tỷ lệ nữ | nam|10|9", "Xem Dân số chung|500|510"]);
}

#[test]
fn an_apostrophe_marks_a_number_as_text() {
    let (rules, found) = read(
        "bieu.csv",
        "Chỉ tiêu;ĐVT;KH;TH\nThu phí;tỷ đồng;'1.200;'1.300\nXuất khẩu tăng;%;'-5;'+4,5\n",
    );
    assert_eq!(found, ["Thu phí|1200|1300", "Xuất khẩu tăng|-5|4.5"]);
    assert!(!rules.iter().any(|rule| rule == "unreadable-number"), "{rules:?}");
}

#[test]
fn the_number_of_a_form_above_the_second_side_is_no_heading() {
    for label in [
        "Biểu số 116/CK TC-NSNN",
        "Mẫu biểu số: 103/CK-NSNN",
        "Biểu 24/CK-NSNN",
        "Mẫu số 05/KH",
        "Phụ lục II/TH",
    ] {
        let text = format!(
            "UBND XÃ BÌNH MINH;;;{label}\nCÂN ĐỐI QUYẾT TOÁN NGÂN SÁCH XÃ NĂM 2023;;;\n;;;Đơn vị: 1.000 đồng\n\
             Nội dung thu;Quyết toán;Nội dung chi;Quyết toán\nTổng số thu;8.700;Tổng số chi;8.500\n\
             I. Thu xã hưởng;300;I. Chi đầu tư;900\nII. Thu bổ sung;8.400;II. Chi thường xuyên;7.600\n"
        );
        let (rules, found) = read("bieu.csv", &text);
        assert_eq!(
            found,
            [
                "Tổng số thu||8700",
                "Thu xã hưởng||300",
                "Thu bổ sung||8400",
                "Tổng số chi||8500",
                "Chi đầu tư||900",
                "Chi thường xuyên||7600",
            ],
            "{label}"
        );
        assert!(!rules.iter().any(|rule| rule == "repeated-heading"), "{label}: {rules:?}");
    }
}
