//! Targets of English reports that are next to their result: "exceeding the ministry's target of 6.5%", "above the
//! government's 3.5% target", "84% of the £11.1 million planned".

use std::ops::Range;

use super::role::{QuantityRole, RoleContext};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose_words::{BEHIND_VERB_OF_AIMS, PLANNED_BEHIND};

/// The most items from the word for the side of a target to its figure.
const LONGEST: usize = 9;

/// "exceeding the National Assembly's target of 6.5%", "above the government's 3.5% target": the
/// target of what was just said, also of one that others have set.
pub(super) fn english_target(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let words = behind_comma(sentence, gap.all.clone())?;
    let text = sentence.lower_text(words.clone());
    let sided = BEHIND_VERB_OF_AIMS
        .iter()
        .any(|side| text.strip_prefix(side).is_some_and(|rest| rest.starts_with(' ')));
    let aim = |word: &str| matches!(word, "target" | "goal" | "targets");
    // "… target of 6.5%", "… target for the year of 6.5%".
    let mut last_words = text.rsplit(' ');
    let of = last_words.next() == Some("of");
    let before = of && text.split(' ').any(aim);
    // "the government's 3.5% target".
    let behind_owner = text.ends_with("'s") || text.ends_with("’s") || text.ends_with(" s");
    let behind = behind_owner && aim(sentence.key(gap.all.end + 1));
    let alike = context.valued_unit.is_some() && context.valued_unit == quantity.unit.as_deref();
    let fits = sided && (before || behind) && (alike || context.is_only_changed);
    fits.then_some(QuantityRole::Target)
}

/// The words behind the last comma before a figure.
fn behind_comma(sentence: &Sentence<'_>, all: Range<usize>) -> Option<Range<usize>> {
    let comma = all.clone().rev().find(|at| sentence.is_mark(*at, ",;("));
    let start = comma.map_or(all.start, |at| at + 1);
    let words = start..all.end;
    (!words.is_empty() && words.len() <= LONGEST).then_some(words)
}

/// The figure behind the words "of the" at `at`, if it is said to be planned.
fn planned_figure(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let joins = |at: &usize| matches!(sentence.key(*at), "of" | "the" | "a" | "total");
    let words = (at..sentence.items.len().min(at + LONGEST)).take_while(joins).count();
    let figure = at + words;
    let is_figure =
        sentence.items.get(figure).is_some_and(|item| matches!(item.what, What::Quantity(_)));
    let of = words > 0 && sentence.key(at) == "of";
    (of && is_figure && is_planned(sentence, figure)).then_some(figure)
}

/// Whether "planned" is right behind a figure, or behind what it counts.
fn is_planned(sentence: &Sentence<'_>, figure: usize) -> bool {
    let planned = |at: usize| PLANNED_BEHIND.contains(sentence.key(at));
    planned(figure + 1) || !is_mark(sentence, figure + 1) && planned(figure + 2)
}

fn is_mark(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.items.get(at).is_none_or(|item| item.what == What::Mark)
}

/// "84% of the £11.1 million planned": a percent of what was planned.
pub(super) fn percent_of_planned(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let fits = quantity.is_percent() && quantity.high.is_none() && context.has_row;
    (fits && is_percent_of_planned(sentence, gap)).then_some(QuantityRole::PlanPercent)
}

/// Whether a planned figure is behind the one of a gap: "84% of the £11.1 million planned".
pub(crate) fn is_percent_of_planned(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    planned_figure(sentence, gap.all.end + 1).is_some()
}

/// "84% of the £11.1 million planned": what was planned.
pub(super) fn planned_behind_percent(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let own = context.has_row && !quantity.is_percent() && quantity.whole.is_none();
    let figure = planned_figure(sentence, gap.all.start).filter(|_| own);
    figure.filter(|figure| *figure == gap.all.end).map(|_| QuantityRole::Target)
}
