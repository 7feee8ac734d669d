//! The places that the paragraphs of a text are about, where it is about several: "Tại huyện A, …", "Huyện B".

use super::clause_places::{ClausePlaces, PlaceAt, at_start, is_whole_of, of_clauses};
use super::first_place::is_about;
use super::heading_place;
use super::kind_of_place::{listed_in_title, named_place};
use super::reporting_place::ReportingPlace;
use crate::dataset::parallel::ordered::through;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized};
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::sentences;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place;
use crate::lexicon::prose_words::ENGLISH_KINDS;
use crate::text::lower_case::LowerCase;
use crate::text::parse_number::Separators;

/// More bytes than a heading has.
const HEADING: usize = 300;

/// The places of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Places {
    /// The place of the heading above it.
    below: Option<String>,
    /// The places of its clauses.
    clauses: ClausePlaces,
}

impl Places {
    /// The place of what is at a byte of the paragraph.
    pub(crate) fn at(&self, byte: usize) -> Option<String> {
        let before = self.last_before(byte).map(|last| &last.place);
        before.or(self.below.as_ref()).filter(|place| !place.is_empty()).cloned()
    }

    /// Whether what is at a byte of the paragraph follows a sentence about a place without a word that says whether it
    /// is about it as well.
    pub(crate) fn is_open(&self, byte: usize) -> bool {
        self.last_before(byte).is_some_and(|last| self.clauses.open.contains(&last.start))
    }

    fn last_before(&self, byte: usize) -> Option<&PlaceAt> {
        let next = self.clauses.at.partition_point(|place| place.start <= byte);
        next.checked_sub(1).and_then(|last| self.clauses.at.get(last))
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        let own = self.clauses.at.iter().map(|one| &one.place);
        own.chain(&self.below).filter(|place| !place.is_empty())
    }

    /// Whether it has a place.
    pub(crate) fn is_some(&self) -> bool {
        self.all().next().is_some()
    }
}

/// The places that one paragraph names by itself.
struct OwnPlaces {
    heading: Option<HeadingPlace>,
    clauses: ClausePlaces,
}

/// What a heading says about the place of the paragraphs below it.
struct HeadingPlace {
    /// The place with which it begins.
    place: Option<String>,
    /// What kind of place it names: "huyện".
    kind: &'static str,
}

impl OwnPlaces {
    fn of(title: &str, listed: &[String], paragraph: &str) -> Self {
        // No heading is long.
        let heading = paragraph.len() < HEADING
            && mood::may_be_heading(paragraph)
            && mood::is_heading(paragraph, &tokens(paragraph));
        let heading = heading.then(|| HeadingPlace {
            place: at_start(title, paragraph, true).or_else(|| within_heading(paragraph)),
            kind: kind_of_heading(paragraph),
        });
        Self { heading, clauses: of_clauses(title, listed, paragraph) }
    }
}

/// The places of each paragraph. A text about one place only has none.
pub(crate) fn places(title: &str, paragraphs: &[String], language: ReportLanguage) -> Vec<Places> {
    const PIECE: usize = 100;
    let mut below: Option<String> = None;
    let mut whole = "tỉnh";
    let mut reporting: Option<ReportingPlace> = None;
    let mut found: Vec<Places> = Vec::with_capacity(paragraphs.len());
    let listed = listed_in_title(title);
    let of_title = heading_place::of_title(title, paragraphs, language);
    let own = |piece: &[String]| -> Vec<OwnPlaces> {
        piece.iter().map(|paragraph| OwnPlaces::of(title, &listed, paragraph)).collect()
    };
    through(paragraphs.chunks(PIECE), own, |piece| {
        for OwnPlaces { heading, mut clauses } in piece {
            let paragraph = &paragraphs[found.len()];
            if let Some(heading) = heading {
                reporting = None;
                below = heading.place;
                whole = heading.kind;
            }
            // "Toàn tỉnh" below the heading of a province is that province.
            if below.is_some() {
                clauses.at.retain(|one| {
                    !one.place.is_empty() || !is_whole_of(&paragraph[one.start..], whole)
                });
            }
            // Where the title names no place, the text goes on about the first one with which it begins.
            let first = found.is_empty() && of_title.is_none();
            let begun = || of_start(paragraph, &clauses).filter(|_| first);
            let own = clauses.reporting.clone().or_else(begun);
            if let Some(before) = &reporting {
                go_on(before, paragraph, &mut clauses);
                let last = clauses.at.last().map(|last| &last.place);
                reporting = reporting.take().filter(|before| last == Some(&before.place));
            }
            reporting = own.or_else(|| reporting.take());
            found.push(Places { below: below.clone(), clauses });
        }
    });
    let first = found.iter().flat_map(Places::all).next();
    // One place is that of the of_title text, unless the title names another one, or figures without a
    // place are before it.
    let several = found.iter().flat_map(Places::all).any(|place| Some(place) != first)
        || first.zip(of_title.as_ref()).is_some_and(|(first, of_title)| !is_same(first, of_title))
        || first.is_some() && of_title.is_none() && has_figures_before(&found, paragraphs);
    if several { found } else { vec![Places::default(); paragraphs.len()] }
}

