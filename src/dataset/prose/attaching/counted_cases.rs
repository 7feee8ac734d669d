//! Cases that are counted: what the noun behind a figure adds to the name before it, and the changes of what was done.

use std::ops::Range;

use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::{Quantity, first_word, join};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::lexicon::prose_words::SCHOOLS;
use crate::text::lower_case::LowerCase;

/// How many indicators before a change are looked at.
pub(super) const NEAR: usize = 100;

impl SentenceReader<'_, '_> {
    /// The indicator of a verb whose change follows: "thụ lý 6.842 vụ; so với năm trước, thụ lý tăng 415 vụ". `None` if
    /// several may be meant.
    pub(super) fn done_before(
        &self,
        found: &BeforeFigure,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> Option<usize> {
        let changed = matches!(role, QuantityRole::Up | QuantityRole::Down);
        let verb = self.sentence.lower_text(found.words.clone());
        let words = tokens(&verb);
        let all = PHRASES.longest(&words) == Some((words.len(), Phrase::Verb));
        let unit = quantity.unit.as_deref().map(first_word);
        if !changed || !all || found.part || found.label.is_some() || unit.is_none() {
            return None;
        }
        self.only_unchanged_row(|row| {
            let name = row.name.lower_case();
            let named = name == *verb
                || name.starts_with(&format!("{verb} "))
                || name.contains(&format!(" {verb} "));
            named && row.unit.as_deref().map(first_word) == unit
        })
    }

    /// The only indicator of the sentence that has a value and no change yet, and fits; `None` if several do.
    pub(super) fn only_unchanged_row(&self, fits: impl Fn(&DraftRow) -> bool) -> Option<usize> {
        let unchanged = |at: &usize| {
            let row = &self.state.rows[*at];
            row.actual.is_some() && row.changes.is_empty() && fits(row)
        };
        let mut rows = self.own_rows().rev().take(NEAR).filter(unchanged);
        let only = rows.next()?;
        rows.next().is_none().then_some(only)
    }
}

/// The name of deaths that are counted behind the name of their cause, which counts cases
/// otherwise: "Bệnh dại ghi nhận ca tử vong".
fn deaths(cause: &str, verb: &str, noun: &str, tail: &str) -> Option<String> {
    let tail = tail.lower_case();
    let dead = matches!(&*tail, "tử vong" | "chết") && !cause.lower_case().contains(&*tail);
    let pieces = [cause, verb, noun, &*tail].into_iter().filter(|piece| !piece.is_empty());
    dead.then(|| pieces.collect::<Vec<_>>().join(" "))
}

/// A name that ends with the verb for what is managed, with that: "Công ty quản lý khách hàng".
fn with_managed(name: Name, noun: &str) -> Name {
    if !name.text.lower_case().ends_with(" quản lý") {
        return name;
    }
    Name { text: format!("{} {noun}", name.text), ..name }
}

/// "Bệnh dại ghi nhận 1 ca tử vong": deaths are no cases; "Công ty quản lý 372.518 khách hàng": what is managed.
pub(super) fn with_counted(
    sentence: &Sentence<'_>,
    name: Name,
    context: &QuantityContext<'_>,
    behind: &Range<usize>,
) -> Name {
    let QuantityContext { gap, quantity, .. } = *context;
    let Some(noun) = quantity.noun.filter(|_| quantity.is_count()) else { return name };
    let noun = join(&sentence.tokens, noun, quantity.to);
    let tail = sentence.text(behind.clone());
    let verb = sentence.text(gap.lead.clone());
    match deaths(&name.text, &verb, &noun, &tail) {
        Some(text) => Name { text, ..name },
        None if gap.role.is_none() && tail.is_empty() => with_managed(name, &noun),
        None => name,
    }
}

/// "trường mầm non có 14 lớp": the school whose classes are counted.
pub(super) fn school(sentence: &Sentence<'_>, found: &BeforeFigure) -> Option<String> {
    let words = found.words.clone();
    let has = words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Have))?;
    let owner = sentence.text(words.start..has);
    SCHOOLS.contains(&owner.lower_case()).then_some(owner)
}
