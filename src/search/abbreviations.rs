//! Abbreviations that offices write for phrases, and people type for them.

use std::sync::LazyLock;

use crate::text::fold::fold;

/// An abbreviation of a phrase, both folded.
#[derive(Debug)]
pub(super) struct Abbreviation {
    pub(super) short: String,
    pub(super) phrase: Vec<String>,
}

static ALL: LazyLock<Vec<Abbreviation>> = LazyLock::new(|| {
    let lines = include_str!("abbreviations.txt").lines().filter(|line| !line.starts_with('#'));
    let read = |line: &str| {
        let (short, phrase) = line.split_once(' ')?;
        let phrase = fold(phrase).split(' ').map(str::to_owned).collect();
        Some(Abbreviation { short: fold(short), phrase })
    };
    let mut all: Vec<_> = lines.filter_map(read).collect();
    // The longest phrase of an abbreviation is the surest.
    all.sort_by_key(|one| std::cmp::Reverse(one.phrase.len()));
    all
});

/// All of them, those of the longest phrases first.
pub(super) fn all() -> &'static [Abbreviation] {
    &ALL
}

/// The phrases of an abbreviation, in words, the longest first.
pub(super) fn phrases(short: &str) -> Vec<&'static [String]> {
    let matching = all().iter().filter(|one| one.short == short);
    matching.map(|one| one.phrase.as_slice()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_can_stand_for_several_phrases() {
        let words: Vec<_> = phrases("khcn").iter().map(|phrase| phrase.join(" ")).collect();
        assert_eq!(words, ["khoa hoc va cong nghe", "khoa hoc cong nghe"]);
    }

    #[test]
    fn no_line_is_there_twice_or_without_a_phrase() {
        let lines: Vec<_> = include_str!("abbreviations.txt").lines().collect();
        let read = lines.iter().filter(|line| !line.starts_with('#')).count();
        assert_eq!(all().len(), read);
        let mut known: Vec<_> = all().iter().map(|one| (&one.short, &one.phrase)).collect();
        known.sort();
        assert!(known.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
