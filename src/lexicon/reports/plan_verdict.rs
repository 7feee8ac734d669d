//! Verdicts about plans in reports, whose words are put together: "vượt" + "dự toán" + "tỉnh giao", "exceeding" + "the
//! annual" + "plan". The words are data: `prose_verdicts.txt`.

use std::sync::LazyLock;

use super::phrase_lexicon::{Lexicon, classes};
use super::prose_words::{GIVES_PLANS, PLAN_GIVERS};
use crate::model::Status;

classes! {
    /// The words of a verdict, in their order.
    VerdictWord {
        /// "đạt".
        Met "met",
        /// "vượt".
        Exceeded "exceeded",
        /// "không đạt".
        Missed "missed",
        /// "the annual".
        BeforePlan "before plan",
        /// "kế hoạch".
        Plan "plan",
        /// "năm".
        BehindPlan "behind plan",
        /// "đã".
        BeforeGiver "before giver",
        /// "bằng nghị quyết".
        Nothing "no verdict",
    }
}

static WORDS: LazyLock<Lexicon<VerdictWord>> = LazyLock::new(|| {
    Lexicon::parse(include_str!("../words/prose_verdicts.txt"), VerdictWord::named)
});

/// Returns the number of words and the status of the longest verdict that begins at the first of `keys`.
pub(super) fn longest<K: AsRef<str>>(keys: &[K]) -> Option<(usize, Status)> {
    let (verb, word) = WORDS.longest(keys)?;
    let status = match word {
        VerdictWord::Met => Status::Met,
        VerdictWord::Exceeded => Status::Exceeded,
        VerdictWord::Missed => Status::Missed,
        _ => return None,
    };
    let plan = all_of(keys, verb, VerdictWord::BeforePlan);
    let end = all_of(keys, plan, VerdictWord::Plan);
    (end > plan).then(|| (end_behind_plan(keys, end), status))
}

/// Returns the word behind all phrases of a class from one word on.
fn all_of<K: AsRef<str>>(keys: &[K], from: usize, class: VerdictWord) -> usize {
    let mut end = from;
    while let Some(length) = keys.get(end..).and_then(|keys| WORDS.longest_of(keys, class)) {
        end += length;
    }
    end
}

/// Returns the word behind what follows a plan: "năm", "tỉnh giao", "đã đề ra".
fn end_behind_plan<K: AsRef<str>>(keys: &[K], plan: usize) -> usize {
    let end = all_of(keys, plan, VerdictWord::BehindPlan);
    let mut giver = all_of(keys, end, VerdictWord::BeforeGiver);
    let is_giver = |key: &K| PLAN_GIVERS.contains(key.as_ref());
    giver += keys.iter().skip(giver).take_while(|key| is_giver(key)).count();
    giver = all_of(keys, giver, VerdictWord::BeforeGiver);
    let gives = |words: &&str| {
        let mut at = giver..;
        words.split(' ').all(|word| {
            let key = at.next().and_then(|at| keys.get(at));
            key.is_some_and(|key| key.as_ref() == word)
        })
    };
    let given = GIVES_PLANS.iter().find(|words| gives(words));
    given.map_or(end, |words| giver + words.split(' ').count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::words::word_list::{List, lists};

    #[test]
    fn puts_every_verb_together_with_every_plan_and_giver() {
        for (text, verdict) in [
            ("vượt kế hoạch", Some((3, Status::Exceeded))),
            ("vượt mức dự toán được giao", Some((6, Status::Exceeded))),
            ("hoàn thành vượt mức chỉ tiêu nghị quyết đại hội", Some((10, Status::Exceeded))),
            ("đạt và vượt kế hoạch năm", Some((6, Status::Exceeded))),
            ("bảo đảm chỉ tiêu thủ tướng chính phủ giao", Some((9, Status::Met))),
            ("bằng dự toán hđnd tỉnh phê duyệt", Some((7, Status::Met))),
            ("đạt kế hoạch đã đề ra", Some((6, Status::Met))),
            ("chưa hoàn thành dự toán được giao", Some((7, Status::Missed))),
            ("không đạt so với kế hoạch tỉnh", Some((6, Status::Missed))),
            ("met its annual plan", Some((4, Status::Met))),
            ("beat the year-end target of", Some((6, Status::Exceeded))),
            ("missed the full-year estimate", Some((6, Status::Missed))),
        ] {
            let keys: Vec<&str> = text
                .split(' ')
                .flat_map(|word| word.split_inclusive('-'))
                .flat_map(|word| match word.strip_suffix('-') {
                    Some(word) => vec![word, "-"],
                    None => vec![word],
                })
                .collect();
            assert_eq!(longest(&keys), verdict, "{text}");
        }
    }

    #[test]
    fn a_verb_without_a_plan_is_no_verdict() {
        for text in
            ["vượt", "đạt chuẩn", "bằng nghị quyết", "đảm bảo mục tiêu", "meeting the", "kế hoạch"]
        {
            assert_eq!(longest(&text.split(' ').collect::<Vec<_>>()), None, "{text}");
        }
    }

    #[test]
    fn every_list_is_a_class() {
        for List { name, .. } in lists(include_str!("../words/prose_verdicts.txt")) {
            assert!(VerdictWord::named(name).is_some(), "{name}");
        }
    }
}
