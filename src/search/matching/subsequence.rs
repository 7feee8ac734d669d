//! Subsequence match: the letters of one word in order within another. Only this file uses
//! fuzzy-matcher.

use std::ops::Range;
use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().respect_case());

/// A subsequence match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subsequence {
    /// The score of SkimMatcherV2.
    pub(crate) score: i64,
    /// The matched characters of the word, as ranges.
    pub(crate) runs: Vec<Range<usize>>,
}

/// Finds `letters` in `word`, both folded. The first letters must be equal and at least half of the
/// word must be matched: letters that are scattered further mean nothing.
pub(crate) fn find(word: &str, letters: &str) -> Option<Subsequence> {
    let (length, wanted) = (word.chars().count(), letters.chars().count());
    if wanted < 2 || 2 * wanted < length || word.chars().next() != letters.chars().next() {
        return None;
    }
    let (score, places) = MATCHER.fuzzy_indices(word, letters)?;
    Some(Subsequence { score, runs: runs(places) })
}

/// Returns the longest common subsequence of `word` and `letters`, as ranges of characters of
/// `word`.
pub(crate) fn common(word: &str, letters: &str) -> Vec<Range<usize>> {
    let (word, letters): (Vec<char>, Vec<char>) =
        (word.chars().collect(), letters.chars().collect());
    // Dynamic programming: the length of the common subsequence from these positions on.
    let mut common = vec![vec![0; letters.len() + 1]; word.len() + 1];
    for w in (0..word.len()).rev() {
        for l in (0..letters.len()).rev() {
            common[w][l] = if word[w] == letters[l] {
                common[w + 1][l + 1] + 1
            } else {
                common[w + 1][l].max(common[w][l + 1])
            };
        }
    }
    let (mut w, mut l) = (0, 0);
    let mut places = Vec::new();
    while w < word.len() && l < letters.len() {
        if word[w] == letters[l] {
            places.push(w);
            (w, l) = (w + 1, l + 1);
        } else if common[w + 1][l] >= common[w][l + 1] {
            w += 1;
        } else {
            l += 1;
        }
    }
    runs(places)
}

fn runs(places: Vec<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in places {
        match runs.last_mut().filter(|run| run.end == place) {
            Some(run) => run.end += 1,
            None => runs.push(place..place + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_letters_in_order_that_are_not_scattered_far() {
        assert_eq!(find("ngheo", "ngho").unwrap().runs, [0..3, 4..5]);
        assert_eq!(find("ngheo", "gheo"), None);
        assert_eq!(find("ngheo", "nx"), None);
        assert_eq!(find("nghiepvu", "nv"), None);
    }

    #[test]
    fn returns_the_longest_common_subsequence() {
        assert_eq!(common("ngheo", "ngeo"), [0..2, 3..5]);
        assert_eq!(common("hanoi", "hai"), [0..2, 4..5]);
        assert_eq!(common("ho", "xy"), []);
    }
}
