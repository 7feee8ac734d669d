//! One keystroke's search over a million names, next to other matchers on the same names, and the whole
//! process next to `fzf --filter`. See benches/README.md for how to read it.
//!
//!     cargo bench --bench search

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark fails by panicking and prints"
)]

mod names;
mod process;

use std::sync::LazyLock;

use chitieu::model::{Collection, Dataset};
use chitieu::search::Index;
use chitieu::text::fold::fold;
use divan::{Bencher, black_box};

const MILLION: usize = 1_000_000;
const SEED: u64 = 2024;
/// How many hits are asked for.
const LIMIT: usize = 10;

/// What is typed, letter by letter; twelve letters.
const TYPED: [&str; 14] = [
    "t",
    "ty",
    "ty ",
    "ty l",
    "ty le",
    "ty le ",
    "ty le h",
    "ty le ho",
    "ty le ho ",
    "ty le ho n",
    "ty le ho ng",
    "ty le ho ngh",
    "ty le ho nghe",
    "ty le ho ngheo",
];
/// Asked at once, as by a script or a paste.
const COLD: [&str; 6] = [
    "ho ngheo",
    "tốt nghiệp THPT",
    "tylehongheo",
    "tlhn",
    "bao hiem y te",
    "san luong luowng thucj",
];

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| names::names(MILLION, SEED));
static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| NAMES.iter().map(|n| fold(n)).collect());
static OURS: LazyLock<(Collection, Index)> = LazyLock::new(|| {
    let collection =
        Collection::new(vec![Dataset::of_names("1M", NAMES.iter().map(String::as_str))]);
    let index = Index::new(&collection);
    (collection, index)
});

fn main() {
    divan::main();
}

mod typing {
    use super::*;

    #[divan::bench(args = TYPED)]
    fn chitieu(bencher: Bencher, query: &str) {
        super::chitieu(bencher, query);
    }
    #[divan::bench(args = TYPED)]
    fn frizbee(bencher: Bencher, query: &str) {
        super::frizbee(bencher, query);
    }
    #[divan::bench(args = TYPED, sample_count = 5)]
    fn nucleo(bencher: Bencher, query: &str) {
        super::nucleo(bencher, query);
    }
}

mod cold {
    use super::*;

    #[divan::bench(args = COLD)]
    fn chitieu(bencher: Bencher, query: &str) {
        super::chitieu(bencher, query);
    }
    #[divan::bench(args = COLD)]
    fn frizbee(bencher: Bencher, query: &str) {
        super::frizbee(bencher, &fold(query));
    }
    #[divan::bench(args = COLD, sample_count = 5)]
    fn nucleo(bencher: Bencher, query: &str) {
        super::nucleo(bencher, &fold(query));
    }
}

mod building {
    use super::*;

    #[divan::bench(sample_count = 5)]
    fn index() -> Index {
        Index::new(&OURS.0)
    }

    #[divan::bench(sample_count = 5)]
    fn reading_the_file(bencher: Bencher) {
        let table = names::table(&NAMES);
        bencher.bench_local(|| chitieu::dataset::read("1M", table.as_bytes(), None).unwrap());
    }
}

fn chitieu(bencher: Bencher, query: &str) {
    let (collection, index) = &*OURS;
    bencher.bench_local(|| index.search(collection, black_box(query), LIMIT));
}

fn frizbee(bencher: Bencher, query: &str) {
    let names = &*FOLDED;
    bencher.bench_local(|| {
        let mut matcher = frizbee::Matcher::new(black_box(query), &frizbee::Config::default());
        let mut found = matcher.match_list(names);
        found.truncate(LIMIT);
        found
    });
}

fn nucleo(bencher: Bencher, query: &str) {
    use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
    use nucleo_matcher::{Config, Matcher, Utf32Str};
    let names = &*FOLDED;
    bencher.bench_local(|| {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(black_box(query), CaseMatching::Ignore, Normalization::Never);
        let score = |(at, name): (usize, &String)| {
            Some((pattern.score(Utf32Str::Ascii(name.as_bytes()), &mut matcher)?, at))
        };
        let mut found: Vec<_> = names.iter().enumerate().filter_map(score).collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(LIMIT);
        found
    });
}
