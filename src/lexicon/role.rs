//! The role of a column, inferred from its heading in Vietnamese or English; accents and case are
//! ignored.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::comparison::{Comparison, comparison};
use super::comparison_sides::{index_base, without_unit};
use super::measure::measure;
use super::period;
use super::period_words::{HeadingPeriod, PREVIOUS_WORDS, WHOLE_WORDS, is_period, names_a_part};
use super::phrases::{
    ACTUAL_WORDS, PLAN_WORDS, Prefixes, VALUE_WORDS, first, has, is_about_dates, is_remaining, key,
};
use super::unit;
use super::{ranking, verdict};
use crate::model::Period;
use crate::text::fold;

/// The role of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// TT: the numbering.
    Mark,
    /// Chỉ tiêu.
    Name,
    /// ĐVT.
    Unit,
    /// Kế hoạch.
    Plan(HeadingPeriod),
    /// Thực hiện, or a year.
    Actual(HeadingPeriod),
    /// A comparison of two values.
    Comparison(Comparison),
    /// A position in a ranking: "Xếp hạng 2023".
    Rank(HeadingPeriod),
    /// Places gained since an earlier ranking: "Tăng/giảm bậc".
    RankChange,
    /// The maximum of a score: "Điểm tối đa".
    Scale,
    /// The heading itself is a verdict, and a cross marks its rows: "Đạt | Không đạt".
    Cross,
    /// Known, but neither value nor verdict: "Direction of Travel". It is kept in the notes.
    Aside,
    /// Đánh giá: Vượt, Đạt, Không đạt.
    Verdict,
    /// Ghi chú.
    Note,
    /// A direction given by the file.
    Better,
    /// The id used by scripts.
    Id,
    /// The section of each row.
    Section,
    /// Not understood.
    Unknown,
}

/// The parsed heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// As published, with the levels of a merged heading separated by " · ".
    pub(crate) text: String,
    pub(crate) role: Role,
    /// A unit in the heading: "Kế hoạch (tỷ đồng)".
    pub(crate) unit: Option<String>,
}

/// The most bytes of a heading.
const LONGEST: usize = 600;

/// The most bytes of a heading of names.
const LONGEST_NAME: usize = 80;

const ASIDE: &[&str] = &[
    "direction of travel",
    "baseline",
    "hien trang",
    "gia tri co so",
    "dot",
    "trend",
    "xu huong",
    "trong so",
    "weight",
    "weighting",
    "frequency",
    "tan suat",
    "owner",
    "lead officer",
    "responsible officer",
    "co quan chu tri",
    "don vi chu tri",
    "don vi phu trach",
    "don vi thuc hien",
    "co quan thuc hien",
    "co quan theo doi",
];
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
    "performance measure",
    "performance indicator",
    "measure",
    "measures",
    "kpi",
    "kpis",
    "pi",
    "metric",
    "metrics",
    "key result",
    "key results",
    "key performance indicator",
    "ten kpi",
    "chi so kpi",
    "ket qua then chot",
];
/// The first words of longer headings of names: "Chỉ tiêu chủ yếu", "Các chỉ tiêu kinh tế".
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
    "don vi tinh unit",
];
const NOTE: &[&str] = &[
    "ghi chu",
    "note",
    "notes",
    "remark",
    "remarks",
    "nguyen nhan",
    "giai trinh",
    "ly do",
    "comment",
    "comments",
    "commentary",
];
const VERDICT: &[&str] = &[
    "danh gia",
    "ket luan",
    "xep loai",
    "assessment",
    "verdict",
    "nhan xet",
    "danh gia ket qua",
    "ket qua danh gia",
    "tu danh gia",
    "danh gia chung",
    "tu xep loai",
    "ket qua xep loai",
    "danh gia muc do hoan thanh",
    "status",
    "rating",
    "rag",
    "rag status",
    "rag rating",
    "performance rag",
    "rag performance",
    "current rag",
    "traffic light",
    "trang thai",
    "tinh trang",
];
/// Words for a requirement, in headings without a plan word.
const REQUIRED: &[&str] = &[
    "yeu cau",
    "muc yeu cau",
    "quy dinh",
    "theo quy dinh",
    "muc quy dinh",
    "tieu chuan",
    "dinh muc",
    "standard",
    "threshold",
];
const BETTER: &[&str] = &[
    "better to be",
    "better if",
    "aim",
    "high/low is good",
    "better",
    "chieu tot",
    "huong tot",
    "tot hon",
    "polarity",
    "good performance is",
    "good performance",
    "good is",
    "good to be",
    "what is good",
    "desired direction",
    "desired trend",
    "high or low is good",
    "good",
];
const ID: &[&str] = &[
    "id",
    "ma",
    "ma so",
    "ma chi tieu",
    "ma kpi",
    "kpi code",
    "code",
    "ref",
    "ref no",
    "reference",
    "pi ref",
    "kpi ref",
    "pi code",
    "kpi no",
];
const SECTION: &[&str] = &[
    "section",
    "muc",
    "linh vuc",
    "nhom",
    "department",
    "directorate",
    "service",
    "service area",
    "theme",
    "priority",
    "portfolio",
    "perspective",
    "objective",
    "category",
    "domain",
    "vung",
    "khu vuc",
    "region",
    "vien canh",
    "khia canh",
    "khoa",
    "khoa/phong",
    "khoa phong",
    "phong ban",
    "bo phan",
];

