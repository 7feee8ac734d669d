//! Changes in the order of what was named: "nhẹ cân là 10,2%, thấp còi là 19,7%, lần lượt giảm 0,3 và 0,5 điểm".

use super::quantity_ahead::QuantityAhead;
use crate::dataset::prose::filling::fill_change::change_of;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::roles::role_follow::follow;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::model::ChangeUnit;

/// The maximum number of changes in a row.
const MOST: usize = 40;

/// Gives each of the last indicators its change. `None` if there are more or fewer of them.
pub(super) fn changes_in_order(
    reader: &mut SentenceReader<'_, '_>,
    ahead: &QuantityAhead<'_>,
) -> Option<usize> {
    let QuantityAhead { gaps, complements, at, .. } = *ahead;
    let sentence = reader.sentence;
    let role = direction_of_all(sentence, &gaps[at])?;
    let joined = |gap: &Gap| {
        gap.all
            .clone()
            .all(|at| sentence.is_mark(at, ",") || sentence.phrase(at) == Some(Phrase::And))
    };
    let many = 1 + gaps[at + 1..].iter().take(MOST).take_while(|gap| joined(gap)).count();
    let quantities = sentence.quantities.get(at..at + many)?;
    // "0,3 và 0,5 điểm phần trăm": the last one has the unit of all.
    let class = quantities.last()?.class;
    let fits = quantities.iter().all(|one| {
        one.high.is_none() && one.whole.is_none() && (one.class == class || one.unit.is_none())
    });
    if many < 2 || !fits || !matches!(class, UnitClass::Percent | UnitClass::Points) {
        return None;
    }
    let mut own: Vec<usize> = reader.own_rows().rev().take(many + 1).collect();
    own.reverse();
    let rows = own.get(own.len().checked_sub(many)?..)?.to_vec();
    let valued = |row: &usize| {
        let row = &reader.state.rows[*row];
        row.actual.is_some() && row.changes.is_empty()
    };
    // "A, B và C …, lần lượt giảm 1 và 2": of which two nobody can say.
    let same =
        rows.iter().all(|row| reader.state.rows[*row].unit == reader.state.rows[rows[0]].unit);
    let more = own.len() > many && {
        let before = own[own.len() - many - 1];
        reader.state.rows[before].unit == reader.state.rows[rows[0]].unit
    };
    // "hành khách … triệu lượt, luân chuyển … triệu lượt.km, tăng lần lượt 21% và 22%": all of the clause.
    let named = reader.unchanged_of_clause();
    if !rows.iter().all(valued) || !(same && !more || named == many) {
        return (named > many).then(|| reader.leave_open(named, many));
    }
    if let Follow::Base(words) = follow(sentence, complements.get(at + many - 1)?) {
        let words = sentence.text(words);
        reader.comparison.set_base(words.strip_prefix("so với ").unwrap_or(&words).to_owned());
    }
    for (quantity, row) in quantities.iter().zip(rows) {
        reader.row = Some(row);
        let decision = change_of(reader, quantity, role);
        let row = &mut reader.state.rows[row];
        let rate = row.unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
        match row.changes.last_mut() {
            Some(change) if class == UnitClass::Points => change.unit = ChangeUnit::Points,
            _ if rate => row.doubt(Doubt::PercentOrPoints),
            _ => {}
        }
        reader.decide(decision);
    }
    reader.before.role = Some(role);
    Some(many)
}

impl SentenceReader<'_, '_> {
    /// Leaves changes out that are those of some of the last indicators, of which nobody can say. Returns how many.
    fn leave_open(&mut self, named: usize, many: usize) -> usize {
        for row in self.own_rows().rev().take(named) {
            self.state.rows[row].doubt(Doubt::OwnerOpen);
        }
        for _ in 0..many {
            self.decide(Decision::unread(NumberRule::ChangeOfSomethingElse));
        }
        many
    }

    /// How many of the last indicators of the clause have a value and no change yet.
    pub(super) fn unchanged_of_clause(&self) -> usize {
        let Some(last) = self.own_rows().next_back() else { return 0 };
        let rows = self.own_rows().rev().take(MOST + 1);
        let unchanged = |row: &usize| {
            let draft = &self.state.rows[*row];
            draft.actual.is_some()
                && draft.changes.is_empty()
                && (*row == last || !self.is_apart(*row, last))
        };
        rows.take_while(unchanged).count()
    }
}

/// The direction of changes that are in the order of what was named: "lần lượt giảm", "tăng lần lượt".
fn direction_of_all(sentence: &Sentence<'_>, gap: &Gap) -> Option<QuantityRole> {
    let words = gap.complement.end..gap.all.end;
    let in_order = |at: usize| {
        // "lần lượt tăng" is one phrase.
        sentence.phrase(at) == Some(Phrase::Respectively)
            || sentence.key(at) == "lần" && sentence.items[at].to - sentence.items[at].from > 1
            || sentence.lower(at) == "tương ứng"
    };
    let direction = |at: usize| match sentence.phrase(at) {
        Some(Phrase::Up) => Some(QuantityRole::Up),
        Some(Phrase::Down) => Some(QuantityRole::Down),
        _ => None,
    };
    let plain = |at: usize| {
        in_order(at)
            || direction(at).is_some()
            || sentence.items[at].what == What::Mark && sentence.is_mark(at, ",")
            || matches!(sentence.phrase(at), Some(Phrase::And | Phrase::Adverb | Phrase::Approx))
    };
    let said = words.clone().any(in_order) && words.clone().all(plain);
    words.clone().find_map(direction).filter(|_| said)
}
