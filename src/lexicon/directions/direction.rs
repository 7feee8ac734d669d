//! The good direction of an indicator, inferred from its name, only if the head of the name makes
//! it certain.
//!
//! The head is the start of a name: "Tỷ lệ hộ nghèo", "Số vụ tai nạn". Words for a measure that is
//! taken reverse its direction ("Số hộ nghèo được hỗ trợ nhà ở"): if such words follow the head,
//! and for any name that starts differently, nothing is inferred. After a head that counts those
//! in a bad condition ("Số hộ nghèo", "Tỷ lệ học sinh bỏ học"), only words for a place, a time, a
//! group or a standard keep the direction: what else they do ("xây nhà mới", "quay lại lớp") may be
//! good. Heads are compared with their
//! accents if the name has any: "giới thiệu việc làm" is not "thiếu việc làm".
//!
//! ```
//! use chitieu::lexicon::direction::infer;
//! use chitieu::model::Better;
//! assert_eq!(infer("Tỷ lệ hộ nghèo"), Some(Better::Lower));
//! assert_eq!(infer("Số hộ nghèo được hỗ trợ xóa nhà tạm"), None);
//! ```

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::direction_ends;
use super::direction_of_words;
use super::direction_words::{WORDS, Words, begins_with_bearers};
use super::problem_names;
use super::split_name::SplitName;
use crate::lexicon::words::name_spelling::{folded_spelling, has_accents, one_spelling};
use crate::lexicon::words::phrase_set::{contains_word, words_of};
use crate::model::Better;
use crate::text::fold::{fold, is_letter, letter};

/// Returns the direction that a name makes certain.
#[must_use]
pub fn infer(name: &str) -> Option<Better> {
    infer_split(name, &SplitName::of(name))
}

/// The same for a name that is already folded and split.
pub(crate) fn infer_split(name: &str, split: &SplitName) -> Option<Better> {
    let of_words = direction_of_words::infer(&WORDS, name, split);
    of_words.unwrap_or_else(|| by_texts(name, &split.folded))
}

/// The same for any name, plainly written or not. Most are ruled out by their first letters.
pub(super) fn by_texts(name: &str, folded: &str) -> Option<Better> {
    let words = &*WORDS;
    let begin = folded.find(char::is_alphanumeric)?;
    let spaced = folded_spelling(&folded[begin..]);
    let spaced = in_full(words, &spaced, false);
    let heads = words.heads.of_name(&spaced);
    if heads.is_empty() && !problem_names::may_be_problem(words, &spaced) {
        return lower_if_lacking(name, &spaced).or_else(|| direction_ends::infer(name, &spaced));
    }
    let plain = one_spelling(name);
    let plain = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let has_accents = has_accents(plain);
    let plain = in_full(words, plain, has_accents);
    let spelling = usize::from(has_accents);
    let mut found = None;
    for head in heads {
        let Some(rest) = rest(&plain, head.phrase.text(has_accents)) else { continue };
        let reversals = match head.better {
            Better::Higher => &words.reversals_of_higher,
            Better::Lower => &words.reversals,
        };
        let turned = reversals[spelling].is_in(rest)
            || head.counts_bearers && !words.continues(name, rest, spelling);
        // The longest head decides: "số lao động được giải quyết việc làm" itself contains a
        // cancelling word.
        let length = head.phrase.folded.len();
        if found.is_none_or(|(longest, _)| length > longest) {
            found = Some((length, (!turned).then_some(head.better)));
        }
    }
    let better = match found {
        Some((_, better)) => better,
        None if problem_names::is_problem(words, name, &plain, spelling) => Some(Better::Lower),
        None => lower_if_lacking(name, &spaced),
    };
    better.or_else(|| direction_ends::infer(name, &spaced))
}

/// A name with its abbreviations in full: "thu nsnn" is "thu ngân sách nhà nước".
fn in_full<'n>(words: &Words, name: &'n str, accented: bool) -> Cow<'n, str> {
    if !words_of(name).any(|(_, word)| is_short(word)) {
        return Cow::Borrowed(name);
    }
    let mut full = String::new();
    let mut end = 0;
    for (at, word) in words_of(name).filter(|(_, word)| is_short(word)) {
        let folded = fold(word);
        if let Some(phrase) = words.abbreviations.get(&folded) {
            full.push_str(&name[end..at]);
            full.push_str(phrase.text(accented));
            end = at + word.len();
        }
    }
    full.push_str(&name[end..]);
    Cow::Owned(full)
}