impl Heading {
    /// Parses a heading.
    pub(crate) fn of(text: &str) -> Self {
        // A longer text is no heading, and the word search would be slow.
        if text.len() > LONGEST {
            return Self { text: text.to_owned(), role: Role::Unknown, unit: None };
        }
        // A level may be a unit and nothing else: "Thực hiện · Tỷ đồng". A percentage may also be a
        // comparison. "Hạng" under "Năm 2023" is no unit; "Điểm" under "Kế hoạch" is one.
        let planned = has(&key(text), PLAN_WORDS);
        let is_unit = |level: &&str| {
            let ranks = || matches!(ranking::role(level), Some(Role::Actual(_)) if !planned);
            let places = || matches!(ranking::role(level), Some(Role::Rank(_)));
            level.trim() != "%" && unit::is_unit(level) && !ranks() && !places()
        };
        let (units, levels): (Vec<&str>, Vec<&str>) = text.split(" · ").partition(is_unit);
        let own = text;
        let unleveled = levels.join(" · ");
        let text = if levels.is_empty() { text } else { unleveled.as_str() };
        let of_level = units.last().filter(|_| !levels.is_empty()).map(|unit| (*unit).to_owned());
        let unit = unit::in_heading(text).or(of_level);
        let last = text.rsplit(" · ").next().unwrap_or(text);
        let role = match role(last) {
            // Regardless of the level above: "Còn lại" under "Thực hiện".
            Role::Unknown if is_remaining(&key(last)) || is_about_dates(&key(last)) => {
                Role::Unknown
            }
            // The lowest level alone may not be enough: "2024" under "Kế hoạch".
            Role::Unknown => match role(text) {
                Role::Unknown if last != text && may_be_measured(&key(last)) => of_period(&levels),
                role => role,
            },
            // "Tỷ lệ (%)" under "Thực hiện" compares the result with something.
            Role::Comparison(Comparison::Either) if last != text => match role(text) {
                Role::Comparison(Comparison::Previous) if !has(&key(text), PREVIOUS_WORDS) => {
                    Role::Comparison(Comparison::Either)
                }
                Role::Unknown => Role::Comparison(Comparison::Either),
                role => role,
            },
            own @ (Role::Plan(_) | Role::Actual(_)) if last != text => match (own, role(text)) {
                // "Giá trị" under "So với cùng kỳ" names the value that is compared.
                (Role::Actual(when), comparison @ Role::Comparison(_))
                    if when == HeadingPeriod::of("") && !has(&key(last), ACTUAL_WORDS) =>
                {
                    comparison
                }
                // "2024" under "Chỉ số phát triển (năm trước = 100)".
                (Role::Actual(_), comparison @ Role::Comparison(_))
                    if index_base(text).is_some() =>
                {
                    comparison
                }
                // "Kế hoạch" under "So sánh".
                (_, Role::Comparison(_)) => role(&format!("so voi {last}")),
                // "Thực hiện" under "Kế hoạch 2024" is the result of 2024.
                (Role::Plan(_), Role::Actual(when)) => Role::Plan(when),
                (Role::Actual(_), Role::Plan(when)) if has(&key(last), ACTUAL_WORDS) => {
                    Role::Actual(when)
                }
                (_, with_period) => with_period,
            },
            // "Hạng" under "Năm 2023".
            Role::Rank(_) if last != text => role(text),
            role => role,
        };
        // "Cùng kỳ năm trước (%)" alone may be last year's rate or a comparison with it: it is
        // ambiguous.
        let previous = matches!(&role, Role::Actual(when) if when.previous);
        if previous && unit.as_deref() == Some("%") && measure(own).is_empty() {
            return Self { text: own.to_owned(), role: Role::Unknown, unit: None };
        }
        let in_percent = last.trim() == "%" && matches!(role, Role::Plan(_) | Role::Actual(_));
        let unit = unit.or_else(|| in_percent.then(|| "%".to_owned()));
        let mut heading = Self { text: own.to_owned(), role, unit };
        if heading.unit.is_none() && ranking::is_of_scores(&heading) && !text.is_ascii() {
            heading.unit = Some("điểm".to_owned());
        }
        heading
    }
}

