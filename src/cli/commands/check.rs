//! `chitieu check FILE…`: the problems of files, and how each file was read.

use std::path::Path;

use crate::cli::arguments::{Check, CheckFormat, Options};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::diagnostics;
use crate::cli::output::diagnostics::Counts;
use crate::cli::output::stderr_observer::opening;
use crate::cli::output::{Console, Output};
use crate::cli::{Error, Outcome, usage_error};
use crate::dataset::{
    Diagnostic, Excerpt, Omitted, OpenError, Opened, Rule, Severity, TextMismatch, audit,
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
    let mut diagnostics = Vec::new();
    let mut counts = Counts::default();
    let sources = DefaultSource::or_stdin(check.files.clone(), options)?;
    if sources.files.is_empty() {
        return Err(Error::Usage(usage_error::missing("<FILE>...", words)));
    }
    load::stdin_once(&sources.files)?;
    // The other commands reject a file without a dataset, whatever else is reported for it.
    let mut unreadable = false;
    for file in &sources.files {
        let first = diagnostics.len();
        let omitted = match load::open(file, &opening(options)) {
            Ok(mut opened) => {
                let omitted = std::mem::take(&mut opened.omitted);
                diagnostics.extend(all_diagnostics(&file.to_string_lossy(), opened, words));
                omitted
            }
            Err(files::Error::Open(OpenError::Invalid { diagnostics: reported, omitted })) => {
                diagnostics.extend(reported.0);
                unreadable = true;
                omitted
            }
            Err(files::Error::Open(OpenError::NoSheet { diagnostic, .. })) => {
                diagnostics.push(*diagnostic);
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
        diagnostics[first..]
            .sort_by(|a, b| (&a.sheet, a.line, a.column).cmp(&(&b.sheet, b.line, b.column)));
        counts.add(&diagnostics[first..], &omitted);
        let omitted = omitted.0.into_iter();
        diagnostics
            .extend(omitted.map(|(rule, count)| omitted_diagnostic(file, rule, count, words)));
    }
    match check.format {
        // Of files that could not be opened it is not known that nothing is wrong.
        CheckFormat::Text if unreadable && diagnostics.is_empty() => {}
        CheckFormat::Text => {
            let mut output = Output::on(console, options);
            let text = diagnostics::text(&diagnostics, counts, words, &output);
            output.print(&text)?;
        }
        CheckFormat::Json => {
            Output::plain(&mut *console.out).print(&diagnostics::json(&diagnostics)?)?
        }
        CheckFormat::Github => {
            Output::plain(&mut *console.out).print(&diagnostics::github(&diagnostics))?
        }
    }
    let only_notes =
        diagnostics.iter().all(|diagnostic| diagnostic.rule.severity() == Severity::Note);
    Ok(match (unreadable, only_notes) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::Done,
        (false, false) => Outcome::DiagnosticsReported,
    })
}

/// The diagnostics of a file: those of the reader, the checks of the model and those of the totals.
fn all_diagnostics(file: &str, opened: Opened, words: Words) -> Vec<Diagnostic> {
    let mut diagnostics = opened.findings;
    for (location, warning) in opened.warnings {
        let found = words.warning_text(&warning);
        diagnostics.push(Diagnostic {
            found,
            expected: words.look_at_the_source().to_owned(),
            ..location
        });
    }
    for dataset in &opened.datasets {
        diagnostics.extend(against_text(file, dataset, words));
        for mismatch in totals_mismatches(dataset) {
            diagnostics.push(Diagnostic {
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
    diagnostics
}

/// What a dataset and the text that it carries say differently, and whether it is a draft.
fn against_text(file: &str, dataset: &Dataset, words: Words) -> Vec<Diagnostic> {
    let at = |rule, path: String, found, expected: &str, excerpt| Diagnostic {
        rule,
        file: file.to_owned(),
        sheet: None,
        line: 1,
        column: 1,
        path,
        found,
        expected: expected.to_owned(),
        excerpt,
        hidden: None,
    };
    let text = dataset.source.iter().flat_map(|source| &source.text).collect::<Vec<_>>();
    let mut found: Vec<Diagnostic> = audit(dataset)
        .iter()
        .map(|mismatch| {
            let (rule, path, excerpt) = match mismatch {
                TextMismatch::UnclaimedNumber { paragraph, span, text: number, .. } => {
                    let index = usize::try_from(*paragraph).unwrap_or(0).saturating_sub(1);
                    let line = text.get(index).copied();
                    let excerpt = line.and_then(|line| {
                        let start = line.get(..span.start)?.chars().count();
                        Excerpt::of(line, start, number.chars().count())
                    });
                    (Rule::UnclaimedNumber, format!("source.text[{index}]"), excerpt)
                }
                _ => (Rule::FigureNotInSource, "sections".to_owned(), None),
            };
            at(rule, path, words.text_mismatch(mismatch), words.compare_with_the_text(), excerpt)
        })
        .collect();
    let review = dataset.indicators.iter().filter(|indicator| !indicator.review.is_empty()).count();
    if review > 0 {
        found.push(at(
            Rule::Draft,
            "sections".to_owned(),
            words.draft_of(review),
            words.accept_draft(),
            None,
        ));
    }
    found
}

/// The number of diagnostics of a rule that are omitted for a file.
fn omitted_diagnostic(file: &Path, rule: Rule, count: usize, words: Words) -> Diagnostic {
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

fn explain_rule(name: &str, words: Words) -> Result<String, Error> {
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
