//! Queries that are a name but for one accent, one word too many, or a word that only another name has.

use chitieu::model::{Collection, Dataset};
use chitieu::search::Index;

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Vốn đầu tư\ttỷ đồng\tKế hoạch vốn trung hạn
Vốn đầu tư\ttỷ đồng\tThanh toán vốn trung hạn
Dân cư, lao động\tngười\tDân cư nữ
Dân cư, lao động\tngười\tDân cư trung bình
Dân cư, lao động\t%\tTỷ lệ lao động khu vực ven biển
Dân cư, lao động\t%\tTỷ trọng lao động có việc làm phi chính thức
Thương mại\ttriệu USD\tTổng kim ngạch xuất nhập khẩu
Thương mại\ttriệu USD\tKim ngạch xuất khẩu gỗ
Thương mại\ttriệu USD\tKim ngạch xuất khẩu hàng hóa
Thương mại\ttriệu USD\tKim ngạch nhập khẩu hàng hóa
Nông nghiệp\tha\tDiện tích cam
Nông nghiệp\tcon\tSố lượng gia cầm
Nông nghiệp\tmm\tLượng mưa
Nông nghiệp\ttạ/ha\tNăng suất lúa cả năm
Nông nghiệp\ttạ/ha\tNăng suất bình quân cây màu
Nông nghiệp\ttấn\tSản lượng lợn hơi
Hành chính\thạng\tXếp hạng SIPAS
Hành chính\tđiểm\tChỉ số hài lòng về phục vụ hành chính (SIPAS)
Hành chính\tdịch vụ\tSố dịch vụ một phần
Du lịch\tlượt\tKhách du lịch nước ngoài
Du lịch\tlượt\tTổng lượt khách du lịch
Ngân hàng\ttỷ đồng\tNợ quá hạn
Ngân hàng\ttấn\tGạch quy chuẩn";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn a_whole_name_with_one_other_accent_goes_before_names_that_lack_a_word() {
    names().assert_found(&[
        ("kê hoạch vốn trung hạn", "Kế hoạch vốn trung hạn"),
        ("năng suất lúa cá năm", "Năng suất lúa cả năm"),
        ("lưọng mưa", "Lượng mưa"),
    ]);
}

#[test]
fn words_that_say_the_total_or_the_mean_may_be_missing() {
    names().assert_found(&[
        ("tổng nợ quá hạn", "Nợ quá hạn"),
        ("tong no qua han", "Nợ quá hạn"),
        ("lượng mưa trung bình", "Lượng mưa"),
        ("năng suất lúa bình quân", "Năng suất lúa cả năm"),
        ("tổng số khách du lịch", "Tổng lượt khách du lịch"),
        ("tổng dân cư", "Dân cư trung bình"),
        ("dân cư tỉnh", "Dân cư trung bình"),
    ]);
}

#[test]
fn two_words_are_not_those_of_a_double_word() {
    for (query, name) in [
        ("tổng kim ngạch xuất khẩu", "Kim ngạch xuất khẩu hàng hóa"),
        ("tong kim ngach xuat khau", "Kim ngạch xuất khẩu hàng hóa"),
        ("tổng kim ngạch nhập khẩu", "Kim ngạch nhập khẩu hàng hóa"),
        ("kim ngạch xuất khẩu", "Kim ngạch xuất khẩu hàng hóa"),
        ("xuat nhap khau", "Tổng kim ngạch xuất nhập khẩu"),
    ] {
        names().assert_found(&[(query, name)]);
    }
}

#[test]
fn an_index_goes_before_its_rank_unless_the_rank_is_asked_for() {
    names().assert_found(&[
        ("SIPAS", "Chỉ số hài lòng về phục vụ hành chính (SIPAS)"),
        ("sipas hạng mấy", "Xếp hạng SIPAS"),
        ("vị trí SIPAS", "Xếp hạng SIPAS"),
    ]);
}

#[test]
fn letters_typed_as_they_are_written_go_before_those_with_accents() {
    names().assert_found(&[("cam", "Diện tích cam"), ("cầm", "Số lượng gia cầm")]);
}

#[test]
fn one_word_with_another_accent_is_only_similar() {
    let queries = ["lớn", "quỹ", "cẩm", "một cửa"];
    for (query, found) in names().first(&queries) {
        assert!(found.is_none_or(|(_, similar)| similar), "{query}: {found:?}");
    }
}

#[test]
fn a_section_does_not_replace_the_words_of_another_name() {
    for (query, found) in names().first(&["dân cư việc làm", "tỷ lệ dân cư ven biển"])
    {
        assert!(found.is_none_or(|(_, similar)| similar), "{query}: {found:?}");
    }
}

#[test]
fn the_place_of_a_dataset_is_no_word_of_a_name() {
    let dataset = Dataset {
        place: "Tỉnh Hà Tiên".into(),
        ..Dataset::of_names("x", ["Thu nội địa", "Số trâu"])
    };
    let collection = Collection::new(vec![dataset]);
    let index = Index::new(&collection);
    for query in ["thu nội địa tỉnh Hà Tiên", "thu noi dia ha tien", "thu nội địa tỉnh"]
    {
        let hit = index.search(&collection, query, 1).pop();
        let found = hit.map(|hit| (hit.index, hit.tier.is_similar()));
        assert_eq!(found, Some((0, false)), "{query}");
    }
}
