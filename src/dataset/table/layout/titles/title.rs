//! Reads the lines above a table: its title, place, period, and the unit of all its values.

use std::borrow::Cow;
use std::ops::Range;

use super::labelled_place::{is_label_of_place, labelled_place};
use super::sheet_name::SheetName;
use super::title_institution;
use super::title_office;
use super::title_references::without_references;
use super::title_subject::TitleSubject;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::bracketed_unit;
use crate::lexicon::heading::Heading;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::is_cumulated;
use crate::lexicon::phrases::has;
use crate::lexicon::role::Role;
use crate::lexicon::title_words::{LABELS, without_continued};
use crate::lexicon::unit;
use crate::lexicon::unit::listed;
use crate::model::{Period, Season, Span};
use crate::text::fold::fold;

/// The contents of the lines above a table.
#[derive(Debug, Default)]
pub(crate) struct Title {
    /// The lines that are neither a unit nor a letterhead, joined by spaces.
    pub(crate) text: Option<String>,
    /// What it is about, without the words for the place and the period.
    pub(crate) subject: TitleSubject,
    pub(crate) place: Option<String>,
    /// The place that it is in, if the title says so: "HUYỆN CHÂU THÀNH, TỈNH LONG AN".
    pub(crate) upper: Option<String>,
    /// All places that it names, also in the letterhead.
    pub(crate) places: Vec<String>,
    pub(crate) period: Option<String>,
    /// The period as the model knows it, if it is understood.
    pub(crate) known_period: Option<Period>,
    pub(crate) unit: Option<String>,
}

impl Title {
    /// Reads the rows above a table of a sheet.
    pub(crate) fn of(sheet: &Sheet<'_>, rows: Range<usize>) -> Self {
        Self::of_rows(sheet.range(rows), left_edge(sheet))
    }

    /// Reads rows of which the leftmost cells are in the column `left`.
    fn of_rows<'a>(rows: impl Iterator<Item = Row<'a>>, left: usize) -> Self {
        let mut title = Self::default();
        let (mut lines, mut letterhead) = (Vec::new(), Vec::new());
        let mut headings = Vec::new();
        for row in rows {
            let are_headings = are_headings(&row, left);
            let mut units: Option<String> = None;
            for text in whole_texts(&row) {
                // "ĐVT: Diện tích: ha; Sản lượng: tấn" is split where the separator of the file is a semicolon.
                let more = units.as_mut().filter(|_| !listed(&text).is_empty());
                if let Some(units) = more {
                    *units = format!("{units}; {}", text.trim());
                    title.unit = Some(units.clone());
                } else if let Some(unit) = unit::above_table(&text) {
                    units = Some(unit.clone()).filter(|unit| !listed(unit).is_empty());
                    title.unit = Some(unit);
                } else {
                    let text = match unit::at_end(&text) {
                        Some((before, unit)) => {
                            title.unit = title.unit.take().or(Some(unit));
                            Cow::Owned(before.to_owned())
                        }
                        None => text,
                    };
                    let text = match without_continued(&text) {
                        Some(rest) => Cow::Owned(rest),
                        None => text,
                    };
                    let to = if is_letterhead(&text) { &mut letterhead } else { &mut lines };
                    to.extend(text.lines().map(|line| line.trim().to_owned()));
                    headings.extend(are_headings.then(|| text.into_owned()));
                }
            }
        }
        // A unit on a line of its own is better evidence than the end of a title.
        let is_title = |line: &&String| !headings.contains(*line);
        let in_title =
            || lines.iter().rev().filter(is_title).find_map(|line| bracketed_unit::in_title(line));
        title.unit = title.unit.take().or_else(in_title);
        title.places = title_office::all_in(lines.iter().chain(&letterhead));
        let is_label = |line: &&String| is_label_of_place(line);
        let labels: Vec<&str> =
            lines.iter().chain(&letterhead).filter(is_label).map(String::as_str).collect();
        let found = title_office::in_lines(lines.iter().chain(&letterhead));
        let found = labelled_place(&labels.join(" - ")).or(found);
        (title.place, title.upper) =
            found.map_or((None, None), |found| (Some(found.place), found.upper));
        // A school or hospital is where its figures are, not its district.
        if let Some(institution) = title_institution::of_lines(&lines) {
            (title.place, title.upper) = (Some(institution), None);
        }
        let place = title.place.clone();
        let of_subject: Vec<String> =
            lines.iter().filter(|line| !is_label_of_place(line)).cloned().collect();
        title.subject = TitleSubject { place, ..TitleSubject::of(&of_subject) };
        let dated: Vec<String> = lines.iter().map(|line| without_references(line)).collect();
        title.known_period = of_title(&dated);
        title.period = dated.iter().find_map(|line| period(line));
        title.text = (!lines.is_empty()).then(|| lines.join(" "));
        title
    }

    /// The title of a sheet whose name may say more of the period.
    pub(crate) fn within(mut self, sheet: &SheetName) -> Self {
        let period = sheet.within(self.known_period);
        if period != self.known_period {
            self.period = period.map(|period| period.to_string());
            self.known_period = period;
        }
        self
    }
}

