//! Whether something is counted up to an English day: "By December 20".

use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::prose_words::UNTIL_DAY;

/// Whether words right before an English day say that something is counted up to it: "by", "as of".
pub(super) fn is_until(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let key = sentence.lower(before);
    UNTIL_DAY.contains(&key)
        || key.ends_with(" of") && sentence.key(before) == "as"
        || &*key == "of" && before > 0 && sentence.key(before - 1) == "as"
}
