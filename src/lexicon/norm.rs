//! Headings of norms: what every place has to reach, not what a whole plans to reach with the parts of its places.

use super::phrases::{has, key};

/// Words of a heading of norms, folded.
const NORMS: &[&str] =
    &["tieu chuan", "dinh muc", "theo quy dinh", "muc quy dinh", "chi tieu quy dinh"];

/// Whether a heading is that of norms: "Tiêu chuẩn", "Mức quy định".
pub(crate) fn is_norm_heading(heading: &str) -> bool {
    has(&key(heading), NORMS)
}

/// Words of the heading of what must be reached, be it by each place or by all of them together, folded.
const REQUIRED: &[&str] = &["phai dat", "can dat", "yeu cau"];

/// Words of a bound, folded.
const BOUNDS: &[&str] = &["tro len", "tro xuong", "toi thieu", "toi da", "khong qua", "it nhat"];

/// Whether a heading says what must be reached: "Chỉ tiêu phải đạt".
pub(crate) fn is_required_heading(heading: &str) -> bool {
    has(&key(heading), REQUIRED)
}

/// Whether a cell is a bound: "≥ 30%", "75% trở lên".
pub(crate) fn is_bound(text: &str) -> bool {
    text.trim_start().starts_with(['≤', '≥', '<', '>']) || has(&key(text), BOUNDS)
}
