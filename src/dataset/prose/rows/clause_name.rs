//! Names that are clauses: "GCSE results improved", "Thành phố thu hồi đất", "Giao thu ngân sách".
//! What is measured is not what they say, so that a reviewer has to name it.

use super::draft_row::{Doubt, DraftRow};
use crate::lexicon::clause_words::{CLAUSE_ACTORS, GIVEN_PLAN, HAPPENED};
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::text::lower_case::LowerCase;

/// Marks the indicators whose name is a clause.
pub(crate) fn doubt_clauses(rows: &mut [DraftRow]) {
    for row in rows {
        let name = format!("{} ", row.name.lower_case());
        if HAPPENED.iter().any(|words| name.contains(words)) || says_who_did(row, &name) {
            row.doubt(Doubt::UnknownName);
        }
        // "tỉnh được giao thu ngân sách 3.250 tỷ đồng" is a plan.
        if row.target.is_none() && GIVEN_PLAN.iter().any(|words| name.starts_with(words)) {
            row.doubt(Doubt::TargetOrActual);
        }
    }
}

/// Whether a name in lower case begins with who did something, and goes on with the verb. "Xã hoàn
/// thành 19 tiêu chí" is how many of them.
fn says_who_did(row: &DraftRow, name: &str) -> bool {
    let Some(who) = CLAUSE_ACTORS.longest_start(name) else { return false };
    let counted = row.unit.as_deref().is_some_and(|unit| unit.lower_case().starts_with(who));
    let behind = name.strip_prefix(who).unwrap_or_default();
    let words: Vec<&str> = behind.split_whitespace().collect();
    let acts = matches!(PHRASES.longest(&words), Some((_, Phrase::Verb)));
    behind.starts_with(' ') && acts && !counted
}
