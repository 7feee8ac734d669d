//! chitieu: a terminal explorer of socio-economic indicators.
//!
//! The house, floor by floor. Each floor uses only floors below it.
//!
//! | floor | what it holds |
//! | --- | --- |
//! | [`cli`] | the commands: explore, list, search, show, check, convert, serve; text output |
//! | `serve` | the explorer offered over SSH: one visit = one `App` + one remote screen |
//! | [`terminal`] | the local screen: enter and leave, signals, event loop, clipboard |
//! | [`ui`] | pure views, `(&App, &mut Buffer)`; theme; one file a pane, one a widget |
//! | [`app`] | pure state: `App`, `Action`, `update`, keymap; no I/O and no clock |
//! | [`search`] | names and a query to ranked hits with the places to highlight |
//! | [`dataset`] | files to a checked `Dataset`, or located complaints, and back; the embedded default |
//! | [`lexicon`] | the words of administrative Vietnamese and English: what a phrase means |
//! | [`text`] | Vietnamese writing: folding, numbers, width, what is safe to print |
//! | [`model`] | what an indicator is and what follows from it; no formats, no screens |
//!
//! One way through the house:
//!
//! * a key: `terminal` → `app` (an `Action`, `update`) → `ui` (draw) → `terminal`
//! * a file: `cli` → `dataset` → `model`
//! * a query: `app` → `search` → `text`

pub mod app;
pub mod cli;
pub mod dataset;
pub mod files;
pub mod lexicon;
pub mod model;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod terminal;
pub mod text;
pub mod ui;
