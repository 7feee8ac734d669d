//! One query against one name: the tiers, from the best to the last.

use super::Tier;
use super::name::{Mark, Name, Word};
use super::query::{Query, Typed};
use super::subsequence;

/// How a query was found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) tier: Tier,
    /// The order of hits in one number, higher first.
    pub(super) score: i64,
    pub(super) marks: Vec<Mark>,
}

/// The best way in which a query is found in a name, if it is found at all.
pub(super) fn find(query: &Query, name: &Name) -> Option<Match> {
    if query.words.is_empty() || name.words.is_empty() {
        return None;
    }
    let (tier, marks) = tiers(query, name)?;
    let score = score(tier, query, name, &marks);
    Some(Match { tier, score, marks })
}

fn tiers(query: &Query, name: &Name) -> Option<(Tier, Vec<Mark>)> {
    from_start(query, name)
        .or_else(|| Some((Tier::Words, assign(query, name, equal)?)))
        .or_else(|| Some((Tier::Beginnings, assign(query, name, beginning)?)))
        .or_else(|| Some((Tier::Initials, initials(query, name)?)))
        .or_else(|| Some((Tier::Substring, substring(query, name)?)))
        .or_else(|| Some((Tier::Subsequence, assign(query, name, scattered)?)))
        .or_else(|| Some((Tier::Slips, assign(query, name, slipped)?)))
        .or_else(|| Some((Tier::Most, most(query, name)?)))
}

/// The words of the query are the first of the name, in order; the last may be begun only.
fn from_start(query: &Query, name: &Name) -> Option<(Tier, Vec<Mark>)> {
    let (last, before) = query.words.split_last()?;
    let begun = name.words.get(before.len())?;
    let same = before.iter().zip(&name.words).all(|(typed, word)| typed.folded == word.folded);
    if !same || !begun.folded.starts_with(&last.folded) {
        return None;
    }
    let whole = begun.folded == last.folded && name.words.len() == query.words.len();
    let marks = query.words.iter().enumerate().map(|(at, typed)| mark(at, 0, typed)).collect();
    Some((if whole { Tier::Exact } else { Tier::Prefix }, marks))
}

/// How one typed word is found in one word of a name.
type Finds = fn(&Typed, &Word) -> Option<Vec<std::ops::Range<usize>>>;

/// Gives each word of the query a word of the name of its own, in any order; words typed longest
/// first, as they have the fewest to choose from, and each the best by accents, then the first.
fn assign(query: &Query, name: &Name, finds: Finds) -> Option<Vec<Mark>> {
    if query.words.len() > name.words.len() {
        return None;
    }
    let mut order: Vec<&Typed> = query.words.iter().collect();
    order.sort_by_key(|typed| std::cmp::Reverse(typed.folded.len()));
    let mut free = vec![true; name.words.len()];
    let mut marks = Vec::new();
    for typed in order {
        let candidates = name.words.iter().enumerate().filter(|(at, _)| free[*at]);
        let found = candidates.filter_map(|(at, word)| Some((at, word, finds(typed, word)?)));
        let best = found.max_by_key(|(at, word, _)| {
            (word.folded == typed.folded, keeps_accents(typed, word), std::cmp::Reverse(*at))
        });
        let (at, _, runs) = best?;
        free[at] = false;
        marks.extend(runs.into_iter().map(|chars| Mark { word: at, chars }));
    }
    Some(marks)
}

/// The words of the query that are words of the name, if they are most of what was typed.
fn most(query: &Query, name: &Name) -> Option<Vec<Mark>> {
    let length = |typed: &Typed| typed.folded.chars().count();
    let known = |typed: &&Typed| name.words.iter().any(|word| word.folded == typed.folded);
    let words: Vec<Typed> = query.words.iter().filter(known).cloned().collect();
    let (kept, all): (usize, usize) =
        (words.iter().map(length).sum(), query.words.iter().map(length).sum());
    if 2 * kept <= all || !words.iter().any(|word| length(word) > 2) {
        return None;
    }
    assign(&Query { words }, name, equal)
}

