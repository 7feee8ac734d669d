//! A visit as a client has it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use russh::client::{self, Handle, Msg};
use russh::keys::{PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg};
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(30);
/// A screen is drawn when nothing has come for so long.
const QUIET: Duration = Duration::from_millis(150);

/// The windows of those who look.
pub const USUAL: (u32, u32) = (80, 24);
pub const LARGEST: (u32, u32) = (400, 130);

/// Where to go, and as whom.
pub struct Place {
    pub address: SocketAddr,
    pub user: String,
    pub key: Option<Arc<PrivateKey>>,
}

pub struct Visit {
    _handle: Handle<Trusting>,
    channel: Channel<Msg>,
}

/// Trusts every server: they are this run's own.
struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

impl Visit {
    /// A connection with a channel on which nothing is asked for.
    pub async fn connect(place: &Place) -> Self {
        let config = Arc::new(client::Config { nodelay: true, ..client::Config::default() });
        let mut handle = client::connect(config, place.address, Trusting).await.unwrap();
        let entered = match &place.key {
            Some(key) => {
                let key = PrivateKeyWithHashAlg::new(key.clone(), None);
                handle.authenticate_publickey(&place.user, key).await.unwrap()
            }
            None => handle.authenticate_none(&place.user).await.unwrap(),
        };
        assert!(entered.success(), "not let in");
        let channel = handle.channel_open_session().await.unwrap();
        Self { _handle: handle, channel }
    }

    /// Asks for the explorer in a window and waits for its first screen.
    pub async fn explore(mut self, (columns, rows): (u32, u32)) -> Self {
        self.channel.set_env(false, "LANG", "vi_VN.UTF-8").await.unwrap();
        let term = "xterm-256color";
        self.channel.request_pty(false, term, columns, rows, 0, 0, &[]).await.unwrap();
        self.channel.request_shell(false).await.unwrap();
        assert!(self.data(PATIENCE).await, "no first screen");
        while self.data(QUIET).await {}
        self
    }

    pub async fn open(place: &Place) -> Self {
        Self::connect(place).await.explore(USUAL).await
    }

    /// Presses a key; returns the time until the screen's first change arrives.
    pub async fn press(&mut self, key: &'static str) -> Option<Duration> {
        let began = Instant::now();
        self.channel.data_bytes(key).await.ok()?;
        let shown = self.data(PATIENCE).await.then(|| began.elapsed());
        while self.data(Duration::from_millis(20)).await {}
        shown
    }

    /// Whether the visit still goes on: it has said nothing, not even that it ends.
    pub fn is_open(&mut self) -> bool {
        let context = &mut std::task::Context::from_waker(std::task::Waker::noop());
        let mut waiting = std::pin::pin!(self.channel.wait());
        waiting.as_mut().poll(context).is_pending()
    }

    /// Waits for the next bytes of the screen.
    async fn data(&mut self, patience: Duration) -> bool {
        let reading = async {
            loop {
                match self.channel.wait().await {
                    Some(ChannelMsg::Data { .. }) => return true,
                    Some(_) => {}
                    None => return false,
                }
            }
        };
        timeout(patience, reading).await.unwrap_or(false)
    }
}
