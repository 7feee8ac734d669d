//! Finds columns that are of a place each: "Ba Bể | Chợ Đồn | …", or "Xã Hà Hiệu" over "KH" and "TH".

use std::sync::Arc;

use super::column_profile::ColumnProfile;
use crate::lexicon::place::{is_place, is_place_heading, is_whole, may_be_place};
use crate::lexicon::role::{Heading, Role};
use crate::text::one_line::one_line;

/// The place of each column, if the value columns of the table are of several places. Gives these columns the role
/// that the rest of their headings says: an actual, if there is no rest.
pub(super) fn decide(columns: &mut [Heading], profiles: &[ColumnProfile]) -> Vec<Option<Arc<str>>> {
    let none = vec![None; columns.len()];
    let named = columns.iter().any(|column| column.role == Role::Name);
    let values: Vec<usize> = (0..columns.len())
        .filter(|at| {
            let open = matches!(
                columns[*at].role,
                Role::Unknown | Role::Plan(_) | Role::Actual(_) | Role::Comparison(_)
            );
            open && !columns[*at].text.is_empty() && profiles[*at].are_figures()
        })
        .collect();
    if !named || values.len() < 2 {
        return none;
    }
    // A level above them that says what they are is the best evidence: "Chia theo huyện".
    let grouped = |level: &str| {
        is_place_heading(level) || is_place_heading(level.trim_start_matches("Chia theo "))
    };
    let are_grouped =
        values.iter().filter(|at| columns[**at].text.split(" · ").any(grouped)).count() * 2
            > values.len();
    let level_of = |at: usize| -> Option<String> {
        let levels = columns[at].text.split(" · ").filter(|level| !grouped(level));
        let wanted = |level: &&str| {
            let level = one_line(level);
            let unknown = Heading::of(&level).role == Role::Unknown;
            is_whole(&level) || unknown && (is_place(&level) || may_be_place(&level) || are_grouped)
        };
        levels.into_iter().find(wanted).map(one_line)
    };
    let levels: Vec<Option<String>> = values.iter().map(|at| level_of(*at)).collect();
    let mut distinct: Vec<&str> =
        levels.iter().flatten().map(String::as_str).filter(|level| !is_whole(level)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let certain = distinct.iter().any(|level| is_place(level)) || are_grouped || distinct.len() > 2;
    if distinct.len() < 2 || !certain || levels.iter().flatten().count() * 3 < values.len() * 2 {
        return none;
    }
    let mut places = none;
    for (at, level) in values.into_iter().zip(levels) {
        let Some(level) = level else { continue };
        let rest: Vec<&str> = columns[at]
            .text
            .split(" · ")
            .filter(|part| one_line(part) != level && !grouped(part))
            .collect();
        let rest = Heading::of(&rest.join(" · "));
        columns[at].role = match rest.role {
            Role::Unknown => Heading::of("Thực hiện").role,
            role => role,
        };
        columns[at].unit = rest.unit.or(columns[at].unit.take());
        places[at] = Some(Arc::from(level));
    }
    places
}
