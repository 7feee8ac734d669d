//! Diagnostics: what is wrong or doubtful in a file, where, and what to do about it.

pub(super) mod collector;
pub(super) mod diagnostic;
pub(super) mod quota;
pub(super) mod rule;
