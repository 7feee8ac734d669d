//! Names that a list leaves words out of: "tỷ lệ đạt chuẩn ở bậc mầm non là 91%, tiểu học 86%, THCS 90%".

use std::ops::Range;

use super::shared_verb::lower_first;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::{Quantity, first_word};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name::Name;
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Fate;
use crate::lexicon::prose::{PHRASES, Phrase, UnitClass};
use crate::lexicon::prose_words::{
    BARE_MEASURES, LEVELS, PART_WORDS, RATE_HEADS, SCHOOL_LEVELS, WORTH,
};
use crate::text::capital::with_capital;
use crate::text::lower_case::LowerCase;

/// The most words of a name that only says which one of a list it is.
const SHORT: usize = 5;

/// A name in a list whose first name has more words.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InList {
    /// It has all its words.
    Whole,
    /// With the words that it shares with the name before it.
    Completed(String),
    /// What it is about is in the name before it, nobody can say where.
    Headless,
}

impl SentenceReader<'_, '_> {
    /// The name of an indicator that follows another one of a list in the same unit.
    pub(super) fn name_in_list(&self, name: &str, gap: &Gap, found: &BeforeFigure) -> InList {
        let Some(before) = self.own_rows().next_back().and_then(|row| self.state.rows.get(row))
        else {
            return InList::Whole;
        };
        if let Some(completed) = self.rate_behind_semicolon(name, gap, found) {
            return InList::Completed(completed);
        }
        let words = name.split_whitespace().count();
        let short = (1..=SHORT).contains(&words) && !is_head(self.sentence, found.words.start);
        let unread = self.last_decision().is_some_and(|last| last.fate == Fate::Unread);
        if short && unread && self.is_next_of_list(gap) && !found.part {
            return InList::Headless;
        }
        if !short
            || !self.is_next_of_list(gap)
            || !is_in_unit_of(self.sentence, before, gap)
            || found.label.is_some()
            || found.limit.is_some()
        {
            return InList::Whole;
        }
        if let Some(completed) = with_words_of(&before.name, name) {
            return InList::Completed(completed);
        }
        let lower = before.name.lower_case();
        let rate = RATE_HEADS.iter().any(|head| lower.starts_with(head));
        let percent = before.unit.as_deref() == Some("%");
        if !rate || !percent || gap.role == Some(Phrase::Share) {
            return InList::Whole;
        }
        match behind_preposition(&before.name) {
            Some(start) => InList::Completed(joined_once(&start, name)),
            // The parent of a part names what it is about.
            None if found.part => InList::Whole,
            None => InList::Headless,
        }
    }

    /// "Tỷ lệ hộ nghèo còn 3,4%; hộ cận nghèo 5,1%", "tỷ lệ hộ nghèo 3,4% (68 hộ), hộ cận nghèo
    /// 5,1%": a rate goes on behind a semicolon or a bracket with the word that both names have.
    fn rate_behind_semicolon(&self, name: &str, gap: &Gap, found: &BeforeFigure) -> Option<String> {
        let sentence = self.sentence;
        let first = gap.body.start;
        let closed = sentence.is_mark(first, ")");
        let mark = first + usize::from(closed);
        let apart = sentence.is_mark(mark, ";") || closed && sentence.is_mark(mark, ",");
        // The bracket is about the rate before it.
        let before = if closed { self.row } else { self.own_rows().next_back() };
        let before = before.filter(|at| self.own_rows().contains(at));
        let before = self.state.rows.get(before?)?;
        let lower = before.name.lower_case();
        let rate = RATE_HEADS.iter().any(|head| lower.starts_with(head))
            || lower.starts_with("công suất sử dụng");
        let percent = before.unit.as_deref() == Some("%") && before.actual.is_some();
        let behind = quantity_behind(self.sentence, gap).is_some_and(Quantity::is_percent);
        let announced = matches!(gap.role, None | Some(Phrase::Reach | Phrase::Equal));
        let short = (1..=SHORT).contains(&name.split_whitespace().count());
        let alone = found.label.is_none() && found.limit.is_none() && !found.part;
        // "hộ cận nghèo" is a name by itself, but not in percent.
        let measure = is_head(sentence, found.words.start) && !name.lower_case().starts_with("hộ ");
        let plain = short && alone && !measure;
        let fits = apart && rate && percent && behind && announced && plain;
        fits.then(|| with_words_of(&before.name, name)).flatten()
    }

