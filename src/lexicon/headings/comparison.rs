//! Comparison headings: the kind of comparison that a column has.

use super::phrases::{ACTUAL_WORDS, ENGLISH, PLAN_WORDS, VALUE_WORDS, after, first, has};
use crate::lexicon::periods::period;
use crate::lexicon::periods::period_words::{
    PREVIOUS_WORDS, QUARTERS, abbreviated, is_period, names_a_part, year,
};
use crate::lexicon::units::unit::POINTS;
use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/comparisons.txt");

/// Words for the completion of a plan, in percent.
static COMPLETION_WORDS: WordList = WordList::of(FILE, "completion");

static GROWTH_WORDS: WordList = WordList::of(FILE, "growth");

/// Words for a difference of any two values.
static DIFFERENCE_WORDS: WordList = WordList::of(FILE, "difference");

/// Words for the share of a whole.
static SHARE_WORDS: WordList = WordList::of(FILE, "share");

static COMPARISON_WORDS: WordList = WordList::of(FILE, "comparison");

/// Base periods other than the previous one.
static BASE_PERIODS: WordList = WordList::of(FILE, "base period");

/// Words before the base; the first that is found counts.
const BASE_WORDS: &[&str] = &[
    "so voi",
    "so sanh voi",
    "so sanh",
    "so",
    "vs",
    "versus",
    "compared with",
    "compared to",
    "of",
    "against",
    "over",
    "%",
];

/// The base of a comparison column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// "ƯTH/KH".
    Plan,
    /// "so với cùng kỳ".
    Previous,
    /// "tăng, giảm so với cùng kỳ": a change, never an index.
    Growth,
    /// "So sánh (%)" alone.
    Either,
    /// A plan compared with anything: no result.
    Planned,
    /// "Tỷ lệ giải ngân cùng kỳ", "Tỷ lệ giải ngân năm 2023": a rate for a period that the heading
    /// names. Results of other periods are not compared with it.
    Rate,
    /// "Cơ cấu (%)": the share of a whole.
    Share,
}

/// Whether a folded text says that what it is about is counted in percentage points: "Tăng, giảm (điểm %)", "(pp)".
pub(crate) fn is_in_points(key: &str) -> bool {
    has(key, &POINTS)
}

/// A key without the unit of points or of times at its end, which is no part of a base: "so voi nam 2023 diem %".
fn without_points(key: &str) -> &str {
    let units = POINTS.iter().chain(&["lan", "times"]);
    let unit = units.filter(|unit| key.ends_with(**unit)).max_by_key(|unit| unit.len());
    let rest = unit.and_then(|unit| key.strip_suffix(*unit)?.strip_suffix(' '));
    rest.map_or(key, str::trim_end)
}

/// Returns the base of a comparison heading, if it is one.
pub(crate) fn comparison(key: &str) -> Option<Comparison> {
    let key = &without_documents(without_points(key));
    let growth = is_change(key);
    let known = of_fixed_wording(key, growth).or_else(|| of_two_sides(key, growth));
    if known.is_some() {
        return known;
    }
    let is_rate = has(key, &["ty le", "ti le", "muc do", "rate"]);
    if is_rate && names_a_period(key) && !growth && !says_so(key) && !has(key, &PLAN_WORDS) {
        return Some(Comparison::Rate);
    }
    of_words(key, growth)
}

