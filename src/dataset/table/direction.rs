//! Which direction is the good one, assumed from the words of a name where the file does not say.
//!
//! | words | assumed |
//! | --- | --- |
//! | nghèo, suy dinh dưỡng, thất nghiệp, tai nạn, tử vong, nợ xấu, bỏ học … | less is better |
//! | giảm, mức giảm before one of them | more is better: it is the fall that is counted |
//! | thu ngân sách, GRDP, che phủ rừng, bảo hiểm y tế, nông thôn mới … | more is better |
//!
//! Anything else has no direction.

use crate::model::Better;
use crate::text::fold::fold;

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

/// The direction that a name's words let assume.
pub(super) fn assumed(name: &str) -> Option<Better> {
    let key = format!(" {} ", fold(name).split_whitespace().collect::<Vec<_>>().join(" "));
    let at = |words: &[&str]| first(&key, words);
    match (at(LESS), at(FALL)) {
        (Some(less), Some(fall)) if fall < less => Some(Better::Higher),
        // "Tỷ lệ giảm nghèo", "Số hộ nghèo giảm": also the fall.
        (Some(_), Some(_)) if key.trim_end().ends_with("giam") => Some(Better::Higher),
        (Some(_), _) => Some(Better::Lower),
        (None, None) => at(MORE).map(|_| Better::Higher),
        (None, Some(_)) => None,
    }
}

/// Where a word of the key begins with one of these. Asked of every name: a letter rules out most.
fn first(key: &str, words: &[&str]) -> Option<usize> {
    let begins = |at: usize| {
        let rest = &key.as_bytes()[at + 1..];
        let same_letter = |word: &[u8]| rest.first() == word.first();
        words.iter().any(|word| same_letter(word.as_bytes()) && rest.starts_with(word.as_bytes()))
    };
    memchr::memchr_iter(b' ', key.as_bytes()).find(|at| begins(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(assumed(name), better, "{name}");
        }
    }
}
