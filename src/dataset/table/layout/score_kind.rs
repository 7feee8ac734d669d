//! What kind of score a heading names: of several, the final one is the result.

use crate::lexicon::column_words::{OWN_SCORES, PARTS_OF_SCORE, VERIFIED_SCORES, WHOLE_SCORES};
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::ranking::scale_in;

/// What kind of score a heading names, the most final one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ScoreKind {
    /// "Điểm thưởng": a part of a score.
    Part,
    /// "Điểm tự chấm": given by those who are scored.
    Own,
    Other,
    /// "Điểm thẩm định": the final one.
    Verified,
    /// "Tổng điểm": the sum of its parts.
    Whole,
}

impl ScoreKind {
    /// The kind of score that a heading names.
    pub(crate) fn of(heading: &str) -> Self {
        // "Điểm đạt được" over "Thẩm định" and "Điều tra" is the total of both.
        let is_own = |level: &&str| !is_period(&key(level)) && scale_in(level).is_none();
        let key = key(heading.rsplit(" · ").find(is_own).unwrap_or(heading));
        let names = |words: &[&str]| has(&key, words);
        if names(&WHOLE_SCORES) {
            Self::Whole
        } else if names(&VERIFIED_SCORES) {
            Self::Verified
        } else if names(&OWN_SCORES) {
            Self::Own
        } else if names(&PARTS_OF_SCORE) {
            Self::Part
        } else {
            Self::Other
        }
    }
}
