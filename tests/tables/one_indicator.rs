//! One indicator in the layouts that offices give it: the year of a norm in its name, places across, lines of years
//! between its rows, columns of classes, a name that is merged over its places.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator, Target};

/// The place, the period, the name, the unit, the plan and the actual of each indicator.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => String::new(),
        };
        let actual = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
        let names = [one.parents.as_slice(), std::slice::from_ref(&one.name)].concat();
        let unit = one.unit.as_deref().unwrap_or_default();
        let (place, period) = (dataset.place.name(), &dataset.period);
        format!("{place}|{period}|{}|{unit}|{plan}|{actual}", names.join("/"))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

/// The number of indicators with an id of their own.
fn ids(text: &str) -> usize {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let mut ids: Vec<String> = Vec::new();
    for dataset in &opened.datasets {
        ids.extend(dataset.indicators.iter().map(|one| one.id.to_string()));
    }
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

#[track_caller]
fn has(text: &str, expected: &[&str]) {
    let found = lines(text);
    for line in expected {
        assert!(found.iter().any(|one| one == line), "{line} is missing in {found:#?}");
    }
}

#[test]
fn the_year_of_a_norm_is_part_of_the_name() {
    has(
        "Huyện;Tỷ lệ hộ nghèo theo chuẩn 2022-2025 (%);Dân số (người)\nHuyện Văn Bàn;14,5;9100\n\
         Huyện Bảo Yên;12,5;8200\n",
        &[
            "Huyện Văn Bàn||Tỷ lệ hộ nghèo theo chuẩn 2022-2025|%||14.5",
            "Huyện Văn Bàn||Dân số|người||9100",
        ],
    );
    has(
        "Năm;GRDP (giá so sánh năm 2010) (tỷ đồng);Số xã đạt chuẩn giai đoạn 2021-2025 (xã)\n\
         2022;7100;12\n2023;7550;15\n",
        &[
            "bieu.csv|năm 2022|GRDP (giá so sánh năm 2010)|tỷ đồng||7100",
            "bieu.csv|năm 2023|Số xã đạt chuẩn giai đoạn 2021-2025|xã||15",
        ],
    );
    has(
        "Country,Year,GDP per capita (constant 2015 US$)\nViet Nam,2021,3409\nViet Nam,2022,3655\n",
        &["Viet Nam|năm 2022|GDP per capita (constant 2015 US$)|||3655"],
    );
    has(
        "Xã;Số người hưởng lương hưu (theo Luật BHXH 2014) (người);Số người hưởng lương hưu năm 2023 (người)\n\
         Xã Mường Bo;31;33\nXã Bản Hồ;41;44\n",
        &["Xã Bản Hồ||Số người hưởng lương hưu|người||44"],
    );
}

#[test]
fn places_across_are_places_of_what_the_title_names() {
    has(
        "DÂN SỐ TRUNG BÌNH PHÂN THEO HUYỆN (nghìn người);;;\nNăm;Tổng số;Huyện Bắc Hà;Huyện Si Ma Cai\n\
         2021;101;66;35\n2022;104;68;36\n",
        &[
            "Huyện Bắc Hà|năm 2021|DÂN SỐ TRUNG BÌNH|nghìn người||66",
            "Huyện Si Ma Cai|năm 2022|DÂN SỐ TRUNG BÌNH|nghìn người||36",
            "bieu.csv|năm 2022|DÂN SỐ TRUNG BÌNH|nghìn người||104",
        ],
    );
    has(
        "Năm;Sản lượng chè (tấn);Sản lượng chè (tấn)\n;Huyện Bắc Hà;Huyện Si Ma Cai\n2021;660;350\n2022;680;360\n",
        &["Huyện Si Ma Cai|năm 2022|Sản lượng chè|tấn||360"],
    );
    // Without a name, the columns are what they say.
    let found = lines("Năm;Lúa Xuân;Lúa Mùa\n2021;66;35\n2022;68;36\n");
    assert!(found.contains(&"bieu.csv|năm 2022|Lúa Mùa|||36".to_owned()), "{found:#?}");
}

#[test]
fn a_line_with_a_year_is_the_period_of_the_rows_below_it() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nNăm 2022;;;\nThu ngân sách;tỷ đồng;210;216\n\
                Trồng rừng;ha;30;29\nNăm 2023;;;\nThu ngân sách;tỷ đồng;220;231\nTrồng rừng;ha;35;36\n";
    has(
        text,
        &[
            "bieu.csv|năm 2022|Thu ngân sách|tỷ đồng|210|216",
            "bieu.csv|năm 2023|Trồng rừng|ha|35|36",
        ],
    );
    assert_eq!(ids(text), 2);
    let text = "Xã;Số hộ nghèo (hộ)\nNăm 2022;\nNậm Lúc;110\nCốc Lầu;91\nNăm 2023;\nNậm Lúc;95\nCốc Lầu;70\n";
    has(text, &["Nậm Lúc|năm 2022|Số hộ nghèo|hộ||110", "Cốc Lầu|năm 2023|Số hộ nghèo|hộ||70"]);
    assert_eq!(ids(text), 1);
    // The rows above the only line of a year are of no known one.
    let found =
        lines("Chỉ tiêu;ĐVT;Thực hiện\nTrồng rừng;ha;29\nNăm 2023;;\nThu ngân sách;tỷ đồng;231\n");
    assert!(found.contains(&"bieu.csv||Trồng rừng|ha||29".to_owned()), "{found:#?}");
}

