//! The effect of keys and mouse on the state of the explorer, on the embedded dataset.

use std::sync::Arc;

use crate::support::{CHOICES, Explorer};
use chitieu::app::{Action, App, Catalog, Edit, Effect, Notice, Pane, Sort, SortBy, Theme};
use chitieu::model::{Collection, Dataset, Status, percent_of_plan};
use ratatui::layout::Position;

#[test]
fn opens_on_all_indicators_with_the_first_selected() {
    let explorer = Explorer::open(120, 36);
    assert_eq!(explorer.app.focus(), Pane::Indicators);
    assert_eq!(explorer.app.rows().len(), explorer.app.catalog().collection.len());
    assert_eq!(explorer.app.selected(), Some(0));
}

/// A walk through the explorer is compared with another one by its state, of which nothing may be left out.
#[test]
fn two_states_are_equal_only_if_all_of_it_is() {
    let app = Explorer::open(120, 36).app;
    assert_eq!(app, app.clone());
    for other in [
        app.clone().without_suspend(),
        app.clone().with_reload(),
        app.clone().while_loading(),
        app.clone().without_suspend().restricted(),
    ] {
        assert_ne!(app, other);
    }
    assert_ne!(app.clone().without_suspend(), app.restricted());
}

#[test]
fn moves_by_one_by_page_and_to_the_ends() {
    let mut explorer = Explorer::open(120, 15);
    explorer.keys("jj<Down>k");
    assert_eq!(explorer.app.selected(), Some(2));
    let page = explorer.app.indicators().page;
    explorer.keys("<PgDn>");
    assert_eq!(explorer.app.selected(), Some(2 + page - 1));
    explorer.keys("<End>");
    assert_eq!(explorer.app.selected(), Some(explorer.app.rows().len() - 1));
    explorer.keys("<Down><Home><Up>");
    assert_eq!(explorer.app.selected(), Some(0));
}

#[test]
fn tab_cycles_through_the_panes_and_arrows_stop_at_the_ends() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("<Tab>");
    assert_eq!(explorer.app.focus(), Pane::Detail);
    explorer.keys("<Tab>");
    assert_eq!(explorer.app.focus(), Pane::Sections);
    explorer.keys("<Left>h");
    assert_eq!(explorer.app.focus(), Pane::Sections);
    explorer.keys("<BackTab>");
    assert_eq!(explorer.app.focus(), Pane::Detail);
    explorer.keys("<Left>l<Right>");
    assert_eq!(explorer.app.focus(), Pane::Detail);
}

#[test]
fn a_section_lists_its_own_indicators() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("h<Down>");
    let dataset = &explorer.app.catalog().collection.datasets()[0];
    let economy: Vec<usize> = dataset.sections[0].indicators.clone().collect();
    assert!(explorer.app.rows().iter().eq(economy));
    explorer.keys("<Enter>j<Enter>");
    assert_eq!(explorer.app.focus(), Pane::Detail);
    assert_eq!(explorer.app.selected(), Some(1));
}

#[test]
fn esc_goes_back_step_by_step_and_so_do_its_other_keys() {
    for back in ["<Esc>", "<Backspace>", "<Ctrl-g>", "<Ctrl-h>"] {
        let mut explorer = Explorer::open(120, 36);
        explorer.act(Action::Filter(Some(Status::Met)));
        explorer.act(Action::SortBy(SortBy::Name)).keys("<Enter>");
        assert_eq!(explorer.app.focus(), Pane::Detail);
        explorer.keys(back);
        assert_eq!(explorer.app.focus(), Pane::Indicators);
        explorer.keys(back);
        assert_eq!((explorer.app.filter().status, explorer.app.sort().by), (None, SortBy::Name));
        explorer.keys(back);
        assert_eq!(explorer.app.sort(), Sort::SOURCE);
        explorer.keys(back);
        assert_eq!(explorer.app.focus(), Pane::Sections);
        let before = explorer.app.clone();
        explorer.keys(back);
        assert!(explorer.app == before, "{back} at the top does nothing");
    }
}

#[test]
fn closing_a_search_restores_the_former_state() {
    for back in ["<Esc>", "<Ctrl-g>"] {
        let mut explorer = Explorer::open(80, 24);
        explorer.keys("h<Down><Down>ljjj");
        let before = explorer.app.clone();
        explorer.keys("/ho<Down><Up>x").keys(back);
        assert!(explorer.app == before, "{back}");
    }
}

