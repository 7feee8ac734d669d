//! ODS: where numbers are percentages, which cells are one, and how much the repeats add up to.

use std::io::{BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Beside, Merge, Percentages, Refusal, far, limit, too_many_cells};

/// Reads `content.xml` for what calamine leaves out; nothing for other archives.
pub(super) fn percentages(bytes: &[u8]) -> Result<Beside, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let Ok(content) = archive.by_name("content.xml") else { return Ok(Beside::default()) };
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut beside = Beside::default();
    let mut at = At::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| error.to_string())?;
        match event {
            Event::Eof => return Ok(beside),
            Event::Start(element) => at.open(&element, &mut beside)?,
            Event::Empty(element) => {
                at.open(&element, &mut beside)?;
                at.close(element.name().as_ref());
            }
            Event::End(element) => at.close(element.name().as_ref()),
            _ => {}
        }
    }
}

/// Where in the sheets one is.
#[derive(Debug, Default)]
struct At {
    row: usize,
    column: usize,
    /// How often the row that is open is repeated.
    repeated: usize,
    /// Cells up to the last one that holds something.
    reach: usize,
}

impl At {
    fn open(&mut self, element: &BytesStart<'_>, beside: &mut Beside) -> Result<(), Refusal> {
        match element.name().as_ref() {
            "table:table" => {
                *self = Self::default();
                let name = attribute(element, "table:name").unwrap_or_default();
                beside.0.push((name, Percentages::new(), Vec::new()));
            }
            "table:table-row" => {
                self.column = 0;
                self.repeated = number(element, "table:number-rows-repeated");
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element, beside)?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, beside: &mut Beside) -> Result<(), Refusal> {
        let repeated = number(element, "table:number-columns-repeated");
        let kind = attribute(element, "office:value-type");
        if kind.is_some() {
            let width = self.column.saturating_add(repeated);
            if width > limit::COLUMNS {
                return Err(far(width - 1));
            }
            let height = self.row.saturating_add(self.repeated);
            self.reach = self.reach.max(height.saturating_mul(width));
            if self.reach > limit::CELLS {
                return Err(too_many_cells());
            }
            if kind.as_deref() == Some("percentage")
                && let Some((_, cells, _)) = beside.0.last_mut()
            {
                let rows = self.row..height;
                let columns = self.column..width;
                cells.extend(rows.flat_map(|row| columns.clone().map(move |column| (row, column))));
            }
        }
        let (rows, columns) = (
            number(element, "table:number-rows-spanned"),
            number(element, "table:number-columns-spanned"),
        );
        if (rows > 1 || columns > 1)
            && let Some((.., merges)) = beside.0.last_mut()
        {
            merges.push(Merge {
                rows: (self.row + 1, self.row.saturating_add(rows)),
                columns: (self.column, self.column.saturating_add(columns) - 1),
            });
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }

    fn close(&mut self, name: &str) {
        if name == "table:table-row" {
            self.row = self.row.saturating_add(self.repeated);
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// A count; 1 where there is none.
fn number(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
