//! What is to rise or fall by a percent, named behind it: "phấn đấu giảm 1,5% hộ nghèo".

use super::naming::Naming;
use crate::dataset::prose::filling::fill;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::dataset::prose::tokens::fate::Decision;
use crate::lexicon::prose::{Phrase, UnitClass};

/// Begins the target of a change whose indicator is named behind it.
pub(super) fn planned_fall(
    reader: &mut SentenceReader<'_, '_>,
    naming: &Naming<'_>,
) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let QuantityContext { quantity, gap, complement, role, .. } = *context;
    let sentence = reader.sentence;
    let role = direction(reader, gap, role)?;
    let own = tail(sentence, complement);
    let first = sentence.items.get(own.start).map(|item| item.what);
    let named = matches!(first, Some(What::Word | What::Phrase(Phrase::Word)))
        && !own.is_empty()
        && own.clone().all(|at| sentence.items[at].what != What::Mark);
    if !reader.state.sentence.target || !is_rate(quantity) || !found.words.is_empty() || !named {
        return None;
    }
    let text = sentence.text(own);
    reader.begin(Name { text, label: None, period: None, behind: true }, gap, found);
    Some(fill::fill(reader, &QuantityContext { role, is_first: true, ..*context }))
}

fn is_rate(quantity: &Quantity) -> bool {
    matches!(quantity.class, UnitClass::Percent | UnitClass::Points)
}

/// Whether a rise or a fall is planned: by the role, or by the verb that sets the target, "phấn đấu giảm".
fn direction(
    reader: &SentenceReader<'_, '_>,
    gap: &Gap,
    role: QuantityRole,
) -> Option<QuantityRole> {
    if matches!(role, QuantityRole::Up | QuantityRole::Down) {
        return Some(role);
    }
    let sentence = reader.sentence;
    let last = gap.body.clone().next_back().filter(|_| role == QuantityRole::Value)?;
    let target = sentence.phrase(last) == Some(Phrase::Target) && gap.lead.is_empty();
    let verb = sentence.lower(last);
    match verb.rsplit(' ').next().filter(|_| target)? {
        "tăng" => Some(QuantityRole::Up),
        "giảm" => Some(QuantityRole::Down),
        _ => None,
    }
}
