//! The phrases of reports in prose: what the words around a number say about it.
//!
//! The lists are data: `prose_phrases.txt`, `prose_units.txt` and `prose_names.txt`.

use std::sync::LazyLock;

use super::phrase_lexicon::{Lexicon, classes};
use super::plan_verdict;
use crate::model::Status;

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
        /// "kế hoạch": a title that begins so announces a plan.
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

/// The phrases that say something about a number: those of the lists, and verdicts, whose words are put together.
#[derive(Debug)]
pub(crate) struct Phrases(Lexicon<Phrase>);

impl Phrases {
    /// Returns the number of words and the class of the longest phrase that begins at the first of `keys`,
    /// which are words and single punctuation marks in lower case.
    pub(crate) fn longest<K: AsRef<str>>(&self, keys: &[K]) -> Option<(usize, Phrase)> {
        let listed = self.0.longest(keys);
        let verdict = plan_verdict::longest(keys).and_then(|(length, status)| {
            let phrase = match status {
                Status::Met => Phrase::VerdictMet,
                Status::Exceeded => Phrase::VerdictExceeded,
                Status::Missed => Phrase::VerdictMissed,
                Status::InProgress | Status::NotAssessed => return None,
            };
            Some((length, phrase))
        });
        verdict.filter(|(length, _)| listed.is_none_or(|(other, _)| *length > other)).or(listed)
    }

    /// Returns the number of words of the longest phrase of a list that begins at the first of `keys`.
    pub(crate) fn longest_of<K: AsRef<str>>(&self, keys: &[K], class: Phrase) -> Option<usize> {
        self.0.longest_of(keys, class)
    }

    /// Whether a phrase of a list ends right before `keys[end]`; returns where it begins.
    pub(crate) fn ends_before<K: AsRef<str>>(
        &self,
        keys: &[K],
        end: usize,
        class: Phrase,
    ) -> Option<usize> {
        self.0.ends_before(keys, end, class)
    }
}

/// What the words around a number say.
pub(crate) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases(Lexicon::parse(include_str!("../words/prose_phrases.txt"), Phrase::named))
});

/// Units behind numbers.
pub(crate) static UNITS: LazyLock<Lexicon<UnitClass>> =
    LazyLock::new(|| Lexicon::parse(include_str!("../words/prose_units.txt"), UnitClass::named));

/// Words of dates, ordinals, names and headings.
pub(crate) static NAME_WORDS: LazyLock<Lexicon<NameWord>> =
    LazyLock::new(|| Lexicon::parse(include_str!("../words/prose_names.txt"), NameWord::named));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::words::word_list::{List, lists};

    #[test]
    fn the_longest_phrase_hides_the_words_in_it() {
        assert_eq!(PHRASES.longest(&["chứng", "chỉ", "đạt"]), Some((2, Phrase::Word)));
        assert_eq!(PHRASES.longest(&["đạt", "chuẩn"]), Some((2, Phrase::Word)));
        assert_eq!(PHRASES.longest(&["đạt", "97"]), Some((1, Phrase::Reach)));
        assert_eq!(PHRASES.longest(&["nước"]), None);
    }

    #[test]
    fn a_verdict_is_longer_than_its_verb_and_compounds_hide_it() {
        let phrase = |text: &str| PHRASES.longest(&text.split(' ').collect::<Vec<_>>());
        assert_eq!(phrase("vượt dự toán huyện giao 4"), Some((5, Phrase::VerdictExceeded)));
        assert_eq!(phrase("vượt mức 4"), Some((2, Phrase::Exceed)));
        assert_eq!(phrase("hoàn thành vượt mức"), Some((4, Phrase::VerdictExceeded)));
        assert_eq!(phrase("đạt tiêu chí"), Some((3, Phrase::Word)));
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
