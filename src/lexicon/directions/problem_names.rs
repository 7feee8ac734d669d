//! Names that count or measure a problem, of which less is better: "Số vụ phá rừng", "Tỷ lệ văn bản xử lý quá hạn".
//!
//! A problem follows the word that counts it ("số vụ", "tỷ lệ") or ends the name ("… chậm tiến độ"). Words for a
//! measure that is taken cancel the direction, as after the heads of [`super::direction`]: "Số vụ phá rừng được xử
//! lý" and "Tỷ lệ giải quyết đơn tồn đọng" count what was done.

use super::direction_words::{Words, begins_with_bearers};
use crate::text::fold::fold;

/// Whether a folded name may count a problem, without its accents.
pub(super) fn may_be_problem(words: &Words, folded: &str) -> bool {
    let counted = words.counts[0].longest_start(folded);
    let rest = counted.map_or(folded, |(_, rest)| rest);
    words.problems[0].begins(rest) || counted.is_some() && words.tails[0].is_in(rest)
}

/// Whether a name counts a problem. `plain` is the name in one spelling, `spelling` says whether it has accents.
pub(super) fn is_problem(words: &Words, name: &str, plain: &str, spelling: usize) -> bool {
    let counted = words.counts[spelling].longest_start(plain);
    let rest = counted.map_or(plain, |(_, rest)| rest);
    if let Some((problem, rest)) = words.problems[spelling].longest_start(rest) {
        let bearers = begins_with_bearers(&fold(problem));
        return !words.reversals[spelling].is_in(rest)
            && (!bearers || words.continues(name, rest, spelling));
    }
    counted.is_some() && ends_in_problem(words, name, rest, spelling)
}

/// Whether a count ends with a problem: "hồ sơ giải quyết quá hạn", but neither "hồ sơ không quá hạn" nor "nợ quá
/// hạn đã thu hồi".
fn ends_in_problem(words: &Words, name: &str, rest: &str, spelling: usize) -> bool {
    let Some((before, after)) = words.tails[spelling].last_in(rest) else { return false };
    // "Tỷ lệ giải quyết đơn tồn đọng" is what was done; "hồ sơ giải quyết quá hạn" is late.
    let before = match words.delayed_work[spelling].last_in(before) {
        Some((thing, after)) if !after.contains(char::is_alphanumeric) => thing,
        _ => before,
    };
    let counts_something = before.contains(char::is_alphanumeric);
    counts_something
        && !words.reversals[spelling].is_in(before)
        && !words.reversals[spelling].is_in(after)
        && words.continues(name, after, spelling)
}
