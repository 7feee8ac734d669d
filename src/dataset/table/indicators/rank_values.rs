//! Values that are places in a ranking, "19/63" of "PCI (xếp hạng)" or 19 in "Hạng", and scores
//! with the top of their scale, "87,2/100": neither is a part of a whole. Of places the lower one
//! is better, and no percentage of a plan makes sense.

use rust_decimal::Decimal;

use super::IndicatorBuilder;
use crate::lexicon::ranking;
use crate::model::{Better, Count, Rank, is_rank_unit, is_score_unit};

impl IndicatorBuilder<'_> {
    /// Whether the values of the row are places in a ranking, by its unit or its name.
    pub(super) fn is_ranked(&self) -> bool {
        let folded = self.named.folded();
        match self.unit.as_deref() {
            Some("bậc" | "Bậc") | None => ranking::names_rank(folded),
            // "Xếp hạng" below scores has none of their points.
            Some(unit) if is_score_unit(unit) => {
                ranking::names_rank(folded) && !self.has_own_unit()
            }
            Some(unit) => is_rank_unit(unit) && !ranking::moves(folded),
        }
    }

    /// Whether the row has a cell for its unit that is not empty.
    fn has_own_unit(&self) -> bool {
        self.schema().unit.is_some_and(|at| !self.row.cell(at).is_empty())
    }

    /// Whether two numbers are a score and the top of its scale: "87,2/100". What a row counts is a part of a whole.
    pub(super) fn is_on_scale(&self, count: Count) -> bool {
        let round = count.whole == Decimal::ONE_HUNDRED || count.whole == Decimal::ONE_THOUSAND;
        let counts = ["so ", "tong so ", "ty le "];
        let counts = counts.iter().any(|word| self.named.folded().starts_with(word));
        self.unit.is_none() && (!count.part.is_integer() || round && !counts)
    }

    /// Makes the actual a place in its ranking, `of` how many if a cell says so.
    pub(super) fn rank_of_values(&mut self) {
        if !self.is_ranked() {
            return;
        }
        let whole = |number: Decimal| u32::try_from(number).ok().filter(|_| number.is_integer());
        let of = self.count.take().and_then(|count| whole(count.whole));
        if self.unit.as_deref().is_none_or(is_score_unit) {
            self.unit = Some(if self.schema().in_vietnamese { "hạng" } else { "rank" }.to_owned());
        }
        if self.indicator.better.is_none() || self.indicator.better_assumed {
            self.indicator.better = Some(Better::Lower);
            self.indicator.better_assumed = true;
        }
        let position = self.indicator.figure().and_then(whole).filter(|place| *place > 0);
        if let Some(position) = position.filter(|_| self.indicator.ranks.is_empty()) {
            self.indicator.ranks.push(Rank {
                position,
                of,
                among: None,
                change: None,
                since: None,
            });
        }
        // 95 % of the 20th place is nothing.
        if self.percent.take().is_some() {
            let schema = self.schema();
            let with_plan = |at: &usize| schema.comparison(*at).is_some_and(|own| own.with_plan);
            let percents: Vec<usize> =
                self.group.comparisons.iter().copied().filter(with_plan).collect();
            percents.into_iter().for_each(|at| self.keep(at));
        }
    }
}
