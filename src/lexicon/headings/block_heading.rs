//! Lines between the rows of a table that begin a block: "Triệu đồng - Mill. dongs", "Diện tích - Area (Ha)", "Cơ cấu
//! - Structure (%)". They give the rows below them a unit, a heading, or both.

use super::phrases::{has, key};
use crate::lexicon::units::bracketed_unit;
use crate::lexicon::units::unit;
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/units.txt");

/// What is always in percent: "Cơ cấu", "Structure".
static IN_PERCENT: WordList = WordList::of(FILE, "in percent");

/// What begins a block of another measure, even if its unit is not written.
static MEASURES: WordList = WordList::of(FILE, "measure");

/// The beginnings of headings that only split what is above them.
static BREAKDOWNS: WordList = WordList::of(FILE, "breakdown");

/// Things that are counted: alone on a line they are a heading as well as the unit of the rows below it.
static THINGS: WordList = WordList::of(FILE, "thing");

/// What a line says about the rows below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct BlockHeading {
    /// What the rows are of; empty for a line that is only a unit.
    pub(crate) name: String,
    /// Their unit; `None` if the line names a measure without one.
    pub(crate) unit: Option<String>,
}

impl BlockHeading {
    /// Parses a line; `None` if it names neither a unit nor a measure.
    pub(crate) fn of(line: &str) -> Option<Self> {
        if let Some(unit) = unit::in_line_of_names(line).or_else(|| unit::alone(line)) {
            return Some(Self { name: String::new(), unit: Some(unit) });
        }
        Self::of_measure(line)
    }

    /// Whether it is of things that are counted, "Bác sĩ - Doctor", and not of a measure.
    pub(crate) fn counts_things(&self) -> bool {
        let is_thing = |unit: &String| THINGS.contains(&fold(unit));
        self.name.is_empty() && self.unit.as_ref().is_some_and(is_thing)
    }

    fn of_measure(line: &str) -> Option<Self> {
        let (mut names, mut unit) = (Vec::new(), None);
        for side in sides(line) {
            let side = Side::of(side);
            unit = unit.or(side.unit);
            names.extend((!side.name.is_empty()).then_some(side.name));
        }
        let name = one_line(&names.join(" - "));
        if name.is_empty() {
            return None;
        }
        let unit = unit.or_else(|| is_in_percent(&name).then(|| "%".to_owned()));
        (unit.is_some() || measure(&name).is_some()).then_some(Self { name, unit })
    }
}

