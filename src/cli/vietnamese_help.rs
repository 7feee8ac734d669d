//! The Vietnamese help of the command line. The English texts are the doc comments of
//! [`arguments`](super::arguments), as clap reads them.

use clap::{Arg, Command};

/// How the help of a command is laid out; clap's own template has its headings in English.
const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The descriptions of the commands: name, text, and what `--help` adds to it.
const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "chitieu",
        "Tra cứu chỉ tiêu kinh tế - xã hội: kế hoạch, thực hiện và mức chênh lệch.",
        "Không nêu FILE thì đọc tệp hoặc ống dẫn ở đầu vào chuẩn, nếu không có thì mở số liệu kèm theo chương trình. `-` luôn đọc đầu vào chuẩn. Khi đầu ra chuẩn không phải terminal, danh sách, hoặc chỉ tiêu của --at, được in ra.",
    ),
    (
        "list",
        "In các chỉ tiêu",
        "Tệp nào không mở được thì được báo ở đầu ra lỗi chuẩn và bỏ qua, miễn là còn tệp khác mở được; khi đó mã thoát là 2.",
    ),
    ("search", "Tìm chỉ tiêu theo tên", ""),
    ("show", "In tất cả thông tin về một chỉ tiêu", ""),
    (
        "check",
        "Kiểm tra tệp: báo lỗi và cho biết tệp được đọc như thế nào",
        "Mã thoát là 0 nếu không có gì sai, 1 nếu có chỗ sai, 2 nếu có tệp không đọc được.",
    ),
    (
        "convert",
        "Chuyển tệp sang định dạng bộ số liệu, hoặc sang bảng không mất thông tin",
        "Nếu có giá trị của tệp không nằm trong kết quả, chẳng hạn của dòng không có tên, kết quả vẫn được ghi và mã thoát là 2.",
    ),
    (
        "import",
        "Lập bản nháp bộ số liệu từ một báo cáo ở dạng văn xuôi",
        "Đọc được văn bản thường, Markdown, trang web, văn bản Word (.docx) và văn bản PDF có phần chữ. Mọi con số trong bài đều có chỗ: mã thoát là 0 nếu hiểu hết, 1 nếu có số được liệt kê là chưa hiểu, 2 nếu tệp bị từ chối.",
    ),
    ("schema", "In JSON Schema của bộ số liệu", ""),
    ("completions", "In tập lệnh gợi ý lệnh và tùy chọn cho shell", ""),
    ("man", "In trang hướng dẫn để xem bằng man", ""),
    (
        "serve",
        "Cho tra cứu qua SSH",
        "Ai có máy khách SSH đều dùng được: không cần tài khoản, không có shell. `ssh -p 2222 MÁY` để tra cứu; `ssh -p 2222 MÁY search ho ngheo` in kết quả, list và show cũng vậy. SIGHUP nạp lại tệp mà không ngắt phiên nào; SIGTERM báo cho các phiên rồi dừng.",
    ),
    ("help", "In trợ giúp này hoặc trợ giúp của một lệnh", ""),
];

