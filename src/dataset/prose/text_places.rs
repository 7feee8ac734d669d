//! The places that the paragraphs of a text are about, where it is about several: "Tại huyện A, …", "Huyện B".

use super::mood;
use super::place_name::{KINDS, capitalized};
use super::token::tokens;

/// Words before a place at the start of a paragraph.
const BEFORE: [&str; 8] = ["Tại ", "Ở ", "Riêng ", "Đối với ", "Còn ", "Với ", "Về phía ", "In "];

/// More bytes than a heading has.
const HEADING: usize = 300;

/// The place of each paragraph. All are `None` in a text that names fewer than two.
pub(super) fn places(title: &str, paragraphs: &[String]) -> Vec<Option<String>> {
    let mut below: Option<String> = None;
    let found: Vec<Option<String>> = paragraphs
        .iter()
        .map(|paragraph| {
            let own = at_start(title, paragraph);
            // No heading is long.
            if paragraph.len() < HEADING && mood::is_heading(paragraph, &tokens(paragraph)) {
                below.clone_from(&own);
            }
            own.or_else(|| below.clone())
        })
        .collect();
    let first = found.iter().flatten().next();
    let several = found.iter().flatten().any(|place| Some(place) != first);
    if several { found } else { vec![None; paragraphs.len()] }
}

/// The place with which a paragraph begins.
fn at_start(title: &str, paragraph: &str) -> Option<String> {
    let text = paragraph.trim_start_matches(|c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '-' | '–' | '+' | '*' | '•' | '.' | ')')
    });
    let rest = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let after = rest.unwrap_or(text).trim_start();
    let kind = KINDS.iter().find_map(|kind| {
        let rest = after.strip_prefix(kind)?;
        rest.starts_with(' ').then(|| rest.trim_start())
    });
    let name = capitalized(kind.unwrap_or(after));
    if name.is_empty() {
        return None;
    }
    let words = name.split(' ').count();
    let known = match (rest, kind) {
        (_, Some(_)) => true,
        (Some(_), None) => words > 1,
        (None, None) => words > 1 && title.contains(&name),
    };
    known.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_about_several_places() {
        let of = |title: &str, paragraphs: &[&str]| {
            let paragraphs: Vec<String> =
                paragraphs.iter().map(|text| (*text).to_owned()).collect();
            places(title, &paragraphs)
                .into_iter()
                .map(|place| place.unwrap_or_default())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of(
                "Hai huyện",
                &[
                    "Tại huyện Nậm Sơn, thu đạt 5 tỷ.",
                    "Ở Mường Lạc, thu 6 tỷ.",
                    "Cả hai huyện đạt."
                ]
            ),
            ["Nậm Sơn", "Mường Lạc", ""]
        );
        assert_eq!(
            of("Các xã", &["1. Xã Tà Nung", "Thu đạt 5 tỷ.", "2. Xã Lộc An", "Thu đạt 6 tỷ."]),
            ["Tà Nung", "Tà Nung", "Lộc An", "Lộc An"]
        );
        assert_eq!(
            of(
                "Hậu Lâm, Nga Phú",
                &["Hậu Lâm thu 5 tỷ.", "Nga Phú thu 6 tỷ.", "Tổng Cục Thuế báo cáo."]
            ),
            ["Hậu Lâm", "Nga Phú", ""]
        );
        // One place is that of the whole text.
        assert_eq!(of("Huyện A", &["Tại huyện Nậm Sơn, thu đạt 5 tỷ.", "Chi 4 tỷ."]), ["", ""]);
    }
}
