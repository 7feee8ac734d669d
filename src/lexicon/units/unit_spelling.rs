//! One spelling for each unit: "Tr.đ", "trđ" and "Triệu đồng" are one; "tấn" and "nghìn tấn" are two.

use crate::text::fold::fold;

/// Words of units and how they are written out, folded.
const WORDS: [(&str, &str); 21] = [
    ("d", "dong"),
    ("vnd", "dong"),
    ("tr", "trieu"),
    ("trd", "trieu dong"),
    ("trdong", "trieu dong"),
    ("tyd", "ty dong"),
    ("tydong", "ty dong"),
    ("tid", "ty dong"),
    ("ti", "ty"),
    ("ngan", "nghin"),
    ("ng", "nghin"),
    ("1000", "nghin"),
    ("1000d", "nghin dong"),
    ("ngd", "nghin dong"),
    ("trieud", "trieu dong"),
    ("dn", "doanh nghiep"),
    ("hecta", "ha"),
    ("hec-ta", "ha"),
    ("hta", "ha"),
    ("pct", "%"),
    ("percent", "%"),
];

/// Units of several words, or words that are joined only there.
const PHRASES: [(&str, &str); 4] =
    [("phan tram", "%"), ("hec ta", "ha"), ("1 nghin", "nghin"), ("nghin nghin", "trieu")];

/// The key by which two spellings of a unit are equal.
pub(crate) fn unit_key(unit: &str) -> String {
    // "1.000 người" counts thousands.
    let folded = fold(unit).replace("1.000", "1000").replace("1 000", "1000");
    let mut key = String::with_capacity(folded.len());
    let mut word = String::new();
    for c in folded.chars().chain([' ']) {
        if c.is_alphanumeric() || c == '-' && !word.is_empty() {
            word.push(c);
            continue;
        }
        push(&mut key, &std::mem::take(&mut word));
        // Dots and brackets only abbreviate or surround; "%", "/" and "²" are of the unit.
        if !c.is_whitespace() && !matches!(c, '.' | '(' | ')' | ',' | ':' | '*') {
            push(&mut key, c.encode_utf8(&mut [0; 4]));
        }
    }
    PHRASES.iter().fold(key, |key, (phrase, written)| replaced(&key, phrase, written))
}

/// Adds a word as it is written out.
fn push(key: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !key.is_empty() {
        key.push(' ');
    }
    let known = WORDS.iter().find(|(written, _)| *written == word);
    key.push_str(known.map_or(word, |(_, whole)| whole));
}

/// A text with whole words replaced.
fn replaced(text: &str, phrase: &str, written: &str) -> String {
    if !text.contains(phrase) {
        return text.to_owned();
    }
    let padded = format!(" {text} ").replace(&format!(" {phrase} "), &format!(" {written} "));
    padded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_unit_are_equal() {
        for [one, other] in [
            ["tr.đ", "Triệu đồng"],
            ["Tr.đồng", "triệu đồng"],
            ["trđ", "Triệu  đồng"],
            ["Tỷ.đ", "tỷ đồng"],
            ["tỉ đồng", "Tỷ đồng"],
            ["phần trăm", "%"],
            ["(%)", "%"],
            ["1000 người", "nghìn người"],
            ["1.000 người", "Ngàn người"],
            ["DN", "Doanh nghiệp"],
            ["hecta", "ha"],
            ["Héc ta", "Ha"],
            ["triệu đồng/người", "Triệu đồng / người"],
        ] {
            assert_eq!(unit_key(one), unit_key(other), "{one} {other}");
        }
        for [one, other] in [
            ["tấn", "nghìn tấn"],
            ["triệu đồng", "tỷ đồng"],
            ["%", "‰"],
            ["km", "km²"],
            ["tạ/ha", "tấn/ha"],
            ["triệu đồng", "triệu đồng/người"],
        ] {
            assert_ne!(unit_key(one), unit_key(other), "{one} {other}");
        }
    }
}
