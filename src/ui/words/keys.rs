//! Names of keys, actions and what may be on top.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::Words;
use crate::app::keymap::Key;
use crate::app::{Action, Edit, Notice, Step, Top};

impl Words {
    /// An action in few words, for the footer and the help.
    #[must_use]
    pub fn action(self, action: &Action, top: Top) -> &'static str {
        match action {
            Action::Move(Step::Up | Step::Down) if top == Top::Text => {
                self.pick("số sau/trước", "next/previous number")
            }
            Action::Move(Step::Up | Step::Down) => self.pick("di chuyển", "move"),
            Action::Move(Step::PageUp | Step::PageDown) => {
                self.pick("lên/xuống một trang", "page up/down")
            }
            Action::Move(Step::First | Step::Last) => self.pick("đầu, cuối", "first, last"),
            Action::NextPane | Action::PreviousPane => self.pick("chuyển khung", "pane"),
            Action::PaneLeft | Action::PaneRight if top == Top::Overview => {
                self.pick("mục trước/sau", "previous/next section")
            }
            Action::PaneLeft | Action::PaneRight if top == Top::Comparison => {
                self.pick("cột trái/phải", "left/right column")
            }
            Action::PaneLeft | Action::PaneRight => self.pick("khung trái/phải", "left/right pane"),
            Action::NextIndicator | Action::PreviousIndicator => {
                self.pick("chỉ tiêu trước/sau", "previous/next indicator")
            }
            Action::Open => match top {
                Top::Picker | Top::FieldPicker => self.pick("chọn", "choose"),
                Top::Search | Top::Overview | Top::Comparison | Top::Text => {
                    self.pick("mở chỉ tiêu", "open it")
                }
                _ => self.pick("mở", "open"),
            },
            Action::Back => self.pick("quay lại", "back"),
            Action::Search => self.pick("tìm", "search"),
            Action::Overview => self.pick("toàn cảnh", "overview"),
            Action::Compare if top == Top::Comparison => self.pick("quay lại", "back"),
            Action::Compare => self.pick("so sánh", "compare"),
            Action::Turn => self.pick("xoay bảng", "turn"),
            Action::TurnBack => self.pick("xoay ngược", "turn back"),
            Action::NextMeasure => self.pick("đổi số đo", "measure"),
            Action::SortRows => self.pick("xếp theo cột", "sort by column"),
            Action::SortColumns => self.pick("xếp theo hàng", "sort by row"),
            Action::Complete => self.pick("điền nốt bộ lọc", "complete the filter"),
            Action::Mark => self.pick("đánh dấu", "mark"),
            Action::ClearMarks => self.pick("bỏ hết đánh dấu", "remove all marks"),
            Action::Text if top == Top::Text => self.pick("quay lại", "back"),
            Action::Text => self.pick("văn bản", "text"),
            Action::NextOpenNumber => self.pick("số cần xem kế tiếp", "next to review"),
            Action::Accept => self.pick("nhận", "accept"),
            Action::SetAside => self.pick("không phải chỉ tiêu", "no indicator"),
            Action::MakeIndicator => self.pick("tạo chỉ tiêu", "make an indicator"),
            Action::Undo => self.pick("hoàn tác", "undo"),
            Action::EditText => self.pick("sửa tệp", "edit the file"),
            Action::OnlyToReview => self.pick("chỉ những chỉ tiêu cần xem", "only those to review"),
            Action::PickDataset => self.pick("bộ số liệu", "dataset"),
            Action::PickPeriod => self.pick("chọn kỳ", "choose a period"),
            Action::PickPlace => self.pick("chọn nơi", "choose a place"),
            Action::PickColumns => self.pick("chọn cột", "columns"),
            Action::ToggleFold => self.pick("gập/mở", "fold"),
            Action::FoldAll(true) => self.pick("gập hết", "fold all"),
            Action::FoldAll(false) => self.pick("mở hết", "unfold all"),
            Action::PreviousPeriod | Action::NextPeriod => {
                self.pick("kỳ trước/sau", "previous/next period")
            }
            Action::PreviousPlace | Action::NextPlace => {
                self.pick("nơi trước/sau", "previous/next place")
            }
            Action::PickSort => self.pick("sắp xếp", "sort"),
            Action::PickStatus => self.pick("lọc", "filter"),
            Action::Reset => self.pick("bỏ lọc và sắp xếp", "clear filter and sort"),
            Action::Copy => self.pick("chép", "copy"),
            Action::Help => self.pick("trợ giúp", "help"),
            Action::Mouse => self.pick("bật/tắt chuột", "mouse on/off"),
            Action::Theme => self.pick("đổi màu", "theme"),
            Action::Language => self.pick("English", "tiếng Việt"),
            Action::Redraw => self.pick("vẽ lại", "redraw"),
            Action::Reload => self.pick("đọc lại tệp", "reload files"),
            Action::Suspend => self.pick("tạm dừng", "suspend"),
            Action::Quit => self.pick("thoát", "quit"),
            Action::Edit(edit) => self.edit(*edit),
            _ => "",
        }
    }

    /// An action in a word, for the footer of a narrow window; `None` for one that is short already.
    #[must_use]
    pub fn action_in_a_word(self, action: &Action, top: Top) -> Option<&'static str> {
        match action {
            Action::PreviousPeriod | Action::NextPeriod => Some(self.pick("kỳ", "period")),
            Action::PreviousPlace | Action::NextPlace => Some(self.pick("nơi", "place")),
            _ if top != Top::Comparison => None,
            Action::NextMeasure => Some(self.pick("số đo", "measure")),
            Action::Turn => Some(self.pick("xoay", "turn")),
            Action::Back => Some(self.pick("lùi", "back")),
            Action::Help => Some(""),
            _ => None,
        }
    }

    /// An action in few words, one direction by itself, for the help.
    #[must_use]
    pub fn one_action(self, action: &Action, top: Top) -> &'static str {
        let is_overview = top == Top::Overview;
        match action {
            Action::Move(Step::Up) if top == Top::Text => self.pick("số trước", "previous number"),
            Action::Move(Step::Down) if top == Top::Text => self.pick("số sau", "next number"),
            Action::Move(Step::Up) => self.pick("lên", "up"),
            Action::Move(Step::Down) => self.pick("xuống", "down"),
            Action::Move(Step::PageUp) => self.pick("lên một trang", "page up"),
            Action::Move(Step::PageDown) => self.pick("xuống một trang", "page down"),
            Action::Move(Step::First) => self.pick("về đầu", "first"),
            Action::Move(Step::Last) => self.pick("về cuối", "last"),
            Action::NextPane => self.pick("khung sau", "next pane"),
            Action::PreviousPane => self.pick("khung trước", "previous pane"),
            Action::PaneLeft if is_overview => self.pick("mục trước", "previous section"),
            Action::PaneRight if is_overview => self.pick("mục sau", "next section"),
            Action::PaneLeft if top == Top::Comparison => {
                self.pick("cột bên trái", "column on the left")
            }
            Action::PaneRight if top == Top::Comparison => {
                self.pick("cột bên phải", "column on the right")
            }
            Action::PaneLeft => self.pick("khung bên trái", "pane on the left"),
            Action::PaneRight => self.pick("khung bên phải", "pane on the right"),
            Action::NextIndicator => self.pick("chỉ tiêu sau", "next indicator"),
            Action::PreviousIndicator => self.pick("chỉ tiêu trước", "previous indicator"),
            Action::PreviousPeriod => self.pick("kỳ trước", "previous period"),
            Action::NextPeriod => self.pick("kỳ sau", "next period"),
            Action::PreviousPlace => self.pick("nơi trước", "previous place"),
            Action::NextPlace => self.pick("nơi sau", "next place"),
            Action::Edit(Edit::Left) => self.pick("lùi một ký tự", "back by a character"),
            Action::Edit(Edit::Right) => self.pick("tiến một ký tự", "forward by a character"),
            Action::Edit(Edit::WordLeft) => self.pick("lùi một từ", "back by a word"),
            Action::Edit(Edit::WordRight) => self.pick("tiến một từ", "forward by a word"),
            Action::Edit(Edit::Home) => self.pick("về đầu dòng", "start of the line"),
            Action::Edit(Edit::End) => self.pick("về cuối dòng", "end of the line"),
            _ => self.action(action, top),
        }
    }

    /// Why a key did nothing.
    pub(super) fn nothing_notice(self, notice: Notice) -> &'static str {
        match notice {
            Notice::AllFolded(true) => self.pick("Đã gập hết.", "All rows are folded."),
            Notice::AllFolded(false) => self.pick("Đã mở hết.", "All rows are unfolded."),
            Notice::NotHere => self.pick(
                "Phím này không dùng ở màn hình này; ? xem các phím.",
                "This key has no meaning here; ? lists the keys.",
            ),
            Notice::NothingSelected => self.nothing_selected(),
            Notice::NothingToReset => self.pick(
                "Đang không lọc, không sắp xếp: không có gì để bỏ.",
                "There is no filter and no sort to clear.",
            ),
            Notice::NothingToReload => {
                self.pick("Không có tệp nào để đọc lại.", "There is no file to reload.")
            }
            Notice::NothingToSort => {
                self.pick("Ở đây không có cột để sắp xếp.", "There are no columns to sort here.")
            }
            _ => "",
        }
    }

    fn edit(self, edit: Edit) -> &'static str {
        match edit {
            Edit::Left | Edit::Right => self.pick("lùi/tiến một ký tự", "cursor by a character"),
            Edit::WordLeft | Edit::WordRight => self.pick("lùi/tiến một từ", "cursor by a word"),
            Edit::Home | Edit::End => self.pick("đầu, cuối dòng", "start, end of line"),
            Edit::Backspace => self.pick("xóa ký tự trước", "delete the character before"),
            Edit::Delete => self.pick("xóa ký tự sau", "delete the character after"),
            Edit::DeleteWord => self.pick("xóa từ trước", "delete the word before"),
            Edit::DeleteToStart => self.pick("xóa", "clear"),
            Edit::DeleteToEnd => self.pick("xóa đến cuối", "delete to end"),
            Edit::Insert(_) => "",
        }
    }

    /// The name of what is on top, over its keys in the help.
    #[must_use]
    pub fn top(self, top: Top) -> &'static str {
        match top {
            Top::Panes => self.pick("Trong các khung", "In the panes"),
            Top::Search => self.pick("Trong ô tìm", "In the search field"),
            Top::Overview => self.pick("Trong toàn cảnh", "In the overview"),
            Top::Comparison => self.pick("Trong bảng so sánh", "In the comparison"),
            Top::Text => self.pick("Trong văn bản nguồn", "In the text of the source"),
            Top::Picker => self.pick("Trong bảng chọn", "In a picker"),
            Top::FieldPicker => self.pick("Trong bảng chọn có ô gõ", "In a picker with a field"),
            Top::Help => self.pick("Trong trợ giúp", "In the help"),
        }
    }
}

/// The name of a key as people write it: `Ctrl-C`, `PgUp`, `↑`.
#[must_use]
pub fn key_name(key: &Key) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => "Space".into(),
        KeyCode::Char(c) if key.modifiers == KeyModifiers::NONE => c.to_string(),
        KeyCode::Char(c) => c.to_uppercase().to_string(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::Up => "↑".into(),
        KeyCode::Down => "↓".into(),
        KeyCode::Left => "←".into(),
        KeyCode::Right => "→".into(),
        KeyCode::PageUp => "PgUp".into(),
        KeyCode::PageDown => "PgDn".into(),
        KeyCode::BackTab => "Shift-Tab".into(),
        other => other.to_string(),
    };
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        format!("Ctrl-{name}")
    } else if key.modifiers.contains(KeyModifiers::ALT) {
        format!("Alt-{name}")
    } else {
        name
    }
}
