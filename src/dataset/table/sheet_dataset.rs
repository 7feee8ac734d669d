//! The tables of a sheet as one dataset.

use super::indicators::ids::slug;
use super::indicators::sections::Sections;
use super::layout::header;
use super::layout::header::Header;
use super::layout::repeated_header::goes_on;
use super::layout::title::{Caption, Title};
use super::outline::body::Body;
use super::parallel::chunks::in_chunks;
use super::run::INFERRED_HELP;
use super::source::location::{Locator, whole_file};
use super::source::sheet::Sheet;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::progress::Progress;
use crate::dataset::value_rules;
use crate::dataset::{Diagnostics, OpenError, Rule};
use crate::lexicon::period::parse;
use crate::model::{Dataset, Source};
use crate::text::fold::fold;

/// The tables of a sheet as one dataset.
pub(in crate::dataset) fn dataset(
    sheet: &Sheet<'_>,
    several: bool,
    places: Locator<'_>,
    found: &mut Collector,
    progress: &Progress,
) -> Result<Option<Dataset>, OpenError> {
    let Some(first) = header::find(sheet, 0) else { return Ok(None) };
    let title = Title::of(sheet.range(0..first.first));
    let mut tables = tables(sheet, first, &title, places, progress)?;
    let of_columns = || tables.iter().find_map(|(table, _)| table.columns.terms.dataset());
    let in_words = title.period.clone().filter(|text| parse(text) == of_columns());
    let period = in_words.or_else(|| of_columns().map(|period| period.to_string()));
    let period = period.or(title.period).unwrap_or_default();
    for (table, _) in &mut tables {
        table.within(parse(&period));
    }
    let stem = stem(places.file);
    let own = sheet.name.as_deref().filter(|name| !is_generic(name));
    let id = match own.or(sheet.name.as_deref()).filter(|_| several) {
        Some(sheet) => format!("{}-{}", slug(stem), slug(sheet)),
        None => slug(stem),
    };
    let place = title.place.clone().unwrap_or_else(|| match own.filter(|_| several) {
        Some(sheet) => sheet.to_owned(),
        None => Dataset::place_of_file(name(places.file)),
    });
    let mut read = Sections::default();
    for (table, _) in &tables {
        read.reserve_ids(table, progress)?;
    }
    for (table, section) in &tables {
        let names = [section.as_deref(), own, Some(stem)];
        let unnamed = names.into_iter().flatten().find(|name| value_rules::is_text(name));
        let unnamed = unnamed.unwrap_or(stem);
        table.read(unnamed, &mut read, found, progress)?;
    }
    std::mem::take(&mut read.inferred).report(found, |what| {
        let Diagnostics(mut one) =
            whole_file(places.file, Rule::DirectionAssumed, what, INFERRED_HELP);
        one.swap_remove(0)
    });
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

/// The tables of a sheet, with the sections that lines above them name: headings that stand further down
/// begin another one.
fn tables<'a>(
    sheet: &'a Sheet<'a>,
    first: Header,
    title: &Title,
    places: Locator<'a>,
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
    while let Some(headings) = next {
        let start = headings.below;
        let unit = caption.unit.clone().or_else(|| title.unit.clone());
        let (mut end, mut pages) = (start, Vec::new());
        loop {
            let begin = begins.get(begins.partition_point(|at| *at < end));
            end = begin.copied().unwrap_or(sheet.len());
            let below = (end < sheet.len()).then(|| header::find(sheet, end)).flatten();
            next = below.filter(|next| next.below > end);
            let again = next.as_ref();
            match again.and_then(|next| goes_on(sheet, (&headings, unit.as_deref()), next)) {
                Some(page) => {
                    end = page.end;
                    pages.push(page);
                }
                None => break,
            }
        }
        let following = next.as_ref().map(|next| Caption::above(sheet, next.first, false));
        let own_end = following.as_ref().map_or(end, |caption| caption.first.clamp(start, end));
        let mut table =
            Body::new(sheet, headings, start..own_end, unit, title.term, places, progress)?;
        table.pages = pages;
        tables.push((table, caption.section));
        caption = following.unwrap_or_default();
    }
    Ok(tables)
}

/// The name of a file without folders.
fn name(file: &str) -> &str {
    match file.rsplit(['/', '\\']).next().unwrap_or(file) {
        "-" => "stdin",
        name => name,
    }
}

/// The same without its ending.
fn stem(file: &str) -> &str {
    let name = name(file);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // ".csv" has nothing before its ending, and a name of blanks says nothing.
    [stem, name].into_iter().find(|name| value_rules::is_text(name)).unwrap_or("x")
}

/// Whether a sheet's name says nothing: "Sheet1", "Trang tính1", or nothing at all.
fn is_generic(name: &str) -> bool {
    let folded = fold(name);
    let word = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '_');
    matches!(word, "" | "sheet" | "trang tinh" | "trang" | "table" | "bang" | "bieu")
}
