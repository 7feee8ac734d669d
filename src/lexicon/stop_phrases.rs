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
    let lines = include_str!("stop_phrases.txt").lines().filter(|line| !line.starts_with('#'));
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
            (Place::End, Some(last)) => last..last + 1,
            (Place::Anywhere, Some(last)) => 0..last + 1,
        };
        for at in places {
            let here = at..at + phrase.len();
            if words[here.clone()].iter().zip(phrase).all(|(word, pattern)| fits(word, pattern)) {
                filler[here].fill(true);
            }
        }
    }
    filler
}

/// Whether a word matches a pattern: a word of a phrase or a placeholder.
fn fits(word: &str, pattern: &str) -> bool {
    match pattern {
        "0" => matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit()),
        "2000" => is_year(word),
        "iv" => matches!(word, "i" | "ii" | "iii" | "iv"),
        _ => word == pattern,
    }
}

/// Whether a word is a year, or an abbreviated month or quarter: 2024, t10, q3.
fn is_period(word: &str) -> bool {
    let number = word.strip_prefix(['t', 'q']);
    is_year(word) || number.is_some_and(|number| fits(number, "0"))
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
    }
}
