//! Repairs text that was decoded twice: UTF-8 that was read as Windows-1252 or Latin-1 and saved as UTF-8
//! again, which turns "Tỷ lệ" into "Tá»· lá»‡".

use memchr::{memchr_iter, memmem};

use super::{Diagnostic, Excerpt, FileProblem, Location};

/// The repaired text, and the diagnostics about it.
#[derive(Debug)]
pub(super) struct Repaired {
    pub(super) text: String,
    pub(super) findings: Vec<Diagnostic>,
}

/// Sequences that twice-decoded Vietnamese letters begin with: those of ạ … ỹ, đ and ư.
const MARKS: [&str; 5] = ["á»", "áº", "Ä‘", "Ä\u{91}", "Æ°"];

/// Whether anything in a text looks as if it was decoded twice.
pub(super) fn is_suspect(text: &str) -> bool {
    has_marks(text.as_bytes())
}

/// JSON in which such text is written with escapes: it is meant as it is.
pub(super) fn escaped(json: String) -> String {
    if !is_suspect(&json) {
        return json;
    }
    MARKS.iter().fold(json, |json, mark| {
        let units = mark.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
        json.replace(mark, &units.collect::<String>())
    })
}

fn has_marks(bytes: &[u8]) -> bool {
    // The third byte of most of them, which correct Vietnamese text has rarely.
    const THIRD: u8 = 0xc2;
    let has_third = |mark: &&str| mark.as_bytes()[2] == THIRD;
    let is_at = |third: usize, mark: &str| {
        third.checked_sub(2).is_some_and(|start| bytes[start..].starts_with(mark.as_bytes()))
    };
    let with = || MARKS.into_iter().filter(has_third);
    let mut without = MARKS.into_iter().filter(|mark| !has_third(mark));
    memchr_iter(THIRD, bytes).any(|third| with().any(|mark| is_at(third, mark)))
        || without.any(|mark| memmem::find(bytes, mark.as_bytes()).is_some())
}

/// The text of a file in UTF-8 repaired, if any of it was decoded twice.
pub(super) fn repaired(file: &str, bytes: &[u8]) -> Option<Repaired> {
    if !has_marks(bytes) {
        return None;
    }
    let text = simdutf8::basic::from_utf8(bytes).ok()?;
    // If the file contains no correct Vietnamese letter, all of it was decoded twice.
    let whole = !text.chars().any(is_vietnamese);
    let mut repaired = String::with_capacity(text.len());
    let (mut first, mut lines, mut lost) = (None, 0, Lost::default());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let marked =
            MARKS.iter().any(|mark| line.contains(mark)) && !line.chars().any(is_vietnamese);
        if !(marked || whole && !line.is_ascii()) {
            repaired.push_str(line);
            continue;
        }
        let mut of_line = Lost::default();
        let repaired_line = once(line, at + 1, &mut of_line);
        if repaired_line != line {
            first.get_or_insert((at + 1, line));
            lines += 1;
            lost.add(of_line);
        }
        repaired.push_str(&repaired_line);
    }
    let (line, text) = first?;
    let excerpt = Excerpt::of(text, 0, 1);
    let mut findings = vec![Diagnostic {
        location: Location { excerpt, ..Location::of_line(file, line) },
        problem: FileProblem::DecodedTwice { lines }.into(),
    }];
    findings.extend(lost.diagnostic(file));
    let text = repaired.trim_start_matches('\u{feff}').to_owned();
    Some(Repaired { text, findings })
}

/// Decodes a line once, where that gives letters; `lost` counts the letters with a missing byte.
fn once(line: &str, number: usize, lost: &mut Lost) -> String {
    let mut to = String::with_capacity(line.len());
    let mut run = Vec::new();
    let mut written = String::new();
    for c in line.chars().chain(['\n']) {
        if let Some(byte) = byte_of(c) {
            run.push(byte);
            written.push(c);
            continue;
        }
        if !run.is_empty() {
            letters(&run, &written, &mut to, |to| lost.count(number, line, to));
            run.clear();
            written.clear();
        }
        to.push(c);
    }
    to.pop();
    to
}

/// Decodes a run of bytes. What is not UTF-8 remains as it was in `written`, and is passed to `lost`.
fn letters(run: &[u8], written: &str, to: &mut String, mut lost: impl FnMut(&str)) {
    let mut left = written.chars();
    for chunk in run.utf8_chunks() {
        to.push_str(chunk.valid());
        left.by_ref().take(chunk.valid().len()).for_each(drop);
        let kept: String = left.by_ref().take(chunk.invalid().len()).collect();
        match chunk.invalid() {
            [] => {}
            // Of the letters that begin with this byte, only Đ has a second byte that Windows-1252 lacks and
            // some programs drop.
            [0xc4] => to.push('Đ'),
            _ => {
                lost(to);
                to.push_str(&kept);
            }
        }
    }
}

