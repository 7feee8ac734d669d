//! Guests that misbehave, and a house that stays up: on loopback, each test with a server of its own.

use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use russh::client::{self, Handle};
use russh::keys::PublicKeyOrCertificate;
use russh::{Channel, ChannelMsg, Pty};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::metrics::Refusal;
use super::settings::Look;
use super::visit::View;
use super::{House, Limits, Question, Server, Settings, Source};
use crate::app::Shared;
use crate::model::Collection;
use crate::{dataset, ui};

/// How long anything may take before a test gives up on it: much longer than it takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The usual limits, but that nobody waits who asks much.
const UNPACED: Limits = Limits {
    rate: u32::MAX,
    burst: u32::MAX,
    line_rate: u32::MAX,
    line_burst: u32::MAX,
    refusals: usize::MAX,
    ..Limits::USUAL
};

struct Running {
    address: SocketAddr,
    house: Arc<House>,
    _folder: tempfile::TempDir,
}

/// How long the longest answer is.
const LONG: usize = 400_000;

/// Where an answer waits until a test lets it go on.
static GATE: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

fn answer(question: &mut Question<'_>) -> u8 {
    match question.words.first().map(String::as_str) {
        // Whoever has gone is not told.
        Some("long") => question.out.write_all(&vec![b'x'; LONG]).unwrap_or_default(),
        Some("wait") => {
            let open = GATE.0.lock().unwrap();
            drop(GATE.1.wait_timeout_while(open, PATIENCE, |open| !*open).unwrap());
        }
        Some("evil") => question.refused = true,
        _ => {}
    }
    0
}

/// A client that trusts every server.
struct Client;

impl client::Handler for Client {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

async fn start(limits: Limits, view: View) -> Running {
    let load = || Ok(Shared::new(Collection::new(vec![dataset::embedded().unwrap()])));
    start_with(Box::new(load), limits, view).await
}

type Load = Box<dyn Fn() -> Result<Shared, String> + Send + Sync>;

async fn start_with(load: Load, limits: Limits, view: View) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        listen: "127.0.0.1:0".parse().unwrap(),
        host_key: folder.path().join("host_key"),
        guests: None,
        public: false,
        metrics: None,
        proxies: Vec::new(),
        look: Look { lang: None, theme: None, ascii: false, mouse: true },
        limits,
    };
    let source = Source { load, answer };
    let house = House::open(settings, source).unwrap().with_view(view);
    let mut server = Server::open(house).await.unwrap();
    let (address, house) = (server.listener.local_addr().unwrap(), server.house.clone());
    tokio::spawn(async move {
        loop {
            server.welcome().await;
        }
    });
    Running { address, house, _folder: folder }
}

async fn connect(server: &Running, config: client::Config, client: Client) -> Handle<Client> {
    let mut handle = client::connect(Arc::new(config), server.address, client).await.unwrap();
    assert!(handle.authenticate_none("guest").await.unwrap().success());
    handle
}

async fn visit(server: &Running, columns: u32) -> (Handle<Client>, Channel<client::Msg>) {
    let handle = connect(server, client::Config::default(), Client).await;
    let channel = explore(&handle, columns).await;
    (handle, channel)
}

async fn explore(handle: &Handle<Client>, columns: u32) -> Channel<client::Msg> {
    let channel = handle.channel_open_session().await.unwrap();
    channel.request_pty(false, "xterm-256color", columns, 24, 0, 0, &[]).await.unwrap();
    channel.request_shell(false).await.unwrap();
    channel
}

/// Reads until some text has come; returns all that came.
async fn expect(channel: &mut Channel<client::Msg>, text: &str) -> String {
    let mut seen = Vec::new();
    let reading = async {
        while !String::from_utf8_lossy(&seen).contains(text) {
            match channel.wait().await {
                Some(ChannelMsg::Data { data }) => seen.extend_from_slice(&data),
                Some(_) => {}
                None => panic!("it ended: {}", String::from_utf8_lossy(&seen)),
            }
        }
    };
    timeout(PATIENCE, reading).await.unwrap();
    String::from_utf8_lossy(&seen).into_owned()
}

