//! Explanations of why a search found a name.

use super::Words;
use crate::search::{Hit, Method, Reason, Tier, WordMatch};

impl Words {
    /// Explains a hit: its tier, then how each typed word matched.
    #[must_use]
    pub fn why_found(self, hit: &Hit, name: &str) -> String {
        let reasons = hit.reasons.iter().map(|reason| self.reason(reason, name));
        let parts: Vec<String> =
            std::iter::once(self.tier(hit.tier).to_owned()).chain(reasons).collect();
        parts.join(" · ")
    }

    fn reason(self, reason: &Reason, name: &str) -> String {
        let found = name.get(reason.place.clone()).unwrap_or_default();
        // The meaning of another word matches like an abbreviation, but is not one.
        let is_meaning =
            matches!(reason.method, Method::English | Method::Synonym | Method::Numeral);
        let way = self.way(reason.word_match).filter(|_| !is_meaning);
        let how: Vec<&str> = [self.method(reason.method), way].into_iter().flatten().collect();
        let how = if how.is_empty() { String::new() } else { format!(" ({})", how.join(", ")) };
        format!("{} → {found}{how}", reason.typed)
    }

    fn tier(self, tier: Tier) -> &'static str {
        match tier {
            Tier::Everything => {
                self.pick("chưa gõ gì: liệt kê tất cả", "nothing typed: everything")
            }
            Tier::Respaced => {
                self.pick("đủ các từ khi sửa dấu cách", "all the words, with a space moved")
            }
            Tier::Exact => self.pick("đúng cả tên", "the whole name"),
            Tier::Prefix => self.pick("tên bắt đầu như thế", "the beginning of the name"),
            Tier::Together => self.pick("các từ đứng liền nhau", "the words next to each other"),
            Tier::Words => self.pick("đủ các từ", "all the words"),
            Tier::Beginnings => self.pick("đầu của các từ", "beginnings of words"),
            Tier::Initials => self.pick("chữ đầu của các từ", "initials"),
            Tier::Substring => self.pick("nằm trong các từ", "inside words"),
            Tier::WithoutFillers => self.pick("trừ những từ hỏi kèm", "except for stop phrases"),
            Tier::SubstringWithoutFillers => {
                self.pick("một phần, trừ những từ hỏi kèm", "parts, except for stop phrases")
            }
            Tier::OnlyContext => self.pick(
                "có ở đơn vị tính, mục hoặc dòng trên",
                "in its unit, its section or the row above",
            ),
            Tier::Subsequence => self.pick("các chữ theo thứ tự", "letters in order"),
            Tier::Typos => self.pick("gõ nhầm hoặc nghe giống", "a typo, or sounding alike"),
            Tier::Partial => self.pick("phần lớn các từ", "most of the words"),
            Tier::InContext => self.pick("cùng đơn vị tính hoặc mục", "with its unit or section"),
            Tier::Id => self.pick("mã chỉ tiêu", "the id"),
        }
    }

    fn method(self, method: Method) -> Option<&'static str> {
        match method {
            Method::AsTyped => None,
            Method::Telex => Some("Telex"),
            Method::Vni => Some("VNI"),
            Method::English => Some(self.pick("tiếng Anh", "English")),
            Method::Synonym => Some(self.pick("cách gọi khác", "another word")),
            Method::Numeral => Some(self.pick("số", "number")),
        }
    }

    fn way(self, way: WordMatch) -> Option<&'static str> {
        match way {
            WordMatch::Equal => None,
            WordMatch::Phrase => Some(self.pick("viết tắt", "abbreviation")),
            WordMatch::Beginning => Some(self.pick("đầu từ", "beginning")),
            WordMatch::Initials => Some(self.pick("chữ đầu", "initials")),
            WordMatch::Inside => Some(self.pick("trong từ", "inside")),
            WordMatch::Subsequence => Some(self.pick("các chữ", "letters")),
            WordMatch::Phonetic => Some(self.pick("nghe giống", "sounds alike")),
            WordMatch::Typo => Some(self.pick("gõ nhầm", "typo")),
        }
    }
}
