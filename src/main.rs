//! Parse the arguments, call, report.
fn main() {}
