//! Words that are apart: in a name and its section, or in a name where they mean something only together; and words
//! that only look like a name.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Gia đình và trẻ em\t%\tTỷ lệ trẻ em được công nhận tiến bộ
Gia đình và trẻ em\tngười\tSố công an viên
Xã hội\tm²\tDiện tích nhà ở bình quân
Xã hội\tngười\tSố người được chăm sóc
Giáo dục\tmáy\tSố máy chiếu
Giáo dục\tlớp\tSố lớp học hai buổi
Lao động\tngười\tSố người được đào tạo
Ngân sách xã\ttỷ đồng\tThu quỹ đất công ích
Nông nghiệp và phát triển nông thôn\tha\tDiện tích cà chua
Y tế\tca\tSố ca mắc tay chân miệng
Y tế\t%\tTỷ lệ tiêm chủng
Kinh tế\t%\tLạm phát cơ bản
Thủy lợi\tcông trình\tSố công trình phù hợp quy hoạch thủy lợi
Hành chính\tđơn\tSố đơn đề nghị đã trả lời";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn a_phrase_is_not_found_half_in_the_name_and_half_in_the_section() {
    // Neither "Gia đình … công an" nor "nhà ở" in a section "Xã hội" is what was asked for.
    for query in ["đình công", "nhà ở xã hội", "nha o xa hoi", "giáo dục số", "trẻ xã", "phù thủy"]
    {
        let [(_, found)] = names().first(&[query])[..] else { panic!("one answer") };
        assert!(found.is_none_or(|(_, similar)| similar), "{query}: {found:?}");
    }
}

#[test]
fn a_part_of_a_section_next_to_a_name_is_a_hit() {
    names().assert_found(&[
        ("ngân sách quỹ đất công ích", "Thu quỹ đất công ích"),
        ("nông nghiệp cà chua", "Diện tích cà chua"),
        ("phat trien nong thon ca chua", "Diện tích cà chua"),
        ("giáo dục lớp học", "Số lớp học hai buổi"),
        ("y te tiem chung", "Tỷ lệ tiêm chủng"),
    ]);
}

#[test]
fn a_wrong_accent_in_one_word_is_a_typo() {
    // Their words are words of small talk too.
    for (query, name) in [
        ("tay chân miẹng", "Số ca mắc tay chân miệng"),
        ("tay chân miêng", "Số ca mắc tay chân miệng"),
        ("tây chân miệng", "Số ca mắc tay chân miệng"),
        ("lâm phát", "Lạm phát cơ bản"),
        ("tiêm chũng", "Tỷ lệ tiêm chủng"),
    ] {
        let [(_, found)] = names().first(&[query])[..] else { panic!("one answer") };
        assert_eq!(found.map(|(name, _)| name), Some(name), "{query}");
    }
}

#[test]
fn short_words_and_words_of_tales_find_nothing_for_sure() {
    for query in ["do so", "moon", "siêu nhân", "ma cà rồng", "hot girl", "con rong", "sao hoa"]
    {
        let [(_, found)] = names().first(&[query])[..] else { panic!("one answer") };
        assert!(found.is_none_or(|(_, similar)| similar), "{query}: {found:?}");
    }
}
