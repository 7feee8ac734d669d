//! Errors of what is written: files, results and the terminal.

use std::io;

use super::Words;
use crate::app::Lang;

impl Words {
    /// A file that cannot be written.
    #[must_use]
    pub fn cannot_write(self, name: &str, error: &io::Error) -> String {
        let reason = match (self.0, error.kind()) {
            (Lang::Vietnamese, io::ErrorKind::NotFound) => "không có thư mục này".to_owned(),
            _ => self.reason_of(error),
        };
        format!("{} {name}: {reason}", self.pick("không ghi được", "cannot write"))
    }

    /// A file that is both input and output.
    #[must_use]
    pub fn written_over_itself(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{name} sẽ bị ghi đè lên chính nó; hãy nêu tệp khác"),
            Lang::English => format!("{name} would be written over itself; name another file"),
        }
    }

    /// A workbook would be printed on a terminal.
    #[must_use]
    pub fn no_workbook_on_a_terminal(self) -> &'static str {
        self.pick(
            "không in tệp bảng tính (Excel) ra terminal được; hãy dùng -o TỆP.xlsx",
            "a workbook cannot be printed on a terminal; use -o FILE.xlsx",
        )
    }

    /// A file name whose extension is no known format.
    #[must_use]
    pub fn no_known_ending(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "đuôi của {name} không cho biết định dạng; hãy dùng .json, .csv hoặc .xlsx, hoặc --to"
            ),
            Lang::English => format!(
                "the extension of {name} is no known format; use .json, .csv or .xlsx, or --to"
            ),
        }
    }

    /// A format that cannot hold several datasets.
    #[must_use]
    pub fn holds_one_dataset(self, ids: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "định dạng này chỉ chứa một bộ số liệu, mà ở đây có {ids}; hãy chọn một bằng --sheet, --place hoặc --period, hoặc ghi ra .json hay .xlsx"
            ),
            Lang::English => format!(
                "this format holds one dataset, and there are {ids}; pick one with --sheet, --place or --period, or write .json or .xlsx"
            ),
        }
    }

    /// A result that does not hold what was converted, with what is wrong with it or the id that changes.
    #[must_use]
    pub fn not_kept(self, reason: &str) -> String {
        let (before, after) = match self.0 {
            Lang::Vietnamese => (
                "không ghi kết quả, vì đọc lại sẽ không giống dữ liệu nguồn",
                "hãy chọn định dạng khác bằng --to và báo cho người phát triển",
            ),
            Lang::English => (
                "the result was not written: it would not read back as the same data",
                "choose another format with --to, and report this as a bug",
            ),
        };
        format!("{before} ({reason}); {after}")
    }

    /// Output that cannot be written.
    #[must_use]
    pub fn cannot_write_the_result(self, error: &io::Error) -> String {
        let what = self.pick("không ghi được kết quả", "cannot write the result");
        format!("{what}: {}", self.reason_of(error))
    }

    /// The number of places in a file whose content is not in the output.
    #[must_use]
    pub fn lost(self, places: usize, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "nội dung ở {places} chỗ trong {name} không có trong kết quả; `chitieu check {name}` chỉ ra từng chỗ"
            ),
            Lang::English => format!(
                "the content of {places} {} of {name} is not in the result; `chitieu check {name}` lists {}",
                if places == 1 { "place" } else { "places" },
                if places == 1 { "it" } else { "them" },
            ),
        }
    }

    /// A terminal that cannot be used.
    #[must_use]
    pub fn no_terminal(self, error: &io::Error) -> String {
        let reason = self.reason_of(error);
        match self.0 {
            Lang::Vietnamese => {
                format!(
                    "không dùng được terminal: {reason}; `chitieu list` in ra mà không cần terminal"
                )
            }
            Lang::English => {
                format!("the terminal cannot be used: {reason}; `chitieu list` prints without it")
            }
        }
    }
}
