//! Who does something, before what is done: no part of the name, unless that says too little without it.

use crate::reports::lines;

#[test]
fn who_does_what_is_measured_is_no_part_of_the_name() {
    for (text, wanted) in [
        (
            "Kho bạc Nhà nước giải ngân vốn đầu tư công 2.740 tỷ đồng.",
            "Giải ngân vốn đầu tư công 2740 tỷ đồng",
        ),
        (
            "Các xã huy động nguồn lực xây dựng nông thôn mới 38 tỷ đồng.",
            "Huy động nguồn lực xây dựng nông thôn mới 38 tỷ đồng",
        ),
        ("Tòa án nhân dân hai cấp giải quyết 1.870 vụ án.", "Giải quyết vụ án 1870 vụ"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_sector_has_what_is_counted_behind_the_figure() {
    for (text, wanted) in [
        ("Ngành y tế đạt 8,7 bác sĩ trên vạn dân.", "Bác sĩ trên vạn dân 8.7 bác sĩ"),
        ("Đến nay, ngành y tế đã có 8,7 bác sĩ trên vạn dân.", "Bác sĩ trên vạn dân 8.7 bác sĩ"),
    ] {
        let got = lines(text);
        assert_eq!(got.len(), 1, "{text}");
        assert_eq!(got[0].trim_start_matches("? "), wanted, "{text}");
    }
}

#[test]
fn an_actor_is_kept_where_the_verb_alone_says_too_little() {
    let text = "Ban quản lý dự án giải ngân 940 tỷ đồng.";
    assert_eq!(lines(text), ["Ban quản lý dự án giải ngân 940 tỷ đồng"]);
}

#[test]
fn another_actor_ends_what_is_of_the_first_one() {
    let text = "Bệnh viện Đa khoa tỉnh khám 87.000 lượt người. Công an huyện bắt giữ 64 đối tượng.";
    assert_eq!(lines(text)[1], "Bắt giữ đối tượng 64 đối tượng");
}

#[test]
fn people_and_firms_in_general_are_no_part_of_a_name() {
    for (text, wanted) in [
        ("Người dân thu hoạch 9.300 ha lúa.", "Thu hoạch lúa 9300 ha"),
        ("Bà con nông dân đã gieo trồng 6.100 ha ngô.", "Gieo trồng ngô 6100 ha"),
        (
            "Các ngân hàng giải ngân 1.900 tỷ đồng vốn vay ưu đãi.",
            "Giải ngân vốn vay ưu đãi 1900 tỷ đồng",
        ),
        ("Doanh nghiệp nộp ngân sách 730 tỷ đồng.", "? Nộp ngân sách 730 tỷ đồng"),
        ("Người nộp thuế nộp 208 tỷ đồng tiền thuế.", "Nộp tiền thuế 208 tỷ đồng"),
        (
            "Doanh nghiệp thành lập mới 310 doanh nghiệp.",
            "Thành lập mới doanh nghiệp 310 doanh nghiệp",
        ),
        ("Lực lượng chức năng xử phạt 275 trường hợp.", "Xử phạt trường hợp 275 trường hợp"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn who_reaches_something_is_no_part_of_its_name() {
    for (text, wanted) in [
        (
            "Ngành công thương đạt giá trị sản xuất công nghiệp 8.600 tỷ đồng.",
            "Ngành công thương > Giá trị sản xuất công nghiệp 8600 tỷ đồng",
        ),
        (
            "Ngành công thương đạt 8.600 tỷ đồng giá trị sản xuất.",
            "Ngành công thương > Giá trị sản xuất 8600 tỷ đồng",
        ),
        ("Toàn ngành đạt doanh thu 2.100 tỷ đồng.", "Doanh thu 2100 tỷ đồng"),
        (
            "Doanh nghiệp trên địa bàn đạt kim ngạch xuất khẩu 860 triệu USD.",
            "Kim ngạch xuất khẩu 860 triệu USD",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
    let found = lines("Toàn tỉnh đón 640.000 lượt khách, đạt doanh thu 512 tỷ đồng.");
    assert_eq!(found[1], "Doanh thu 512 tỷ đồng");
}

#[test]
fn which_of_them_does_it_is_kept() {
    for (text, wanted) in [
        ("Thu từ doanh nghiệp nhà nước 430 tỷ đồng.", "Thu từ doanh nghiệp nhà nước 430 tỷ đồng"),
        ("Người dân được vay 260 tỷ đồng.", "Người dân được vay 260 tỷ đồng"),
        ("Doanh thu ngành công thương đạt 290 tỷ đồng.", "Doanh thu ngành công thương 290 tỷ đồng"),
        ("Người dân sử dụng nước sạch đạt 93%.", "Người dân sử dụng nước sạch 93 %"),
    ] {
        let got = lines(text);
        assert_eq!(got[0].trim_start_matches("? "), wanted, "{text}");
    }
}

#[test]
fn an_actor_with_a_bare_verb_of_money_is_no_sure_name() {
    for (text, wanted) in [
        ("Các ngân hàng cho vay 1.340 tỷ đồng.", "? Cho vay 1340 tỷ đồng"),
        ("Người dân được vay 270 tỷ.", "? Người dân được vay 270 tỷ"),
        ("Ngành thuế thu 3.900 tỷ đồng.", "? Ngành thuế thu 3900 tỷ đồng"),
        ("Cơ quan hải quan thu 2.600 tỷ đồng.", "? Cơ quan hải quan thu 2600 tỷ đồng"),
        ("Các hợp tác xã vay 74 tỷ đồng.", "? Các hợp tác xã vay 74 tỷ đồng"),
        ("Hộ nghèo được vay 130 tỷ đồng.", "? Hộ nghèo được vay 130 tỷ đồng"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}