    /// Whether nothing but a comma or "và" is between the figure before and a name.
    fn is_next_of_list(&self, gap: &Gap) -> bool {
        let sentence = self.sentence;
        let first = gap.body.clone().next();
        let joined = first.is_some_and(|at| {
            sentence.is_mark(at, ",") || sentence.phrase(at) == Some(Phrase::And)
        });
        let apart = gap.all.clone().any(|at| sentence.is_mark(at, ";:"));
        joined
            && !apart
            && matches!(
                self.current,
                QuantityRole::Value | QuantityRole::Count | QuantityRole::Share
            )
    }

    /// The indicator of the sentence that a measure without a noun is about: "lúa 487 ha, năng suất 64,5 tạ/ha",
    /// "xử phạt 29 tổ chức với số tiền 2,9 tỷ đồng".
    pub(super) fn measured_thing(&self, name: &str, gap: &Gap) -> Option<String> {
        let bare = |name: &str| BARE_MEASURES.contains(&name.lower_case());
        if !bare(name) {
            return None;
        }
        // "…, trong đó xây mới 812 nhà; tổng kinh phí 62 tỷ đồng" is the cost of all of them.
        let apart = gap.all.clone().any(|at| self.sentence.is_mark(at, ";"));
        // "… 44.310 ha (xoài 14.672 ha; nhãn 4.918 ha), sản lượng …": of what is before the bracket.
        let closed = gap.all.clone().any(|at| self.sentence.is_mark(at, ")"));
        let last = self.row.filter(|_| closed);
        let rows = self.own_rows().rev().filter(|row| last.is_none_or(|last| *row <= last));
        let rows = rows.take(5).filter_map(|row| self.state.rows.get(row));
        let own = |row: &&DraftRow| !(bare(&row.name) || apart && row.whole.is_some());
        let thing = rows.into_iter().find(own)?;
        // "Cà phê: Khối lượng xuất khẩu 1,3 triệu tấn, kim ngạch 7,4 tỷ USD": the worth is of the same.
        if thing.name.lower_case().starts_with("khối lượng ") {
            return thing.parents.last().cloned();
        }
        // "Cây ăn trái: tổng diện tích …, sản lượng …": the area is of the same.
        if matches!(&*thing.name.lower_case(), "tổng diện tích" | "tổng diện tích gieo trồng")
        {
            return thing.parents.last().cloned();
        }
        let measured = || without_area(&thing.name).unwrap_or_else(|| thing.name.clone());
        (thing.unit.as_deref() != Some("%")).then(measured)
    }

    /// Begins the worth of the current indicator, which is its parent.
    pub(super) fn begin_worth(&mut self, gap: &Gap) {
        let thing = self.row.and_then(|row| self.state.rows.get(row)).map(|row| row.name.clone());
        let thing = thing.map(|thing| lower_first(&thing));
        let text = self.state.document.language.worth_of(thing.as_deref());
        let name = Name { text, label: None, period: None, behind: true };
        self.begin(name, gap, &BeforeFigure::default());
        if let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) {
            // The name is that of the words before the figure.
            row.doubts.retain(|doubt| *doubt != Doubt::NameBehind);
            row.evident = true;
        }
    }

    /// Whether a sum of money is the worth of what was counted or weighed: "52 nghìn tấn, trị giá 214 triệu USD".
    pub(super) fn is_worth(&self, gap: &Gap, quantity: &Quantity, role: QuantityRole) -> bool {
        let row = self.row.and_then(|row| self.state.rows.get(row));
        let weighed = row.is_some_and(|row| {
            let class = row.unit.as_deref().and_then(class_of);
            row.actual.is_some() && matches!(class, Some(UnitClass::Measure | UnitClass::Count))
        });
        let sentence = self.sentence;
        let says = |at: usize| WORTH.contains(&sentence.lower(at));
        let words = gap.complement.end..gap.all.end;
        let joined = gap.lead.is_empty()
            && !words.is_empty()
            && words.clone().all(|at| sentence.phrase(at) == Some(Phrase::And))
            && gap.complement.is_empty()
            && row.is_some_and(|row| {
                row.unit.as_deref().and_then(class_of) == Some(UnitClass::Measure)
            });
        let plain = quantity.class == UnitClass::Money && quantity.high.is_none();
        weighed && plain && role == QuantityRole::Value && (gap.lead.clone().any(says) || joined)
    }
}

