//! Reloading and closing with open sessions.

use std::fs;
use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use crate::server::{Server, generate_key, have_client};

const UTF8: &str = "-o SetEnv=LANG=vi_VN.UTF-8";

fn dataset(name: &str) -> String {
    format!(
        r#"{{ "id": "x", "place": "X", "period": "2024", "source": {{ "title": "T" }},
            "sections": [{{ "name": "S", "indicators": [{{ "id": "i", "name": "{name}", "actual": 1 }}] }}] }}"#
    )
}

#[test]
fn closing_informs_sessions_and_restores_their_screens() {
    if !have_client() {
        return;
    }
    let mut server = Server::start(&[]);
    let mut sessions =
        [server.open_session(UTF8), server.open_session("-o SetEnv=LANG=en_US.UTF-8")];
    sessions[0].expect("q thoát").send("/abc").expect("abc");
    sessions[1].expect("q quit").send("\x1b[");
    let start = Instant::now();
    server.signal(Signal::SIGTERM);
    for (session, message) in sessions.iter_mut().zip(["đang dừng", "is shutting down"]) {
        assert_eq!(session.wait(), 1);
        session.assert_restored();
        assert!(session.screen().contains(message), "{}", session.screen());
    }
    assert!(server.wait(), "{}", server.log());
    // Not a measurement: what does not end is cut off after five seconds, and here everything ends.
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn closing_does_not_wait_for_silent_connections() {
    let mut server = Server::start(&[]);
    let _silent = std::net::TcpStream::connect(server.address).unwrap();
    server.signal(Signal::SIGINT);
    assert!(server.wait(), "{}", server.log());
}

#[test]
fn a_reload_shows_new_data_to_new_sessions_and_a_broken_file_changes_nothing() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("data.json");
    fs::write(&file, dataset("Tên cũ")).unwrap();
    let server = Server::start_in(folder, &["data.json"]);
    let mut old_session = server.open_session(UTF8);
    old_session.expect("Tên cũ");

    fs::write(&file, dataset("Tên mới")).unwrap();
    server.signal(Signal::SIGHUP);
    server.logs("data reloaded");
    assert!(server.run_command("list --format csv").1.contains("Tên mới"));
    let mut new = server.open_session(UTF8);
    new.expect("Tên mới").send("q");
    assert_eq!(new.wait(), 0);

    fs::write(&file, "{ broken").unwrap();
    server.signal(Signal::SIGHUP);
    let message = server.logs("the old data stays");
    assert!(message.contains("data.json:1:"), "{message}");
    assert!(server.run_command("list --format csv").1.contains("Tên mới"));

    old_session.send("?").expect("Trợ giúp").send("\x1b").expect("Tên cũ").send("q");
    assert_eq!(old_session.wait(), 0, "the session continued");
}

#[test]
fn a_reload_at_the_start_does_not_end_the_server() {
    for _ in 0..4 {
        let server = Server::start(&[]);
        server.signal(Signal::SIGHUP);
        server.logs("data reloaded");
    }
}

#[test]
fn the_host_key_is_kept() {
    let first = Server::start(&[]);
    let key = fs::read_to_string(first.path("host_key")).unwrap();
    let message = first.logs("host_key=SHA256:");
    let folder = tempfile::TempDir::new().unwrap();
    fs::copy(first.path("host_key"), folder.path().join("host_key")).unwrap();
    let second = Server::start_in(folder, &[]);
    let fingerprint = |line: &str| line.split("host_key=").nth(1).unwrap()[..50].to_owned();
    assert_eq!(fingerprint(&message), fingerprint(&second.logs("host_key=SHA256:")));
    assert_eq!(fs::read_to_string(second.path("host_key")).unwrap(), key);
}

/// The disk is full, or the reader of the log is gone.
#[test]
#[cfg(target_os = "linux")]
fn an_unwritable_log_does_not_end_the_server() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap().to_string();
    drop(free);
    let mut server = std::process::Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["serve", "--listen", &address, "--host-key", "host_key"])
        .current_dir(&folder)
        .stderr(fs::OpenOptions::new().write(true).open("/dev/full").unwrap())
        .spawn()
        .unwrap();
    let end = Instant::now() + crate::server::PATIENCE;
    while std::net::TcpStream::connect(&address).is_err() {
        assert!(server.try_wait().unwrap().is_none(), "it has ended");
        assert!(Instant::now() < end, "it does not listen");
        std::thread::sleep(Duration::from_millis(10));
    }
    let port = address.rsplit(':').next().unwrap();
    let output = std::process::Command::new("ssh")
        .args(["-F", "none", "-p", port, "-o", "StrictHostKeyChecking=no", "-o", "BatchMode=yes"])
        .args(["-o", "UserKnownHostsFile=/dev/null", "-o", "IdentityAgent=none"])
        .args(["-o", "IdentityFile=none", "127.0.0.1", "show", "papi"])
        .stderr(std::process::Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(server.try_wait().unwrap().is_none());
    server.kill().unwrap();
    server.wait().unwrap();
}

