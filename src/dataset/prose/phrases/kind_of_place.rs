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

/// Whether a name is one of several: a figure in brackets follows it, "huyện Cư Jút (71,2%)", or
/// another name, "hai huyện Cư Jút và Ea Kar".
fn is_of_list(text: &str, name: &str) -> bool {
    let behind = text.get(name.len()..).unwrap_or_default();
    if joined_name(behind).is_some() {
        return true;
    }
    let bracket = text.get(name.len()..).and_then(|rest| rest.trim_start().strip_prefix('('));
    bracket.is_some_and(|figure| figure.starts_with(|c: char| c.is_ascii_digit()))
}

/// The name of another place that "và" joins to one, with its kind or without.
fn joined_name(behind: &str) -> Option<String> {
    let rest = behind.strip_prefix(" và ").or_else(|| behind.strip_prefix(", "))?;
    let rest =
        KINDS.iter().find_map(|kind| rest.strip_prefix(kind)?.strip_prefix(' ')).unwrap_or(rest);
    let name = capitalized(rest);
    let is_name = name.contains(' ') && !is_office(&name) && !REGION_NAMES.contains(&name);
    is_name.then_some(name)
}

/// The places that a title names one after the other, "Hai huyện Krông Pắc và Ea Kar"; none if it names only one.
pub(super) fn listed_in_title(title: &str) -> Vec<String> {
    for kind in &KINDS {
        for (at, _) in title.match_indices(&**kind) {
            let mut rest = title[at + kind.len()..].trim_start();
            let mut found = Vec::new();
            let first = capitalized(rest);
            if !first.contains(' ') || is_office(&first) {
                continue;
            }
            rest = &rest[first.len()..];
            found.push(first);
            while let Some(name) = joined_name(rest) {
                let Some(end) = rest.find(&name).map(|at| at + name.len()) else { break };
                rest = &rest[end..];
                found.push(name);
            }
            if found.len() > 1 {
                return found;
            }
        }
    }
    Vec::new()
}

/// "UBND HUYỆN YÊN THÀNH": a heading in capitals is read as that of a table.
pub(super) fn of_capitals(text: &str) -> Option<String> {
    place_in_title(text).map(|place| without_kind(&place).to_owned())
}
