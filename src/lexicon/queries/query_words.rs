//! Words of queries and names: what a note begins with, and what says that a name is the total.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::known_phrases;
use crate::lexicon::words::phrase::{Phrase, is_typed, phrase, starts_with};
use crate::lexicon::words::word_list::WordList;
use crate::text::word_form::WordForm;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/queries.txt");

/// The words that a note in brackets behind a name begins with, folded.
pub(crate) static NOTES: WordList = WordList::of(FILE, "note");

static ASKS_NUMBER: WordList = WordList::of(FILE, "asks for a number, with accents");
static BEFORE: WordList = WordList::of(FILE, "before a total, with accents");
static FILLERS: WordList = WordList::of(FILE, "filler words, with accents");
static LINKS: WordList = WordList::of(FILE, "links between words, with accents");
static PLACE_KINDS: WordList = WordList::of(FILE, "kinds of places");
static BEFORE_RANK: WordList = WordList::of(FILE, "before a rank, with accents");
static BEFORE_SECTION: WordList = WordList::of(FILE, "before a section, with accents");
static SAID_BEFORE: WordList = WordList::of(FILE, "said before a name, with accents");
static SAID_BEHIND: WordList = WordList::of(FILE, "said behind a name, with accents");
static BEHIND: WordList = WordList::of(FILE, "behind a total, with accents");

/// The phrases of a list, those of the most words first.
pub(crate) fn phrases(list: &WordList) -> Vec<Phrase> {
    let mut all: Vec<Phrase> = list.iter().map(|words| phrase(words)).collect();
    all.sort_by_key(|words| Reverse(words.len()));
    all
}

/// Returns the phrases before the words of a total ("Tổng số …"), those of the most words first.
pub(crate) fn before_total() -> &'static [Phrase] {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&BEFORE));
    &ALL
}

/// Returns the phrases behind the words of a total ("… cả năm"), those of the most words first.
pub(crate) fn behind_total() -> &'static [Phrase] {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&BEHIND));
    &ALL
}

/// Returns the phrases before what is ranked ("Xếp hạng …").
pub(crate) fn before_rank() -> &'static [Phrase] {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&BEFORE_RANK));
    &ALL
}

/// Returns how many typed words at the start are one of some phrases, the longest first, with others behind it.
fn said_at_start(words: &[&WordForm], all: &[Phrase]) -> usize {
    let is_said = |said: &&Phrase| words.len() > said.len() && starts_with(words, said);
    all.iter().find(is_said).map_or(0, Vec::len)
}

/// Returns how many typed words at the start say only that the total is meant: "tổng nợ xấu".
pub(crate) fn said_before(words: &[&WordForm]) -> usize {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&SAID_BEFORE));
    said_at_start(words, &ALL)
}

/// Returns how many typed words at the start ask for a number of what follows: "có bao nhiêu".
pub(crate) fn asks_number(words: &[&WordForm]) -> usize {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&ASKS_NUMBER));
    said_at_start(words, &ALL)
}

/// What names begin with that are such a number.
pub(crate) const NUMBER: &str = "so";

/// Returns how many typed words at the start say that a section follows: "lĩnh vực".
pub(crate) fn said_before_section(words: &[&WordForm]) -> usize {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&BEFORE_SECTION));
    said_at_start(words, &ALL)
}

/// Returns how many typed words at the start are the name of a place and maybe its kind, with others behind them: "tỉnh
/// Yên Sơn số hộ nghèo".
pub(crate) fn place_before(words: &[&WordForm], places: &[Phrase]) -> usize {
    let kind = (0..3).rev().find(|count| *count == 0 || is_kind_of_place(words.get(..*count)));
    let starts = |at: usize| {
        let said = said_at_start(words.get(at..).unwrap_or_default(), places);
        (said > 0).then_some(at + said)
    };
    starts(0).or_else(|| starts(kind.unwrap_or(0))).unwrap_or(0)
}

/// Whether words are a kind of place: "thị xã".
fn is_kind_of_place(words: Option<&[&WordForm]>) -> bool {
    words.is_some_and(|words| {
        let words: Vec<&str> = words.iter().map(|word| word.folded()).collect();
        PLACE_KINDS.contains(&words.join(" "))
    })
}

/// Whether a typed word only links those around it: "chi cho y tế".
pub(crate) fn is_link(typed: &WordForm) -> bool {
    static ALL: LazyLock<Vec<WordForm>> =
        LazyLock::new(|| LINKS.iter().flat_map(|word| phrase(word)).collect());
    ALL.iter().any(|word| is_typed(typed, word))
}

/// Whether two typed words mean something only together: "cấp tỉnh".
fn is_joint(first: &WordForm, second: &WordForm) -> bool {
    known_phrases::all(&[first, second]).contains(&(0..2))
}

/// Returns how many typed words at the end say only that the mean, or the number of the whole place, is meant: "lượng
/// mưa trung bình".
pub(crate) fn said_behind(words: &[&WordForm], places: &[Phrase]) -> usize {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&SAID_BEHIND));
    let is_said = |said: &&Phrase| {
        let start = words.len().checked_sub(said.len()).filter(|start| *start > 0);
        start.is_some_and(|start| {
            starts_with(&words[start..], said) && !is_joint(words[start - 1], words[start])
        })
    };
    places.iter().chain(&*ALL).find(is_said).map_or(0, Vec::len)
}

/// Whether a word was typed with other accents than a filler word of the same letters: "một cửa" has no "của".
pub(crate) fn is_no_filler(typed: &WordForm) -> bool {
    static ALL: LazyLock<Vec<WordForm>> =
        LazyLock::new(|| FILLERS.iter().flat_map(|word| phrase(word)).collect());
    let same = || ALL.iter().filter(|word| word.folded() == typed.folded());
    typed.has_accents() && same().next().is_some() && !same().any(|word| is_typed(typed, word))
}

/// Returns the names of places that typed words may end with, for the name of a place: with the kind of the place and
/// without.
pub(crate) fn place_phrases(place: &str) -> Vec<Phrase> {
    let name = place.split([',', '(']).next().unwrap_or(place);
    let words: Vec<&str> = name.split_whitespace().collect();
    let whole = phrase(&words.join(" "));
    let folded =
        |count: usize| whole.iter().take(count).map(WordForm::folded).collect::<Vec<_>>().join(" ");
    let kind = [2, 1].into_iter().find(|count| PLACE_KINDS.contains(&folded(*count)));
    let bare = kind.and_then(|count| whole.get(count..)).filter(|bare| bare.len() > 1);
    let bare = bare.map(<[WordForm]>::to_vec);
    std::iter::once(whole.clone()).chain(bare).collect()
}
