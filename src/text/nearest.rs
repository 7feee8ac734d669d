//! The name that was probably meant by one that does not exist.

use super::fold::fold;

/// The least letters of a part of a name: a shorter part occurs in too many names.
const SHORTEST_PART: usize = 3;

/// How much of a name is the same as the wanted one, from 0 to 1, where it may be meant.
const LEAST: f64 = 0.4;

/// Returns the name nearest to `wanted`, if one is near enough to be meant. Accents and case are ignored. A name
/// that begins with `wanted` goes before one that contains it, and that before names that differ by typos.
pub(crate) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(LEAST, wanted, names)
}

/// Returns the name nearest to `wanted` as [`nearest`] does, of which at least a part `least` is the same.
pub(crate) fn nearest_within<'a>(
    least: f64,
    wanted: &str,
    names: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = fold(wanted.trim());
    let scored = names.map(|name| {
        let folded = fold(name);
        let similarity = strsim::normalized_damerau_levenshtein(&wanted, &folded);
        let score = if folded == wanted {
            3.0
        } else if wanted.chars().count() >= SHORTEST_PART && folded.starts_with(&wanted) {
            2.0 + similarity
        } else if wanted.chars().count() >= SHORTEST_PART && folded.contains(&wanted) {
            1.0 + similarity
        } else {
            similarity
        };
        (score, name)
    });
    let near = scored.filter(|(score, _)| *score > least);
    near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_goes_before_a_part_and_that_before_a_typo() {
        let near = |wanted: &str, names: &[&'static str]| nearest(wanted, names.iter().copied());
        assert_eq!(near("HO", &["hộ", "ho-ngheo"]), Some("hộ"));
        assert_eq!(near("ngh", &["ho-ngheo", "ngheo", "nge"]), Some("ngheo"));
        assert_eq!(near("ngheo", &["ho-ngheo", "nghoe"]), Some("ho-ngheo"));
        assert_eq!(near("serch", &["list", "search"]), Some("search"));
        assert_eq!(near("xyz", &["list", "search"]), None);
    }
}
