//! The stages of the capital of a project: what is allotted, the work that is done, what is paid
//! for it, what is settled. Each is a value of its own, whatever its period is.

use super::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/measures.txt");

static ALLOTTED: WordList = WordList::of(FILE, "capital allotted");
static DONE: WordList = WordList::of(FILE, "work done");
static PAID: WordList = WordList::of(FILE, "capital paid");
static SETTLED: WordList = WordList::of(FILE, "capital settled");

/// A stage of the capital of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CapitalStage {
    Allotted,
    Done,
    Paid,
    Settled,
}

impl CapitalStage {
    /// The stage that a heading names; `None` for any other heading, and for one that names several: "Giá trị khối
    /// lượng giải ngân".
    pub(crate) fn of(heading: &str) -> Option<Self> {
        let key = key(heading);
        let stages = [
            (&ALLOTTED, Self::Allotted),
            (&DONE, Self::Done),
            (&PAID, Self::Paid),
            (&SETTLED, Self::Settled),
        ];
        let mut named = stages.into_iter().filter(|(words, _)| has(&key, words));
        let first = named.next().map(|(_, stage)| stage);
        first.filter(|_| named.next().is_none())
    }
}

/// Whether a heading is of capital that was given for an earlier year, which its year is, and is paid in this one: "Vốn
/// năm 2023 kéo dài".
pub(crate) fn is_carried_over(heading: &str) -> bool {
    static CARRIED: WordList = WordList::of(FILE, "capital carried over");
    let key = key(heading);
    has(&key, &CARRIED) && has(&key, &["von", "giai ngan"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_one_stage_or_none() {
        for (heading, stage) in [
            ("Lũy kế vốn bố trí đến hết năm 2023", Some(CapitalStage::Allotted)),
            ("Khối lượng thực hiện", Some(CapitalStage::Done)),
            ("Giá trị nghiệm thu", Some(CapitalStage::Done)),
            ("Giải ngân đến 30/9/2024", Some(CapitalStage::Paid)),
            ("Giá trị khối lượng giải ngân", None),
            ("Thực hiện năm 2024", None),
        ] {
            assert_eq!(CapitalStage::of(heading), stage, "{heading}");
        }
    }
}
