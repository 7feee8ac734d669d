//! The places of the clauses of a paragraph: at the start of a clause, as its subject, or meant by "this place".

use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::sentences;
use crate::lexicon::place;
use crate::lexicon::prose_words::{BEFORE_PLACES, SMALL_PLACES};
use crate::text::lower_case::LowerCase;
use memchr::memchr2_iter;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The places with which the clauses of a paragraph begin.
pub(super) fn of_clauses(title: &str, paragraph: &str) -> (Vec<(usize, String)>, Vec<usize>) {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for sentence in sentences::sentences(paragraph) {
        let (start, end) = (sentence.start, sentence.end);
        let text = &paragraph[sentence];
        let mut only_subject = false;
        for (at, joined) in clauses(text) {
            let clause = &text[at..];
            let lower = lower_start(clause);
            if let Some(place) = subject(title, clause, &lower, start + at > 0) {
                only_subject = true;
                found.push((start + at, place));
                continue;
            }
            // Another province than that of the sentence is named behind a conjunction only as its subject.
            if joined {
                continue;
            }
            if let Some(last) = this_place(&lower, &found) {
                found.push((start + at, last));
                continue;
            }
            // "Khánh Hòa: … ; toàn tỉnh có 1.230 cơ sở" is about that province.
            let before = found.last().map(|(_, place): &(usize, String)| place.as_str());
            let same = before.is_some_and(place::is_known) && is_whole_of(clause, "tỉnh");
            let place = match at_start(title, clause, start + at == 0) {
                None if same => None,
                None if begins_with_whole(&lower) => Some(String::new()),
                place => place,
            };
            found.extend(place.map(|place| (start + at, place)));
        }
        // Nobody says whether the next sentence is about the subject of this one.
        if only_subject {
            found.push((end, String::new()));
            open.push(end);
        }
        // A border gate or a port is the place of its own sentence.
        if let Some(small) = small_place(text) {
            let before =
                found.last().map_or(String::new(), |(_, place): &(usize, String)| place.clone());
            found.push((start, small));
            found.push((end, before));
        }
    }
    (found, open)
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

/// Where the clauses of a sentence begin, and whether only a conjunction behind a comma says so.
pub(super) fn clauses(text: &str) -> Vec<(usize, bool)> {
    const MARKED: [(&str, bool); 5] = [
        ("; ", false),
        (", còn ", true),
        (", trong khi ", true),
        (", trong khi đó ", true),
        (", riêng ", true),
    ];
    const BUT: &str = " nhưng ";
    // Asked for every sentence: the search is prepared once.
    static FIND_BUT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(BUT));
    let mut found = vec![(0, false)];
    for at in memchr2_iter(b',', b';', text.as_bytes()) {
        let marked = MARKED.iter().filter(|(mark, _)| text[at..].starts_with(mark));
        found.extend(marked.map(|(mark, joined)| (at + mark.len(), *joined)));
    }
    found.extend(FIND_BUT.find_iter(text.as_bytes()).map(|at| (at + BUT.len(), true)));
    found.sort_unstable();
    found
}

/// The place that is the subject of a clause: a province before a verb, "Hưng Yên thu ngân sách …", or any place that
/// is called one, "Phan Thiết là địa phương có …", and the next ones in its row, "kế đến là Hàm Thuận Bắc".
fn subject(title: &str, clause: &str, lower: &str, inside: bool) -> Option<String> {
    const JOINS: [&str; 6] =
        ["trong khi đó, ", "trong khi đó ", "trong khi ", "còn ", "riêng ", "và "];
    const NEXT: [&str; 5] =
        ["kế đến là ", "tiếp đến là ", "tiếp theo là ", "sau đó là ", "thứ hai là "];
    const CALLED: [&str; 6] =
        [" là địa phương", " là tỉnh", " là huyện", " là thành phố", " là xã", " là đơn vị có"];
    let join = JOINS.iter().chain(&NEXT).find(|join| lower.starts_with(**join));
    let rest = clause.get(join.map_or(0, |join| join.len())..)?;
    let name = capitalized(rest);
    let behind = rest.get(name.len()..)?;
    if !name.contains(' ') || is_office(&name) || title.contains(&name) {
        return None;
    }
    let verb = behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let province = place::is_province(&name) && (verb || inside && behind.starts_with(": "));
    let called = CALLED.iter().any(|words| behind.starts_with(words));
    let next = join.is_some_and(|join| NEXT.contains(join)) && behind.starts_with(' ');
    (province || called || next).then_some(name)
}

/// The last place of a paragraph, if a clause begins with "Tỉnh này".
fn this_place(lower: &str, found: &[(usize, String)]) -> Option<String> {
    const THIS: [&str; 6] =
        ["tỉnh này ", "địa phương này ", "huyện này ", "thành phố này ", "xã này ", "nơi này "];
    if !THIS.iter().any(|words| lower.starts_with(words)) {
        return None;
    }
    let last = found.iter().rev().map(|(_, place)| place).find(|place| !place.is_empty());
    last.cloned()
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

/// Whether a clause begins with the whole of which the places are parts: "Toàn tỉnh", "Tính chung".
fn begins_with_whole(lower: &str) -> bool {
    ["toàn ", "cả tỉnh", "cả nước", "cả huyện", "tính chung", "nhìn chung", "cả hai", "cả ba"]
        .iter()
        .any(|word| lower.starts_with(word))
}

/// The words behind the year or the conjunction with which a clause begins: "Năm 2025, …", "Trong khi đó, …".
fn behind_opener(text: &str) -> &str {
    const OPENERS: [&str; 8] = [
        "Trong khi đó, ",
        "Trong khi đó ",
        "Trong khi ",
        "Ngược lại, ",
        "Ngoài ra, ",
        "Bên cạnh đó, ",
        "Cùng thời gian này, ",
        "Cùng kỳ, ",
    ];
    if let Some(rest) = OPENERS.iter().find_map(|opener| text.strip_prefix(opener)) {
        return rest;
    }
    let rest = text.strip_prefix("Năm ").or_else(|| text.strip_prefix("năm "));
    let rest = rest.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    rest.and_then(|rest| rest.strip_prefix(", ")).unwrap_or(text)
}

/// The place with which a paragraph or one of its clauses begins. Only what begins a paragraph may have no word before it.
pub(super) fn at_start(title: &str, clause: &str, paragraph: bool) -> Option<String> {
    let text = clause.trim_start_matches(|c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '-' | '–' | '+' | '*' | '•' | '.' | ')')
    });
    let text = behind_opener(text);
    let opens = |word: &str| {
        let lower =
            |start: &str| start.chars().flat_map(char::to_lowercase).eq(lower_letters(word));
        text.get(..word.len()).is_some_and(lower)
    };
    let rest = BEFORE_PLACES.longest(opens).and_then(|word| text.get(word.len()..));
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
