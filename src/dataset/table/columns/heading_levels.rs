//! Corrects the levels of headings that name the indicators of columns, by what the rest of the table says.

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::period::parse;
use crate::lexicon::place::{is_group_of_places, is_whole};
use crate::lexicon::subject::act;
use crate::model::Span;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// Gives "Giải ngân vốn đầu tư công" its whole name where no plan is of that capital, or of no name at all.
pub(super) fn keep_acts(header: &Header, values: &[usize], levels: &mut [Vec<String>]) {
    let plans: Vec<Option<String>> = values
        .iter()
        .zip(levels.iter())
        .filter(|(at, _)| header.columns[**at].is_plan())
        .map(|(_, levels)| levels.last().map(|last| fold(last)))
        .collect();
    for (at, levels) in values.iter().zip(levels) {
        let Some(last) = levels.last_mut() else { continue };
        let is_planned =
            plans.iter().any(|plan| plan.as_deref().is_none_or(|plan| plan == fold(last)));
        if let (false, Some(act)) = (is_planned, act(&header.columns[*at].heading)) {
            *last = act;
        }
    }
}

/// Gives "Số xã đạt chuẩn giai đoạn 2021-2025" its whole name where each row says of when it is.
pub(super) fn keep_terms(header: &Header, values: &[usize], levels: &mut [Vec<String>]) {
    let axes = &header.axes;
    if axes.period.is_none() && axes.rows != RowKind::Periods {
        return;
    }
    for (at, levels) in values.iter().zip(levels) {
        let heading = &header.columns[*at].heading;
        let Some(last) = levels.last_mut() else { continue };
        let is_of_term = |level: &&str| {
            level.contains(last.as_str())
                && parse(level).is_some_and(|own| matches!(own.span(), Span::Years(_)))
        };
        if let Some(level) = heading.split(" · ").find(is_of_term) {
            *last = one_line(&without_unit(level));
        }
    }
}

/// Removes the place of each column, and the word for all of them, where the columns are of places.
pub(super) fn remove_places(header: &Header, values: &[usize], levels: &mut [Vec<String>]) {
    if header.columns.iter().all(|column| column.place.is_none()) {
        return;
    }
    for (at, levels) in values.iter().zip(levels) {
        let place = header.columns[*at].place.as_deref();
        let is_place = |level: &str| Some(level) == place || is_whole(level);
        levels.retain(|level| !is_place(level) && !is_group_of_places(level));
    }
}

/// Removes the last level of the headings if it is the translation of the one above it: "Bán lẻ · Retail sale".
pub(super) fn remove_translations(levels: &mut [Vec<String>]) {
    let is_foreign = |levels: &&Vec<String>| {
        let word = |word: &str| word.len() > 3 || word.chars().any(|c| c.is_ascii_lowercase());
        levels.last().is_some_and(|last| last.is_ascii() && last.split(' ').any(word))
    };
    // "Nam" over "Male" has no accents either.
    let is_translated = |levels: &&Vec<String>| match levels.as_slice() {
        [.., above, _] => !above.is_ascii(),
        _ => false,
    };
    let several = levels.iter().filter(|levels| levels.len() > 1);
    let translated = several.clone().filter(is_translated).count();
    if translated < 2
        || translated * 2 < several.clone().count()
        || !several.clone().all(|l| is_foreign(&l))
    {
        return;
    }
    for levels in levels.iter_mut().filter(|levels| levels.len() > 1) {
        levels.pop();
    }
}
