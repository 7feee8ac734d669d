//! Regions are places, as the columns of a table and as its rows.

use crate::description::places_names_figures;

#[test]
fn columns_of_regions_are_columns_of_places() {
    for names in ["", "Chỉ tiêu", "Nhóm hàng"] {
        let text = format!(
            "Chỉ số giá tiêu dùng tháng 5 năm 2024 của các vùng;;;\n;;Tháng trước = 100\n\
             {names};Cả nước;Đồng bằng sông Hồng;Trung du và miền núi phía Bắc\n\
             Lương thực;100,20;100,31;100,11\nGiao thông;99,80;99,75;100,05\n"
        );
        let read = places_names_figures(&text);
        for expected in [
            "Cả nước|Lương thực|100.20",
            "Đồng bằng sông Hồng|Lương thực|100.31",
            "Trung du và miền núi phía Bắc|Giao thông|100.05",
        ] {
            assert!(read.iter().any(|line| line == expected), "{names}: {read:?}");
        }
    }
}

#[test]
fn rows_of_regions_are_rows_of_places() {
    let text = "MỘT SỐ CHỈ TIÊU NĂM 2023;;\n;Dân số (nghìn người);Tỷ lệ hộ nghèo (%)\n\
                Đồng bằng sông Hồng;23700;1,1\nĐông Nam Bộ;19000;0,3\n";
    let read = places_names_figures(text);
    assert!(read.iter().any(|line| line == "Đông Nam Bộ|Dân số|19000"), "{read:?}");
}
