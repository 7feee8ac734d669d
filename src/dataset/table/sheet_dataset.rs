//! Reads the tables of a sheet into datasets: one, or one for each place and period.

use std::sync::Arc;

use super::columns::number_format::NumbersInColumns;
use super::columns::periods::{names_school_year, shown};
use super::columns::schema::Schema;
use super::columns::slice::Slice;
use super::indicators::ids::slug;
use super::indicators::slices::{SliceContent, Slices};
use super::layout::header::Header;
use super::layout::sheet_name::SheetName;
use super::layout::tables::{FurtherHeaders, Layout};
use super::layout::title::Title;
use super::outline::body::Body;
use super::report::report_heading;
use super::run::{DatasetContext, read_rows};
use super::source::limits;
use super::source::location::Locator;
use super::source::sheet::Sheet;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::file_name::file_name;
use crate::dataset::parallel::chunks::in_chunks;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::value_rules;
use crate::dataset::{InferredLayout, LayoutInference, Limited, OpenError, SheetNameReading};
use crate::lexicon::period::parse;
use crate::lexicon::place::{is_province, is_whole};
use crate::model::{Dataset, Period, Place, Source};
use crate::text::fold::fold;

/// The datasets of a sheet with a table, one for each place and period; `header` is its first header. `several`
/// says that other sheets of the file have a table, too.
pub(in crate::dataset) fn datasets(
    (sheet, several): (&Sheet<'_>, bool),
    header: Header,
    locator: Locator<'_>,
    collector: &mut Collector,
    progress: &Progress,
) -> Result<Vec<Dataset>, OpenError> {
    let below = header.below..sheet.len();
    let FirstPass { begins, mut numbers } = FirstPass::of(sheet, &header, progress)?;
    let Layout { title, sheet_name, tables } = Layout::of(sheet, header, &begins);
    let mut bodies = Vec::with_capacity(tables.len());
    for area in tables {
        let period = area.period.or(title.known_period);
        let names_place = title.place.is_some() || area.place.is_some();
        // Nearly always the first table is all that is below its header.
        let numbers = match area.rows == below {
            true => std::mem::take(&mut numbers),
            false => NumbersInColumns::of(sheet, area.rows.clone(), progress)?,
        };
        let schema = (Schema::of(sheet, &area, numbers, period, progress)?, names_place);
        bodies.push(Body::of((sheet, area), schema, locator, progress)?);
    }
    let names = DatasetNames::of((sheet, several), (&title, sheet_name), &bodies, locator.file);
    report_sheet_name(&names.sheet, &title, (sheet, several), &bodies, collector);
    let mut read = Slices::default();
    for body in &bodies {
        read.reserve_ids(body, progress)?;
    }
    let is_titled = title.known_period.is_some();
    for body in &bodies {
        let context = DatasetContext {
            period: parse(&names.period),
            is_titled,
            unnamed: names.unnamed_section(body),
        };
        read_rows(body, context, &mut read, collector, progress)?;
        if read.are_too_many {
            let most = limits::SLICES;
            return Err(limits::diagnostic(locator.file, 1, Limited::Slices, most).into());
        }
    }
    std::mem::take(&mut read.inferred).report(collector, locator.file);
    let source = |title: Option<String>| {
        title.map(|title| {
            Arc::new(Source { title, date: None, text: Vec::new(), set_aside: Vec::new() })
        })
    };
    let of_sheet = source(title.text);
    let of_table = |body: &Body<'_>| source(body.area.caption.clone()).or_else(|| of_sheet.clone());
    let sources: Vec<Option<Arc<Source>>> = bodies.iter().map(of_table).collect();
    let slices = read.into_sorted();
    let apart = slices.len() > 1;
    let dataset = |(slice, read): (Slice, SliceContent)| {
        let (id, place, period) = names.of_slice((&slice, read.upper), apart);
        Dataset {
            id,
            place,
            period,
            source: sources.get(read.table).cloned().flatten(),
            totals: None,
            sections: read.sections,
            indicators: read.indicators,
        }
    };
    Ok(slices.into_iter().map(dataset).collect())
}

/// What is asked of each row below the first header of a sheet: cutting a million rows is most of the work.
#[derive(Default)]
struct FirstPass {
    /// The rows that begin a header.
    begins: Vec<usize>,
    numbers: NumbersInColumns,
}

impl FirstPass {
    fn of(sheet: &Sheet<'_>, first: &Header, progress: &Progress) -> Result<Self, Cancelled> {
        let headers = FurtherHeaders::below(sheet, first);
        let parts = in_chunks(first.below..sheet.len(), progress, |rows| {
            let mut passed = Self::default();
            sheet.each(rows, |at, row| {
                passed.begins.extend(headers.begin_at(at, row).then_some(at));
                passed.numbers.add(row);
            });
            passed
        })?;
        let mut all = Self::default();
        for part in parts {
            all.begins.extend(part.begins);
            all.numbers.add_all(part.numbers);
        }
        Ok(all)
    }
}

/// The names of a dataset, from the title, the sheet and the file.
struct DatasetNames<'a> {
    id: String,
    place: Place,
    period: String,
    /// Whether the title or a heading calls its years school years.
    of_schools: bool,
    /// What the name of the sheet says.
    sheet: SheetName,
    /// The name of the file without folders and extension.
    stem: &'a str,
}