/// The words at the start of a name that say what is measured: "san luong".
pub(crate) fn measure(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let begins = |word: &&&str| {
        folded.strip_prefix(**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    // "Sơ bộ 2023" is no number of things.
    let is_preliminary = || name.to_lowercase().starts_with("sơ");
    MEASURES.iter().find(begins).copied().filter(|word| *word != "so" || !is_preliminary())
}

/// Whether a name begins with a measure that has a unit of its own, whatever it is a rate of: "Tỷ lệ", "Tốc độ tăng".
pub(crate) fn is_rate(name: &str) -> bool {
    measure(name).is_some_and(|word| {
        let first = word.split(' ').next().unwrap_or_default();
        matches!(
            first,
            "ty" | "ti" | "toc" | "co" | "he" | "chi" | "nang" | "binh" | "rate" | "index"
        )
    })
}

/// Whether a heading only splits what is above it: "Phân theo giới tính - By sex".
pub(crate) fn is_breakdown(name: &str) -> bool {
    let folded = fold(name);
    BREAKDOWNS.iter().any(|word| folded.starts_with(word))
}

/// Whether a heading splits what is above it into classes that are no places: "Phân theo ngành kinh tế".
pub(crate) fn splits_into_classes(name: &str) -> bool {
    static CLASSES: WordList = WordList::of(FILE, "breakdown by class");
    is_breakdown(name) && has(&key(name), &CLASSES)
}

/// Whether what a line names is always in percent: a structure, or an index that is 100 in some period.
fn is_in_percent(name: &str) -> bool {
    let folded = fold(name);
    let compact: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    IN_PERCENT.iter().any(|word| folded.starts_with(word)) || compact.contains("=100)")
}

/// One language of a line.
struct Side {
    name: String,
    unit: Option<String>,
}

impl Side {
    fn of(text: &str) -> Self {
        let text = text.trim();
        if let Some(unit) = unit::only_unit(text) {
            return Self { name: String::new(), unit: Some(unit) };
        }
        if let Some((name, inner)) = last_brackets(text)
            && let Some(unit) = unit::alone(inner)
        {
            return Self { name: name.to_owned(), unit: Some(unit) };
        }
        if let Some((name, unit)) = bracketed_unit::in_brackets(text) {
            return Self { name, unit: Some(unit) };
        }
        let behind = text.rsplit_once([',', ':']).filter(|(_, unit)| unit::is_unit(unit));
        match behind {
            Some((name, unit)) if !name.trim().is_empty() => {
                Self { name: name.trim().to_owned(), unit: Some(unit.trim().to_owned()) }
            }
            _ => Self { name: text.to_owned(), unit: None },
        }
    }
}

/// Splits the brackets at the end off a text: the text before them, and what is in them.
fn last_brackets(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_suffix([')', ']'])?;
    let at = inside.rfind(['(', '['])?;
    let before = inside[..at].trim_end();
    (!before.is_empty()).then(|| (before, inside[at + 1..].trim()))
}

/// Whether the unit in the last brackets of a name is labelled as the unit: "TRỒNG TRỌT (ĐVT: ha)".
pub(crate) fn is_labelled(name: &str) -> bool {
    last_brackets(name.trim_end()).is_some_and(|(_, inner)| unit::in_line(inner).is_some())
}

/// The sides of the dashes and line breaks of a line that are in no brackets.
fn sides(line: &str) -> Vec<&str> {
    let (mut sides, mut start, mut depth) = (Vec::new(), 0_usize, 0_usize);
    let mut last = ' ';
    for (at, c) in line.char_indices() {
        let next = line[at + c.len_utf8()..].chars().next();
        let spaced = last.is_whitespace() && next.is_none_or(char::is_whitespace);
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '\n' | '-' | '–' | '—' if depth == 0 && (c == '\n' || spaced) => {
                sides.push(&line[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
        last = c;
    }
    sides.push(&line[start..]);
    sides
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_a_unit_a_heading_or_both() {
        for (line, name, unit) in [
            ("Triệu đồng - Mill. dongs", "", "Triệu đồng"),
            ("Nghìn người/Thous. pers.", "", "Nghìn người"),
            ("(Người)", "", "Người"),
            ("ĐVT: Tấn", "", "Tấn"),
            ("Bill. dongs", "", "Bill. dongs"),
            ("%", "", "%"),
            ("Diện tích (Ha)", "Diện tích", "Ha"),
            ("Diện tích (Ha) - Area (Ha)", "Diện tích - Area", "Ha"),
            ("Sản lượng - Production (Tấn)", "Sản lượng - Production", "Tấn"),
            ("Diện tích - Area (Nghìn ha - Thous. ha)", "Diện tích - Area", "Nghìn ha"),
            ("Cơ cấu (%)\nStructure (%)", "Cơ cấu - Structure", "%"),
            ("Cơ cấu - Structure", "Cơ cấu - Structure", "%"),
            ("Tốc độ tăng, %", "Tốc độ tăng", "%"),
            (
                "Giá hiện hành (Tỷ đồng) - At current prices (Bill. dongs)",
                "Giá hiện hành - At current prices",
                "Tỷ đồng",
            ),
            (
                "Chỉ số phát triển (Năm trước = 100) - Index (Previous year = 100) - %",
                "Chỉ số phát triển (Năm trước = 100) - Index (Previous year = 100)",
                "%",
            ),
            ("Index (Previous year = 100)", "Index (Previous year = 100)", "%"),
        ] {
            let expected = BlockHeading { name: name.to_owned(), unit: Some(unit.to_owned()) };
            assert_eq!(BlockHeading::of(line), Some(expected), "{line}");
        }
        let rate = BlockHeading { name: "Tốc độ tăng".to_owned(), unit: None };
        assert_eq!(BlockHeading::of("Tốc độ tăng"), Some(rate));
        for line in [
            "Phân theo giới tính - By sex",
            "Trường",
            "Xã",
            "KINH TẾ",
            "Khu vực nhà nước",
            "Chưa có số liệu",
            "Trong đó - Of which",
        ] {
            assert_eq!(BlockHeading::of(line), None, "{line}");
        }
    }
}
