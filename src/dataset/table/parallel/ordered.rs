//! Work on pieces that are made one after another, and results that are taken in their order: the making, the
//! work and the taking go on at the same time.

use std::sync::mpsc::{Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use super::chunks::processors;

/// Works on each of the pieces, and takes the results in their order. A single piece needs no threads.
pub(in crate::dataset::table) fn through<I: Send, T: Send>(
    mut pieces: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T),
) {
    let Some(first) = pieces.next() else { return };
    let Some(second) = pieces.next() else { return take(work(first)) };
    let pieces = [first, second].into_iter().chain(pieces);
    // No more of them wait than keep the threads busy.
    let (give, given) = sync_channel::<(I, Sender<T>)>(1);
    let (promise, promised) = sync_channel(processors() + 1);
    // It is gone with the last who takes from it: then nothing can be given any more.
    let (given, work) = (Arc::new(Mutex::new(given)), &work);
    thread::scope(|scope| {
        scope.spawn(move || {
            for piece in pieces {
                let (result, to_come) = channel();
                // Whoever is gone has panicked: that is told where the scope ends.
                if promise.send(to_come).is_err() || give.send((piece, result)).is_err() {
                    return;
                }
            }
        });
        for _ in 0..processors() {
            let given = Arc::clone(&given);
            scope.spawn(move || {
                let next = || given.lock().ok()?.recv().ok();
                while let Some((piece, result)) = next() {
                    let _gone = result.send(work(piece));
                }
            });
        }
        drop(given);
        promised.into_iter().filter_map(|to_come| to_come.recv().ok()).for_each(&mut take);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_its_pieces() {
        for count in [0, 1, 2, 3, 100] {
            let work = |piece: u64| {
                thread::sleep(Duration::from_micros(piece * 7 % 5 * 50));
                piece
            };
            let mut results = Vec::new();
            through(0..count, work, |result| results.push(result));
            assert!(results.into_iter().eq(0..count), "{count}");
        }
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_of_work_is_told() {
        let work = |piece: usize| assert!(piece != 3, "the third");
        through(0..50, work, |()| ());
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_of_all_work_is_told() {
        through(0..50, |_| panic!("each of them"), |()| ());
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_of_the_making_is_told() {
        let made = |piece: usize| {
            assert!(piece != 3, "the third");
            piece
        };
        through((0..50).map(made), |piece| piece, |_| ());
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_of_the_taking_is_told() {
        through(0..50, |piece| piece, |piece| assert!(piece != 3, "the third"));
    }
}
