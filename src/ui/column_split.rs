//! Splits rows of several lines into two columns.

/// The number of rows in the first of two columns of at most `height` lines, as even as possible; `None` if they do
/// not hold the rows.
pub(super) fn split_within(heights: &[usize], height: usize) -> Option<usize> {
    let fits = |split: &usize| {
        let (left, right) = heights.split_at(*split);
        [left, right].iter().all(|column| column.iter().sum::<usize>() <= height)
    };
    let most = || {
        let mut taken = 0;
        heights.iter().position(|lines| {
            taken += lines;
            taken > height
        })
    };
    Some(split(heights)).filter(fits).or_else(|| most().filter(fits))
}

/// The number of rows in the first of two columns, so that the longer column is as short as possible.
fn split(heights: &[usize]) -> usize {
    let half = heights.iter().sum::<usize>().div_ceil(2);
    let mut taken = 0;
    let reached = heights.iter().position(|height| {
        taken += height;
        taken >= half
    });
    reached.map_or(0, |last| last + 1)
}
