//! Limits on what a client can make grow: connections, sessions, time.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;

use crate::server::{PATIENCE, Server, have_client};

const UTF8: &str = "-o SetEnv=LANG=vi_VN.UTF-8";

/// Reads until the server closes the connection.
fn read_to_end(mut socket: &TcpStream) -> Vec<u8> {
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut seen = Vec::new();
    match socket.read_to_end(&mut seen) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("it is not closed: {error}"),
    }
    seen
}

#[test]
fn limits_sessions_in_total() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--max-sessions", "1"]);
    let mut first = server.open_session(UTF8);
    first.expect("GRDP");
    let mut second = server.open_session(UTF8);
    second.expect("đã đủ số kết nối");
    assert_eq!(second.wait(), 1);
    let (status, out, err) = server.run_command("list");
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.contains("đã đủ số kết nối"), "{err}");
    first.send("q");
    assert_eq!(first.wait(), 0);
    server.logs("session ended");
    server.logs("reason=\"sessions\"");
    let mut third = server.open_session(UTF8);
    third.expect("GRDP").send("q");
    assert_eq!(third.wait(), 0);
}

#[test]
fn limits_connections_of_an_address() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--max-per-address", "1"]);
    let mut first = server.open_session(UTF8);
    first.expect("GRDP");
    let other = TcpStream::connect(server.address).unwrap();
    assert!(!read_to_end(&other).starts_with(b"SSH-"), "it gets no greeting");
    server.logs("refused address=127.0.0.1 reason=\"address\"");
    first.send("q");
    assert_eq!(first.wait(), 0);
}

/// Another address has a limit of its own.
#[test]
#[cfg(target_os = "linux")]
fn each_address_has_its_own_limit() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--max-per-address", "1"]);
    let mut sessions: Vec<_> = ["127.0.0.1", "127.0.0.2"]
        .into_iter()
        .map(|from| {
            let mut session = server.open_session(&format!("{UTF8} -o BindAddress={from}"));
            session.expect("GRDP");
            session
        })
        .collect();
    let third = server.shell(&format!("{} list", server.client("-o BindAddress=127.0.0.2")));
    assert_eq!(third.status.code(), Some(255));
    server.logs("refused address=127.0.0.2 reason=\"address\"");
    assert!(!server.log().contains("refused address=127.0.0.1"), "{}", server.log());
    for session in &mut sessions {
        session.send("q");
        assert_eq!(session.wait(), 0);
    }
}

#[test]
fn limits_half_open_connections() {
    let server = Server::start(&["--max-handshakes", "2", "--metrics", "127.0.0.1:0"]);
    let connect = || {
        let mut socket = TcpStream::connect(server.address).unwrap();
        let mut greeting = [0; 4];
        socket.read_exact(&mut greeting).unwrap();
        assert_eq!(&greeting, b"SSH-");
        socket
    };
    let (first, _second) = (connect(), connect());
    // One address may have half of them here; the oldest is evicted.
    read_to_end(&first);
    server.logs("reason=\"handshakes\"");
    if have_client() {
        assert_eq!(server.run_command("search trong").0, 0, "and so does the other to a client");
    }
}

#[test]
fn limits_the_time_without_a_session() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--login-grace", "1s"]);
    let silent = TcpStream::connect(server.address).unwrap();
    assert!(read_to_end(&silent).starts_with(b"SSH-"));
    let mut half = TcpStream::connect(server.address).unwrap();
    half.write_all(b"SSH-2.0-half\r\n\0\0\x10").unwrap();
    read_to_end(&half);
    let nothing = server.shell(&format!("timeout 30 {}", server.client("-N")));
    assert_eq!(nothing.status.code(), Some(255), "a client that asks for nothing");
    server.logs_times("reason=\"grace\"", 3);
}

#[test]
fn limits_the_time_without_a_key() {
    if !have_client() {
        return;
    }
    // Keys keep a session open: they come more often than the limit.
    let server = Server::start(&["--idle", "3s"]);
    let mut idle = server.open_session(UTF8);
    idle.expect("GRDP");
    assert_eq!(idle.wait(), 1);
    idle.assert_restored();
    assert!(idle.screen().contains("lâu không có phím"), "{}", idle.screen());
    server.logs("ended=\"idle\"");
}

#[test]
fn accepts_the_largest_limits() {
    let max = usize::MAX.to_string();
    let limits = ["--max-sessions", &max, "--max-per-address", &max, "--max-handshakes", &max];
    let long = ["--idle", "500000000000y", "--login-grace", "500000000000y"];
    let server = Server::start(&[&limits[..], &long[..]].concat());
    if have_client() {
        assert_eq!(server.run_command("search trong").0, 0);
    }
}
