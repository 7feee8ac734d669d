//! What a percent of plan says about the sentence that gives it: that it reports a result, or what is to be reached.

use rust_decimal::Decimal;

use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;

/// Whether a sentence gives a percent of plan, and what that says where targets are announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PercentOfPlan {
    /// It gives none.
    None,
    /// A percent that is to be reached: "tỷ lệ giải ngân đạt 100% kế hoạch".
    Target,
    /// A percent of its own that may be one.
    Either,
    /// That of a value before it, which is a result: "thu 120 tỷ đồng, đạt 98% kế hoạch".
    Result,
}

/// The percent of plan from which on one by itself is what is to be reached.
const REACHED: u32 = 90;

/// What the percents of plan of a sentence say: the strongest of them counts.
pub(super) fn percent_of_plan(sentence: &Sentence<'_>) -> PercentOfPlan {
    let mut found = PercentOfPlan::None;
    let mut valued = false;
    for (at, item) in sentence.items.iter().enumerate() {
        let begins =
            sentence.is_mark(at, ";") || sentence.is_mark(at, ",") && begins_name(sentence, at + 1);
        let What::Quantity(index) = item.what else {
            valued &= !begins;
            continue;
        };
        let percent = sentence.quantities[index].is_percent();
        if percent && sentence.phrase(at + 1) == Some(Phrase::Plan) {
            if valued {
                return PercentOfPlan::Result;
            }
            let high = sentence.quantities[index].value >= Decimal::from(REACHED);
            if !high {
                found = PercentOfPlan::Either;
            } else if found == PercentOfPlan::None {
                found = PercentOfPlan::Target;
            }
        }
        valued = true;
    }
    found
}

/// Whether a name of its own begins behind a comma: "…, tỷ lệ giải ngân đạt …".
fn begins_name(sentence: &Sentence<'_>, at: usize) -> bool {
    is_head(sentence, at) || sentence.phrase(at) == Some(Phrase::Verb)
}
