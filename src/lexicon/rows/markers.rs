//! Row markers and bullets, which give the levels of a table: "I", "1.1", "a)", "-", "Trong đó:".

use memchr::memchr;

use super::marker_order::{Marker, Numbering};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::{self, fold};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/markers.txt");

/// Returns the marker in a marker cell. `letters` is the last letter that was used as a marker.
pub(crate) fn marker(cell: &str, letters: Option<char>) -> Option<Marker> {
    let cell = cell.trim();
    let mut chars = cell.chars();
    match (chars.next()?, chars.next()) {
        ('-' | '–' | '—' | '−' | '•' | '●', None) => return Some(Marker::Dash(0)),
        ('+', None) => return Some(Marker::Plus(0)),
        ('*', None) => return Some(Marker::Star),
        _ => {}
    }
    let number =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if cell.split('.').all(number) {
        let parts = cell.split('.').count();
        return Some(Marker::Number(u8::try_from(parts).unwrap_or(u8::MAX)));
    }
    let mut chars = cell.chars();
    if let (Some(letter), None) = (chars.next(), chars.next()) {
        if letter.is_lowercase() && letter.is_alphabetic() {
            return Some(Marker::SmallLetter);
        }
        // C after B is a letter; I, V and X alone are Roman numerals.
        let follows = letters.is_some_and(|last| {
            u32::from(letter) == u32::from(last) + 1 || (last, letter) == ('D', 'Đ')
        });
        if letter.is_uppercase() && (follows || !is_roman_digit(letter)) {
            return Some(Marker::Letter);
        }
    }
    is_roman(cell).then_some(Marker::Roman)
}

/// Returns the number in a marker cell even if it is greater than [`marker`] accepts before a name,
/// where 2024 is a year.
pub(crate) fn count(cell: &str) -> Option<Marker> {
    const MOST: usize = 9;
    let counts = (1..=MOST).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
    counts.then_some(Marker::Number(1))
}

/// Splits the marker off the start of a name.
pub(crate) fn leading(name: &str, letters: Option<char>) -> Option<(Marker, &str)> {
    let first = name.chars().next()?;
    if matches!(first, '-' | '–' | '—' | '−' | '•' | '●' | '+' | '*') {
        let rest = name[first.len_utf8()..].trim_start_matches(['.', ' ', '\u{a0}']);
        let marker = marker(&first.to_string(), letters)?;
        return (!rest.is_empty()).then_some((marker, rest));
    }
    if is_word(name) {
        return None;
    }
    // "(1) Tổng thu"
    if let Some((number, rest)) = name.strip_prefix('(').and_then(|name| name.split_once(')')) {
        let counts = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
        let rest = rest.trim_start();
        let is_name = rest.starts_with(char::is_alphabetic);
        return self::marker(number, letters)
            .filter(|_| counts && is_name)
            .map(|marker| (marker, rest));
    }
    let end = name.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(name.len());
    let dotted = name[..end].rfind('.').map(|dot| dot + 1);
    // "1.Tổng" has no space after its dot, "1) Tổng" a bracket.
    let (sign, rest) = match name[end..].chars().next() {
        Some(c @ (')' | '/' | ':')) if end <= 5 => (&name[..end], &name[end + c.len_utf8()..]),
        _ => match (dotted.filter(|dot| *dot <= 9), dashed(name, end)) {
            (Some(dot), _) => (&name[..dot - 1], &name[dot..]),
            (None, Some(rest)) => (&name[..end], rest),
            (None, None) => return None,
        },
    };
    let rest = rest.trim_start_matches([' ', '\u{a0}', '.', '/']);
    if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let marker = self::marker(sign, letters)?;
    // "H. Thạch An" is a district; lettering starts with A.
    let counts = marker != Marker::Letter || sign == "A" || letters.is_some();
    counts.then_some((marker, rest))
}