/// Whether a word in lower case may be an abbreviation: none that is listed has a vowel, and few other words have none.
fn is_short(word: &str) -> bool {
    let is_consonant = |c: char| {
        let plain = letter(c).map_or(c, char::from);
        !matches!(plain, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') && is_letter(plain)
    };
    word.len() > 1 && word.chars().all(is_consonant)
}

/// Returns `Lower` for counts of those that lack something good: "Tỷ lệ hộ chưa tham gia bảo hiểm y
/// tế", but not "Số xã chưa xảy ra dịch bệnh".
fn lower_if_lacking(name: &str, folded: &str) -> Option<Better> {
    const COUNTS: [&str; 3] = ["ty le ", "so ", "tong so "];
    const GOOD: [&str; 6] = ["xảy ra", "phát hiện", "vi phạm", "để", "mắc", "nghèo"];
    // Asked for every name: the search for a word is prepared once.
    static LACKING: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("chua"));
    if LACKING.find(folded.as_bytes()).is_none()
        || !contains_word(folded, "chua")
        || !COUNTS.iter().any(|count| folded.starts_with(count))
    {
        return None;
    }
    let name = one_spelling(name);
    let (_, lacked) = name.split_once(" chưa ")?;
    let good = GOOD.iter().any(|word| contains_word(lacked, word));
    (!good).then_some(Better::Lower)
}

/// Whether a folded name counts those in a bad condition: "So ho ngheo". In money it is what is given to them.
pub(crate) fn counts_bearers(folded: &str) -> bool {
    let counted = WORDS.counts[0].longest_start(folded);
    begins_with_bearers(counted.map_or(folded, |(_, rest)| rest).trim_start())
}

/// Whether a name says that something is done about what it counts, or that it is missing: such a part does not inherit
/// the direction of its whole, `better`. What is good in "Thu ngân sách" is so in "Thu từ đất được giao" as well.
pub(crate) fn is_reversed(name: &str, better: Better) -> bool {
    let plain = one_spelling(name);
    let has_accents = has_accents(&plain);
    if better == Better::Lower || !has_accents {
        return WORDS.reversals[usize::from(has_accents)].is_in(&plain);
    }
    LOST.iter().any(|word| contains_word(&plain, word))
}

/// Words that say that a part of something good is missing or given up.
const LOST: [&str; 14] = [
    "bị",
    "chưa",
    "giảm",
    "gián đoạn",
    "hoàn trả",
    "hư hỏng",
    "hụt",
    "không",
    "mất",
    "miễn",
    "nợ",
    "thất nghiệp",
    "thất thu",
    "thiệt hại",
];

