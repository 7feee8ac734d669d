//! The explorer on the terminal of a client.

use crate::server::{Server, have_client};

const UTF8: &str = "-o SetEnv=LANG=vi_VN.UTF-8";

#[test]
fn handles_keys_search_resizing_and_quitting() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut session = server.open_session(UTF8);
    session.expect("GRDP").expect("q thoát").send("jj").expect("▸▲ Trồng rừng mới");
    session.send("/hộ ngh").send("\x1b").expect_gone("Tìm");
    session.send("/giảm ngh").send("èo").expect("▸· Tỷ lệ giảm nghèo").send("\r");
    session.resize(120, 30).expect("Chi tiết").send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
    server.logs("session ended address=127.0.0.1 ended=\"quit\"");
}

#[test]
fn joins_pieces_of_letters_and_sequences() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut session = server.open_session(UTF8);
    session.expect("GRDP").send("/");
    session.expect("Tìm");
    for byte in "trồng rừng".as_bytes() {
        session.send_bytes(&[*byte]);
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    session.expect("▸▲ Trồng rừng mới").send("\x1b[200~ mới\r\x1b[201~");
    session.expect("trồng rừng mới").send("\x03");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn uses_the_locale_the_terminal_and_no_color_of_the_client() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut english = server.open_session("-o SetEnv=LC_ALL=en_GB.UTF-8");
    english.expect("q quit").send("q");
    assert_eq!(english.wait(), 0);

    let mut ascii = server.open_session("-o SetEnv=LANG=C");
    ascii.expect("q thoat").send("q");
    ascii.wait();
    assert!(ascii.raw.is_ascii());

    let mut no_locale = server.open_session("");
    no_locale.expect("q thoát").send("q");
    assert!(no_locale.raw.windows(5).any(|bytes| bytes == b"38;5;"));
    no_locale.wait();

    let mut plain = server.open_session("-o SetEnv=NO_COLOR=1");
    plain.expect("q thoát");
    let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    let coloured =
        |(row, column)| plain.vt().cell(row, column).unwrap().fgcolor() != vt100::Color::Default;
    assert!(!cells.clone().any(coloured), "no colour at all");
    plain.send("q").wait();
}

#[test]
fn two_sessions_of_one_connection_are_independent() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let options = format!("{UTF8} -o ControlPath={}", server.path("control"));
    let mut first = server.open_session(&format!("{options} -o ControlMaster=yes"));
    first.expect("GRDP").send("jj").expect("▸▲ Trồng rừng mới");
    let mut second = server.open_session(&format!("{options} -o ControlMaster=no"));
    second.expect("▸▲ GRDP").send("j").expect_gone("▸▲ GRDP").send("q");
    assert_eq!(second.wait(), 0);
    first.send("kk").expect("▸▲ GRDP").send("q");
    assert_eq!(first.wait(), 0);
}

#[test]
fn does_not_log_input() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut session = server.open_session(UTF8);
    session.expect("GRDP").send("/bimatlam").expect("bimatlam").send("\x03");
    session.wait();
    server.run_command("search bimatkhac");
    server.logs("session ended");
    assert!(!server.log().contains("bimat"), "{}", server.log());
}

/// The rest of the input is more than the queue holds, and more than the rate limit allows at once.
#[test]
fn quitting_does_not_wait_for_the_rest_of_the_input() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut session = server.open_session(UTF8);
    session.expect("GRDP").send_last(&format!("q{}", "x".repeat(30_000)));
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn a_dumb_terminal_gets_the_list() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--lang", "vi"]);
    let line = format!("exec env TERM=dumb {} -tt", server.client(""));
    let mut session = crate::session::Session::shell(&line, 80, 24);
    assert_eq!(session.wait(), 0);
    assert!(!session.raw.contains(&b'\x1b'), "{}", session.screen());
    assert!(String::from_utf8_lossy(&session.raw).contains("Trong rung moi"));
}
