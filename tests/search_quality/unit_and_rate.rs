//! Queries with a unit behind the words of a name, with the sign of a rate, and with numbers that names have.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Cây trồng\ttriệu đồng/ha\tGiá trị thu được trên mỗi ha đất trồng cam
Cây trồng\tha\tDiện tích đất trồng cam
Cây trồng\ttấn\tCam xuất vườn
Ngân sách\ttỷ đồng\tThu phí bến bãi
Ngân sách\t%\tTỷ lệ xã có bến bãi thu phí được trả đồng bộ
Ngoại thương\ttriệu USD\tTrị giá hạt tiêu
Ngoại thương\ttriệu đồng\tHỗ trợ trồng hạt tiêu
Dân số\t%\tTỷ lệ phụ nữ dưới 20 tuổi sinh con
Dân số\t‰\tTỷ suất sinh của phụ nữ dưới 20 tuổi
Dân số\tngười\tDân số dưới 20 tuổi
Dân số\t%\tTỷ lệ người từ 20 tuổi biết bơi
Dân số\tngười\tSố người cao tuổi có thẻ
Y tế\tdược sĩ\tSố dược sĩ
Y tế\tdược sĩ\tSố dược sĩ trên một vạn dân
Y tế\t%\tTỷ lệ quầy thuốc có dược sĩ";

/// Each query finds its name, and surely.
fn are_found(all: &[(&str, &'static str)]) {
    let queries: Vec<&str> = all.iter().map(|(query, _)| *query).collect();
    let found = Names(Labelled::read(NAMES, "")).first(&queries);
    let expected: Vec<_> = all.iter().map(|(query, name)| (*query, Some((*name, false)))).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_whole_unit_typed_last_goes_before_the_same_word_in_a_name() {
    are_found(&[
        ("dat trong cam ha", "Diện tích đất trồng cam"),
        ("đất trồng cam (ha)", "Diện tích đất trồng cam"),
        ("cam tan", "Cam xuất vườn"),
        ("ben bai ty dong", "Thu phí bến bãi"),
        ("thu phi ty", "Thu phí bến bãi"),
    ]);
}

#[test]
fn per_mille_next_to_words_is_the_unit_of_the_name() {
    are_found(&[
        ("phụ nữ dưới 20 tuổi ‰", "Tỷ suất sinh của phụ nữ dưới 20 tuổi"),
        ("‰ phu nu duoi 20 tuoi", "Tỷ suất sinh của phụ nữ dưới 20 tuổi"),
        ("phụ nữ dưới 20 tuổi phần nghìn", "Tỷ suất sinh của phụ nữ dưới 20 tuổi"),
        ("phu nu duoi 20 tuoi %", "Tỷ lệ phụ nữ dưới 20 tuổi sinh con"),
    ]);
}

#[test]
fn a_number_that_names_have_is_a_word_of_the_name() {
    are_found(&[
        ("20 tuoi nguoi", "Dân số dưới 20 tuổi"),
        ("dược sĩ/10.000 dân", "Số dược sĩ trên một vạn dân"),
        ("dược sĩ trên 10 nghìn dân", "Số dược sĩ trên một vạn dân"),
        ("duoc si tren 10000 dan", "Số dược sĩ trên một vạn dân"),
        ("pharmacists per 10,000", "Số dược sĩ trên một vạn dân"),
        ("pharmacists per 10 000 people", "Số dược sĩ trên một vạn dân"),
    ]);
}

#[test]
fn units_as_people_say_them_are_units() {
    are_found(&[
        ("hạt tiêu triệu đô", "Trị giá hạt tiêu"),
        ("hat tieu trieu do", "Trị giá hạt tiêu"),
        ("hat tieu tr usd", "Trị giá hạt tiêu"),
        ("hạt tiêu đô la", "Trị giá hạt tiêu"),
        ("hat tieu tr dong", "Hỗ trợ trồng hạt tiêu"),
    ]);
}
