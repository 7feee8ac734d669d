//! What is in doubt about the name of an indicator: whether it is a name, is complete, and says enough.

use super::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::phrases::name::is_counter;
use crate::dataset::prose::tokens::place_name::capitalized;
use crate::dataset::prose::tokens::token::{Token, tokens};
use crate::lexicon::economy_words::COMPLETE_COUNTS;
use crate::lexicon::place;
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{
    BARE_ACTORS, BARE_MEASURES, BASIS_DOCUMENTS, CLASSIFIERS, KEPT_ACTORS, MONEY_VERBS,
    NEEDS_OBJECT, NO_ENGLISH_NAME, REQUIRED,
};
use crate::text::lower_case::LowerCase;

/// Adds what is in doubt about the name of an indicator.
pub(super) fn name(row: &mut DraftRow) {
    let lower = row.name.lower_case();
    construction(row, &lower);
    unknown(row, &lower);
}

/// Adds the doubts about words that do not belong to a name, and about those of another place.
fn construction(row: &mut DraftRow, lower: &str) {
    // "Huyện có tỷ lệ cao nhất là A": the value of one place.
    if lower.contains("nhất là ") {
        row.doubt(Doubt::PlaceOpen);
    }
    // "không có tử vong (năm 2023: 1 ca)": what there was not.
    let lacks = ["không có ", "không còn ", "không xảy ra "];
    // "Chỉ cần mỗi tháng đạt 4 tỷ USD": what would have to be; "các huyện thấp gồm Lạc Thủy": a
    // list and its first item.
    let lists = [" gồm ", " bao gồm "].iter().any(|word| lower.contains(word));
    if lists || lacks.iter().any(|words| lower.starts_with(words)) || lower.starts_with("chỉ cần")
    {
        row.doubt(Doubt::Construction);
    }
    // "Lowest in Tembe", "Remained within …": what was named before is meant.
    let first = lower.split(' ').next().unwrap_or_default();
    if NO_ENGLISH_NAME.contains(first) && row.name.is_ascii() {
        row.doubt(Doubt::Construction);
    }
    let quotes = |mark: char| row.name.matches(mark).count();
    if row.name.contains('"')
        || quotes('“') != quotes('”')
        || row.name.contains(", ông ")
        || row.name.contains(", bà ")
    {
        row.doubt(Doubt::Construction);
    }
    // "(Cục Thuế giao 100 tỷ đồng)", "(theo quy định của Bộ Y tế 98%)": a plan whose words are not known.
    let given = lower.ends_with(" giao") && !lower.ends_with("được giao");
    let required = REQUIRED.iter().any(|word| lower.starts_with(word));
    if (given || required) && row.actual.is_some() {
        row.doubt(Doubt::Construction);
    }
    // "Thái Bình thu 230 tỷ đồng, Nam Định thu 180 tỷ đồng": the place of the one is not that of the other.
    let own = capitalized(&row.name);
    let elsewhere = |parent: &String| place::is_province(parent) && *parent != own;
    if place::is_province(&own) && row.parents.iter().any(elsewhere) {
        row.doubt(Doubt::PlaceOpen);
    }
    // "Hỗ trợ theo Quyết định số 08 cho lao động": the document within a name may have taken words from it.
    let by_document = lower.split_once(" theo ").is_some_and(|(_, rest)| {
        BASIS_DOCUMENTS.iter().any(|kind| rest.starts_with(kind)) && rest.contains('/')
    });
    if by_document {
        row.doubt(Doubt::Construction);
    }
}

/// Adds the doubts about a name that begins like no known one, or says too little.
fn unknown(row: &mut DraftRow, lower: &str) {
    let tokens = tokens(&row.name);
    let words = row.name.split_whitespace().count();
    let code =
        tokens.first().is_some_and(|token| token.is_capitals() && token.text.chars().count() > 2);
    let incomplete = is_incomplete(row, lower, &tokens) || only_says_who(row, lower, &tokens);
    let complete = words == 1 && row.parents.is_empty() && COMPLETE_COUNTS.contains(lower);
    let known = complete || is_known(row, lower, &tokens, words);
    let capital = row.name.chars().next().is_some_and(char::is_uppercase);
    // "Tổn thất điện năng 5,02%": a name by its place.
    let valued = row.actual.is_some() || row.range.is_some() || row.target.is_some();
    let grown = !row.changes.is_empty();
    // "…, đạt 52% kế hoạch, gồm: chương trình giảm nghèo đạt 47%".
    let planned = row.whole.is_some() && !row.percents.is_empty();
    let evident = row.evident && (valued && row.unit.is_some() || grown || planned) && words >= 2;
    if !(known || capital && words <= 4 || evident) {
        row.doubt(Doubt::UnknownName);
    }
    // "Hậu Giang xếp thứ 8": what is ranked is not named.
    if row.actual.is_none()
        && row.changes.is_empty()
        && !row.ranks.is_empty()
        && place::is_known(&row.name)
    {
        row.doubt(Doubt::UnknownName);
    }
    // "Giá trị": of what is not said.
    let of_nothing = row.parents.is_empty() && BARE_MEASURES.contains(lower);
    if incomplete || of_nothing {
        row.doubt(Doubt::NameLength);
    }
    let longest = if known { 18 } else { 14 };
    // "BHYT: 1.431.866 người", "SAIDI 412 phút": an abbreviation is no cut name.
    let abbreviated = words == 1 && code && row.evident && valued;
    if words < 2 && !known && !abbreviated || words > longest {
        row.doubt(Doubt::NameLength);
    }
    if known && (words >= 2 || complete) {
        row.doubts.retain(|doubt| *doubt != Doubt::NameBehind);
    }
}

