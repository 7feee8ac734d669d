//! The whole of which "trong đó" names a part: "lập biên bản 61.840 trường hợp, tước 9.415 giấy phép; trong đó nồng độ
//! cồn 15.208 trường hợp".

use std::ops::Range;

use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::numbers::quantity::{Quantity, first_word};
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::rounded::is_ratio;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::sentences::SentenceAt;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::economy_words::{BRANCHES, PRODUCTS};
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase};
use crate::text::lower_case::LowerCase;

/// How sure the whole of a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// The figures allow it, and no other one.
    Known,
    /// There may be another one.
    Open,
    /// No figure before is as large as the part.
    Nowhere,
}

/// The most indicators that are looked at for a whole.
const MOST: usize = 20;

impl SentenceReader<'_, '_> {
    /// Goes back to the indicator that is counted like the part behind a gap and can hold it.
    pub(super) fn turn_to_whole(&mut self, gap: &Gap) -> Whole {
        let current = self.row.or_else(|| self.previous());
        if let Some(whole) = self.rate_of_part(gap) {
            return whole;
        }
        let part = quantity_behind(self.sentence, gap).filter(|part| !part.is_percent());
        let Some((current, part)) = current.zip(part.cloned()) else { return Whole::Known };
        let part = &part;
        match self.state.rows.get(current).and_then(|row| holds(row, part)) {
            Some(true) => Whole::Known,
            Some(false) => {
                let (own, earlier) = (self.own_wholes(part), self.earlier_wholes(part));
                let found = self.take_whole(part, gap, &own);
                found.or_else(|| self.take_nearest(&earlier)).unwrap_or(Whole::Nowhere)
            }
            None => {
                let own = self.own_wholes(part);
                // What is counted otherwise may also be a part of what was said last.
                let earlier = if own.is_empty() { self.earlier_wholes(part) } else { Vec::new() };
                let found = self.take_whole(part, gap, &own);
                found.or_else(|| self.take_nearest(&earlier)).unwrap_or(Whole::Known)
            }
        }
    }

    /// "làm rõ 358/412 vụ, bắt 612 đối tượng; trong đó án nghiêm trọng đạt 97,8%": a part in
    /// percent is one of what has a rate, and not of what was counted last.
    fn rate_of_part(&mut self, gap: &Gap) -> Option<Whole> {
        let part = quantity_behind(self.sentence, gap)?;
        let rate = part.is_percent() && gap.role == Some(Phrase::Reach);
        let has_rate = |row: &DraftRow| row.unit.as_deref() == Some("%") || row.count.is_some();
        let row = self.row.and_then(|row| self.state.rows.get(row)).filter(|_| rate)?;
        if has_rate(row) || self.own_rows().len() < 2 {
            return None;
        }
        let mut wholes = self.own_rows().rev().take(MOST);
        let whole = wholes.find(|row| self.state.rows.get(*row).is_some_and(has_rate));
        match whole {
            Some(whole) => {
                self.row = Some(whole);
                Some(Whole::Known)
            }
            None => Some(Whole::Open),
        }
    }

    /// The indicators of the sentence that can hold a part, the nearest first.
    fn own_wholes(&self, part: &Quantity) -> Vec<usize> {
        self.wholes(self.own_rows(), part)
    }

    /// Those of the sentence before.
    fn earlier_wholes(&self, part: &Quantity) -> Vec<usize> {
        if !self.own_rows().is_empty() {
            return Vec::new();
        }
        let SentenceAt { paragraph, sentence } = self.state.sentence.at;
        let before =
            |row: &DraftRow| row.at.paragraph == paragraph && row.at.sentence + 1 == sentence;
        let found = self.wholes(self.state.paragraph.start..self.start, part);
        found.into_iter().filter(|row| before(&self.state.rows[*row])).collect()
    }

    fn wholes(&self, rows: Range<usize>, part: &Quantity) -> Vec<usize> {
        let fits = |row: &usize| {
            self.state.rows.get(*row).and_then(|row| holds(row, part)).unwrap_or(false)
        };
        rows.rev().take(MOST).filter(fits).collect()
    }

    /// Takes the only whole, or the one whose share is given behind the part.
    fn take_whole(&mut self, part: &Quantity, gap: &Gap, wholes: &[usize]) -> Option<Whole> {
        let share = share_behind(self.sentence, gap);
        let ratio = |row: &&usize| {
            let whole = self.state.rows.get(**row).and_then(|row| row.actual);
            whole.zip(share).is_some_and(|(whole, share)| is_ratio(part.value, whole, share))
        };
        let (whole, known) = match (wholes, wholes.iter().find(ratio)) {
            (_, Some(whole)) => (*whole, Whole::Known),
            ([whole], None) if share.is_none() => (*whole, Whole::Known),
            ([whole, ..], None) => (*whole, Whole::Open),
            ([], None) => return None,
        };
        self.row = Some(whole);
        Some(known)
    }

    fn take_nearest(&mut self, wholes: &[usize]) -> Option<Whole> {
        self.row = Some(*wholes.first()?);
        Some(Whole::Open)
    }

    /// Gives the result of a count "42/42 vụ" the indicator that counts all of them as its parent.
    pub(super) fn take_counted_whole(&self, row: &mut DraftRow, gap: &Gap) {
        let Some(quantity) = quantity_behind(self.sentence, gap) else { return };
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let Some(before) = before.filter(|before| before.count.is_none()) else { return };
        let all = quantity.whole.is_some() && quantity.whole == before.actual;
        let verb = matches!(PHRASES.longest(&tokens(&row.name)), Some((_, Phrase::Verb)));
        let units = quantity.unit.as_deref().zip(before.unit.as_deref());
        let alike = units.is_some_and(|(own, other)| first_word(own) == first_word(other));
        if all && verb && alike {
            row.parents.clone_from(&before.parents);
            row.parents.push(before.name.clone());
        }
    }

