//! Units of measure: recognizes them, and finds them in names, headings and titles.

use super::money::{CURRENCY_SIGNS, are_same, is_abbreviated, is_in_currency, is_purchasing_power};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::{accented, fold};
use crate::text::one_line::is_one_line;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/units.txt");

/// Scale words that a unit may start with.
pub(crate) static SCALES: WordList = WordList::of(FILE, "scale");

/// Known units, folded.
static UNITS: WordList = WordList::of(FILE, "unit");

/// Words that are units only without their accents: cows, fish, jute, silver.
static OTHERS: WordList = WordList::of(FILE, "no unit with accents");

static LABELS: WordList = WordList::of(FILE, "label");

/// The most bytes of either side of a unit per something else: what is longer is a sentence with a slash.
const LONGEST_PART: usize = 24;

/// Whether a text is a unit and nothing else.
pub(crate) fn is_unit(text: &str) -> bool {
    // Men, next to "Nữ"; the unit is "năm".
    if text.trim() == "Nam" || !text.is_ascii() && OTHERS.contains(&text.trim().to_lowercase()) {
        return false;
    }
    let folded = fold(text.trim());
    let folded = folded.trim_matches(['.', ':', ' ']);
    if is_abbreviated(text) || is_purchasing_power(text) {
        return true;
    }
    let scaled = SCALES.iter().find_map(|scale| folded.strip_prefix(scale)?.strip_prefix(' '));
    // "VND billion", "US$ million".
    let scaled = scaled
        .or_else(|| SCALES.iter().find_map(|scale| folded.strip_suffix(scale)?.strip_suffix(' ')));
    let bare = |text: &str| {
        let text = text.trim();
        UNITS.contains(text)
            // "tạ/ha", "bác sĩ/vạn dân", "%/năm": a unit per something.
            || text.split_once('/').is_some_and(|(unit, per)| {
                (UNITS.contains(unit.trim()) || SCALES.contains(unit.trim())) && per.len() <= LONGEST_PART
                    || is_rate(unit, per)
            })
    };
    !folded.is_empty()
        && (bare(folded)
            || scaled.is_some_and(bare)
            || SCALES.contains(folded) && folded.len() > 2 && folded != "tram" && folded != "chuc"
            || first_of_two(text).is_some())
}

/// The first of a unit in two languages: "Tấn" of "Tấn - Ton".
pub(crate) fn first_of_two(text: &str) -> Option<&str> {
    let (first, second) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
    let is_foreign = second.is_ascii() && second.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_foreign && is_unit(first)).then(|| first.trim())
}

/// Whether the unit is a number of things per round number of others: "số bé trai/100 bé gái",
/// "ca/100.000 dân".
fn is_rate(counted: &str, per: &str) -> bool {
    let words = |text: &str| text.chars().all(|c| c.is_alphabetic() || c == ' ');
    let of =
        per.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    let number = per.trim_start().strip_suffix(of).unwrap_or_default().trim_end();
    let round = number
        .strip_prefix('1')
        .is_some_and(|rest| rest.len() > 1 && rest.chars().all(|c| matches!(c, '0' | '.')));
    round
        && !of.is_empty()
        && words(of)
        && words(counted)
        && counted.len().max(of.len()) <= LONGEST_PART
}

/// The unit that a text is and nothing else; of one in two languages the first.
pub(crate) fn only_unit(text: &str) -> Option<String> {
    is_unit(text).then(|| first_of_two(text).unwrap_or(text).trim().to_owned())
}

