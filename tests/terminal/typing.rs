//! Typing over a connection that splits bytes: nothing is lost, and pasted text is never executed.

use std::thread::sleep;
use std::time::Duration;

use unicode_normalization::UnicodeNormalization;

use crate::session::Session;

fn searching() -> Session {
    let mut session = Session::start(&[], 80, 24);
    session.expect("q thoát").send("/").expect("Gõ tên");
    session
}

#[test]
fn text_may_arrive_in_any_pieces() {
    let text = "tỷ lệ hộ nghèo";
    for piece in [1, 2, 3, 5] {
        for typed in [text.to_owned(), text.nfd().collect()] {
            let mut session = searching();
            for bytes in typed.as_bytes().chunks(piece) {
                session.send_bytes(bytes);
                sleep(Duration::from_millis(2));
            }
            session.expect("/ tỷ lệ hộ nghèo ").send("\x7f\x7f\x7f").expect("/ tỷ lệ hộ ng ");
            session.send("\x03");
            assert_eq!(session.wait(), 0);
        }
    }
}

#[test]
fn an_escape_sequence_may_arrive_in_pieces() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("▸▲ GRDP");
    for piece in ["\x1b", "[", "B"] {
        session.send(piece);
        sleep(Duration::from_millis(5));
    }
    session.expect("▸✓ Tổng thu ngân sách").send("\x1bO").send("B").expect("▸▲ Trồng rừng mới");
    session.send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn esc_alone_with_a_letter_and_repeated() {
    let mut session = searching();
    // Esc alone.
    session.send("ho").expect("/ ho").send("\x1b").expect("q thoát");
    // Alt with a letter: moves back by a word in a text field.
    session.send("/ho ngheo\x1bbx").expect("/ ho xngheo");
    // Esc and a letter typed one after the other, which arrive together.
    session.send("\x1bg").expect("thang 0–160 %");
    session.send("?\x1b\x1bj").expect("▸✓ Tổng thu ngân sách");
    session.send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn pastes_a_megabyte() {
    let mut session = searching();
    let mut paste = "q\x03\x1b[A\r\ns".repeat(1 << 17);
    paste.insert_str(0, "\x1b[200~ho ngheo ");
    paste.push_str("\x1b[201~");
    session.send(&paste).expect("Đoạn dán quá dài");
    // The whole paste was text: the next key is a key again.
    session.send("\x15xong").expect("/ xong").send("\x1b").expect("q thoát").send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

/// What is typed after the key to quit is more than a terminal holds.
#[test]
fn quitting_does_not_wait_for_the_rest_of_the_input() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("q thoát").send_last(&format!("q{}", "x".repeat(30_000)));
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn a_paste_anywhere_is_a_query() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("q thoát").send("\x1b[200~q\r\x03\x1b[201~").expect("/ q ␃");
    session.send("\x03");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_signal_during_a_paste_leaves_nothing_to_the_shell() {
    let mut session =
        Session::shell("trap : TERM; $CHITIEU; read -r line; echo \"[$line]\"", 80, 24);
    session.expect("q thoát").send("\x1b[200~half of it");
    sleep(Duration::from_millis(50));
    nix::sys::signal::killpg(session.foreground(), nix::sys::signal::Signal::SIGTERM).unwrap();
    session.expect_gone("q thoát").settle().send("typed\r").expect("[typed]");
    session.wait();
    session.assert_restored();
}

#[test]
fn a_key_reported_on_press_and_release_counts_once() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("▸▲ GRDP");
    // Press and release, as the kitty protocol reports them.
    session.send("\x1b[106;1:1u\x1b[106;1:3u").expect("▸✓ Tổng thu ngân sách");
    session.send("\x1b[1;1:1B\x1b[1;1:3B").expect("▸▲ Trồng rừng mới");
    session.send("/\x1b[110;1:1u\x1b[110;1:3u").expect("/ n ").settle();
    assert!(!session.screen().contains("/ nn"));
    session.send("\x03");
    assert_eq!(session.wait(), 0);
}

#[test]
fn late_replies_to_queries_are_not_keys() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("▸▲ GRDP");
    session.send("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;22c\x1bP1+r544e=71\x1b\\\x1b[24;80Rj");
    session.expect("▸✓ Tổng thu ngân sách").send("q");
    assert_eq!(session.wait(), 0);
}
