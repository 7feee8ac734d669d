//! Reads the tables of a sheet into datasets: one, or one for each place and period.

use std::ops::Range;
use std::sync::Arc;

use super::columns::number_format::NumbersInColumns;
use super::columns::periods::{names_school_year, shown};
use super::columns::schema::Schema;
use super::columns::slice::Slice;
use super::file_subject::with_name_of_file;
use super::indicators::ids::slug;
use super::indicators::slices::{SliceContent, Slices};
use super::layout::header::Header;
use super::layout::sheet_name::SheetName;
use super::layout::tables::{FurtherHeaders, Layout};
use super::layout::title::Title;
use super::layout::title_place::in_line;
use super::outline::body::{Body, SchemaOfArea};
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
use crate::lexicon::whole_place::may_be_whole_of;
use crate::model::{Dataset, Period, Place, Source};
use crate::text::fold::fold;

/// A sheet with a table.
#[derive(Clone, Copy)]
pub(crate) struct SheetOfFile<'s, 'a> {
    pub(crate) sheet: &'s Sheet<'a>,
    /// What its name says, next to those of the other sheets.
    pub(crate) name: &'s SheetName,
    /// Whether other sheets of the file have a table, too.
    pub(crate) is_one_of_several: bool,
}

/// The datasets of a sheet with a table, one for each place and period; `header` is its first header.
pub(crate) fn datasets(
    of_file: SheetOfFile<'_, '_>,
    header: Header,
    locator: Locator<'_>,
    collector: &mut Collector,
    progress: &Progress,
) -> Result<Vec<Dataset>, OpenError> {
    let sheet = of_file.sheet;
    let mut first = FirstPass::of(sheet, &header, progress)?;
    let Layout { title, sheet_name, tables } =
        Layout::of(sheet, of_file.name.clone(), header, &first.begins);
    let mut bodies = Vec::with_capacity(tables.len());
    for area in tables {
        let area = with_name_of_file(area, &sheet_name, stem(locator.file));
        let period = area.period.or(title.known_period);
        let place = area.place.clone().or_else(|| title.place.clone());
        let numbers = first.numbers_in(sheet, &area.rows, progress)?;
        let schema = Schema::of(sheet, &area, numbers, period, progress)?;
        let table = SchemaOfArea { area, schema, place };
        bodies.push(Body::of(sheet, table, locator, progress)?);
    }
    let names = DatasetNames::of(of_file, &title, sheet_name, &bodies, locator.file);
    report_sheet_name(&names.sheet, &title, of_file, &bodies, collector);
    let read = read_tables(&bodies, &names, collector, progress)?;
    let sources = sources(title, &bodies);
    let slices = read.into_sorted();
    let are_several = slices.len() > 1;
    let dataset = |(slice, read): (Slice, SliceContent)| {
        let SliceNames { id, place, period } = names.of_slice(&slice, read.upper, are_several);
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

/// Reads the rows of all tables of a sheet. An error if a limit is exceeded, or if the user cancelled.
fn read_tables(
    bodies: &[Body<'_>],
    names: &DatasetNames<'_>,
    collector: &mut Collector,
    progress: &Progress,
) -> Result<Slices, OpenError> {
    let mut read = Slices::default();
    for body in bodies {
        read.reserve_ids(body, progress)?;
    }
    for body in bodies {
        let context = DatasetContext {
            period: parse(&names.period),
            is_titled: names.is_titled,
            unnamed: names.unnamed_section(body),
        };
        read_rows(body, context, &mut read, collector, progress)?;
        if read.are_too_many {
            let most = limits::SLICES;
            return Err(limits::diagnostic(names.file, 1, Limited::Slices, most).into());
        }
    }
    std::mem::take(&mut read.inferred).report(collector, names.file);
    Ok(read)
}

/// The source of each table: its caption, or else the title of the sheet.
fn sources(title: Title, bodies: &[Body<'_>]) -> Vec<Option<Arc<Source>>> {
    let source = |title: String| {
        Arc::new(Source { title, date: None, text: Vec::new(), set_aside: Vec::new() })
    };
    let of_sheet = title.text.map(source);
    let of_table = |body: &Body<'_>| body.area.caption.clone().map(source);
    bodies.iter().map(|body| of_table(body).or_else(|| of_sheet.clone())).collect()
}

/// What is asked of each row below the first header of a sheet: cutting a million rows is most of the work.
#[derive(Default)]
struct FirstPass {
    /// The rows that begin a header.
    begins: Vec<usize>,
    /// The numbers in all of them, until they are taken.
    numbers: NumbersInColumns,
    /// The rows that it was made of.
    rows: Range<usize>,
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
        let mut all = Self { rows: first.below..sheet.len(), ..Self::default() };
        for part in parts {
            all.begins.extend(part.begins);
            all.numbers.add_all(part.numbers);
        }
        Ok(all)
    }

    /// The numbers in the rows of a table. Nearly always the first table is all that is below its header.
    fn numbers_in(
        &mut self,
        sheet: &Sheet<'_>,
        rows: &Range<usize>,
        progress: &Progress,
    ) -> Result<NumbersInColumns, Cancelled> {
        match *rows == self.rows {
            true => Ok(std::mem::take(&mut self.numbers)),
            false => NumbersInColumns::of(sheet, rows.clone(), progress),
        }
    }
}

/// The names of a dataset, from the title, the sheet and the file.
struct DatasetNames<'a> {
    id: String,
    place: Place,
    period: String,
    /// The places that the title and the file name.
    named_places: Vec<String>,
    /// Whether the title names the period.
    is_titled: bool,
    /// Whether the title or a heading calls its years school years.
    of_schools: bool,
    /// What the name of the sheet says.
    sheet: SheetName,
    /// The name of the file.
    file: &'a str,
    /// The same without folders and extension.
    stem: &'a str,
}

/// The names of the dataset of a slice.
struct SliceNames {
    id: String,
    place: Place,
    period: String,
}

impl<'a> DatasetNames<'a> {
    fn of(
        of_file: SheetOfFile<'_, '_>,
        title: &Title,
        name: SheetName,
        bodies: &[Body<'_>],
        file: &'a str,
    ) -> Self {
        let stem = stem(file);
        let id = match of_file.sheet.name.as_deref().filter(|_| of_file.is_one_of_several) {
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
        let is_titled = title.known_period.is_some();
        let of_file = in_line(&stem.replace('_', " "));
        let own = place.named().map(str::to_owned);
        let named = title.places.iter().cloned().chain(of_file).chain(own);
        let named_places = named.collect();
        Self { id, place, named_places, period, is_titled, of_schools, sheet: name, file, stem }
    }

    /// The id, place and period of a slice; the id says which, if there are several.
    fn of_slice(&self, slice: &Slice, upper: Option<Arc<str>>, are_several: bool) -> SliceNames {
        // The places of a table are in that of its title: the districts of a province.
        let of_title = self.place.named().filter(|title| is_within(slice, title)).map(Arc::from);
        let own = slice.place.clone().map(|place| self.of_whole(&place).unwrap_or(place));
        let place = own.map(|place| match upper.or(of_title) {
            Some(upper) => Place::within(place, upper),
            None => Place::Named(place),
        });
        let period = slice.period.map(|period| shown(period, self.of_schools));
        let mut id = self.id.clone();
        let parts = [slice.place.as_deref(), period.as_deref()];
        for part in parts.into_iter().flatten().filter(|_| are_several) {
            id = format!("{id}-{}", slug(part));
        }
        id.shrink_to_fit();
        SliceNames {
            id,
            place: place.unwrap_or_else(|| self.place.clone()),
            period: period.unwrap_or_else(|| self.period.clone()),
        }
    }

    /// The only place named above the table or by the file that all places together can be: a district for "Toàn huyện"
    /// below the letterhead of its province.
    fn of_whole(&self, place: &str) -> Option<Arc<str>> {
        if !is_whole(place) {
            return None;
        }
        let mut named = self.named_places.iter().filter(|named| may_be_whole_of(place, named));
        let first = named.next()?;
        named.all(|other| fold(other) == fold(first)).then(|| Arc::from(first.as_str()))
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
    SheetOfFile { sheet, is_one_of_several, .. }: SheetOfFile<'_, '_>,
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
    let is_section = is_one_of_several && section.is_some() && body.area.section.is_none();
    let (reading, read) = match (period, place) {
        (Some(period), _) => (SheetNameReading::Period, period.to_string()),
        (None, Some(place)) => (SheetNameReading::Place, place),
        (None, None) if is_section => (SheetNameReading::Section, sheet.clone()),
        (None, None) => return,
    };
    let column = body.schema().names.first().copied().unwrap_or_default();
    let kind = InferredLayout::SheetName { sheet, reading };
    let finding = LayoutInference { kind, is_certain: true, count: 1, names: vec![read] };
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
