//! Facts: all that is known of an indicator, as labels and texts. The detail pane, `show` and the clipboard
//! all use them, so that they cannot disagree.

use std::borrow::Cow;

use crate::app::Catalog;
use crate::lexicon::period;
use crate::model::{
    Actual, Better, Entry, Indicator, PartOfPlan, Period, Plan, PlanTerms, Rank, Status, derive,
    status, warnings, why_not_assessed,
};
use crate::text::remembered::Remembered;
use crate::text::sanitize::visible;

use super::list_cells;
use super::words::Words;

/// One fact; its texts are sanitized.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The subject: a fixed label, or the period of a value of another period.
    pub label: Cow<'static, str>,
    /// The statement.
    pub text: String,
    /// Where it comes from.
    pub kind: FactKind,
}

/// The origin of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactKind {
    /// Published by the source.
    Published,
    /// Derived from published values.
    Derived,
    /// A published rank, which can be drawn as a strip.
    Rank(Rank),
    /// A remark of the source.
    Note,
    /// A check that failed.
    Warning,
}

impl Fact {
    fn new(label: impl Into<Cow<'static, str>>, text: impl Into<String>, kind: FactKind) -> Self {
        Self { label: label.into(), text: text.into(), kind }
    }
}

/// Returns the period of an indicator, if it differs from that of its dataset.
#[must_use]
pub fn own_period(entry: &Entry<'_>, indicator: &Indicator) -> Option<Period> {
    thread_local! {
        // Asked for each indicator of a dataset.
        static PERIODS: Remembered<Option<Period>> = Remembered::default();
    }
    let of_dataset = || PERIODS.with(|periods| periods.of(&entry.dataset.period, period::parse));
    indicator.period.filter(|own| of_dataset() != Some(*own))
}

/// Returns the figure with its unit in words: "ước 1.035 tỷ đồng", "43,35/80 điểm (năm 2023)".
#[must_use]
pub fn actual(entry: &Entry<'_>, indicator: &Indicator, words: Words) -> Option<String> {
    let unit = indicator.unit.as_deref().map(visible);
    let text = match indicator.actual.as_ref()? {
        Actual::Figure(figure) => {
            let scale = indicator.scale.map(|scale| format!("/{}", words.figure(scale)));
            let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
            format!("{}{}{unit}", words.figure(*figure), scale.unwrap_or_default())
        }
        Actual::Words(text) => visible(text).into_owned(),
    };
    let text = match words.stage(indicator.estimate, indicator.preliminary) {
        Some(stage) => format!("{stage} {text}"),
        None => text,
    };
    Some(match own_period(entry, indicator) {
        Some(period) => format!("{text} ({})", words.period(period)),
        None => text,
    })
}

/// Returns what is published of an indicator in one text: the figure, or else its change, or else its plan; `None`
/// if it has none of them.
#[must_use]
pub fn figure(entry: &Entry<'_>, indicator: &Indicator, words: Words) -> Option<String> {
    let change = || {
        let change = indicator.changes.first()?;
        Some(visible(&words.change_since(change, indicator, &change.period)).into_owned())
    };
    let plan = || {
        let target = indicator.plan.as_ref()?.target()?;
        let unit = indicator.unit.as_deref().map(|unit| format!(" {}", visible(unit)));
        let target = words.target(target);
        let due =
            due_alone(indicator).filter(|due| period::parse(&entry.dataset.period) != Some(*due));
        let due = due.map(|due| format!(" ({})", words.period(due))).unwrap_or_default();
        Some(format!("{} {target}{}{due}", words.plan_short(), unit.unwrap_or_default()))
    };
    actual(entry, indicator, words).or_else(change).or_else(plan)
}

