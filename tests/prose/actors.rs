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
