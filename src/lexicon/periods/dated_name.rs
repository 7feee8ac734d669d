//! Names that end with their period: "Dân số năm 2023".

use super::cut_words::begin_in_word;
use super::period::{is_period, parse};
use crate::lexicon::headings::heading::Heading;
use crate::lexicon::headings::role::Role;
use crate::lexicon::words::word_list::WordList;
use crate::model::{Period, Span};
use crate::text::fold::{accented, fold};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words before a period that make it a part of the name: "theo giá năm 2010", "so với năm 2022".
static BEFORE: WordList = WordList::of(FILE, "before a period of a name with accents");

/// Splits a name into what it names and the period that it ends with; `None` if it ends with none,
/// or names nothing else.
pub(crate) fn dated_name(name: &str) -> Option<(&str, Period)> {
    let name = name.trim_end();
    // Most names of a million do not end with a year.
    let last = name.trim_end_matches(')');
    if !last.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let begins = name.char_indices().filter(|(_, c)| matches!(c, ' ' | '('));
    let period = |at: usize| {
        let text =
            name[at..].trim_matches(|c: char| matches!(c, ' ' | '(' | ')' | ',' | '-' | '–'));
        let period = parse(text).filter(|period| is_period(text) && is_of_name(*period))?;
        // "Dịch vụ năm 2024" ends with no crop season.
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_no_season =
            fold(text).starts_with("vu ") && !matches!(period.span(), Span::Season(_));
        (!is_no_season && !begin_in_word(&words)).then_some(period)
    };
    let (at, period) = begins.into_iter().find_map(|(at, _)| Some((at, period(at)?)))?;
    let own = name[..at].trim_end_matches([' ', '(', ',', '-', '–', ':']);
    let lower = accented(own);
    let ends_open = BEFORE.iter().any(|word| {
        let rest = lower.strip_suffix(*word);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    });
    let names_other = own.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    (!ends_open && !names_other && !is_value_heading(own)).then_some((own, period))
}

/// Whether words only say that a value is a plan or a result: "Kế hoạch".
fn is_value_heading(words: &str) -> bool {
    matches!(Heading::of(words).role, Role::Plan(_) | Role::Actual(_))
}

/// Whether a period with a year may be when the values of a row are.
fn is_of_name(period: Period) -> bool {
    let is_time = !matches!(period.span(), Span::By | Span::Years(_) | Span::ToDate);
    is_time && period.first_year().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_end_with_its_period() {
        let of = |name| dated_name(name).map(|(own, period)| format!("{own}|{period}"));
        for (name, expected) in [
            ("Dân số năm 2023", Some("Dân số|năm 2023")),
            ("Dân số trung bình (năm 2023)", Some("Dân số trung bình|năm 2023")),
            ("Thu ngân sách quý I năm 2024", Some("Thu ngân sách|quý I năm 2024")),
            ("Sản lượng điện, tháng 5/2024", Some("Sản lượng điện|tháng 5 năm 2024")),
            ("Doanh thu dịch vụ năm 2024", Some("Doanh thu dịch vụ|năm 2024")),
            ("Số trường học năm 2024", Some("Số trường học|năm 2024")),
            ("Học sinh tiểu học 2024", Some("Học sinh tiểu học|năm 2024")),
            ("Vốn đầu tư năm 2024", Some("Vốn đầu tư|năm 2024")),
            ("GRDP theo giá năm 2010", None),
            ("GRDP năm 2024 so với năm 2023", None),
            ("Kế hoạch năm 2024", None),
            ("Mục tiêu đến năm 2030", None),
            ("Nghị quyết số 12", None),
        ] {
            let expected = expected.map(str::to_owned);
            assert_eq!(of(name), expected, "{name}");
        }
    }
}