/// Returns the plan with its name for a list: "KH 450", "KH năm 900 tỷ đồng"; without an actual, which has it, with the
/// unit. `None` if there is neither a target nor words.
#[must_use]
pub fn plan_cell(indicator: &Indicator, words: Words) -> Option<String> {
    let plan = list_cells::plan(indicator, words);
    let unit = indicator.unit.as_deref().filter(|_| indicator.actual.is_none());
    let unit = unit.map(|unit| format!(" {}", visible(unit))).unwrap_or_default();
    (!plan.is_empty()).then(|| format!("{} {plan}{unit}", list_cells::plan_name(indicator, words)))
}

/// Returns the percent of plan in words, a derived one marked; empty if there is none. For a plan in progress
/// it names the plan: "56 % KH năm".
#[must_use]
pub fn percent(indicator: &Indicator, words: Words) -> String {
    let percent = list_cells::percent(indicator, words, |figure| words.percent_sign(figure), " ");
    match indicator.plan.as_ref() {
        Some(plan) if !percent.is_empty() && status(indicator) == Status::InProgress => {
            format!("{percent} {}", words.plan_of(plan.period, indicator.period))
        }
        _ => percent,
    }
}

/// Returns all facts beyond name, section, figure and status, the most important first.
#[must_use]
pub fn facts(entry: &Entry<'_>, words: Words) -> Vec<Fact> {
    let mut facts = of_figure(entry, words);
    facts.extend(background(entry, words));
    facts
}

/// What is known of the indicator rather than of its figure: its direction and its source.
pub(super) fn background(entry: &Entry<'_>, words: Words) -> Vec<Fact> {
    let indicator = &entry.indicator();
    direction(indicator, words).into_iter().chain(reference(entry, indicator, words)).collect()
}

/// That a cell of the indicator could not be read as written.
pub(super) fn unread_cell(words: Words, file: Option<&str>) -> Fact {
    Fact::new(words.warning(), words.unread_cell(file), FactKind::Warning)
}

/// That another dataset has another figure of the indicator for the same place and period.
#[must_use]
pub fn contradiction(catalog: &Catalog, entry: &Entry<'_>, words: Words) -> Option<Fact> {
    let other = catalog.collection.get(catalog.contradicting(entry.index)?)?;
    let figure = actual(&other, &other.indicator(), words)?;
    let text = words.figure_elsewhere(&figure, &visible(&other.dataset.id));
    Some(Fact::new(words.warning(), text, FactKind::Warning))
}

/// The target of a longer period that the period of an indicator without a plan is a part of.
pub(super) fn longer_target(catalog: &Catalog, entry: &Entry<'_>, words: Words) -> Option<Fact> {
    let other = catalog.collection.get(catalog.longer_target(entry.index)?)?;
    let target = words.target(other.indicator().plan?.target()?);
    let unit = entry.unit().map(|unit| format!(" {}", visible(unit))).unwrap_or_default();
    let period = words.period_text(&other.dataset.period);
    let text =
        format!("{target}{unit} ({}; {})", visible(&period), words.status(Status::InProgress));
    Some(Fact::new(words.long_target(), text, FactKind::Published))
}

/// The facts that belong to the figure.
pub(super) fn of_figure(entry: &Entry<'_>, words: Words) -> Vec<Fact> {
    let indicator = &entry.indicator();
    // A failed check comes first: it is about the figure, which is shown above.
    let warning =
        |warning| Fact::new(words.warning(), words.warning_text(&warning), FactKind::Warning);
    let mut facts: Vec<Fact> = warnings(indicator).into_iter().map(warning).collect();
    if !indicator.parents.is_empty() {
        let parents: Vec<_> = indicator.parents.iter().map(|parent| visible(parent)).collect();
        facts.push(Fact::new(words.within(), parents.join(" › "), FactKind::Published));
    }
    facts.extend(plan(indicator, words));
    facts.extend(changes(indicator, words));
    facts.extend(earlier(indicator, words));
    facts.extend(ranks(indicator, words));
    facts.extend(count(indicator, words));
    if let Some(note) = &indicator.note {
        facts.push(Fact::new(words.note(), visible(note), FactKind::Note));
    }
    facts
}

