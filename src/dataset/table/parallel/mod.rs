//! Work on chunks of a large table by several threads, with the results in order.

pub(super) mod chunks;
pub(super) mod ordered;
