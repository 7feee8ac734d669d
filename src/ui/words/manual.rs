//! Texts of the manual page.

use super::Words;
use crate::app::Lang;

/// A section that the manual adds to those of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManualSection {
    /// Command lines and what they do.
    Examples,
    /// The keys of the explorer.
    Keys,
    /// Environment variables.
    Environment,
    /// Exit statuses.
    ExitStatus,
    /// Files that are read or written.
    Files,
}

/// A term, and its explanation in Vietnamese and English.
type Entry = (&'static str, &'static str, &'static str);

const EXAMPLES: &[Entry] = &[
    (
        "chitieu",
        "mở số liệu kèm theo chương trình",
        "opens the dataset that comes with the program",
    ),
    (
        "chitieu 2023.xlsx 2024.xlsx --compare",
        "so sánh các chỉ tiêu mà cả hai tệp cùng có",
        "compares the indicators that both files have",
    ),
    (
        "chitieu list bieu.xlsx --status missed",
        "in các chỉ tiêu không đạt kế hoạch",
        "prints the indicators that missed their plan",
    ),
    (
        "chitieu search ho ngheo --data bieu.xlsx",
        "tìm chỉ tiêu, không dấu cũng được",
        "finds indicators, with or without accents",
    ),
    (
        "chitieu show papi",
        "in tất cả thông tin về một chỉ tiêu",
        "prints all that is known of an indicator",
    ),
    (
        "chitieu check bieu.xlsx",
        "nêu các chỗ sai của tệp và cách sửa",
        "lists the errors of a file and how to fix them",
    ),
    (
        "chitieu convert bieu.xlsx -o bieu.json",
        "chuyển tệp sang định dạng bộ số liệu",
        "converts a file to the dataset format",
    ),
    ("curl -L ADDRESS | chitieu list -", "đọc đầu vào chuẩn", "reads standard input"),
];

const ENVIRONMENT: &[Entry] = &[
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "ngôn ngữ của chương trình, nếu không có --lang",
        "the language of the program, without --lang",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "bảng mã của terminal; không phải UTF-8 thì chỉ in ASCII",
        "the encoding of the terminal; other than UTF-8, only ASCII is printed",
    ),
    ("NO_COLOR", "khác rỗng: không dùng màu", "not empty: no colours"),
    (
        "CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR",
        "tắt màu (CLICOLOR=0) hoặc luôn dùng màu",
        "switch colours off (CLICOLOR=0), or force them",
    ),
    (
        "TERM",
        "dumb: in danh sách thay vì mở chương trình tra cứu",
        "dumb: the list is printed instead of opening the explorer",
    ),
    (
        "STATE_DIRECTORY, XDG_STATE_HOME, HOME",
        "thư mục trạng thái, nơi serve giữ khóa của máy chủ",
        "the state directory, in which serve keeps the host key",
    ),
];

const EXIT_STATUS: &[Entry] = &[
    ("0", "xong", "done"),
    (
        "1",
        "không tìm thấy gì; check có lỗi hoặc cảnh báo; import có số chưa hiểu; hoặc phiên --restricted để yên quá lâu",
        "nothing found; check found errors or warnings; import did not understand all numbers; or a --restricted session was idle for too long",
    ),
    (
        "2",
        "lỗi, được nêu ở đầu ra lỗi chuẩn; có khi chỉ một phần được làm",
        "an error, reported on standard error; part of the work may have been done",
    ),
    ("128+N", "tín hiệu N đã dừng chương trình tra cứu", "signal N ended the explorer"),
];

const FILES: &[Entry] = &[
    (
        ".json",
        "bộ số liệu; `chitieu schema` in định dạng",
        "a dataset; `chitieu schema` prints the format",
    ),
    (
        ".csv, .tsv, .xlsx, .xls, .ods",
        "bảng chỉ tiêu có dòng tiêu đề, hoặc danh sách tên",
        "a table of indicators with a header row, or a list of names",
    ),
    (
        "~/.local/state/chitieu/host_key",
        "khóa riêng của máy chủ do serve tạo",
        "the private host key that serve creates",
    ),
];

impl Words {
    /// The heading of a section.
    #[must_use]
    pub fn manual_heading(self, section: ManualSection) -> &'static str {
        match section {
            ManualSection::Examples => self.pick("VÍ DỤ", "EXAMPLES"),
            ManualSection::Keys => self.pick("PHÍM", "KEYS"),
            ManualSection::Environment => self.pick("BIẾN MÔI TRƯỜNG", "ENVIRONMENT"),
            ManualSection::ExitStatus => self.pick("MÃ THOÁT", "EXIT STATUS"),
            ManualSection::Files => self.pick("TỆP", "FILES"),
        }
    }

    /// The terms of a section with their explanations; none for the keys, which the keymap has.
    pub fn manual_entries(
        self,
        section: ManualSection,
    ) -> impl Iterator<Item = (&'static str, &'static str)> {
        let entries = match section {
            ManualSection::Examples => EXAMPLES,
            ManualSection::Keys => &[],
            ManualSection::Environment => ENVIRONMENT,
            ManualSection::ExitStatus => EXIT_STATUS,
            ManualSection::Files => FILES,
        };
        entries.iter().map(move |(term, vi, en)| (*term, self.pick(vi, en)))
    }

    /// The heading of a section that the manual generator names in English; any other heading in capitals.
    #[must_use]
    pub fn generated_heading(self, heading: &str) -> String {
        let heading = heading.to_uppercase();
        let translated = match (self.0, heading.as_str()) {
            (Lang::Vietnamese, "NAME") => "TÊN",
            (Lang::Vietnamese, "SYNOPSIS") => "CÁCH DÙNG",
            (Lang::Vietnamese, "DESCRIPTION") => "MÔ TẢ",
            (Lang::Vietnamese, "OPTIONS") => "TÙY CHỌN",
            (Lang::Vietnamese, "VERSION") => "PHIÊN BẢN",
            _ => return heading,
        };
        translated.to_owned()
    }
}
