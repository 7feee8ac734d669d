//! The measured servers as processes. The kernel reports their memory and processor time.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use russh::keys::PrivateKey;
use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::Ed25519Keypair;
use tempfile::TempDir;

use crate::client::Target;

const PROGRAM: &str = env!("CARGO_BIN_EXE_chitieu");
const SSHD: &str = "/usr/sbin/sshd";
/// The served data: the embedded dataset as a file, which can be reloaded.
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/bac-kan-2024.json");

pub struct Server {
    child: Child,
    _folder: TempDir,
    pub target: Target,
    /// Whether it is `chitieu serve`, one process with all sessions, or else sshd.
    pub is_chitieu: bool,
}

/// Raises the limit of open files of this process to the maximum: each session is one here, too.
pub fn open_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }).unwrap();
}

impl Server {
    /// Starts `chitieu serve` with room for this number of sessions from one address.
    pub fn serve(sessions: usize) -> Self {
        let sessions = sessions.to_string();
        let [all, address, handshakes] =
            ["--max-sessions", "--max-per-address", "--max-handshakes"];
        Self::start(&[
            all,
            &sessions,
            address,
            &sessions,
            handshakes,
            &sessions,
            "--login-grace",
            "10m",
        ])
    }

    /// Starts `chitieu serve` with its default limits.
    pub fn with_default_limits() -> Self {
        Self::start(&[])
    }

    fn start(limits: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let mut child = Command::new(PROGRAM)
            .args(["serve", DATA, "--listen", "127.0.0.1:0", "--host-key"])
            .arg(folder.path().join("host_key"))
            .args(limits)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            let (_, address) = line.split_once(" listening address=")?;
            Some(address.split_whitespace().next().unwrap().parse().unwrap())
        });
        thread::spawn(move || lines.for_each(drop));
        let target = Target { address: address.unwrap(), user: "guest".to_owned(), key: None };
        Self { child, _folder: folder, target, is_chitieu: true }
    }

    /// Starts sshd with a configuration for this run.
    pub fn openssh() -> Result<Self, String> {
        if !Path::new(SSHD).exists() {
            return Err(format!("{SSHD} is missing (apt-get install openssh-server)"));
        }
        let folder = TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let key = |name: &str, seed| {
            let key = PrivateKey::from(Ed25519Keypair::from_seed(&[seed; 32]));
            let text = key.to_openssh(LineEnding::LF).unwrap();
            write_private(&folder.path().join(name), text.as_bytes());
            key
        };
        key("host_key", 1);
        let client_key = key("guest_key", 2);
        let public = client_key.public_key().to_openssh().unwrap();
        fs::write(folder.path().join("authorized_keys"), public + "\n").unwrap();
        let address: SocketAddr = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let config = format!(
            "ListenAddress 127.0.0.1\nPort {}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\n\
             StrictModes no\nPermitRootLogin yes\nPasswordAuthentication no\nUsePAM no\n\
             MaxStartups 500\nAcceptEnv LANG LC_*\nPrintMotd no\nPrintLastLog no\n\
             ForceCommand {PROGRAM}\n",
            address.port(),
            path("host_key"),
            path("authorized_keys"),
        );
        fs::write(folder.path().join("config"), config).unwrap();
        // The directory in which sshd drops its privileges.
        let _ = fs::create_dir_all("/run/sshd");
        let child = Command::new(SSHD)
            .args(["-D", "-e", "-f", &path("config")])
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        let user = String::from_utf8(Command::new("id").arg("-un").output().unwrap().stdout);
        let user = user.unwrap().trim().to_owned();
        let target = Target { address, user, key: Some(Arc::new(client_key)) };
        let mut server = Self { child, _folder: folder, target, is_chitieu: false };
        for _ in 0..100 {
            if TcpStream::connect(address).is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait().unwrap() {
                return Err(format!("sshd ended: {status}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err("sshd does not listen".to_owned())
    }

    /// Makes the server reload its data.
    pub fn reload(&self) {
        let pid = nix::unistd::Pid::from_raw(i32::try_from(self.child.id()).unwrap());
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGHUP).unwrap();
    }

    /// The proportional set size (PSS) of the server and its child processes in KiB.
    pub fn memory(&self) -> usize {
        let pss = |pid: u32| {
            let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with("Pss:"));
            line.and_then(|line| line.split_whitespace().nth(1)?.parse::<usize>().ok()).unwrap_or(0)
        };
        self.processes().into_iter().map(pss).sum()
    }

    /// The processor time of the server and its child processes.
    pub fn processor_time(&self) -> Duration {
        let ticks = |pid: u32| {
            let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            // The fields after the name, which may contain any character.
            let fields: Vec<_> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
            let field = |at: usize| fields.get(at).and_then(|text| text.parse::<u64>().ok());
            field(11).unwrap_or(0) + field(12).unwrap_or(0)
        };
        let ticks: u64 = self.processes().into_iter().map(ticks).sum();
        // Linux reports 100 ticks a second to user space, whatever the rate of the kernel.
        Duration::from_millis(ticks * 10)
    }

    /// The ids of the process and all its descendants.
    fn processes(&self) -> Vec<u32> {
        let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
            .unwrap()
            .filter_map(|entry| {
                let pid = entry.ok()?.file_name().to_str()?.parse().ok()?;
                let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
                let parent = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
                Some((pid, parent))
            })
            .collect();
        let mut processes = vec![self.child.id()];
        let mut at = 0;
        while let Some(parent) = processes.get(at).copied() {
            processes.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
            at += 1;
        }
        processes
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let processes = self.processes();
        for pid in processes {
            let pid = nix::unistd::Pid::from_raw(i32::try_from(pid).unwrap());
            let _ = nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGTERM);
        }
        let _ = self.child.wait();
    }
}

fn write_private(path: &Path, bytes: &[u8]) {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file =
        fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).unwrap();
    file.write_all(bytes).unwrap();
}
