//! One command on a channel: runs it, sends its output, then its exit status.

use std::io::{self, Write};
use std::mem;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::appearance::Appearance;
use super::client_env::ClientEnv;
use super::close::{PANIC, STANDARD_ERROR, close_channel, send_error, send_rejection};
use super::close_reason::CloseReason;
use super::exec_request::{ExecEnd, ExecRequest};
use super::processor_share::measured;
use super::rejection::Rejection;
use super::state::ServerState;
use crate::app::Lang;
use crate::terminal::Capabilities;
use crate::ui::Words;

/// The maximum length of a command line in bytes.
const MAX_COMMAND: usize = 4096;
/// The length in bytes of the chunks in which output is sent.
const CHUNK: usize = 16 * 1024;
/// How many chunks may wait to be sent. A short output fits, so its command ends at once and releases its
/// permits; a longer one keeps them until it is sent, and never takes more memory than this.
const QUEUED_CHUNKS: usize = 4;
/// The exit status for a command line that cannot be parsed, the same as that of the local program.
const USAGE_ERROR: u32 = 2;

/// A command that was received on a channel.
pub(super) struct ExecCommand {
    pub(super) client_env: ClientEnv,
    pub(super) command: Vec<u8>,
    /// Whether and why its connection is closed.
    pub(super) close_reason: watch::Receiver<Option<CloseReason>>,
}

/// Runs a command that was received on a channel, and closes the channel.
pub(super) async fn run(
    state: Arc<ServerState>,
    peer: IpAddr,
    write: ChannelWriteHalf<Msg>,
    ExecCommand { client_env, command, mut close_reason }: ExecCommand,
) {
    let appearance = state.settings().appearance;
    let words = Words(lang(&appearance, client_env.capabilities()));
    let rejected = async |rejection| {
        state.refuse(Some(peer), rejection);
        send_rejection(&write, words, rejection).await;
    };
    let _permit = match state.admission().session(peer) {
        Ok(permit) => permit,
        Err(rejection) => return rejected(rejection).await,
    };
    let Some(split) = split(&command) else {
        state.refuse(Some(peer), Rejection::Command);
        return send_error(&write, words.not_a_command(), USAGE_ERROR).await;
    };
    let command_permit = match state.admission().command(peer, state.settings().limits.turn).await {
        Ok(command_permit) => command_permit,
        Err(rejection) => return rejected(rejection).await,
    };
    state.metrics().commands.inc();
    let is_terminal = client_env.pty().is_some();
    let (chunks, received) = mpsc::channel(QUEUED_CHUNKS);
    let task_state = state.clone();
    let running = tokio::task::spawn_blocking(move || {
        let _command_permit = command_permit;
        let mut out = ChunkWriter { chunks, buffer: Vec::new(), is_terminal };
        let finished = execute(&task_state, peer, split, &client_env, &mut out);
        // A client that does not read does not get the rest.
        let _ = out.flush();
        finished
    });
    let timeout_each = state.settings().limits.stalled;
    // Output after this has no receiver, which ends the command.
    let sent = tokio::select! {
        sent = send_all(&write, received, timeout_each) => sent,
        _ = close_reason.wait_for(Option::is_some) => Err(()),
    };
    if sent.is_err() {
        return close_channel(&write, Bytes::new(), 1).await;
    }
    let Ok(Finished { end, err }) = running.await else {
        state.metrics().panics.inc();
        return send_error(&write, words.internal_error(), PANIC).await;
    };
    let status = match end {
        ExecEnd::Status(status) => status.into(),
        ExecEnd::NotOffered => {
            state.refuse(Some(peer), Rejection::Command);
            USAGE_ERROR
        }
    };
    let err = if is_terminal { crlf(&err) } else { err };
    let _ = send(&write, Some(STANDARD_ERROR), err.into(), timeout_each).await;
    close_channel(&write, Bytes::new(), status).await;
}

/// Sends the output of a command until it ends. An error if the client does not take a chunk in time.
async fn send_all(
    write: &ChannelWriteHalf<Msg>,
    mut received: mpsc::Receiver<Bytes>,
    timeout_each: Duration,
) -> Result<(), ()> {
    while let Some(chunk) = received.recv().await {
        send(write, None, chunk, timeout_each).await?;
    }
    Ok(())
}

