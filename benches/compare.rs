//! The comparison of 3,321 places in 20 years: opening, turning, sorting, a step with its frame, and the same for
//! sixty districts with twelve indicators. The figures are made by a formula.

#![allow(missing_docs, reason = "divan's macros make public items")]
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::sync::{Arc, LazyLock};

use chitieu::app::{Action, App, Catalog, Lang, Preferences, Step, Theme, Turn};
use chitieu::model::{Actual, Collection, Dataset, Decimal, Indicator, Plan, Target};
use chitieu::ui;
use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

fn dataset(place: usize, year: usize, indicators: usize) -> Dataset {
    let names = (0..indicators).map(|at| format!("Chỉ tiêu ví dụ số {at}")).collect::<Vec<_>>();
    let mut dataset = Dataset::of_names("Kinh tế", names.iter().map(String::as_str));
    dataset.id = format!("{place}-{year}");
    dataset.place = format!("Xã ví dụ {place}").into();
    dataset.period = format!("năm {}", 2001 + year);
    let with_figures = dataset.indicators.iter().enumerate().map(|(at, one)| {
        let figure = |seed: usize| {
            Decimal::new(((place * 7919 + year * 104_729 + at * 31 + seed) % 99_991) as i64, 2)
        };
        let plan = Plan::of(Some(Target::Value(figure(5) + Decimal::ONE)), None, None, None);
        Indicator {
            unit: Some("tấn".to_owned()),
            actual: Some(Actual::Figure(figure(0))),
            plan,
            ..one
        }
    });
    dataset.indicators = with_figures.collect();
    dataset
}

fn catalog(places: usize, years: usize, indicators: usize) -> Arc<Catalog> {
    let all = (0..places).flat_map(|place| (0..years).map(move |year| (place, year)));
    let datasets = all.map(|(place, year)| dataset(place, year, indicators));
    Arc::new(Catalog::new(Collection::new(datasets)))
}

static COMMUNES: LazyLock<Arc<Catalog>> = LazyLock::new(|| catalog(3_321, 20, 1));
static DISTRICTS: LazyLock<Arc<Catalog>> = LazyLock::new(|| catalog(60, 5, 12));

fn opened(catalog: &Arc<Catalog>, turn: Turn) -> App {
    let preferences =
        Preferences { lang: Lang::Vietnamese, theme: Theme::Terminal, ascii: false, mouse: true };
    let mut app = App::new(Arc::clone(catalog), preferences);
    app.update(Action::Compare);
    while app.comparison().unwrap().grid().turn() != turn {
        app.update(Action::Turn);
    }
    frame(&mut app);
    app
}

fn frame(app: &mut App) {
    frame_of(app, 120, 36);
}

fn frame_of(app: &mut App, width: u16, height: u16) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let frame = ui::draw(app, &mut buffer);
    app.settle(frame);
}

/// From the key to the table of places and periods.
#[divan::bench]
fn communes_open(bencher: Bencher<'_, '_>) {
    let before = opened(&COMMUNES, Turn::IndicatorsByPlace);
    bencher.with_inputs(|| before.clone()).bench_values(|mut app| {
        app.update(Action::Turn);
        app
    });
}

#[divan::bench]
fn communes_sort_by_a_column(bencher: Bencher<'_, '_>) {
    let app = opened(&COMMUNES, Turn::PlacesByPeriod);
    bencher.with_inputs(|| app.clone()).bench_values(|mut app| {
        app.update(Action::SortRows);
        app
    });
}

#[divan::bench]
fn communes_next_measure(bencher: Bencher<'_, '_>) {
    let app = opened(&COMMUNES, Turn::PlacesByPeriod);
    bencher.with_inputs(|| app.clone()).bench_values(|mut app| {
        app.update(Action::NextMeasure);
        app
    });
}

#[divan::bench]
fn communes_step_without_frame(bencher: Bencher<'_, '_>) {
    let mut app = opened(&COMMUNES, Turn::PlacesByPeriod);
    bencher.bench_local(|| app.update(Action::Move(Step::Down)));
}

#[divan::bench]
fn communes_step_and_frame(bencher: Bencher<'_, '_>) {
    let mut app = opened(&COMMUNES, Turn::PlacesByPeriod);
    bencher.bench_local(|| {
        app.update(Action::Move(Step::Down));
        frame(&mut app);
    });
}

#[divan::bench]
fn communes_step_and_large_frame(bencher: Bencher<'_, '_>) {
    let mut app = opened(&COMMUNES, Turn::PlacesByPeriod);
    bencher.bench_local(|| {
        app.update(Action::Move(Step::Down));
        frame_of(&mut app, 200, 60);
    });
}

#[divan::bench]
fn communes_step_across_and_frame(bencher: Bencher<'_, '_>) {
    let mut app = opened(&COMMUNES, Turn::IndicatorsByPlace);
    bencher.bench_local(|| {
        app.update(Action::PaneRight);
        frame(&mut app);
    });
}

#[divan::bench]
fn districts_open(bencher: Bencher<'_, '_>) {
    let before = opened(&DISTRICTS, Turn::IndicatorsByPeriod);
    bencher.with_inputs(|| before.clone()).bench_values(|mut app| {
        app.update(Action::Turn);
        app
    });
}

#[divan::bench]
fn districts_step_and_frame(bencher: Bencher<'_, '_>) {
    let mut app = opened(&DISTRICTS, Turn::IndicatorsByPlace);
    bencher.bench_local(|| {
        app.update(Action::Move(Step::Down));
        frame(&mut app);
    });
}
