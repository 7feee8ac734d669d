//! Error messages of the command line: what cannot be done, where, and what to do.

use std::io;

use super::Words;
use crate::app::Lang;

impl Words {
    /// Suggests a name that is similar to an unknown one.
    #[must_use]
    pub fn did_you_mean(self, near: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("ý bạn là `{near}`?"),
            Lang::English => format!("did you mean `{near}`?"),
        }
    }

    /// Suggests a command that is similar to an unknown one.
    #[must_use]
    pub fn did_you_mean_command(self, near: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("ý bạn là lệnh `{near}`?"),
            Lang::English => format!("did you mean the command `{near}`?"),
        }
    }

    /// Lists the names that exist.
    #[must_use]
    pub fn there_are(self, names: &str) -> String {
        format!("{} {names}", self.pick("hiện có", "there are"))
    }

    /// Lists the values that an argument accepts.
    #[must_use]
    pub fn it_can_be(self, values: &str) -> String {
        format!("{} {values}", self.pick("có thể là", "it can be"))
    }

    /// Refers to the help of the command line.
    #[must_use]
    pub fn see_help(self) -> &'static str {
        self.pick("xem `chitieu --help`", "see `chitieu --help`")
    }

    /// A required argument is missing.
    #[must_use]
    pub fn argument_missing(self, argument: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("thiếu {argument}"),
            Lang::English => format!("{argument} is missing"),
        }
    }

    /// An unknown argument.
    #[must_use]
    pub fn no_argument(self, argument: &str) -> String {
        format!("{} `{argument}`", self.pick("không có tham số", "there is no argument"))
    }

    /// An unknown command.
    #[must_use]
    pub fn no_command(self, command: &str) -> String {
        format!("{} `{command}`", self.pick("không có lệnh", "there is no command"))
    }

    /// An option without its value.
    #[must_use]
    pub fn needs_a_value(self, argument: &str) -> String {
        format!("`{argument}` {}", self.pick("cần một giá trị", "needs a value"))
    }

    /// A value that an option does not accept.
    #[must_use]
    pub fn cannot_be(self, argument: &str, value: &str) -> String {
        format!("`{argument}` {} `{value}`", self.pick("không nhận giá trị", "cannot be"))
    }

    /// One value too many.
    #[must_use]
    pub fn no_further_value(self, argument: &str, value: &str) -> String {
        let what = self.pick("không nhận thêm giá trị", "takes no further value");
        format!("`{argument}` {what} `{value}`")
    }

    /// Two arguments that exclude each other.
    #[must_use]
    pub fn cannot_be_used_with(self, argument: &str, other: &str) -> String {
        format!(
            "`{argument}` {} `{other}`",
            self.pick("không dùng được cùng", "cannot be used with")
        )
    }

    /// A file that cannot be read.
    #[must_use]
    pub fn cannot_read(self, name: &str, error: &io::Error) -> String {
        format!("{} {name}: {}", self.pick("không đọc được", "cannot read"), self.reason_of(error))
    }

    /// A path that is not a regular file.
    #[must_use]
    pub fn not_a_file(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!(
                    "{name} không phải là tệp thường (là thư mục, ống dẫn hoặc thiết bị); hãy nêu một tệp"
                )
            }
            Lang::English => {
                format!(
                    "{name} is not a regular file (but a directory, a pipe or a device); name a file"
                )
            }
        }
    }

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

    /// The reason of an I/O error; the common ones in Vietnamese.
    fn reason_of(self, error: &io::Error) -> String {
        use io::ErrorKind::{IsADirectory, NotFound, PermissionDenied, StorageFull};
        let known = match error.kind() {
            _ if self.0 == Lang::English => None,
            NotFound => Some("không có tệp này"),
            PermissionDenied => Some("không có quyền"),
            IsADirectory => Some("đây là một thư mục"),
            StorageFull => Some("đĩa đã đầy"),
            _ => None,
        };
        known.map_or_else(|| error.to_string(), str::to_owned)
    }

    /// Standard input is named twice.
    #[must_use]
    pub fn input_only_once(self) -> &'static str {
        self.pick(
            "đầu vào chuẩn (-) chỉ đọc được một lần",
            "standard input (-) can be read only once",
        )
    }

    /// Standard input is named both for queries and for data.
    #[must_use]
    pub fn queries_or_data(self) -> &'static str {
        self.pick(
            "đầu vào chuẩn (-) chỉ có thể là các câu tìm hoặc số liệu, không thể là cả hai",
            "standard input (-) can hold the queries or a dataset, not both",
        )
    }

    /// `--explain` is used with another format than text.
    #[must_use]
    pub fn explain_needs_text(self) -> &'static str {
        self.pick("--explain chỉ dùng với --format text", "--explain goes with --format text")
    }

    /// Explains why standard input was read.
    #[must_use]
    pub fn input_was_implied(self) -> &'static str {
        self.pick(
            "không có tệp nào được nêu nên đã đọc đầu vào chuẩn; thêm `< /dev/null` nếu không muốn thế",
            "no file was named, so standard input was read; add `< /dev/null` if that is not wanted",
        )
    }

    /// Standard input is open but sent nothing within a number of seconds.
    #[must_use]
    pub fn input_was_silent(self, seconds: u64) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "sau {seconds} giây đầu vào chuẩn vẫn không có gì nên không đọc nữa; `-` chờ đến khi có, `< /dev/null` không chờ"
            ),
            Lang::English => format!(
                "nothing came on standard input within {seconds} s, so it is not read; `-` waits for it, `< /dev/null` does not"
            ),
        }
    }

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

    /// No rule has this name.
    #[must_use]
    pub fn no_rule(self, name: &str) -> String {
        format!("{} `{name}`", self.pick("không có quy tắc nào tên", "no rule is called"))
    }

    /// Standard input cannot be served, as it cannot be reloaded.
    #[must_use]
    pub fn input_cannot_be_served(self) -> &'static str {
        self.pick(
            "không đọc lại được đầu vào chuẩn (-) khi nạp lại số liệu; hãy nêu tên tệp",
            "standard input (-) cannot be read again on a reload; name a file",
        )
    }

    /// No directory for the host key is known.
    #[must_use]
    pub fn no_state_directory(self) -> &'static str {
        self.pick(
            "không biết thư mục trạng thái; hãy nêu tệp khóa bằng --host-key",
            "no state directory is known; name a file with --host-key",
        )
    }

    /// A command that is not allowed over SSH.
    #[must_use]
    pub fn not_over_ssh(self, what: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("không dùng được `{what}` qua SSH; chỉ có list, search và show")
            }
            Lang::English => {
                format!("`{what}` is not offered over SSH; list, search and show are")
            }
        }
    }

    /// The largest number of hits over SSH.
    #[must_use]
    pub fn hits_capped(self, most: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("qua SSH chỉ trả về nhiều nhất {most} kết quả"),
            Lang::English => format!("at most {most} hits are given over SSH"),
        }
    }

    /// Files cannot be opened over SSH.
    #[must_use]
    pub fn no_files_over_ssh(self) -> &'static str {
        self.pick("qua SSH không mở được tệp nào", "no files can be read over SSH")
    }

    /// The user ended the reading of a file.
    #[must_use]
    pub fn reading_cancelled(self) -> &'static str {
        self.pick("đã dừng đọc tệp", "the reading was cancelled")
    }

    /// The number of places in a file that could not be read as written.
    #[must_use]
    pub fn cells_unread(self, places: usize, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "{places} chỗ trong {name} không đọc được đúng như tệp ghi; `chitieu check {name}` chỉ ra từng chỗ"
            ),
            Lang::English => format!(
                "{places} {} of {name} could not be read as written; `chitieu check {name}` lists {}",
                if places == 1 { "place" } else { "places" },
                if places == 1 { "it" } else { "them" },
            ),
        }
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

    /// A URL is given in place of a file.
    #[must_use]
    pub fn address_of_the_web(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "{name} là địa chỉ web, không phải tệp; hãy tải về rồi mở tệp: curl -L -o TỆP ĐỊA_CHỈ, hoặc curl -L ĐỊA_CHỈ | chitieu list -"
            ),
            Lang::English => format!(
                "{name} is a web address, not a file; download it and open the file: curl -L -o FILE ADDRESS, or curl -L ADDRESS | chitieu list -"
            ),
        }
    }

    /// The address of a database is given in place of a file.
    #[must_use]
    pub fn address_of_a_database(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "{name} là địa chỉ cơ sở dữ liệu, chưa đọc được; hãy xuất bảng ra CSV: psql -c '\\copy BẢNG TO TỆP.csv CSV HEADER'"
            ),
            Lang::English => format!(
                "{name} is the address of a database, which is not read; export the table as CSV: psql -c '\\copy TABLE TO FILE.csv CSV HEADER'"
            ),
        }
    }

    /// Another kind of address is given in place of a file.
    #[must_use]
    pub fn address_of_something(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("{name} là địa chỉ, không phải tệp; hãy nêu đường dẫn của tệp")
            }
            Lang::English => format!("{name} is an address, not a file; give the path of a file"),
        }
    }
}
