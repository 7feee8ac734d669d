//! Work on a large table by several threads: ranges of rows ([`chunks`]), and results in the order of the rows
//! ([`ordered`]).

pub(super) mod chunks;
pub(super) mod ordered;
