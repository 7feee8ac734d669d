//! Which direction is the good one, assumed from the words of a name where the file does not say.
//!
//! | words | assumed |
//! | --- | --- |
//! | nghèo, suy dinh dưỡng, thất nghiệp, tai nạn, tử vong, nợ xấu, bỏ học … | less is better |
//! | giảm, mức giảm before one of them | more is better: it is the fall that is counted |
//! | thu ngân sách, GRDP, che phủ rừng, bảo hiểm y tế, nông thôn mới … | more is better |
//!
//! Anything else has no direction.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::facts::{is_one_line, one_line};
use crate::model::Better;

const LESS: &[&str] = &[
    "ngheo",
    "suy dinh duong",
    "that nghiep",
    "thieu viec lam",
    "tai nan",
    "tu vong",
    "no xau",
    "bo hoc",
    "toi pham",
    "o nhiem",
    "nhiem hiv",
    "tu suat",
    "tao hon",
    "sinh con thu 3",
    "that thoat",
    "thiet hai",
    "no dong",
    "poverty",
    "malnutrition",
    "unemployment",
    "mortality",
    "accident",
];

const MORE: &[&str] = &[
    "thu ngan sach",
    "grdp",
    "tong san pham",
    "thu nhap",
    "che phu rung",
    "bao hiem",
    "nong thon moi",
    "qua dao tao",
    "giai quyet viec lam",
    "viec lam moi",
    "tao viec lam",
    "giuong benh",
    "bac si",
    "nuoc sach",
    "hop ve sinh",
    "dat chuan",
    "xuat khau",
    "khach du lich",
    "von dau tu",
    "ban le",
    "doanh thu",
    "trong rung",
    "toc do tang",
    "tang truong",
    "san luong",
    "gia tri san xuat",
    "thu gom",
    "van hoa",
    "xuat ban",
    "nang suat",
];

/// "Giảm tỷ lệ hộ nghèo" counts the fall.
const FALL: &[&str] = &["giam", "muc giam", "thoat", "xoa", "reduction"];

/// What words say of a direction.
#[derive(Debug, Clone, Copy)]
enum Says {
    Less,
    Fall,
    More,
}

/// Words, and what they say, by the two letters that they begin with.
type ByLetters = HashMap<[u8; 2], Vec<(&'static str, Says)>, FixedState>;

/// All words: asked of every name, two letters rule out most.
static BY_LETTERS: LazyLock<ByLetters> = LazyLock::new(|| {
    let mut by_letters = ByLetters::default();
    for (words, says) in [(LESS, Says::Less), (FALL, Says::Fall), (MORE, Says::More)] {
        for word in words {
            let letters = word.as_bytes().first_chunk().copied();
            by_letters.entry(letters.unwrap_or_default()).or_default().push((*word, says));
        }
    }
    by_letters
});

/// The direction that the words of a folded name let assume.
pub(super) fn assumed(folded: &str) -> Option<Better> {
    let once = is_one_line(folded);
    let key = if once { Cow::Borrowed(folded) } else { Cow::Owned(one_line(folded)) };
    let (mut less, mut fall, mut more) = (None, None, None);
    let beginnings = memchr::memchr_iter(b' ', key.as_bytes()).map(|space| space + 1);
    for at in [0].into_iter().chain(beginnings) {
        let rest = &key[at..];
        let words = rest.as_bytes().first_chunk().and_then(|letters| BY_LETTERS.get(letters));
        for (word, says) in words.into_iter().flatten() {
            if rest.starts_with(word) {
                let first = match says {
                    Says::Less => &mut less,
                    Says::Fall => &mut fall,
                    Says::More => &mut more,
                };
                first.get_or_insert(at);
            }
        }
    }
    match (less, fall) {
        (Some(less), Some(fall)) if fall < less => Some(Better::Higher),
        // "Tỷ lệ giảm nghèo", "Số hộ nghèo giảm": also the fall.
        (Some(_), Some(_)) if key.ends_with("giam") => Some(Better::Higher),
        (Some(_), _) => Some(Better::Lower),
        (None, None) => more.map(|_| Better::Higher),
        (None, Some(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn directions_follow_the_words() {
        for (name, better) in [
            ("Tỷ lệ hộ nghèo", Some(Better::Lower)),
            ("Giảm tỷ lệ hộ nghèo", Some(Better::Higher)),
            ("Mức giảm tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", Some(Better::Higher)),
            ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", Some(Better::Lower)),
            ("Tỷ lệ thất nghiệp ở khu vực thành thị", Some(Better::Lower)),
            ("Số người chết vì tai nạn giao thông", Some(Better::Lower)),
            ("Tổng thu ngân sách", Some(Better::Higher)),
            ("Thu ngân sách nhà nước trên địa bàn", Some(Better::Higher)),
            ("Tỷ lệ che phủ rừng", Some(Better::Higher)),
            ("Dân số trung bình", None),
            ("Mức giảm tỷ suất sinh", None),
        ] {
            assert_eq!(assumed(&fold(name)), better, "{name}");
        }
    }
}
