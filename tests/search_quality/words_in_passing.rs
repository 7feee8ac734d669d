//! Queries with words around a name that are no words of it: questions, and what introduces a part of a list.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Ngân sách\ttỷ đồng\tBội thu ngân sách huyện
Ngân sách\ttỷ đồng\tTổng thu ngân sách huyện
Ngân sách\ttỷ đồng\tThu khác
Kinh tế\ttriệu đồng\tTổng sản phẩm bình quân đầu người
Kinh tế\ttriệu đồng\tThu nhập bình quân đầu người
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
