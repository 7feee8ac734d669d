//! The periods that a sentence names, apart from those that it compares with.

use std::ops::Range;

use super::current_period::{
    current_period, end_of_year, is_estimate_of_year, start_of_english_year_end, until_now,
    with_within,
};
use super::english_day::is_until;
use super::period_words::{end_of_time, is_quarter_code};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::period;
use crate::lexicon::period::day::Day;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{COMPARATIVES, DAYS_OF_MONTH, RELATIVE_PERIODS};
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;
use crate::text::remembered::Remembered;

/// A period that a sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it is, as a range of the sentence's items.
    pub(crate) items: Range<usize>,
    /// Its words, or what a range of days is called: "năm 2024".
    pub(crate) words: String,
    /// Whether it begins a clause, so that it is the period of what follows.
    pub(crate) leading: bool,
    /// The period; `None` for one that is no period of statistics, such as from one day to another.
    pub(crate) period: Option<Period>,
    /// Whether it belongs to a plan whose figure follows: "Tổng kế hoạch vốn năm 2024 là 500 tỷ đồng".
    pub(crate) of_plan: bool,
}

/// A period with the words that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) words: String,
    /// `None` for one that is no period of statistics, such as from one day to another.
    pub(crate) period: Option<Period>,
}

/// The most items between a period and the verb that sets a target for it: "cả năm 2023 huyện phấn đấu".
const NEAR: usize = 4;

/// The periods of a sentence, in order.
pub(crate) fn mentions(sentence: &Sentence<'_>) -> Vec<Mention> {
    mentions_in(sentence, None)
}

/// The periods of a sentence in a report of a period, which "trong tháng" means the last month of.
pub(crate) fn mentions_in(sentence: &Sentence<'_>, document: Option<Period>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut depth = 0_usize;
    let mut clause = 0;
    while at < sentence.items.len() {
        if sentence.is_mark(at, "(") {
            depth += 1;
        } else if sentence.is_mark(at, ")") {
            depth = depth.saturating_sub(1);
        } else if sentence.is_mark(at, ";") {
            clause = at + 1;
        }
        if !is_time(sentence, at) {
            at += 1;
            continue;
        }
        let until = end_of_time(sentence, at..sentence.items.len());
        let end = end_of_range(sentence, at, until);
        // "Quarter 3, 2023/24".
        let words = sentence.text(at..end).replace(", ", " ");
        let range = end > until || has_two_days(&words);
        let day = Day::in_english(&words);
        // "on December 27" is the day of a meeting.
        let of_event =
            day.is_some() && at.checked_sub(1).is_some_and(|at| sentence.key(at) == "on");
        let until = day.filter(|_| is_until(sentence, at));
        let until = until.and_then(|day| day.until(document.and_then(Period::last_year)));
        let near = clause.max(at.saturating_sub(NEAR));
        let cumulated = (near..at).any(|at| sentence.phrase(at) == Some(Phrase::Sum));
        let current = current_period(&with_within(sentence, at, &words), document)
            .or_else(|| document.filter(|_| cumulated).and_then(|one| until_now(&words, one)))
            .or_else(|| document.and_then(|one| end_of_year(sentence, at..end, one)));
        let by_clock = !range && is_hour_of_day(sentence, at);
        let inside = !range && is_inside_period(sentence, at..end);
        let named = match current {
            // A week or the middle of a month is no period of statistics.
            _ if inside => None,
            Some(current) => current.period,
            None if range => of_range(&words),
            None if by_clock => period_of(&format!("đến {words}")),
            None if until.is_some() => until,
            None => period_of(&words),
        };
        let plan = plan_before(sentence, at);
        // "Tổng kế hoạch vốn năm 2023 là 3.845 tỷ đồng" is about the plan of that year.
        let heads = plan.is_some_and(|plan| begins_clause(sentence, clause, plan));
        let of_plan = plan.is_some() && !heads;
        let base = !range && !by_clock && (is_base(sentence, at) || of_plan);
        let alone = depth == 1 && is_alone_in_bracket(sentence, at..end);
        let relative = is_relative(&words) && !by_clock && !range;
        let skipped = depth > 0 && !alone || base || of_event || relative;
        if !skipped && (named.is_some() || range || inside || current.is_some()) {
            let leading = heads || leads(sentence, clause, at..end);
            let current = current.and_then(|current| current.period);
            let called =
                named.filter(|_| range || current.is_some() || by_clock || until.is_some());
            let called = called.map(|period| period.to_string());
            let words = called.unwrap_or(words);
            let from = start_of_english_year_end(sentence, at).unwrap_or(at);
            let items = from..end;
            found.push(Mention { items, words, leading, period: named, of_plan: heads });
        }
        at = end;
    }
    found
}

