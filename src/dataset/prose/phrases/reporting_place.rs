//! The place whose office reports or meets in a sentence, which what follows is about: "Theo báo cáo của UBND huyện Kim
//! Bình, …", "HĐND xã Tân Lập tổ chức kỳ họp", "Da Nang's hotels served …".

use super::kind_of_place::{COMMITTEES, named_place};
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized};
use crate::lexicon::place;
use crate::lexicon::prose_words::PLACE_COUNCILS;
use crate::text::lower_case::LowerCase;

/// A place that reports, and the kind of place that goes on about it: "huyện" of "Đàn bò của huyện".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReportingPlace {
    pub(super) place: String,
    pub(super) kind: String,
}

/// The place that reports or meets in a sentence.
pub(super) fn of_sentence(sentence: &str) -> Option<ReportingPlace> {
    let (kind, place) = reporter(sentence).or_else(|| council(sentence))?;
    let kind = match &*kind.lower_case() {
        "huyện ủy" | "huyện uỷ" => "huyện".to_owned(),
        "thị ủy" | "thị uỷ" => "thị xã".to_owned(),
        "thành ủy" | "thành uỷ" | "tp" => "thành phố".to_owned(),
        "tỉnh ủy" | "tỉnh uỷ" => "tỉnh".to_owned(),
        other => other.to_owned(),
    };
    Some(ReportingPlace { place, kind })
}

/// The province that owns what an English paragraph begins with: "Da Nang's hotels".
pub(super) fn owner(paragraph: &str) -> Option<ReportingPlace> {
    let at = paragraph.find(['\'', '’'])?;
    let (place, rest) = paragraph.split_at_checked(at)?;
    let owns = rest.trim_start_matches(['\'', '’']).starts_with("s ");
    (owns && place::is_province(place))
        .then(|| ReportingPlace { place: place.to_owned(), kind: String::new() })
}

/// The place of whom a sentence quotes, with its kind: "Theo báo cáo của UBND huyện Kim Bình, …".
fn reporter(sentence: &str) -> Option<(&'static str, String)> {
    let from = sentence.strip_prefix("Theo ").or_else(|| {
        let (opener, rest) = sentence.split_once(", theo ")?;
        (opener.split(' ').count() < 6).then_some(rest)
    })?;
    let end = from.find([',', ':', ';']).unwrap_or(from.len());
    let words = from.get(..end)?;
    KINDS
        .iter()
        .chain(&COMMITTEES)
        .find_map(|kind| Some((*kind, named_place(words, kind, |_| true)?)))
}

/// The place of the council or the committee with which a sentence begins, or that a time is before.
fn council(sentence: &str) -> Option<(&'static str, String)> {
    let starts = [0].into_iter().chain(sentence.find(", ").map(|at| at + 2));
    starts.filter(|start| *start < 40).find_map(|start| {
        let words = sentence.get(start..)?;
        let (kind, behind) = committee_of(words)?;
        let name = numbered(behind, capitalized(behind));
        let next = behind.get(name.len()..)?.trim_start_matches([',', ' ']);
        (!name.is_empty() && next.starts_with(char::is_lowercase) && !next.starts_with("và "))
            .then_some((kind, name))
    })
}

/// The kind of the place of a council with which words begin, and the words behind that.
fn committee_of(words: &str) -> Option<(&'static str, &str)> {
    let behind = |kind: &'static str, words: &'_ str| -> Option<usize> {
        words.strip_prefix(kind)?.strip_prefix(' ').map(str::len)
    };
    let from = |kind: &'static str, part: &str| behind(kind, part).map(|length| (kind, length));
    let of_council = || {
        let council = PLACE_COUNCILS.longest_start(words)?;
        let rest = words.get(council.len()..)?.trim_start();
        KINDS.iter().find_map(|kind| from(kind, rest))
    };
    let (kind, length) =
        COMMITTEES.iter().find_map(|kind| from(kind, words)).or_else(of_council)?;
    words.get(words.len() - length..).map(|rest| (kind, rest))
}

/// A name with the number that belongs to it: "Tam Xuân 2" before "tổ chức".
fn numbered(words: &str, name: String) -> String {
    let rest = words.get(name.len()..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    let Some((number, next)) = rest.split_once(' ') else { return name };
    let short = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit());
    let time = ["tháng", "năm", "quý"].iter().any(|word| next.starts_with(word));
    if short && !time { format!("{name} {number}") } else { name }
}
