//! Columns of scores and of places in rankings: "Điểm số", "Điểm tối đa", "Xếp hạng 2023", "Tăng/giảm bậc".

use rust_decimal::Decimal;

use crate::dataset::table::layout::column_profile;
use crate::dataset::table::layout::header::Headings;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period_words::{When, is_period, year};
use crate::lexicon::phrases::{PLAN_WORDS, has, key};
use crate::lexicon::role::{Heading, Role};
use crate::text::fold::fold;

const RANKS: &[&str] =
    &["xep hang", "thu hang", "xep thu", "vi thu", "rank", "ranking", "hang nam", "hang quy"];

const CHANGES: &[&str] = &[
    "tang",
    "giam",
    "thay doi",
    "bien dong",
    "chenh lech",
    "len xuong",
    "so voi",
    "change",
    "+/-",
];

const SCALES: &[&str] = &[
    "diem toi da",
    "so diem toi da",
    "tong diem toi da",
    "diem chuan",
    "thang diem",
    "thang diem toi da",
    "max score",
    "maximum score",
    "max points",
    "maximum points",
    "maximum",
    "out of",
];

/// What the heading of a score begins with.
const SCORES: &[&str] = &[
    "diem",
    "so diem",
    "tong diem",
    "tong so diem",
    "ket qua diem",
    "score",
    "total score",
    "overall score",
    "points",
    "total points",
];

/// Columns that begin like scores and are none.
const NO_SCORES: &[&str] = &[
    "diem manh",
    "diem yeu",
    "diem truong",
    "diem buu dien",
    "diem du lich",
    "diem dan cu",
    "diem toi thieu",
    "diem cao nhat",
    "diem thap nhat",
    "diem trung vi",
    "diem liet",
];

/// Scores that are only a part of what counts, or not yet final: those of lesser weight first.
const WEIGHTS: &[&[&str]] = &[
    &["thuong", "tru", "cong", "thanh phan", "bonus", "penalty"],
    &["tu cham", "tu danh gia", "tu xep", "de nghi", "self"],
    &[],
    &["tham dinh", "chinh thuc", "cuoi cung", "final"],
    &["tong", "total", "overall"],
];

/// The columns of one ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ranking {
    /// The places.
    pub(crate) at: usize,
    /// The places of the period before.
    pub(crate) previous: Option<usize>,
    /// How many places were won since.
    pub(crate) change: Option<usize>,
    /// Among whom, as the heading says it: "trong vùng".
    pub(crate) among: Option<String>,
    /// Among how many, if the heading says so: "Xếp hạng (/63)".
    pub(crate) of: Option<u32>,
}

/// What a heading of scores or ranks is for; `None` for any other.
pub(crate) fn role(text: &str) -> Option<Role> {
    let levels: Vec<String> = text.split(" · ").map(key).collect();
    let own = levels.iter().rev().find(|level| !is_period(level))?;
    let whole = levels.join(" · ");
    let planned = has(&whole, PLAN_WORDS);
    if is_rank(text, own) {
        if has(own, CHANGES) {
            return Some(Role::RankChange);
        }
        // A place that is aimed at is no plan of the score.
        return Some(if planned { Role::Unknown } else { Role::Rank(When::of(&whole)) });
    }
    let places = own.ends_with("bac") && accented(text, "bậc") || own.ends_with("places");
    if places && has(own, CHANGES) {
        return Some(Role::RankChange);
    }
    if is_scale(own) {
        return Some(Role::Scale);
    }
    if !is_score(own) || planned || own.contains('%') {
        return None;
    }
    // "Điểm tăng, giảm so với 2022": its own kind of change.
    if has(own, CHANGES) {
        return Some(Role::Comparison(Comparison::Either));
    }
    Some(Role::Actual(When::of(&whole)))
}

/// "Hạng" is no "hàng", and no "hạng mục".
fn is_rank(text: &str, own: &str) -> bool {
    let alone = own == "hang" || own.starts_with("hang ") || own.ends_with(" hang");
    let hang = alone && accented(text, "hạng") && !own.contains("hang muc");
    (hang || has(own, RANKS)) && !own.contains("hang hoa") && !own.contains("khach hang")
}

fn accented(text: &str, word: &str) -> bool {
    text.to_lowercase().contains(word)
}

fn is_scale(own: &str) -> bool {
    let compared = own.contains(['%', '/']) || has(own, &["ty le", "so voi", "dat"]);
    !compared && SCALES.iter().any(|scale| own == *scale || own.starts_with(&format!("{scale} ")))
}

