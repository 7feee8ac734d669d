//! Vietnamese writing: folding, numbers, order, width, and what is safe to print.
//!
//! Nothing here knows what an indicator is, and nothing here prints.

pub mod ascii;
pub mod collate;
pub mod fit;
pub mod fold;
pub mod formula;
mod keyed;
pub mod legacy;
pub mod number;
pub mod one_line;
pub mod safe;
pub mod syllable;
pub mod telex;
pub mod vni;
pub mod written;
