//! The place that the first paragraphs of a text say it is about.

use super::kind_of_place::{COMMITTEES, named_place, of_capitals};
use crate::dataset::prose::phrases::dateline::is_dateline;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::place_name::KINDS;
use crate::dataset::prose::tokens::sentences;
use crate::lexicon::place;
use crate::lexicon::prose_words::{ELSEWHERE, VISITS};
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// The number of paragraphs in which it is looked for.
const FIRST: usize = 3;

/// The number of sentences of each of them.
const SENTENCES: usize = 12;

/// The place that the first paragraphs say the text is about: in the name of an office, as the
/// subject of a sentence, or as the place that its first figures are of. A place that is only
/// mentioned, "học tập kinh nghiệm tại tỉnh Vĩnh Long", is none, and neither is one that is named
/// when there were figures before it.
pub(super) fn of_beginning(paragraphs: &[String]) -> Option<String> {
    for paragraph in paragraphs.iter().filter(|one| !is_dateline(one)).take(FIRST) {
        if !paragraph.chars().any(char::is_lowercase) {
            match of_capitals(paragraph) {
                Some(place) => return Some(place),
                None => continue,
            }
        }
        for sentence in sentences::sentences(paragraph).into_iter().take(SENTENCES) {
            let text = &paragraph[sentence];
            let lower = text.lower_case();
            let visit = VISITS.iter().any(|words| lower.contains(words));
            let said = |kind| named_place(text, kind, is_about);
            if let Some(place) = KINDS.iter().chain(&COMMITTEES).find_map(said).filter(|_| !visit) {
                return Some(place);
            }
            if !Sentence::new(text, Separators::Comma).quantities.is_empty() {
                return None;
            }
        }
    }
    None
}

/// The known place with which the first paragraph of an English text begins: "Viet Nam's gross domestic product".
pub(super) fn owner_at_start(paragraphs: &[String]) -> Option<String> {
    let first = paragraphs.iter().find(|one| !is_dateline(one))?;
    let owner = first.split_once("'s ").or_else(|| first.split_once("’s "))?.0;
    place::is_known(owner).then(|| owner.to_owned())
}

/// Whether the words before a place in a sentence make it the place that the sentence is about:
/// those of an office or of what is measured there, "Cục Thống kê tỉnh …", "trên địa bàn tỉnh …";
/// or none, "Năm 2024, tỉnh …", "Tại tỉnh …".
pub(super) fn is_about(before: &str) -> bool {
    let before = before.trim_end();
    let starts = |text: &str| {
        let text = text.trim_end();
        text.is_empty() || text.ends_with([',', ':', ';', '-', '–', '—', '(', '"', '“'])
    };
    let last = before.rsplit(' ').next().unwrap_or_default();
    if starts(before) {
        return true;
    }
    let lower = last.lower_case();
    let number = last.chars().any(|c| c.is_ascii_digit());
    // "Năm 2024, tại tỉnh Kiên Giang, thu ngân sách …".
    let located = matches!(&*lower, "tại" | "ở" | "với" | "trong");
    located && starts(&before[..before.len() - last.len()])
        || !number && !ELSEWHERE.contains(&lower)
}