#[test]
fn a_column_of_classes_next_to_years_makes_parts() {
    let text = "Tỉnh;Chỉ tiêu;Giới tính;2021;2022;2023\nBắc Kạn;Lao động có việc làm (nghìn người);Chung;201;205;208\n\
                Bắc Kạn;Lao động có việc làm (nghìn người);Nam;104;106;108\n\
                Bắc Kạn;Lao động có việc làm (nghìn người);Nữ;97;99;100\n";
    has(
        text,
        &[
            "Bắc Kạn|năm 2022|Lao động có việc làm|nghìn người||205",
            "Bắc Kạn|năm 2023|Lao động có việc làm/Nữ|nghìn người||100",
        ],
    );
    assert_eq!(ids(text), 3);
    has(
        "Chỉ tiêu;Phân tổ;ĐVT;Kế hoạch;Thực hiện\nSố hộ dùng nước sạch;Tổng số;hộ;900;910\n\
         Số hộ dùng nước sạch;Thành thị;hộ;400;405\nSố hộ dùng nước sạch;Nông thôn;hộ;500;505\n",
        &["bieu.csv||Số hộ dùng nước sạch/Nông thôn|hộ|500|505"],
    );
}

#[test]
fn a_column_don_vi_of_places_is_no_unit() {
    has(
        "STT;Đơn vị;Chỉ tiêu;ĐVT;Năm;Kế hoạch;Thực hiện\n1;Huyện Bắc Hà;Trồng chè;ha;2022;60;61\n\
         2;Huyện Si Ma Cai;Trồng chè;ha;2022;40;38\n3;Huyện Bắc Hà;Trồng chè;ha;2023;65;64\n",
        &[
            "Huyện Si Ma Cai|năm 2022|Trồng chè|ha|40|38",
            "Huyện Bắc Hà|năm 2023|Trồng chè|ha|65|64",
        ],
    );
}

#[test]
fn classes_across_are_parts_of_what_the_title_or_the_group_names() {
    has(
        "DÂN SỐ TRUNG BÌNH PHÂN THEO GIỚI TÍNH (nghìn người);;;\nNăm;Tổng số;Nam;Nữ\n2021;101;51;50\n2022;104;53;51\n",
        &[
            "bieu.csv|năm 2021|DÂN SỐ TRUNG BÌNH|nghìn người||101",
            "bieu.csv|năm 2022|DÂN SỐ TRUNG BÌNH/Nữ|nghìn người||51",
        ],
    );
    has(
        "Xã;Số hộ nghèo (hộ);Dân số (người);Trong đó: Nữ (người)\nXã Nậm Lúc;110;4100;2010\nXã Cốc Lầu;91;3900;1900\n",
        &["Xã Nậm Lúc||Dân số|người||4100", "Xã Cốc Lầu||Dân số/Nữ|người||1900"],
    );
}

#[test]
fn a_school_is_the_place_of_its_figures() {
    has(
        "TRƯỜNG THPT NGUYỄN TRÃI;;\nKết quả năm học 2022-2023;;\nChỉ tiêu;ĐVT;Thực hiện\nTỷ lệ tốt nghiệp;%;98,5\n",
        &["Trường THPT Nguyễn Trãi|năm học 2022-2023|Tỷ lệ tốt nghiệp|%||98.5"],
    );
    has(
        "TRƯỜNG MẦM NON ĐẠT CHUẨN QUỐC GIA;;\nHUYỆN BẮC HÀ NĂM 2023;;\nChỉ tiêu;ĐVT;Thực hiện\nSố trường;trường;12\n",
        &["Huyện Bắc Hà|năm 2023|Số trường|trường||12"],
    );
}

