//! What a column is for, told from its heading in Vietnamese or English, accents and case ignored.

use super::unit;
use crate::text::fold::fold;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// TT: the numbering.
    Mark,
    /// Chỉ tiêu.
    Name,
    /// ĐVT.
    Unit,
    /// Kế hoạch.
    Plan(When),
    /// Thực hiện, or a year.
    Actual(When),
    /// One value against another.
    Comparison(Comparison),
    /// Đánh giá: Vượt, Đạt, Không đạt.
    Verdict,
    /// Ghi chú.
    Note,
    /// A direction given by the file.
    Better,
    /// What scripts name an indicator by.
    Id,
    /// The section of each row.
    Section,
    /// Not understood.
    Unknown,
}

/// The period of a column, as far as its heading tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct When {
    pub(super) year: Option<u16>,
    /// "ước", "sơ bộ".
    pub(super) estimate: bool,
    /// A part of the year: "6 tháng", "quý I".
    pub(super) part: bool,
    /// How many months it is about; 12 where it names no part.
    pub(super) months: u8,
    /// "cùng kỳ", "năm trước".
    pub(super) previous: bool,
}

/// What a comparing column compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// "ƯTH/KH".
    Plan,
    /// "so với cùng kỳ".
    Previous,
    /// "tăng, giảm so với cùng kỳ": a change, never an index.
    Growth,
    /// "So sánh (%)" alone.
    Either,
    /// A plan against anything: nothing that was reached.
    Planned,
}

/// What a heading says of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// As published, the levels of a merged heading parted by " · ".
    pub(super) text: String,
    pub(super) role: Role,
    /// A unit in the heading: "Kế hoạch (tỷ đồng)".
    pub(super) unit: Option<String>,
}

/// Bytes of the longest heading.
const LONGEST: usize = 600;

/// Bytes of the longest heading of names.
const LONGEST_NAME: usize = 80;

const MARK: &[&str] = &["tt", "stt", "so tt", "s tt", "so thu tu", "thu tu", "no", "#", "order"];
const NAME: &[&str] = &[
    "chi tieu",
    "ten chi tieu",
    "cac chi tieu",
    "noi dung",
    "danh muc",
    "danh muc chi tieu",
    "ten",
    "khoan muc",
    "tieu chi",
    "hang muc",
    "noi dung chi tieu",
    "indicator",
    "indicators",
    "item",
    "items",
    "name",
    "indicator name",
];
/// What longer headings of the name begin with: "Chỉ tiêu chủ yếu", "Các chỉ tiêu kinh tế".
const NAME_BEGINS: &[&str] = &[
    "ten ",
    "noi dung ",
    "chi tieu chu yeu",
    "chi tieu kinh te",
    "chi tieu phat trien",
    "cac chi tieu",
    "ten chi tieu",
    "danh muc chi tieu",
    "noi dung chi tieu",
    "nhom chi tieu",
];
const UNIT: &[&str] = &[
    "dvt",
    "don vi",
    "don vi tinh",
    "unit",
    "units",
    "dv tinh",
    "don vi do",
    "d v t",
    "dv",
    "unit of measure",
    "uom",
    "measure",
    "don vi tinh unit",
];
const NOTE: &[&str] =
    &["ghi chu", "note", "notes", "remark", "remarks", "nguyen nhan", "giai trinh"];
const VERDICT: &[&str] = &[
    "danh gia",
    "ket luan",
    "xep loai",
    "assessment",
    "verdict",
    "nhan xet",
    "danh gia ket qua",
    "danh gia muc do hoan thanh",
    "status",
];
const BETTER: &[&str] = &["better", "chieu tot", "huong tot", "tot hon"];
const ID: &[&str] = &["id", "ma", "ma so", "ma chi tieu", "code"];
const SECTION: &[&str] = &["section", "muc", "linh vuc", "nhom"];

/// What is reached of a plan, in percent.
const COMPLETION_WORDS: &[&str] =
    &["hoan thanh", "tien do", "muc dat", "achievement", "achieved", "completion", "progress"];

