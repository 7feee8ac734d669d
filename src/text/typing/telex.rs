//! Telex typed without an input method: `tyr leej hooj ngheof` is tỷ lệ hộ nghèo.
//!
//! Marks double a letter or add `w`, tones are `s f r x j` behind a vowel, at once or at the end of
//! the syllable, and `z` takes a tone back. That is unambiguous: no syllable ends in a tone key.

use super::keystrokes::Keyed;
use crate::text::syllable::{Mark, Spelling, Tone};

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
    let mut keyed = Keyed::default();
    let mut keys = 0;
    for c in word.chars().map(|c| c.to_ascii_lowercase()) {
        let used = match c {
            // There must be a tone to take back.
            'z' if keyed.tone == Tone::Level => false,
            's' | 'f' | 'r' | 'x' | 'j' | 'z' if keyed.has_vowel() => {
                keyed.tone = tone_of(c);
                true
            }
            'd' => keyed.stroke(),
            'w' => horn_or_breve(&mut keyed),
            'a' => keyed.mark("a", Mark::Circumflex),
            'e' => keyed.mark("e", Mark::Circumflex),
            'o' => keyed.mark("o", Mark::Circumflex),
            _ => false,
        };
        if used {
            keys += 1;
        } else {
            keyed.push(c, None);
        }
    }
    (keys > 0).then(|| keyed.spelling())
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

/// ă, ơ, ư, and ươ at once; without a vowel before it, w is ư, but not behind q, which takes a plain u.
fn horn_or_breve(keyed: &mut Keyed) -> bool {
    if keyed.horns() {
        return true;
    }
    // The last of a, o and u that is free: ă, ơ or ư.
    let marked =
        keyed.mark_last("aou", |letter| if letter == 'a' { Mark::Breve } else { Mark::Horn });
    if !marked && !keyed.ends_in('q') {
        keyed.push('u', Some(Mark::Horn));
        return true;
    }
    marked
}