/// A command that has ended.
struct Finished {
    end: ExecEnd,
    err: Vec<u8>,
}

/// Executes a command, and charges the address for its time.
fn execute(
    state: &ServerState,
    peer: IpAddr,
    words: Vec<String>,
    client_env: &ClientEnv,
    out: &mut ChunkWriter,
) -> Finished {
    let (catalog, source) = (state.catalog(), state.source());
    let mut request = ExecRequest {
        words,
        catalog: &catalog,
        capabilities: client_env.capabilities(),
        appearance: state.settings().appearance,
        columns: client_env.pty().map(|pty| pty.size.width),
        out,
        err: Vec::new(),
    };
    let (end, cost) = measured(|| (source.exec)(&mut request));
    state.admission().charge(peer, cost);
    Finished { end, err: request.err }
}

/// Sends bytes in chunks, each of which the client has to take within `timeout_each`.
async fn send(
    write: &ChannelWriteHalf<Msg>,
    stream: Option<u32>,
    mut bytes: Bytes,
    timeout_each: Duration,
) -> Result<(), ()> {
    while !bytes.is_empty() {
        let chunk = bytes.split_to(bytes.len().min(CHUNK));
        let sending = async {
            match stream {
                Some(stream) => write.extended_data_bytes(stream, chunk).await,
                None => write.data_bytes(chunk).await,
            }
        };
        timeout(timeout_each, sending).await.map_err(drop)?.map_err(drop)?;
    }
    Ok(())
}

/// Splits a command line into words, with the quoting rules of a shell; nothing is expanded. `None` if it
/// is too long, not UTF-8 or has an open quote.
fn split(command: &[u8]) -> Option<Vec<String>> {
    let text = std::str::from_utf8(command).ok().filter(|text| text.len() <= MAX_COMMAND)?;
    shlex::split(text)
}

/// Converts LF to CR LF: the terminal of a client is in raw mode, where LF alone does not return to column
/// 0.
fn crlf(text: &[u8]) -> Vec<u8> {
    let mut converted = Vec::with_capacity(text.len() + text.len() / 40);
    for byte in text {
        if *byte == b'\n' {
            converted.push(b'\r');
        }
        converted.push(*byte);
    }
    converted
}

/// Sends the output of a command to its channel in chunks. Blocks while the queue is full.
struct ChunkWriter {
    chunks: mpsc::Sender<Bytes>,
    buffer: Vec<u8>,
    is_terminal: bool,
}

impl Write for ChunkWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bytes = &bytes[..bytes.len().min(CHUNK)];
        if self.is_terminal {
            self.buffer.extend(crlf(bytes));
        } else {
            self.buffer.extend_from_slice(bytes);
        }
        if self.buffer.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let chunk = Bytes::from(mem::take(&mut self.buffer));
        self.chunks.blocking_send(chunk).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// The language of the messages: that of the operator, else that of the client's locale.
fn lang(appearance: &Appearance, capabilities: Capabilities) -> Lang {
    appearance.lang.unwrap_or(if capabilities.vietnamese {
        Lang::Vietnamese
    } else {
        Lang::English
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_words_as_a_shell_and_expands_nothing() {
        let words = |text: &str| split(text.as_bytes()).unwrap();
        assert_eq!(
            words("search \"hộ nghèo\" $HOME `id`; x"),
            ["search", "hộ nghèo", "$HOME", "`id`;", "x"]
        );
        assert!(words("").is_empty());
        assert_eq!(split(b"search \"open"), None);
        assert_eq!(split(b"search \xff"), None);
        assert_eq!(split(&vec![b'a'; MAX_COMMAND + 1]), None);
    }

    #[test]
    fn output_is_sent_in_chunks() {
        let (chunks, mut sent) = mpsc::channel(QUEUED_CHUNKS);
        let mut writer = ChunkWriter { chunks, buffer: Vec::new(), is_terminal: false };
        writer.write_all(b"a line\n").unwrap();
        assert!(sent.try_recv().is_err(), "a short piece waits for more");
        writer.write_all(&[b'x'; CHUNK]).unwrap();
        assert_eq!(sent.try_recv().map(|chunk| chunk.len()), Ok(CHUNK + "a line\n".len()));
        assert!(writer.buffer.is_empty(), "a whole chunk waits for nothing");
    }
}
