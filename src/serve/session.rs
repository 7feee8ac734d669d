//! One client's connection: what its channels are for, how fast it may ask, and what becomes of what is granted
//! or refused.
//!
//! Whatever is asked takes time as if it had been typed, so that nobody fills the log, or keeps the
//! server busy, by asking.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use bytes::Bytes;
use russh::keys::PublicKey;
use russh::server::Msg;
use russh::{ChannelId, ChannelWriteHalf};
use tokio::sync::{mpsc, watch};
use tracing::info;

use super::client_env::ClientEnv;
use super::close_reason::CloseReason;
use super::exec;
use super::exec::ExecCommand;
use super::explorer_loop;
use super::explorer_loop::ChannelIo;
use super::rate_limit::RateLimit;
use super::rejection::Rejection;
use super::remote_explorer::RemoteExplorer;
use super::state::ServerState;

/// Pieces on their way to a visit.
const PIECES: usize = 16;

/// What a refusal takes of a guest's pace, as bytes that were typed: someone reads the log.
const REFUSED: usize = 1024;

/// One client's connection.
pub(super) struct Session {
    pub(super) house: Arc<ServerState>,
    peer: IpAddr,
    pub(super) channels: HashMap<ChannelId, ChannelState>,
    /// How many visits and answers there are.
    visits: watch::Sender<usize>,
    pace: RateLimit,
    refusals: usize,
    /// How many variables were refused.
    pub(super) variables: usize,
    pub(super) fingerprint: Option<String>,
    /// The key that it was let in by, for who looks whether that still may enter.
    pub(super) key: Arc<OnceLock<PublicKey>>,
    ending: watch::Receiver<CloseReason>,
}

/// What a channel is for.
pub(super) enum ChannelState {
    /// Nothing was asked for yet.
    Empty(ChannelWriteHalf<Msg>, ClientEnv),
    /// An explorer.
    Visit { input: mpsc::Sender<Bytes>, size: watch::Sender<(u16, u16)> },
    /// An answer is being given.
    Answer,
}

impl Session {
    pub(super) fn new(
        house: Arc<ServerState>,
        peer: IpAddr,
        visits: watch::Sender<usize>,
        key: Arc<OnceLock<PublicKey>>,
        ending: watch::Receiver<CloseReason>,
    ) -> Self {
        let limits = &house.settings().limits;
        let pace = RateLimit::new(limits.rate, limits.burst, Instant::now());
        Self {
            house,
            peer,
            channels: HashMap::new(),
            visits,
            pace,
            refusals: 0,
            variables: 0,
            fingerprint: None,
            key,
            ending,
        }
    }

    /// Counts and logs what is refused, and lets time pass; an error ends the connection of someone who
    /// does not stop asking.
    pub(super) async fn refuse(&mut self, refusal: Rejection) -> Result<(), russh::Error> {
        self.house.refuse(Some(self.peer), refusal);
        self.refusals += 1;
        if self.refusals >= self.house.settings().limits.refusals {
            self.house.refuse(Some(self.peer), Rejection::Often);
            return Err(russh::Error::Disconnect);
        }
        self.pace(REFUSED).await;
        Ok(())
    }

    /// Waits until so many bytes more may come.
    pub(super) async fn pace(&mut self, bytes: usize) {
        let wait = self.pace.take(bytes, Instant::now());
        if !wait.is_zero() {
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                // The connection was cut, and nothing of it is waited for.
                () = self.visits.closed() => {}
            }
        }
    }

    /// What was said on a channel on which nothing else has been asked for.
    pub(super) fn environment(&mut self, channel: ChannelId) -> Option<&mut ClientEnv> {
        match self.channels.get_mut(&channel) {
            Some(ChannelState::Empty(_, environment)) => Some(environment),
            _ => None,
        }
    }

    /// Takes a channel on which nothing else has been asked for.
    pub(super) fn take_empty(
        &mut self,
        channel: ChannelId,
    ) -> Option<(ChannelWriteHalf<Msg>, ClientEnv)> {
        match self.channels.remove(&channel)? {
            ChannelState::Empty(write, environment) => Some((write, environment)),
            other => {
                self.channels.insert(channel, other);
                None
            }
        }
    }

    /// Opens an explorer on a channel.
    pub(super) fn visit(
        &mut self,
        channel: ChannelId,
        write: ChannelWriteHalf<Msg>,
        environment: &ClientEnv,
        window: (u16, u16),
    ) {
        let (input, input_end) = mpsc::channel(PIECES);
        let (size, size_end) = watch::channel(window);
        self.channels.insert(channel, ChannelState::Visit { input, size });
        let choices = environment.choices(&self.house.settings().look);
        let visit = RemoteExplorer::new(self.house.shared(), choices, window, self.house.view());
        let ending = self.ending.clone();
        let door = ChannelIo { write, input: input_end, size: size_end, ending };
        let key = self.fingerprint.as_deref();
        info!(address = %self.peer, key, "visit");
        let stay = explorer_loop::run(self.house.clone(), self.peer, visit, door);
        tokio::spawn(counted(self.visits.clone(), stay));
    }

    /// Answers a command on a channel; an empty one is the list.
    pub(super) fn answer(
        &mut self,
        channel: ChannelId,
        write: ChannelWriteHalf<Msg>,
        environment: ClientEnv,
        command: &[u8],
    ) {
        self.channels.insert(channel, ChannelState::Answer);
        info!(address = %self.peer, key = self.fingerprint.as_deref(), "answer");
        let asked =
            ExecCommand { environment, command: command.to_vec(), ending: self.ending.clone() };
        let answer = exec::run(self.house.clone(), self.peer, write, asked);
        tokio::spawn(counted(self.visits.clone(), answer));
    }
}

/// Counts something while it goes on.
async fn counted(visits: watch::Sender<usize>, what: impl Future<Output = ()>) {
    struct One(watch::Sender<usize>);
    impl Drop for One {
        fn drop(&mut self) {
            self.0.send_modify(|visits| *visits -= 1);
        }
    }
    visits.send_modify(|visits| *visits += 1);
    let _one = One(visits);
    what.await;
}
