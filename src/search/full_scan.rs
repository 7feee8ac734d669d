//! The reference search, which the incremental search is compared with.

use std::collections::HashMap;

use proptest::prelude::*;

use super::Tier;
use super::incremental::IncrementalSearch;
use super::index::Index;
use super::index::name_set::NameId;
use super::matching::align;
use super::matching::match_table::MatchTable;
use super::matching::pass::Pass;
use super::query::other_readings::readings;
use super::ranking::top_hits::Candidate;
use crate::model::{Collection, Dataset, Indicator, Section};

/// The reference search: no bounds, no candidate lists, no early end; every name is aligned.
fn full_scan(index: &Index, query: &str, limit: usize) -> Vec<Candidate> {
    let as_typed = readings(query, index);
    let respaced =
        as_typed.last().map(|typed| typed.respaced(&index.vocabulary)).unwrap_or_default();
    let first = as_typed.len();
    let mut best: HashMap<NameId, (Pass, Candidate)> = HashMap::new();
    let passes = std::iter::successors(Some(Pass::Whole), |pass| pass.next());
    for pass in passes {
        let is_respaced = pass == Pass::Respaced;
        let queries = if is_respaced { &respaced } else { &as_typed[..] };
        for (at, query) in queries.iter().enumerate() {
            let at = if is_respaced { first + at } else { at };
            let matches = MatchTable::new(query, &index.vocabulary, pass);
            for name in index.names() {
                let found = align::find(query, &matches, index, name, pass);
                let found = found.filter(|found| found.tier <= pass.worst_tier().min(query.worst));
                let Some(found) = found else { continue };
                let found = Candidate { name, number: index.number(name), query: at, found };
                let is_better = best.get(&name).is_none_or(|(before, old)| {
                    found > *old || (*before == pass && found.cmp(old).is_eq())
                });
                if is_better {
                    best.insert(name, (pass, found));
                }
            }
        }
    }
    let mut all: Vec<Candidate> = best.into_values().map(|(_, found)| found).collect();
    all.sort_by(|a, b| b.cmp(a));
    all.truncate(limit);
    all
}

fn index_of(names: &[&str]) -> Index {
    Index::new(&collection_of(names))
}

fn collection_of(names: &[&str]) -> Collection {
    let mut dataset = Dataset::of_names("Nông thôn mới", names.iter().copied());
    let with_units = dataset.indicators.iter().enumerate().map(|(at, indicator)| {
        let unit = ["xã", "%", ""].get(at % 4).map(|unit| (*unit).to_owned());
        Indicator { unit, ..indicator }
    });
    dataset.indicators = with_units.collect();
    Collection::new(vec![dataset])
}

fn in_pieces(index: &Index, query: &str, limit: usize, piece: usize) -> Vec<Candidate> {
    let mut search = IncrementalSearch::new(index, query, limit);
    while !search.advance(index, piece) {}
    search.best.into_sorted()
}

const WORDS: [&str; 29] = [
    "Tỷ", "lệ", "hộ", "nghèo", "cận", "giảm", "số", "xã", "đạt", "chuẩn", "nông", "thôn", "mới",
    "bảo", "hiểm", "y", "tế", "GRDP", "THPT", "trung", "học", "phổ", "thông", "năm", "3", "III",
    "lợn", "Tổng", "cả",
];

fn phrase(words: &'static [&str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(words), 1..most).prop_map(|words| words.join(" "))
}

/// Typical typed words: correct, a prefix, joined, initials, with a typo, in Telex.
fn typed() -> impl Strategy<Value = String> {
    let other: &'static [&str] = &[
        "bhyt",
        "ntm",
        "thpt",
        "tlhn",
        "hooj",
        "le65",
        "ngeho",
        "tyle",
        "zz",
        "cua",
        "n",
        "ho",
        "xao",
        "%",
        "poverty rate",
        "ngh eo",
        "nông",
        "hồ",
        "noong thoon mowis",
        "bạn khỏe không",
        "cam on",
        "phần trăm",
        "hoc5",
        "moi",
        "ba",
        "heo",
        "iii",
        "nam",
        "xao dat 45,2% ",
        ": 1.200 xã, tăng ",
        "1. ",
        "mo",
        "chỉ số iip",
        "đàn lợn",
        "san luong lon",
        "tong dan lon",
        "xa",
        "‰",
    ];
    let words = prop_oneof![
        3 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        2 => prop::sample::select(&WORDS[..]).prop_map(crate::text::fold::fold),
        2 => (prop::sample::select(&WORDS[..]), 1usize..4).prop_map(|(word, count)| {
            crate::text::fold::fold(word).chars().take(count).collect()
        }),
        2 => prop::sample::select(other).prop_map(str::to_owned),
    ];
    prop::collection::vec((words, prop::sample::select(&[" ", " ", " ", ""][..])), 1..7).prop_map(
        |words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]
    #[test]
    fn finds_the_same_as_a_full_scan(
        names in prop::collection::vec(phrase(&WORDS, 9), 1..40),
        query in typed(),
        limit in 1usize..6,
        piece in 1usize..50,
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let collection = collection_of(&names);
        let index = Index::new(&collection);
        let all = full_scan(&index, &query, limit);
        prop_assert_eq!(&in_pieces(&index, &query, limit, piece), &all);
        let one_search = Index::for_one_search(&collection);
        prop_assert_eq!(in_pieces(&one_search, &query, limit, piece), all);
        prop_assert_eq!(
            one_search.search(&collection, &query, limit),
            index.search(&collection, &query, limit)
        );
    }
}

