//! `chitieu import REPORT`: a report in prose becomes a draft dataset, and every number has its fate.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::cli::arguments::{Import, ImportFormat, Options};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::json::Flattened;
use crate::cli::output::json_array::write_array;
use crate::cli::output::{Console, Output, csv_table, tables, unless_closed};
use crate::cli::{Error, Outcome, usage_error};
use crate::dataset::{
    self, Diagnostics, Excerpt, Fate, ImportOptions, KeptDecisions, LARGEST_REPORT, Number,
    NumberRule,
};
use crate::files::{atomic_write, isolated_document, load};
use crate::model::{Collection, Dataset};
use crate::text::sanitize::visible;
use crate::ui::Words;

pub(crate) fn run(import: &Import, options: &Options) -> Result<Outcome, Error> {
    if import.read_document {
        isolated_document::answer().map_err(Error::Write)?;
        return Ok(Outcome::Done);
    }
    Console::standard(|console| run_on(import, options, console))
}

fn run_on(import: &Import, options: &Options, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let words = console.words(options);
    let sources = DefaultSource::or_stdin(import.report.iter().cloned().collect(), options)?;
    let Some(file) = sources.first() else {
        return Err(Error::Usage(usage_error::missing("<REPORT>", words)));
    };
    if let Some(output) = &import.output {
        check_output(output, import.force, words)?;
    }
    let bytes = sources.explain_source(bytes_of(file))?;
    let earlier = import.output.as_deref().and_then(earlier_draft);
    let document = isolated_document::read(&bytes)
        .map_err(|why| Error::Usage(words.not_prose(&load::shown(file), &why)))?;
    let mut report = dataset::import_document(
        &file.to_string_lossy(),
        document,
        &ImportOptions {
            place: import.place.clone(),
            period: import.period.clone(),
            only_sure: import.sure,
            keep_text: !import.no_text || earlier.is_some(),
        },
    );
    let kept = earlier.map(|earlier| report.keep_decisions(&earlier)).unwrap_or_default();
    if import.no_text {
        report.leave_text_out();
    }
    if let Some(output) = &import.output {
        let json = as_json(&report.dataset, &file.to_string_lossy(), words)?;
        atomic_write::write(output, json.as_bytes())
            .map_err(|error| Error::WriteFile { name: load::shown(output), error })?;
    }
    print(import, options, console, file, &report, kept, words)?;
    let unread = report.count(Fate::Unread);
    Ok(if unread == 0 { Outcome::Done } else { Outcome::DiagnosticsReported })
}

/// Refuses to replace a file without `--force`, and names that promise another format.
fn check_output(output: &Path, force: bool, words: Words) -> Result<(), Error> {
    let extension = output.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if matches!(extension.as_deref(), Some("csv" | "xlsx" | "tsv" | "ods" | "docx")) {
        return Err(Error::Usage(words.draft_is_json(&load::shown(output))));
    }
    // A pipe or a device is written to, not replaced.
    let is_there =
        output.symlink_metadata().is_ok() && !output.metadata().is_ok_and(|there| !there.is_file());
    if is_there && !force {
        return Err(Error::Usage(words.already_exists(&load::shown(output))));
    }
    Ok(())
}

/// The draft with its text that a file holds already; its decisions are kept.
fn earlier_draft(output: &Path) -> Option<Dataset> {
    let is_file = output.metadata().is_ok_and(|about| about.is_file());
    let bytes = is_file.then(|| bytes_of(output).ok()).flatten()?;
    let earlier = dataset::read_json(&output.to_string_lossy(), &bytes).ok()?;
    earlier.has_text().then_some(earlier)
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let most = LARGEST_REPORT + 1;
    let read = if load::is_stdin(file) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| load::unreadable(file, error))?;
    Ok(bytes)
}

/// The dataset as JSON. An error if it would not be read back as the same data.
fn as_json(dataset: &Dataset, file: &str, words: Words) -> Result<String, Error> {
    let json = dataset::write_json(dataset).map_err(|error| Error::Write(error.into()))?;
    match dataset::read_json(file, json.as_bytes()) {
        Ok(again) if again == *dataset => Ok(json),
        Ok(_) => Err(Error::NotKept(words.not_kept(&visible(&dataset.id)))),
        Err(Diagnostics(found)) => {
            let first = found.first().map(ToString::to_string).unwrap_or_default();
            Err(Error::NotKept(words.not_kept(&first)))
        }
    }
}

