//! Whether a quantity begins an indicator, or to which one it belongs.

use std::ops::Range;

use super::naming::Naming;
use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::{Quantity, first_word};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name;
use crate::dataset::prose::phrases::name_ending::Ending;
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::phrases::name_word::is_head;
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::roles::english_target::is_percent_of_planned;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::rounded::is_ratio;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::{Gap, quantity_behind};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::place_name::KINDS;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{AVERAGE_OF_EACH, RATE_HEADS, REGION_NAMES, SAYS_AMONG_WHOM};
use crate::text::lower_case::LowerCase;

/// "phấn đấu tăng bình quân 15%/năm, đến năm 2030 đạt 20.000 tỷ đồng": the value behind a target of growth.
pub(super) fn level_behind_growth(row: &DraftRow, quantity: &Quantity, role: QuantityRole) -> bool {
    // No rate is counted: "tỷ lệ hộ nghèo giảm 3%/năm; có thêm 4 xã đạt chuẩn".
    let name = row.name.lower_case();
    let rate = RATE_HEADS.iter().any(|head| name.starts_with(head));
    let level = !quantity.is_percent() && quantity.unit.is_some();
    let level = level && !(rate && quantity.is_count());
    row.is_growth && row.target.is_some() && role == QuantityRole::Value && level
}

