//! What the lines above a table say: its title, place, period, and the unit of all its values.

use super::cell::Row;
use super::grid::Sheet;
use super::mark::Mark;
use super::outline::Outline;
use super::terms::of_title;
use super::unit;
use crate::model::Period;
use crate::text::fold::fold;

/// The lines above a table.
#[derive(Debug, Default)]
pub(super) struct Title {
    /// The lines that are neither unit nor letterhead, joined.
    pub(super) text: Option<String>,
    pub(super) place: Option<String>,
    pub(super) period: Option<String>,
    /// The same, as far as it is understood.
    pub(super) term: Option<Period>,
    pub(super) unit: Option<String>,
}

/// What stands before the name of a place.
const PLACES: &[&str] =
    &["tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "province", "tp."];

impl Title {
    /// Reads the rows above a table.
    pub(super) fn of<'a>(rows: impl Iterator<Item = Row<'a>>) -> Self {
        let mut title = Self::default();
        let mut lines = Vec::new();
        for row in rows {
            for (_, cell) in row.filled_cells() {
                let text = cell.shown();
                let several = || (!unit::several(&text).is_empty()).then(|| text.trim().to_owned());
                if let Some(unit) = unit::in_line(&text).or_else(several) {
                    title.unit = Some(unit);
                } else if !is_letterhead(&text) {
                    lines.extend(text.lines().map(|line| line.trim().to_owned()));
                }
            }
        }
        title.place = lines.iter().find_map(|line| place(line));
        title.period = lines.iter().find_map(|line| period(line));
        title.term = of_title(&lines);
        title.text = (!lines.is_empty()).then(|| lines.join(" "));
        title
    }
}

/// The lines directly above the headings of a table, of one cell each.
#[derive(Debug, Default)]
pub(super) struct Caption {
    /// The section that they name: "II. CHỈ TIÊU XÃ HỘI".
    pub(super) section: Option<String>,
    pub(super) unit: Option<String>,
    /// The index of the first of them.
    pub(super) first: usize,
}

impl Caption {
    /// Reads the lines above the row of headings at `headings`. Above the first table of a sheet only what
    /// is numbered like a section is one; the rest is the title.
    pub(super) fn above(sheet: &Sheet<'_>, headings: usize, is_first: bool) -> Self {
        let mut caption = Self { first: headings, ..Self::default() };
        for at in (0..headings).rev() {
            let row = sheet.row(at);
            let adjacent = row.line + 1 == sheet.row(at + 1).line && row.filled() == 1;
            let Some((_, cell)) = row.filled_cells().next().filter(|_| adjacent) else {
                break;
            };
            let text = cell.shown();
            let several = || (!unit::several(&text).is_empty()).then(|| text.trim().to_owned());
            if let Some(unit) = unit::in_line(&text).or_else(several) {
                caption.unit = Some(unit);
                caption.first = at;
                continue;
            }
            let marked = Outline::default().mark("", &text);
            let numbered = matches!(marked.mark, Mark::Roman | Mark::Letter);
            if numbered || !is_first && text.contains(char::is_alphabetic) {
                caption.section = Some(marked.name);
                caption.first = at;
            }
            break;
        }
        caption
    }
}

/// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phụ lục I", "(Kèm theo Báo cáo số …)".
fn is_letterhead(text: &str) -> bool {
    let folded = fold(text.trim().trim_start_matches('('));
    let begins = [
        "cong hoa xa hoi",
        "doc lap",
        "kem theo",
        "ban hanh kem",
        "uy ban nhan dan",
        "phu luc",
        "bieu so",
        "bieu ",
    ];
    let no_letters = !text.chars().any(char::is_alphabetic);
    no_letters
        || begins.iter().any(|begin| folded.starts_with(begin)) && !folded.contains("chi tieu")
}

/// How many words name the kind of a place: one in "tỉnh Bắc Kạn", two in "thị xã Nghĩa Lộ".
fn place_word(words: &[String]) -> Option<usize> {
    PLACES.iter().find_map(|place| {
        let length = place.split(' ').count();
        let found = words.get(..length)?;
        place.split(' ').eq(found.iter().map(String::as_str)).then_some(length)
    })
}

