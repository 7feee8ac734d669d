//! Columns that say what was done in place of "Thực hiện" hold the results of the plan next to them.

use crate::description::figure_of;
use chitieu::dataset;

/// Each indicator of a table with its name, plan and result.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let mut lines = Vec::new();
    for dataset in &opened.datasets {
        for one in dataset.indicators.iter() {
            let planned = if one.plan.is_some() { "kế hoạch" } else { "-" };
            lines.push(format!("{}|{planned}|{}", one.name, figure_of(&one)));
        }
    }
    lines
}

#[test]
fn what_was_done_is_the_result_next_to_a_plan() {
    for done in [
        "Diện tích đã gieo cấy",
        "Đã gieo sạ",
        "Đã cấy (ha)",
        "Diện tích đã gieo trồng",
        "Diện tích gieo trồng đến 10/02",
    ] {
        let text = format!(
            "TIẾN ĐỘ GIEO CẤY VỤ XUÂN 2024;;;;;\n;;;;;Đơn vị tính: ha\n\
             TT;Huyện;Kế hoạch;{done};Tỷ lệ so với KH (%);Cùng kỳ năm trước\n\
             1;Huyện Bảo Lâm;4200;3990;95,0;3900\n2;Huyện Hà Quảng;2500;2550;102,0;2480\n"
        );
        let expected = ["Huyện Bảo Lâm|kế hoạch|3990", "Huyện Hà Quảng|kế hoạch|2550"];
        assert_eq!(lines(&text), expected, "{done}");
    }
}

#[test]
fn another_figure_next_to_a_plan_is_no_result() {
    let text = "TIẾN ĐỘ GIEO CẤY VỤ XUÂN 2024;;;;\n;;;;Đơn vị tính: ha\n\
                TT;Huyện;Kế hoạch;Diện tích đất bãi;Tỷ lệ so với KH (%)\n\
                1;Huyện Bảo Lâm;4200;310;95,0\n2;Huyện Hà Quảng;2500;120;102,0\n";
    let read = lines(text);
    assert!(!read.iter().any(|line| line.ends_with("|310")), "{read:?}");
}