impl SentenceReader<'_, '_> {
    /// Whether a quantity begins another indicator.
    pub(super) fn is_new(&self, naming: &Naming<'_>) -> bool {
        let Naming { context, found, .. } = *naming;
        let QuantityContext { gap, quantity, complement, role, .. } = *context;
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)) else {
            return !(matches!(role, QuantityRole::Up | QuantityRole::Down)
                && found.words.is_empty()
                && self.counterpart(quantity, complement, role).is_some());
        };
        if role == QuantityRole::PlanPercent
            && found.words.is_empty()
            && is_percent_of_planned(self.sentence, gap)
        {
            return false;
        }
        // "xếp thứ 4/63 tỉnh về số giải và thứ 2 về số giải Nhất".
        let bare = found.words.is_empty() || self.sentence.lower_text(found.words.clone()) == "thứ";
        if role == QuantityRole::Rank && !row.ranks.is_empty() && bare {
            return name::ranked(self.sentence, complement).is_some();
        }
        // "Footfall increased 3.4% to 2.9 million visits": the level behind the change, whatever it counts.
        let level = gap.role == Some(Phrase::To) || self.is_level_behind_change(context);
        let level = level && found.words.is_empty() && found.period.is_none();
        if level && row.actual.is_none() && !row.changes.is_empty() && !self.state.sentence.target {
            return false;
        }
        if !found.words.is_empty() {
            return !is_rank_of(self.sentence, row, context, found)
                && !matches!(role, QuantityRole::PlacesUp | QuantityRole::PlacesDown);
        }
        found.sum && row.says_something()
            || self.is_other_period(row, gap, found, role)
            || level_behind_growth(row, quantity, role)
            || role == QuantityRole::Contribution
            || is_next_year(self.sentence, row, context)
            || counts_another(self.sentence, row, naming)
    }

    /// "Đàn bò giảm 2,4%, còn 203 nghìn con": the level to which something fell or rose, which is no other count.
    fn is_level_behind_change(&self, context: &QuantityContext<'_>) -> bool {
        let QuantityContext { gap, quantity, complement, role, .. } = *context;
        let sentence = self.sentence;
        let changed = self.before.is_change();
        let reaches = gap.lead.clone().next().is_some_and(|at| {
            matches!(&*sentence.lower(at), "còn" | "chỉ còn" | "đạt" | "ước đạt" | "xuống còn")
        });
        let behind_comma = gap.body.len() == 1 && sentence.is_mark(gap.body.start, ",") && reaches;
        let plain = role == QuantityRole::Value && !quantity.is_percent();
        let alone = quantity.unit.is_some() && tail(sentence, complement).is_empty();
        changed && behind_comma && plain && alone
    }

    /// "…; quý IV tăng 4,5%": the same indicator in another period.
    pub(super) fn is_other_period(
        &self,
        row: &DraftRow,
        gap: &Gap,
        found: &BeforeFigure,
        role: QuantityRole,
    ) -> bool {
        let Some(period) = found.period.clone().filter(|_| !gap.opens) else { return false };
        let words = self.sentence.lower_text(period.clone());
        let same = row.period.as_deref().is_some_and(|own| own.lower_case() == words);
        let earlier =
            ["cùng kỳ", "năm trước", "năm ngoái"].iter().any(|base| words.starts_with(base));
        let separate = self.sentence.is_mark(gap.body.start, ",;");
        let valued = match role {
            QuantityRole::Value => row.actual.is_some(),
            QuantityRole::Up | QuantityRole::Down | QuantityRole::Index => !row.changes.is_empty(),
            // "…, đạt 61%; ước cả năm đạt 95% kế hoạch".
            QuantityRole::PlanPercent => {
                self.state.sentence.target && row.target.is_some()
                    || foresees(self.sentence, gap) && row.says_something()
            }
            _ => false,
        };
        // "…; 9 tháng ước 27.890 tỷ đồng".
        let estimated = role == QuantityRole::Value && gap.estimate;
        let announced = gap.role.is_some() && gap.role != Some(Phrase::From) || estimated;
        let announced =
            announced || role == QuantityRole::Value && has_as_many(self.sentence, row, gap);
        separate && valued && announced && !same && !earlier
    }

    /// Whether a change only says which things are counted: "04 địa phương có số người chết tăng trên 10%".
    pub(super) fn is_condition(&self, gap: &Gap, quantity: &Quantity, role: QuantityRole) -> bool {
        let counted = matches!(self.before.role, Some(QuantityRole::Value | QuantityRole::Count));
        let whose = gap
            .complement
            .clone()
            .any(|at| self.sentence.key(at) == "có" && is_head(self.sentence, at + 1));
        let apart = gap.all.clone().any(|at| self.sentence.is_mark(at, ",;()"));
        matches!(role, QuantityRole::Up | QuantityRole::Down)
            && quantity.is_percent()
            && counted
            && whose
            && !apart
    }

    /// Whether a new indicator is what was added: "vốn tăng thêm 1.342 triệu USD".
    pub(super) fn is_added(&self, context: &QuantityContext<'_>) -> bool {
        let QuantityContext { gap, quantity, follow, role, .. } = *context;
        let absolute =
            matches!(quantity.class, UnitClass::Money | UnitClass::Measure | UnitClass::Count);
        let added = |at: usize| self.sentence.lower(at) == "tăng thêm";
        role == QuantityRole::Up
            && absolute
            && *follow == Follow::Nothing
            && !self.state.sentence.target
            && gap.lead.clone().any(added)
    }

    /// Whether a change counts something that no indicator counts: "giảm 1.150 hộ nghèo" behind jobs.
    pub(super) fn counts_something_else(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: QuantityRole,
    ) -> bool {
        let row = self.row.and_then(|row| self.state.rows.get(row));
        matches!(role, QuantityRole::Up | QuantityRole::Down)
            && quantity.is_count()
            && !tail(self.sentence, complement).is_empty()
            && row.is_some_and(|row| {
                row.unit.as_deref().map(first_word) != quantity.unit.as_deref().map(first_word)
            })
    }

    /// The indicator to which a change of a count belongs: "giảm 356 người chết" to the one that counts the dead.
    pub(super) fn counterpart(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: QuantityRole,
    ) -> Option<usize> {
        if !matches!(role, QuantityRole::Up | QuantityRole::Down | QuantityRole::BeyondPlan)
            || !matches!(quantity.class, UnitClass::Count)
        {
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
            return self.of_whole(at, unit);
        }
        let words = self.sentence.lower_text(tail(self.sentence, complement));
        let first = self.state.paragraph.start.max(self.state.rows.len().saturating_sub(100));
        let same: Vec<usize> = (first..self.state.rows.len())
            .filter(|row| {
                self.state.rows[*row].unit.as_deref().map(first_word) == unit.map(first_word)
                    && self.state.rows[*row].actual.is_some()
            })
            .collect();
        let named = same.iter().rev().find(|row| {
            !words.is_empty() && self.state.rows[**row].name.lower_case().contains(&*words)
        });
        match named {
            Some(named) => Some(*named),
            None if words.is_empty() => same.last().and_then(|last| self.of_whole(*last, unit)),
            None => None,
        }
    }

    /// Whether a count behind the change of another one is a change as well: "tăng 35 lớp, 926 học sinh so với năm
    /// trước". It is compared with an earlier period, or the sentence has counted the same before.
    pub(super) fn changes_next_count(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: QuantityRole,
        follow: &Follow,
    ) -> bool {
        let other = self.counterpart(quantity, complement, role).filter(|at| Some(*at) != self.row);
        matches!(follow, Follow::Base(_)) || other.is_some_and(|at| self.own_rows().contains(&at))
    }

    /// The indicator of a change whose noun has no more words: of the last of a list of parts, the whole is meant:
    /// "37 giải, gồm 1 giải nhất, 8 giải nhì và 28 giải ba, tăng 5 giải". `None` if the whole is counted otherwise.
    fn of_whole(&self, last: usize, unit: Option<&str>) -> Option<usize> {
        const MOST: usize = 100;
        let row = self.state.rows.get(last)?;
        let Some(whole) = row.whole else { return Some(last) };
        let alike = |row: &DraftRow| row.unit.as_deref().map(first_word) == unit.map(first_word);
        let first = last.saturating_sub(MOST);
        let parts = self.state.rows[first..=last].iter();
        let parts = parts.filter(|part| part.whole == Some(whole) && alike(part)).count();
        if parts < 2 {
            return Some(last);
        }
        self.state.rows.get(whole).filter(|row| alike(row)).map(|_| whole)
    }

    /// Whether a change behind the last one of several parts may be that of their whole, which is
    /// counted otherwise: "71 học sinh đạt giải, gồm 4 giải Nhất và 21 giải Nhì, tăng 5 giải".
    pub(super) fn may_be_of_whole(
        &self,
        quantity: &Quantity,
        complement: &Range<usize>,
        role: QuantityRole,
    ) -> bool {
        let Some(at) = self.row.filter(|at| self.own_rows().contains(at)) else { return false };
        let changed = matches!(role, QuantityRole::Up | QuantityRole::Down) && quantity.is_count();
        let plain = tail(self.sentence, complement).is_empty();
        changed && plain && self.of_whole(at, quantity.unit.as_deref()).is_none()
    }

    /// The last indicator of the paragraph in the unit of a quantity.
    pub(super) fn of_unit(&self, quantity: &Quantity) -> Option<usize> {
        let unit = quantity.unit.as_deref().map(first_word)?;
        let own = self.state.paragraph.start..self.state.rows.len();
        own.rev()
            .take(100)
            .find(|row| self.state.rows[*row].unit.as_deref().map(first_word) == Some(unit))
    }
}