const PLAN_WORDS: &[&str] = &[
    "ke hoach",
    "kh",
    "nghi quyet",
    "nq",
    "muc tieu",
    "du toan",
    "dt",
    "phan dau",
    "duoc giao",
    "giao",
    "plan",
    "planned",
    "target",
    "targets",
    "chi tieu nam",
    "chi tieu hdnd",
    "chi tieu nq",
    "dang ky",
    "goal",
    "goals",
    "budget",
];
const ACTUAL_WORDS: &[&str] = &[
    "thuc hien",
    "th",
    "uth",
    "dth",
    "ket qua",
    "uoc",
    "uoc dat",
    "dat duoc",
    "luy ke",
    "so lieu",
    "gia tri",
    "so bo",
    "chinh thuc",
    "actual",
    "result",
    "results",
    "estimate",
    "estimated",
    "achieved",
    "realised",
    "realized",
    "outturn",
    "performance",
    "achievement",
    "outcome",
    "giai ngan",
    "thuc te",
    "value",
    "prel",
    "implementation",
    "u th",
    "quyet toan",
];
const ESTIMATE_WORDS: &[&str] =
    &["uoc", "uth", "u th", "so bo", "estimate", "estimated", "prel", "est"];
const PREVIOUS_WORDS: &[&str] =
    &["cung ky", "ck", "nam truoc", "ky truoc", "previous", "last year", "same period"];
const PART_WORDS: &[&str] = &["thang", "quy", "months", "quarter", "dau nam", "cuoi nam"];
const WHOLE_WORDS: &[&str] = &["12 thang", "ca nam"];
const QUARTERS: &[&str] = &["i", "ii", "iii", "iv"];
const GROWTH_WORDS: &[&str] =
    &["tang", "giam", "tang truong", "growth", "change", "+/-", "chenh lech"];
const COMPARISON_WORDS: &[&str] = &[
    "so sanh",
    "so voi",
    "so kh",
    "so ck",
    "so th",
    "so cung",
    "so ke hoach",
    "so nam",
    "so du toan",
    "so dt",
    "so nq",
    "so nghi quyet",
    "so muc tieu",
    "so thang",
    "so quy",
    "ty le",
    "ti le",
    "hoan thanh",
    "dat kh",
    "dat ke hoach",
    "percent",
    "phan tram",
    "% dat",
    "dat %",
    "muc dat",
    "muc do",
    "pct",
    "compared",
    "compare",
    "comparison",
    "ratio",
    "versus",
    "vs",
    "% of",
];

impl Heading {
    /// Reads a heading.
    pub(super) fn of(text: &str) -> Self {
        // What is longer than a heading is none; words are sought in it many times over.
        if text.len() > LONGEST {
            return Self { text: text.to_owned(), role: Role::Unknown, unit: None };
        }
        // A level that is a unit and nothing else: "Thực hiện · Tỷ đồng". A percentage may compare.
        let (units, levels): (Vec<&str>, Vec<&str>) =
            text.split(" · ").partition(|level| level.trim() != "%" && unit::is_unit(level));
        let own = text;
        let unleveled = levels.join(" · ");
        let text = if levels.is_empty() { text } else { unleveled.as_str() };
        let of_level = units.last().filter(|_| !levels.is_empty()).map(|unit| (*unit).to_owned());
        let unit = unit::in_heading(text).or(of_level);
        let last = text.rsplit(" · ").next().unwrap_or(text);
        let role = match role(last) {
            // The level below alone may say too little: "2024" under "Kế hoạch".
            Role::Unknown | Role::Actual(When { year: Some(_), .. }) if last != text => role(text),
            // "Tỷ lệ (%)" under "Thực hiện" compares what was reached, with something.
            Role::Comparison(Comparison::Either) if last != text => match role(text) {
                Role::Comparison(Comparison::Previous) if !has(&key(text), PREVIOUS_WORDS) => {
                    Role::Comparison(Comparison::Either)
                }
                Role::Unknown => Role::Comparison(Comparison::Either),
                role => role,
            },
            Role::Plan(_) | Role::Actual(_) if last != text => match role(text) {
                // "Kế hoạch" under "So sánh".
                Role::Comparison(_) => role(&format!("so voi {last}")),
                with_period => with_period,
            },
            role => role,
        };
        let in_percent = last.trim() == "%" && matches!(role, Role::Plan(_) | Role::Actual(_));
        let unit = unit.or_else(|| in_percent.then(|| "%".to_owned()));
        Self { text: own.to_owned(), role, unit }
    }
}

/// What the levels of a heading say besides plan, result and period: "Diện tích" of "Diện tích · KH 2024".
pub(super) fn subject(text: &str) -> String {
    let levels = text.split(" · ");
    let unknown = levels.filter(|level| {
        role(level) == Role::Unknown && !is_part(level) && !has(&key(level), WHOLE_WORDS)
    });
    key(&unknown.collect::<Vec<_>>().join(" "))
}

