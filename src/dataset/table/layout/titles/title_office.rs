//! The place that the lines of a title are about, and the one that it is in.

use super::title_place::{PlaceInLine, find, words_of};
use crate::lexicon::title_words::OFFICES_OF_PLACES;
use crate::text::fold::fold;

/// A place, and the one that it is in, if the title says so.
pub(super) struct TitlePlace {
    pub(crate) place: String,
    pub(crate) upper: Option<String>,
}

/// The place that the lines of a title are about: the first that one names. Where offices of
/// several levels are named, it is that of the last one: "UBND TỈNH LONG AN", and below it "UBND
/// HUYỆN CHÂU THÀNH".
pub(super) fn in_lines<'l>(lines: impl Iterator<Item = &'l String> + Clone) -> Option<TitlePlace> {
    let first = lines.clone().find_map(|line| with_upper(line))?;
    let offices = lines.filter(|line| is_office(line)).filter_map(|line| with_upper(line));
    let offices: Vec<TitlePlace> = offices.collect();
    match &offices[..] {
        [.., upper, last] if offices[0].place == first.place && upper.place != last.place => {
            Some(TitlePlace { place: last.place.clone(), upper: Some(upper.place.clone()) })
        }
        _ => Some(first),
    }
}

/// All places that lines are about, each once, and the ones that these are in.
pub(super) fn all_in<'l>(lines: impl Iterator<Item = &'l String>) -> Vec<String> {
    let found = lines.filter_map(|line| with_upper(line));
    let mut all: Vec<String> =
        found.flat_map(|found| [Some(found.place), found.upper]).flatten().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a line names an office of a place, and nothing else before it.
fn is_office(line: &str) -> bool {
    let folded = fold(line.trim());
    OFFICES_OF_PLACES.iter().any(|office| folded.starts_with(office))
}

/// The first place that a line names, with the one right behind it: "Xã Tân Lập, huyện Chợ Mới".
fn with_upper(line: &str) -> Option<TitlePlace> {
    let words = words_of(line);
    let PlaceInLine { words: found, shown: place } = find(&words)?;
    let mut rest =
        words[found.end..].iter().skip_while(|word| matches!(word.as_str(), "-" | "–" | "thuộc"));
    let rest: Vec<String> = rest.by_ref().cloned().collect();
    let upper = find(&rest).filter(|upper| upper.words.start == 0).map(|upper| upper.shown);
    Some(TitlePlace { upper: upper.filter(|upper| *upper != place), place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_office_and_the_place_behind_a_place_decide() {
        for (lines, place, upper) in [
            (&["UBND TỈNH HÀ NAM", "UBND HUYỆN LÝ NHÂN"][..], "Huyện Lý Nhân", Some("Hà Nam")),
            (&["UBND HUYỆN LÝ NHÂN", "UBND XÃ CÔNG LÝ"], "Xã Công Lý", Some("Huyện Lý Nhân")),
            (&["UBND TỈNH HÀ NAM", "SỞ Y TẾ"], "Hà Nam", None),
            (&["UBND TỈNH HÀ NAM", "CHỈ TIÊU GIAO HUYỆN LÝ NHÂN"], "Hà Nam", None),
            (&["KẾT QUẢ HUYỆN LÝ NHÂN, TỈNH HÀ NAM NĂM 2024"], "Huyện Lý Nhân", Some("Hà Nam")),
            (&["Xã Công Lý - huyện Lý Nhân"], "Xã Công Lý", Some("Huyện Lý Nhân")),
            (&["TỈNH HÀ NAM (sau sáp nhập) NĂM 2025"], "Hà Nam (sau sáp nhập)", None),
            (&["TỈNH HÀ NAM (tỷ đồng)"], "Hà Nam", None),
        ] {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let found = in_lines(lines.iter()).unwrap();
            assert_eq!((found.place.as_str(), found.upper.as_deref()), (place, upper), "{lines:?}");
        }
    }
}
