//! Every word that the program itself says, in both languages, side by side. The data stays as
//! published.

mod errors;
mod hidden;
mod keys;
mod rules;
mod search_reasons;
mod sentences;
mod server;

use std::borrow::Cow;

pub use keys::key_name;

use crate::app::{Lang, Notice, Pane, SortBy, StatusFilter, Theme};
use crate::model::Status;
use crate::text::format_number::Style;

/// The program's words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Lang);

/// Methods of plain words: name, Vietnamese, English.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $vi:literal, $en:literal;)*) => {
        impl Words {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(self) -> &'static str {
                    self.pick($vi, $en)
                }
            )*
        }
    };
}

words! {
    /// Title of the sections pane.
    sections: "Mục", "Sections";
    /// The row for all sections.
    all: "Tất cả", "All";
    /// The row for what several datasets have.
    common: "So sánh", "Compare";
    /// Over the same indicator of the same place in other periods.
    other_periods: "Các kỳ", "Periods";
    /// Over the same indicator of other places in the same period.
    other_places: "Các nơi", "Places";
    /// Over the same indicator of datasets that share neither place nor period.
    other_datasets: "Các bộ số liệu", "Datasets";
    /// Title of the indicators pane.
    indicators: "Chỉ tiêu", "Indicators";
    /// Title of the detail pane.
    detail: "Chi tiết", "Detail";
    /// Title of the overview.
    overview: "Toàn cảnh", "Overview";
    /// Title of the search.
    search: "Tìm", "Search";
    /// Title of the help.
    help: "Trợ giúp", "Help";
    /// Title of the sort picker.
    sort_title: "Sắp xếp theo", "Sort by";
    /// Before how many percent of a file are read.
    reading: "đang đọc tệp…", "reading the file…";
    /// Title of the switcher of datasets.
    datasets_title: "Bộ số liệu", "Datasets";
    /// Title of the status picker.
    filter_title: "Chỉ hiện", "Show only";
    /// Column of figures.
    actual: "thực hiện", "actual";
    /// Column of percents.
    percent_short: "% KH", "% plan";
    /// Before a figure that was published as an estimate.
    estimate: "ước", "est.";
    /// Said of what was not published but follows.
    derived: "suy ra", "derived";
    /// Label.
    plan: "Kế hoạch", "Plan";
    /// Label.
    percent: "% kế hoạch", "% of plan";
    /// Label.
    verdict: "Đánh giá", "Verdict";
    /// Label.
    change: "Thay đổi", "Change";
    /// Label.
    previous: "Kỳ trước", "Previous";
    /// Label.
    previous_rank: "Hạng trước", "Rank before";
    /// Label.
    rank: "Xếp hạng", "Rank";
    /// Label.
    score: "Thang điểm", "Scale";
    /// Label.
    count: "Số lượng", "Count";
    /// Label.
    direction: "Chiều tốt", "Better";
    /// Label.
    note: "Lưu ý", "Note";
    /// Label.
    warning: "Cảnh báo", "Warning";
    /// Label.
    reference: "Nguồn", "Source";
    /// Label.
    actual_label: "Thực hiện", "Actual";
    /// Label.
    status_label: "Trạng thái", "Status";
    /// Label.
    section_label: "Mục", "Section";
    /// Over the indicators beside the one in the detail.
    neighbours: "Cùng mục", "In the same section";
    /// Label.
    unit_label: "Đơn vị", "Unit";
    /// Label of what an indicator stands under.
    within: "Thuộc", "Under";
    /// Label of a value of another period.
    other_period: "Kỳ khác", "Other";
    /// Beside a direction that the source does not give.
    assumed: "suy đoán từ tên", "assumed from the name";
    /// How to mend a figure that contradicts another.
    look_at_the_source: "hãy xem lại nguồn; số liệu được giữ nguyên", "look at the source; the figures are kept as they are";
    /// Before the place in the data that a complaint is about.
    within_data: "ở", "in";
    /// Before how to mend something.
    help_label: "cách sửa", "help";
    /// Value of the direction.
    lower_is_better: "thấp hơn là tốt hơn", "lower is better";
    /// Value of the direction.
    higher_is_better: "cao hơn là tốt hơn", "higher is better";
    /// Where the source names no plan.
    no_plan: "nguồn không nêu KH", "no plan in source";
    /// The same where space is short.
    no_plan_short: "không nêu", "not given";
    /// In the detail, where a plan is missing.
    plan_not_given: "nguồn không nêu", "not given by the source";
    /// A plan without a percent, without a verdict.
    no_percent: "không có tỷ lệ", "no percent";
    /// In place of a figure.
    no_figure: "–", "–";
    /// Before what is wrong with a file that was read anew.
    old_data_stays: "Tệp mới có lỗi, vẫn hiện số liệu cũ", "The file is broken now, the old data is shown";
    /// Before the complaint of a file that could not be opened beside others.
    others_are_shown: "Có tệp không mở được, đang hiện các tệp khác", "A file cannot be opened, the others are shown";
    /// Empty dataset.
    nothing_at_all: "Bộ số liệu không có chỉ tiêu nào.", "The dataset has no indicators.";
    /// Empty section.
    empty_section: "Mục này không có chỉ tiêu nào.", "This section has no indicators.";
    /// Detail without a selection.
    nothing_selected: "Chưa chọn chỉ tiêu nào.", "No indicator is selected.";
    /// Empty search field.
    search_hint: "Gõ tên chỉ tiêu; không dấu cũng được, từ nào trước cũng được: ngheo giam",
        "Type the name of an indicator, with or without accents, words in any order: ngheo giam";
    /// No hits.
    search_nothing_hint: "Thử bớt từ, hoặc gõ phần đầu của từ.",
        "Try fewer words, or the beginnings of words.";
    /// Over the hits that are only similar to what was typed.
    similar: "Gần giống:", "Similar:";
    /// While a search among a great many names is under way.
    searching: "Đang tìm…", "Searching…";
    /// Under the gauges.
    gauge_note: "Vạch ┃ là 100 % kế hoạch; thanh dài quá thang kết thúc bằng ▸.",
        "The mark ┃ is 100 % of plan; a bar past the scale ends in ▸.";
    /// About failed checks.
    warning_note: "! sau một số: số này không khớp với số khác của nguồn; Chi tiết nói vì sao.",
        "! after a figure: it does not agree with others of the source; the detail says why.";
    /// About derived figures.
    derived_note: "≈ là số suy ra từ số công bố, không phải số công bố; khoảng … là phần do làm tròn.",
        "≈ is derived from published figures, not published; the interval … is what rounding leaves open.";
    /// About the terminal's text selection.
    select_note: "Chọn chữ bằng chuột của terminal: tắt chuột bằng m, hoặc giữ Shift khi kéo.",
        "To select text with the terminal: switch the mouse off with m, or hold Shift.";
}

