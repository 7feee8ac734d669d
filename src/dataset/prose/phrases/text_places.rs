//! The places that the paragraphs of a text are about, where it is about several: "Tại huyện A, …", "Huyện B".

use std::sync::LazyLock;

use memchr::memchr2_iter;
use memchr::memmem::Finder;

use super::heading_place;
use crate::dataset::parallel::ordered::through;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::sentences;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place;
use crate::lexicon::prose_words::{BEFORE_PLACES, ENGLISH_KINDS, SMALL_PLACES};
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// More bytes than a heading has.
const HEADING: usize = 300;

/// The places of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset::prose) struct Places {
    /// The place of the heading above it.
    below: Option<String>,
    /// The places with which its clauses begin, and where; empty for the whole.
    at: Vec<(usize, String)>,
    /// Where sentences begin that may go on about the place before them or not.
    open: Vec<usize>,
}

impl Places {
    /// The place of what is at a byte of the paragraph.
    pub(in crate::dataset::prose) fn at(&self, byte: usize) -> Option<String> {
        let next = self.at.partition_point(|(start, _)| *start <= byte);
        let before = next.checked_sub(1).and_then(|at| self.at.get(at)).map(|(_, place)| place);
        before.or(self.below.as_ref()).filter(|place| !place.is_empty()).cloned()
    }

    /// Whether what is at a byte of the paragraph follows a sentence about a place without a word that says whether it
    /// is about it as well.
    pub(in crate::dataset::prose) fn is_open(&self, byte: usize) -> bool {
        let next = self.at.partition_point(|(start, _)| *start <= byte);
        let start = next.checked_sub(1).and_then(|at| self.at.get(at)).map(|(start, _)| start);
        start.is_some_and(|start| self.open.contains(start))
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        let own = self.at.iter().map(|(_, place)| place);
        own.chain(&self.below).filter(|place| !place.is_empty())
    }

    /// Whether it has a place.
    pub(in crate::dataset::prose) fn is_some(&self) -> bool {
        self.all().next().is_some()
    }
}

/// The places that one paragraph names by itself.
struct OwnPlaces {
    /// Of a heading, the place with which it begins, and what kind of place it names.
    heading: Option<(Option<String>, &'static str)>,
    /// The places with which its clauses begin, and where its sentences are open.
    clauses: (Vec<(usize, String)>, Vec<usize>),
}

impl OwnPlaces {
    fn of(title: &str, paragraph: &str) -> Self {
        // No heading is long.
        let heading = paragraph.len() < HEADING
            && mood::may_be_heading(paragraph)
            && mood::is_heading(paragraph, &tokens(paragraph));
        let heading =
            heading.then(|| (at_start(title, paragraph, true), kind_of_heading(paragraph)));
        Self { heading, clauses: of_clauses(title, paragraph) }
    }
}

/// The places of each paragraph. There are none in a text that is about one place only.
pub(in crate::dataset::prose) fn places(
    title: &str,
    paragraphs: &[String],
    language: ReportLanguage,
) -> Vec<Places> {
    const PIECE: usize = 100;
    let mut below: Option<String> = None;
    let mut whole = "tỉnh";
    let mut found: Vec<Places> = Vec::with_capacity(paragraphs.len());
    let own = |piece: &[String]| -> Vec<OwnPlaces> {
        piece.iter().map(|paragraph| OwnPlaces::of(title, paragraph)).collect()
    };
    through(paragraphs.chunks(PIECE), own, |piece| {
        for OwnPlaces { heading, clauses: (mut at, open) } in piece {
            let paragraph = &paragraphs[found.len()];
            if let Some(heading) = heading {
                (below, whole) = heading;
            }
            // "Toàn tỉnh" below the heading of a province is that province.
            if below.is_some() {
                at.retain(|(start, place)| {
                    !place.is_empty() || !is_whole_of(&paragraph[*start..], whole)
                });
            }
            found.push(Places { below: below.clone(), at, open });
        }
    });
    let first = found.iter().flat_map(Places::all).next();
    let whole = heading_place::place(title, &[], false, language);
    // One place is that of the whole text, unless the title names another one, or figures without a place are before it.
    let several = found.iter().flat_map(Places::all).any(|place| Some(place) != first)
        || first.zip(whole.as_ref()).is_some_and(|(first, whole)| !is_same(first, whole))
        || first.is_some() && whole.is_none() && has_figures_before(&found, paragraphs);
    if several { found } else { vec![Places::default(); paragraphs.len()] }
}

/// Whether two names are of one place, with its kind or without: "Can Tho City".
fn is_same(place: &str, whole: &str) -> bool {
    let kind = whole.strip_prefix(place);
    kind.is_some_and(|kind| {
        kind.is_empty() || ENGLISH_KINDS.contains(&kind.trim_start().lower_case())
    })
}

/// Whether figures come before the first place that is named.
fn has_figures_before(found: &[Places], paragraphs: &[String]) -> bool {
    let figures = |text: &str| {
        let own = sentences::sentences(text);
        let mut own = own.into_iter().map(|range| Sentence::new(&text[range], Separators::Comma));
        own.any(|sentence| !sentence.quantities.is_empty())
    };
    for (places, paragraph) in found.iter().zip(paragraphs) {
        if places.below.as_ref().is_some_and(|place| !place.is_empty()) {
            return false;
        }
        let first = places.at.iter().find(|(_, place)| !place.is_empty());
        let end = first.map_or(paragraph.len(), |(start, _)| *start);
        if figures(&paragraph[..end]) {
            return true;
        }
        if first.is_some() {
            return false;
        }
    }
    false
}

/// What kind of place a heading names: a district, else a province.
fn kind_of_heading(heading: &str) -> &'static str {
    let lower = heading.lower_case();
    let kinds = ["huyện", "thị xã", "xã", "phường", "quận", "thành phố", "thị trấn"];
    kinds.into_iter().find(|kind| lower.split_once(kind).is_some()).unwrap_or("tỉnh")
}

