//! The commands, one file each.

mod between_files;
pub(crate) mod check;
pub(super) mod convert;
pub(super) mod explore;
mod found_once;
pub(super) mod import;
pub(super) mod list;
pub(crate) mod manual;
pub(super) mod plain;
pub(super) mod search;
#[cfg(feature = "serve")]
pub(super) mod serve;
pub(super) mod show;
