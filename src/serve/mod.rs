//! The explorer as an SSH server: no account and no shell, only the explorer and the commands that read.
//!
//! One session is one [`App`](crate::app::App) and one remote screen over data that all sessions share. It
//! runs the same state, views, screen and input as the local explorer; this folder adds what lies between
//! them and the connection. Everything that a client can make grow has a limit, and a panic ends one
//! session only.
//!
//! | file | content |
//! | --- | --- |
//! | `server`, `accept`, `state` | the listener and the signals; a connection of it; what all connections share: data, limits, metrics |
//! | `settings`, `error`, `appearance` | what the operator decides; why the server cannot start; how sessions look |
//! | `admission`, `half_open`, `network`, `rejection` | limits in total and per address; the reasons for a rejection |
//! | `processor_share` | the processor time of each address |
//! | `host_key`, `authorized_keys`, `regular_file` | the identity of the server; the keys that may log in; reading their files |
//! | `algorithms` | the algorithms that the server offers |
//! | `socket`, `proxy_header`, `rate_limit` | the bytes of a connection; the client's address behind a balancer; bytes a second |
//! | `connection`, `close_reason` | one connection, from the handshake to its end; why it is closed |
//! | `client_connection`, `handler` | the channels of a connection; the requests that are accepted and rejected |
//! | `client_env` | the terminal and the locale of the client |
//! | `remote_explorer`, `channel_io` | an explorer on a remote screen; what it reads and writes |
//! | `explorer_task`, `event_loop`, `session_end` | its task on a channel; its event loop; how it ended |
//! | `exec_request`, `exec` | a command and the function that runs it; its output on a channel |
//! | `close` | the last bytes on a channel |
//! | `metrics`, `metrics_endpoint` | the counters; their HTTP endpoint |
//! | `log` | the log on standard error |

mod accept;
mod admission;
mod algorithms;
mod appearance;
mod authorized_keys;
mod channel_io;
mod client_connection;
mod client_env;
mod close;
mod close_reason;
mod connection;
mod error;
mod event_loop;
mod exec;
mod exec_request;
mod explorer_task;
mod half_open;
mod handler;
mod host_key;
mod log;
mod metrics;
mod metrics_endpoint;
mod network;
mod processor_share;
mod proxy_header;
mod rate_limit;
mod regular_file;
mod rejection;
mod remote_explorer;
mod server;
mod session_end;
mod settings;
mod socket;
mod state;
#[cfg(test)]
mod tests;

use std::io;

pub use appearance::Appearance;
pub use error::Error;
pub use exec_request::{ExecEnd, ExecHandler, ExecRequest};
pub use settings::{Limits, Settings, Source};

use server::{Server, Signals, open_files};
use state::ServerState;

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
///
/// If the server cannot start.
pub fn run(settings: Settings, source: Source) -> Result<(), Error> {
    log::start();
    open_files();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        // The handlers come first: no signal that arrives while the data is read is missed or kills the
        // process.
        let mut signals = Signals::open()?;
        let opened = tokio::task::spawn_blocking(move || ServerState::open(settings, source));
        let state = tokio::select! {
            state = opened => state.map_err(io::Error::other)??,
            () = signals.stopped() => return Ok(()),
        };
        Server::open(state).await?.run(signals).await;
        Ok(())
    });
    // Running commands and reloads are not waited for.
    runtime.shutdown_background();
    log::finish();
    served
}
