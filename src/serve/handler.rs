//! What a client asks for. Visits and answers are granted; everything else that SSH knows is refused, counted and
//! logged: forwarding of any kind, agents, X11, subsystems, other variables.

use bytes::Bytes;
use russh::keys::HashAlg;
use russh::server::{Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, VerifiedPublicKey};
use russh::{Channel, ChannelId, ChannelOpenFailure, Pty};

use super::client_env;
use super::client_env::ClientEnv;
use super::rejection::Rejection;
use super::session::{ChannelState, Session};

/// Bytes of input that a visit takes at once: others have their turn after each piece.
const PIECE: usize = 256;

/// What a request takes of a guest's pace, as bytes that were typed.
const REQUEST: usize = 64;
/// What a command takes: someone computes an answer.
const COMMAND: usize = 256;
/// Of so many refused variables of a connection each is logged, and taken for a refusal that costs something;
/// of more, each is counted.
const VARIABLES: usize = 8;

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
        self.refuse(Rejection::Key).await?;
        Ok(Auth::reject())
    }

    async fn auth_publickey(
        &mut self,
        _: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        let key = key.public_key;
        if !self.house.knows(key) {
            self.refuse(Rejection::Key).await?;
            return Ok(Auth::reject());
        }
        self.fingerprint = Some(key.fingerprint(HashAlg::Sha256).to_string());
        // A connection is let in once.
        let _ = self.key.set(key.clone());
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
            self.refuse(Rejection::Channels).await?;
            return Ok(());
        }
        self.pace(REQUEST).await;
        let id = channel.id();
        // What comes in is told to this handler; the other way of reading it is not kept.
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
        self.pace(REQUEST).await;
        let kept = self.environment(channel).is_some_and(|said| said.set(name, value));
        if kept {
            return session.channel_success(channel);
        }
        // Many clients tell the whole locale, unasked; some, all that they have.
        if !client_env::is_of_locale(name) {
            self.variables += 1;
            if self.variables <= VARIABLES {
                self.refuse(Rejection::Variable).await?;
            } else {
                self.house.metrics().refuse(Rejection::Variable);
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
        self.refuse(Rejection::Request).await?;
        session.channel_failure(channel)
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut russh::server::Session,
    ) -> Result<(), Self::Error> {
        self.pace(COMMAND).await;
        let Some((write, environment)) = self.take_empty(channel) else {
            self.refuse(Rejection::Request).await?;
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
            self.refuse(Rejection::Request).await?;
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
        if let Some(ChannelState::Visit { size, .. }) = self.channels.get(&channel) {
            size.send_replace(client_env::size(columns, rows));
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
        let Some(ChannelState::Visit { input, .. }) = self.channels.get(&channel) else {
            return Ok(());
        };
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
        if let Some(ChannelState::Visit { .. }) = self.channels.get(&channel) {
            self.channels.insert(channel, ChannelState::Answer);
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
