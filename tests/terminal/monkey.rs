//! A monkey test of the real binary: thousands of random keys, clicks, pastes, broken sequences and resizes,
//! after which it must still respond.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::session::Session;

/// An action of the monkey: bytes, or a resize.
#[derive(Debug, Clone)]
enum Prank {
    Bytes(Vec<u8>),
    Window(u16, u16),
}

fn prank() -> impl Strategy<Value = Prank> {
    let keys = [
        "j", "k", "h", "l", "\t", "\x1b[Z", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~",
        "\x1b[6~", "\x1b[H", "\x1b[F", "\r", "\x1b", "\x7f", "\x08", "/", "s", "f", "x", "g", "y",
        "m", "t", "L", "?", "n", "p", "G", " ", "ộ", "o\u{302}", "漢", "\x1bb", "\x15", "\x17",
        "\x0c", "\x1a", "\x1bOP",
    ];
    let key = prop::sample::select(keys.to_vec()).prop_map(|key| Prank::Bytes(key.into()));
    let mouse = (0u8..70, 1u16..130, 1u16..45, prop::sample::select(vec!['M', 'm'])).prop_map(
        |(button, x, y, end)| Prank::Bytes(format!("\x1b[<{button};{x};{y}{end}").into()),
    );
    let paste = "[a-zộ\u{1b}\n]{0,20}"
        .prop_map(|text| Prank::Bytes(format!("\x1b[200~{text}\x1b[201~").into()));
    // Quitting would end the test: no q and no Ctrl-C, not even at the end of another sequence.
    let noise = prop::collection::vec(any::<u8>(), 0..8).prop_map(|mut bytes| {
        bytes.retain(|byte| !matches!(byte, b'q' | 3));
        Prank::Bytes(bytes)
    });
    let window = (1u16..140, 1u16..45).prop_map(|(columns, rows)| Prank::Window(columns, rows));
    prop_oneof![30 => key, 4 => mouse, 2 => paste, 2 => noise, 1 => window]
}

#[test]
fn survives_thousands_of_keys() {
    for seed in 0..2u8 {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let mut session = Session::start(&[], 80, 24);
        session.expect("q thoát");
        for n in 0..3000 {
            match prank().new_tree(&mut runner).unwrap().current() {
                Prank::Bytes(bytes) => {
                    session.send_bytes(&bytes);
                }
                Prank::Window(columns, rows) => {
                    session.resize(columns, rows);
                }
            }
            session.take_ready();
            assert!(session.child.try_wait().unwrap().is_none(), "it ended after {n} pranks");
        }
        // Ends an incomplete sequence and closes all overlays.
        session.resize(80, 24).send("\x1b[201~\x1b").settle();
        let home = |screen: &str| screen.contains("q thoát") || screen.contains("q quit");
        for _ in 0..40 {
            if home(&session.send("\x0c").settle().screen()) {
                break;
            }
            session.send("\x1b").settle();
        }
        let screen = session.screen();
        assert!(screen.contains("chitieu · ") && home(&screen), "{screen}");
        session.send("q");
        assert_eq!(session.wait(), 0);
        session.assert_restored();
    }
}
