//! The words between two quantities. They end what is said about the first (its complement), and begin
//! what is said about the second (a name, and the words that announce its value).

use std::ops::Range;

use super::complement::complement_end;
use super::items::{Sentence, What};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::lexicon::prose::{Phrase, UnitClass};

/// The words before a quantity, as ranges of the sentence's items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    /// Everything since the quantity before, or since the start of the sentence.
    pub(crate) all: Range<usize>,
    /// What belongs to the quantity before: "so với cùng kỳ", "kế hoạch".
    pub(crate) complement: Range<usize>,
    /// What may be a name.
    pub(crate) body: Range<usize>,
    /// What announces the value: "ước đạt trên".
    pub(crate) lead: Range<usize>,
    /// The strongest word of the lead, the nearest to the number.
    pub(crate) role: Option<Phrase>,
    /// Whether the lead says that the value is an estimate.
    pub(crate) estimate: bool,
    /// The item of a word such as "trên", which makes the value a bound.
    pub(crate) bound: Option<usize>,
    /// Whether an opening bracket is right before the lead.
    pub(crate) opens: bool,
}

/// The maximum number of items of a gap that are looked at: the last ones before the number.
const LONGEST: usize = 150;

/// What is around the quantities of a sentence.
pub(crate) struct Gaps {
    /// The gap before each quantity.
    pub(crate) before: Vec<Gap>,
    /// What is said behind each quantity about it.
    pub(crate) complements: Vec<Range<usize>>,
}

/// Returns what is around the quantities of a sentence.
pub(crate) fn gaps(sentence: &Sentence<'_>) -> Gaps {
    let mut before: Vec<Gap> = Vec::with_capacity(sentence.places.len());
    let mut start = 0;
    for (at, place) in sentence.places.iter().enumerate() {
        before.push(gap(sentence, start..*place, at > 0));
        start = place + 1;
    }
    let end = sentence.items.len();
    let last = sentence.quantities.last();
    let end = end.min(start + LONGEST);
    let behind_last = start..complement_end(sentence, start..end, last);
    let complements = before.iter().skip(1).map(|gap| gap.complement.clone());
    let complements = complements.chain([behind_last]).collect();
    Gaps { before, complements }
}

fn gap(sentence: &Sentence<'_>, all: Range<usize>, behind_quantity: bool) -> Gap {
    let mut lead = lead(sentence, &all);
    // "đóng góp 1,8 tỷ đồng" is no contribution to a growth.
    if lead.role == Some(Phrase::Contribute) && !is_rate(sentence, all.end) {
        lead = Lead { items: all.end..all.end, role: None, ..lead };
    }
    let until = lead.items.start;
    // Nobody writes a name of hundreds of words, and a text may have no numbers for megabytes.
    let all = all.start.max(all.end.saturating_sub(LONGEST))..all.end;
    let complement = all.start..if behind_quantity {
        complement_end(sentence, all.start..until, quantity_before(sentence, all.start))
    } else {
        all.start
    };
    let opens = until > all.start && sentence.is_mark(until - 1, "(");
    // "ước tổng thiệt hại 5 tỷ đồng": the estimate is before the name.
    let last_mark = (complement.end..until).rev().find(|at| sentence.is_mark(*at, ",;:"));
    let name_start = last_mark.map_or(complement.end, |at| at + 1);
    let before_name = (name_start..until).any(|at| sentence.phrase(at) == Some(Phrase::Estimate));
    Gap {
        body: complement.end..until,
        complement,
        all,
        role: lead.role,
        estimate: lead.estimate || before_name,
        bound: lead.bound,
        lead: lead.items,
        opens,
    }
}

struct Lead {
    items: Range<usize>,
    role: Option<Phrase>,
    estimate: bool,
    bound: Option<usize>,
}

/// Reads the words right before a number, from right to left.
fn lead(sentence: &Sentence<'_>, all: &Range<usize>) -> Lead {
    let mut lead = Lead { items: all.end..all.end, role: None, estimate: false, bound: None };
    for at in all.clone().rev() {
        let taken = match sentence.items[at].what {
            What::Phrase(Phrase::Estimate) => {
                lead.estimate = true;
                true
            }
            What::Phrase(Phrase::Approx) => {
                if lead.bound.is_none() && lead.role.is_none() {
                    lead.bound = Some(at);
                }
                true
            }
            // "thu bình quân hằng năm tăng 5%" is another indicator than "thu tăng bình quân hằng năm 5%".
            // "trồng rừng mới 5.257 ha": "mới" belongs to the noun before it.
            What::Phrase(Phrase::Adverb) if sentence.key(at) == "mới" => {
                lead.role.is_some() && !sentence.is_mark(at + 1, ":")
            }
            What::Phrase(Phrase::Adverb) => sentence.key(at) != "bình" || lead.role.is_none(),
            What::Phrase(phrase) if announces(phrase) => {
                // "từ" and "trên" before a word that already announces the value belong to a name.
                let second = lead.role.is_some();
                if second
                    && !matches!(
                        phrase,
                        Phrase::Reach | Phrase::Up | Phrase::Down | Phrase::Equal | Phrase::To
                    )
                {
                    false
                } else {
                    lead.role.get_or_insert(phrase);
                    true
                }
            }
            // "trong đó: 514 trường mầm non" begins a list, and no value of what is named.
            What::Mark
                if matches!(sentence.key(at), ":" | "=")
                    && lead.role.is_none()
                    && !(at > all.start && sentence.phrase(at - 1) == Some(Phrase::Part)) =>
            {
                lead.role =
                    Some(if sentence.key(at) == ":" { Phrase::Reach } else { Phrase::Equal });
                true
            }
            _ => false,
        };
        if !taken {
            break;
        }
        lead.items.start = at;
        if sentence.is_mark(at, ":") {
            break;
        }
    }
    lead
}

/// Whether a quantity is in percent or points.
fn is_rate(sentence: &Sentence<'_>, at: usize) -> bool {
    match sentence.items.get(at).map(|item| item.what) {
        Some(What::Quantity(index)) => matches!(
            sentence.quantities[index].class,
            UnitClass::Percent | UnitClass::Points | UnitClass::Score
        ),
        _ => false,
    }
}

/// Whether a phrase announces the value behind it.
fn announces(phrase: Phrase) -> bool {
    matches!(
        phrase,
        Phrase::Reach
            | Phrase::Equal
            | Phrase::Share
            | Phrase::Contribute
            | Phrase::Up
            | Phrase::Down
            | Phrase::Exceed
            | Phrase::From
            | Phrase::To
            | Phrase::Rank
            | Phrase::Times
            | Phrase::Respectively
            | Phrase::VerdictExceeded
    )
}

fn quantity_before<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s Quantity> {
    match sentence.items.get(at.checked_sub(1)?)?.what {
        What::Quantity(index) => sentence.quantities.get(index),
        _ => None,
    }
}

/// The quantity that a gap is before.
pub(crate) fn quantity_behind<'s>(sentence: &'s Sentence<'_>, gap: &Gap) -> Option<&'s Quantity> {
    match sentence.items.get(gap.all.end)?.what {
        What::Quantity(index) => sentence.quantities.get(index),
        _ => None,
    }
}
