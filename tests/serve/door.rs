//! Who may enter, from where, and what is told of it.

use std::fs;
use std::io::{Read, Write, copy};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Command;
use std::thread;

use crate::server::{PATIENCE, Server, generate_key, have_client};

#[test]
fn only_those_with_an_authorized_key() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    for name in ["staff", "stranger"] {
        generate_key(&folder.path().join(name));
    }
    fs::copy(folder.path().join("staff.pub"), folder.path().join("authorized")).unwrap();
    let server = Server::start_in(folder, &["--authorized-keys", "authorized"]);
    let enter = |key: &str| {
        let options = format!("-i {} -o IdentitiesOnly=yes", server.path(key));
        server.shell(&format!("{} search trong", server.client(&options)))
    };
    assert!(enter("staff").status.success());
    server.logs("answer address=127.0.0.1 key=\"SHA256:");
    let refused = enter("stranger");
    assert_eq!(refused.status.code(), Some(255));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("Permission denied"));
    server.logs("refused address=127.0.0.1 reason=\"key\"");
    assert_eq!(server.ask("list").0, 255, "nor without a key");

    // Keys are read anew with the data.
    fs::copy(server.path("stranger.pub"), server.path("authorized")).unwrap();
    server.signal(nix::sys::signal::Signal::SIGHUP);
    server.logs("data reloaded");
    let end = std::time::Instant::now() + PATIENCE;
    while !enter("stranger").status.success() {
        assert!(std::time::Instant::now() < end);
    }
    assert_eq!(enter("staff").status.code(), Some(255));
}

#[test]
fn keys_cannot_be_tried_without_end() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let names: Vec<String> = (0..9).map(|at| format!("key{at}")).collect();
    for name in &names {
        generate_key(&folder.path().join(name));
    }
    fs::copy(folder.path().join("key8.pub"), folder.path().join("authorized")).unwrap();
    let server = Server::start_in(folder, &["--authorized-keys", "authorized"]);
    let keys: String = names.iter().map(|name| format!("-i {} ", server.path(name))).collect();
    let client = server.client(&format!("{keys} -o IdentitiesOnly=yes"));
    assert_eq!(server.shell(&format!("{client} list")).status.code(), Some(255));
    assert!(server.log().matches("reason=\"key\"").count() <= 6, "{}", server.log());
}

/// Starts a server that should not start; returns its complaint.
fn complaint(arguments: &[&str]) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["serve", "--lang", "en"])
        .args(arguments)
        .env("STATE_DIRECTORY", folder.path())
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn what_is_wrong_at_the_start_is_said() {
    let open = complaint(&["--listen", "0.0.0.0:0"]);
    assert!(open.contains("--authorized-keys FILE, or say --public"), "{open}");
    let missing = complaint(&["--listen", "127.0.0.1:0", "nothing.json"]);
    assert!(missing.contains("nothing.json"), "{missing}");
    let keys = complaint(&["--listen", "127.0.0.1:0", "--authorized-keys", "nobody"]);
    assert!(keys.contains("nobody"), "{keys}");
    for none in ["--max-visits", "--max-per-address", "--max-handshakes"] {
        let none = complaint(&["--listen", "127.0.0.1:0", none, "0"]);
        assert!(none.contains("cannot be `0`"), "{none}");
    }
    let stdin = complaint(&["--listen", "127.0.0.1:0", "-"]);
    assert!(stdin.contains("standard input"), "{stdin}");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = listener.local_addr().unwrap().to_string();
    let taken = complaint(&["--listen", &taken]);
    assert!(taken.contains("cannot listen on"), "{taken}");
}

/// Passes one connection on, after a header, as a load balancer does. Returns its port.
fn balancer(to: std::net::SocketAddr, header: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let (mut client, _) = listener.accept().unwrap();
        let mut server = TcpStream::connect(to).unwrap();
        server.write_all(header).unwrap();
        let (mut from, mut back) = (client.try_clone().unwrap(), server.try_clone().unwrap());
        thread::spawn(move || {
            let _ = copy(&mut from, &mut back);
            let _ = back.shutdown(Shutdown::Write);
        });
        let _ = copy(&mut server, &mut client);
        let _ = client.shutdown(Shutdown::Both);
    });
    port
}

