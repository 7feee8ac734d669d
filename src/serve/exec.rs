//! A command's answer on a channel: what it prints, then its exit status.

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

use super::client_env::ClientEnv;
use super::close::{STANDARD_ERROR, complain, end, turn_away};
use super::close_reason::CloseReason;
use super::look::Appearance;
use super::processor_share::measured;
use super::question::ExecRequest;
use super::rejection::Rejection;
use super::state::ServerState;
use crate::app::Lang;
use crate::terminal::Capabilities;
use crate::ui::Words;

/// No command is longer that is meant for this.
const LONGEST: usize = 4096;
/// What is printed goes out in pieces of this length.
const PIECE: usize = 16 * 1024;
/// So many pieces of an answer wait to be sent, and no more: a short answer is given and let go, a longer one
/// keeps its turn until it is sent, and however long it is it takes no more room.
const HELD: usize = 4;
/// The exit status of a command that is none, as for the local program.
const COMPLAINT: u32 = 2;

/// A command that came over a channel.
pub(super) struct ExecCommand {
    pub(super) environment: ClientEnv,
    pub(super) command: Vec<u8>,
    /// Whether its connection ends.
    pub(super) ending: watch::Receiver<CloseReason>,
}

/// Answers a command that came over a channel.
pub(super) async fn run(
    house: Arc<ServerState>,
    peer: IpAddr,
    write: ChannelWriteHalf<Msg>,
    ExecCommand { environment, command, mut ending }: ExecCommand,
) {
    let look = house.settings().look;
    let words = Words(lang(&look, environment.capabilities()));
    let _permit = match house.admission().visit(peer) {
        Ok(permit) => permit,
        Err(refusal) => {
            house.refuse(Some(peer), refusal);
            return turn_away(&write, words, refusal).await;
        }
    };
    let Some(split) = split(&command) else {
        house.refuse(Some(peer), Rejection::Command);
        return complain(&write, words.not_a_command(), COMPLAINT).await;
    };
    let turn = match house.admission().answer(peer, house.settings().limits.turn).await {
        Ok(turn) => turn,
        Err(refusal) => {
            house.refuse(Some(peer), refusal);
            return turn_away(&write, words, refusal).await;
        }
    };
    house.metrics().answers.inc();
    let terminal = environment.pty().map(|pty| pty.size.0);
    let (shared, source, accounts) = (house.shared(), house.source(), house.clone());
    let (to, mut pieces) = mpsc::channel(HELD);
    let answered = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let mut out = ChunkWriter { to, held: Vec::new(), is_terminal: terminal.is_some() };
        let mut question = ExecRequest {
            words: split,
            shared: &shared,
            capabilities: environment.capabilities(),
            look,
            columns: terminal,
            out: &mut out,
            err: Vec::new(),
            refused: false,
        };
        let (status, cost) = measured(|| (source.answer)(&mut question));
        accounts.admission().charge(peer, cost);
        let ExecRequest { err, refused, .. } = question;
        // Whoever does not read is not told the rest.
        let _ = out.flush();
        (status, err, refused)
    });
    let patience = house.settings().limits.stalled;
    let sending = async {
        while let Some(piece) = pieces.recv().await {
            send(&write, None, piece, patience).await?;
        }
        Ok(())
    };
    let sent = tokio::select! {
        sent = sending => sent,
        _ = ending.wait_for(|ending| *ending != CloseReason::No) => Err(()),
    };
    // What is printed now has no reader, which ends the command.
    drop(pieces);
    if sent.is_err() {
        return end(&write, Bytes::new(), 1).await;
    }
    let Ok((status, err, refused)) = answered.await else {
        house.metrics().panics.inc();
        return complain(&write, words.internal_error(), 70).await;
    };
    if refused {
        house.refuse(Some(peer), Rejection::Command);
    }
    let err = if terminal.is_some() { line_ends(&err) } else { err };
    let _ = send(&write, Some(STANDARD_ERROR), err.into(), patience).await;
    end(&write, Bytes::new(), status.into()).await;
}

/// Sends bytes in pieces, each of which has to be taken within a time.
async fn send(
    write: &ChannelWriteHalf<Msg>,
    stream: Option<u32>,
    mut bytes: Bytes,
    patience: Duration,
) -> Result<(), ()> {
    while !bytes.is_empty() {
        let piece = bytes.split_to(bytes.len().min(PIECE));
        let sending = async {
            match stream {
                Some(stream) => write.extended_data_bytes(stream, piece).await,
                None => write.data_bytes(piece).await,
            }
        };
        timeout(patience, sending).await.map_err(drop)?.map_err(drop)?;
    }
    Ok(())
}

/// The words of a command line, quoted as for a shell; nothing in it is expanded.
fn split(command: &[u8]) -> Option<Vec<String>> {
    let text = std::str::from_utf8(command).ok().filter(|text| text.len() <= LONGEST)?;
    shlex::split(text)
}

/// A client's terminal is in raw mode: a line feed does not begin a line there.
fn line_ends(text: &[u8]) -> Vec<u8> {
    let mut ends = Vec::with_capacity(text.len() + text.len() / 40);
    for byte in text {
        if *byte == b'\n' {
            ends.push(b'\r');
        }
        ends.push(*byte);
    }
    ends
}

/// What a command prints, on its way to a channel. Whoever prints waits for whoever reads.
struct ChunkWriter {
    to: mpsc::Sender<Bytes>,
    held: Vec<u8>,
    is_terminal: bool,
}

impl Write for ChunkWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bytes = &bytes[..bytes.len().min(PIECE)];
        if self.is_terminal {
            self.held.extend(line_ends(bytes));
        } else {
            self.held.extend_from_slice(bytes);
        }
        if self.held.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(mem::take(&mut self.held));
        self.to.blocking_send(piece).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// The language for someone of whom this is known.
fn lang(look: &Appearance, found: Capabilities) -> Lang {
    look.lang.unwrap_or(if found.vietnamese { Lang::Vietnamese } else { Lang::English })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_split_as_a_shell_does_and_nothing_is_expanded() {
        let words = |text: &str| split(text.as_bytes()).unwrap();
        assert_eq!(
            words("search \"hộ nghèo\" $HOME `id`; x"),
            ["search", "hộ nghèo", "$HOME", "`id`;", "x"]
        );
        assert!(words("").is_empty());
        assert_eq!(split(b"search \"open"), None);
        assert_eq!(split(b"search \xff"), None);
        assert_eq!(split(&vec![b'a'; LONGEST + 1]), None);
    }
}
