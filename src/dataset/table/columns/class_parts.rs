//! Gives the columns "Tổng số | Nam | Nữ" of a table whose rows are places or periods the name of what they count, which
//! the title or a level above says: the total has it, and the classes are its parts.

use crate::dataset::table::layout::header::Header;
use crate::lexicon::place::{is_all_classes, is_class, is_total};
use crate::lexicon::subject::is_of_part;

/// Changes the `levels` of the headings of these columns of values under a title of a `subject`.
pub(super) fn name_classes(
    header: &Header,
    (values, levels): (&[usize], &mut [Vec<String>]),
    subject: Option<&str>,
) {
    let is_class_of = |levels: &[String]| levels.last().is_some_and(|last| is_class(last));
    if !levels.iter().any(|levels| is_class_of(levels)) {
        return;
    }
    // What the classes right of it are of, and the levels above it.
    let mut whole: Option<(Vec<String>, usize)> = None;
    for (at, own) in values.iter().zip(levels) {
        if is_of_part(&header.columns[*at].heading) {
            continue;
        }
        let unit = header.columns[*at].unit.as_deref();
        match own.split_last() {
            Some((last, above)) if is_total(last) || is_all_classes(last) => {
                let named = if above.is_empty() { subject.map(str::to_owned) } else { None };
                let names: Vec<String> = above.iter().cloned().chain(named).collect();
                if !names.is_empty() {
                    own.clone_from(&names);
                    whole = Some((names, *at));
                }
            }
            Some((last, above)) if is_class(last) => {
                let of_left = whole.as_ref().filter(|(names, left)| {
                    let other = header.columns[*left].unit.as_deref();
                    let same_unit = unit.zip(other).is_none_or(|(unit, other)| unit == other);
                    same_unit && (above.is_empty() || names.starts_with(above))
                });
                let of_title =
                    || subject.filter(|_| above.is_empty()).map(|own| vec![own.to_owned()]);
                if let Some(names) = of_left.map(|(names, _)| names.clone()).or_else(of_title) {
                    *own = names.into_iter().chain([last.clone()]).collect();
                }
            }
            Some(_) => whole = Some((own.clone(), *at)),
            None => whole = subject.map(|subject| (vec![subject.to_owned()], *at)),
        }
    }
}
