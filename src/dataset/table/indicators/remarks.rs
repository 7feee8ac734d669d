//! Reads the words of a row: verdict, notes, id, and direction.

use super::IndicatorBuilder;
use crate::dataset::{CellProblem, value_rules};
use crate::lexicon::column_words::{FORECASTS, HIGHER, LOWER, NO_DIRECTION};
use crate::lexicon::measure::measure;
use crate::lexicon::phrases;
use crate::lexicon::place::{is_place, is_total, is_whole};
use crate::lexicon::unit::is_office;
use crate::lexicon::verdict;
use crate::lexicon::word_list::WordList;
use crate::model::{Actual, Better, Decimal, Status, Target, Verdict, is_score_unit};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

impl IndicatorBuilder<'_> {
    /// Reads verdict, direction, id and notes.
    pub(super) fn words(&mut self) {
        self.direction();
        self.crossed();
        if let Some(column) = self.group.verdict {
            let text = one_line(&self.row.cell(column).shown());
            match verdict::verdict(&text) {
                Some(verdict) => self.assessed(self.forecast(column, verdict)),
                None if verdict::is_missing(&text) => {}
                None => self.coloured(column, &text),
            }
        }
        for column in self.schema().notes.iter().copied() {
            let text = one_line(&self.row.cell(column).shown());
            if verdict::is_missing(&text) {
                continue;
            }
            match verdict::in_remark(&text).filter(|_| self.verdict.is_none()) {
                Some(verdict) => self.verdict = Some(verdict),
                None => self.notes.push(text),
            }
        }
        if let Some(column) = self.group.id {
            self.id(column);
        }
    }

    /// A verdict under "Khả năng hoàn thành" says what is expected at the end of the plan, not what was reached
    /// by the period of the actual.
    pub(super) fn forecast(&self, column: usize, verdict: Verdict) -> Verdict {
        let heading = phrases::key(self.schema().heading(column));
        // "Đã vượt" is reached already.
        let is_open = verdict.status != Status::InProgress && !verdict::is_reached(&verdict.text);
        if is_open && self.group.periods.is_part() && phrases::has(&heading, &FORECASTS) {
            return Verdict { status: Status::InProgress, ..verdict };
        }
        verdict
    }

    /// Sets the verdict from its own column. A different verdict in the column of the actual is kept as the
    /// actual: "Chưa đạt" next to "Không đạt".
    pub(super) fn assessed(&mut self, verdict: Verdict) {
        let said = self.verdict.replace(verdict);
        let same =
            |said: &Verdict| Some(fold(&said.text)) == self.verdict.as_ref().map(|v| fold(&v.text));
        if let Some(said) = said.filter(|said| self.reached && !same(said)) {
            self.indicator.actual = Some(Actual::Words(said.text));
        }
    }

    /// Reads the id in the file. If it is not valid, the id is made from the name.
    fn id(&mut self, column: usize) {
        let id = one_line(&self.row.cell(column).shown());
        if id.is_empty() {
            // It is made from the name.
            return;
        }
        if !value_rules::is_id(&id) {
            self.report(column, CellProblem::WrongId { id });
        } else {
            self.indicator.id = id;
        }
    }

    /// The direction that a bound implies: "≤ 3" means lower is better.
    fn by_bound(&self) -> Option<Better> {
        match self.target? {
            Target::AtLeast(_) | Target::Over(_) => Some(Better::Higher),
            Target::AtMost(_) | Target::Under(_) => Some(Better::Lower),
            Target::Value(_) | Target::Range { .. } | Target::About(_) => None,
        }
    }

    /// The direction that the name makes certain. Money for those in a bad condition is not their number: "Hộ nghèo"
    /// among the programmes of a bank.
    fn certain_direction(&mut self) -> Option<Better> {
        let better = self.named.better(&self.indicator.name)?;
        let column = self.group.columns.actual.and_then(|at| self.schema().columns.get(at));
        let of_amount = column.is_some_and(|column| column.amount.is_some());
        let in_money = self.unit.as_deref().is_some_and(|unit| self.units.get(unit).is_money);
        let of_bearers = (in_money || of_amount) && self.named.counts_bearers();
        let is_certain = better != Better::Lower || !self.is_scored() && !self.is_below_zero();
        (!of_bearers && is_certain).then_some(better)
    }

    /// The direction of what the title measures, if the row is an office or a place and no heading
    /// names another measure.
    fn of_title(&self) -> Option<Better> {
        let better = self.schema().better_of_title?;
        let name = self.indicator.name.as_str();
        let is_one = is_place(name) || is_office(name) || is_whole(name) || is_total(name);
        let columns = &self.group.columns;
        let is_of_title = columns.measure.is_none() && columns.indicator.is_none();
        // "Số công chức 9 tháng" is no result of "Thu ngân sách".
        let is_result =
            columns.actual.is_some_and(|at| measure(self.schema().heading(at)).is_empty());
        let is_certain = better != Better::Lower || !self.is_scored() && !self.is_below_zero();
        (is_one && is_of_title && is_result && is_certain).then_some(better)
    }

    /// Whether a figure is negative: a deficit of -60 is larger than one of -41, and 472 is a surplus.
    fn is_below_zero(&self) -> bool {
        let planned = match self.target {
            Some(Target::Value(value)) => Some(value),
            _ => None,
        };
        planned.into_iter().chain(self.indicator.figure()).any(|figure| figure < Decimal::ZERO)
    }

    /// Whether the row is a score for what its name says: "Chi phí không chính thức" in points, of which more is
    /// better. "Số điểm đen" counts places.
    fn is_scored(&self) -> bool {
        let of_column =
            || self.group.columns.actual.is_some_and(|at| self.schema().columns[at].of_scores);
        let of_names = || {
            let mut columns =
                self.schema().names.iter().filter_map(|at| self.schema().columns.get(*at));
            columns.any(|column| column.lists_components)
        };
        let is_score = self.unit.as_deref().is_some_and(is_score_unit) || of_column() || of_names();
        is_score && !self.named.folded().contains("diem")
    }

    fn direction(&mut self) {
        let text = self.schema().better.map(|column| self.row.cell(column).shown());
        let words = text.as_deref().map(fold);
        let begins = |words: &str, any: &WordList| {
            let rest = any.longest_start(words).and_then(|word| words.strip_prefix(word));
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        let words = words.as_deref().map(str::trim);
        let words = words.map(|words| words.strip_prefix("good performance is ").unwrap_or(words));
        self.indicator.better = match words {
            Some(words) if begins(words, &HIGHER) => Some(Better::Higher),
            Some(words) if begins(words, &LOWER) => Some(Better::Lower),
            Some(words) if begins(words, &NO_DIRECTION) => {
                self.schema().better.into_iter().for_each(|column| self.keep(column));
                None
            }
            Some("") | None if self.by_bound().is_some() => self.by_bound(),
            Some("") | None => {
                // "Tỷ lệ bao phủ (%)" over the values of communes gives the direction of each.
                let column = self.group.columns.actual.and_then(|at| self.schema().columns.get(at));
                let of_heading = column.and_then(|column| column.better);
                let assumed = self.certain_direction().or(of_heading).or(self.of_title());
                self.indicator.better_assumed = assumed.is_some();
                assumed
            }
            Some(_) => {
                let column = self.schema().better.unwrap_or_default();
                self.report(column, CellProblem::WrongDirection { text: self.shown(column) });
                None
            }
        };
    }
}
