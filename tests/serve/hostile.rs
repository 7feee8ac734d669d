//! Guests that mean harm, many of each kind at once, against the real binary: the server stays up, its
//! memory stays within a bound, an honest visit goes on beside them, and nothing of them is left over.
//!
//! Each kind has a server of its own, with the limits that it has by itself. The harm comes from
//! addresses of its own and goes on for a while at most; whatever it comes to is kept open.

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

/// How many there are of a kind, as many from each of a few addresses.
const MANY: u8 = 24;
/// How many of those whose screens take long to draw, where nothing is optimised.
const FEW: u8 = 12;
const ADDRESSES: u8 = 3;
/// What each may cost. A packet is held while it comes in, and SSH knows packets of 256 KiB; a screen of
/// the largest window goes out in one.
const KIB_A_GUEST: usize = 512;
/// What the allocator keeps of the buffers on which large screens are drawn, however many guests there are.
const KIB_IN_ALL: usize = 24 * 1024;
/// How long the harm goes on, if it does not end by itself.
const WHILE: Duration = Duration::from_secs(2);
/// How long anything else may take before a test gives up on it: much longer than it takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is kept open.
type Kept = Box<dyn Any + Send>;
type Wrong = Box<dyn std::error::Error + Send + Sync>;
type Outcome = Result<Kept, Wrong>;

/// Where to go, and from where.
#[derive(Clone, Copy)]
struct Place {
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

/// A line from which nothing is read once it is shut.
struct Deaf {
    line: TcpStream,
    shut: Arc<AtomicBool>,
}

/// Ends a line that nobody reads, with whatever still waits on it.
struct Cut(std::net::TcpStream);

impl Drop for Cut {
    fn drop(&mut self) {
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

impl Place {
    async fn connect(self) -> io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        // What is not read is not to lie here instead of in the server.
        socket.set_recv_buffer_size(16 * 1024)?;
        socket.bind((Ipv4Addr::new(127, 0, 0, self.from), 0).into())?;
        socket.connect(self.server).await
    }

    async fn enter(self, config: client::Config) -> Result<Handle<Trusting>, russh::Error> {
        enter(self.connect().await?, config).await
    }
}

async fn enter(
    line: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    config: client::Config,
) -> Result<Handle<Trusting>, russh::Error> {
    // The newer exchanges take long where nothing is optimised.
    let preferred = Preferred { kex: Cow::Borrowed(&[CURVE25519]), ..Preferred::default() };
    let config = Arc::new(client::Config { preferred, ..config });
    let mut handle = client::connect_stream(config, line, Trusting).await?;
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

/// Has many guests of a kind do their harm, and sees how the server bears it.
fn withstand<O>(guests: u8, harm: impl Fn(Place) -> O)
where
    O: Future<Output = Outcome> + Send + 'static,
{
    withstand_on(Server::start(&[]), guests, harm);
}

fn withstand_on<O>(mut server: Server, guests: u8, harm: impl Fn(Place) -> O)
where
    O: Future<Output = Outcome> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let place = Place { server: server.address, from: 1 };
        honest_visit(&server).await;
        let (memory, files) = (server.memory(), server.files());
        let most = memory + KIB_IN_ALL + usize::from(guests) * KIB_A_GUEST;
        let done = Arc::new(AtomicUsize::new(0));
        let mut inside = JoinSet::new();
        for at in 0..guests {
            let harm = harm(Place { from: 2 + at % ADDRESSES, ..place });
            let done = done.clone();
            inside.spawn(async move {
                let _kept = harm.await;
                done.fetch_add(1, Ordering::Relaxed);
                pending::<()>().await;
            });
        }
        let end = Instant::now() + WHILE;
        let mut highest = 0;
        while done.load(Ordering::Relaxed) < guests.into() && Instant::now() < end {
            highest = highest.max(server.memory());
            sleep(Duration::from_millis(50)).await;
        }
        honest_visit(&server).await;
        highest = highest.max(server.memory());
        println!("{memory} KiB at first, {highest} KiB at most, {most} KiB allowed");
        assert!(highest < most, "{highest} KiB for {guests} guests, after {memory} KiB");

        inside.shutdown().await;
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
        honest_visit(&server).await;
        assert!(server.memory() < most);
    });
    assert!(server.is_running());
    assert!(!server.log().contains("panic"), "{}", server.log());
}

