//! Whose a figure is by what is above it: the item of a list that it goes with, or the institution with which its
//! paragraph begins.

use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::actor::actor_head;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{LEVELS, OWNERS};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Gives a count that goes with an item of a list that item as its parent: "cho vay nhà ở 142 tỷ đồng với 415 khách
    /// hàng".
    pub(super) fn take_item_of_list(&self, row: &mut DraftRow, gap: &Gap, is_behind: bool) {
        let sentence = self.sentence;
        let first = gap.all.clone().find(|at| !gap.complement.contains(at));
        let goes_with = first.is_some_and(|at| matches!(sentence.key(at), "với" | "cho" | "with"));
        let counted = quantity_behind(self.sentence, gap).is_some_and(Quantity::is_count);
        let item = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let Some(item) = item.filter(|_| goes_with && counted && is_behind) else { return };
        let of_list = !self.parts.is_empty() && item.parents == row.parents;
        // "14 lớp với 214 học sinh" are counted of the same.
        let other = item.unit.as_deref().and_then(class_of) != Some(UnitClass::Count);
        if of_list && other && item.actual.is_some() {
            row.parents.push(item.name.clone());
        }
    }

    /// Gives a count behind another one of a level that level as its parent: "tiểu học 171 trường, 87.905 học sinh".
    pub(super) fn take_level(&self, row: &mut DraftRow, gap: &Gap, is_behind: bool) {
        let sentence = self.sentence;
        let comma = sentence.is_mark(gap.body.start, ",") || sentence.key(gap.body.start) == "với";
        let bare = gap.body.len() <= 1 && gap.lead.is_empty() && gap.complement.is_empty();
        let counted = quantity_behind(self.sentence, gap).is_some_and(Quantity::is_count);
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let Some(before) = before.filter(|_| is_behind && comma && bare && counted) else { return };
        let is_level = |name: &str| LEVELS.contains(&name.lower_case());
        let level = match is_level(&before.name) {
            true => Some(&before.name),
            false => before.parents.last().filter(|parent| is_level(parent)),
        };
        let other = before.unit != row.unit || row.unit.is_none();
        if let Some(level) = level.filter(|level| other && !row.parents.contains(level)) {
            row.parents.push(level.clone());
        }
    }

    /// Gives what the sentences of a paragraph name without an owner the institution with which the
    /// paragraph begins: "Chi nhánh Ngân hàng A: Doanh số cho vay … . Tổng dư nợ …". It holds up to
    /// another one, or to the whole of a place.
    pub(super) fn take_owner_of_paragraph(
        &mut self,
        row: &mut DraftRow,
        gap: &Gap,
        is_labelled: bool,
    ) {
        let first = self.state.rows.len() == self.state.paragraph.start;
        if first && is_labelled && self.state.sentence.at.sentence == 1 {
            let label = self.parts.parents().first().filter(|label| is_institution(label));
            self.state.paragraph.owner = label.cloned();
            return;
        }
        if self.state.sentence.at.sentence == 1 {
            return;
        }
        let start = self.sentence.lower_text(0..self.sentence.items.len().min(2));
        let whole = ["toàn ", "cả "].iter().any(|word| start.starts_with(word))
            || gap.all.clone().any(|at| self.sentence.phrase(at) == Some(Phrase::Place));
        if is_labelled || whole || begins_with_actor(self.sentence) {
            self.state.paragraph.owner = None;
        }
        if let Some(owner) = &self.state.paragraph.owner
            && !row.parents.contains(owner)
        {
            row.parents.insert(0, owner.clone());
        }
    }
}

/// Whether a label is the name of an institution or a site: "Công ty Điện lực Vĩnh Sơn".
fn is_institution(label: &str) -> bool {
    let lower = label.lower_case();
    let begins =
        |kind: &&&str| lower.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(' '));
    OWNERS.iter().any(|kind| begins(&kind))
}

/// Whether the sentence begins with who does something: "Bệnh viện … khám … . Công an huyện bắt giữ …".
fn begins_with_actor(sentence: &Sentence<'_>) -> bool {
    let items = 0..sentence.items.len();
    let sector = sentence.key(0) == "ngành";
    sector || actor_head(sentence, items).is_some()
}
