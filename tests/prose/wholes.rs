//! What a figure is a part of, and what it is about: "trong đó", lists, and names that say nothing alone.

use crate::every::Every;
use crate::reports::{doubted, lines, rows, rows_of, sure, valued};
use chitieu::model::{Count, Indicator};

fn parents(row: &Indicator) -> Vec<String> {
    row.parents.iter().map(|parent| parent.to_lowercase()).collect()
}

#[test]
fn a_part_belongs_to_what_is_counted_alike_and_can_hold_it() {
    for (text, part, whole) in [
        (
            "Kiểm tra 4.200 phương tiện, phạt tiền 3,1 tỷ đồng, tạm giữ 310 phương tiện; trong đó xe khách 640 phương tiện.",
            "640",
            "kiểm tra phương tiện",
        ),
        (
            "Cấp mới 42 dự án, vốn đăng ký 310 triệu USD, trong đó khu công nghiệp 27 dự án.",
            "27",
            "cấp mới dự án",
        ),
        // The share says of which of the two.
        (
            "Tiếp nhận 9.000 hồ sơ, giải quyết 6.000 hồ sơ, tồn 410 hồ sơ; trong đó trực tuyến 4.500 hồ sơ, chiếm 75%.",
            "4500",
            "giải quyết hồ sơ",
        ),
    ] {
        let found = rows(text);
        let row = valued(&found, part, text);
        assert_eq!(parents(row), [whole], "{text}");
        assert!(!doubted(row, "owner-open"), "{text}: {:?}", row.review);
    }
}

#[test]
fn a_part_that_may_be_of_several_is_reviewed() {
    let text = "Khởi tố 210 vụ; bắt 480 đối tượng. Trong đó, án kinh tế 35 vụ.";
    let found = rows(text);
    assert!(doubted(valued(&found, "35", text), "owner-open"), "{found:#?}");
    // Nothing before is as large.
    let text = "Tạm giữ 310 phương tiện; trong đó xe khách 640 phương tiện.";
    let found = rows(text);
    let row = valued(&found, "640", text);
    assert!(row.parents.is_empty() && doubted(row, "owner-open"), "{row:#?}");
}

#[test]
fn all_parts_of_a_list_have_their_whole() {
    let text = "Diện tích gieo trồng 3.100 ha; trong đó lúa 1.900 ha; ngô 410 ha; rau màu 260 ha.";
    let found = rows(text);
    for part in ["1900", "410", "260"] {
        assert_eq!(parents(valued(&found, part, text)), ["diện tích gieo trồng"], "{part}");
    }
    // Goats are no ducks, and more than the whole is no part of it.
    for (text, other) in [
        ("Đàn vịt 8.000 con; trong đó vịt đẻ 2.500 con; dê 700 con.", "700"),
        ("Diện tích gieo trồng 3.100 ha; trong đó lúa 1.900 ha; ngô 1.410 ha.", "1410"),
    ] {
        let found = rows(text);
        assert!(parents(valued(&found, other, text)).is_empty(), "{text}");
    }
}

#[test]
fn the_result_of_all_cases_is_theirs() {
    let text = "Án đặc biệt nghiêm trọng xảy ra 17 vụ, điều tra làm rõ 17/17 vụ, đạt 100%.";
    let found = rows(text);
    let row = found.iter().find(|row| row.count.is_some()).unwrap();
    assert_eq!(parents(row), ["án đặc biệt nghiêm trọng"], "{row:#?}");
}

#[test]
fn a_place_with_its_figure_in_brackets_is_no_parent_of_the_next() {
    let text = "Một số đơn vị có tỷ lệ giải ngân cao: huyện Kim Bình (81,2%), huyện Lâm Thượng (76,4%), Sở Công Thương (70,5%).";
    let found = rows(text);
    for figure in ["76.4", "70.5"] {
        let row = valued(&found, figure, text);
        assert!(!row.parents.iter().any(|parent| parent == "Lâm Thượng"), "{row:#?}");
    }
}

