//! `chitieu convert FILE -o OUT`: any file into the dataset format, or a table that loses nothing.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::cli::arguments::{Convert, ConvertFormat, LangName, Options, SliceOptions};
use crate::cli::default_source::DefaultSource;
use crate::cli::output;
use crate::cli::output::stderr_observer::opening;
use crate::cli::output::{Output, unless_closed};
use crate::cli::slices::ShownSlices;
use crate::cli::{Error, Outcome, usage_error};
use crate::dataset::{self, Opened, Style};
use crate::files::{self, atomic_write, load};
use crate::model::{Collection, Dataset, Indicators};
use crate::text::parse_number::Separators;
use crate::text::sanitize::visible;
use crate::ui::Words;

pub(crate) fn run(convert: &Convert, options: &Options) -> Result<Outcome, Error> {
    let words = output::words(options);
    let format = format(convert, words)?;
    let sources = DefaultSource::or_stdin(convert.file.iter().cloned().collect(), options)?;
    let Some(file) = sources.first() else {
        return Err(Error::Usage(usage_error::missing("<FILE>", words)));
    };
    if let Some(output) = &convert.output
        && same_file(file, output)
    {
        return Err(Error::Usage(words.written_over_itself(&load::shown(output))));
    }
    let mut opened =
        sources.explain_source(load::open(file, &opening(options)).map_err(Error::from))?;
    load::report_unread(file, &opened, &opening(options))?;
    load::report_hidden(file, &opened, &opening(options))?;
    choose_slices(&mut opened.datasets, &convert.slices, words)?;
    let bytes = encode(&opened, format, convert.locale, words)?;
    read_back(&file.to_string_lossy(), &opened.datasets, &bytes, words)?;
    match &convert.output {
        Some(output) => {
            atomic_write::write(output, &bytes)
                .map_err(|error| Error::WriteFile { name: load::shown(output), error })?;
        }
        None if format == ConvertFormat::Xlsx && io::stdout().is_terminal() => {
            return Err(Error::Usage(words.no_workbook_on_a_terminal().to_owned()));
        }
        None => unless_closed(io::stdout().lock().write_all(&bytes))?,
    }
    report_lost(file, &opened, words)
}

/// Keeps the datasets of the wanted place and period; without options, all of them.
fn choose_slices(
    datasets: &mut Vec<Dataset>,
    options: &SliceOptions,
    words: Words,
) -> Result<(), Error> {
    let collection = Collection::new(datasets.drain(..));
    let period = options.period.clone().unwrap_or_else(|| "all".to_owned());
    let options = SliceOptions { period: Some(period), ..options.clone() };
    let shown = ShownSlices::of(&options, &collection, words)?;
    let kept = collection.datasets().iter().filter(|dataset| shown.shows_dataset(dataset));
    *datasets = kept.map(|dataset| Dataset::clone(dataset)).collect();
    Ok(())
}

/// Reports on standard error how many values of the file are not in the output.
fn report_lost(file: &Path, opened: &Opened, words: Words) -> Result<Outcome, Error> {
    let reported = opened.findings.iter().filter(|finding| finding.rule().loses()).count();
    let omitted = opened.omitted.0.iter().filter(|(rule, _)| rule.loses());
    let count = reported + omitted.map(|(_, count)| count).sum::<usize>();
    if count == 0 {
        return Ok(Outcome::Done);
    }
    let message = words.lost(count, &load::shown(file));
    Output::plain(io::stderr()).print(&format!("chitieu: {message}\n"))?;
    Ok(Outcome::Incomplete)
}

/// The output format: that of `--to`, else of the extension of the output, else JSON.
fn format(convert: &Convert, words: Words) -> Result<ConvertFormat, Error> {
    let Some(output) = convert.output.as_deref().filter(|_| convert.to.is_none()) else {
        return Ok(convert.to.unwrap_or(ConvertFormat::Json));
    };
    let extension = output.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("json") => Ok(ConvertFormat::Json),
        Some("csv") => Ok(ConvertFormat::Csv),
        Some("xlsx") => Ok(ConvertFormat::Xlsx),
        _ => Err(Error::Usage(words.no_known_ending(&load::shown(output)))),
    }
}

fn encode(
    opened: &Opened,
    format: ConvertFormat,
    locale: LangName,
    words: Words,
) -> Result<Vec<u8>, Error> {
    let style = Style {
        separators: match locale {
            LangName::Vi => Separators::Comma,
            LangName::En => Separators::Point,
        },
    };
    match format {
        ConvertFormat::Json => {
            let text = dataset::write_json_list(&opened.datasets);
            Ok(text.map_err(|error| Error::Write(error.into()))?.into_bytes())
        }
        ConvertFormat::Csv => {
            let mut bytes = Vec::new();
            dataset::write_csv(single_dataset(&opened.datasets, words)?, style, &mut bytes)
                .map_err(Error::Write)?;
            Ok(bytes)
        }
        ConvertFormat::Xlsx => dataset::write_xlsx(&opened.datasets).map_err(Error::Write),
    }
}

/// Reads the output back, under the name of the source. An error if it is not the same datasets;
/// nothing is written then.
fn read_back(name: &str, datasets: &[Dataset], bytes: &[u8], words: Words) -> Result<(), Error> {
    let reason = match dataset::read(name, bytes, None) {
        Ok(again) if again.datasets == datasets => return Ok(()),
        Ok(again) => match first_difference(datasets, &again.datasets) {
            None => return Ok(()),
            Some(id) => visible(&id).into_owned(),
        },
        Err(error) => files::Error::from(error).text(words),
    };
    Err(Error::NotKept(words.not_kept(&reason)))
}

/// The id of the first indicator that differs, or of its dataset. `None` if only the packing differs.
fn first_difference(before: &[Dataset], after: &[Dataset]) -> Option<String> {
    if before.len() != after.len() {
        return before.last().map(|dataset| dataset.id.clone());
    }
    before.iter().zip(after).find_map(|(before, after)| {
        let mut pairs = before.indicators.iter().zip(after.indicators.iter());
        if let Some((indicator, _)) = pairs.find(|(before, after)| before != after) {
            return Some(indicator.id);
        }
        let header =
            |dataset: &Dataset| Dataset { indicators: Indicators::new(), ..dataset.clone() };
        let same_length = before.indicators.len() == after.indicators.len();
        (!same_length || header(before) != header(after)).then(|| before.id.clone())
    })
}

/// The dataset of a file that has one. An error otherwise: CSV holds one.
fn single_dataset(datasets: &[Dataset], words: Words) -> Result<&Dataset, Error> {
    match datasets {
        [dataset] => Ok(dataset),
        several => {
            let ids: Vec<_> = several.iter().map(|dataset| visible(&dataset.id)).collect();
            Err(Error::Usage(words.holds_one_dataset(&ids.join(", "))))
        }
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
