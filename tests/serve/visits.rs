//! The explorer on a client's terminal.

use crate::server::{Server, have_client};

const UTF8: &str = "-o SetEnv=LANG=vi_VN.UTF-8";

#[test]
fn keys_search_resizing_and_the_way_out() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut visit = server.visit(UTF8);
    visit.expect("GRDP").expect("q thoát").send("jj").expect("▸▲ Trồng rừng mới");
    visit.send("/hộ ngh").send("\x1b").expect_gone("Tìm");
    visit.send("/giảm ngh").send("èo").expect("▸· Tỷ lệ giảm nghèo").send("\r");
    visit.resize(120, 30).expect("Chi tiết").send("q");
    assert_eq!(visit.wait(), 0);
    visit.assert_restored();
    server.logs("visit ended address=127.0.0.1 ended=\"quit\"");
}

#[test]
fn pieces_of_letters_and_sequences_are_put_together() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut visit = server.visit(UTF8);
    visit.expect("GRDP").send("/");
    visit.expect("Tìm");
    for byte in "trồng rừng".as_bytes() {
        visit.send_bytes(&[*byte]);
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    visit.expect("▸▲ Trồng rừng mới").send("\x1b[200~ mới\r\x1b[201~");
    visit.expect("trồng rừng mới").send("\x03");
    assert_eq!(visit.wait(), 0);
    visit.assert_restored();
}

#[test]
fn the_clients_locale_terminal_and_wish_for_no_colour_count() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut english = server.visit("-o SetEnv=LC_ALL=en_GB.UTF-8");
    english.expect("q quit").send("q");
    assert_eq!(english.wait(), 0);

    let mut ascii = server.visit("-o SetEnv=LANG=C");
    ascii.expect("q thoat").send("q");
    ascii.wait();
    assert!(ascii.raw.is_ascii());

    let mut untold = server.visit("");
    untold.expect("q thoát").send("q");
    assert!(untold.raw.windows(4).any(|part| part == b"\x1b[36" || part == b"\x1b[32"));
    untold.wait();

    let mut plain = server.visit("-o SetEnv=NO_COLOR=1");
    plain.expect("q thoát");
    let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    let coloured =
        |(row, column)| plain.vt().cell(row, column).unwrap().fgcolor() != vt100::Color::Default;
    assert!(!cells.clone().any(coloured), "no colour at all");
    plain.send("q").wait();
}

#[test]
fn two_visits_of_one_connection_do_not_disturb_each_other() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let options = format!("{UTF8} -o ControlPath={}", server.path("control"));
    let mut first = server.visit(&format!("{options} -o ControlMaster=yes"));
    first.expect("GRDP").send("jj").expect("▸▲ Trồng rừng mới");
    let mut second = server.visit(&format!("{options} -o ControlMaster=no"));
    second.expect("▸▲ GRDP").send("j").expect_gone("▸▲ GRDP").send("q");
    assert_eq!(second.wait(), 0);
    first.send("kk").expect("▸▲ GRDP").send("q");
    assert_eq!(first.wait(), 0);
}

#[test]
fn what_is_typed_is_not_logged() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut visit = server.visit(UTF8);
    visit.expect("GRDP").send("/bimatlam").expect("bimatlam").send("\x03");
    visit.wait();
    server.ask("search bimatkhac");
    server.logs("visit ended");
    assert!(!server.log().contains("bimat"), "{}", server.log());
}

/// The rest of it is more than is kept, and more than may be typed at once.
#[test]
fn whoever_leaves_does_not_wait_for_what_they_typed_besides() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let mut visit = server.visit(UTF8);
    visit.expect("GRDP").send(&format!("q{}", "x".repeat(30_000)));
    assert_eq!(visit.wait(), 0);
    visit.assert_restored();
}

#[test]
fn a_dumb_terminal_gets_the_list() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--lang", "vi"]);
    let line = format!("exec env TERM=dumb {} -tt", server.client(""));
    let mut visit = crate::session::Session::shell(&line, 80, 24);
    assert_eq!(visit.wait(), 0);
    assert!(!visit.raw.contains(&b'\x1b'), "{}", visit.screen());
    assert!(String::from_utf8_lossy(&visit.raw).contains("Trong rung moi"));
}
