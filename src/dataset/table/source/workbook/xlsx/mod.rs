//! Reads XLSX (ECMA-376): the parts of the archive, and the sheets listed in the workbook part.
//!
//! Counts and sizes stated in the file are never trusted: each part is read to its end.

mod shared_strings;
mod xlsx_cells;
mod xlsx_styles;

use std::collections::HashMap;
use std::io::{BufReader, Cursor};

use quick_xml::events::Event;
use zip::ZipArchive;

use self::xlsx_cells::Context;
use super::gather::SheetBuilder;
use super::remark::Remark;
use super::xml::{Events, attribute, flag};
use crate::dataset::table::source::workbook::book::{Book, Budget};
use crate::dataset::{Damage, SheetKind, WorkbookProblem};
use xlsx_styles::Styles;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], budget: Budget) -> Result<Book, WorkbookProblem> {
    let mut package = Package::open(bytes)?;
    let root = package.relations("")?;
    let main = root.values().find(|relation| relation.is("officeDocument"));
    let path = main.map_or_else(|| "xl/workbook.xml".to_owned(), |main| main.path.clone());
    let workbook = Workbook::read(&mut package, &path)?;
    let relations = package.relations(&path)?;
    let part = |kind: &str| relations.values().find(|r| r.is(kind)).map(|r| r.path.clone());
    let styles = match part("styles").filter(|path| package.holds(path)) {
        Some(path) => Styles::read(package.part(&path)?)?,
        None => Styles::default(),
    };
    let strings = match part("sharedStrings").filter(|path| package.holds(path)) {
        Some(path) => shared_strings::read(package.part(&path)?)?,
        None => Vec::new(),
    };
    let mut book = Book::default();
    for named in workbook.sheets {
        let relation = relations.get(&named.relation);
        let kind = relation.map_or("worksheet", Relation::kind);
        if kind != "worksheet" {
            let kind = match kind {
                "chartsheet" => SheetKind::Chart,
                "dialogsheet" => SheetKind::Dialog,
                _ => SheetKind::Macros,
            };
            book.remarks.push(Remark::no_cells(named.name, kind));
            continue;
        }
        let path = relation.map(|relation| relation.path.clone());
        let Some(path) = path.filter(|path| package.holds(path)) else {
            book.remarks.push(Remark::no_part(named.name));
            continue;
        };
        let mut builder = SheetBuilder::new(Some(named.name), named.hidden, budget);
        let context = Context { styles: &styles, strings: &strings, is_1904: workbook.is_1904 };
        xlsx_cells::read(package.part(&path)?, context, &mut builder)?;
        book.take(builder)?;
    }
    Ok(book)
}

/// The workbook part: its list of sheets.
#[derive(Debug, Default)]
struct Workbook {
    sheets: Vec<NamedSheet>,
    is_1904: bool,
}

#[derive(Debug)]
struct NamedSheet {
    name: String,
    relation: String,
    hidden: bool,
}

impl Workbook {
    fn read(package: &mut Package<'_>, path: &str) -> Result<Self, WorkbookProblem> {
        let mut events = package.part(path)?;
        let mut workbook = Self::default();
        loop {
            match events.next()? {
                Event::Start(element) | Event::Empty(element) => {
                    match element.local_name().as_ref() {
                        "workbookPr" => workbook.is_1904 = flag(&element, "date1904"),
                        "sheet" => workbook.sheets.push(NamedSheet {
                            name: attribute(&element, "name").unwrap_or_default(),
                            relation: attribute(&element, "id").unwrap_or_default(),
                            hidden: attribute(&element, "state")
                                .is_some_and(|state| state != "visible"),
                        }),
                        _ => {}
                    }
                }
                Event::Eof => return Ok(workbook),
                _ => {}
            }
        }
    }
}

/// A relationship of one part to another.
#[derive(Debug)]
struct Relation {
    kind: String,
    path: String,
}

impl Relation {
    /// Returns the type: the last segment of its URI.
    fn kind(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }

    fn is(&self, kind: &str) -> bool {
        self.kind() == kind
    }
}

/// The package: the ZIP archive.
struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The names of the parts in the archive, by their lower-case forms.
    names: HashMap<String, String>,
}

type Part<'p, 'b> = Events<BufReader<zip::read::ZipFile<'p, Cursor<&'b [u8]>>>>;

impl<'b> Package<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, WorkbookProblem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        let names = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned()));
        let names = names.map(|name| (key(&name), name)).collect();
        Ok(Self { archive, names })
    }

    fn holds(&self, path: &str) -> bool {
        self.names.contains_key(&key(path))
    }

    fn part(&mut self, path: &str) -> Result<Part<'_, 'b>, WorkbookProblem> {
        let missing = || Damage::NoPart { path: path.to_owned() };
        let name = self.names.get(&key(path)).ok_or_else(missing)?;
        let part = self.archive.by_name(name).map_err(|error| error.to_string())?;
        Ok(Events::of(BufReader::new(part)))
    }

    /// Returns the relationships of a part by id; those of the package for an empty path.
    fn relations(&mut self, path: &str) -> Result<HashMap<String, Relation>, WorkbookProblem> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let slash = if folder.is_empty() { "" } else { "/" };
        let own = format!("{folder}{slash}_rels/{name}.rels");
        let mut relations = HashMap::new();
        if !self.holds(&own) {
            return Ok(relations);
        }
        let mut events = self.part(&own)?;
        loop {
            match events.next()? {
                Event::Start(element) | Event::Empty(element)
                    if element.local_name().as_ref() == "Relationship" =>
                {
                    let value = |name| attribute(&element, name).unwrap_or_default();
                    let path = resolved(folder, &value("Target"));
                    relations.insert(value("Id"), Relation { kind: value("Type"), path });
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }
}

/// Resolves a target relative to a folder: `../a`, `b/c`, `/d`.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

fn key(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
