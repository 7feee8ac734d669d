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

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::name_spelling::{folded_spelling, has_accents, one_spelling};
use super::phrase_set::{PhraseSet, contains_word, words_of};
use crate::model::Better;
use crate::text::fold::fold;

/// The phrases that give or cancel a direction.
struct Words {
    /// Heads and their direction, sorted by the folded head.
    heads: Vec<Head>,
    /// Words after a head that cancel its direction, folded and accented.
    reversals: [PhraseSet; 2],
    /// The same for heads of which higher is better.
    reversals_of_higher: [PhraseSet; 2],
    /// Words that may follow a head that counts bearers of something bad.
    continuations: [PhraseSet; 2],
}

struct Head {
    phrase: Phrase,
    better: Better,
    /// Whether it counts those in a bad condition, who may do anything: "Số hộ nghèo" + "xây nhà mới".
    counts_bearers: bool,
}

impl Head {
    fn of(phrase: Phrase, better: Better, bearers: &[Phrase]) -> Self {
        let bears = |bearer: &Phrase| contains_word(&phrase.folded, &bearer.folded);
        let counts_bearers = better == Better::Lower && bearers.iter().any(bears);
        Self { phrase, better, counts_bearers }
    }
}

struct Phrase {
    accented: String,
    folded: String,
}

impl Phrase {
    fn of(text: &str) -> Self {
        let accented = one_spelling(text);
        Self { folded: fold(&accented), accented }
    }

    /// Returns the accented or the folded text.
    fn text(&self, accented: bool) -> &str {
        if accented { &self.accented } else { &self.folded }
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut heads, mut reversals) = (Vec::new(), Vec::<Phrase>::new());
    let (mut of_higher, mut continuations) = (Vec::<Phrase>::new(), Vec::<Phrase>::new());
    let mut bearers = Vec::<Phrase>::new();
    let mut section = "";
    for line in include_str!("directions.txt").lines().map(str::trim) {
        match line {
            "" => {}
            _ if line.starts_with('#') => {}
            _ if line.starts_with('[') => section = line,
            _ if section == "[reversals]" => reversals.push(Phrase::of(line)),
            _ if section == "[reversals of higher]" => of_higher.push(Phrase::of(line)),
            _ if section == "[bearers]" => bearers.push(Phrase::of(line)),
            _ if section == "[continuations]" => continuations.push(Phrase::of(line)),
            _ => {
                let better = if section == "[lower]" { Better::Lower } else { Better::Higher };
                heads.push((Phrase::of(line), better));
            }
        }
    }
    let mut heads: Vec<Head> =
        heads.into_iter().map(|(phrase, better)| Head::of(phrase, better, &bearers)).collect();
    heads.sort_by(|a, b| a.phrase.folded.cmp(&b.phrase.folded));
    let set = |phrases: &[Phrase]| {
        [false, true].map(|accented| PhraseSet::of(phrases.iter().map(|it| it.text(accented))))
    };
    Words {
        heads,
        reversals: set(&reversals),
        reversals_of_higher: set(&of_higher),
        continuations: set(&continuations),
    }
});

/// Returns the direction that a name makes certain.
#[must_use]
pub fn infer(name: &str) -> Option<Better> {
    infer_folded(name, &fold(name))
}

/// The same for a name that is already folded. Most of a million names are ruled out by their first
/// letters.
pub(crate) fn infer_folded(name: &str, folded: &str) -> Option<Better> {
    let words = &*WORDS;
    let begin = folded.find(char::is_alphanumeric)?;
    let spaced = folded_spelling(&folded[begin..]);
    let first = two_letters(&spaced)?;
    let from = words.heads.partition_point(|head| two_letters(&head.phrase.folded) < Some(first));
    let same = |head: &&Head| two_letters(&head.phrase.folded) == Some(first);
    let candidates = words.heads[from..].iter().take_while(same);
    let heads: Vec<&Head> =
        candidates.filter(|head| rest(&spaced, &head.phrase.folded).is_some()).collect();
    if heads.is_empty() {
        return lower_if_lacking(name, &spaced);
    }
    let plain = one_spelling(name);
    let plain = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let has_accents = has_accents(plain);
    let mut found = None;
    for head in heads {
        let Some(rest) = rest(plain, head.phrase.text(has_accents)) else { continue };
        let spelling = usize::from(has_accents);
        let of_higher = || words.reversals_of_higher[spelling].is_in(rest);
        let turned = words.reversals[spelling].is_in(rest)
            || head.better == Better::Higher && of_higher()
            || head.counts_bearers && !continues(words, name, rest, spelling);
        // The longest head decides: "số lao động được giải quyết việc làm" itself contains a
        // cancelling word.
        let length = head.phrase.folded.len();
        if found.is_none_or(|(longest, _)| length > longest) {
            found = Some((length, (!turned).then_some(head.better)));
        }
    }
    found.and_then(|(_, better)| better)
}

/// Whether the words after a head that counts bearers say where, when, in which group or by which standard they are
/// counted: then the direction of the head holds.
fn continues(words: &Words, name: &str, rest: &str, spelling: usize) -> bool {
    let Some((at, _)) = words_of(rest).next() else { return true };
    let marked = rest[..at].contains(['(', ',', '-', '–', '/', ':', ';', '[']);
    let number = rest[at..].starts_with(|c: char| c.is_ascii_digit());
    // A name of a place: "Tỷ lệ hộ nghèo Ba Bể".
    let behind = rest[at..].split_whitespace().count();
    let word = name.split_whitespace().rev().nth(behind.saturating_sub(1)).unwrap_or_default();
    let capital = word.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    marked || number || capital || words.continuations[spelling].begins(rest)
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

/// Whether a name says that something is done about what it counts, or that it is missing: such a
/// part does not inherit the direction of its whole.
pub(crate) fn is_reversed(name: &str) -> bool {
    let plain = one_spelling(name);
    let has_accents = has_accents(&plain);
    WORDS.reversals[usize::from(has_accents)].is_in(&plain)
}

fn two_letters(folded: &str) -> Option<[u8; 2]> {
    folded.as_bytes().first_chunk().copied()
}

/// Returns the text after a head at the start of a text, as whole words.
fn rest<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    text.strip_prefix(head).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn compares_accents_if_the_name_has_any() {
        assert_eq!(infer("Sở hộ nghèo"), None, "sở is not số");
        assert_eq!(infer("so ho ngheo"), Some(Better::Lower));
    }
}
