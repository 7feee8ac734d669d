//! The words of the explorer in lines, besides those of the indicators.

use super::Words;
use crate::app::Lang;

impl Words {
    /// What can be typed.
    #[must_use]
    pub fn plain_keys(self) -> &'static str {
        self.pick(
            "Enter hoặc j: chỉ tiêu sau. k: trước. Số: chỉ tiêu thứ mấy. [ ]: kỳ trước, sau. { }: nơi trước, sau. \
             i: mọi điều đã biết. / rồi chữ: tìm. ?: các phím này. q: thoát.",
            "Enter or j: next indicator. k: previous. A number: that indicator. [ ]: previous, next period. \
             { }: previous, next place. i: everything known. / and words: search. ?: these keys. q: quit.",
        )
    }

    /// A typed line that means nothing; it must be sanitized.
    #[must_use]
    pub fn plain_unknown(self, line: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("“{line}” không phải phím nào. Gõ ? để biết các phím."),
            Lang::English => format!("“{line}” is no key. Type ? for the keys."),
        }
    }

    /// There is no indicator of the typed number.
    #[must_use]
    pub fn plain_no_row(self, rows: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("Chỉ có chỉ tiêu từ 1 đến {rows}."),
            Lang::English => format!("There are indicators 1 to {rows}."),
        }
    }

    /// Nothing comes before or after.
    #[must_use]
    pub fn plain_end(self) -> &'static str {
        self.pick("Không còn chỉ tiêu nào nữa.", "There are no more indicators.")
    }
}
