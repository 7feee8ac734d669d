//! The name of a new indicator, from before or behind its first quantity.

use std::ops::Range;

use super::attach_owner::{is_next_year, level_behind_growth};
use super::counted_acts::act;
use super::counted_cases::with_counted;
use super::name_owner::is_made_thing;
use super::named_change::what_changed;
use super::naming::Naming;
use super::shared_object::with_shared_object;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::{Quantity, first_word, join};
use crate::dataset::prose::phrases::actor::is_actor;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::{self, Name};
use crate::dataset::prose::phrases::name_behind;
use crate::dataset::prose::phrases::name_ending::Ending;
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::PUBLIC_ACTORS;
use crate::text::lower_case::LowerCase;

/// An earlier indicator that a figure without words before it may be about.
#[derive(Debug, Clone, Copy)]
struct MeantRow {
    row: usize,
    /// Whether words say that it is.
    is_said: bool,
}

impl SentenceReader<'_, '_> {
    /// The name of a new indicator.
    pub(super) fn named(&self, naming: &Naming<'_>) -> Option<Name> {
        let Naming { context, found, .. } = *naming;
        let QuantityContext { complement, role, .. } = *context;
        if found.words.is_empty() {
            if role == QuantityRole::Contribution {
                let row = &self.state.rows[self.row?];
                return Some(inherited(self.state.document.language.contribution(&row.name)));
            }
            if let Some(name) = self.of_current(naming) {
                return Some(name);
            }
        }
        if role == QuantityRole::Rank
            && let Some(name) = self.ranked(complement, found)
        {
            return Some(name);
        }
        if found.words.is_empty()
            && let Some(meant) = self.meant_again(naming)
        {
            return self.name_of_row(meant, naming);
        }
        if let Some(name) = changed_in_place(self.sentence, complement, found, role) {
            return Some(name);
        }
        let plain =
            matches!(role, QuantityRole::Value | QuantityRole::Count | QuantityRole::PlanPercent);
        if plain {
            return self.name_of_figure(naming);
        }
        match naming.ending {
            Ending::Nothing => None,
            _ => name_before(self.sentence, naming),
        }
    }