fn print(
    import: &Import,
    options: &Options,
    console: &mut Console<'_>,
    file: &Path,
    report: &dataset::Import,
    kept: KeptDecisions,
    words: Words,
) -> Result<(), Error> {
    let collection = Collection::new([Arc::new(report.dataset.clone())]);
    match import.format {
        ImportFormat::Json => {
            unless_closed(write_json(&collection, report, words, &mut *console.out))
        }
        ImportFormat::Csv => {
            let out = &mut *console.out;
            unless_closed(options.write_text(|| csv_table::csv(collection.iter(), words, out)))
        }
        ImportFormat::Text => {
            let summary = summary(import, file, report, kept, words);
            let mut output = Output::on(console, options);
            output.print_chunks(|writer| {
                options.write_text(|| {
                    writer.push(&summary)?;
                    if import.output.is_none() {
                        writer.push("\n")?;
                        tables::text(|| collection.iter(), words, writer)?;
                    }
                    Ok(())
                })
            })
        }
    }
}

/// The summary: counts, what was not understood with its sentence, and what to do next.
fn summary(
    import: &Import,
    file: &Path,
    report: &dataset::Import,
    kept: KeptDecisions,
    words: Words,
) -> String {
    let name = load::shown(file);
    let mut lines =
        vec![format!("{name}: {}", words.report_size(report.paragraphs.len(), report.tables))];
    let all = report.dataset.indicators.len();
    lines.push(format!("  {}", words.imported(all, report.to_review())));
    let counts = Fate::ALL.map(|fate| (fate, report.count(fate)));
    let in_title = report.numbers.iter().filter(|number| number.paragraph == 0).count();
    let numbers = words.numbers_counted(report.numbers.len(), in_title, &counts);
    lines.push(format!("  {numbers}"));
    lines.extend(
        report
            .set_aside
            .iter()
            .map(|(what, count)| format!("  {}", words.set_aside(*what, *count))),
    );
    let in_tables =
        report.numbers.iter().filter(|number| number.rule == NumberRule::InTable).count();
    match in_tables {
        0 if report.tables > 0 => {
            lines.push(format!("  {}", words.tables_apart(report.tables, &name)));
        }
        0 => {}
        _ => lines.push(format!("  {}", words.tables_unread(report.tables, in_tables))),
    }
    let mut row = None;
    for number in report.numbers.iter().filter(|number| number.fate == Fate::Unread) {
        if number.rule != NumberRule::InTable {
            lines.extend(unread(number, report, words));
        } else if row.replace(number.paragraph) != Some(number.paragraph) {
            lines.extend(table_row(number, report, words));
        }
    }
    if import.explain {
        lines.extend(report.numbers.iter().map(|number| explained(number, report, words)));
    }
    if kept != KeptDecisions::default() {
        lines.push(format!("  {}", words.kept_decisions(kept)));
    }
    if let Some(output) = &import.output {
        lines.push(format!("  {}", words.next_with_draft(&load::shown(output))));
    }
    lines.join("\n") + "\n"
}

/// A number that was not understood, with a caret under it.
fn unread(number: &Number, report: &dataset::Import, words: Words) -> Vec<String> {
    let place = words.paragraph_and_sentence(number.paragraph, number.sentence);
    let head = format!("  {}: {place}", words.fate(Fate::Unread));
    let Some(excerpt) = excerpt(number, report) else { return vec![head] };
    let shown = visible(&excerpt.text).into_owned();
    let before: String = excerpt.text.chars().take(excerpt.start).collect();
    let indent = unicode_width::UnicodeWidthStr::width(visible(&before).as_ref());
    vec![
        head,
        format!("    {shown}"),
        format!("    {}{}", " ".repeat(indent), "^".repeat(excerpt.length)),
    ]
}