#[test]
fn a_listed_balancer_tells_who_comes_and_nobody_else_does() {
    if !have_client() {
        return;
    }
    const V1: &[u8] = b"PROXY TCP4 192.0.2.7 127.0.0.1 8080 2222\r\n";
    const V2: &[u8] =
        b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\xc0\0\x02\x08\x7f\0\0\x01\x1f\x90\x08\xae";
    let through = |server: &Server, header| {
        let options = format!("-p {}", balancer(server.address, header));
        let client = server.client("").replace(&format!("Port={}", server.address.port()), "Foo=");
        let client = client.replace("-o Foo=", &options);
        server.shell(&format!("{client} search trong")).status.code()
    };
    let server = Server::start(&["--proxy-protocol", "127.0.0.1,::1"]);
    assert_eq!(through(&server, V1), Some(0));
    server.logs("answer address=192.0.2.7");
    assert_eq!(through(&server, V2), Some(0));
    server.logs("answer address=192.0.2.8");
    assert_eq!(server.ask("list").0, 255, "a balancer's connection begins with a header");
    server.logs("reason=\"proxy\"");

    let closed = Server::start(&["--proxy-protocol", "192.0.2.1"]);
    assert_eq!(through(&closed, V1), Some(255), "a header from an address that is not listed");
    assert_eq!(closed.ask("search trong").0, 0);
}

#[test]
fn what_is_counted_can_be_read() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--metrics", "127.0.0.1:0", "--max-visits", "1"]);
    let told = server.logs("metrics address=");
    let address = told.split("address=").nth(1).unwrap().trim().to_owned();
    let get = |path: &str| {
        let mut socket = TcpStream::connect(&address).unwrap();
        write!(socket, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut text = String::new();
        socket.read_to_string(&mut text).unwrap();
        text
    };
    let mut visit = server.visit("-o SetEnv=LANG=vi_VN.UTF-8");
    visit.expect("GRDP").send("jj").expect("▸▲ Trồng rừng mới");
    assert_eq!(server.ask("list").0, 1);
    let text = get("/metrics");
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    for line in ["chitieu_visits 1", "chitieu_refused_total{reason=\"visits\"} 1"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    let keys =
        text.lines().find_map(|line| line.strip_prefix("chitieu_key_latency_seconds_count "));
    assert!(keys.unwrap().parse::<u32>().unwrap() >= 1, "{text}");
    assert!(get("/").starts_with("HTTP/1.1 404"));
    // Whoever asks for too much is not listened to.
    let mut socket = TcpStream::connect(&address).unwrap();
    let _ = socket.write_all(&[b'x'; 100_000]);
    let mut text = Vec::new();
    let _ = socket.read_to_end(&mut text);
    assert!(text.is_empty());
    visit.send("q");
    assert_eq!(visit.wait(), 0);
}

/// What no client could use is not taken for a key.
#[test]
fn keys_that_cannot_be_used_are_complained_of() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let key = folder.path().join("rsa");
    let made =
        Command::new("ssh-keygen").args(["-q", "-t", "rsa", "-N", "", "-f"]).arg(&key).status();
    assert!(made.unwrap().success());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (host, guest) = (path("rsa"), path("rsa.pub"));
    let host = complaint(&["--listen", "127.0.0.1:0", "--host-key", &host]);
    assert!(host.contains("rsa: ssh-rsa") && host.contains("ed25519"), "{host}");
    let guest = complaint(&["--listen", "127.0.0.1:0", "--authorized-keys", &guest]);
    assert!(guest.contains("rsa.pub:1: ssh-rsa") && guest.contains("ed25519"), "{guest}");
}

/// A second of the processor for a packet that costs nothing would shut everyone out.
#[test]
fn no_exchange_of_keys_is_offered_that_takes_long() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let client = server.client("-o KexAlgorithms=+diffie-hellman-group18-sha512 -vv");
    let output = server
        .shell(&format!("{} search trong", client.replace("LogLevel=ERROR", "LogLevel=DEBUG2")));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let offered = told.split("peer server KEXINIT").nth(1).unwrap().lines().nth(1).unwrap();
    assert!(offered.contains("curve25519-sha256,"), "{offered}");
    assert!(!offered.contains("diffie-hellman"), "{offered}");
}
