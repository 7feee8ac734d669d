//! Counts of what somebody has done, and of what each of many has: the name is behind the figure.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::actor::{is_actor, is_bare_actor};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::name_behind;
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{ACTORS, ACTS, AVERAGE_OF_EACH};
use crate::model::Count;
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// "phấn đấu hoàn thành thêm 02 tiêu chí": a target for how many are added is not one for how many there are.
    pub(super) fn with_more(&self, name: Name, gap: &Gap, role: QuantityRole) -> Name {
        let sentence = self.sentence;
        let last = gap.body.clone().next_back();
        let more = gap.lead.clone().chain(last).any(|at| {
            matches!(&*sentence.lower(at), "thêm" | "thêm được" | "có thêm" | "more" | "another")
        });
        let more = more || self.goes_on_with_more(gap);
        let targeted = more && self.state.sentence.target && role == QuantityRole::Value;
        if !targeted || name.text.lower_case().contains("thêm") {
            return name;
        }
        let text = self.state.document.language.added(&name.text);
        Name { text, ..name }
    }

    /// "có thêm 5 xã đạt chuẩn, 11 xã đạt chuẩn nâng cao": the word holds for the next count of the list.
    fn goes_on_with_more(&self, gap: &Gap) -> bool {
        let sentence = self.sentence;
        let joins =
            |at: usize| sentence.is_mark(at, ",") || sentence.phrase(at) == Some(Phrase::And);
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let unit =
            quantity_behind(self.sentence, gap).and_then(|quantity| quantity.unit.as_deref());
        // What the name gets at one of its ends.
        let added = self.state.document.language.added("");
        let alike = before.is_some_and(|before| {
            before.unit.as_deref() == unit && before.name.contains(added.trim())
        });
        // What is between is behind the figure before, and names what it counts.
        let plain = |at: usize| {
            sentence.items[at].what == What::Word
                || matches!(sentence.phrase(at), Some(Phrase::Word | Phrase::Verb))
        };
        let last = gap.all.clone().next_back();
        let listed = last.is_some_and(|last| joins(last) && (gap.all.start..last).all(plain));
        listed && alike && unit.is_some()
    }

    /// "CPI giảm 0,11% so với tháng trước; bình quân quý I tăng 3,41%": the average of what was named, against another
    /// period. Whether it is one.
    pub(super) fn take_averaged(&self, row: &mut DraftRow, gap: &Gap) -> bool {
        let average = row.name.lower_case();
        let bare = matches!(&*average, "bình quân" | "trung bình");
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let Some(before) = before.filter(|_| bare) else { return false };
        // "khá 37,2%, trung bình 33,9%": the next grade.
        if average == "trung bình" && is_grade(&before.name) {
            return false;
        }
        // "76/80 xã đạt chuẩn, bình quân 18,6 tiêu chí/xã": another thing, of each that was counted.
        let unit =
            quantity_behind(self.sentence, gap).and_then(|quantity| quantity.unit.as_deref());
        let each = unit.and_then(|unit| unit.split_once('/'));
        if let Some((thing, each)) = each.filter(|(thing, _)| {
            class_of(thing) == Some(UnitClass::Count) && before.unit.as_deref() != Some(*thing)
        }) {
            row.name = self.state.document.language.number_of_each(thing, each);
            row.evident = true;
            return true;
        }
        row.name = format!("{} {average}", before.name);
        row.parents.clone_from(&before.parents);
        true
    }

    /// "Trong 16 khoản thu, có 12 khoản đạt dự toán": of how many things of the same kind.
    pub(super) fn take_group(&mut self, gap: &Gap, quantity: &Quantity) {
        let sentence = self.sentence;
        let Some(noun) = quantity.noun.and_then(|at| sentence.tokens.get(at)) else { return };
        let size = gap.body.clone().find(|at| sentence.items[*at].what == What::Aside);
        let Some(size) = size.filter(|_| quantity.is_count()) else { return };
        let within = size.checked_sub(1).is_some_and(|at| {
            matches!(&*sentence.lower(at), "trong" | "of" | "among" | "số" | "tổng số")
        });
        let commas = (size..gap.body.end).filter(|at| sentence.is_mark(*at, ",")).count();
        let whole = sentence.items.get(size).and_then(|item| sentence.tokens.get(item.from));
        let whole = whole.and_then(|token| token.text.parse::<Decimal>().ok());
        let Some(whole) = whole.filter(|whole| *whole >= quantity.value) else { return };
        let alike = sentence.key(size + 1) == &*noun.key;
        let row = self.row.and_then(|row| self.state.rows.get_mut(row));
        let row = row.filter(|row| row.count.is_none() && row.actual == Some(quantity.value));
        let Some(row) = row.filter(|_| within && alike && commas == 1) else { return };
        row.count = Some(Count { part: quantity.value, whole });
        // "Trong 16 khoản thu, có 12 khoản": the group has the whole noun.
        let from = sentence.items.get(size + 1).map_or(0, |item| item.from);
        let tokens = sentence.tokens.get(from..).unwrap_or_default();
        let length = UNITS.longest_of(tokens, UnitClass::Count).unwrap_or(0);
        let whole = join(&sentence.tokens, from, from + length);
        let own = row.unit.clone().unwrap_or_default();
        if whole.starts_with(&format!("{own} ")) && row.name.lower_case().starts_with(&own) {
            row.name = format!("{whole}{}", row.name.get(own.len()..).unwrap_or_default());
            row.unit = Some(whole);
        }
    }
}

