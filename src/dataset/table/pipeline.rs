//! Work that goes on beside the reading: pieces are given one after another and done by other threads, and
//! the results come back in the order of the pieces.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::Scope;

use super::parts::processors;

/// Pieces on their way, and results. No more of either wait than the threads need to stay busy.
pub(super) struct Pipeline<'scope, 'env, I, T> {
    scope: &'scope Scope<'scope, 'env>,
    work: &'env (dyn Fn(I) -> T + Sync),
    /// Where the threads fetch pieces; they begin with the first one.
    pieces: Option<Sender<Piece<I, T>>>,
    results: VecDeque<Receiver<T>>,
}

type Piece<I, T> = (I, Sender<T>);

impl<'scope, 'env, I: Send + 'env, T: Send + 'env> Pipeline<'scope, 'env, I, T> {
    pub(super) fn new(
        scope: &'scope Scope<'scope, 'env>,
        work: &'env (dyn Fn(I) -> T + Sync),
    ) -> Self {
        Self { scope, work, pieces: None, results: VecDeque::new() }
    }

    /// Gives a piece; returns the first result if there are enough pieces for now.
    pub(super) fn give(&mut self, piece: I) -> Option<T> {
        let threads = processors();
        let pieces = self.pieces.take().unwrap_or_else(|| self.start(threads));
        let (sender, receiver) = channel();
        // Threads that are gone have panicked: that is told where the scope ends.
        let given = pieces.send((piece, sender));
        self.pieces = Some(pieces);
        given.ok()?;
        self.results.push_back(receiver);
        (self.results.len() > threads + 1).then(|| self.next()).flatten()
    }

    /// Does the last piece, and gives the results that are left.
    pub(super) fn finish(mut self, last: I) -> impl Iterator<Item = T> {
        self.pieces = None;
        let last = (self.work)(last);
        std::iter::from_fn(move || self.next()).chain([last])
    }

    fn next(&mut self) -> Option<T> {
        self.results.pop_front()?.recv().ok()
    }

    fn start(&self, threads: usize) -> Sender<Piece<I, T>> {
        let (sender, receiver) = channel::<Piece<I, T>>();
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..threads {
            let (receiver, work) = (Arc::clone(&receiver), self.work);
            self.scope.spawn(move || {
                let next = || receiver.lock().ok()?.recv().ok();
                while let Some((piece, result)) = next() {
                    // Nobody waits for it where the reading was ended.
                    let _ = result.send(work(piece));
                }
            });
        }
        sender
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_its_pieces() {
        for count in [0, 1, 2, 100] {
            let work = |piece: u64| {
                thread::sleep(Duration::from_micros(piece * 7 % 5 * 50));
                piece
            };
            let results: Vec<u64> = thread::scope(|scope| {
                let mut pipeline = Pipeline::new(scope, &work);
                let mut results: Vec<u64> =
                    (0..count).filter_map(|piece| pipeline.give(piece)).collect();
                results.extend(pipeline.finish(count));
                results
            });
            assert!(results.into_iter().eq(0..=count), "{count}");
        }
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_told() {
        let work = |piece: usize| {
            assert!(piece != 3, "the third");
            piece
        };
        thread::scope(|scope| {
            let mut pipeline = Pipeline::new(scope, &work);
            let given = (0..50).filter_map(|piece| pipeline.give(piece)).count();
            assert!(given + pipeline.finish(50).count() < 51);
        });
    }
}
