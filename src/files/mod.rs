//! Paths to datasets, and their life while they are open: load, watch, reload.

pub(crate) mod atomic_write;
pub(crate) mod follow;
pub(crate) mod load;
pub(crate) mod open_files;
mod watch;
