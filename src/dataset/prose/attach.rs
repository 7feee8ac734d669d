//! Stage 9: gives each quantity of a sentence to an indicator, in order.

use std::ops::Range;

use super::before_figure::Before;
use super::doubt::is_ratio;
use super::draft_row::{Doubt, Row};
use super::fate::{Decision, Fate};
use super::fill;
use super::gap::{Gap, gaps};
use super::items::{Sentence, What};
use super::name::{self, Name};
use super::name_ending::{Ending, ending};
use super::name_tail::tail;
use super::name_word::is_head;
use super::name_words::before;
use super::quantity::{Quantity, join};
use super::role::{Context, Follow, Role, follow, role};
use super::sentence_reader::{Assigned, Reader, State};
use super::verdict;
use crate::lexicon::prose::{Phrase, UnitClass};
fn first_word(unit: &str) -> &str {
    unit.split(' ').next().unwrap_or(unit)
}

/// Reads a sentence into `state.rows`.
pub(super) fn read(sentence: &Sentence<'_>, state: &mut State) -> Assigned {
    let start = state.rows.len();
    let estimate = sentence.phrase(0) == Some(Phrase::Estimate);
    let mut reader = Reader {
        sentence,
        state,
        row: None,
        start,
        parents: Vec::new(),
        outer: None,
        last: None,
        base: None,
        estimate,
        consumed: None,
        decisions: Vec::new(),
        owners: Vec::new(),
    };
    let (gaps, last) = gaps(sentence);
    let complements: Vec<Range<usize>> =
        gaps.iter().skip(1).map(|gap| gap.complement.clone()).chain([last]).collect();
    let mut at = 0;
    while at < gaps.len() {
        at += reader.step(&gaps, &complements, at);
    }
    verdict::read(&mut reader, &gaps);
    Assigned { decisions: reader.decisions, owners: reader.owners }
}

impl Reader<'_, '_> {
    /// Handles the quantity at `at`; returns how many were handled.
    fn step(&mut self, gaps: &[Gap], complements: &[Range<usize>], at: usize) -> usize {
        let sentence = self.sentence;
        let (gap, quantity) = (&gaps[at], &sentence.quantities[at]);
        let follow = follow(sentence, &complements[at]);
        let tight = gap.opens && gap.body.len() == 1;
        let context = Context {
            sentence,
            quantity,
            gap,
            follow: &follow,
            before_to: gaps.get(at + 1).is_some_and(|next| {
                next.role == Some(Phrase::To)
                    || next.all.clone().any(|at| sentence.phrase(at) == Some(Phrase::To))
            }),
            bracketed: self.last.filter(|_| tight),
            after_plan: at > 0
                && matches!(self::follow(sentence, &gap.complement), Follow::Plan(_)),
            has_row: self.row.is_some(),
            after_times: self.last == Some(Role::Times),
            complement: &complements[at],
        };
        let (role, rule) = self.goes_on(role(&context), gap, quantity, &complements[at]);
        if self.target_begins(gap) {
            self.state.target = true;
        }
        if let Some(many) = self.respectively(gaps, at, role) {
            return many;
        }
        if gap.all.clone().any(|at| sentence.is_mark(at, ";")) {
            self.estimate = false;
        }
        if let Some(many) = self.distribute(gaps, complements, at, role) {
            return many;
        }
        self.close_bracket(gap);
        let decision = self.assign(gap, quantity, &complements[at], &follow, role, rule);
        self.last = Some(role);
        self.decide(decision);
        1
    }