/// Returns what a heading compares whose wording as a whole says it.
fn of_fixed_wording(key: &str, growth: bool) -> Option<Comparison> {
    let contributes = has(key, &["dong gop", "contribution"]);
    if contributes || has(key, &SHARE_WORDS) && !has(key, &GROWTH_WORDS) && !says_so(key) {
        return Some(Comparison::Share);
    }
    // "Kế hoạch giảm (%)" is a planned change.
    if growth && first(key, &PLAN_WORDS) == Some(0) && !says_so(key) && !has(key, &ACTUAL_WORDS) {
        return Some(Comparison::Planned);
    }
    // "Cùng kỳ năm trước đạt (%)" is the rate of last year.
    let last_rate = ["cung ky", "ck nam truoc", "nam truoc"].iter().any(|it| key.starts_with(it));
    if last_rate && has(key, &["dat", "giai ngan", "thuc hien"]) && key.contains('%') {
        return Some(Comparison::Rate);
    }
    // "Tăng BQ/năm (%)" is the average of several years, not a change since one.
    if growth && has(key, &["bq", "binh quan"]) && has(key, &["nam"]) && year(key).is_none() {
        return Some(Comparison::Planned);
    }
    // "9 tháng/năm (%)": a part of the year against its plan.
    let of_year = key.split_once('/').is_some_and(|(part, year)| {
        names_a_part(part) && year.trim_end_matches(['%', '(', ')', ' ']) == "nam"
    });
    (of_year && key.contains('%')).then_some(Comparison::Plan)
}

/// Returns what the words of a base are compared as.
fn against(base: &str, growth: bool) -> Option<Comparison> {
    let earlier = if growth { Comparison::Growth } else { Comparison::Previous };
    let base = base.trim_matches(['%', '(', ')', ' ', '·']);
    // "So sánh (%) · Với vụ trước": the words for the comparison are on two levels.
    let base = base.strip_prefix("voi ").unwrap_or(base);
    if has(base, &PREVIOUS_WORDS) || has(base, &BASE_PERIODS) {
        Some(earlier)
    } else if has(base, &PLAN_WORDS) {
        Some(Comparison::Plan)
    } else if has(base, &ACTUAL_WORDS) || has(base, &VALUE_WORDS) || is_one_period(base) {
        Some(earlier)
    } else {
        // "Tháng 6 so với tháng 5".
        names_a_part(base).then_some(earlier)
    }
}

/// Returns what is compared with a base that is marked as one, which may be the target.
fn against_base(base: &str, growth: bool) -> Option<Comparison> {
    against(base, growth).or_else(|| is_target(base).then_some(Comparison::Plan))
}

/// Returns what a heading of two values with a sign between them compares: "ƯTH/KH", "ĐTH-KH".
fn of_two_sides(key: &str, growth: bool) -> Option<Comparison> {
    for sign in ['/', '-'] {
        let sides = key
            .rsplit_once(sign)
            .filter(|(left, base)| !is_date(left, base, sign) && !is_in_two_languages(left, base));
        if let Some((left, base)) = sides {
            let left_plan = has(left, &PLAN_WORDS) && !has(left, &ACTUAL_WORDS);
            let left_value = left_plan
                || has(left, &ACTUAL_WORDS)
                || has(left, &VALUE_WORDS)
                || is_one_period(without_change(left))
                || names_a_part(left)
                // "LK/KH năm (%)": whatever it abbreviates, it is a percentage of the plan.
                || key.contains('%') && has(base, &PLAN_WORDS) && !has(base, &ACTUAL_WORDS);
            if left_value && let Some(comparison) = against_base(base, growth) {
                return Some(if left_plan { Comparison::Planned } else { comparison });
            }
        }
    }
    None
}

/// The first of two compared values without the words for a change before it: "thay doi 2023" of "Thay đổi 2023/2022".
fn without_change(left: &str) -> &str {
    let begins = |word: &&str| {
        left.strip_prefix(*word).is_some_and(|rest| rest.starts_with([' ', '/', ',', '+']))
    };
    let words = GROWTH_WORDS.iter().chain(DIFFERENCE_WORDS.iter()).chain(&["thay doi"]).copied();
    let longest = words.filter(begins).map(str::len).max().unwrap_or(0);
    let rest = left[longest..].trim_start_matches([' ', '/', ',', '+']);
    if longest > 0 && rest != left { without_change(rest) } else { rest }
}

/// Whether a heading compares two periods with a word between them: "T10 so T9".
fn is_between_periods(key: &str) -> bool {
    ["so voi", "so", "vs", "versus", "against", "over"].iter().any(|word| {
        let base = after(key, word).filter(|base| !base.is_empty());
        base.is_some_and(|base| {
            let value = key[..key.len() - base.len()].trim().trim_end_matches(word).trim();
            // "November 2025 over (%) · October 2025": the base is on the next level.
            let base = base.trim_matches(['(', ')', '%', ' ', '·']);
            // "Over 6 months" is an age.
            let alone = value.is_empty() && !base.starts_with("bo") && *word != "over";
            (alone || is_one_period(value)) && is_one_period(base)
        })
    })
}