/// Whether words name two days: "15/9 đến 14/10".
fn has_two_days(words: &str) -> bool {
    let days = words.split_whitespace().filter(|word| Day::parse(word).is_some());
    days.take(2).count() > 1
}

/// Whether a period is all there is in a bracket right behind a figure: "9,8% (năm 2025)".
fn is_alone_in_bracket(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let figure = |at: usize| {
        sentence.items.get(at).is_some_and(|item| matches!(item.what, What::Quantity(_)))
    };
    let open = words.start.checked_sub(1);
    let behind = open.and_then(|open| open.checked_sub(1)).is_some_and(figure);
    open.is_some_and(|open| sentence.is_mark(open, "("))
        && behind
        && sentence.is_mark(words.end, ")")
}

/// The period of words in prose. "Lũy kế" and "đến ngày 15/5" do not say that something is counted from January on.
pub(crate) fn period_of(words: &str) -> Option<Period> {
    thread_local! {
        static PERIODS: Remembered<Option<Period>> = Remembered::default();
    }
    PERIODS.with(|periods| periods.of(words, read_period))
}

fn read_period(words: &str) -> Option<Period> {
    // "30/4 - 1/5/2025" are some days, and not the year.
    let days = words.split_whitespace().filter(|word| word.contains('/')).count();
    if days > 1 {
        return None;
    }
    // "30/9/2024" is a day, and not the year.
    if words.split('/').count() == 3 && !words.chars().any(char::is_whitespace) {
        return period::parse(&format!("tại thời điểm {words}"));
    }
    // "8 tháng qua" in a report that gives no date.
    let words =
        words.strip_suffix(" vừa qua").or_else(|| words.strip_suffix(" qua")).unwrap_or(words);
    let parsed = period::parse(&with_numbers(words))?;
    let since_new_year = ["đầu năm", "to date", "so far"].iter().any(|said| words.contains(said));
    if parsed.span() != Span::ToDate || since_new_year {
        return Some(parsed);
    }
    let date = words.split_whitespace().find(|word| word.split('/').count() > 1)?;
    period::parse(&format!("tại thời điểm {date}"))
}

/// Names of months and English ordinals as numbers: "tháng Tám", "third quarter of 2024".
fn with_numbers(words: &str) -> std::borrow::Cow<'_, str> {
    let lower = words.lower_case();
    let counts = ["mười một tháng", "mười tháng"].iter().any(|count| lower.contains(count));
    if let Some((name, number)) = period::month_in_words(&lower).filter(|_| !counts) {
        return lower.replace(name, &format!("tháng {number}")).into();
    }
    if counts {
        return lower
            .replace("mười một tháng", "11 tháng")
            .replace("mười tháng", "10 tháng")
            .into();
    }
    if !lower.contains("quarter") {
        return words.into();
    }
    let ordinals = [("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th")];
    let numbered = |text: String, (word, number): (&str, &str)| text.replace(word, number);
    ordinals.into_iter().fold(words.lower_case(), numbered).into()
}

/// The word for a plan before a period, "kế hoạch vốn năm 2024": the year of the plan, not of the figure.
fn plan_before(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    const NEAR: usize = 4;
    let near = at.saturating_sub(NEAR)..at;
    near.rev()
        .take_while(|before| {
            !matches!(sentence.items[*before].what, What::Mark | What::Quantity(_))
        })
        .find(|before| {
            let words = sentence.lower(*before);
            matches!(
                &*words,
                "kế hoạch" | "dự toán" | "kế hoạch vốn" | "kế hoạch vốn đầu tư" | "tổng kế hoạch"
            )
        })
}

/// Whether a clause begins with the word for a plan, whose figure it gives: "Tổng kế hoạch vốn …".
fn begins_clause(sentence: &Sentence<'_>, clause: usize, plan: usize) -> bool {
    let total = matches!(sentence.key(plan), "tổng");
    let start = if total { plan } else { plan.saturating_sub(1).max(clause) };
    let before = &*sentence.lower(start);
    start == clause
        && (start == plan || matches!(before, "tổng" | "tổng số" | "tổng mức"))
        && sentence.lower(plan) != "dự toán"
}