    /// The name of an indicator that begins with its value or its percent of plan.
    fn name_of_figure(&self, naming: &Naming<'_>) -> Option<Name> {
        let Naming { context, found, ending } = *naming;
        let QuantityContext { gap, quantity, complement, .. } = *context;
        let sentence = self.sentence;
        let named = label_of_count(self.sentence, naming);
        let named = named.or_else(|| act(self.sentence, gap, quantity, complement, found));
        if let Some(name) = named.or_else(|| counted_behind(self.sentence, naming)) {
            return Some(name);
        }
        let behind = tail(sentence, complement);
        let is_label = is_below_label(self.sentence, naming);
        // "Cơ quan hải quan tiếp nhận khai báo 312.400 xe hàng": what was done, behind who did it.
        let done = found.words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Verb));
        let who = sentence.lower_text(found.words.clone());
        let done = done.is_some_and(|verb| found.words.end - verb <= 3)
            && PUBLIC_ACTORS.longest_start(&who).is_some();
        let short = (found.words.len() <= 3 || done && gap.lead.is_empty())
            && !is_head(sentence, found.words.start);
        let direct = gap.role.is_none()
            && short
            && quantity.is_count()
            && !behind.is_empty()
            && !found.words.is_empty();
        if is_label || direct {
            return name_behind::behind(sentence, found, quantity, complement, is_label);
        }
        match ending {
            // "tàu biển đóng mới 9 chiếc": the verb is part of the name of what is counted by a mere classifier.
            Ending::Verb if is_made_thing(self.sentence, quantity, found, &behind) => {
                name::noun(sentence, found)
            }
            Ending::Verb => name_behind::behind(sentence, found, quantity, complement, false)
                .map(|name| with_shared_object(self.sentence, name, quantity, complement))
                .map(|name| self.with_owner(name, found))
                .map(|name| with_purpose(self.sentence, name, context)),
            Ending::Nothing if quantity.is_count() || !behind.is_empty() => {
                name_behind::behind(sentence, found, quantity, complement, false)
            }
            Ending::Nothing => None,
            Ending::Noun => name_before(self.sentence, naming),
        }
    }

    /// "collected VND21.96 trillion (US$868 million) in State budget revenue, equal to 114 per cent of the estimate":
    /// what the money is, behind the same sum in another currency.
    pub(super) fn name_behind_bracket(
        &self,
        gap: &Gap,
        found: &BeforeFigure,
        role: QuantityRole,
    ) -> Option<String> {
        let sentence = self.sentence;
        let row = self.row.and_then(|row| self.state.rows.get(row))?;
        let money = row.unit.as_deref().and_then(class_of) == Some(UnitClass::Money);
        let close = gap.body.clone().find(|at| sentence.is_mark(*at, ")"))?;
        let in_bracket = sentence.is_mark(gap.body.start, "(")
            && (gap.body.start..close).any(|at| sentence.items[at].what == What::Aside);
        let named = matches!(sentence.key(close + 1), "in" | "of") && found.words.start > close;
        let percent = matches!(
            role,
            QuantityRole::PlanPercent | QuantityRole::Up | QuantityRole::Down | QuantityRole::Index
        );
        (money && in_bracket && named && percent && !found.words.is_empty())
            .then(|| sentence.text(found.words.clone()))
    }

    /// The name of the current indicator for another figure of it that has no name of its own.
    fn of_current(&self, naming: &Naming<'_>) -> Option<Name> {
        let Naming { context, found, .. } = *naming;
        let row = self.state.rows.get(self.row?)?;
        if level_behind_growth(row, context.quantity, context.role) {
            let name = self.state.document.language.without_growth(&row.name);
            return Some(Name {
                period: found.period.clone().map(|period| self.sentence.text(period)),
                ..inherited(name.to_owned())
            });
        }
        // Nothing is left out but the name.
        is_next_year(self.sentence, row, context)
            .then(|| Name { behind: true, ..inherited(row.name.clone()) })
    }

    /// The indicator that a figure without words before it may be about.
    fn meant_again(&self, naming: &Naming<'_>) -> Option<MeantRow> {
        let Naming { context, found, .. } = *naming;
        let QuantityContext { gap, quantity, complement, role, .. } = *context;
        let behind = !tail(self.sentence, complement).is_empty();
        let other_period =
            |row: usize| self.is_other_period(&self.state.rows[row], gap, found, role);
        let is_said = found.sum || self.row.is_some_and(other_period);
        let cannot_be_named_behind = role != QuantityRole::Value && role != QuantityRole::Count
            || !quantity.is_count() && !quantity.is_percent() && !behind;
        let counted_behind = found.sum && quantity.is_count() && behind;
        (is_said && !counted_behind || cannot_be_named_behind)
            .then(|| self.row.or_else(|| self.previous()))
            .flatten()
            .map(|row| MeantRow { row, is_said })
    }

    /// "xếp thứ 14 về chỉ số …": what is ranked is behind the rank, and who is ranked before it.
    fn ranked(&self, complement: &Range<usize>, found: &BeforeFigure) -> Option<Name> {
        let name = name::ranked(self.sentence, complement)?;
        let owner = self.sentence.text(found.words.clone());
        let place =
            self.state.document.place.as_deref().is_some_and(|place| owner.ends_with(place));
        let named = !owner.is_empty() && owner.lower_case() != "thứ";
        let owner = Some(owner).filter(|_| named && !place);
        Some(Name { label: name.label.clone().or(owner), ..name })
    }

    /// "Mười tháng đạt 1,1 tỷ USD" behind a month of the same: a sentence that only names another period.
    fn another_year(&self, quantity: &Quantity, found: &BeforeFigure) -> bool {
        let before = self.previous().and_then(|row| self.state.rows.get(row));
        let units = before.and_then(|row| row.unit.as_deref()).zip(quantity.unit.as_deref());
        let alike = units.is_some_and(|(own, unit)| converted(quantity.value, unit, own).is_some());
        self.row.is_none() && found.period.is_some() && alike && self.current == QuantityRole::Value
    }

    /// The name of an earlier indicator for a figure without words before it, if the figure is about the same thing.
    fn name_of_row(&self, meant: MeantRow, naming: &Naming<'_>) -> Option<Name> {
        let Naming { context, found, .. } = *naming;
        let QuantityContext { quantity, role, .. } = *context;
        let of_unit = self.of_unit(quantity);
        let row = if found.sum { of_unit.unwrap_or(meant.row) } else { meant.row };
        // "vốn A đạt 61%, vốn B đạt 35%; phấn đấu cả năm đạt 95% kế hoạch": of all that were
        // listed, or of none of them.
        if role == QuantityRole::PlanPercent
            && meant.is_said
            && !found.sum
            && self.own_rows().len() > 1
        {
            return None;
        }
        let same = meant.is_said
            || self.another_year(quantity, found)
            || self.row.is_none()
                && matches!(role, QuantityRole::Up | QuantityRole::Down | QuantityRole::Index)
                // "So với năm học trước tăng 11 lớp" behind a rate.
                && !(quantity.is_count() && of_unit.is_none());
        let name = &self.state.rows[row].name;
        // "Có thêm 8 xã đạt chuẩn, lũy kế 92 xã": all of them are no more than before.
        let added = self.state.document.language.added("");
        let all = name.strip_suffix(&added).filter(|_| found.sum);
        same.then(|| Name {
            period: found.period.clone().map(|period| self.sentence.text(period)),
            ..inherited(all.unwrap_or(name).to_owned())
        })
    }
}

