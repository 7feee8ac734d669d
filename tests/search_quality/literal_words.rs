//! Words that names have as typed go before other words for the same thing, and what people say for the words of names.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Ngân hàng\ttỷ đồng\tVốn huy động ngắn hạn
Ngân hàng\ttỷ đồng\tSố dư tiền gửi của khách hàng
Ngân sách\ttỷ đồng\tThu lệ phí từ vốn ODA
Đầu tư\ttriệu USD\tVốn FDI giải ngân
Văn hóa - Thể thao\tdi sản\tDi sản văn hóa được ghi danh
Văn hóa - Thể thao\tdi tích\tSố di tích được tu bổ
Bưu chính\ttrạm\tSố trạm phát sóng 5G
Bưu chính\t%\tTỷ lệ phủ sóng 4G
Xã hội\tngười\tSố trẻ em bị xâm hại
Xã hội\ttriệu đồng\tTiền lương tháng của công nhân
Xã hội\t%\tTỷ lệ hộ nghèo đa chiều
Xã hội\tđiểm %\tMức giảm tỷ lệ hộ nghèo
Xã hội\thộ\tSố hộ nghèo được vay vốn
Giao thông\tchiếc\tSố mô tô đăng ký
Giao thông\tchiếc\tSố ô tô đăng ký
Việc làm\tngười\tSố lao động đang làm việc
Kinh tế\t%\tTỷ trọng dịch vụ";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn literal_words_go_before_other_words_for_them() {
    names().assert_found(&[
        ("tien gui", "Số dư tiền gửi của khách hàng"),
        ("tiền gửi", "Số dư tiền gửi của khách hàng"),
        ("van hoa di tich", "Số di tích được tu bổ"),
    ]);
}

#[test]
fn half_of_a_pair_is_not_meant() {
    let first = names().first(&["thu hut odz", "thu hút xyz"]);
    assert!(first.iter().all(|(_, hit)| hit.is_none()), "{first:?}");
    names().assert_found(&[("thu hut fdi", "Vốn FDI giải ngân")]);
}

#[test]
fn a_word_with_a_digit_distinguishes_names() {
    let found = names().first(&["phu song 5g"]);
    assert_eq!(found, [("phu song 5g", Some(("Số trạm phát sóng 5G", true)))]);
}

#[test]
fn what_people_say_is_found() {
    names().assert_found(&[
        ("lam dung tre em", "Số trẻ em bị xâm hại"),
        ("luong bong", "Tiền lương tháng của công nhân"),
        ("lương người lao động", "Tiền lương tháng của công nhân"),
        ("ty le giam ngheo hang nam", "Mức giảm tỷ lệ hộ nghèo"),
        ("cho vay ho ngheo", "Số hộ nghèo được vay vốn"),
        ("xe may dang ky", "Số mô tô đăng ký"),
        ("so nguoi lam viec", "Số lao động đang làm việc"),
        ("co cau kinh te dich vu", "Tỷ trọng dịch vụ"),
    ]);
}
