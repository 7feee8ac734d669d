//! Figures and words that belong to no indicator of their own: fractions, causes, the conditions of a count.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name_word::has_content;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Fate;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{WHOLES, WORTH_OF_EACH};

impl SentenceReader<'_, '_> {
    /// "giảm 4,1% so với quý II do ảnh hưởng của bão nhưng vẫn tăng 6,4%": the words before a figure give the cause of
    /// what was said before, and no name.
    pub(super) fn is_cause(&self, body: &Range<usize>, found: &BeforeFigure) -> bool {
        let sentence = self.sentence;
        let words = body.start..found.words.start;
        let because = |at: usize| {
            matches!(sentence.key(at), "do" | "nhờ" | "vì" | "bởi" | "due" | "because" | "thanks")
        };
        let joined = !found.words.is_empty()
            && !words.is_empty()
            && words.clone().all(|at| because(at) || matches!(sentence.key(at), "to" | "of"));
        let apart = body.clone().any(|at| sentence.is_mark(at, ",;:()"));
        let back = (found.words.end..body.end).any(|at| sentence.phrase(at) == Some(Phrase::And));
        self.row.is_some() && joined && back && !apart
    }

    /// "12 xã đạt từ 15 - 18 tiêu chí": which of them are counted; the name of the count goes on with it.
    pub(super) fn takes_condition(
        &mut self,
        gap: &Gap,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> bool {
        let sentence = self.sentence;
        let bounded =
            gap.bound.is_some() || quantity.high.is_some() || is_at_least(self.sentence, quantity);
        let joined = sentence.key(gap.lead.start) == "đạt"
            && gap.body.is_empty()
            && !gap.all.clone().any(|at| sentence.is_mark(at, ",;:()"));
        let fits = role == QuantityRole::Value && quantity.is_count() && bounded && joined;
        let from = sentence.items.get(gap.lead.start).map_or(quantity.from, |item| item.from);
        let to =
            quantity.to + if is_at_least(self.sentence, quantity) { OpenSide::TOKENS } else { 0 };
        let words = join(&sentence.tokens, from, to);
        let unread = self.last_decision().is_some_and(|last| last.fate == Fate::Unread);
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) else { return false };
        let counted = row.doubts.contains(&Doubt::NameBehind) && row.actual.is_some();
        let other = row.unit != quantity.unit && !unread;
        if !(fits && counted && other) {
            return false;
        }
        row.name = format!("{} {words}", row.name);
        true
    }

    /// "37 items with export value of over $1 billion", "212 doanh nghiệp có doanh thu trên 100 tỷ
    /// đồng": how much each of those that are counted is worth at least; the name of the count goes
    /// on with it.
    pub(super) fn takes_condition_of_worth(
        &mut self,
        gap: &Gap,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> bool {
        let sentence = self.sentence;
        let between = sentence.lower_text(gap.all.start..gap.lead.start);
        let named = WORTH_OF_EACH.iter().any(|worth| {
            let rest = between.strip_suffix(" of").unwrap_or(&between).strip_suffix(worth);
            rest.is_some_and(|rest| {
                [" có ", " đạt ", " with ", " having "]
                    .iter()
                    .any(|has| format!(" {rest}").ends_with(has))
            })
        });
        let apart = gap.all.clone().any(|at| sentence.is_mark(at, ",;:()"));
        let measured = matches!(quantity.class, UnitClass::Money | UnitClass::Measure);
        let fits =
            role == QuantityRole::Value && measured && gap.bound.is_some() && named && !apart;
        let behind = gap.complement.end.max(gap.all.start);
        let from = sentence.items.get(behind).map_or(quantity.from, |item| item.from);
        let words = join(&sentence.tokens, from, quantity.to);
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) else { return false };
        let counted = row.doubts.contains(&Doubt::NameBehind) && row.actual.is_some();
        if !(fits && counted && row.changes.is_empty()) {
            return false;
        }
        row.name = format!("{} {words}", row.name);
        true
    }
}

/// "chiếm 1/3 diện tích", "2/3 số xã": a fraction in its lowest terms says how large a share is, and counts nothing.
pub(super) fn is_fraction(sentence: &Sentence<'_>, context: &QuantityContext<'_>) -> bool {
    const LARGEST: u32 = 10;
    let QuantityContext { gap, quantity, complement, .. } = *context;
    let small = |value: Decimal| u32::try_from(value).ok().filter(|value| *value <= LARGEST);
    let parts = small(quantity.value).zip(quantity.whole.and_then(small));
    let lowest = parts.is_some_and(|(part, whole)| {
        let common = |by: u32| part % by == 0 && whole % by == 0;
        0 < part && part < whole && !(2..=part).any(common)
    });
    let of_whole = !complement.is_empty() && WHOLES.contains(sentence.key(complement.start));
    let named = gap.role == Some(Phrase::Share) || of_whole;
    lowest && quantity.unit.is_none() && named && gap.role != Some(Phrase::Rank)
}

/// "…; các huyện thấp gồm A 31,5%", "…; 2 chỉ tiêu đạt gồm …": the clause names the whole of its parts itself.
pub(super) fn names_own_whole(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let Some(mark) = gap.all.clone().rev().find(|at| sentence.is_mark(*at, ";")) else {
        return false;
    };
    let part = (mark..gap.all.end).find(|at| sentence.phrase(*at) == Some(Phrase::Part));
    part.is_some_and(|part| {
        let named = mark + 1..part;
        has_content(sentence, named.clone())
            || named.clone().any(|at| {
                matches!(sentence.items[at].what, What::Quantity(_) | What::Aside)
                    || sentence.phrase(at) == Some(Phrase::Plan)
            })
    })
}

fn is_at_least(sentence: &Sentence<'_>, quantity: &Quantity) -> bool {
    OpenSide::at(&sentence.tokens, quantity.to) == Some(OpenSide::Above)
}
