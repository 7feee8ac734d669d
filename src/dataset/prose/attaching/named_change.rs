//! Changes that name what has changed behind their percent: "tăng 6,3% về số dự án và giảm 11,8% về vốn".

use std::ops::Range;

use super::counted_cases::NEAR;
use super::naming::Naming;
use crate::dataset::prose::filling::fill_change::change_of;
use crate::dataset::prose::filling::filled_row::{figure, row};
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::roles::role_follow::follow;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::report_language::counted_thing;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{NAME_WORDS, NameWord, Phrase, UnitClass};
use crate::lexicon::prose_words::{AMOUNT_WORDS, COMPARED_WITH, MONEY_WORDS, NUMBER_OF, WordList};
use crate::text::lower_case::LowerCase;

/// The words behind a percent that name what it is about, without "về" or "in". English "in" mostly begins a period
/// or a place, so that only words for amounts are taken.
pub(super) fn what_changed(
    sentence: &Sentence<'_>,
    complement: &Range<usize>,
) -> Option<Range<usize>> {
    let words = match sentence.key(complement.start) {
        "về" => complement.start + 1..complement.end,
        "số" => complement.clone(),
        "in" => {
            let skipped = complement.clone().skip(1);
            let fills = |at: &usize| matches!(sentence.key(*at), "the" | "terms" | "of" | "total");
            let start = complement.start + 1 + skipped.take_while(fills).count();
            let item = sentence.items.get(start).filter(|_| start < complement.end)?;
            let tokens = &sentence.tokens[item.from..];
            NAME_WORDS.longest_of(tokens, NameWord::Amount)?;
            start..complement.end
        }
        _ => return None,
    };
    let ends = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Compare | Phrase::Time))
            || matches!(sentence.items[*at].what, What::Date | What::Mark)
    };
    let end = words.clone().find(ends).unwrap_or(words.end);
    (words.start < end).then_some(words.start..end)
}

/// "giảm 2% về số doanh nghiệp": the change of what is named behind it.
pub(super) fn of_which(
    reader: &mut SentenceReader<'_, '_>,
    naming: &Naming<'_>,
) -> Option<Decision> {
    let Naming { context, found, .. } = *naming;
    let QuantityContext { quantity, complement, role, .. } = *context;
    if !matches!(role, QuantityRole::Up | QuantityRole::Down) || !quantity.is_percent() {
        return None;
    }
    let words = what_changed(reader.sentence, complement)?;
    // "còn Thái Bình chỉ tăng 3,7% về IIP": of the place before the change, and not of the one before it.
    if is_province(&reader.sentence.text(found.words.clone())) {
        return None;
    }
    let by_number = reader.sentence.key(words.start) == "số";
    let about = reader.sentence.key(complement.start) != "số";
    let base = base_behind(reader.sentence, words.end..complement.end);
    let named = reader.named_by(&reader.sentence.lower_text(words));
    if named.is_none() && by_number && !about {
        return None;
    }
    if let Some(base) = base {
        reader.comparison.set_base(base);
    }
    let Some(named) = named else {
        let end = complement.clone().next_back().and_then(|at| reader.sentence.items.get(at));
        let end = end.map_or(quantity.to, |item| item.to);
        let words = join(&reader.sentence.tokens, quantity.from, end);
        let words = reader.state.document.language.changed(&words, role == QuantityRole::Up);
        let Some(row) = row(reader) else {
            return Some(Decision::passing(NumberRule::ChangeOfOther));
        };
        row.notes.push(words);
        return Some(figure(NumberRule::ChangeOfOtherInNote));
    };
    reader.row = Some(named);
    Some(change_of(reader, quantity, role))
}