#[test]
fn a_whole_unit_or_section_ranks_below_names_and_above_typos() {
    let mut dataset = Dataset::of_names(
        "Kinh tế",
        ["Trẻ em bị suy dinh dưỡng", "Kinh phí hỗ trợ", "Trồng rừng", "Hạ tầng"],
    );
    let units = ["%", "tỷ đồng", "ha", "km"];
    let indicators = dataset.indicators.iter().zip(units);
    let with_unit = |(one, unit): (Indicator, &str)| Indicator { unit: Some(unit.into()), ..one };
    dataset.indicators = indicators.map(with_unit).collect();
    let collection = Collection::new(vec![dataset]);
    let index = Index::new(&collection);
    let found = |query: &str| -> Vec<(Tier, usize)> {
        let hits = index.search(&collection, query, 10);
        hits.iter().map(|hit| (hit.tier, hit.index)).collect()
    };
    let all = (0..4).map(|at| (Tier::OnlyContext, at)).collect::<Vec<_>>();
    for query in ["kinh te", "KINH TẾ", "kinh tees", "  kinh-tế "] {
        assert_eq!(found(query), all, "{query}");
    }
    assert_eq!(found("%"), [(Tier::OnlyContext, 0)]);
    assert_eq!(found("ty dong"), [(Tier::OnlyContext, 1)]);
    assert_eq!(found("ha")[..2], [(Tier::Prefix, 3), (Tier::OnlyContext, 2)]);
    for query in ["%%", "*", "\u{301}", "kinh", "te kinh"] {
        assert!(found(query).iter().all(|(tier, _)| *tier != Tier::OnlyContext), "{query}");
    }
}

#[test]
fn a_missing_short_word_costs_less_than_a_bad_match() {
    let index = index_of(&["học", "Tỷ", "xã", "nghèo học", "xã học", "xã hộ", "học"]);
    assert_eq!(in_pieces(&index, "no x", 3, 1), full_scan(&index, "no x", 3));
}

#[test]
fn a_displaced_name_returns_with_a_better_match() {
    let index = index_of(&["số GRDP GRDP thông mới", "số", "số", "Tỷ số", "số"]);
    assert_eq!(in_pieces(&index, "thôn s", 4, 1), full_scan(&index, "thôn s", 4));
}

#[test]
fn a_match_at_the_beginning_of_a_name_is_found_if_one_hit_is_asked_for() {
    let index = index_of(&["Số hộ mới", "Hộ có số", "hộ mới số"]);
    let best = full_scan(&index, "moi ho", 1);
    assert_eq!(in_pieces(&index, "moi ho", 1, 1), best);
    assert_eq!(best[0].number, 2);
}

#[test]
fn another_spelling_of_a_number_may_be_next_to_the_other_words() {
    let index = index_of(&["số 3", "III số"]);
    let best = full_scan(&index, "3 so ", 1);
    assert_eq!(in_pieces(&index, "3 so ", 1, 1), best);
    assert_eq!(best[0].number, 1);
}

#[test]
fn a_query_of_filler_words_must_match_completely() {
    let index = index_of(&["Tỷ", "Tỷ"]);
    for query in ["% năm", "năm %"] {
        assert_eq!(in_pieces(&index, query, 1, 1), full_scan(&index, query, 1), "{query}");
    }
}

/// Returns the numbers of the indicators with these names and units that a query finds, best first.
fn found(names_and_units: &[(&str, &str)], query: &str) -> Vec<usize> {
    let mut dataset = Dataset::of_names("x", names_and_units.iter().map(|(name, _)| *name));
    let units = names_and_units.iter().map(|(_, unit)| Some((*unit).to_owned()));
    let with_units = dataset.indicators.iter().zip(units);
    dataset.indicators = with_units.map(|(one, unit)| Indicator { unit, ..one }).collect();
    let collection = Collection::new([dataset]);
    let hits = Index::new(&collection).search(&collection, query, 10);
    hits.iter().map(|hit| hit.index).collect()
}

#[test]
fn a_query_of_filler_words_finds_the_names_that_have_them() {
    let names = [("Sản lượng lúa cả năm", "tấn"), ("Sản lượng lúa", "tấn")];
    for query in ["cả năm", "ca nam"] {
        assert_eq!(found(&names, query), [0], "{query}");
    }
}

