//! The document by which something is done, behind its name: "theo Nghị định 55/2015/NĐ-CP và Nghị
//! định 116/2018/NĐ-CP".

use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{BASIS_DOCUMENTS, BY_DOCUMENT};

/// Words without the documents by which something is done, with which they end.
pub(super) fn without_basis(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let begins = |at: &usize| {
        *at > words.start && BY_DOCUMENT.contains(&sentence.lower(*at)) && {
            let rest = sentence.lower_text(at + 1..words.end);
            BASIS_DOCUMENTS.iter().any(|kind| rest.starts_with(kind))
        }
    };
    let Some(by) = words.clone().find(begins) else { return words };
    let documents = by + 1..words.end;
    let numbered = documents.clone().any(|at| is_document(sentence, at));
    let plain = documents.clone().all(|at| {
        matches!(sentence.items[at].what, What::Word | What::Date | What::Aside)
            || matches!(
                sentence.phrase(at),
                Some(Phrase::Word | Phrase::Plan | Phrase::Prep | Phrase::And | Phrase::Time)
            )
            || sentence.is_mark(at, ",/-–")
    });
    if numbered && plain { words.start..by } else { words }
}

/// Whether numbers set aside belong to a document.
fn is_document(sentence: &Sentence<'_>, at: usize) -> bool {
    let from = sentence.items[at].from;
    let aside = sentence.asides.binary_search_by_key(&from, |aside| aside.from);
    aside.is_ok_and(|aside| {
        matches!(
            sentence.asides[aside].decision.rule,
            NumberRule::DocumentNumber | NumberRule::Ordinal
        )
    })
}
