//! The place behind its label in a line above a table: "Huyện: Na Hang", "Tỉnh: Tuyên Quang - Huyện: Na Hang".

use super::title_office::TitlePlace;
use super::title_place::in_line;
use crate::lexicon::place::may_be_place;
use crate::lexicon::title_words::PLACE_LABELS;
use crate::text::capital::with_capital;
use crate::text::fold::fold;

/// A place with its kind, which orders it among others: the finest last.
#[derive(Debug, PartialEq, Eq)]
struct Labelled {
    tier: usize,
    shown: String,
}

/// The kinds of places that are labels, from the coarsest on.
const TIERS: [&[&str]; 3] = [
    &["tỉnh", "thành phố", "tỉnh, thành phố", "tỉnh/thành phố", "tỉnh/tp"],
    &["huyện", "quận", "thị xã", "huyện/thị xã", "quận/huyện", "quận, huyện"],
    &["xã", "phường", "thị trấn", "đặc khu", "xã/phường", "xã, phường", "xã/thị trấn"],
];

/// Whether a line, or the first cell of one, only labels a place: "Huyện: Na Hang", "Huyện:".
pub(super) fn is_label_of_place(line: &str) -> bool {
    let label = line.split(':').next().filter(|_| line.contains(':')).unwrap_or_default();
    tier(label).is_some() || is_general_label(label)
}

/// The finest place that a line names behind a label, and the one that it is in.
pub(super) fn labelled_place(line: &str) -> Option<TitlePlace> {
    let mut places: Vec<Labelled> = labelled(line);
    places.sort_by_key(|own| own.tier);
    let finest = places.pop()?;
    let upper = places.pop().filter(|upper| upper.tier < finest.tier);
    Some(TitlePlace { place: finest.shown, upper: upper.map(|upper| upper.shown) })
}

/// The places that a line names behind labels.
fn labelled(line: &str) -> Vec<Labelled> {
    let mut found = Vec::new();
    let mut label = "";
    for (at, part) in line.split(':').enumerate() {
        // The next label is behind the name: "Na Hang - Tỉnh".
        let (name, next) = split_label(part);
        if at > 0 {
            found.extend(place(label, name));
        }
        label = next;
    }
    found
}

/// A name, and the label at its end.
fn split_label(part: &str) -> (&str, &str) {
    let part = part.trim();
    // Behind another word it is no label: "Các huyện: Na Hang".
    let is_apart = |before: &str| {
        before.trim_end().ends_with(|c: char| !c.is_alphanumeric())
            || before.ends_with("  ")
            || before.ends_with('\t')
    };
    let begins = part.char_indices().filter(|(at, _)| *at == 0 || is_apart(&part[..*at]));
    let label = begins.map(|(at, _)| at).find(|at| {
        let end = &part[*at..];
        tier(end).is_some() || is_general_label(end)
    });
    let (name, label) = label.map_or((part, ""), |at| part.split_at(at));
    (name.trim_matches(|c: char| !c.is_alphanumeric() && c != ')'), label)
}

/// The place of a name behind a label; nothing where it is a list of them, or dots to fill in.
fn place(label: &str, name: &str) -> Option<Labelled> {
    let is_one = !name.contains([',', ';']) && name.split_whitespace().count() <= 5;
    let capital =
        name.chars().any(char::is_lowercase) && may_be_place(name) || is_in_capitals(name);
    if !is_one || !capital || name.is_empty() {
        return None;
    }
    match tier(label) {
        Some((tier, kind)) => {
            let shown = in_line(&format!("{kind} {name}"))?;
            Some(Labelled { tier, shown })
        }
        None if is_general_label(label) => {
            let shown = in_line(name).or_else(|| may_be_place(name).then(|| name.to_owned()))?;
            let kind = TIERS.iter().rposition(|kinds| {
                kinds.iter().any(|kind| shown.to_lowercase().starts_with(&format!("{kind} ")))
            });
            Some(Labelled { tier: kind.unwrap_or_default(), shown })
        }
        None => None,
    }
}

fn is_in_capitals(name: &str) -> bool {
    !name.contains(char::is_lowercase) && name.contains(char::is_alphabetic)
}

/// How fine the places of a label are, and the first kind that it names.
fn tier(label: &str) -> Option<(usize, String)> {
    let lower = label.trim().trim_start_matches(['-', '–', ' ', '(']).to_lowercase();
    let lower = lower.strip_prefix("tên ").unwrap_or(&lower);
    let tier = TIERS.iter().position(|kinds| kinds.contains(&lower))?;
    let kind = lower.split([',', '/']).next()?;
    Some((tier, with_capital(kind).to_string()))
}

/// Whether a label is one of any place: "Địa phương", "Địa bàn".
fn is_general_label(label: &str) -> bool {
    PLACE_LABELS.contains(&fold(label.trim().trim_start_matches(['-', '–', ' ', '('])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finest_place_behind_a_label_counts() {
        for (line, place, upper) in [
            ("Huyện: Na Hang", "Huyện Na Hang", None),
            ("HUYỆN: NA HANG", "Huyện Na Hang", None),
            ("Tỉnh: Tuyên Quang", "Tuyên Quang", None),
            ("Tỉnh: Tuyên Quang - Huyện: Na Hang", "Huyện Na Hang", Some("Tuyên Quang")),
            ("Xã: Đà Vị; Huyện: Na Hang", "Xã Đà Vị", Some("Huyện Na Hang")),
            ("Tỉnh/Thành phố: Tuyên Quang", "Tuyên Quang", None),
            ("Địa phương: Na Hang", "Na Hang", None),
            ("Địa bàn: huyện Na Hang", "Huyện Na Hang", None),
            ("Tên xã: Đà Vị", "Xã Đà Vị", None),
        ] {
            let found = labelled_place(line);
            let found = found.as_ref().map(|own| (own.place.as_str(), own.upper.as_deref()));
            assert_eq!(found, Some((place, upper)), "{line}");
            assert!(is_label_of_place(line), "{line}");
        }
        for line in [
            "Huyện: Na Hang, Chiêm Hóa, Hàm Yên",
            "Huyện: ...............",
            "Các huyện: Na Hang",
            "Chỉ tiêu huyện: Số xã đạt chuẩn",
            "Đơn vị: triệu đồng",
            "Huyện: đang rà soát số liệu",
            "Nguồn: Cục Thống kê tỉnh",
        ] {
            assert!(labelled_place(line).is_none(), "{line}");
        }
    }
}