/// A name with the words of the one before it up to the word that both have: "tờ khai luồng xanh", "luồng vàng"; or up
/// to the level that each names: "huy động nhà trẻ", "mẫu giáo".
fn with_words_of(before: &str, name: &str) -> Option<String> {
    let lower = before.lower_case();
    let words: Vec<&str> = before.split_whitespace().collect();
    let keys: Vec<&str> = lower.split_whitespace().collect();
    let own = name.lower_case();
    let first = own.split_whitespace().next()?;
    // "việc có điều kiện thi hành", "thi hành xong": a verb begins a name of its own.
    let verb = matches!(
        PHRASES.longest(&own.split_whitespace().collect::<Vec<_>>()),
        Some((_, Phrase::Verb))
    );
    // "trẻ" in "nhà trẻ" is no noun of its own.
    let in_level = |at: usize| {
        let end = keys[..=at].join(" ");
        LEVELS.iter().any(|level| level.contains(' ') && end.ends_with(level))
    };
    let shared = (1..keys.len()).rev().find(|at| keys[*at] == first && !in_level(*at) && !verb);
    // "Tổng số cán bộ, giáo viên": the head of all of them is none of one of them.
    let joins = |key: &&str| key.ends_with(',') || *key == "và";
    let total = keys.first() == Some(&"tổng") && keys.iter().any(joins);
    let listed = |at: usize| total || keys[..at].iter().any(joins);
    let shared = shared.filter(|at| !PART_WORDS.contains(first) && !listed(*at));
    if let Some(at) = shared {
        let rest = behind_level(&words[at + 1..]).filter(|rest| !own.ends_with(rest.as_str()));
        let name = rest.map_or(name.to_owned(), |rest| format!("{name} {rest}"));
        return Some(format!("{} {name}", words[..at].join(" ")));
    }
    if let Some(name) = with_other_school_level(before, &lower, &own) {
        return Some(name);
    }
    let level =
        LEVELS.iter().filter(|level| lower.ends_with(*level)).max_by_key(|level| level.len())?;
    let count = level.split_whitespace().count();
    // "THCS và TH&THCS 83 trường, THPT 15 trường": one of two levels, which the next one is not behind.
    let joined = keys.len().checked_sub(count + 1).and_then(|before| keys.get(before));
    let whole = lower.len() == level.len() || lower.ends_with(&format!(" {level}"));
    if !whole || joined.is_some_and(|word| matches!(*word, "và" | "hoặc" | "&" | "hay")) {
        return None;
    }
    let known = LEVELS.iter().any(|level| own == *level || own.starts_with(&format!("{level} ")));
    let start = words.get(..words.len().checked_sub(count)?)?;
    (known && !start.is_empty()).then(|| format!("{} {name}", start.join(" ")))
}

/// "Tỷ lệ huy động trẻ nhà trẻ ra lớp", "mẫu giáo": a name with another level of schools within it.
fn with_other_school_level(before: &str, lower: &str, own: &str) -> Option<String> {
    let own = SCHOOL_LEVELS.iter().find(|level| **level == own)?;
    let within = |level: &&&str| lower.contains(&format!(" {level} "));
    let mut found = SCHOOL_LEVELS.iter().filter(within);
    let level = found.next().filter(|_| found.next().is_none())?;
    let start = lower.find(&format!(" {level} "))? + 1;
    let (left, right) = (before.get(..start)?, before.get(start + level.len()..)?);
    let joined = ["và ", "hoặc ", "hay ", ", "].iter().any(|word| left.ends_with(word))
        || [" và ", ",", " hoặc "].iter().any(|word| right.starts_with(word));
    (!joined).then(|| format!("{left}{own}{right}"))
}

/// What is behind the level with which words begin: "ra lớp" behind "nhà trẻ".
fn behind_level(words: &[&str]) -> Option<String> {
    // "5 tuổi ra lớp": an age is a level as well.
    if let [years, "tuổi", rest @ ..] = words
        && years.bytes().all(|byte| byte.is_ascii_digit())
        && !rest.is_empty()
    {
        return Some(rest.join(" "));
    }
    let text = words.join(" ");
    let lower = text.lower_case();
    let begins = |level: &str| lower.strip_prefix(level).is_some_and(|rest| rest.starts_with(' '));
    let levels = LEVELS.iter().filter(|level| begins(level));
    let longest = levels.max_by_key(|level| level.len())?;
    // As written: "ra lớp tại Huế".
    Some(words[longest.split(' ').count()..].join(" "))
}