/// Returns what a heading compares by the words of comparisons and the base behind them.
fn of_words(key: &str, growth: bool) -> Option<Comparison> {
    let in_percent = key.contains('%') || has(key, &["ty le", "ti le", "muc do", "rate", "pct"]);
    let completes = has(key, &COMPLETION_WORDS) && in_percent;
    let between = is_between_periods(key);
    let compares = has(key, &COMPARISON_WORDS) && !has(key, &["gia so sanh"])
        || between
        || key.contains('%')
        || growth
        || completes;
    if !compares {
        return None;
    }
    let base = BASE_WORDS.iter().find_map(|word| after(key, word));
    let with_base =
        base.and_then(|base| against_base(base, growth)).or_else(|| against(key, growth));
    match with_base {
        Some(_) if base.is_some_and(|base| key_before_is_plan(key, base)) => {
            Some(Comparison::Planned)
        }
        // "% thực hiện", "Tỷ lệ thực hiện (%)": the values decide of what.
        Some(Comparison::Previous) if !names_a_period(key) => {
            Some(if completes { Comparison::Plan } else { Comparison::Either })
        }
        Some(comparison) => {
            // "Thực hiện (%)" is a value in percent, not a comparison.
            let sign = key.trim_start().starts_with('%');
            let worded = has(key, &COMPARISON_WORDS) || between || growth || sign || completes;
            worded.then_some(comparison)
        }
        None if has(key, &DIFFERENCE_WORDS) => Some(Comparison::Either),
        // "TH 9T so bình quân 9 tháng 3 năm gần nhất (%)": compared with something else.
        None if in_percent && says_so_between(key) => Some(Comparison::Either),
        None if growth => Some(Comparison::Growth),
        None if completes => Some(Comparison::Plan),
        None if has(key, &COMPARISON_WORDS) || key.starts_with('%') => Some(Comparison::Either),
        None => None,
    }
}

/// Whether the word "so" is between other words: "TH so bình quân", but not "Sơ bộ 2023 (%)".
fn says_so_between(key: &str) -> bool {
    let words: Vec<&str> = key.split(' ').collect();
    (1..words.len())
        .any(|at| words[at] == "so" && words.get(at + 1).is_some_and(|next| *next != "bo"))
}

/// Whether words are a period and nothing else, or the result of one: "6t/2024", "th 2023".
fn is_one_period(words: &str) -> bool {
    let period = ["th ", "uth ", "thuc hien "].iter().find_map(|result| words.strip_prefix(result));
    let period = period.unwrap_or(words);
    is_period(period) || period::is_period(period)
}