#[test]
fn a_name_in_the_first_of_its_rows_is_that_of_all_its_places() {
    let text = "Chỉ tiêu;Huyện;ĐVT;2022;2023;2024\nTrồng chè;Bắc Hà;ha;60;61;62\n;Si Ma Cai;ha;40;38;39\n\
                Thu ngân sách;Bắc Hà;tỷ đồng;50;52;55\n;Si Ma Cai;tỷ đồng;20;21;22\n";
    has(
        text,
        &["Si Ma Cai|năm 2023|Trồng chè|ha||38", "Si Ma Cai|năm 2024|Thu ngân sách|tỷ đồng||22"],
    );
    assert_eq!(ids(text), 2);
}

#[test]
fn the_number_of_a_page_is_no_row() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nTrồng chè;ha;60;61\nTrang 1/2;;;\nThu ngân sách;tỷ đồng;50;52\n\
                ;;;Trang 2/2\nSố hộ nghèo;hộ;110;105\n";
    has(text, &["bieu.csv||Trồng chè|ha|60|61", "bieu.csv||Số hộ nghèo|hộ|110|105"]);
    assert_eq!(lines(text).len(), 3);
}

#[test]
fn a_total_of_levels_has_the_name_in_the_title() {
    let levels = |title: &str, head: &str| {
        format!(
            "{title};;;\n{head};Tổng số;Tiểu học;Trung học cơ sở\n2022;90;60;30\n2023;95;62;33\n"
        )
    };
    has(
        &levels("Số học sinh phổ thông huyện Bắc Hà (người)", "Năm"),
        &[
            "Huyện Bắc Hà|năm 2022|Số học sinh phổ thông|người||90",
            "Huyện Bắc Hà|năm 2023|Số học sinh phổ thông/Tiểu học|người||62",
        ],
    );
    has(
        &levels("Số giáo viên phổ thông huyện Bắc Hà (người)", "Năm"),
        &["Huyện Bắc Hà|năm 2022|Số giáo viên phổ thông/Trung học cơ sở|người||30"],
    );
    has(
        "SỐ GIÁO VIÊN MẦM NON PHÂN THEO HUYỆN (người);;;\nHuyện;Tổng cộng;Nhà trẻ;Mẫu giáo\n\
         Huyện Bắc Hà;31;9;22\nHuyện Si Ma Cai;29;8;21\n",
        &["Huyện Si Ma Cai||SỐ GIÁO VIÊN MẦM NON/Mẫu giáo|người||21"],
    );
    // A rate is no part of a number.
    has(
        "Số trường học huyện Bắc Hà;;;\nNăm;Tổng số;Đạt chuẩn quốc gia;Tỷ lệ đạt chuẩn (%)\n\
         2022;64;40;62,5\n2023;64;44;68,8\n",
        &[
            "Huyện Bắc Hà|năm 2022|Số trường học|||64",
            "Huyện Bắc Hà|năm 2023|Số trường học/Đạt chuẩn quốc gia|||44",
            "Huyện Bắc Hà|năm 2023|Tỷ lệ đạt chuẩn|%||68.8",
        ],
    );
}

#[test]
fn a_second_block_is_of_the_same_places() {
    let over_values = "Sản lượng ngô phân theo huyện tỉnh Lai Châu;;\n;2022;2023\n;Tấn;\nTỔNG SỐ;30;31\n\
         Huyện Sìn Hồ;10;10,5\nHuyện Mường Tè;20;20,5\n;Chỉ số phát triển (Năm trước = 100) - %;\n\
         TỔNG SỐ;101;103\nHuyện Sìn Hồ;99;105\nHuyện Mường Tè;102;102,5\n";
    has(
        over_values,
        &[
            "Huyện Sìn Hồ|năm 2023|Sản lượng ngô|Tấn||10.5",
            "Huyện Sìn Hồ|năm 2023|Sản lượng ngô|%||105",
            "Huyện Mường Tè|năm 2022|Sản lượng ngô|Tấn||20",
            "Lai Châu|năm 2022|Sản lượng ngô|%||101",
        ],
    );
    assert_eq!(ids(over_values), 2);
    let in_names = "Dân số trung bình phân theo huyện;;\n;2022;2023\n;Người;\nTỔNG SỐ;90;91\nMường Tè;40;40\n\
         Sìn Hồ;50;51\nCơ cấu (%);;\nTỔNG SỐ;100;100\nMường Tè;44,4;44\nSìn Hồ;55,6;56\n";
    has(
        in_names,
        &[
            "Sìn Hồ|năm 2023|Dân số trung bình|Người||51",
            "Sìn Hồ|năm 2022|Dân số trung bình|%||55.6",
        ],
    );
}