/// The texts of a row, one of them whole that a comma of its own split: "Diện tích, năng suất, sản lượng lúa" without
/// quotes, where commas separate the cells.
fn whole_texts<'r>(row: &'r Row) -> Vec<Cow<'r, str>> {
    let mut texts: Vec<Cow<'r, str>> = Vec::new();
    let mut next = 0;
    for (at, cell) in row.filled_cells() {
        let text = cell.shown();
        let goes_on = at == next
            && text.trim_start().starts_with(char::is_lowercase)
            && !text.contains(':')
            && !unit::is_unit(&text);
        let is_labelled = |label: &str| label.trim_end().ends_with(':') && is_label_of_place(label);
        match texts.as_mut_slice() {
            // "Huyện:" and its name in the next cell.
            [.., label] if is_labelled(label) => {
                *label = Cow::Owned(format!("{} {}", label.trim_end(), text.trim_start()));
            }
            [title] if goes_on && !title.contains(':') => {
                *title = Cow::Owned(format!("{}, {}", title.trim_end(), text.trim_start()));
            }
            _ => texts.push(text),
        }
        next = at + 1;
    }
    texts
}

/// The first column of a sheet that is not empty.
fn left_edge(sheet: &Sheet<'_>) -> usize {
    (0..sheet.width()).find(|column| !sheet.is_empty_from(0, *column)).unwrap_or_default()
}

/// Whether several cells of a row end with a unit, or begin right of an empty one, or leave the one
/// behind the numbering empty: each may be the heading of a column that was not recognised, and
/// then its unit is that of no other column.
fn are_headings(row: &Row, left: usize) -> bool {
    let is_numbering = Heading::of(&row.cell(left).shown()).role == Role::Marker;
    let is_unnamed = row.cell(left + usize::from(is_numbering)).is_empty();
    let with_units =
        row.filled_cells().filter(|(_, cell)| bracketed_unit::in_title(&cell.shown()).is_some());
    row.filled() > 1 && (with_units.count() > 1 || is_unnamed)
}

/// Whether a line is a letterhead: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phụ lục I", "(Kèm theo Báo cáo số
/// …)".
pub(super) fn is_letterhead(text: &str) -> bool {
    let folded = fold(text.trim().trim_start_matches('('));
    let begins = [
        "cong hoa xa hoi",
        "doc lap",
        "kem theo",
        "ban hanh kem",
        "uy ban nhan dan",
        "nguon:",
        "nguon so lieu",
        "source:",
    ];
    let no_letters = !text.chars().any(char::is_alphabetic);
    no_letters
        || is_label(&folded)
        || begins.iter().any(|begin| folded.starts_with(begin)) && !folded.contains("chi tieu")
}

/// Whether a folded line only labels the form: "Biểu số 69/CK-NSNN", "PHỤ LỤC II". What follows the label on the
/// same line is a title: "Biểu 01: TÌNH HÌNH THỰC HIỆN …".
fn is_label(folded: &str) -> bool {
    /// The fewest words of a title.
    const TITLE: usize = 3;
    if folded == "phu luc" {
        return true;
    }
    let Some(rest) = LABELS.longest_start(folded).and_then(|label| folded.strip_prefix(label))
    else {
        return false;
    };
    let number = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        word.contains(|c: char| c.is_ascii_digit()) || roman || word.len() < 2
    };
    let words: Vec<&str> = rest.split_whitespace().skip_while(|word| number(word)).collect();
    let attached = ["kem theo", "ban hanh"].iter().any(|with| words.join(" ").contains(with));
    words.len() < TITLE || attached
}

