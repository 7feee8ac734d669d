//! Items with a numeral or a letter and values of their own that lines such as "Phân theo ngành vận
//! tải" split: the rows below such a line are parts of the item, in its unit.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator};

/// The parents, the name, the value and the unit of each indicator.
fn lines(text: &str) -> Vec<String> {
    let datasets = dataset::read("bieu.csv", text.as_bytes(), None).unwrap().datasets;
    let line = |one: Indicator| {
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let above = one.parents.join(" > ");
        format!("{above}|{}|{actual} {}", one.name, one.unit.unwrap_or_default())
    };
    let of = |dataset: &Dataset| -> Vec<String> { dataset.indicators.iter().map(line).collect() };
    datasets.iter().flat_map(of).collect()
}

#[test]
fn a_line_splits_the_item_above_it() {
    let goods = "VẬN TẢI HÀNG HÓA\n\
                 ;Thực hiện tháng 8 năm 2025;Tháng 8 so với tháng trước (%)\n\
                 I. Vận chuyển (Nghìn tấn);2.310,5;101,2\n\
                 Phân theo khu vực vận tải;;\n\
                 Trong nước;2.245,1;101,3\n\
                 Phân theo ngành vận tải;;\n\
                 Đường bộ;1.804,6;100,9\n\
                 II. Luân chuyển (Triệu tấn.km);412,7;99,8\n\
                 Phân theo ngành vận tải;;\n\
                 Đường bộ;250,4;98,7\n";
    assert_eq!(
        lines(goods),
        [
            "|Vận chuyển|2310.5 Nghìn tấn",
            "Vận chuyển > Phân theo khu vực vận tải|Trong nước|2245.1 Nghìn tấn",
            "Vận chuyển > Phân theo ngành vận tải|Đường bộ|1804.6 Nghìn tấn",
            "|Luân chuyển|412.7 Triệu tấn.km",
            "Luân chuyển > Phân theo ngành vận tải|Đường bộ|250.4 Triệu tấn.km",
        ]
    );
    let shops = "Chỉ tiêu;Thực hiện năm 2025\n\
                 A. Doanh thu (Tỷ đồng);120,5\n\
                 Chia theo loại hình kinh tế;\n\
                 Kinh tế tập thể;20,5\n\
                 Kinh tế tư nhân;100\n\
                 Phân theo nhóm hàng;\n\
                 1. Lương thực;70,5\n\
                 2. May mặc;50\n\
                 B. Số cơ sở (Cơ sở);340\n\
                 Chia theo loại hình kinh tế;\n\
                 Kinh tế tập thể;40\n";
    assert_eq!(
        lines(shops),
        [
            "|Doanh thu|120.5 Tỷ đồng",
            "Doanh thu > Chia theo loại hình kinh tế|Kinh tế tập thể|20.5 Tỷ đồng",
            "Doanh thu > Chia theo loại hình kinh tế|Kinh tế tư nhân|100 Tỷ đồng",
            "Doanh thu > Phân theo nhóm hàng|Lương thực|70.5 Tỷ đồng",
            "Doanh thu > Phân theo nhóm hàng|May mặc|50 Tỷ đồng",
            "|Số cơ sở|340 Cơ sở",
            "Số cơ sở > Chia theo loại hình kinh tế|Kinh tế tập thể|40 Cơ sở",
        ]
    );
}

#[test]
fn a_heading_in_capitals_splits_no_item() {
    let text = "Nhóm hàng;Tháng 8/2025 so với tháng trước (%)\n\
                I. Giáo dục;101,2\n\
                II. Giao thông;99,2\n\
                CHỈ SỐ GIÁ VÀNG;\n\
                Vàng nhẫn;104,1\n";
    assert_eq!(lines(text)[2], "|Vàng nhẫn|- ");
}

#[test]
fn thousands_of_anything_in_brackets_are_a_unit_and_a_place_is_none() {
    let text = "Chỉ tiêu;Thực hiện năm 2025\n\
                Khách quốc tế (Nghìn lượt HK);310\n\
                Nhà máy gạch (Triệu Sơn);12\n";
    assert_eq!(lines(text), ["|Khách quốc tế|310 Nghìn lượt HK", "|Nhà máy gạch (Triệu Sơn)|12 "]);
}

