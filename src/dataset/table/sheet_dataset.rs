//! Reads the tables of a sheet into one dataset.

use super::columns::schema::Schema;
use super::indicators::ids::slug;
use super::indicators::sections::Sections;
use super::layout::header::Header;
use super::layout::tables::Layout;
use super::layout::title::Title;
use super::outline::body::Body;
use super::run::read_rows;
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

/// The dataset of a sheet with a table; `header` is its first header. `several` says that other sheets of the
/// file have a table, too.
pub(in crate::dataset) fn dataset(
    (sheet, several): (&Sheet<'_>, bool),
    header: Header,
    locator: Locator<'_>,
    collector: &mut Collector,
    progress: &Progress,
) -> Result<Dataset, OpenError> {
    let Layout { title, tables } = Layout::of(sheet, header, progress)?;
    let mut bodies = Vec::with_capacity(tables.len());
    for area in tables {
        let schema = Schema::of(sheet, &area, title.known_period, progress)?;
        bodies.push(Body::of((sheet, area), schema, locator, progress)?);
    }
    let names = DatasetNames::of((sheet, several), &title, &bodies, locator.file);
    let mut read = Sections::default();
    for body in &bodies {
        read.reserve_ids(body, progress)?;
    }
    for body in &bodies {
        let context = (parse(&names.period), names.unnamed_section(body));
        read_rows(body, context, &mut read, collector, progress)?;
    }
    std::mem::take(&mut read.inferred).report(collector, locator.file);
    Ok(Dataset {
        id: names.id,
        place: names.place,
        period: names.period,
        source: title.text.map(|title| Source { title, date: None, text: Vec::new() }),
        totals: None,
        sections: read.sections,
        indicators: read.indicators,
    })
}

/// The names of a dataset, from the title, the sheet and the file.
struct DatasetNames<'a> {
    id: String,
    place: Place,
    period: String,
    /// The name of the sheet, if it is not generic.
    sheet: Option<&'a str>,
    /// The name of the file without folders and extension.
    stem: &'a str,
}

impl<'a> DatasetNames<'a> {
    fn of(
        (sheet, several): (&'a Sheet<'_>, bool),
        title: &Title,
        bodies: &[Body<'_>],
        file: &'a str,
    ) -> Self {
        let stem = stem(file);
        let own = sheet.name.as_deref().filter(|name| !is_generic(name));
        let id = match own.or(sheet.name.as_deref()).filter(|_| several) {
            Some(sheet) => format!("{}-{}", slug(stem), slug(sheet)),
            None => slug(stem),
        };
        let place = title.place.clone().or_else(|| own.filter(|_| several).map(str::to_owned));
        let place = match place {
            Some(place) => Place::Named(place),
            None => Place::File(file_name(file).to_owned()),
        };
        Self { id, place, period: period(title, bodies), sheet: own, stem }
    }

    /// The name of a section of a table that has none of its own.
    fn unnamed_section<'s>(&'s self, body: &'s Body<'_>) -> &'s str {
        let names = [body.area.section.as_deref(), self.sheet, Some(self.stem)];
        let unnamed = names.into_iter().flatten().find(|name| value_rules::is_text(name));
        unnamed.unwrap_or(self.stem)
    }
}

/// The period of a dataset: in the words of the title if the first columns with a period agree.
fn period(title: &Title, bodies: &[Body<'_>]) -> String {
    let of_columns = bodies.iter().find_map(|body| body.schema().period);
    let in_words = title.period.clone().filter(|text| parse(text) == of_columns);
    let period = in_words.or_else(|| of_columns.map(|period| period.to_string()));
    period.or_else(|| title.period.clone()).unwrap_or_default()
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