/// Each connection is an open file; systems start programs with a low limit that they may raise.
#[test]
#[cfg(target_os = "linux")]
fn raises_its_limit_of_open_files() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut server = std::process::Command::new("sh")
        .args(["-c", "ulimit -Sn 200; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_chitieu")])
        .args(["serve", "--listen", "127.0.0.1:0", "--host-key", "host_key"])
        .current_dir(&folder)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(server.stderr.take().unwrap()).lines();
    let listens = log.any(|line| line.unwrap().contains(" listening address="));
    let limits = fs::read_to_string(format!("/proc/{}/limits", server.id())).unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(listens);
    let files = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap();
    let [limit, most] = [0, 1].map(|at| files.split_whitespace().nth(at).unwrap());
    assert_eq!(limit, most);
}

/// A table with this number of rows takes longer to read than a signal takes to arrive.
#[test]
#[cfg(target_os = "linux")]
fn closing_does_not_wait_for_loading() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path().join("data.csv");
    let rows: String = (0..400_000).map(|at| format!("Trồng rừng xã {at};ha;{at}\n")).collect();
    fs::write(&data, format!("Chỉ tiêu;ĐVT;TH 2024\n{rows}")).unwrap();
    let mut server = std::process::Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["serve", "data.csv", "--listen", "127.0.0.1:0", "--host-key", "host_key"])
        .current_dir(&folder)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let end = Instant::now() + crate::server::PATIENCE;
    let files = format!("/proc/{}/fd", server.id());
    let is_open = || {
        let files = fs::read_dir(&files).unwrap().flatten();
        files.flat_map(|file| fs::read_link(file.path())).any(|file| file == data)
    };
    while !is_open() {
        assert!(Instant::now() < end, "the data is not read");
    }
    let pid = nix::unistd::Pid::from_raw(server.id().try_into().unwrap());
    nix::sys::signal::kill(pid, Signal::SIGTERM).unwrap();
    while server.try_wait().unwrap().is_none() {
        if Instant::now() > end {
            server.kill().unwrap();
            panic!("it waits for the data");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let output = server.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(!log.contains("listening"), "{log}");
}

#[test]
fn a_removed_key_ends_its_sessions() {
    if !have_client() {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let keys = ["a", "b"].map(|name| folder.path().join(name));
    let public = keys.clone().map(|key| {
        generate_key(&key);
        fs::read_to_string(key.with_extension("pub")).unwrap()
    });
    let authorized = folder.path().join("keys");
    fs::write(&authorized, public.concat()).unwrap();
    let server = Server::start_in(folder, &["--authorized-keys", "keys"]);
    let open_session = |key: &std::path::Path| {
        // The first IdentityFile option is used.
        let mut session = server.open_session(&format!("-o IdentityFile={} {UTF8}", key.display()));
        session.expect("GRDP");
        session
    };
    let (mut kept, mut removed) = (open_session(&keys[0]), open_session(&keys[1]));
    fs::write(&authorized, &public[0]).unwrap();
    server.signal(Signal::SIGHUP);
    assert_eq!(removed.wait(), 1);
    removed.assert_restored();
    assert!(removed.screen().contains("Khóa của bạn không còn"), "{}", removed.screen());
    server.logs("ended=\"key removed\"");
    kept.send("?").expect("Trợ giúp").send("qq");
    assert_eq!(kept.wait(), 0);
}

#[test]
fn rejects_what_is_not_a_regular_file_at_the_start_and_at_a_reload() {
    use nix::sys::stat::Mode;
    let folder = tempfile::TempDir::new().unwrap();
    let pipe = folder.path().join("pipe");
    nix::unistd::mkfifo(&pipe, Mode::S_IRUSR | Mode::S_IWUSR).unwrap();
    let pipe = pipe.to_str().unwrap();
    let listen = ["serve", "--lang", "en", "--listen", "127.0.0.1:0"];
    for arguments in [
        &["--host-key", pipe][..],
        &["--host-key", "key", "--authorized-keys", pipe],
        &["--host-key", "key", pipe],
        &["--host-key", "key", "/dev/zero"],
        &["--host-key", "key", "."],
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_chitieu"));
        command.args(listen).args(arguments).current_dir(&folder);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("is not a regular file"), "{arguments:?}: {said}");
    }
    let file = folder.path().join("data.json");
    fs::write(&file, dataset("Tên")).unwrap();
    let mut server = Server::start_in(folder, &["data.json"]);
    fs::remove_file(&file).unwrap();
    nix::unistd::mkfifo(&file, Mode::S_IRUSR | Mode::S_IWUSR).unwrap();
    server.signal(Signal::SIGHUP);
    server.logs("the old data stays");
    server.signal(Signal::SIGTERM);
    assert!(server.wait(), "{}", server.log());
}
