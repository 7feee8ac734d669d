//! Messages about hidden parts of workbooks, and about missing or unexpected data.

use super::Words;
use crate::app::{Hidden, Lang};
use crate::text::format_number;

impl Words {
    /// The explorer's notice of what the workbooks hide, with the command that lists it.
    #[must_use]
    pub fn hidden(self, hidden: Hidden) -> String {
        let file = self.pick("TỆP", "FILE");
        format!("{}.", self.left_out_as_hidden(hidden, "", file))
    }

    /// What one workbook hides, on the command line.
    #[must_use]
    pub fn hidden_in(self, hidden: Hidden, name: &str) -> String {
        let inside = match self.0 {
            Lang::Vietnamese => format!(" trong {name}"),
            Lang::English => format!(" of {name}"),
        };
        self.left_out_as_hidden(hidden, &inside, name)
    }

    fn left_out_as_hidden(self, hidden: Hidden, inside: &str, name: &str) -> String {
        let count = |count: usize, vietnamese: &str, english: &str| {
            let figure = format_number::format(count.into(), self.numbers());
            (count > 0).then(|| match self.0 {
                Lang::Vietnamese => format!("{figure} {vietnamese}"),
                Lang::English if count == 1 => format!("{figure} hidden {english}"),
                Lang::English => format!("{figure} hidden {english}s"),
            })
        };
        let parts = [
            count(hidden.rows, "hàng", "row"),
            count(hidden.columns, "cột", "column"),
            count(hidden.sheets, "trang", "sheet"),
        ];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let is_one = hidden.rows + hidden.columns + hidden.sheets == 1;
        match self.0 {
            Lang::Vietnamese => {
                format!("{parts} ẩn{inside} đã bỏ qua; `chitieu check {name}` chỉ ra từng chỗ")
            }
            Lang::English => format!(
                "{parts}{inside} {} left out; `chitieu check {name}` lists {}",
                if is_one { "was" } else { "were" },
                if is_one { "it" } else { "them" },
            ),
        }
    }

    /// Standard input was empty, so the embedded dataset is shown.
    #[must_use]
    pub fn input_was_empty(self, place: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "đầu vào chuẩn không có dữ liệu; đây là số liệu kèm theo chương trình ({place})"
            ),
            Lang::English => format!(
                "standard input has no data; this is the dataset that comes with the program ({place})"
            ),
        }
    }

    /// A word of the query is the name of a file.
    #[must_use]
    pub fn query_names_a_file(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("“{name}” là một tệp; để tìm trong tệp hãy dùng --data {name}")
            }
            Lang::English => format!("“{name}” is a file; to search in it use --data {name}"),
        }
    }

    /// No indicator has the requested status, in the requested section.
    #[must_use]
    pub fn none_listed(self, status: Option<&str>, section: Option<&str>) -> String {
        let mut text = self.pick("không có chỉ tiêu nào", "no indicator").to_owned();
        if let Some(status) = status {
            text.push_str(&format!("{} “{status}”", self.pick("", " is")));
        }
        if let Some(section) = section {
            text.push_str(&format!(" {} “{section}”", self.pick("trong mục", "in the section")));
        }
        text
    }
}