    /// The role of a quantity that goes on with changes without a word that says so: "tăng 14 lớp và 1.052 học
    /// sinh", "agriculture grew 2.71%; services 6.95%".
    fn goes_on(
        &self,
        by_itself: (Role, &'static str),
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
    ) -> (Role, &'static str) {
        let Some(last) = self.last.filter(|last| matches!(last, Role::Up | Role::Down)) else {
            return by_itself;
        };
        if by_itself.0 != Role::Value || !gap.lead.is_empty() {
            return by_itself;
        }
        let joined = gap.all.clone().all(|at| self.sentence.phrase(at) == Some(Phrase::And));
        let quantities = &self.sentence.quantities;
        let index = quantities.partition_point(|before| before.to <= quantity.from);
        let before = index.checked_sub(1).and_then(|index| quantities.get(index));
        if joined
            && quantity.is_count()
            && (before.is_some_and(Quantity::is_count)
                || self.counterpart(quantity, complement, last).is_some())
        {
            return (last, "change-goes-on");
        }
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let growing = row.is_some_and(|row| {
            row.actual.is_none()
                && row.target.is_none()
                && row.changes.len() == 1
                && row.earlier.is_empty()
        });
        let first = gap.body.clone().find(|at| !self.sentence.is_mark(*at, ",;"));
        let separate = self.sentence.is_mark(gap.body.start, ",;");
        let named = first.is_some_and(|at| {
            !matches!(self.sentence.key(at), "tỷ" | "tỉ" | "rate" | "the")
                && matches!(self.sentence.items[at].what, What::Word | What::Phrase(Phrase::Word))
        });
        if quantity.is_percent() && quantity.high.is_none() && growing && separate && named {
            return (last, "growth-goes-on");
        }
        by_itself
    }

    /// Whether the words before a quantity begin to set targets.
    fn target_begins(&self, gap: &Gap) -> bool {
        let has = |phrase| gap.all.clone().find(|at| self.sentence.phrase(*at) == Some(phrase));
        has(Phrase::Target).is_some_and(|at| {
            at.checked_sub(1).is_none_or(|before| {
                !matches!(
                    self.sentence.phrase(before),
                    Some(Phrase::Compare | Phrase::Reach | Phrase::Exceed)
                )
            })
        })
    }

    /// After a closing bracket, figures belong to the indicator before it again.
    fn close_bracket(&mut self, gap: &Gap) {
        let marks = gap.all.clone().filter(|at| self.sentence.is_mark(*at, "()"));
        for at in marks {
            if self.sentence.is_mark(at, "(") {
                self.outer = self.row;
            } else if let Some(outer) = self.outer.take() {
                self.row = Some(outer);
            }
        }
    }

    fn assign(
        &mut self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        follow: &Follow,
        role: Role,
        rule: &'static str,
    ) -> Decision {
        if role == Role::Passing {
            return Decision::new(Fate::Passing, rule);
        }
        let body = match self.consumed.take() {
            Some(end) if end > gap.body.start => end.min(gap.body.end)..gap.body.end,
            _ => gap.body.clone(),
        };
        let found = before(self.sentence, &body);
        if let Some(decision) = self.of_which(quantity, complement, role) {
            return decision;
        }
        if let Some(base) = &found.base {
            self.base = Some(self.sentence.text(base.clone()));
        }
        if matches!(role, Role::Target | Role::GrowthTarget | Role::Earlier)
            && self.row.is_some()
            && (role != Role::Earlier || found.words.is_empty())
        {
            return fill::target_or_earlier(self, quantity, gap, role, rule);
        }
        let ending = ending(self.sentence, &found, &body, &gap.lead);
        let fresh = self.is_new(gap, quantity, &found, role, ending, complement);
        if fresh {
            match self.named(gap, quantity, complement, &found, role, ending) {
                Some(name) => self.begin(name, gap, &found),
                None => {
                    if !found.words.is_empty()
                        || gap.all.clone().any(|at| self.sentence.is_mark(at, ";"))
                    {
                        self.row = None;
                    }
                    return Decision::new(Fate::Unread, "no-name");
                }
            }
        } else if let Some(other) = self.counterpart(quantity, complement, role) {
            self.row = Some(other);
        } else if self.counts_something_else(quantity, complement, role) {
            return self.fall_of_count(gap, quantity, complement, role);
        }
        fill::fill(self, quantity, gap, complement, follow, role, rule, fresh)
    }

    /// Whether a change counts something that no indicator counts: "giảm 1.150 hộ nghèo" behind jobs.
    fn counts_something_else(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: Role,
    ) -> bool {
        let row = self.row.and_then(|row| self.state.rows.get(row));
        matches!(role, Role::Up | Role::Down)
            && quantity.is_count()
            && !tail(self.sentence, complement).is_empty()
            && row.is_some_and(|row| {
                row.unit.as_deref().map(first_word) != quantity.unit.as_deref().map(first_word)
            })
    }

    /// A target of how many there are to be less: "giảm 1.150 hộ nghèo". Elsewhere it is not understood.
    fn fall_of_count(
        &mut self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: Role,
    ) -> Decision {
        let nothing = Before::default();
        let name = name::behind(self.sentence, &nothing, quantity, complement, false);
        let Some(name) = name.filter(|_| self.state.target) else {
            return Decision::new(Fate::Unread, "change-of-something-else");
        };
        let verb = if role == Role::Up { "Tăng" } else { "Giảm" };
        let text = format!("{verb} {}", name.text);
        self.begin(Name { text, ..name }, gap, &nothing);
        fill::target_or_earlier(self, quantity, gap, Role::Target, "target-of-change")
    }

    /// Whether a quantity begins another indicator.
    fn is_new(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        found: &Before,
        role: Role,
        ending: Ending,
        complement: &Range<usize>,
    ) -> bool {
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)) else {
            return !(matches!(role, Role::Up | Role::Down)
                && found.words.is_empty()
                && self.counterpart(quantity, complement, role).is_some());
        };
        if !found.words.is_empty() {
            // "đứng đầu khu vực và thứ 8 cả nước" goes on about the same indicator.
            let ranked = role == Role::Rank && !is_head(self.sentence, found.words.start);
            return !ranked && !matches!(role, Role::PlacesUp | Role::PlacesDown);
        }
        if found.sum && row.says_something() {
            return true;
        }
        if self.is_other_period(row, gap, found, role) {
            return true;
        }
        if role == Role::Contribution {
            return true;
        }
        // "5.526 người, bị thương", "87 vụ, 112 đối tượng": something else that is counted.
        let valued = row.actual.is_some() || row.target.is_some();
        let counts_other = quantity.is_count() && valued && row.unit != quantity.unit;
        let behind = matches!(ending, Ending::Verb | Ending::Nothing);
        let has_tail = !tail(self.sentence, complement).is_empty();
        let bare = gap.role.is_none() && !gap.opens;
        let of_rate = quantity.whole.zip(row.actual).is_some_and(|(whole, rate)| {
            row.unit.as_deref() == Some("%") && is_ratio(quantity.value, whole, rate)
        });
        if of_rate && gap.opens {
            return false;
        }
        // "96 giải (4 giải Nhất, 22 giải Nhì)": parts that are counted alike.
        let part_in_brackets = gap.opens
            && role == Role::Value
            && quantity.is_count()
            && row.actual.is_some()
            && row.unit == quantity.unit
            && !tail(self.sentence, complement).is_empty();
        if part_in_brackets {
            return true;
        }
        let counted = matches!(role, Role::Value | Role::Count | Role::PlanPercent)
            && behind
            && (counts_other || valued && bare && has_tail);
        counted && !(gap.opens && row.unit.is_none())
    }

    /// "…; quý IV tăng 4,5%": the same indicator in another period.
    fn is_other_period(&self, row: &Row, gap: &Gap, found: &Before, role: Role) -> bool {
        let Some(period) = found.period.clone().filter(|_| !gap.opens) else { return false };
        let words = self.sentence.text(period.clone()).to_lowercase();
        let same = row.period.as_deref().is_some_and(|own| own.to_lowercase() == words);
        let earlier =
            ["cùng kỳ", "năm trước", "năm ngoái"].iter().any(|base| words.starts_with(base));
        let separate = self.sentence.is_mark(gap.body.start, ",;");
        let valued = match role {
            Role::Value => row.actual.is_some(),
            Role::Up | Role::Down | Role::Index => !row.changes.is_empty(),
            Role::PlanPercent => self.state.target && row.target.is_some(),
            _ => false,
        };
        let announced = gap.role.is_some() && gap.role != Some(Phrase::From);
        separate && valued && announced && !same && !earlier
    }

    /// The name of a new indicator.
    fn named(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        found: &Before,
        role: Role,
        ending: Ending,
    ) -> Option<Name> {
        let plain = matches!(role, Role::Value | Role::Count | Role::PlanPercent);
        if role == Role::Contribution && found.words.is_empty() {
            let row = &self.state.rows[self.row?];
            let name = row.name.trim_end_matches(" đóng góp");
            return Some(self.inherited(format!("{name} đóng góp")));
        }
        if found.words.is_empty()
            && (found.sum
                || role != Role::Value && role != Role::Count
                || !quantity.is_count()
                    && !quantity.is_percent()
                    && tail(self.sentence, complement).is_empty())
            && let Some(row) = self.row.or_else(|| self.previous())
        {
            let row = if found.sum { self.of_unit(quantity).unwrap_or(row) } else { row };
            let same = found.sum
                || self.row.is_some_and(|row| {
                    self.is_other_period(&self.state.rows[row], gap, found, role)
                })
                || self.row.is_none()
                    && matches!(role, Role::Up | Role::Down | Role::Index)
                    // "So với năm học trước tăng 11 lớp" behind a rate.
                    && !(quantity.is_count() && self.of_unit(quantity).is_none());
            return same.then(|| Name {
                period: found.period.clone().map(|period| self.sentence.text(period)),
                ..self.inherited(self.state.rows[row].name.clone())
            });
        }
        // "xếp thứ 14 về chỉ số …": what is ranked is behind the rank.
        if role == Role::Rank
            && let Some(name) = name::ranked(self.sentence, complement)
        {
            return Some(name);
        }
        let behind = tail(self.sentence, complement);
        let short = found.words.len() <= 3 && !is_head(self.sentence, found.words.start);
        let colon = gap.lead.clone().any(|at| self.sentence.is_mark(at, ":"))
            && quantity.is_count()
            && !behind.is_empty();
        if plain && let Some(name) = self.label_of_count(gap, quantity, complement, found, &behind)
        {
            return Some(name);
        }
        if plain && let Some(name) = self.counted_behind(gap, quantity, complement, found, &behind)
        {
            return Some(name);
        }
        let direct = gap.role.is_none()
            && short
            && quantity.is_count()
            && !behind.is_empty()
            && !found.words.is_empty();
        match ending {
            _ if plain && (colon || direct) => {
                name::behind(self.sentence, found, quantity, complement, colon)
            }
            Ending::Verb if plain => {
                name::behind(self.sentence, found, quantity, complement, false)
                    .map(|name| self.with_purpose(name, gap, quantity, complement))
            }
            Ending::Nothing
                if plain
                    && (quantity.is_count() || !tail(self.sentence, complement).is_empty()) =>
            {
                name::behind(self.sentence, found, quantity, complement, false)
            }
            Ending::Nothing => None,
            _ => name::noun(self.sentence, found)
                .map(|name| self.with_prize(name, gap, quantity, behind.clone()))
                .map(|name| self.with_purpose(name, gap, quantity, complement)),
        }
    }

    /// "Giáo dục: 3 trường, 41 lớp": the label of what is counted.
    fn label_of_count(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        found: &Before,
        tail: &Range<usize>,
    ) -> Option<Name> {
        const WORDS: usize = 4;
        let words = found.words.clone();
        let labelled = gap.lead.clone().any(|at| self.sentence.is_mark(at, ":"));
        let noun = join(&self.sentence.tokens, quantity.noun?, quantity.to).to_lowercase();
        let label = self.sentence.text(words.clone()).to_lowercase();
        let other = first_word(&noun) != "con"
            && !label.contains(first_word(&noun))
            && !is_head(self.sentence, words.start);
        (labelled && tail.is_empty() && other && (1..=WORDS).contains(&words.len()))
            .then(|| name::behind(self.sentence, found, quantity, complement, true))
            .flatten()
    }

    /// "Học sinh đạt 27 giải cấp tỉnh": the name goes on behind the figure.
    fn with_prize(&self, name: Name, gap: &Gap, quantity: &Quantity, tail: Range<usize>) -> Name {
        let Some(noun) = quantity.noun.filter(|_| quantity.is_count()) else { return name };
        let noun = join(&self.sentence.tokens, noun, quantity.to);
        let prize = matches!(&*noun.to_lowercase(), "giải" | "huy chương");
        let won = gap.lead.clone().any(|at| self.sentence.key(at) == "đạt");
        if !prize || !won || name.text.to_lowercase().contains(&noun) {
            return name;
        }
        let text = name::tidy(&format!("{} đạt {noun} {}", name.text, self.sentence.text(tail)));
        Name { text, ..name }
    }

    /// The name of what is counted behind a figure, where the words before it only say where or about what it is:
    /// "Quảng Ngãi còn 17.206 hộ nghèo", "Về dịch bệnh, toàn tỉnh ghi nhận 512 ca sốt xuất huyết".
    fn counted_behind(
        &self,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
        found: &Before,
        tail: &Range<usize>,
    ) -> Option<Name> {
        let words = found.words.clone();
        if words.is_empty() || is_head(self.sentence, words.start) {
            return None;
        }
        let is_place = words.len() <= 5
            && words.clone().all(|at| {
                let item = self.sentence.items[at];
                let name = &self.sentence.tokens[item.from];
                name.text.starts_with(char::is_uppercase) && !name.is_capitals()
            });
        // "Qua rà soát còn 103 hộ nghèo".
        let check = words.len() == 1 && self.sentence.key(words.start) == "rà";
        let place = (is_place || check)
            && quantity.is_count()
            && !tail.is_empty()
            && matches!(gap.role, Some(Phrase::Reach));
        let labelled = gap.lead.clone().any(|at| self.sentence.is_mark(at, ":"));
        let topic = found.subject_last && quantity.is_count() && !labelled;
        let comma = self.sentence.is_mark(gap.body.end.saturating_sub(1), ",")
            && gap.lead.is_empty()
            && (quantity.is_percent() || quantity.is_count())
            && !tail.is_empty();
        if !place && !topic && !comma {
            return None;
        }
        let nothing = Before { words: words.end..words.end, ..found.clone() };
        name::behind(self.sentence, &nothing, quantity, complement, false)
    }

    /// "kinh phí hỗ trợ 31,2 tỷ đồng … để khắc phục hậu quả bão": money of the last figure with its purpose.
    fn with_purpose(
        &self,
        name: Name,
        gap: &Gap,
        quantity: &Quantity,
        complement: &Range<usize>,
    ) -> Name {
        const WORDS: usize = 16;
        let last = self.sentence.quantities.last().is_some_and(|last| last.from == quantity.from);
        let spent = gap.role.is_none() && quantity.class == UnitClass::Money && last;
        let items = self.sentence.items.len();
        let purpose =
            (complement.start..items).find(|at| matches!(self.sentence.key(*at), "để" | "nhằm"));
        let Some(start) = purpose.filter(|_| spent) else { return name };
        let end = (start..items).find(|at| self.sentence.is_mark(*at, ".;")).unwrap_or(items);
        let words = self.sentence.text(start..end);
        if words.split_whitespace().count() > WORDS {
            return name;
        }
        Name { text: format!("{} {words}", name.text), ..name }
    }

    /// The last indicator of the paragraph in the unit of a quantity.
    fn of_unit(&self, quantity: &Quantity) -> Option<usize> {
        let unit = quantity.unit.as_deref().map(first_word)?;
        let own = self.state.paragraph_start..self.state.rows.len();
        own.rev()
            .take(100)
            .find(|row| self.state.rows[*row].unit.as_deref().map(first_word) == Some(unit))
    }

    fn inherited(&self, text: String) -> Name {
        Name { text, label: None, period: None, behind: false }
    }

    /// Begins an indicator.
    pub(super) fn begin(&mut self, name: Name, gap: &Gap, found: &Before) {
        let inherited = found.words.is_empty() && !name.behind;
        self.set_parents(&name, gap, found);
        let mut row = Row {
            parents: self.state.place.iter().cloned().chain(self.parents.iter().cloned()).collect(),
            section: self.state.section,
            paragraph: self.state.at.0,
            sentence: self.state.at.1,
            period: name.period,
            estimate: self.estimate,
            ..Row::default()
        };
        if inherited && let Some(before) = self.row.or_else(|| self.previous()) {
            row.unit = self.state.rows[before].unit.clone().filter(|_| !found.sum);
            row.parents.clone_from(&self.state.rows[before].parents);
            row.doubt(Doubt::NameInherited);
        }
        row.name = name.text;
        if name.behind {
            row.doubt(Doubt::NameBehind);
        }
        // Nothing is quoted yet: each figure widens the range.
        row.quote = Range { start: usize::MAX, end: 0 };
        self.state.rows.push(row);
        self.row = Some(self.state.rows.len() - 1);
    }

    /// Keeps the indicator of which parts follow.
    fn set_parents(&mut self, name: &Name, gap: &Gap, found: &Before) {
        if let Some(label) = &name.label {
            self.parents = vec![label.clone()];
        } else if found.part {
            let whole =
                self.row.or_else(|| self.previous()).and_then(|row| self.state.rows.get(row));
            let whole = whole.filter(|row| row.paragraph == self.state.at.0);
            self.parents = whole.map(|row| vec![row.name.clone()]).unwrap_or_default();
        } else if !self.parents.is_empty()
            && gap.all.clone().any(|at| self.sentence.is_mark(at, ")"))
        {
            self.parents.clear();
        }
    }

    /// The indicator to which a change of a count belongs: "giảm 356 người chết" to the one that counts the dead.
    fn counterpart(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: Role,
    ) -> Option<usize> {
        if !matches!(role, Role::Up | Role::Down) || !matches!(quantity.class, UnitClass::Count) {
            return None;
        }
        let unit = quantity.unit.as_deref();
        // "số sản phẩm được xếp hạng là 96, tăng 18 sản phẩm": the one just read, if it can be.
        if let Some(at) = self.row.filter(|at| self.own_rows().contains(at))
            && let Some(row) = self.state.rows.get(at)
            && row.actual.is_some()
            && (row.unit.is_none() || row.unit.as_deref().map(first_word) == unit.map(first_word))
            && tail(self.sentence, complement).is_empty()
        {
            return Some(at);
        }
        let words = self.sentence.text(tail(self.sentence, complement)).to_lowercase();
        let first = self.state.paragraph_start.max(self.state.rows.len().saturating_sub(100));
        let same: Vec<usize> = (first..self.state.rows.len())
            .filter(|row| {
                self.state.rows[*row].unit.as_deref().map(first_word) == unit.map(first_word)
                    && self.state.rows[*row].actual.is_some()
            })
            .collect();
        let named = same.iter().rev().find(|row| {
            !words.is_empty() && self.state.rows[**row].name.to_lowercase().contains(&words)
        });
        named.or(if words.is_empty() { same.last() } else { None }).copied()
    }
}