#[test]
fn backspace_in_an_empty_field_closes_the_search() {
    let mut explorer = Explorer::open(80, 24);
    explorer.keys("/h<Backspace>");
    assert!(explorer.app.search().is_some());
    explorer.keys("<Ctrl-h>");
    assert!(explorer.app.search().is_none());
}

#[test]
fn searches_as_you_type_and_goes_to_the_hit() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("h<Down>/giam ngheo");
    assert_eq!(explorer.app.search().unwrap().hits.len(), 2);
    explorer.keys("<Down>");
    let hit = explorer.selected();
    explorer.keys("<Enter>");
    assert!(explorer.app.search().is_none());
    assert_eq!(explorer.selected(), hit);
    assert_eq!(explorer.app.focus(), Pane::Indicators);
}

#[test]
fn an_empty_query_lists_everything_and_similar_names_have_a_heading() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("jj");
    let selected = explorer.app.selected();
    explorer.keys("/");
    assert_eq!(explorer.app.search().unwrap().len(), explorer.app.catalog().collection.len());
    assert_eq!(explorer.app.selected(), selected, "the selection stays");
    explorer.keys("giam ngheo");
    assert!(!explorer.shows("Gần giống:"));
    explorer.keys("<Ctrl-u>giam nghoe");
    assert!(explorer.shows("Gần giống:"));
    explorer.keys("<Ctrl-u>");
    assert_eq!(explorer.app.search().unwrap().len(), explorer.app.catalog().collection.len());
}

#[test]
fn a_hit_opens_its_detail_where_only_one_pane_fits() {
    let mut explorer = Explorer::open(40, 15);
    explorer.keys("/ngheo<Enter>");
    assert_eq!(explorer.app.focus(), Pane::Detail);
    assert!(explorer.shows("Chi tiết"));
}

#[test]
fn words_come_in_any_order_and_accents_are_optional() {
    for query in
        ["giảm nghèo", "giam ngheo", "ngheo giam", "GIAM NGHEO", "gia\u{309}m nghe\u{300}o"]
    {
        let mut explorer = Explorer::open(120, 36);
        explorer.keys("/").keys(query);
        assert!(explorer.selected().contains("giảm nghèo"), "{query}: {}", explorer.selected());
    }
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("/zzqx");
    assert!(explorer.app.search().unwrap().hits.is_empty());
    assert!(explorer.shows("Không tìm thấy"));
}

#[test]
fn opening_a_hit_hidden_by_the_filter_clears_it_with_a_notice() {
    let mut explorer = Explorer::open(120, 36);
    explorer.act(Action::Filter(Some(Status::Exceeded)));
    explorer.keys("/PAPI<Enter>");
    assert_eq!(explorer.app.filter().status, None);
    assert!(explorer.selected().contains("PAPI"));
    assert_eq!(explorer.app.notice(), Some(Notice::FilterCleared));
}

#[test]
fn pasted_text_is_a_query_and_never_a_command() {
    let mut explorer = Explorer::open(120, 36);
    explorer.act(Action::Paste("q\nhộ nghèo\u{1b}[2J".to_owned()));
    assert!(explorer.effects.is_empty());
    assert_eq!(explorer.app.search().unwrap().field.text(), "q hộ nghèo\u{1b}[2J");
    assert!(explorer.shows("␛[2J"));
}

#[test]
fn sorts_by_percent_in_descending_order_and_reverses_it() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("s<Down><Down><Enter>");
    assert_eq!(explorer.app.sort(), Sort { by: SortBy::Percent, reversed: false });
    let percents = |explorer: &Explorer| -> Vec<_> {
        let collection = &explorer.app.catalog().collection;
        let of = |row: usize| percent_of_plan(&collection.get(row).unwrap().indicator());
        explorer.app.rows().iter().map(of).collect()
    };
    let falling = percents(&explorer);
    let known: Vec<_> = falling.iter().flatten().collect();
    assert!(known.is_sorted_by(|a, b| a >= b));
    assert!(falling[known.len()..].iter().all(Option::is_none), "those without come last");
    explorer.keys("s<Enter>");
    assert!(explorer.app.sort().reversed);
    let rising = percents(&explorer);
    assert!(rising.iter().flatten().is_sorted());
    assert!(rising[known.len()..].iter().all(Option::is_none), "those without still come last");
    explorer.keys("x");
    assert_eq!(explorer.app.sort(), Sort::SOURCE);
    assert!(explorer.app.rows().iter().is_sorted());
}