impl Words {
    pub(super) fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Lang::Vietnamese => vi,
            Lang::English => en,
        }
    }

    /// How figures are written in this language.
    #[must_use]
    pub fn numbers(self) -> Style {
        match self.0 {
            Lang::Vietnamese => Style::Vietnamese,
            Lang::English => Style::English,
        }
    }

    /// What the totals count.
    #[must_use]
    pub fn plan_indicators(self, long: bool) -> &'static str {
        if long {
            self.pick("chỉ tiêu kế hoạch", "plan indicators")
        } else {
            self.pick("KH", "plan")
        }
    }

    /// A status in words.
    #[must_use]
    pub fn status(self, status: Status) -> &'static str {
        match status {
            Status::Exceeded => self.pick("vượt kế hoạch", "exceeded"),
            Status::Met => self.pick("đạt kế hoạch", "met"),
            Status::Missed => self.pick("không đạt kế hoạch", "missed"),
            Status::InProgress => self.pick("đang thực hiện", "in progress"),
            Status::NotAssessed => self.pick("chưa rõ", "not assessed"),
        }
    }

    /// A status in few words.
    #[must_use]
    pub fn status_short(self, status: Status) -> &'static str {
        match status {
            Status::Exceeded => self.pick("vượt", "exceeded"),
            Status::Met => self.pick("đạt", "met"),
            Status::Missed => self.pick("không đạt", "missed"),
            Status::InProgress => self.pick("đang thực hiện", "in progress"),
            Status::NotAssessed => self.pick("chưa rõ", "not assessed"),
        }
    }

    /// A choice of the status picker.
    #[must_use]
    pub fn filter(self, filter: StatusFilter) -> &'static str {
        filter.map_or_else(|| self.pick("tất cả trạng thái", "every status"), |s| self.status(s))
    }

    /// A choice of the sort picker.
    #[must_use]
    pub fn sort(self, by: SortBy) -> &'static str {
        match by {
            SortBy::Source => self.pick("thứ tự nguồn", "source order"),
            SortBy::Name => self.pick("tên", "name"),
            SortBy::Percent => self.pick("% kế hoạch", "% of plan"),
            SortBy::Change => self.pick("thay đổi", "change"),
        }
    }

    /// The title of a pane.
    #[must_use]
    pub fn pane(self, pane: Pane) -> &'static str {
        match pane {
            Pane::Sections => self.sections(),
            Pane::Indicators => self.indicators(),
            Pane::Detail => self.detail(),
        }
    }

    /// The name of a theme.
    #[must_use]
    pub fn theme(self, theme: Theme) -> &'static str {
        match theme {
            Theme::Terminal => self.pick("16 màu của terminal", "the terminal's 16 colours"),
            Theme::Dark => self.pick("nền tối", "dark"),
            Theme::Light => self.pick("nền sáng", "light"),
            Theme::None => self.pick("không màu", "no colour"),
        }
    }

    /// A notice for the footer.
    #[must_use]
    pub fn notice(self, notice: Notice) -> Cow<'static, str> {
        let told = match notice {
            Notice::Copied => self.pick(
                "Đã gửi chỉ tiêu tới bộ nhớ tạm (OSC 52).",
                "Sent the indicator to the clipboard (OSC 52).",
            ),
            Notice::MouseOn => self.pick("Chuột: bật.", "Mouse: on."),
            Notice::MouseOff => self.pick(
                "Chuột: tắt; chọn chữ được bằng terminal. m bật lại.",
                "Mouse: off; the terminal can select text. m switches it on.",
            ),
            Notice::Dragged => self.pick(
                "Muốn chọn chữ: nhấn m để tắt chuột.",
                "To select text, press m: it switches the mouse off.",
            ),
            Notice::FilterUndone => {
                self.pick("Đã bỏ lọc: lọc che chỉ tiêu này.", "Filter undone: it hid this one.")
            }
            Notice::PasteCut => self.pick(
                "Đoạn dán quá dài: chỉ giữ 1.000 ký tự đầu.",
                "The paste is too long: only its first 1,000 characters are kept.",
            ),
            Notice::NothingCommon => self.pick(
                "Không chỉ tiêu nào có ở nhiều bộ số liệu: không có gì để so sánh.",
                "No indicator is in more than one dataset: there is nothing to compare.",
            ),
            Notice::Unread(cells) => return self.unread(cells).into(),
            Notice::Hidden(hidden) => return self.hidden(hidden).into(),
            Notice::Reloaded => self.pick("Tệp đã được đọc lại.", "The files were read anew."),
            Notice::Unchanged => self.pick("Tệp không có gì thay đổi.", "The files are unchanged."),
        };
        told.into()
    }
}
