//! The notices of the footer.

use std::borrow::Cow;

use super::Words;
use crate::app::Notice;

impl Words {
    /// A notice for the footer; `file` is the only open one, sanitized.
    #[must_use]
    pub fn notice(self, notice: Notice, file: Option<&str>) -> Cow<'static, str> {
        let text = match notice {
            Notice::Copied => self
                .pick("Đã chép chỉ tiêu vào bộ nhớ tạm.", "Copied the indicator to the clipboard."),
            Notice::MouseOn => self.pick("Chuột: bật.", "Mouse: on."),
            Notice::MouseOff => self.pick(
                "Chuột: tắt; chọn chữ được bằng terminal. m bật lại.",
                "Mouse: off; the terminal can select text. m switches it on.",
            ),
            Notice::Dragged => self.pick(
                "Muốn chọn chữ: nhấn m để tắt chuột.",
                "To select text, press m: it switches the mouse off.",
            ),
            Notice::FilterCleared => self.pick(
                "Đã bỏ lọc vì chỉ tiêu này bị lọc ẩn.",
                "Filter cleared: it hid this indicator.",
            ),
            Notice::PasteCut => self.pick(
                "Đoạn dán quá dài: chỉ giữ 1.000 ký tự đầu.",
                "The paste is too long: only its first 1,000 characters are kept.",
            ),
            Notice::NothingToCompare => self.pick(
                "Chỉ tiêu này không có ở nơi hay kỳ nào khác: không có gì để so sánh.",
                "No other place or period has this indicator: there is nothing to compare.",
            ),
            Notice::NothingLeftToCompare => self.pick(
                "Bộ lọc không để lại gì để so sánh; nhấn x để bỏ lọc.",
                "The filter leaves nothing to compare; x clears it.",
            ),
            Notice::EmptyCell => self.pick("Ô này không có số liệu.", "This cell has no figure."),
            Notice::OnlyValue => self.pick(
                "Số này chỉ được nêu cạnh kết quả đang xem: không có danh sách của kỳ ấy.",
                "This value is only given next to the result: its period has no list.",
            ),
            Notice::NotInSlice => self.pick(
                "Chỉ tiêu vừa xem không có ở kỳ, nơi này: đang chọn chỉ tiêu gần nhất.",
                "This place and period do not have that indicator: the nearest one is selected.",
            ),
            Notice::PlaceLacksPeriod(period) => return self.place_lacks(period).into(),
            Notice::NoNeighbour(axis, step) => self.no_neighbour(axis, step),
            Notice::OnlyOne(axis) => self.only_one(axis),
            Notice::OnlyDataset => {
                self.pick("Chỉ có một bộ số liệu.", "There is only one dataset.")
            }
            Notice::NoOtherTurn { .. } | Notice::NoOtherMeasure => self.comparison_notice(notice),
            Notice::Theme(theme) => {
                let name = self.theme(theme);
                return format!("{}: {name}.", self.pick("Màu", "Theme")).into();
            }
            Notice::OthersNextTo => self.pick(
                "Các kỳ khác chỉ được nêu kèm kỳ này: xem ở chi tiết, hoặc v so sánh.",
                "Other periods are only given next to this one: see the detail, or v to compare.",
            ),
            Notice::NothingToFold => {
                self.pick("Dòng này không có thành phần để gập.", "This row has no parts to fold.")
            }
            Notice::FilteredNoFold => self.pick(
                "Danh sách đang lọc không gập được; nhấn x để bỏ lọc.",
                "A filtered list does not fold; x clears the filter.",
            ),
            Notice::AllFolded(_)
            | Notice::NotHere
            | Notice::NothingSelected
            | Notice::NothingToReset
            | Notice::NothingToReload
            | Notice::NothingToSort => self.nothing_notice(notice),
            Notice::Unread(cells) => return self.unread(cells, file).into(),
            Notice::Hidden(hidden) => return self.hidden(hidden).into(),
            Notice::Accepted
            | Notice::SetAside
            | Notice::IndicatorMade
            | Notice::Undone
            | Notice::NothingToUndo
            | Notice::NothingToDecide
            | Notice::NothingOpen
            | Notice::OnlyOpen
            | Notice::ReadOnly
            | Notice::NoText
            | Notice::NoEditor
            | Notice::NotSaved(_) => self.review_notice(notice),
            Notice::Reloaded => self.pick("Tệp đã được đọc lại.", "The files were reloaded."),
            Notice::Unchanged => self.pick("Tệp không có gì thay đổi.", "The files are unchanged."),
        };
        text.into()
    }
}
