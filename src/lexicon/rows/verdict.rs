//! Verdicts in words, and cell contents that mean a missing value: signs, errors, footnotes.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use rust_decimal::Decimal;

use crate::lexicon::periods::period_words::year;
use crate::lexicon::words::word_list::WordList;
use crate::model::{Status, Verdict};
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/verdicts.txt");

/// Whether a text is a sign for a missing value.
pub(crate) fn is_missing(text: &str) -> bool {
    // Nearly all values are numbers.
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = text.trim();
    text.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…' | '_' | ':'))
        || matches!(text, "x" | "X" | "n/a" | "N/A" | "NA" | "na" | "*")
}

/// Whether a text is what a spreadsheet shows for a failed formula, a formula without a result, or
/// a number that does not fit its column.
pub(crate) fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 14] = [
        "DIV/0!",
        "N/A",
        "REF!",
        "VALUE!",
        "NAME?",
        "NUM!",
        "NULL!",
        "SPILL!",
        "CALC!",
        "FIELD!",
        "BLOCKED!",
        "CONNECT!",
        "UNKNOWN!",
        "GETTING_DATA",
    ];
    let text = text.trim();
    let error = text.strip_prefix('#').is_some_and(|rest| {
        rest.starts_with('#') && rest.bytes().all(|byte| byte == b'#')
            || ERRORS.iter().any(|error| rest.eq_ignore_ascii_case(error))
    });
    let number = text.strip_prefix("Err:").is_some_and(|rest| rest.parse::<u16>().is_ok());
    error || number || text.starts_with('=') && text.len() > 1
}

/// Whether a text is a footnote mark: "(*)", "(1)".
pub(crate) fn is_footnote(text: &str) -> bool {
    let inner = text.trim_matches(['(', ')', ' ']);
    inner.len() <= 2 && inner.chars().all(|c| c.is_ascii_digit() || c == '*')
}

/// The phrases that a verdict starts with; of several the longest counts.
static PHRASES: [(Status, WordList); 4] = [
    (Status::InProgress, WordList::of(FILE, "in progress")),
    (Status::Missed, WordList::of(FILE, "missed")),
    (Status::Exceeded, WordList::of(FILE, "exceeded")),
    (Status::Met, WordList::of(FILE, "met")),
];

/// Words for the plan, which may follow a verdict: "Vượt kế hoạch tỉnh giao".
static OF_PLAN: WordList = WordList::of(FILE, "of plan");

/// Words that in a remark are about the work, unless the plan is named.
static OF_WORK: WordList = WordList::of(FILE, "of work");

/// Other words that may follow a verdict.
static BESIDES: WordList = WordList::of(FILE, "other words");

/// Words that may follow a verdict in its own column: "Đạt yêu cầu", "Hoàn thành tốt nhiệm vụ". In a
/// remark they may be about anything.
static OF_REQUIREMENT: WordList = WordList::of(FILE, "of requirement");

/// First words of a reason, with accents: "do thiếu vốn", not "độ"; "vì mưa lũ", not "vi phạm".
static REASONS: WordList = WordList::of(FILE, "reason with accents");

/// Returns the verdict that a text is: "Vượt", "Không đạt", "Đạt kế hoạch", "Vượt 2,5% KH". A text that
/// only starts with such words is not a verdict: "Vượt tuyến 12%", "Đạt khá".
pub(crate) fn verdict(text: &str) -> Option<Verdict> {
    // "Không đạt (thiếu 2 trường)"
    let own = match text.trim().strip_suffix(')').and_then(|text| text.split_once('(')) {
        Some((own, _)) if !own.trim().is_empty() => own,
        _ => text,
    };
    let after = [&OF_PLAN, &BESIDES, &OF_REQUIREMENT];
    let status = status(own, &after, true).or_else(|| denied(own)).or_else(|| {
        // "Đạt, do được bổ sung vốn"; a bare "Không" with a reason may answer anything.
        let own = without_reason(own)?;
        let status = status(own, &after, true)?;
        (status != Status::Missed || words(own).len() > 1).then_some(status)
    })?;
    Some(Verdict { text: text.trim().to_owned(), status })
}

/// Returns [`Status::Missed`] for words that begin with a plain denial, whatever follows: "Không đạt tiêu chí
/// thu nhập", "Chưa hoàn thành vì mưa lũ". A percentage may contradict it: "Chưa đạt 105% KH".
fn denied(text: &str) -> Option<Status> {
    let (status, length) = phrase(&words(text))?;
    (status == Status::Missed && length > 1 && !text.contains('%')).then_some(status)
}

