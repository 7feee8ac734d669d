//! What two counts are about, which is said behind the second one: "phát hiện 214 vụ, 387 đối tượng
//! phạm tội về ma túy".

use std::ops::Range;

use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::name::{Name, tidy};
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::PERSONS_OF_CASES;

/// The name of cases with what the count of persons right behind them is about.
pub(super) fn with_shared_object(
    sentence: &Sentence<'_>,
    name: Name,
    quantity: &Quantity,
    complement: &Range<usize>,
) -> Name {
    let noun = |of: &Quantity| of.noun.map(|noun| join(&sentence.tokens, noun, of.to));
    let cases = noun(quantity).filter(|noun| matches!(&**noun, "vụ" | "vụ việc" | "vụ án"));
    let Some(cases) = cases.filter(|_| complement.is_empty() && name.behind) else {
        return name;
    };
    let Some(object) = object_of_persons(sentence, complement.start) else { return name };
    // "Phát hiện, xử lý": the noun is no part of a name that only counts cases.
    let bare = name.text.strip_suffix(&*cases).map_or(&*name.text, str::trim_end);
    Name { text: tidy(&format!("{bare} {cases} {object}")), ..name }
}

/// The words behind a count of persons that is next to a comma, and of nothing else.
fn object_of_persons(sentence: &Sentence<'_>, comma: usize) -> Option<String> {
    let What::Quantity(index) = sentence.items.get(comma + 1)?.what else { return None };
    let persons = sentence.quantities.get(index).filter(|_| sentence.is_mark(comma, ",;"))?;
    let noun = join(&sentence.tokens, persons.noun?, persons.to);
    if !PERSONS_OF_CASES.contains(&noun) {
        return None;
    }
    let start = comma + 2;
    let ends = |at: &usize| {
        matches!(sentence.items[*at].what, What::Quantity(_))
            || sentence.items[*at].what == What::Mark
            || sentence.phrase(*at) == Some(Phrase::And)
    };
    let end = (start..sentence.items.len()).find(ends).unwrap_or(sentence.items.len());
    let words = sentence.text(tail(sentence, &(start..end)));
    Some(words).filter(|words| !words.is_empty())
}
