//! Parser for the periods in headings, titles and file fields: "Quý II/2024", "11T2024", "Q2
//! 2024/25".
//!
//! ```
//! use chitieu::lexicon::period::parse;
//! use chitieu::model::Period;
//! assert_eq!(parse("Ước thực hiện 11 tháng năm 2024"), Period::first_months(Some(2024), 11));
//! assert_eq!(parse("huyện Pác Nặm"), None);
//! ```

mod combined;
mod cumulated;
mod date;
pub(crate) mod day;
mod english_months;
mod iso;
mod joined_range;
mod month_range;
mod months;
mod months_to;
mod named_part;
mod part;
mod quarters;
mod small_number;
mod token;
mod twelve_months;
mod understood;
mod years;

pub(crate) use self::joined_range::with_joined_range;
use self::part::Part;
use self::token::tokens;
pub use self::understood::understood;
use self::years::Years;
use super::basis::without_basis;
use super::duration::without_durations;
use super::month_words::{ACCENTED_WORDS, WORDS};
use super::until_bracket::until_in_brackets;
use crate::model::{Period, Span};
use crate::text::fold::fold;

/// Returns the period that a text names, in Vietnamese or English, with accents or without. Of
/// several parts of a year the one that ends last and is longest counts: "tháng 10 và 10 tháng năm
/// 2024" is ten months.
///
/// `None` if it names none, or only a relative one ("cùng kỳ năm trước").
#[must_use]
pub fn parse(text: &str) -> Option<Period> {
    // "FY24 YTD (through March)" is as much of the year as "FY24 YTD".
    let text = to_date_before_brackets(text).unwrap_or(text);
    let text = &*without_basis(text);
    let text = &*without_durations(text);
    if let Some(own) = below_term(text) {
        return Some(own);
    }
    let tokens = tokens(text);
    if let Some(own) = iso::of(&tokens) {
        return Some(own);
    }
    if date::are_some_days(&tokens) {
        return None;
    }
    let years = Years::of(&tokens);
    if let Some(part) = twelve_months::last(&tokens) {
        return match years {
            Years::One(year) => part.period(Some(year)),
            Years::None => part.period(None),
            _ => years.period(),
        };
    }
    if let Some(period) = months_to::of(&tokens, years) {
        return Some(period);
    }
    if let Some(period) = month_range::of(&tokens, years) {
        return period;
    }
    let sums = cumulated::sums_from_new_year(&tokens);
    let part = match date::alone(&tokens)
        .or_else(|| date::in_words(&tokens, sums))
        .or_else(|| named_part::of(&tokens))
    {
        // "Lũy kế đến 30/9" is nine months.
        None | Some(Part::ToDate | Part::Season(_)) => {
            date::of(&tokens, sums).or(named_part::of(&tokens))
        }
        part => part,
    };
    if let (Some(Part::Until(month, day)), Years::Term(..) | Years::Split(_)) = (part, years) {
        // "Nhiệm kỳ 2020-2025, đến 30/6/2023", "vụ đông xuân 2023-2024 (đến ngày 15/02/2024)"
        let until = years::of_date(&tokens).and_then(|year| Period::until(Some(year), month, day));
        return until.or(years.period());
    }
    let part = match (years, part) {
        // "9 months 2023/24" is three quarters of that year; "9 tháng 2023-2024" is of two.
        (Years::Split(_), Some(Part::FirstMonths(months)))
            if months::are_english(&tokens) || named_part::is_half(&tokens) =>
        {
            Some(if months % 3 == 0 { Part::Quarters(months / 3) } else { Part::ToDate })
        }
        (_, part) => part,
    };
    combined::of(years, part)
}

/// The period of the levels of a heading below a term that it is within: 2025 of "Giai đoạn
/// 2021-2025 · Ước thực hiện năm 2025". What is added up is of the term so far.
fn below_term(text: &str) -> Option<Period> {
    let (above, below) = text.split_once(" · ")?;
    let term = parse(above).filter(|term| matches!(term.span(), Span::Years(_)));
    let Some((first, last)) = term.and_then(|term| term.first_year().zip(term.last_year())) else {
        return below_term(below);
    };
    let below_tokens = tokens(below);
    if (0..below_tokens.len()).any(|at| cumulated::is_cumulated(&below_tokens, at)) {
        return None;
    }
    let own = parse(below)?;
    let year = own.first_year().filter(|_| !matches!(own.span(), Span::Years(_)))?;
    (first <= year && year <= last).then_some(own)
}

/// Returns the first name of a month in Vietnamese that a text in lower case has, with its number: "tháng tám".
pub(crate) fn month_in_words(text: &str) -> Option<(&'static str, u8)> {
    months::month_in_words(text)
}

/// The text before brackets that say up to when the year to date runs.
fn to_date_before_brackets(text: &str) -> Option<&str> {
    let before = until_in_brackets(text)?;
    let key = fold(before);
    ["ytd", "to date"].iter().any(|words| key.contains(words)).then_some(before)
}

/// Whether a word in lower case is the name of a month in English, written out.
pub(crate) fn is_english_month(word: &str) -> bool {
    english_months::is_english_month(word)
}

/// The number of a month by its English name in lower case, written out.
pub(crate) fn english_month(word: &str) -> Option<u8> {
    english_months::english_month(word)
}

/// Whether a text says that its period is the twelve months up to a month: "Year ending March 2024".
pub(crate) fn ends_twelve_months(text: &str) -> bool {
    twelve_months::last(&tokens(text)).is_some()
}

/// Whether a text is a period and nothing else: "First 7 months of 2024", "Cả năm".
#[must_use]
pub fn is_period(text: &str) -> bool {
    let tokens = tokens(text);
    if iso::of(&tokens).is_some() || iso::is_marked_year(&tokens) {
        return true;
    }
    // "Vụ mùa 2025", not "Thu năm 2025".
    let is_season = tokens.first().is_some_and(|token| token.is("vụ"));
    let of_period = |token: &token::Token| {
        let mark = token.text.chars().all(|c| matches!(c, '/' | '-' | '(' | ')' | '.' | ','));
        let word = ACCENTED_WORDS.iter().any(|word| token.is(word)) || token.is_one_of(&WORDS);
        let of_season = is_season && token.is_one_of(&["vu", "dong", "xuan", "he", "thu", "mua"]);
        mark || word || of_season || token.number.is_some() || english_months::is_month_name(token)
    };
    parse(text).is_some() && tokens.iter().all(of_period)
}

#[cfg(test)]
mod tests;