/// Whether a base is "chỉ tiêu": alone it names the rows, after "so với" the plan.
fn is_target(base: &str) -> bool {
    let rest = base.trim_start().strip_prefix("chi tieu");
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// Whether a heading says that it compares by a ratio or in percent, without a percent sign: "Tốc độ tăng".
pub(crate) fn is_relative(key: &str) -> bool {
    static RELATIVE: WordList = WordList::of(FILE, "relative");
    has(key, &RELATIVE)
}

/// Whether a heading compares by a change or a difference, not by a ratio.
pub(crate) fn is_change(key: &str) -> bool {
    has(key, &GROWTH_WORDS) && !is_index(key)
}

/// Whether a heading has a word for a comparison: "so với", "so sánh", "vs".
fn says_so(key: &str) -> bool {
    static SAYING: WordList = WordList::of(FILE, "saying");
    has(key, &SAYING) && !has(key, &["gia so sanh"]) || key.starts_with('%')
}

/// Whether a heading is an index: "Tốc độ phát triển" is around 100, whatever its other words.
fn is_index(key: &str) -> bool {
    has(key, &["toc do phat trien", "chi so phat trien", "chi so"])
        && !has(key, &["tang truong", "growth"])
}

/// Returns a key without document numbers, whose signs are no comparisons: "Nghị quyết 12-NQ/TU".
fn without_documents(key: &str) -> String {
    static ISSUERS: WordList = WordList::of(FILE, "document issuer");
    let is_document = |word: &&str| {
        let mut parts = word.split(['/', '-']).filter(|part| !part.is_empty());
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let known = parts.clone().all(|part| number(part) || ISSUERS.contains(part));
        known && parts.any(|part| matches!(part, "nq" | "qd")) && word.contains(['/', '-'])
    };
    // "Nghị quyết số 45/NQ-HĐND": without its accent "số" equals the "so" of comparisons.
    let words: Vec<&str> = key.split(' ').collect();
    let next = |at: usize| words.get(at + 1).is_some_and(is_document);
    let kept = words.iter().enumerate().filter(|(at, word)| **word != "so" || !next(*at));
    let kept = kept.map(|(_, word)| if is_document(word) { "nq" } else { word });
    kept.collect::<Vec<_>>().join(" ")
}

fn names_a_period(key: &str) -> bool {
    year(key).is_some() || has(key, &PREVIOUS_WORDS) || names_a_part(key)
}

/// Whether a sign is part of a period: "30/9/2024", "quý I/2024", "2021-2025" and "2022/23" are
/// periods, "2024/2023" is a comparison.
pub(crate) fn is_date(left: &str, right: &str, sign: char) -> bool {
    // "2021 - 2025"
    let ends = (
        year(left.trim_end().rsplit(' ').next().unwrap_or_default()),
        year(right.trim_start().get(..4).unwrap_or_default()),
    );
    if sign == '-' && matches!(ends, (Some(first), Some(last)) if first < last) {
        return true;
    }
    let digits = left.chars().rev().take_while(char::is_ascii_digit).count();
    let next = right.find(|c: char| !c.is_ascii_digit()).map_or(right, |end| &right[..end]);
    let fiscal = year(left).is_some_and(|year| format!("{:02}", (year + 1) % 100) == next);
    if digits == 4 && fiscal {
        return true;
    }
    let quarter = left.rsplit(' ').next();
    let quarter = quarter.is_some_and(|last| {
        QUARTERS.contains(&last) || abbreviated(last).is_some() || last == "thang"
    });
    // "T1-T6/2023" is six months.
    let month = |word: &str| word.strip_prefix('t')?.parse::<u8>().ok();
    let last = right.split(['/', ' ', '.']).next().unwrap_or_default();
    let first = left.rsplit(' ').next().unwrap_or_default();
    if sign == '-' && month(first).zip(month(last)).is_some_and(|(first, last)| first < last) {
        return true;
    }
    // In "9T2024/9T2023" another period follows.
    let letter = |c: char| c.is_alphabetic();
    let goes_on = right.starts_with(|c: char| c.is_ascii_digit())
        && !right.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(letter);
    goes_on && (quarter || digits > 0 && (digits < 4 || sign == '-'))
}

/// Whether the two sides are one heading in two languages: "Sơ bộ - Prel. 2023", "Kế hoạch/Plan".
fn is_in_two_languages(left: &str, right: &str) -> bool {
    let plans = |side: &str| has(side, &PLAN_WORDS) && !has(side, &ACTUAL_WORDS);
    let one_year = year(left).is_none() || year(right).is_none() || year(left) == year(right);
    let values = [left, right].iter().all(|side| plans(side) || has(side, &ACTUAL_WORDS));
    values
        && plans(left) == plans(right)
        && has(left, &ENGLISH) != has(right, &ENGLISH)
        && one_year
        && !has(right, &PREVIOUS_WORDS)
}

/// Whether the words before the base are a plan: "KH 2025 so với KH 2024".
fn key_before_is_plan(key: &str, base: &str) -> bool {
    let before = &key[..key.len() - base.len()];
    has(before, &PLAN_WORDS) && !has(before, &ACTUAL_WORDS)
}
