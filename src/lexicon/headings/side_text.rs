//! How a side of a comparison is written out: "TH2023", "T9", "KẾ HOẠCH".

use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// Returns a year without the word for a result that is written together with it: "TH2023".
pub(crate) fn without_result(word: &str) -> &str {
    let at = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    let (letters, digits) = word.split_at(at);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_year && matches!(fold(letters).as_str(), "th" | "uth" | "nam") { digits } else { word }
}

/// Spells out an abbreviated period: "T9" is "tháng 9", "9T" is "9 tháng", "Q3" is "quý 3",
/// "12/2022" is "tháng 12/2022".
pub(crate) fn spelled_out(word: &str) -> String {
    let folded = fold(word);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| text.split('/').all(digits) && text.split('/').count() <= 2;
    if let Some(month) = folded.strip_prefix('t').filter(|rest| number(rest)) {
        return format!("tháng {month}");
    }
    if let Some(quarter) = folded.strip_prefix('q').filter(|rest| number(rest)) {
        return format!("quý {quarter}");
    }
    if let Some((months, year)) = folded.split_once('t')
        && digits(months)
        && (year.is_empty() || digits(year.trim_start_matches('/')))
    {
        let year = year.trim_start_matches('/');
        return format!("{months} tháng {year}").trim_end().to_owned();
    }
    let is_month = |text: &str| text.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
    let month = folded.split_once('/').filter(|(month, year)| is_month(month) && year.len() == 4);
    match month {
        Some(_) if number(&folded) => format!("tháng {folded}"),
        _ => word.to_owned(),
    }
}

/// Returns the text with a lowercase first letter, unless its first word is an abbreviation; a text
/// in capitals becomes lowercase as a whole.
pub(crate) fn lower(text: &str) -> String {
    let text = one_line(text);
    // "FY2023"
    if !text.contains(' ') && text.contains(|c: char| c.is_ascii_digit()) {
        return text;
    }
    if !text.chars().any(char::is_lowercase) {
        return text.to_lowercase();
    }
    let abbreviated = text
        .split(' ')
        .next()
        .is_some_and(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !abbreviated => first.to_lowercase().chain(chars).collect(),
        _ => text.clone(),
    }
}
