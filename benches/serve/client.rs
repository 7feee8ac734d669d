//! A session from the side of the client.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use russh::client::{self, Handle, Msg};
use russh::keys::{PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg};
use tokio::net::TcpSocket;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(30);
/// A screen is complete when nothing has arrived for this time.
const QUIET: Duration = Duration::from_millis(150);

/// The window sizes in columns and rows.
pub const DEFAULT_WINDOW: (u32, u32) = (80, 24);
pub const LARGEST_WINDOW: (u32, u32) = (400, 130);

/// The address of the server, and the user and key for it.
#[derive(Clone)]
pub struct Target {
    pub address: SocketAddr,
    pub user: String,
    pub key: Option<Arc<PrivateKey>>,
}

pub struct Session {
    _handle: Handle<Trusting>,
    channel: Channel<Msg>,
}

/// Trusts every server, since the benchmark starts them itself.
struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

impl Session {
    /// Connects, and opens a channel without a request.
    pub async fn connect(target: &Target) -> Self {
        Self::connect_from(Ipv4Addr::LOCALHOST, target).await
    }

    /// The same from a given address of the loopback.
    pub async fn connect_from(from: Ipv4Addr, target: &Target) -> Self {
        let config = Arc::new(client::Config::default());
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((from, 0).into()).unwrap();
        let stream = socket.connect(target.address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let mut handle = client::connect_stream(config, stream, Trusting).await.unwrap();
        let authenticated = match &target.key {
            Some(key) => {
                let key = PrivateKeyWithHashAlg::new(key.clone(), None);
                handle.authenticate_publickey(&target.user, key).await.unwrap()
            }
            None => handle.authenticate_none(&target.user).await.unwrap(),
        };
        assert!(authenticated.success(), "not let in");
        let channel = handle.channel_open_session().await.unwrap();
        Self { _handle: handle, channel }
    }

    /// Starts the explorer in a window and waits for its first screen.
    pub async fn explore(self, window: (u32, u32)) -> Self {
        let mut session = self.start(window).await;
        assert!(session.data(PATIENCE).await, "no first screen");
        while session.data(QUIET).await {}
        session
    }

    /// Starts the explorer in a window.
    pub async fn start(self, (columns, rows): (u32, u32)) -> Self {
        self.channel.set_env(false, "LANG", "vi_VN.UTF-8").await.unwrap();
        let term = "xterm-256color";
        self.channel.request_pty(false, term, columns, rows, 0, 0, &[]).await.unwrap();
        self.channel.request_shell(false).await.unwrap();
        self
    }

    pub async fn open(target: &Target) -> Self {
        Self::connect(target).await.explore(DEFAULT_WINDOW).await
    }

    /// Sends keys as fast as they are received, and reads every frame, until the session ends.
    pub async fn flood(self) {
        let keys = "jjjjkkkk".repeat(128);
        let Self { _handle: handle, channel } = self;
        let (mut read, write) = channel.split();
        let press = async { while write.data_bytes(keys.clone()).await.is_ok() {} };
        let read_frames = async { while read.wait().await.is_some() {} };
        tokio::join!(press, read_frames);
        drop(handle);
    }

    /// Sends a key. Returns the time until the first change of the screen arrives.
    pub async fn press(&mut self, key: &'static str) -> Option<Duration> {
        let began = Instant::now();
        self.channel.data_bytes(key).await.ok()?;
        let shown = self.data(PATIENCE).await.then(|| began.elapsed());
        while self.data(Duration::from_millis(20)).await {}
        shown
    }

    /// Whether the session is still open: nothing was received on its channel.
    pub fn is_open(&mut self) -> bool {
        let context = &mut std::task::Context::from_waker(std::task::Waker::noop());
        let mut waiting = std::pin::pin!(self.channel.wait());
        waiting.as_mut().poll(context).is_pending()
    }

    /// Waits for the next bytes of the screen. Returns whether any arrived.
    async fn data(&mut self, max_wait: Duration) -> bool {
        let reading = async {
            loop {
                match self.channel.wait().await {
                    Some(ChannelMsg::Data { .. }) => return true,
                    Some(_) => {}
                    None => return false,
                }
            }
        };
        timeout(max_wait, reading).await.unwrap_or(false)
    }
}
