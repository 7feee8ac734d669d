//! Decodes Telex typed without an input method: `tyr leej hooj ngheof` is tỷ lệ hộ nghèo.
//!
//! A mark doubles its letter or adds `w`. Tones are `s f r x j` after a vowel, immediately or at the end of
//! the syllable, and `z` removes the tone. This is unambiguous: no syllable ends in a tone key.

use super::keystrokes::Keyed;
use crate::text::syllable::{Mark, Spelling, Tone};

/// Decodes a word as Telex. Returns `None` if it contains no Telex key. The result need not be a possible
/// syllable; the caller checks that.
///
/// ```
/// use chitieu::text::{syllable::Spelling, typing::telex};
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
            // There is no tone to remove.
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

/// Handles `w`: ă, ơ, ư or ươ. Without a vowel before it, w is ư, except after q, which is followed by a
/// plain u.
fn horn_or_breve(keyed: &mut Keyed) -> bool {
    if keyed.horns() {
        return true;
    }
    // Otherwise the last unmarked a, o or u becomes ă, ơ or ư.
    let marked =
        keyed.mark_last("aou", |letter| if letter == 'a' { Mark::Breve } else { Mark::Horn });
    if !marked && !keyed.ends_in('q') {
        keyed.push('u', Some(Mark::Horn));
        return true;
    }
    marked
}