/// Whether what begins at an item is what something is compared with, or since when it is counted.
pub(crate) fn is_base(sentence: &Sentence<'_>, at: usize) -> bool {
    const FARTHEST: usize = 12;
    let mut before = at;
    while let Some(previous) = before.checked_sub(1).filter(|previous| at - previous <= FARTHEST) {
        let compared = matches!(sentence.phrase(previous), Some(Phrase::Compare | Phrase::From))
            || matches!(sentence.key(previous), "hơn" | "từ" | "sau" | "since" | "kể" | "hạn");
        if compared {
            return !is_apart_from_base(sentence, previous);
        }
        let between =
            matches!(
                sentence.phrase(previous),
                Some(Phrase::Prep | Phrase::Approx | Phrase::Time | Phrase::Place)
            ) || matches!(sentence.key(previous), "mức" | "với" | "số" | "thực" | "hiện" | "the");
        if !between {
            // "cao hơn năm 2023".
            let words = sentence.lower(previous);
            return COMPARATIVES.contains(&words)
                || words == "than"
                || is_compared_thing(sentence, before);
        }
        before = previous;
    }
    false
}

/// Whether a comparison says what it is with, so that a period behind it belongs to the change: "up 7.4% year-on-year
/// in the third quarter".
fn is_apart_from_base(sentence: &Sentence<'_>, compare: usize) -> bool {
    let words = sentence.lower(compare);
    let complete = ["year", "on year", "month", "y/y"].iter().any(|word| words.starts_with(word));
    complete && matches!(sentence.key(compare + 1), "in" | "during")
}

/// "so với vụ đông xuân năm 2018": a few words are between the comparison and its period.
fn is_compared_thing(sentence: &Sentence<'_>, end: usize) -> bool {
    const WORDS: usize = 6;
    let plain = |at: &usize| {
        matches!(sentence.items[*at].what, What::Word)
            || matches!(sentence.phrase(*at), Some(Phrase::Word | Phrase::Plan | Phrase::Time))
    };
    let words = (0..end).rev().take(WORDS).take_while(plain).count();
    (end - words).checked_sub(1).is_some_and(|at| sentence.phrase(at) == Some(Phrase::Compare))
}

/// Whether words of a period name some days of a month: "trung tuần tháng Ba", "giữa tháng 9".
fn is_inside_period(sentence: &Sentence<'_>, period: Range<usize>) -> bool {
    const NEAR: usize = 2;
    let words = sentence.lower_text(period.start.saturating_sub(NEAR)..period.end);
    DAYS_OF_MONTH.iter().any(|days| words.contains(days))
}

/// Whether words name an earlier period by the present one: "cùng kỳ năm 2023".
fn is_relative(words: &str) -> bool {
    let lower = words.lower_case();
    // "ngày 15/12/2023" is mostly the date of a document.
    RELATIVE_PERIODS.iter().any(|base| lower.contains(base)) || lower.starts_with("ngày ")
}

fn is_time(sentence: &Sentence<'_>, at: usize) -> bool {
    let item = sentence.items[at];
    if item.what != What::Date {
        return sentence.phrase(at) == Some(Phrase::Time)
            || is_quarter_code(sentence, at)
            || is_estimate_of_year(sentence, at);
    }
    // The number of a document is set aside like a date, and its own date is no period.
    let aside = sentence.asides.binary_search_by_key(&item.from, |aside| aside.from);
    !aside.is_ok_and(|aside| {
        let rule = sentence.asides[aside].decision.rule;
        matches!(
            rule,
            NumberRule::DocumentNumber
                | NumberRule::ListNumber
                | NumberRule::FootnoteMark
                | NumberRule::Ordinal
        )
    })
}

/// The end of "từ ngày 15/12/2023 đến 14/12/2024"; the end of the first date if no second one follows.
fn end_of_range(sentence: &Sentence<'_>, at: usize, end: usize) -> usize {
    let from = at.checked_sub(1).is_some_and(|before| {
        sentence.phrase(before) == Some(Phrase::From)
            || matches!(&*sentence.lower_text(before..at), "từ ngày" | "kể từ")
    });
    let to = sentence.items.get(end).is_some()
        && matches!(&*sentence.lower(end), "đến" | "đến ngày" | "to" | "tới");
    let second = end + 1;
    if from && to && sentence.items.get(second).is_some() && is_time(sentence, second) {
        end_of_time(sentence, second..sentence.items.len())
    } else {
        end
    }
}

