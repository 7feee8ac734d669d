//! `chitieu check FILE…`: the problems of files, and how each file was read.

use std::path::PathBuf;

use super::between_files;
use crate::cli::arguments::{Check, CheckFormat, Options};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::diagnostics;
use crate::cli::output::diagnostics::Counts;
use crate::cli::output::stderr_observer::opening;
use crate::cli::output::{Console, Output};
use crate::cli::{Error, Outcome, usage_error};
use crate::dataset::{
    Diagnostic, Excerpt, FileProblem, Location, Omitted, OpenError, Opened, Problem, Rule,
    Severity, TextMismatch, audit,
};
use crate::files;
use crate::files::load;
use crate::model::{Dataset, totals_mismatches};
use crate::text::nearest::nearest;
use crate::text::sanitize::visible;
use crate::ui::Words;

pub(crate) fn run(check: &Check, options: &Options) -> Result<Outcome, Error> {
    Console::standard(|console| print(check, options, console))
}

fn print(check: &Check, options: &Options, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let words = console.words(options);
    if let Some(name) = &check.explain {
        let text = explain_rule(name, words)?;
        return Output::on(console, options).print(&text).map(|()| Outcome::Done);
    }
    let sources = DefaultSource::or_stdin(check.files.clone(), options)?;
    if sources.files.is_empty() {
        return Err(Error::Usage(usage_error::missing("<FILE>...", words)));
    }
    load::stdin_once(&sources.files)?;
    let checked = check_files(&sources.files, check, options, console)?;
    print_checked(&checked, check.format, options, console)?;
    let only_notes =
        checked.diagnostics.iter().all(|found| found.rule().severity() == Severity::Note);
    Ok(match (checked.unreadable, only_notes) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::Done,
        (false, false) => Outcome::DiagnosticsReported,
    })
}