/// Whether the words before a rank only say among whom an indicator is ranked, and name nothing: "đứng đầu khu vực và
/// thứ 8 cả nước".
fn is_rank_of(
    sentence: &Sentence<'_>,
    row: &DraftRow,
    context: &QuantityContext<'_>,
    found: &BeforeFigure,
) -> bool {
    // "…, hạng 12/63, trong đó chính quyền số xếp hạng 10" is about another one.
    let again = !row.ranks.is_empty() && (found.part || names_index(sentence, found));
    let apart = context.gap.all.clone().any(|at| sentence.is_mark(at, ";"));
    // "Hà Nội đạt 95,1%, Thái Nguyên xếp thứ 3 với 94,8%": another place that is ranked.
    let before = found.words.start.checked_sub(1);
    let listed = before.is_some_and(|at| sentence.is_mark(at, ","));
    let apart = apart || listed && is_province(&sentence.text(found.words.clone()));
    context.role == QuantityRole::Rank
        && !is_head(sentence, found.words.start)
        && !again
        && !names_another(sentence, found)
        && !apart
        || context.role == QuantityRole::Rank
            && !row.ranks.is_empty()
            && goes_on_with_region(sentence, context, found)
}

/// Whether the words before a rank are the rest of the region in which the one before it is: "thứ
/// 6/14 khu vực Bắc Trung Bộ và Duyên hải miền Trung và đứng thứ 31 cả nước".
fn goes_on_with_region(
    sentence: &Sentence<'_>,
    context: &QuantityContext<'_>,
    found: &BeforeFigure,
) -> bool {
    let before = sentence.lower_text(context.gap.all.start..found.words.start);
    let region = ["vùng", "khu vực", "miền"].iter().any(|kind| before.contains(kind));
    let words = sentence.lower_text(found.words.clone());
    let named = REGION_NAMES.iter().any(|name| words.starts_with(&name.lower_case()));
    region && (named || words.starts_with("miền núi"))
}

