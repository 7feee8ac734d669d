//! Whose a figure is: the cases that persons are counted with, the service that is used, the list,
//! bracket or institution above it.

use crate::reports::{doubted, line, lines, rows};
use chitieu::model::Indicator;

#[test]
fn cases_and_persons_are_about_the_same() {
    for (text, wanted) in [
        (
            "Phát hiện, xử lý 96 vụ, 141 đối tượng phạm tội về ma túy, tăng 12 vụ.",
            "Phát hiện, xử lý vụ phạm tội về ma túy 96 vụ +12",
        ),
        (
            "Bắt giữ 52 vụ, 71 đối tượng mua bán trái phép chất ma túy.",
            "Bắt giữ vụ mua bán trái phép chất ma túy 52 vụ",
        ),
        (
            "Khởi tố 120 vụ, 265 bị can phạm tội về kinh tế.",
            "Khởi tố vụ phạm tội về kinh tế 120 vụ",
        ),
    ] {
        assert_eq!(lines(text)[0], wanted, "{text}");
    }
}

#[test]
fn what_cases_did_to_persons_has_the_cases_as_its_parent() {
    for (text, wanted) in [
        (
            "Xảy ra 01 vụ ngộ độc thực phẩm làm 14 người mắc.",
            ["Vụ ngộ độc thực phẩm 1 vụ", "vụ ngộ độc thực phẩm > Người mắc 14 người"],
        ),
        (
            "Xảy ra 12 vụ đuối nước, làm 13 trẻ tử vong.",
            ["Vụ đuối nước 12 vụ", "vụ đuối nước > Trẻ tử vong 13 trẻ"],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn the_service_is_the_parent_of_its_visits() {
    for (text, wanted) in [
        (
            "Ứng dụng Vĩnh Sơn Số có 1,05 triệu lượt tải, bình quân mỗi ngày có 21.000 lượt truy cập.",
            [
                "Ứng dụng Vĩnh Sơn Số > Lượt tải 1.05 triệu lượt",
                "Ứng dụng Vĩnh Sơn Số > Lượt truy cập bình quân mỗi ngày 21000 lượt",
            ],
        ),
        (
            "Cổng dịch vụ công có 320.000 tài khoản, bình quân mỗi tháng có 15.000 lượt truy cập.",
            [
                "Cổng dịch vụ công > Tài khoản 320000 tài khoản",
                "Cổng dịch vụ công > Lượt truy cập bình quân mỗi tháng 15000 lượt",
            ],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn a_measure_behind_a_bracket_is_of_what_the_bracket_explains() {
    for (text, wanted) in [
        (
            "Cây ăn trái: tổng diện tích 44.310 ha (xoài 14.672 ha; nhãn 4.918 ha), sản lượng ước 398.200 tấn.",
            &[
                "Cây ăn trái > Tổng diện tích 44310 ha",
                "Cây ăn trái > tổng diện tích > Xoài 14672 ha",
                "Cây ăn trái > tổng diện tích > Nhãn 4918 ha",
                "Cây ăn trái > Sản lượng 398200 tấn",
            ][..],
        ),
        (
            "Cây công nghiệp 9.800 ha (cà phê 5.200 ha, chè 2.100 ha), năng suất 21 tạ/ha.",
            &[
                "Cây công nghiệp 9800 ha",
                "Cây công nghiệp > Cà phê 5200 ha",
                "Cây công nghiệp > Chè 2100 ha",
                "Cây công nghiệp > Năng suất 21 tạ/ha",
            ],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn what_goes_with_an_item_of_a_list_has_it_as_its_parent() {
    for (text, wanted) in [
        (
            "Dư nợ một số lĩnh vực: cho vay xuất khẩu 1.870 tỷ đồng; cho vay nhà ở xã hội 142 tỷ đồng với 415 khách hàng còn dư nợ.",
            "Dư nợ một số lĩnh vực > cho vay nhà ở xã hội > Khách hàng còn dư nợ 415 khách hàng",
        ),
        (
            "Một số chương trình: nước sạch 36 tỷ đồng cho 980 hộ vay vốn.",
            "Một số chương trình > nước sạch > Hộ vay vốn 980 hộ",
        ),
    ] {
        assert_eq!(lines(text).last().unwrap(), wanted, "{text}");
    }
}

#[test]
fn the_institution_before_a_colon_holds_for_its_paragraph() {
    let text = "Chi nhánh Ngân hàng Nông nghiệp tỉnh: Doanh số cho vay đạt 1.386 tỷ đồng. Tổng dư nợ đạt 5.324 \
                tỷ đồng, tăng 524 tỷ đồng. Tỷ lệ nợ quá hạn chiếm 0,13%. Toàn tỉnh có 231 máy ATM. Vốn huy \
                động đạt 8.120 tỷ đồng.";
    assert_eq!(
        lines(text),
        [
            "Chi nhánh Ngân hàng Nông nghiệp tỉnh > Doanh số cho vay 1386 tỷ đồng",
            "Chi nhánh Ngân hàng Nông nghiệp tỉnh > Tổng dư nợ 5324 tỷ đồng +524",
            "Chi nhánh Ngân hàng Nông nghiệp tỉnh > Tỷ lệ nợ quá hạn 0.13 %",
            "Máy ATM 231 máy ATM",
            "Vốn huy động 8120 tỷ đồng",
        ]
    );
    // The next paragraph is about the province again.
    let text = "Công ty Điện lực Vĩnh Sơn: Sản lượng điện đạt 812 triệu kWh.\nThu ngân sách đạt 2.100 tỷ đồng.";
    assert_eq!(lines(text)[1], "Thu ngân sách 2100 tỷ đồng");
    // What is before the colon is no owner, but what is reported on.
    let text = "Giáo dục: Tỷ lệ trẻ ra lớp đạt 98%. Thu ngân sách đạt 2.100 tỷ đồng.";
    assert_eq!(lines(text)[1], "Thu ngân sách 2100 tỷ đồng");
}

#[test]
fn a_rate_behind_two_counts_is_of_the_one_that_makes_it() {
    let notes = |text: &str| {
        let own = |row: &Indicator| (line(row), row.note.is_some());
        rows(text).iter().map(own).collect::<Vec<_>>()
    };
    let text = "Xảy ra 312 vụ phạm tội về trật tự xã hội. Đã khám phá 271 vụ, bắt 498 đối tượng, đạt tỷ lệ 86,86%.";
    let wanted = [
        ("Vụ phạm tội về trật tự xã hội 312 vụ", false),
        ("Khám phá 271 vụ", true),
        ("Bắt đối tượng 498 đối tượng", false),
    ];
    assert_eq!(notes(text), wanted.map(|(line, noted)| (line.to_owned(), noted)));
    // Nothing says of what: of the cases, most likely.
    let found = rows("Làm rõ 120 vụ, bắt 215 đối tượng, đạt tỷ lệ 91,6%.");
    assert!(doubted(&found[0], "owner-open"), "{found:#?}");
    assert!(found[1].note.is_none(), "{found:#?}");
}
