//! The facts of a text in prose, and how many of them a program found.
//!
//! A fact is found if an indicator has its first figure in its place, and the indicator's name with its parents
//! has every word of the fact's name. An indicator that carries no fact is wrong.

use std::collections::HashSet;
use std::fmt;

use chitieu::dataset::Import;
use chitieu::model::{Indicator, Status, Target};
use chitieu::text::fold::fold;
use rust_decimal::Decimal;

/// What a text says about one indicator.
#[derive(Debug)]
pub struct Fact {
    reference: (u32, u32),
    optional: bool,
    names: Vec<String>,
    figures: Vec<Figure>,
}

/// One figure of a fact.
#[derive(Debug, PartialEq)]
enum Figure {
    Actual(Decimal),
    Plan(Decimal, Option<Decimal>),
    Percent(Vec<Decimal>),
    Change(Decimal),
    Earlier(Decimal),
    Count(Decimal, Decimal),
    Rank(u32),
    Scale(Decimal),
    Status(Status),
    Estimate,
}

impl Fact {
    /// Reads a facts file: reference, name, unit and figures in columns.
    pub fn all(text: &str) -> Vec<Self> {
        text.lines().skip(1).map(Self::of_line).collect()
    }

    fn of_line(line: &str) -> Self {
        let cells: Vec<&str> = line.split('\t').collect();
        let [reference, name, _unit, figures] = cells[..] else { panic!("{line}") };
        let (paragraph, sentence) = reference.trim_end_matches('?').split_once('.').unwrap();
        Self {
            reference: (paragraph.parse().unwrap(), sentence.parse().unwrap()),
            optional: reference.ends_with('?'),
            names: name.split('|').map(str::to_owned).collect(),
            figures: figures.split(';').map(|figure| Figure::of(figure.trim())).collect(),
        }
    }

    /// Whether an indicator carries the fact.
    fn is_in(&self, indicator: &Indicator) -> bool {
        let parents = indicator.parents.join(" ");
        let have = words(&format!("{} {parents}", indicator.name));
        let named = self.names.iter().any(|name| words(name).is_subset(&have));
        // Of several actuals any one will do: a sum of money and its share.
        let first = &self.figures[0];
        let same_kind = |figure: &&Figure| {
            matches!(
                (first, figure),
                (Figure::Actual(_), Figure::Actual(_) | Figure::Count(..))
                    | (Figure::Change(_), Figure::Change(_))
            ) || *figure == first
        };
        named && self.figures.iter().filter(same_kind).any(|figure| figure.is_in(indicator))
    }
}

impl Figure {
    fn of(text: &str) -> Self {
        let (kind, value) = text.split_once(' ').unwrap_or((text, ""));
        let value = value.split(' ').next().unwrap_or_default();
        let number = |text: &str| text.trim_start_matches('+').parse::<Decimal>().unwrap();
        match kind {
            "actual" => Self::Actual(number(value)),
            "plan" => match value.split_once("..") {
                Some((low, high)) => Self::Plan(number(low), Some(number(high))),
                None => Self::Plan(number(value), None),
            },
            "percent" => Self::Percent(value.split('|').map(number).collect()),
            "change" => Self::Change(number(value)),
            "earlier" => Self::Earlier(number(value)),
            "count" => {
                let (part, whole) = value.split_once('/').unwrap();
                Self::Count(number(part), number(whole))
            }
            "rank" => Self::Rank(value.split('/').next().unwrap().parse().unwrap()),
            "scale" => Self::Scale(number(value)),
            "status" => Self::Status(match value {
                "met" => Status::Met,
                "missed" => Status::Missed,
                "exceeded" => Status::Exceeded,
                other => panic!("{other}"),
            }),
            "estimate" => Self::Estimate,
            other => panic!("{other}"),
        }
    }

