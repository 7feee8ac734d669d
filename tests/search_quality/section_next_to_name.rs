//! The section of a name, or its first words, typed before or behind the name.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Giáo dục và dạy nghề\ttrường\tSố trường mầm non
Giáo dục và dạy nghề\t%\tTỷ lệ xã giữ chuẩn giáo dục mầm non
Việc làm - Tiền công\t%\tTỷ lệ thừa lao động
Việc làm - Tiền công\t%\tTỷ lệ lao động thừa nhận việc làm tạm
Thủy sản\ttấn\tSản lượng nuôi lồng
Thủy sản\ttấn\tSản lượng thủy sản
Dân số\thộ\tSố hộ sinh sống
Dân số\t%\tTỷ lệ hộ sinh sống trên sông
Thông tin - Kinh tế số\ttrạm\tSố trạm thu phát
Sức khỏe\tngười\tSố y sĩ
Xã hội\tngười\tSố y sĩ thôn bản về hưu";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn the_first_words_of_a_section_mean_it() {
    names().assert_found(&[
        ("giao duc mam non so truong", "Số trường mầm non"),
        ("giáo dục số trường mầm non", "Số trường mầm non"),
        ("viec lam thua lao dong", "Tỷ lệ thừa lao động"),
        ("thua lao dong viec lam", "Tỷ lệ thừa lao động"),
    ]);
}

#[test]
fn a_word_may_end_the_section_and_begin_the_name() {
    names().assert_found(&[
        ("dan so so ho sinh song", "Số hộ sinh sống"),
        ("dân số số hộ sinh sống", "Số hộ sinh sống"),
        ("thong tin kinh te so so tram thu phat", "Số trạm thu phát"),
    ]);
}

#[test]
fn a_section_may_be_said_to_be_one() {
    names().assert_found(&[
        ("linh vuc suc khoe so y si", "Số y sĩ"),
        ("mục dân số: số hộ sinh sống", "Số hộ sinh sống"),
    ]);
}

#[test]
fn a_whole_name_in_another_order_goes_before_a_section() {
    names().assert_found(&[("thuy san san luong", "Sản lượng thủy sản")]);
}