/// Returns the part of a text before the words that begin a reason, if there are such words: "Đạt, do được bổ
/// sung vốn".
fn without_reason(text: &str) -> Option<&str> {
    let text = text.trim();
    let mut words = text.char_indices().filter(|(at, c)| {
        *at > 0 && c.is_alphabetic() && !text[..*at].ends_with(char::is_alphanumeric)
    });
    let (at, _) = words.find(|(at, _)| {
        let word = text[*at..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        REASONS.iter().any(|reason| word.to_lowercase() == *reason)
    })?;
    Some(text[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '%'))
}

/// Returns the verdict that a remark is. A remark that says less may be about anything: "Không",
/// "Đạt yêu cầu", "Đạt 100%"; "Đã hoàn thành" next to a project is about its work.
pub(crate) fn in_remark(text: &str) -> Option<Verdict> {
    let status = status(text, &[&OF_PLAN, &BESIDES], false)?;
    let bare = fold(text.trim()) == "khong";
    let words = words(text);
    let of_plan = || words.iter().any(|word| OF_PLAN.contains(word));
    let of_work = OF_WORK.longest_start(&words.join(" ")).is_some() && !of_plan();
    let of_work = of_work && status != Status::Exceeded;
    (!bare && !of_work).then(|| Verdict { text: text.trim().to_owned(), status })
}

/// Returns the amount by which a text says that the plan was exceeded: 4 of "Vượt 4 giải". Whether it is so, the
/// figures say.
pub(crate) fn exceeded_by(text: &str) -> Option<Decimal> {
    /// The most words of a unit.
    const UNIT: usize = 3;
    let words = words(text);
    let (status, length) = phrase(&words)?;
    let (amount, unit) = words.get(length..)?.split_first()?;
    let is_unit = unit.len() <= UNIT && !unit.iter().any(|word| word.contains(char::is_numeric));
    let amount = amount.replace(',', ".").parse().ok();
    amount.filter(|_| status == Status::Exceeded && is_unit)
}

/// Whether a verdict says that the plan is reached already, before its period is over: "Đã vượt".
pub(crate) fn is_reached(text: &str) -> bool {
    let words = words(text);
    let begins = matches!(words.first().map(String::as_str), Some("da" | "already"));
    begins && phrase(&words).is_some_and(|(status, _)| status.is_reached())
}

/// Returns the status of the words that a text starts with, whatever follows.
pub(crate) fn begins(text: &str) -> Option<Status> {
    phrase(&words(text)).map(|(status, _)| status)
}

/// Whether a text compares with the plan without saying whether it was reached: "Cơ bản đạt", "Thấp hơn KH".
pub(crate) fn is_unclear(text: &str) -> bool {
    static UNCLEAR: WordList = WordList::of(FILE, "unclear");
    let words = words(text).join(" ");
    let begins = |phrase: &str| {
        words.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    UNCLEAR.iter().any(|phrase| begins(phrase))
}

/// The folded words of a text; a percentage keeps its sign and its decimals.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text.trim()).replace(" %", "%");
    let split = |c: char| c.is_whitespace() || matches!(c, ';' | ':' | '-' | '–' | '/' | '+');
    let words = folded.split(split).map(|word| word.trim_matches([',', '.', '!', '"', '“', '”']));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The status of the longest phrase that starts the words, and the number of its words.
fn phrase(words: &[String]) -> Option<(Status, usize)> {
    let all = BY_FIRST_WORD.get(words.first()?.as_str())?.iter();
    let starts = all.filter(|(_, phrase)| {
        words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, own)| word == own)
    });
    starts.map(|(status, phrase)| (*status, phrase.len())).max_by_key(|(_, length)| *length)
}