/// The name of an indicator that is before its figure, with what is behind it.
fn name_before(sentence: &Sentence<'_>, naming: &Naming<'_>) -> Option<Name> {
    let Naming { context, found, .. } = *naming;
    let behind = tail(sentence, context.complement);
    if context.quantity.is_count() && !behind.is_empty() && is_office_of_place(sentence, found) {
        let QuantityContext { quantity, complement, .. } = *context;
        let nothing = BeforeFigure { words: found.words.end..found.words.end, ..found.clone() };
        return name_behind::behind(sentence, &nothing, quantity, complement, false);
    }
    let name = name::noun(sentence, found)?;
    // "Nền tảng số đã tiếp nhận khai báo 312.400 xe hàng": what was done, without who did it, goes
    // on behind the figure.
    let words = tokens(&name.text);
    let done = matches!(PHRASES.longest(&words), Some((_, Phrase::Verb)))
        && name.text.len() < sentence.text(found.words.clone()).len();
    let counts = context.quantity.is_count() && context.gap.role.is_none();
    if done && counts && !behind.is_empty() {
        let QuantityContext { quantity, complement, .. } = *context;
        return name_behind::behind(sentence, found, quantity, complement, false);
    }
    Some(name)
        .map(|name| with_prize(sentence, name, context, &behind))
        .map(|name| with_counted(sentence, name, context, &behind))
        .map(|name| with_purpose(sentence, name, context))
}

/// Whether words are nothing but an office of a place, "Thuế tỉnh", "Công an huyện", which is no
/// name of what is counted.
fn is_office_of_place(sentence: &Sentence<'_>, found: &BeforeFigure) -> bool {
    const WORDS: usize = 4;
    let words = found.words.clone();
    let last = words.clone().next_back().map_or("", |last| sentence.key(last));
    let of_place = matches!(last, "tỉnh" | "phố" | "huyện" | "xã" | "phường");
    let plain = words.clone().all(|at| sentence.phrase(at) != Some(Phrase::Verb));
    let office = sentence.key(words.start) == "thuế" || is_actor(sentence, words.clone());
    (2..=WORDS).contains(&words.len()) && of_place && plain && office
}

/// "Thái Bình chỉ tăng 3,7% về IIP": what has changed is behind its change, and where before it.
fn changed_in_place(
    sentence: &Sentence<'_>,
    complement: &Range<usize>,
    found: &BeforeFigure,
    role: QuantityRole,
) -> Option<Name> {
    let place = sentence.text(found.words.clone());
    let changed = matches!(role, QuantityRole::Up | QuantityRole::Down) && is_province(&place);
    let words = what_changed(sentence, complement).filter(|_| changed)?;
    Some(Name { label: Some(place), ..inherited(sentence.text(words)) })
}

/// Whether the words before a figure are a label, and its name is behind it: "Hạ tầng số: 100% xã có cáp quang".
fn is_below_label(sentence: &Sentence<'_>, naming: &Naming<'_>) -> bool {
    let Naming { context, found, .. } = *naming;
    let QuantityContext { gap, quantity, complement, .. } = *context;
    let behind = tail(sentence, complement);
    let labelled = gap.lead.clone().any(|at| sentence.is_mark(at, ":"))
        || found.label.is_none()
            && gap.body.end > gap.body.start
            && sentence.is_mark(gap.body.end - 1, ":");
    let of_things = quantity.is_percent()
        && !is_head(sentence, found.words.start)
        && sentence.items.get(behind.start).is_some_and(|item| {
            UNITS.longest_of(&sentence.tokens[item.from..], UnitClass::Count).is_some()
        });
    // "Waste: 44.7% of household waste was recycled", "Môi trường: 44,7% chất thải được tái chế".
    let of_what_is_done = quantity.is_percent()
        && !is_head(sentence, found.words.start)
        && behind.len() > 2
        && (sentence.key(behind.start) == "of"
            || behind.clone().any(|at| sentence.key(at) == "được"));
    labelled && !behind.is_empty() && (quantity.is_count() || of_things || of_what_is_done)
}

