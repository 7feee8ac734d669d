//! A visit as a client has it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use russh::client::{self, Handle, Msg};
use russh::keys::{PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg};
use tokio::net::TcpSocket;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(30);
/// A screen is drawn when nothing has come for so long.
const QUIET: Duration = Duration::from_millis(150);

/// The windows of those who look.
pub const USUAL: (u32, u32) = (80, 24);
pub const LARGEST: (u32, u32) = (400, 130);

/// Where to go, and as whom.
#[derive(Clone)]
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
        Self::connect_from(Ipv4Addr::LOCALHOST, place).await
    }

    /// The same, from one of the addresses of the loopback.
    pub async fn connect_from(from: Ipv4Addr, place: &Place) -> Self {
        let config = Arc::new(client::Config::default());
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((from, 0).into()).unwrap();
        let line = socket.connect(place.address).await.unwrap();
        line.set_nodelay(true).unwrap();
        let mut handle = client::connect_stream(config, line, Trusting).await.unwrap();
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
    pub async fn explore(self, window: (u32, u32)) -> Self {
        let mut visit = self.start(window).await;
        assert!(visit.data(PATIENCE).await, "no first screen");
        while visit.data(QUIET).await {}
        visit
    }

    /// Asks for the explorer in a window.
    pub async fn start(self, (columns, rows): (u32, u32)) -> Self {
        self.channel.set_env(false, "LANG", "vi_VN.UTF-8").await.unwrap();
        let term = "xterm-256color";
        self.channel.request_pty(false, term, columns, rows, 0, 0, &[]).await.unwrap();
        self.channel.request_shell(false).await.unwrap();
        self
    }

    pub async fn open(place: &Place) -> Self {
        Self::connect(place).await.explore(USUAL).await
    }

    /// Presses keys as fast as they are taken, and takes every frame, until the visit ends.
    pub async fn flood(self) {
        let keys = "jjjjkkkk".repeat(128);
        let Self { _handle: handle, channel } = self;
        let (mut read, write) = channel.split();
        let press = async { while write.data_bytes(keys.clone()).await.is_ok() {} };
        let look = async { while read.wait().await.is_some() {} };
        tokio::join!(press, look);
        drop(handle);
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
