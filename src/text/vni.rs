//! VNI typed without an input method: `ty3 le65 ho65 ngheo2` is tỷ lệ hộ nghèo.
//!
//! Digits behind a letter are its marks and the tone: 1 to 5 sắc, huyền, hỏi, ngã, nặng; 6 â ê ô, 7 ơ
//! ư, 8 ă, 9 đ, 0 no tone; in any order, at once or at the end of the syllable.

use super::syllable::{Mark, Spelling, Tone};

/// Reads a word as VNI. `None` if it is no word with such digits in it.
///
/// ```
/// use chitieu::text::{syllable::Spelling, vni};
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
    let mut letters: Vec<(char, Option<Mark>)> = Vec::new();
    let mut tone = Tone::Level;
    for c in word.chars().map(|c| c.to_ascii_lowercase()) {
        match c {
            '0' => tone = Tone::Level,
            '1' => tone = Tone::Rising,
            '2' => tone = Tone::Falling,
            '3' => tone = Tone::Dipping,
            '4' => tone = Tone::Broken,
            '5' => tone = Tone::Heavy,
            '6' => mark(&mut letters, "aeo", Mark::Circumflex)?,
            '7' => mark(&mut letters, "ou", Mark::Horn)?,
            '8' => mark(&mut letters, "a", Mark::Breve)?,
            '9' => mark(&mut letters, "d", Mark::Stroke)?,
            _ if c.is_ascii_alphabetic() => letters.push((c, None)),
            _ => return None,
        }
    }
    let mut spelling = Spelling { tone, ..Spelling::default() };
    letters.into_iter().for_each(|(letter, mark)| spelling.push(letter, mark));
    Some(spelling)
}

/// Marks the last letter that can take the mark; a horn on uo takes both.
fn mark(letters: &mut [(char, Option<Mark>)], takers: &str, mark: Mark) -> Option<()> {
    let at =
        letters.iter().rposition(|(letter, mark)| mark.is_none() && takers.contains(*letter))?;
    letters[at].1 = Some(mark);
    if mark == Mark::Horn && letters[at].0 == 'o' && at > 0 && letters[at - 1] == ('u', None) {
        letters[at - 1].1 = Some(Mark::Horn);
    }
    Some(())
}
