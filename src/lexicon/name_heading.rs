//! The headings of the column of names, which every cell of a table is compared with.

use std::sync::LazyLock;

use super::phrases::{PLAN_WORDS, Prefixes, has, key};
use super::word_list::WordList;
use crate::text::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("headings.txt");

/// The most bytes of a heading of names.
const LONGEST_NAME: usize = 80;

/// The most words of a name that is joined with others.
const MOST_JOINED_WORDS: usize = 4;

pub(super) static NAME: WordList = WordList::of(FILE, "name");
static NAME_BEGINS: WordList = WordList::of(FILE, "name begins");
/// Words that join names of rows in a heading: "Chỉ tiêu, nhiệm vụ", "Nội dung và giải pháp".
static NAME_JOINED: WordList = WordList::of(FILE, "name joined");

/// Whether a text is the heading of names.
pub(crate) fn is_name(text: &str) -> bool {
    if text.len() > LONGEST_NAME || !may_be_name(text) {
        return false;
    }
    let key = key(text);
    let first = text.lines().next().map(self::key).unwrap_or_default();
    is_name_key(&key) || NAME.contains(&first)
}

/// Whether the first letters of a text, or of a part of it, may start such a heading: a fast filter
/// for every cell of a table.
fn may_be_name(text: &str) -> bool {
    static PREFIXES: LazyLock<Prefixes> = LazyLock::new(|| {
        let words = NAME.iter().chain(NAME_BEGINS.iter()).chain(NAME_JOINED.iter());
        Prefixes::of(words.copied())
    });
    // Vietnamese letters start with these bytes; other letters, such as full-width ones, need the
    // whole comparison.
    let usual = |byte: u8| matches!(byte, 0..0xca | 0xe1);
    let begins = |part: &str| {
        let mut letters = part.trim_start_matches(|c: char| !c.is_alphanumeric()).chars();
        let mut next = || letters.next().map(|c| fold::letter(c).unwrap_or(c as u8 | 0x20));
        next().zip(next()).is_some_and(|(first, second)| PREFIXES.has(first, second))
    };
    let part = |(at, byte): (usize, u8)| matches!(byte, b'/' | b'-') && begins(&text[at..]);
    begins(text) || text.bytes().enumerate().any(|(at, byte)| !usual(byte) || part((at, byte)))
}

/// Whether a key is a heading of names: "Chỉ tiêu", "Chỉ tiêu chủ yếu", "Lĩnh vực/Chỉ tiêu".
pub(super) fn is_name_key(key: &str) -> bool {
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
        for text in ["Số hộ nghèo", "57.430,3", "-4,13", "tỷ đồng/xã", ""] {
            assert!(!may_be_name(text), "{text}");
        }
    }
}