#[test]
fn a_typed_percent_sign_is_no_filler_word() {
    let names = [
        ("Doanh thu dịch vụ ăn uống", "tỷ đồng"),
        ("Tỷ lệ hộ dùng nước uống sạch", "%"),
        ("Tỷ lệ trường học có nước", "%"),
    ];
    assert_eq!(found(&names, "uong %"), [1, 2, 0], "a rate with the letters goes before a sum");
}

#[test]
fn a_typed_unit_outweighs_a_closer_name() {
    let names = [("Số công chức", "người"), ("Công suất sử dụng giường bệnh", "%")];
    assert_eq!(found(&names, "côg %"), [1, 0]);
}

#[test]
fn a_number_that_touches_a_word_is_a_word_of_its_own() {
    let names = [("Học sinh lớp 10", "em"), ("Khách sạn 5 sao", "cơ sở")];
    for (query, expected) in [("10lop", 0), ("khach5 sao", 1)] {
        assert_eq!(found(&names, query), [expected], "{query}");
    }
}

#[test]
fn initials_are_preferred_to_letters_inside_a_word() {
    let names = [("Máy in nhãn quả chín", "máy"), ("Hàng in nhãn và phim chín", "chiếc")];
    assert_eq!(found(&names, "hin"), [1, 0]);
}

#[test]
fn a_word_whose_place_was_taken_chooses_first() {
    // "nn" is "nhà nông", or "nông nghèo" if "nh" takes "nhà".
    let names = [("Số hộ nhà nông nghèo", "hộ"), ("Số hộ nghèo", "hộ")];
    assert_eq!(found(&names, "ho nn nh"), [0]);
}

#[test]
fn words_in_the_unit_have_the_typed_accents() {
    let mut dataset = Dataset::of_names("x", ["Trồng rừng", "Trồng rừng"]);
    let units = [Some("tấn".to_owned()), Some("tần".to_owned())];
    let with_units = dataset.indicators.iter().zip(units);
    dataset.indicators = with_units.map(|(one, unit)| Indicator { unit, ..one }).collect();
    let collection = Collection::new([dataset]);
    let index = Index::new(&collection);
    let found = |query: &str| -> Vec<usize> {
        let hits = index.search(&collection, query, 10).into_iter();
        hits.filter(|hit| hit.tier == Tier::InContext).map(|hit| hit.index).collect()
    };
    assert_eq!(found("trong rung tan"), [0, 1]);
    assert_eq!(found("trồng rừng tấn"), [0]);
    assert_eq!(found("trồng rừng tần"), [1]);
}

#[test]
fn a_word_that_occurs_twice_is_matched_next_to_its_neighbour() {
    let dataset = Dataset::of_names("x", ["Nghèo và hộ nghèo"]);
    let collection = Collection::new([dataset]);
    let index = Index::new(&collection);
    let hits = index.search(&collection, "ho ngheo", 1);
    assert_eq!((hits[0].tier, &hits[0].places[..]), (Tier::Together, &[11..15, 16..22][..]));
    let places: Vec<_> = hits[0].reasons.iter().map(|reason| reason.place.clone()).collect();
    assert_eq!(places, [11..15, 16..22]);
}

#[test]
fn two_typed_words_that_fit_each_other_keep_the_order_of_the_name() {
    let names = ["Chi ngân sách huyện Sơn Động", "Chi ngân sách huyện Ngân Sơn"];
    let mut dataset = Dataset::of_names("x", names);
    let with_units = dataset
        .indicators
        .iter()
        .map(|one| Indicator { unit: Some("tỷ đồng".to_owned()), ..one });
    dataset.indicators = with_units.collect();
    let name = "Chi ngân sách".to_owned();
    dataset.sections = [Section { name, ..dataset.sections[0].clone() }].into();
    let collection = Collection::new([dataset]);
    let index = Index::new(&collection);
    for query in ["chi ngan sach huyen ngan son ty dong", "ty dong chi ngan sach huyen ngan son"] {
        assert_eq!(index.search(&collection, query, 2)[0].index, 1, "{query}");
    }
}

#[test]
fn a_short_word_may_be_missing_next_to_another_short_one() {
    let collection = collection_of(&["nghèo", "lợn"]);
    let index = Index::new(&collection);
    let all = full_scan(&index, "y heo ", 3);
    assert_eq!(all.len(), 1);
    assert_eq!(in_pieces(&index, "y heo ", 3, 1), all);
}

#[test]
fn the_unit_of_a_name_counts_among_words_that_no_name_has() {
    let index = index_of(&["học năm"]);
    let all = full_scan(&index, "hoc nam bảo xã ", 1);
    assert_eq!(all.len(), 1);
    assert_eq!(in_pieces(&index, "hoc nam bảo xã ", 1, 1), all);
}
