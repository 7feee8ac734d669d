//! Headings of norms: what every place has to reach, not what a whole plans to reach with the parts of its places.

use super::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/measures.txt");

static NORMS: WordList = WordList::of(FILE, "norms");
static REQUIRED: WordList = WordList::of(FILE, "required");
static BOUNDS: WordList = WordList::of(FILE, "bounds");

/// Whether a heading is for norms: "Tiêu chuẩn", "Mức quy định".
pub(crate) fn is_norm_heading(heading: &str) -> bool {
    has(&key(heading), &NORMS)
}

/// Whether a heading says what must be reached: "Chỉ tiêu phải đạt".
pub(crate) fn is_required_heading(heading: &str) -> bool {
    has(&key(heading), &REQUIRED)
}

/// Whether a heading is a bound that is in force all the time, of each period alike: "Standard", "Threshold".
pub(crate) fn is_standing_heading(heading: &str) -> bool {
    static STANDING: WordList = WordList::of(FILE, "standing");
    STANDING.contains(&key(heading))
}

/// Whether a cell is a bound: "≥ 30%", "75% trở lên".
pub(crate) fn is_bound(text: &str) -> bool {
    text.trim_start().starts_with(['≤', '≥', '<', '>']) || has(&key(text), &BOUNDS)
}
