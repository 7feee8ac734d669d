//! A server for a test, and OpenSSH's client for it.

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

/// The timeout of every wait: much longer than any takes.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub folder: TempDir,
    log: Log,
}

/// The log of the server, as it is written.
#[derive(Clone, Default)]
struct Log(Arc<(Mutex<String>, Condvar)>);

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        Self::start_in(TempDir::new().unwrap(), arguments)
    }

    pub fn start_in(folder: TempDir, arguments: &[&str]) -> Self {
        Self::start_with(folder, arguments, true)
    }

    /// Starts a server whose log is read up to the line about listening, and no further.
    pub fn start_unread(arguments: &[&str]) -> Self {
        Self::start_with(TempDir::new().unwrap(), arguments, false)
    }

    fn start_with(folder: TempDir, arguments: &[&str], read_log: bool) -> Self {
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
                    if listens && !read_log {
                        // The pipe stays open and unread.
                        loop {
                            thread::park();
                        }
                    }
                }
            }
        });
        let line = log.wait_for(" listening address=", 1);
        let address = line.split("listening address=").nth(1).unwrap();
        let address = address.split_whitespace().next().unwrap().parse().unwrap();
        Self { child, address, folder, log }
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Waits for a line of the log that contains the text, and returns it.
    pub fn logs(&self, text: &str) -> String {
        self.log.wait_for(text, 1)
    }

    /// Waits until the number of lines of the log contain the text: a client can end before the line about it
    /// is written.
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

    /// The metrics, as Prometheus reads them; needs `--metrics 127.0.0.1:0`.
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

    /// The value of a metric.
    pub fn metric(&self, name: &str) -> u64 {
        let text = self.metrics();
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.trim().parse().unwrap()
    }

    /// The proportional set size (PSS) of the server in KiB.
    pub fn memory(&self) -> usize {
        let path = format!("/proc/{}/smaps_rollup", self.child.id());
        let text = std::fs::read_to_string(path).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
    }

    /// The number of open files and connections of the server.
    pub fn files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).unwrap().count()
    }

    /// Waits until the server ends. Returns whether it exited with success.
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

    /// The command line of the client, up to the host.
    pub fn client(&self, options: &str) -> String {
        self.client_command("ssh", options)
    }

    pub fn client_command(&self, program: &str, options: &str) -> String {
        let port = self.address.port();
        format!(
            "{program} -F none {options} -o Port={port} -o StrictHostKeyChecking=no \
             -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o IdentityAgent=none \
             -o IdentityFile=none -o BatchMode=yes -o SendEnv=none 127.0.0.1"
        )
    }

    /// Opens an explorer in a pseudo-terminal.
    pub fn open_session(&self, options: &str) -> Session {
        Session::shell(&format!("exec {}", self.client(options)), 80, 24)
    }

    /// Runs a shell command line in which `$ssh` and `$sftp` are the client.
    pub fn shell(&self, line: &str) -> Output {
        Command::new("sh")
            .args(["-c", line])
            .env("ssh", self.client(""))
            .env_remove("DISPLAY")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// Runs `ssh HOST COMMAND`. Returns the exit status, standard output and standard error.
    pub fn run_command(&self, command: &str) -> (i32, String, String) {
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

    fn wait_for(&self, text: &str, times: usize) -> String {
        let matches = |line: &&str| line.contains(text);
        let missing = |text: &mut String| text.lines().filter(matches).count() < times;
        let text = self.0.0.lock().unwrap();
        let (text, result) = self.0.1.wait_timeout_while(text, PATIENCE, missing).unwrap();
        assert!(!result.timed_out(), "{text:?} is not logged {times} times:\n{text}");
        text.lines().find(matches).unwrap().to_owned()
    }
}

/// Whether OpenSSH's client is installed; prints a note if it is not.
pub fn have_client() -> bool {
    let is_installed = Command::new("ssh").arg("-V").stderr(Stdio::null()).status().is_ok();
    assert!(
        is_installed || std::env::var_os("CHITIEU_REQUIRE_SSH").is_none(),
        "OpenSSH's client is missing: apt-get install openssh-client"
    );
    if !is_installed {
        eprintln!("skipped: OpenSSH's client is missing (apt-get install openssh-client)");
    }
    is_installed
}

/// Writes a private key that others may not read, as ssh requires.
pub fn generate_key(path: &Path) {
    let status = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(path)
        .status()
        .unwrap();
    assert!(status.success());
}