#[test]
fn the_owner_of_what_is_counted_is_not_lost() {
    let text = "Tỉnh có 312 dự án FDI. Trong đó, Nhật Bản có 45 dự án; Hàn Quốc có 78 dự án.";
    let found = rows(text);
    for (figure, owner) in [("45", "nhật bản"), ("78", "hàn quốc")] {
        assert!(parents(valued(&found, figure, text)).contains(&owner.to_owned()), "{found:#?}");
    }
}

#[test]
fn names_that_say_nothing_alone_have_their_subject() {
    let text = "Tai nạn giao thông xảy ra 30 vụ, làm chết 12 người, bị thương 25 người; cháy nhà dân xảy ra 8 vụ, làm chết 2 người.";
    let found = rows(text);
    for (figure, subject) in
        [("12", "tai nạn giao thông"), ("25", "tai nạn giao thông"), ("2", "cháy nhà dân")]
    {
        let row = valued(&found, figure, text);
        assert!(parents(row).last().unwrap().contains(subject), "{row:#?}");
    }
    // Nobody says by what.
    let text = "Làm chết 5 người.";
    assert!(doubted(valued(&rows(text), "5", text), "name-length"));
    let text = "Về ma túy: phát hiện, bắt giữ 64 vụ với 91 đối tượng. Về thủy sản, diện tích nuôi tôm 310 ha, sản lượng thu hoạch 2.100 tấn.";
    let found = rows(text);
    assert_eq!(parents(valued(&found, "64", text)), ["ma túy"]);
    assert_eq!(parents(valued(&found, "91", text)), ["ma túy"]);
    assert_eq!(parents(valued(&found, "2100", text)), ["nuôi tôm"]);
}

#[test]
fn things_of_a_group_are_a_part_of_it() {
    let text = "Trong 21 khoản thu, có 17 khoản đạt và vượt tiến độ dự toán.";
    let found = rows(text);
    let row = valued(&found, "17", text);
    let whole = "21".parse().unwrap();
    assert_eq!(row.count, Some(Count { part: "17".parse().unwrap(), whole }));
    assert_eq!(row.name, "Khoản thu đạt và vượt tiến độ dự toán");
    assert!(sure(row), "{row:#?}");
    // Which ones are counted, and no verdict about how many there are.
    let text = "Có 14 khoản thu đạt và vượt dự toán.";
    let found = rows(text);
    let row = valued(&found, "14", text);
    assert_eq!(row.name, "Khoản thu đạt và vượt dự toán");
    assert!(row.plan.is_none(), "{row:#?}");
    let text = "Có 512 bài thi đạt điểm 9.";
    assert_eq!(valued(&rows(text), "512", text).name, "Bài thi đạt điểm 9");
}

#[test]
fn a_level_alone_is_that_of_the_budget_before() {
    let text = "Tổng kinh phí thực hiện chương trình 512,4 tỷ đồng, trong đó ngân sách trung ương 312 tỷ đồng, tỉnh 120,4 tỷ đồng, huyện 52 tỷ đồng, xã 28 tỷ đồng.";
    let found = rows(text);
    for (figure, name) in
        [("120.4", "Ngân sách tỉnh"), ("52", "Ngân sách huyện"), ("28", "Ngân sách xã")]
    {
        let row = valued(&found, figure, text);
        assert_eq!(row.name, name, "{text}");
        assert_eq!(parents(row), ["tổng kinh phí thực hiện chương trình"], "{row:#?}");
    }
    let text = "Ngân sách trung ương 312 tỷ đồng, xã hội hóa 28 tỷ đồng.";
    let found = rows(text);
    assert!(found.iter().every(|row| !row.name.starts_with("Ngân sách xã")), "{found:#?}");
}

#[test]
fn a_class_of_damage_is_part_of_the_name() {
    let text = "Tổng diện tích hoa màu bị thiệt hại 960 ha, trong đó mất trắng (trên 70%) 214 ha, gồm lúa 98 ha, \
                ngô 64 ha và sắn 52 ha.";
    assert_eq!(
        lines(text),
        [
            "Tổng diện tích hoa màu bị thiệt hại 960 ha",
            "Tổng diện tích hoa màu bị thiệt hại > Mất trắng (trên 70%) 214 ha",
            "mất trắng (trên 70%) > Lúa 98 ha",
            "mất trắng (trên 70%) > Ngô 64 ha",
            "mất trắng (trên 70%) > Sắn 52 ha",
        ]
    );
    let text = "Có 815 nhà bị hư hỏng, trong đó thiệt hại từ 30% đến 50% là 502 nhà.";
    assert!(lines(text).iter().any(|line| line.ends_with("Thiệt hại từ 30% đến 50% 502 nhà")));
    // No class of damage: the rate itself.
    assert_eq!(lines("Tỷ lệ thiệt hại trên 30%."), ["Tỷ lệ thiệt hại 30 %"]);
}

