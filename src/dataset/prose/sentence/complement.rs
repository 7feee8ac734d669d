//! The end of what is said about a quantity behind it: its complement.

use std::ops::Range;

use super::items::{Sentence, What};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::lexicon::prose::{NAME_WORDS, NameWord, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::PLACES_AND_OFFICES;

/// The end of what belongs to the quantity before: up to a punctuation mark or a conjunction.
pub(super) fn complement_end(
    sentence: &Sentence<'_>,
    range: Range<usize>,
    quantity: Option<&Quantity>,
) -> usize {
    let mut end = range.start;
    let counted = quantity.is_some_and(Quantity::is_count);
    while end < range.end {
        // "100% xã, phường duy trì …".
        if end > range.start
            && sentence.is_mark(end, ",")
            && is_kind_of_place(sentence, end - 1)
            && is_kind_of_place(sentence, end + 1)
        {
            end += 1;
            continue;
        }
        // "100% cán bộ, công chức được tập huấn".
        if quantity.is_some_and(Quantity::is_percent)
            && sentence.is_mark(end, ",")
            && is_share_of_both(sentence, range.start..end, end + 1..range.end)
        {
            end += 1;
            continue;
        }
        // "8/44 bộ, cơ quan trung ương và 34/63 địa phương", "1.432/1.450 thôn, khối phố có internet".
        if counted
            && quantity.is_some_and(|quantity| quantity.whole.is_some())
            && sentence.is_mark(end, ",")
            && counts_both(sentence, range.start..end, end + 1..range.end)
        {
            end += 1;
            continue;
        }
        // "126 cơ sở sản xuất, kinh doanh thực phẩm, …".
        if counted
            && end > range.start
            && sentence.is_mark(end, ",")
            && let Some(next) = goes_on_behind_comma(sentence, end + 1..range.end)
        {
            end = next;
            continue;
        }
        // "4 chỉ số giảm điểm là Tính minh bạch 5,91 điểm": a list of those that were counted.
        if end > range.start && sentence.key(end) == "là" && lists_names(sentence, end, range.end)
        {
            return end;
        }
        if counted && joins_counted(sentence, end, range.start..range.end) {
            end += 1;
            continue;
        }
        if sentence.key(end) == "do" && names_a_cause(sentence, range.start, end, quantity) {
            end += 1;
            continue;
        }
        let stops = match sentence.items[end].what {
            What::Mark => {
                !is_inner_mark(sentence, end)
                    || sentence.key(end) == "/" && sentence.phrase(end + 1) == Some(Phrase::Plan)
            }
            What::Phrase(phrase) => ends_complement(sentence, end, range.end, phrase),
            _ => false,
        };
        if stops {
            return end;
        }
        end += 1;
    }
    end
}

/// Whether a name with a capital is between "là" and the next figure, which is a score or a percent.
fn lists_names(sentence: &Sentence<'_>, at: usize, until: usize) -> bool {
    let first = sentence.items.get(at + 1).and_then(|item| sentence.tokens.get(item.from));
    let capital = first.is_some_and(|token| token.text.starts_with(char::is_uppercase));
    let measured = match sentence.items.get(until).map(|item| item.what) {
        Some(What::Quantity(next)) => {
            matches!(sentence.quantities[next].class, UnitClass::Score | UnitClass::Percent)
        }
        _ => false,
    };
    capital && measured && at + 1 < until
}

/// "41,5% số vụ do không chú ý quan sát, 17% do đi không đúng phần đường": shares that are named by a cause.
fn names_a_cause(
    sentence: &Sentence<'_>,
    start: usize,
    at: usize,
    quantity: Option<&Quantity>,
) -> bool {
    let share = quantity.is_some_and(Quantity::is_percent);
    let listed = start > 1 && sentence.is_mark(start - 2, ",");
    share && (sentence.key(start) == "số" && at > start || at == start && listed)
}

/// Whether an item is a word for places or offices, which are listed as one: "xã, phường".
fn is_kind_of_place(sentence: &Sentence<'_>, at: usize) -> bool {
    PLACES_AND_OFFICES.contains(sentence.key(at))
}

/// Whether a comma behind a percent is between two kinds of things that do the same: "cán bộ, công chức được tập huấn".
fn is_share_of_both(sentence: &Sentence<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    const SHORT: usize = 3;
    let noun = |at: usize| {
        let tokens = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from..));
        let length = tokens.and_then(|tokens| UNITS.longest_of(tokens, UnitClass::Count));
        length.is_some_and(|length| sentence.items[at].from + length <= sentence.tokens.len())
    };
    let plain = |at: usize| {
        matches!(sentence.items[at].what, What::Word)
            || matches!(sentence.phrase(at), Some(Phrase::Word))
    };
    let does = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Verb | Phrase::Have))
            || matches!(sentence.key(*at), "được" | "tham" | "sử" | "phân" | "đạt")
    };
    let first = right.start;
    let verb = right.clone().take_while(|at| !sentence.is_mark(*at, ",;:(")).find(does);
    (1..=SHORT).contains(&left.len())
        && noun(left.start)
        && left.clone().all(plain)
        && noun(first)
        && verb.is_some_and(|verb| verb > first && (first..verb).all(plain))
        && verb.is_some_and(|verb| verb + 1 < right.end)
}