fn is_score(own: &str) -> bool {
    let begins = |word: &&str| {
        own.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    SCORES.iter().any(begins) && !NO_SCORES.iter().any(begins)
}

/// Whether a heading is one of scores.
pub(crate) fn is_of_scores(heading: &Heading) -> bool {
    matches!(heading.role, Role::Actual(_)) && matches!(role(&heading.text), Some(Role::Actual(_)))
}

/// The top of the scale that the heading of a score names: "Điểm (thang 100)", "Điểm số (tối đa 80)", "Điểm/10".
pub(crate) fn scale_in(heading: &str) -> Option<Decimal> {
    let key = key(heading);
    let behind = |word: &str| {
        let rest = &key[key.rfind(word)? + word.len()..];
        let rest = rest.trim_start_matches([' ', '/']);
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<Decimal>().ok()
    };
    ["thang diem", "thang", "toi da", "out of", "/"]
        .into_iter()
        .find_map(behind)
        .filter(|top| year(&top.to_string()).is_none() && !top.is_zero())
}

/// Gives ranks without a year that of the score left of them: "Điểm 2022 | Hạng | Điểm 2021 | Hạng".
pub(crate) fn date_by_scores(columns: &mut [Heading]) {
    let undated =
        |column: &Heading| matches!(&column.role, Role::Rank(when) if *when == When::of(""));
    if columns.iter().filter(|column| undated(column)).count() < 2 {
        return;
    }
    let mut last = None;
    for column in columns {
        match &column.role {
            Role::Actual(when) => last = Some(when.clone()),
            Role::Rank(_) if undated(column) => {
                if let Some(when) = last.take() {
                    column.role = Role::Rank(when);
                }
            }
            _ => {}
        }
    }
}

/// Finds the result among scores: of several of one period the one that counts, and none where the table has
/// other results, which the scores are only given for.
pub(crate) fn choose_results(sheet: &Sheet<'_>, below: usize, columns: &mut [Heading]) {
    let scores: Vec<usize> = (0..columns.len()).filter(|at| is_of_scores(&columns[*at])).collect();
    let others: Vec<usize> = (0..columns.len())
        .filter(|at| matches!(columns[*at].role, Role::Actual(_)) && !scores.contains(at))
        .collect();
    if scores.is_empty() {
        return index_beside_ranks(sheet, below, columns);
    }
    let figures = |at: &usize| column_profile::are_figures(sheet, below, *at);
    if others.iter().any(figures) {
        // The top of a scale is then that of the scores too.
        for (at, column) in columns.iter_mut().enumerate() {
            if scores.contains(&at) || column.role == Role::Scale {
                column.role = Role::Aside;
            }
        }
        return;
    }
    // "Kết quả thực hiện" in words, beside what was scored for it.
    for at in others {
        columns[at].role = Role::Aside;
    }
    choose_scores(columns);
}

/// "Chỉ số SIPAS (%)" or "PCI 2023" beside a rank, where nothing else is the result.
fn index_beside_ranks(sheet: &Sheet<'_>, below: usize, columns: &mut [Heading]) {
    let ranked = columns.iter().any(|column| matches!(column.role, Role::Rank(_)));
    let valued = |column: &Heading| matches!(column.role, Role::Actual(_) | Role::Plan(_));
    if !ranked || columns.iter().any(valued) {
        return;
    }
    // "PCI 2022" and "PCI 2023" are one index of two years.
    let index = |at: usize| {
        let key = key(&columns[at].text);
        let dated = year(&key).is_some();
        let name = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned();
        let open = matches!(columns[at].role, Role::Unknown | Role::Comparison(Comparison::Either));
        let known = name.starts_with("chi so") || dated && !name.is_empty();
        (open && known && column_profile::are_figures(sheet, below, at)).then_some((at, name))
    };
    let indices: Vec<(usize, String)> = (0..columns.len()).filter_map(index).collect();
    if indices.iter().all(|(_, name)| *name == indices[0].1) {
        for (at, _) in indices {
            columns[at].role = Role::Actual(When::of(&key(&columns[at].text)));
        }
    }
}

/// Of several scores of one period, leaves the one that counts: the total before its parts, what was verified
/// before what the office gave itself. Where nothing says which, none is the result.
fn choose_scores(columns: &mut [Heading]) {
    let scores: Vec<usize> = (0..columns.len()).filter(|at| is_of_scores(&columns[*at])).collect();
    let when = |at: usize| match &columns[at].role {
        Role::Actual(when) => Some(when.clone()),
        _ => None,
    };
    let mut lesser = Vec::new();
    for at in scores.iter().copied() {
        let same = scores.iter().copied().filter(|other| when(*other) == when(at));
        let most = same.clone().map(|other| weight(&columns[other].text)).max().unwrap_or(0);
        let best = same.filter(|other| weight(&columns[*other].text) == most);
        let single = best.clone().count() == 1;
        match single && best.clone().any(|other| other == at) {
            true => {}
            false if single => lesser.push((at, Role::Aside)),
            false => lesser.push((at, Role::Unknown)),
        }
    }
    for (at, role) in lesser {
        columns[at].role = role;
    }
}

fn weight(text: &str) -> usize {
    let key = key(text);
    WEIGHTS.iter().rposition(|words| has(&key, words)).unwrap_or(2)
}

/// The rankings of a table.
pub(crate) fn rankings(headings: &Headings) -> Vec<Ranking> {
    let whens: Vec<(usize, &When, String)> = headings
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| match &column.role {
            Role::Rank(when) => Some((at, when, among(&column.text))),
            _ => None,
        })
        .collect();
    let mut changes: Vec<(usize, String)> = headings
        .all(|role| *role == Role::RankChange)
        .map(|at| (at, among(&headings.columns[at].text)))
        .collect();
    let mut rankings: Vec<Ranking> = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    for (_, _, group) in &whens {
        if !groups.contains(&group.as_str()) {
            groups.push(group);
        }
    }
    for group in &groups {
        let own = || whens.iter().filter(|(_, _, of)| of == group);
        let main = own().filter(|(_, when, _)| !when.previous);
        let Some((at, when, _)) =
            main.max_by_key(|(at, when, _)| (when.year, when.months, std::cmp::Reverse(*at)))
        else {
            continue;
        };
        let earlier = own().filter(|(other, _, _)| other != at);
        let previous = earlier.filter(|(_, other, _)| other.previous || other.year < when.year);
        let previous = previous.max_by_key(|(_, other, _)| (other.previous, other.year));
        let single = groups.len() == 1;
        let change = changes.iter().position(|(_, of)| single || of == group);
        let change = change.map(|at| changes.remove(at).0);
        let text = &headings.columns[*at].text;
        rankings.push(Ranking {
            at: *at,
            previous: previous.map(|(at, _, _)| *at),
            change,
            among: (!group.is_empty()).then(|| group.to_string()),
            of: scale_in(text).and_then(|of| of.try_into().ok()),
        });
    }
    rankings
}

