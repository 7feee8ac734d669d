//! The role that a single text names: a heading of one level, or all levels of one as a text.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::comparison::{Comparison, comparison};
use super::comparison_sides::without_unit;
use super::index_base::index_base;
use super::name_heading::{NAME, is_name_key};
use super::phrases::{
    ACTUAL_WORDS, PLAN_WORDS, VALUE_WORDS, first, has, heading_key, is_about_dates, is_remaining,
    key,
};
use super::ranking;
use super::role::Role;
use crate::lexicon::periods::basis::without_basis;
use crate::lexicon::periods::period;
use crate::lexicon::periods::period_words::{HeadingPeriod, SINCE_NEW_YEAR, is_period};
use crate::lexicon::periods::until_bracket::until_in_brackets;
use crate::lexicon::rows::verdict;
use crate::lexicon::words::word_list::WordList;
use crate::model::Period;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/headings.txt");

static ASIDE: WordList = WordList::of(FILE, "aside");
static MARKER: WordList = WordList::of(FILE, "numbering");
static UNIT: WordList = WordList::of(FILE, "unit");
static NOTE: WordList = WordList::of(FILE, "note");
static VERDICT: WordList = WordList::of(FILE, "verdict");
static REQUIRED: WordList = WordList::of(FILE, "required");
static BETTER: WordList = WordList::of(FILE, "direction");
static ID: WordList = WordList::of(FILE, "id");
static SECTION: WordList = WordList::of(FILE, "section");
static AMBIGUOUS: WordList = WordList::of(FILE, "ambiguous");
static VALUE_ALONE: WordList = WordList::of(FILE, "value alone");
static STOCK: WordList = WordList::of(FILE, "stock");
static CURRENT: WordList = WordList::of(FILE, "current");
static PRICE_BASIS: WordList = WordList::of(FILE, "price basis");
static PLAN_OF_RATE: WordList = WordList::of(FILE, "plan of a rate");
static ACTUAL_OF_RATE: WordList = WordList::of(FILE, "actual of a rate");
static COMPARED_RATE: WordList = WordList::of(FILE, "compared rate");

/// Returns the role of a single text.
pub(crate) fn role(text: &str) -> Role {
    let text = &*period::with_joined_range(text);
    let key = without_prices(heading_key(text));
    let key = without_basis(&key).into_owned();
    if let Some(role) = known_heading(text, &key) {
        return role;
    }
    let when = HeadingPeriod::of(&key);
    let special = special_heading(text, &key, &when);
    special.unwrap_or_else(|| plan_or_actual(text, &key, when))
}

/// Whether a heading asks in which year something is done: "Năm hoàn thành".
pub(crate) fn asks_for_year(text: &str) -> bool {
    static YEAR_OF: WordList = WordList::of(FILE, "year of");
    let key = key(text);
    YEAR_OF.iter().any(|words| has(&key, &[*words]))
}

/// Returns the role of a heading that is known as a whole.
fn known_heading(text: &str, key: &str) -> Option<Role> {
    let bare = key.trim_end_matches(['%', ' ']);
    let exact = [
        (&MARKER, Role::Marker),
        (&NAME, Role::Name),
        (&UNIT, Role::Unit),
        (&NOTE, Role::Note),
        (&VERDICT, Role::Verdict),
        (&BETTER, Role::Better),
        (&ID, Role::Id),
        (&SECTION, Role::Section),
        (&ASIDE, Role::Aside),
    ];
    // A heading in two languages is recognized if either of its lines, or either side of its dash,
    // is.
    let lines: Vec<String> = text.lines().map(self::key).collect();
    let sides = key.contains(['-', '/']);
    for (words, role) in exact {
        let known = |part: &str| words.contains(part.trim());
        if known(bare)
            || lines.iter().any(|line| known(line))
            || sides && key.split(['-', '/']).all(known)
        {
            return Some(role);
        }
    }
    if asks_for_verdict(text) || asks_whether(text) || is_verdict_to_date(key) {
        return Some(Role::Verdict);
    }
    // The values decide what is left over, of a plan or of another year.
    if AMBIGUOUS.contains(key) {
        return Some(Role::Comparison(Comparison::Either));
    }
    if is_name_key(key) {
        return Some(Role::Name);
    }
    index_base(text).is_some().then_some(Role::Comparison(Comparison::Previous))
}