/// The period of a plan without a result, which has no other place to show it.
fn due_alone(indicator: &Indicator) -> Option<Period> {
    indicator.plan.as_ref().and_then(|plan| plan.period).or(indicator.period)
}

fn plan(indicator: &Indicator, words: Words) -> Vec<Fact> {
    let unit = indicator.unit.as_deref().map(visible);
    let Some(plan) = &indicator.plan else {
        return vec![Fact::new(words.plan(), words.plan_not_given(), FactKind::Published)];
    };
    let mut facts = Vec::new();
    // The plan's period, if it differs from that of the actual.
    let period = match indicator.actual {
        Some(_) => plan.period.filter(|period| indicator.period != Some(*period)),
        None => due_alone(indicator),
    };
    let period = period.map(|period| format!(" ({})", words.period(period))).unwrap_or_default();
    let name = plan.name.as_ref().map(|name| format!(" ({})", visible(name))).unwrap_or_default();
    if let Some(target) = plan.target() {
        let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        let text = format!("{}{unit}{period}{name}", words.target(target));
        facts.push(Fact::new(words.plan(), text, FactKind::Published));
    }
    if let Some(text) = plan.words() {
        let text = format!("{}{period}{name}", visible(text));
        facts.push(Fact::new(words.plan(), text, FactKind::Published));
    }
    if let (Some(derived), PlanTerms::Percent { percent, .. }) =
        (derive::target_of(indicator), &plan.terms)
    {
        let text = words.approximately(&derived, unit.as_deref());
        let from = words.derivation(&derived, &words.percent_sign(*percent));
        facts.push(Fact::new(words.plan(), format!("{text} ({from})"), FactKind::Derived));
    }
    let percent = percent(indicator, words);
    if plan.percent().is_some() {
        // A percent alone has no target before it that says which plan it is of.
        let name = if plan.target().is_none() && plan.words().is_none() { &name } else { "" };
        facts.push(Fact::new(words.percent(), format!("{percent}{name}"), FactKind::Published));
    } else if !percent.is_empty() {
        let text = format!("{percent} ({})", words.derived());
        facts.push(Fact::new(words.percent(), text, FactKind::Derived));
    } else if PartOfPlan::of(indicator) == Some(PartOfPlan::Later) {
        facts.push(Fact::new(words.percent_short(), words.not_cumulated(), FactKind::Derived));
    }
    if let Some(verdict) = plan.verdict() {
        let text = format!("“{}”", visible(&verdict.text));
        facts.push(Fact::new(words.verdict(), text, FactKind::Published));
    }
    if let Some(why) = why_not_assessed(indicator) {
        facts.push(Fact::new(words.assessment(), words.why_not_assessed(why), FactKind::Note));
    }
    facts.extend(indicator.other_plans.iter().map(|plan| other_plan(indicator, plan, words)));
    facts
}

/// A plan that another set, with the percent and the status against it.
fn other_plan(indicator: &Indicator, plan: &Plan, words: Words) -> Fact {
    let against = indicator.against(plan);
    let unit = indicator.unit.as_deref().map(visible);
    let text = words.other_plan(plan, unit.as_deref(), &percent(&against, words));
    let verdict = plan.verdict().map(|verdict| format!(" “{}”", visible(&verdict.text)));
    let status = words.status(status(&against));
    let text = format!("{text}{} · {status}", verdict.unwrap_or_default());
    Fact::new(words.other_plan_label(), text, FactKind::Published)
}