    /// Whether a name behind a semicolon is that of a member of a list that is all about parts,
    /// "Trong đó, nông sản đạt 3,1 tỷ USD; thủy sản 0,9 tỷ USD; lâm sản 1,5 tỷ USD", or that of a
    /// branch of what the economy produces.
    pub(super) fn is_member_of_list(&self, name: &Name, gap: &Gap) -> bool {
        let above = || self.whole_above().filter(|_| self.parts.begun().begins_sentence);
        let whole = self.whole().or_else(above).and_then(|row| self.state.rows.get(row));
        let Some((whole, part)) = whole.zip(quantity_behind(self.sentence, gap)) else {
            return false;
        };
        let words = tokens(&name.text);
        let verb = PHRASES.longest(&words).is_some_and(|(_, phrase)| phrase != Phrase::Word);
        let lower = name.text.lower_case();
        let branch = BRANCHES.longest_start(&lower).is_some();
        let grown = part.is_percent()
            && matches!(self.current, QuantityRole::Up | QuantityRole::Down | QuantityRole::Share);
        if grown {
            let product = PRODUCTS.iter().any(|name| whole.name.lower_case().contains(name));
            let measured = whole.actual.is_some() || !whole.changes.is_empty();
            return measured && branch && (product || self.parts.begun().begins_sentence);
        }
        // "Trong đó, thu nội địa 12 tỷ đồng; chi thường xuyên 7 tỷ đồng".
        let flow = matches!(lower.split(' ').next(), Some("thu" | "chi" | "tổng"));
        self.parts.begun().begins_sentence && !verb && !flow && self.fits_with_parts(whole, part)
    }

    /// Whether a part with those before it is no more than the whole.
    fn fits_with_parts(&self, whole: &DraftRow, part: &Quantity) -> bool {
        let Some(own) = whole.unit.as_deref() else { return false };
        let in_own = |value, unit: Option<&str>| converted(value, unit?, own);
        let parts = self.own_rows().rev().take(MOST).filter_map(|row| self.state.rows.get(row));
        let parts = parts.filter(|row| row.parents.last() == Some(&whole.name));
        let values = parts.filter_map(|row| in_own(row.actual?, row.unit.as_deref()));
        let first = in_own(part.value, part.unit.as_deref());
        let sum = first
            .and_then(|first| values.into_iter().try_fold(first, |sum, one| sum.checked_add(one)));
        sum.zip(whole.actual).is_some_and(|(sum, whole)| sum <= whole)
    }

    /// Whether a name behind a semicolon is that of a further part, "lúa 842 ha; ngô 156 ha": one
    /// or two words that begin no other indicator, counted alike, and all parts together are no
    /// more than the whole.
    pub(super) fn is_further_part(&self, name: &Name, gap: &Gap) -> bool {
        if self.is_member_of_list(name, gap) {
            return true;
        }
        let words = tokens(&name.text);
        let plain = PHRASES.longest(&words).is_none_or(|(_, phrase)| phrase == Phrase::Word)
            && NAME_WORDS.longest_of(&words, NameWord::Head).is_none();
        let whole = self.whole().and_then(|row| self.state.rows.get(row));
        let Some((whole, part)) = whole.zip(quantity_behind(self.sentence, gap)) else {
            return false;
        };
        let parts = self.own_rows().rev().take(MOST).filter_map(|row| self.state.rows.get(row));
        let parts =
            parts.filter(|row| row.unit == whole.unit && row.parents.last() == Some(&whole.name));
        let sum = parts
            .filter_map(|row| row.actual)
            .try_fold(part.value, |sum, one| sum.checked_add(one));
        let fits = sum.zip(whole.actual).is_some_and(|(sum, whole)| sum <= whole);
        // "Đàn lợn 5.000 con; trong đó lợn nái 600 con; bò 900 con": nothing but sows are pigs.
        let kinds = whole.name.lower_case().split(' ').any(|word| word == self.parts.begun().first);
        plain && words.len() < 3 && whole.unit == part.unit && fits && !kinds
    }
}

/// Whether the figure of an indicator is at least as large as a part of it; `None` if they are counted otherwise.
fn holds(row: &DraftRow, part: &Quantity) -> Option<bool> {
    let (own, unit) = (row.unit.as_deref()?, part.unit.as_deref()?);
    let value = converted(part.value, unit, own)?;
    row.actual.map(|actual| value <= actual)
}

/// The share that is said right behind the figure of a gap: "15.208 trường hợp, chiếm 24,6%".
fn share_behind(sentence: &Sentence<'_>, gap: &Gap) -> Option<rust_decimal::Decimal> {
    const NEAR: usize = 8;
    let words = gap.all.end + 1..sentence.items.len().min(gap.all.end + 1 + NEAR);
    let next = words.clone().find(|at| matches!(sentence.items[*at].what, What::Quantity(_)))?;
    let said = (words.start..next).any(|at| sentence.phrase(at) == Some(Phrase::Share));
    let What::Quantity(index) = sentence.items[next].what else { return None };
    let quantity = sentence.quantities.get(index)?;
    (said && quantity.is_percent()).then_some(quantity.value)
}
