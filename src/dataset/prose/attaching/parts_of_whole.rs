//! The parents of a new row: the whole that a list or a bracket splits, and where its parts end.

use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::rows::part_list::Parts;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::economy_words::{BANK_HEADS, BANK_MEASURES};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{SCHOOLS, SHORTAGE, SMALL_PLACES};
use crate::text::lower_case::LowerCase;
use rust_decimal::Decimal;

impl SentenceReader<'_, '_> {
    /// The parents of a figure. What is counted or measured otherwise than the whole is no part of
    /// it: land under money, hotels under the rooms of what was counted.
    pub(super) fn parents_of(&self, gap: &Gap, found: &BeforeFigure) -> Vec<String> {
        let whole = self.whole_row(found).and_then(|row| self.state.rows.get(row));
        let unit =
            quantity_behind(self.sentence, gap).and_then(|quantity| quantity.unit.as_deref());
        let units = whole.and_then(|row| row.unit.as_deref()).zip(unit);
        let unlike = units.is_some_and(|(own, unit)| {
            let counts =
                |class| matches!(class, UnitClass::Money | UnitClass::Measure | UnitClass::Count);
            match (class_of(own), class_of(unit)) {
                (Some(UnitClass::Count), Some(UnitClass::Count)) => {
                    (whole.is_some_and(|row| row.accompanies) || self.goes_with_list(gap))
                        && converted(Decimal::ONE, unit, own).is_none()
                }
                (Some(UnitClass::Money), Some(UnitClass::Measure | UnitClass::Count))
                | (Some(UnitClass::Measure | UnitClass::Count), Some(UnitClass::Money)) => true,
                (Some(left), Some(right)) => left != right && counts(left) && counts(right),
                _ => false,
            }
        });
        let all = self.all_parents(gap);
        let Some(whole) = whole.filter(|_| unlike) else { return all };
        all.into_iter().filter(|parent| *parent != whole.name).collect()
    }

    /// Whether "với" adds a count to a list of parts, and the count is not one of them: "…: 514 trường mầm non, 90
    /// trường THPT, với tổng số 873.421 học sinh".
    pub(super) fn goes_with_list(&self, gap: &Gap) -> bool {
        let first = gap
            .all
            .clone()
            .find(|at| !gap.complement.contains(at) && !self.sentence.is_mark(*at, ","));
        self.parts.begun().listed
            && first.is_some_and(|at| matches!(self.sentence.key(at), "với" | "with"))
    }

    /// The place, unless a label names it, with the labels.
    pub(super) fn all_parents(&self, gap: &Gap) -> Vec<String> {
        let labels = self.parts.parents();
        let own =
            self.clause_place.clone().filter(|own| Some(own) != self.state.document.place.as_ref());
        let place = || self.place(gap).filter(|_| !self.names_other_place(gap));
        let place = own.or_else(place);
        let place = place.filter(|place| !labels.iter().any(|one| one.contains(place)));
        // "Sân bay A đón …; cảng B đón …": one is no part of the other.
        let place =
            place.filter(|place| !is_small(place) || !labels.iter().any(|one| is_small(one)));
        place.into_iter().chain(labels.iter().cloned()).collect()
    }

    /// The indicator of the sentence whose parts are listed, or of which one is named.
    pub(super) fn whole_row(&self, found: &BeforeFigure) -> Option<usize> {
        let whole = self.parts.whole()?;
        let named = |row: &usize| self.state.rows[*row].name == *whole;
        if found.part {
            self.row.or_else(|| self.previous())
        } else {
            self.own_rows().rev().take(100).find(named)
        }
    }

    /// Whether the parts of an indicator end before a name: with the bracket in which they began, or at a semicolon
    /// behind "trong đó …", unless the name begins like the first of them.
    pub(super) fn ends_parts(&self, name: &Name, gap: &Gap) -> bool {
        let marked = |marks: &str| gap.all.clone().any(|at| self.sentence.is_mark(at, marks));
        let like_first =
            name.text.lower_case().split(' ').next() == Some(&self.parts.begun().first);
        let apart = marked(";")
            && !self.parts.begun().listed
            && !self.parts.begun().first.is_empty()
            && !like_first;
        let apart = apart && !self.is_further_part(name, gap) && !self.is_of_bank(name, gap)
            || marked(";") && !self.parts.begun().listed && self.begins_another_aim(gap);
        marked(")") && self.parts.begun().in_bracket || apart
    }

    /// Whether a name behind a semicolon is one of the figures of the bank before it: "Ngân hàng A
    /// cho vay 352 tỷ đồng; tổng dư nợ 2.164 tỷ đồng".
    fn is_of_bank(&self, name: &Name, gap: &Gap) -> bool {
        let bank = self.parts.whole().map(|owner| owner.lower_case());
        let bank = bank.is_some_and(|bank| BANK_HEADS.iter().any(|head| bank.starts_with(head)));
        let lower = name.text.lower_case();
        let own = BANK_MEASURES.iter().any(|measure| lower.contains(measure));
        let whole = gap.all.clone().any(|at| self.sentence.phrase(at) == Some(Phrase::Place));
        bank && own && !whole
    }