/// The period from one day to another: the year that ends with the second one, if it is a whole one, or what has
/// passed of it. Offices count from 15 December on.
fn of_range(words: &str) -> Option<Period> {
    let dated = |word: &str| Day::parse(word).filter(|day| day.year.is_some());
    let days: Vec<Day> = words.split_whitespace().filter_map(dated).collect();
    let [first, last] = days[..] else { return None };
    let (first_year, last_year) = (first.year?, last.year?);
    let months = (i32::from(last_year) - i32::from(first_year)) * 12 + i32::from(last.month)
        - i32::from(first.month);
    if (11..=12).contains(&months) {
        return Some(Period::year(last_year));
    }
    let office_year =
        (14..=16).contains(&first.day) && first.month == 12 && last_year == first_year + 1;
    let new_year = first.day == 1 && first.month == 1 && first_year == last_year;
    (office_year || new_year)
        .then(|| period_of(&format!("đến ngày {}/{}/{last_year}", last.day, last.month)))
        .flatten()
}

/// Whether a day follows an hour up to which something is counted: "đến 17 giờ ngày 15/9/2024".
fn is_hour_of_day(sentence: &Sentence<'_>, at: usize) -> bool {
    const BACK: usize = 6;
    if sentence.key(at) != "ngày" {
        return false;
    }
    let clock = |at: &usize| {
        matches!(sentence.items[*at].what, What::Aside | What::Date)
            || matches!(sentence.key(*at), "giờ" | "phút" | "hết" | "lúc" | "h")
    };
    let hours = (at.saturating_sub(BACK)..at).rev().take_while(clock).count();
    let until = (at - hours).checked_sub(1).is_some_and(|at| {
        matches!(sentence.key(at), "đến" | "tới") || sentence.lower(at).ends_with("đến")
    });
    hours > 0 && until
}

/// Whether a period begins its clause, or belongs to a verb that sets targets.
fn leads(sentence: &Sentence<'_>, clause: usize, words: Range<usize>) -> bool {
    // No clause begins with hundreds of function words.
    const FARTHEST: usize = 150;
    let source = matches!(sentence.key(clause), "theo" | "according" | "(");
    let near = clause.max(words.start.saturating_sub(FARTHEST));
    let comma = (near..words.start).rev().find(|at| sentence.is_mark(*at, ",)"));
    let start = comma.filter(|_| source).map_or(clause, |at| at + 1);
    let only_function_words = words.start - start <= FARTHEST
        && (start..words.start).all(|at| match sentence.items[at].what {
            What::Phrase(phrase) => matches!(
                phrase,
                Phrase::Prep
                    | Phrase::Time
                    | Phrase::And
                    | Phrase::Adverb
                    | Phrase::Opener
                    | Phrase::Part
                    | Phrase::Sum
                    | Phrase::Approx
                    | Phrase::Estimate
                    | Phrase::Target
                    | Phrase::Place
                    | Phrase::From
            ),
            What::Mark => !sentence.is_mark(at, "(:"),
            What::Date => true,
            What::Word => {
                matches!(sentence.key(at), "tính" | "chung" | "the" | "riêng" | "giờ" | "phút")
            }
            // "Đến 17 giờ ngày 15/9".
            What::Aside => matches!(sentence.key(at + 1), "giờ" | "phút"),
            What::Quantity(_) => false,
        });
    let is_target = |at: usize| sentence.phrase(at) == Some(Phrase::Target);
    let behind_target = words.start.checked_sub(1).is_some_and(is_target);
    // "năm 2023 đạt 85,2 triệu đồng, mục tiêu …": the target is behind another figure.
    let figure = |at: &usize| matches!(sentence.items[*at].what, What::Quantity(_));
    let end = sentence.items.len().min(words.end + NEAR);
    let before_target = (words.end..end).take_while(|at| !figure(at)).any(is_target);
    // "Cơ cấu kinh tế năm 2023: …".
    let labels = sentence.is_mark(words.end, ":");
    only_function_words || behind_target || before_target || labels
}