/// "Giáo dục: 3 trường, 41 lớp": the label of what is counted.
fn label_of_count(sentence: &Sentence<'_>, naming: &Naming<'_>) -> Option<Name> {
    const WORDS: usize = 4;
    let Naming { context, found, .. } = *naming;
    let QuantityContext { gap, quantity, complement, .. } = *context;
    let bare = tail(sentence, complement).is_empty();
    let words = found.words.clone();
    let labelled = gap.lead.clone().any(|at| sentence.is_mark(at, ":"));
    let noun = join(&sentence.tokens, quantity.noun?, quantity.to).lower_case();
    let label = sentence.lower_text(words.clone());
    let other = first_word(&noun) != "con"
        && !label.contains(first_word(&noun))
        && !is_head(sentence, words.start);
    (labelled && bare && other && (1..=WORDS).contains(&words.len()))
        .then(|| name_behind::behind(sentence, found, quantity, complement, true))
        .flatten()
}

/// "Học sinh đạt 27 giải cấp tỉnh": the name goes on behind the figure.
fn with_prize(
    sentence: &Sentence<'_>,
    name: Name,
    context: &QuantityContext<'_>,
    tail: &Range<usize>,
) -> Name {
    let QuantityContext { gap, quantity, .. } = *context;
    let Some(noun) = quantity.noun.filter(|_| quantity.is_count()) else { return name };
    let noun = join(&sentence.tokens, noun, quantity.to);
    let prize = matches!(&*noun.lower_case(), "giải" | "huy chương");
    let won = gap.lead.clone().any(|at| sentence.key(at) == "đạt");
    if !prize || !won || name.text.lower_case().contains(&noun) {
        return name;
    }
    let text = name::tidy(&format!("{} đạt {noun} {}", name.text, sentence.text(tail.clone())));
    Name { text, ..name }
}

/// The name of what is counted behind a figure, where the words before it only say where or about what it is:
/// "Quảng Ngãi còn 17.206 hộ nghèo", "Về dịch bệnh, toàn tỉnh ghi nhận 512 ca sốt xuất huyết".
fn counted_behind(sentence: &Sentence<'_>, naming: &Naming<'_>) -> Option<Name> {
    let Naming { context, found, .. } = *naming;
    let QuantityContext { gap, quantity, complement, .. } = *context;
    let has_tail = !tail(sentence, complement).is_empty();
    let words = found.words.clone();
    if words.is_empty() || is_head(sentence, words.start) {
        return None;
    }
    let is_place = words.len() <= 5
        && words.clone().all(|at| {
            let item = sentence.items[at];
            let name = &sentence.tokens[item.from];
            name.text.starts_with(char::is_uppercase) && !name.is_capitals()
        });
    // "Qua rà soát còn 103 hộ nghèo".
    let check = words.len() == 1 && sentence.key(words.start) == "rà";
    let place = (is_place || check)
        && quantity.is_count()
        && has_tail
        && matches!(gap.role, Some(Phrase::Reach));
    let labelled = gap.lead.clone().any(|at| sentence.is_mark(at, ":"));
    let topic = found.subject_last && quantity.is_count() && !labelled;
    let comma = sentence.is_mark(gap.body.end.saturating_sub(1), ",")
        && gap.lead.is_empty()
        && (quantity.is_percent() || quantity.is_count())
        && has_tail;
    if !place && !topic && !comma {
        return None;
    }
    let nothing = BeforeFigure { words: words.end..words.end, ..found.clone() };
    name_behind::behind(sentence, &nothing, quantity, complement, false)
}

/// "kinh phí hỗ trợ 31,2 tỷ đồng … để khắc phục hậu quả bão": money of the last figure with its purpose.
fn with_purpose(sentence: &Sentence<'_>, name: Name, context: &QuantityContext<'_>) -> Name {
    const WORDS: usize = 16;
    let QuantityContext { gap, quantity, complement, .. } = *context;
    let last = sentence.quantities.last().is_some_and(|last| last.from == quantity.from);
    let spent = gap.role.is_none() && quantity.class == UnitClass::Money && last;
    let items = sentence.items.len();
    let purpose = (complement.start..items).find(|at| matches!(sentence.key(*at), "để" | "nhằm"));
    let Some(start) = purpose.filter(|_| spent) else { return name };
    let end = (start..items).find(|at| sentence.is_mark(*at, ".;")).unwrap_or(items);
    let words = sentence.text(start..end);
    if words.split_whitespace().count() > WORDS {
        return name;
    }
    Name { text: format!("{} {words}", name.text), ..name }
}

pub(super) fn inherited(text: String) -> Name {
    Name { text, label: None, period: None, behind: false }
}
