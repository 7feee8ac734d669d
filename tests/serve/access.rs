//! Access: keys, balancers, what the log and the metrics say about it.

use std::fs;
use std::io::{Read, Write, copy};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Command;
use std::thread;

use crate::server::{PATIENCE, Server, generate_key, have_client};

#[test]
fn accepts_only_authorized_keys() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    for name in ["staff", "stranger"] {
        generate_key(&folder.path().join(name));
    }
    fs::copy(folder.path().join("staff.pub"), folder.path().join("authorized")).unwrap();
    let server = Server::start_in(folder, &["--authorized-keys", "authorized"]);
    let list_with = |key: &str| {
        let options = format!("-i {} -o IdentitiesOnly=yes", server.path(key));
        server.shell(&format!("{} search trong", server.client(&options)))
    };
    assert!(list_with("staff").status.success());
    server.logs("command started address=127.0.0.1 key=\"SHA256:");
    let refused = list_with("stranger");
    assert_eq!(refused.status.code(), Some(255));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("Permission denied"));
    server.logs("refused address=127.0.0.1 reason=\"key\"");
    assert_eq!(server.run_command("list").0, 255, "nor without a key");

    // Keys are reloaded with the data.
    fs::copy(server.path("stranger.pub"), server.path("authorized")).unwrap();
    server.signal(nix::sys::signal::Signal::SIGHUP);
    server.logs("data reloaded");
    let end = std::time::Instant::now() + PATIENCE;
    while !list_with("stranger").status.success() {
        assert!(std::time::Instant::now() < end);
    }
    assert_eq!(list_with("staff").status.code(), Some(255));
}

#[test]
fn limits_the_keys_of_a_connection() {
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

/// Starts a server that must fail to start; returns its error.
fn error_of(arguments: &[&str]) -> String {
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
fn reports_errors_at_the_start() {
    let open = error_of(&["--listen", "0.0.0.0:0"]);
    assert!(open.contains("--authorized-keys FILE, or say --public"), "{open}");
    let missing = error_of(&["--listen", "127.0.0.1:0", "nothing.json"]);
    assert!(missing.contains("nothing.json"), "{missing}");
    let keys = error_of(&["--listen", "127.0.0.1:0", "--authorized-keys", "nobody"]);
    assert!(keys.contains("nobody"), "{keys}");
    for option in ["--max-sessions", "--max-per-address", "--max-handshakes"] {
        let option = error_of(&["--listen", "127.0.0.1:0", option, "0"]);
        assert!(option.contains("cannot be `0`"), "{option}");
    }
    let stdin = error_of(&["--listen", "127.0.0.1:0", "-"]);
    assert!(stdin.contains("standard input"), "{stdin}");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let used = listener.local_addr().unwrap().to_string();
    let used = error_of(&["--listen", &used]);
    assert!(used.contains("cannot listen on"), "{used}");
}

/// Passes on one connection after a PROXY header, as a load balancer does. Returns its port.
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
fn accepts_a_proxy_header_from_listed_balancers_only() {
    if !have_client() {
        return;
    }
    const V1: &[u8] = b"PROXY TCP4 192.0.2.7 127.0.0.1 8080 2222\r\n";
    const V2: &[u8] =
        b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\xc0\0\x02\x08\x7f\0\0\x01\x1f\x90\x08\xae";
    let status_through = |server: &Server, header| {
        let options = format!("-p {}", balancer(server.address, header));
        let client = server.client("").replace(&format!("Port={}", server.address.port()), "Foo=");
        let client = client.replace("-o Foo=", &options);
        server.shell(&format!("{client} search trong")).status.code()
    };
    let server = Server::start(&["--proxy-protocol", "127.0.0.1,::1"]);
    assert_eq!(status_through(&server, V1), Some(0));
    server.logs("command started address=192.0.2.7");
    assert_eq!(status_through(&server, V2), Some(0));
    server.logs("command started address=192.0.2.8");
    assert_eq!(server.run_command("list").0, 255, "a balancer's connection begins with a header");
    server.logs("reason=\"proxy\"");

    let closed = Server::start(&["--proxy-protocol", "192.0.2.1"]);
    assert_eq!(
        status_through(&closed, V1),
        Some(255),
        "a header from an address that is not listed"
    );
    assert_eq!(closed.run_command("search trong").0, 0);
}

#[test]
fn serves_metrics() {
    if !have_client() {
        return;
    }
    let server = Server::start(&["--metrics", "127.0.0.1:0", "--max-sessions", "1"]);
    let line = server.logs("metrics address=");
    let address = line.split("address=").nth(1).unwrap().trim().to_owned();
    let get = |path: &str| {
        let mut socket = TcpStream::connect(&address).unwrap();
        write!(socket, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut text = String::new();
        socket.read_to_string(&mut text).unwrap();
        text
    };
    let mut session = server.open_session("-o SetEnv=LANG=vi_VN.UTF-8");
    session.expect("GRDP").send("jj").expect("▸▲ Trồng rừng mới");
    assert_eq!(server.run_command("list").0, 1);
    let text = get("/metrics");
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    for line in ["chitieu_sessions 1", "chitieu_refused_total{reason=\"sessions\"} 1"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    let keys =
        text.lines().find_map(|line| line.strip_prefix("chitieu_key_latency_seconds_count "));
    assert!(keys.unwrap().parse::<u32>().unwrap() >= 1, "{text}");
    assert!(get("/").starts_with("HTTP/1.1 404"));
    // A request that is too long gets no response.
    let mut socket = TcpStream::connect(&address).unwrap();
    let _ = socket.write_all(&[b'x'; 100_000]);
    let mut text = Vec::new();
    let _ = socket.read_to_end(&mut text);
    assert!(text.is_empty());
    session.send("q");
    assert_eq!(session.wait(), 0);
}

/// A key that no client could use is reported.
#[test]
fn rejects_rsa_keys_at_the_start() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let key = folder.path().join("rsa");
    let made =
        Command::new("ssh-keygen").args(["-q", "-t", "rsa", "-N", "", "-f"]).arg(&key).status();
    assert!(made.unwrap().success());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (host_key, client_key) = (path("rsa"), path("rsa.pub"));
    let host_key_error = error_of(&["--listen", "127.0.0.1:0", "--host-key", &host_key]);
    assert!(
        host_key_error.contains("rsa: ssh-rsa") && host_key_error.contains("ed25519"),
        "{host_key_error}"
    );
    let client_key = error_of(&["--listen", "127.0.0.1:0", "--authorized-keys", &client_key]);
    assert!(
        client_key.contains("rsa.pub:1: ssh-rsa") && client_key.contains("ed25519"),
        "{client_key}"
    );
}

/// A key exchange that takes the server a second, for a packet that costs the client nothing, could shut
/// everyone out.
#[test]
fn offers_no_slow_key_exchange() {
    if !have_client() {
        return;
    }
    let server = Server::start(&[]);
    let client = server.client("-o KexAlgorithms=+diffie-hellman-group18-sha512 -vv");
    let output = server
        .shell(&format!("{} search trong", client.replace("LogLevel=ERROR", "LogLevel=DEBUG2")));
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    let offered = log.split("peer server KEXINIT").nth(1).unwrap().lines().nth(1).unwrap();
    assert!(offered.contains("curve25519-sha256,"), "{offered}");
    assert!(!offered.contains("diffie-hellman"), "{offered}");
}
