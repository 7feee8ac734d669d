//! The review of an imported draft in the explorer: the sentence in the detail, the rows to review, the text with its
//! numbers, the decisions about them and how they are taken back.

use std::path::Path;
use std::sync::Arc;

use crate::support::{CHOICES, Explorer};
use chitieu::app::{
    Action, App, Catalog, DataUpdate, DraftChange, Effect, NotSaved, Notice, Preferences, Theme,
};
use chitieu::dataset::{self, ImportOptions, MADE_BY_HAND, NumberState, ReviewedNumber};
use chitieu::model::{Collection, Dataset};
use insta::assert_snapshot;

/// An example: no office published it.
const REPORT: &str = include_str!("../data/review-report.txt");

fn import(text: &str) -> dataset::Import {
    let options = ImportOptions { keep_text: true, ..ImportOptions::default() };
    dataset::import("bao-cao.txt", text.as_bytes(), &options).unwrap()
}

fn draft() -> Dataset {
    import(REPORT).dataset
}

/// An explorer whose decisions are to be written to `nhap.json`.
fn opened(dataset: Dataset, width: u16, height: u16) -> Explorer {
    let mut explorer = Explorer::with(vec![dataset.clone()], CHOICES, width, height);
    let path: Arc<Path> = Path::new("nhap.json").into();
    let catalog = Catalog::new(Collection::new([dataset])).with_drafts(vec![Some(path)]);
    explorer.app = App::new(Arc::new(catalog), CHOICES).with_saving();
    explorer.resize(width, height);
    explorer
}

fn shown(explorer: &Explorer) -> &Dataset {
    &explorer.app.catalog().collection.datasets()[0]
}

/// The last change that is to be written.
fn saved(explorer: &Explorer) -> &DraftChange {
    match explorer.effects.last() {
        Some(Effect::Save(change)) => change,
        other => panic!("{other:?}"),
    }
}

fn number(explorer: &Explorer) -> ReviewedNumber {
    explorer.app.text().unwrap().number().unwrap().clone()
}

/// Walks to a number of the text.
fn to(explorer: &mut Explorer, text: &str) {
    explorer.keys("<Home>");
    for _ in 0..100 {
        if number(explorer).text == text {
            return;
        }
        explorer.keys("n");
    }
    panic!("{text} is not in\n{}", explorer.screen());
}

#[test]
fn the_review_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut explorer = opened(draft(), width, height);
        assert_snapshot!(format!("review-list-{width}x{height}"), explorer.screen());
        explorer.keys("on");
        assert_snapshot!(format!("review-text-{width}x{height}"), explorer.screen());
    }
}

#[test]
fn the_text_in_small_windows_ascii_and_without_colour() {
    let choices = Preferences { theme: Theme::None, ascii: true, ..CHOICES };
    for (width, height) in [(40, 15), (30, 8), (24, 6), (200, 60)] {
        let mut explorer = Explorer::with(vec![draft()], choices, width, height);
        explorer.keys("o");
        for _ in 0..30 {
            assert!(explorer.screen().is_ascii(), "{}", explorer.screen());
            let at = explorer.cursor.unwrap();
            let cell = &explorer.buffer[at];
            let first = number(&explorer).text.chars().next().unwrap().to_string();
            assert_eq!(cell.symbol(), first, "{width}x{height}\n{}", explorer.screen());
            explorer.keys("n");
        }
    }
}

#[test]
fn the_text_in_a_narrow_window_has_its_title_and_touches_no_border() {
    let mut explorer = opened(draft(), 40, 15);
    explorer.keys("on");
    let screen = explorer.screen();
    assert!(screen.contains("Văn bản nguồn · "), "{screen}");
    let about: Vec<&str> = screen.lines().skip_while(|line| !line.contains("┃ ──")).collect();
    let inner = about.iter().filter(|line| line.starts_with('┃'));
    assert!(about.len() > 2 && inner.clone().all(|line| line.starts_with("┃ ")), "{screen}");
}

#[test]
fn numbers_have_the_state_of_their_indicator() {
    let explorer = opened(draft(), 80, 24);
    let numbers = dataset::reviewed_numbers(shown(&explorer));
    let state = |text: &str| numbers.iter().find(|one| one.text == text).unwrap().state;
    assert_eq!(state("3,15"), NumberState::Sure);
    assert_eq!(state("312,4"), NumberState::ToReview, "two plans");
    assert_eq!(state("2023"), NumberState::Aside);
    assert_eq!(state("48,5"), NumberState::Sure);
    let imported = import(REPORT);
    let counted = imported.numbers.iter().filter(|one| one.paragraph > 0).count();
    assert_eq!(numbers.len(), counted, "no number is left out");
}

