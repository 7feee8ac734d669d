//! A pipeline with ordered results: producing pieces, processing them on several threads, and consuming the
//! results in order, all concurrently.

use std::sync::mpsc::{Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use super::chunks::processors;

/// Calls `work` for each piece, and `take` for each result in order. A single piece is processed without
/// threads.
pub(crate) fn through<I: Send, T: Send>(
    mut pieces: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T),
) {
    let Some(first) = pieces.next() else { return };
    let Some(second) = pieces.next() else { return take(work(first)) };
    let pieces = [first, second].into_iter().chain(pieces);
    // The channel is short: no more pieces are produced in advance than keep the threads busy.
    let (send_piece, pieces_queue) = sync_channel::<(I, Sender<T>)>(1);
    let (send_result, results) = sync_channel(processors() + 1);
    // Dropped with the last worker, so that sending a piece then fails.
    let (pieces_queue, work) = (Arc::new(Mutex::new(pieces_queue)), &work);
    thread::scope(|scope| {
        scope.spawn(move || {
            for piece in pieces {
                let (result, receiver) = channel();
                // A receiver is gone only if its thread panicked; the scope propagates that.
                if send_result.send(receiver).is_err() || send_piece.send((piece, result)).is_err()
                {
                    return;
                }
            }
        });
        for _ in 0..processors() {
            let pieces_queue = Arc::clone(&pieces_queue);
            scope.spawn(move || {
                let next = || pieces_queue.lock().ok()?.recv().ok();
                while let Some((piece, result)) = next() {
                    let _gone = result.send(work(piece));
                }
            });
        }
        drop(pieces_queue);
        results.into_iter().filter_map(|receiver| receiver.recv().ok()).for_each(&mut take);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_are_in_the_order_of_the_pieces() {
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
    fn propagates_a_panic_of_work() {
        let work = |piece: usize| assert!(piece != 3, "the third");
        through(0..50, work, |()| ());
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn propagates_a_panic_of_all_work() {
        through(0..50, |_| panic!("each of them"), |()| ());
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn propagates_a_panic_of_the_producer() {
        let made = |piece: usize| {
            assert!(piece != 3, "the third");
            piece
        };
        through((0..50).map(made), |piece| piece, |_| ());
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn propagates_a_panic_of_the_consumer() {
        through(0..50, |piece| piece, |piece| assert!(piece != 3, "the third"));
    }
}