/// The place with which a paragraph begins, if its kind is before it and no other one follows.
fn of_start(paragraph: &str, clauses: &ClausePlaces) -> Option<ReportingPlace> {
    const FIRST: usize = 60;
    let place = &clauses.at.first()?.place;
    let at = paragraph.find(&**place).filter(|at| !place.is_empty() && *at < FIRST)?;
    let before = paragraph.get(..at)?.trim_end().lower_case();
    let kind =
        KINDS.iter().filter(|kind| before.ends_with(**kind)).max_by_key(|kind| kind.len())?;
    let same = clauses.at.iter().all(|one| one.place == *place);
    same.then(|| ReportingPlace { place: place.clone(), kind: (*kind).to_owned() })
}

/// Lets a paragraph without a place at its start go on about the one that reported before it. Nobody says so unless
/// the paragraph says "của huyện" or "toàn huyện".
fn go_on(before: &ReportingPlace, paragraph: &str, clauses: &mut ClausePlaces) {
    let kind = &before.kind;
    if !kind.is_empty() {
        let whole = format!("{kind} ");
        clauses.at.retain(|one| {
            let clause = paragraph.get(one.start..).unwrap_or_default();
            !one.place.is_empty() || !is_whole_of(clause, &whole)
        });
    }
    if clauses.at.first().is_some_and(|first| first.start == 0) {
        return;
    }
    clauses.at.insert(0, PlaceAt { start: 0, place: before.place.clone() });
    if !says_kind(before, paragraph) {
        clauses.open.push(0);
    }
}

/// Whether a paragraph says that it is about the place of that kind.
fn says_kind(before: &ReportingPlace, paragraph: &str) -> bool {
    if before.kind.is_empty() {
        let kinds = ["the province", "the city", "The province", "The city"];
        return kinds.iter().any(|kind| paragraph.contains(kind));
    }
    // "của huyện Kim Bình" names another one.
    let goes_on = |rest: &str| {
        let rest = rest.trim_start();
        !rest.starts_with(char::is_uppercase) && !rest.starts_with(|c: char| c.is_ascii_digit())
    };
    let own = ["của ", "toàn ", "Toàn ", "địa bàn ", "trong "];
    let said = own.iter().any(|word| {
        let words = format!("{word}{} ", before.kind);
        paragraph.match_indices(&words).any(|(at, _)| goes_on(&paragraph[at + words.len()..]))
    });
    said || sentences::sentences(paragraph).into_iter().any(|range| {
        let sentence = &paragraph[range];
        let behind = sentence.get(before.kind.len()..).unwrap_or_default();
        let starts =
            sentence.len() > before.kind.len() && sentence.lower_case().starts_with(&*before.kind);
        starts && behind.starts_with(' ') && goes_on(behind)
    })
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
        let first = places.clauses.at.iter().find(|one| !one.place.is_empty());
        let end = first.map_or(paragraph.len(), |first| first.start);
        if figures(&paragraph[..end]) {
            return true;
        }
        if first.is_some() {
            return false;
        }
    }
    false
}

/// The place below a province that a heading names behind other words, "Y tế thị xã Duy Hà", or the province with which
/// it begins: "Can Tho in 2023".
fn within_heading(heading: &str) -> Option<String> {
    const BELOW_PROVINCE: [&str; 7] =
        ["huyện", "thị xã", "xã", "phường", "quận", "thị trấn", "thành phố"];
    let named = BELOW_PROVINCE.iter().find_map(|kind| named_place(heading, kind, is_about));
    named.or_else(|| {
        let name = capitalized(heading);
        let behind = heading.get(name.len()..)?;
        let dated = [" in ", " năm "].iter().find_map(|word| behind.strip_prefix(word))?;
        let year = dated.starts_with(|c: char| c.is_ascii_digit());
        (year && place::is_province(&name)).then_some(name)
    })
}

/// What kind of place a heading names: a district, else a province.
fn kind_of_heading(heading: &str) -> &'static str {
    let lower = heading.lower_case();
    let kinds = ["huyện", "thị xã", "xã", "phường", "quận", "thành phố", "thị trấn"];
    kinds.into_iter().find(|kind| lower.split_once(kind).is_some()).unwrap_or("tỉnh")
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
