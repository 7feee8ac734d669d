//! Random walks: whatever is pressed, clicked and resized, the explorer does not panic and its state stays
//! consistent.

use crate::cases;
use crate::support;

use crate::support::Explorer;
use chitieu::app::{Action, Pane, Top, keymap};
use chitieu::model::Status;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;

#[derive(Debug, Clone)]
enum Event {
    Key(KeyCode, KeyModifiers),
    Click(u16, u16, bool),
    Wheel(u16, u16, bool),
    Drag,
    Paste(String),
    Resize(u16, u16),
}

fn event() -> impl Strategy<Value = Event> {
    let bound: Vec<Event> = keymap::BINDINGS
        .iter()
        .flat_map(|binding| binding.keys)
        .map(|key| Event::Key(key.code, key.modifiers))
        .collect();
    let typed =
        prop::sample::select(vec!['n', 'g', 'h', 'è', 'o', ' ', 'p', '\u{301}', '漢', '\u{1b}']);
    let place = || (0u16..130, 0u16..40);
    prop_oneof![
        8 => prop::sample::select(bound),
        3 => typed.prop_map(|c| Event::Key(KeyCode::Char(c), KeyModifiers::NONE)),
        2 => (place(), any::<bool>()).prop_map(|((x, y), double)| Event::Click(x, y, double)),
        1 => (place(), any::<bool>()).prop_map(|((x, y), down)| Event::Wheel(x, y, down)),
        1 => Just(Event::Drag),
        1 => "[a-zộ\u{1b}\n ]{0,20}".prop_map(Event::Paste),
        2 => (1u16..140, 1u16..45).prop_map(|(width, height)| Event::Resize(width, height)),
    ]
}

fn apply(explorer: &mut Explorer, event: Event) {
    let at = |x, y| Position::new(x, y);
    let action = match event {
        Event::Key(code, modifiers) => {
            keymap::action_for(&explorer.app, &KeyEvent::new(code, modifiers))
        }
        Event::Click(x, y, double) => Some(Action::Click { at: at(x, y), double }),
        Event::Wheel(x, y, down) => Some(Action::Wheel { at: at(x, y), down }),
        Event::Drag => Some(Action::Drag),
        Event::Paste(text) => Some(Action::Paste(text)),
        Event::Resize(width, height) => {
            explorer.resize(width, height);
            None
        }
    };
    if let Some(action) = action {
        explorer.act(action);
    }
}

fn check(explorer: &Explorer) -> Result<(), TestCaseError> {
    let app = &explorer.app;
    let within = |selected: usize, len: usize| selected < len.max(1);
    prop_assert!(within(app.indicators().selected, app.rows().len()));
    prop_assert!(within(app.sections().selected, app.section_rows().len()));
    if let Some(search) = app.search() {
        prop_assert!(within(search.list.selected, search.len()));
    }
    if let Some(overview) = app.overview() {
        prop_assert!(within(overview.selected, app.catalog().collection.len()));
        let listed = app.section_rows()[0].scope;
        let numbers = app.catalog().numbers(listed);
        prop_assert!(numbers.is_empty() || numbers.position(overview.selected).is_some());
    }
    if let Some(comparison) = app.comparison() {
        prop_assert!(within(comparison.rows().selected, comparison.grid().rows().len()));
        prop_assert!(within(comparison.columns().selected, comparison.grid().columns().len()));
    }
    if let Some(cursor) = explorer.cursor {
        prop_assert!(explorer.buffer.area.contains(cursor), "{cursor} is off the screen");
    }
    check_frame(explorer)
}

