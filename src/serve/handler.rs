//! The SSH requests of a client. Explorers and commands are accepted; everything else in the protocol is
//! rejected, counted and logged: forwarding of any kind, agents, X11, subsystems, unknown variables.

use bytes::Bytes;
use russh::keys::HashAlg;
use russh::server::{Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, VerifiedPublicKey};
use russh::{Channel, ChannelId, ChannelOpenFailure, Pty};

use super::client_connection::{ChannelState, ClientConnection};
use super::client_env;
use super::client_env::ClientEnv;
use super::rejection::Rejection;

/// The bytes of input that a session receives at once: the other sessions run between two chunks.
const CHUNK: usize = 256;

/// The cost of a request in the rate limit, in bytes of input.
const REQUEST_COST: usize = 64;
/// The cost of a command in the rate limit: its output has to be computed.
const COMMAND_COST: usize = 256;
/// The number of rejected variables of a connection that are logged and charged; the others are only counted.
const MAX_LOGGED_VARIABLES: usize = 8;

impl Handler for ClientConnection {
    type Error = russh::Error;

    async fn auth_none(&mut self, _: &str) -> Result<Auth, Self::Error> {
        if self.state.accepts_anyone() { Ok(Auth::Accept) } else { Ok(Auth::reject()) }
    }

    async fn auth_publickey_offered(
        &mut self,
        _: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        if self.state.allows(offer.public_key) {
            return Ok(Auth::Accept);
        }
        self.refuse(Rejection::Key).await?;
        Ok(Auth::reject())
    }

    async fn auth_publickey(
        &mut self,
        _: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        let key = key.public_key;
        if !self.state.allows(key) {
            self.refuse(Rejection::Key).await?;
            return Ok(Auth::reject());
        }
        self.fingerprint = Some(key.fingerprint(HashAlg::Sha256).to_string());
        // A connection is authenticated once.
        let _ = self.key.set(key.clone());
        Ok(Auth::Accept)
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        if self.channels.len() >= self.state.settings().limits.channels {
            self.refuse(Rejection::Channels).await?;
            reply.reject(ChannelOpenFailure::ResourceShortage).await;
            return Ok(());
        }
        self.limit_rate(REQUEST_COST).await;
        let id = channel.id();
        // The library passes input to this handler; the read half of the channel is not used.
        let (_, write) = channel.split();
        self.channels.insert(id, ChannelState::Empty(write, ClientEnv::default()));
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
        self.limit_rate(REQUEST_COST).await;
        let is_kept =
            self.client_env(channel).is_some_and(|client_env| client_env.set(name, value));
        if is_kept {
            return session.channel_success(channel);
        }
        // Many clients send the whole locale by default, and some their whole environment.
        if !client_env::is_locale_variable(name) {
            self.rejected_variables += 1;
            if self.rejected_variables <= MAX_LOGGED_VARIABLES {
                self.refuse(Rejection::Variable).await?;
            } else {
                self.state.metrics().refuse(Rejection::Variable);
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
        self.limit_rate(REQUEST_COST).await;
        if let Some(client_env) = self.client_env(channel) {
            client_env.set_pty(term, columns, rows);
            return session.channel_success(channel);
        }
        self.refuse(Rejection::Request).await?;
        session.channel_failure(channel)
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.limit_rate(COMMAND_COST).await;
        let Some((write, client_env)) = self.take_empty(channel) else {
            self.refuse(Rejection::Request).await?;
            return session.channel_failure(channel);
        };
        session.channel_success(channel)?;
        match client_env.pty().map(|pty| pty.size) {
            Some(window) if !client_env.is_dumb() => {
                self.explore(channel, write, &client_env, window);
            }
            // Without a terminal that can be drawn on the list is printed, as by the local program.
            _ => self.exec_command(channel, write, client_env, b""),
        }
        Ok(())
    }

    async fn exec_request(
        &mut self,
        channel: ChannelId,
        command: &[u8],
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.limit_rate(COMMAND_COST).await;
        let Some((write, client_env)) = self.take_empty(channel) else {
            self.refuse(Rejection::Request).await?;
            return session.channel_failure(channel);
        };
        session.channel_success(channel)?;
        self.exec_command(channel, write, client_env, command);
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
        self.limit_rate(REQUEST_COST).await;
        let new_size = client_env::size(columns, rows);
        match self.channels.get_mut(&channel) {
            Some(ChannelState::Explorer { size, .. }) => {
                size.send_replace(new_size);
            }
            // It changed before the client asked for the shell.
            Some(ChannelState::Empty(_, client_env)) => client_env.resize(new_size),
            _ => {}
        }
        Ok(())
    }

    async fn data(
        &mut self,
        channel: ChannelId,
        data: &[u8],
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        // Input without a reader, such as the standard input of a command, costs only the bytes of the
        // connection.
        let Some(ChannelState::Explorer { input, .. }) = self.channels.get(&channel) else {
            return Ok(());
        };
        let input = input.clone();
        for chunk in data.chunks(CHUNK) {
            // Each chunk by itself: a paste that the limit slows down arrives without long pauses.
            tokio::select! {
                () = self.limit_rate(chunk.len()) => {}
                // A session that has ended closes its input: the rest of what was typed is not waited for.
                () = input.closed() => {}
            }
            // An explorer always receives its input, unless it has ended.
            if input.send(Bytes::copy_from_slice(chunk)).await.is_err() {
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
        // A client has no second stream to send; it must not get around the rate limit with one.
        self.limit_rate(data.len()).await;
        Ok(())
    }

    async fn channel_eof(
        &mut self,
        channel: ChannelId,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        // No more input will arrive: dropping the sender ends the session.
        if let Some(ChannelState::Explorer { .. }) = self.channels.get(&channel) {
            self.channels.insert(channel, ChannelState::InputEnded);
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

    // The requests that are rejected. Dropping the reply of a channel rejects it. The library rejects what
    // has no method here.

    async fn subsystem_request(
        &mut self,
        channel: ChannelId,
        _: &str,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Rejection::Subsystem).await?;
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
        self.refuse(Rejection::X11).await?;
        session.channel_failure(channel)
    }

    async fn agent_request(
        &mut self,
        _: ChannelId,
        _: &mut russh::server::Session,
    ) -> Result<bool, Self::Error> {
        self.refuse(Rejection::Agent).await?;
        Ok(false)
    }

    async fn tcpip_forward(
        &mut self,
        _: &str,
        _: &mut u32,
        _: &mut russh::server::Session,
    ) -> Result<bool, Self::Error> {
        self.refuse(Rejection::Forwarding).await?;
        Ok(false)
    }

    async fn streamlocal_forward(
        &mut self,
        _: &str,
        _: &mut russh::server::Session,
    ) -> Result<bool, Self::Error> {
        self.refuse(Rejection::Forwarding).await?;
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
        self.refuse(Rejection::Forwarding).await?;
        Ok(())
    }

    async fn channel_open_direct_streamlocal(
        &mut self,
        _: Channel<Msg>,
        _: &str,
        _: ChannelOpenHandle,
        _: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.refuse(Rejection::Forwarding).await?;
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
        self.refuse(Rejection::Forwarding).await?;
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
        self.refuse(Rejection::X11).await?;
        Ok(())
    }
}
