//! Generated datasets of different kinds. They are examples; no figure is published.

use std::path::Path;

use chitieu::dataset;
use chitieu::model::Dataset;

use super::read;

/// The datasets of a table of `tests/data/examples/`.
pub fn of_file(name: &str) -> Vec<Dataset> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/examples");
    dataset::open(Path::new(&format!("{folder}/{name}")), None).unwrap().datasets
}

/// The datasets of a table of values with ";" between them.
pub fn of_table(text: &str) -> Vec<Dataset> {
    dataset::read("bang.csv", text.as_bytes(), None).unwrap().datasets
}

/// A dataset of an id, a place and a period, with sections of indicators as JSON.
pub fn of_sections(
    (id, place, period): (&str, &str, &str),
    sections: &[(&str, Vec<String>)],
) -> Dataset {
    let section = |(name, indicators): &(&str, Vec<String>)| {
        format!(r#"{{"name":"{name}","indicators":[{}]}}"#, indicators.join(","))
    };
    let sections: Vec<String> = sections.iter().map(section).collect();
    read(&format!(
        r#"{{"id":"{id}","place":"{place}","period":"{period}","sections":[{}]}}"#,
        sections.join(",")
    ))
}

/// Five years of a province: the last one is estimated, and one indicator lacks a year.
pub fn five_years() -> Vec<Dataset> {
    const NAMES: [(&str, &str, i32, i32, &str); 6] = [
        ("Thu nhập bình quân đầu người", "triệu đồng", 40, 3, "higher"),
        ("Tổng thu ngân sách trên địa bàn", "tỷ đồng", 720, 61, "higher"),
        ("Tỷ lệ hộ nghèo đa chiều", "%", 29, -2, "lower"),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "tỷ đồng", 6120, 880, "higher"),
        ("Diện tích trồng rừng mới", "ha", 3900, 210, "higher"),
        ("Tỷ lệ che phủ rừng", "%", 70, 1, "higher"),
    ];
    let of_year = |step: i32| {
        let year = 2021 + step;
        let row = |at: i32, (name, unit, first, more, better): (&str, &str, i32, i32, &str)| {
            let actual = first + more * step;
            let plan = actual + (at + step) % 3 - 1;
            let is_estimate = step == 4;
            format!(
                r#"{{"id":"c{at}","name":"{name}","unit":"{unit}","actual":{actual},
                    "estimate":{is_estimate},"better":"{better}","plan":{{"value":{plan}}}}}"#
            )
        };
        let rows = (0..).zip(NAMES).filter(|(at, _)| (step, *at) != (2, 4));
        let rows: Vec<String> = rows.map(|(at, one)| row(at, one)).collect();
        let (economy, society) = rows.split_at(2);
        of_sections(
            (&format!("bk-{year}"), "Bắc Kạn", &format!("năm {year}")),
            &[("Kinh tế", economy.to_vec()), ("Xã hội", society.to_vec())],
        )
    };
    (0..5).map(of_year).collect()
}

/// Sixty districts with twelve indicators and no plan.
pub fn sixty_districts() -> Vec<Dataset> {
    const NAMES: [(&str, &str); 12] = [
        ("Dân số trung bình", "nghìn người"),
        ("Diện tích gieo trồng lúa", "ha"),
        ("Sản lượng lương thực có hạt", "tấn"),
        ("Số hộ nghèo", "hộ"),
        ("Tỷ lệ hộ nghèo", "%"),
        ("Đàn trâu", "con"),
        ("Đàn bò", "con"),
        ("Đàn lợn", "con"),
        ("Số trường học", "trường"),
        ("Số học sinh phổ thông", "học sinh"),
        ("Số giường bệnh", "giường"),
        ("Tỷ lệ hộ dùng nước sạch", "%"),
    ];
    let of_district = |nth: usize| {
        let place = format!("Huyện ví dụ {nth:02}");
        let rows = NAMES.iter().enumerate().map(|(at, (name, unit))| {
            let actual = 10 + at * 3 + nth * 7 % 17;
            format!(r#"{{"id":"c{at}","name":"{name}","unit":"{unit}","actual":{actual}}}"#)
        });
        let rows = rows.collect();
        of_sections((&format!("h{nth:02}"), &place, "năm 2024"), &[(&place, rows)])
    };
    (1..=60).map(of_district).collect()
}

/// Twelve months with the plan of the year.
pub fn twelve_months() -> Vec<Dataset> {
    const NAMES: [(&str, &str, usize); 3] = [
        ("Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 1200),
        ("Giải ngân vốn đầu tư công", "tỷ đồng", 3000),
        ("Khách du lịch", "nghìn lượt", 960),
    ];
    let of_month = |month: usize| {
        let period = format!("tháng {month} năm 2024");
        let rows = NAMES.iter().enumerate().map(|(at, (name, unit, plan))| {
            let actual = plan / 12 + (at + month) % 5;
            format!(
                r#"{{"id":"c{at}","name":"{name}","unit":"{unit}","actual":{actual},
                    "better":"higher","plan":{{"value":{plan},"period":"năm 2024"}}}}"#
            )
        });
        let rows = rows.collect();
        of_sections((&format!("t{month:02}"), "Bắc Kạn", &period), &[("Kinh tế", rows)])
    };
    (1..=12).map(of_month).collect()
}

/// A tree of five levels, and a row without parts.
pub fn five_levels() -> Vec<Dataset> {
    let mut rows = Vec::new();
    add_with_parts(&mut rows, "Tổng diện tích gieo trồng", &[], 41_000);
    rows.push(r#"{"id":"rung","name":"Diện tích rừng","unit":"ha","actual":372000}"#.to_owned());
    vec![of_sections(("cay", "Bắc Kạn", "năm 2024"), &[("Nông nghiệp", rows)])]
}

/// Adds a row and, down to the fifth level, the two parts of each row.
fn add_with_parts(rows: &mut Vec<String>, name: &str, parents: &[&str], actual: u32) {
    const KINDS: [[&str; 2]; 4] = [
        ["Cây lương thực", "Cây công nghiệp"],
        ["Cây hằng năm", "Cây lâu năm"],
        ["Vụ xuân", "Vụ mùa"],
        ["Giống lai", "Giống thuần"],
    ];
    let quoted: Vec<String> = parents.iter().map(|parent| format!(r#""{parent}""#)).collect();
    let (at, plan) = (rows.len(), actual + 3);
    rows.push(format!(
        r#"{{"id":"r{at}","name":"{name}","parents":[{}],"unit":"ha","actual":{actual},
            "better":"higher","plan":{{"value":{plan}}}}}"#,
        quoted.join(",")
    ));
    let Some([first, second]) = KINDS.get(parents.len()) else { return };
    let path = [parents, &[name]].concat();
    add_with_parts(rows, first, &path, actual * 3 / 5);
    add_with_parts(rows, second, &path, actual - actual * 3 / 5);
}