/// A row of a table, whose numbers are not read.
fn table_row(first: &Number, report: &dataset::Import, words: Words) -> Vec<String> {
    let place = words.paragraph_and_sentence(first.paragraph, first.sentence);
    let at = usize::try_from(first.paragraph).ok().and_then(|at| at.checked_sub(1));
    let text = at.and_then(|at| report.paragraphs.get(at)).map_or("", String::as_str);
    vec![format!("  {}: {place}: {}", words.fate(Fate::Unread), visible(text))]
}

fn excerpt(number: &Number, report: &dataset::Import) -> Option<Excerpt> {
    let at = usize::try_from(number.paragraph).ok()?.checked_sub(1)?;
    let paragraph = report.paragraphs.get(at)?;
    let start = paragraph.get(..number.span.start)?.chars().count();
    Excerpt::of(paragraph, start, number.text.chars().count())
}

/// "đoạn 2 câu 3: 1.035 → của chỉ tiêu “Tổng thu …” (value)".
fn explained(number: &Number, report: &dataset::Import, words: Words) -> String {
    let place = match number.paragraph {
        0 => words.in_title().to_owned(),
        paragraph => words.paragraph_and_sentence(paragraph, number.sentence),
    };
    let name = number.indicator.and_then(|at| report.dataset.indicators.name(at));
    let what = match name {
        Some(name) => words.of_indicator(&visible(name)),
        None => words.fate(number.fate).to_owned(),
    };
    format!("  {place}: {} → {what} ({})", visible(&number.text), number.rule.name())
}

/// Writes an object with the indicators, as `list --format json` prints them, with every number of the text and its
/// fate, and with the numbers that were not understood.
fn write_json(
    collection: &Collection,
    report: &dataset::Import,
    words: Words,
    writer: impl Write,
) -> io::Result<()> {
    let mut writer = BufWriter::new(writer);
    let flat = |entry| Flattened { entry, catalog: None, words };
    let indicators: Vec<Flattened<'_>> = collection.iter().map(flat).collect();
    let number = |number| NumberOfReport { number, report };
    let numbers: Vec<NumberOfReport<'_>> = report.numbers.iter().map(number).collect();
    let unread = report.numbers.iter().filter(|number| number.fate == Fate::Unread);
    let unclaimed: Vec<NumberOfReport<'_>> = unread.map(number).collect();
    write!(writer, "{{\n  \"indicators\": ")?;
    write_array(&indicators, &mut writer)?;
    write!(writer, ",\n  \"numbers\": ")?;
    write_array(&numbers, &mut writer)?;
    write!(writer, ",\n  \"unclaimed\": ")?;
    write_array(&unclaimed, &mut writer)?;
    let (paragraphs, tables) = (report.paragraphs.len(), report.tables);
    writeln!(writer, ",\n  \"paragraphs\": {paragraphs},\n  \"tables\": {tables}\n}}")?;
    writer.flush()
}

/// A number that is flattened as it is written.
struct NumberOfReport<'a> {
    number: &'a Number,
    report: &'a dataset::Import,
}

impl Serialize for NumberOfReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { number, report } = self;
        let flat = FlatNumber {
            text: &number.text,
            fate: number.fate.name(),
            rule: number.rule.name(),
            paragraph: number.paragraph,
            sentence: number.sentence,
            position: position(number, report),
            indicator: number.indicator.and_then(|at| report.dataset.indicators.id(at)),
        };
        flat.serialize(serializer)
    }
}

#[derive(Debug, Serialize)]
struct FlatNumber<'a> {
    text: &'a str,
    fate: &'static str,
    rule: &'static str,
    paragraph: u32,
    sentence: u32,
    /// The position in the paragraph, in characters from 0.
    position: usize,
    /// The id of the indicator whose figure it is.
    indicator: Option<&'a str>,
}

fn position(number: &Number, report: &dataset::Import) -> usize {
    let at = usize::try_from(number.paragraph).unwrap_or(0).saturating_sub(1);
    let paragraph = report.paragraphs.get(at).and_then(|text| text.get(..number.span.start));
    paragraph.map_or(0, |before| before.chars().count())
}