#[test]
fn sorting_and_filtering_keep_the_selected_indicator() {
    let mut explorer = Explorer::open(120, 36);
    explorer.down(2);
    let name = explorer.selected();
    explorer.act(Action::SortBy(SortBy::Name));
    assert_eq!(explorer.selected(), name);
    explorer.act(Action::SortBy(SortBy::Change)).act(Action::Reset);
    assert_eq!(explorer.selected(), name);
    assert_eq!(explorer.app.selected(), Some(2));
}

#[test]
fn the_filter_shows_one_status_and_a_key_clears_it() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("f<Down><Enter>");
    assert_eq!(explorer.app.filter().status, Some(Status::Exceeded));
    let shown = explorer.app.rows().len();
    assert_eq!(shown, explorer.app.catalog().sections[0].counts.get(Status::Exceeded));
    explorer.keys("x");
    assert_eq!(explorer.app.rows().len(), explorer.app.catalog().collection.len());
}

#[test]
fn an_empty_filtered_list_shows_the_totals_of_the_source() {
    let mut explorer = Explorer::open(120, 36);
    explorer.act(Action::Filter(Some(Status::Missed)));
    assert!(explorer.app.rows().is_empty());
    assert!(explorer.shows("Nguồn báo 5 chỉ tiêu không đạt nhưng không nêu"));
    explorer.keys("jkG<Enter>y");
    assert!(explorer.effects.is_empty(), "there is nothing to copy");
}

#[test]
fn the_overview_selects_any_indicator_and_opens_it() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("g<Right>");
    let second = explorer.app.catalog().collection.datasets()[0].sections[1].indicators.start;
    assert_eq!(explorer.app.selected(), Some(second));
    explorer.keys("j<Left>");
    assert_eq!(explorer.app.selected(), Some(second));
    explorer.keys("<Left>");
    assert_eq!(explorer.app.selected(), Some(0));
    explorer.keys("G<Enter>");
    assert!(explorer.app.overview().is_none());
    assert_eq!(explorer.app.selected(), Some(explorer.app.rows().len() - 1));
    explorer.keys("<Esc>");
    assert!(explorer.app.overview().is_some(), "one Esc leads back to where it was opened from");
    explorer.keys("<Esc>");
    let before = explorer.app.clone();
    explorer.keys("gjj<Esc>");
    assert!(explorer.app == before);
}

#[test]
fn clicks_select_and_double_clicks_open() {
    let mut explorer = Explorer::open(120, 36);
    explorer.click("Trồng rừng mới", false);
    assert_eq!(explorer.selected(), "Trồng rừng mới");
    explorer.click("Xây dựng Đảng", false);
    assert_eq!(explorer.app.focus(), Pane::Sections);
    assert_eq!(explorer.app.sections().selected, 3);
    explorer.click("Tất cả", true);
    assert_eq!(explorer.app.focus(), Pane::Indicators);
    explorer.keys("<Home>");
    explorer.click("Trồng rừng mới", true);
    assert_eq!(explorer.app.focus(), Pane::Detail);
    explorer.click("toàn cảnh", false);
    assert!(explorer.app.overview().is_some());
    explorer.click("Trồng rừng mới", true);
    assert!(explorer.app.overview().is_none());
    assert_eq!(explorer.selected(), "Trồng rừng mới");
}

#[test]
fn a_click_outside_of_a_picker_closes_it_and_one_inside_chooses() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("s").act(Action::Click { at: Position::new(0, 20), double: false });
    assert!(explorer.app.picker().is_none());
    explorer.keys("s").click("thay đổi", false);
    assert_eq!(explorer.app.sort().by, SortBy::Change);
}

#[test]
fn the_wheel_moves_the_list_under_the_pointer() {
    let mut explorer = Explorer::open(120, 36);
    let at = explorer.find("Trồng rừng mới").unwrap();
    explorer.act(Action::Wheel { at, down: true });
    assert_eq!(explorer.app.selected(), Some(1));
    let at = explorer.find("Xây dựng Đảng").unwrap();
    explorer.act(Action::Wheel { at, down: true });
    assert_eq!(explorer.app.sections().selected, 1);
    assert_eq!(explorer.app.focus(), Pane::Indicators);
    // The headings of a list are part of it.
    let at = explorer.find("% KH ").unwrap();
    let before = explorer.app.selected();
    explorer.act(Action::Wheel { at, down: true });
    assert_ne!(explorer.app.selected(), before);
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut explorer = Explorer::open(120, 36);
    explorer.act(Action::Drag);
    assert!(explorer.shows("nhấn m để tắt chuột"));
    explorer.keys("m");
    assert_eq!(explorer.effects, [Effect::Mouse(false)]);
    assert!(!explorer.app.mouse_on());
    explorer.keys("m");
    assert_eq!(explorer.effects, [Effect::Mouse(false), Effect::Mouse(true)]);
}

