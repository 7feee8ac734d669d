//! Work on many rows, shared out to the processors; the results come in the order of the rows.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::dataset::progress::{Cancelled, Progress};

/// Rows that are worked on at a time.
const PART: usize = 4096;

/// More threads than this gain little: rows are put in their places by one.
const THREADS: usize = 8;

/// Works on rows in parts.
pub(in crate::dataset::table) fn in_parts<T: Send>(
    rows: Range<usize>,
    progress: &Progress,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    let parts = rows.clone().step_by(PART).map(|from| from..rows.end.min(from + PART));
    let one = |part: Range<usize>| {
        progress.advance(part.len())?;
        Ok(work(part))
    };
    let some = |parts: Vec<Range<usize>>| parts.into_iter().map(one).collect::<Result<Vec<T>, _>>();
    let done: Result<Vec<Vec<T>>, Cancelled> =
        shared_out(parts.collect(), some).into_iter().collect();
    Ok(done?.into_iter().flatten().collect())
}

/// Gives each processor its share of the items.
fn shared_out<I: Send, T: Send>(mut items: Vec<I>, work: impl Fn(Vec<I>) -> T + Sync) -> Vec<T> {
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

/// How many threads are worth starting.
pub(in crate::dataset::table) fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(THREADS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_rows() {
        let progress = Progress::default();
        let rows = in_parts(3..50_000, &progress, Iterator::collect::<Vec<_>>).unwrap();
        assert!(rows.len() > 8);
        assert!(rows.into_iter().flatten().eq(3..50_000));
        for count in [0, 1, 7, 8, 9, 1000] {
            let shares = shared_out((0..count).collect::<Vec<_>>(), |items| items);
            assert!(shares.into_iter().flatten().eq(0..count), "{count}");
        }
    }

    #[test]
    fn work_that_is_ended_gives_nothing() {
        let progress = Progress::default();
        progress.end();
        assert_eq!(in_parts(0..10, &progress, |rows| rows.len()), Err(Cancelled));
    }
}