/// A visit from the first frame to the way out.
async fn honest_visit(server: &Server) {
    let visit = async {
        let place = Place { server: server.address, from: 1 };
        let handle = place.enter(client::Config::default()).await?;
        let mut channel = explore(&handle, (80, 24)).await?;
        expect(&mut channel, "GRDP").await?;
        channel.data_bytes("?").await?;
        expect(&mut channel, "Trợ giúp").await?;
        channel.data_bytes("\x03").await?;
        loop {
            match channel.wait().await.ok_or("it ended without a status")? {
                ChannelMsg::ExitStatus { exit_status: 0 } => break Ok::<(), Wrong>(()),
                ChannelMsg::ExitStatus { exit_status } => Err(format!("status {exit_status}"))?,
                _ => {}
            }
        }
    };
    let visited = timeout(PATIENCE, visit).await.unwrap_or(Err("it does not end".into()));
    if let Err(wrong) = visited {
        panic!("an honest visit: {wrong}\n{}", server.log());
    }
}

/// Reads until some text has come.
async fn expect(channel: &mut Channel<client::Msg>, text: &str) -> Result<(), Wrong> {
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

/// Bytes without a meaning, the same each time.
fn noise(length: u32) -> Vec<u8> {
    (0..length).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

#[test]
fn garbage() {
    withstand(MANY, |place| async move {
        let mut line = place.connect().await?;
        if place.from % 2 == 0 {
            line.write_all(b"SSH-2.0-x\r\n").await?;
        }
        line.write_all(&noise(300_000)).await?;
        Ok(Box::new(line) as Kept)
    });
}

/// A greeting, and most of a packet as long as SSH allows.
#[test]
fn half_handshakes() {
    withstand(MANY, |place| async move {
        let mut line = place.connect().await?;
        line.write_all(b"SSH-2.0-x\r\n").await?;
        line.write_all(&(256u32 * 1024).to_be_bytes()).await?;
        line.write_all(&noise(200_000)).await?;
        Ok(Box::new(line) as Kept)
    });
}

#[test]
fn endless_pty_modes() {
    withstand(MANY, |place| async move {
        let handle = place.enter(client::Config::default()).await?;
        let channel = handle.channel_open_session().await?;
        let (term, modes) = ("x".repeat(30_000), [(Pty::ECHO, 1); 130]);
        for _ in 0..100 {
            channel.request_pty(false, &term, u32::MAX, u32::MAX, 0, 0, &modes).await?;
        }
        let endless = vec![(Pty::ECHO, 1); 40_000];
        channel.request_pty(false, "x", 80, 24, 0, 0, &endless).await?;
        Ok(Box::new((handle, channel)) as Kept)
    });
}

#[test]
fn endless_variables() {
    withstand(MANY, |place| async move {
        let handle = place.enter(client::Config::default()).await?;
        let channel = handle.channel_open_session().await?;
        for at in 0..500 {
            channel.set_env(false, format!("LC_{at}"), "x".repeat(30_000)).await?;
            channel.set_env(false, "LANG", "x".repeat(at)).await?;
            channel.set_env(false, format!("EVIL_{at}"), "x").await?;
        }
        Ok(Box::new((handle, channel)) as Kept)
    });
}

#[test]
fn largest_windows() {
    withstand(FEW, |place| async move {
        let handle = place.enter(client::Config::default()).await?;
        let mut channel = explore(&handle, (u32::MAX, u32::MAX)).await?;
        channel.data_bytes("g?j").await?;
        expect(&mut channel, "Trợ giúp").await?;
        Ok(Box::new((handle, channel)) as Kept)
    });
}

#[test]
fn windows_of_nothing() {
    withstand(FEW, |place| async move {
        let config = client::Config { window_size: 0, ..client::Config::default() };
        let handle = place.enter(config).await?;
        let channel = explore(&handle, (400, 130)).await?;
        for _ in 0..50 {
            channel.data_bytes("ggj").await?;
        }
        Ok(Box::new((handle, channel)) as Kept)
    });
}

#[test]
fn thousands_of_channels() {
    withstand(MANY, |place| async move {
        let handle = Arc::new(place.enter(client::Config::default()).await?);
        let mut opening = JoinSet::new();
        for _ in 0..200 {
            let handle = handle.clone();
            opening.spawn(async move { handle.channel_open_session().await });
        }
        let mut open = Vec::new();
        while let Some(opened) = opening.join_next().await {
            open.extend(opened?);
        }
        Ok(Box::new((handle, open)) as Kept)
    });
}

/// Nothing is read from the line, while what is typed changes the whole of a large screen.
#[test]
fn slow_reads() {
    withstand(FEW, |place| async move {
        let shut = Arc::new(AtomicBool::new(false));
        let line = place.connect().await?.into_std()?;
        let cut = Cut(line.try_clone()?);
        let line = Deaf { line: TcpStream::from_std(line)?, shut: shut.clone() };
        let config = client::Config { window_size: u32::MAX, ..client::Config::default() };
        let handle = enter(line, config).await?;
        let channel = explore(&handle, (400, 130)).await?;
        shut.store(true, Ordering::Relaxed);
        for _ in 0..200 {
            channel.data_bytes("ggj").await?;
            sleep(Duration::from_millis(10)).await;
        }
        Ok(Box::new((handle, channel, cut)) as Kept)
    });
}

#[test]
fn keys_without_end() {
    withstand(MANY, |place| async move {
        let handle = place.enter(client::Config::default()).await?;
        let channel = explore(&handle, (80, 24)).await?;
        // A paste that is never ended, and whatever else comes.
        channel.data_bytes("/\x1b[200~").await?;
        channel.data_bytes(noise(500_000)).await?;
        Ok(Box::new((handle, channel)) as Kept)
    });
}

/// Answers that are asked for and not taken.
#[test]
fn commands_without_end() {
    withstand(MANY, |place| async move {
        let config = client::Config { window_size: 0, ..client::Config::default() };
        let handle = place.enter(config).await?;
        let mut open = Vec::new();
        for _ in 0..100 {
            if let Ok(channel) = handle.channel_open_session().await {
                channel.exec(false, "list --format json").await?;
                open.push(channel);
            }
        }
        Ok(Box::new((handle, open)) as Kept)
    });
}

/// Answers of which each is longer than what all of them may take.
#[test]
fn long_answers_that_are_not_taken() {
    let names: String = (0..20_000).map(|at| format!("GRDP xã {at},%\n")).collect();
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("names.csv"), format!("name,unit\n{names}")).unwrap();
    withstand_on(Server::start_in(folder, &["names.csv"]), FEW, |place| async move {
        let config = client::Config { window_size: 1000, ..client::Config::default() };
        let handle = place.enter(config).await?;
        let channel = handle.channel_open_session().await?;
        channel.exec(false, "list --format json").await?;
        sleep(WHILE).await;
        Ok(Box::new((handle, channel)) as Kept)
    });
}

#[test]
fn requests_that_are_refused() {
    withstand(MANY, |place| async move {
        let handle = place.enter(client::Config::default()).await?;
        let channel = handle.channel_open_session().await?;
        for _ in 0..2000 {
            channel.request_subsystem(false, "sftp").await?;
            channel.request_x11(false, false, "x".repeat(1000), "x", 0).await?;
            channel.agent_forward(false).await?;
        }
        Ok(Box::new((handle, channel)) as Kept)
    });
}

impl AsyncRead for Deaf {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.shut.load(Ordering::Relaxed) {
            return Poll::Pending;
        }
        Pin::new(&mut self.line).poll_read(context, buffer)
    }
}

impl AsyncWrite for Deaf {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.line).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_shutdown(context)
    }
}
