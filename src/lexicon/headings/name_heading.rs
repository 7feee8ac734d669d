//! The headings of the column of names, which every cell of a table is compared with.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::phrases::{PLAN_WORDS, Prefixes, has, key};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/headings.txt");

/// The most bytes of a heading of names.
const LONGEST_NAME: usize = 80;

/// The most words of a name that is joined with others.
const MOST_JOINED_WORDS: usize = 4;

pub(crate) static NAME: WordList = WordList::of(FILE, "name");
static NAME_BEGINS: WordList = WordList::of(FILE, "name begins");
/// Words that join names of rows in a heading: "Chỉ tiêu, nhiệm vụ", "Nội dung và giải pháp".
static NAME_JOINED: WordList = WordList::of(FILE, "name joined");

/// Whether a text is the heading of names.
pub(crate) fn is_name(text: &str) -> bool {
    // Most cells of a million rows are numbers.
    let is_number = || text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','));
    if text.len() > LONGEST_NAME || is_number() || !may_be_name(text) {
        return false;
    }
    let first_line = || text.lines().next().map(key).unwrap_or_default();
    is_name_key(&key(text)) || text.contains('\n') && NAME.contains(&first_line())
}

/// What such a heading, or a part of it, may start with.
fn starts() -> impl Iterator<Item = &'static str> {
    NAME.iter().chain(NAME_BEGINS.iter()).chain(NAME_JOINED.iter()).copied()
}

/// Whether the first word of a text, or of a part of it, may start such a heading: a fast filter
/// for every cell of a table.
fn may_be_name(text: &str) -> bool {
    static PREFIXES: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::of(starts()));
    // Vietnamese letters start with these bytes; other letters, such as full-width ones, need the
    // whole comparison.
    let usual = |byte: u8| matches!(byte, 0..0xca | 0xe1);
    let begins = |part: &str| {
        let mut letters = part.trim_start_matches(|c: char| !c.is_alphanumeric()).chars();
        let mut next = || letters.next().map(|c| fold::letter(c).unwrap_or(c as u8 | 0x20));
        next().zip(next()).is_some_and(|(first, second)| PREFIXES.has(first, second))
            && may_begin_with_word_of(part)
    };
    let part = |(at, byte): (usize, u8)| matches!(byte, b'/' | b'-') && begins(&text[at..]);
    // Without an early end, so that many bytes are compared at once.
    let special = |any: bool, byte: u8| any | !usual(byte) | (byte == b'/') | (byte == b'-');
    begins(text)
        || text.bytes().fold(false, special)
            && text.bytes().enumerate().any(|(at, byte)| !usual(byte) || part((at, byte)))
}

/// Whether the first word of a text begins such a heading.
fn may_begin_with_word_of(text: &str) -> bool {
    static FIRST_WORDS: LazyLock<HashSet<&str, FixedState>> =
        LazyLock::new(|| starts().filter_map(|start| start.split(' ').next()).collect());
    let mut word = String::new();
    for c in text.chars().skip_while(|c| !c.is_alphanumeric()) {
        match fold::letter(c) {
            Some(letter) => word.push(char::from(letter)),
            None if c.is_ascii_alphanumeric() => word.push(c.to_ascii_lowercase()),
            None if fold::is_invisible(c) => {}
            // Only the whole comparison knows other letters.
            None if c.is_alphanumeric() => return true,
            None => break,
        }
    }
    FIRST_WORDS.contains(word.as_str())
}

/// Whether a key is a heading of names: "Chỉ tiêu", "Chỉ tiêu chủ yếu", "Lĩnh vực/Chỉ tiêu".
pub(crate) fn is_name_key(key: &str) -> bool {
    NAME.contains(key)
        || NAME_BEGINS.iter().any(|begin| key.starts_with(begin))
        || key.split(['/', '-']).any(|part| NAME.contains(part.trim()))
            && !has(key, &PLAN_WORDS)
            && !key.contains('%')
        || joins_names(key)
}

/// Whether a key lists several kinds of rows, at least one of them with a known name: "Chỉ tiêu, nhiệm vụ".
fn joins_names(key: &str) -> bool {
    let words: Vec<&str> = key.split([' ', '/', '-']).filter(|word| !word.is_empty()).collect();
    let (mut at, mut named) = (0, false);
    while at < words.len() {
        let longest = (1..=MOST_JOINED_WORDS.min(words.len() - at)).rev().find_map(|length| {
            let phrase = words[at..at + length].join(" ");
            let name = NAME.contains(&phrase);
            (name || NAME_JOINED.contains(&phrase)).then_some((length, name))
        });
        let Some((length, name)) = longest else { return false };
        at += length;
        named |= name;
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_join_names() {
        for text in [
            "Chỉ tiêu, nhiệm vụ",
            "Nhiệm vụ/Chỉ tiêu",
            "Nội dung và giải pháp",
            "Tiêu chí, chỉ tiêu",
        ] {
            assert!(is_name(text), "{text}");
        }
        for text in ["Nhiệm vụ", "Chỉ tiêu giao", "Kết quả thực hiện nhiệm vụ", "Chỉ tiêu năm 2024"]
        {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn the_name_filter_accepts_every_name_heading() {
        for name in NAME.iter().chain(NAME_BEGINS.iter()).chain(&[
            "Chỉ tiêu",
            "CHỈ TIÊU",
            "tên",
            "Ｎａｍｅ",
        ]) {
            for text in [format!("({name})"), format!("Lĩnh vực / {name}"), format!("a–{name}")]
            {
                assert!(may_be_name(&text) && may_be_name(&text.to_uppercase()), "{text}");
            }
        }
        // The filter takes the first word as a whole.
        assert!(NAME_BEGINS.iter().all(|begin| begin.contains(' ')));
        assert!(may_be_name("Te\u{ad}n chỉ tiêu") && may_be_name("tênª"));
        for text in ["Số hộ nghèo", "Tổng thu", "Tiền", "57.430,3", "-4,13", "tỷ đồng/xã", ""]
        {
            assert!(!may_be_name(text), "{text}");
        }
    }
}
