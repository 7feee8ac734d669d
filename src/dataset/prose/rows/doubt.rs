//! What is sure and what is to be reviewed, with arithmetic as the witness.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::doubtful_wholes::doubtful_wholes;
use super::draft_row::{Doubt, DraftRow, PercentOfPlan};
use super::listed_measures::free_listed_measures;
use super::listed_parts::places_of_whole;
use super::parts_by_sum::parts_by_sum;
use super::self_check;
use super::unit_of_whole::units_of_parts;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::phrases::name::is_counter;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::token::{Token, tokens};
use crate::lexicon::place;
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{
    BARE_ACTORS, BARE_MEASURES, BASIS_DOCUMENTS, CLASSIFIERS, KEPT_ACTORS, MONEY_VERBS,
    NEEDS_OBJECT, NO_ENGLISH_NAME, REQUIRED,
};
use crate::model::{Actual, Change, ChangeUnit, Target};
use crate::text::lower_case::LowerCase;

/// Adds the doubts about the rows of a text, and removes those that arithmetic settles.
pub(in crate::dataset::prose) fn judge(rows: &mut [DraftRow]) {
    free_listed_measures(rows);
    for row in rows.iter_mut() {
        average(row);
        name(row);
        no_unit(row);
        only_percent(row);
        percent_or_points(row);
        if has_two_changes(row) {
            row.doubt(Doubt::OwnerOpen);
        }
        if is_only_place(row) {
            row.doubt(Doubt::NameIsPlace);
        }
        if change_too_large(row) {
            row.doubt(Doubt::Contradiction);
        }
        self_check::check(row);
        if let Some(agrees) = witness(row) {
            if agrees {
                row.doubts.retain(|doubt| {
                    !matches!(doubt, Doubt::PercentInherited | Doubt::Construction)
                });
            } else {
                row.doubt(Doubt::Contradiction);
            }
        }
    }
    places_of_whole(rows);
    parts_by_sum(rows);
    units_of_parts(rows);
    shares(rows);
    siblings(rows);
    same_names(rows);
    doubtful_wholes(rows);
}

/// "9 đơn vị giải ngân trên 80% và 6 đơn vị giải ngân dưới 30%": two figures with one name in a sentence are of two
/// indicators, whose names lack what distinguishes them.
fn same_names(rows: &mut [DraftRow]) {
    for rows in rows.chunk_by_mut(|left, right| left.at == right.at) {
        let mut seen: HashMap<_, Vec<usize>> = HashMap::new();
        // An inherited name is that of another figure on purpose, and doubted already.
        let own_name = |row: &DraftRow| !row.doubts.contains(&Doubt::NameInherited);
        let named =
            rows.iter().enumerate().filter(|(_, row)| row.actual.is_some() && own_name(row));
        for (at, row) in named {
            let name = row.name.to_lowercase();
            let key = (name, row.parents.clone(), row.unit.clone(), row.period.clone());
            seen.entry(key).or_default().push(at);
        }
        for same in seen.into_values() {
            let differs = same.iter().any(|at| rows[*at].actual != rows[same[0]].actual);
            same.iter().filter(|_| differs).for_each(|at| rows[*at].doubt(Doubt::SameName));
        }
    }
}

/// A name that is not known is sure next to a known one of the same sentence that is counted alike: the items of a
/// list confirm each other.
fn siblings(rows: &mut [DraftRow]) {
    let named = |row: &DraftRow| {
        !row.doubts.iter().any(|doubt| {
            matches!(
                doubt,
                Doubt::UnknownName | Doubt::NameLength | Doubt::NameBehind | Doubt::NameInherited
            )
        })
    };
    let alike = |left: &DraftRow, right: &DraftRow| {
        left.at == right.at
            && left.unit.is_some()
            && left.unit == right.unit
            && left.actual.is_some() == right.actual.is_some()
    };
    let mut known: Vec<bool> = rows.iter().map(named).collect();
    for at in 1..rows.len() {
        let row = &rows[at];
        let only_unknown = !row.doubts.is_empty()
            && row.doubts.iter().all(|doubt| {
                matches!(doubt, Doubt::UnknownName) || *doubt == Doubt::NameLength && row.evident
            })
            && (row.name.split_whitespace().count() > 1 || row.evident);
        if only_unknown && known[at - 1] && alike(&rows[at - 1], row) {
            rows[at].doubts.clear();
            known[at] = true;
        }
    }
}

/// A change in the average of some years is a note, or the value of an indicator that has nothing else.
fn average(row: &mut DraftRow) {
    let Some(average) = row.average.take() else { return };
    if row.says_something() {
        row.notes.push(average.words);
    } else {
        row.take_average(average);
    }
}