/// Whether a text names a part of a year: "6 tháng", "quý III".
pub(super) fn is_part(text: &str) -> bool {
    names_a_part(&key(text))
}

/// Whether a text is the heading of names.
pub(super) fn is_name(text: &str) -> bool {
    if text.len() > LONGEST_NAME || !may_be_name(text) {
        return false;
    }
    let key = key(text);
    let first = text.lines().next().map(self::key).unwrap_or_default();
    is_name_key(&key) || NAME.contains(&first.as_str())
}

/// Whether the letters that a text begins with are those of such a heading, or it has parts. It is asked of
/// every cell of a table, for what is quickly told.
fn may_be_name(text: &str) -> bool {
    const TOLD_BY: usize = 3;
    let usual = |c: char| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if text.contains(['/', '-']) || !text.chars().all(usual) {
        return true;
    }
    let begin: String = text.chars().take_while(|c| c.is_alphanumeric()).take(TOLD_BY).collect();
    let begin = fold(&begin);
    NAME.iter().chain(NAME_BEGINS).any(|name| name.starts_with(&begin))
}

/// "Chỉ tiêu", "Chỉ tiêu chủ yếu", "Lĩnh vực/Chỉ tiêu".
fn is_name_key(key: &str) -> bool {
    NAME.contains(&key)
        || NAME_BEGINS.iter().any(|begin| key.starts_with(begin))
        || key.split(['/', '-']).any(|part| NAME.contains(&part.trim()))
            && !has(key, PLAN_WORDS)
            && !key.contains('%')
}

/// The role that a text alone gives.
fn role(text: &str) -> Role {
    let key = key(text);
    let bare = key.trim_end_matches(['%', ' ']);
    let exact = [
        (MARK, Role::Mark),
        (NAME, Role::Name),
        (UNIT, Role::Unit),
        (NOTE, Role::Note),
        (VERDICT, Role::Verdict),
        (BETTER, Role::Better),
        (ID, Role::Id),
        (SECTION, Role::Section),
    ];
    // A heading in two languages is one that either of its lines would be.
    let lines: Vec<String> = text.lines().map(self::key).collect();
    for (words, role) in exact {
        if words.contains(&bare) || lines.iter().any(|line| words.contains(&line.as_str())) {
            return role;
        }
    }
    if key == "dat" {
        return Role::Comparison(Comparison::Either);
    }
    if is_name_key(&key) {
        return Role::Name;
    }
    if let Some(comparison) = comparison(&key) {
        return Role::Comparison(comparison);
    }
    let when = When::of(&key);
    // "Kế hoạch thực hiện" is a plan; "Thực hiện kế hoạch" is what was reached.
    match (first(&key, PLAN_WORDS), first(&key, ACTUAL_WORDS)) {
        (Some(plan), Some(actual)) if actual < plan => Role::Actual(when),
        (Some(_), _) => Role::Plan(when),
        (None, Some(_)) => Role::Actual(when),
        (None, None) if when.previous => Role::Actual(when),
        (None, None) if is_period(&key) => Role::Actual(when),
        (None, None) => Role::Unknown,
    }
}

