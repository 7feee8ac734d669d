//! A score before what it is of, with its rank: "Với 67,2 điểm, chỉ số PCI của tỉnh xếp thứ 5/63".

use crate::dataset::prose::filling::filled_row::figure;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::{Assignment, SentenceReader};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::place_name::capitalized;
use crate::lexicon::place::is_known;
use crate::lexicon::prose::UnitClass;

impl SentenceReader<'_, '_> {
    /// Keeps the quantity that is being read, which nothing names, if it begins its clause with "với".
    pub(super) fn keep_pending(&mut self, gap: &Gap) {
        let sentence = self.sentence;
        let at = self.assignments.len();
        let mut words = gap.body.clone().filter(|at| !sentence.is_mark(*at, ",;"));
        let first = words.next();
        let with = first.is_some_and(|at| matches!(sentence.key(at), "với" | "with"))
            && words.next().is_none();
        let score = sentence.quantities.get(at).is_some_and(|quantity| {
            quantity.class == UnitClass::Score
                && quantity.whole.is_none()
                && quantity.high.is_none()
        });
        self.before.set_unnamed_score(Some(at).filter(|_| with && score));
    }

    /// Gives the score to the indicator that has begun with the rank right behind it.
    pub(super) fn take_pending(&mut self, role: QuantityRole) {
        let next = self.assignments.len();
        let Some(at) = self
            .before
            .take_unnamed_score()
            .filter(|at| at + 1 == next && role == QuantityRole::Rank)
        else {
            return;
        };
        let Some(quantity) = self.sentence.quantities.get(at) else { return };
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) else { return };
        // "Với 69,1 điểm, Hậu Giang xếp thứ 8": whose score it is is not named.
        if is_known(&row.name) || row.name.contains(' ') && capitalized(&row.name) == row.name {
            row.doubt(Doubt::Construction);
        }
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        if let Some(assignment) = self.assignments.get_mut(at) {
            let decision = figure(NumberRule::ScoreBeforeRank);
            *assignment = Assignment { decision, owner: self.row };
        }
    }
}