/// Reads to the end; returns all that came, and the exit status.
async fn to_the_end(channel: &mut Channel<client::Msg>) -> (String, Option<u32>) {
    let (mut seen, mut status) = (Vec::new(), None);
    let reading = async {
        while let Some(message) = channel.wait().await {
            match message {
                ChannelMsg::Data { data } | ChannelMsg::ExtendedData { data, .. } => {
                    seen.extend_from_slice(&data);
                }
                ChannelMsg::ExitStatus { exit_status } => status = Some(exit_status),
                _ => {}
            }
        }
    };
    timeout(PATIENCE, reading).await.unwrap();
    (String::from_utf8_lossy(&seen).into_owned(), status)
}

/// Waits until something holds.
async fn until(what: impl Fn() -> bool) {
    let waiting = async {
        while !what() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, waiting).await.unwrap();
}

/// A visit from the first frame to the way out.
async fn honest_visit(server: &Running) {
    let (_handle, mut channel) = visit(server, 80).await;
    expect(&mut channel, "GRDP").await;
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    channel.data_bytes("\x03").await.unwrap();
    assert_eq!(to_the_end(&mut channel).await.1, Some(0));
}

#[tokio::test]
async fn a_panic_ends_one_visit() {
    let server = start(Limits::default(), |app, buffer| {
        assert_ne!(buffer.area.width, 66, "a view that panics");
        ui::draw(app, buffer)
    })
    .await;
    let (_handle, mut other) = visit(&server, 80).await;
    expect(&mut other, "GRDP").await;
    let (_handle, mut unlucky) = visit(&server, 80).await;
    expect(&mut unlucky, "GRDP").await;
    unlucky.window_change(66, 24, 0, 0).await.unwrap();
    let (seen, status) = to_the_end(&mut unlucky).await;
    assert_eq!(status, Some(70));
    assert!(seen.contains("\x1b[?1049l") && seen.contains("Có lỗi"), "{seen:?}");
    assert_eq!(server.house.metrics().panics.get(), 1);
    other.data_bytes("?").await.unwrap();
    expect(&mut other, "Trợ giúp").await;
    assert_eq!(server.house.metrics().visits.get(), 1);
}

/// As many indicators as take long to sort, and a view that takes as long as it is told to.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nobody_waits_for_what_takes_another_long() {
    static SORTED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());
    let load = || {
        let names: String = (0..6000).map(|at| format!("GRDP xã {at},%\n")).collect();
        let list = format!("name,unit\n{names}");
        let opened =
            dataset::read("names.csv", list.as_bytes(), None).map_err(|e| e.to_string())?;
        Ok(Shared::new(Collection::new(opened.datasets)))
    };
    let server = start_with(Box::new(load), Limits::default(), |app, buffer| {
        if buffer.area.width == 66 {
            let sorted = SORTED.0.lock().unwrap();
            drop(SORTED.1.wait_timeout_while(sorted, PATIENCE / 2, |sorted| !*sorted).unwrap());
        }
        ui::draw(app, buffer)
    })
    .await;
    let began = Instant::now();
    let (_handle, mut long) = visit(&server, 66).await;
    until(|| server.house.metrics().visits_begun.get() == 1).await;
    honest_visit(&server).await;
    assert!(began.elapsed() < PATIENCE / 2, "it waited for the other");
    *SORTED.0.lock().unwrap() = true;
    SORTED.1.notify_all();
    expect(&mut long, "GRDP").await;
}