/// Returns the byte that a character was decoded from: its code point in Latin-1, or its position in
/// Windows-1252.
fn byte_of(c: char) -> Option<u8> {
    const HIGH: [char; 27] = [
        '€', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 'Ž', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', 'ž', 'Ÿ',
    ];
    const BYTES: [u8; 27] = [
        0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92,
        0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ];
    match u8::try_from(u32::from(c)) {
        Ok(byte) => (byte >= 0x80).then_some(byte),
        Err(_) => HIGH.iter().position(|high| *high == c).map(|at| BYTES[at]),
    }
}

/// Whether a letter occurs only in Vietnamese, and never in twice-decoded text.
fn is_vietnamese(c: char) -> bool {
    matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'đ' | 'Đ' | 'ư' | 'Ư' | 'ơ' | 'Ơ' | 'ă' | 'Ă')
}

/// Letters that have lost a byte.
#[derive(Debug, Default)]
struct Lost {
    count: usize,
    first: Option<(usize, usize, String)>,
}

impl Lost {
    /// Counts a lost letter, located after the repaired part of its line.
    fn count(&mut self, number: usize, line: &str, before: &str) {
        self.count += 1;
        self.first.get_or_insert_with(|| (number, before.chars().count() + 1, line.to_owned()));
    }

    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.first = self.first.take().or(other.first);
    }

    fn diagnostic(self, file: &str) -> Option<Diagnostic> {
        let (line, column, text) = self.first?;
        let excerpt = Excerpt::of(&text, column - 1, 1);
        Some(Diagnostic {
            location: Location { column, excerpt, ..Location::of_line(file, line) },
            problem: FileProblem::LettersLost { letters: self.count }.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Rule;
    use encoding_rs::WINDOWS_1252;
    use proptest::prelude::*;

    fn decoded_twice(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    proptest! {
        #[test]
        fn finds_marks_as_a_plain_search_does(text in "([áÄÆ»º‘°\u{91}\u{a0}aạđ ]|á»|áº|Ä‘|Ä\u{91}|Æ°){0,6}") {
            let plain = MARKS.iter().any(|mark| text.contains(mark));
            prop_assert_eq!(has_marks(text.as_bytes()), plain);
        }
    }

    #[test]
    fn repairs_text_that_was_decoded_twice() {
        let text = "TT;Chỉ tiêu;ĐVT\n1;Tỷ lệ hộ nghèo “mới” – 5 %;ha\n2;LÚA ở XÃ À;tấn\n";
        let result = repaired("f", decoded_twice(text).as_bytes()).unwrap();
        assert_eq!(result.text, text);
        assert_eq!(result.findings.len(), 1);
        let latin: String = text.replace(['“', '”', '–'], "").bytes().map(char::from).collect();
        assert_eq!(
            repaired("f", latin.as_bytes()).unwrap().text,
            text.replace(['“', '”', '–'], "")
        );
    }

    #[test]
    fn reports_letters_of_which_a_byte_was_lost() {
        let text = decoded_twice("TT;Chỉ tiêu;ĐVT\n1;Đường về chợ;km\n");
        let lost: String = text.chars().filter(|c| !matches!(c, '\u{80}'..='\u{9f}')).collect();
        let result = repaired("f", lost.as_bytes()).unwrap();
        assert!(result.text.starts_with("TT;Chỉ tiêu;ĐVT\n1;Đư"), "{}", result.text);
        assert_eq!(result.findings.len(), 2);
        let lost = &result.findings[1];
        assert_eq!((lost.rule(), lost.location.line), (Rule::Encoding, 2));
    }

    #[test]
    fn leaves_correct_text_unchanged() {
        for text in ["Tỷ lệ hộ nghèo «á» XÃ\u{a0}A", "Ã\u{a0} la carte", "Đường Æ° x", "naïve"]
        {
            let result = repaired("f", text.as_bytes()).map(|result| result.text);
            assert!(result.as_deref().is_none_or(|result| result == text), "{text}: {result:?}");
        }
        let mixed = format!("Tỷ lệ «XÃ»\n{}", decoded_twice("Hộ nghèo\n"));
        assert_eq!(repaired("f", mixed.as_bytes()).unwrap().text, "Tỷ lệ «XÃ»\nHộ nghèo\n");
    }

    proptest! {
        #[test]
        fn restores_any_vietnamese_text(text in "[a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐ ;,0-9\n]{0,60}ộ") {
            prop_assert_eq!(repaired("f", decoded_twice(&text).as_bytes()).unwrap().text, text);
        }
    }
}
