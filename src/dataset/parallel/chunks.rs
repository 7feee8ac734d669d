//! Processes many rows in chunks, on several threads; the results are in the order of the rows.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::dataset::progress::{Cancelled, Progress};

/// The number of rows in a chunk.
const CHUNK: usize = 4096;

/// The maximum number of threads: more gain little, since one thread assembles the results.
const THREADS: usize = 8;

/// Calls `work` for each chunk of `rows`. Returns the results in order, or an error if the reading was
/// cancelled.
pub(crate) fn in_chunks<T: Send>(
    rows: Range<usize>,
    progress: &Progress,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    let chunks = rows.clone().step_by(CHUNK).map(|from| from..rows.end.min(from + CHUNK));
    let one = |chunk: Range<usize>| {
        progress.advance(chunk.len())?;
        Ok(work(chunk))
    };
    let some =
        |chunks: Vec<Range<usize>>| chunks.into_iter().map(one).collect::<Result<Vec<T>, _>>();
    let done: Result<Vec<Vec<T>>, Cancelled> =
        distribute(chunks.collect(), some).into_iter().collect();
    Ok(done?.into_iter().flatten().collect())
}

/// Distributes the items evenly to threads, in order.
fn distribute<I: Send, T: Send>(mut items: Vec<I>, work: impl Fn(Vec<I>) -> T + Sync) -> Vec<T> {
    let share = items.len().div_ceil(processors()).max(1);
    let mut behind = Vec::new();
    while items.len() > share {
        let whole_shares = (items.len() - 1) / share * share;
        behind.push(items.split_off(whole_shares));
    }
    let work = &work;
    thread::scope(|scope| {
        let started: Vec<_> =
            behind.into_iter().rev().map(|items| scope.spawn(move || work(items))).collect();
        let mut done = vec![work(items)];
        for thread in started {
            done.push(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    })
}

/// Returns the number of threads to use.
pub(crate) fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(THREADS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_rows() {
        let progress = Progress::default();
        let rows = in_chunks(3..50_000, &progress, Iterator::collect::<Vec<_>>).unwrap();
        assert!(rows.len() > 8);
        assert!(rows.into_iter().flatten().eq(3..50_000));
        for count in [0, 1, 7, 8, 9, 1000] {
            let shares = distribute((0..count).collect::<Vec<_>>(), |items| items);
            assert!(shares.into_iter().flatten().eq(0..count), "{count}");
        }
    }

    #[test]
    fn cancelled_work_returns_an_error() {
        let progress = Progress::default();
        progress.cancel();
        assert_eq!(in_chunks(0..10, &progress, |rows| rows.len()), Err(Cancelled));
    }
}
