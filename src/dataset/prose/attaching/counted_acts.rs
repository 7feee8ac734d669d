//! Counts of what somebody has done, and of what each of many has: the name is behind the figure.

use std::ops::Range;

use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::{self, Name};
use crate::dataset::prose::roles::role::Role;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{ACTORS, ACTS};

impl SentenceReader<'_, '_> {
    /// Whether the words before a figure say who has done what is counted: "Các bệnh viện thực hiện 9.120 ca phẫu
    /// thuật".
    fn is_act(&self, gap: &Gap, quantity: &Quantity, words: Range<usize>) -> bool {
        let sentence = self.sentence;
        let done = gap.lead.clone().any(|at| ACTS.contains(&sentence.lower(at)));
        let who = sentence.text(words).to_lowercase();
        let who = ["các ", "những "].iter().find_map(|many| who.strip_prefix(many)).unwrap_or(&who);
        let acts = ACTORS.iter().any(|actor| {
            who.strip_prefix(actor).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        let noun = quantity.noun.map(|noun| join(&sentence.tokens, noun, quantity.to));
        // "Các trường thực hiện 12 trường": how many of them.
        let of_them = noun.is_none_or(|noun| who.contains(&noun.to_lowercase()));
        done && acts && quantity.is_count() && !of_them
    }

    /// The name of what somebody has done.
    pub(super) fn act(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        found: &BeforeFigure,
    ) -> Option<Name> {
        let words = found.words.clone();
        if !self.is_act(gap, quantity, words.clone()) {
            return None;
        }
        let nothing = BeforeFigure { words: words.end..words.end, ..found.clone() };
        name::behind(self.sentence, &nothing, quantity, complement, false)
    }

    /// "phấn đấu hoàn thành thêm 02 tiêu chí": a target of how many more is none of how many there are.
    pub(super) fn with_more(&self, name: Name, gap: &Gap, role: Role) -> Name {
        let sentence = self.sentence;
        let last = gap.body.clone().next_back();
        let more = gap.lead.clone().chain(last).any(|at| {
            matches!(&*sentence.lower(at), "thêm" | "thêm được" | "có thêm" | "more" | "another")
        });
        let lower = name.text.to_lowercase();
        if !more || !self.state.target || role != Role::Value || lower.contains("thêm") {
            return name;
        }
        let text = format!("{} tăng thêm", name.text);
        Name { text, ..name }
    }

    /// Marks a count that is named by who has done it.
    pub(super) fn doubt_actor(&self, row: &mut DraftRow, gap: &Gap, found: &BeforeFigure) {
        let Some(quantity) = self.quantity_behind(gap) else { return };
        if self.is_act(gap, quantity, found.words.clone()) {
            row.doubt(Doubt::UnknownName);
        }
    }

    /// "CPI giảm 0,11% so với tháng trước; bình quân quý I tăng 3,41%": the average of what was named, against another
    /// period. Whether it is one.
    pub(super) fn take_averaged(&self, row: &mut DraftRow, gap: &Gap) -> bool {
        let average = row.name.to_lowercase();
        let bare = matches!(&*average, "bình quân" | "trung bình");
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let Some(before) = before.filter(|_| bare) else { return false };
        // "76/80 xã đạt chuẩn, bình quân 18,6 tiêu chí/xã": another thing, of each that was counted.
        let unit = self.quantity_behind(gap).and_then(|quantity| quantity.unit.as_deref());
        let each = unit.and_then(|unit| unit.split_once('/'));
        if let Some((thing, each)) = each.filter(|(thing, _)| {
            class_of(thing) == Some(UnitClass::Count) && before.unit.as_deref() != Some(*thing)
        }) {
            row.name = format!("Số {thing} bình quân mỗi {each}");
            row.evident = true;
            return true;
        }
        row.name = format!("{} {average}", before.name);
        row.parents.clone_from(&before.parents);
        true
    }

    /// "bình quân mỗi xã đạt 12,4 tiêu chí": what is counted of each is another thing than what is counted of all.
    pub(super) fn take_each(&self, row: &mut DraftRow, gap: &Gap) {
        let sentence = self.sentence;
        let averages = |at: &usize| {
            let words = sentence.text(*at..gap.body.end).to_lowercase();
            ["bình quân mỗi ", "trung bình mỗi ", "bình quân một ", "trung bình một "]
                .iter()
                .any(|each| words.starts_with(each))
        };
        let clause = gap.body.clone().rev().find(|at| sentence.is_mark(*at, ",;:"));
        let from = clause.map_or(gap.body.start, |at| at + 1);
        let Some(start) = (from..gap.body.end).find(averages) else { return };
        let ends = |at: &usize| {
            matches!(
                sentence.phrase(*at),
                Some(Phrase::Have | Phrase::Reach | Phrase::Adverb | Phrase::Estimate)
            ) && *at > start
                || sentence.items[*at].what == What::Mark
        };
        let end = (start..gap.body.end).find(ends).unwrap_or(gap.body.end);
        let each = sentence.text(start..end).to_lowercase();
        if !row.name.to_lowercase().contains(&each) {
            row.name = format!("{} {each}", row.name);
        }
    }
}