/// Whether a figure without words before it counts or measures something else than the current indicator, which is
/// named behind it: "5.526 người, bị thương", "87 vụ, 112 đối tượng".
fn counts_another(sentence: &Sentence<'_>, row: &DraftRow, naming: &Naming<'_>) -> bool {
    let QuantityContext { gap, quantity, complement, role, .. } = *naming.context;
    let valued = row.actual.is_some()
        || row.target.is_some()
        || row.range.is_some()
        || !row.changes.is_empty();
    let has_tail = !tail(sentence, complement).is_empty();
    let of_rate = quantity.whole.zip(row.actual).is_some_and(|(whole, rate)| {
        row.unit.as_deref() == Some("%") && is_ratio(quantity.value, whole, rate)
    });
    if of_rate && gap.opens {
        return false;
    }
    // "96 giải (4 giải Nhất, 22 giải Nhì)": parts that are counted alike.
    let part_in_brackets = gap.opens
        && role == QuantityRole::Value
        && quantity.is_count()
        && row.actual.is_some()
        && row.unit == quantity.unit
        && has_tail;
    if part_in_brackets {
        return true;
    }
    let plain =
        matches!(role, QuantityRole::Value | QuantityRole::Count | QuantityRole::PlanPercent);
    let behind = matches!(naming.ending, Ending::Verb | Ending::Nothing);
    let counts_other = quantity.is_count() && valued && row.unit != quantity.unit;
    let bare = gap.role.is_none() && !gap.opens;
    let further = quantity.is_count() && (is_further(sentence, gap) || is_averaged(sentence, gap));
    let counted = counts_other || valued && bare && (has_tail || further);
    plain && behind && counted && !(gap.opens && row.unit.is_none())
}

/// "…; có 12 xã đạt từ 15 tiêu chí": a further count, which says behind it what is counted.
fn is_further(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let reaches = sentence.key(gap.all.end + 1) == "đạt";
    gap.all.clone().any(|at| sentence.is_mark(at, ";") || reaches && sentence.is_mark(at, ","))
}

/// "458 đảng viên, bình quân mỗi năm 92 đảng viên".
fn is_averaged(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let words = sentence.lower_text(gap.all.clone());
    AVERAGE_OF_EACH.iter().any(|each| words.contains(each))
}

/// "6.8 percent in 2025 and 6.5 percent in 2026": the same indicator in another year.
pub(super) fn is_next_year(
    sentence: &Sentence<'_>,
    row: &DraftRow,
    context: &QuantityContext<'_>,
) -> bool {
    let QuantityContext { gap, quantity, complement, role, .. } = *context;
    let joined = (gap.complement.end..gap.all.end)
        .all(|at| sentence.is_mark(at, ",") || sentence.phrase(at) == Some(Phrase::And));
    let dated = |words: &Range<usize>| period_in(sentence, words.clone()).is_some();
    let valued = row.actual.is_some() || row.target.is_some();
    let alike = row.unit.is_some() && row.unit == quantity.unit;
    role == QuantityRole::Value
        && joined
        && valued
        && alike
        && dated(complement)
        && dated(&gap.complement)
}

/// Whether the words before a rank name something else of which there are several: "khách Nhật Bản đứng thứ hai".
fn names_another(sentence: &Sentence<'_>, found: &BeforeFigure) -> bool {
    let token = |at: usize| sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
    let capital =
        |at: usize| token(at).is_some_and(|token| token.text.starts_with(char::is_uppercase));
    let words = found.words.clone();
    let place = KINDS.iter().any(|kind| kind.starts_with(sentence.key(words.start)));
    words.len() > 1 && !capital(words.start) && capital(words.end - 1) && !place
}

/// Whether words behind a rank name something else that is ranked, and not among whom: "kinh tế số".
fn names_index(sentence: &Sentence<'_>, found: &BeforeFigure) -> bool {
    let words = sentence.lower_text(found.words.clone());
    found.words.len() > 1 && !SAYS_AMONG_WHOM.iter().any(|word| words.contains(word))
}

/// "năm 2023 có 412 hợp tác xã, năm 2024 có 438 hợp tác xã": as many of what was counted before.
fn has_as_many(sentence: &Sentence<'_>, row: &DraftRow, gap: &Gap) -> bool {
    let last = gap.all.end.checked_sub(1).filter(|at| gap.body.contains(at));
    let had = last.is_some_and(|at| sentence.phrase(at) == Some(Phrase::Have));
    let behind = gap.all.end + 1;
    let closed = behind >= sentence.items.len()
        || sentence.is_mark(behind, ",;.()")
        || sentence.phrase(behind) == Some(Phrase::And);
    let unit = quantity_behind(sentence, gap).and_then(|quantity| quantity.unit.as_deref());
    gap.role.is_none() && had && closed && unit.is_some() && row.unit.as_deref() == unit
}

/// Whether a figure is an estimate or an aim of what has not passed yet.
pub(super) fn foresees(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    let aims = |at: usize| sentence.phrase(at) == Some(Phrase::Target);
    gap.estimate || gap.all.clone().any(aims)
}