/// Whether a comma behind a part of a whole is between two kinds of things that are counted together: what they have is
/// behind both, or the next count.
fn counts_both(sentence: &Sentence<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    const SHORT: usize = 4;
    let plain = |at: usize| {
        matches!(sentence.items[at].what, What::Word) || sentence.phrase(at) == Some(Phrase::Word)
    };
    let head = sentence.items.get(right.start).is_some_and(|item| {
        NAME_WORDS.longest_of(&sentence.tokens[item.from..], NameWord::Head).is_some()
    });
    // "trạm y tế, phòng khám".
    let noun =
        |at: &usize| plain(*at) || *at > right.start && sentence.phrase(*at) == Some(Phrase::Verb);
    let nouns = right.clone().take(SHORT + 1).take_while(noun).count();
    let verb = right.start + nouns;
    let has = verb + 1 < right.end
        && (sentence.phrase(verb) == Some(Phrase::Have)
            || matches!(sentence.key(verb), "được" | "đạt" | "bị" | "duy"));
    let next = verb + 1 == right.end
        && sentence.key(verb) == "và"
        && sentence.items.get(right.end).is_some_and(|item| matches!(item.what, What::Quantity(_)));
    !head
        && left.len() < SHORT
        && left.clone().all(plain)
        && (1..=SHORT).contains(&nouns)
        && (has || next)
}

/// The end of a short list of words behind a comma that another mark ends.
fn goes_on_behind_comma(sentence: &Sentence<'_>, range: Range<usize>) -> Option<usize> {
    const WORDS: usize = 7;
    let plain = |at: &usize| {
        matches!(sentence.items[*at].what, What::Word)
            || matches!(sentence.phrase(*at), Some(Phrase::Word | Phrase::Verb))
    };
    let end = range.start + range.clone().take_while(plain).count();
    let valued = end == range.end && sentence.key(end) == "trị";
    // "96 chi nhánh, phòng giao dịch tại 21 tỉnh".
    let spread = matches!(sentence.key(end), "tại" | "ở" | "trên")
        && sentence.items.get(end + 1).is_some_and(|next| next.what == What::Aside);
    if let Some(end) = end_of_kinds(sentence, &range) {
        return Some(end);
    }
    let closed = valued
        || spread
        || end < range.end
            && (sentence.is_mark(end, ",.;(")
                || matches!(sentence.key(end), "với" | "with" | "trị"));
    (end > range.start && end - range.start <= WORDS && closed).then_some(end)
}

/// Whether "và" joins two nouns that are counted together, and to which the same happens: "19 tuyến
/// đường tỉnh và quốc lộ bị sạt lở", "235 doanh nghiệp và hợp tác xã tham gia sàn".
fn joins_counted(sentence: &Sentence<'_>, at: usize, range: Range<usize>) -> bool {
    const SHORT: usize = 4;
    let joins = |at: usize| sentence.lower(at).starts_with("tham gia");
    let plain = |at: &usize| {
        (matches!(sentence.items[*at].what, What::Word)
            || sentence.phrase(*at) == Some(Phrase::Word))
            && !joins(*at)
    };
    let left = range.start..at;
    let right = at + 1..(at + 1 + SHORT).min(range.end);
    let nouns = right.clone().take_while(plain).count();
    let verb = right.start + nouns;
    let happens = verb < range.end
        && (sentence.phrase(verb) == Some(Phrase::Have) && sentence.key(verb) == "bị"
            || sentence.key(verb) == "được"
            || joins(verb));
    // What is counted next has a name of its own, unless it is behind "với".
    let clause = (verb..range.end).take_while(|at| !sentence.is_mark(*at, ",;:("));
    let last = clause.last().map_or(verb, |at| at + 1);
    let alone = last < range.end
        || range.end == sentence.items.len()
        || (verb..range.end).any(|at| sentence.key(at) == "với");
    sentence.key(at) == "và"
        && left.len() <= SHORT
        && left.clone().all(|at| plain(&at) || sentence.is_mark(at, ","))
        && nouns > 0
        && happens
        && alone
}

