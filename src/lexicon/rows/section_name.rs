//! The field that the name of a section says: "Về kinh tế" and "CHỈ TIÊU KINH TẾ" are one.

use crate::text::fold::fold;
use crate::text::spelled::Spelled;

/// Words in front of the name of a field that say nothing by themselves, folded; longer ones first.
const IN_FRONT: [&str; 12] = [
    "nhom cac chi tieu",
    "cac chi tieu",
    "nhom chi tieu",
    "chi tieu",
    "cac linh vuc",
    "linh vuc",
    "tinh hinh",
    "nhiem vu",
    "cong tac",
    "phat trien",
    "nganh",
    "ve",
];

/// The field of a section; `None` if its name says none: "Các chỉ tiêu".
pub(crate) fn field(name: &str) -> Option<Spelled> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mut at = 0;
    while let Some(count) = in_front(&folded[at..]) {
        at += count;
    }
    words.drain(..at);
    let text = words.join(" ");
    let text = text.trim_end_matches([':', '.', ';', '*']).trim();
    (!text.is_empty()).then(|| Spelled::of(text))
}

/// How many words at the beginning say nothing by themselves; `None` if there are none.
fn in_front(folded: &[String]) -> Option<usize> {
    IN_FRONT.iter().find_map(|phrase| {
        let count = phrase.split(' ').count();
        let words = folded.get(..count)?;
        phrase.split(' ').eq(words.iter().map(String::as_str)).then_some(count)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_in_several_ways() {
        let same = |one: &str, other: &str| field(one) == field(other);
        assert!(same("Chỉ tiêu kinh tế", "VỀ KINH TẾ") && same("Lĩnh vực xã hội:", "Xã hội"));
        assert!(same("Về phát triển kinh tế", "Kinh tế"));
        assert!(!same("Cây dừa", "Cây dứa") && !same("Trồng trọt", "Thủy sản"));
        assert_eq!(field("Các chỉ tiêu"), None);
    }
}