#[test]
fn a_walk_goes_through_all_numbers_and_tab_through_the_open_ones() {
    let mut explorer = opened(draft(), 80, 24);
    explorer.keys("o<Home>");
    let all = explorer.app.text().unwrap().numbers.len();
    let first = number(&explorer);
    explorer.keys("n");
    assert_ne!(number(&explorer), first);
    explorer.keys("p");
    assert_eq!(number(&explorer), first);
    explorer.keys("<End>");
    assert_eq!(explorer.app.text().unwrap().selected, all - 1);
    for _ in 0..all {
        explorer.keys("<Tab>");
        let state = number(&explorer).state;
        assert!(matches!(state, NumberState::ToReview | NumberState::Unread), "{state:?}");
    }
    // Back to the list, at the indicator of the number.
    to(&mut explorer, "48,5");
    explorer.keys("<Enter>");
    assert!(explorer.app.text().is_none());
    assert!(explorer.selected().contains("hu nhập bình quân"), "{}", explorer.selected());
    // And again at its number.
    explorer.keys("o");
    assert_eq!(number(&explorer).text, "48,5");
}

#[test]
fn a_decision_is_shown_written_and_taken_back() {
    let before = draft();
    let mut explorer = opened(before.clone(), 80, 24);
    explorer.keys("o");
    to(&mut explorer, "312,4");
    assert!(explorer.shows("nhiều kế hoạch"), "{}", explorer.screen());
    explorer.keys("a");
    let change = saved(&explorer);
    assert_eq!((&*change.before, &*change.path), (&before, Path::new("nhap.json")));
    assert!(change.after.indicators.get(0).unwrap().review.is_empty());
    assert_eq!(*change.after, *shown(&explorer));
    assert_eq!(number(&explorer).state, NumberState::Sure);
    assert_eq!(explorer.app.notice(), Some(Notice::Accepted));
    explorer.keys("a");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToDecide), "it is accepted already");
    explorer.keys("u");
    assert_eq!(*saved(&explorer).after, before);
    assert_eq!(*shown(&explorer), before);
    explorer.keys("u");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToUndo));
}

#[test]
fn no_indicator_removes_it_and_sets_its_numbers_aside() {
    let before = draft();
    let mut explorer = opened(before.clone(), 80, 24);
    explorer.keys("o");
    to(&mut explorer, "312,4");
    explorer.keys("x");
    let after = shown(&explorer).clone();
    assert_eq!(after.indicators.len() + 1, before.indicators.len());
    let aside: Vec<&str> =
        after.source.as_ref().unwrap().set_aside.iter().map(|one| &*one.number).collect();
    assert_eq!(aside, ["312,4", "104,1", "98,6", "8,2"]);
    assert_eq!(number(&explorer).state, NumberState::Aside);
    assert!(dataset::audit(&after).len() <= dataset::audit(&before).len(), "nothing is unclaimed");
    // It reads back as the same dataset.
    let json = dataset::write_json(&after).unwrap();
    assert_eq!(dataset::read_json("nhap.json", json.as_bytes()).unwrap(), after);
    // A date is no indicator anyway.
    to(&mut explorer, "2023");
    explorer.keys("x");
    assert_eq!(explorer.app.notice(), Some(Notice::NothingToDecide));
}

#[test]
fn an_indicator_is_made_of_a_number() {
    let mut explorer = opened(draft(), 80, 24);
    explorer.keys("o");
    to(&mut explorer, "17");
    assert_ne!(number(&explorer).state, NumberState::Sure);
    explorer.keys("+");
    let made = shown(&explorer).indicators.iter().find(|one| one.review == [MADE_BY_HAND]).unwrap();
    assert_eq!(made.figure(), Some(17.into()), "{made:?}");
    assert_eq!(made.name, "Bộ phận một cửa làm việc");
    assert_eq!(number(&explorer).state, NumberState::ToReview);
    let sections = &shown(&explorer).sections;
    assert_eq!(sections.last().unwrap().indicators.end, shown(&explorer).indicators.len());
    explorer.keys("a");
    assert_eq!(number(&explorer).state, NumberState::Sure);
    explorer.keys("uu");
    assert_eq!(*shown(&explorer), draft());
}

#[test]
fn what_could_not_be_written_is_taken_back() {
    let before = draft();
    let mut explorer = opened(before.clone(), 80, 24);
    explorer.keys("o");
    to(&mut explorer, "312,4");
    explorer.keys("a");
    let change = saved(&explorer).clone();
    explorer.act(Action::Receive(DataUpdate::NotSaved(change, NotSaved::Changed)));
    assert_eq!(*shown(&explorer), before);
    assert!(explorer.shows("Chưa ghi"), "{}", explorer.screen());
    assert!(!explorer.app.can_undo());
}

