//! Explores socio-economic indicators in the terminal: what a place planned, what it reached, how that changed.
//!
//! The crate is the program `chitieu`; its `main` parses the arguments and calls [`cli::run`]. As a library it reads
//! and checks datasets, and searches names of indicators:
//!
//! ```
//! use chitieu::dataset;
//! use chitieu::model::{Collection, Status, status};
//! use chitieu::search::Index;
//!
//! // A table as offices write them: any encoding, separator and header.
//! let table = "Chỉ tiêu;ĐVT;Kế hoạch 2024;Thực hiện 2024\nTrồng rừng mới;ha;3.500;5.257\n";
//! let opened = dataset::read("rung.csv", table.as_bytes(), None).unwrap();
//! let collection = Collection::new(opened.datasets);
//!
//! // Names are found without accents, in any order of words, with typos.
//! let hits = Index::new(&collection).search(&collection, "rung trong moi", 10);
//! let entry = collection.get(hits[0].index).unwrap();
//! assert_eq!(entry.name(), "Trồng rừng mới");
//! assert_eq!(status(&entry.indicator()), Status::Exceeded);
//! ```
//!
//! # Floors
//!
//! Each module is a floor and uses only floors below it in this table; `tests/layers.rs` checks that.
//!
//! | floor | what it does |
//! | --- | --- |
//! | [`cli`] | the commands explore, list, search, show, check, convert, import, serve, and their output |
//! | `serve` | the explorer over SSH: one session is one [`App`](app::App) with a remote screen |
//! | [`files`] | opens the files that are named, and follows them while they are open |
//! | [`terminal`] | the local screen: start and end, signals, the event loop, the clipboard |
//! | [`ui`] | pure views from an [`App`](app::App) to a buffer; every sentence in both languages, but the help of [`cli`] |
//! | [`app`] | pure state: [`App`](app::App), [`Action`](app::Action), update, the keymap; no I/O and no clock |
//! | [`search`] | names and a query to ranked hits, with the ranges to highlight |
//! | [`dataset`] | bytes to a checked [`Dataset`](model::Dataset) or located diagnostics, and back |
//! | [`lexicon`] | the words of administrative Vietnamese and English |
//! | [`text`] | Vietnamese writing: folding, typing methods, numbers, width, sanitizing |
//! | [`model`] | what an indicator is and what follows from it; no formats, no screens |
//!
//! # Where to start reading
//!
//! * A key: [`terminal`] → [`app::keymap`] → [`App::update`](app::App::update) → [`ui::draw`] → [`terminal`]
//! * A file: [`cli`] → [`files`] → [`dataset`] → [`model`]
//! * A query: [`app`] → [`search::Index`] → [`text`]
//!
//! `ARCHITECTURE.md` in the repository follows each of these ways function by function.

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
