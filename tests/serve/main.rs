//! `chitieu serve`: the real binary with OpenSSH's client, on loopback only.
//!
//! Without that client the tests report it and pass; with CHITIEU_REQUIRE_SSH they fail.

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

mod access;
mod commands;
mod floods;
#[cfg(target_os = "linux")]
mod hostile;
mod lifecycle;
mod limits;
mod rejections;
mod sessions;