/// Joins a unit cell to one line. If it is in two languages, the first line is the unit; otherwise
/// the lines are one wrapped unit.
pub(crate) fn on_one_line(text: &str) -> String {
    // The usual case.
    if is_one_line(text) {
        return first_of_two(text).unwrap_or(text).to_owned();
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let joined = lines.join(" ");
    match lines.as_slice() {
        [first, second] => {
            let scale = SCALES.contains(&fold(first));
            let goes_on = second.starts_with(['/', '(']) || scale && !is_foreign(second);
            if is_unit(first) && !goes_on { (*first).to_owned() } else { joined }
        }
        _ => joined.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Whether a line is ASCII and no Vietnamese unit: "Thous. heads".
pub(crate) fn is_foreign(line: &str) -> bool {
    line.is_ascii() && !UNITS.contains(&fold(line))
}

/// A unit of a line above the table that lists several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListedUnit {
    /// The measure that it is of, if the line names it: "Trị giá: triệu USD".
    pub(crate) measure: Option<String>,
    pub(crate) unit: String,
}

/// Returns the units of a line above the table that lists several; none if it does not.
pub(crate) fn several(text: &str) -> Vec<ListedUnit> {
    let units = listed(text);
    if units.len() > 1 { units } else { Vec::new() }
}

/// Returns the units that the unit line of a table lists: several, or one that names its measure. None if it has only
/// a unit.
pub(crate) fn listed(text: &str) -> Vec<ListedUnit> {
    let of_part = |part: &str| {
        let (measure, unit) = match part.rsplit_once(':') {
            Some((measure, unit)) => (Some(measure.trim().to_owned()), unit.trim()),
            None => (None, part.trim()),
        };
        is_unit(unit).then(|| ListedUnit { measure, unit: unit.to_owned() })
    };
    let units: Option<Vec<ListedUnit>> = text.split([',', ';']).map(of_part).collect();
    let is_list =
        |units: &[ListedUnit]| units.len() > 1 || units.iter().any(|it| it.measure.is_some());
    units.filter(|units| is_list(units)).unwrap_or_default()
}

/// The number of bytes from which on a line gives no unit: each sign in it may separate two languages, so that a cell
/// of a megabyte would take minutes.
const TOO_LONG: usize = 600;

/// Returns the unit of a line above the table: "Đơn vị tính: Tỷ đồng", "ĐVT: Tỷ đồng - Unit: Bill.
/// dongs".
pub(crate) fn in_line(text: &str) -> Option<String> {
    if text.len() >= TOO_LONG {
        return None;
    }
    let text = text.trim().trim_matches(['(', ')', '[', ']']);
    let (label, unit) = text.split_once(':')?;
    let labels = label.split(['/', '-', '–']);
    let several = labels.clone().count() > 1;
    // "ĐVT: Diện tích: ha; Sản lượng: tấn" lists the units of several measures.
    let unit = match self::several(unit).is_empty() {
        true => first_language(unit.trim(), several).trim_end_matches('.'),
        false => unit.trim(),
    };
    // "Đơn vị: Sở Nội vụ" names an office, "Đơn vị: Tỷ đồng, %" a unit.
    let is_list = || !listed(unit).is_empty();
    let counted = !is_bare(label) || is_unit(unit) || !is_office(unit) || is_list();
    (labels.into_iter().all(is_label) && !unit.is_empty() && counted).then(|| unit.to_owned())
}

/// Returns the unit that a cell above the header gives to all values: "Đơn vị tính: Tỷ đồng", "ĐVT
/// triệu đồng", or only a unit, as in "(Tỷ đồng)".
pub(crate) fn above_table(text: &str) -> Option<String> {
    if text.len() >= TOO_LONG {
        return None;
    }
    let bare = without_brackets(text);
    let labelled = || {
        let folded = fold(bare);
        let label = ["don vi tinh", "dvt", "unit"]
            .into_iter()
            .find(|label| folded.strip_prefix(label).is_some_and(|rest| rest.starts_with(' ')))?;
        let behind = bare.split_whitespace().skip(label.split(' ').count());
        alone(&behind.collect::<Vec<_>>().join(" "))
    };
    let listed = || (!self::several(bare).is_empty()).then(|| bare.to_owned());
    in_line(text).or_else(|| alone(bare)).or_else(labelled).or_else(listed)
}

/// What a line says before the unit at its end, and that unit: "(Lũy kế đến 31/10/2025; Đơn vị tính: triệu đồng)".
pub(crate) fn at_end(text: &str) -> Option<(&str, String)> {
    let bare = without_brackets(text);
    let signs = bare.rmatch_indices([';', ',', '.', '-', '–']);
    signs.into_iter().find_map(|(at, sign)| {
        let before = bare[..at].trim();
        let unit = in_line(&bare[at + sign.len()..])?;
        before.contains(char::is_alphabetic).then_some((before, unit))
    })
}

/// Returns the unit that a line consists of, in the first of its languages: "(Tỷ đồng)", "Triệu đồng - Mill. dongs".
pub(crate) fn alone(text: &str) -> Option<String> {
    if text.len() >= TOO_LONG {
        return None;
    }
    let unit = first_language(without_brackets(text), true).trim();
    // "Xã", "Huyện" and "Trường" above a table are headings of its rows.
    let counted = is_unit(unit) && !NAMES.contains(&fold(unit));
    counted.then(|| unit.to_owned())
}

/// A text without brackets around it.
fn without_brackets(text: &str) -> &str {
    text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']).trim()
}

/// Units that alone in a cell are usually headings of names.
pub(crate) static NAMES: WordList = WordList::of(FILE, "name");

/// Returns the unit that a row in the name column gives to the rows below: "ĐVT: Tấn". "Đơn vị:
/// Trường Lê Lợi" is a name.
pub(crate) fn in_line_of_names(text: &str) -> Option<String> {
    let label = text.split(':').next().unwrap_or_default();
    let is_unit_label =
        |unit: &String| is_unit(unit) || !is_bare(label.trim().trim_start_matches('('));
    in_line(text).filter(is_unit_label)
}

/// Whether a label may also precede an office or a school.
fn is_bare(label: &str) -> bool {
    matches!(fold(label.trim()).as_str(), "don vi" | "unit")
}

/// Returns the first language of a unit in two languages: "Tỷ đồng" of "Tỷ đồng - Unit: Bill.
/// dongs", and of "Tỷ đồng/Bill. dongs" if there are `several` labels, but not of "Tấn/ha".
fn first_language(unit: &str, several: bool) -> &str {
    static ENGLISH: WordList = WordList::of(FILE, "english");
    let english = |text: &str| {
        let folded = fold(text.trim());
        let first = folded.split([' ', '.']).next().unwrap_or_default().to_owned();
        ENGLISH.contains(&first)
    };
    let labelled = |text: &str| text.split_once(':').is_some_and(|(label, _)| is_label(label));
    let signs = unit.match_indices(['-', '–', '/', '\n', ';', ',']);
    let split = signs.into_iter().find_map(|(at, sign)| {
        let (first, second) = (unit[..at].trim_end(), &unit[at + sign.len()..]);
        let spaced = sign != "/" && first.len() < at && second.starts_with(' ') || sign == "\n";
        // "USD/person" is one unit.
        let apart = sign != "/" || several && !first.is_ascii();
        let two = labelled(second)
            || english(second) && apart && !first.is_empty()
            || several && spaced && is_unit(first);
        two.then_some(first)
    });
    split.unwrap_or(unit)
}

/// Whether a text names a reporting office: "Sở Nội vụ", "UBND xã Tân Thành", and not "Số cuộc họp".
pub(crate) fn is_office(text: &str) -> bool {
    static OFFICES: WordList = WordList::of(FILE, "office");
    /// The short first words of offices with their accents, as other words are these without accents.
    const SPELLED: [(&str, &str); 6] = [
        ("ban", "ban"),
        ("bo", "bộ"),
        ("cuc", "cục"),
        ("phong", "phòng"),
        ("so", "sở"),
        ("xa", "xã"),
    ];
    let folded = fold(text);
    let accented = accented(text);
    let is_other = accented != folded
        && SPELLED.iter().any(|(plain, spelled)| {
            let first = |text: &str, word: &str| {
                text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
            };
            first(&folded, plain) && !first(&accented, spelled) && !first(&accented, plain)
        });
    let begins =
        |office: &&str| folded.strip_prefix(*office).is_some_and(|rest| rest.starts_with(' '));
    !is_other && OFFICES.iter().any(begins)
}

/// The units of differences between percentages.
pub(crate) static POINTS: WordList = WordList::of(FILE, "points");

/// Whether a unit measures differences between percentages: "pp", "điểm %".
pub(crate) fn names_points(text: &str) -> bool {
    POINTS.contains(&fold(text.trim().trim_end_matches('.')))
}

/// Whether a unit cell is a ditto mark.
pub(crate) fn is_ditto(text: &str) -> bool {
    if !text.trim_start_matches(['-', ' ']).starts_with(['n', 'N', '"', '\'', '”', '“']) {
        return false;
    }
    let folded = fold(text.trim());
    matches!(folded.trim_matches(['-', ' ']), "nt" | "\"" | "''" | "nhu tren" | "\"\"" | "”" | "“")
        && !folded.is_empty()
}

/// Whether a value written in one unit fits an indicator in another: "%" fits "%/năm" and "điểm %".
pub(crate) fn fits(written: &str, unit: &str) -> bool {
    match written {
        "%" => unit.contains('%') || fold(unit).contains("phan tram"),
        "‰" => unit.contains('‰') || fold(unit).contains("phan nghin"),
        // "£1,302" in "£000": the sign says the currency, the unit how much of it is one.
        _ if CURRENCY_SIGNS.contains(&written) => is_in_currency(unit, written),
        _ => are_same(written, unit),
    }
}

pub(crate) fn is_label(label: &str) -> bool {
    let folded = fold(label.trim());
    LABELS.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::units::bracketed_unit::{in_brackets, in_heading, in_last_brackets};

    #[test]
    fn points_are_written_in_several_ways() {
        for unit in ["điểm %", "% điểm", "p p", "pp", "Percentage points", "điểm phần trăm"]
        {
            assert!(names_points(unit), "{unit}");
        }
        assert!(!names_points("điểm"), "it is one of a score");
    }

    #[test]
    fn distinguishes_units_from_other_brackets() {
        for (text, name, unit) in [
            ("GRDP (Tỷ đồng)", "GRDP", "Tỷ đồng"),
            ("Tỷ suất sinh (‰)", "Tỷ suất sinh", "‰"),
            ("Năng suất lúa (tạ/ha) cả năm", "Năng suất lúa cả năm", "tạ/ha"),
            ("Dân số (ĐVT: nghìn người)", "Dân số", "nghìn người"),
            ("Số bác sĩ (bác sĩ/vạn dân)", "Số bác sĩ", "bác sĩ/vạn dân"),
            ("Tỷ số giới tính (Số bé trai/100 bé gái)", "Tỷ số giới tính", "Số bé trai/100 bé gái"),
            ("Mắc lao (ca/100.000 dân)", "Mắc lao", "ca/100.000 dân"),
        ] {
            assert_eq!(in_brackets(text), Some((name.to_owned(), unit.to_owned())), "{text}");
        }
        for text in [
            "GRDP (giá so sánh 2010)",
            "Trồng rừng (mới)",
            "Thu (Nghị quyết/12 HĐND)",
            "(%)",
            "Thu (trừ dầu thô",
            "a)(",
        ] {
            assert_eq!(in_brackets(text), None, "{text}");
        }
        assert_eq!(in_line("Đơn vị tính: Tỷ đồng").as_deref(), Some("Tỷ đồng"));
        assert_eq!(in_line("(ĐVT: %)").as_deref(), Some("%"));
        for two in [
            "ĐVT: Tỷ đồng - Unit: Bill. dongs",
            "ĐVT: Tỷ đồng\nUnit: Bill. dongs",
            "Đơn vị tính - Unit: Tỷ đồng - Bill. dongs",
            "ĐVT/Unit: Tỷ đồng/Bill. dongs",
            "Đơn vị tính: Tỷ đồng - Bill. dongs",
        ] {
            assert_eq!(in_line(two).as_deref(), Some("Tỷ đồng"), "{two}");
        }
        for unit in ["Tấn/ha", "Nghìn tấn, triệu con", "km - m2", "USD/person"] {
            assert_eq!(in_line(&format!("ĐVT: {unit}")).as_deref(), Some(unit));
        }
        for unit in ["Tấn/ha", "USD/person"] {
            assert_eq!(in_line(&format!("ĐVT/Unit: {unit}")).as_deref(), Some(unit));
        }
        assert_eq!(in_line("Nguồn: Cục Thống kê"), None);
        assert_eq!(in_line("Đơn vị: Sở Nội vụ"), None);
        assert_eq!(in_line_of_names("(Đơn vị: Tấn)").as_deref(), Some("Tấn"));
        assert_eq!(in_line_of_names("ĐVT: Nghìn bao").as_deref(), Some("Nghìn bao"));
        assert_eq!(in_line_of_names("Đơn vị: Trường Lê Lợi"), None);
        assert_eq!(in_line("Đơn vị: bộ").as_deref(), Some("bộ"));
        let split = |name: &str, unit: &str| Some((name.to_owned(), unit.to_owned()));
        assert_eq!(in_last_brackets("Điểm số PAPI (phiếu)"), split("Điểm số PAPI", "phiếu"));
        assert_eq!(in_last_brackets("Chỉ số cải cách hành chính (PAR INDEX)"), None);
        assert_eq!(in_last_brackets("Số người có bảo hiểm y tế (BHYT)"), None);
        let databases = "Số cơ sở dữ liệu dùng chung";
        assert_eq!(in_last_brackets(&format!("{databases} (CSDL)")), split(databases, "CSDL"));
        assert!(
            is_ditto("-nt-")
                && is_ditto("\"")
                && !is_ditto("")
                && !is_ditto("-")
                && !is_ditto("tấn")
        );
    }

    #[test]
    fn a_unit_in_two_languages_below_groups_is_the_first() {
        for (heading, unit) in [
            ("Tổng số - Total · Người - Person", "Người"),
            ("Phân theo giới tính - By sex · Nam - Male · Người - Person", "Người"),
            ("Cây lâu năm - Perennial · Chè - Tea · Nghìn tấn - Thous. tons", "Nghìn tấn"),
            ("Phân theo vùng - By region · Thành thị - Urban · Người/Person", "Người"),
        ] {
            assert_eq!(in_heading(heading).as_deref(), Some(unit), "{heading}");
        }
    }
}