/// Whether a name starts with two letters that cannot start a Roman numeral: then it has no marker.
fn is_word(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().zip(chars.next()).is_some_and(|(first, second)| {
        fold::is_letter(first)
            && fold::is_letter(second)
            && !(is_roman_digit(first) && is_roman_digit(second))
    })
}

/// Whether a row may have a letter or a Roman numeral as its marker, without looking at the rows
/// above.
pub(crate) fn may_be_lettered(cell: &str, name: &str) -> bool {
    let lettered = |text: &str| {
        let mut letters = text.trim_start().chars();
        let first = letters.next().filter(|c| c.is_uppercase());
        first.is_some_and(|first| {
            let mut more = letters.take_while(|c| fold::is_letter(*c) || c.is_alphanumeric());
            more.next().is_none_or(|second| {
                is_roman_digit(first) && is_roman_digit(second) && more.all(is_roman_digit)
            })
        })
    };
    lettered(cell) || lettered(name)
}

fn is_roman_digit(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')
}

/// Returns the text after "I - ", "II–" or "1- ": a dash after a numeral, before a capital. "3-MCPD" is a name.
fn dashed(name: &str, end: usize) -> Option<&str> {
    let behind = name[end..].trim_start().strip_prefix(['-', '–'])?;
    let (number, rest) = (&name[..end], behind.trim_start());
    let counts = (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && rest.len() < behind.len();
    ((is_roman(number) || counts) && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// A name in two languages without the "Of which:" of the second one: "Gà - Chicken" of "Gà - Of which: Chicken".
fn translated_of_which(name: &str) -> Option<String> {
    [" - ", " – ", " / ", "/"].iter().find_map(|dash| {
        let (first, second) = name.split_once(dash)?;
        let (second, of_which) = without_of_which(second);
        (of_which && !second.is_empty()).then(|| format!("{first}{dash}{second}"))
    })
}

/// Removes a leading "Trong đó:" from a name; the flag says whether there was one.
pub(crate) fn without_of_which(name: &str) -> (&str, bool) {
    static WORDS: WordList = WordList::of(FILE, "of which");
    static BEFORE_COLON: WordList = WordList::of(FILE, "of which before a colon");
    // Any longer text before the colon is a name, in bytes.
    const LONGEST: usize = 16;
    let Some(colon) = memchr(b':', name.as_bytes()) else {
        if name.trim().len() > LONGEST {
            return (name, false);
        }
        return if WORDS.contains(&fold(name.trim())) { ("", true) } else { (name, false) };
    };
    let before = fold(name[..colon].trim());
    // Alone, "Chia ra:" is a heading of the parts.
    let splits = || before == "chia ra" && !name[colon + 1..].trim().is_empty();
    if WORDS.contains(&before) || BEFORE_COLON.contains(&before) || splits() {
        (name[colon + 1..].trim(), true)
    } else {
        (name, false)
    }
}

/// Whether a name is in capitals like a section: "KINH TẾ - XÃ HỘI", but not "GRDP".
pub(crate) fn is_capitals(name: &str) -> bool {
    // A fast path for most names.
    if name.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let (mut upper, mut marked) = (0, false);
    for letter in letters {
        if letter.is_lowercase() {
            return false;
        }
        upper += 1;
        marked |= !letter.is_ascii();
    }
    // "PAR INDEX" is the name of an index, not of a section.
    let index = name.trim_end().ends_with("INDEX");
    (upper >= 7 || upper >= 4 && marked) && name.trim().contains(' ') && !index
}

/// Whether a text is a marker and nothing else: "-", "a)", "1.1".
pub(crate) fn is_sign(text: &str) -> bool {
    marker(text.trim().trim_end_matches(['.', ')', ':', '/']), None).is_some()
}

fn is_roman(text: &str) -> bool {
    const ROMAN: [&str; 30] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI",
        "XXVII", "XXVIII", "XXIX", "XXX",
    ];
    ROMAN.contains(&text)
}

/// The marker of a row, and its name without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkedName {
    pub(crate) marker: Marker,
    pub(crate) name: String,
    /// Whether "Trong đó:" was found: this row, or the rows below, are parts of the row above.
    pub(crate) of_which: bool,
    /// The number, if the marker is one.
    pub(crate) number: Option<Numbering>,
}

impl MarkedName {
    /// Parses the marker at the start of a name, if there is no marker cell.
    pub(crate) fn of_name(name: &str) -> Self {
        Self::of("", name, &mut None)
    }

    /// Parses the marker of a row, from its marker cell or from the start of its name. `letters` is
    /// the last letter that was used as a marker.
    pub(crate) fn of(cell: &str, name: &str, letters: &mut Option<char>) -> Self {
        let indent = u16::try_from(name.chars().take_while(|c| c.is_whitespace()).count());
        let indent = indent.unwrap_or(u16::MAX - 1);
        let trimmed = name.trim();
        let own = cell.trim().trim_end_matches(['.', ')', ':', '/']);
        // Most rows of a large table are counted.
        let from_cell = count(own).or_else(|| marker(own, *letters)).or_else(|| lettered_cell(own));
        let (marker, rest) = match from_cell {
            Some(marker) => {
                // "1" next to "1. GRDP", or "-" next to "- Công nghiệp".
                let again = leading(trimmed, *letters).filter(|(inner, _)| *inner == marker);
                (Some(marker), again.map_or(trimmed, |(_, rest)| rest))
            }
            None => match leading(trimmed, *letters) {
                Some((marker, rest)) => (Some(marker), rest),
                None => (None, trimmed),
            },
        };
        let (rest, of_which) = without_of_which(rest);
        // "Trong đó: - Xuất khẩu": a bullet as those on the lines below.
        let bullet = leading(rest, None)
            .filter(|(marker, _)| of_which && matches!(marker, Marker::Dash(_) | Marker::Plus(_)));
        let (marker, rest) = match bullet {
            Some((bullet, rest)) => (marker.or(Some(bullet)), rest),
            None => (marker, rest),
        };
        let marker = match marker {
            Some(Marker::Dash(_)) => Marker::Dash(indent),
            Some(Marker::Plus(_)) => Marker::Plus(indent),
            Some(marker) => marker,
            None if is_capitals(rest) => Marker::Capitals,
            None if of_which && !rest.is_empty() => Marker::Plain(u16::MAX),
            None => Marker::Plain(indent),
        };
        if let (Marker::Letter, Some(letter)) = (marker, cell_letter(cell, name)) {
            *letters = Some(letter);
        }
        let number = matches!(marker, Marker::Number(_)).then(|| {
            let text = if from_cell.is_some() { own } else { trimmed };
            Numbering::of(text)
        });
        let name = match translated_of_which(rest).filter(|_| of_which) {
            Some(name) => name,
            None => rest.to_owned(),
        };
        Self { marker, name, of_which, number: number.flatten() }
    }
}

/// The marker of a cell with a letter that no list of Roman numerals reaches: "F | Tài chính", "C |
/// Khách hàng". Before a name it may be a short form: "C. difficile".
fn lettered_cell(cell: &str) -> Option<Marker> {
    matches!(cell, "C" | "D" | "L" | "M").then_some(Marker::Letter)
}

/// Returns the letter of a row with a letter as its marker.
fn cell_letter(cell: &str, name: &str) -> Option<char> {
    cell.trim().chars().next().or_else(|| name.trim().chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_parts_count_alone_and_before_a_colon() {
        for words in ["Trong đó", "Trong số đó", "T.đó", "Bao gồm", "In which"] {
            assert_eq!(without_of_which(words), ("", true), "{words}");
            assert_eq!(without_of_which(&format!("{words}: nữ")), ("nữ", true), "{words}");
        }
    }

    #[test]
    fn ceramics_are_no_word_before_parts() {
        assert_eq!(without_of_which("Gốm"), ("Gốm", false));
        assert_eq!(without_of_which("Gồm: nữ"), ("nữ", true));
    }
}
