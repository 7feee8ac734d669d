//! Decodes VNI typed without an input method: `ty3 le65 ho65 ngheo2` is tỷ lệ hộ nghèo.
//!
//! Digits after a letter are marks and tones: 1 to 5 sắc, huyền, hỏi, ngã, nặng; 6 â ê ô, 7 ơ ư, 8 ă, 9 đ, 0
//! no tone; in any order, immediately or at the end of the syllable.

use super::keystrokes::Keyed;
use crate::text::syllable::{Mark, Spelling, Tone};

/// Decodes a word as VNI. Returns `None` if it is not a word that contains such digits.
///
/// ```
/// use chitieu::text::{syllable::Spelling, typing::vni};
/// for (typed, meant) in [("ho65", "hộ"), ("ho6p5", "hộp"), ("d9uo7ng2", "đường"), ("ty3", "tỷ")] {
///     assert_eq!(vni::decode(typed), Some(Spelling::of(meant)), "{typed}");
/// }
/// assert_eq!(vni::decode("2024"), None);
/// assert_eq!(vni::decode("ho"), None);
/// ```
#[must_use]
pub fn decode(word: &str) -> Option<Spelling> {
    let first = word.chars().next()?;
    if !first.is_ascii_alphabetic() || !word.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut keyed = Keyed::default();
    for c in word.chars().map(|c| c.to_ascii_lowercase()) {
        let read = match c {
            '6' => keyed.mark("aeo", Mark::Circumflex),
            '7' => keyed.horns() || keyed.mark("ou", Mark::Horn),
            '8' => keyed.mark("a", Mark::Breve),
            '9' => keyed.mark("d", Mark::Stroke),
            '0'..='5' => {
                keyed.tone = tone_of(c);
                true
            }
            _ => {
                keyed.push(c, None);
                c.is_ascii_alphabetic()
            }
        };
        if !read {
            return None;
        }
    }
    Some(keyed.spelling())
}

fn tone_of(key: char) -> Tone {
    match key {
        '1' => Tone::Rising,
        '2' => Tone::Falling,
        '3' => Tone::Dipping,
        '4' => Tone::Broken,
        '5' => Tone::Heavy,
        _ => Tone::Level,
    }
}