/// The place in a title: "… TỈNH BẮC KẠN NĂM 2024" is Bắc Kạn.
fn place(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    for at in 0..words.len() {
        let Some(length) = place_word(&lower[at..]) else { continue };
        let first = at + length;
        // A comma, or another place as in "Xã Tân Lập huyện Chợ Mới", ends it.
        let goes_on = |next: &usize| {
            let parted = *next > first && words[next - 1].ends_with(',');
            !parted && place_word(&lower[*next..]).is_none()
        };
        let names = (first..words.len()).take_while(goes_on).map(|at| words[at]);
        let names = names.take_while(|word| {
            let word = word.trim_end_matches([',', '.']);
            let name = word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || c == '-');
            name && !matches!(
                fold(word).as_str(),
                "nam" | "thang" | "quy" | "giai" | "sau" | "den" | "va" | "thuc"
            )
        });
        let name = names.map(|word| capitalised(word.trim_end_matches([',', '.'])));
        let name: Vec<String> = name.take(4).collect();
        // "KINH TẾ - XÃ HỘI" is no place; the commune Hội Sơn is one.
        let society = lower[at] == "xã" && name == ["Hội"];
        if !name.is_empty() && !society {
            return Some(name.join(" "));
        }
    }
    None
}

/// The period in a title: "6 tháng đầu năm 2024", "năm 2024", "giai đoạn 2021-2025".
fn period(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let words: Vec<&str> =
        lower.split_whitespace().map(|word| word.trim_matches([',', '.', ')', '(', ';'])).collect();
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let years = |word: &str| word.split(['-', '–']).all(year);
    let at = words
        .windows(2)
        .position(|pair| matches!(pair[0], "năm" | "đoạn" | "year") && years(pair[1]));
    let Some(at) = at else {
        return words.iter().find(|word| year(word)).map(|year| format!("năm {year}"));
    };
    let starts = ["quý", "giai"];
    let part = (0..at).rev().take(5).find(|at| {
        starts.contains(&words[*at])
            || words.get(at + 1) == Some(&"tháng") && words[*at].bytes().all(|b| b.is_ascii_digit())
    });
    let mut period = words[part.unwrap_or(at)..at + 2].join(" ");
    // Roman numbers of quarters.
    for quarter in ["iv", "iii", "ii", "i"] {
        period =
            period.replace(&format!("quý {quarter} "), &format!("quý {} ", quarter.to_uppercase()));
    }
    Some(period)
}

/// A word with a capital at its beginning only: "BẮC" is "Bắc".
fn capitalised(word: &str) -> String {
    if word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_periods_are_found_in_titles() {
        for (line, expected_place, expected_period) in [
            (
                "TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KT-XH TỈNH BẮC KẠN NĂM 2024",
                Some("Bắc Kạn"),
                Some("năm 2024"),
            ),
            (
                "Một số chỉ tiêu chủ yếu 6 tháng đầu năm 2024 của tỉnh Sơn La",
                Some("Sơn La"),
                Some("6 tháng đầu năm 2024"),
            ),
            (
                "Thu ngân sách quý III năm 2025, thành phố Hà Nội",
                Some("Hà Nội"),
                Some("quý III năm 2025"),
            ),
            ("Kế hoạch giai đoạn 2021-2025", None, Some("giai đoạn 2021-2025")),
            ("Kinh tế - xã hội của huyện", None, None),
            ("CHỈ TIÊU KINH TẾ - XÃ HỘI TỈNH BẮC KẠN NĂM 2024", Some("Bắc Kạn"), Some("năm 2024")),
            ("CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2024", None, Some("năm 2024")),
            ("CHỈ TIÊU KINH TẾ - XÃ HỘI, AN NINH NĂM 2024", None, Some("năm 2024")),
            ("CHỈ TIÊU CỦA XÃ HỘI SƠN, HUYỆN ANH SƠN", Some("Hội Sơn"), None),
            ("Xã Tân Lập huyện Chợ Mới", Some("Tân Lập"), None),
        ] {
            assert_eq!(place(line).as_deref(), expected_place, "{line}");
            assert_eq!(period(line).as_deref(), expected_period, "{line}");
        }
    }
}
