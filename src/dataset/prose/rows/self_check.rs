//! What a row says about itself that cannot be: a name that is cut or that names no measure, a unit that its name is
//! never measured in.

use super::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::lexicon::economy_words::BARE_GROUPS;
use crate::lexicon::prose::UnitClass;
use crate::lexicon::prose_words::{
    AREA_NAMES, CUT_ENDS, CUT_STARTS, DURATION_NAMES, MONEY_NAMES, RATE_HEADS, WHOLE_NAMES,
};
use crate::text::lower_case::LowerCase;

/// Adds the doubts about a row that its name and unit raise.
pub(super) fn check(row: &mut DraftRow) {
    let name = row.name.lower_case();
    // "6 xã hoàn thành 19/19 tiêu chí" is a name, and 11/19 of it are not.
    let counts = has_fraction(&name) || name.starts_with("all ");
    if is_cut(&name) || row.count.is_some() && counts {
        row.doubt(Doubt::NameCut);
    }
    if row.actual.is_some() && row.target.is_none() && is_assigned(&name, row.unit.as_deref()) {
        row.doubt(Doubt::TargetOrActual);
    }
    if row.parents.is_empty() && WHOLE_NAMES.contains(&name) {
        row.doubt(Doubt::NameLength);
    }
    // What is measured there is in the name before it, which says nothing about this one.
    if row.parents.is_empty() && BARE_GROUPS.contains(&name) {
        row.doubt(Doubt::NameCut);
    }
    // "Huyện A (cùng kỳ năm 2021): thu ngân sách 138 tỷ đồng": of another year than the text around it.
    let own = row.period.as_deref().unwrap_or_default();
    if row.parents.iter().filter_map(|label| year_in_bracket(label)).any(|year| !own.contains(year))
    {
        row.doubt(Doubt::PeriodOpen);
    }
    if row.actual.is_some() && is_unlike(&name, row.unit.as_deref()) {
        row.doubt(Doubt::UnitUnlikeName);
    }
}

/// Whether a name says how much was assigned, which is no result: "Số biên chế được giao", "Giao"
/// of persons. Land and tasks that were given are counted, and so are sources of money: "Tổng nguồn
/// vốn được giao" is what there is to spend.
fn is_assigned(name: &str, unit: Option<&str>) -> bool {
    let bare = name.strip_prefix("giao").map(str::trim_start);
    let quota = name.split_once("được giao").is_some_and(|(_, rest)| {
        !["đất", "rừng", "khoán"].iter().any(|thing| rest.trim_start().starts_with(thing))
    });
    bare.is_some_and(|thing| thing.is_empty() || Some(thing) == unit)
        || quota && !name.starts_with("nhiệm vụ") && !name.contains("nguồn vốn")
}

/// The year in the bracket with which a label ends, unless it is that of its prices: "(giá so sánh 2010)".
fn year_in_bracket(label: &str) -> Option<&str> {
    let (_, bracket) = label.strip_suffix(')')?.rsplit_once('(')?;
    if bracket.lower_case().contains("giá") {
        return None;
    }
    let mut words = bracket.split([' ', '/', '-', '.']);
    let digits = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.find(|word| digits(word) && (word.starts_with("20") || word.starts_with("19")))
}

/// Whether a name begins or ends with a word that another one belongs to: "của các xã", "Tỷ lệ hộ được".
fn is_cut(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let last = name.rsplit(' ').next().unwrap_or_default();
    // "Diện tích chè hiện có".
    let there_is = name.ends_with(" hiện có") || name.ends_with(" sẵn có");
    CUT_STARTS.contains(first) || CUT_ENDS.contains(last) && !there_is
}

/// Whether a name has a part and its whole in it: "duy trì 19/19 tiêu chí".
fn has_fraction(name: &str) -> bool {
    name.split(' ').any(|word| {
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        word.split_once('/').is_some_and(|(part, whole)| digits(part) && digits(whole))
    })
}

/// Whether a name is never measured in a unit: a rate in persons, revenue in tons.
fn is_unlike(name: &str, unit: Option<&str>) -> bool {
    let Some(unit) = unit else { return false };
    let class = class_of(unit);
    let begins = |heads: &[&str]| {
        heads.iter().any(|head| {
            name.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    let relative = unit.contains(['%', '‰', '/']);
    if begins(&RATE_HEADS) {
        let rate = matches!(
            class,
            Some(UnitClass::Percent | UnitClass::Permille | UnitClass::Points | UnitClass::Score)
        );
        return !rate && !relative && class.is_some();
    }
    let other = |own: UnitClass| {
        let measured = matches!(
            class,
            Some(UnitClass::Money | UnitClass::Measure | UnitClass::Count | UnitClass::Score)
        );
        measured && class != Some(own) && !relative
    };
    begins(&MONEY_NAMES) && other(UnitClass::Money)
        || begins(&AREA_NAMES) && other(UnitClass::Measure)
        || begins(&DURATION_NAMES) && (unit.contains('%') || class == Some(UnitClass::Money))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubts(name: &str, unit: &str) -> Vec<Doubt> {
        let mut row = DraftRow {
            name: name.to_owned(),
            unit: Some(unit.to_owned()),
            actual: Some(rust_decimal::Decimal::TEN),
            ..DraftRow::default()
        };
        check(&mut row);
        row.doubts
    }

    #[test]
    fn names_and_units_that_do_not_fit() {
        for (name, unit, wanted) in [
            ("Tỷ lệ hộ nghèo", "%", &[][..]),
            ("Tỷ lệ bác sĩ", "bác sĩ/10.000 dân", &[]),
            ("Tỷ lệ hộ nghèo", "hộ", &[Doubt::UnitUnlikeName]),
            ("Doanh thu bán lẻ", "tỷ đồng", &[]),
            ("Doanh thu bán lẻ", "tấn", &[Doubt::UnitUnlikeName]),
            ("Diện tích rừng trồng mới", "người", &[Doubt::UnitUnlikeName]),
            ("Tỷ lệ hộ được", "%", &[Doubt::NameCut]),
            ("Hoàn thành 19/19 tiêu chí", "xã", &[]),
            ("Khu vực", "ca", &[Doubt::NameLength]),
            ("Khu vực nông thôn", "%", &[Doubt::NameCut]),
        ] {
            assert_eq!(doubts(name, unit), wanted, "{name}, {unit}");
        }
    }
}
