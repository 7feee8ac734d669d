//! `chitieu convert FILE -o OUT`: any file into the dataset format, or a table that loses nothing.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::arguments::{Convert, ConvertFormat, LangName, Options};
use super::output::{Output, unless_closed};
use super::{Ended, Error, load, replace};
use crate::dataset::{self, Opened, Style};
use crate::model::Dataset;
use crate::text::safe::visible;
use crate::text::written::Separators;

pub(super) fn run(convert: &Convert, options: &Options) -> Result<Ended, Error> {
    let format = format(convert)?;
    if let Some(output) = &convert.output
        && same_file(&convert.file, output)
    {
        let name = load::shown(output);
        return Err(Error::Usage(format!(
            "{name} would be written over itself; name another file"
        )));
    }
    let opened = load::open(&convert.file, options.sheet.as_deref())?;
    load::tell_unread(&convert.file, &opened)?;
    let bytes = written(&opened, format, convert.locale)?;
    match &convert.output {
        Some(output) => {
            replace::write(output, &bytes)
                .map_err(|error| Error::WriteFile { name: load::shown(output), error })?;
        }
        None if format == ConvertFormat::Xlsx && io::stdout().is_terminal() => {
            return Err(Error::Usage(
                "a workbook is nothing for a terminal; use -o FILE.xlsx".to_owned(),
            ));
        }
        None => unless_closed(io::stdout().lock().write_all(&bytes))?,
    }
    lost(&convert.file, &opened)
}

/// What is in the file and not in what was written, said on standard error.
fn lost(file: &Path, opened: &Opened) -> Result<Ended, Error> {
    let told = opened.findings.iter().filter(|finding| finding.rule.loses()).count();
    let untold = opened.untold.0.iter().filter(|(rule, _)| rule.loses());
    let count = told + untold.map(|(_, count)| count).sum::<usize>();
    if count == 0 {
        return Ok(Ended::Done);
    }
    let name = load::shown(file);
    let places = if count == 1 { "1 place".to_owned() } else { format!("{count} places") };
    let told = format!(
        "chitieu: what stands in {places} of {name} is not in the result; `chitieu check {name}` names each\n"
    );
    Output::plain(io::stderr()).print(&told)?;
    Ok(Ended::Incomplete)
}

/// The format that is asked for, or that the ending of the output tells.
fn format(convert: &Convert) -> Result<ConvertFormat, Error> {
    let Some(output) = convert.output.as_deref().filter(|_| convert.to.is_none()) else {
        return Ok(convert.to.unwrap_or(ConvertFormat::Json));
    };
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("json") => Ok(ConvertFormat::Json),
        Some("csv") => Ok(ConvertFormat::Csv),
        Some("xlsx") => Ok(ConvertFormat::Xlsx),
        _ => Err(Error::Usage(format!(
            "{} has no ending that tells its format; use .json, .csv or .xlsx, or --to",
            load::shown(output)
        ))),
    }
}

fn written(opened: &Opened, format: ConvertFormat, locale: LangName) -> Result<Vec<u8>, Error> {
    let style = Style {
        separators: match locale {
            LangName::Vi => Separators::Comma,
            LangName::En => Separators::Point,
        },
    };
    match format {
        ConvertFormat::Json => {
            let text = dataset::write_json(only(&opened.datasets)?);
            Ok(text.map_err(|error| Error::Write(error.into()))?.into_bytes())
        }
        ConvertFormat::Csv => {
            let mut bytes = Vec::new();
            dataset::write_csv(only(&opened.datasets)?, style, &mut bytes).map_err(Error::Write)?;
            Ok(bytes)
        }
        ConvertFormat::Xlsx => dataset::write_xlsx(&opened.datasets).map_err(Error::Write),
    }
}

/// The one dataset that a file of JSON or CSV can hold.
fn only(datasets: &[Dataset]) -> Result<&Dataset, Error> {
    match datasets {
        [dataset] => Ok(dataset),
        several => {
            let ids: Vec<_> = several.iter().map(|dataset| visible(&dataset.id)).collect();
            Err(Error::Usage(format!(
                "this format holds one dataset, and there are {}; pick one with --sheet, or write .xlsx",
                ids.join(", ")
            )))
        }
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
