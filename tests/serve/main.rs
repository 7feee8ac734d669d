//! `chitieu serve`, the real binary, visited with OpenSSH's client as people do; on loopback only.
//!
//! Without that client these tests say so and pass; where CHITIEU_REQUIRE_SSH is set they fail.

#![cfg(feature = "serve")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    dead_code,
    reason = "a test fails by panicking; the session has more than is used here"
)]

mod server;
#[path = "../terminal/session.rs"]
mod session;

mod answers;
mod door;
mod floods;
#[cfg(target_os = "linux")]
mod hostile;
mod life;
mod limits;
mod refusals;
mod visits;
