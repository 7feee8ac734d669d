//! Reload of the data in a running explorer: its selection, search and panes are kept as far as their
//! indicators still exist.

use std::sync::Arc;

use crate::support::{CHOICES, Explorer};
use chitieu::app::{
    Action, App, Catalog, DataUpdate, Effect, LoadError, Notice, Pane, Scope, SortBy,
};
use chitieu::dataset;
use chitieu::model::{Collection, Dataset, Indicator, Section};

fn data_update(datasets: Vec<Dataset>) -> Action {
    Action::Receive(DataUpdate::Reloaded(Arc::new(Catalog::new(Collection::new(datasets)))))
}

/// An update that says why a file could not be read again.
fn failed(error: &str) -> DataUpdate {
    DataUpdate::Failed(LoadError::FormerContent(error.into()))
}

/// The embedded dataset with an indicator before all others of its first section, so that every index
/// changes.
fn dataset_with_another_indicator() -> Dataset {
    let mut dataset = dataset::embedded().unwrap();
    let added = [Indicator::named("dien", "Sản lượng điện")].into_iter();
    dataset.indicators = added.chain(dataset.indicators.iter()).collect();
    let mut sections = dataset.sections.to_vec();
    for (at, section) in sections.iter_mut().enumerate() {
        let start = section.indicators.start + usize::from(at > 0);
        section.indicators = start..section.indicators.end + 1;
    }
    Dataset { sections: sections.into(), ..dataset }
}

#[test]
fn keeps_the_selected_indicator_when_its_index_changes() {
    let mut explorer = Explorer::open(80, 24);
    explorer.act(Action::SortBy(SortBy::Name)).keys("jjjjjjjjjj<Enter>j");
    let (before, focus) = (explorer.selected(), explorer.app.focus());
    explorer.act(data_update(vec![dataset_with_another_indicator()]));
    assert_eq!((explorer.selected(), explorer.app.focus()), (before, focus));
    assert_eq!(explorer.app.sort().by, SortBy::Name);
    assert_eq!(explorer.app.rows().len(), 25);
    assert_eq!(explorer.app.notice(), Some(Notice::Reloaded));
    assert!(explorer.shows("Tệp đã được đọc lại"));
}

#[test]
fn keeps_the_selected_indicator_of_a_second_dataset() {
    let second = |names: &[&str]| Dataset::of_names("Nơi khác", names.iter().copied());
    let first = dataset::embedded().unwrap();
    let datasets = vec![first.clone(), second(&["Chè", "Cam", "Quýt"])];
    let mut explorer = Explorer::with(datasets, CHOICES, 120, 36);
    explorer.keys("<End>k");
    assert_eq!(explorer.selected(), "Cam");
    explorer.act(data_update(vec![first.clone(), second(&["Bưởi", "Chè", "Cam", "Quýt"])]));
    assert_eq!(explorer.selected(), "Cam");

    let scopes = explorer.app.catalog().sections.iter().map(|row| row.scope);
    let row = scopes.clone().position(|scope| scope == Scope::Dataset(1)).unwrap();
    assert!(scopes.take(row).any(|scope| scope == Scope::Dataset(0)));
    explorer.keys("<Left><Home>").down(row);
    assert_eq!(explorer.app.section_row().scope, Scope::Dataset(1));
    explorer.act(data_update(vec![first, second(&["Chè", "Cam", "Quýt"])]));
    assert_eq!(explorer.app.section_row().scope, Scope::Dataset(1));
}

#[test]
fn keeps_the_section_the_overview_and_the_search() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("hjj<Enter>jjj");
    let before = explorer.selected();
    explorer.act(data_update(vec![dataset_with_another_indicator()]));
    assert_eq!((explorer.app.sections().selected, explorer.selected()), (2, before.clone()));

    explorer.keys("g");
    explorer.act(data_update(vec![dataset::embedded().unwrap()]));
    assert!(explorer.app.overview().is_some());
    assert_eq!(explorer.selected(), before);

    explorer.keys("<Esc>/ty le<Down><Down>");
    let before = explorer.selected();
    explorer.act(data_update(vec![dataset_with_another_indicator()]));
    assert_eq!(explorer.app.search().unwrap().field.text(), "ty le");
    assert_eq!(explorer.selected(), before);
}

#[test]
fn selects_an_existing_indicator_when_the_selected_one_is_gone() {
    let mut explorer = Explorer::open(80, 24);
    explorer.keys("<End>");
    let mut dataset = dataset::embedded().unwrap();
    dataset.sections = dataset.sections[..1].into();
    dataset.indicators = dataset.indicators.range(dataset.sections[0].indicators.clone()).collect();
    explorer.act(data_update(vec![dataset]));
    assert_eq!(explorer.app.selected(), Some(explorer.app.rows().len() - 1));
    explorer.act(data_update(vec![Dataset::of_names("x", [])]));
    assert_eq!(explorer.app.selected(), None);
    explorer.act(data_update(vec![dataset_with_another_indicator()]));
    assert_eq!(explorer.app.selected(), Some(0));
}

#[test]
fn keeps_the_old_data_and_reports_a_broken_file() {
    for (width, height) in [(120, 36), (80, 24), (40, 15), (24, 6)] {
        let mut explorer = Explorer::open(width, height);
        explorer.keys("jj");
        let before = explorer.selected();
        let error_message =
            "b.json:3:14: sectoins: unknown field; did you mean `sections`?\nand\nso on";
        explorer.act(Action::Receive(failed(error_message)));
        assert_eq!(explorer.selected(), before);
        assert!(explorer.shows("! Tệp mới có lỗi"), "{}", explorer.screen());
        explorer.keys("k");
        assert!(explorer.shows("! Tệp mới có lỗi"), "until it is fixed");
        explorer.act(Action::Receive(DataUpdate::Unchanged));
        assert!(!explorer.shows("! Tệp mới có lỗi"));
    }
}

