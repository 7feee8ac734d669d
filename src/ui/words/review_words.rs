//! The review of drafts in words: what became of a number, why an indicator is to be reviewed, and what was decided.

use std::io::ErrorKind;

use super::{Words, noun};
use crate::app::{Lang, NotSaved, Notice};
use crate::dataset::{Fate, MADE_BY_HAND, NumberState};

impl Words {
    /// What is to be reviewed, in few words.
    #[must_use]
    pub fn to_review(self) -> &'static str {
        self.pick("cần xem", "to review")
    }

    /// The title of the reading view.
    #[must_use]
    pub fn source_text(self) -> &'static str {
        self.pick("Văn bản nguồn", "Text of the source")
    }

    /// How many numbers of a text are to be reviewed, and how many belong to no indicator.
    #[must_use]
    pub fn open_numbers(self, to_review: usize, unread: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("? {to_review} số cần xem · ! {unread} số chưa hiểu"),
            Lang::English => {
                let numbers = noun(to_review, "number", "numbers");
                format!("? {to_review} {numbers} to review · ! {unread} not understood")
            }
        }
    }

    /// A text without numbers.
    #[must_use]
    pub fn no_numbers(self) -> &'static str {
        self.pick("văn bản không có số nào", "the text has no numbers")
    }

    /// What became of a number of a text.
    #[must_use]
    pub fn number_state(self, state: NumberState, fate: Fate) -> &'static str {
        match (state, fate) {
            (NumberState::Sure, _) => self.pick("chắc", "sure"),
            (NumberState::ToReview, _) => self.to_review(),
            (NumberState::Unread, _) => {
                self.pick("chưa thuộc chỉ tiêu nào", "belongs to no indicator")
            }
            (NumberState::Aside, Fate::Name) => {
                self.pick("thuộc tên hoặc đơn vị", "part of a name or a unit")
            }
            (NumberState::Aside, Fate::Date) => {
                self.pick("ngày, thứ tự hoặc số văn bản", "a date, an ordinal or a document")
            }
            (NumberState::Aside, Fate::Total) => self.pick("tổng số chỉ tiêu", "a total"),
            (NumberState::Aside, Fate::Passing) => self.pick("nhắc qua", "in passing"),
            (NumberState::Aside, Fate::Figure | Fate::Unread) => {
                self.pick("không phải chỉ tiêu", "no indicator")
            }
        }
    }

    /// Why an indicator is to be reviewed; a reason that the program does not know, as it is.
    #[must_use]
    pub fn doubt(self, name: &str) -> String {
        let text = match name {
            "unknown-name" => self.pick("tên lạ", "an unknown name"),
            "name-length" => self.pick("tên quá ngắn hoặc quá dài", "a very short or long name"),
            "name-behind" => self.pick("tên ở sau số", "the name is behind the number"),
            "name-inherited" => self.pick("tên lấy từ câu trước", "the name is from before"),
            "percent-inherited" => {
                self.pick("không rõ phần trăm của cái gì", "unclear what the percent is of")
            }
            "percent-or-points" => {
                self.pick("phần trăm hay điểm phần trăm", "percent or percentage points")
            }
            "several-plans" => self.pick("nhiều kế hoạch", "several plans"),
            "no-unit" => self.pick("không có đơn vị", "no unit"),
            "contradiction" => {
                self.pick("các số không khớp nhau", "the numbers contradict each other")
            }
            "unread-nearby" => {
                self.pick("có số chưa hiểu trong câu", "a number of the sentence is not understood")
            }
            "target-or-actual" => self.pick("mục tiêu hay kết quả", "a target or a result"),
            "construction" => self.pick("cách viết lạ", "an unusual construction"),
            "period-open" => self.pick("chưa rõ kỳ của số", "unclear of which period"),
            "owner-open" => self.pick("chưa rõ số của chỉ tiêu nào", "unclear of which indicator"),
            "name-is-place" => self.pick("tên chỉ là địa danh", "the name is only that of a place"),
            "direction-open" => {
                self.pick("chưa rõ tăng hay giảm", "unclear whether it rose or fell")
            }
            "same-name" => self.pick(
                "trùng tên với chỉ tiêu khác trong câu",
                "another indicator of the sentence has this name",
            ),
            "name-cut" => self.pick("tên bị cắt", "the name is cut"),
            "unit-unlike-name" => {
                self.pick("đơn vị không hợp với tên", "the unit does not fit the name")
            }
            "count-or-plan" => {
                self.pick("số thứ hai là tổng số hay kế hoạch", "the second number may be the plan")
            }
            "whole-open" => self.pick(
                "chỉ tiêu mà số này là một phần cũng cần rà soát",
                "the indicator of which it is a part is to be reviewed too",
            ),
            "place-open" => self.pick("chưa rõ số của nơi nào", "unclear of which place"),
            MADE_BY_HAND => self.pick(
                "do người rà soát thêm; tên lấy từ chữ đứng trước số",
                "added by the reviewer; the name is what is before the number",
            ),
            other => return crate::text::sanitize::visible(other).into_owned(),
        };
        text.to_owned()
    }

    /// A notice of the review.
    pub(super) fn review_notice(self, notice: Notice) -> &'static str {
        match notice {
            Notice::Accepted => self.pick("Đã nhận; u hoàn tác.", "Accepted; u undoes it."),
            Notice::SetAside => self.pick(
                "Đã ghi: không phải chỉ tiêu; u hoàn tác.",
                "Noted: no indicator; u undoes it.",
            ),
            Notice::IndicatorMade => self.pick(
                "Đã thêm chỉ tiêu, cần xem tên; e sửa, u hoàn tác.",
                "An indicator was added, review its name; e edits, u undoes it.",
            ),
            Notice::Undone => self.pick("Đã hoàn tác.", "Undone."),
            Notice::NothingToUndo => self.pick("Không có gì để hoàn tác.", "Nothing to undo."),
            Notice::NothingToDecide => self.pick(
                "Thao tác này không áp dụng cho số đang chọn.",
                "This does not apply to the selected number.",
            ),
            Notice::NothingOpen => {
                self.pick("Không còn số nào cần xem.", "No number is left to review.")
            }
            Notice::OnlyOpen => {
                self.pick("Đây là số duy nhất cần xem.", "This is the only number left to review.")
            }
            Notice::ReadOnly => self.pick(
                "Ở đây chỉ đọc, không sửa được tệp này.",
                "Read only: this file cannot be changed here.",
            ),
            Notice::NoText => self.pick(
                "Bộ số liệu không kèm văn bản nguồn.",
                "The dataset does not carry the text of its source.",
            ),
            Notice::NoEditor => self.pick(
                "Không mở được trình soạn thảo; đặt biến EDITOR.",
                "The editor could not be started; set EDITOR.",
            ),
            Notice::NotSaved(NotSaved::Changed) => self.pick(
                "Chưa ghi: tệp đã đổi hoặc không phải bản nháp; đang đọc lại.",
                "Not written: the file changed or is no draft; it is read again.",
            ),
            Notice::NotSaved(NotSaved::Failed(ErrorKind::PermissionDenied)) => {
                self.pick("Chưa ghi: không có quyền.", "Not written: permission denied.")
            }
            Notice::NotSaved(NotSaved::Failed(ErrorKind::StorageFull)) => {
                self.pick("Chưa ghi: đĩa đã đầy.", "Not written: the disk is full.")
            }
            Notice::NotSaved(NotSaved::Failed(_)) => self
                .pick("Chưa ghi: không ghi được tệp.", "Not written: the file cannot be written."),
            _ => "",
        }
    }
}
