//! Text in fonts from before Unicode: the name of the font says how it is converted.

use crate::text::legacy_encoding::{from_tcvn3, from_vni};

/// Converts text in an old font to Unicode.
pub(super) type Conversion = fn(&str) -> String;

/// The conversion of an old font, by its name: ".VnTime", "VNI-Times".
pub(super) fn conversion(font: &str) -> Option<Conversion> {
    let lower = font.to_ascii_lowercase();
    if lower.starts_with(".vn") {
        Some(from_tcvn3)
    } else if lower.starts_with("vni-") || lower.starts_with("vni ") {
        Some(from_vni)
    } else {
        None
    }
}