/// The first letters of a clause in lower case.
fn lower_start(clause: &str) -> String {
    const LETTERS: usize = 30;
    let end = clause.char_indices().nth(LETTERS).map_or(clause.len(), |(at, _)| at);
    clause[..end].lower_case()
}

/// Whether a clause begins with the whole of a kind of place: "Toàn tỉnh", "Cả huyện".
fn is_whole_of(clause: &str, kind: &str) -> bool {
    let lower = lower_start(clause);
    ["toàn ", "cả "]
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(kind)))
}

/// The places with which the clauses of a paragraph begin.
fn of_clauses(title: &str, paragraph: &str) -> (Vec<(usize, String)>, Vec<usize>) {
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

/// Where the clauses of a sentence begin, and whether only a conjunction behind a comma says so.
fn clauses(text: &str) -> Vec<(usize, bool)> {
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
fn at_start(title: &str, clause: &str, paragraph: bool) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_about_several_places() {
        let of = |title: &str, paragraphs: &[&str]| {
            let paragraphs: Vec<String> =
                paragraphs.iter().map(|text| (*text).to_owned()).collect();
            places(title, &paragraphs, ReportLanguage::Vietnamese)
                .into_iter()
                .map(|places| places.at(0).unwrap_or_default())
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
        // Each clause has its own place, and "toàn tỉnh" has none.
        let text = "Tại huyện Lý An, thu 5 tỷ; chi 4 tỷ. Huyện Kim Sơn thu 3 tỷ; thị xã Duy Hà thu 2 tỷ. Toàn tỉnh thu 10 tỷ.";
        let found = places("Thu các huyện", &[text.to_owned()], ReportLanguage::Vietnamese);
        let place_at = |words: &str| found[0].at(text.find(words).unwrap()).unwrap_or_default();
        assert_eq!(
            ["5 tỷ", "4 tỷ", "3 tỷ", "2 tỷ", "10 tỷ"].map(place_at),
            ["Lý An", "Lý An", "Kim Sơn", "Duy Hà", ""]
        );
        // One place is that of the whole text.
        assert_eq!(of("Huyện A", &["Tại huyện Nậm Sơn, thu đạt 5 tỷ.", "Chi 4 tỷ."]), ["", ""]);
    }
}
