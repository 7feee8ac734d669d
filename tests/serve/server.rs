//! A server of this test's own, and OpenSSH's client for it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

use crate::session::Session;

/// How long anything may take before a test gives up on it: much longer than it takes.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub folder: TempDir,
    log: Log,
}

/// What the server logs, while it does.
#[derive(Clone, Default)]
struct Log(Arc<(Mutex<String>, Condvar)>);

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        Self::start_in(TempDir::new().unwrap(), arguments)
    }

    pub fn start_in(folder: TempDir, arguments: &[&str]) -> Self {
        Self::start_with(folder, arguments, true)
    }

    /// One whose log is read to where it listens, and no further.
    pub fn start_unread(arguments: &[&str]) -> Self {
        Self::start_with(TempDir::new().unwrap(), arguments, false)
    }

    fn start_with(folder: TempDir, arguments: &[&str], read_on: bool) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chitieu"))
            .args(["serve", "--listen", "127.0.0.1:0", "--host-key", "host_key"])
            .args(arguments)
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Log::default();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        thread::spawn({
            let log = log.clone();
            move || {
                for line in lines.map_while(Result::ok) {
                    let listens = line.contains(" listening address=");
                    log.push(&line);
                    if listens && !read_on {
                        // Kept open, and not read.
                        loop {
                            thread::park();
                        }
                    }
                }
            }
        });
        let told = log.wait_for(" listening address=", 1);
        let address = told.split("listening address=").nth(1).unwrap();
        let address = address.split_whitespace().next().unwrap().parse().unwrap();
        Self { child, address, folder, log }
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Waits for a line of the log with some text.
    pub fn logs(&self, text: &str) -> String {
        self.log.wait_for(text, 1)
    }

    /// Waits until so many lines of the log hold a text: a client can be gone before the line is written
    /// that tells of it.
    pub fn logs_times(&self, text: &str, times: usize) {
        self.log.wait_for(text, times);
    }

    pub fn log(&self) -> String {
        self.log.0.0.lock().unwrap().clone()
    }

    pub fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.child.id().try_into().unwrap()), signal).unwrap();
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// What is counted, as Prometheus reads it; needs `--metrics 127.0.0.1:0`.
    pub fn metrics(&self) -> String {
        let mut socket = std::net::TcpStream::connect(self.metrics_address()).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        socket.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut text = String::new();
        socket.read_to_string(&mut text).unwrap();
        text
    }

    pub fn metrics_address(&self) -> SocketAddr {
        let line = self.logs(" metrics address=");
        let address = line.split("metrics address=").nth(1).unwrap();
        address.split_whitespace().next().unwrap().parse().unwrap()
    }

    /// A figure of what is counted.
    pub fn counted(&self, name: &str) -> u64 {
        let text = self.metrics();
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.trim().parse().unwrap()
    }

    /// Its share of memory (PSS), in KiB.
    pub fn memory(&self) -> usize {
        let path = format!("/proc/{}/smaps_rollup", self.child.id());
        let text = std::fs::read_to_string(path).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
    }

    /// How many files, and connections, it has open.
    pub fn files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).unwrap().count()
    }

    /// Waits for the end; returns whether it was a clean one.
    pub fn wait(&mut self) -> bool {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.log());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// The client's command line, up to the host.
    pub fn client(&self, options: &str) -> String {
        self.client_of("ssh", options)
    }

    pub fn client_of(&self, program: &str, options: &str) -> String {
        let port = self.address.port();
        format!(
            "{program} -F none {options} -o Port={port} -o StrictHostKeyChecking=no \
             -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o IdentityAgent=none \
             -o IdentityFile=none -o BatchMode=yes -o SendEnv=none 127.0.0.1"
        )
    }

    /// An explorer in a pseudo-terminal.
    pub fn visit(&self, options: &str) -> Session {
        Session::shell(&format!("exec {}", self.client(options)), 80, 24)
    }

    /// Runs a line of shell with `$ssh` and `$sftp` for the client.
    pub fn shell(&self, line: &str) -> Output {
        Command::new("sh")
            .args(["-c", line])
            .env("ssh", self.client(""))
            .env_remove("DISPLAY")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// Gives a command, as `ssh HOST COMMAND`.
    pub fn ask(&self, command: &str) -> (i32, String, String) {
        let output = self.shell(&format!("$ssh {command}"));
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Log {
    fn push(&self, line: &str) {
        let mut text = self.0.0.lock().unwrap();
        text.push_str(line);
        text.push('\n');
        self.0.1.notify_all();
    }

    fn wait_for(&self, what: &str, times: usize) -> String {
        let holds = |line: &&str| line.contains(what);
        let missing = |text: &mut String| text.lines().filter(holds).count() < times;
        let text = self.0.0.lock().unwrap();
        let (text, late) = self.0.1.wait_timeout_while(text, PATIENCE, missing).unwrap();
        assert!(!late.timed_out(), "{what:?} is not logged {times} times:\n{text}");
        text.lines().find(holds).unwrap().to_owned()
    }
}

/// Whether OpenSSH's client is here; says so if it is not.
pub fn have_client() -> bool {
    let found = Command::new("ssh").arg("-V").stderr(Stdio::null()).status().is_ok();
    assert!(
        found || std::env::var_os("CHITIEU_REQUIRE_SSH").is_none(),
        "OpenSSH's client is missing: apt-get install openssh-client"
    );
    if !found {
        eprintln!("skipped: OpenSSH's client is missing (apt-get install openssh-client)");
    }
    found
}

/// A file that others may not read, as keys must be.
pub fn generate_key(path: &Path) {
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(path)
        .status()
        .unwrap();
    assert!(made.success());
}
