//! Rows of places below the heading of the offices there: where several measures are planned, they are places.

use crate::description::places_names_figures;

#[test]
fn rows_below_branches_of_an_authority_are_places_of_several_measures() {
    for heading in
        ["BHXH huyện, thị xã", "Đơn vị", "Tên đơn vị", "Chi cục Thuế khu vực", "Công an cấp huyện"]
    {
        let text = format!(
            "BẢO HIỂM XÃ HỘI TỈNH CAO BẰNG;;;;;\nKẾT QUẢ ĐẾN 30/9/2024;;;;;\n\
             STT;{heading};BHXH bắt buộc;;BHYT;\n;;Kế hoạch;Thực hiện;Kế hoạch;Thực hiện\n\
             1;Bảo Lạc;120;110;340;345\n2;Thạch An;90;95;210;200\n;Toàn tỉnh;210;205;550;545\n"
        );
        let read = places_names_figures(&text);
        for expected in ["Bảo Lạc|BHXH bắt buộc|110", "Thạch An|BHYT|200"] {
            assert!(read.iter().any(|line| line == expected), "{heading}: {read:?}");
        }
    }
}

#[test]
fn rows_of_one_measure_below_offices_stay_names() {
    let text = "KẾT QUẢ ĐẾN 30/9/2024;;;\nSTT;Đơn vị;Kế hoạch;Thực hiện\n\
                1;Bảo Lạc;120;110\n2;Thạch An;90;95\n";
    let read = places_names_figures(text);
    assert!(read.iter().any(|line| line.ends_with("|Bảo Lạc|110")), "{read:?}");
}

#[test]
fn those_who_spend_money_are_names_below_each_heading_of_offices() {
    for heading in ["Cơ quan, đơn vị", "Tên cơ quan, đơn vị", "Cơ quan/đơn vị", "Chủ đầu tư"]
    {
        let text = format!(
            "GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2024;;;\n\
             STT;{heading};Kế hoạch vốn (triệu đồng);Giải ngân (triệu đồng)\n\
             1;Sở Xây dựng;500;450\n2;Sở Y tế;300;120\n3;UBND huyện Thạch An;90;95\n"
        );
        let read = places_names_figures(&text);
        assert!(read.iter().any(|line| line == "|Sở Y tế|120"), "{heading}: {read:?}");
    }
}
