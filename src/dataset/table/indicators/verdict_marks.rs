//! Reads verdicts that are not words: crosses under "Đạt | Không đạt", and the colours of scorecards.

use super::IndicatorBuilder;
use crate::dataset::CellProblem;
use crate::dataset::table::layout::cell_kinds::{is_cross, is_crossed_out};
use crate::lexicon::heading::Heading;
use crate::lexicon::phrases;
use crate::lexicon::role::Role;
use crate::lexicon::role_words::asks_whether;
use crate::lexicon::verdict;
use crate::model::{Better, Status, Target, Verdict, against_target};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// A colour of a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colour {
    Green,
    Amber,
    Red,
}

impl IndicatorBuilder<'_> {
    /// Reads the verdict whose column has a cross. Two crosses contradict each other, and neither is used.
    pub(super) fn crossed(&mut self) {
        let columns = &self.group.crosses;
        let text = |column: &usize| one_line(&self.row.cell(*column).shown());
        let (crossed, others): (Vec<usize>, Vec<usize>) =
            columns.iter().copied().partition(|column| {
                let text = text(column);
                is_cross(&text) || text == "1"
            });
        others.into_iter().for_each(|column| self.keep(column));
        let heading = |column: usize| {
            let text = self.schema().heading(column);
            one_line(text.rsplit(" · ").next().unwrap_or_default())
        };
        match crossed[..] {
            [] => {}
            [column] => {
                let has_ticks = self.schema().columns[column].profile.has_ticks();
                let mark = text(&column);
                let denied = self.group.crosses.len() == 1 && is_crossed_out(&mark, has_ticks);
                if let Some(verdict) = verdict::verdict(&heading(column)) {
                    let denied = denied && verdict.status.is_reached();
                    self.assessed(if denied { denial(&verdict, &mark) } else { verdict });
                }
            }
            [first, second, ..] => {
                let headings = [heading(first), heading(second)];
                self.notes.push(headings.join("; "));
                self.report(second, CellProblem::TwoCrosses { headings });
            }
        }
    }

    /// The verdict of a cross below a criterion of the places; elsewhere "x" is what statistics write for no value.
    pub(super) fn ticked(&self, column: usize) -> Option<Verdict> {
        let own = self.schema().columns.get(column)?;
        let text = one_line(&self.row.cell(column).shown());
        let is_named = Heading::of(&own.heading).role == Role::Unknown;
        let is_criterion = self.group.columns.indicator.is_some() && own.profile.are_crosses();
        (is_named && is_criterion && is_cross(&text))
            .then_some(Verdict { text, status: Status::Met })
    }

    /// Leaves an indicator without a direction if its figures contradict the first words of an unclear verdict:
    /// "Đạt khá" next to a value below the plan. Then nothing is computed that the source may deny.
    fn doubt_figures(&mut self, published: Status) {
        let target = self.target.zip(self.indicator.figure());
        let figures = target.map_or(Status::NotAssessed, |(target, actual)| {
            against_target(actual, target, self.indicator.better)
        });
        if figures != Status::NotAssessed && figures.is_reached() != published.is_reached() {
            self.indicator.better = None;
            self.indicator.better_assumed = false;
        }
    }

    /// Whether a text says by how much the plan was exceeded, and the figures differ by that: "Vượt 4 giải" next to 15
    /// and 19.
    fn is_exceeded_by(&self, text: &str) -> bool {
        let amount = verdict::exceeded_by(text);
        let Some(Target::Value(target)) = self.target else { return false };
        let difference = self.indicator.figure().and_then(|actual| actual.checked_sub(target));
        let side = match self.indicator.better {
            Some(Better::Lower) => difference.map(|difference| -difference),
            _ => difference,
        };
        amount.is_some() && side == amount
    }

    /// Reads the colour of a scorecard: red is missed; green is met, or exceeded if the numbers say so. Amber
    /// is missed if there are numbers; without them it decides nothing, and is kept in the note.
    pub(super) fn coloured(&mut self, column: usize, text: &str) {
        let key = phrases::key(self.schema().heading(column));
        let answer = || answer(text).filter(|_| asks_whether(self.schema().heading(column)));
        let colour = colour(text, phrases::has(&key, &["rag"])).or_else(answer);
        let Some(colour) = colour else {
            if self.is_exceeded_by(text) {
                let (status, text) = (Status::Exceeded, text.to_owned());
                return self.assessed(self.forecast(column, Verdict { text, status }));
            }
            if let Some(status) = verdict::begins(text) {
                self.report(column, CellProblem::UnclearVerdict { text: text.to_owned() });
                self.doubt_figures(status);
            } else if verdict::is_unclear(text) {
                self.report(column, CellProblem::UnclearVerdict { text: text.to_owned() });
            }
            return self.keep(column);
        };
        // Green in a quarter against the target of the year only means on track.
        if self.group.periods.is_part() {
            return self.keep(column);
        }
        let target = self.target.zip(self.indicator.figure());
        let figures = target.map_or(Status::NotAssessed, |(target, actual)| {
            against_target(actual, target, self.indicator.better)
        });
        let reached = matches!(figures, Status::Met | Status::Exceeded);
        if colour == Colour::Amber && reached {
            self.report(column, CellProblem::DoubtedTarget { text: text.to_owned() });
            self.indicator.better = None;
            return self.keep(column);
        }
        let status = match (colour, figures) {
            (Colour::Green, Status::Exceeded) => Status::Exceeded,
            (Colour::Green, _) => Status::Met,
            (Colour::Amber, Status::NotAssessed) => {
                self.is_judged = true;
                return self.keep(column);
            }
            (Colour::Red | Colour::Amber, _) => Status::Missed,
        };
        // In English a target without a period is that of the result which is coloured; "Kế hoạch" is that of the year.
        self.is_judged |= !self.schema().in_vietnamese;
        self.assessed(Verdict { text: text.to_owned(), status });
    }
}