/// The end of the kinds that are counted together before "với" and the next count: "214 trường tiểu học, trung học và
/// trung tâm học tập cộng đồng với 3.120 lớp".
fn end_of_kinds(sentence: &Sentence<'_>, range: &Range<usize>) -> Option<usize> {
    const WORDS: usize = 14;
    let kinds = |at: &usize| {
        matches!(sentence.items[*at].what, What::Word | What::Phrase(Phrase::Word))
            || sentence.key(*at) == "và"
            || sentence.is_mark(*at, ",")
    };
    let end = range.start + range.clone().take(WORDS).take_while(kinds).count();
    let counted = sentence.items.get(end + 1).is_some_and(
        |next| matches!(next.what, What::Quantity(next) if sentence.quantities[next].is_count()),
    );
    let joined = range.start..end;
    let joined = joined.into_iter().skip(1).any(|at| sentence.key(at) == "và");
    (joined && counted && sentence.key(end) == "với").then_some(end)
}

/// A hyphen, a slash, quotation marks: no end of a phrase.
fn is_inner_mark(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.key(at), "-" | "/" | "“" | "”" | "\"" | "'" | "’" | "&" | "%")
}

fn ends_complement(sentence: &Sentence<'_>, at: usize, until: usize, phrase: Phrase) -> bool {
    match phrase {
        Phrase::And => {
            // "tai nạn và va chạm giao thông" goes on; before a verb or at the end it does not.
            let is_plain =
                matches!(sentence.key(at), "và" | "and" | "hoặc" | "or" | "cùng" | "hay");
            let next = at + 1;
            let goes_on = next < until
                && matches!(
                    sentence.items[next].what,
                    What::Word | What::Phrase(Phrase::Word | Phrase::Time | Phrase::Plan)
                );
            !(is_plain && goes_on && only_words(sentence, next..until))
        }
        // "so với bình quân chung của tỉnh" is what is compared with.
        Phrase::Sum => !is_compared(sentence, at),
        Phrase::Part | Phrase::Respectively | Phrase::Target => true,
        Phrase::VerdictMet | Phrase::VerdictExceeded | Phrase::VerdictMissed => true,
        // "với 7.418 thành viên": what is right before the next number belongs to it.
        Phrase::Have => at + 1 == until || sentence.key(at) == "với" || sentence.key(at) == "with",
        Phrase::Up | Phrase::Down => at + 1 == until,
        // "giảm 1,73% do giá xăng dầu giảm".
        Phrase::Prep => {
            matches!(sentence.key(at), "do" | "nhờ" | "vì") && until < sentence.items.len()
        }
        _ => false,
    }
}

/// Whether a comparison is right before an item, or before "mức" or a like word.
fn is_compared(sentence: &Sentence<'_>, at: usize) -> bool {
    let level = |at: &usize| matches!(sentence.key(*at), "mức" | "con" | "số");
    let before = (0..at).rev().find(|at| !level(at));
    // "trên mức bình quân chung cả nước".
    let leveled = before.is_some_and(|before| before + 1 < at);
    before.is_some_and(|at| {
        sentence.phrase(at) == Some(Phrase::Compare)
            || leveled
                && matches!(sentence.phrase(at), Some(Phrase::Approx | Phrase::Up | Phrase::Down))
    })
}

/// Whether words go on to a punctuation mark without a verb that could begin a clause.
fn only_words(sentence: &Sentence<'_>, range: Range<usize>) -> bool {
    for at in range.clone() {
        match sentence.items[at].what {
            What::Mark if !is_inner_mark(sentence, at) => return true,
            What::Word | What::Date | What::Aside | What::Mark => {}
            What::Phrase(
                Phrase::Word | Phrase::Time | Phrase::Place | Phrase::Plan | Phrase::Prep,
            ) => {}
            What::Phrase(Phrase::Have) if sentence.key(at) == "với" && at > range.start + 1 => {
                return true;
            }
            _ => return false,
        }
    }
    // Up to the end of the sentence it goes on; up to the words that announce a number it is a new name.
    range.end == sentence.items.len()
}
