//! Whose a figure is: the cases that persons are counted with, the service that is used, the list, bracket or institution
//! above it.

use crate::reports::lines;

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
