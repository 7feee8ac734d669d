//! A panic gives the terminal back too, in whichever thread it happens, and is reported with its place.
//!
//! The explorer has no way to panic on purpose. This binary is therefore both: run by itself, it looks
//! at a pseudo-terminal; run in there, it is an explorer whose view or whose other thread panics.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a test fails by panicking and tells what it does; the session has more than is used here"
)]

use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use chitieu::app::{App, Catalog, Lang, Preferences, Theme};
use chitieu::model::Collection;
use chitieu::terminal::{self, Mailbox};
use chitieu::{dataset, ui};
use portable_pty::CommandBuilder;
use session::Session;

#[path = "terminal/session.rs"]
mod session;

/// Says which part this process plays.
const PART: &str = "CHITIEU_TEST_PANICS_IN";

fn main() -> ExitCode {
    if let Ok(part) = env::var(PART) {
        return explore_and_panic(&part);
    }
    println!("\nrunning 3 tests");
    let tests: [(&str, fn()); 3] = [
        ("in_a_view", in_a_view),
        ("in_another_thread", in_another_thread),
        ("before_anything_is_drawn", before_anything_is_drawn),
    ];
    for (name, test) in tests {
        test();
        println!("test {name} ... ok");
    }
    println!("\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n");
    ExitCode::SUCCESS
}

fn in_a_view() {
    let mut session = started("view");
    session.expect("q thoát").send("j");
    assert_reported(&mut session, "xin lỗi", "a view cannot draw ␛[2J");
}

fn in_another_thread() {
    let mut session = started("thread");
    session.expect("q thoát");
    assert_reported(&mut session, "xin lỗi", "a thread went astray");
}

fn before_anything_is_drawn() {
    let mut session = started("first");
    assert_reported(&mut session, "xin lỗi", "nothing can be drawn");
}

fn started(part: &str) -> Session {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.env(PART, part);
    Session::run(command, 120, 24)
}

/// The terminal is as it was, and after that the panic is reported: what, where, how to report it.
fn assert_reported(session: &mut Session, apology: &str, what: &str) {
    assert_eq!(session.wait(), 101);
    session.assert_restored();
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let (_, after) = raw.rsplit_once("\x1b[?1049l").expect("the main screen is back");
    assert!(after.contains(apology), "{after:?}");
    assert!(after.contains(what), "{after:?}");
    assert!(after.contains("tests/panics.rs:"), "{after:?}");
    assert!(after.contains("xin báo"), "{after:?}");
    assert!(!after.contains('\x1b'), "what a panic quotes is shown, not obeyed: {after:?}");
    assert_eq!(raw.matches("\x1b[?1049l").count(), 1, "given back once");
}

fn explore_and_panic(part: &str) -> ExitCode {
    let collection = Collection::new(vec![dataset::embedded().unwrap()]);
    let choices =
        Preferences { lang: Lang::Vietnamese, theme: Theme::Terminal, ascii: false, mouse: true };
    let app = App::new(Arc::new(Catalog::new(collection)), choices);
    if part == "thread" {
        std::thread::spawn(|| {
            std::thread::sleep(Duration::from_millis(300));
            panic!("a thread went astray");
        });
    }
    let (_messenger, arrivals) = Mailbox::open(|| {}).unwrap();
    let ended = terminal::run_view(app, arrivals, |app, buffer| {
        assert!(part != "first", "nothing can be drawn");
        assert!(part != "view" || app.selected() == Some(0), "a view cannot draw \x1b[2J");
        ui::draw(app, buffer)
    });
    println!("{ended:?}: it should not have come here");
    ExitCode::FAILURE
}
