//! Notes in brackets behind a name: "Thu nội địa (không kể dầu thô)".

use crate::lexicon::query_words::NOTES;
use crate::text::fold::fold;

/// Returns the parts of a text, each with whether it is a note. A bracket that is not closed ends with the text.
pub(super) fn parts(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if is_note(rest) {
            let end = rest.find(')').map_or(rest.len(), |at| at + 1);
            let note = &rest[..end];
            rest = &rest[end..];
            return Some((note, true));
        }
        let next = rest.match_indices('(').map(|(at, _)| at).find(|at| is_note(&rest[*at..]));
        let (part, behind) = rest.split_at(next.unwrap_or(rest.len()));
        rest = behind;
        Some((part, false))
    })
}

/// Whether a text starts with a bracket in which there is a note.
fn is_note(text: &str) -> bool {
    text.strip_prefix('(').is_some_and(|inside| {
        let inside = fold(inside.split(')').next().unwrap_or(inside));
        let begins = |start: &&str| {
            let rest = inside.trim_start().strip_prefix(*start);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        NOTES.iter().any(begins)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_notes_from_a_name() {
        let parts = |text| parts(text).collect::<Vec<_>>();
        assert_eq!(
            parts("Thu nội địa (không kể dầu thô) năm"),
            [("Thu nội địa ", false), ("(không kể dầu thô)", true), (" năm", false)]
        );
        assert_eq!(parts("GRDP (giá hiện hành)"), [("GRDP (giá hiện hành)", false)]);
        assert_eq!(parts("Thu (trừ đất"), [("Thu ", false), ("(trừ đất", true)]);
        assert_eq!(parts("Thu (trực tiếp)"), [("Thu (trực tiếp)", false)]);
        assert_eq!(parts(""), []);
    }
}
