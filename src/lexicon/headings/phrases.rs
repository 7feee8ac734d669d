//! Phrase search in headings: word lists for plans and results, and functions that find whole
//! words.

use std::borrow::Cow;

use crate::lexicon::words::look_alikes::kept_apart;
use crate::lexicon::words::phrase_set::words_of;
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::{accented, fold};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/headings.txt");

pub(crate) static PLAN_WORDS: WordList = WordList::of(FILE, "plan");

/// Phrases in which a word for a plan or a result means something else.
static COMPOUNDS: WordList = WordList::of(FILE, "compounds");

pub(crate) static ACTUAL_WORDS: WordList = WordList::of(FILE, "actual");

/// Words for results, unless a plan word precedes them: "Giá trị kế hoạch" is a plan.
pub(crate) static VALUE_WORDS: WordList = WordList::of(FILE, "value");

/// Words for the remaining part of a plan: neither a result nor a comparison with one.
static REMAINING: WordList = WordList::of(FILE, "remaining");

/// Whether a heading is about the remaining part of a plan.
pub(crate) fn is_remaining(key: &str) -> bool {
    has(key, &REMAINING)
}

/// The first words of headings about dates: "Thời hạn hoàn thành", "Ngày thực hiện".
static DAYS: WordList = WordList::of(FILE, "date");

/// Whether a heading is about dates, not about values planned or reached on them.
pub(crate) fn is_about_dates(key: &str) -> bool {
    // "Ngày 30/6" over "Thực hiện" is a period.
    let last = key.rsplit('·').next().unwrap_or(key).trim_start();
    first(last, &DAYS) == Some(0) && !last.contains('%')
}

/// The English words for plans and results.
pub(crate) static ENGLISH: WordList = WordList::of(FILE, "english");

/// The two-letter prefixes of a word list: a fast filter for every cell of a million rows.
pub(crate) struct Prefixes([u32; LETTERS]);

const LETTERS: usize = 26;

impl Prefixes {
    /// Collects the prefixes of folded words.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut seconds = [0; LETTERS];
        for word in words {
            if let Some([first, second]) = word.as_bytes().first_chunk()
                && let Some(seconds) = seconds.get_mut(place(*first))
            {
                *seconds |= 1 << place(*second).min(LETTERS);
            }
        }
        Self(seconds)
    }

    /// Whether a word of the list may start with these letters.
    pub(crate) fn has(&self, first: u8, second: u8) -> bool {
        let seconds = self.0.get(place(first)).copied().unwrap_or_default();
        seconds >> place(second).min(LETTERS) & 1 == 1
    }
}

/// The index of a lowercase ASCII letter; other bytes get 26 or more.
fn place(letter: u8) -> usize {
    usize::from(letter.wrapping_sub(b'a'))
}

/// Returns the folded heading without brackets and line breaks; % and comparison signs are kept.
pub(crate) fn key(text: &str) -> String {
    let folded = fold(text);
    match kept_apart(text, &folded) {
        Cow::Borrowed(_) => key_of(text, &folded),
        Cow::Owned(apart) => key_of(&apart, &fold(&apart)),
    }
}

/// The key of a text that has been folded.
fn key_of(text: &str, folded: &str) -> String {
    let mut key = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            '%' | '/' | '-' | '+' | '#' | '·' => key.push(c),
            '–' | '−' => key.push('-'),
            c if c.is_alphanumeric() => key.push(c),
            _ => key.push(' '),
        }
    }
    let words: Vec<&str> = key.split_whitespace().collect();
    let key = with_registered(words.join(" "));
    if text.is_ascii() { key } else { with_other_words(text, key) }
}

/// A key in which "đăng ký" is one word where it counts what is registered: "Số lao động đăng ký", "Vốn đăng ký" are no
/// plans, but "Huyện đăng ký" is what the district plans.
fn with_registered(key: String) -> String {
    static REGISTERING: WordList = WordList::of(FILE, "registering");
    const REGISTERED: &str = "dang ky";
    let Some(at) = at_word(&key, REGISTERED) else { return key };
    let level = key[..at].rsplit('·').next().unwrap_or_default();
    let mut left = level.trim_start_matches(|c: char| !c.is_alphabetic());
    while let Some(rest) = REGISTERING.iter().find_map(|phrase| {
        left.strip_prefix(*phrase).filter(|rest| !rest.starts_with(char::is_alphanumeric))
    }) {
        left = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    }
    if left.is_empty() { key } else { key.replace(REGISTERED, "dangky") }
}

/// The key of a heading in which a word for a plan or a result is joined to its neighbour, where the two of them mean
/// something else: "Số vụ tai nạn giao thông" is not assigned, and "Budget revenue" is no budget.
pub(crate) fn heading_key(text: &str) -> String {
    let mut key = key(text);
    for compound in COMPOUNDS.iter() {
        if at_word(&key, compound).is_some() {
            key = key.replace(compound, &compound.replace(' ', ""));
        }
    }
    key
}

/// The number of phrases in a text in which a word for a plan or a result means something else.
pub(crate) fn compounds(text: &str) -> usize {
    let key = key(text);
    COMPOUNDS.iter().filter(|compound| at_word(&key, compound).is_some()).count()
}

/// A key in which words that only look like "tăng", "giảm" and "giao" without their accents keep them: "Hạ tầng số",
/// "Bảo tàng", "Số cuộc giám sát", "Giáo viên".
fn with_other_words(text: &str, key: String) -> String {
    const WORDS: [(&str, &str); 3] = [("tang", "tăng"), ("giam", "giảm"), ("giao", "giao")];
    if !WORDS.iter().any(|(folded, _)| key.contains(folded)) {
        return key;
    }
    let is_other = |word: &str, folded: &str| {
        WORDS.iter().any(|(of, own)| folded == *of && word != *own && word != folded)
    };
    let lower = accented(text);
    let words: Vec<&str> = words_of(&lower).map(|(_, word)| word).collect();
    let places: Vec<(usize, &str)> = words_of(&key).collect();
    if words.len() != places.len() {
        return key;
    }
    let mut found = String::with_capacity(key.len());
    let mut end = 0;
    for ((at, folded), word) in places.into_iter().zip(words) {
        found.push_str(&key[end..at]);
        found.push_str(if is_other(word, folded) { word } else { folded });
        end = at + folded.len();
    }
    found.push_str(&key[end..]);
    found
}

pub(crate) fn has(key: &str, words: &[&str]) -> bool {
    first(key, words).is_some()
}

/// Returns the position of the first occurrence of any of the words, as a whole word.
pub(crate) fn first(key: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| at_word(key, word)).min()
}

/// Returns the text after the last occurrence of a word.
pub(crate) fn after<'a>(key: &'a str, word: &str) -> Option<&'a str> {
    let found = key.match_indices(word).filter(|(at, _)| is_whole(key, *at, word)).last();
    found.map(|(at, _)| &key[at + word.len()..]).filter(|rest| !rest.trim().is_empty())
}

fn at_word(key: &str, word: &str) -> Option<usize> {
    key.match_indices(word).map(|(at, _)| at).find(|at| is_whole(key, *at, word))
}

/// Whether an occurrence is not next to a letter; years may touch: "TH2024".
fn is_whole(key: &str, at: usize, word: &str) -> bool {
    let touches_letter = key[..at].ends_with(char::is_alphabetic)
        || key[at + word.len()..].starts_with(char::is_alphabetic);
    // "%" and other signs may be next to letters.
    !touches_letter || !word.starts_with(char::is_alphanumeric)
}
