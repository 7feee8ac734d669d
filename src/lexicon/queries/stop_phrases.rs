//! Filler words in queries, around the name of an indicator: "chỉ tiêu … năm 2024", "… của tỉnh là
//! bao nhiêu".

use std::sync::LazyLock;

/// A filler phrase, which a name need not contain.
struct Filler {
    phrase: Vec<&'static str>,
    place: Place,
}

/// Where in a query a phrase is a filler phrase.
enum Place {
    Anywhere,
    /// Only before all other words: "trong đó …".
    Start,
    /// Only after all other words: "… tăng không".
    End,
}

static PHRASES: LazyLock<Vec<Filler>> = LazyLock::new(|| {
    let lines =
        include_str!("../words/stop_phrases.txt").lines().filter(|line| !line.starts_with('#'));
    let filler = |line: &'static str| {
        let (phrase, place) = match (line.strip_suffix(" …"), line.strip_prefix("… ")) {
            (Some(phrase), _) => (phrase, Place::Start),
            (_, Some(phrase)) => (phrase, Place::End),
            _ => (line, Place::Anywhere),
        };
        Filler { phrase: phrase.split(' ').collect(), place }
    };
    lines.map(filler).collect()
});

/// Returns for each folded word whether it is a filler word.
pub(crate) fn filler_words(words: &[&str]) -> Vec<bool> {
    let mut filler: Vec<bool> = words.iter().map(|word| is_period(word)).collect();
    for Filler { phrase, place } in &*PHRASES {
        let last = words.len().checked_sub(phrase.len());
        let places = match (place, last) {
            (_, None) => 0..0,
            (Place::Start, _) => 0..1,
            (Place::End | Place::Anywhere, Some(last)) => 0..last + 1,
        };
        for at in places {
            let Some(length) = length_of(phrase, &words[at..]) else { continue };
            if !matches!(place, Place::End) || at + length == words.len() {
                filler[at..at + length].fill(true);
            }
        }
    }
    filler
}

/// Returns how many words are a phrase at their start; none if they are not.
fn length_of(phrase: &[&str], words: &[&str]) -> Option<usize> {
    let mut at = 0;
    for pattern in phrase {
        at += fit(words.get(at..)?, pattern)?;
    }
    Some(at)
}

/// Returns how many words at the start fit a pattern: a word of a phrase or a placeholder.
fn fit(words: &[&str], pattern: &str) -> Option<usize> {
    let word = words.first()?;
    match pattern {
        "0" => is_short_number(word).then_some(1),
        "n" if is_short_number(word) => Some(1),
        "n" => number_words(words),
        "2000" if is_year(word) => Some(1),
        "2000" => year_words(words),
        "iv" => matches!(*word, "i" | "ii" | "iii" | "iv").then_some(1),
        _ => (*word == pattern).then_some(1),
    }
}

fn is_short_number(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The numbers from one to nine as words, folded; four and five are also called otherwise behind others.
const DIGITS: [&str; 12] =
    ["mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "nham"];

/// Returns how many words at the start are the number of a month or a quarter: "chín", "mười hai".
fn number_words(words: &[&str]) -> Option<usize> {
    let is_digit = |at: usize| words.get(at).is_some_and(|word| DIGITS.contains(word));
    match words.first() {
        Some(&"muoi") => Some(1 + usize::from(matches!(words.get(1), Some(&("mot" | "hai"))))),
        _ => is_digit(0).then_some(1),
    }
}

/// Returns how many words at the start are a year of this century: "hai nghìn hai tư", "hai không hai lăm".
fn year_words(words: &[&str]) -> Option<usize> {
    let thousand = matches!(words, ["hai", "nghin" | "ngan" | "khong", ..]);
    let is_part = |word: &&&str| {
        DIGITS.contains(*word) || ["muoi", "khong", "tram", "linh", "le"].contains(*word)
    };
    let rest = words.iter().skip(2).take(MOST_BEHIND_THOUSAND).take_while(is_part).count();
    (thousand && rest > 1).then_some(2 + rest)
}

/// The most words behind the thousands of a year: "hai nghìn không trăm hai mươi lăm".
const MOST_BEHIND_THOUSAND: usize = 5;

/// Whether a word is a year, or an abbreviated month or quarter: 2024, t10, q3.
fn is_period(word: &str) -> bool {
    let number = word.strip_prefix(['t', 'q']);
    is_year(word) || number.is_some_and(is_short_number)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_filler_phrases_and_years() {
        let filler = |query: &str| {
            let words: Vec<_> = query.split(' ').collect();
            let filler = filler_words(&words);
            let kept = words.iter().zip(&filler).filter(|(_, filler)| !**filler);
            kept.map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(filler("chi tieu ho ngheo nam 2024"), "ho ngheo");
        assert_eq!(filler("ho ngheo cua tinh la bao nhieu"), "ho ngheo");
        assert_eq!(filler("gioi tinh khi sinh"), "gioi tinh khi sinh");
        assert_eq!(filler("ho ngheo den 31 12 2024"), "ho ngheo");
        assert_eq!(filler("ho ngheo cac thang 10 duoc giao"), "ho ngheo");
        assert_eq!(filler("muc do ho ngheo quy iii 9 thang dau nam"), "ho ngheo");
        assert_eq!(filler("lop 1 tre 5 tuoi"), "lop 1 tre 5 tuoi");
        assert_eq!(filler("trong do ho ngheo"), "ho ngheo");
        assert_eq!(filler("ho ngheo trong do thi"), "ho ngheo trong do thi");
        assert_eq!(filler("ho ngheo tang khong"), "ho ngheo");
        assert_eq!(filler("tang khong ho ngheo"), "tang khong ho ngheo");
        assert_eq!(filler("tim"), "");
        assert_eq!(filler("ho ngheo muoi mot thang dau nam"), "ho ngheo");
        assert_eq!(filler("thang muoi hai ho ngheo"), "ho ngheo");
        assert_eq!(filler("quy ba nam hai nghin hai lam ho ngheo"), "ho ngheo");
        assert_eq!(filler("ho ngheo nam hai nghin khong tram hai muoi tu"), "ho ngheo");
        assert_eq!(filler("sinh con thu ba"), "sinh con thu ba");
    }
}
