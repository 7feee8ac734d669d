//! Headings of scores and ranks, and ranks in cells: "Điểm số", "Điểm tối đa", "Xếp hạng 2023",
//! "22/63", "tăng 2 bậc".

use rust_decimal::Decimal;

use super::comparison::Comparison;
use super::phrases::{PLAN_WORDS, has, key};
use super::role::Role;
use crate::lexicon::periods::period_words::{HeadingPeriod, is_period, year};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/headings.txt");

static RANKS: WordList = WordList::of(FILE, "rank");

static CHANGES: WordList = WordList::of(FILE, "rank change");

static SCALES: WordList = WordList::of(FILE, "maximum");

/// The first words of score headings.
static SCORES: WordList = WordList::of(FILE, "score");

/// Headings that start like scores but are not.
static NO_SCORES: WordList = WordList::of(FILE, "no score");

/// Words in the headings of ranks that are of all that is ranked.
static OVERALL: WordList = WordList::of(FILE, "overall rank");

/// Whether a heading of ranks says that they are of all that is ranked: "Xếp hạng chung", "Xếp hạng thi đua".
pub(crate) fn is_overall(heading: &str) -> bool {
    has(&key(heading), &OVERALL)
}

/// Whether a heading is for a rating in words: "Xếp loại chung", "Danh hiệu thi đua".
pub(crate) fn is_rating(heading: &str) -> bool {
    static RATINGS: WordList = WordList::of(FILE, "rating");
    has(&key(heading), &RATINGS)
}

/// Returns the role of a heading of scores or ranks; `None` for any other.
pub(crate) fn role(text: &str) -> Option<Role> {
    let levels: Vec<String> = text.split(" · ").map(key).collect();
    let own = levels.iter().rev().find(|level| !is_period(level))?;
    let whole = levels.join(" · ");
    let planned = has(&whole, &PLAN_WORDS);
    let below_change = is_below_change(&levels, own);
    if is_rank(text, own) {
        // "So sánh thứ hạng" alone; over years it groups the ranks of those.
        let groups = has(own, &["so sanh"]) && levels.last() != Some(own);
        if below_change || has(own, &CHANGES) && !groups {
            return Some(Role::RankChange);
        }
        // A target rank is no plan for the score.
        return Some(if planned { Role::Unknown } else { Role::Rank(HeadingPeriod::of(&whole)) });
    }
    let places = own.ends_with("bac") && accented(text, "bậc") || own.ends_with("places");
    if places && has(own, &CHANGES) {
        return Some(Role::RankChange);
    }
    // "Điểm (tối đa 100)" is over scores: their maximum is in the heading.
    let names_top = scale_in(own).is_some();
    if is_scale(own) && !names_top {
        return Some(Role::Scale);
    }
    if !(is_score(own) || is_scale(own)) || planned || own.contains('%') {
        return None;
    }
    // "Điểm tăng, giảm so với 2022" is a separate kind of change.
    if below_change || has(own, &CHANGES) {
        return Some(Role::Comparison(Comparison::Either));
    }
    Some(Role::Actual(HeadingPeriod::of(&whole)))
}

/// Whether a folded name means a place in a ranking: "Xếp hạng PCI", "Thứ bậc chuyển đổi số", "PAR INDEX (xếp hạng)",
/// but not "Xếp hạng di tích", which counts what is classified.
pub(crate) fn names_rank(folded: &str) -> bool {
    const BEGIN: [&str; 6] =
        ["xep hang ", "thu hang", "thu bac", "vi tri xep hang", "vi thu", "ranking of "];
    const ENDS: [&str; 4] = ["(xep hang)", "(thu hang)", "(hang)", "(rank)"];
    const CLASSIFIED: [&str; 6] =
        ["di tich", "khach san", "doanh nghiep", "san pham", "co so", "benh vien"];
    let name = folded.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end();
    let begins = name == "xep hang" || BEGIN.iter().any(|word| name.starts_with(word));
    let ends = ENDS.iter().any(|word| name.ends_with(word));
    (begins && !has(name, &CLASSIFIED) || ends) && !moves(name)
}

/// Whether a folded name counts the places that are gained or lost: "Số bậc tăng", "Nâng hạng PCI".
pub(crate) fn moves(folded: &str) -> bool {
    has(folded, &["tang", "giam", "nang", "cai thien", "thay doi"])
}

/// Whether a heading of this role is for scores.
pub(crate) fn is_of_scores(heading: &str, of: &Role) -> bool {
    matches!(of, Role::Actual(_)) && matches!(role(heading), Some(Role::Actual(_)))
}

/// Whether a heading of scores does not say of what they are: "Điểm đạt", not "Điểm PCI".
pub(crate) fn is_bare_score(heading: &str) -> bool {
    static BARE: WordList = WordList::of(FILE, "score alone");
    BARE.contains(&key(heading))
}

/// Whether a level without a year is below one that only says that something changed: "So với năm 2023 · Thứ hạng".
fn is_below_change(levels: &[String], own: &str) -> bool {
    let above = levels.iter().take_while(|level| *level != own);
    year(own).is_none() && above.into_iter().any(|level| is_bare_change(level))
}