/// Whether a folded heading is a verdict on the total to date: "RAG (YTD)", "YTD status", "Đánh giá lũy kế".
fn is_verdict_to_date(key: &str) -> bool {
    SINCE_NEW_YEAR.iter().any(|words| {
        let begin = key.strip_prefix(*words).filter(|rest| rest.starts_with(' '));
        let end = key.strip_suffix(*words).filter(|rest| rest.ends_with(' '));
        begin.or(end).is_some_and(|rest| VERDICT.contains(rest.trim_matches([' ', '-'])))
    })
}

/// Returns the role of a heading whose words for plans and results mean something else than elsewhere.
fn special_heading(text: &str, key: &str, when: &HeadingPeriod) -> Option<Role> {
    // A value on a date: "Thời điểm 01/10/2024".
    if key.starts_with("thoi diem") && when.year.is_some() {
        return Some(Role::Actual(when.clone()));
    }
    // "Đang thực hiện" counts what is neither done nor left.
    let under_way = ["dang thuc hien", "dang trien khai", "dang giai quyet"];
    let is_under_way = under_way.contains(&self::key(&without_unit(text)).as_str());
    static REGISTERED: WordList = WordList::of(FILE, "no plan");
    if has(key, &REGISTERED) || is_remaining(key) || is_about_dates(key) || is_under_way {
        return Some(Role::Unknown);
    }
    if let Some(role) = ranking::role(text) {
        return Some(role);
    }
    if REQUIRED.contains(key) {
        return Some(Role::Plan(when.clone()));
    }
    // "Baseline 2020" is a value of its year.
    let based = ["baseline ", "hien trang "].iter().any(|base| key.starts_with(base));
    if based && when.year.is_some() {
        return Some(Role::Actual(when.clone()));
    }
    if let Some(role) = rate(key, when.clone()) {
        return Some(role);
    }
    // "Số hộ nghèo đã giảm" is a count, not a comparison.
    counts(text, key).then(|| {
        let done = text.to_lowercase().contains(" đã ");
        match (has(key, &PLAN_WORDS), done || has(key, &ACTUAL_WORDS)) {
            (true, false) => Role::Plan(when.clone()),
            (_, true) => Role::Actual(when.clone()),
            (false, false) => Role::Unknown,
        }
    })
}

/// Returns the role of a heading by its words: a comparison, a plan, a result or the value of a period.
fn plan_or_actual(text: &str, key: &str, when: HeadingPeriod) -> Role {
    if let Some(comparison) = comparison(&without_numbers(text, key)) {
        return Role::Comparison(comparison);
    }
    if is_current(key) {
        return Role::Actual(when);
    }
    // "Diện tích đầu kỳ (31/12/2023)" next to "Diện tích cuối kỳ (31/12/2024)".
    if has(key, &STOCK) && !has(key, &PLAN_WORDS) {
        return Role::Actual(when);
    }
    // "Kế hoạch thực hiện" is a plan; "Thực hiện kế hoạch" is a result.
    match (first(key, &PLAN_WORDS), first(key, &ACTUAL_WORDS)) {
        (Some(plan), Some(actual)) if actual < plan => Role::Actual(when),
        (Some(_), _) => Role::Plan(when),
        (None, Some(_)) => Role::Actual(when),
        (None, None) if when.previous || has(key, &VALUE_WORDS) => Role::Actual(when),
        (None, None) if VALUE_ALONE.contains(key.trim()) => Role::Actual(when),
        (None, None) if is_period(key) || period::is_period(text) => Role::Actual(when),
        // "Dư nợ tại 30/9/2024"
        (None, None) if period::parse(text).is_some_and(Period::is_on_a_day) => Role::Actual(when),
        (None, None) => {
            let bare = without_unit(text);
            let is_named = |text: &str| is_period(&self::key(text)) || period::is_period(text);
            match is_named(&bare) || until_in_brackets(text).is_some_and(is_named) {
                true => Role::Actual(when),
                false => Role::Unknown,
            }
        }
    }
}

/// Whether a heading names the latest result: "Latest", "Kỳ này", "Latest 2023".
pub(crate) fn is_current(key: &str) -> bool {
    CURRENT.contains(key.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end())
}

