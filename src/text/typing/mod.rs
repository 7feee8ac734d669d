//! Decodes the keystrokes of the Vietnamese input methods Telex and VNI.

mod keystrokes;
pub mod telex;
pub mod vni;
