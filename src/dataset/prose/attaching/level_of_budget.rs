//! Levels of a budget that a list names without the word for it: "ngân sách trung ương 312 tỷ đồng, tỉnh 120,4 tỷ đồng,
//! huyện 52 tỷ đồng".

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::lexicon::prose::UnitClass;
use crate::lexicon::prose_words::BUDGET_LEVELS;
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// The name of money of a level, alone behind that of another level.
    pub(super) fn level_of_budget(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> Option<Name> {
        let sentence = self.sentence;
        let row = self.state.rows.get(self.row.filter(|row| self.own_rows().contains(row))?)?;
        let listed = gap.lead.is_empty() && sentence.is_mark(gap.body.start, ",;");
        if role != QuantityRole::Value || quantity.class != UnitClass::Money || !listed {
            return None;
        }
        let words = sentence.lower_text(gap.body.start + 1..gap.body.end);
        let level = BUDGET_LEVELS.iter().find(|level| **level == words)?;
        let lower = row.name.lower_case();
        let mut owns = BUDGET_LEVELS.iter().filter_map(|level| lower.strip_suffix(*level));
        let budget =
            |own: &&str| matches!(*own, "ngân sách " | "vốn ngân sách " | "nguồn ngân sách ");
        let own = owns.find(budget)?;
        let text = format!("{own}{level}");
        Some(Name { text, label: None, period: None, behind: false })
    }
}