#[test]
fn what_is_missing_most_is_a_part_of_what_is_missing() {
    let text = "Ngành còn thiếu 312 giáo viên, nhiều nhất là giáo viên tiếng Anh (84 người) và Tin học (61 người).";
    let found = lines(text);
    assert_eq!(found[1], "giáo viên còn thiếu > Giáo viên tiếng Anh 84 người");
    assert_eq!(found[2], "giáo viên còn thiếu > Tin học 61 người");
    let text = "Còn thiếu 45 phòng học, nhiều nhất là tiểu học 20 phòng; xây mới 12 phòng.";
    assert!(rows(text)[2].parents.is_empty(), "{:#?}", rows(text));
    // Nothing says that those are missing.
    let text = "Toàn ngành có 312 giáo viên; giáo viên tiếng Anh 84 người.";
    assert!(rows(text).iter().all(|row| row.parents.is_empty()));
}

#[test]
fn a_part_in_percent_is_one_of_what_has_a_rate() {
    let text = "Lực lượng chức năng làm rõ 214/240 vụ, bắt 366 đối tượng; trong đó án rất nghiêm trọng đạt 97,5%.";
    let part = rows(text).into_iter().find(|row| row.unit.as_deref() == Some("%")).unwrap();
    assert_eq!(part.parents, ["làm rõ vụ"]);
}

#[test]
fn a_percent_behind_a_sum_and_its_persons_is_that_of_the_sum() {
    let text =
        "Tổng dư nợ đạt 3.105 tỷ đồng với 61.400 khách hàng còn dư nợ, hoàn thành 99,6% kế hoạch.";
    let found = rows(text);
    let percent =
        |row: &chitieu::model::Indicator| row.plan.as_ref().and_then(|plan| plan.percent());
    assert_eq!((percent(&found[0]).is_some(), percent(&found[1]).is_some()), (true, false));
    let text = "Dư nợ nông nghiệp đạt 980 tỷ đồng với 5.120 khách hàng, chiếm 62,4% tổng dư nợ.";
    let found = rows(text);
    assert!(found[0].note.is_some() && found[1].note.is_none());
    // The share of the persons.
    let text =
        "Dư nợ nông nghiệp đạt 980 tỷ đồng với 5.120 khách hàng, chiếm 40% tổng số khách hàng.";
    let found = rows(text);
    assert!(found[0].note.is_none() && found[1].note.is_some());
}

#[test]
fn each_count_of_a_level_of_schools_has_the_level() {
    let text = "Toàn tỉnh có tiểu học 84 trường, 41.300 học sinh; THCS 72 trường, 28.900 học sinh.";
    let found = rows(text);
    let of =
        |figure| valued(&found, figure, text).parents.last().map(|parent| parent.to_lowercase());
    assert_eq!(of("41300").as_deref(), Some("tiểu học"));
    assert_eq!(of("28900").as_deref(), Some("thcs"));
}

#[test]
fn parts_of_a_doubtful_whole_are_doubted_too() {
    for text in [
        "Đã bố trí 380 tỷ đồng, gồm: giao thông 210 tỷ đồng; thủy lợi 170 tỷ đồng.",
        "Tổng số tiền trên là 640 tỷ đồng, trong đó: ngân sách tỉnh 400 tỷ đồng, ngân sách huyện 240 tỷ đồng.",
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 3, "{text}");
        assert!(found.iter().all(|row| !row.review.is_empty()), "{found:#?}");
        assert!(found[1..].iter().all(|row| doubted(row, "whole-open")), "{found:#?}");
    }
    let sure =
        "Thu ngân sách 640 tỷ đồng, trong đó: thu nội địa 400 tỷ đồng, thu hải quan 240 tỷ đồng.";
    assert!(rows(sure).iter().all(|row| row.review.is_empty()), "{sure}");
}

