//! Attacks by many clients at once against the real binary: the server keeps running, its memory stays within
//! a bound, an honest session works concurrently, and nothing of the attack is left over.
//!
//! Each kind of attack has a server of its own with the default limits. The clients come from other addresses
//! than the honest one, and attack for a limited time; what they open stays open.

use std::any::Any;
use std::borrow::Cow;
use std::future::pending;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use russh::client::{self, Handle};
use russh::kex::CURVE25519;
use russh::keys::PublicKeyOrCertificate;
use russh::{Channel, ChannelMsg, Preferred, Pty};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use crate::server::Server;

/// The number of clients of an attack, spread over a few addresses.
const CLIENTS: u8 = 24;
/// The number of clients whose frames are expensive without optimisation.
const DRAWING_CLIENTS: u8 = 12;
const ADDRESSES: u8 = 3;
/// The memory that a client may cost. A packet is kept while it is received, and SSH has packets of 256 KiB;
/// a screen of the largest window is sent in one.
const KIB_PER_CLIENT: usize = 512;
/// What the allocator keeps of the buffers of large screens, whatever the number of clients.
const KIB_IN_TOTAL: usize = 24 * 1024;
/// How long an attack lasts, if it does not end by itself.
const DURATION: Duration = Duration::from_secs(2);
/// The timeout of every other wait: much longer than any takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a client keeps open.
type KeptOpen = Box<dyn Any + Send>;
type BoxError = Box<dyn std::error::Error + Send + Sync>;
type Outcome = Result<KeptOpen, BoxError>;

/// The server, and the last byte of the address of the client.
#[derive(Clone, Copy)]
struct Target {
    server: SocketAddr,
    from: u8,
}

/// A client that trusts every server.
struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

/// A connection from which nothing is read once `is_unread` is set.
struct Unread {
    stream: TcpStream,
    is_unread: Arc<AtomicBool>,
}

/// Closes a connection that nobody reads, with everything that still waits on it.
struct Disconnect(std::net::TcpStream);

impl Drop for Disconnect {
    fn drop(&mut self) {
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

impl Target {
    async fn connect(self) -> io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        // Unread bytes must wait in the server and not in this buffer.
        socket.set_recv_buffer_size(16 * 1024)?;
        socket.bind((Ipv4Addr::new(127, 0, 0, self.from), 0).into())?;
        socket.connect(self.server).await
    }

    async fn log_in(self, config: client::Config) -> Result<Handle<Trusting>, russh::Error> {
        log_in(self.connect().await?, config).await
    }
}

async fn log_in(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    config: client::Config,
) -> Result<Handle<Trusting>, russh::Error> {
    // The newer key exchanges are slow without optimisation.
    let preferred = Preferred { kex: Cow::Borrowed(&[CURVE25519]), ..Preferred::default() };
    let config = Arc::new(client::Config { preferred, ..config });
    let mut handle = client::connect_stream(config, stream, Trusting).await?;
    handle.authenticate_none("guest").await?;
    Ok(handle)
}

async fn explore(
    handle: &Handle<Trusting>,
    size: (u32, u32),
) -> Result<Channel<client::Msg>, russh::Error> {
    let channel = handle.channel_open_session().await?;
    channel.request_pty(false, "xterm-256color", size.0, size.1, 0, 0, &[]).await?;
    channel.request_shell(false).await?;
    Ok(channel)
}

/// Runs an attack by many clients, and asserts that the server survives it.
fn survives<O>(clients: u8, attack: impl Fn(Target) -> O)
where
    O: Future<Output = Outcome> + Send + 'static,
{
    survives_on(Server::start(&[]), clients, attack);
}

fn survives_on<O>(mut server: Server, clients: u8, attack: impl Fn(Target) -> O)
where
    O: Future<Output = Outcome> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let target = Target { server: server.address, from: 1 };
        honest_session(&server).await;
        let (memory, files) = (server.memory(), server.files());
        let limit = memory + KIB_IN_TOTAL + usize::from(clients) * KIB_PER_CLIENT;
        let done = Arc::new(AtomicUsize::new(0));
        let mut tasks = JoinSet::new();
        for at in 0..clients {
            let attack = attack(Target { from: 2 + at % ADDRESSES, ..target });
            let done = done.clone();
            tasks.spawn(async move {
                let _kept_open = attack.await;
                done.fetch_add(1, Ordering::Relaxed);
                pending::<()>().await;
            });
        }
        let end = Instant::now() + DURATION;
        let mut max = 0;
        while done.load(Ordering::Relaxed) < clients.into() && Instant::now() < end {
            max = max.max(server.memory());
            sleep(Duration::from_millis(50)).await;
        }
        honest_session(&server).await;
        max = max.max(server.memory());
        println!("{memory} KiB at first, {max} KiB at most, {limit} KiB allowed");
        assert!(max < limit, "{max} KiB for {clients} clients, after {memory} KiB");