fn changes(indicator: &Indicator, words: Words) -> Vec<Fact> {
    let published = indicator.changes.iter().map(|change| {
        let text = words.change_since(change, indicator, &visible(&change.period));
        Fact::new(words.change(), text, FactKind::Published)
    });
    let mut facts: Vec<Fact> = published.collect();
    if let Some((derived, change)) = derive::previous_of(indicator) {
        let unit = indicator.unit.as_deref().map(visible);
        let value = words.approximately(&derived, unit.as_deref());
        let from = words.derivation(&derived, &words.amount(change, indicator));
        let text = format!("{value}, {} ({from})", visible(&change.period));
        facts.push(Fact::new(words.previous(), text, FactKind::Derived));
    }
    facts
}

/// Values of other periods, one fact for each period.
fn earlier(indicator: &Indicator, words: Words) -> impl Iterator<Item = Fact> {
    indicator.earlier.iter().map(move |earlier| {
        let value = match &earlier.value {
            Actual::Figure(figure) => {
                words.with_unit(*figure, indicator.unit.as_deref().map(visible).as_deref())
            }
            Actual::Words(text) => visible(text).into_owned(),
        };
        Fact::new(visible(&earlier.period).into_owned(), value, FactKind::Published)
    })
}

fn ranks(indicator: &Indicator, words: Words) -> Vec<Fact> {
    let mut facts = Vec::new();
    for rank in &indicator.ranks {
        let among = rank.among.as_deref().map(visible);
        let since = rank.since.as_deref().map(visible);
        let text = words.rank_sentence(rank, among.as_deref(), since.as_deref());
        facts.push(Fact::new(words.rank(), text, FactKind::Rank(rank.clone())));
    }
    facts
}

fn count(indicator: &Indicator, words: Words) -> Option<Fact> {
    let count = indicator.count?;
    let mut text = format!("{}/{}", words.figure(count.part), words.figure(count.whole));
    if let Some(ratio) = derive::percent(count.part, count.whole) {
        let ratio = ratio.round_dp(2).normalize();
        let ratio = words.about(&words.percent_sign(ratio), " ");
        text = format!("{text} ({ratio}, {})", words.derived());
    }
    Some(Fact::new(words.count(), text, FactKind::Published))
}

fn direction(indicator: &Indicator, words: Words) -> Option<Fact> {
    let text = match indicator.better? {
        Better::Lower => words.lower_is_better(),
        Better::Higher => words.higher_is_better(),
    };
    Some(if indicator.better_assumed {
        let text = format!("{text} ({})", words.assumed());
        Fact::new(words.direction(), text, FactKind::Derived)
    } else {
        Fact::new(words.direction(), text, FactKind::Published)
    })
}

fn reference(entry: &Entry<'_>, indicator: &Indicator, words: Words) -> Option<Fact> {
    let reference = indicator.reference.as_ref();
    let source = entry.dataset.source.as_ref().map(|source| match &source.date {
        Some(date) => format!("{} ({})", source.title, words.source_date(date)),
        None => source.title.clone(),
    });
    let document = reference.and_then(|reference| reference.document.clone()).or(source);
    let place = reference.map(|reference| words.place_in_source(reference));
    let parts = [place, document.map(|document| visible(&document).into_owned())];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty())
        .then(|| Fact::new(words.reference(), parts.join(" · "), FactKind::Published))
}

/// Returns the indicator as one line, for the clipboard.
#[must_use]
pub fn one_line(entry: &Entry<'_>, words: Words) -> String {
    let indicator = &entry.indicator();
    let mut text = visible(&indicator.name).into_owned();
    if let Some(actual) = actual(entry, indicator, words) {
        text = format!("{text}: {actual}");
    }
    for fact in plan(indicator, words).into_iter().chain(changes(indicator, words)) {
        text = format!("{text}; {}: {}", fact.label, fact.text);
    }
    let status = words.status(status(indicator));
    let place = words.place(&entry.dataset.place);
    let period = words.period_text(&entry.dataset.period);
    let dataset = format!("{}, {}", visible(&place), visible(&period));
    let source = reference(entry, indicator, words).map(|fact| format!("; {}", fact.text));
    format!("{text}; {status} ({dataset}{})", source.unwrap_or_default())
}