#[test]
fn of_units_in_two_languages_the_first_counts() {
    let text = ";2023;2024\n\
                Trường học (Trường) - Schools (School);41;43\n\
                Cơ sở dạy nghề (Cơ sở) - Vocational units (Establishment);;\n\
                \u{a0}  Công lập - Public;7;8\n\
                Lao động – Workers (Nghìn người - Thous. persons);201;204\n\
                Diện tích rừng (Nghìn ha) – Area of forest (Thous. ha);91;92\n\
                Dự án (giai đoạn 1) - Projects (phase 1);3;4\n";
    let found = lines(text);
    let of_2024: Vec<&str> = found
        .iter()
        .map(String::as_str)
        .filter(|line| {
            ["43 ", "8 ", "204 ", "92 ", "4 "]
                .iter()
                .any(|value| line.contains(&format!("|{value}")))
        })
        .collect();
    assert_eq!(
        of_2024,
        [
            "|Trường học - Schools|43 Trường",
            "Cơ sở dạy nghề - Vocational units|Công lập - Public|8 Cơ sở",
            "|Lao động – Workers|204 Nghìn người",
            "|Diện tích rừng - Area of forest|92 Nghìn ha",
            "|Dự án (giai đoạn 1) - Projects (phase 1)|4 ",
        ],
        "{found:?}"
    );
}

#[test]
fn a_whole_is_split_until_its_parts_add_up() {
    let table = "Chỉ tiêu;ĐVT;Năm 2023;Năm 2024;So sánh (%)\n\
                 Lúa mùa;ha;1498,4;1482,0;98,9\n\
                 Chia ra: Miền Bắc;ha;1042,6;1030,2;98,8\n\
                 Miền Trung;ha;155,8;151,7;97,4\n\
                 Miền Nam;ha;300,1;300,0;100,0\n\
                 Lúa hè thu;ha;600;610;101,7\n\
                 Chia ra: Vùng thấp;ha;200;205;102,5\n\
                 Ngô;ha;50;60;120,0\n";
    let mut found = lines(table);
    found.retain(|line| !line.contains("2023"));
    let parents: Vec<&str> =
        found.iter().filter_map(|line| line.rsplit_once('|')).map(|it| it.0).collect();
    assert_eq!(
        parents,
        [
            "|Lúa mùa",
            "Lúa mùa|Miền Bắc",
            "Lúa mùa|Miền Trung",
            "Lúa mùa|Miền Nam",
            "|Lúa hè thu",
            "Lúa hè thu|Vùng thấp",
            "|Ngô",
        ]
    );
}

#[test]
fn unmarked_rows_that_repeat_and_add_up_are_parts_of_the_row_above() {
    let found = lines(
        ";2021 - 2022;2022 - 2023\n\
         Số trường (Trường);60;62\nCông lập;48;49\nTư thục;12;13\n\
         Số lớp (Lớp);910;934\nCông lập;770;785\nTư thục;140;149\n\
         Số giáo viên một lớp (Người);1,8;1,9\nCông lập;1,7;1,8\nTư thục;2,1;2,2\n\
         Kinh phí (Tỷ đồng);52,4;57,1\n",
    );
    for expected in [
        "|Số trường|62 Trường",
        "Số trường|Tư thục|13 Trường",
        "|Số lớp|934 Lớp",
        "Số lớp|Công lập|785 Lớp",
        "Số giáo viên một lớp|Tư thục|2.2 Người",
        "|Kinh phí|57.1 Tỷ đồng",
    ] {
        assert!(found.iter().any(|line| line == expected), "{expected}: {found:#?}");
    }
    // By kind, and again by region; classes and regions need not be repeated.
    let found = lines(
        "Chỉ tiêu;Thực hiện năm 2023;Thực hiện năm 2024\n\
         Diện tích lúa mùa (Nghìn ha);880,5;875,9\nMiền Bắc;510,2;508,8\nMiền Nam;370,3;367,1\n\
         Dân số (Nghìn người);640,0;645,2\nNam;318,1;320,4\nNữ;321,9;324,8\nThành thị;120,5;124,0\nNông thôn;519,5;521,2\n",
    );
    for expected in [
        "Diện tích lúa mùa|Miền Nam|367.1 Nghìn ha",
        "Dân số|Nữ|324.8 Nghìn người",
        "Dân số|Nông thôn|521.2 Nghìn người",
    ] {
        assert!(found.iter().any(|line| line == expected), "{expected}: {found:#?}");
    }
}

#[test]
fn rows_that_only_add_up_are_no_parts() {
    let found = lines(
        "Chỉ tiêu (triệu USD);Thực hiện năm 2023;Thực hiện năm 2024\n\
         Xuất khẩu;910;980\nNhập khẩu;850;900\nXuất siêu;60;80\n",
    );
    assert!(found.iter().all(|line| line.starts_with('|')), "{found:?}");
}

#[test]
fn repeated_rows_that_nothing_distinguishes_are_reported() {
    let table = "Chỉ tiêu;Thực hiện năm 2024\n\
                 Thư viện (Thư viện);12\nCấp huyện;9\nNhà văn hóa (Nhà);70\nCấp huyện;10\n";
    let repeated = |text: &str| {
        let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
        opened.findings.iter().filter(|one| one.rule().name() == "repeated-value").count()
    };
    assert_eq!(repeated(table), 1);
    assert_eq!(repeated(&table.replace("\nCấp huyện", "\n- Cấp huyện")), 0);
    assert_eq!(repeated(&table.replace("huyện;10", "xã;10")), 0);
}