/// The descriptions of the arguments: command, argument, text. The command `*` is every command.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    (
        "*",
        "files",
        "Tệp số liệu (JSON, CSV, TSV, Markdown, XLSX, XLS, ODS, HTML, DOCX; cả khi nén gzip) [mặc định: đầu vào chuẩn nếu là tệp hoặc ống dẫn, nếu không thì số liệu kèm theo chương trình]",
    ),
    ("*", "data", "Như FILE, nhưng nêu bằng tùy chọn"),
    ("*", "lang", "Ngôn ngữ của chương trình [mặc định: theo máy]"),
    ("*", "theme", "Màu; mặc định dùng được trên cả nền tối và nền sáng"),
    ("*", "color", "Khi nào dùng màu"),
    ("*", "ascii", "Chỉ dùng ASCII, không dấu"),
    ("*", "sheet", "Chỉ đọc trang tính này của tệp bảng tính (Excel)"),
    ("*", "no_mouse", "Để terminal dùng chuột"),
    ("*", "raw", "In nguyên các ký tự điều khiển có trong số liệu, không đổi thành ký hiệu"),
    ("*", "help", "In trợ giúp"),
    ("*", "version", "In số phiên bản"),
    ("*", "format", "Định dạng đầu ra"),
    ("*", "subcommand", "In trợ giúp của lệnh này"),
    ("chitieu", "compare", "Mở ở bảng so sánh chỉ tiêu, nơi và kỳ"),
    ("chitieu", "plain", "Trả lời bằng từng dòng chữ thay cho màn hình: cho trình đọc màn hình"),
    (
        "chitieu",
        "at",
        "Mở ở một chỉ tiêu: id, rồi @ và nơi, rồi @ và kỳ, đến đâu thì tùy; nơi không cần dấu, không phân biệt hoa thường",
    ),
    (
        "chitieu",
        "restricted",
        "Chỉ cho xem: không tạm dừng, không mở tệp, không chạy chương trình khác",
    ),
    ("chitieu", "idle", "Dùng với --restricted: được để yên bao lâu; nhiều nhất 7 ngày"),
    ("*", "place", "Chỉ nơi này, không dấu cũng được"),
    (
        "*",
        "period",
        "Chỉ kỳ này, như 2023 hoặc \"quý II/2024\"; `all` là mọi kỳ [mặc định: kỳ mới nhất có số liệu của từng chỉ tiêu]",
    ),
    ("list", "section", "Chỉ mục này; phần đầu của tên là đủ, không dấu cũng được"),
    (
        "list",
        "status",
        "Chỉ trạng thái này; cũng nhận vuot, dat, khong-dat, dang-thuc-hien, khong-danh-gia",
    ),
    ("search", "query", "Từ cần tìm"),
    (
        "search",
        "queries",
        "Tệp có mỗi dòng một câu tìm (- là đầu vào chuẩn); in một đối tượng JSON cho mỗi câu",
    ),
    ("search", "files", "Tệp số liệu cần tìm trong đó"),
    ("search", "limit", "Nhiều nhất bao nhiêu kết quả"),
    ("search", "explain", "Cho biết vì sao tìm thấy từng kết quả (với --format text)"),
    ("show", "id", "Mã chỉ tiêu, như `list --format json` và `search --format id` in ra"),
    ("convert", "file", "Tệp cần đọc [mặc định: đầu vào chuẩn nếu là tệp hoặc ống dẫn]"),
    ("convert", "output", "Ghi vào đâu; đuôi tệp cho biết định dạng"),
    ("convert", "to", "Định dạng [mặc định: theo đuôi của OUT, nếu không có thì json]"),
    ("convert", "locale", "Cách CSV viết số: vi dùng dấu phẩy thập phân và ; giữa các ô"),
    ("import", "report", "Báo cáo cần đọc [mặc định: đầu vào chuẩn nếu là tệp hoặc ống dẫn]"),
    ("import", "output", "Ghi bản nháp vào đâu: một bộ số liệu ở dạng JSON"),
    ("import", "force", "Ghi đè OUT nếu đã có"),
    ("import", "place", "Nơi [mặc định: như bài viết nêu]"),
    ("import", "period", "Kỳ [mặc định: như bài viết nêu]"),
    ("import", "sure", "Bỏ các chỉ tiêu cần xem lại"),
    ("import", "explain", "In quy tắc đã quyết định về từng con số (với --format text)"),
    ("import", "no_text", "Không đưa nguyên văn báo cáo vào bản nháp"),
    ("import", "read_document", "Chỉ đọc văn bản ở đầu vào chuẩn, cho một tiến trình khác"),
    ("check", "files", "Tệp cần kiểm tra [mặc định: đầu vào chuẩn nếu là tệp hoặc ống dẫn]"),
    ("check", "explain", "Giải thích một quy tắc"),
    ("completions", "shell", "Shell sẽ đọc tập lệnh"),
    ("man", "command", "Lệnh cần xem trang hướng dẫn [mặc định: trang của chitieu]"),
    ("serve", "files", "Tệp số liệu cần cung cấp"),
    ("serve", "listen", "Địa chỉ và cổng để nghe"),
    (
        "serve",
        "host_key",
        "Khóa riêng của máy chủ; chưa có thì được tạo [mặc định: chitieu/host_key trong thư mục trạng thái]",
    ),
    (
        "serve",
        "authorized_keys",
        "Các khóa công khai được phép kết nối, mỗi dòng một khóa [mặc định: ai cũng được]",
    ),
    (
        "serve",
        "public",
        "Cho bất kỳ ai kết nối từ bất kỳ đâu: để nghe ngoài địa chỉ nội bộ mà không cần khóa",
    ),
    ("serve", "max_sessions", "Số phiên cùng lúc"),
    ("serve", "max_per_address", "Số phiên cùng lúc từ một địa chỉ"),
    ("serve", "max_handshakes", "Số kết nối cùng lúc chưa mở phiên"),
    ("serve", "idle", "Một phiên được không bấm phím bao lâu; nhiều nhất 7 ngày"),
    ("serve", "login_grace", "Một kết nối được chưa mở phiên bao lâu; nhiều nhất 7 ngày"),
    ("serve", "metrics", "Cung cấp số đếm cho Prometheus, tại /metrics"),
    (
        "serve",
        "proxy_protocol",
        "Địa chỉ các bộ cân bằng tải, có kết nối bắt đầu bằng tiêu đề PROXY",
    ),
];