#[tokio::test]
async fn a_client_that_gives_no_window_is_not_waited_for() {
    let limits = Limits { stalled: Duration::from_millis(300), ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let config = client::Config { window_size: 0, ..client::Config::default() };
    let handle = connect(&server, config, Client).await;
    let _channel = explore(&handle, 80).await;
    until(|| server.house.metrics().visits_begun.get() == 1).await;
    honest_visit(&server).await;
    until(|| server.house.metrics().visits.get() == 0).await;
}

/// A slow reader gets the frames that it can take: what it missed is never queued.
#[tokio::test]
async fn nothing_queues_for_a_slow_reader() {
    let server = start(UNPACED, ui::draw).await;
    // So small a window that a whole frame needs many of them.
    let config =
        client::Config { window_size: 512, maximum_packet_size: 512, ..client::Config::default() };
    let handle = connect(&server, config, Client).await;
    let mut channel = explore(&handle, 80).await;
    expect(&mut channel, "GRDP").await;
    let before = server.house.metrics().sent.get();
    // Each of these changes the whole screen; a frame of it has some kilobytes.
    const CHANGES: usize = 2000;
    for _ in 0..CHANGES / 20 {
        channel.data_bytes("g".repeat(20)).await.unwrap();
    }
    channel.data_bytes("/xong").await.unwrap();
    expect(&mut channel, "xong").await;
    let sent = server.house.metrics().sent.get() - before;
    assert!(sent < 1_000_000, "{sent} bytes for {CHANGES} changes");
}

/// What OpenSSH's client does not ask for by itself.
#[tokio::test]
async fn nothing_but_sessions_is_opened() {
    let server = start(Limits::default(), ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let port = u32::from(server.address.port());
    assert!(handle.channel_open_direct_tcpip("127.0.0.1", port, "127.0.0.1", 1).await.is_err());
    assert!(handle.channel_open_direct_streamlocal("/tmp/x").await.is_err());
    assert!(handle.channel_open_x11("127.0.0.1", 1).await.is_err());
    assert!(handle.tcpip_forward("127.0.0.1", 0).await.is_err());
    let mut channel = handle.channel_open_session().await.unwrap();
    channel.request_x11(true, false, "MIT-MAGIC-COOKIE-1", "00", 0).await.unwrap();
    channel.request_subsystem(true, "sftp").await.unwrap();
    channel.set_env(true, "LD_PRELOAD", "x").await.unwrap();
    for _ in 0..3 {
        let answer = timeout(PATIENCE, channel.wait()).await.unwrap();
        assert!(matches!(answer, Some(ChannelMsg::Failure)), "{answer:?}");
    }
    let refused = |why| server.house.metrics().refused(why);
    assert_eq!((refused(Refusal::Forwarding), refused(Refusal::X11)), (3, 2));
    assert_eq!((refused(Refusal::Subsystem), refused(Refusal::Variable)), (1, 1));
    // The channel is still good for what is offered, once.
    channel.exec(true, "list").await.unwrap();
    channel.exec(true, "list").await.unwrap();
    assert_eq!(to_the_end(&mut channel).await.1, Some(0));
    until(|| refused(Refusal::Request) == 1).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    channel.exec(true, "evil").await.unwrap();
    to_the_end(&mut channel).await;
    assert_eq!(refused(Refusal::Command), 1);
}

/// Three refusals are free here, and the fourth is waited for.
#[tokio::test]
async fn whoever_asks_for_what_is_refused_waits() {
    let limits = Limits { rate: 1, burst: 4096, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let channel = handle.channel_open_session().await.unwrap();
    for _ in 0..100 {
        channel.request_subsystem(false, "sftp").await.unwrap();
    }
    let refused = || server.house.metrics().refused(Refusal::Subsystem);
    until(|| refused() == 4).await;
    honest_visit(&server).await;
    assert_eq!(refused(), 4);
}

#[tokio::test]
async fn whoever_does_not_stop_asking_is_sent_away() {
    let limits = Limits { rate: u32::MAX, burst: u32::MAX, refusals: 20, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    for _ in 0..1000 {
        // Once it has ended, nothing can be sent.
        let _ = channel.request_subsystem(false, "sftp").await;
    }
    to_the_end(&mut channel).await;
    let refused = |why| server.house.metrics().refused(why);
    assert_eq!((refused(Refusal::Subsystem), refused(Refusal::Often)), (20, 1));
    honest_visit(&server).await;
}

/// What a guest has sent in advance, and would be read for hours at its pace, is not read when it is cut.
#[tokio::test]
async fn a_connection_that_is_cut_is_not_read_to_its_end() {
    let grace = Duration::from_millis(300);
    let limits = Limits { rate: 1, burst: 4096, login_grace: grace, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let channel = handle.channel_open_session().await.unwrap();
    for _ in 0..50 {
        channel.request_subsystem(false, "sftp").await.unwrap();
    }
    until(|| server.house.metrics().refused(Refusal::Grace) == 1).await;
    // The session has its part of the house only as long as it lives.
    until(|| Arc::strong_count(&server.house) == 2).await;
    assert_eq!(server.house.metrics().refused(Refusal::Subsystem), 4);
}

#[tokio::test]
async fn commands_wait_for_their_turn_and_not_for_ever() {
    let limits = Limits { answers: 1, turn: Duration::from_millis(50), ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut first = handle.channel_open_session().await.unwrap();
    first.exec(false, "wait").await.unwrap();
    until(|| server.house.metrics().answers.get() == 1).await;
    let mut second = handle.channel_open_session().await.unwrap();
    second.exec(false, "list").await.unwrap();
    let (said, status) = to_the_end(&mut second).await;
    assert_eq!(status, Some(1));
    assert!(said.contains("quá nhiều lệnh"), "{said:?}");
    assert_eq!(server.house.metrics().refused(Refusal::Answers), 1);
    // A visit has no need of a turn.
    honest_visit(&server).await;
    *GATE.0.lock().unwrap() = true;
    GATE.1.notify_all();
    assert_eq!(to_the_end(&mut first).await.1, Some(0));
    let mut third = handle.channel_open_session().await.unwrap();
    third.exec(false, "list").await.unwrap();
    assert_eq!(to_the_end(&mut third).await.1, Some(0));
}

/// What costs most is drawing: a key a packet does not cost a frame a key.
#[tokio::test]
async fn frames_keep_their_distance() {
    let limits = Limits { frame: Duration::from_secs(1), ..UNPACED };
    let server = start(limits, ui::draw).await;
    let began = Instant::now();
    let (_handle, mut channel) = visit(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    for _ in 0..300 {
        channel.data_bytes("g").await.unwrap();
    }
    channel.data_bytes("/xong").await.unwrap();
    expect(&mut channel, "xong").await;
    let frames = server.house.metrics().frames.get();
    assert!(frames <= 2 + began.elapsed().as_secs(), "{frames} frames");
}

#[tokio::test]
async fn thousands_of_channels() {
    let server = start(UNPACED, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut open = Vec::new();
    for _ in 0..2000 {
        if let Ok(channel) = timeout(PATIENCE, handle.channel_open_session()).await.unwrap() {
            open.push(channel);
        }
    }
    assert_eq!(open.len(), Limits::default().channels);
    // One that is closed makes room for another.
    open.pop().unwrap().close().await.unwrap();
    let waiting = async { while handle.channel_open_session().await.is_err() {} };
    timeout(PATIENCE, waiting).await.unwrap();
    honest_visit(&server).await;
}

#[tokio::test]
async fn whoever_types_too_fast_waits() {
    let limits = Limits { rate: 1, burst: 1024, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let (_handle, mut channel) = visit(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    // What a visit has asked for, and keys, are within the burst; a thousand more are due in minutes, and
    // what comes after them waits as long.
    channel.data_bytes("j".repeat(1000)).await.unwrap();
    channel.data_bytes("\x03").await.unwrap();
    let waited = timeout(Duration::from_millis(500), to_the_end(&mut channel)).await;
    assert!(waited.is_err(), "the visit goes on");
    honest_visit(&start(Limits::default(), ui::draw).await).await;
}

/// The client tells of each exchange; this one is OpenSSH's, where it is there.
#[tokio::test]
async fn keys_are_exchanged_anew() {
    let server = start(Limits { rekey: 64 * 1024, ..Limits::default() }, ui::draw).await;
    let port = server.address.port().to_string();
    let asked = tokio::task::spawn_blocking(move || {
        std::process::Command::new("ssh")
            .args(["-v", "-F", "none", "-p", &port, "-o", "StrictHostKeyChecking=no"])
            .args(["-o", "UserKnownHostsFile=/dev/null", "-o", "IdentityAgent=none"])
            .args(["-o", "IdentityFile=none", "-o", "BatchMode=yes", "127.0.0.1", "long"])
            .stdin(std::process::Stdio::null())
            .output()
    });
    let Ok(output) = timeout(PATIENCE, asked).await.unwrap().unwrap() else {
        eprintln!("skipped: OpenSSH's client is missing (apt-get install openssh-client)");
        return;
    };
    assert_eq!(output.stdout.len(), LONG);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.matches("SSH2_MSG_KEXINIT received").count() > 2, "{told}");
}

#[tokio::test]
async fn packets_have_a_size() {
    let server = start(Limits { packet: 1000, ..Limits::default() }, ui::draw).await;
    let (_handle, mut channel) = visit(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    assert!(channel.writable_packet_size().await <= 1000);
}

#[tokio::test]
async fn endless_pty_modes_and_windows_of_any_size() {
    let server = start(Limits::default(), ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    let modes = vec![(Pty::ECHO, 1); 5000];
    channel.request_pty(true, &"x".repeat(10_000), u32::MAX, 0, 0, 0, &modes).await.unwrap();
    timeout(PATIENCE, async { while channel.wait().await.is_some() {} }).await.unwrap();

    let (_handle, mut channel) = visit(&server, 0).await;
    expect(&mut channel, "GRDP").await;
    for (columns, rows) in [(u32::MAX, u32::MAX), (1, 1), (0, 0), (3, 400), (80, 24)] {
        channel.window_change(columns, rows, 0, 0).await.unwrap();
    }
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    assert_eq!(server.house.metrics().panics.get(), 0);
}

#[tokio::test]
async fn garbage_and_half_handshakes() {
    let limits = Limits { handshakes: 200, per_address: 200, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let mut whole = b"SSH-2.0-x\r\n".to_vec();
    whole.extend((0u32..4000).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()));
    let mut open = Vec::new();
    for at in 0..100 {
        let mut socket = TcpStream::connect(server.address).await.unwrap();
        let bytes = match at % 5 {
            0 => &whole[..],
            1 => &whole[11..],
            2 => &whole[..at],
            3 => b"GET / HTTP/1.1\r\n\r\n",
            _ => b"SSH-1.5-old\r\n",
        };
        let _ = socket.write_all(bytes).await;
        // Half of them stay open and silent.
        if at % 2 == 0 {
            open.push(socket);
        } else {
            let _ = timeout(Duration::from_millis(20), socket.read_to_end(&mut Vec::new())).await;
        }
    }
    honest_visit(&server).await;
    drop(open);
    honest_visit(&server).await;
    assert_eq!(server.house.metrics().panics.get(), 0);
}

/// Bytes that no terminal sends.
#[tokio::test]
async fn garbage_as_keys() {
    let server = start(UNPACED, ui::draw).await;
    let (_handle, mut channel) = visit(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    let mut seed = 7u32;
    let mut byte = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Neither a way out nor the search, which takes long where nothing is optimised.
        match (seed >> 24) as u8 {
            b'q' | b'Q' | 3 | 4 | b'/' => b'x',
            other => other,
        }
    };
    for _ in 0..10 {
        let bytes: Vec<u8> = (0..97).map(|_| byte()).collect();
        channel.data_bytes(bytes).await.unwrap();
    }
    channel.data_bytes("\x1b[201~\x1b\\\x03").await.unwrap();
    assert!(to_the_end(&mut channel).await.1.is_some());
    assert_eq!(server.house.metrics().panics.get(), 0);
    honest_visit(&server).await;
}
