//! How often the first hit is the one meant: chitieu next to other finders, on the same labelled queries.
//!
//!     cargo bench --bench peers

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a comparison fails by panicking, and prints"
)]

#[path = "../../tests/support/labelled_queries.rs"]
mod labelled_queries;

use std::io::Write;
use std::process::{Command, Stdio};

use chitieu::search::Index;
use chitieu::text::fold::fold;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use labelled_queries::Labelled;

/// What a finder answers: the place of the best name.
type Answer<'a> = Box<dyn FnMut(&str) -> Option<usize> + 'a>;

fn main() {
    println!(
        "The first hit is the one meant; for garbage and foreign sentences: nothing is found."
    );
    for labelled in Labelled::all() {
        let names: Vec<String> = labelled.names.iter().map(|name| (*name).to_owned()).collect();
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        println!("\n{} names, {} queries", names.len(), labelled.queries.len());
        println!("{:28} clean  messy  garbage  foreign", "");
        row("chitieu", &labelled, false, chitieu(&labelled));
        for (unaccented, names) in [(false, &names), (true, &folded)] {
            let title =
                |finder: &str| format!("{finder}{}", if unaccented { ", unaccented" } else { "" });
            row(&title("frizbee"), &labelled, unaccented, frizbee(names, false));
            row(&title("frizbee, with typos"), &labelled, unaccented, frizbee(names, true));
            row(&title("nucleo"), &labelled, unaccented, nucleo(names));
            row(&title("SkimMatcherV2"), &labelled, unaccented, skim(names));
            if Command::new("fzf").arg("--version").output().is_ok() {
                row(&title("fzf --filter"), &labelled, unaccented, fzf(names));
            } else {
                println!("fzf is not installed: left out");
            }
        }
    }
}

fn row(title: &str, labelled: &Labelled, unaccented: bool, mut answer: Answer<'_>) {
    let (mut right, mut asked) = ([0; 4], [0; 4]);
    for query in &labelled.queries {
        let kind = match (query.class, query.set) {
            ("garbage", _) => 2,
            ("foreign", _) => 3,
            (_, "clean") => 0,
            _ => 1,
        };
        let found = if unaccented { answer(&fold(query.text)) } else { answer(query.text) };
        asked[kind] += 1;
        right[kind] += usize::from(query.is_answered_by(found.map(|at| labelled.names[at])));
    }
    let share = |kind: usize| f64::from(right[kind] as u32) / f64::from(asked[kind] as u32);
    println!("{title:28} {:.3}  {:.3}  {:.3}    {:.3}", share(0), share(1), share(2), share(3));
}

fn chitieu(labelled: &Labelled) -> Answer<'_> {
    let collection = labelled.collection();
    let index = Index::new(&collection);
    Box::new(move |query| Some(index.search(&collection, query, 1).first()?.index))
}

fn frizbee(names: &[String], typos: bool) -> Answer<'_> {
    Box::new(move |query| {
        let typos = if typos { query.chars().count() as u16 / 4 } else { 0 };
        let config = frizbee::Config::default().max_typos(Some(typos));
        let found = frizbee::Matcher::new(query, &config).match_list(names);
        found
            .iter()
            .max_by_key(|found| (found.score, std::cmp::Reverse(found.index)))
            .map(|found| found.index as usize)
    })
}

fn nucleo(names: &[String]) -> Answer<'_> {
    use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
    use nucleo_matcher::{Config, Matcher, Utf32String};
    let names: Vec<Utf32String> = names.iter().map(|name| name.as_str().into()).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    Box::new(move |query| {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let score = |(at, name): (usize, &Utf32String)| {
            Some((pattern.score(name.slice(..), &mut matcher)?, std::cmp::Reverse(at)))
        };
        names.iter().enumerate().filter_map(score).max().map(|(_, at)| at.0)
    })
}

fn skim(names: &[String]) -> Answer<'_> {
    let matcher = SkimMatcherV2::default().ignore_case();
    Box::new(move |query| {
        let score = |(at, name): (usize, &String)| {
            Some((matcher.fuzzy_match(name, query)?, std::cmp::Reverse(at)))
        };
        names.iter().enumerate().filter_map(score).max().map(|(_, at)| at.0)
    })
}

fn fzf(names: &[String]) -> Answer<'_> {
    let lines = names.join("\n");
    Box::new(move |query| {
        let mut command = Command::new("fzf");
        command.args(["--filter", query]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap().stdout;
        let first = String::from_utf8_lossy(&output).lines().next()?.to_owned();
        names.iter().position(|name| *name == first)
    })
}