/// The period in a line of a title, as written: "6 tháng đầu năm 2024", "năm 2024", "giai đoạn 2021-2025".
fn period(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let words: Vec<&str> =
        lower.split_whitespace().map(|word| word.trim_matches([',', '.', ')', '(', ';'])).collect();
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let years = |word: &str| word.split(['-', '–']).all(year);
    if let Some(season) = season_of_years(&words, years) {
        return Some(season);
    }
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
    // "10 THÁNG, ƯỚC TH NĂM 2024": other words between them are not part of the period.
    let own = ["đầu", "cuối", "năm", "tháng", "và", "của"];
    let between = |part: usize| words[part + 2..at].iter().all(|word| own.contains(word));
    if let Some(part) = part.filter(|part| part + 2 < at && !between(*part)) {
        return parse(&format!(
            "{} {}",
            words[part..part + 2].join(" "),
            words[at..at + 2].join(" ")
        ))
        .map(|period| period.to_string());
    }
    let mut period = words[part.unwrap_or(at)..at + 2].join(" ");
    // Quarters have Roman numerals in capitals.
    for quarter in ["iv", "iii", "ii", "i"] {
        period =
            period.replace(&format!("quý {quarter} "), &format!("quý {} ", quarter.to_uppercase()));
    }
    Some(period)
}

/// The season of two years that a line names: "vụ đông xuân 2023-2024".
fn season_of_years(words: &[&str], years: impl Fn(&str) -> bool) -> Option<String> {
    const LONGEST: usize = 5;
    let is_years = |word: &str| word.contains(['-', '–']) && years(word);
    let starts = (0..words.len()).filter(|at| words[*at] == "vụ");
    let mut named = starts.filter_map(|start| {
        let end = (start + 2..words.len().min(start + LONGEST)).find(|at| is_years(words[*at]))?;
        let names = words[start + 1..end].iter().filter(|word| **word != "năm");
        let name = names.copied().collect::<Vec<_>>().join(" ");
        Season::named(&name).map(|season| format!("vụ {} {}", season.name(), words[end]))
    });
    named.next_back()
}

/// The period of a title: the first that is a part of a year, or else the first. A day in a title may be
/// that of the document, so that only its year counts.
fn of_title(lines: &[String]) -> Option<Period> {
    // "Annual" names no year.
    let is_known = |period: &Period| period.span() != Span::Year || period.first_year().is_some();
    let periods = || {
        let known = lines.iter().filter_map(|line| match parse(line) {
            Some(period) if period.is_on_a_day() => period.first_year().map(Period::year),
            period => period,
        });
        known.filter(is_known)
    };
    // "VỤ MÙA NĂM 2024", and below it "Tính đến ngày 15/7/2024".
    let is_until = |period: &Period| matches!(period.span(), Span::Until(..));
    let of_season = periods().find(|period| matches!(period.span(), Span::Season(_)));
    let within = |season: Period| {
        periods().find(|own| is_until(own) && own.first_year() == season.first_year())
    };
    let until = of_season.and_then(within);
    // "NĂM HỌC 2024-2025", and below it "(Số liệu tính đến 31/5/2025)": what a school year has on that day.
    let of_school =
        || lines.iter().filter(|line| has(&fold(line), &["nam hoc"])).find_map(|line| parse(line));
    let part = || periods().find(|period| period.is_part_of_year());
    let summed = || part().and_then(|own| up_to_month(own, lines));
    let within_school =
        part().filter(is_until).and_then(|_| of_school()).filter(|own| !is_until(own));
    until.or(within_school).or_else(summed).or_else(part).or_else(|| periods().next())
}

