//! The measure that a heading names, besides plan, result, period and comparison: "lượng", "trị
//! giá", "tỉnh giao". If a table has several measures, each comparison belongs to one of them.

use super::comparison_sides::without_unit;
use super::phrases::{ACTUAL_WORDS, PLAN_WORDS, VALUE_WORDS, key};
use crate::lexicon::periods::period_words::{PREVIOUS_WORDS, year};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::accented;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/measures.txt");

/// Phrases that do not name a measure.
static PHRASES: WordList = WordList::of(FILE, "no measure");

/// Words that name a measure only together: "đầu tư" is neither "đầu" nor "từ".
static TOGETHER: WordList = WordList::of(FILE, "together");

/// Words that do not name a measure.
static WORDS: WordList = WordList::of(FILE, "words");

/// How an area or a harvest is counted: "gieo trồng", folded.
pub(crate) static CROP_STAGES: WordList = WordList::of(FILE, "crop stages");

/// What a heading that counts something begins with.
const COUNTS: [&str; 3] = ["số ", "tổng số ", "number of "];
/// What has a number that counts nothing: "Số điện thoại".
const NUMBERED: [&str; 7] =
    ["điện thoại", "tài khoản", "hiệu", "thứ tự", "trang", "định danh", "quyết định"];

/// Returns the words of the measure that a heading names.
pub(crate) fn measure(heading: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for level in heading.split(" · ") {
        // "Giá trị" next to "Lượng"; in longer headings it is any value.
        if is_value_alone(level) && !words.iter().any(|known| known == "giatri") {
            words.push("giatri".to_owned());
            continue;
        }
        let mut key = format!(" {} ", key(&without_unit(level)).replace(['/', '-', '+', '·'], " "));
        for phrase in TOGETHER.iter() {
            key = key.replace(&format!(" {phrase} "), &format!(" {} ", phrase.replace(' ', "")));
        }
        let phrases = PHRASES.iter().chain(PREVIOUS_WORDS.iter()).chain(PLAN_WORDS.iter());
        for phrase in phrases.chain(ACTUAL_WORDS.iter()).chain(VALUE_WORDS.iter()) {
            key = key.replace(&format!(" {phrase} "), " ");
        }
        let spaced: Vec<&str> = key.split_whitespace().collect();
        // "May 2025" is a month, "may" is sewing.
        let is_may = |at: usize| {
            spaced[at] == "may" && spaced.get(at + 1).is_some_and(|next| year(next).is_some())
        };
        let kept = (0..spaced.len()).filter(|at| !is_may(*at)).map(|at| spaced[at]);
        let kept = kept.filter(|word| {
            !WORDS.contains(word) && !word.contains(|c: char| c.is_ascii_digit() || c == '%')
        });
        for word in kept {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    words
}

/// Whether a level of a heading is "Giá trị", with its unit.
fn is_value_alone(level: &str) -> bool {
    let bare = without_unit(level);
    key(&bare).trim() == "gia tri" && bare.len() < level.trim().len()
}

/// Whether a heading counts something, so that it needs no unit: "Số lớp", "Tổng số học sinh".
pub(crate) fn is_count(heading: &str) -> bool {
    let level = heading.rsplit(" · ").next().unwrap_or_default();
    let lower = accented(level.trim());
    // With its accent: "sở" is an office.
    COUNTS.iter().any(|count| {
        let rest = lower.strip_prefix(count).map(str::trim);
        rest.is_some_and(|rest| {
            !rest.is_empty() && !NUMBERED.iter().any(|numbered| rest.starts_with(numbered))
        })
    })
}

/// What a heading counts, as published: "hộ nghèo" of "Số hộ nghèo", "hộ" of "Tổng số hộ".
pub(crate) fn counted(heading: &str) -> Option<&str> {
    let heading = heading.trim();
    let begins =
        |count: &&str| heading.get(..count.len()).is_some_and(|own| accented(own) == **count);
    let count = COUNTS.iter().find(|count| begins(count))?;
    heading.get(count.len()..).map(str::trim).filter(|rest| !rest.is_empty())
}

/// Whether a heading is the quantity of goods, and nothing else: "Số lượng (cái)".
pub(crate) fn is_quantity_of_goods(heading: &str) -> bool {
    let key = key(&without_unit(heading));
    matches!(key.as_str(), "luong" | "so luong" | "khoi luong" | "quantity" | "volume")
}

/// Whether a heading is the price of one of some goods, or what all of them cost, and nothing else: "Đơn giá", "Thành
/// tiền (đồng)".
pub(crate) fn is_price_or_sum(heading: &str) -> bool {
    let key = key(&without_unit(heading));
    matches!(key.as_str(), "don gia" | "unit price" | "price" | "amount") || is_amount(heading)
}

/// Whether a heading is an amount of money and nothing else: "Số tiền (triệu đồng)".
pub(crate) fn is_amount(heading: &str) -> bool {
    let key = key(&without_unit(heading));
    matches!(key.as_str(), "so tien" | "tong so tien" | "thanh tien" | "tong tien")
}

/// Returns the number of words that two measures share.
pub(crate) fn shared(one: &[String], other: &[String]) -> usize {
    one.iter().filter(|word| other.contains(word)).count()
}

/// Whether two value columns may have the same measure, in different periods: one of them names
/// none, or both name the same.
pub(crate) fn is_same(one: &[String], other: &[String]) -> bool {
    one.is_empty()
        || other.is_empty()
        || one.len() == other.len() && shared(one, other) == one.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extracts_the_measure_of_a_heading() {
        for (heading, words) in [
            ("Ước TH 11 tháng · Lượng (nghìn tấn)", "luong"),
            ("So cùng kỳ (%) · Trị giá", "tri gia"),
            ("KH lúa (ha)", "lua"),
            ("% lúa", "lua"),
            ("Kế hoạch tỉnh giao", "tinh"),
            ("% so huyện giao", "huyen"),
            ("Lũy kế 10 tháng", ""),
            ("Ước tính tháng 10 năm 2023", ""),
            ("Thực hiện cùng kỳ năm trước", ""),
            ("Tỷ lệ bao phủ (%)", "bao phu"),
            ("Implementation in October 2025", ""),
            ("May 2025 · Quantity", "quantity"),
            ("Hàng may", "hang may"),
            ("Tỷ lệ giải ngân (%) · Vốn trong nước", "von trongnuoc"),
        ] {
            assert_eq!(measure(heading).join(" "), words, "{heading}");
        }
    }
}
