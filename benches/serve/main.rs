//! What a visit over SSH costs: memory, time from a key to the screen, processor time while nothing
//! happens, and how many visits are lost, the data being read again meanwhile; next to OpenSSH with
//! `ForceCommand chitieu` in the same run. Then what one key costs in a small and in the largest window, and how
//! an honest visit fares next to an attacker from another address.
//!
//! `cargo bench --bench serve` prints tables. Clients and servers are on this machine's loopback only,
//! as many as the constants below say and no longer. `sshd` has to be there, and root to run it; where
//! it is missing that part is left out, and that is said.

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

use client::{LARGEST, Place, USUAL, Visit};
use process::Server;
use tokio::task::JoinSet;

/// Visits that are open and idle, from few to many.
const IDLE: [usize; 4] = [1, 100, 1000, 10_000];
/// Visits with the largest window, idle.
const LARGE: usize = 100;
/// Visits that press keys while those are open.
const ACTIVE: usize = 200;
/// How many visits begin at a time.
const AT_A_TIME: usize = 32;
/// Keys of each active visit, and the time between two of them.
const KEYS: usize = 20;
const BETWEEN: Duration = Duration::from_millis(200);
/// Visits through OpenSSH: each is some processes.
const OPENSSH: usize = 40;
/// Keys of a visit that is alone, or next to an attacker.
const ALONE: usize = 300;
/// Where an attacker comes from, and with how many visits: as many as one address may have.
const ATTACKER: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
const ATTACKERS: usize = 32;
/// How long idle servers are watched.
const WATCHED: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() {
    process::open_files();
    println!(
        "| server | idle visits | active | memory a visit | of that russh's own | key to screen: median | 99 % | processor, idle | lost |"
    );
    println!("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
    for idle in IDLE {
        let server = Server::serve(idle + ACTIVE + 10);
        measure("chitieu serve", &server, idle, USUAL).await;
    }
    let server = Server::serve(LARGE + ACTIVE + 10);
    measure("chitieu serve, windows of 400x130", &server, LARGE, LARGEST).await;
    match Server::openssh() {
        Ok(server) => measure("OpenSSH + ForceCommand", &server, OPENSSH, USUAL).await,
        Err(why) => println!("\nwithout OpenSSH: {why}"),
    }
    println!("\n| window | key to screen: median | 99 % | processor a key |");
    println!("| --- | --: | --: | --: |");
    for window in [USUAL, LARGEST] {
        one(window).await;
    }
    println!("\n| an honest visit of 80x24 | key to screen: median | 99 % | lost |");
    println!("| --- | --: | --: | --: |");
    for attackers in [0, ATTACKERS] {
        attacked(attackers).await;
    }
}

/// What a key costs where only one visit presses any.
async fn one(window: (u32, u32)) {
    let server = Server::with_usual_limits();
    let mut visit = Visit::connect(&server.place).await.explore(window).await;
    let before = server.processor_time();
    let mut latencies = Vec::new();
    for key in 0..ALONE {
        latencies.extend(visit.press(if key % 2 == 0 { "j" } else { "k" }).await);
    }
    let busy = server.processor_time() - before;
    let (columns, rows) = window;
    println!(
        "| {columns}x{rows} | {} | {:.2} ms |",
        median_and_99(&mut latencies),
        busy.as_secs_f64() * 1000.0 / ALONE as f64,
    );
}

/// An honest visit, while another address has as many visits as it may, each with the largest window and keys
/// without end.
async fn attacked(attackers: usize) {
    let server = Server::with_usual_limits();
    let place = server.place.clone();
    // On a thread of its own: what the attacker computes is no part of the honest client.
    let attack = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut visits = JoinSet::new();
            for _ in 0..attackers {
                let visit = Visit::connect_from(ATTACKER, &place).await;
                visits.spawn(async { visit.start(LARGEST).await.flood().await });
            }
            visits.join_all().await;
        });
    });
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut visit = Visit::open(&server.place).await;
    let mut latencies = Vec::new();
    for key in 0..ALONE {
        latencies.extend(visit.press(if key % 2 == 0 { "j" } else { "k" }).await);
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
    // One visit first: what all visits share is there then.
    let first = Visit::open(&server.place).await;
    let empty = server.memory();
    // russh's own: connections with a channel on which nothing was asked for. sshd has no such state.
    let (mut idlers, own) = if server.is_ours {
        let connections = (0..idle).map(|_| connected(&server.place));
        let waiting = together(connections).await;
        let own = per_visit(empty, server.memory(), idle);
        let visits = together(waiting.into_iter().map(|visit| visit.explore(window))).await;
        (visits, format!("{own:.0} KiB"))
    } else {
        (together((0..idle).map(|_| opened(&server.place))).await, "–".to_owned())
    };
    tokio::time::sleep(Duration::from_secs(1)).await;
    let memory = per_visit(empty, server.memory(), idle);
    let before = server.processor_time();
    tokio::time::sleep(WATCHED).await;
    let busy = (server.processor_time() - before).as_secs_f64() / WATCHED.as_secs_f64();
    // Where the idle ones are few enough to be processes, some of them press the keys.
    let mut active = vec![first];
    if server.is_ours {
        active.extend(together((1..ACTIVE).map(|_| opened(&server.place))).await);
    }
    let presses = active.len();
    if server.is_ours {
        server.reload();
    }
    let mut latencies = press(active).await;
    let mut lost = presses * KEYS - latencies.len();
    for visit in &mut idlers {
        lost += usize::from(!visit.is_open());
    }
    println!(
        "| {name} | {idle} | {presses} | {memory:.0} KiB | {own} | {} | {:.2} % | {lost} |",
        median_and_99(&mut latencies),
        busy * 100.0,
    );
}

/// Two columns of a table.
fn median_and_99(latencies: &mut [Duration]) -> String {
    latencies.sort_unstable();
    let at = |part: usize| {
        let place = (latencies.len() * part / 100).min(latencies.len().saturating_sub(1));
        latencies
            .get(place)
            .map_or("–".to_owned(), |t| format!("{:.2} ms", t.as_secs_f64() * 1000.0))
    };
    format!("{} | {}", at(50), at(99))
}

/// A connection, and a visit, that can be made by a task of its own.
fn connected(place: &Place) -> impl Future<Output = Visit> + Send + 'static {
    let place = place.clone();
    async move { Visit::connect(&place).await }
}

fn opened(place: &Place) -> impl Future<Output = Visit> + Send + 'static {
    let place = place.clone();
    async move { Visit::open(&place).await }
}

/// Does all of these, some at a time: each waits for a quiet moment of its own.
async fn together<T, F>(work: impl Iterator<Item = F>) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let (mut running, mut done) = (JoinSet::new(), Vec::new());
    for one in work {
        if running.len() >= AT_A_TIME {
            done.extend(running.join_next().await.map(Result::unwrap));
        }
        running.spawn(one);
    }
    done.extend(running.join_all().await);
    done
}

fn per_visit(before: usize, after: usize, visits: usize) -> f64 {
    (after as f64 - before as f64) / visits as f64
}

/// Has each visit press its keys; returns how long each took to show.
async fn press(visits: Vec<Visit>) -> Vec<Duration> {
    let count = visits.len() as u32;
    let tasks: Vec<_> = (0u32..)
        .zip(visits)
        .map(|(at, mut visit)| {
            tokio::spawn(async move {
                // Not all at the same moment.
                tokio::time::sleep(BETWEEN * at / count).await;
                let mut times = Vec::new();
                for key in 0..KEYS {
                    times.extend(visit.press(if key % 2 == 0 { "j" } else { "k" }).await);
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