    /// Whether words behind a semicolon set another target, in another kind of unit than the whole
    /// before it: "giảm tỷ lệ hộ nghèo 3%, trong đó vùng cao giảm 4%; phấn đấu có thêm 9 xã đạt
    /// chuẩn".
    fn begins_another_aim(&self, gap: &Gap) -> bool {
        let aims = gap.all.clone().any(|at| self.sentence.phrase(at) == Some(Phrase::Target));
        let whole = self.whole().and_then(|row| self.state.rows.get(row));
        let whole = whole.and_then(|row| row.unit.as_deref()).and_then(class_of);
        let part = quantity_behind(self.sentence, gap).map(|part| part.class);
        aims && whole.zip(part).is_some_and(|(whole, part)| whole != part)
    }

    /// "còn thiếu 1.108 giáo viên, nhiều nhất là giáo viên tiếng Anh (215 người)": what is missing, of which those are
    /// named that are missing most.
    fn lack_before(&self, gap: &Gap) -> Option<String> {
        let sentence = self.sentence;
        let row = self.own_rows().next_back().and_then(|row| self.state.rows.get(row))?;
        let lower = row.name.lower_case();
        let missing = SHORTAGE.iter().any(|verb| lower.split_once(verb).is_some());
        let part = quantity_behind(self.sentence, gap)?;
        let within = part.is_count() && row.actual.is_some_and(|all| part.value <= all);
        let words = sentence.lower_text(gap.all.clone());
        let most = ["nhất là ", "chủ yếu là ", "tập trung ở ", "chủ yếu ở "];
        let named = most.iter().any(|most| words.contains(most));
        (self.parts.is_empty() && missing && within && named).then(|| row.name.clone())
    }

    /// Keeps the indicator of which parts follow.
    pub(super) fn set_parents(&mut self, name: &Name, gap: &Gap, found: &BeforeFigure) {
        let limit = found.limit.clone().map(|limit| self.sentence.text(limit));
        let owner = name
            .label
            .as_ref()
            .filter(|owner| found.label.is_none() || SCHOOLS.contains(&owner.lower_case()));
        let owner = owner.map(|owner| owner.lower_case());
        if name.label.is_some() || limit.is_some() {
            let begun = Parts {
                in_bracket: self.parts.before_bracket().is_some(),
                limited: limit.is_some(),
                set_apart: limit.is_some() && is_side_by_side(self.sentence, gap),
                // "Hàn Quốc có 78 dự án; Nhật Bản 16 dự án": of one country up to the semicolon.
                first: owner.unwrap_or_default(),
                ..Parts::default()
            };
            self.parts.begin(name.label.iter().cloned().chain(limit).collect(), begun);
        } else if found.part {
            let whole =
                self.row.or_else(|| self.previous()).and_then(|row| self.state.rows.get(row));
            let whole = whole.filter(|row| row.at.paragraph == self.state.sentence.at.paragraph);
            // "khu vực dịch vụ tăng 7%, riêng khu vực nông nghiệp tăng 2%": one next to the other.
            let in_parallel =
                is_side_by_side(self.sentence, gap) && !self.is_rate_of_group(name, gap, found);
            let whole = whole.filter(|_| !in_parallel).map(|row| row.name.clone());
            let begun = Parts {
                in_bracket: self.parts.before_bracket().is_some(),
                listed: gap.all.clone().any(|at| self.sentence.is_mark(at, ":")),
                first: name.text.lower_case().split(' ').next().unwrap_or_default().to_owned(),
                begins_sentence: self.sentence.phrase(0) == Some(Phrase::Part),
                ..Parts::default()
            };
            if in_parallel && !self.parts.is_empty() {
                self.parts.begin_again(begun);
            } else {
                self.parts.begin(whole.into_iter().collect(), begun);
            }
        } else if let Some(whole) = self.whole_of_bracket(gap, found) {
            self.parts.begin_in_bracket(whole);
        } else if let Some(lack) = self.lack_before(gap) {
            let first = name.text.lower_case().split(' ').next().unwrap_or_default().to_owned();
            self.parts.begin(vec![lack], Parts { first, ..Parts::default() });
        } else if self.parts.begun().limited && leaves_limit(self.sentence, gap) {
            self.parts.begin(Vec::new(), Parts::default());
        } else if !self.parts.is_empty() && self.ends_parts(name, gap) {
            self.parts.end();
        }
    }
}

/// Whether a name is that of a border gate, a port or an industrial park.
fn is_small(name: &str) -> bool {
    let lower = name.lower_case();
    SMALL_PLACES
        .iter()
        .any(|kind| lower.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether "riêng" only sets what follows apart from what was said before.
pub(super) fn is_side_by_side(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let mut words = gap.all.clone().rev();
    let part = words.find(|at| sentence.phrase(*at) == Some(Phrase::Part));
    part.is_some_and(|at| sentence.key(at) == "riêng")
}

/// Whether the words before a figure name the whole again, "tỷ lệ chung toàn tỉnh", or another season.
pub(super) fn leaves_limit(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let mut words = gap.all.clone().filter(|at| !gap.complement.contains(at));
    words.any(|at| {
        sentence.phrase(at) == Some(Phrase::Place) || matches!(sentence.key(at), "chung" | "vụ")
    })
}
