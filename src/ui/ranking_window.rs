//! Which rows of a long ranking are shown: the best, those around the own one, and the last.

use std::iter;
use std::ops::Range;

/// Of places that are not all shown: the best ones and the last, besides those around the own one.
const BEST: usize = 3;
const LAST: usize = 1;

/// Which of `len` rows are shown in `most` lines: all, or else the best, those around the own one, and the last; a
/// line says how many are left out in between.
pub(super) fn shown_rows(len: usize, own: usize, most: usize) -> Vec<Range<usize>> {
    if len <= most {
        return iter::once(0..len).collect();
    }
    // Two lines say what is left out.
    let around = most.saturating_sub(BEST + LAST + 2).max(1);
    let first =
        own.saturating_sub(around / 2).clamp(BEST.min(len), (len - LAST).saturating_sub(around));
    let mut shown: Vec<Range<usize>> = iter::once(0..BEST).collect();
    for range in [first..first + around, len - LAST..len] {
        match shown.last_mut() {
            // A line that says that one is left out would take its place.
            Some(before) if before.end + 1 >= range.start => {
                before.end = range.end.max(before.end);
            }
            _ => shown.push(range),
        }
    }
    shown
}

/// How many rows are left out after a number of shown ones.
pub(super) fn left_out(shown: &[Range<usize>]) -> Vec<(usize, usize)> {
    let mut before = 0;
    let gaps = shown.windows(2).map(|pair| {
        before += pair[0].len();
        (before, pair[1].start - pair[0].end)
    });
    gaps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_row_is_always_shown() {
        assert_eq!(shown_rows(8, 5, 9), iter::once(0..8).collect::<Vec<_>>());
        assert_eq!(shown_rows(60, 40, 10), [0..3, 38..42, 59..60]);
        assert_eq!(shown_rows(60, 1, 10), [0..7, 59..60]);
        assert_eq!(shown_rows(60, 59, 10), [0..3, 55..60]);
        assert_eq!(left_out(&shown_rows(60, 40, 10)), [(3, 35), (7, 17)]);
        for own in 0..60 {
            let shown = shown_rows(60, own, 12);
            assert!(shown.iter().any(|range| range.contains(&own)), "{own}");
            assert!(shown.iter().map(Range::len).sum::<usize>() + left_out(&shown).len() <= 12);
        }
    }
}
