//! Paths to datasets, and their life while they are open: load, watch, reload.

pub(crate) mod atomic_write;
pub(crate) mod draft_file;
mod error;
pub(crate) mod follow;
mod hidden;
pub(crate) mod isolated_document;
pub(crate) mod load;
pub(crate) mod observer;
pub(crate) mod open_files;
mod unread_rows;
mod watch;

pub use error::{Address, Error, Near};
