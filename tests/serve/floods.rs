//! Floods: log lines without a reader, clients of the metrics endpoint, silent connections.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;

use nix::sys::signal::Signal;

use crate::server::{PATIENCE, Server, have_client};

#[test]
fn a_log_without_a_reader_blocks_nothing() {
    let arguments = ["--metrics", "127.0.0.1:0", "--proxy-protocol", "127.0.0.1"];
    let mut server = Server::start_unread(&arguments);
    // A connection without a header is rejected with one line of the log; a pipe holds some hundreds.
    for _ in 0..4000 {
        let mut refused = TcpStream::connect(server.address).unwrap();
        refused.set_read_timeout(Some(PATIENCE)).unwrap();
        let _ = refused.write_all(b"GET / HTTP/1.1\r\nHost: chitieu\r\n\r\n");
        let _ = refused.read(&mut [0; 64]);
    }
    assert!(server.metric("chitieu_log_lines_dropped_total") > 0, "{}", server.metrics());
    server.signal(Signal::SIGTERM);
    assert!(server.wait());
}

#[test]
fn slow_clients_of_the_metrics_block_nothing() {
    let server = Server::start(&["--metrics", "127.0.0.1:0"]);
    let slow: Vec<_> =
        (0..200).map(|_| TcpStream::connect(server.metrics_address()).unwrap()).collect();
    assert!(server.metrics().contains("chitieu_sessions 0"));
    drop(slow);
}

/// They come from many addresses of the loopback, and stay within the share of each.
#[test]
#[cfg(target_os = "linux")]
fn silent_connections_leave_room_for_others() {
    use std::net::Ipv4Addr;
    use tokio::net::TcpSocket;

    if !have_client() {
        return;
    }
    let server = Server::start(&["--metrics", "127.0.0.1:0"]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let silent: Vec<_> = runtime.block_on(async {
        let mut silent = Vec::new();
        for at in 0..300u16 {
            let socket = TcpSocket::new_v4().unwrap();
            let from = Ipv4Addr::new(127, 1, 0, 1 + u8::try_from(at / 10).unwrap());
            socket.bind((from, 0).into()).unwrap();
            silent.push(socket.connect(server.address).await.unwrap());
        }
        silent
    });
    let (status, out, err) = server.run_command("show papi --format json");
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("papi"), "{out}");
    assert!(server.metric("chitieu_refused_total{reason=\"handshakes\"}") > 0);
    drop(silent);
}

#[test]
fn one_address_has_a_share_of_half_open_connections() {
    let server = Server::start(&["--metrics", "127.0.0.1:0", "--max-per-address", "100"]);
    let silent: Vec<_> = (0..60).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    // The oldest of them was evicted.
    let mut oldest = &silent[0];
    oldest.set_read_timeout(Some(PATIENCE)).unwrap();
    match oldest.read_to_end(&mut Vec::new()) {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset),
    }
    assert!(server.metric("chitieu_refused_total{reason=\"handshakes\"}") > 0);
}
