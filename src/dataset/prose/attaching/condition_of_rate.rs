//! Which of several things are counted, by the rate that each of them has at least or at most:
//! "8/10 huyện có tỷ lệ giải ngân trên 70%". The rate is no figure of its own.

use std::ops::Range;

use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Whether a bounded rate says which ones the count before it counts; its name goes on with it.
    pub(super) fn takes_condition_of_rate(
        &mut self,
        gap: &Gap,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> bool {
        let sentence = self.sentence;
        let rate =
            matches!(quantity.class, UnitClass::Percent | UnitClass::Score | UnitClass::Points);
        let bounded = gap.bound.is_some() || OpenSide::at(&sentence.tokens, quantity.to).is_some();
        let own = !gap.complement.is_empty()
            && gap.body.is_empty()
            && !gap.all.clone().any(|at| sentence.is_mark(at, ";:()"));
        let valued = matches!(role, QuantityRole::Value | QuantityRole::Share);
        if !(rate && bounded && own && valued) {
            return false;
        }
        let Some(has) = what_each_has(self.sentence, gap) else { return false };
        let from = sentence.items.get(has.start).map_or(quantity.from, |item| item.from);
        let open = OpenSide::at(&sentence.tokens, quantity.to).map_or(0, |_| OpenSide::TOKENS);
        let condition = join(&sentence.tokens, from, quantity.to + open);
        let before = sentence.lower_text(has.start..gap.complement.end.max(has.start));
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) else { return false };
        let class = row.unit.as_deref().and_then(class_of);
        let counted = row.count.is_some()
            || row.actual.is_some() && (class == Some(UnitClass::Count) || class.is_none());
        if !counted || !row.changes.is_empty() {
            return false;
        }
        // The name of the count may have the words of the condition, without its bound.
        let had = Some(&*before).filter(|before| !before.is_empty());
        let had = had.and_then(|before| row.name.lower_case().find(before));
        let cut = had.unwrap_or(row.name.len());
        row.name = format!("{} {condition}", row.name.get(..cut).unwrap_or_default().trim_end());
        self.doubt_joined_count();
        true
    }

    /// "12/15 sở và 8/10 huyện có tỷ lệ trên 70%": the first count has the same condition, which its name lacks.
    fn doubt_joined_count(&mut self) {
        let own = self.own_rows();
        let Some(row) = self.row.filter(|row| *row > own.start) else { return };
        let Some([first, second]) = self.state.rows.get_mut(row - 1..=row) else { return };
        let counts = first.count.is_some() == second.count.is_some() && first.changes.is_empty();
        if counts && first.at == second.at {
            first.doubt(Doubt::NameCut);
        }
    }
}

/// The words behind a count from what each of those counted has or reaches: "có tỷ lệ giải ngân".
fn what_each_has(sentence: &Sentence<'_>, gap: &Gap) -> Option<Range<usize>> {
    let has = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Have | Phrase::Reach))
            && !matches!(sentence.key(*at), "là" | "was" | "were" | "is" | "are")
    };
    let own = gap.complement.clone().find(has).filter(|has| has + 1 < gap.complement.end);
    // "8 of 10 districts scored above 80%".
    let scored = matches!(sentence.key(gap.lead.start), "scored" | "scoring");
    own.or(Some(gap.lead.start).filter(|_| scored)).map(|has| has..gap.lead.end)
}
