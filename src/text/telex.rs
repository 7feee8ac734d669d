//! Telex typed without an input method: `tyr leej hooj ngheof` is tỷ lệ hộ nghèo.
//!
//! Marks double a letter or add `w`, tones are `s f r x j` behind a vowel, at once or at the end of
//! the syllable, and `z` takes a tone back. That is unambiguous: no syllable ends in a tone key.

use super::syllable::{Mark, Spelling, Tone};

/// Reads a word as Telex. `None` if there is no Telex key in it. Whether what comes out is a
/// syllable is for the caller to ask.
///
/// ```
/// use chitieu::text::{syllable::Spelling, telex};
/// for (typed, meant) in [("hooj", "hộ"), ("hojo", "hộ"), ("dduwowngf", "đường"), ("tieens", "tiến")] {
///     assert_eq!(telex::decode(typed), Some(Spelling::of(meant)), "{typed}");
/// }
/// assert_eq!(telex::decode("ngheo"), None);
/// ```
#[must_use]
pub fn decode(word: &str) -> Option<Spelling> {
    if !word.chars().all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut letters: Vec<(char, Option<Mark>)> = Vec::new();
    let mut tone = Tone::Level;
    let mut keys = 0;
    for c in word.chars().map(|c| c.to_ascii_lowercase()) {
        let after_vowel = letters.iter().any(|(letter, _)| is_vowel(*letter));
        let used = match c {
            // There must be a tone to take back.
            'z' if tone == Tone::Level => false,
            's' | 'f' | 'r' | 'x' | 'j' | 'z' if after_vowel => {
                tone = tone_of(c);
                true
            }
            'd' => stroke(&mut letters),
            'w' => horn_or_breve(&mut letters),
            'a' | 'e' | 'o' if after_vowel => circumflex(&mut letters, c),
            _ => false,
        };
        if used {
            keys += 1;
        } else {
            letters.push((c, None));
        }
    }
    (keys > 0).then(|| {
        let mut spelling = Spelling { tone, ..Spelling::default() };
        letters.into_iter().for_each(|(letter, mark)| spelling.push(letter, mark));
        spelling
    })
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn tone_of(key: char) -> Tone {
    match key {
        's' => Tone::Rising,
        'f' => Tone::Falling,
        'r' => Tone::Dipping,
        'x' => Tone::Broken,
        'j' => Tone::Heavy,
        _ => Tone::Level,
    }
}

/// A second d makes the first one đ.
fn stroke(letters: &mut [(char, Option<Mark>)]) -> bool {
    match letters.first_mut() {
        Some(first @ ('d', None)) => {
            first.1 = Some(Mark::Stroke);
            true
        }
        _ => false,
    }
}

/// ă, ơ, ư, and ươ at once; without a vowel before it, w is ư, but not behind q, which takes a plain u.
fn horn_or_breve(letters: &mut Vec<(char, Option<Mark>)>) -> bool {
    let unmarked =
        |(letter, mark): &(char, Option<Mark>)| mark.is_none() && matches!(letter, 'a' | 'o' | 'u');
    let Some(at) = letters.iter().rposition(unmarked) else {
        if letters.last().is_some_and(|(letter, _)| *letter == 'q') {
            return false;
        }
        letters.push(('u', Some(Mark::Horn)));
        return true;
    };
    let mark = if letters[at].0 == 'a' { Mark::Breve } else { Mark::Horn };
    letters[at].1 = Some(mark);
    if letters[at].0 == 'o' && at > 0 && letters[at - 1] == ('u', None) {
        letters[at - 1].1 = Some(Mark::Horn);
    }
    true
}

/// The same vowel again makes the one before it â, ê or ô.
fn circumflex(letters: &mut [(char, Option<Mark>)], vowel: char) -> bool {
    match letters.iter_mut().rev().find(|letter| **letter == (vowel, None)) {
        Some(letter) => {
            letter.1 = Some(Mark::Circumflex);
            true
        }
        None => false,
    }
}