/// Translates the help of a command and of its subcommands.
pub(super) fn translate(mut program: Command) -> Command {
    program.build();
    command(program)
}

/// Translates what clap adds to the help itself.
pub(super) fn translate_usage(help: &str) -> String {
    help.replace("[OPTIONS]", "[TÙY CHỌN]").replace("<COMMAND>", "<LỆNH>")
}

fn command(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let command = match COMMANDS.iter().find(|(of, ..)| *of == name) {
        Some((_, about, more)) => {
            let long =
                if more.is_empty() { (*about).to_owned() } else { format!("{about}\n\n{more}") };
            command.about(*about).long_about(long)
        }
        None => command,
    };
    command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Lệnh")
        .mut_args(|argument| translated(&name, argument))
        .mut_subcommands(self::command)
}

/// An argument with its Vietnamese text, its default and its possible values, which clap would name in English.
fn translated(command: &str, argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "Tham số" } else { "Tùy chọn" };
    let Some(text) = text(command, argument.get_id().as_str()) else {
        return argument.help_heading(heading);
    };
    let mut help = text.to_owned();
    let takes_value = argument.get_action().takes_values();
    let defaults: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(" [mặc định: {}]", defaults.join(", ")));
    }
    let values = argument.get_possible_values();
    let values: Vec<_> = values.iter().map(|value| value.get_name()).collect();
    if takes_value && !values.is_empty() {
        help.push_str(&format!(" [giá trị: {}]", values.join(", ")));
    }
    let argument = argument.help(help.clone()).long_help(help).help_heading(heading);
    argument.hide_default_value(true).hide_possible_values(true)
}

/// The text of an argument: that of the command, else that of all commands.
fn text(command: &str, argument: &str) -> Option<&'static str> {
    let of = |command: &str| {
        ARGUMENTS
            .iter()
            .find(|(of, id, _)| *of == command && *id == argument)
            .map(|(.., text)| *text)
    };
    of(command).or_else(|| of("*"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::arguments::Arguments;

    #[test]
    fn every_command_and_every_argument_has_a_vietnamese_text() {
        let mut program = Arguments::command();
        program.build();
        let all = program.get_subcommands().filter(|command| command.get_name() != "help");
        for command in all.chain([&program]) {
            let name = command.get_name();
            assert!(COMMANDS.iter().any(|(of, ..)| *of == name), "{name}");
            for argument in command.get_arguments() {
                assert!(text(name, argument.get_id().as_str()).is_some(), "{name} {argument:?}");
            }
        }
    }
}
