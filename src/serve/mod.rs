//! The explorer offered over SSH: no account, no shell, nothing but the explorer.
//!
//! One visit is one [`App`](crate::app::App) and one remote screen over data that all visits share. It
//! runs the same state, views, screen and input as the local explorer; only what lies between them and
//! the line is here. Everything that a guest can make grow has a limit, and a panic ends one visit.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `house` | what all connections share: the data, the limits, the counts |
//! | `admission`, `half_open`, `network`, `refusal` | how many may come in, in all and from one address; why someone may not |
//! | `work` | how much processor time an address may take |
//! | `host_key`, `guests` | who the server is, who may enter |
//! | `algorithms` | what the two ends may agree on |
//! | `line`, `proxy` | the bytes of a connection, and who is at its other end |
//! | `connection`, `ending` | one connection, from the handshake to its end; why everything on it ends |
//! | `session`, `requests` | what its channels are for; what is granted, and all that is refused |
//! | `environment` | what the client says of its terminal |
//! | `visit`, `stay` | an explorer on a remote screen; its life on a channel |
//! | `answer` | a command's answer on a channel |
//! | `farewell` | what is last on a channel |
//! | `file` | files read without being held up |
//! | `pace` | how fast bytes may come |
//! | `metrics`, `scrape` | what is counted, and where it can be read |
//! | `log` | the lines of the log, on their way to standard error |

mod admission;
mod algorithms;
mod authorized_keys;
mod client_env;
mod close;
mod close_reason;
mod connection;
mod error;
mod exec;
mod explorer_loop;
mod half_open;
mod handler;
mod host_key;
mod log;
mod look;
mod metrics;
mod metrics_endpoint;
mod network;
mod processor_share;
mod proxy_header;
mod question;
mod rate_limit;
mod regular_file;
mod rejection;
mod remote_explorer;
mod server;
mod session;
mod settings;
mod socket;
mod state;
#[cfg(test)]
mod tests;

use std::io;

pub use error::Error;
pub use look::Appearance;
pub use question::{ExecHandler, ExecRequest};
pub use settings::{Limits, Settings, Source};

use server::{Server, Signals, open_files};
use state::ServerState;

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
///
/// If it cannot start.
pub fn run(settings: Settings, source: Source) -> Result<(), Error> {
    log::begin();
    open_files();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        // First of all: none that comes while the data is read is missed, or taken for what it usually does.
        let mut signals = Signals::open()?;
        let opening = tokio::task::spawn_blocking(move || ServerState::open(settings, source));
        let house = tokio::select! {
            house = opening => house.map_err(io::Error::other)??,
            () = signals.end() => return Ok(()),
        };
        Server::open(house).await?.until(signals).await;
        Ok(())
    });
    // Neither a command that still computes an answer nor data that is still read is waited for.
    runtime.shutdown_background();
    log::end();
    served
}
