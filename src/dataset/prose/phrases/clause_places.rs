//! The places of the clauses of a paragraph: at the start of a clause, as its subject, or meant by "this place".

use super::reporting_place::{self, ReportingPlace};
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::sentences;
use crate::lexicon::place;
use crate::lexicon::prose_words::{
    BEFORE_PLACES, CALLED_PLACES, JOINS_CLAUSE, NEXT_PLACES, OPENS_CLAUSE, SMALL_PLACES,
    THIS_PLACE, WHOLE_PLACES,
};
use crate::text::lower_case::LowerCase;
use memchr::memchr2_iter;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// A place with which a clause or a sentence begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceAt {
    /// Where the clause begins in the paragraph, in bytes.
    pub(super) start: usize,
    /// Its place; empty for the whole.
    pub(super) place: String,
}

/// The places of the clauses of a paragraph, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ClausePlaces {
    pub(super) at: Vec<PlaceAt>,
    /// Where sentences begin that may go on about the place before them or not.
    pub(super) open: Vec<usize>,
    /// The last place, if the paragraphs below go on about it: one that reports.
    pub(super) reporting: Option<ReportingPlace>,
}

/// A clause of a sentence.
struct Clause {
    /// Where it begins, in bytes.
    start: usize,
    /// Whether only a conjunction behind a comma or within words begins it.
    is_joined: bool,
}

/// The places with which the clauses of a paragraph begin; `listed` are those that the title names together.
pub(super) fn of_clauses(title: &str, listed: &[String], paragraph: &str) -> ClausePlaces {
    let mut found: Vec<PlaceAt> = Vec::new();
    let mut open = Vec::new();
    let mut reporting: Option<ReportingPlace> = None;
    for sentence in sentences::sentences(paragraph) {
        let (start, end) = (sentence.start, sentence.end);
        let text = &paragraph[sentence];
        let mut only_subject = false;
        let mut whole = None;
        let reports = if start == 0 { reporting_place::owner(text) } else { None };
        let reports = reports.or_else(|| reporting_place::of_sentence(text));
        found.extend(reports.iter().map(|own| PlaceAt { start, place: own.place.clone() }));
        let is_reported = reports.is_some();
        reporting = reports.or(reporting);
        for Clause { start: at, is_joined } in clauses(text) {
            if is_reported && at == 0 {
                continue;
            }
            let clause = &text[at..];
            let lower = lower_start(clause);
            if let Some(place) = subject(title, clause, &lower, start + at > 0) {
                only_subject = true;
                found.push(PlaceAt { start: start + at, place });
                continue;
            }
            // Another province than that of the sentence is named behind a conjunction only as its subject.
            if is_joined {
                continue;
            }
            if let Some(place) = this_place(&lower, &found) {
                found.push(PlaceAt { start: start + at, place });
                continue;
            }
            let same = found.last().is_some_and(|last| is_same_whole(paragraph, last, clause));
            let place = match at_start(title, clause, start + at == 0) {
                None if same => None,
                None if begins_with_whole(&lower) => Some(String::new()),
                None if at == 0 => one_of(listed, text),
                place => place,
            };
            // "…; riêng huyện Kim Bình 27 tỷ đồng" sets it apart up to the end of the sentence.
            let apart = lower.starts_with("riêng ") && place.is_some();
            // Nobody says whether the sentence behind "Riêng huyện Kim Bình thu …." is about it as well.
            only_subject |= apart && at == 0 && start > 0;
            if at > 0 && apart && whole.is_none() {
                whole = Some(found.last().map_or(String::new(), |last| last.place.clone()));
            }
            found.extend(place.map(|place| PlaceAt { start: start + at, place }));
        }
        found.extend(whole.map(|place| PlaceAt { start: end, place }));
        // Nobody says whether the next sentence is about the subject of this one.
        if only_subject {
            found.push(PlaceAt { start: end, place: String::new() });
            open.push(end);
        }
        // A border gate or a port is the place of its own sentence.
        if let Some(small) = small_place(text) {
            let before = found.last().map_or(String::new(), |last| last.place.clone());
            found.push(PlaceAt { start, place: small });
            found.push(PlaceAt { start: end, place: before });
        }
    }
    let last = found.last().map(|last| &last.place);
    let reporting = reporting.filter(|own| last == Some(&own.place));
    ClausePlaces { at: found, open, reporting }
}

