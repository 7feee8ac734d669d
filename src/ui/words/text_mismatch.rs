//! What `check` says about a dataset and the text that it carries.

use rust_decimal::Decimal;

use super::{Words, noun};
use crate::app::Lang;
use crate::dataset::TextMismatch;
use crate::text::format_number::format;

impl Words {
    /// What is wrong between a dataset and its text.
    #[must_use]
    pub fn text_mismatch(self, mismatch: &TextMismatch) -> String {
        match mismatch {
            TextMismatch::FigureNotInSource { name, figure, paragraph, sentence } => {
                let place = match sentence {
                    Some(sentence) => self.paragraph_and_sentence(*paragraph, *sentence),
                    None => self.paragraph(*paragraph),
                };
                let figure = self.figure_shown(*figure);
                match self.0 {
                    Lang::Vietnamese => {
                        format!("“{name}” có số {figure}, nhưng {place} không có số này")
                    }
                    Lang::English => format!("“{name}” has {figure}, which is not in {place}"),
                }
            }
            TextMismatch::QuoteNotInSource { name, paragraph } => {
                let place = self.paragraph(*paragraph);
                match self.0 {
                    Lang::Vietnamese => format!("lời trích của “{name}” không có trong {place}"),
                    Lang::English => format!("the quote of “{name}” is not in {place}"),
                }
            }
            TextMismatch::NoSuchParagraph { name, paragraph } => match self.0 {
                Lang::Vietnamese => {
                    format!("“{name}” dẫn đến đoạn {paragraph}, nhưng nguyên văn không có đoạn đó")
                }
                Lang::English => format!(
                    "“{name}” refers to paragraph {paragraph}, which the text does not have"
                ),
            },
            TextMismatch::UnclaimedNumber { text, paragraph, sentence, .. } => {
                let place = self.paragraph_and_sentence(*paragraph, *sentence);
                match self.0 {
                    Lang::Vietnamese => format!("{place}: số {text} không thuộc chỉ tiêu nào"),
                    Lang::English => format!("{place}: {text} belongs to no indicator"),
                }
            }
        }
    }

    /// A paragraph by its number.
    #[must_use]
    fn paragraph(self, paragraph: u32) -> String {
        match self.0 {
            Lang::Vietnamese => format!("đoạn {paragraph}"),
            Lang::English => format!("paragraph {paragraph}"),
        }
    }

    fn figure_shown(self, figure: Decimal) -> String {
        format(figure, self.numbers())
    }

    /// What to do about a contradiction between a dataset and its text.
    #[must_use]
    pub fn compare_with_the_text(self) -> &'static str {
        self.pick(
            "hãy đối chiếu với nguyên văn trong source.text",
            "compare it with the text in source.text",
        )
    }

    /// A dataset whose indicators are not all accepted.
    #[must_use]
    pub fn draft_of(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("bản nháp: {count} chỉ tiêu cần xem lại"),
            Lang::English => {
                let indicators = noun(count, "indicator is", "indicators are");
                format!("a draft: {count} {indicators} to be reviewed")
            }
        }
    }

    /// How a draft is accepted.
    #[must_use]
    pub fn accept_draft(self) -> &'static str {
        self.pick(
            "xem xong chỉ tiêu nào thì xóa trường review của chỉ tiêu đó",
            "remove the field review of each indicator that was reviewed",
        )
    }
}
