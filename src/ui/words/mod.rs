//! Every text of the program, in Vietnamese and English. Texts of the data stay as published.
//!
//! Only the help of the command line is elsewhere, as clap makes it: in English in the comments of `cli/arguments`, in
//! Vietnamese in `cli/vietnamese_help.rs`.

mod changes;
mod comparison_words;
mod diagnostics;
mod hidden;
mod import;
mod input_errors;
mod keys;
mod location_words;
mod lookup_errors;
mod manual;
mod missing_words;
mod notice_words;
mod output_errors;
mod period_words;
mod plain_words;
mod query_words;
mod review_words;
mod rules;
mod search_reasons;
mod sentences;
mod series_words;
mod server;
#[cfg(test)]
mod tests;
mod text_mismatch;
mod unassessed;
mod usage_errors;
mod warnings;

use std::borrow::Cow;

pub use diagnostics::Message;
pub use keys::key_name;
pub use manual::ManualSection;
pub(crate) use period_words::SliceAxis;

use crate::app::{Lang, ListColumn, Pane, SortBy, StatusFilter, Theme};
use crate::model::{Place, Status};
use crate::text::format_number::Style;

/// The texts of the program in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Lang);

/// The noun behind a number in English: "indicator" behind 1, else "indicators".
fn noun<N: From<u8> + PartialEq>(number: N, one: &'static str, many: &'static str) -> &'static str {
    if number == N::from(1) { one } else { many }
}

/// Defines a method for each fixed text: name, Vietnamese, English.
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
    /// Heading over the same indicator of the same place in other periods.
    other_periods: "Các kỳ", "Periods";
    /// Heading over the same indicator of other places in the same period.
    other_places: "Các nơi", "Places";
    /// Heading over the same indicator of datasets that share neither place nor period.
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
    /// Before the percentage of a file that is read.
    reading: "đang đọc tệp…", "reading the file…";
    /// Title of the dataset picker.
    datasets_title: "Bộ số liệu", "Datasets";
    /// Title of the period picker.
    periods_title: "Kỳ", "Period";
    /// Title of the place picker.
    places_title: "Nơi", "Place";
    /// Title of the picker of columns.
    columns_title: "Cột trong danh sách", "Columns of the list";
    /// In the empty field of the place picker.
    place_hint: "gõ tên nơi để lọc", "type to filter";
    /// In the place picker, if no place has what was typed.
    no_such_place: "Không có nơi nào tên như vậy.", "No place has such a name.";
    /// After a column that the user wants, but that has no room.
    no_room: "khung hẹp, không đủ chỗ", "no room";
    /// After a column that the user wants, but that has no data.
    no_data: "không có số liệu", "no data";
    /// Title of the status picker.
    filter_title: "Lọc theo trạng thái", "Filter by status";
    /// Heading of the column of figures.
    actual: "thực hiện", "actual";
    /// Heading of the column of percents.
    percent_short: "% KH", "% plan";
    /// Before a figure that was published as an estimate.
    estimate: "ước", "est.";
    /// Before a figure that was published as preliminary.
    preliminary: "sơ bộ", "prel.";
    /// Marks a value that was not published but derived.
    derived: "tính ra", "derived";
    /// Label.
    plan: "Kế hoạch", "Plan";
    /// Label.
    percent: "% kế hoạch", "% of plan";
    /// Label.
    other_plan_label: "KH khác", "Other plan";
    /// Label.
    verdict: "Đánh giá", "Verdict";
    /// Label.
    change: "Thay đổi", "Change";
    /// Label.
    previous: "Kỳ trước", "Previous";
    /// Label.
    previous_rank: "Thứ hạng kỳ trước", "Previous rank";
    /// Label.
    rank: "Xếp hạng", "Rank";
    /// Label.
    score: "Thang điểm", "Scale";
    /// Label.
    count: "Số đạt/tổng số", "Count";
    /// Label.
    direction: "Chiều hướng", "Direction";
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
    /// Heading over the neighbours of an indicator in its section.
    neighbours: "Cùng mục", "In the same section";
    /// Label.
    unit_label: "Đơn vị", "Unit";
    /// Label of the parents of an indicator.
    within: "Thuộc", "Under";

    /// After a direction that the source does not state.
    assumed: "đoán theo tên chỉ tiêu", "assumed from the name";
    /// How to fix a figure that contradicts another.
    look_at_the_source: "hãy xem lại nguồn; số liệu được giữ nguyên", "look at the source; the figures are kept as they are";
    /// Before the place in the data that a diagnostic is about.
    within_data: "ở", "in";
    /// Before how to fix something.
    help_label: "cách sửa", "help";
    /// The direction of an indicator of which less is better.
    lower_is_better: "càng thấp càng tốt", "lower is better";
    /// The direction of an indicator of which more is better.
    higher_is_better: "càng cao càng tốt", "higher is better";
    /// In place of the gauge, for an indicator without a plan.
    no_plan: "nguồn không nêu KH", "plan not stated";
    /// In place of the gauge, for an indicator without a plan, in few words.
    no_plan_short: "không nêu", "not stated";
    /// The plan in the detail, for an indicator without one.
    plan_not_given: "nguồn không nêu", "not stated by the source";
    /// In place of the gauge, for a plan without percent and verdict.
    no_percent: "không có tỷ lệ", "no percent";
    /// In place of a missing figure.
    no_figure: "–", "–";
    /// Before the error of a file that could not be reloaded.
    old_data_stays: "Tệp mới có lỗi, vẫn hiện số liệu cũ", "The file has errors, the old data is shown";
    /// Before the error of a file that could not be opened, while others could.
    others_are_shown: "Có tệp không mở được, đang hiện các tệp khác", "A file cannot be opened, the others are shown";
    /// In the list of an empty section.
    empty_section: "Mục này không có chỉ tiêu nào. Chọn mục khác ở khung Mục (phím h).",
        "This section has no indicators. Choose another one in the sections pane (key h).";
    /// In the detail, if no indicator is selected.
    nothing_selected: "Chưa chọn chỉ tiêu nào.", "No indicator is selected.";
    /// In an empty search field.
    search_hint: "Gõ tên chỉ tiêu; không dấu cũng được, theo thứ tự nào cũng được: ngheo giam",
        "Type the name of an indicator, with or without accents, words in any order: ngheo giam";
    /// What to try when nothing was found.
    search_nothing_hint: "Thử bớt từ, hoặc gõ phần đầu của từ.",
        "Try fewer words, or the beginnings of words.";
    /// Heading over the hits that are only similar to the query.
    similar: "Gần giống:", "Similar:";
    /// While a search of a large collection is running.
    searching: "Đang tìm…", "Searching…";
    /// Explains the gauges and the sparklines in the help.
    gauge_note: "Vạch ┃ là 100 % kế hoạch; thanh dài quá thang kết thúc bằng ▸. Cột nhỏ theo kỳ có ○: số ước; ─: nêu bằng chữ.",
        "The mark ┃ is 100 % of plan; a bar past the scale ends in ▸. ○ after a small column: an estimate; ─: a result in words.";
    /// Explains the marker of failed checks in the help.
    warning_note: "! sau một số: số này không khớp với số khác của nguồn, xem giải thích ở Chi tiết; hoặc dòng có ô không đọc được.",
        "! after a figure: it does not agree with others of the source, which the detail explains; or a cell of the row could not be read.";
    /// Explains derived figures in the help.
    derived_note: "≈ là số tính từ số công bố, không phải số công bố; khoảng … là phần do làm tròn.",
        "≈ is derived from published figures, not published; in an interval …, the rounding of the published figures leaves the value open.";
    /// Explains in the help how to select text with the mouse.
    select_note: "Chọn chữ bằng chuột của terminal: giữ Shift khi kéo, hoặc tắt chuột bằng m ở danh sách.",
        "To select text with the terminal: hold Shift, or switch the mouse off with m in the list.";
}

