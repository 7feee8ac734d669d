//! The subject of an indicator whose name says nothing alone: "Cháy xảy ra 12 vụ, làm chết 3 người".

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::place;
use crate::lexicon::prose_words::NEEDS_SUBJECT;
use crate::text::lower_case::LowerCase;

/// The most indicators that are looked at for the cases.
const MOST: usize = 20;

impl SentenceReader<'_, '_> {
    /// Gives such an indicator the cases that were counted last in the sentence as its parent; there is a doubt where
    /// none are.
    pub(super) fn take_subject(&self, row: &mut DraftRow, gap: &Gap) {
        let alone = |name: &str| NEEDS_SUBJECT.contains(&name.lower_case());
        let own_place = self.place(gap);
        let of_place =
            |parent: &String| place::is_place(parent) || own_place.as_ref() == Some(parent);
        let labelled = row.parents.iter().any(|parent| !of_place(parent));
        let caused = is_caused(self.sentence, gap);
        if labelled || !alone(&row.name) && !caused {
            return;
        }
        let mut own = self.own_rows().rev().take(MOST).filter_map(|row| self.state.rows.get(row));
        let cases = |row: &&DraftRow| {
            row.unit.as_deref().is_some_and(|unit| matches!(unit, "vụ" | "ca" | "trận" | "đợt"))
        };
        match own.find(|row| cases(row) && !alone(&row.name)) {
            Some(cases) => row.parents.push(cases.name.clone()),
            None => row.doubt(Doubt::NameLength),
        }
    }
}

/// Whether the words right before a count of persons say that something did it to them: "01 vụ ngộ độc làm 14 người
/// mắc".
fn is_caused(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let last = gap.all.end.checked_sub(1).filter(|at| gap.all.contains(at));
    let done = last.is_some_and(|at| matches!(&*sentence.lower(at), "làm" | "khiến"));
    done && quantity_behind(sentence, gap).is_some_and(Quantity::is_count)
}
