//! Words for all places together, and which place they can be: "Toàn huyện" is a district, and no province.

use super::place::{is_central_city, is_province, is_region, is_total, is_whole, words};

/// The last words of a name for all places together, and the kinds of the places that it can be.
const KINDS: &[(&str, &[&str])] = &[
    ("huyen", &["huyen", "quan", "thi xa", "thanh pho", "tp"]),
    ("quan", &["quan"]),
    ("thi xa", &["thi xa", "tx"]),
    ("thanh pho", &["thanh pho", "tp"]),
    ("xa", &["xa", "phuong", "thi tran", "dac khu"]),
    ("phuong", &["phuong"]),
    ("thi tran", &["thi tran"]),
    ("dac khu", &["dac khu"]),
];

/// Whether a name for all places together, "Toàn huyện", can be that of a place with this name.
pub(crate) fn may_be_whole_of(whole: &str, place: &str) -> bool {
    if is_total(whole) {
        return true;
    }
    debug_assert!(is_whole(whole));
    let whole = words(whole.split(" - ").next().unwrap_or(whole));
    let place_words = words(place);
    let is_of = |kinds: &[&str]| {
        let begins =
            |kind: &&str| place_words.strip_prefix(*kind).is_some_and(|rest| rest.starts_with(' '));
        kinds.iter().any(begins)
    };
    // "Toàn xã" and not "Toàn thị xã".
    let kind = KINDS.iter().filter(|(end, _)| whole.ends_with(&format!(" {end}")));
    if let Some((end, kinds)) = kind.max_by_key(|(end, _)| end.len()) {
        let is_in_english = *end == "huyen" && place_words.ends_with(" district");
        let is_city = *end == "thanh pho" && is_central_city(place);
        return is_of(kinds) || is_in_english || is_city;
    }
    let is_known = |ends: &[&str]| ends.iter().any(|end| whole.ends_with(end));
    if is_known(&["tinh"]) {
        return is_province(place);
    }
    if is_known(&["vung", "khu vuc"]) {
        return is_region(place);
    }
    // "Toàn địa bàn"; the whole country is none of its places.
    !is_known(&["ca nuoc", "toan quoc", "country"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_is_a_place_of_its_kind() {
        for (whole, place) in [
            ("Toàn huyện", "Huyện Ba Tơ"),
            ("TOÀN HUYỆN", "Thị xã Hương Trà"),
            ("Toàn tỉnh", "Lào Cai"),
            ("Toàn thành phố", "Đà Nẵng"),
            ("Toàn thành phố", "Thành phố Lào Cai"),
            ("Toàn xã", "Phường Lào Cai 1"),
            ("Tổng cộng toàn huyện", "Huyện Ba Tơ"),
            ("Toàn thị xã", "Thị xã Hương Trà"),
            ("Tổng cộng", "Trường Tiểu học số 2"),
            ("Toàn huyện", "Ba Be district"),
            ("Toàn địa bàn", "Huyện Ba Tơ"),
        ] {
            assert!(may_be_whole_of(whole, place), "{whole} {place}");
        }
        for (whole, place) in [
            ("Toàn huyện", "Lào Cai"),
            ("Toàn tỉnh", "Huyện Ba Tơ"),
            ("Cả nước", "Lào Cai"),
            ("Toàn huyện", "Xã Ba Động"),
            ("Toàn xã", "Thị xã Hương Trà"),
            ("Toàn vùng", "Lào Cai"),
        ] {
            assert!(!may_be_whole_of(whole, place), "{whole} {place}");
        }
    }
}