        tasks.shutdown().await;
        let end = Instant::now() + PATIENCE;
        while server.files() > files {
            assert!(
                Instant::now() < end,
                "{} files are left open:\n{}",
                server.files(),
                server.log()
            );
            sleep(Duration::from_millis(20)).await;
        }
        honest_session(&server).await;
        assert!(server.memory() < limit);
    });
    assert!(server.is_running());
    assert!(!server.log().contains("panic"), "{}", server.log());
}

/// A session of an honest client, from the first frame to the end.
async fn honest_session(server: &Server) {
    let session = async {
        let target = Target { server: server.address, from: 1 };
        let handle = target.log_in(client::Config::default()).await?;
        let mut channel = explore(&handle, (80, 24)).await?;
        expect(&mut channel, "GRDP").await?;
        channel.data_bytes("?").await?;
        expect(&mut channel, "Trợ giúp").await?;
        channel.data_bytes("\x03").await?;
        loop {
            match channel.wait().await.ok_or("it ended without a status")? {
                ChannelMsg::ExitStatus { exit_status: 0 } => break Ok::<(), BoxError>(()),
                ChannelMsg::ExitStatus { exit_status } => Err(format!("status {exit_status}"))?,
                _ => {}
            }
        }
    };
    let result = timeout(PATIENCE, session).await.unwrap_or(Err("it does not end".into()));
    if let Err(error) = result {
        panic!("an honest session: {error}\n{}", server.log());
    }
}

/// Reads until the text has arrived.
async fn expect(channel: &mut Channel<client::Msg>, text: &str) -> Result<(), BoxError> {
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains(text) {
        let Some(message) = channel.wait().await else {
            return Err(format!("it ended: {}", String::from_utf8_lossy(&seen)).into());
        };
        if let ChannelMsg::Data { data } = message {
            seen.extend_from_slice(&data);
        }
    }
    Ok(())
}

