//! Typing over a line: nothing is lost, and nothing that was pasted is obeyed.

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
fn text_that_comes_in_any_pieces() {
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
fn an_escape_sequence_that_comes_in_pieces() {
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
fn esc_alone_with_a_letter_and_in_a_chain() {
    let mut session = searching();
    // The key alone, after which nothing comes.
    session.send("ho").expect("/ ho").send("\x1b").expect("q thoát");
    // Alt and a letter that means something with it: a word back, from where text goes in.
    session.send("/ho ngheo\x1bbx").expect("/ ho xngheo");
    // Typed one after the other, and arrived together.
    session.send("\x1bg").expect("thang 0–160 %");
    session.send("?\x1b\x1bj").expect("▸✓ Tổng thu ngân sách");
    session.send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_paste_of_a_megabyte() {
    let mut session = searching();
    let mut paste = "q\x03\x1b[A\r\ns".repeat(1 << 17);
    paste.insert_str(0, "\x1b[200~ho ngheo ");
    paste.push_str("\x1b[201~");
    session.send(&paste).expect("Đoạn dán quá dài");
    // It was taken for text to its end: the next key is a key.
    session.send("\x15xong").expect("/ xong").send("\x1b").expect("q thoát").send("q");
    assert_eq!(session.wait(), 0);
    session.assert_given_back();
}

#[test]
fn a_paste_anywhere_is_a_query() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("q thoát").send("\x1b[200~q\r\x03\x1b[201~").expect("/ q ␃");
    session.send("\x03");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_signal_in_the_middle_of_a_paste_leaves_none_of_it_to_the_shell() {
    let mut session =
        Session::shell("trap : TERM; $CHITIEU; read -r line; echo \"[$line]\"", 80, 24);
    session.expect("q thoát").send("\x1b[200~half of it");
    sleep(Duration::from_millis(50));
    nix::sys::signal::killpg(session.foreground(), nix::sys::signal::Signal::SIGTERM).unwrap();
    session.expect_gone("q thoát").settle().send("typed\r").expect("[typed]");
    session.wait();
    session.assert_given_back();
}

#[test]
fn a_key_that_is_told_twice_is_pressed_once() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("▸▲ GRDP");
    // Press and release, as terminals with the kitty protocol tell them.
    session.send("\x1b[106;1:1u\x1b[106;1:3u").expect("▸✓ Tổng thu ngân sách");
    session.send("\x1b[1;1:1B\x1b[1;1:3B").expect("▸▲ Trồng rừng mới");
    session.send("/\x1b[110;1:1u\x1b[110;1:3u").expect("/ n ").settle();
    assert!(!session.screen().contains("/ nn"));
    session.send("\x03");
    assert_eq!(session.wait(), 0);
}

#[test]
fn late_answers_to_others_are_no_keys() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("▸▲ GRDP");
    session.send("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;22c\x1bP1+r544e=71\x1b\\\x1b[24;80Rj");
    session.expect("▸✓ Tổng thu ngân sách").send("q");
    assert_eq!(session.wait(), 0);
}