/// The place in a cell, without the words before and behind it: "22" of "Hạng 22", "22/63" of "22/63 tỉnh".
pub(crate) fn bare_place(text: &str) -> Option<String> {
    const WORDS: [&str; 6] = ["xep thu", "hang", "thu", "rank", "no.", "#"];
    let folded = fold(text.trim());
    let rest = WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(rest.len());
    // "22,5" is no place.
    let more = rest[end..].contains(|c: char| c.is_ascii_digit() || c == '%');
    let place = rest[..end].trim_end_matches('/');
    (!place.is_empty() && place.starts_with(|c: char| c.is_ascii_digit()) && !more)
        .then(|| place.to_owned())
}

/// How many places a cell says that were won: "+8", "-13", "tăng 2 bậc", "▼3", "giữ nguyên".
pub(crate) fn moved(text: &str) -> Option<i32> {
    const UP: &[&str] = &["tang", "len", "up", "▲", "↑", "⬆", "+"];
    const DOWN: &[&str] = &["giam", "xuong", "tut", "down", "▼", "↓", "⬇", "-", "−", "–"];
    const SAME: &[&str] =
        &["giu nguyen", "khong doi", "khong thay doi", "unchanged", "no change", "=", "→", "↔"];
    let folded = fold(text.trim());
    let folded = folded.trim();
    if SAME.iter().any(|word| folded.starts_with(word)) {
        return Some(0);
    }
    let begins = |words: &[&str]| words.iter().find_map(|word| folded.strip_prefix(word));
    let (rest, sign) = match (begins(UP), begins(DOWN)) {
        (Some(rest), _) => (rest, 1),
        (None, Some(rest)) => (rest, -1),
        (None, None) => (folded, 1),
    };
    let rest = rest.trim();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let unit = matches!(rest[end..].trim(), "" | "bac" | "hang" | "places" | "place" | "thu bac");
    let places: i32 = rest[..end].parse().ok()?;
    unit.then_some(sign * places)
}