/// Whether a name ends with the grade of pupils or of offices: "Học sinh xếp loại khá".
fn is_grade(name: &str) -> bool {
    let lower = name.lower_case();
    lower.split(' ').next_back().is_some_and(|last| matches!(last, "khá" | "giỏi" | "yếu" | "tốt"))
}

/// Whether the words before a figure say who has done what is counted: "Các bệnh viện thực hiện 9.120 ca phẫu
/// thuật".
fn is_act(sentence: &Sentence<'_>, gap: &Gap, quantity: &Quantity, words: Range<usize>) -> bool {
    let done = |at: usize| ACTS.contains(&sentence.lower(at));
    if !quantity.is_count() {
        return false;
    }
    // "Ngành y tế đã có 9,1 bác sĩ trên vạn dân": a sector has it.
    let has = |at: usize| matches!(sentence.phrase(at), Some(Phrase::Have | Phrase::Reach));
    let sector = sentence.key(words.start) == "ngành" && quantity.noun.is_some();
    if !(gap.lead.clone().any(done) || sector && gap.lead.clone().any(has)) {
        return false;
    }
    let who = sentence.lower_text(words);
    let who = ["các ", "những "].iter().find_map(|many| who.strip_prefix(many)).unwrap_or(&who);
    let acts = ACTORS.iter().any(|actor| {
        who.strip_prefix(actor).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    let noun = quantity.noun.map(|noun| join(&sentence.tokens, noun, quantity.to));
    // "Các trường thực hiện 12 trường": how many of them.
    let of_them = noun.is_none_or(|noun| who.contains(&noun.lower_case()));
    acts && !of_them
}

/// The name of what somebody has done.
pub(super) fn act(
    sentence: &Sentence<'_>,
    gap: &Gap,
    quantity: &Quantity,
    complement: &Range<usize>,
    found: &BeforeFigure,
) -> Option<Name> {
    let words = found.words.clone();
    if let Some(name) = reached_behind(sentence, gap, complement, found) {
        return Some(name);
    }
    if !is_act(sentence, gap, quantity, words.clone()) {
        return None;
    }
    let nothing = BeforeFigure { words: words.end..words.end, ..found.clone() };
    name_behind::behind(sentence, &nothing, quantity, complement, false)
}

/// "Ngành công thương đạt 9.120 tỷ đồng giá trị sản xuất": what somebody has reached is named behind the figure.
fn reached_behind(
    sentence: &Sentence<'_>,
    gap: &Gap,
    complement: &Range<usize>,
    found: &BeforeFigure,
) -> Option<Name> {
    let who = found.words.clone();
    let tail = tail(sentence, complement);
    let named = gap.role == Some(Phrase::Reach)
        && !who.is_empty()
        && !tail.is_empty()
        && is_head(sentence, tail.start);
    let acts = is_actor(sentence, who.clone());
    let label = Some(sentence.text(who.clone())).filter(|_| !is_bare_actor(sentence, who));
    (named && acts).then(|| Name {
        text: sentence.text(tail),
        label,
        period: found.period.clone().map(|period| sentence.text(period)),
        behind: true,
    })
}

/// Marks a count that is named by who has done it.
pub(super) fn doubt_actor(
    sentence: &Sentence<'_>,
    row: &mut DraftRow,
    gap: &Gap,
    found: &BeforeFigure,
) {
    let Some(quantity) = quantity_behind(sentence, gap) else { return };
    if is_act(sentence, gap, quantity, found.words.clone()) {
        row.doubt(Doubt::UnknownName);
    }
}

/// "bình quân mỗi xã đạt 12,4 tiêu chí": what is counted of each is another thing than what is counted of all.
pub(super) fn take_each(sentence: &Sentence<'_>, row: &mut DraftRow, gap: &Gap) {
    let averages = |at: &usize| {
        let words = sentence.lower_text(*at..gap.all.end);
        AVERAGE_OF_EACH.iter().any(|each| words.starts_with(each))
    };
    let clause = gap.body.clone().rev().find(|at| sentence.is_mark(*at, ",;:"));
    let from = clause.map_or(gap.body.start, |at| at + 1);
    let Some(start) = (from..gap.all.end).find(averages) else { return };
    let ends = |at: &usize| {
        matches!(
            sentence.phrase(*at),
            Some(Phrase::Have | Phrase::Reach | Phrase::Adverb | Phrase::Estimate | Phrase::Approx)
        ) && *at > start
            || sentence.items[*at].what == What::Mark
    };
    let end = (start..gap.all.end).find(ends).unwrap_or(gap.all.end);
    let each = sentence.lower_text(start..end);
    if !row.name.lower_case().contains(&*each) {
        row.name = format!("{} {each}", row.name);
    }
}
