//! Queries whose words are in names only by chance, and queries that are a unit.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Dân số\t‰\tMức giảm sinh
Dân số\t%\tTỷ lệ ấp được công nhận thôn văn hóa, có lý lịch
Tư pháp\tngười\tSố người có tội
Du lịch\tnghìn lượt\tKhách lữ hành
Đất đai\tha\tĐất bãi bồi
Ngân hàng\ttỷ đồng\tDoanh số cho vay
Ngân hàng\t%\tTỷ lệ huy động tại chỗ
Thủy sản\ttấn\tMuối hạt";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn words_that_are_in_names_by_chance_find_nothing_for_sure() {
    let queries = ["san luong muc", "ly hon", "toi muon hoi", "lũ", "dát"];
    for (query, found) in names().first(&queries) {
        assert!(found.is_none_or(|(_, similar)| similar), "{query}: {found:?}");
    }
}

#[test]
fn an_output_is_still_its_product() {
    names().assert_found(&[("san luong muoi hat", "Muối hạt")]);
}

#[test]
fn a_query_that_is_a_unit_lists_it() {
    names().assert_found(&[
        ("ty dong", "Doanh số cho vay"),
        ("tỷ đồng", "Doanh số cho vay"),
        ("nghin luot", "Khách lữ hành"),
    ]);
}
