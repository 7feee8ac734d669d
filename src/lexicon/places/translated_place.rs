//! The name of a place that a source gives in two languages.

use super::place::words;

/// The first of the names of a place in two languages, where the second has no other words than the
/// first and English ones for kinds of places: "Huyện Ba Bể" of "Huyện Ba Bể - Ba Be district".
pub(crate) fn without_translation(text: &str) -> &str {
    const KINDS: [&str; 12] = [
        "city",
        "commune",
        "district",
        "island",
        "municipality",
        "of",
        "province",
        "quarter",
        "the",
        "town",
        "township",
        "ward",
    ];
    let split = text.split_once(" - ").or_else(|| text.split_once(" – "));
    let Some((first, second)) = split.or_else(|| text.split_once('\n')) else { return text };
    let own = words(first);
    let is_own = |word: &str| own.split(' ').any(|known| known == word);
    let translated = words(second);
    let named = translated.split(' ').filter(|word| !KINDS.contains(word));
    let is_translated = second.is_ascii()
        && named.clone().next().is_some()
        && named.into_iter().all(is_own)
        && (!first.is_ascii() || translated.split(' ').any(|word| KINDS.contains(&word)));
    if is_translated { first.trim() } else { text }
}