/// Whether a heading is a rank: "hạng", but not "hàng" or "hạng mục".
fn is_rank(text: &str, own: &str) -> bool {
    let alone = own == "hang" || own.starts_with("hang ") || own.ends_with(" hang");
    let hang = alone && accented(text, "hạng") && !own.contains("hang muc");
    (hang || own == "vi tri" || has(own, &RANKS))
        && !own.contains("hang hoa")
        && !own.contains("khach hang")
}

fn accented(text: &str, word: &str) -> bool {
    text.to_lowercase().contains(word)
}

/// Whether a heading only says that something changed: "Thay đổi", "Tăng/giảm", "+/-", "So với năm 2023".
pub(crate) fn is_bare_change(text: &str) -> bool {
    const BESIDES: [&str; 10] =
        ["so", "voi", "nam", "truoc", "thu", "bac", "hang", "cung", "ky", "sanh"];
    let key = key(text);
    let known = |word: &str| {
        CHANGES.iter().any(|change| change.split(' ').any(|own| own == word))
            || BESIDES.contains(&word)
            || year(word).is_some()
    };
    let signs = [' ', '/', '-', '+', '·'];
    has(&key, &CHANGES) && key.split(signs).filter(|word| !word.is_empty()).all(known)
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

/// Returns the maximum that the heading of a score names: "Điểm (thang 100)", "Điểm số (tối đa
/// 80)", "Điểm/10".
pub(crate) fn scale_in(heading: &str) -> Option<Decimal> {
    let key = key(heading);
    let behind = |word: &str| {
        let rest = &key[key.rfind(word)? + word.len()..];
        let rest = rest.trim_start_matches([' ', '/']);
        let rest = rest.strip_prefix("la ").unwrap_or(rest);
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        // "2,5" is not 2, though its key has no comma.
        let behind = rest[digits.len()..].strip_prefix(' ').unwrap_or_default();
        let goes_on = behind.starts_with(|c: char| c.is_ascii_digit());
        digits.parse::<Decimal>().ok().filter(|_| !goes_on)
    };
    // "Tổng điểm (100 điểm)"
    let in_brackets = || {
        let inner = fold(heading.trim_end().strip_suffix(')')?.rsplit_once('(')?.1);
        // "Rank (of 280)"
        let of = inner.strip_prefix("of ");
        let points = || ["diem", "points"].iter().find_map(|points| inner.strip_suffix(points));
        let digits = of.or_else(points)?;
        digits.trim().parse::<Decimal>().ok()
    };
    const WORDS: [&str; 10] = [
        "thang diem",
        "thang",
        "toi da",
        "diem chuan",
        "max score",
        "maximum score",
        "maximum",
        "max",
        "out of",
        "/",
    ];
    WORDS
        .into_iter()
        .find_map(behind)
        .or_else(in_brackets)
        .filter(|top| year(&top.to_string()).is_none() && !top.is_zero())
}

/// Returns the rank in a cell without the words around it: "22" of "Hạng 22", "22/63" of "22/63
/// tỉnh".
pub(crate) fn bare_place(text: &str) -> Option<String> {
    const WORDS: [&str; 6] = ["xep thu", "hang", "thu", "rank", "no.", "#"];
    let folded = fold(text.trim());
    let rest = WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(rest.len());
    // "22,5" is no rank.
    let more = rest[end..].contains(|c: char| c.is_ascii_digit() || c == '%');
    let place = rest[..end].trim_end_matches('/');
    (!place.is_empty() && place.starts_with(|c: char| c.is_ascii_digit()) && !more)
        .then(|| place.to_owned())
}

/// Returns the number of places gained: "+8", "-13", "tăng 2 bậc", "▼3", "giữ nguyên".
pub(crate) fn places_gained(text: &str) -> Option<i32> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_headings_of_scores_and_ranks() {
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
            "So sánh thứ hạng · Năm 2023",
            "So sánh · Hạng 2022",
            "Tỷ lệ giảm nghèo · Xếp hạng",
        ];
        for text in ranks {
            assert!(matches!(role(text), Some(Role::Rank(_))), "{text}: {:?}", role(text));
        }
        for text in [
            "Tăng (+)/giảm (-) bậc",
            "Thay đổi thứ hạng",
            "So với năm 2021 (bậc)",
            "Change in rank",
            "So sánh thứ hạng",
            "So với năm 2021 · Thứ hạng",
            "Biến động so với kỳ trước · Hạng",
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
        assert_eq!(scale_in("Score · Max score 50"), Some(Decimal::from(50)));
        assert_eq!(scale_in("Điểm (tối đa 2,5)"), None);
        assert_eq!(scale_in("Điểm PCI 2022"), None);
        assert_eq!(scale_in("Điểm 2021/2022"), None);
    }

    #[test]
    fn reads_a_rank_among_words() {
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
    fn reads_gained_places_in_every_form() {
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
            assert_eq!(places_gained(text), Some(places), "{text}");
        }
        for text in ["", "Tốt", "tăng", "2,5", "+3 %", "22/63"] {
            assert_eq!(places_gained(text), None, "{text}");
        }
    }
}