    fn is_in(&self, indicator: &Indicator) -> bool {
        let plan = indicator.plan.as_ref();
        match self {
            Self::Actual(value) => indicator.figure() == Some(*value),
            Self::Plan(low, high) => match plan.and_then(|plan| plan.target()) {
                Some(Target::Range { low: own, high: top }) => own == *low && Some(top) == *high,
                Some(
                    Target::Value(value)
                    | Target::Over(value)
                    | Target::Under(value)
                    | Target::AtLeast(value)
                    | Target::AtMost(value)
                    | Target::About(value),
                ) => value == *low,
                None => false,
            },
            Self::Percent(values) => plan
                .and_then(|plan| plan.percent())
                .is_some_and(|percent| values.contains(&percent)),
            Self::Change(amount) => indicator.changes.iter().any(|change| change.amount == *amount),
            Self::Earlier(value) => indicator
                .earlier
                .iter()
                .any(|earlier| earlier.value.to_string() == value.to_string()),
            Self::Count(part, whole) => {
                indicator.count.is_some_and(|count| count.part == *part && count.whole == *whole)
            }
            Self::Rank(position) => indicator.ranks.iter().any(|rank| rank.position == *position),
            Self::Scale(scale) => indicator.scale == Some(*scale),
            Self::Status(status) => plan
                .and_then(|plan| plan.verdict())
                .is_some_and(|verdict| verdict.status == *status),
            Self::Estimate => indicator.estimate,
        }
    }
}

fn words(text: &str) -> HashSet<String> {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How many facts were found, and how many indicators carry one.
#[derive(Debug, Default)]
pub struct Score {
    pub facts: usize,
    found: usize,
    rows: usize,
    right: usize,
    /// Percents, changes, ranks and counts that the facts do not have.
    pub false_figures: usize,
    /// What is missing or wrong.
    pub remarks: Vec<String>,
}

impl Score {
    pub fn recall(&self) -> f64 {
        ratio(self.found, self.facts)
    }

    pub fn precision(&self) -> f64 {
        ratio(self.right, self.rows)
    }

    /// Compares what was read of a text with its facts.
    pub fn add(&mut self, name: &str, facts: &[Fact], report: &Import) {
        let indicators: Vec<Indicator> = report.dataset.indicators.iter().collect();
        let at = |indicator: &Indicator| {
            let reference = indicator.reference.as_ref().unwrap();
            (reference.paragraph.unwrap(), reference.sentence.unwrap())
        };
        let mut taken: Vec<Option<usize>> = vec![None; indicators.len()];
        for (index, fact) in facts.iter().enumerate() {
            let fits = (0..indicators.len()).find(|row| {
                taken[*row].is_none()
                    && at(&indicators[*row]) == fact.reference
                    && fact.is_in(&indicators[*row])
            });
            if let Some(row) = fits {
                taken[row] = Some(index);
            }
            if !fact.optional {
                self.facts += 1;
                self.found += usize::from(fits.is_some());
                if fits.is_none() {
                    self.remarks
                        .push(format!("{name} {:?}: missed {}", fact.reference, fact.names[0]));
                }
            }
        }
        for (indicator, taken) in indicators.iter().zip(&taken) {
            let Some(fact) = taken.map(|index| &facts[index]) else {
                self.rows += 1;
                self.remarks.push(format!("{name} {:?}: wrong {}", at(indicator), indicator.name));
                continue;
            };
            if !fact.optional {
                self.rows += 1;
                self.right += 1;
            }
            self.count_false(name, fact, indicator);
        }
    }

    fn count_false(&mut self, name: &str, fact: &Fact, indicator: &Indicator) {
        let mut report = |what: String| {
            self.false_figures += 1;
            self.remarks.push(format!("{name}: {} has a false {what}", indicator.name));
        };
        let percent = indicator.plan.as_ref().and_then(|plan| plan.percent());
        if let Some(percent) = percent
            && !fact
                .figures
                .iter()
                .any(|figure| matches!(figure, Figure::Percent(own) if own.contains(&percent)))
        {
            report(format!("percent of plan {percent}"));
        }
        for change in &indicator.changes {
            if !fact.figures.contains(&Figure::Change(change.amount)) {
                report(format!("change {}", change.amount));
            }
        }
        for rank in &indicator.ranks {
            if !fact.figures.contains(&Figure::Rank(rank.position)) {
                report(format!("rank {rank}"));
            }
        }
        if let Some(count) = indicator.count
            && !fact.figures.contains(&Figure::Count(count.part, count.whole))
        {
            report("count".to_owned());
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few hundred facts")]
    let ratio = part as f64 / whole.max(1) as f64;
    ratio
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "recall {:.3} ({}/{}), precision {:.3} ({}/{}), false figures {}",
            self.recall(),
            self.found,
            self.facts,
            self.precision(),
            self.right,
            self.rows,
            self.false_figures
        )
    }
}
