//! The parents that markers, indentation and capitals give to rows.

use super::*;
use crate::lexicon::markers::may_be_lettered;

/// Each row's name with its parents, for rows of a marker and a name.
fn parents(rows: &[(&str, &str)]) -> Vec<String> {
    let mut outline = Outline::default();
    let place = |(cell, name): &(&str, &str)| {
        let marked = outline.marker(cell, name);
        let parents = outline.place(&marked);
        format!("{}<{}", marked.name, parents.join("/"))
    };
    rows.iter().map(place).filter(|row| row != "<").collect()
}

#[test]
fn every_kind_of_numbering_makes_levels() {
    assert_eq!(
        parents(&[
            ("A", "KINH TẾ"),
            ("I", "Tăng trưởng"),
            ("1", "GRDP"),
            ("", "- Nông nghiệp"),
            ("", "+ Trồng trọt"),
            ("", "- Công nghiệp"),
            ("2", "Thu"),
            ("2.1", "Nội địa"),
            ("a", "Thuế"),
            ("b", "Phí"),
            ("2.2", "Xuất nhập khẩu"),
            ("II", "Đầu tư"),
            ("3", "Vốn"),
            ("B", "XÃ HỘI"),
            ("C", "MÔI TRƯỜNG"),
        ]),
        [
            "KINH TẾ<",
            "Tăng trưởng<KINH TẾ",
            "GRDP<KINH TẾ/Tăng trưởng",
            "Nông nghiệp<KINH TẾ/Tăng trưởng/GRDP",
            "Trồng trọt<KINH TẾ/Tăng trưởng/GRDP/Nông nghiệp",
            "Công nghiệp<KINH TẾ/Tăng trưởng/GRDP",
            "Thu<KINH TẾ/Tăng trưởng",
            "Nội địa<KINH TẾ/Tăng trưởng/Thu",
            "Thuế<KINH TẾ/Tăng trưởng/Thu/Nội địa",
            "Phí<KINH TẾ/Tăng trưởng/Thu/Nội địa",
            "Xuất nhập khẩu<KINH TẾ/Tăng trưởng/Thu",
            "Đầu tư<KINH TẾ",
            "Vốn<KINH TẾ/Đầu tư",
            "XÃ HỘI<",
            "MÔI TRƯỜNG<",
        ]
    );
}

#[test]
fn a_number_is_below_its_own_whole_only() {
    assert_eq!(
        parents(&[
            ("10", "Thu nhập"),
            ("11", "Nghèo đa chiều"),
            ("17.1", "Nước sạch"),
            ("17.2", "Chất thải"),
            ("18", "An ninh"),
            ("18.1", "Tội phạm"),
            ("II", "Giao thông"),
            ("2.1", "Đường xã"),
            ("", "3. Trường học"),
            ("", "3.1. Mầm non"),
            ("", "4.2. Tiểu học"),
        ]),
        [
            "Thu nhập<",
            "Nghèo đa chiều<",
            "Nước sạch<",
            "Chất thải<",
            "An ninh<",
            "Tội phạm<An ninh",
            "Giao thông<",
            "Đường xã<Giao thông",
            "Trường học<Giao thông",
            "Mầm non<Giao thông/Trường học",
            "Tiểu học<Giao thông",
        ]
    );
}

#[test]
fn letters_right_below_a_roman_numeral_are_its_parts() {
    assert_eq!(
        parents(&[
            ("I", "Quyết toán thu"),
            ("A", "Tổng thu"),
            ("1", "Phí"),
            ("B", "Thu nộp ngân sách"),
            ("II", "Quyết toán chi"),
            ("1", "Chi thường xuyên"),
        ]),
        [
            "Quyết toán thu<",
            "Tổng thu<Quyết toán thu",
            "Phí<Quyết toán thu/Tổng thu",
            "Thu nộp ngân sách<Quyết toán thu",
            "Quyết toán chi<",
            "Chi thường xuyên<Quyết toán chi",
        ]
    );
}

