//! What is typed by Vietnamese input methods: Telex and VNI.

mod keystrokes;
pub mod telex;
pub mod vni;