fn comparison(key: &str) -> Option<Comparison> {
    let key = &without_documents(key);
    let growth = has(key, GROWTH_WORDS);
    let against = |base: &str| {
        if has(base, PREVIOUS_WORDS) {
            Some(if growth { Comparison::Growth } else { Comparison::Previous })
        } else if has(base, PLAN_WORDS) {
            Some(Comparison::Plan)
        } else if has(base, ACTUAL_WORDS) || is_period(base) {
            Some(if growth { Comparison::Growth } else { Comparison::Previous })
        } else if names_a_part(base) {
            // "Tháng 6 so với tháng 5".
            Some(if growth { Comparison::Growth } else { Comparison::Previous })
        } else {
            None
        }
    };
    // "ƯTH/KH", "ĐTH-KH": what stands on both sides is a value.
    for sign in ['/', '-'] {
        if let Some((left, base)) = key.rsplit_once(sign).filter(|(l, b)| !is_date(l, b, sign)) {
            let left_plan = has(left, PLAN_WORDS) && !has(left, ACTUAL_WORDS);
            let left_value =
                left_plan || has(left, ACTUAL_WORDS) || is_period(left) || names_a_part(left);
            if left_value && let Some(comparison) = against(base) {
                return Some(if left_plan { Comparison::Planned } else { comparison });
            }
        }
    }
    let in_percent = key.contains('%') || has(key, &["ty le", "ti le", "muc do", "rate", "pct"]);
    let completes = has(key, COMPLETION_WORDS) && in_percent;
    let compares = has(key, COMPARISON_WORDS) || key.contains('%') || growth || completes;
    if !compares {
        return None;
    }
    let base = ["so voi", "so sanh voi", "so sanh", "so", "vs", "of", "against", "%"]
        .iter()
        .find_map(|word| after(key, word));
    let with_base = base.and_then(against).or_else(|| against(key));
    match with_base {
        Some(Comparison::Plan) if base.is_some_and(|base| key_before_is_plan(key, base)) => {
            Some(Comparison::Planned)
        }
        // "% thực hiện", "Tỷ lệ thực hiện (%)": of what, the values tell.
        Some(Comparison::Previous) if !names_a_period(key) => {
            Some(if completes { Comparison::Plan } else { Comparison::Either })
        }
        Some(comparison) => {
            // "Thực hiện (%)" is a value in percent, not a comparison.
            let sign = key.trim_start().starts_with('%');
            let worded = has(key, COMPARISON_WORDS) || growth || sign || completes;
            worded.then_some(comparison)
        }
        None if growth => Some(Comparison::Growth),
        None if completes => Some(Comparison::Plan),
        None if has(key, COMPARISON_WORDS) || key.starts_with('%') => Some(Comparison::Either),
        None => None,
    }
}

/// Whether a heading is of a whole term: "Mục tiêu đến năm 2025". What is reached on the way is held against
/// it, though it is of an earlier year.
pub(super) fn is_of_term(text: &str) -> bool {
    has(&key(text), &["den", "toi", "by", "giai doan", "nhiem ky"])
}

/// A heading without the numbers of documents, whose signs compare nothing: "Nghị quyết 12-NQ/TU".
fn without_documents(key: &str) -> String {
    const ISSUERS: &[&str] =
        &["nq", "qd", "kh", "bc", "tu", "hu", "cp", "hdnd", "ubnd", "ttg", "qh"];
    let is_document = |word: &&str| {
        let mut parts = word.split(['/', '-']).filter(|part| !part.is_empty());
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let known = parts.clone().all(|part| number(part) || ISSUERS.contains(&part));
        known && parts.any(|part| matches!(part, "nq" | "qd")) && word.contains(['/', '-'])
    };
    // "Nghị quyết số 45/NQ-HĐND": without its mark "số" is the "so" of comparisons.
    let words: Vec<&str> = key.split(' ').collect();
    let next = |at: usize| words.get(at + 1).is_some_and(is_document);
    let kept = words.iter().enumerate().filter(|(at, word)| **word != "so" || !next(*at));
    let kept = kept.map(|(_, word)| if is_document(word) { "nq" } else { word });
    kept.collect::<Vec<_>>().join(" ")
}

fn names_a_period(key: &str) -> bool {
    year(key).is_some() || has(key, PREVIOUS_WORDS) || names_a_part(key)
}

/// "30/9/2024", "quý I/2024" and "2021-2025" are periods, "2024/2023" compares.
fn is_date(left: &str, right: &str, sign: char) -> bool {
    let digits = left.chars().rev().take_while(char::is_ascii_digit).count();
    let quarter = left.rsplit(' ').next();
    let quarter =
        quarter.is_some_and(|last| QUARTERS.contains(&last) || abbreviated(last).is_some());
    let goes_on = right.starts_with(|c: char| c.is_ascii_digit());
    goes_on && (quarter || digits > 0 && (digits < 4 || sign == '-'))
}

/// "KH 2025 so với KH 2024".
fn key_before_is_plan(key: &str, base: &str) -> bool {
    let before = &key[..key.len() - base.len()];
    has(before, PLAN_WORDS) && !has(before, ACTUAL_WORDS)
}

impl When {
    pub(super) fn of(key: &str) -> Self {
        Self {
            year: year(key),
            estimate: has(key, ESTIMATE_WORDS),
            part: names_a_part(key) && !has(key, WHOLE_WORDS),
            months: months(key),
            previous: has(key, PREVIOUS_WORDS),
        }
    }
}

fn names_a_part(key: &str) -> bool {
    has(key, PART_WORDS) || key.split([' ', '/', '·', '-']).any(|word| abbreviated(word).is_some())
}