#[test]
fn own_writes_change_nothing_when_they_are_reloaded() {
    let mut explorer = opened(draft(), 80, 24);
    explorer.keys("o");
    to(&mut explorer, "312,4");
    explorer.keys("a");
    let first = saved(&explorer).after.clone();
    to(&mut explorer, "48,5");
    explorer.keys("x");
    let second = shown(&explorer).clone();
    // The state after the first decision arrives late.
    let late = |dataset: &Dataset| Arc::new(Catalog::new(Collection::new([dataset.clone()])));
    for dataset in [&*first, &second] {
        explorer.act(Action::Receive(DataUpdate::Reloaded(late(dataset))));
        assert_eq!(*shown(&explorer), second);
        assert!(explorer.app.can_undo());
    }
    // A change by others is shown, and cannot be undone.
    explorer.act(Action::Receive(DataUpdate::Reloaded(late(&Dataset {
        period: "năm 2023".to_owned(),
        ..second
    }))));
    assert_eq!(shown(&explorer).period, "năm 2023");
    assert!(!explorer.app.can_undo() && explorer.app.text().is_some());
}

#[test]
fn a_change_of_another_file_leaves_the_decisions_about_a_draft() {
    let other = Dataset { id: "khac".to_owned(), ..draft() };
    let mut explorer = opened(draft(), 80, 24);
    let path: Arc<Path> = Path::new("nhap.json").into();
    let catalog = |first: &Dataset, second: &Dataset| {
        let all = Collection::new([first.clone(), second.clone()]);
        Arc::new(Catalog::new(all).with_drafts(vec![Some(path.clone()), None]))
    };
    explorer.app = App::new(catalog(&draft(), &other), CHOICES).with_saving();
    explorer.resize(80, 24);
    explorer.keys("o");
    to(&mut explorer, "312,4");
    explorer.keys("a<Esc>");
    let decided = shown(&explorer).clone();
    let changed = Dataset { period: "năm 2023".to_owned(), ..other };
    explorer.act(Action::Receive(DataUpdate::Reloaded(catalog(&decided, &changed))));
    explorer.keys("ou");
    assert_eq!(explorer.app.notice(), Some(Notice::Undone));
    assert_eq!(*saved(&explorer).after, draft());
}

#[test]
fn sessions_without_saving_and_restricted_ones_only_read() {
    let path: Arc<Path> = Path::new("nhap.json").into();
    let catalog = Arc::new(Catalog::new(Collection::new([draft()])).with_drafts(vec![Some(path)]));
    for app in [
        App::new(catalog.clone(), CHOICES),
        App::new(catalog.clone(), CHOICES).with_saving().restricted(),
    ] {
        let mut explorer = opened(draft(), 80, 24);
        explorer.app = app;
        explorer.keys("o");
        assert!(!explorer.shows("a nhận"), "{}", explorer.screen());
        for key in ["a", "x", "+", "e", "u"] {
            explorer.keys(key);
            assert!(explorer.effects.is_empty(), "{key}: {:?}", explorer.effects);
        }
        assert_eq!(*shown(&explorer), draft());
    }
}

#[test]
fn rows_to_review_have_a_sign_and_can_be_listed_alone() {
    let mut explorer = opened(draft(), 120, 36);
    let to_review = shown(&explorer).indicators.iter().filter(|one| !one.review.is_empty()).count();
    assert!(to_review > 0 && to_review < shown(&explorer).indicators.len());
    explorer.act(Action::OnlyToReview);
    assert_eq!(explorer.app.rows().len(), to_review);
    assert!(explorer.shows("? cần xem"), "{}", explorer.screen());
    explorer.keys("g");
    assert_eq!(explorer.app.overview_rows().len(), to_review);
    explorer.keys("<Esc>f");
    assert!(explorer.shows("▸ chỉ những chỉ tiêu cần xem"), "{}", explorer.screen());
}

#[test]
fn importing_again_keeps_what_was_decided() {
    let mut explorer = opened(draft(), 80, 24);
    explorer.keys("o");
    to(&mut explorer, "312,4");
    explorer.keys("a");
    to(&mut explorer, "48,5");
    explorer.keys("x");
    to(&mut explorer, "17");
    explorer.keys("+a");
    let decided = shown(&explorer).clone();
    let mut again = import(REPORT);
    let kept = again.keep_decisions(&decided);
    assert_eq!(again.dataset, decided);
    assert_eq!((kept.accepted, kept.set_aside, kept.lost), (2, 1, 0));
    // A paragraph before moves the others; one that is gone is counted.
    let moved = REPORT.replacen("\n\n", "\n\nMột đoạn mới không có số.\n\n", 1);
    let moved = moved.split("Công tác giảm nghèo").next().unwrap();
    let mut again = import(moved);
    let kept = again.keep_decisions(&decided);
    // Of the paragraph that is gone: an indicator that was sure, and a number that was set aside.
    assert_eq!((kept.accepted, kept.set_aside, kept.lost), (2, 0, 2));
    let accepted = again.dataset.indicators.get(0).unwrap();
    assert!(accepted.review.is_empty());
    assert_eq!(accepted.reference.unwrap().paragraph, Some(2));
}
