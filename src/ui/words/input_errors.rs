//! Errors of what is read: files, standard input and addresses.

use std::io;

use super::Words;
use crate::app::Lang;

impl Words {
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

    /// Standard input cannot be served, as it cannot be reloaded.
    #[must_use]
    pub fn input_cannot_be_served(self) -> &'static str {
        self.pick(
            "không đọc lại được đầu vào chuẩn (-) khi nạp lại số liệu; hãy nêu tên tệp",
            "standard input (-) cannot be read again on a reload; name a file",
        )
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

    /// The reason of an I/O error; the common ones in Vietnamese.
    pub(super) fn reason_of(self, error: &io::Error) -> String {
        use io::ErrorKind::{IsADirectory, NotFound, PermissionDenied, StorageFull};
        let known = match error.kind() {
            IsADirectory => Some(self.pick(
                "đây là một thư mục; hãy nêu các tệp trong đó, như THƯ_MỤC/*.csv",
                "it is a directory; name the files in it, such as DIRECTORY/*.csv",
            )),
            NotFound => Some(self.pick("không có tệp này", "there is no such file")),
            PermissionDenied => Some(self.pick("không có quyền", "permission denied")),
            StorageFull => Some(self.pick("đĩa đã đầy", "the disk is full")),
            _ => None,
        };
        known.map_or_else(|| error.to_string(), str::to_owned)
    }
}
