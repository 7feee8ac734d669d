//! Queries that are the start of a name in the middle of typing, words without spaces between them, the section by its
//! abbreviation or in part, questions, and words without accents in a whole name.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Ngân hàng\ttỷ đồng\tNợ bảo lãnh
Ngân hàng\tcông ty\tSố công ty con ở ba tỉnh
Ngân hàng\tlượng\tLượng bán ra của vàng trang sức
Y tế\tgiường\tSố giường hồi sức
Y tế\t%\tTỷ lệ bảo quản vắc xin ở hộ nghèo
Xã hội\thộ\tSố hộ nghèo
Xã hội\t%\tTỷ lệ hộ nghèo
Xã hội\t%\tTỷ lệ hộ sử dụng điện
Xã hội\t%\tTỷ lệ doanh nghiệp sử dụng hóa đơn điện tử
Thủy sản\thộ\tSố hộ nghỉ đánh bắt bằng lưới
Thủy sản\tha\tDiện tích nuôi cá
Thủy sản\tha\tDiện tích nuôi trồng thủy sản
Chuyển đổi số\tđiểm\tĐiểm Chỉ số sẵn sàng số (DTI)
Đổi mới sáng tạo\tđiểm\tĐiểm Chỉ số đổi mới (PII)
Xây dựng nông thôn mới\txã\tSố xã đạt chuẩn nông thôn mới
Xây dựng nông thôn mới\tsản phẩm\tSố sản phẩm OCOP được xếp 3 sao
Xây dựng nông thôn mới\tsản phẩm\tSố sản phẩm OCOP được xếp 4 sao
Tài nguyên và môi trường\ttấn\tLượng rác thải rắn của chợ thu gom
Tài nguyên và môi trường\ttỷ đồng\tPhí bảo vệ môi trường";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn a_name_that_begins_with_all_that_is_typed_is_listed_first() {
    names().assert_found(&[
        ("no ba", "Nợ bảo lãnh"),
        ("so gi", "Số giường hồi sức"),
        ("so giu", "Số giường hồi sức"),
    ]);
}

#[test]
fn a_short_word_before_others_is_no_word_and_the_beginning_of_another() {
    assert_eq!(names().first(&["hong luoi"]), [("hong luoi", None)]);
    names().assert_found(&[("luoi hong", "Số hộ nghỉ đánh bắt bằng lưới")]);
}

#[test]
fn words_of_small_talk_that_a_name_has_find_it() {
    names().assert_found(&[
        ("luong vang", "Lượng bán ra của vàng trang sức"),
        ("ban vang", "Lượng bán ra của vàng trang sức"),
        ("bán vàng", "Lượng bán ra của vàng trang sức"),
    ]);
}

#[test]
fn a_word_without_accents_costs_nothing_in_a_whole_name() {
    names().assert_found(&[
        ("Diện tích nuôi ca", "Diện tích nuôi cá"),
        ("Tỷ lệ ho su dụng điện", "Tỷ lệ hộ sử dụng điện"),
    ]);
}

#[test]
fn a_question_for_a_number_finds_it_and_its_words_match_nothing() {
    names().assert_found(&[
        ("bao nhieu ho ngheo", "Số hộ nghèo"),
        ("có bao nhiêu hộ nghèo", "Số hộ nghèo"),
        ("bao nhiêu phần trăm hộ nghèo", "Tỷ lệ hộ nghèo"),
        ("bao nhieu % ho ngheo", "Tỷ lệ hộ nghèo"),
    ]);
}

#[test]
fn keys_of_an_input_method_need_no_spaces_between_words() {
    names().assert_found(&[
        ("tyrleejhooj ngheof", "Tỷ lệ hộ nghèo"),
        ("tyrleejhoojngheof", "Tỷ lệ hộ nghèo"),
        ("ty3le65 ho65ngheo2", "Tỷ lệ hộ nghèo"),
        ("sooshooj ngheof", "Số hộ nghèo"),
        ("dieenjtichs nuooi cas", "Diện tích nuôi cá"),
        ("soos giuwowngfhooif", "Số giường hồi sức"),
    ]);
}

#[test]
fn words_next_to_an_abbreviation_or_a_number_need_no_spaces() {
    names().assert_found(&[
        ("diemdti", "Điểm Chỉ số sẵn sàng số (DTI)"),
        ("diempii", "Điểm Chỉ số đổi mới (PII)"),
        ("ocop4sao", "Số sản phẩm OCOP được xếp 4 sao"),
        ("san pham ocop3sao", "Số sản phẩm OCOP được xếp 3 sao"),
    ]);
}

#[test]
fn a_section_may_be_typed_by_its_abbreviation_or_in_part() {
    names().assert_found(&[
        ("cds dti", "Điểm Chỉ số sẵn sàng số (DTI)"),
        ("dmst diem pii", "Điểm Chỉ số đổi mới (PII)"),
        ("ntm ocop 4 sao", "Số sản phẩm OCOP được xếp 4 sao"),
        ("nong thon moi ocop 3 sao", "Số sản phẩm OCOP được xếp 3 sao"),
        ("moi truong rac cho", "Lượng rác thải rắn của chợ thu gom"),
        ("tnmt luong rac", "Lượng rác thải rắn của chợ thu gom"),
    ]);
}