#[test]
fn r_reloads_only_when_there_are_files() {
    let mut explorer = Explorer::open(80, 24);
    explorer.keys("r");
    assert_eq!(explorer.effects, []);
    explorer.keys("?");
    assert!(!explorer.shows("đọc lại tệp"));

    let mut explorer = Explorer::with(vec![dataset::embedded().unwrap()], CHOICES, 80, 60);
    explorer.app = explorer.app.clone().with_reload();
    explorer.keys("r");
    assert_eq!(explorer.effects, [Effect::Reload]);
    explorer.keys("?");
    assert!(explorer.shows("đọc lại tệp"));
    assert_eq!(explorer.app.focus(), Pane::Indicators);
}

#[test]
fn an_update_does_not_interrupt_the_user() {
    let mut explorer = Explorer::open(80, 24);
    explorer.keys("?");
    explorer.act(data_update(vec![dataset_with_another_indicator()]));
    assert!(explorer.app.help().is_some());
    explorer.keys("<Esc>/xyz");
    explorer.act(Action::Receive(failed("x")));
    assert_eq!(explorer.app.search().unwrap().field.text(), "xyz");
    explorer.keys("<Esc>s");
    explorer.act(data_update(vec![dataset::embedded().unwrap()]));
    assert!(explorer.app.picker().is_none(), "its choices may be gone");
}

#[test]
fn reports_unread_cells_until_they_are_seen() {
    let catalog = |unread| {
        let collection = Collection::new(vec![dataset::embedded().unwrap()]);
        Arc::new(Catalog::new(collection).with_unread(unread))
    };
    let mut explorer = Explorer::with(vec![dataset::embedded().unwrap()], CHOICES, 80, 24);
    explorer.act(Action::Receive(DataUpdate::Reloaded(catalog(1234))));
    assert!(explorer.shows("1.234 ô không đọc được"), "{}", explorer.screen());
    explorer.keys("j");
    assert!(explorer.shows("không đọc được"), "until it is seen");
    explorer.keys("<Esc>");
    assert!(!explorer.shows("không đọc được"));
    explorer.act(Action::Receive(DataUpdate::Complete(catalog(1))));
    assert_eq!(explorer.app.notice(), Some(Notice::Unread(1)));
    explorer.act(Action::Receive(DataUpdate::Reloaded(catalog(0))));
    assert_eq!(explorer.app.notice(), Some(Notice::Reloaded));
    let opened = App::new(catalog(3), CHOICES);
    assert_eq!(opened.notice(), Some(Notice::Unread(3)));
}

#[test]
fn names_files_that_could_not_be_opened() {
    let mut explorer = Explorer::with(vec![dataset::embedded().unwrap()], CHOICES, 120, 36);
    explorer.app =
        explorer.app.clone().with_load_error(LoadError::NeverOpened("hong.xlsx:1:1: x".into()));
    explorer.keys("j");
    let message = "! Có tệp không mở được, đang hiện các tệp khác: hong.xlsx:1:1: x";
    assert!(explorer.shows(message), "{}", explorer.screen());
    explorer.act(data_update(vec![dataset::embedded().unwrap()]));
    assert!(!explorer.shows("hong.xlsx"));
    explorer.act(Action::Receive(DataUpdate::Unchanged));
    explorer.act(Action::Receive(failed("a.csv:1:1: x")));
    assert!(explorer.shows("vẫn hiện số liệu cũ"));
}

#[test]
fn further_rows_keep_the_selection_without_a_notice() {
    let whole = dataset::embedded().unwrap();
    let mut first = whole.clone();
    first.indicators = whole.indicators.iter().take(5).collect();
    first.sections = [Section { indicators: 0..5, ..first.sections[0].clone() }].into();
    first.totals = None;
    let mut explorer = Explorer::with(vec![first], CHOICES, 120, 36);
    explorer.app = explorer.app.clone().while_loading();
    explorer.act(Action::Receive(DataUpdate::Progress(42))).keys("jj");
    let before = explorer.selected();
    assert!(explorer.shows("đang đọc tệp… 42 %"), "{}", explorer.screen());
    assert!(explorer.shows("3/5"));
    explorer.keys("/nong thon moi");
    assert!(explorer.shows("trong 5 chỉ tiêu đầu") && !explorer.shows("Không tìm thấy"));
    explorer.keys("<Esc>");
    let catalog = Arc::new(Catalog::new(Collection::new(vec![whole])));
    explorer.act(Action::Receive(DataUpdate::Complete(catalog)));
    assert_eq!((explorer.selected(), explorer.app.loading()), (before, None));
    assert!(explorer.shows("3/24"));
    assert!(!explorer.shows("đang đọc"));
    assert_eq!(explorer.app.notice(), None);

    let half = DataUpdate::Progress(50);
    assert!(half == half.clone() && half != DataUpdate::Progress(51), "as updates are compared");
    explorer.act(Action::Receive(half));
    explorer.act(Action::Receive(failed("lon.csv:7:1: x")));
    assert!(explorer.shows("lon.csv:7:1") && !explorer.shows("đang đọc"));
}
