//! Whatever a line brings, in whatever pieces: the parser of input gives events or nothing, keeps little,
//! and once what was begun is given up a key is a key again.

#![no_main]

use chitieu::terminal::Input;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says into how large pieces the rest is cut.
    let Some((size, rest)) = bytes.split_first() else { return };
    let mut input = Input::with_pastes_of(64);
    let mut events = 0;
    for piece in rest.chunks(usize::from(*size) + 1) {
        input.push(piece);
        while input.event().is_some() {
            events += 1;
        }
    }
    assert!(events <= rest.len());
    // Ends of a paste and of a string, then a key.
    input.push(b"\x1b[201~\x1b\\");
    input.give_up();
    while input.event().is_some() {}
    input.push(b"j");
    assert!(input.event().is_some());
});