/// The months up to the one that a title names, where another line says that they are added up: "THÁNG 9 NĂM 2024", and
/// below it "(Lũy kế đến ngày 30 tháng 9 năm 2024)".
fn up_to_month(own: Period, lines: &[String]) -> Option<Period> {
    let Span::Month(month) = own.span() else { return None };
    let mut sums = lines.iter().filter_map(|line| {
        let period = parse(line)?;
        let is_up_to = match period.span() {
            Span::FirstMonths(last) => last == month,
            Span::Until(last, _) => last == month && is_cumulated(line),
            _ => false,
        };
        let fits =
            own.first_year().is_none_or(|year| period.first_year().is_none_or(|of| of == year));
        (is_up_to && fits).then(|| period.or_year(own.first_year()))
    });
    sums.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::table::source::cell::{Cell, Cells};

    #[test]
    fn finds_the_period_of_a_title() {
        for (line, expected) in [
            ("TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KT-XH TỈNH BẮC KẠN NĂM 2024", Some("năm 2024")),
            (
                "Một số chỉ tiêu chủ yếu 6 tháng đầu năm 2024 của tỉnh Sơn La",
                Some("6 tháng đầu năm 2024"),
            ),
            ("Thu ngân sách quý III năm 2025, thành phố Hà Nội", Some("quý III năm 2025")),
            ("Kế hoạch giai đoạn 2021-2025", Some("giai đoạn 2021-2025")),
            ("Kinh tế - xã hội của huyện", None),
            ("CHỈ TIÊU KINH TẾ - XÃ HỘI, AN NINH NĂM 2024", Some("năm 2024")),
            ("TÌNH HÌNH 6 THÁNG ĐẦU NĂM, 2025", Some("6 tháng đầu năm 2025")),
            ("KẾT QUẢ QUÝ II năm 2025", Some("quý II năm 2025")),
            ("GIEO TRỒNG VỤ ĐÔNG XUÂN 2023-2024", Some("vụ đông xuân 2023-2024")),
            ("Vụ Đông Xuân năm 2023 - 2024", Some("năm 2023")),
        ] {
            assert_eq!(period(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_source_is_no_title() {
        let row = |line: &&str| Row {
            cells: Cells::Owned(vec![Cell::text((*line).to_owned())]),
            ..Row::default()
        };
        let lines = ["Nguồn: Chi cục Thống kê", "(Nguồn: Sở Y tế)", "SỐ CƠ SỞ Y TẾ"];
        let title = Title::of_rows(lines.iter().map(row), 0);
        assert_eq!(title.text.as_deref(), Some("SỐ CƠ SỞ Y TẾ"));
    }

    #[test]
    fn the_unit_of_a_heading_that_was_not_recognised_is_none_of_the_title() {
        let row = |texts: &&[&str]| Row {
            cells: Cells::Owned(texts.iter().map(|text| Cell::text((*text).to_owned())).collect()),
            ..Row::default()
        };
        let unit = |row_of: &[&str], left| {
            let rows: [&[&str]; 2] = [&["", "TÌNH HÌNH SẢN XUẤT"], row_of];
            Title::of_rows(rows.iter().map(row), left).unit
        };
        assert_eq!(unit(&["", "Sản lượng (tấn)", "Ghi nhận"], 0), None);
        // Behind an empty column, and right of the numbering.
        assert_eq!(unit(&["", "", "Sản lượng (tấn)", "Ghi nhận"], 1), None);
        assert_eq!(unit(&["STT", "", "Sản lượng (tấn)", "Ghi nhận"], 0), None);
        // Two cells of a title in the first column that is used.
        assert_eq!(unit(&["", "SẢN LƯỢNG LÚA (tấn)", "Năm 2024"], 1).as_deref(), Some("tấn"));
    }

    #[test]
    fn finds_the_unit_above_a_table() {
        let title = |lines: &[&str]| {
            let row = |line: &&str| Row {
                cells: Cells::Owned(vec![Cell::Empty, Cell::text((*line).to_owned())]),
                ..Row::default()
            };
            Title::of_rows(lines.iter().map(row), 0)
        };
        for (line, unit) in [
            ("Tỷ đồng", "Tỷ đồng"),
            ("(Triệu đồng)", "Triệu đồng"),
            ("ĐVT: 1.000 đồng", "1.000 đồng"),
            ("ĐVT triệu đồng", "triệu đồng"),
            ("Đơn vị tính Nghìn người", "Nghìn người"),
            ("Unit: VND billion", "VND billion"),
            ("Triệu đồng - Mill. dongs", "Triệu đồng"),
            ("TỔNG MỨC BÁN LẺ HÀNG HÓA (Tỷ đồng)", "Tỷ đồng"),
            ("Chỉ số giá tiêu dùng, %", "%"),
        ] {
            assert_eq!(title(&["TỔNG HỢP THU CHI", line]).unit.as_deref(), Some(unit), "{line}");
        }
        for line in ["Xã", "Kế hoạch", "Thu ngân sách", "Tổng số (theo giá 2010)"] {
            assert_eq!(title(&[line]).unit, None, "{line}");
        }
        let title = title(&["ỦY BAN NHÂN DÂN HUYỆN PÁC NẶM", "TỔNG HỢP THU CHI"]);
        assert_eq!(title.place.as_deref(), Some("Huyện Pác Nặm"));
        assert_eq!(title.text.as_deref(), Some("TỔNG HỢP THU CHI"));
    }
}