/// The pane with the focus is drawn, and the frame has its first and last line and all four corners of each
/// pane.
fn check_frame(explorer: &Explorer) -> Result<(), TestCaseError> {
    let (app, frame) = (&explorer.app, &explorer.frame);
    let screen = explorer.screen();
    prop_assert!(!screen.lines().next().unwrap_or_default().is_empty(), "no first line");
    let area = explorer.buffer.area;
    if area.width < 24 || area.height < 6 {
        return Ok(());
    }
    prop_assert!(screen.lines().count() == usize::from(area.height), "no last line:\n{screen}");
    if app.help().is_some() || app.picker().is_some() {
        return Ok(());
    }
    let seen = match (app.body(), app.focus()) {
        (Top::Search, _) => {
            app.search().is_some_and(|search| search.is_empty()) || frame.hits.is_some()
        }
        (Top::Comparison, _) => frame.comparison.is_some(),
        (Top::Overview, _) => app.overview_rows().is_empty() || frame.overview.is_some(),
        (_, Pane::Sections) => frame.sections.is_some(),
        (_, Pane::Indicators) => app.rows().is_empty() || frame.indicators.is_some(),
        (_, Pane::Detail) => frame.detail.is_some(),
    };
    prop_assert!(seen, "the focus is where nothing is drawn:\n{screen}");
    let count = |corners: [char; 2]| screen.matches(corners).count();
    let corners = [['╭', '┏'], ['╮', '┓'], ['╰', '┗'], ['╯', '┛']].map(count);
    prop_assert!(
        corners[0] > 0 && corners.iter().all(|n| *n == corners[0]),
        "{corners:?}\n{screen}"
    );
    Ok(())
}

#[test]
fn an_overview_without_rows_selects_an_indicator_of_its_slice() {
    let mut datasets = support::examples::five_years();
    datasets.extend(support::examples::five_levels());
    datasets.extend(support::examples::sixty_districts().into_iter().take(5));
    let mut explorer = Explorer::with(datasets, support::CHOICES, 80, 24);
    for code in ['}', 'g'] {
        apply(&mut explorer, Event::Key(KeyCode::Char(code), KeyModifiers::NONE));
        check(&explorer).unwrap();
        // The place has none of this status.
        explorer.act(Action::Filter(Some(Status::Exceeded)));
        check(&explorer).unwrap();
    }
    assert!(explorer.app.overview_rows().is_empty(), "{}", explorer.screen());
}

#[test]
fn a_search_shows_hits_in_a_wide_and_low_window() {
    let mut explorer = Explorer::with(support::examples::five_years(), support::CHOICES, 120, 6);
    apply(&mut explorer, Event::Key(KeyCode::Char('/'), KeyModifiers::NONE));
    check(&explorer).unwrap();
}

const ODD: &str = r#"{"id":"x","place":"Nơi 漢字 rất rất dài dài dài dài dài dài dài","period":"","sections":[]}"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: cases::cases(32), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_the_embedded_dataset(events in prop::collection::vec(event(), 1..80)) {
        let mut explorer = Explorer::open(80, 24);
        for event in events {
            apply(&mut explorer, event);
            check(&explorer)?;
        }
    }

    #[test]
    fn on_odd_datasets(events in prop::collection::vec(event(), 1..60)) {
        let empty = support::read(&ODD.replace("\"period\":\"\"", "\"period\":\"p\""));
        let hollow = support::read(r#"{"id":"h","place":"H","period":"p","sections":[
            {"name":"Trống","indicators":[]},
            {"name":"Một","indicators":[{"id":"a","name":"Số 漢字漢字漢字 một hai ba bốn năm sáu bảy",
              "actual":-79228162514264337593543950335,"plan":{"value":1}}]},
            {"name":"Cuối","indicators":[]}]}"#);
        let datasets = vec![hollow.clone(), empty, hollow];
        let mut explorer = Explorer::with(datasets, support::CHOICES, 80, 24);
        for event in events {
            apply(&mut explorer, event);
            check(&explorer)?;
        }
    }

    #[test]
    fn on_slices_and_trees(
        (width, height) in (1u16..=220, 1u16..=60),
        events in prop::collection::vec(event(), 1..60),
    ) {
        // Several periods with parts, several places of one period, and a sheet more of one of them.
        let mut datasets = support::examples::five_years();
        datasets.extend(support::examples::five_levels());
        datasets.extend(support::examples::sixty_districts().into_iter().take(5));
        datasets.extend(support::examples::five_years().pop());
        let mut explorer = Explorer::with(datasets, support::CHOICES, width, height);
        for event in events {
            apply(&mut explorer, event);
            check(&explorer)?;
        }
    }

    #[test]
    fn at_any_size(
        (width, height) in (1u16..=400, 1u16..=200),
        events in prop::collection::vec(event(), 0..6),
        (wider, higher) in (1u16..=400, 1u16..=200),
    ) {
        let mut explorer = Explorer::open(width, height);
        check(&explorer)?;
        for event in events.into_iter().chain([Event::Resize(wider, higher)]) {
            apply(&mut explorer, event);
            check(&explorer)?;
        }
    }
}
