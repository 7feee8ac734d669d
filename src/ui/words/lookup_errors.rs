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
        format!("{} “{name}”", self.pick("không có số liệu của", "there is nothing of"))
    }

    /// No dataset is of this period.
    #[must_use]
    pub fn no_data_of_period(self, name: &str) -> String {
        format!(
            "{} “{name}”",
            self.pick("không có số liệu của kỳ", "there is nothing of the period")
        )
    }

    /// No indicator has this id.
    #[must_use]
    pub fn no_id(self, id: &str) -> String {
        format!("{} `{id}`", self.pick("không có chỉ tiêu nào mang mã", "no indicator has the id"))
    }

    /// Refers to the command that lists ids.
    #[must_use]
    pub fn see_list_for_ids(self) -> &'static str {
        self.pick(
            "`chitieu list --format json` liệt kê các mã",
            "`chitieu list --format json` lists the ids",
        )
    }
}
