//! The caption of a table: the lines directly above its header. That of a second table may name another section,
//! another place or another period than the title of the sheet.

use super::sheet_name::SheetName;
use super::title::{Title, is_letterhead};
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::marker_order::Marker;
use crate::lexicon::markers::MarkedName;
use crate::lexicon::period::parse;
use crate::lexicon::subject::subjects;
use crate::lexicon::title_words::without_continued;
use crate::lexicon::unit;
use crate::model::Period;
use crate::text::fold::fold;

/// The number of lines of text in a caption.
const LINES: usize = 4;

/// The lines directly above the header of a table, with one cell each.
#[derive(Debug, Default)]
pub(crate) struct Caption {
    /// The section that they name: "II. CHỈ TIÊU XÃ HỘI".
    pub(crate) section: Option<String>,
    /// Whether the section has a number.
    is_numbered: bool,
    /// Whether they say that the table above goes on: "(Tiếp theo)".
    pub(crate) continues: bool,
    pub(crate) unit: Option<String>,
    /// What else they say; nothing above the first table of a sheet, where the title of the sheet says it.
    pub(crate) title: Title,
    /// The index of the first of these rows.
    pub(crate) first: usize,
}

impl Caption {
    /// Reads the caption above the first table of a sheet, whose header begins at the row `header`. Only a line
    /// numbered like a section belongs to it; the others are the title.
    pub(crate) fn of_first(sheet: &Sheet<'_>, header: usize) -> Self {
        let mut caption = Self { first: header, ..Self::default() };
        let lines = Lines::above(sheet, header, 1);
        caption.add_unit(&lines);
        if let Some((at, text)) = lines.texts.first() {
            let marked = MarkedName::of_name(text);
            if matches!(marked.marker, Marker::Roman | Marker::Letter | Marker::Number(1)) {
                caption.section = Some(marked.name);
                caption.is_numbered = true;
                caption.first = *at;
            }
        }
        caption
    }

    /// Reads the caption above a later table of a sheet, whose header begins at the row `header`.
    pub(crate) fn above(sheet: &Sheet<'_>, header: usize) -> Self {
        let mut caption = Self { first: header, ..Self::default() };
        let lines = Lines::above(sheet, header, LINES);
        caption.add_unit(&lines);
        let Some((last, _)) = lines.texts.last() else { return caption };
        caption.first = caption.first.min(*last);
        caption.title = Title::of(sheet, caption.first..header);
        let mut texts = lines.texts.iter().map(|(_, text)| text);
        caption.continues = lines.continue_table;
        let section = texts.find(|text| text.contains(char::is_alphabetic) && !is_aside(text));
        let section = section.map(|text| MarkedName::of_name(text));
        let is_marker =
            |marker| matches!(marker, Marker::Roman | Marker::Letter | Marker::Number(_));
        caption.is_numbered = section.as_ref().is_some_and(|marked| is_marker(marked.marker));
        caption.section = section.map(|marked| marked.name);
        caption
    }

    /// The caption in a sheet whose name may say more of the period.
    pub(crate) fn within(mut self, sheet: &SheetName) -> Self {
        if self.title.known_period.is_some() {
            self.title = self.title.within(sheet);
        }
        self
    }

    /// The place in the line of text nearest to a header, where it is not that of the title of the sheet.
    pub(crate) fn nearest_place(sheet: &Sheet<'_>, header: usize, title: &Title) -> Option<String> {
        let (at, _) = Lines::above(sheet, header, LINES).texts.into_iter().next()?;
        let title_of_line = Title::of(sheet, at..at + 1);
        Self { title: title_of_line, ..Self::default() }.slice(title).0
    }

    fn add_unit(&mut self, lines: &Lines) {
        if let Some((at, unit)) = &lines.unit {
            self.unit = Some(unit.clone());
            self.first = self.first.min(*at);
        }
    }

    /// The place and the period that it names, where they are not those of the title of the sheet.
    pub(crate) fn slice(&self, title: &Title) -> (Option<String>, Option<Period>) {
        let folded = |place: &Option<String>| place.as_deref().map(fold);
        let place =
            self.title.place.clone().filter(|_| folded(&self.title.place) != folded(&title.place));
        let period = self.title.known_period.filter(|period| Some(*period) != title.known_period);
        (place, period)
    }

    /// The section of the table. None if the caption has the subject of the title, for another place or another
    /// time (`is_elsewhere`): then the rows are those of the tables before.
    pub(crate) fn section(&self, title: &Title, is_elsewhere: bool) -> Option<String> {
        let own = self.title.subject.name.as_deref();
        let is_same = own.map(fold) == title.subject.name.as_deref().map(fold);
        if self.continues && (is_same || own.is_none()) {
            return None;
        }
        if self.is_numbered || own.is_none() && !is_elsewhere {
            return self.section.clone();
        }
        let named = if is_elsewhere { own } else { self.section.as_deref() };
        named.filter(|_| !is_same).map(str::to_owned)
    }
}

/// The lines with one cell above a header, from below.
#[derive(Default)]
struct Lines {
    unit: Option<(usize, String)>,
    texts: Vec<(usize, String)>,
    /// Whether one of them says that the table above goes on.
    continue_table: bool,
}

impl Lines {
    fn above(sheet: &Sheet<'_>, header: usize, most: usize) -> Self {
        let mut lines = Self::default();
        for at in (0..header).rev() {
            let row = sheet.row(at);
            let Some((_, cell)) = row.filled_cells().next().filter(|_| row.filled() == 1) else {
                break;
            };
            let text = cell.shown().into_owned();
            let without = without_continued(&text);
            let says_continued = without.is_some();
            let text = without.unwrap_or(text);
            let is_adjacent = row.line + 1 == sheet.row(at + 1).line;
            let continues = is_adjacent && lines.texts.is_empty();
            let is_translated = is_adjacent && lines.is_translation_of(&text);
            if !(continues || most > 1 && (is_translated || says_continued || is_title(&text))) {
                break;
            }
            lines.continue_table |= says_continued;
            if is_translated {
                lines.texts.pop();
            }
            match unit::above_table(&text) {
                Some(unit) if lines.unit.is_none() => lines.unit = Some((at, unit)),
                Some(_) => {}
                None => lines.texts.push((at, text)),
            }
            if lines.texts.len() == most {
                break;
            }
        }
        lines
    }
}

impl Lines {
    /// Whether the highest line so far is the English translation of a Vietnamese one above it.
    fn is_translation_of(&self, text: &str) -> bool {
        /// The fewest words of a translation.
        const WORDS: usize = 3;
        let is_english =
            |line: &str| line.is_ascii() && line.split_whitespace().nth(WORDS - 1).is_some();
        let last = self.texts.last().map(|(_, line)| line.as_str());
        last.is_some_and(is_english) && !text.is_ascii() && text.contains(char::is_alphabetic)
    }
}

/// Whether a line can only be of a title, not the last row of the table above.
fn is_title(text: &str) -> bool {
    let folded = fold(text);
    let is_numbered = ["bang ", "bieu ", "phu luc ", "table "].iter().any(|word| {
        let number = folded.strip_prefix(word).map(|rest| rest.trim_start_matches("so "));
        number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    is_numbered || is_aside(text) || MarkedName::of_name(text).marker == Marker::Capitals
}

/// Whether a line names no section: "Năm 2024", "(Kèm theo Báo cáo số …)", "ĐVT: triệu đồng".
fn is_aside(text: &str) -> bool {
    let is_period = parse(text).is_some() && subjects(text).is_empty();
    text.starts_with('(') || is_letterhead(text) || is_period || unit::above_table(text).is_some()
}
