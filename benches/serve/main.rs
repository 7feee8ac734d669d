//! What a visit over SSH costs: memory, time from a key to the screen, processor time while nothing
//! happens, and how many visits are lost; beside OpenSSH with `ForceCommand chitieu` in the same run.
//!
//! `cargo bench --bench serve` prints a table. Clients and servers are on this machine's loopback only,
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

use std::time::Duration;

use client::{LARGEST, USUAL, Visit};
use process::Server;

/// Visits that are open and idle, from few to many.
const IDLE: [usize; 4] = [1, 100, 1000, 10_000];
/// Visits with the largest window, idle.
const LARGE: usize = 100;
/// Visits that press keys while those are open.
const ACTIVE: usize = 200;
/// Keys of each active visit, and the time between two of them.
const KEYS: usize = 20;
const BETWEEN: Duration = Duration::from_millis(200);
/// Visits through OpenSSH: each is some processes.
const OPENSSH: usize = 40;
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
}

async fn measure(name: &str, server: &Server, idle: usize, window: (u32, u32)) {
    // One visit first: what all visits share is there then.
    let first = Visit::open(&server.place).await;
    let empty = server.memory();
    // russh's own: connections with a channel on which nothing was asked for. sshd has no such state.
    let (mut idlers, own) = if server.is_ours {
        let mut waiting = Vec::new();
        for _ in 0..idle {
            waiting.push(Visit::connect(&server.place).await);
        }
        let own = per_visit(empty, server.memory(), idle);
        let mut visits = Vec::new();
        for visit in waiting {
            visits.push(visit.explore(window).await);
        }
        (visits, format!("{own:.0} KiB"))
    } else {
        let mut visits = Vec::new();
        for _ in 0..idle {
            visits.push(Visit::open(&server.place).await);
        }
        (visits, "–".to_owned())
    };
    tokio::time::sleep(Duration::from_secs(1)).await;
    let memory = per_visit(empty, server.memory(), idle);
    let before = server.processor_time();
    tokio::time::sleep(WATCHED).await;
    let busy = (server.processor_time() - before).as_secs_f64() / WATCHED.as_secs_f64();
    // Where the idle ones are few enough to be processes, some of them press the keys.
    let mut active = vec![first];
    while server.is_ours && active.len() < ACTIVE {
        active.push(Visit::open(&server.place).await);
    }
    let presses = active.len();
    let mut latencies = press(active).await;
    let mut lost = presses * KEYS - latencies.len();
    for visit in &mut idlers {
        lost += usize::from(!visit.is_open());
    }
    latencies.sort_unstable();
    let at = |part: usize| {
        latencies.get((latencies.len() * part / 100).min(latencies.len().saturating_sub(1)))
    };
    let milliseconds = |latency: Option<&Duration>| {
        latency.map_or("–".to_owned(), |time| format!("{:.2} ms", time.as_secs_f64() * 1000.0))
    };
    println!(
        "| {name} | {idle} | {presses} | {memory:.0} KiB | {own} | {} | {} | {:.2} % | {lost} |",
        milliseconds(at(50)),
        milliseconds(at(99)),
        busy * 100.0,
    );
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