#[test]
fn a_parent_is_what_is_measured_and_no_sentence() {
    for (text, wanted) in [
        (
            "Diện tích vải thiều đạt 1.400 ha, sản lượng đạt 8.700 tấn.",
            ["Diện tích vải thiều 1400 ha", "Vải thiều > Sản lượng 8700 tấn"],
        ),
        (
            "Diện tích trồng cà phê 2.600 ha, sản lượng 4.900 tấn.",
            ["Diện tích trồng cà phê 2600 ha", "Cà phê > Sản lượng 4900 tấn"],
        ),
        (
            "Về diện tích vải thiều năm 2024, toàn huyện có 1.400 ha, sản lượng đạt 8.700 tấn.",
            ["Diện tích vải thiều 1400 ha", "vải thiều > Sản lượng 8700 tấn"],
        ),
        (
            "Một số cây trồng giảm nhẹ: lúa 11.000 ha, giảm 2%; ngô 3.700 ha, giảm 1%.",
            ["Lúa 11000 ha -2%", "Ngô 3700 ha -1%"],
        ),
        (
            "Một số sản phẩm chủ yếu tăng khá: xi măng 1,3 triệu tấn, tăng 4%; gạch 78 triệu viên, tăng 6%.",
            ["Xi măng 1.3 triệu tấn +4%", "Gạch 78 triệu viên +6%"],
        ),
        (
            "Về cơ cấu kinh tế, khu vực nông nghiệp chiếm 27,3%; khu vực dịch vụ chiếm 41,2%.",
            [
                "cơ cấu kinh tế > Khu vực nông nghiệp 27.3 %",
                "cơ cấu kinh tế > Khu vực dịch vụ 41.2 %",
            ],
        ),
        (
            "Năm 2024, cơ cấu kinh tế: khu vực nông nghiệp chiếm 27,3%; khu vực dịch vụ chiếm 41,2%.",
            [
                "cơ cấu kinh tế > Khu vực nông nghiệp 27.3 %",
                "cơ cấu kinh tế > Khu vực dịch vụ 41.2 %",
            ],
        ),
    ] {
        assert_eq!(crate::reports::lines(text), wanted, "{text}");
    }
}

#[test]
fn all_members_of_a_sentence_about_parts_have_their_whole() {
    let text = "Tổng kim ngạch xuất khẩu đạt 21,3 tỷ USD. Trong đó, nông sản đạt 10,2 tỷ USD; sản phẩm chăn nuôi 412 triệu USD; \
                thủy sản 3,1 tỷ USD; nhập khẩu 30 tỷ USD.";
    let found = rows(text);
    for part in ["10.2", "412", "3.1"] {
        assert_eq!(parents(valued(&found, part, text)), ["tổng kim ngạch xuất khẩu"], "{part}");
    }
    // More than the whole is no part of it.
    assert!(parents(valued(&found, "30", text)).is_empty(), "{found:#?}");
}

#[test]
fn branches_of_an_index_and_of_a_product_have_it_as_their_whole() {
    for text in [
        "IIP tăng 8,2%, trong đó công nghiệp chế biến, chế tạo tăng 9,1%; sản xuất và phân phối điện tăng 3,4%; CPI tăng 3,2%.",
        "GRDP tăng 8,2%. Trong đó, nông nghiệp tăng 9,1%; công nghiệp tăng 3,4%; CPI tăng 3,2%.",
    ] {
        let found = rows(text);
        let owners: Vec<usize> = found.iter().map(|row| row.parents.len()).collect();
        assert_eq!(owners, [0, 1, 1, 0], "{text}: {found:#?}");
    }
}

#[test]
fn parts_in_a_bracket_are_of_what_they_add_up_to() {
    let text = "Giải quyết việc làm cho 9.400 lao động; trong đó đưa 900 lao động đi làm việc ở nước ngoài \
                (Nhật Bản 500 người, Đài Loan 300 người, Hàn Quốc 100 người).";
    let found = rows(text);
    let row = valued(&found, "300", text);
    let last = parents(row).pop().unwrap_or_default();
    assert!(last.contains("đi làm việc ở nước ngoài"), "{row:#?}");
    assert!(sure(row), "{row:#?}");
}

