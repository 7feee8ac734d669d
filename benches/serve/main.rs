//! The cost of sessions over SSH: memory, time from a key to the screen, processor time while idle, and how
//! many sessions are lost while the data is reloaded; compared with OpenSSH and `ForceCommand chitieu` in the
//! same run. Then the cost of one key in a small and in the largest window, and the latency of an honest
//! session next to an attacker from another address.
//!
//! `cargo bench --bench serve` prints tables. Clients and servers use the loopback of this machine only, as
//! many as the constants below say. The comparison needs `sshd` and root; without them it is skipped, and
//! that is printed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement that cannot be made stops"
)]

mod client;
mod process;

use std::net::Ipv4Addr;
use std::time::Duration;

use client::{DEFAULT_WINDOW, LARGEST_WINDOW, Session, Target};
use process::Server;
use tokio::task::JoinSet;

/// The numbers of open idle sessions.
const IDLE: [usize; 4] = [1, 100, 1000, 10_000];
/// The number of idle sessions with the largest window.
const LARGE: usize = 100;
/// The number of sessions that send keys meanwhile.
const ACTIVE: usize = 200;
/// The number of sessions that start concurrently.
const CONCURRENT: usize = 32;
/// The keys of each active session, and the time between two of them.
const KEYS: usize = 20;
const BETWEEN: Duration = Duration::from_millis(200);
/// The number of sessions through OpenSSH, each of which is several processes.
const OPENSSH: usize = 40;
/// The keys of a single session, alone or next to an attacker.
const ALONE: usize = 300;
/// The address of the attacker, and the number of its sessions: the maximum for one address.
const ATTACKER: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
const ATTACKERS: usize = 32;
/// How long idle servers are measured.
const IDLE_TIME: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() {
    process::open_files();
    println!(
        "| server | idle sessions | active | memory a session | of that russh's own | key to screen: median | 99 % | processor, idle | lost |"
    );
    println!("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
    for idle in IDLE {
        let server = Server::serve(idle + ACTIVE + 10);
        measure("chitieu serve", &server, idle, DEFAULT_WINDOW).await;
    }
    let server = Server::serve(LARGE + ACTIVE + 10);
    measure("chitieu serve, windows of 400x130", &server, LARGE, LARGEST_WINDOW).await;
    match Server::openssh() {
        Ok(server) => measure("OpenSSH + ForceCommand", &server, OPENSSH, DEFAULT_WINDOW).await,
        Err(why) => println!("\nwithout OpenSSH: {why}"),
    }
    println!("\n| window | key to screen: median | 99 % | processor a key |");
    println!("| --- | --: | --: | --: |");
    for window in [DEFAULT_WINDOW, LARGEST_WINDOW] {
        single_session(window).await;
    }
    println!("\n| an honest session of 80x24 | key to screen: median | 99 % | lost |");
    println!("| --- | --: | --: | --: |");
    for attackers in [0, ATTACKERS] {
        with_attackers(attackers).await;
    }
}

/// Measures the cost of a key when only one session sends keys.
async fn single_session(window: (u32, u32)) {
    let server = Server::with_default_limits();
    let mut session = Session::connect(&server.target).await.explore(window).await;
    let before = server.processor_time();
    let mut latencies = Vec::new();
    for key in 0..ALONE {
        latencies.extend(session.press(if key % 2 == 0 { "j" } else { "k" }).await);
    }
    let busy = server.processor_time() - before;
    let (columns, rows) = window;
    println!(
        "| {columns}x{rows} | {} | {:.2} ms |",
        median_and_99(&mut latencies),
        busy.as_secs_f64() * 1000.0 / ALONE as f64,
    );
}

/// Measures an honest session while another address has the maximum of sessions, each of which sends keys
/// continuously in the largest window.
async fn with_attackers(attackers: usize) {
    let server = Server::with_default_limits();
    let target = server.target.clone();
    // On a thread of its own, so that the attacker does not slow down the honest client.
    let attack = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut sessions = JoinSet::new();
            for _ in 0..attackers {
                let session = Session::connect_from(ATTACKER, &target).await;
                sessions.spawn(async { session.start(LARGEST_WINDOW).await.flood().await });
            }
            sessions.join_all().await;
        });
    });
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut session = Session::open(&server.target).await;
    let mut latencies = Vec::new();
    for key in 0..ALONE {
        latencies.extend(session.press(if key % 2 == 0 { "j" } else { "k" }).await);
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    println!(
        "| next to {attackers} of 400x130 that press keys without end | {} | {} |",
        median_and_99(&mut latencies),
        ALONE - latencies.len(),
    );
    drop(server);
    attack.join().unwrap();
}

