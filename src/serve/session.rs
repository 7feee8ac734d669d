//! What a client asks for on its connection. Visits and answers are granted; everything else that SSH
//! knows is refused, counted and logged: forwarding of any kind, agents, X11, subsystems, other variables.
//!
//! Whatever is asked takes time as if it had been typed, so that nobody fills the log, or keeps the
//! server busy, by asking.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use russh::keys::HashAlg;
use russh::server::{Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, VerifiedPublicKey};
use russh::{Channel, ChannelId, ChannelOpenFailure, ChannelWriteHalf, Pty};
use tokio::sync::{mpsc, watch};
use tracing::info;

use super::answer;
use super::environment::{self, Environment};
use super::house::House;
use super::metrics::Refusal;
use super::pace::Pace;
use super::stay::{self, Door};
use super::visit::Visit;

/// Bytes of input that a visit takes at once: others have their turn after each piece.
const PIECE: usize = 256;
/// Pieces on their way to a visit.
const PIECES: usize = 16;

/// What a request takes of a guest's pace, as bytes that were typed.
const REQUEST: usize = 64;
/// What a command takes: someone computes an answer.
const COMMAND: usize = 256;
/// What a refusal takes: someone reads the log.
const REFUSED: usize = 1024;
/// Of so many refused variables of a connection each is logged, and taken for a refusal that costs something;
/// of more, each is counted.
const VARIABLES: usize = 8;

/// One client's connection.
pub(super) struct Session {
    house: Arc<House>,
    peer: IpAddr,
    channels: HashMap<ChannelId, Room>,
    /// How many visits and answers there are.
    visits: watch::Sender<usize>,
    pace: Pace,
    refusals: usize,
    /// How many variables were refused.
    variables: usize,
    fingerprint: Option<String>,
}

/// What a channel is for.
enum Room {
    /// Nothing was asked for yet.
    Empty(ChannelWriteHalf<Msg>, Environment),
    /// An explorer.
    Visit { input: mpsc::Sender<Bytes>, size: watch::Sender<(u16, u16)> },
    /// An answer is being given.
    Answer,
}

impl Session {
    pub(super) fn new(house: Arc<House>, peer: IpAddr, visits: watch::Sender<usize>) -> Self {
        let limits = &house.settings().limits;
        let pace = Pace::new(limits.rate, limits.burst, Instant::now());
        Self {
            house,
            peer,
            channels: HashMap::new(),
            visits,
            pace,
            refusals: 0,
            variables: 0,
            fingerprint: None,
        }
    }

    /// Counts and logs what is refused, and lets time pass; an error ends the connection of someone who
    /// does not stop asking.
    async fn refuse(&mut self, refusal: Refusal) -> Result<(), russh::Error> {
        self.house.refuse(Some(self.peer), refusal);
        self.refusals += 1;
        if self.refusals >= self.house.settings().limits.refusals {
            self.house.refuse(Some(self.peer), Refusal::Often);
            return Err(russh::Error::Disconnect);
        }
        self.pace(REFUSED).await;
        Ok(())
    }