/// Returns the role of a heading with a level that is a period, or a plan or result for one: "6
/// tháng năm 2024 · Theo giá hiện hành".
fn of_period(levels: &[&str]) -> Role {
    let role = levels.iter().rev().map(|level| role(level));
    role.into_iter()
        .find(|role| matches!(role, Role::Plan(_) | Role::Actual(_)))
        .unwrap_or(Role::Unknown)
}

/// Whether a level below a period may name a measure, and not a rank or an office in charge.
fn may_be_measured(key: &str) -> bool {
    const OTHERS: &[&str] = &[
        "hang",
        "xep hang",
        "xep loai",
        "xep thu",
        "vi thu",
        "rank",
        "ranking",
        "co quan",
        "don vi",
        "trach nhiem",
        "chu tri",
        "phu trach",
        "nguyen nhan",
        "owner",
        "ma",
        "loai",
        "danh gia",
    ];
    !key.is_empty() && !has(key, OTHERS) && !is_remaining(key) && !is_about_dates(key)
}

/// Returns the words of a heading besides plan, result and period: "Diện tích" of "Diện tích · KH
/// 2024".
pub(crate) fn subject(text: &str) -> String {
    let levels = text.split(" · ");
    let unknown = levels.filter(|level| {
        let period = is_part(level) || has(&key(level), WHOLE_WORDS);
        role(level) == Role::Unknown && !period && !unit::is_unit(level)
    });
    key(&unknown.collect::<Vec<_>>().join(" "))
}

/// Whether a text names a part of a year: "6 tháng", "quý III".
pub(crate) fn is_part(text: &str) -> bool {
    names_a_part(&key(text))
}

/// Whether a text is the heading of names.
pub(crate) fn is_name(text: &str) -> bool {
    if text.len() > LONGEST_NAME || !may_be_name(text) {
        return false;
    }
    let key = key(text);
    let first = text.lines().next().map(self::key).unwrap_or_default();
    is_name_key(&key) || NAME.contains(&first.as_str())
}

/// Whether the first letters of a text, or of a part of it, may start such a heading: a fast filter
/// for every cell of a table.
fn may_be_name(text: &str) -> bool {
    static PREFIXES: LazyLock<Prefixes> =
        LazyLock::new(|| Prefixes::of(NAME.iter().chain(NAME_BEGINS).copied()));
    // Vietnamese letters start with these bytes; other letters, such as full-width ones, need the
    // whole comparison.
    let usual = |byte: u8| matches!(byte, 0..0xca | 0xe1);
    let begins = |part: &str| {
        let mut letters = part.trim_start_matches(|c: char| !c.is_alphanumeric()).chars();
        let mut next = || letters.next().map(|c| fold::letter(c).unwrap_or(c as u8 | 0x20));
        next().zip(next()).is_some_and(|(first, second)| PREFIXES.has(first, second))
    };
    let part = |(at, byte): (usize, u8)| matches!(byte, b'/' | b'-') && begins(&text[at..]);
    begins(text) || text.bytes().enumerate().any(|(at, byte)| !usual(byte) || part((at, byte)))
}

