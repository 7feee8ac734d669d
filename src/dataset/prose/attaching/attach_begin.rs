//! Begins an indicator with its parents.

use std::ops::Range;

use rust_decimal::Decimal;

use super::listed_names::InList;
use super::whole_of_part::Whole;
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::name_trim::{without_count_of_years, without_dangling};
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::roles::role_earlier::begins_with_earlier;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::period_scope::{Aim, is_start};
use crate::dataset::prose::rows::sentence_reader::{Parts, SentenceReader};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::mood::begins_with_estimate;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{PHRASES, Phrase, UnitClass};
use crate::lexicon::prose_words::{RATE_HEADS, SCHOOLS};
use crate::model::Span;
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Begins an indicator.
    pub(super) fn begin(&mut self, name: Name, gap: &Gap, found: &BeforeFigure) {
        let inherited = found.words.is_empty() && !name.behind;
        let named = name.label.is_some() || found.limit.is_some();
        let whole = match found.part && !named && !self.is_side_by_side(gap) {
            true => self.turn_to_whole(gap),
            false => Whole::Known,
        };
        self.set_parents(&name, gap, found);
        if whole == Whole::Nowhere {
            self.parents.clear();
        }
        self.take_place_of_clause(gap);
        let scope = self.period_at(name.period.as_deref(), gap, found.part);
        let aim = self.aims_at(&scope);
        let mut row = DraftRow {
            parents: self.parents_of(gap, found),
            section: self.state.section,
            paragraph: self.state.at.0,
            sentence: self.state.at.1,
            period: scope
                .named
                .as_ref()
                .filter(|named| named.period.is_some())
                .map(|named| named.words.clone()),
            period_inherited: scope.inherited,
            at_start: name.period.as_deref().is_some_and(is_start),
            estimate: self.estimate || begins_with_estimate(self.sentence),
            whole: self.outer.or_else(|| self.whole_row(found)),
            accompanies: self.accompanies(gap),
            ..DraftRow::default()
        };
        if whole != Whole::Known {
            row.doubt(Doubt::OwnerOpen);
        }
        row.period_of_earlier = self.current == QuantityRole::Earlier && row.period.is_some();
        let other = self.clause_place.is_none() && self.names_other_place(gap);
        if other || self.may_go_on_about_place(gap) {
            row.doubt(Doubt::PlaceOpen);
        }
        // "riêng vùng cao, tỷ lệ hộ nghèo còn 16%; thu nhập đạt 40 triệu đồng": of the whole, or of what was set apart.
        let apart = gap.all.clone().any(|at| self.sentence.is_mark(at, ";"));
        if self.parts.set_apart && apart && found.limit.is_none() {
            row.doubt(Doubt::PlaceOpen);
        }
        // The year before that of the report is not named.
        let earlier = begins_with_earlier(self.sentence, gap);
        if scope.open || earlier || self.is_of_some_days(&scope) || self.is_before_period(&scope) {
            row.doubt(Doubt::PeriodOpen);
        }
        let labelled = self.parents.last().is_some_and(|label| is_province(label));
        if self.state.places.is_open(self.byte_of(gap)) && !labelled {
            row.doubt(Doubt::PlaceOpen);
        }
        if aim == Aim::Perhaps {
            row.doubt(Doubt::TargetOrActual);
        }
        if inherited && let Some(before) = self.row.or_else(|| self.previous()) {
            self.inherit(&mut row, before, &name, gap, found);
        }
        let (is_behind, is_labelled) = (name.behind, name.label.is_some());
        self.take_name(&mut row, name, inherited, gap, found);
        self.without_superlative(&mut row, gap);
        if self.take_averaged(&mut row, gap) {
            self.base = None;
        }
        if !inherited && !is_behind {
            self.measure_in_place(&mut row, gap);
        }
        if self.is_result_in_plan(&row) {
            row.doubt(Doubt::PeriodOpen);
        }
        self.take_counted_whole(&mut row, gap);
        self.take_item_of_list(&mut row, gap, is_behind);
        self.take_owner_of_paragraph(&mut row, gap, is_labelled);
        self.take_subject(&mut row, gap);
        // Nothing is quoted yet: each figure widens the range.
        row.quote = Range { start: usize::MAX, end: 0 };
        self.state.rows.push(row);
        self.row = Some(self.state.rows.len() - 1);
    }

    /// Whether the words before a figure join it to the one before: "120 tỷ đồng với 3.400 lượt hộ vay".
    fn accompanies(&self, gap: &Gap) -> bool {
        let first = gap.all.clone().find(|at| !gap.complement.contains(at));
        let joins = first.is_some_and(|at| matches!(self.sentence.key(at), "với" | "with"));
        let before = self.previous().and_then(|row| self.state.rows.get(row));
        joins && before.is_some_and(|row| row.actual.is_some())
    }

    /// Takes the unit and the parents of the indicator whose name is meant again.
    fn inherit(
        &mut self,
        row: &mut DraftRow,
        before: usize,
        name: &Name,
        gap: &Gap,
        found: &BeforeFigure,
    ) {
        // "46 homes, bringing the total to 137".
        let counted = self.quantity_behind(gap).is_some_and(|quantity| quantity.unit.is_some());
        let unit = self.state.rows[before].unit.clone();
        row.unit = unit.filter(|_| !found.sum || !counted);
        row.parents.clone_from(&self.state.rows[before].parents);
        // "Năm 2023 đạt 7.400 tỷ đồng; năm 2024 ước đạt 8.120 tỷ đồng": nothing else can be meant.
        let unit = self.quantity_behind(gap).and_then(|quantity| quantity.unit.as_ref());
        let own = self.state.rows[before].unit.as_ref();
        let alike =
            unit.zip(own).is_some_and(|(unit, own)| converted(Decimal::ONE, unit, own).is_some());
        let dated = found.period.is_some() || name.period.is_some();
        let dated = dated && self.current != QuantityRole::PlanPercent;
        let explicit = dated && (gap.role == Some(Phrase::Reach) && !found.sum || alike);
        if !explicit {
            row.doubt(Doubt::NameInherited);
        }
        // "… tăng 12% so với tháng trước; 6 tháng đạt 5,4 triệu lượt, tăng 9%": against another period.
        if dated {
            self.base = None;
        }
    }

    /// Gives an indicator its name, with the words that a list leaves out, and what is in doubt about it.
    fn take_name(
        &self,
        row: &mut DraftRow,
        name: Name,
        inherited: bool,
        gap: &Gap,
        found: &BeforeFigure,
    ) {
        let is_behind = name.behind;
        row.name = self.without_place(self.with_direction(name.text, gap, found), gap);
        row.name = without_dangling(&row.name);
        // "Trừ tiền sử dụng đất, thu nội địa đạt …".
        if let Some(without) = &found.without {
            let left_out = self.sentence.lower_text(without.clone());
            row.name = format!("{} ({left_out})", row.name);
        }
        self.take_sum_of_years(row, inherited);
        if !is_behind && !inherited {
            match self.name_in_list(&row.name, gap, found) {
                InList::Whole => {}
                InList::Completed(name) => row.name = name,
                InList::Headless => row.doubt(Doubt::Construction),
            }
            let dated = self.state.document.is_some() || row.period.is_some();
            row.evident = dated && self.is_evident_name(gap, found);
        }
        self.take_crop_season(row, found);
        if is_behind && found.words.is_empty() {
            self.take_shared_verb(row, gap);
        }
        if let Some(thing) = self.measured_thing(&row.name, gap)
            && row.parents.last() != Some(&thing)
        {
            // The season is in the name of what is measured.
            row.parents.pop_if(|last| thing.lower_case().ends_with(&last.lower_case()));
            row.parents.push(thing);
        }
        if !is_behind && self.counts_kind(gap) {
            row.doubt(Doubt::Construction);
        }
        if is_behind {
            row.doubt(Doubt::NameBehind);
            self.take_each(row, gap);
        } else {
            self.doubt_actor(row, gap, found);
            self.take_verb_of_money(row, gap);
        }
    }

    /// "Tổng thu ba năm đạt 38.900 tỷ đồng; riêng năm 2022 đạt 14.106 tỷ đồng": the first is that of no year, and the
    /// second of no three.
    fn take_sum_of_years(&self, row: &mut DraftRow, inherited: bool) {
        let own = row.period.as_deref().and_then(period_of).or(self.state.document);
        let of_year = own.is_some_and(|period| period.span() == Span::Year);
        let bare = without_count_of_years(&row.name);
        if !of_year || bare.len() == row.name.len() {
            return;
        }
        if inherited {
            row.name = bare.to_owned();
        } else {
            row.doubt(Doubt::PeriodOpen);
        }
    }

    /// "Vụ lúa Đông Xuân, toàn tỉnh xuống giống 174.520 ha": the season says what the verb is done to.
    fn take_crop_season(&self, row: &mut DraftRow, found: &BeforeFigure) {
        let Some(limit) = &found.limit else { return };
        let words = tokens(&row.name);
        let verb = PHRASES.longest(&words) == Some((words.len(), Phrase::Verb));
        let limit = self.sentence.text(limit.clone());
        if verb
            && let Some((vu, season)) = limit.split_once(' ')
            && vu.lower_case() == "vụ"
        {
            row.parents.retain(|parent| *parent != limit);
            row.name = format!("{} vụ {season}", row.name);
        }
    }

    /// "giảm tỷ lệ hộ nghèo 4%": what falls by so much is another thing than what falls to so much.
    fn with_direction(&self, name: String, gap: &Gap, found: &BeforeFigure) -> String {
        let sentence = self.sentence;
        let verb = found.words.start.checked_sub(1).filter(|at| gap.body.contains(at));
        let verb = verb.filter(|at| {
            let last = sentence.lower(*at);
            matches!(sentence.phrase(*at), Some(Phrase::Up | Phrase::Down | Phrase::Target))
                && matches!(last.rsplit(' ').next(), Some("giảm" | "tăng"))
        });
        let rate = || {
            let lower = name.lower_case();
            RATE_HEADS.iter().any(|head| lower.starts_with(head))
        };
        match verb.filter(|_| gap.lead.is_empty() && !found.words.is_empty() && rate()) {
            Some(verb) => {
                let words = sentence.lower(verb);
                format!("{} {name}", words.rsplit(' ').next().unwrap_or_default())
            }
            None => name,
        }
    }

    /// A name without the place with which its clause begins: "Thị xã Duy Tiên thu ngân sách".
    fn without_place(&self, name: String, gap: &Gap) -> String {
        let place = self.clause_place.clone().or_else(|| self.place(gap));
        let place = place.or_else(|| self.state.whole_place.clone());
        let rest = place.and_then(|place| {
            let (kind, rest) = name.split_once(&place)?;
            let kind = kind.trim();
            let lower = kind.lower_case();
            let known = kind.is_empty() || KINDS.iter().any(|one| one.lower_case() == lower);
            let verb = rest.strip_prefix(' ')?.trim_start();
            // "Nam Định có IIP tăng 14,6%".
            let measure = verb.strip_prefix("có ").filter(|_| kind.is_empty());
            let verb = measure.unwrap_or(verb);
            (known && (verb.contains(' ') || measure.is_some())).then(|| verb.to_owned())
        });
        rest.unwrap_or(name)
    }

    /// Whether the words before a figure name another place than that of the clause: "huyện A đạt 99%, huyện B đạt …".
    fn names_other_place(&self, gap: &Gap) -> bool {
        let Some(place) = self.place(gap) else { return false };
        let text = self.sentence.text(gap.all.clone());
        let mut named = KINDS.iter().filter_map(|kind| {
            let (before, behind) = text.split_once(kind)?;
            let alone = !before.ends_with(char::is_alphanumeric);
            let name = capitalized(behind.strip_prefix(' ')?);
            (alone && !name.is_empty() && !is_office(&name)).then_some(name)
        });
        named.any(|name| name != place)
    }

    /// The parents of a figure. What is counted or measured otherwise than the whole is no part of it: land under money,
    /// hotels under the rooms of what was counted.
    fn parents_of(&self, gap: &Gap, found: &BeforeFigure) -> Vec<String> {
        let whole = self.whole_row(found).and_then(|row| self.state.rows.get(row));
        let unit = self.quantity_behind(gap).and_then(|quantity| quantity.unit.as_deref());
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

    /// Whether "với" adds a count to a list of parts that it is none of: "…: 514 trường mầm non, 90 trường THPT, với tổng số
    /// 873.421 học sinh".
    fn goes_with_list(&self, gap: &Gap) -> bool {
        let first = gap
            .all
            .clone()
            .find(|at| !gap.complement.contains(at) && !self.sentence.is_mark(*at, ","));
        self.parts.listed && first.is_some_and(|at| matches!(self.sentence.key(at), "với" | "with"))
    }

    /// The place, unless a label names it, with the labels.
    fn all_parents(&self, gap: &Gap) -> Vec<String> {
        let labels = &self.parents;
        let own =
            self.clause_place.clone().filter(|own| Some(own) != self.state.whole_place.as_ref());
        let place = || self.place(gap).filter(|_| !self.names_other_place(gap));
        let place = own.or_else(place);
        let place = place.filter(|place| !labels.iter().any(|one| one.contains(place)));
        place.into_iter().chain(labels.iter().cloned()).collect()
    }

    /// The place that distinguishes an indicator, where a text is about several.
    pub(super) fn place(&self, gap: &Gap) -> Option<String> {
        self.state.places.at(self.byte_of(gap))
    }

    /// Where the quantity behind a gap is in its paragraph.
    fn byte_of(&self, gap: &Gap) -> usize {
        let item = self.sentence.items.get(gap.all.end);
        let token = item.and_then(|item| self.sentence.tokens.get(item.from));
        self.state.offset + token.map_or(0, |token| token.span.start)
    }

    /// The indicator of the sentence whose parts are listed, or of which one is named.
    fn whole_row(&self, found: &BeforeFigure) -> Option<usize> {
        let whole = self.parents.last()?;
        let named = |row: &usize| self.state.rows[*row].name == *whole;
        if found.part {
            self.row.or_else(|| self.previous())
        } else {
            self.own_rows().rev().take(100).find(named)
        }
    }

    /// Whether "riêng" only sets what follows apart from what was said before.
    fn is_side_by_side(&self, gap: &Gap) -> bool {
        let mut words = gap.all.clone().rev();
        let part = words.find(|at| self.sentence.phrase(*at) == Some(Phrase::Part));
        part.is_some_and(|at| self.sentence.key(at) == "riêng")
    }

    /// Whether the parts of an indicator end before a name: with the bracket in which they began, or at a semicolon
    /// behind "trong đó …", unless the name begins like the first of them.
    fn ends_parts(&self, name: &Name, gap: &Gap) -> bool {
        let marked = |marks: &str| gap.all.clone().any(|at| self.sentence.is_mark(at, marks));
        let like_first = name.text.lower_case().split(' ').next() == Some(&self.parts.first);
        let apart =
            marked(";") && !self.parts.listed && !self.parts.first.is_empty() && !like_first;
        let apart = apart && !self.is_further_part(name, gap);
        marked(")") && self.parts.in_bracket || apart
    }

    /// Whether the words before a figure name the whole again, "tỷ lệ chung toàn tỉnh", or another season.
    fn leaves_limit(&self, gap: &Gap) -> bool {
        let mut words = gap.all.clone().filter(|at| !gap.complement.contains(at));
        words.any(|at| {
            self.sentence.phrase(at) == Some(Phrase::Place)
                || matches!(self.sentence.key(at), "chung" | "vụ")
        })
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
            self.parts = Parts {
                in_bracket: self.outer.is_some(),
                limited: limit.is_some(),
                set_apart: limit.is_some() && self.is_side_by_side(gap),
                // "Hàn Quốc có 78 dự án; Nhật Bản 16 dự án": of one country up to the semicolon.
                first: owner.unwrap_or_default(),
                ..Parts::default()
            };
            self.parents = name.label.iter().cloned().chain(limit).collect();
        } else if found.part {
            let whole =
                self.row.or_else(|| self.previous()).and_then(|row| self.state.rows.get(row));
            let whole = whole.filter(|row| row.paragraph == self.state.at.0);
            // "khu vực dịch vụ tăng 7%, riêng khu vực nông nghiệp tăng 2%": one next to the other.
            let in_parallel = self.is_side_by_side(gap) && !self.is_rate_of_group(name, gap, found);
            if !in_parallel || self.parents.is_empty() {
                let whole = whole.filter(|_| !in_parallel);
                self.parents = whole.map(|row| vec![row.name.clone()]).unwrap_or_default();
            }
            self.parts = Parts {
                in_bracket: self.outer.is_some(),
                listed: gap.all.clone().any(|at| self.sentence.is_mark(at, ":")),
                first: name.text.lower_case().split(' ').next().unwrap_or_default().to_owned(),
                ..Parts::default()
            };
        } else if let Some(whole) = self.whole_of_bracket(gap, found) {
            let outside = std::mem::take(&mut self.parents);
            self.parents = outside.iter().cloned().chain([whole]).collect();
            self.parts = Parts { in_bracket: true, outside, ..Parts::default() };
        } else if self.parts.limited && self.leaves_limit(gap) {
            self.parents.clear();
            self.parts = Parts::default();
        } else if !self.parents.is_empty() && self.ends_parts(name, gap) {
            self.parents = std::mem::take(&mut self.parts.outside);
        }
    }
}