fn equal(typed: &Typed, word: &Word) -> Option<Vec<std::ops::Range<usize>>> {
    (typed.folded == word.folded).then(|| whole(word))
}

fn beginning(typed: &Typed, word: &Word) -> Option<Vec<std::ops::Range<usize>>> {
    let length = typed.folded.chars().count();
    word.folded.starts_with(&typed.folded).then(|| std::iter::once(0..length).collect())
}

fn scattered(typed: &Typed, word: &Word) -> Option<Vec<std::ops::Range<usize>>> {
    beginning(typed, word)
        .or_else(|| subsequence::find(&word.folded, &typed.folded).map(|found| found.runs))
}

/// One letter missing, too many, wrong, or two swapped, in words of three letters and more.
fn slipped(typed: &Typed, word: &Word) -> Option<Vec<std::ops::Range<usize>>> {
    scattered(typed, word).or_else(|| {
        let length = typed.folded.chars().count();
        let near = length > 2 && strsim::osa_distance(&typed.folded, &word.folded) == 1;
        near.then(|| whole(word))
    })
}

fn whole(word: &Word) -> Vec<std::ops::Range<usize>> {
    std::iter::once(0..word.folded.chars().count()).collect()
}

/// A single word of two letters or more, each of which begins a word, one after another.
fn initials(query: &Query, name: &Name) -> Option<Vec<Mark>> {
    let [typed] = query.words.as_slice() else { return None };
    let letters: Vec<char> = typed.folded.chars().collect();
    let begins = |(letter, word): (&char, &Word)| word.folded.starts_with(*letter);
    let run = (letters.len() > 1)
        .then(|| {
            name.words.windows(letters.len()).position(|run| letters.iter().zip(run).all(begins))
        })
        .flatten()?;
    Some((run..run + letters.len()).map(|word| Mark { word, chars: 0..1 }).collect())
}

/// The query without its spaces inside the name without its own; three letters at least.
fn substring(query: &Query, name: &Name) -> Option<Vec<Mark>> {
    let (typed, joined) = (query.joined(), name.joined());
    if typed.chars().count() < 3 {
        return None;
    }
    let start = joined[..joined.find(&typed)?].chars().count();
    let end = start + typed.chars().count();
    let mut at = 0;
    let mut marks = Vec::new();
    for (number, word) in name.words.iter().enumerate() {
        let length = word.folded.chars().count();
        let (from, to) = (start.max(at), end.min(at + length));
        if from < to {
            marks.push(Mark { word: number, chars: from - at..to - at });
        }
        at += length;
    }
    Some(marks)
}

fn mark(word: usize, from: usize, typed: &Typed) -> Mark {
    Mark { word, chars: from..from + typed.folded.chars().count() }
}

fn keeps_accents(typed: &Typed, word: &Word) -> bool {
    typed.accented.as_ref().is_some_and(|accented| word.accented.starts_with(accented.as_str()))
}

/// Tier, accents kept, position, closeness and length in one number; each has room for what names
/// can be, and is cut off there.
fn score(tier: Tier, query: &Query, name: &Name, marks: &[Mark]) -> i64 {
    let marked = |typed: &&Typed| {
        marks.iter().any(|mark| name.words.get(mark.word).is_some_and(|w| keeps_accents(typed, w)))
    };
    let kept = query.words.iter().filter(marked).count();
    let first = marks.iter().map(|mark| mark.word).min().unwrap_or(0);
    let last = marks.iter().map(|mark| mark.word).max().unwrap_or(0);
    let worse = |value: usize| 255 - i64::try_from(value.min(255)).unwrap_or(255);
    let parts = [
        9 - tier as i64,
        255 - worse(kept),
        worse(first),
        worse(last - first),
        worse(name.length()),
    ];
    parts.into_iter().fold(0, |score, part| score * 256 + part)
}