/// The words of a phrase that a verdict starts with, and its status.
type VerdictPhrase = (Status, Vec<&'static str>);

/// The phrases by their first words: few cells begin with one.
static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<VerdictPhrase>, FixedState>> =
    LazyLock::new(|| {
        let mut phrases: HashMap<_, Vec<VerdictPhrase>, _> = HashMap::default();
        for (status, list) in &PHRASES {
            for phrase in list.iter() {
                let words: Vec<&str> = phrase.split(' ').collect();
                phrases.entry(words[0]).or_default().push((*status, words));
            }
        }
        phrases
    });

/// The status of a verdict that may go on with the given words, a year, and a percentage that agrees with
/// it; a percentage of unnamed things only if `bare`.
fn status(text: &str, allowed: &[&WordList], bare: bool) -> Option<Status> {
    let words = words(text);
    let (status, length) = phrase(&words)?;
    let (mut percent, mut of_plan) = (None, false);
    for word in &words[length..] {
        if let Some(number) = word.strip_suffix('%') {
            let number: Decimal = number.replace(',', ".").parse().ok()?;
            if percent.replace(number).is_some() {
                return None;
            }
        } else if allowed.iter().any(|words| words.contains(word)) {
            of_plan |= OF_PLAN.contains(word);
        } else if year(word).is_none() {
            return None;
        }
    }
    let Some(percent) = percent else { return Some(status) };
    let reached = percent >= Decimal::ONE_HUNDRED;
    match status {
        _ if !bare && !of_plan => None,
        // "Đạt 85% KH" is how far, not that it was reached.
        Status::Met if !reached => None,
        Status::Met if percent > Decimal::ONE_HUNDRED => Some(Status::Exceeded),
        Status::Missed if reached => None,
        status => Some(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_verdicts_from_remarks() {
        use Status::{Exceeded, InProgress, Met, Missed};
        for (text, status) in [
            ("Vượt", Some(Exceeded)),
            ("Đạt", Some(Met)),
            ("Đạt.", Some(Met)),
            ("Không đạt", Some(Missed)),
            ("Chưa đạt KH", Some(Missed)),
            ("đạt và vượt", Some(Exceeded)),
            ("Đạt, vượt", Some(Exceeded)),
            ("Hoàn thành", Some(Met)),
            ("Hoàn thành vượt mức kế hoạch", Some(Exceeded)),
            ("Vượt chỉ tiêu Nghị quyết", Some(Exceeded)),
            ("Vượt 2,5% KH", Some(Exceeded)),
            ("Đạt 100% kế hoạch tỉnh giao", Some(Met)),
            ("Đạt 104,2 % KH năm 2024", Some(Exceeded)),
            ("Đạt yêu cầu", Some(Met)),
            ("Không đạt (thiếu 2 trường)", Some(Missed)),
            ("Không", Some(Missed)),
            ("Target met", Some(Met)),
            ("Có khả năng đạt", Some(InProgress)),
            ("Không đạt, do thiếu vốn", Some(Missed)),
            ("Đạt - nhờ được bổ sung vốn", Some(Met)),
            ("Chưa hoàn thành thủ tục đấu thầu", Some(Missed)),
            ("Không, do chưa có hướng dẫn", None),
            ("KHT", Some(Missed)),
            ("HTNV", Some(Met)),
            ("Đã vượt", Some(Exceeded)),
            ("Đã đạt", Some(Met)),
            ("HT giao thông nông thôn", None),
            ("Cơ bản đạt", None),
            ("Không vi phạm", None),
            ("Đạt độ che phủ", None),
            // How far, how well, or something else was reached.
            ("Đạt 85% KH", None),
            ("Đạt yêu cầu 92,5%", None),
            ("Đạt khá", None),
            ("Đạt thấp", None),
            ("Đạt 9/19 tiêu chí", None),
            ("Đạt 3 sao", None),
            ("Vượt tuyến 12%", None),
            ("Vượt khó", None),
            ("Hoàn thành thủ tục", None),
            ("Chưa đạt 105% KH", None),
            ("Không phát sinh", None),
            ("Met office", None),
            ("Achieved partially", None),
            ("Theo giá so sánh 2010", None),
        ] {
            assert_eq!(verdict(text).map(|verdict| verdict.status), status, "{text}");
        }
    }

    #[test]
    fn a_remark_is_a_verdict_only_as_a_whole() {
        for text in ["Đạt", "Vượt KH", "Chưa đạt chỉ tiêu", "Đạt 100% KH", "Exceeded target"]
        {
            assert!(in_remark(text).is_some(), "{text}");
        }
        for text in ["Không", "Đạt yêu cầu", "Đạt 100%", "Đạt chuẩn", "Vượt 12%", "Met 90%"]
        {
            assert!(in_remark(text).is_none(), "{text}");
        }
        for text in ["Hoàn thành kế hoạch", "Chưa hoàn thành chỉ tiêu", "Hoàn thành vượt mức"]
        {
            assert!(in_remark(text).is_some(), "{text}");
        }
        for text in ["Đã hoàn thành", "Hoàn thành", "Hoàn thành năm 2024", "Chưa hoàn thành"]
        {
            assert!(in_remark(text).is_none(), "{text}");
        }
        assert_eq!(begins("Đạt thấp"), Some(Status::Met));
        assert_eq!(begins("Chưa đạt do mưa"), Some(Status::Missed));
        assert_eq!(begins("Tốt"), None);
        assert!(is_unclear("Thấp hơn KH 2 xã") && is_unclear("Cơ bản hoàn thành"));
        assert_eq!(exceeded_by("Vượt 4 giải"), Some(Decimal::from(4)));
        assert_eq!(exceeded_by("Vượt 0,5 tạ/ha"), Decimal::from_str_exact("0.5").ok());
        for text in ["Vượt tuyến 12%", "Đạt 4 giải", "Vượt 4 giải, giảm 2 giải", "Vượt"]
        {
            assert_eq!(exceeded_by(text), None, "{text}");
        }
        assert!(!is_unclear("Thấp") && !is_unclear("Tốt"));
    }

    #[test]
    fn a_footnote_mark_is_a_star_or_a_number_in_brackets() {
        assert!(["(*)", "(1)", "(**)", "*", "12"].into_iter().all(is_footnote));
        assert!(!["(a)", "(123)", "(1 xã)", "Đạt"].into_iter().any(is_footnote));
    }
}
