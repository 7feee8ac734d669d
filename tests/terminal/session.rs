//! A pseudo-terminal that runs the program: press keys, wait for text, read the screen.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::termios::{LocalFlags, Termios};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The timeout of every wait, much longer than any takes.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Session {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    pub child: Box<dyn Child + Send + Sync>,
    /// All output so far.
    pub raw: Vec<u8>,
    before: Termios,
    /// Whether output is read.
    reading: Arc<AtomicBool>,
}

impl Session {
    /// Runs the program with these arguments.
    pub fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chitieu"));
        command.args(arguments);
        Self::run(command, columns, rows)
    }

    /// Runs a shell command line, for what needs a shell: pipes, jobs.
    pub fn shell(line: &str, columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", line]);
        command.env("CHITIEU", env!("CARGO_BIN_EXE_chitieu"));
        Self::run(command, columns, rows)
    }

    /// Runs a command.
    pub fn run(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "vi_VN.UTF-8");
        for name in ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR"] {
            command.env_remove(name);
        }
        let before = pair.master.get_termios().unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        let reading = Arc::new(AtomicBool::new(true));
        let is_reading = reading.clone();
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                while !is_reading.load(Ordering::Relaxed) {
                    thread::sleep(Duration::from_millis(5));
                }
                if send.send(bytes[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(nonzero(rows), nonzero(columns), 0);
        let raw = Vec::new();
        Self { master: pair.master, writer, output, parser, child, raw, before, reading }
    }

    /// Types text, or sends a key's bytes.
    pub fn send(&mut self, bytes: &str) -> &mut Self {
        self.writer.write_all(bytes.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Sends bytes, which need not be complete characters.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Types a text of which the program need not read all, and nothing after it: writing to a terminal
    /// that the program has closed can block for good, so it happens on a thread that nobody waits for.
    pub fn send_last(&mut self, bytes: &str) -> &mut Self {
        let mut writer = std::mem::replace(&mut self.writer, Box::new(std::io::sink()));
        let bytes = bytes.as_bytes().to_vec();
        thread::spawn(move || drop(writer.write_all(&bytes)));
        self
    }

    /// Waits until the screen shows a text.
    pub fn expect(&mut self, text: &str) -> &mut Self {
        self.wait_for(text, |screen| screen.contains(text))
    }

    /// Waits until the screen does not show a text any more.
    pub fn expect_gone(&mut self, text: &str) -> &mut Self {
        self.wait_for(text, |screen| !screen.contains(text))
    }

    fn wait_for(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !holds(&self.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => {
                    panic!("waiting for {what:?}: {error}; the screen is\n{}", self.screen())
                }
            }
        }
        self
    }

    /// Reads output until there is none for a while.
    pub fn settle(&mut self) -> &mut Self {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(150)) {
            self.take(&bytes);
        }
        self
    }

    /// The same after a key that draws something: on a busy machine the first output may be late, and would else be
    /// taken for that of the next key.
    pub fn settle_after_output(&mut self) -> &mut Self {
        if let Ok(bytes) = self.output.recv_timeout(Duration::from_secs(2)) {
            self.take(&bytes);
        }
        self.settle()
    }

    /// Reads the output that is available now.
    pub fn take_ready(&mut self) -> &mut Self {
        while let Ok(bytes) = self.output.try_recv() {
            self.take(&bytes);
        }
        self
    }

    /// Stops reading output.
    pub fn stop_reading(&mut self) -> &mut Self {
        self.reading.store(false, Ordering::Relaxed);
        self
    }

    /// Reads output again.
    pub fn read_on(&mut self) -> &mut Self {
        self.reading.store(true, Ordering::Relaxed);
        self
    }

    /// Waits for the end of the program without reading its output.
    pub fn wait_unread(&mut self) {
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it did not end while nobody read");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Returns the foreground process group of the terminal.
    pub fn foreground(&self) -> nix::unistd::Pid {
        nix::unistd::Pid::from_raw(self.master.process_group_leader().unwrap())
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.parser.screen_mut().set_size(nonzero(rows), nonzero(columns));
        self.master.resize(size).unwrap();
        self
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    pub fn vt(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    pub fn signal(&mut self, signal: nix::sys::signal::Signal) -> &mut Self {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), signal).unwrap();
        self
    }

    /// Waits for the end of the program and returns its exit status.
    pub fn wait(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "it did not end; the screen is\n{}", self.screen());
            match self.output.recv_timeout(Duration::from_millis(5)) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
            }
        };
        // The last output may still be in transit.
        let late = Instant::now() + Duration::from_secs(5);
        loop {
            match self.output.recv_timeout(Duration::from_millis(200)) {
                Ok(bytes) => self.take(&bytes),
                // On a busy machine the reader may be later than that.
                Err(RecvTimeoutError::Timeout)
                    if self.vt().alternate_screen() && Instant::now() < late => {}
                Err(_) => break,
            }
        }
        status.exit_code()
    }

    /// Checks that the terminal is as before: main screen, visible cursor, modes off, line discipline.
    pub fn assert_restored(&mut self) {
        let screen = self.vt();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are keys again");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let now = self.master.get_termios().unwrap();
        assert_eq!(now, self.before, "the line discipline");
        assert!(now.local_flags.contains(LocalFlags::ICANON | LocalFlags::ECHO));
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

fn nonzero(size: u16) -> NonZero<u16> {
    NonZero::new(size).unwrap()
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
