//! Reads the tables of a sheet into one dataset.

use super::indicators::ids::slug;
use super::indicators::sections::Sections;
use super::layout::header;
use super::layout::header::Header;
use super::layout::repeated_header::continues;
use super::layout::title::{Caption, Title};
use super::outline::body::Body;
use super::parallel::chunks::in_chunks;
use super::source::location::Locator;
use super::source::sheet::Sheet;
use crate::dataset::OpenError;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::file_name::file_name;
use crate::dataset::progress::Progress;
use crate::dataset::value_rules;
use crate::lexicon::period::parse;
use crate::model::{Dataset, Place, Source};
use crate::text::fold::fold;

/// The dataset of a sheet; `None` if it has no table. `several` says that other sheets of the file have one,
/// too.
pub(in crate::dataset) fn dataset(
    sheet: &Sheet<'_>,
    several: bool,
    locator: Locator<'_>,
    collector: &mut Collector,
    progress: &Progress,
) -> Result<Option<Dataset>, OpenError> {
    let Some(first) = header::find(sheet, 0) else { return Ok(None) };
    let title = Title::of(sheet.range(0..first.first));
    let mut tables = tables(sheet, first, &title, locator, progress)?;
    let of_columns = || tables.iter().find_map(|(body, _)| body.columns.periods.dataset());
    let in_words = title.period.clone().filter(|text| parse(text) == of_columns());
    let period = in_words.or_else(|| of_columns().map(|period| period.to_string()));
    let period = period.or(title.period).unwrap_or_default();
    for (body, _) in &mut tables {
        body.within(parse(&period));
    }
    let stem = stem(locator.file);
    let own = sheet.name.as_deref().filter(|name| !is_generic(name));
    let id = match own.or(sheet.name.as_deref()).filter(|_| several) {
        Some(sheet) => format!("{}-{}", slug(stem), slug(sheet)),
        None => slug(stem),
    };
    let place = title.place.clone().or_else(|| own.filter(|_| several).map(str::to_owned));
    let place = match place {
        Some(place) => Place::Named(place),
        None => Place::File(file_name(locator.file).to_owned()),
    };
    let mut read = Sections::default();
    for (body, _) in &tables {
        read.reserve_ids(body, progress)?;
    }
    for (body, section) in &tables {
        let names = [section.as_deref(), own, Some(stem)];
        let unnamed = names.into_iter().flatten().find(|name| value_rules::is_text(name));
        let unnamed = unnamed.unwrap_or(stem);
        body.read(unnamed, &mut read, collector, progress)?;
    }
    std::mem::take(&mut read.inferred).report(collector, locator.file);
    Ok(Some(Dataset {
        id,
        place,
        period,
        source: title.text.map(|title| Source { title, date: None }),
        totals: None,
        sections: read.sections,
        indicators: read.indicators,
    }))
}

/// Splits a sheet at each header into tables, with the section that the lines above a header name. A repeated
/// header does not begin another table.
fn tables<'a>(
    sheet: &'a Sheet<'a>,
    first: Header,
    title: &Title,
    locator: Locator<'a>,
    progress: &Progress,
) -> Result<Vec<(Body<'a>, Option<String>)>, OpenError> {
    let begins = in_chunks(first.below..sheet.len(), progress, |rows| {
        let mut begins = Vec::new();
        sheet.each(rows, |at, row| begins.extend(header::begins(sheet, at, row).then_some(at)));
        begins
    })?;
    let begins: Vec<usize> = begins.into_iter().flatten().collect();
    let mut tables = Vec::new();
    let mut caption = Caption::above(sheet, first.first, true);
    let mut next = Some(first);
    while let Some(header) = next {
        let start = header.below;
        let unit = caption.unit.clone().or_else(|| title.unit.clone());
        let (mut end, mut pages) = (start, Vec::new());
        loop {
            let begin = begins.get(begins.partition_point(|at| *at < end));
            end = begin.copied().unwrap_or(sheet.len());
            let below = (end < sheet.len()).then(|| header::find(sheet, end)).flatten();
            next = below.filter(|next| next.below > end);
            let repeated = next.as_ref();
            match repeated.and_then(|next| continues(sheet, (&header, unit.as_deref()), next)) {
                Some(page) => {
                    end = page.end;
                    pages.push(page);
                }
                None => break,
            }
        }
        let following = next.as_ref().map(|next| Caption::above(sheet, next.first, false));
        let own_end = following.as_ref().map_or(end, |caption| caption.first.clamp(start, end));
        let mut body =
            Body::new(sheet, header, start..own_end, unit, title.known_period, locator, progress)?;
        body.repeated_headers = pages;
        tables.push((body, caption.section));
        caption = following.unwrap_or_default();
    }
    Ok(tables)
}

/// The name of a file without folders and extension.
fn stem(file: &str) -> &str {
    let name = file_name(file);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // ".csv" has nothing before the extension, and a name of blanks is useless.
    [stem, name].into_iter().find(|name| value_rules::is_text(name)).unwrap_or("x")
}

/// Whether the name of a sheet is generic: "Sheet1", "Trang tính1", or empty.
fn is_generic(name: &str) -> bool {
    let folded = fold(name);
    let word = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '_');
    matches!(word, "" | "sheet" | "trang tinh" | "trang" | "table" | "bang" | "bieu")
}
