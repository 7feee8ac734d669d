//! What is said where there is nothing to show, or where a cell could not be read.

use super::Words;
use crate::app::Lang;
use crate::model::Totals;
use crate::text::format_number;

impl Words {
    /// In an empty filtered list, if the source counts more missed indicators than it names.
    #[must_use]
    pub fn missed_not_named(self, totals: &Totals) -> String {
        let (missed, named) = (totals.missed, totals.missed_named);
        match (self.0, named) {
            (Lang::Vietnamese, 0) => {
                format!("Nguồn báo {missed} chỉ tiêu không đạt nhưng không nêu tên chỉ tiêu nào.")
            }
            (Lang::Vietnamese, _) => {
                format!("Nguồn báo {missed} chỉ tiêu không đạt nhưng chỉ nêu tên {named}.")
            }
            (Lang::English, 0) => format!("The source counts {missed} missed but names none."),
            (Lang::English, _) => {
                format!("The source counts {missed} missed but names only {named}.")
            }
        }
    }

    /// In an empty filtered list.
    #[must_use]
    pub fn filter_hides_all(self, status: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("Không có chỉ tiêu nào “{status}” ở đây. Nhấn x để bỏ lọc.")
            }
            Lang::English => {
                format!("No indicator here is “{status}”. Press x to clear the filter.")
            }
        }
    }

    /// When a query finds nothing; `query` must be sanitized.
    #[must_use]
    pub fn no_hits(self, query: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("Không tìm thấy chỉ tiêu nào cho “{query}”."),
            Lang::English => format!("No indicator found for “{query}”."),
        }
    }

    /// The command that says what is wrong with a file; its name if it is known.
    fn check_command(self, file: Option<&str>) -> String {
        format!("`chitieu check {}`", file.unwrap_or(self.pick("TỆP", "FILE")))
    }

    /// In the list of a dataset without indicators; `file` must be sanitized.
    #[must_use]
    pub fn nothing_at_all(self, file: Option<&str>) -> String {
        let check = self.check_command(file);
        match self.0 {
            Lang::Vietnamese => format!(
                "Chưa có chỉ tiêu nào: tệp không có dòng số liệu. Chạy {check} để biết tệp thiếu gì; nhấn q để thoát."
            ),
            Lang::English => format!(
                "There are no indicators: the file has no rows of data. Run {check} to see what it lacks; q quits."
            ),
        }
    }

    /// That a cell of an indicator could not be read as written; `file` must be sanitized.
    #[must_use]
    pub fn unread_cell(self, file: Option<&str>) -> String {
        let check = self.check_command(file);
        match self.0 {
            Lang::Vietnamese => {
                format!("có ô không đọc được, giữ nguyên chữ trong tệp: {check} nêu rõ")
            }
            Lang::English => {
                format!("a cell could not be read as written and is kept as text: run {check}")
            }
        }
    }

    /// The number of places in the files that could not be read as written, and the command that lists them; `file`
    /// must be sanitized.
    #[must_use]
    pub fn unread(self, places: usize, file: Option<&str>) -> String {
        let count = format_number::format(places.into(), self.numbers());
        let check = self.check_command(file);
        match self.0 {
            Lang::Vietnamese => format!(
                "{count} ô không đọc được, giữ nguyên chữ trong tệp: {check} nêu rõ. Esc: đã xem"
            ),
            Lang::English if places == 1 => {
                format!("1 place could not be read as written: run {check}. Esc: seen")
            }
            Lang::English => {
                format!("{count} places could not be read as written: run {check}. Esc: seen")
            }
        }
    }

    /// When a query finds nothing and only the first `read` indicators of a file are read.
    #[must_use]
    pub fn no_hits_yet(self, query: &str, read: usize) -> String {
        let read = format_number::format(read.into(), self.numbers());
        match self.0 {
            Lang::Vietnamese => format!(
                "Chưa thấy “{query}” trong {read} chỉ tiêu đầu; tệp còn đang được đọc, đọc xong sẽ tìm lại."
            ),
            Lang::English => format!(
                "“{query}” is not among the first {read} indicators; the file is still being read and will be searched again."
            ),
        }
    }
}