/// Whether a key is a heading of names: "Chỉ tiêu", "Chỉ tiêu chủ yếu", "Lĩnh vực/Chỉ tiêu".
fn is_name_key(key: &str) -> bool {
    NAME.contains(&key)
        || NAME_BEGINS.iter().any(|begin| key.starts_with(begin))
        || key.split(['/', '-']).any(|part| NAME.contains(&part.trim()))
            && !has(key, PLAN_WORDS)
            && !key.contains('%')
}

/// Whether a heading asks for a verdict: "Đạt/Không đạt", or a heading with such answers in
/// brackets: "Kết quả rà soát (Đạt/Chưa đạt)".
fn asks_for_verdict(text: &str) -> bool {
    let answers = match text.split_once('(') {
        Some((_, answers)) => answers.trim_end_matches([')', ' ']),
        None => text,
    };
    let mut parts = answers.split(['/', ',', ';']);
    answers.contains(['/', ',', ';']) && parts.all(|part| verdict::verdict(part).is_some())
}

/// Whether a heading is a count, without words for shares or comparisons: "Số hộ nghèo giảm".
fn counts(text: &str, key: &str) -> bool {
    const COMPARES: &[&str] = &["so voi", "so sanh", "ty le", "ti le", "cung ky"];
    let text = text.trim_start().to_lowercase();
    let number = ["số ", "tổng số "].iter().any(|word| text.starts_with(word));
    let moves = has(key, &["tang", "giam"]);
    number && moves && !key.contains(['%', '/', '·']) && !has(key, COMPARES)
}

/// Returns a key without the word "số": folded, it equals the "so" of comparisons, as in "Con số
/// quý này".
fn without_numbers<'k>(text: &str, key: &'k str) -> Cow<'k, str> {
    if text.is_ascii() {
        return Cow::Borrowed(key);
    }
    let text: String = text.nfc().collect();
    // "Chỉ số" is an index.
    let numbers = |text: &str, number: &str, index: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let after_index = |at: usize| at > 0 && words[at - 1] == index;
        (0..words.len()).filter(|at| words[*at] == number && !after_index(*at)).count()
    };
    let own = numbers(&text.to_lowercase(), "số", "chỉ");
    if own == 0 || own < numbers(key, "so", "chi") {
        return Cow::Borrowed(key);
    }
    let words: Vec<&str> = key.split(' ').collect();
    let kept =
        (0..words.len()).filter(|at| words[*at] != "so" || *at > 0 && words[*at - 1] == "chi");
    Cow::Owned(kept.map(|at| words[at]).collect::<Vec<_>>().join(" "))
}

/// Returns a key without its price basis: "giá so sánh 2010" is no comparison, and 2010 is not its
/// year.
fn without_prices(key: String) -> String {
    const PRICES: [&str; 4] =
        ["theo gia so sanh", "gia so sanh", "theo gia hien hanh", "gia hien hanh"];
    let Some((at, prices)) = PRICES.iter().find_map(|prices| Some((key.find(prices)?, prices)))
    else {
        return key;
    };
    let behind = key[at + prices.len()..].trim_start();
    let behind = behind.strip_prefix("nam ").unwrap_or(behind);
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = if behind.len() - rest.len() == 4 { rest } else { behind };
    format!("{} {}", key[..at].trim_end(), behind.trim_start()).trim().to_owned()
}

/// Returns the role of a rate that is planned or reached itself: "Kết quả tỷ lệ hộ nghèo năm 2024",
/// not "Kết quả so với KH".
fn rate(key: &str, when: HeadingPeriod) -> Option<Role> {
    const PLANNED: &[&str] = &["chi tieu", "muc tieu", "ke hoach", "kh"];
    const REACHED: &[&str] = &["ket qua", "thuc hien", "uoc thuc hien", "th", "uth"];
    const COMPARES: &[&str] =
        &["so", "thuc", "hoan", "dat", "giai", "tang", "giam", "phan", "th", "uth"];
    let rest = |begin: &&str| key.strip_prefix(*begin)?.strip_prefix(" ty le ");
    let (planned, reached) = (PLANNED.iter().find_map(rest), REACHED.iter().find_map(rest));
    let subject = planned.or(reached)?.split(' ').next()?;
    let own = subject.starts_with(char::is_alphabetic) && !COMPARES.contains(&subject);
    own.then(|| if planned.is_some() { Role::Plan(when) } else { Role::Actual(when) })
}

