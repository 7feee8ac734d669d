//! Floods: of lines for a log that nobody reads, of readers of the metrics, of connections that say nothing.

use std::io::Read;
use std::net::TcpStream;

use nix::sys::signal::Signal;

use crate::server::{PATIENCE, Server, have_client};

#[test]
fn a_log_that_nobody_reads_holds_up_nobody() {
    let arguments = ["--metrics", "127.0.0.1:0", "--max-per-address", "1"];
    let mut server = Server::start_unread(&arguments);
    let _held = TcpStream::connect(server.address).unwrap();
    // Each of them is a line, of which a pipe takes some hundreds.
    for _ in 0..6000 {
        let mut refused = TcpStream::connect(server.address).unwrap();
        refused.set_read_timeout(Some(PATIENCE)).unwrap();
        let _ = refused.read(&mut [0; 64]);
    }
    assert!(server.counted("chitieu_log_lines_dropped_total") > 0, "{}", server.metrics());
    server.signal(Signal::SIGTERM);
    assert!(server.wait());
}

#[test]
fn slow_readers_of_the_metrics_hold_up_nobody() {
    let server = Server::start(&["--metrics", "127.0.0.1:0"]);
    let slow: Vec<_> =
        (0..200).map(|_| TcpStream::connect(server.metrics_address()).unwrap()).collect();
    assert!(server.metrics().contains("chitieu_visits 0"));
    drop(slow);
}

/// They come from as many addresses as loopback has, and stay within the share of each.
#[test]
#[cfg(target_os = "linux")]
fn silent_connections_shut_nobody_out() {
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
    let (status, out, err) = server.ask("show papi --format json");
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("papi"), "{out}");
    assert!(server.counted("chitieu_refused_total{reason=\"handshakes\"}") > 0);
    drop(silent);
}

#[test]
fn one_address_has_a_share_of_the_silent_places() {
    let server = Server::start(&["--metrics", "127.0.0.1:0", "--max-per-address", "100"]);
    let silent: Vec<_> = (0..60).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    // The oldest of them has gone.
    let mut oldest = &silent[0];
    oldest.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut seen = Vec::new();
    let _ = oldest.read_to_end(&mut seen);
    assert!(seen.starts_with(b"SSH-2.0-chitieu"), "it was spoken to before");
    drop(silent);
}
