//! Which direction is the good one, assumed from the words of a name where the file does not say.
//!
//! | words | assumed |
//! | --- | --- |
//! | nghèo, suy dinh dưỡng, thất nghiệp, tai nạn, tử vong, nợ xấu, bỏ học … | less is better |
//! | giảm, mức giảm before one of them | more is better: it is the fall that is counted |
//! | thu ngân sách, GRDP, che phủ rừng, bảo hiểm y tế, nông thôn mới … | more is better |
//!
//! Anything else has no direction.

use std::sync::LazyLock;

use crate::model::Better;
use crate::text::one_line::{is_one_line, one_line};

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

/// All words with what they say, by the two letters that they begin with: asked of every word of a million
/// names, these rule out most.
static BY_LETTERS: LazyLock<Vec<Vec<(&str, Says)>>> = LazyLock::new(|| {
    let mut by_letters = vec![Vec::new(); LETTERS * LETTERS];
    for (words, says) in [(LESS, Says::Less), (FALL, Says::Fall), (MORE, Says::More)] {
        for word in words {
            let letters = word.as_bytes().first_chunk();
            let place = letters.and_then(|[first, second]| place(*first, *second));
            by_letters[place.unwrap_or_default()].push((*word, says));
        }
    }
    by_letters
});

/// Small letters, and the space behind a word of one.
const LETTERS: usize = 27;

/// The place of two of them among all pairs.
fn place(first: u8, second: u8) -> Option<usize> {
    let (first, second) = (letter(first)?, letter(second)?);
    Some(first * LETTERS + second)
}

fn letter(byte: u8) -> Option<usize> {
    match byte {
        b'a'..=b'z' => Some(usize::from(byte - b'a')),
        b' ' => Some(LETTERS - 1),
        _ => None,
    }
}

/// The direction that the words of a folded name let assume.
pub(super) fn assumed(folded: &str) -> Option<Better> {
    let by_letters = &*BY_LETTERS;
    let bytes = folded.as_bytes();
    let (mut less, mut fall, mut more) = (None, None, None);
    // Where words do not stand one space apart, there are two, or other signs than letters and spaces.
    let (mut before, mut odd) = (b' ', false);
    for (at, byte) in bytes.iter().copied().enumerate() {
        let begins = std::mem::replace(&mut before, byte) == b' ';
        odd |= !matches!(byte, b' '..0x7f) || begins && byte == b' ';
        let next = bytes.get(at + 1).filter(|_| begins);
        let Some(place) = next.and_then(|next| place(byte, *next)) else { continue };
        for (word, says) in &by_letters[place] {
            if bytes[at..].starts_with(word.as_bytes()) {
                let first = match says {
                    Says::Less => &mut less,
                    Says::Fall => &mut fall,
                    Says::More => &mut more,
                };
                first.get_or_insert(at);
            }
        }
    }
    if odd && !is_one_line(folded) {
        return assumed(&one_line(folded));
    }
    match (less, fall) {
        (Some(less), Some(fall)) if fall < less => Some(Better::Higher),
        // "Tỷ lệ giảm nghèo", "Số hộ nghèo giảm": also the fall.
        (Some(_), Some(_)) if folded.ends_with("giam") => Some(Better::Higher),
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
    fn every_word_is_found_by_its_first_two_letters() {
        let all = [LESS, FALL, MORE].concat();
        for word in &all {
            let [first, second] = *word.as_bytes().first_chunk().unwrap();
            let at = place(first, second).unwrap();
            assert!(BY_LETTERS[at].iter().any(|(known, _)| known == word), "{word}");
        }
        assert_eq!(BY_LETTERS.iter().map(Vec::len).sum::<usize>(), all.len());
        assert_eq!(assumed("so ho  ngheo\u{a0}giam"), assumed("so ho ngheo giam"));
    }

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
            ("Mức độ ô nhiễm không khí", Some(Better::Lower)),
        ] {
            assert_eq!(assumed(&fold(name)), better, "{name}");
        }
    }
}