async fn measure(name: &str, server: &Server, idle: usize, window: (u32, u32)) {
    // A first session, so that what all sessions share is allocated.
    let first = Session::open(&server.target).await;
    let empty = server.memory();
    // The memory of russh: connections with a channel without a request. sshd has no such state.
    let (mut idlers, library_memory) = if server.is_chitieu {
        let connections = (0..idle).map(|_| connect_later(&server.target));
        let waiting = run_concurrently(connections).await;
        let library_memory = per_session(empty, server.memory(), idle);
        let sessions =
            run_concurrently(waiting.into_iter().map(|session| session.explore(window))).await;
        (sessions, format!("{library_memory:.0} KiB"))
    } else {
        (run_concurrently((0..idle).map(|_| open_later(&server.target))).await, "–".to_owned())
    };
    tokio::time::sleep(Duration::from_secs(1)).await;
    let memory = per_session(empty, server.memory(), idle);
    let before = server.processor_time();
    tokio::time::sleep(IDLE_TIME).await;
    let busy = (server.processor_time() - before).as_secs_f64() / IDLE_TIME.as_secs_f64();
    // Sessions of sshd are few, since they are processes: the first one sends the keys.
    let mut active = vec![first];
    if server.is_chitieu {
        active.extend(run_concurrently((1..ACTIVE).map(|_| open_later(&server.target))).await);
    }
    let presses = active.len();
    if server.is_chitieu {
        server.reload();
    }
    let mut latencies = press(active).await;
    let mut lost = presses * KEYS - latencies.len();
    for session in &mut idlers {
        lost += usize::from(!session.is_open());
    }
    println!(
        "| {name} | {idle} | {presses} | {memory:.0} KiB | {library_memory} | {} | {:.2} % | {lost} |",
        median_and_99(&mut latencies),
        busy * 100.0,
    );
}

/// The median and the 99th percentile, as two columns of a table.
fn median_and_99(latencies: &mut [Duration]) -> String {
    latencies.sort_unstable();
    let at = |percent: usize| {
        let target = (latencies.len() * percent / 100).min(latencies.len().saturating_sub(1));
        latencies
            .get(target)
            .map_or("–".to_owned(), |t| format!("{:.2} ms", t.as_secs_f64() * 1000.0))
    };
    format!("{} | {}", at(50), at(99))
}

/// Futures that open a connection or a session in a task.
fn connect_later(target: &Target) -> impl Future<Output = Session> + Send + 'static {
    let target = target.clone();
    async move { Session::connect(&target).await }
}

fn open_later(target: &Target) -> impl Future<Output = Session> + Send + 'static {
    let target = target.clone();
    async move { Session::open(&target).await }
}

/// Runs all futures, at most [`CONCURRENT`] at a time: each waits until its screen is quiet.
async fn run_concurrently<T, F>(work: impl Iterator<Item = F>) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let (mut running, mut done) = (JoinSet::new(), Vec::new());
    for future in work {
        if running.len() >= CONCURRENT {
            done.extend(running.join_next().await.map(Result::unwrap));
        }
        running.spawn(future);
    }
    done.extend(running.join_all().await);
    done
}

fn per_session(before: usize, after: usize, sessions: usize) -> f64 {
    (after as f64 - before as f64) / sessions as f64
}

/// Sends the keys of each session. Returns the time that each key took to show.
async fn press(sessions: Vec<Session>) -> Vec<Duration> {
    let count = sessions.len() as u32;
    let tasks: Vec<_> = (0u32..)
        .zip(sessions)
        .map(|(at, mut session)| {
            tokio::spawn(async move {
                // Spreads the first keys over time.
                tokio::time::sleep(BETWEEN * at / count).await;
                let mut times = Vec::new();
                for key in 0..KEYS {
                    times.extend(session.press(if key % 2 == 0 { "j" } else { "k" }).await);
                    tokio::time::sleep(BETWEEN).await;
                }
                times
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.unwrap());
    }
    all
}
