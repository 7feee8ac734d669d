//! Verbs that two counts share: "kiểm tra 48 tổ chức đảng và 160 đảng viên".

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{DONE_TO, DONE_WITH_MONEY};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Gives a count that is named by its unit the verb of the count before it, if both are what it is done to.
    pub(super) fn take_shared_verb(&self, row: &mut DraftRow, gap: &Gap) {
        let Some(verb) = self.verb_of_count_before(gap) else { return };
        // "kiểm tra 48 cơ sở, 12 cơ sở vi phạm": some of those.
        let unit = |quantity: &Quantity| quantity.unit.clone();
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        if before
            .is_some_and(|before| before.unit == quantity_behind(self.sentence, gap).and_then(unit))
        {
            return;
        }
        let lower = row.name.lower_case();
        if !DONE_TO.iter().any(|own| lower.starts_with(own)) {
            row.name = format!("{verb} {lower_first}", lower_first = lower_first(&row.name));
        }
    }

    /// "Vốn trung ương giải ngân 51%; vốn địa phương 38%": the second one leaves out what was done with it.
    pub(super) fn take_verb_of_money(&self, row: &mut DraftRow, gap: &Gap) {
        let joined = gap.complement.is_empty() && self.sentence.is_mark(gap.body.start, ",;");
        let plain = matches!(gap.role, None | Some(Phrase::Reach));
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let Some(before) = before.filter(|_| joined && plain) else { return };
        let share = quantity_behind(self.sentence, gap).is_some_and(Quantity::is_percent);
        let both = share && before.unit.as_deref() == Some("%") && before.actual.is_some();
        if !both {
            return;
        }
        let (name, own) = (before.name.lower_case(), row.name.lower_case());
        let alike = name.split(' ').next() == own.split(' ').next();
        let verb = DONE_WITH_MONEY.iter().find(|verb| name.ends_with(&format!(" {verb}")));
        if let Some(verb) = verb.filter(|verb| alike && !own.contains(**verb)) {
            row.name = format!("{} {verb}", row.name);
        }
    }

    /// The verb of the count that is joined by "và" or a comma.
    fn verb_of_count_before(&self, gap: &Gap) -> Option<String> {
        let sentence = self.sentence;
        let mut between = gap.complement.end..gap.all.end;
        let joined = between.all(|at| {
            sentence.is_mark(at, ",")
                || matches!(sentence.key(at), "và") && sentence.phrase(at) == Some(Phrase::And)
        });
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row))?;
        let name = before.name.lower_case();
        let (verb, _) = name.split_once(&before.unit.as_deref()?.lower_case())?;
        let verb = verb.trim_end();
        let ends = |own: &&&str| {
            verb.strip_suffix(**own).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        let own = DONE_TO.iter().filter(ends).max_by_key(|own| own.len())?;
        (joined && before.actual.is_some()).then(|| (*own).to_owned())
    }
}

/// Words whose first one is in lower case, unless it is an abbreviation.
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}