    /// Waits until so many bytes more may come.
    async fn pace(&mut self, bytes: usize) {
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
    fn environment(&mut self, channel: ChannelId) -> Option<&mut Environment> {
        match self.channels.get_mut(&channel) {
            Some(Room::Empty(_, environment)) => Some(environment),
            _ => None,
        }
    }

    /// Takes a channel on which nothing else has been asked for.
    fn take_empty(&mut self, channel: ChannelId) -> Option<(ChannelWriteHalf<Msg>, Environment)> {
        match self.channels.remove(&channel)? {
            Room::Empty(write, environment) => Some((write, environment)),
            other => {
                self.channels.insert(channel, other);
                None
            }
        }
    }

    /// Opens an explorer on a channel.
    fn visit(
        &mut self,
        channel: ChannelId,
        write: ChannelWriteHalf<Msg>,
        environment: &Environment,
        window: (u16, u16),
    ) {
        let (input, input_end) = mpsc::channel(PIECES);
        let (size, size_end) = watch::channel(window);
        self.channels.insert(channel, Room::Visit { input, size });
        let choices = environment.choices(&self.house.settings().look);
        let visit = Visit::new(self.house.shared(), choices, window, self.house.view());
        let door = Door { write, input: input_end, size: size_end };
        let key = self.fingerprint.as_deref();
        info!(address = %self.peer, key, "visit");
        let stay = stay::run(self.house.clone(), self.peer, visit, door);
        tokio::spawn(counted(self.visits.clone(), stay));
    }

    /// Answers a command on a channel; an empty one is the list.
    fn answer(
        &mut self,
        channel: ChannelId,
        write: ChannelWriteHalf<Msg>,
        environment: Environment,
        command: &[u8],
    ) {
        self.channels.insert(channel, Room::Answer);
        info!(address = %self.peer, key = self.fingerprint.as_deref(), "answer");
        let answer =
            answer::run(self.house.clone(), self.peer, write, environment, command.to_vec());
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

impl Handler for Session {
    type Error = russh::Error;

    async fn auth_none(&mut self, _: &str) -> Result<Auth, Self::Error> {
        if self.house.is_open() { Ok(Auth::Accept) } else { Ok(Auth::reject()) }
    }

    async fn auth_publickey_offered(
        &mut self,
        _: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        if self.house.knows(offer.public_key) {
            return Ok(Auth::Accept);
        }
        self.refuse(Refusal::Key).await?;
        Ok(Auth::reject())
    }

    async fn auth_publickey(
        &mut self,
        _: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        let key = key.public_key;
        if !self.house.knows(key) {
            self.refuse(Refusal::Key).await?;
            return Ok(Auth::reject());
        }
        self.fingerprint = Some(key.fingerprint(HashAlg::Sha256).to_string());
        Ok(Auth::Accept)
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        if self.channels.len() >= self.house.settings().limits.channels {
            reply.reject(ChannelOpenFailure::ResourceShortage).await;
            self.refuse(Refusal::Channels).await?;
            return Ok(());
        }
        self.pace(REQUEST).await;
        let id = channel.id();
        // What comes in is told to this handler; the other way of reading it is not kept.
        let (_, write) = channel.split();
        self.channels.insert(id, Room::Empty(write, Environment::default()));
        reply.accept().await;
        Ok(())
    }

    async fn env_request(
        &mut self,
        channel: ChannelId,
        name: &str,
        value: &str,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.pace(REQUEST).await;
        let kept = self.environment(channel).is_some_and(|said| said.set(name, value));
        if kept {
            return session.channel_success(channel);
        }
        // Many clients tell the whole locale, unasked; some, all that they have.
        if !environment::is_of_locale(name) {
            self.variables += 1;
            if self.variables <= VARIABLES {
                self.refuse(Refusal::Variable).await?;
            } else {
                self.house.metrics().refuse(Refusal::Variable);
            }
        }
        session.channel_failure(channel)
    }

    async fn pty_request(
        &mut self,
        channel: ChannelId,
        term: &str,
        columns: u32,
        rows: u32,
        _: u32,
        _: u32,
        _: &[(Pty, u32)],
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.pace(REQUEST).await;
        if let Some(said) = self.environment(channel) {
            said.set_pty(term, columns, rows);
            return session.channel_success(channel);
        }
        self.refuse(Refusal::Request).await?;
        session.channel_failure(channel)
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.pace(COMMAND).await;
        let Some((write, environment)) = self.take_empty(channel) else {
            self.refuse(Refusal::Request).await?;
            return session.channel_failure(channel);
        };
        session.channel_success(channel)?;
        match environment.pty().map(|pty| pty.size) {
            Some(window) if !environment.is_dumb() => {
                self.visit(channel, write, &environment, window);
            }
            // As locally: without a terminal that can be drawn on, the list.
            _ => self.answer(channel, write, environment, b""),
        }
        Ok(())
    }

    async fn exec_request(
        &mut self,
        channel: ChannelId,
        command: &[u8],
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.pace(COMMAND).await;
        let Some((write, environment)) = self.take_empty(channel) else {
            self.refuse(Refusal::Request).await?;
            return session.channel_failure(channel);
        };
        session.channel_success(channel)?;
        self.answer(channel, write, environment, command);
        Ok(())
    }

    async fn window_change_request(
        &mut self,
        channel: ChannelId,
        columns: u32,
        rows: u32,
        _: u32,
        _: u32,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.pace(REQUEST).await;
        if let Some(Room::Visit { size, .. }) = self.channels.get(&channel) {
            size.send_replace(environment::size(columns, rows));
        }
        Ok(())
    }

    async fn data(
        &mut self,
        channel: ChannelId,
        data: &[u8],
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        // What nobody reads costs nothing but its line: a command's standard input, say.
        let Some(Room::Visit { input, .. }) = self.channels.get(&channel) else { return Ok(()) };
        let input = input.clone();
        tokio::select! {
            () = self.pace(data.len()) => {}
            // Whoever has left is told so at once, however much they had typed.
            () = input.closed() => {}
        }
        for piece in data.chunks(PIECE) {
            // A visit always takes its input, unless it has ended.
            if input.send(Bytes::copy_from_slice(piece)).await.is_err() {
                break;
            }
        }
        Ok(())
    }

    async fn extended_data(
        &mut self,
        _: ChannelId,
        _: u32,
        data: &[u8],
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        // A client has no second stream to send; it does not get around its pace by one.
        self.pace(data.len()).await;
        Ok(())
    }

    async fn channel_eof(
        &mut self,
        channel: ChannelId,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        // No key will come any more.
        if let Some(Room::Visit { .. }) = self.channels.get(&channel) {
            self.channels.insert(channel, Room::Answer);
        }
        Ok(())
    }

    async fn channel_close(
        &mut self,
        channel: ChannelId,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.channels.remove(&channel);
        Ok(())
    }

    // What is refused. A channel whose reply is dropped is refused by that. What is not named here the
    // library refuses without asking.

    async fn subsystem_request(
        &mut self,
        channel: ChannelId,
        _: &str,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Refusal::Subsystem).await?;
        session.channel_failure(channel)
    }

    async fn x11_request(
        &mut self,
        channel: ChannelId,
        _: bool,
        _: &str,
        _: &str,
        _: u32,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Refusal::X11).await?;
        session.channel_failure(channel)
    }

    async fn agent_request(
        &mut self,
        _: ChannelId,
        _: &mut russh::server::Session,
    ) -> Result<bool, Self::Error> {
        self.refuse(Refusal::Agent).await?;
        Ok(false)
    }

    async fn tcpip_forward(
        &mut self,
        _: &str,
        _: &mut u32,
        _: &mut russh::server::Session,
    ) -> Result<bool, Self::Error> {
        self.refuse(Refusal::Forwarding).await?;
        Ok(false)
    }

    async fn streamlocal_forward(
        &mut self,
        _: &str,
        _: &mut russh::server::Session,
    ) -> Result<bool, Self::Error> {
        self.refuse(Refusal::Forwarding).await?;
        Ok(false)
    }

    async fn channel_open_direct_tcpip(
        &mut self,
        _: Channel<Msg>,
        _: &str,
        _: u32,
        _: &str,
        _: u32,
        _: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Refusal::Forwarding).await?;
        Ok(())
    }

    async fn channel_open_direct_streamlocal(
        &mut self,
        _: Channel<Msg>,
        _: &str,
        _: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Refusal::Forwarding).await?;
        Ok(())
    }

    async fn channel_open_forwarded_tcpip(
        &mut self,
        _: Channel<Msg>,
        _: &str,
        _: u32,
        _: &str,
        _: u32,
        _: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Refusal::Forwarding).await?;
        Ok(())
    }

    async fn channel_open_x11(
        &mut self,
        _: Channel<Msg>,
        _: &str,
        _: u32,
        _: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Refusal::X11).await?;
        Ok(())
    }
}