impl Words {
    pub(super) fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Lang::Vietnamese => vi,
            Lang::English => en,
        }
    }

    /// The number format of this language.
    #[must_use]
    pub fn numbers(self) -> Style {
        match self.0 {
            Lang::Vietnamese => Style::Vietnamese,
            Lang::English => Style::English,
        }
    }

    /// The place of a dataset, or its file if the source names no place.
    #[must_use]
    pub fn place(self, place: &Place) -> Cow<'_, str> {
        match place {
            Place::Named(_) | Place::Within(_) => Cow::Borrowed(place.name()),
            Place::File(name) => format!("{} {name}", self.pick("tệp", "file")).into(),
        }
    }

    /// The name of what the totals count.
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
            Status::NotAssessed => self.pick("không đánh giá", "not assessed"),
        }
    }

    /// A status in as few words as possible.
    #[must_use]
    pub fn status_short(self, status: Status) -> &'static str {
        match status {
            Status::Exceeded => self.pick("vượt", "exceeded"),
            Status::Met => self.pick("đạt", "met"),
            Status::Missed => self.pick("không đạt", "missed"),
            Status::InProgress => self.pick("đang thực hiện", "in progress"),
            Status::NotAssessed => self.pick("không đánh giá", "not assessed"),
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
            SortBy::Trend => self.pick("xu thế", "trend"),
            SortBy::Actual => self.pick("thực hiện", "actual"),
            SortBy::Plan => self.pick("kế hoạch", "plan"),
            SortBy::Unit => self.pick("đơn vị tính", "unit"),
        }
    }

    /// A choice of the picker of columns.
    #[must_use]
    pub fn column(self, column: ListColumn) -> &'static str {
        match column {
            ListColumn::Unit => self.pick("đơn vị tính", "unit"),
            ListColumn::Plan => self.pick("kế hoạch", "plan"),
            ListColumn::Actual => self.pick("thực hiện", "actual"),
            ListColumn::Percent => self.pick("% kế hoạch và thanh", "% of plan and its bar"),
            ListColumn::Change => {
                self.pick("thay đổi so với kỳ trước", "change against the period before")
            }
            ListColumn::Periods => self.pick("xu thế qua các kỳ", "trend over the periods"),
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
            Theme::Terminal => self.pick("nền sáng hay tối", "dark or light"),
            Theme::Dark => self.pick("nền tối", "dark"),
            Theme::Light => self.pick("nền sáng", "light"),
            Theme::None => self.pick("không màu", "no colour"),
        }
    }
}
