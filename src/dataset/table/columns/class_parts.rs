//! Gives the columns "Tổng số | Nam | Nữ" of a table whose rows are places or periods the name of
//! what they count, which the title or a level above says: the total has it, and the classes are
//! its parts. So are "Tiểu học | Trung học cơ sở" right of a total that only the title names.

use crate::dataset::table::layout::header::Header;
use crate::lexicon::block_heading::{is_rate, measure};
use crate::lexicon::place::{is_all_classes, is_class, is_total};
use crate::lexicon::role::Role;
use crate::lexicon::subject::is_of_part;

/// Changes the `levels` of the headings of these columns of values under a title of a `subject`.
pub(super) fn name_classes(
    header: &Header,
    values: &[usize],
    levels: &mut [Vec<String>],
    subject: Option<&str>,
) {
    let parts = parts(header, values, levels, subject);
    if !parts.contains(&true) {
        return;
    }
    let mut whole: Option<Whole> = None;
    for ((at, own), is_part) in values.iter().zip(levels).zip(parts) {
        if is_of_part(&header.columns[*at].heading) {
            continue;
        }
        let unit = header.columns[*at].unit.as_deref();
        match own.split_last() {
            Some((last, above)) if is_sum(last) => {
                let named = if above.is_empty() { subject.map(str::to_owned) } else { None };
                let names: Vec<String> = above.iter().cloned().chain(named).collect();
                if !names.is_empty() {
                    own.clone_from(&names);
                    whole = Some(Whole { names, column: *at });
                }
            }
            Some((last, above)) if is_part => {
                let of_left = whole.as_ref().filter(|left| {
                    let other = header.columns[left.column].unit.as_deref();
                    let same_unit = unit.zip(other).is_none_or(|(unit, other)| unit == other);
                    same_unit && (above.is_empty() || left.names.starts_with(above))
                });
                let of_title =
                    || subject.filter(|_| above.is_empty()).map(|own| vec![own.to_owned()]);
                if let Some(names) = of_left.map(|left| left.names.clone()).or_else(of_title) {
                    *own = names.into_iter().chain([last.clone()]).collect();
                }
            }
            Some(_) => whole = Some(Whole { names: own.clone(), column: *at }),
            None => {
                let titled = |subject: &str| Whole { names: vec![subject.to_owned()], column: *at };
                whole = subject.map(titled);
            }
        }
    }
}

/// What the classes right of a column are of.
struct Whole {
    /// The levels of its heading that name it.
    names: Vec<String>,
    column: usize,
}

fn is_sum(level: &str) -> bool {
    is_total(level) || is_all_classes(level)
}

/// Which of the columns are parts of a total: those of classes, and all right of a total without
/// another name, up to one that measures something else.
fn parts(
    header: &Header,
    values: &[usize],
    levels: &[Vec<String>],
    subject: Option<&str>,
) -> Vec<bool> {
    let is_class_of = |levels: &Vec<String>| levels.last().is_some_and(|last| is_class(last));
    let mut parts: Vec<bool> = levels.iter().map(is_class_of).collect();
    let only = |at: usize| match &levels[at][..] {
        [only] => Some(only.as_str()),
        _ => None,
    };
    for total in (0..levels.len()).filter(|at| subject.is_some() && only(*at).is_some_and(is_sum)) {
        let unit = &header.columns[values[total]].unit;
        let is_part = |at: &usize| {
            let column = &header.columns[values[*at]];
            let is_split = column.place.is_some() || column.class.is_some();
            let is_named = only(*at)
                .is_some_and(|own| !is_sum(own) && measure(own).is_none() && !is_rate(own));
            let same_unit = column.unit.is_none() || column.unit == *unit;
            matches!(column.role, Role::Actual(_)) && is_named && !is_split && same_unit
        };
        let run = (total + 1..levels.len()).take_while(is_part).count();
        parts[total + 1..=total + run].fill(true);
    }
    parts
}