impl<'a> DatasetNames<'a> {
    fn of(
        (sheet, several): (&'a Sheet<'_>, bool),
        (title, name): (&Title, SheetName),
        bodies: &[Body<'_>],
        file: &'a str,
    ) -> Self {
        let stem = stem(file);
        let id = match sheet.name.as_deref().filter(|_| several) {
            Some(sheet) => format!("{}-{}", slug(stem), slug(sheet)),
            None => slug(stem),
        };
        // A sheet "Đồng Hỷ" under a title of its province.
        let of_title = title.place.as_deref();
        let is_part = |own: &String| of_title.is_some_and(|title| is_part_of(own, title));
        let part = name.place.clone().filter(is_part);
        let upper = if part.is_some() { title.place.clone() } else { title.upper.clone() };
        let place = part.or_else(|| title.place.clone()).or_else(|| name.place.clone());
        let place = match (place, upper) {
            (Some(place), Some(upper)) => Place::within(place, upper),
            (Some(place), None) => place.into(),
            (None, _) => Place::File(file_name(file).into()),
        };
        let headings = bodies.iter().flat_map(|body| &body.schema().columns);
        let of_schools = title.text.as_deref().is_some_and(names_school_year)
            || headings.into_iter().any(|column| names_school_year(&column.heading));
        let period = period(title, bodies, of_schools);
        Self { id, place, period, of_schools, sheet: name, stem }
    }

    /// The id, place and period of a slice; the id says which, if there are several (`apart`).
    fn of_slice(
        &self,
        (slice, upper): (&Slice, Option<Arc<str>>),
        apart: bool,
    ) -> (String, Place, String) {
        // The places of a table are in that of its title: the districts of a province.
        let of_title = self.place.named().filter(|title| is_within(slice, title)).map(Arc::from);
        let place = slice.place.clone().map(|place| match upper.or(of_title) {
            Some(upper) => Place::within(place, upper),
            None => Place::Named(place),
        });
        let period = slice.period.map(|period| shown(period, self.of_schools));
        let mut id = self.id.clone();
        let parts = [slice.place.as_deref(), period.as_deref()];
        for part in parts.into_iter().flatten().filter(|_| apart) {
            id = format!("{id}-{}", slug(part));
        }
        id.shrink_to_fit();
        (
            id,
            place.unwrap_or_else(|| self.place.clone()),
            period.unwrap_or_else(|| self.period.clone()),
        )
    }

    /// The name of a section of a table that has none of its own.
    fn unnamed_section<'s>(&'s self, body: &'s Body<'_>) -> &'s str {
        let of_sheet = self.sheet.section.as_deref();
        let names = [body.area.section.as_deref(), of_sheet, Some(self.stem)];
        let unnamed = names.into_iter().flatten().find(|name| value_rules::is_text(name));
        unnamed.unwrap_or(self.stem)
    }
}

/// Whether the place of a slice is one in that of the title: it is no province, and no whole.
fn is_within(slice: &Slice, title: &str) -> bool {
    let own = slice.place.as_deref().unwrap_or(title);
    fold(own) != fold(title) && !is_province(own) && !is_whole(own)
}

/// Whether a place that a sheet is named by is in the one of its title, which is a province.
fn is_part_of(own: &str, title: &str) -> bool {
    is_province(title) && !is_province(own) && fold(own) != fold(title)
}

/// Reports what the name of a sheet was read as, unless the title says it already.
fn report_sheet_name(
    name: &SheetName,
    title: &Title,
    (sheet, several): (&Sheet<'_>, bool),
    bodies: &[Body<'_>],
    collector: &mut Collector,
) {
    let (Some(body), Some(sheet)) = (bodies.first(), sheet.name.clone()) else { return };
    let SheetName { period, place, section } = name;
    let in_title = title.known_period;
    let period = period.map(|own| own.or_year(in_title.and_then(Period::first_year)));
    let period = period.filter(|period| in_title == Some(*period));
    let is_read = |place: &String, own: &String| own == place || is_part_of(place, own);
    let place = place.clone();
    let place = place.filter(|place| title.place.as_ref().is_none_or(|own| is_read(place, own)));
    let is_section = several && section.is_some() && body.area.section.is_none();
    let read = match (period, place) {
        (Some(period), _) => (SheetNameReading::Period, period.to_string()),
        (None, Some(place)) => (SheetNameReading::Place, place),
        (None, None) if is_section => (SheetNameReading::Section, sheet.clone()),
        (None, None) => return,
    };
    let column = body.schema().names.first().copied().unwrap_or_default();
    let kind = InferredLayout::SheetName { sheet, reading: read.0 };
    let finding = LayoutInference { kind, is_certain: true, count: 1, names: vec![read.1] };
    report_heading(body, column, finding, collector);
}

/// The period of a dataset: in the words of the title if the first columns with a period agree.
fn period(title: &Title, bodies: &[Body<'_>], of_schools: bool) -> String {
    let of_columns = bodies.iter().find_map(|body| body.schema().period);
    let in_words = title.period.clone().filter(|text| parse(text) == of_columns);
    let period = in_words.or_else(|| of_columns.map(|period| shown(period, of_schools)));
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