/// The months of an abbreviated part of a year: "6t", "t9", "q3", "qiii".
fn abbreviated(word: &str) -> Option<u8> {
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    let span = word.strip_suffix('t').and_then(month);
    let single = || word.strip_prefix('t').and_then(month).map(|_| 1);
    let quarter = || {
        let quarter = word.strip_prefix('q')?;
        (QUARTERS.contains(&quarter) || matches!(quarter, "1" | "2" | "3" | "4")).then_some(3)
    };
    span.or_else(single).or_else(quarter)
}

/// How many months a period has: "9 tháng" nine, "tháng 9" one, "quý III" three.
fn months(key: &str) -> u8 {
    let words: Vec<&str> = key.split([' ', '/', '·', '-']).collect();
    let before = words.windows(2).find(|pair| matches!(pair[1], "thang" | "months"));
    let span =
        before.and_then(|pair| pair[0].parse().ok()).filter(|months| (1..=12).contains(months));
    match span {
        _ if has(key, WHOLE_WORDS) || !names_a_part(key) => 12,
        Some(months) => months,
        None if words.iter().any(|word| abbreviated(word).is_some()) => {
            words.iter().filter_map(|word| abbreviated(word)).max().unwrap_or(12)
        }
        None if has(key, &["quy", "quarter"]) => 3,
        None if has(key, &["luy ke", "dau nam"]) => 11,
        None => 1,
    }
}

/// The last year that a text names.
pub(super) fn year(key: &str) -> Option<u16> {
    let numbers = key.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).rfind(|year| (1945..=2100).contains(year))
}

/// Whether a text is a period and nothing else: "2023", "nam 2023", "so bo 2023".
fn is_period(key: &str) -> bool {
    const PERIOD: &[&str] = &[
        "nam",
        "year",
        "so",
        "bo",
        "prel",
        "uoc",
        "quy",
        "thang",
        "estimated",
        "est",
        "dau",
        "cuoi",
        "ca",
    ];
    let words: Vec<&str> =
        key.split([' ', '.', '·', '-', '/']).filter(|word| !word.is_empty()).collect();
    let numbered = words
        .iter()
        .any(|word| QUARTERS.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()));
    numbered
        && (year(key).is_some() || names_a_part(key))
        && words.iter().all(|word| {
            PERIOD.contains(word)
                || word.bytes().all(|b| b.is_ascii_digit())
                || QUARTERS.contains(word)
        })
}

/// A heading folded, without brackets and line breaks; % and the signs of comparisons are kept.
pub(super) fn key(text: &str) -> String {
    let folded = fold(text);
    let mut key = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            '%' | '/' | '-' | '+' | '#' | '·' => key.push(c),
            '–' | '−' => key.push('-'),
            c if c.is_alphanumeric() => key.push(c),
            _ => key.push(' '),
        }
    }
    let words: Vec<&str> = key.split_whitespace().collect();
    words.join(" ")
}

fn has(key: &str, words: &[&str]) -> bool {
    first(key, words).is_some()
}

/// Where the first of the words begins in a text, as a whole word.
fn first(key: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| at_word(key, word)).min()
}

/// What follows the last occurrence of a word.
fn after<'a>(key: &'a str, word: &str) -> Option<&'a str> {
    let found = key.match_indices(word).filter(|(at, _)| is_whole(key, *at, word)).last();
    found.map(|(at, _)| &key[at + word.len()..]).filter(|rest| !rest.trim().is_empty())
}

fn at_word(key: &str, word: &str) -> Option<usize> {
    key.match_indices(word).map(|(at, _)| at).find(|at| is_whole(key, *at, word))
}

