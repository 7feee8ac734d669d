//! Queries with words around a name that are no words of it: questions, and what introduces a part of a list.

use chitieu::model::{Collection, Dataset};
use chitieu::search::Index;

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Ngân sách\ttỷ đồng\tBội thu ngân sách huyện
Ngân sách\ttỷ đồng\tTổng thu ngân sách huyện
Ngân sách\ttỷ đồng\tThu khác
Kinh tế\ttriệu đồng\tTổng sản phẩm bình quân đầu người
Kinh tế\ttriệu đồng\tThu nhập bình quân đầu người
Ngân sách\ttỷ đồng\tThu phạt giao thông
Ngân sách\ttỷ đồng\tChi sự nghiệp thủy lợi
Thủy sản\ttấn\tSản lượng cua biển
Thủy sản\tchiếc\tSố ghe đánh cá
Du lịch\tnghìn lượt\tLượt xe buýt du lịch
Du lịch\ttuổi\tTuổi bình quân của khách";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn what_introduces_a_part_is_no_word_of_its_name() {
    names().assert_found(&[
        ("Trong đó: sản lượng cua biển 318 tấn", "Sản lượng cua biển"),
        ("trong do so ghe danh ca", "Số ghe đánh cá"),
        ("Trong đó, số ghe đánh cá 1.318 chiếc", "Số ghe đánh cá"),
        ("Bao gồm: thu khác 1.296 tỷ đồng", "Thu khác"),
        ("cụ thể: tuổi bình quân của khách", "Tuổi bình quân của khách"),
        ("Lượt xe buýt du lịch (318nghìn lượt); tăng", "Lượt xe buýt du lịch"),
        ("Tuổi bình quân của khách (38tuổi)", "Tuổi bình quân của khách"),
    ]);
}

#[test]
fn words_of_questions_are_no_words_of_names() {
    names().assert_found(&[
        ("sản lượng cua biển năm 2031 tăng không", "Sản lượng cua biển"),
        ("thu khác có đạt kế hoạch không", "Thu khác"),
        ("mỗi người thu nhập bao nhiêu", "Thu nhập bình quân đầu người"),
        ("số lượng ghe đánh cá", "Số ghe đánh cá"),
        ("tong so ghe danh ca", "Số ghe đánh cá"),
        ("xem giúp thu khác năm nay", "Thu khác"),
        ("tìm số ghe đánh cá", "Số ghe đánh cá"),
        ("tim so ghe danh ca", "Số ghe đánh cá"),
    ]);
}

#[test]
fn a_time_in_words_is_no_word_of_a_name() {
    names().assert_found(&[
        ("sản lượng cua biển bảy tháng đầu năm", "Sản lượng cua biển"),
        ("tam thang thu khac", "Thu khác"),
        ("tháng mười một thu khác", "Thu khác"),
        ("quý ba số ghe đánh cá", "Số ghe đánh cá"),
        ("so ghe danh ca nam hai nghin hai lam", "Số ghe đánh cá"),
        ("nam hai nghin khong tram hai muoi ba thu khac", "Thu khác"),
    ]);
}

#[test]
fn who_assigned_a_plan_is_no_word_of_a_name() {
    names().assert_found(&[
        ("nghi quyet hdnd giao thu khac", "Thu khác"),
        ("thu khac du toan hdnd tinh giao", "Thu khác"),
        ("so ghe danh ca toan huyen", "Số ghe đánh cá"),
        ("sản lượng cua biển theo quyết định", "Sản lượng cua biển"),
        ("yoy thu khac", "Thu khác"),
        ("giup toi tim so ghe danh ca", "Số ghe đánh cá"),
    ]);
}

#[test]
fn a_word_that_links_others_may_be_missing() {
    names().assert_found(&[
        ("thu từ phạt giao thông", "Thu phạt giao thông"),
        ("chi cho su nghiep thuy loi", "Chi sự nghiệp thủy lợi"),
        ("luot xe buyt trong du lich", "Lượt xe buýt du lịch"),
    ]);
}

#[test]
fn a_whole_name_among_unknown_words_is_similar() {
    let queries = ["nho anh quan gui so ghe danh ca gium", "sản lượng cua biển vvk zq hơi lạ"];
    let expected = ["Số ghe đánh cá", "Sản lượng cua biển"];
    let expected: Vec<_> =
        queries.into_iter().zip(expected.map(|name| Some((name, true)))).collect();
    assert_eq!(names().first(&queries), expected);
}

#[test]
fn the_place_of_the_file_may_be_typed_before_a_name() {
    let names = ["Số ghe đánh cá", "Số cua biển", "Thu khác"];
    let dataset = Dataset { place: "Sông Vân".into(), ..Dataset::of_names("x", names) };
    let collection = Collection::new([dataset]);
    let index = Index::new(&collection);
    for query in ["huyen song van so ghe danh ca", "Sông Vân: số ghe đánh cá"] {
        let hit = index.search(&collection, query, 1).pop();
        let hit = hit.map(|hit| (hit.index, hit.tier.is_similar()));
        assert_eq!(hit, Some((0, false)), "{query}");
    }
}
