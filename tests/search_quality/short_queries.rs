//! Short queries with one typo, and those whose last word is being typed.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Ngân sách\ttỷ đồng\tChi quốc phòng
Ngân sách\ttỷ đồng\tThu bổ trợ
Ngân sách\ttỷ đồng\tNợ đóng góp
Nông nghiệp\ttấn\tSản lượng lương khô
Nông nghiệp\ttấn\tSản lượng thủy hải sản
Chăn nuôi\tcon\tTổng đàn thỏ
Chăn nuôi\tcon\tTổng đàn cừu
Xã hội\tbạn\tSố bạn chơi đàn
Xã hội\thộ\tSố hộ giàu
Xã hội\t%\tTỷ lệ hộ nghèo
Xã hội\t%\tTỷ lệ học sinh vào trường nghiệp vụ";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

fn assert_similar(all: &[(&str, &'static str)]) {
    let queries: Vec<&str> = all.iter().map(|(query, _)| *query).collect();
    let expected: Vec<_> = all.iter().map(|(query, name)| (*query, Some((*name, true)))).collect();
    assert_eq!(names().first(&queries), expected);
}

#[test]
fn one_typo_in_a_short_query_is_understood() {
    assert_similar(&[
        ("ty le ho nghep", "Tỷ lệ hộ nghèo"),
        ("luobg kho", "Sản lượng lương khô"),
        ("tong dan cuj", "Tổng đàn cừu"),
    ]);
}

#[test]
fn words_of_small_talk_with_one_typo_are_a_name() {
    assert_similar(&[
        ("so ban chpi dan", "Số bạn chơi đàn"),
        ("so ban choi dam", "Số bạn chơi đàn"),
    ]);
    for (query, hit) in names().first(&["ban choi gi", "choi voi ban di"]) {
        assert!(hit.is_none(), "{query}: {hit:?}");
    }
}

#[test]
fn a_short_last_word_may_be_unfinished() {
    names().assert_found(&[("so ho gi", "Số hộ giàu"), ("nợ đó", "Nợ đóng góp")]);
}

#[test]
fn a_word_of_two_letters_behind_a_whole_one_is_being_typed() {
    for (query, name) in [("quoc ph", "Chi quốc phòng"), ("luong kh", "Sản lượng lương khô")]
    {
        assert_eq!(names().first(&[query]), [(query, Some((name, false)))]);
    }
}
