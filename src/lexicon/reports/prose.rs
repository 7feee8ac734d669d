//! The phrases of reports in prose: what the words around a number say about it.
//!
//! The lists are data: `prose_phrases.txt`, `prose_units.txt` and `prose_names.txt`, in the form of
//! [word lists](crate::lexicon::words::word_list); the name of a list is that of a class. Of several phrases that begin at one word, the
//! longest counts, so that "chứng chỉ" hides the "chỉ" in it.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::lexicon::words::word_list::{List, lists};

/// Declares a class of phrases with the names that its variants have in the data.
macro_rules! classes {
    ($(#[$doc:meta])* $class:ident { $($(#[$about:meta])* $variant:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum $class { $($(#[$about])* $variant,)* }

        impl $class {
            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

classes! {
    /// What a phrase says about the number that follows or precedes it.
    Phrase {
        /// "đạt": the value follows.
        Reach "reach",
        /// "bằng": the value, or an index.
        Equal "equal",
        /// "chiếm": a share of the value named before.
        Share "share",
        /// "đóng góp": a contribution to a growth.
        Contribute "contribute",
        /// "tăng".
        Up "up",
        /// "giảm".
        Down "down",
        /// "vượt".
        Exceed "exceed",
        /// "từ": an earlier value.
        From "from",
        /// "xuống còn": the value after an earlier one.
        To "to",
        /// "ước".
        Estimate "estimate",
        /// "trên", "khoảng".
        Approx "approx",
        /// "đã", "được": without influence.
        Adverb "adverb",
        /// "kế hoạch".
        Plan "plan",
        /// "so với".
        Compare "compare",
        /// "năm", "cùng kỳ".
        Time "time",
        /// "xếp thứ".
        Rank "rank",
        /// "trong đó".
        Part "part",
        /// "lũy kế".
        Sum "sum",
        /// "và", "nhưng".
        And "and",
        /// "lần lượt".
        Respectively "respectively",
        /// "phấn đấu".
        Target "target",
        /// "có": what is counted follows the number.
        Have "have",
        /// "trồng": what it is done to follows the number.
        Verb "verb",
        /// "toàn tỉnh".
        Place "place",
        /// "gấp".
        Times "times",
        /// "trong", "theo": begins a phrase that is no name.
        Prep "prep",
        /// "kịp thời": begins a sentence about work, and no name.
        Opener "opener",
        /// "đạt kế hoạch".
        VerdictMet "verdict met",
        /// "vượt kế hoạch".
        VerdictExceeded "verdict exceeded",
        /// "không đạt kế hoạch".
        VerdictMissed "verdict missed",
        /// A phrase that only looks like one of the above.
        Word "word",
    }
}

classes! {
    /// What a unit behind a number measures.
    UnitClass {
        /// "triệu".
        Scale "scale",
        /// "%".
        Percent "percent",
        /// "‰".
        Permille "permille",
        /// "điểm phần trăm".
        Points "points",
        /// "đồng".
        Money "money",
        /// "ha".
        Measure "measure",
        /// "điểm".
        Score "score",
        /// "bậc".
        Place "place",
        /// "lần".
        Times "times",
        /// "xã": things that are counted, which also name the indicator.
        Count "count",
        /// "người": what a unit is per, behind a slash.
        Per "per",
    }
}

classes! {
    /// Words around a number that is no figure, and words by which names are recognised.
    NameWord {
        /// "năm".
        YearBefore "year before",
        /// "ngày".
        DateBefore "date before",
        /// "tháng".
        MonthBefore "month before",
        /// "quý".
        QuarterBefore "quarter before",
        /// "lần thứ".
        OrdinalBefore "ordinal before",
        /// "tuổi".
        DurationAfter "duration after",
        /// "trong".
        GroupBefore "group before",
        /// "chỉ tiêu".
        TotalNoun "total noun",
        /// "tỷ lệ".
        Head "head",
        /// "công nghiệp".
        Sector "sector",
        /// "mục tiêu".
        Aims "aims",
        /// "một số chỉ tiêu": of a plan, or of its results.
        WeakAims "weak aims",
        /// "kết quả".
        Results "results",
        /// "điện thoại".
        ContactBefore "contact before",
        /// "đến nay".
        Done "done",
        /// "kế hoạch": a title that begins so is that of a plan.
        PlanTitle "plan title",
        /// "kế hoạch": with a colon, a label whose figures are targets.
        PlanLabel "plan label",
        /// "volume": what an English change can be in.
        Amount "amount",
        /// "giải ngân": what a plan is compared with.
        ResultOfPlan "result of plan",
        /// "sử dụng": no name of an indicator by itself.
        Bare "bare",
    }
}

/// Phrases by their first word, the longest first.
#[derive(Debug)]
pub(crate) struct Lexicon<C> {
    by_first: HashMap<&'static str, Vec<(Vec<&'static str>, C)>, FixedState>,
    /// The classes of the phrases that end with a word.
    by_last: HashMap<&'static str, Vec<C>, FixedState>,
}

impl<C: Copy + PartialEq> Lexicon<C> {
    fn parse(text: &'static str, class: impl Fn(&str) -> Option<C>) -> Self {
        let mut by_first: HashMap<&'static str, Vec<(Vec<&'static str>, C)>, FixedState> =
            HashMap::default();
        let mut by_last: HashMap<&'static str, Vec<C>, FixedState> = HashMap::default();
        for List { name, words: phrases } in lists(text) {
            let Some(class) = class(name) else { continue };
            for phrase in phrases {
                let words: Vec<&str> = words(phrase).collect();
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                let classes = by_last.entry(last).or_default();
                if !classes.contains(&class) {
                    classes.push(class);
                }
                by_first.entry(first).or_default().push((words, class));
            }
        }
        for phrases in by_first.values_mut() {
            // A stable sort: of two lists with one phrase the first in the file counts.
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_first, by_last }
    }

    /// Returns the number of words and the class of the longest phrase that begins at the first of `keys`,
    /// which are words and single punctuation marks in lower case.
    pub(crate) fn longest<K: AsRef<str>>(&self, keys: &[K]) -> Option<(usize, C)> {
        let fits = |words: &[&str]| {
            words.len() <= keys.len()
                && words.iter().zip(keys).all(|(word, key)| *word == key.as_ref())
        };
        let phrases = self.by_first.get(keys.first()?.as_ref())?;
        phrases.iter().find(|(words, _)| fits(words)).map(|(words, class)| (words.len(), *class))
    }

    /// Returns the number of words of the longest phrase of one class that begins at the first of `keys`.
    pub(crate) fn longest_of<K: AsRef<str>>(&self, keys: &[K], class: C) -> Option<usize> {
        let fits = |words: &[&str]| {
            words.len() <= keys.len()
                && words.iter().zip(keys).all(|(word, key)| *word == key.as_ref())
        };
        let phrases = self.by_first.get(keys.first()?.as_ref())?;
        let of_class = phrases.iter().filter(|(_, own)| *own == class);
        of_class.map(|(words, _)| words).find(|words| fits(words)).map(Vec::len)
    }

    /// Whether a phrase of a class ends right before `keys[end]`; returns where it begins.
    pub(crate) fn ends_before<K: AsRef<str>>(
        &self,
        keys: &[K],
        end: usize,
        class: C,
    ) -> Option<usize> {
        const LONGEST: usize = 6;
        // Asked for nearly every number, and few are behind such a phrase.
        let last = keys.get(end.checked_sub(1)?)?;
        if !self.by_last.get(last.as_ref())?.contains(&class) {
            return None;
        }
        let first = end.saturating_sub(LONGEST);
        (first..end).find(|from| {
            keys.get(*from..end)
                .is_some_and(|keys| self.longest_of(keys, class) == Some(keys.len()))
        })
    }
}

/// Splits a phrase as sentences are split: words, and punctuation marks one by one.
fn words(phrase: &'static str) -> impl Iterator<Item = &'static str> {
    let is_word = |c: char| c.is_alphanumeric();
    let mut rest = phrase;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// What the words around a number say.
pub(crate) static PHRASES: LazyLock<Lexicon<Phrase>> =
    LazyLock::new(|| Lexicon::parse(include_str!("../words/prose_phrases.txt"), Phrase::named));

/// Units behind numbers.
pub(crate) static UNITS: LazyLock<Lexicon<UnitClass>> =
    LazyLock::new(|| Lexicon::parse(include_str!("../words/prose_units.txt"), UnitClass::named));

/// Words of dates, ordinals, names and headings.
pub(crate) static NAME_WORDS: LazyLock<Lexicon<NameWord>> =
    LazyLock::new(|| Lexicon::parse(include_str!("../words/prose_names.txt"), NameWord::named));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_hides_the_words_in_it() {
        assert_eq!(PHRASES.longest(&["chứng", "chỉ", "đạt"]), Some((2, Phrase::Word)));
        assert_eq!(PHRASES.longest(&["đạt", "chuẩn"]), Some((2, Phrase::Word)));
        assert_eq!(PHRASES.longest(&["đạt", "97"]), Some((1, Phrase::Reach)));
        assert_eq!(PHRASES.longest(&["nước"]), None);
    }

    #[test]
    fn every_list_is_a_class() {
        for List { name, .. } in lists(include_str!("../words/prose_phrases.txt")) {
            assert!(Phrase::named(name).is_some(), "{name}");
        }
        for List { name, .. } in lists(include_str!("../words/prose_units.txt")) {
            assert!(UnitClass::named(name).is_some(), "{name}");
        }
        for List { name, .. } in lists(include_str!("../words/prose_names.txt")) {
            assert!(NameWord::named(name).is_some(), "{name}");
        }
    }
}
