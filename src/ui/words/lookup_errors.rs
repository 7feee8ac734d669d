//! Errors of a place, a period, a section or an id that the data does not have.

use super::Words;
use crate::app::Lang;

impl Words {
    /// No section, or more than one, has a name with this beginning.
    #[must_use]
    pub fn no_one_section(self, name: &str, several: bool) -> String {
        let what = if several {
            self.pick("có nhiều mục bắt đầu bằng", "more than one section begins with")
        } else {
            self.pick("không có mục nào tên", "no section")
        };
        format!("{what} “{name}”")
    }

    /// The indicator with this id is not in the wanted place or period.
    #[must_use]
    pub fn not_in_slice(self, id: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("chỉ tiêu `{id}` không có ở nơi hoặc kỳ này"),
            Lang::English => format!("the indicator `{id}` is not in this place or period"),
        }
    }

    /// No dataset is of this place.
    #[must_use]
    pub fn no_data_of_place(self, name: &str) -> String {
        format!("{} “{name}”", self.pick("không có số liệu của", "no data for"))
    }

    /// No dataset is of this period.
    #[must_use]
    pub fn no_data_of_period(self, name: &str) -> String {
        format!("{} “{name}”", self.pick("không có số liệu của kỳ", "no data for"))
    }

    /// No indicator has this id or name.
    #[must_use]
    pub fn no_id(self, id: &str) -> String {
        let what =
            self.pick("không có chỉ tiêu nào mang mã hay tên", "no indicator has the id or name");
        format!("{what} `{id}`")
    }

    /// Several indicators have this name: their ids.
    #[must_use]
    pub fn several_named(self, name: &str, ids: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("có nhiều chỉ tiêu tên “{name}”; hãy nêu mã: {ids}"),
            Lang::English => format!("several indicators are named “{name}”; give an id: {ids}"),
        }
    }

    /// Suggests an indicator whose id or name is similar to an unknown one.
    #[must_use]
    pub fn did_you_mean_indicator(self, id: &str, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("ý bạn là `{id}` ({name})?"),
            Lang::English => format!("did you mean `{id}` ({name})?"),
        }
    }

    /// Refers to the command that finds indicators by name.
    #[must_use]
    pub fn see_search(self) -> &'static str {
        self.pick(
            "`chitieu search TÊN --data TỆP` tìm chỉ tiêu theo tên",
            "`chitieu search NAME --data FILE` finds indicators by name",
        )
    }

    /// How to see all of one of many places.
    #[must_use]
    pub fn see_one_place(self) -> &'static str {
        self.pick(
            "thêm --place NƠI để xem mọi điều về một nơi",
            "add --place PLACE for everything about one place",
        )
    }
}