/// The verdict that a mark denies: "Hoàn thành: ✗" is missed. Under "Không đạt" any mark says that the plan was
/// missed.
fn denial(verdict: &Verdict, mark: &str) -> Verdict {
    Verdict { text: format!("{}: {mark}", verdict.text), status: Status::Missed }
}

/// What an answer below "On target?" amounts to.
fn answer(text: &str) -> Option<Colour> {
    match fold(text.trim()).as_str() {
        "yes" | "y" | "co" => Some(Colour::Green),
        "no" | "n" => Some(Colour::Red),
        _ => None,
    }
}

/// The colour in a cell. Single letters count only with `letters`, under a heading such as "RAG".
fn colour(text: &str, letters: bool) -> Option<Colour> {
    let folded = fold(text.trim());
    let word =
        |colour: &str| folded.split(|c: char| !c.is_alphanumeric()).any(|word| word == colour);
    let alone = |letter: &str| letters && folded == letter;
    let accented = text.trim().to_lowercase();
    if word("green") || text.contains('🟢') || accented == "xanh" || alone("g") {
        Some(Colour::Green)
    } else if ["amber", "yellow", "orange"].into_iter().any(word)
        || text.contains(['🟡', '🟠'])
        || accented == "vàng"
        || alone("a")
    {
        Some(Colour::Amber)
    } else if word("red") || text.contains('🔴') || accented == "đỏ" || alone("r") {
        Some(Colour::Red)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_colours_from_remarks() {
        for (text, expected) in [
            ("Green", Some(Colour::Green)),
            ("🟢", Some(Colour::Green)),
            ("Đỏ", Some(Colour::Red)),
            ("RED (worse)", Some(Colour::Red)),
            ("amber", Some(Colour::Amber)),
            ("Reduced", None),
            ("có đo", None),
            ("R", None),
        ] {
            assert_eq!(colour(text, false), expected, "{text}");
        }
        assert_eq!(colour("R", true), Some(Colour::Red));
    }
}
