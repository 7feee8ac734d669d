//! Begins an indicator with its parents.

use std::ops::Range;

use rust_decimal::Decimal;

use super::counted_acts::{doubt_actor, take_each};
use super::listed_names::{InList, is_evident_name};
use super::name_owner::{counts_kind, is_cut_before_object};
use super::parts_of_whole::is_side_by_side;
use super::whole_of_part::Whole;
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::finished_name::{without_count_of_years, without_dangling};
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::roles::role_earlier::begins_with_earlier;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::period_scope::{Aim, is_start};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::begins_with_estimate;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::lexicon::prose_words::{NAMES_NO_OWNER, RATE_HEADS};
use crate::model::Span;
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Begins an indicator.
    pub(super) fn begin(&mut self, name: Name, gap: &Gap, found: &BeforeFigure) {
        let inherited = name.is_inherited(found);
        let named = name.label.is_some() || found.limit.is_some();
        let whole = match found.part && !named && !is_side_by_side(self.sentence, gap) {
            true => self.turn_to_whole(gap),
            false => Whole::Known,
        };
        self.set_parents(&name, gap, found);
        if whole == Whole::Nowhere {
            self.parts.forget_parents();
        }
        self.take_place_of_clause(gap);
        let scope = self.period_at(name.period.as_deref(), gap, found.part);
        let scope = if found.sum { self.cumulated(scope, inherited) } else { scope };
        let aim = self.aims_at(&scope);
        let mut row = DraftRow {
            parents: self.parents_of(gap, found),
            section: self.state.paragraph.section,
            at: self.state.sentence.at,
            period: scope
                .named
                .as_ref()
                .filter(|named| named.period.is_some())
                .map(|named| named.words.clone()),
            period_inherited: scope.inherited,
            at_start: name.period.as_deref().is_some_and(is_start),
            estimate: self.periods.are_estimated() || begins_with_estimate(self.sentence),
            whole: self.parts.before_bracket().or_else(|| self.whole_row(found)),
            accompanies: self.accompanies(gap),
            ..DraftRow::default()
        };
        if whole != Whole::Known {
            row.doubt(Doubt::OwnerOpen);
        }
        row.period_of_earlier = self.current == QuantityRole::Earlier && row.period.is_some();
        if self.is_place_open(gap, found) {
            row.doubt(Doubt::PlaceOpen);
        }
        // The year before that of the report is not named.
        let earlier = begins_with_earlier(self.sentence, gap);
        if scope.open || earlier || self.is_of_some_days(&scope) || self.is_before_period(&scope) {
            row.doubt(Doubt::PeriodOpen);
        }
        if self.goes_on_about_open_place(gap) {
            row.doubt(Doubt::PlaceOpen);
        }
        if aim == Aim::Perhaps {
            row.doubt(Doubt::TargetOrActual);
        }
        if inherited {
            self.inherit(&mut row, &name, gap, found);
        }
        let (is_behind, is_labelled) = (name.behind, name.label.is_some());
        self.take_name(&mut row, name, gap, found);
        self.without_superlative(&mut row, gap);
        if self.take_averaged(&mut row, gap) {
            self.comparison.forget_base();
        }
        if !inherited && !is_behind {
            self.measure_in_place(&mut row, gap);
        }
        if self.periods.are_of_plan_of(&row) {
            row.doubt(Doubt::PeriodOpen);
        }
        self.take_counted_whole(&mut row, gap);
        self.take_item_of_list(&mut row, gap, is_behind);
        self.take_level(&mut row, gap, is_behind);
        self.take_owner_of_paragraph(&mut row, gap, is_labelled);
        self.take_subject(&mut row, gap);
        row.parents.retain(|parent| !NAMES_NO_OWNER.contains(&parent.lower_case()));
        if is_behind {
            self.doubt_bare_count_before(&row, gap);
        }
        // Nothing is quoted yet: each figure widens the range.
        row.quote = Range { start: usize::MAX, end: 0 };
        self.state.rows.push(row);
        self.row = Some(self.state.rows.len() - 1);
    }

    /// "48 doanh nghiệp và 312 hộ kinh doanh đăng ký mới", "9 bác sĩ và 32 giường bệnh/vạn dân":
    /// what is said behind the second count may be said of the first one as well.
    fn doubt_bare_count_before(&mut self, row: &DraftRow, gap: &Gap) {
        let sentence = self.sentence;
        let joined = gap.all.len() == 1 && sentence.phrase(gap.all.start) == Some(Phrase::And);
        let noun =
            quantity_behind(sentence, gap).filter(|_| joined).and_then(|next| next.unit.clone());
        let before = self.own_rows().next_back().filter(|_| joined);
        let Some((noun, before)) =
            noun.zip(before.and_then(|before| self.state.rows.get_mut(before)))
        else {
            return;
        };
        let lower = row.name.lower_case();
        let noun = noun.lower_case();
        let counted = noun.split('/').next().unwrap_or_default();
        let unit = before.unit.as_deref().unwrap_or_default().lower_case();
        let bare = !unit.is_empty() && before.name.lower_case() == unit;
        let described = lower.strip_prefix(counted).is_some_and(|rest| {
            let words = tokens(rest.trim_start());
            let first = words.first().map_or("", |first| &*first.key);
            matches!(first, "được" | "bị" | "đang" | "mới")
                || matches!(PHRASES.longest(&words), Some((_, Phrase::Verb | Phrase::Reach)))
        });
        if bare && described {
            before.doubt(Doubt::NameCut);
        } else if bare && counted.len() < noun.len() && !unit.contains('/') {
            before.doubt(Doubt::NoUnit);
        }
    }

    /// Whether nothing says of which of several places a new indicator is.
    fn is_place_open(&self, gap: &Gap, found: &BeforeFigure) -> bool {
        let other = self.clause_place.is_none() && self.names_other_place(gap);
        // "riêng vùng cao, tỷ lệ hộ nghèo còn 16%; thu nhập đạt 40 triệu đồng": of the whole, or of what was set apart.
        let apart = gap.all.clone().any(|at| self.sentence.is_mark(at, ";"));
        let set_apart = self.parts.begun().set_apart && apart && found.limit.is_none();
        other || self.may_go_on_about_place(gap) || set_apart
    }

    /// Whether a new indicator is in a sentence behind one about a place, which may be about that place or not.
    fn goes_on_about_open_place(&self, gap: &Gap) -> bool {
        let labelled = self.parts.whole().is_some_and(|label| is_province(label));
        self.state.paragraph.places.is_open(self.byte_of(gap)) && !labelled
    }

    /// Whether the words before a figure join it to the one before: "120 tỷ đồng với 3.400 lượt hộ vay".
    fn accompanies(&self, gap: &Gap) -> bool {
        let first = gap.all.clone().find(|at| !gap.complement.contains(at));
        let joins = first.is_some_and(|at| matches!(self.sentence.key(at), "với" | "with"));
        let before = self.previous().and_then(|row| self.state.rows.get(row));
        joins && before.is_some_and(|row| row.actual.is_some())
    }

    /// Takes the unit and the parents of the indicator whose name is meant again.
    fn inherit(&mut self, row: &mut DraftRow, name: &Name, gap: &Gap, found: &BeforeFigure) {
        let before = self.row.or_else(|| self.previous());
        let Some(before) = before.and_then(|row| self.state.rows.get(row)) else { return };
        // "46 homes, bringing the total to 137".
        let counted =
            quantity_behind(self.sentence, gap).is_some_and(|quantity| quantity.unit.is_some());
        row.unit = before.unit.clone().filter(|_| !found.sum || !counted);
        row.parents.clone_from(&before.parents);
        // "Năm 2023 đạt 7.400 tỷ đồng; năm 2024 ước đạt 8.120 tỷ đồng": nothing else can be meant.
        let unit = quantity_behind(self.sentence, gap).and_then(|quantity| quantity.unit.as_ref());
        let alike = unit
            .zip(before.unit.as_ref())
            .is_some_and(|(unit, own)| converted(Decimal::ONE, unit, own).is_some());
        let dated = found.period.is_some() || name.period.is_some();
        let dated = dated && self.current != QuantityRole::PlanPercent;
        let explicit = dated && (gap.role == Some(Phrase::Reach) && !found.sum || alike);
        if !explicit {
            row.doubt(Doubt::NameInherited);
        }
        // "… tăng 12% so với tháng trước; 6 tháng đạt 5,4 triệu lượt, tăng 9%": against another period.
        if dated {
            self.comparison.forget_base();
        }
    }

    /// Gives an indicator its name, with the words that a list leaves out, and what is in doubt about it.
    fn take_name(&self, row: &mut DraftRow, name: Name, gap: &Gap, found: &BeforeFigure) {
        let (is_behind, inherited) = (name.behind, name.is_inherited(found));
        row.name = self.without_place(with_direction(self.sentence, name.text, gap, found), gap);
        row.name = self.named_again(without_dangling(&row.name));
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
            let dated = self.state.document.period.is_some() || row.period.is_some();
            row.evident = dated && is_evident_name(self.sentence, gap, found);
        }
        take_crop_season(self.sentence, row, found);
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
        if !is_behind && counts_kind(self.sentence, gap) {
            row.doubt(Doubt::Construction);
        }
        if !is_behind && is_cut_before_object(self.sentence, &row.name, gap) {
            row.doubt(Doubt::NameCut);
        }
        if is_behind {
            row.doubt(Doubt::NameBehind);
            take_each(self.sentence, row, gap);
        } else {
            doubt_actor(self.sentence, row, gap, found);
            self.take_verb_of_money(row, gap);
        }
    }

    /// "answered 84,210 calls, 84% of them within 60 seconds": a name with what "them" are.
    fn named_again(&self, name: String) -> String {
        let before = self.own_rows().next_back().and_then(|row| self.state.rows.get(row));
        let noun = before.and_then(|before| before.unit.as_deref());
        let noun = noun.filter(|noun| noun.starts_with(|c: char| c.is_ascii_alphabetic()));
        match name.strip_prefix("them ").or_else(|| name.strip_prefix("Them ")).zip(noun) {
            Some((rest, noun)) => format!("{noun} {rest}"),
            None => name,
        }
    }

    /// "Tổng thu ba năm đạt 38.900 tỷ đồng; riêng năm 2022 đạt 14.106 tỷ đồng": the first is that of no year, and the
    /// second of no three.
    fn take_sum_of_years(&self, row: &mut DraftRow, inherited: bool) {
        let own = row.period.as_deref().and_then(period_of).or(self.state.document.period);
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

    /// A name without the place with which its clause begins: "Thị xã Duy Tiên thu ngân sách".
    fn without_place(&self, name: String, gap: &Gap) -> String {
        let place = self.clause_place.clone().or_else(|| self.place(gap));
        let place = place.or_else(|| self.state.document.place.clone());
        let rest = place.and_then(|place| {
            let (kind, rest) = name.split_once(&place)?;
            // "Da Nang's hotels".
            let owned = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s "));
            if let Some(owned) = owned.filter(|_| kind.is_empty()) {
                return Some(owned.to_owned());
            }
            let kind = kind.trim();
            let lower = kind.lower_case();
            let known = kind.is_empty() || KINDS.iter().any(|one| one.lower_case() == lower);
            let verb = rest.strip_prefix(' ')?.trim_start();
            // "Nam Định có IIP tăng 14,6%".
            let measure = verb.strip_prefix("có ").filter(|_| kind.is_empty());
            let verb = measure.unwrap_or(verb);
            // "Thái Bình thu 230 tỷ đồng": a verb alone.
            let alone = PHRASES.longest(&tokens(verb)).is_some_and(|(length, phrase)| {
                phrase == Phrase::Verb && length == tokens(verb).len()
            });
            (known && (verb.contains(' ') || alone || measure.is_some())).then(|| verb.to_owned())
        });
        rest.unwrap_or(name)
    }

    /// Whether the words before a figure name another place than that of the clause: "huyện A đạt 99%, huyện B đạt …".
    pub(super) fn names_other_place(&self, gap: &Gap) -> bool {
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

    /// The place that distinguishes an indicator, where a text is about several.
    pub(super) fn place(&self, gap: &Gap) -> Option<String> {
        self.state.paragraph.places.at(self.byte_of(gap))
    }

    /// Where the quantity behind a gap is in its paragraph.
    fn byte_of(&self, gap: &Gap) -> usize {
        let item = self.sentence.items.get(gap.all.end);
        let token = item.and_then(|item| self.sentence.tokens.get(item.from));
        self.state.sentence.offset + token.map_or(0, |token| token.span.start)
    }
}

/// "Vụ lúa Đông Xuân, toàn tỉnh xuống giống 174.520 ha": the season says what the verb is done to.
fn take_crop_season(sentence: &Sentence<'_>, row: &mut DraftRow, found: &BeforeFigure) {
    let Some(limit) = &found.limit else { return };
    let words = tokens(&row.name);
    let verb = PHRASES.longest(&words) == Some((words.len(), Phrase::Verb));
    let limit = sentence.text(limit.clone());
    if verb
        && let Some((vu, season)) = limit.split_once(' ')
        && vu.lower_case() == "vụ"
    {
        row.parents.retain(|parent| *parent != limit);
        row.name = format!("{} vụ {season}", row.name);
    }
}

/// "giảm tỷ lệ hộ nghèo 4%": what falls by so much is another thing than what falls to so much.
fn with_direction(
    sentence: &Sentence<'_>,
    name: String,
    gap: &Gap,
    found: &BeforeFigure,
) -> String {
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
    // "giảm tỷ lệ hộ nghèo từ 2 - 2,5%" is no fall from one value to another.
    let range = quantity_behind(sentence, gap).is_some_and(|quantity| quantity.high.is_some());
    let from = |at: usize| sentence.phrase(at) == Some(Phrase::From);
    let direct = gap.lead.is_empty() || range && gap.lead.clone().all(from);
    match verb.filter(|_| direct && !found.words.is_empty() && rate()) {
        Some(verb) => {
            let words = sentence.lower(verb);
            format!("{} {name}", words.rsplit(' ').next().unwrap_or_default())
        }
        None => name,
    }
}
