//! Names that are cut or grow by words which only look like others, or by numbers of something else.

use crate::reports::rows;

#[test]
fn what_is_complete_is_no_part_of_the_next_name() {
    let found =
        rows("Xã duy trì 19/19 tiêu chí nông thôn mới, đạt 11/19 tiêu chí nông thôn mới nâng cao.");
    let row = found.iter().find(|row| row.count.is_some()).unwrap();
    assert_eq!(row.name, "Tiêu chí nông thôn mới nâng cao", "{found:#?}");
    let found = rows("Toàn tỉnh có 312 sản phẩm OCOP của 231 chủ thể.");
    assert_eq!(found[0].name, "Sản phẩm OCOP");
}

#[test]
fn names_keep_the_words_that_only_look_like_others() {
    for (text, wanted) in [
        ("Số việc chuyển kỳ sau là 267 việc.", "Số việc chuyển kỳ sau"),
        ("Trị giá hàng xuất khẩu đạt 214 triệu USD.", "Trị giá hàng xuất khẩu"),
        ("On-time performance was 88.9 percent.", "On-time performance"),
    ] {
        let found = rows(text);
        assert_eq!((found[0].name.as_str(), found.len()), (wanted, 1), "{text}: {found:#?}");
    }
    let text =
        "Toàn huyện có 74 ca mắc sởi, trong đó Long Thành 33 ca, Phú Quý 27 ca, Thành Công 14 ca.";
    let names: Vec<String> = rows(text).into_iter().skip(1).map(|row| row.name).collect();
    assert_eq!(names, ["Long Thành", "Phú Quý", "Thành Công"]);
}