/// Returns the text after a head at the start of a text, as whole words.
fn rest<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    text.strip_prefix(head).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn heads_of_names_give_a_direction() {
        for (name, better) in [
            ("Tỷ lệ hộ nghèo", Some(Better::Lower)),
            ("Tỷ lệ hộ nghèo khu vực nông thôn", Some(Better::Lower)),
            ("Ty le ho ngheo biet chu", None),
            ("Tỷ lệ hộ nghèo tiếp cận bảo hiểm y tế", None),
            ("Số hộ nghèo xây nhà mới", None),
            ("Diện tích rừng bị cháy trồng lại", None),
            ("Tỷ lệ học sinh bỏ học quay lại lớp", None),
            ("Tỷ lệ lao động qua đào tạo thất nghiệp", None),
            ("- Tỉ lệ hộ nghèo theo chuẩn nghèo đa chiều", Some(Better::Lower)),
            ("ty le ho ngheo", Some(Better::Lower)),
            ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", Some(Better::Lower)),
            ("Tỷ lệ thất nghiệp thành thị", Some(Better::Lower)),
            ("Số vụ tai nạn giao thông", Some(Better::Lower)),
            ("Tỷ lệ tử vong và tiên lượng tử vong xin về", Some(Better::Lower)),
            ("Tổng thu ngân sách nhà nước trên địa bàn", Some(Better::Higher)),
            ("Thu ngân sách huyện được hưởng theo phân cấp", Some(Better::Higher)),
            ("Thu ngân sách xã hưởng 100%", Some(Better::Higher)),
            ("Tỷ lệ thôn, bản đạt chuẩn văn hóa", Some(Better::Higher)),
            ("Tỷ lệ khu dân cư văn hóa", Some(Better::Higher)),
            ("Tỷ lệ thôn chưa đạt chuẩn văn hóa", Some(Better::Lower)),
            ("Tỷ lệ che phủ rừng", Some(Better::Higher)),
            ("Số lao động được giải quyết việc làm", Some(Better::Higher)),
            ("Poverty rate (%)", Some(Better::Lower)),
            ("Tỷ lệ hộ chưa tham gia bảo hiểm y tế", Some(Better::Lower)),
            ("Số người tham gia BHYT hộ gia đình", Some(Better::Higher)),
            ("Vốn FDI đăng ký cấp mới và tăng thêm", Some(Better::Higher)),
            ("Số vụ sự cố lưới trung áp", Some(Better::Lower)),
            ("Số khiếu nại của khách hàng", Some(Better::Lower)),
            ("Prevalence of wasting among children", Some(Better::Lower)),
        ] {
            assert_eq!(infer(name), better, "{name}");
            assert_eq!(infer(&name.to_uppercase()), better, "{name}");
        }
    }

    #[test]
    fn a_place_after_a_head_is_recognized_by_its_capital() {
        assert_eq!(infer("Tỷ lệ hộ nghèo Ba Bể"), Some(Better::Lower));
        assert_eq!(infer("TỶ LỆ HỘ NGHÈO BA BỂ"), None);
    }

    #[test]
    fn words_for_a_measure_taken_cancel_the_direction() {
        for name in [
            "Tỷ lệ điều tra, khám phá tội phạm",
            "Số lao động được tư vấn, giới thiệu việc làm",
            "Số hộ nghèo được hỗ trợ xóa nhà tạm",
            "Tỷ lệ hộ nghèo giảm bình quân",
            "Mức giảm tỷ lệ hộ nghèo",
            "Tỷ lệ giảm hộ nghèo",
            "Số hộ thoát nghèo",
            "Số xã chưa xảy ra dịch bệnh",
            "Tỷ lệ hộ nghèo có bảo hiểm y tế",
            "Số hộ nghèo vay vốn tín dụng chính sách",
            "Số vụ vi phạm được phát hiện, xử lý",
            "Nợ thuế thu hồi",
            "Chi ngân sách cho bảo hiểm y tế",
            "Dân số trung bình",
            "Tỷ suất sinh thô",
            "Hụt thu ngân sách",
        ] {
            assert_eq!(infer(name), None, "{name}");
        }
    }

    #[test]
    fn common_problems_are_lower_but_measures_against_them_are_not() {
        for name in [
            "Số vụ giết người",
            "Số vụ phạm pháp hình sự",
            "Tổng số vụ phạm tội về trật tự xã hội",
            "Số vụ bạo lực học đường",
            "Số trẻ em bị xâm hại",
            "Số trẻ em bị đuối nước",
            "Số người nghiện ma túy",
            "Số người chết do tai nạn giao thông",
            "Số hồ sơ trễ hạn",
            "Tỷ lệ nợ đọng thuế",
            "Tỷ lệ nợ bảo hiểm xã hội",
            "Tỷ lệ học sinh THCS bỏ học",
            "Tỷ lệ mù chữ",
            "Tỷ lệ trẻ em dưới 5 tuổi thấp còi",
            "Số cặp hôn nhân cận huyết thống",
            "Số cơ sở gây ô nhiễm môi trường nghiêm trọng",
            "Số trường hợp vi phạm hành chính",
            "Số ổ dịch sốt xuất huyết",
            "Carbon emissions from council operations (tonnes)",
            "Delayed transfers of care (per 100,000)",
        ] {
            assert_eq!(infer(name), Some(Better::Lower), "{name}");
        }
        for name in [
            "Số vụ giết người được điều tra làm rõ",
            "Số vụ án khởi tố mới",
            "Số vụ ma túy triệt phá",
            "Số người nghiện ma túy được cai nghiện",
            "Số người nghiện có hồ sơ quản lý",
            "Số trường hợp vi phạm bị xử lý",
            "Số ổ dịch được khống chế",
            "Thu nợ bảo hiểm xã hội",
            "Số cơ sở gây ô nhiễm hoàn thành xử lý",
            "Số xã đặc biệt khó khăn hoàn thành mục tiêu",
            "Số nhà tạm được xóa",
            "Homelessness prevented",
            "Fly-tipping incidents removed within 24 hours",
            "Số vụ việc trợ giúp pháp lý",
            "Số người tự tử",
            "Số khiếu nại của khách hàng được giải quyết",
            "Số cơ sở được kiểm tra",
            "Vốn đăng ký chưa giải ngân",
        ] {
            assert_eq!(infer(name), None, "{name}");
        }
    }

    #[test]
    fn problems_are_lower_however_they_are_counted() {
        for name in [
            "Tổng số vụ phá rừng trái pháp luật",
            "Số vụ lấn chiếm đất công",
            "Thời gian giải quyết hồ sơ đất đai trung bình",
            "Tỷ lệ trẻ em bị xâm hại",
            "Số nợ thuế trên địa bàn",
            "Số đơn tố cáo tồn đọng",
            "Số kiến nghị của cử tri tồn đọng",
            "Bội chi ngân sách địa phương",
            "Tiêu hao điện năng trên đơn vị sản phẩm",
            "Số phòng học tạm, mượn",
            "Hệ số ICOR của tỉnh",
            "Số lợn mắc bệnh phải tiêu hủy",
            "Số tội phạm về trật tự xã hội",
            "Tỷ lệ công trình chậm tiến độ",
            "Tỷ lệ văn bản xử lý quá hạn",
            "Số hồ sơ trả kết quả trễ hạn",
            "Tỷ lệ nhà tiêu không hợp vệ sinh",
            "Số ngày điều trị nội trú trung bình",
            "Số giờ ngừng cung cấp điện bình quân (SAIDI)",
            "Số vụ TNGT",
            "Số vụ khiếu kiện vượt cấp",
            "Số kiến nghị của cử tri chậm trả lời",
            "Tỷ lệ án hành chính bị hủy, sửa",
            "Ty le van ban xu ly qua han",
        ] {
            assert_eq!(infer(name), Some(Better::Lower), "{name}");
            assert_eq!(infer(&name.to_uppercase()), Some(Better::Lower), "{name}");
        }
        for name in [
            "Số vụ phá rừng được xử lý",
            "Tỷ lệ giải quyết đơn tồn đọng",
            "Số hồ sơ không quá hạn",
            "Nợ thuế quá hạn đã thu hồi",
            "Số tiền thu hồi nợ quá hạn",
            "Công tác phòng, chống tội phạm",
            "Tỷ lệ giảm nghèo",
            "Xử lý nợ xấu",
            "Số xã không còn nhà dột nát",
            "Số vụ vi phạm phát hiện, xử lý",
            "Thời gian giải quyết thủ tục được cắt giảm",
            "Số xe chữa cháy",
            "Số vụ vi phạm bị xử phạt",
            "Tổng số tiền phạt vi phạm hành chính",
            "Số chợ tạm",
            "Số bình quân lao động",
            "Tỷ lệ xử lý cơ sở gây ô nhiễm",
            "Số nhà dột nát xóa được",
            "Mục tiêu phòng chống cháy nổ",
        ] {
            assert_eq!(infer(name), None, "{name}");
        }
    }

    #[test]
    fn abbreviations_are_read_in_full() {
        for name in [
            "Thu NSNN",
            "Tổng thu NSNN trên địa bàn",
            "TNBQ đầu người",
            "Tỷ lệ LĐ qua đào tạo",
            "GTSX công nghiệp",
            "Tong thu NS",
            "Tổng VĐT toàn xã hội",
        ] {
            assert_eq!(infer(name), Some(Better::Higher), "{name}");
        }
        assert_eq!(infer("Chi NSNN"), None);
    }

    proptest! {
        #[test]
        fn only_abbreviations_are_replaced(name in "((NSNN|nsđp|lđ|Bq|hộ|Phú|ký|thu|xdcb2|m|ⓝⓢ|中文|sđdd)[ ,./-]{0,2}){0,6}") {
            let lower = one_spelling(&name);
            let spelled = [(lower.clone(), true), (fold(&lower), false)];
            for (text, accented) in spelled {
                let (mut expected, mut end) = (String::new(), 0);
                for (at, word) in words_of(&text) {
                    let full = WORDS.abbreviations.get(&fold(word)).map(|full| full.text(accented));
                    expected += &text[end..at];
                    expected += full.unwrap_or(word);
                    end = at + word.len();
                }
                expected += &text[end..];
                prop_assert_eq!(in_full(&WORDS, &text, accented), expected);
            }
        }
    }

    #[test]
    fn no_abbreviation_has_a_vowel() {
        assert!(WORDS.abbreviations.keys().all(|short| is_short(short)));
    }

    #[test]
    fn compares_accents_if_the_name_has_any() {
        assert_eq!(infer("Sở hộ nghèo"), None, "sở is not số");
        assert_eq!(infer("so ho ngheo"), Some(Better::Lower));
    }
}