#[test]
fn a_port_is_no_part_of_the_airport_before_it() {
    let text = "Sân bay Phú Sơn đón 1,08 triệu lượt khách; cảng Hòn Đá đón 42 chuyến tàu du lịch.";
    let found = rows(text);
    assert_eq!(parents(valued(&found, "1.08", text)), ["sân bay phú sơn"]);
    assert_eq!(parents(valued(&found, "42", text)), ["cảng hòn đá"]);
}

#[test]
fn what_a_bank_is_owed_is_that_of_the_bank_behind_a_semicolon() {
    let text = "Ngân hàng Chính sách xã hội đã cho vay 6.480 lượt hộ với doanh số 352 tỷ đồng; tổng dư nợ đạt 2.164 tỷ \
                đồng; toàn tỉnh có 512 doanh nghiệp.";
    let found = rows(text);
    assert_eq!(parents(valued(&found, "2164", text)), ["ngân hàng chính sách xã hội"]);
    assert!(parents(valued(&found, "512", text)).is_empty(), "{found:#?}");
}

#[test]
fn a_bracket_behind_a_rate_lists_its_parts() {
    for (text, figures, whole) in [
        (
            "Tỷ lệ nhà kiên cố đạt 80,5% (mầm non 75,2%; tiểu học 79,9%; THCS 91%).",
            ["75.2", "79.9", "91"],
            "tỷ lệ nhà kiên cố",
        ),
        (
            "Có 214/460 trường đạt chuẩn quốc gia, đạt 46,52%, tăng 9 trường so với năm trước (mầm non 80 trường, tiểu học 74 trường, THCS 60 trường).",
            ["80", "74", "60"],
            "trường đạt chuẩn quốc gia",
        ),
        (
            "Tỷ lệ giáo viên đạt chuẩn và trên chuẩn: mầm non 95,1%, tiểu học 83,6%, THCS 90,2%.",
            ["95.1", "83.6", "90.2"],
            "tỷ lệ giáo viên đạt chuẩn và trên chuẩn",
        ),
    ] {
        let found = rows(text);
        for figure in figures {
            let row = valued(&found, figure, text);
            assert_eq!(parents(row), [whole], "{text}");
            assert!(sure(row), "{row:#?}");
        }
    }
    // A rate of all is between those of its parts; a level alone says nothing.
    let text = "Tỷ lệ nhà kiên cố đạt 60,5% (mầm non 75,2%; tiểu học 79,9%).";
    let found = rows(text);
    let row = valued(&found, "75.2", text);
    assert!(row.parents.is_empty() && doubted(row, "name-cut"), "{row:#?}");
}

#[test]
fn branches_of_what_the_economy_produces_keep_it_as_their_whole() {
    let text = "GRDP tăng 8,2%. Trong mức tăng chung, khu vực nông, lâm nghiệp và thủy sản tăng 3,1%; khu vực công nghiệp tăng 11,4%; khu vực dịch vụ tăng 7,6%.";
    let found = rows(text);
    assert!(found[1..].iter().all(|row| row.parents == ["GRDP"]), "{found:#?}");
    let text = "GDP grew by 7.1%, of which agriculture increased by 3.2%; industry and construction rose by 8.9%; services went up by 7.8%.";
    let found = rows_of("Economy of Vinh Son province in 2024", text);
    assert!(found[1..].iter().all(|row| row.parents == ["GDP"]), "{found:#?}");
    let text =
        "Về cơ cấu, khu vực nông nghiệp chiếm 20,1%; công nghiệp chiếm 41%; dịch vụ chiếm 38,9%.";
    let found = rows(text);
    assert!(found.iter().all(|row| parents(row) == ["cơ cấu"]), "{found:#?}");
}

#[test]
fn the_worth_of_goods_is_no_part_of_their_weight() {
    let text = "- Cà phê: Khối lượng xuất khẩu đạt 1,2 triệu tấn, kim ngạch 6,8 tỷ USD.";
    let found = rows(text);
    assert_eq!(parents(valued(&found, "6.8", text)), ["cà phê"], "{found:#?}");
}
