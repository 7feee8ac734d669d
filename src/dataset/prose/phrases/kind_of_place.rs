//! Places behind the word for their kind: "tỉnh Hà Nam", "Huyện ủy Hải Lăng".

use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::table::place_in_title;
use crate::lexicon::prose_words::REGION_NAMES;

/// Committees of the Party, behind which the name of their place is: "Huyện ủy Hải Lăng".
pub(super) const COMMITTEES: [&str; 8] =
    ["Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Tỉnh uỷ", "Thành uỷ", "Huyện uỷ", "Thị uỷ"];

/// The name of a place without its kind: "Yên Thành" of "Huyện Yên Thành".
fn without_kind(place: &str) -> &str {
    KINDS.iter().find_map(|kind| place.strip_prefix(kind)?.strip_prefix(' ')).unwrap_or(place)
}

/// The first place behind a kind, if what is before it and its name fit.
pub(super) fn named_place(text: &str, kind: &&str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let mut from = 0;
    while let Some(at) = text[from..].find(kind).map(|at| at + from) {
        let end = at + kind.len();
        let alone = !text[..at].ends_with(char::is_alphanumeric);
        let near = text[end..].starts_with(' ') || *kind == "TP" && text[end..].starts_with('.');
        if alone && near {
            let behind = text[end..].trim_start_matches(['.', ' ']);
            let name = capitalized(behind);
            let region = REGION_NAMES.contains(&name);
            let named = !name.is_empty() && !is_office(&name) && !is_of_list(behind, &name);
            if named && !region && fits(&text[..at]) {
                return Some(name);
            }
        }
        from = end;
    }
    None
}

/// Whether a figure in brackets follows a name: "huyện Cư Jút (71,2%)" is one of several.
fn is_of_list(text: &str, name: &str) -> bool {
    let bracket = text.get(name.len()..).and_then(|rest| rest.trim_start().strip_prefix('('));
    bracket.is_some_and(|figure| figure.starts_with(|c: char| c.is_ascii_digit()))
}

/// "UBND HUYỆN YÊN THÀNH": a heading in capitals is read as that of a table.
pub(super) fn of_capitals(text: &str) -> Option<String> {
    place_in_title(text).map(|place| without_kind(&place).to_owned())
}