/// Pseudo-random bytes, the same each time.
fn noise(length: u32) -> Vec<u8> {
    (0..length).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

#[test]
fn survives_garbage() {
    survives(CLIENTS, |target| async move {
        let mut stream = target.connect().await?;
        if target.from % 2 == 0 {
            stream.write_all(b"SSH-2.0-x\r\n").await?;
        }
        stream.write_all(&noise(300_000)).await?;
        Ok(Box::new(stream) as KeptOpen)
    });
}

/// A greeting, and most of a packet of the maximum length.
#[test]
fn survives_incomplete_handshakes() {
    survives(CLIENTS, |target| async move {
        let mut stream = target.connect().await?;
        stream.write_all(b"SSH-2.0-x\r\n").await?;
        stream.write_all(&(256u32 * 1024).to_be_bytes()).await?;
        stream.write_all(&noise(200_000)).await?;
        Ok(Box::new(stream) as KeptOpen)
    });
}

#[test]
fn survives_endless_pty_modes() {
    survives(CLIENTS, |target| async move {
        let handle = target.log_in(client::Config::default()).await?;
        let channel = handle.channel_open_session().await?;
        let (term, modes) = ("x".repeat(30_000), [(Pty::ECHO, 1); 130]);
        for _ in 0..100 {
            channel.request_pty(false, &term, u32::MAX, u32::MAX, 0, 0, &modes).await?;
        }
        let endless = vec![(Pty::ECHO, 1); 40_000];
        channel.request_pty(false, "x", 80, 24, 0, 0, &endless).await?;
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

#[test]
fn survives_endless_variables() {
    survives(CLIENTS, |target| async move {
        let handle = target.log_in(client::Config::default()).await?;
        let channel = handle.channel_open_session().await?;
        for at in 0..500 {
            channel.set_env(false, format!("LC_{at}"), "x".repeat(30_000)).await?;
            channel.set_env(false, "LANG", "x".repeat(at)).await?;
            channel.set_env(false, format!("EVIL_{at}"), "x").await?;
        }
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

#[test]
fn survives_the_largest_windows() {
    survives(DRAWING_CLIENTS, |target| async move {
        let handle = target.log_in(client::Config::default()).await?;
        let mut channel = explore(&handle, (u32::MAX, u32::MAX)).await?;
        channel.data_bytes("g?j").await?;
        expect(&mut channel, "Trợ giúp").await?;
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

#[test]
fn survives_ssh_windows_of_zero_bytes() {
    survives(DRAWING_CLIENTS, |target| async move {
        let config = client::Config { window_size: 0, ..client::Config::default() };
        let handle = target.log_in(config).await?;
        let channel = explore(&handle, (400, 130)).await?;
        for _ in 0..50 {
            channel.data_bytes("ggj").await?;
        }
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

#[test]
fn survives_many_channels() {
    survives(CLIENTS, |target| async move {
        let handle = Arc::new(target.log_in(client::Config::default()).await?);
        let mut opening = JoinSet::new();
        for _ in 0..200 {
            let handle = handle.clone();
            opening.spawn(async move { handle.channel_open_session().await });
        }
        let mut open = Vec::new();
        while let Some(opened) = opening.join_next().await {
            open.extend(opened?);
        }
        Ok(Box::new((handle, open)) as KeptOpen)
    });
}

/// Nothing is read from the connection, while the input changes the whole of a large screen.
#[test]
fn survives_clients_that_read_nothing() {
    survives(DRAWING_CLIENTS, |target| async move {
        let is_unread = Arc::new(AtomicBool::new(false));
        let stream = target.connect().await?.into_std()?;
        let disconnect = Disconnect(stream.try_clone()?);
        let stream = Unread { stream: TcpStream::from_std(stream)?, is_unread: is_unread.clone() };
        let config = client::Config { window_size: u32::MAX, ..client::Config::default() };
        let handle = log_in(stream, config).await?;
        let channel = explore(&handle, (400, 130)).await?;
        is_unread.store(true, Ordering::Relaxed);
        for _ in 0..200 {
            channel.data_bytes("ggj").await?;
            sleep(Duration::from_millis(10)).await;
        }
        Ok(Box::new((handle, channel, disconnect)) as KeptOpen)
    });
}

#[test]
fn survives_endless_input() {
    survives(CLIENTS, |target| async move {
        let handle = target.log_in(client::Config::default()).await?;
        let channel = explore(&handle, (80, 24)).await?;
        // A paste that never ends, and random bytes.
        channel.data_bytes("/\x1b[200~").await?;
        channel.data_bytes(noise(500_000)).await?;
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

/// Commands whose output is never read.
#[test]
fn survives_many_commands() {
    survives(CLIENTS, |target| async move {
        let config = client::Config { window_size: 0, ..client::Config::default() };
        let handle = target.log_in(config).await?;
        let mut open = Vec::new();
        for _ in 0..100 {
            if let Ok(channel) = handle.channel_open_session().await {
                channel.exec(false, "list --format json").await?;
                open.push(channel);
            }
        }
        Ok(Box::new((handle, open)) as KeptOpen)
    });
}

/// Outputs each of which is longer than all of them together may use.
#[test]
fn survives_long_outputs_that_are_not_read() {
    let names: String = (0..20_000).map(|at| format!("GRDP xã {at},%\n")).collect();
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("names.csv"), format!("name,unit\n{names}")).unwrap();
    survives_on(Server::start_in(folder, &["names.csv"]), DRAWING_CLIENTS, |target| async move {
        let config = client::Config { window_size: 1000, ..client::Config::default() };
        let handle = target.log_in(config).await?;
        let channel = handle.channel_open_session().await?;
        channel.exec(false, "list --format json").await?;
        sleep(DURATION).await;
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

#[test]
fn survives_many_rejected_requests() {
    survives(CLIENTS, |target| async move {
        let handle = target.log_in(client::Config::default()).await?;
        let channel = handle.channel_open_session().await?;
        for _ in 0..2000 {
            channel.request_subsystem(false, "sftp").await?;
            channel.request_x11(false, false, "x".repeat(1000), "x", 0).await?;
            channel.agent_forward(false).await?;
        }
        Ok(Box::new((handle, channel)) as KeptOpen)
    });
}

impl AsyncRead for Unread {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.is_unread.load(Ordering::Relaxed) {
            return Poll::Pending;
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Unread {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