/// Whether an occurrence has no letter of the same word beside it; years may touch: "TH2024".
fn is_whole(key: &str, at: usize, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let ends = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let signs = !word.starts_with(char::is_alphanumeric);
    signs || !letter(key[..at].chars().next_back()) && !ends(key[at + word.len()..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Role {
        Heading::of(text).role
    }

    #[test]
    fn columns_are_recognised() {
        use Comparison as C;
        for (headings, role) in [
            ("TT|STT|Số TT|No.|Stt", Role::Mark),
            (
                "Chỉ tiêu|TÊN CHỈ TIÊU|Nội dung|chi tieu|Các chỉ tiêu chủ yếu|Indicator|Chỉ tiêu\nIndicators",
                Role::Name,
            ),
            ("ĐVT|Đơn vị tính|Đơn vị|Unit|don vi tinh|Đơn vị tính\nUnit", Role::Unit),
            ("Ghi chú|Note", Role::Note),
            ("Đánh giá|Đánh giá kết quả|Assessment", Role::Verdict),
            (
                "UTH/KH|ƯTH 2024/KH 2024|% KH|So với KH (%)|So sánh (%) · ƯTH/KH|Thực hiện so với kế hoạch (%)|Tỷ lệ % so KH|So với dự toán (%)|So sánh · Kế hoạch|% of plan|ĐTH-KH|Đạt KH (%)|plan_percent|Tỷ lệ hoàn thành kế hoạch|Mức độ hoàn thành (%)|Rate of completion|Achievement (%)|Tiến độ (%)|TH 9T/KH năm (%)|9 tháng/KH năm (%)",
                Role::Comparison(C::Plan),
            ),
            (
                "UTH/CK|So với cùng kỳ (%)|% cùng kỳ|ƯTH 2024/TH 2023|So sánh (%) · UTH/CK|So sánh với TH 2023 (%)|So sánh · Cùng kỳ",
                Role::Comparison(C::Previous),
            ),
            (
                "Tăng, giảm so với cùng kỳ (%)|Tốc độ tăng so với năm 2023|% tăng giảm",
                Role::Comparison(C::Growth),
            ),
            (
                "So sánh (%)|So sánh|Tỷ lệ|Tỷ lệ (%)|percent|% thực hiện|Tỷ lệ thực hiện (%)|Thực hiện · %HT",
                Role::Comparison(C::Either),
            ),
            ("KH 2025/ƯTH 2024|KH 2025 so với KH 2024 (%)", Role::Comparison(C::Planned)),
            ("Thứ hạng|Cơ quan chủ trì", Role::Unknown),
        ] {
            for heading in headings.split('|') {
                assert_eq!(told(heading), role, "{heading}");
            }
        }
    }

    #[test]
    fn values_are_recognised_with_their_periods() {
        for (heading, year) in [
            ("Kế hoạch", None),
            ("KH 2024", Some(2024)),
            ("KH2024", Some(2024)),
            ("Nghị quyết", None),
            ("Mục tiêu năm 2025", Some(2025)),
            ("Năm 2024 · Kế hoạch", Some(2024)),
            ("Kế hoạch · 2024", Some(2024)),
            ("Dự toán 2024 (tỷ đồng)", Some(2024)),
            ("Plan 2024", Some(2024)),
            ("KH 2021-2025", Some(2025)),
            ("Kế hoạch (%)", None),
            ("plan_value", None),
            ("Nghị quyết 12-NQ/TU", None),
            ("NQ số 45/NQ-HĐND", None),
            ("Chỉ tiêu năm 2024", Some(2024)),
            ("Kế hoạch · Tỷ đồng", None),
        ] {
            let Role::Plan(when) = told(heading) else { panic!("{heading}: {:?}", told(heading)) };
            assert_eq!(when.year, year, "{heading}");
        }
        for (heading, months) in [
            ("Tháng 8/2025", 1),
            ("Lũy kế 8 tháng", 8),
            ("Quý III/2024", 3),
            ("TH 9T/2024", 9),
            ("TH T9/2024", 1),
            ("6 THÁNG ĐẦU NĂM", 6),
            ("Ước cả năm", 12),
        ] {
            let Role::Actual(when) = told(heading) else {
                panic!("{heading}: {:?}", told(heading))
            };
            assert_eq!(when.months, months, "{heading}");
        }
        for (heading, year, estimate, part, previous) in [
            ("Thực hiện", None, false, false, false),
            ("Ước thực hiện năm 2024", Some(2024), true, false, false),
            ("ƯTH 2024", Some(2024), true, false, false),
            ("TH 2023", Some(2023), false, false, false),
            ("Năm 2024 · Thực hiện 6 tháng", Some(2024), false, true, false),
            ("TH cùng kỳ", None, false, false, true),
            ("Kết quả", None, false, false, false),
            ("Thực hiện đến 30/9/2024", Some(2024), false, false, false),
            ("2019", Some(2019), false, false, false),
            ("Năm 2020", Some(2020), false, false, false),
            ("Sơ bộ\nPrel. 2023", Some(2023), true, false, false),
            ("Thực hiện · 2022", Some(2022), false, false, false),
            ("Estimate 2024", Some(2024), true, false, false),
        ] {
            let months = if part { 6 } else { 12 };
            let expected = When { year, estimate, part, months, previous };
            assert_eq!(told(heading), Role::Actual(expected), "{heading}");
        }
    }
}