/// Whether a name begins like that of a known indicator, or with what was done or counted.
fn is_known(row: &DraftRow, lower: &str, tokens: &[Token<'_>], words: usize) -> bool {
    // "giảm tỷ lệ hộ nghèo": how much less it is to be.
    let directed = tokens.first().is_some_and(|token| matches!(&*token.key, "giảm" | "tăng"));
    let head = tokens.get(usize::from(directed)..).unwrap_or_default();
    let behind = row.doubts.contains(&Doubt::NameBehind);
    let verb = matches!(PHRASES.longest(tokens), Some((_, Phrase::Verb)));
    // "Fly-tipping incidents reported" begins with the noun behind the figure.
    let unit = row.unit.as_deref().filter(|unit| unit.contains(' ')).unwrap_or_default();
    let noun = UNITS.longest_of(tokens, UnitClass::Count).is_some()
        || !unit.is_empty() && lower.starts_with(&*unit.lower_case());
    NAME_WORDS.longest_of(head, NameWord::Head).is_some()
        || NAME_WORDS.longest_of(tokens, NameWord::Sector).is_some()
        || words >= 2 && (verb || behind && noun)
}

/// Whether words are nothing but a classifier, which does not say what is counted: "căn".
fn is_classifier(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [classifier] if CLASSIFIERS.contains(&classifier.key))
}

/// Whether the name of a sum only says who did something, and with a bare verb what: "Ngành thuế thu", "Người dân được
/// vay".
fn only_says_who(row: &DraftRow, lower: &str, tokens: &[Token<'_>]) -> bool {
    const LONGEST: usize = 6;
    // "300 tỷ" is money as well.
    let class = row.unit.as_deref().and_then(class_of);
    let scaled = matches!(row.unit.as_deref(), Some("tỷ" | "triệu"));
    let money = class == Some(UnitClass::Money) || scaled;
    let bare = tokens.last().is_some_and(|last| MONEY_VERBS.contains(&last.key));
    let verb = PHRASES.ends_before(tokens, tokens.len(), Phrase::Verb);
    let verb = verb.or_else(|| tokens.len().checked_sub(1).filter(|_| bare));
    let Some(verb) = verb.filter(|verb| money && *verb > 0 && tokens.len() <= LONGEST) else {
        return false;
    };
    let who = ["các ", "những "].iter().find_map(|many| lower.strip_prefix(many)).unwrap_or(lower);
    let bare = BARE_ACTORS.longest_start(who).is_some();
    let short = tokens.len() - verb == 1;
    bare || short && KEPT_ACTORS.longest_start(who).is_some()
}

fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|token| &*token.key).collect::<Vec<_>>().join(" ")
}

/// Whether a name lacks what it is about: "Sử dụng", "Trồng", "Bình quân toàn tỉnh".
fn is_incomplete(row: &DraftRow, lower: &str, tokens: &[Token<'_>]) -> bool {
    let phrase = PHRASES.longest(tokens);
    let sector = NAME_WORDS.longest_of(tokens, NameWord::Sector).is_some();
    // "Phát hiện vụ": what was found is not named.
    let counted_verb = row.parents.is_empty()
        && row.doubts.contains(&Doubt::NameBehind)
        && phrase.is_some_and(|(length, phrase)| {
            phrase == Phrase::Verb
                && length < tokens.len()
                && NEEDS_OBJECT.contains(&joined(&tokens[..length]))
                && is_counter(&joined(&tokens[length..]))
                // "Bàn giao căn": of what is not said.
                || phrase == Phrase::Verb && is_classifier(&tokens[length..])
        });
    let bare_verb = phrase == Some((tokens.len(), Phrase::Verb)) && (tokens.len() < 2 || !sector);
    let bare_word = NAME_WORDS.longest_of(tokens, NameWord::Bare) == Some(tokens.len());
    // "88% số xã (398 xã) đạt chuẩn": the name goes on behind the bracket.
    let of_things = lower.strip_prefix("số ").is_some_and(|things| !things.contains(' '))
        && row.unit.as_deref() == Some("%");
    // "9/15 huyện, thị xã giảm …": what they did is missing.
    let only_unit = row.count.is_some() && row.unit.as_deref() == Some(lower);
    // "8/44 bộ, cơ quan trung ương và 34/63 địa phương có …": what they have is behind the next count.
    let kinds = row.unit.as_deref().is_some_and(|unit| lower.starts_with(&format!("{unit}, ")));
    let said = (0..tokens.len()).any(|at| {
        matches!(tokens[at..].first().map(|token| &*token.key), Some("được" | "bị" | "duy"))
            || matches!(
                PHRASES.longest(&tokens[at..]),
                Some((_, Phrase::Have | Phrase::Reach | Phrase::Verb | Phrase::Word))
            )
    });
    let only_unit = only_unit || row.count.is_some() && kinds && !said;
    counted_verb
        || bare_verb
        || bare_word
        || lower.starts_with("bình quân toàn ")
        || of_things
        || only_unit
}
