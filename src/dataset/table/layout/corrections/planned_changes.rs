//! Finds a planned and a reached fall or rise of what another column counts: "Số hộ nghèo | Kế hoạch giảm | Kết quả
//! giảm". They compare no columns: they are a plan and its result.

use super::unnamed_values::actual;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::measure::is_count;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::{ACTUAL_WORDS, PLAN_WORDS, has, key};
use crate::lexicon::role::Role;
use crate::text::fold::fold;

/// Makes the two a plan and a result: where nothing else is one, or where both name what they count.
pub(crate) fn planned_changes(columns: &[HeaderColumn]) -> Vec<Change> {
    let counted = counted_changes(columns);
    if !counted.is_empty() {
        return counted;
    }
    let is_counted = |column: &HeaderColumn| {
        column.role == Role::Unknown && column.profile.are_figures() && is_count(&column.heading)
    };
    if columns.iter().any(HeaderColumn::is_plan_or_actual) || !columns.iter().any(is_counted) {
        return Vec::new();
    }
    let changed = |words: &'static [&'static str]| {
        let is_wanted = move |column: &HeaderColumn| {
            moves(column).is_some() && has(&key(&column.heading), words)
        };
        indices(columns, is_wanted).collect::<Vec<usize>>()
    };
    match (&changed(&PLAN_WORDS)[..], &changed(&ACTUAL_WORDS)[..]) {
        ([plan], [reached]) if moves(&columns[*plan]) == moves(&columns[*reached]) => {
            let when = HeadingPeriod::of(&key(&columns[*plan].heading));
            vec![Change::Role(*plan, Role::Plan(when)), actual(*reached, &columns[*reached])]
        }
        _ => Vec::new(),
    }
}

/// A planned fall or rise with the result next to it, both in the same unit, which is no percentage: "Chỉ tiêu giảm hộ
/// nghèo (hộ) | Kết quả giảm (hộ)", "… | Kết quả (hộ)", "… | Số hộ giảm được".
fn counted_changes(columns: &[HeaderColumn]) -> Vec<Change> {
    let pairs = columns.windows(2).enumerate().filter_map(|(at, pair)| {
        let [plan, reached] = pair else { return None };
        let planned = counted_change(plan)?;
        let is_plan = PLANNED.iter().any(|begin| planned.begin == *begin);
        let has_same_unit = plan.unit == reached.unit;
        let is_result = counted_change(reached).is_some_and(|done| {
            has_same_unit && planned.word == done.word && REACHED.contains(&done.begin.as_str())
        });
        let is_bare = || has_same_unit && reached.is_actual() && is_bare_result(reached);
        let when = HeadingPeriod::of(&key(&plan.heading));
        (is_plan && (is_result || is_bare() || counts_changed(reached, plan, planned.word)))
            .then(|| [Change::Role(at, Role::Plan(when)), actual(at + 1, reached)])
    });
    pairs.flatten().collect()
}

/// The words before a planned fall or rise, folded.
const PLANNED: [&str; 6] =
    ["chi tieu", "chi tieu giao", "kh", "ke hoach", "ke hoach giao", "muc tieu"];

/// The words before one that was reached.
const REACHED: [&str; 5] = ["ket qua", "ket qua thuc hien", "th", "thuc hien", "uoc thuc hien"];

/// Whether a plan names what is to fall or rise: "Kế hoạch giảm hộ nghèo (hộ)".
pub(crate) fn is_named(columns: &[HeaderColumn]) -> bool {
    columns.iter().filter(|column| column.is_plan()).any(|column| {
        let key = key(&without_unit(column.last_level()));
        ["giam", "tang"].into_iter().any(|word| {
            let halves = key.split_once(&format!(" {word} "));
            halves.is_some_and(|(begin, _)| PLANNED.contains(&begin))
        })
    })
}

/// Whether a heading says that its values are results, and nothing else: "Kết quả (hộ)".
fn is_bare_result(column: &HeaderColumn) -> bool {
    REACHED.contains(&key(&without_unit(column.last_level())).as_str())
}

/// Whether a column counts, in the unit of a plan, what fell or rose: "Số hộ giảm được" next to "Chỉ tiêu giảm (hộ)".
fn counts_changed(column: &HeaderColumn, plan: &HeaderColumn, word: &str) -> bool {
    let counts_unit = || {
        let key = key(column.last_level());
        let of_unit = plan.unit.as_deref().map(|unit| format!("so {} ", fold(unit)));
        of_unit.is_some_and(|begin| key.starts_with(&begin)) && has(&key, &[word])
    };
    column.profile.are_figures()
        && (column.unit.is_none() || column.unit == plan.unit)
        && counts_unit()
}

/// A heading of a fall or a rise that is counted.
struct CountedChange {
    /// The words before that for a fall or a rise, folded.
    begin: String,
    word: &'static str,
}

/// The fall or rise that a heading counts in a unit of its own; `None` for one in percent, or compared with a base.
fn counted_change(column: &HeaderColumn) -> Option<CountedChange> {
    let unit = column.unit.as_deref().filter(|unit| !unit.contains('%'));
    let key = key(column.last_level());
    let says_so = has(&key, &["so voi", "so", "cung ky"]) || key.contains(['/', '%']);
    let is_open = matches!(column.role, Role::Comparison(_)) && column.profile.are_figures();
    unit.filter(|_| is_open && !says_so)?;
    ["giam", "tang"].into_iter().find_map(|word| {
        let (begin, _) = key.split_once(&format!(" {word}"))?;
        Some(CountedChange { begin: begin.to_owned(), word })
    })
}

/// The last word of a heading that is a fall or a rise in the unit of what is counted.
fn moves(column: &HeaderColumn) -> Option<&'static str> {
    let is_compared = matches!(column.role, Role::Comparison(_)) && column.unit.is_none();
    let key = key(column.last_level());
    let is_open = is_compared && !column.heading.contains('%') && column.profile.are_figures();
    ["giam", "tang"].into_iter().find(|word| is_open && key.ends_with(&format!(" {word}")))
}
