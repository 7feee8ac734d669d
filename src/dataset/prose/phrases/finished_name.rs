//! The last touches to a name: words at its end that say nothing by themselves.

use crate::lexicon::economy_words::NEW_THINGS;
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::lexicon::prose_words::DANGLING;
use crate::text::lower_case::LowerCase;

/// The name of a sum of several years without their number: "tổng thu ngân sách ba năm".
pub(crate) fn without_count_of_years(name: &str) -> &str {
    let many = |word: &str| {
        matches!(word, "hai" | "ba" | "bốn" | "năm")
            || word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit())
    };
    let counted = name.strip_suffix(" năm").and_then(|rest| rest.rsplit_once(' '));
    counted.filter(|(_, word)| many(word)).map_or(name, |(rest, _)| rest)
}

/// A name without the words at its end that need another one behind them: "Khám bệnh cho".
pub(crate) fn without_dangling(name: &str) -> String {
    let mut rest = name.trim_end();
    while let Some((before, last)) = rest.rsplit_once(' ') {
        // "Đại Từ": a capital is part of a name.
        let proper = last.starts_with(char::is_uppercase) && !last.is_ascii();
        if !DANGLING.contains(&last.lower_case()) || proper || ends_in_compound(rest) {
            break;
        }
        rest = before.trim_end();
    }
    rest.to_owned()
}

/// Whether the last word is the end of a compound: "lao động tự do".
fn ends_in_compound(name: &str) -> bool {
    const LONGEST: usize = 4;
    let name = name.lower_case();
    let words: Vec<&str> = name.split(' ').collect();
    let starts = words.len().saturating_sub(LONGEST)..words.len().saturating_sub(1);
    let mut ends = starts.map(|start| &words[start..]);
    // "Trồng rừng mới", "việc làm mới".
    let new = name.strip_suffix(" mới");
    if new.is_some_and(|things| NEW_THINGS.iter().any(|thing| things.ends_with(thing))) {
        return true;
    }
    ends.any(|end| PHRASES.longest_of(end, Phrase::Word) == Some(end.len()))
}