#[test]
fn may_be_lettered_finds_every_lettered_row() {
    let markers = ["I", "A.", "V)", "XIV", "Đ", "a", "1", "1.1", "-", "GRDP", ""];
    for (cell, name) in markers.into_iter().flat_map(|marker| [(marker, "Thu"), ("", marker)]) {
        let name = if cell.is_empty() { format!("{name}. Thu") } else { name.to_owned() };
        let marker =
            Outline { letters: Some('C'), ..Outline::default() }.marker(cell, &name).marker;
        let lettered = matches!(marker, Marker::Letter | Marker::Roman);
        assert!(!lettered || may_be_lettered(cell, &name), "{cell} {name}");
    }
    assert!(!may_be_lettered("12", "GRDP") && !may_be_lettered("", "Thu ngân sách"));
}

#[test]
fn numbers_above_a_thousand_are_markers() {
    assert_eq!(
        parents(&[("999", "Phú"), ("1000", "Yên"), ("", "- Nữ"), ("12345.", "Vân")]),
        ["Phú<", "Yên<", "Nữ<Yên", "Vân<"]
    );
}

#[test]
fn rows_without_a_number_are_children_of_the_number_above() {
    assert_eq!(
        parents(&[
            ("1", "GRDP"),
            ("", "Nông nghiệp"),
            ("", "Trong đó: Lúa"),
            ("", "Dịch vụ"),
            ("2", "Thu")
        ]),
        ["GRDP<", "Nông nghiệp<GRDP", "Lúa<GRDP/Nông nghiệp", "Dịch vụ<GRDP", "Thu<"]
    );
}

#[test]
fn reads_markers_in_names_without_a_marker_column() {
    assert_eq!(
        parents(&[
            ("", "I. KINH TẾ"),
            ("", "1.Tổng giá trị"),
            ("", "Nông, lâm nghiệp"),
            ("", "- Trong đó: Lâm nghiệp"),
            ("", "2) Giá trị sản xuất"),
            ("", "GRDP năm 2010"),
            ("", "II. XÃ HỘI"),
        ]),
        [
            "KINH TẾ<",
            "Tổng giá trị<KINH TẾ",
            "Nông, lâm nghiệp<KINH TẾ/Tổng giá trị",
            "Lâm nghiệp<KINH TẾ/Tổng giá trị/Nông, lâm nghiệp",
            "Giá trị sản xuất<KINH TẾ",
            "GRDP năm 2010<KINH TẾ/Giá trị sản xuất",
            "XÃ HỘI<",
        ]
    );
}

#[test]
fn indentation_and_capitals_make_levels() {
    assert_eq!(
        parents(&[
            ("", "DÂN SỐ VÀ LAO ĐỘNG"),
            ("", "Dân số"),
            ("", "   Thành thị"),
            ("", "   Nông thôn"),
            ("", "Trong đó:"),
            ("", "   Nữ"),
            ("", "Lao động"),
            ("", "TỔNG THU"),
        ]),
        [
            "DÂN SỐ VÀ LAO ĐỘNG<",
            "Dân số<DÂN SỐ VÀ LAO ĐỘNG",
            "Thành thị<DÂN SỐ VÀ LAO ĐỘNG/Dân số",
            "Nông thôn<DÂN SỐ VÀ LAO ĐỘNG/Dân số",
            "Nữ<DÂN SỐ VÀ LAO ĐỘNG/Dân số/Nông thôn",
            "Lao động<DÂN SỐ VÀ LAO ĐỘNG",
            "TỔNG THU<",
        ]
    );
    assert_eq!(
        parents(&[
            ("", "Tổng thu"),
            ("", "Trong đó: Nội địa"),
            ("", "          Hải quan"),
            ("", "Chi")
        ]),
        ["Tổng thu<", "Nội địa<Tổng thu", "Hải quan<Tổng thu", "Chi<"]
    );
}
