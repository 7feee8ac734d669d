//! Headings of norms: what every place has to reach, not what a whole plans to reach with the parts of its places.

use super::phrases::{has, key};

/// Words of a heading of norms, folded.
const NORMS: &[&str] =
    &["tieu chuan", "dinh muc", "theo quy dinh", "muc quy dinh", "chi tieu quy dinh"];

/// Whether a heading is that of norms: "Tiêu chuẩn", "Mức quy định".
pub(crate) fn is_norm_heading(heading: &str) -> bool {
    has(&key(heading), NORMS)
}
