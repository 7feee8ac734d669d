//! Reads the lines of a long text in parts, on all processors.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use memchr::{memchr, memchr_iter};

/// The fewest bytes for which another thread is started.
const FEWEST: usize = 1 << 20;

/// The most threads: each part is later appended to the one before.
const THREADS: usize = 8;

/// Calls `work` with each part of a text and the number of the part's first line, on a thread for each part.
/// Returns the results in order, at least one. `line` is the number of the first line.
pub(super) fn in_parts<T: Send>(
    text: &str,
    line: usize,
    work: impl Fn(usize, &str) -> T + Sync,
) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(THREADS);
    let mut parts = parts(text, line, text.len().div_ceil(threads).max(FEWEST));
    let (last_line, last) = parts.pop().unwrap_or((line, text));
    let work = &work;
    thread::scope(|scope| {
        let started: Vec<_> =
            parts.into_iter().map(|(line, part)| scope.spawn(move || work(line, part))).collect();
        let last = work(last_line, last);
        let done = started.into_iter().map(|thread| thread.join());
        let done = done.map(|result| result.unwrap_or_else(|panic| resume_unwind(panic)));
        done.chain([last]).collect()
    })
}

/// Splits a text after line ends into parts of at least `length` bytes, except the last one, each with the number
/// of its first line.
fn parts(text: &str, line: usize, length: usize) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let (mut left, mut line) = (text, line);
    while !left.is_empty() {
        let behind = left.as_bytes().get(length..).and_then(|behind| memchr(b'\n', behind));
        let end = behind.map_or(left.len(), |at| length + at + 1);
        let (part, rest) = left.split_at(end);
        parts.push((line, part));
        line += memchr_iter(b'\n', part.as_bytes()).count();
        left = rest;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_have_all_lines_with_their_numbers(text in "[aế\n]{0,40}", length in 0_usize..12) {
            let parts = parts(&text, 2, length);
            let lines = parts.iter().flat_map(|(line, part)| (*line..).zip(part.lines()));
            prop_assert!(lines.eq((2..).zip(text.lines())));
        }
    }

    #[test]
    fn results_are_in_order() {
        let text: String = (0..900_000).map(|line| format!("{line}\n")).collect();
        let read = |line, part: &str| (line, part.lines().map(str::to_owned).collect::<Vec<_>>());
        let parts = in_parts(&text, 7, read);
        assert_eq!(parts[0].0, 7);
        assert!(parts.iter().flat_map(|(_, lines)| lines).map(String::as_str).eq(text.lines()));
        assert_eq!(in_parts("", 3, |line, part| (line, part.len())), [(3, 0)]);
    }
}
