//! How many of all indicators missed their plan, where a sentence counts them: "05/28 chỉ tiêu không đạt".

use crate::dataset::prose::numbers::aside::Aside;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::fate::Fate;

/// A count of the indicators with a plan, and of those that missed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MissedOfAll {
    pub(super) all: u32,
    pub(super) missed: u32,
}

/// Counts what a sentence says was missed. "23/26 chỉ tiêu đạt và vượt kế hoạch" alone does not say so of the other
/// three, which may not be known yet: only with "3 chỉ tiêu không đạt" behind it.
pub(super) fn missed_of_all(sentence: &Sentence<'_>) -> Option<MissedOfAll> {
    let totals = || sentence.asides.iter().filter(|aside| aside.decision.fate == Fate::Total);
    let number =
        |at: usize| sentence.tokens.get(at).and_then(|token| token.text.parse::<u32>().ok());
    let part_and_all = |aside: &Aside| {
        let all = aside.to.checked_sub(1).filter(|all| *all > aside.from);
        number(aside.from).zip(all.and_then(number))
    };
    let first = totals().next()?;
    let Some((part, all)) = part_and_all(first) else {
        return counted_one_by_one(number(first.from)?, totals().skip(1), |aside| {
            let is_number = part_and_all(aside).is_none();
            let count = number(aside.from).filter(|_| is_number)?;
            Some((count, says_missed(sentence, aside)))
        });
    };
    if says_missed(sentence, first) {
        return Some(MissedOfAll { all, missed: part }).filter(|found| found.missed <= found.all);
    }
    let other = totals().nth(1).filter(|other| says_missed(sentence, other))?;
    let missed = part_and_all(other).map_or_else(|| number(other.from), |(part, _)| Some(part))?;
    let complete = part.checked_add(missed) == Some(all);
    complete.then_some(MissedOfAll { all, missed })
}

/// All indicators, then those with each verdict: "18 chỉ tiêu: 10 chỉ tiêu vượt, 5 đạt, 3 không
/// đạt". They have to sum to all.
fn counted_one_by_one<'a>(
    all: u32,
    mut counts: impl Iterator<Item = &'a Aside>,
    count: impl Fn(&'a Aside) -> Option<(u32, bool)>,
) -> Option<MissedOfAll> {
    let counted = counts.try_fold((0_u32, None), |(sum, missed), aside| {
        let (own, is_missed) = count(aside)?;
        Some((sum.checked_add(own)?, if is_missed { Some(own) } else { missed }))
    });
    let (sum, missed) = counted?;
    missed.filter(|_| sum == all).map(|missed| MissedOfAll { all, missed })
}

/// Whether the words behind a count say that its indicators were not reached.
fn says_missed(sentence: &Sentence<'_>, aside: &Aside) -> bool {
    let next = sentence.tokens[aside.to..].iter();
    let own =
        next.take(6).take_while(|token| !token.text.starts_with(|c: char| c.is_ascii_digit()));
    let words: Vec<&str> = own.map(|token| &*token.key).collect();
    words.windows(2).any(|pair| matches!(pair, ["không" | "chưa", "đạt" | "hoàn"]))
}