/// Whether a heading asks for a verdict: "Đạt/Không đạt", or a heading with such answers in
/// brackets: "Kết quả rà soát (Đạt/Chưa đạt)".
fn asks_for_verdict(text: &str) -> bool {
    let answers = match text.split_once('(') {
        Some((_, answers)) => answers.trim_end_matches([')', ' ']),
        None => text,
    };
    let mut parts = answers.split(['/', ',', ';']);
    answers.contains(['/', ',', ';']) && parts.all(|part| verdict::verdict(part).is_some())
}

/// Whether a heading asks whether a verdict holds: "On target?", "Đạt?".
pub(crate) fn asks_whether(text: &str) -> bool {
    let asked = text.trim().strip_suffix('?');
    asked.is_some_and(|verdict| verdict::verdict(verdict).is_some())
}

/// Whether a heading is a count, without words for shares or comparisons: "Số hộ nghèo giảm".
fn counts(text: &str, key: &str) -> bool {
    const COMPARES: &[&str] = &["so voi", "so sanh", "ty le", "ti le", "cung ky"];
    let text = text.trim_start().to_lowercase();
    let number = ["số ", "tổng số "].iter().any(|word| text.starts_with(word));
    let moves = has(key, &["tang", "giam"]);
    number && moves && !key.contains(['%', '/', '·']) && !has(key, COMPARES)
}

/// Returns a key without the word "số": folded, it equals the "so" of comparisons, as in "Con số
/// quý này".
fn without_numbers<'k>(text: &str, key: &'k str) -> Cow<'k, str> {
    if text.is_ascii() {
        return Cow::Borrowed(key);
    }
    let text: String = text.nfc().collect();
    // "Chỉ số" is an index.
    let numbers = |text: &str, number: &str, index: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let after_index = |at: usize| at > 0 && words[at - 1] == index;
        (0..words.len()).filter(|at| words[*at] == number && !after_index(*at)).count()
    };
    let own = numbers(&text.to_lowercase(), "số", "chỉ");
    if own == 0 || own < numbers(key, "so", "chi") {
        return Cow::Borrowed(key);
    }
    let words: Vec<&str> = key.split(' ').collect();
    let kept =
        (0..words.len()).filter(|at| words[*at] != "so" || *at > 0 && words[*at - 1] == "chi");
    Cow::Owned(kept.map(|at| words[at]).collect::<Vec<_>>().join(" "))
}

/// Returns a key without its price basis: "giá so sánh 2010" is no comparison, and 2010 is not its
/// year.
fn without_prices(key: String) -> String {
    let first = PRICE_BASIS.iter().filter_map(|prices| Some((key.find(prices)?, prices))).min();
    let Some((at, prices)) = first else {
        return key;
    };
    let behind = key[at + prices.len()..].trim_start();
    let behind = behind.strip_prefix("nam ").unwrap_or(behind);
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = if behind.len() - rest.len() == 4 { rest } else { behind };
    format!("{} {}", key[..at].trim_end(), behind.trim_start()).trim().to_owned()
}

/// Returns the role of a rate that is planned or reached itself: "Kết quả tỷ lệ hộ nghèo năm 2024",
/// not "Kết quả so với KH".
fn rate(key: &str, when: HeadingPeriod) -> Option<Role> {
    let rest = |begin: &&str| key.strip_prefix(*begin)?.strip_prefix(" ty le ");
    let (plan, actual) = (PLAN_OF_RATE.iter().find_map(rest), ACTUAL_OF_RATE.iter().find_map(rest));
    let subject = plan.or(actual)?.split(' ').next()?;
    let own = subject.starts_with(char::is_alphabetic) && !COMPARED_RATE.contains(subject);
    own.then(|| if plan.is_some() { Role::Plan(when) } else { Role::Actual(when) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_that_is_planned_or_reached_is_no_comparison() {
        assert!(matches!(role("Kết quả tỷ lệ hộ nghèo năm 2024"), Role::Actual(_)));
        assert!(matches!(role("Chỉ tiêu tỷ lệ hộ nghèo"), Role::Plan(_)));
        for text in ["Kết quả tỷ lệ thực hiện (%)", "Kết quả tỷ lệ đạt (%)"]
        {
            assert!(matches!(role(text), Role::Comparison(_)), "{text}: {:?}", role(text));
        }
    }
}
