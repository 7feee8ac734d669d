//! One client's connection: the state of its channels, its rate limit, and what happens to requests that are
//! accepted or rejected.
//!
//! Every request takes time as if it had been typed, so that nobody can fill the log or keep the server busy
//! with requests.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use bytes::Bytes;
use ratatui::layout::Size;
use russh::keys::PublicKey;
use russh::server::Msg;
use russh::{ChannelId, ChannelWriteHalf};
use tokio::sync::{mpsc, watch};
use tracing::info;

use super::channel_io::{ChannelInput, ChannelIo};
use super::client_env::ClientEnv;
use super::close_reason::CloseReason;
use super::exec;
use super::exec::ExecCommand;
use super::explorer_task;
use super::rate_limit::RateLimit;
use super::rejection::Rejection;
use super::remote_explorer::RemoteExplorer;
use super::state::ServerState;

/// The capacity in chunks of the queue to an explorer.
const QUEUED_CHUNKS: usize = 16;

/// The cost of a rejection in the rate limit, in bytes of input: each is a line of the log.
const REJECTION_COST: usize = 1024;

/// One client's connection.
pub(super) struct ClientConnection {
    pub(super) state: Arc<ServerState>,
    peer: IpAddr,
    pub(super) channels: HashMap<ChannelId, ChannelState>,
    /// The number of running sessions and commands.
    running: watch::Sender<usize>,
    rate_limit: RateLimit,
    rejections: usize,
    /// The number of variables that were rejected.
    pub(super) rejected_variables: usize,
    pub(super) fingerprint: Option<String>,
    /// The key that the client used, shared with the check that it is still authorized.
    pub(super) key: Arc<OnceLock<PublicKey>>,
    close_reason: watch::Receiver<Option<CloseReason>>,
}

/// The state of a channel.
pub(super) enum ChannelState {
    /// No shell or command was requested yet.
    Empty(ChannelWriteHalf<Msg>, ClientEnv),
    /// An explorer runs, or has ended.
    Explorer { input: mpsc::Sender<Bytes>, size: watch::Sender<Size> },
    /// A command runs, or has ended.
    Command,
    /// The input of an explorer has ended.
    InputEnded,
}

impl ClientConnection {
    pub(super) fn new(
        state: Arc<ServerState>,
        peer: IpAddr,
        running: watch::Sender<usize>,
        key: Arc<OnceLock<PublicKey>>,
        close_reason: watch::Receiver<Option<CloseReason>>,
    ) -> Self {
        let limits = &state.settings().limits;
        let rate_limit = RateLimit::new(limits.rate, limits.burst, Instant::now());
        Self {
            state,
            peer,
            channels: HashMap::new(),
            running,
            rate_limit,
            rejections: 0,
            rejected_variables: 0,
            fingerprint: None,
            key,
            close_reason,
        }
    }

    /// Counts and logs a rejection, and waits for its cost. An error, which ends the connection, after too
    /// many.
    pub(super) async fn refuse(&mut self, rejection: Rejection) -> Result<(), russh::Error> {
        self.state.refuse(Some(self.peer), rejection);
        self.rejections += 1;
        if self.rejections >= self.state.settings().limits.rejections {
            self.state.refuse(Some(self.peer), Rejection::Often);
            return Err(russh::Error::Disconnect);
        }
        self.limit_rate(REJECTION_COST).await;
        Ok(())
    }

    /// Waits until the rate limit allows this number of bytes.
    pub(super) async fn limit_rate(&mut self, bytes: usize) {
        let wait = self.rate_limit.take(bytes, Instant::now());
        if !wait.is_zero() {
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                // The connection was closed: nothing more is read from it.
                () = self.running.closed() => {}
            }
        }
    }

    /// The environment of a channel on which no shell or command was requested yet.
    pub(super) fn client_env(&mut self, channel: ChannelId) -> Option<&mut ClientEnv> {
        match self.channels.get_mut(&channel) {
            Some(ChannelState::Empty(_, client_env)) => Some(client_env),
            _ => None,
        }
    }

    /// Takes a channel on which no shell or command was requested yet.
    pub(super) fn take_empty(
        &mut self,
        channel: ChannelId,
    ) -> Option<(ChannelWriteHalf<Msg>, ClientEnv)> {
        match self.channels.remove(&channel)? {
            ChannelState::Empty(write, client_env) => Some((write, client_env)),
            other => {
                self.channels.insert(channel, other);
                None
            }
        }
    }

    /// Starts an explorer on a channel.
    pub(super) fn explore(
        &mut self,
        channel: ChannelId,
        write: ChannelWriteHalf<Msg>,
        client_env: &ClientEnv,
        window: Size,
    ) {
        let (keys, key_receiver) = mpsc::channel(QUEUED_CHUNKS);
        let (size, size_receiver) = watch::channel(window);
        self.channels.insert(channel, ChannelState::Explorer { input: keys, size });
        let preferences = client_env.preferences(&self.state.settings().appearance);
        let explorer =
            RemoteExplorer::new(self.state.catalog(), preferences, window, self.state.draw());
        let close_reason = self.close_reason.clone();
        let input = ChannelInput { keys: key_receiver, size: size_receiver, close_reason };
        let key = self.fingerprint.as_deref();
        info!(address = %self.peer, key, "session started");
        let session =
            explorer_task::run(self.state.clone(), self.peer, explorer, ChannelIo { write, input });
        tokio::spawn(count_while(self.running.clone(), session));
    }

    /// Starts a command on a channel; an empty one prints the list.
    pub(super) fn exec_command(
        &mut self,
        channel: ChannelId,
        write: ChannelWriteHalf<Msg>,
        client_env: ClientEnv,
        command: &[u8],
    ) {
        self.channels.insert(channel, ChannelState::Command);
        info!(address = %self.peer, key = self.fingerprint.as_deref(), "command started");
        let command = ExecCommand {
            client_env,
            command: command.to_vec(),
            close_reason: self.close_reason.clone(),
        };
        let task = exec::run(self.state.clone(), self.peer, write, command);
        tokio::spawn(count_while(self.running.clone(), task));
    }
}

/// Runs `task`, and counts it as running until it ends.
async fn count_while(running: watch::Sender<usize>, task: impl Future<Output = ()>) {
    struct Count(watch::Sender<usize>);
    impl Drop for Count {
        fn drop(&mut self) {
            self.0.send_modify(|running| *running -= 1);
        }
    }
    running.send_modify(|running| *running += 1);
    let _count = Count(running);
    task.await;
}
