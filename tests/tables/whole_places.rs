//! The row or the column of all places together: "Toàn huyện" is the district that the lines above
//! the table or the file name, and not another place.

use crate::description::{places_names_figures, places_names_figures_of};

const COLUMNS: &str = "TT;Chỉ tiêu;ĐVT;Toàn huyện;Xã Phú Mậu;Xã Vinh Thanh\n\
                       1;Diện tích lúa;ha;930;410;520\n2;Đàn bò;con;2100;900;1200\n";

#[test]
fn all_of_a_district_is_no_province() {
    let text = format!("UBND TỈNH NINH BÌNH;;;;;\nSẢN XUẤT NĂM 2024;;;;;\n{COLUMNS}");
    let read = places_names_figures(&text);
    assert!(read.contains(&"Toàn huyện|Diện tích lúa|930".to_owned()), "{read:#?}");
    let text = "SO SÁNH HUYỆN NHO QUAN VỚI TOÀN TỈNH NĂM 2024;;;\n\
                TT;Nơi;Số hộ nghèo (hộ);Số hộ (hộ)\n1;Toàn tỉnh;950;9100\n2;Xã Phú Mậu;40;300\n\
                3;Xã Vinh Thanh;50;400\n";
    let read = places_names_figures(text);
    assert!(read.contains(&"Toàn tỉnh|Số hộ nghèo|950".to_owned()), "{read:#?}");
}

#[test]
fn all_of_a_district_is_the_one_that_another_line_names() {
    let text = format!(
        "UBND TỈNH NINH BÌNH;;;;;\nSẢN XUẤT NĂM 2024;;;;;\n\
         (Kèm theo Quyết định số 7/QĐ-UBND ngày 3/1/2024 của UBND huyện Nho Quan);;;;;\n{COLUMNS}"
    );
    let read = places_names_figures(&text);
    assert!(read.contains(&"Huyện Nho Quan|Diện tích lúa|930".to_owned()), "{read:#?}");
    // Only the letterhead says which.
    let text = format!("ỦY BAN NHÂN DÂN HUYỆN NHO QUAN;;;;;\nSẢN XUẤT NĂM 2024;;;;;\n{COLUMNS}");
    let read = places_names_figures(&text);
    assert!(read.contains(&"Huyện Nho Quan|Đàn bò|2100".to_owned()), "{read:#?}");
}

#[test]
fn all_of_a_district_is_the_one_that_the_file_names() {
    let read = places_names_figures_of("Chỉ tiêu 2024 huyện Nho Quan.csv", COLUMNS);
    assert!(read.contains(&"Huyện Nho Quan|Đàn bò|2100".to_owned()), "{read:#?}");
    let rows = "TT;Xã;Số hộ (hộ);Số hộ nghèo (hộ)\n1;Phú Mậu;40;3\n2;Vinh Thanh;50;4\n\
                ;Toàn huyện;90;7\n";
    let read = places_names_figures_of("Hộ nghèo_huyện Nho Quan_2024.csv", rows);
    assert!(read.contains(&"Huyện Nho Quan|Số hộ nghèo|7".to_owned()), "{read:#?}");
    let read = places_names_figures_of("Hộ nghèo tỉnh Ninh Bình.csv", rows);
    assert!(read.contains(&"Toàn huyện|Số hộ nghèo|7".to_owned()), "{read:#?}");
}

#[test]
fn the_sum_of_all_places_is_the_place_of_the_title() {
    for whole in ["Tổng cộng toàn huyện", "Chung toàn huyện", "Tổng số toàn huyện", "Cộng"]
    {
        let text = format!(
            "SỐ HỘ NGHÈO HUYỆN NHO QUAN NĂM 2024;;;\nTT;Xã;Số hộ (hộ);Số hộ nghèo (hộ)\n\
             1;Phú Mậu;40;3\n2;Vinh Thanh;50;4\n;{whole};90;7\n"
        );
        let read = places_names_figures(&text);
        assert!(read.contains(&"Huyện Nho Quan|Số hộ nghèo|7".to_owned()), "{read:#?}");
    }
}

#[test]
fn bare_names_next_to_all_of_a_district_are_places() {
    let text = "GIEO TRỒNG HUYỆN NHO QUAN NĂM 2024;;;;;;;;\n\
                TT;Chỉ tiêu;ĐVT;Toàn huyện;;Phú Mậu;;Vinh Thanh;\n;;;KH;TH;KH;TH;KH;TH\n\
                1;Lúa;ha;10;11;4;4;6;7\n2;Ngô;ha;20;21;9;10;11;11\n";
    let read = places_names_figures(text);
    for line in ["Phú Mậu|Lúa|4", "Vinh Thanh|Ngô|11", "Huyện Nho Quan|Lúa|11"] {
        assert!(read.contains(&line.to_owned()), "{line}: {read:#?}");
    }
}
