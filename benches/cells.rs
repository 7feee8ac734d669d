//! Ten million cells: 3,321 places in 20 years with 150 indicators, read from one table. How long it takes to find a
//! slice, a series and a ranking, and to step in time or place, from the key to the frame. The figures are made by a
//! formula; `CELLS_PLACES` sets another number of places.

#![allow(missing_docs, reason = "divan's macros make public items")]
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use chitieu::app::{Action, App, Catalog, Lang, Preferences, Theme};
use chitieu::dataset;
use chitieu::model::Collection;
use chitieu::ui;
use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

const YEARS: usize = 20;
const INDICATORS: usize = 150;
const SYLLABLES: [&str; 18] = [
    "Phú",
    "Bằng",
    "Thượng",
    "Yên",
    "Vân",
    "Nam",
    "Đông",
    "Quảng",
    "Mỹ",
    "Cẩm",
    "Hà",
    "Sơn",
    "Thanh",
    "Tân",
    "Lương",
    "Bình",
    "An",
    "Hòa",
];

fn words(number: usize) -> String {
    let word = |at: u32| SYLLABLES[number / 18_usize.pow(at) % 18];
    [word(0), word(1), word(2)].join(" ")
}

fn table(places: usize) -> String {
    let mut text = "Địa phương;Năm".to_owned();
    (0..INDICATORS).for_each(|at| write!(text, ";Diện tích rừng {}", words(at)).unwrap());
    for place in 0..places {
        for year in 0..YEARS {
            write!(text, "\nXã {};{}", words(place), 2004 + year).unwrap();
            for at in 0..INDICATORS {
                let figure = (place * 7919 + year * 104_729 + at * 31) % 99_991;
                write!(text, ";{}.{}", figure / 10, figure % 10).unwrap();
            }
        }
    }
    text
}

static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| {
    let places = std::env::var("CELLS_PLACES").ok().and_then(|places| places.parse().ok());
    let text = table(places.unwrap_or(3_321));
    let opened = dataset::read("cells.csv", text.as_bytes(), None).unwrap();
    Arc::new(Catalog::new(Collection::new(opened.datasets)))
});

/// An indicator in the middle of the collection.
fn middle() -> usize {
    CATALOG.collection.len() / 2 + 70
}

fn app() -> App {
    let preferences =
        Preferences { lang: Lang::Vietnamese, theme: Theme::Terminal, ascii: false, mouse: true };
    let mut app = App::new(Arc::clone(&CATALOG), preferences);
    frame(&mut app);
    app
}

fn frame(app: &mut App) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    let frame = ui::draw(app, &mut buffer);
    app.settle(frame);
}

#[divan::bench]
fn find_slice(bencher: Bencher<'_, '_>) {
    let slice = CATALOG.slices.len() / 2;
    bencher.bench(|| CATALOG.numbers(chitieu::app::Scope::Slice(black_box(slice))).len());
}

#[divan::bench]
fn find_series(bencher: Bencher<'_, '_>) {
    let index = middle();
    assert_eq!(CATALOG.series(index).points().len(), YEARS);
    bencher.bench(|| CATALOG.series(black_box(index)));
}

#[divan::bench]
fn find_ranking(bencher: Bencher<'_, '_>) {
    let index = middle();
    assert_eq!(CATALOG.ranking(index).places().len(), CATALOG.slices.place_count());
    bencher.bench(|| CATALOG.ranking(black_box(index)));
}

#[divan::bench]
fn step_in_time_and_frame(bencher: Bencher<'_, '_>) {
    let mut app = app();
    let mut back = true;
    bencher.bench_local(|| {
        app.update(if back { Action::PreviousPeriod } else { Action::NextPeriod });
        back = !back;
        frame(&mut app);
    });
}

#[divan::bench]
fn step_in_place_and_frame(bencher: Bencher<'_, '_>) {
    let mut app = app();
    bencher.bench_local(|| {
        app.update(Action::NextPlace);
        frame(&mut app);
    });
}

#[divan::bench]
fn step_in_the_list_and_frame(bencher: Bencher<'_, '_>) {
    let mut app = app();
    bencher.bench_local(|| {
        app.update(Action::Move(chitieu::app::Step::Down));
        frame(&mut app);
    });
}