/// Returns the role of a single text.
fn role(text: &str) -> Role {
    let key = without_prices(key(text));
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
        (ASIDE, Role::Aside),
    ];
    // A heading in two languages is recognized if either of its lines, or either side of its dash,
    // is.
    let lines: Vec<String> = text.lines().map(self::key).collect();
    let sides = key.contains(['-', '/']);
    for (words, role) in exact {
        let known = |part: &str| words.contains(&part.trim());
        if known(bare)
            || lines.iter().any(|line| known(line))
            || sides && key.split(['-', '/']).all(known)
        {
            return role;
        }
    }
    if asks_for_verdict(text) {
        return Role::Verdict;
    }
    // The values decide what is left over, of a plan or of another year.
    if matches!(
        key.as_str(),
        "dat"
            | "hoan thanh"
            | "chenh lech"
            | "chenh lech +/-"
            | "progress"
            | "completion"
            | "tien do"
    ) {
        return Role::Comparison(Comparison::Either);
    }
    if is_name_key(&key) {
        return Role::Name;
    }
    if index_base(text).is_some() {
        return Role::Comparison(Comparison::Previous);
    }
    let when = HeadingPeriod::of(&key);
    // A value on a date: "Thời điểm 01/10/2024".
    if key.starts_with("thoi diem") && when.year.is_some() {
        return Role::Actual(when);
    }
    if is_remaining(&key) || is_about_dates(&key) {
        return Role::Unknown;
    }
    if let Some(role) = ranking::role(text) {
        return role;
    }
    if REQUIRED.contains(&key.as_str()) {
        return Role::Plan(when);
    }
    // "Baseline 2020" is a value of its year.
    let based = ["baseline ", "hien trang "].iter().any(|base| key.starts_with(base));
    if based && when.year.is_some() {
        return Role::Actual(when);
    }
    if let Some(role) = rate(&key, when.clone()) {
        return role;
    }
    if counts(text, &key) {
        // "Số hộ nghèo đã giảm" is a count, not a comparison.
        let done = text.to_lowercase().contains(" đã ");
        return match (has(&key, PLAN_WORDS), done || has(&key, ACTUAL_WORDS)) {
            (true, false) => Role::Plan(when),
            (_, true) => Role::Actual(when),
            (false, false) => Role::Unknown,
        };
    }
    if let Some(comparison) = comparison(&without_numbers(text, &key)) {
        return Role::Comparison(comparison);
    }
    if matches!(
        key.as_str(),
        "current"
            | "current value"
            | "latest"
            | "latest value"
            | "hien tai"
            | "ytd"
            | "so luong"
            | "quantity"
            | "year to date"
    ) {
        return Role::Actual(when);
    }
    // "Kế hoạch thực hiện" is a plan; "Thực hiện kế hoạch" is a result.
    match (first(&key, PLAN_WORDS), first(&key, ACTUAL_WORDS)) {
        (Some(plan), Some(actual)) if actual < plan => Role::Actual(when),
        (Some(_), _) => Role::Plan(when),
        (None, Some(_)) => Role::Actual(when),
        (None, None) if when.previous || has(&key, VALUE_WORDS) => Role::Actual(when),
        (None, None) if is_period(&key) || period::is_period(text) => Role::Actual(when),
        // "Dư nợ tại 30/9/2024"
        (None, None) if period::parse(text).is_some_and(Period::is_on_a_day) => Role::Actual(when),
        (None, None) => {
            let bare = without_unit(text);
            match is_period(&self::key(&bare)) || period::is_period(&bare) {
                true => Role::Actual(when),
                false => Role::Unknown,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role_of(text: &str) -> Role {
        Heading::of(text).role
    }

    #[test]
    fn the_name_filter_accepts_every_name_heading() {
        for name in
            NAME.iter().chain(NAME_BEGINS).chain(&["Chỉ tiêu", "CHỈ TIÊU", "tên", "Ｎａｍｅ"])
        {
            for text in [format!("({name})"), format!("Lĩnh vực / {name}"), format!("a–{name}")]
            {
                assert!(may_be_name(&text) && may_be_name(&text.to_uppercase()), "{text}");
            }
        }
        for text in ["Số hộ nghèo", "57.430,3", "-4,13", "tỷ đồng/xã", ""] {
            assert!(!may_be_name(text), "{text}");
        }
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
            (
                "ĐVT|Đơn vị tính|Đơn vị|Unit|don vi tinh|Đơn vị tính\nUnit|Đơn vị tính - Unit|ĐVT/Unit",
                Role::Unit,
            ),
            ("Ghi chú|Note", Role::Note),
            (
                "Đánh giá|Tự đánh giá|Kết quả đánh giá|Đánh giá kết quả|Assessment|Đánh giá (Đạt/Không đạt)|Đạt/Chưa đạt",
                Role::Verdict,
            ),
            (
                "UTH/KH|ƯTH 2024/KH 2024|% KH|So với KH (%)|So sánh (%) · ƯTH/KH|Thực hiện so với kế hoạch (%)|Tỷ lệ % so KH|So với dự toán (%)|So sánh · Kế hoạch|% of plan|ĐTH-KH|Đạt KH (%)|plan_percent|Tỷ lệ hoàn thành kế hoạch|Hoàn thành KH năm|Hoàn thành so với kế hoạch|Mức độ hoàn thành|Mức độ hoàn thành (%)|Rate of completion|Achievement (%)|Tiến độ (%)|TH 9T/KH năm (%)|9 tháng/KH năm (%)|Est./Plan (%)",
                Role::Comparison(C::Plan),
            ),
            (
                "UTH/CK|So với cùng kỳ (%)|% cùng kỳ|ƯTH 2024/TH 2023|So sánh (%) · UTH/CK|So sánh với TH 2023 (%)|So sánh · Cùng kỳ|Compared with 2023 (%)|So với năm 2023 (%)|Sơ bộ 2023/Prel. 2022",
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
            (
                "Chưa thực hiện|Còn lại phải thực hiện|Giá trị còn lại|Thực hiện · Còn lại|Tỷ lệ chưa thực hiện (%)|Thời hạn hoàn thành|Ngày hoàn thành|Thời gian thực hiện|Kế hoạch · Thời hạn hoàn thành|Số xã hoàn thành|Đơn vị hoàn thành|Remaining value|Result · Not yet achieved",
                Role::Unknown,
            ),
        ] {
            for heading in headings.split('|') {
                assert_eq!(role_of(heading), role, "{heading}");
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
            ("Kế hoạch - Plan 2024", Some(2024)),
            ("Giá trị · Kế hoạch", None),
            ("Giá trị kế hoạch", None),
            ("Thực hiện năm 2024 · Kế hoạch", Some(2024)),
            ("Kế hoạch · Giá trị", None),
        ] {
            let Role::Plan(when) = role_of(heading) else {
                panic!("{heading}: {:?}", role_of(heading))
            };
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
            ("Thực hiện đến 30/9/2024", 9),
        ] {
            let Role::Actual(when) = role_of(heading) else {
                panic!("{heading}: {:?}", role_of(heading))
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
            ("2019", Some(2019), false, false, false),
            ("Năm 2020", Some(2020), false, false, false),
            ("Sơ bộ\nPrel. 2023", Some(2023), true, false, false),
            ("Sơ bộ - Prel. 2023", Some(2023), true, false, false),
            ("Thực hiện/Actual", None, false, false, false),
            ("Thực hiện · 2022", Some(2022), false, false, false),
            ("Kế hoạch năm 2024 · Thực hiện", Some(2024), false, false, false),
            ("Giá trị · Thực hiện", None, false, false, false),
            ("Ngày 30/6/2024 · Thực hiện", Some(2024), false, false, false),
            ("Giá trị", None, false, false, false),
            ("Estimate 2024", Some(2024), true, false, false),
        ] {
            let months = if part { 6 } else { 12 };
            let expected = HeadingPeriod { year, estimate, part, months, previous };
            assert_eq!(role_of(heading), Role::Actual(expected), "{heading}");
        }
    }
}
