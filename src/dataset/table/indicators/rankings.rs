//! Reads ranks, and the maximum of the scale of a score.

use rust_decimal::Decimal;

use super::IndicatorBuilder;
use crate::dataset::table::columns::periods::period;
use crate::dataset::table::columns::ranking::Ranking;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::values::Value;
use crate::dataset::{CellProblem, value_rules};
use crate::lexicon::period_words::year;
use crate::lexicon::phrases;
use crate::lexicon::ranking;
use crate::model::{Rank, is_score_unit};

impl IndicatorBuilder<'_> {
    /// Reads the scale of a score, and the ranks.
    pub(super) fn rankings(&mut self) {
        self.scale();
        let (schema, group) = (self.schema(), self.group);
        for ranking in group.rankings.iter().filter_map(|at| schema.ranking(*at)) {
            self.ranking(ranking);
        }
    }

    /// Whether the actual of this row is a score: then "43,35/80" also contains the maximum.
    pub(super) fn is_score(&self, column: usize) -> bool {
        self.unit.as_deref().is_some_and(is_score_unit) || self.schema().columns[column].of_scores
    }

    fn scale(&mut self) {
        if let Some(column) = self.group.scale {
            match self.read(column) {
                Value::Missing => {}
                Value::Number(figure) if value_rules::is_above_zero(figure.number) => {
                    self.indicator.scale = Some(figure.number);
                }
                Value::Number(figure) => {
                    self.report(column, CellProblem::WrongScale { scale: figure.number });
                    self.keep(column);
                }
                Value::Words(_) | Value::Bound(..) | Value::Count(_) => self.keep(column),
                unread => self.unread(column, &unread),
            }
        }
        if self.indicator.scale.is_none()
            && self.indicator.figure().is_some()
            && let Some(column) = self.group.columns.actual.filter(|column| self.is_score(*column))
        {
            self.indicator.scale = ranking::scale_in(self.schema().heading(column));
        }
    }

    fn ranking(&mut self, ranking: &Ranking) {
        let Some((position, of)) = self.place(ranking.at) else {
            [ranking.previous, ranking.change].into_iter().flatten().for_each(|at| self.keep(at));
            return;
        };
        let former = ranking.previous.and_then(|column| self.place(column));
        let derived = former
            .and_then(|(former, _)| i32::try_from(i64::from(former) - i64::from(position)).ok());
        let published = ranking.change.and_then(|column| self.moved(column));
        if let (Some(published), Some(derived), Some(column)) = (published, derived, ranking.change)
            && published != derived
        {
            self.report(column, CellProblem::RankChange { published, derived });
        }
        let among = ranking.among.clone();
        let since = self.since(ranking);
        let change = published.or(derived);
        let since = since.filter(|_| change.is_some());
        let of = of.or(ranking.of);
        self.indicator.ranks.push(Rank { position, of, among, change, since });
    }

    /// The rank in a cell, and the number of ranked units: "22", "22/63", "hạng 22".
    fn place(&mut self, column: usize) -> Option<(u32, Option<u32>)> {
        let whole = |number: Decimal| {
            let place = u32::try_from(number).ok().filter(|place| *place > 0);
            place.filter(|_| number.fract().is_zero())
        };
        let place = match self.read_place(column) {
            Value::Missing => return None,
            Value::Number(figure) => whole(figure.number).map(|place| (place, None)),
            Value::Count(count) => {
                whole(count.part).zip(whole(count.whole)).map(|(place, of)| (place, Some(of)))
            }
            Value::Words(_) => {
                self.keep(column);
                return None;
            }
            _ => None,
        };
        if place.is_none() {
            self.report(column, CellProblem::NotARank { text: self.shown(column) });
            self.keep(column);
        }
        place
    }

    /// The value of a cell without the words around a rank: "Hạng 22", "22/63 tỉnh, thành phố", "22nd".
    fn read_place(&self, column: usize) -> Value {
        let plain = self.read(column);
        let Value::Unreadable(text) = &plain else { return plain };
        let Some(place) = ranking::bare_place(text) else { return plain };
        Value::of(&Cell::text(place), self.schema().columns[column].numbers.format)
    }

    fn moved(&mut self, column: usize) -> Option<i32> {
        let text = self.shown(column);
        let moved = ranking::places_gained(&text);
        if moved.is_none() {
            self.keep(column);
        }
        moved
    }

    /// The period that a change in rank refers to, from the headings.
    fn since(&self, ranking: &Ranking) -> Option<String> {
        let heading = |column: usize| self.schema().heading(column);
        let of_change = ranking.change.map(heading).and_then(|text| year(&phrases::key(text)));
        let of_change = of_change.map(|year| format!("năm {year}"));
        of_change.or_else(|| {
            let text = heading(ranking.previous?);
            let key = phrases::key(text);
            // Ranks are of whole years: "Hạng năm trước" is not of a part of one.
            let before = ["nam truoc", "last year", "ky truoc", "previous", "prior"];
            let before = before.into_iter().position(|word| phrases::has(&key, &[word]));
            Some(match before.filter(|_| year(&key).is_none() && !key.contains("cung ky")) {
                Some(0 | 1) => "năm trước".to_owned(),
                Some(_) => "kỳ trước".to_owned(),
                None => period(text),
            })
        })
    }
}