/// Words behind others, without the words with which both meet: "khu vực" and "khu vực nông thôn".
fn joined_once(start: &str, name: &str) -> String {
    let words: Vec<&str> = start.split(' ').collect();
    let lower = name.lower_case();
    let meets = (1..=2.min(words.len())).rev().find(|many| {
        let end = words[words.len() - many..].join(" ").lower_case();
        lower.starts_with(&format!("{end} "))
    });
    let kept = words.len() - meets.unwrap_or(0);
    format!("{} {name}", words[..kept].join(" "))
}

/// A name up to its last preposition: "tỷ lệ giáo viên đạt chuẩn ở bậc".
fn behind_preposition(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let keys: Vec<String> = words.iter().map(|word| word.lower_case()).collect();
    let two = |at: usize| format!("{} {}", keys[at], keys[at + 1]);
    (2..words.len().saturating_sub(1)).rev().find_map(|at| {
        let pair = at + 2 < words.len()
            && matches!(&*two(at), "khu vực" | "đối với" | "ở bậc" | "ở cấp" | "ở vùng");
        let single = matches!(&*keys[at], "bậc" | "cấp" | "ở" | "tại" | "của" | "hệ");
        let end = if pair { at + 2 } else { at + 1 };
        (pair || single).then(|| words[..end].join(" "))
    })
}

/// What an area is one of, which is also what is yielded there: "vải thiều" of "diện tích vải thiều".
fn without_area(name: &str) -> Option<String> {
    let lower = name.lower_case();
    let rest = lower.strip_prefix("tổng ").unwrap_or(&lower).strip_prefix("diện tích ")?;
    let sown = ["gieo trồng ", "gieo cấy ", "trồng ", "canh tác "];
    let thing = sown.iter().find_map(|verb| rest.strip_prefix(verb)).unwrap_or(rest);
    let start = lower.len().checked_sub(thing.len())?;
    let thing = name.get(start..).unwrap_or(thing);
    let capital = name.starts_with(char::is_uppercase);
    (!thing.is_empty()).then(|| if capital { with_capital(thing) } else { thing.to_owned() })
}

/// Whether an item is the length of a term, "kỳ hạn 12 tháng", and no period.
fn is_term(sentence: &Sentence<'_>, at: usize) -> bool {
    let time = sentence.items[at].what == What::Date || sentence.phrase(at) == Some(Phrase::Time);
    let mut before = (at.saturating_sub(2)..at).rev();
    time && before.any(|at| sentence.lower(at).ends_with("hạn"))
}

fn is_in_unit_of(sentence: &Sentence<'_>, row: &DraftRow, gap: &Gap) -> bool {
    let unit = quantity_behind(sentence, gap).and_then(|quantity| quantity.unit.as_deref());
    unit.is_some() && unit.map(first_word) == row.unit.as_deref().map(first_word)
}

/// Whether the words before a figure are a name by their place: between a boundary and what announces the value.
pub(super) fn is_evident_name(sentence: &Sentence<'_>, gap: &Gap, found: &BeforeFigure) -> bool {
    const LONGEST: usize = 10;
    let words: Range<usize> = found.words.clone();
    let plain = |at: usize| {
        matches!(sentence.items[at].what, What::Word)
            || matches!(
                sentence.phrase(at),
                Some(Phrase::Word | Phrase::Prep | Phrase::Place | Phrase::And)
            )
            || sentence.phrase(at) == Some(Phrase::Verb) && at > words.start
            || sentence.is_mark(at, "-–")
            || at > words.start + 1 && is_term(sentence, at)
    };
    let dropped = |at: usize| {
        matches!(
            sentence.phrase(at),
            Some(Phrase::And | Phrase::Part | Phrase::Time | Phrase::Sum | Phrase::Place)
        ) || matches!(sentence.items[at].what, What::Date | What::Mark)
            || matches!(sentence.key(at), "the")
    };
    let boundary = words.start == 0 || dropped(words.start - 1) || words.start == gap.all.start;
    let announced = matches!(
        gap.role,
        Some(
            Phrase::Reach | Phrase::Share | Phrase::Equal | Phrase::To | Phrase::Up | Phrase::Down
        )
    );
    let ends = (words.end..gap.body.end)
        .all(|at| dropped(at) || sentence.phrase(at) == Some(Phrase::Prep));
    let direct = gap.lead.is_empty() && words.len() <= SHORT && ends;
    let unit = quantity_behind(sentence, gap).is_some_and(|quantity| quantity.unit.is_some());
    (1..=LONGEST).contains(&words.len())
        && words.clone().all(plain)
        && boundary
        && (announced || direct)
        && unit
}
