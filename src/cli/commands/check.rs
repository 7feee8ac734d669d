//! `chitieu check FILE…`: what is wrong with files, and how each was read.

use std::path::Path;

use crate::cli::arguments::{Check, CheckFormat, Options};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::diagnostics;
use crate::cli::output::diagnostics::Counts;
use crate::cli::output::stderr_observer::opening;
use crate::cli::output::{Console, Output};
use crate::cli::{Error, Outcome, usage_error};
use crate::dataset::{Diagnostic, Omitted, OpenError, Opened, Rule, Severity};
use crate::files;
use crate::files::load;
use crate::model::totals_mismatches;
use crate::text::nearest::nearest;
use crate::text::sanitize::visible;
use crate::ui::Words;

pub(crate) fn run(check: &Check, options: &Options) -> Result<Outcome, Error> {
    Console::standard(|console| print(check, options, console))
}

fn print(check: &Check, options: &Options, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let words = console.words(options);
    if let Some(name) = &check.explain {
        let text = explained(name, words)?;
        return Output::on(console, options).print(&text).map(|()| Outcome::Done);
    }
    let mut complaints = Vec::new();
    let mut told = Counts::default();
    let sources = DefaultSource::or_input(check.files.clone(), options)?;
    if sources.files.is_empty() {
        return Err(Error::Usage(usage_error::missing("<FILE>...", words)));
    }
    load::stdin_once(&sources.files)?;
    // What holds no dataset is refused by the other commands, whatever else is found in it.
    let mut unreadable = false;
    for file in &sources.files {
        let before = complaints.len();
        let omitted = match load::open(file, &opening(options)) {
            Ok(mut opened) => {
                let omitted = std::mem::take(&mut opened.omitted);
                complaints.extend(of_opened(&file.to_string_lossy(), opened, words));
                omitted
            }
            Err(files::Error::Open(OpenError::Invalid { diagnostics: told, omitted })) => {
                complaints.extend(told.0);
                unreadable = true;
                omitted
            }
            Err(files::Error::Open(OpenError::NoSheet { diagnostic, .. })) => {
                complaints.push(*diagnostic);
                unreadable = true;
                Omitted::default()
            }
            Err(error) if error.is_of_a_file() => {
                let text = format!("chitieu: {}\n", error.text(words));
                Output::plain(&mut *console.err).print(&text)?;
                unreadable = true;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        // In the order of the file.
        complaints[before..]
            .sort_by(|a, b| (&a.sheet, a.line, a.column).cmp(&(&b.sheet, b.line, b.column)));
        told.add(&complaints[before..], &omitted);
        let more = omitted.0.into_iter();
        complaints.extend(more.map(|(rule, count)| left_out(file, rule, count, words)));
    }
    match check.format {
        CheckFormat::Text => {
            let mut output = Output::on(console, options);
            let text = diagnostics::text(&complaints, told, words, &output);
            output.print(&text)?;
        }
        CheckFormat::Json => {
            Output::plain(&mut *console.out).print(&diagnostics::json(&complaints)?)?
        }
        CheckFormat::Github => {
            Output::plain(&mut *console.out).print(&diagnostics::github(&complaints))?
        }
    }
    let clean = complaints.iter().all(|complaint| complaint.rule.severity() == Severity::Note);
    Ok(match (unreadable, clean) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::Done,
        (false, false) => Outcome::Complained,
    })
}

/// The findings of the reader, the checks of the model in words, and those of the totals.
fn of_opened(file: &str, opened: Opened, words: Words) -> Vec<Diagnostic> {
    let mut complaints = opened.findings;
    for (place, warning) in opened.warnings {
        let found = words.warning_text(&warning);
        complaints.push(Diagnostic {
            found,
            expected: words.look_at_the_source().to_owned(),
            ..place
        });
    }
    for dataset in &opened.datasets {
        for mismatch in totals_mismatches(dataset) {
            complaints.push(Diagnostic {
                rule: Rule::TotalsAgainstCount,
                file: file.to_owned(),
                sheet: None,
                line: 1,
                column: 1,
                path: "totals".to_owned(),
                found: words.totals_mismatch(mismatch),
                expected: words.look_at_the_source().to_owned(),
                excerpt: None,
                hidden: None,
            });
        }
    }
    complaints
}

/// Says how many complaints of a rule a file has besides those that are told.
fn left_out(file: &Path, rule: Rule, count: usize, words: Words) -> Diagnostic {
    Diagnostic {
        rule,
        file: file.to_string_lossy().into_owned(),
        sheet: None,
        line: 1,
        column: 1,
        path: String::new(),
        found: words.more_diagnostics(count),
        expected: words.fix_those_first().to_owned(),
        excerpt: None,
        hidden: None,
    }
}

fn explained(name: &str, words: Words) -> Result<String, Error> {
    let Some(rule) = Rule::named(name) else {
        let names = || Rule::ALL.iter().map(|rule| rule.name());
        let hint = match nearest(name, names()) {
            Some(near) => words.did_you_mean(near),
            None => words.there_are(&names().collect::<Vec<_>>().join(", ")),
        };
        return Err(Error::Unknown(format!("{}; {hint}", words.no_rule(&visible(name)))));
    };
    Ok(format!("{} ({})\n\n{}\n", rule, rule.severity().name(), words.rule(rule)))
}
