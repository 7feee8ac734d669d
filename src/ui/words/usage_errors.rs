//! Errors of the arguments of a command: what they cannot be, and what they can be.

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

    /// A second file for a command that takes one.
    #[must_use]
    pub fn takes_one_file(self, command: &str, second: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("`{command}` chỉ nhận một tệp mỗi lần; `{second}` là tệp thứ hai")
            }
            Lang::English => {
                format!("`{command}` takes one file at a time; `{second}` is a second one")
            }
        }
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

    /// The least number that an option takes.
    #[must_use]
    pub fn must_be_at_least(self, least: &str) -> String {
        format!("{} {least}", self.pick("phải từ", "it must be at least"))
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

    /// `--explain` is used with another format than text.
    #[must_use]
    pub fn explain_needs_text(self) -> &'static str {
        self.pick("--explain chỉ dùng với --format text", "--explain goes with --format text")
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

    /// No rule has this name.
    #[must_use]
    pub fn no_rule(self, name: &str) -> String {
        format!("{} `{name}`", self.pick("không có quy tắc nào tên", "no rule is called"))
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
}