/// Among whom a heading ranks, as it says it: "cả nước" of "Xếp hạng cả nước 2023".
fn among(text: &str) -> String {
    const WORDS: [&str; 5] = ["cả nước", "toàn quốc", "toàn tỉnh", "trong tỉnh", "trong vùng"];
    let lower = text.to_lowercase();
    if let Some(words) = WORDS.into_iter().find(|words| lower.contains(words)) {
        return words.to_owned();
    }
    let region = lower.find("vùng").map(|at| &lower[at..]);
    region
        .map(|region| region.split(['(', '·', ',']).next().unwrap_or_default().trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_and_ranks_are_told_by_their_headings() {
        let ranks = [
            "Xếp hạng",
            "Hạng",
            "Thứ hạng 2023",
            "Hạng năm trước",
            "Xep hang",
            "Rank",
            "Năm 2023 · Hạng",
            "Xếp hạng · 2023",
            "Xếp hạng toàn quốc",
            "Ranking 2022",
            "Vị thứ",
        ];
        for text in ranks {
            assert!(matches!(role(text), Some(Role::Rank(_))), "{text}: {:?}", role(text));
        }
        for text in [
            "Tăng (+)/giảm (-) bậc",
            "Thay đổi thứ hạng",
            "So với năm 2021 (bậc)",
            "Change in rank",
        ] {
            assert_eq!(role(text), Some(Role::RankChange), "{text}");
        }
        for text in ["Điểm tối đa", "Thang điểm", "Điểm chuẩn", "Max score"] {
            assert_eq!(role(text), Some(Role::Scale), "{text}");
        }
        for text in [
            "Điểm",
            "Điểm số",
            "Điểm PCI 2022",
            "Tổng điểm",
            "Năm 2022 · Điểm",
            "Score",
            "Điểm thẩm định",
        ] {
            assert!(matches!(role(text), Some(Role::Actual(_))), "{text}: {:?}", role(text));
        }
        for text in [
            "Mặt hàng",
            "Nhóm hàng",
            "Hàng tháng",
            "Hạng mục",
            "Khách hàng",
            "Thời điểm",
            "Địa điểm",
            "Điểm kế hoạch",
            "Điểm mục tiêu",
            "Tỷ lệ điểm (%)",
            "Điểm · Kế hoạch",
            "Điểm trường",
        ] {
            assert_eq!(role(text), None, "{text}");
        }
        assert_eq!(role("Mục tiêu xếp hạng"), Some(Role::Unknown));
        assert_eq!(scale_in("Điểm (thang 100)"), Some(Decimal::ONE_HUNDRED));
        assert_eq!(scale_in("Điểm số (tối đa 80)"), Some(Decimal::from(80)));
        assert_eq!(scale_in("Điểm PCI 2022"), None);
        assert_eq!(scale_in("Điểm 2021/2022"), None);
    }

    #[test]
    fn places_are_read_among_words() {
        for (text, place) in [
            ("22", "22"),
            ("Hạng 22", "22"),
            ("22/63 tỉnh, thành phố", "22/63"),
            ("Thứ 5", "5"),
            ("3rd", "3"),
        ] {
            assert_eq!(bare_place(text).as_deref(), Some(place), "{text}");
        }
        for text in ["Loại 1", "22,5", "Tốt", "", "90 %"] {
            assert_eq!(bare_place(text), None, "{text}");
        }
    }

    #[test]
    fn places_won_are_read_in_every_form() {
        for (text, places) in [
            ("+29", 29),
            ("-13", -13),
            ("0", 0),
            ("8", 8),
            ("tăng 2 bậc", 2),
            ("Giảm 13 bậc", -13),
            ("▲ 4", 4),
            ("↓3", -3),
            ("▲12", 12),
            ("Giữ nguyên", 0),
        ] {
            assert_eq!(moved(text), Some(places), "{text}");
        }
        for text in ["", "Tốt", "tăng", "2,5", "+3 %", "22/63"] {
            assert_eq!(moved(text), None, "{text}");
        }
    }

    #[test]
    fn of_several_scores_the_one_that_counts_is_chosen() {
        let chosen = |texts: &[&str]| {
            let mut columns: Vec<Heading> = texts.iter().map(|text| Heading::of(text)).collect();
            choose_scores(&mut columns);
            let actual = |heading: &Heading| matches!(heading.role, Role::Actual(_));
            columns.iter().filter(|c| actual(c)).map(|c| c.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(
            chosen(&["Điểm tự chấm", "Điểm thẩm định", "Kết quả · Điểm"]),
            ["Điểm thẩm định"]
        );
        assert_eq!(chosen(&["Điểm tự chấm", "Điểm thưởng", "Tổng điểm"]), ["Tổng điểm"]);
        assert_eq!(chosen(&["Điểm thẩm định", "Điểm điều tra", "Tổng điểm"]), ["Tổng điểm"]);
        assert_eq!(chosen(&["Điểm 2022", "Điểm 2023"]), ["Điểm 2022", "Điểm 2023"]);
        assert_eq!(chosen(&["Điểm A", "Điểm B"]), Vec::<String>::new());
    }
}