/// Whether a clause begins with the whole of the place before it: "Khánh Hòa: … ; toàn tỉnh có 1.230 cơ sở", "Tại huyện
/// Kim Bình, … . Toàn huyện có 42 trường".
fn is_same_whole(paragraph: &str, last: &PlaceAt, clause: &str) -> bool {
    if place::is_known(&last.place) && is_whole_of(clause, "tỉnh") {
        return true;
    }
    let said = paragraph.get(last.start..).unwrap_or_default();
    let Some((before, _)) = said.split_once(&*last.place).filter(|_| !last.place.is_empty()) else {
        return false;
    };
    let lower = before.trim_end().lower_case();
    KINDS
        .iter()
        .map(|kind| kind.lower_case())
        .any(|kind| lower.ends_with(&*kind) && is_whole_of(clause, &format!("{kind} ")))
}

/// The only one of some places that a sentence names.
fn one_of(places: &[String], sentence: &str) -> Option<String> {
    let mut named = places.iter().filter(|place| sentence.contains(place.as_str()));
    let place = named.next()?;
    named.next().is_none().then(|| place.clone())
}

/// The first letters of a clause in lower case.
fn lower_start(clause: &str) -> String {
    const LETTERS: usize = 30;
    let end = clause.char_indices().nth(LETTERS).map_or(clause.len(), |(at, _)| at);
    clause[..end].lower_case()
}

/// Whether a clause begins with the whole of a kind of place: "Toàn tỉnh", "Cả huyện".
pub(super) fn is_whole_of(clause: &str, kind: &str) -> bool {
    let lower = lower_start(clause);
    ["toàn ", "cả "]
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(kind)))
}

/// The clauses of a sentence, in order.
fn clauses(text: &str) -> Vec<Clause> {
    const BUT: &str = " nhưng ";
    // Asked for every sentence: the search is prepared once.
    static FIND_BUT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(BUT));
    let mut found = vec![Clause { start: 0, is_joined: false }];
    for at in memchr2_iter(b',', b';', text.as_bytes()) {
        let rest = &text[at..];
        if rest.starts_with("; ") {
            found.push(Clause { start: at + 2, is_joined: false });
        } else if let Some(word) =
            rest.strip_prefix(", ").and_then(|rest| JOINS_CLAUSE.longest_start(rest))
        {
            found.push(Clause { start: at + 2 + word.len(), is_joined: true });
        }
    }
    let but = FIND_BUT.find_iter(text.as_bytes());
    found.extend(but.map(|at| Clause { start: at + BUT.len(), is_joined: true }));
    found.sort_unstable_by_key(|clause| clause.start);
    found
}

/// The place that is the subject of a clause: a province before a verb, "Hưng Yên thu ngân sách …", or any place that
/// is called one, "Phan Thiết là địa phương có …", and the next ones in its row, "kế đến là Hàm Thuận Bắc".
fn subject(title: &str, clause: &str, lower: &str, inside: bool) -> Option<String> {
    let next = NEXT_PLACES.longest_start(lower);
    let opener = || OPENS_CLAUSE.longest_start(lower).or_else(|| JOINS_CLAUSE.longest_start(lower));
    let join = next.or_else(opener);
    let rest = clause.get(join.map_or(0, |join| join.len())..)?;
    let name = capitalized(rest);
    let behind = rest.get(name.len()..)?;
    if !name.contains(' ') || is_office(&name) || title.contains(&name) {
        return None;
    }
    let verb = behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let province = place::is_province(&name) && (verb || inside && behind.starts_with(": "));
    let called = CALLED_PLACES.iter().any(|words| behind.starts_with(words));
    let next = next.is_some() && behind.starts_with(' ');
    (province || called || next).then_some(name)
}

/// The last place of a paragraph, if a clause begins with "Tỉnh này".
fn this_place(lower: &str, found: &[PlaceAt]) -> Option<String> {
    THIS_PLACE.longest_start(lower)?;
    let last = found.iter().rev().find(|one| !one.place.is_empty());
    last.map(|last| last.place.clone())
}