#[test]
fn keys_request_effects_of_the_caller() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("y<Ctrl-l><Ctrl-z>q");
    assert_eq!(explorer.effects, [Effect::Copy, Effect::Redraw, Effect::Suspend, Effect::Quit]);
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("/q<Ctrl-c>");
    assert_eq!(explorer.effects, [Effect::Quit], "q is typed in the field, Ctrl-C ends");
}

#[test]
fn theme_and_language_change_while_it_runs() {
    let mut explorer = Explorer::open(120, 36);
    explorer.keys("t");
    assert_eq!(explorer.app.preferences().theme, Theme::Dark);
    explorer.keys("L");
    assert!(explorer.shows("Sections"));
    assert!(explorer.shows("Trồng rừng mới"), "the data stays as published");
}

#[test]
fn selection_and_scroll_survive_a_resize() {
    let mut explorer = Explorer::open(120, 36);
    explorer.down(12);
    let name = explorer.selected();
    for (width, height) in [(40, 15), (10, 2), (80, 24), (200, 8), (30, 60), (120, 36)] {
        explorer.resize(width, height);
        assert_eq!(explorer.selected(), name);
    }
    let list = explorer.app.indicators();
    assert!((list.top..list.top + list.page).contains(&12));
}

#[test]
fn no_key_is_bound_twice_for_one_thing_on_top() {
    use chitieu::app::Top;
    use chitieu::app::keymap::BINDINGS;
    for (at, binding) in BINDINGS.iter().enumerate() {
        for top in binding.tops {
            for key in binding.keys {
                let holds = |b: &chitieu::app::keymap::Binding| {
                    b.tops.contains(top) && b.keys.contains(key)
                };
                let first = BINDINGS.iter().position(holds);
                assert_eq!(first, Some(at), "{key:?} in {top:?} is bound twice");
            }
        }
    }
    for top in Top::ALL {
        let back =
            |b: &chitieu::app::keymap::Binding| b.tops.contains(&top) && b.action == Action::Back;
        let keys: usize = BINDINGS.iter().filter(|b| back(b)).map(|b| b.keys.len()).sum();
        assert!(keys > 1, "{top:?} has another back than Esc");
    }
}

#[test]
fn a_double_click_on_the_help_does_nothing_below_it() {
    let mut explorer = Explorer::open(120, 36);
    for below in ["", "/ho ngheo"] {
        explorer.keys(below).keys("<F1>");
        let before = explorer.app.clone();
        let at = explorer.find("PgUp").unwrap();
        explorer.act(Action::Click { at, double: false });
        explorer.act(Action::Click { at, double: true });
        assert!(explorer.app == before, "over {below:?}");
        explorer.keys("<Esc>");
    }
}

#[test]
fn a_large_collection_is_searched_in_chunks_between_keystrokes() {
    let names: Vec<String> = (0..120_000).map(|i| format!("Sản lượng cây trồng {i}")).collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.push("Tỷ lệ hộ nghèo");
    let dataset = Dataset::of_names("nhiều", names);
    let shared = Arc::new(Catalog::new(Collection::new(vec![dataset])));
    let mut app = App::new(shared, CHOICES);
    app.update(Action::Search);
    for c in "zho".chars() {
        app.update(Action::Edit(Edit::Insert(c)));
        assert!(app.is_searching() && app.search().unwrap().hits.is_empty());
        app.update(Action::ContinueSearch);
    }
    // A newer query replaces an unfinished one, and Enter waits for its hits.
    app.update(Action::Edit(Edit::DeleteToStart));
    app.update(Action::Paste("ho ngheo".to_owned()));
    assert!(app.is_searching());
    app.update(Action::Open);
    assert!(!app.is_searching());
    assert_eq!(app.selected(), Some(120_000));
    app.update(Action::Search);
    app.update(Action::Paste("san luong 7".to_owned()));
    let mut chunks = 0;
    while app.is_searching() {
        app.update(Action::ContinueSearch);
        chunks += 1;
    }
    assert!(chunks > 0 && !app.search().unwrap().hits.is_empty());
}
