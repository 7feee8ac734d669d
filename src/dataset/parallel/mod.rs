//! Work on a large table or text by several threads: ranges of rows ([`chunks`]), and pieces whose results are in
//! order ([`ordered`]).

pub(super) mod chunks;
pub(crate) mod ordered;