/// The border gate, port or industrial park with which a sentence begins, with its kind.
fn small_place(sentence: &str) -> Option<String> {
    let opener = BEFORE_PLACES.longest_start(sentence).map_or(0, str::len);
    let rest = sentence.get(opener..).unwrap_or_default().trim_start();
    let lower = lower_start(rest);
    let begins =
        |kind: &&&str| lower.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(' '));
    let kinds = SMALL_PLACES.iter().filter(begins);
    let kind = kinds.max_by_key(|kind| kind.len())?;
    let name = capitalized(rest.get(kind.len()..)?.trim_start());
    (!name.is_empty() && !is_office(&name)).then(|| format!("{kind} {name}"))
}

/// Whether a clause begins with the whole that the places are parts of: "Toàn tỉnh", "Tính chung".
fn begins_with_whole(lower: &str) -> bool {
    WHOLE_PLACES.longest_start(lower).is_some()
}

/// The words behind the year or the conjunction with which a clause begins: "Năm 2025, …", "Trong khi đó, …".
fn behind_opener(text: &str) -> &str {
    let opener = OPENS_CLAUSE.longest(|word| begins_like(text, word));
    if let Some(rest) = opener.and_then(|opener| text.get(opener.len()..)) {
        return rest;
    }
    let rest = text.strip_prefix("Năm ").or_else(|| text.strip_prefix("năm "));
    let rest = rest.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    rest.and_then(|rest| rest.strip_prefix(", ")).unwrap_or(text)
}

/// The place with which a paragraph or one of its clauses begins. Only what begins a paragraph may
/// have no word before it.
pub(super) fn at_start(title: &str, clause: &str, paragraph: bool) -> Option<String> {
    let text = clause.trim_start_matches(|c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '-' | '–' | '+' | '*' | '•' | '.' | ')')
    });
    let text = behind_opener(text);
    let rest = BEFORE_PLACES
        .longest(|word| begins_like(text, word))
        .and_then(|word| text.get(word.len()..));
    let after = rest.unwrap_or(text).trim_start();
    let kind = KINDS.iter().find_map(|kind| {
        let rest = after.strip_prefix(kind)?;
        rest.starts_with(' ').then(|| rest.trim_start())
    });
    let name = capitalized(kind.unwrap_or(after));
    if name.is_empty() || is_office(&name) || names_next_place(after, &name, kind.is_some()) {
        return None;
    }
    let words = name.split(' ').count();
    let known = match (rest, kind) {
        (_, Some(_)) => true,
        (Some(_), None) => words > 1,
        (None, None) => {
            let heading = name == text.trim() && place::is_known(&name);
            // "Năm 2025, Khánh Hòa phấn đấu …".
            let aims = after[name.len()..].starts_with(" phấn đấu") && place::is_known(&name);
            if aims && words > 1 {
                return Some(name);
            }
            // "Khánh Hòa: Năm 2024, tỉnh đón 10,8 triệu lượt khách".
            let label = place::is_known(&name) && after[name.len()..].starts_with(':');
            paragraph && words > 1 && (title.contains(&name) || heading || label)
        }
    };
    known.then_some(name)
}

/// Whether a text begins with a word, in capitals or not.
fn begins_like(text: &str, word: &str) -> bool {
    let lower = |start: &str| lower_letters(start).eq(lower_letters(word));
    text.get(..word.len()).is_some_and(lower)
}

/// The letters of a word in lower case.
fn lower_letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

/// Whether another place is joined to the one with which words begin: "Xã Tân Lập và xã Kim Bình giảm lần lượt …".
fn names_next_place(words: &str, name: &str, with_kind: bool) -> bool {
    let behind = words.split_once(name).map_or("", |(_, behind)| behind);
    let next = [" và ", ", "].iter().find_map(|join| behind.strip_prefix(join));
    let Some(next) = next.filter(|_| with_kind) else { return false };
    KINDS.iter().any(|kind| {
        let rest = next.get(kind.len()..).and_then(|rest| rest.strip_prefix(' '));
        let same = next.get(..kind.len()).is_some_and(|own| own.lower_case() == kind.lower_case());
        same && rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}