fn name(row: &mut DraftRow) {
    // "Huyện có tỷ lệ cao nhất là A": the value of one place.
    let lower = row.name.lower_case();
    if lower.contains("nhất là ") {
        row.doubt(Doubt::PlaceOpen);
    }
    // "không có tử vong (năm 2023: 1 ca)": what there was not.
    let lacks = ["không có ", "không còn ", "không xảy ra "];
    // "Chỉ cần mỗi tháng đạt 4 tỷ USD": what would have to be.
    // "các huyện thấp gồm Lạc Thủy": a list and its first item.
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
    let tokens = tokens(&row.name);
    let words = row.name.split_whitespace().count();
    // "giảm tỷ lệ hộ nghèo": how much less it is to be.
    let directed = tokens.first().is_some_and(|token| matches!(&*token.key, "giảm" | "tăng"));
    let head = tokens.get(usize::from(directed)..).unwrap_or_default();
    let known = NAME_WORDS.longest_of(head, NameWord::Head).is_some()
        || NAME_WORDS.longest_of(&tokens, NameWord::Sector).is_some();
    let code =
        tokens.first().is_some_and(|token| token.is_capitals() && token.text.chars().count() > 2);
    let behind = row.doubts.contains(&Doubt::NameBehind);
    let verb = matches!(PHRASES.longest(&tokens), Some((_, Phrase::Verb)));
    let incomplete = is_incomplete(row, &lower, &tokens) || only_says_who(row, &lower, &tokens);
    let noun = UNITS.longest_of(&tokens, UnitClass::Count).is_some();
    // "Fly-tipping incidents were reported" begins with the noun behind the figure.
    let unit = row.unit.as_deref().filter(|unit| unit.contains(' ')).unwrap_or_default();
    let noun = noun || !unit.is_empty() && row.name.lower_case().starts_with(&unit.lower_case());
    let known = known || words >= 2 && (verb || behind && noun);
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
    let of_nothing = row.parents.is_empty() && BARE_MEASURES.contains(&lower);
    if incomplete || of_nothing {
        row.doubt(Doubt::NameLength);
    }
    let longest = if known { 18 } else { 14 };
    // "BHYT: 1.431.866 người", "SAIDI 412 phút": an abbreviation is no cut name.
    let abbreviated = words == 1 && code && row.evident && valued;
    if words < 2 && !known && !abbreviated || words > longest {
        row.doubt(Doubt::NameLength);
    }
    if known && words >= 2 {
        row.doubts.retain(|doubt| *doubt != Doubt::NameBehind);
    }
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

fn no_unit(row: &mut DraftRow) {
    let counted = row.count.is_some() || !row.ranks.is_empty();
    if row.actual.is_some() && row.unit.is_none() && row.scale.is_none() && !counted {
        row.doubt(Doubt::NoUnit);
    }
    // "Số bác sĩ trên vạn dân đạt 9,2": its name says what is counted.
    let named = || {
        let lower = row.name.lower_case();
        ["số ", "number of "].iter().any(|head| lower.starts_with(head))
            && row.name.split(' ').count() > 3
    };
    if row.doubts.contains(&Doubt::NoUnit) && named() && !row.doubts.contains(&Doubt::NameBehind) {
        row.doubts.retain(|doubt| *doubt != Doubt::NoUnit);
    }
}

/// Nothing but a percent of plan of what is named by a word or two: its value may be of another name.
fn only_percent(row: &mut DraftRow) {
    let alone = row.actual.is_none()
        && row.target.is_none()
        && row.changes.is_empty()
        && row.count.is_none();
    if alone && !row.percents.is_empty() && row.name.split_whitespace().count() < 3 {
        row.doubt(Doubt::Construction);
    }
}

/// "giảm từ 8,32% xuống còn 6,81%, tức giảm 1,51%": the difference of the values shows that points are meant.
fn percent_or_points(row: &mut DraftRow) {
    let (Some(actual), [earlier]) = (row.actual, &row.earlier[..]) else { return };
    let Actual::Figure(earlier) = earlier.value else { return };
    let points = |change: &Change| {
        change.unit == ChangeUnit::Percent && is_difference(actual, earlier, change.amount)
    };
    if !row.doubts.contains(&Doubt::PercentOrPoints) || !row.changes.iter().all(points) {
        return;
    }
    row.changes.iter_mut().for_each(|change| change.unit = ChangeUnit::Points);
    row.doubts.retain(|doubt| *doubt != Doubt::PercentOrPoints);
}

/// Whether the numbers of a row agree with each other, as far as they say the same: actual and target with the
/// percent of plan, a count with its ratio. `None` if nothing can be compared.
fn witness(row: &DraftRow) -> Option<bool> {
    let actual = row.actual?;
    if let Some(count) = row.count
        && row.unit.as_deref() == Some("%")
    {
        return Some(is_ratio(count.part, count.whole, actual));
    }
    let (Some(Target::Value(target)), Some(PercentOfPlan { percent, .. })) =
        (row.target, row.percents.first())
    else {
        return None;
    };
    Some(is_ratio(actual, target, *percent))
}

/// Whether a part of a whole is a percent, as far as the rounding of all three allows.
pub(in crate::dataset::prose) fn is_ratio(part: Decimal, whole: Decimal, percent: Decimal) -> bool {
    // What is too long to be computed is not refuted.
    refutes_ratio(part, whole, percent).is_none_or(|refutes| !refutes)
}

/// Whether a percent is outside of the interval of a ratio. `None` if that cannot be computed.
fn refutes_ratio(part: Decimal, whole: Decimal, percent: Decimal) -> Option<bool> {
    let rounded = |value: Decimal| {
        let half = Decimal::try_new(5, value.scale() + 1).ok()?;
        Some((value.checked_sub(half)?, value.checked_add(half)?))
    };
    let percent_of =
        |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let (part, whole, percent) = (rounded(part)?, rounded(whole)?, rounded(percent)?);
    let (low, high) = (percent_of(part.0, whole.1)?, percent_of(part.1, whole.0)?);
    Some(percent.1 < low || percent.0 > high)
}

/// Whether a difference of two values is a third one, within the rounding of the one with fewer digits. What is too
/// long to be computed is no agreement.
pub(in crate::dataset::prose) fn is_difference(
    left: Decimal,
    right: Decimal,
    difference: Decimal,
) -> bool {
    left.checked_sub(right).is_some_and(|computed| agrees_within_rounding(computed, difference))
}

/// Whether two values are the same within the rounding of the one with fewer digits.
fn agrees_within_rounding(left: Decimal, right: Decimal) -> bool {
    let half = |value: Decimal| Decimal::try_new(5, value.normalize().scale() + 1).ok();
    let agree = || Some(left.checked_sub(right)?.abs() <= half(left)?.max(half(right)?));
    left == right || agree().unwrap_or(false)
}

/// Whether a change is larger than what it is a change of.
fn change_too_large(row: &DraftRow) -> bool {
    let rate = row.unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
    row.changes.iter().any(|change| match change.unit {
        ChangeUnit::Percent => change.amount <= -Decimal::ONE_HUNDRED,
        ChangeUnit::Points => row
            .actual
            .is_some_and(|actual| !rate && !actual.is_sign_negative() && actual < change.amount),
        ChangeUnit::Places => false,
    })
}

/// Whether two changes in percent are against the same base: one of them is that of something else.
fn has_two_changes(row: &DraftRow) -> bool {
    const MOST: usize = 50;
    let percents = row.changes.iter().filter(|change| change.unit == ChangeUnit::Percent);
    let percents: Vec<&Change> = percents.take(MOST).collect();
    percents
        .iter()
        .enumerate()
        .any(|(at, change)| percents[..at].iter().any(|other| other.period == change.period))
}

/// Whether a name is nothing but that of a place, and nothing else says what is measured there.
fn is_only_place(row: &DraftRow) -> bool {
    let name = row.name.trim();
    // "xã Kim Bình".
    let kind = KINDS.iter().find_map(|kind| name.strip_prefix(&*kind.lower_case()));
    let name = kind.and_then(|rest| rest.strip_prefix(' ')).unwrap_or(name);
    let capitals = name.contains(' ') && capitalized(name) == name && !name.is_ascii();
    let labelled = row.parents.iter().any(|parent| !place::is_place(parent));
    (place::is_known(name) || capitals && !is_office(name)) && !labelled
}

/// Shares of one sentence that sum to 100 settle each other's doubts.
fn shares(rows: &mut [DraftRow]) {
    let is_share = |row: &DraftRow| {
        row.unit.as_deref() == Some("%") && row.actual.is_some() && row.count.is_none()
    };
    for of_sentence in rows.chunk_by_mut(|left, right| left.at == right.at) {
        let mut shares: Vec<&mut DraftRow> =
            of_sentence.iter_mut().filter(|row| is_share(row)).collect();
        let mut parts = shares.iter().filter_map(|row| row.actual);
        let sum = parts.try_fold(Decimal::ZERO, Decimal::checked_add);
        let off = sum.and_then(|sum| sum.checked_sub(Decimal::ONE_HUNDRED));
        let most = Decimal::new(i64::try_from(shares.len()).unwrap_or(0), 1);
        if shares.len() > 2 && off.is_some_and(|off| off.abs() <= most) {
            for row in &mut shares {
                row.doubts.retain(|doubt| !matches!(doubt, Doubt::UnknownName | Doubt::NameLength));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_is_the_ratio_of_its_count_within_rounding() {
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        assert!(is_ratio(decimal("1251"), decimal("1292"), decimal("96.83")));
        assert!(is_ratio(decimal("894"), decimal("1068"), decimal("83.71")));
        assert!(is_ratio(decimal("27.4"), decimal("31.2"), decimal("87.8")));
        assert!(!is_ratio(decimal("320"), decimal("411"), decimal("87.86")));
    }
}
