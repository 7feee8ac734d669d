//! What `chitieu import` says.

use super::{Words, noun};
use crate::app::Lang;
use crate::dataset::{Fate, KeptDecisions, NotProse, SetAside};

impl Words {
    /// The paragraphs and tables of a report.
    #[must_use]
    pub fn report_size(self, paragraphs: usize, tables: usize) -> String {
        let of_text = self.pick("đoạn", noun(paragraphs, "paragraph", "paragraphs"));
        let of_tables = self.pick("bảng", noun(tables, "table", "tables"));
        match tables {
            0 => format!("{paragraphs} {of_text}"),
            _ => format!("{paragraphs} {of_text}, {tables} {of_tables}"),
        }
    }

    /// The indicators that were read.
    #[must_use]
    pub fn imported(self, all: usize, review: usize) -> String {
        let sure = all - review;
        match self.0 {
            Lang::Vietnamese => format!("{all} chỉ tiêu: {sure} chắc chắn, {review} cần xem"),
            Lang::English => {
                let indicators = noun(all, "indicator", "indicators");
                format!("{all} {indicators}: {sure} sure, {review} to review")
            }
        }
    }

    /// The numbers of the text by what became of them: figures, parts of names, dates, totals, in
    /// passing, unread. Those of the title are among them, which the reading view does not show.
    #[must_use]
    pub fn numbers_counted(self, all: usize, in_title: usize, counts: &[(Fate, usize)]) -> String {
        let parts: Vec<String> = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(fate, count)| format!("{count} {}", self.fate(*fate)))
            .collect();
        let (all, parts) = (self.numbers_and_of_title(all, in_title), parts.join(", "));
        format!("{all}: {parts}")
    }

    /// "27 số (2 số ở tiêu đề)".
    fn numbers_and_of_title(self, all: usize, in_title: usize) -> String {
        let all = format!("{all} {}", self.pick("số", noun(all, "number", "numbers")));
        match self.0 {
            _ if in_title == 0 => all,
            Lang::Vietnamese => format!("{all} ({in_title} số ở tiêu đề)"),
            Lang::English => format!("{all} ({in_title} in the title)"),
        }
    }

    /// What became of a number.
    #[must_use]
    pub fn fate(self, fate: Fate) -> &'static str {
        match fate {
            Fate::Figure => self.pick("của chỉ tiêu", "of indicators"),
            Fate::Name => self.pick("trong tên và đơn vị", "in names and units"),
            Fate::Date => {
                self.pick("ngày tháng, thứ tự và văn bản", "dates, ordinals and documents")
            }
            Fate::Total => self.pick("tổng số chỉ tiêu", "totals of indicators"),
            Fate::Passing => self.pick("chỉ nhắc để so sánh", "in passing"),
            Fate::Unread => self.pick("chưa hiểu", "not understood"),
        }
    }

    /// A number is a figure of an indicator with this name.
    #[must_use]
    pub fn of_indicator(self, name: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("của chỉ tiêu “{name}”"),
            Lang::English => format!("of the indicator “{name}”"),
        }
    }

    /// A number is in the title.
    #[must_use]
    pub fn in_title(self) -> &'static str {
        self.pick("tiêu đề", "title")
    }

    /// Where a number is.
    #[must_use]
    pub fn paragraph_and_sentence(self, paragraph: u32, sentence: u32) -> String {
        match self.0 {
            Lang::Vietnamese => format!("đoạn {paragraph} câu {sentence}"),
            Lang::English => format!("paragraph {paragraph} sentence {sentence}"),
        }
    }

    /// The tables of a document are opened in another way.
    #[must_use]
    pub fn tables_apart(self, tables: usize, file: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!("{tables} bảng không thuộc phần văn xuôi; mở bằng: chitieu {file}")
            }
            Lang::English => {
                let (are, them) = match tables {
                    1 => ("table is", "it"),
                    _ => ("tables are", "them"),
                };
                format!("{tables} {are} no prose; open {them} with: chitieu {file}")
            }
        }
    }

    /// The tables of a PDF are not read.
    #[must_use]
    pub fn tables_unread(self, tables: usize, numbers: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "{tables} bảng với {numbers} số không đọc được; mở bảng từ bản .docx hoặc .xlsx"
            ),
            Lang::English => {
                let (of_tables, are, them) = match tables {
                    1 => ("table", "is", "it"),
                    _ => ("tables", "are", "them"),
                };
                let of_numbers = noun(numbers, "number", "numbers");
                format!(
                    "{tables} {of_tables} with {numbers} {of_numbers} {are} not read; open {them} from the .docx or .xlsx"
                )
            }
        }
    }

    /// What was set aside in a document.
    #[must_use]
    pub fn set_aside(self, what: SetAside, count: usize) -> String {
        let (vietnamese, one, many) = match what {
            SetAside::Navigation => (
                "khối điều hướng và danh sách liên kết",
                "block of navigation and links",
                "blocks of navigation and links",
            ),
            SetAside::Scripts => {
                ("đoạn mã và kiểu trình bày", "script or style", "scripts and styles")
            }
            SetAside::Deletions => (
                "chỗ đã xóa trong chế độ theo dõi thay đổi",
                "deletion of tracked changes",
                "deletions of tracked changes",
            ),
            SetAside::Hidden => ("chỗ bị ẩn", "piece of hidden text", "pieces of hidden text"),
            SetAside::OldFont => (
                "chỗ dùng phông chữ cũ, đã đổi sang Unicode",
                "piece in an old font, converted to Unicode",
                "pieces in an old font, converted to Unicode",
            ),
            SetAside::PageFurniture => (
                "dòng đầu trang, chân trang và số trang",
                "head, foot or number of a page",
                "heads, feet and numbers of pages",
            ),
            SetAside::Turned => (
                "chữ cái viết nghiêng hoặc dọc trang",
                "letter not written from left to right",
                "letters not written from left to right",
            ),
            SetAside::Unreadable => (
                "ký tự mà tệp không cho biết là chữ gì",
                "glyph of which the file does not say what it is",
                "glyphs of which the file does not say what they are",
            ),
        };
        let what = self.pick(vietnamese, noun(count, one, many));
        match self.0 {
            Lang::Vietnamese if count > 0 => format!("để riêng {count} {what}"),
            Lang::Vietnamese => what.to_owned(),
            Lang::English => format!("set aside: {count} {what}"),
        }
    }

    /// What was kept of an earlier draft in the same file.
    #[must_use]
    pub fn kept_decisions(self, kept: KeptDecisions) -> String {
        let KeptDecisions { accepted, set_aside, lost } = kept;
        let text = match self.0 {
            Lang::Vietnamese => format!(
                "giữ từ bản nháp trước: {accepted} chỉ tiêu đã nhận, {set_aside} số không phải chỉ tiêu"
            ),
            Lang::English => format!(
                "kept from the earlier draft: {accepted} accepted {}, {set_aside} {} set aside",
                noun(accepted, "indicator", "indicators"),
                noun(set_aside, "number", "numbers"),
            ),
        };
        match (self.0, lost) {
            (_, 0) => text,
            (Lang::Vietnamese, _) => {
                format!("{text}; bỏ {lost} chỉ tiêu, số của đoạn văn không còn")
            }
            (Lang::English, _) => {
                let of_lost = noun(lost, "indicator or number", "indicators and numbers");
                format!("{text}; {lost} {of_lost} left out, of paragraphs that are gone")
            }
        }
    }

    /// What to do with a draft.
    #[must_use]
    pub fn next_with_draft(self, file: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("tiếp theo: chitieu {file}, chitieu check {file}"),
            Lang::English => format!("next: chitieu {file}, chitieu check {file}"),
        }
    }

    /// The file that would be written exists.
    #[must_use]
    pub fn already_exists(self, file: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("{file} đã có; dùng --force để ghi đè, hoặc chọn tên khác"),
            Lang::English => {
                format!("{file} exists; replace it with --force, or choose another name")
            }
        }
    }

    /// A draft is written as JSON only.
    #[must_use]
    pub fn draft_is_json(self, file: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!(
                "{file}: bản nháp được ghi ở dạng JSON; chọn tên có đuôi .json, rồi dùng chitieu convert để đổi"
            ),
            Lang::English => format!(
                "{file}: a draft is written as JSON; choose a name with .json, then use chitieu convert"
            ),
        }
    }

    /// Why a file is not read as a report, and what to do.
    #[must_use]
    pub fn not_prose(self, file: &str, why: &NotProse) -> String {
        let open_directly = match self.0 {
            Lang::Vietnamese => format!("hãy mở: chitieu {file}"),
            Lang::English => format!("open it directly: chitieu {file}"),
        };
        let (what, remedy) = match why {
            NotProse::Pdf => (
                self.pick(
                    "đây là tệp PDF, bản chương trình này không đọc được",
                    "this is a PDF document, which this build of the program does not read",
                ),
                self.pick(
                    "mở tệp, chép phần chữ rồi dán vào: chitieu import -",
                    "open it, copy its text and paste it: chitieu import -",
                ),
            ),
            NotProse::Scan => (
                self.pick(
                    "tệp PDF này là bản quét, không có lớp chữ",
                    "this PDF document is a scan without a text layer",
                ),
                self.pick(
                    "xin bản .docx, hoặc nhận dạng chữ (OCR) bằng phần mềm khác rồi lưu lại",
                    "get the .docx, or recognise its text (OCR) with other software and save it again",
                ),
            ),
            NotProse::NoUnicode => (
                self.pick(
                    "phông chữ của tệp PDF này không cho biết chữ nào là chữ nào",
                    "the fonts of this PDF document do not say which letters they show",
                ),
                self.pick(
                    "xin bản .docx, hoặc nhận dạng chữ (OCR) bằng phần mềm khác",
                    "get the .docx, or recognise its text (OCR) with other software",
                ),
            ),
            NotProse::NoProcess => (
                self.pick(
                    "không tạo được tiến trình riêng để đọc tệp PDF này",
                    "no process could be started to read this PDF file",
                ),
                self.pick("Đóng bớt chương trình rồi thử lại", "close other programs and try again"),
            ),
            NotProse::TooExpensive => (
                self.pick(
                    "đọc tệp này tốn quá nhiều bộ nhớ hoặc thời gian",
                    "reading this file takes too much memory or time",
                ),
                self.pick(
                    "mở bằng phần mềm khác rồi lưu thành .docx hoặc .txt",
                    "open it with other software and save it as .docx or .txt",
                ),
            ),
            NotProse::Doc => (
                self.pick(
                    "đây là văn bản Word cũ (.doc), không đọc được",
                    "this is an old document of Word (.doc), which is not read",
                ),
                self.pick(
                    "mở bằng Word hoặc LibreOffice rồi lưu thành .docx",
                    "open it in Word or LibreOffice and save it as .docx",
                ),
            ),
            NotProse::Odt => (
                self.pick(
                    "đây là văn bản LibreOffice (.odt), không đọc được",
                    "this is a document of LibreOffice (.odt), which is not read",
                ),
                self.pick(
                    "mở bằng LibreOffice rồi lưu thành .docx",
                    "open it in LibreOffice and save it as .docx",
                ),
            ),
            NotProse::Rtf => (
                self.pick(
                    "đây là tệp RTF, không đọc được",
                    "this is a document in Rich Text Format, which is not read",
                ),
                self.pick(
                    "mở bằng Word rồi lưu thành .docx",
                    "open it in Word and save it as .docx",
                ),
            ),
            NotProse::Mhtml => (
                self.pick(
                    "đây là trang web lưu trong một tệp (.mht), không đọc được",
                    "this is a web page in one file (.mht), which is not read",
                ),
                self.pick("lưu trang ở dạng HTML", "save the page as HTML"),
            ),
            NotProse::Password => (
                self.pick("tệp được bảo vệ bằng mật khẩu", "the file is protected by a password"),
                self.pick(
                    "mở bằng phần mềm tạo ra nó, bỏ mật khẩu rồi lưu lại",
                    "open it where it was made, remove the password and save it again",
                ),
            ),
            NotProse::Workbook => (
                self.pick("đây là bảng tính, không phải văn xuôi", "this is a workbook, no prose"),
                &*open_directly,
            ),
            NotProse::Table => (
                self.pick("đây là bảng, không phải văn xuôi", "this is a table, no prose"),
                &*open_directly,
            ),
            NotProse::Dataset => (
                self.pick("đây đã là một bộ số liệu", "this is a dataset already"),
                &*open_directly,
            ),
            NotProse::Image => (
                self.pick(
                    "đây là ảnh hoặc bản quét, không có chữ để đọc",
                    "this is a picture or a scan without text",
                ),
                self.pick(
                    "xin bản .docx, hoặc nhận dạng chữ bằng phần mềm khác",
                    "get the .docx, or recognise its text with other software",
                ),
            ),
            NotProse::Empty => (
                self.pick("tệp không có chữ nào", "the file has no text"),
                self.pick("cần một báo cáo ở dạng văn xuôi", "a report in prose is needed"),
            ),
            NotProse::TooLarge(most) => {
                return match self.0 {
                    Lang::Vietnamese => {
                        format!("{file}: lớn hơn {most} MiB; tách báo cáo thành nhiều tệp")
                    }
                    Lang::English => {
                        format!("{file}: more than {most} MiB; split the report into several files")
                    }
                };
            }
            NotProse::Damaged(error) => {
                return match self.0 {
                    Lang::Vietnamese => {
                        format!("{file}: tệp bị hỏng ({error}); mở bằng phần mềm khác rồi lưu lại")
                    }
                    Lang::English => format!(
                        "{file}: the file is damaged ({error}); open it with other software and save it again"
                    ),
                };
            }
            NotProse::Foreign(_) | NotProse::Binary => {
                let name = match why {
                    NotProse::Foreign(format) => self.foreign_name(*format),
                    _ => self.pick("dữ liệu nhị phân", "binary data"),
                };
                return match self.0 {
                    Lang::Vietnamese => format!(
                        "{file}: định dạng này không đọc được như văn xuôi ({name}); dùng .txt, .md, .html, .docx hoặc .pdf"
                    ),
                    Lang::English => format!(
                        "{file}: this is {name}, which is not read as prose; use .txt, .md, .html, .docx or .pdf"
                    ),
                };
            }
        };
        format!("{file}: {what}; {remedy}")
    }
}
