//! Directions that the end of a name makes certain: "Referral to treatment: 52+ week waits", and the share of waste
//! that is treated, whatever waste it is: "Tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom, xử lý".

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::direction_words::WORDS;
use crate::lexicon::words::name_spelling::{has_accents, one_spelling};
use crate::model::Better;

/// Returns the direction that the end of a name makes certain; `folded` is the name in one spelling, folded.
pub(super) fn infer(name: &str, folded: &str) -> Option<Better> {
    if may_be_share(folded) {
        return is_treated(name).then_some(Better::Higher);
    }
    let before = WORDS.ends[0].last_in(folded).filter(|(_, after)| is_aside(after));
    let (before, _) = before?;
    (!WORDS.reversals[0].is_in(before)).then_some(Better::Lower)
}

/// Whether a folded name means a share to which something is done.
pub(super) fn may_be_share(folded: &str) -> bool {
    // Asked for most names: the search for a word is prepared once.
    static DONE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("duoc"));
    folded.starts_with("ty le ") && DONE.find(folded.as_bytes()).is_some()
}

/// Whether it is a share of waste that is collected or treated.
fn is_treated(name: &str) -> bool {
    let plain = one_spelling(name);
    let spelling = usize::from(has_accents(&plain));
    WORDS.wastes[spelling].is_in(&plain)
        && WORDS.treated[spelling].is_in(&plain)
        && !WORDS.untreated[spelling].is_in(&plain)
}

/// Whether what follows the end of a name is nothing, or in brackets: "(£000s)".
fn is_aside(after: &str) -> bool {
    let after = after.trim();
    after.is_empty() || after.starts_with('(') && after.ends_with(')')
}

#[cfg(test)]
mod tests {
    use super::super::direction;
    use super::*;

    #[test]
    fn the_end_of_a_name_gives_a_direction() {
        for name in [
            "Referral to treatment: 65+ week waits",
            "12 hour trolley waits in A&E",
            "Never events",
            "Agency spend (£m)",
            "Cancer: 62 day waits",
        ] {
            let expected = (!name.ends_with("A&E")).then_some(Better::Lower);
            assert_eq!(direction::infer(name), expected, "{name}");
        }
        assert_eq!(direction::infer("Reduction in agency spend"), None);
        assert_eq!(direction::infer("Capital spend"), None);
    }

    #[test]
    fn treated_waste_is_better() {
        for name in [
            "Tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom, xử lý",
            "Tỷ lệ rác thải tại khu dân cư được phân loại tại nguồn",
            "Tỉ lệ nước thải công nghiệp được xử lý đạt quy chuẩn",
            "TỶ LỆ CHẤT THẢI NGUY HẠI ĐƯỢC THU GOM VÀ XỬ LÝ",
        ] {
            assert_eq!(direction::infer(name), Some(Better::Higher), "{name}");
        }
        for name in [
            "Tỷ lệ chất thải rắn được thu gom, không được xử lý",
            "Tỷ lệ chất thải rắn được xử lý bằng chôn lấp",
            "Khối lượng chất thải rắn được thu gom",
            "Tỷ lệ đơn thư được xử lý",
        ] {
            assert_eq!(direction::infer(name), None, "{name}");
        }
    }
}