/// Opens each file, and collects what is found in it and between the files.
fn check_files(
    files: &[PathBuf],
    check: &Check,
    options: &Options,
    console: &mut Console<'_>,
) -> Result<Checked, Error> {
    let words = console.words(options);
    let (mut checked, mut together) = (Checked::default(), Vec::new());
    for file in files {
        let name = file.to_string_lossy();
        match load::open(file, &opening(options)) {
            Ok(mut opened) => {
                let omitted = std::mem::take(&mut opened.omitted);
                if files.len() > 1 {
                    let datasets =
                        opened.datasets.iter().cloned().map(|one| (name.to_string(), one));
                    together.extend(datasets);
                }
                checked.add(&name, all_diagnostics(&name, opened), omitted);
            }
            Err(files::Error::Open(OpenError::Invalid { diagnostics, omitted })) => {
                checked.unreadable = true;
                checked.add(&name, diagnostics.0, omitted);
            }
            Err(error) if error.is_of_a_file() => {
                checked.unreadable = true;
                let reason = error.text(words);
                if check.format == CheckFormat::Text {
                    let text = format!("chitieu: {reason}\n");
                    Output::plain(&mut *console.err).print(&text)?;
                } else {
                    // A program reads one list.
                    let problem = FileProblem::CannotRead { reason };
                    let location = Location::of_file(&name);
                    let found = Diagnostic { location, problem: problem.into() };
                    checked.add(&name, vec![found], Omitted::default());
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    for (file, found) in between_files::diagnostics(together, words) {
        checked.add(&file, found.diagnostics, found.omitted);
    }
    Ok(checked)
}

/// Prints what was found.
fn print_checked(
    Checked { diagnostics, counts, unreadable }: &Checked,
    format: CheckFormat,
    options: &Options,
    console: &mut Console<'_>,
) -> Result<(), Error> {
    let words = console.words(options);
    match format {
        // A file that could not be opened may have faults.
        CheckFormat::Text if *unreadable && diagnostics.is_empty() => Ok(()),
        CheckFormat::Text => {
            let mut output = Output::on(console, options);
            let text = diagnostics::text(diagnostics, *counts, words, &output);
            output.print(&text)
        }
        CheckFormat::Json => {
            Output::plain(&mut *console.out).print(&diagnostics::json(diagnostics, words)?)
        }
        CheckFormat::Github => {
            Output::plain(&mut *console.out).print(&diagnostics::github(diagnostics, words))
        }
    }
}

/// What was reported of the files so far.
#[derive(Default)]
struct Checked {
    diagnostics: Vec<Diagnostic>,
    counts: Counts,
    /// Whether a file has no dataset. The other commands reject it, whatever else is reported for it.
    unreadable: bool,
}

impl Checked {
    /// Adds the diagnostics of a file, the most important first, and how many of each rule are left out.
    fn add(&mut self, file: &str, mut diagnostics: Vec<Diagnostic>, omitted: Omitted) {
        self.counts.add(&diagnostics, &omitted);
        // Those of one importance are in the order of the file.
        diagnostics.sort_by(|a, b| {
            let place = |location: &Location| (location.line, location.column);
            let by_priority = a.problem.priority().cmp(&b.problem.priority());
            let (a, b) = (&a.location, &b.location);
            by_priority.then(a.sheet.cmp(&b.sheet)).then(place(a).cmp(&place(b)))
        });
        self.diagnostics.extend(diagnostics);
        self.diagnostics.extend(omitted.0.into_iter().map(|(rule, count)| Diagnostic {
            location: Location::of_file(file),
            problem: Problem::More { rule, count },
        }));
    }
}

/// The diagnostics of a file: those of the reader, the checks of the model and those of the totals.
fn all_diagnostics(file: &str, opened: Opened) -> Vec<Diagnostic> {
    let mut diagnostics = opened.findings;
    diagnostics.extend(opened.warnings);
    diagnostics.extend(opened.datasets.iter().flat_map(|dataset| against_text(file, dataset)));
    for mismatch in opened.datasets.iter().flat_map(totals_mismatches) {
        let location = Location { path: "totals".to_owned(), ..Location::of_file(file) };
        diagnostics.push(Diagnostic { location, problem: Problem::Totals(mismatch) });
    }
    diagnostics
}

/// What a dataset and the text that it carries say differently, and whether it is a draft.
fn against_text(file: &str, dataset: &Dataset) -> Vec<Diagnostic> {
    let text: Vec<&String> = dataset.source.iter().flat_map(|source| &source.text).collect();
    let mut found: Vec<Diagnostic> = audit(dataset)
        .into_iter()
        .map(|mismatch| {
            let mut location = Location { path: "sections".to_owned(), ..Location::of_file(file) };
            if let TextMismatch::UnclaimedNumber { text: number, paragraph, span, .. } = &mismatch {
                let index = usize::try_from(*paragraph).unwrap_or(0).saturating_sub(1);
                location.path = format!("source.text[{index}]");
                location.excerpt = text.get(index).and_then(|line| {
                    let start = line.get(..span.start)?.chars().count();
                    Excerpt::of(line, start, number.chars().count())
                });
            }
            Diagnostic { location, problem: Problem::Text(mismatch) }
        })
        .collect();
    let review = dataset.indicators.to_review();
    if review > 0 {
        let location = Location { path: "sections".to_owned(), ..Location::of_file(file) };
        found.push(Diagnostic { location, problem: Problem::Draft { count: review } });
    }
    found
}

fn explain_rule(name: &str, words: Words) -> Result<String, Error> {
    let Some(rule) = Rule::named(name) else {
        let names = || Rule::ALL.iter().map(|rule| rule.name());
        let hint = match nearest(name, names()) {
            Some(near) => words.did_you_mean(near),
            None => words.there_are(&names().collect::<Vec<_>>().join(", ")),
        };
        return Err(Error::Unknown(format!("{}; {hint}", words.no_rule(&visible(name)))));
    };
    Ok(format!("{} ({})\n\n{}\n", rule, words.severity(rule.severity()), words.rule(rule)))
}