impl SentenceReader<'_, '_> {
    /// "71 traffic accidents …; the number of accidents fell by 11": the indicator that was counted
    /// before, whose change it is. `None` if several may be meant.
    pub(super) fn counted_before(
        &self,
        found: &BeforeFigure,
        quantity: &Quantity,
        role: QuantityRole,
    ) -> Option<usize> {
        let changed = matches!(role, QuantityRole::Up | QuantityRole::Down);
        let words = self.sentence.lower_text(found.words.clone());
        let thing = NUMBER_OF.longest_start(&words).and_then(|start| words.strip_prefix(start));
        let thing = thing.filter(|_| changed)?;
        self.only_unchanged_row(|row| {
            let unit = row.unit.as_deref().unwrap_or_default().lower_case();
            let alike = quantity.unit.is_none() || quantity.unit == row.unit;
            alike && (unit == thing || unit.ends_with(&format!(" {thing}")))
        })
    }

    /// The indicator of the sentence that words name: by its name or unit, else the one of the kind that the words
    /// mean: "về giá trị" the one in money.
    fn named_by(&self, words: &str) -> Option<usize> {
        let counted = counted_thing(words);
        let thing = match words.strip_prefix("the ") {
            Some(thing) => thing,
            None if counted.len() < words.len() => counted,
            None => words.strip_prefix("tổng ").unwrap_or(words),
        };
        let rows = || self.own_rows().rev().take(NEAR);
        let row = |at: usize| &self.state.rows[at];
        let in_name = |at: &usize| row(*at).name.lower_case().contains(thing);
        let in_unit = |at: &usize| {
            let unit = row(*at).unit.as_deref().unwrap_or_default().lower_case();
            unit.contains(thing)
        };
        let of_class = |wanted: UnitClass| {
            let found: Vec<usize> =
                rows().filter(|at| unit_class(row(*at)) == Some(wanted)).collect();
            // Of several that are counted, the first is what the sentence is about.
            if wanted == UnitClass::Count { found.last().copied() } else { found.first().copied() }
        };
        let kind = kind_of(thing, words);
        let by_unit = || rows().find(in_unit);
        let by_kind = || kind.and_then(of_class);
        // "về giá trị" may also be in the name of another indicator of the sentence.
        let named = if kind.is_some() {
            by_kind().or_else(|| rows().find(in_name))
        } else {
            rows().find(in_name)
        };
        named.or_else(by_unit).or_else(by_kind)
    }
}

fn unit_class(row: &DraftRow) -> Option<UnitClass> {
    row.unit.as_deref().and_then(class_of)
}

/// What the words that name a change mean: "về giá trị" is about money.
fn kind_of(thing: &str, words: &str) -> Option<UnitClass> {
    let begins = |heads: &WordList| heads.iter().any(|head| thing.starts_with(head));
    if begins(&MONEY_WORDS) {
        Some(UnitClass::Money)
    } else if begins(&AMOUNT_WORDS) {
        Some(UnitClass::Measure)
    } else {
        let counted = thing.starts_with("number") || matches!(words, "số" | "số lượng");
        counted.then_some(UnitClass::Count)
    }
}

/// "giảm 4 người chết so với cùng kỳ": the base behind what is counted.
pub(super) fn base_behind_noun(
    sentence: &Sentence<'_>,
    gap: &Gap,
    quantity: &Quantity,
    complement: &Range<usize>,
) -> Follow {
    let changed = matches!(gap.role, Some(Phrase::Up | Phrase::Down)) && quantity.is_count();
    let compare = complement.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Compare));
    match compare.filter(|_| changed).map(|at| follow(sentence, &(at..complement.end))) {
        Some(Follow::Base(words)) => Follow::Base(words),
        _ => Follow::Nothing,
    }
}

/// The earlier period behind what has changed: "về số lao động so với tháng 7/2024".
fn base_behind(sentence: &Sentence<'_>, words: Range<usize>) -> Option<String> {
    let compare = words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Compare))?;
    let text = sentence.text(compare..words.end);
    let compared = COMPARED_WITH.longest_start(&text);
    let base = compared.and_then(|word| text.strip_prefix(word));
    Some(base.unwrap_or(&text).to_owned()).filter(|base| !base.is_empty())
}
