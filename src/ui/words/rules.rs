//! Explanations of the rules of `check`, and the texts that its report adds.

use super::Words;
use crate::app::Lang;
use crate::dataset::{Rule, Severity};
use crate::model::TotalsMismatch;

impl Words {
    /// The number of errors and warnings.
    #[must_use]
    pub fn diagnostics_counted(self, errors: usize, warnings: usize) -> String {
        match (self.0, errors + warnings) {
            (Lang::Vietnamese, 0) => "không phát hiện lỗi hay cảnh báo nào".to_owned(),
            (Lang::Vietnamese, _) => format!("{errors} lỗi, {warnings} cảnh báo"),
            (Lang::English, 0) => "no errors, no warnings".to_owned(),
            (Lang::English, _) => format!("errors: {errors}, warnings: {warnings}"),
        }
    }

    /// The number of further diagnostics of a rule that are omitted.
    #[must_use]
    pub fn more_diagnostics(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("và {count} chỗ nữa"),
            Lang::English => format!("and {count} more"),
        }
    }

    /// What to do about omitted diagnostics.
    #[must_use]
    pub fn fix_those_first(self) -> &'static str {
        match self.0 {
            Lang::Vietnamese => "hãy sửa những chỗ đã nêu rồi kiểm tra lại",
            Lang::English => "fix the reported ones, then check again",
        }
    }

    /// Totals of a source that contradict its own indicators.
    #[must_use]
    pub fn totals_mismatch(self, mismatch: TotalsMismatch) -> String {
        match (self.0, mismatch) {
            (Lang::Vietnamese, TotalsMismatch::Assessed { published, counted }) => {
                format!("nguồn đếm {published} chỉ tiêu có kế hoạch, ở đây có {counted}")
            }
            (Lang::Vietnamese, TotalsMismatch::Missed { published, counted }) => {
                format!("nguồn nêu tên {published} chỉ tiêu không đạt, ở đây có {counted}")
            }
            (Lang::English, TotalsMismatch::Assessed { published, counted }) => {
                format!(
                    "the source counts {published} indicators with a plan, the data has {counted}"
                )
            }
            (Lang::English, TotalsMismatch::Missed { published, counted }) => {
                format!("the source names {published} missed indicators, the data has {counted}")
            }
        }
    }

    /// How serious a finding is.
    #[must_use]
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("lỗi", "error"),
            Severity::Warning => self.pick("cảnh báo", "warning"),
            Severity::Note => self.pick("ghi chú", "note"),
        }
    }

    /// The explanation of a rule.
    #[must_use]
    pub fn rule(self, rule: Rule) -> &'static str {
        let (vi, en) = explanation(rule);
        self.pick(vi, en)
    }
}

/// The explanation in Vietnamese and English.
fn explanation(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::Syntax => (
            "Tệp bắt đầu như JSON nhưng không phải JSON đúng. Chỗ nêu ra là nơi việc đọc dừng lại; lỗi thường nằm ngay trước đó: thiếu dấu phẩy, thừa dấu phẩy, thiếu ngoặc.",
            "The file begins like JSON but is not valid JSON. The place is where reading stopped; the mistake is often just before it: a missing or extra comma, a missing bracket.",
        ),
        Rule::Encoding => (
            "JSON phải ở mã UTF-8. Hãy lưu lại tệp bằng UTF-8.",
            "JSON must be UTF-8. Save the file as UTF-8.",
        ),
        Rule::CannotRead => (
            "Không có tệp này, hoặc không được phép đọc.",
            "The file does not exist, or may not be read.",
        ),
        Rule::Empty => ("Tệp không có gì.", "The file is empty."),
        Rule::UnknownField => (
            "Trường lạ không được bỏ qua: có thể đó là trường đúng viết sai. `chitieu schema` cho biết các trường.",
            "An unknown field is not ignored: it may be a misspelt known one. `chitieu schema` lists the fields.",
        ),
        Rule::MissingField => ("Trường này bắt buộc phải có.", "This field is required."),
        Rule::DuplicateField => (
            "Một đối tượng có hai trường cùng tên; không thể biết trường nào đúng.",
            "An object has two fields with one name; which one is right cannot be known.",
        ),
        Rule::DuplicateId => (
            "Mã chỉ tiêu phải là duy nhất trong bộ số liệu, vì lệnh và liên kết gọi chỉ tiêu theo mã.",
            "The id of an indicator must be unique in its dataset, as commands refer to indicators by id.",
        ),
        Rule::WrongValue => (
            "Giá trị không thuộc loại được mong đợi, hoặc mâu thuẫn với giá trị khác bên cạnh.",
            "The value is not of the expected type, or contradicts another one next to it.",
        ),
        Rule::Limit => (
            "Tệp lớn hơn mức một bảng chỉ tiêu có thể có: 1.024 cột, 1 MiB mỗi ô, 20 triệu ô mỗi trang, 512 MiB sau khi giải nén, 250.000 cặp nơi và kỳ. Giới hạn này giữ cho bộ nhớ không cạn.",
            "The file is larger than any table of indicators: 1,024 columns, 1 MiB per cell, 20 million cells per sheet, 512 MiB unpacked, 250,000 pairs of a place and a period. The limits keep memory from running out.",
        ),
        Rule::Workbook => (
            "Tệp bảng tính (Excel) hỏng, có mật khẩu, hoặc không phải XLSX, XLS hay ODS.",
            "The workbook is damaged, protected by a password, or not XLSX, XLS or ODS.",
        ),
        Rule::NoTable => (
            "Cần một dòng tiêu đề có cột Chỉ tiêu (Tên chỉ tiêu, Nội dung, name) và ít nhất một cột khác đã biết: TT, ĐVT, Kế hoạch, Thực hiện, So sánh, Ghi chú; hoặc các cột năm.",
            "A header row is needed: Chỉ tiêu (Tên chỉ tiêu, Nội dung, indicator, name) and at least one other known heading: TT, ĐVT, Kế hoạch, Thực hiện, So sánh, Ghi chú; or columns of years.",
        ),
        Rule::NoSheet => {
            ("Tệp bảng tính (Excel) không có trang tính này.", "The workbook has no such sheet.")
        }
        Rule::UnclosedQuote => (
            "Dấu nháy kép mở đầu một ô phải được đóng ở cuối ô đó. Nếu không, mọi thứ phía sau sẽ bị coi là một ô. Dấu nháy này đã được bỏ để đọc tiếp từng dòng; hãy xem lại dòng đó. Thêm dấu đóng, bỏ dấu mở, hoặc viết hai dấu nháy liền nhau nếu nó thuộc về chữ trong ô.",
            "A quote that begins a cell must be closed at the end of the cell. Otherwise all that follows would be one cell. This quote was ignored and reading went on line by line; check its line. Close the quote, remove it, or write it twice if it is part of the text.",
        ),
        Rule::TextAfterQuote => (
            "Sau dấu nháy kép đóng ô còn có chữ. Phần chữ đó được coi là thuộc ô; hãy đưa dấu nháy đóng về cuối ô.",
            "More text follows the closing quote of a cell. It is read as part of the cell; put the closing quote at the end of the cell.",
        ),
        Rule::DecodedTwice => (
            "Chữ tiếng Việt đã bị đọc sai bảng mã (UTF-8 đọc như Windows-1252) rồi lưu lại: “Tá»· lá»‡” là “Tỷ lệ”. Chỗ nào khôi phục được thì đã khôi phục; hãy đối chiếu với bản gốc và lưu lại bằng UTF-8.",
            "Vietnamese text was read in the wrong encoding (UTF-8 read as Windows-1252) and saved again: “Tá»· lá»‡” is “Tỷ lệ”. It was repaired where possible; compare it with the original and save it as UTF-8.",
        ),
        Rule::ForeignFormat => (
            "Tệp thuộc một định dạng khác, chưa đọc được. Thông báo nêu tên định dạng và cách chuyển sang XLSX hoặc CSV.",
            "The file is in another format, which cannot be read. The message names the format and how to convert it to XLSX or CSV.",
        ),
        Rule::FormulaWithoutResult => (
            "Ô có công thức nhưng tệp không lưu kết quả (thường do phần mềm khác tạo ra). Hãy mở bằng Excel hoặc LibreOffice, lưu lại, rồi đọc lại; chương trình không tự tính công thức.",
            "The cells have formulas, but the file has no results for them, often because another program wrote it. Open it in Excel or LibreOffice, save it, and read it again; formulas are not computed here.",
        ),
        Rule::OddCell => (
            "Một ô của tệp bảng tính (Excel) ghi sai quy cách: chỉ đến chữ không có trong tệp, hoặc giá trị không đúng kiểu. Các ô khác vẫn được đọc.",
            "A cell of the workbook is malformed: it refers to text that is not in the file, or its value is not of its type. All other cells are read.",
        ),
        Rule::HiddenCells => (
            "Hàng hoặc cột bị ẩn trong tệp bảng tính (Excel) không được đọc, vì người xem tệp không thấy. Nếu cần, hãy bỏ ẩn (Unhide) hoặc bỏ lọc rồi lưu lại.",
            "Hidden rows and columns of a workbook are not read, as a reader of the workbook does not see them. If they are needed, unhide them or clear the filter, and save the workbook.",
        ),
        Rule::StruckOut => (
            "Chữ bị gạch ngang được coi là đã xóa nên không được đọc.",
            "Text that is struck out counts as deleted and is not read.",
        ),
        Rule::RaisedText => (
            "Chữ số viết nhỏ phía trên, ngay sau một con số, là dấu chú thích, không thuộc con số đó.",
            "Superscript digits right after a number are a footnote marker, not part of the number.",
        ),
        Rule::NameList => (
            "Danh sách tên cần tên trên mỗi dòng và chỉ có các cột id, section, name, unit.",
            "A list of names needs a name on every line, and only the columns id, section, name, unit.",
        ),
        Rule::UnreadableNumber => (
            "Ô có chữ số nhưng không đọc được thành số. Giá trị được giữ nguyên dạng chữ. Đọc được: 1.035,5 · 97,4% · 7,5-8,0 · trên 4 · từ 86 trở lên · 108/108 · 0,7% (còn 4,33%).",
            "The cell has digits but is not a number. It is kept as text. Forms that are read: 1.035,5 · 97,4% · 7,5-8,0 · trên 4 · từ 86 trở lên · 108/108 · 0,7% (còn 4,33%).",
        ),
        Rule::ChangeAgainstValues => (
            "Mức thay đổi ngược chiều với hai giá trị trong cùng dòng: ghi tăng mà giá trị giảm, hoặc mức giảm ghi không có dấu trừ. Số được giữ trong ghi chú, không được trình bày là thay đổi.",
            "The change has the opposite direction of the two values of its row: a rise where the value fell, or a fall without its minus sign. It is kept in the note and not shown as a change.",
        ),
        Rule::ImplausibleNumber => (
            "Số khó có thể đúng với đơn vị: tỷ lệ hàng nghìn phần trăm, số người có phần lẻ ba chữ số. Có thể dấu ngăn phần nghìn đã được đọc là dấu thập phân, hoặc ngược lại. Số được giữ như đã đọc.",
            "The number is hardly right in its unit: a rate of thousands of percent, a number of people with three decimals. A separator of thousands may have been read as a decimal one, or the other way round. The number is kept as it was read.",
        ),
        Rule::NumberInWords => (
            "Ô là một câu có số, như “Triển khai tại 100% các xã”. Câu được giữ nguyên văn làm kế hoạch hoặc kết quả; số trong câu không dùng để tính.",
            "The cell is a sentence with numbers, such as “Triển khai tại 100% các xã”. It is kept as the plan or the actual in words; its numbers are not used.",
        ),
        Rule::AmbiguousNumber => (
            "1.035 là một nghìn không trăm ba mươi lăm nếu dấu phẩy ngăn phần thập phân, là hơn một nếu dấu chấm ngăn. Cột này không cho biết là kiểu nào, nên số không được đoán.",
            "1.035 is a thousand and thirty-five with decimal commas, and a little over one with decimal points. Its column does not show which, so the number is not guessed.",
        ),
        Rule::OddNumber => (
            "Số viết khác kiểu của cả cột, nhưng chỉ có một cách đọc.",
            "The number is not written like the rest of its column, but can be read in one way only.",
        ),
        Rule::NoName => (
            "Dòng có số liệu nhưng không có tên chỉ tiêu, nên không được đọc.",
            "The row has values but no name, so it was not read.",
        ),
        Rule::StackedValues => (
            "Một ô chứa hai giá trị trên hai dòng. Nếu ô tên hoặc ô đơn vị cũng có hai dòng thì đó là hai chỉ tiêu; nếu không, giá trị được giữ dạng chữ.",
            "A cell contains two values on two lines. If the name or the unit has two lines too, they are two indicators; otherwise they are kept as text.",
        ),
        Rule::UnitAgainstValue => (
            "Giá trị có dấu % nhưng đơn vị của chỉ tiêu không phải phần trăm.",
            "The value is in percent, but the unit of the indicator is not.",
        ),
        Rule::RepeatedHeading => (
            "Hai cột có cùng tiêu đề thì không biết cột nào đúng. Cột đầu tiên có số liệu được đọc, cột kia được giữ trong ghi chú.",
            "Two columns have the same heading, so which one is right cannot be known. The first one with values is read, the other is kept in the notes.",
        ),
        Rule::ValuesOutside => (
            "Dưới dòng kết thúc bảng (ghi chú, nguồn, chữ ký) còn dòng có số liệu; các dòng đó không được đọc. Bảng thứ hai cần dòng tiêu đề riêng, ở phía dưới; bảng nằm bên phải bảng khác không được đọc.",
            "Below the end of the table (a footnote, a source, a signature) there are rows with values; they were not read. A second table needs its own header, further down; one right of another table is not read.",
        ),
        Rule::OverlappingMerges => (
            "Các vùng ô gộp chồng lên nhau, nên không biết ô thuộc vùng nào. Vùng đứng trước được dùng.",
            "Merged cells overlap, so which of them a cell belongs to cannot be known. The first one is used.",
        ),
        Rule::MergedValues => (
            "Một ô số liệu được gộp qua nhiều dòng hoặc nhiều cột, nên không biết mỗi dòng có bao nhiêu. Giá trị được giữ dạng chữ ở dòng đầu, không tính tỷ lệ và không đánh giá.",
            "A value is merged over several rows or columns, so how much of it each has cannot be known. It is kept as text in the first row, without a percent or a verdict.",
        ),
        Rule::ShiftedRow => (
            "Dòng có nhiều ô hơn số tiêu đề cột, thường vì dấu phẩy thập phân (97,4) hay dấu phẩy trong tên nằm trong tệp phân cách bằng dấu phẩy. Các ô phía sau bị lệch cột, nên cả dòng được giữ dạng chữ và không đánh giá.",
            "The row has more cells than there are headings, usually because of a decimal comma (97,4) or a comma in a name in a file separated by commas. The cells behind it are below the wrong headings, so the row is kept as text, without a verdict.",
        ),
        Rule::UnclearPeriod => (
            "Kỳ được ghi không hiểu được, hoặc chỉ hiểu được năm. Không so sánh theo kỳ và không tính tiến độ theo kỳ đó.",
            "The period is not understood, or only its year is. It is not used to compare periods or to judge progress.",
        ),
        Rule::ColumnKept => (
            "Cột này có số liệu nhưng không được đọc thành kế hoạch chính hay kết quả của chỉ tiêu: đó là kế hoạch thứ hai, kế hoạch của năm khác, hoặc số liệu của nội dung khác trên cùng một dòng. Kế hoạch thứ hai được hiện riêng trong phần chi tiết; số liệu khác được giữ trong ghi chú, dưới tiêu đề của cột. Nếu cần như một chỉ tiêu riêng, hãy tách thành bảng hoặc dòng riêng.",
            "The column has values but was not read as the main plan or the result of the indicator: it is a second plan, a plan of another year, or a value of something else in the same row. A second plan has a line of its own in the detail; other values are kept in the notes under their heading. Move it to a table or a row of its own to have it as an indicator.",
        ),
        Rule::UnsupportedComparison => (
            "Cột so sánh chỉ được hiểu theo tiêu đề: không dòng nào có đủ hai giá trị để kiểm tra, hoặc các giá trị không khớp với tỷ lệ, mức tăng hay chênh lệch nào. Hãy xem lại tiêu đề, hoặc thêm cột của kỳ gốc để so sánh.",
            "The comparison column was read by its heading only: no row has both values to test it with, or the values fit no ratio, change or difference. Check the heading, or add a column with the period of comparison.",
        ),
        Rule::UnknownColumn => (
            "Tiêu đề cột không nhận ra được. Nội dung cột được giữ trong ghi chú của từng chỉ tiêu.",
            "The heading was not recognised. The column is kept in the notes of the indicators.",
        ),
        Rule::LegacyEncoding => (
            "Tệp dùng bảng mã cũ (TCVN3, VNI-Windows, windows-1258, UTF-16). Chữ đã được chuyển sang Unicode; nên lưu lại bằng UTF-8.",
            "The file is in an old encoding (TCVN3, VNI-Windows, windows-1258, UTF-16). It was converted to Unicode; it is better to save it as UTF-8.",
        ),
        Rule::OutsideTable => (
            "Dòng ghi chú, nguồn, chữ ký dưới bảng không phải là chỉ tiêu.",
            "Footnotes, sources and signatures below a table are not indicators.",
        ),
        Rule::LayoutRead => (
            "Bảng được đọc theo bố cục mà tiêu đề nêu: dòng hay cột nào là nơi, là kỳ, cột nào là chỉ tiêu, dòng nào ghi đơn vị của các dòng bên dưới.",
            "The table was read by the layout that its headings state: which rows or columns are places, periods and indicators, and which lines give the rows below them a unit.",
        ),
        Rule::LayoutAssumed => (
            "Bố cục của bảng được đoán theo nội dung, tiêu đề không nêu rõ: dòng hay cột nào là nơi, là kỳ, tên chỉ tiêu lấy ở đâu. Hãy xem lại, rồi ghi rõ trong tiêu đề như thông báo chỉ dẫn.",
            "The layout of the table was inferred from its contents, as the headings do not state it: which rows or columns are places or periods, and where the name of the indicator is from. Check it, and state it in the headings as the finding says.",
        ),
        Rule::ColumnRead => (
            "Mỗi cột được đọc theo một quyết định: nội dung gì, dấu nào ngăn phần thập phân, có bao nhiêu số cho biết điều đó.",
            "Each column is read by one decision: what it contains, which character separates decimals, and how many of its numbers are evidence for that.",
        ),
        Rule::DirectionAssumed => (
            "Chiều hướng được đoán theo từ ngữ trong tên: nghèo, suy dinh dưỡng, thất nghiệp, tai nạn, tử vong, nợ xấu, bỏ học … thì càng thấp càng tốt; “giảm” đứng trước thì ngược lại; thu ngân sách, GRDP, che phủ rừng … thì càng cao càng tốt. Thêm cột `better` để nêu rõ.",
            "The direction is assumed from words of the name: poverty, malnutrition, unemployment, accidents, deaths, bad debt … lower is better; after “giảm” (a fall of) the reverse; revenue, GRDP, forest cover … higher is better. Add a column `better` to state it.",
        ),
        Rule::CountAgainstActual => (
            "Phần trên tổng phải cho ra tỷ lệ đã công bố trong phạm vi làm tròn: 1.251/1.292 là 96,83 %.",
            "Part of whole must give the published percentage within rounding: 1,251/1,292 is 96.83 %.",
        ),
        Rule::PartAboveWhole => {
            ("Phần không thể lớn hơn tổng.", "A part cannot be greater than its whole.")
        }
        Rule::RankOutOfRange => (
            "Thứ hạng, và thứ hạng kỳ trước, phải nằm trong số đơn vị được xếp hạng.",
            "A rank, and the previous rank, must be within the ranking.",
        ),
        Rule::RankAgainstChange => (
            "Số bậc tăng, giảm phải bằng thứ hạng kỳ trước trừ thứ hạng nay: từ 30 lên 22 là tăng 8 bậc.",
            "The places gained must be the previous rank minus the current one: from 30 to 22 is up 8.",
        ),
        Rule::OppositeStatuses => (
            "Hai dòng cùng tên, cùng đơn vị trong một mục mà một dòng đạt, một dòng không đạt: một trong hai sai, hoặc là hai chỉ tiêu khác nhau cần tên khác nhau.",
            "Two rows of one name and unit in a section, of which one reached its plan and one did not: one of them is wrong, or they are different indicators that need different names.",
        ),
        Rule::RepeatedValue => (
            "Một chỉ tiêu có hai dòng của cùng một nơi, cùng một kỳ: một dòng thừa hoặc sai, hoặc có một cột phân biệt hai dòng (phân tổ, nguồn) mà chương trình chưa hiểu, hoặc là phần của hai chỉ tiêu mà bảng không đánh dấu. Cả hai được giữ, không dòng nào vào chuỗi số liệu.",
            "An indicator has two rows of one place and period: one of them is not needed or wrong, or a column that distinguishes them (a class, a source) was not understood, or they are parts of two indicators and nothing marks them as such. Both are kept, and neither is in a series.",
        ),
        Rule::OppositeVerdicts => (
            "Nhiều cấp cùng đánh giá (xã tự đánh giá, huyện thẩm tra, tỉnh thẩm định) và kết luận trái nhau. Kết luận của cấp cao nhất được lấy, các kết luận khác được giữ trong ghi chú.",
            "Several authorities judge (the commune itself, the district, the province), and their verdicts are opposite. That of the highest one is used, the others are kept in the notes.",
        ),
        Rule::NoValues => (
            "Bảng có cột số nhưng không cột nào được nhận ra là kế hoạch, thực hiện, so sánh hay thứ hạng, nên không có số liệu nào được đọc. Đổi tiêu đề cột số thành Kế hoạch, Thực hiện hoặc một năm.",
            "There are columns of numbers, but none was recognised as a plan, an actual, a comparison or a rank, so no value was read. Rename one to Kế hoạch, Thực hiện (plan, actual) or a year.",
        ),
        Rule::ScoreAboveScale => {
            ("Điểm không thể vượt thang điểm.", "A score cannot be above its scale.")
        }
        Rule::PercentAgainstPlan => (
            "Tỷ lệ so kế hoạch phải khớp với kế hoạch và thực hiện trong phạm vi làm tròn.",
            "The percent of plan must agree with plan and actual within rounding.",
        ),
        Rule::OrphanNumber => (
            "Dòng đánh số 17.1 mà phía trên không có dòng 17: dòng này không thuộc dòng nào khác.",
            "A row numbered 17.1 without a row 17 above it belongs to no other row.",
        ),
        Rule::UnclearTimes => (
            "“2,33 lần” trong cột tỷ lệ phần trăm được đọc là 233 % nếu đủ chữ số và không trái với hai giá trị của dòng; “tăng 2,33 lần” thì không rõ, nên được giữ trong ghi chú. Ghi giá trị theo %.",
            "“2,33 lần” in a column of percentages is read as 233 % if it has the digits and does not contradict both values of the row; “tăng 2,33 lần” may mean either, and is kept in the note. Write it in percent.",
        ),
        Rule::UnclearVerdict => (
            "Ô đánh giá mở đầu như một kết luận nhưng nói điều khác (Đạt thấp, Đạt 85%): không dùng làm kết luận, giữ trong ghi chú. Chỉ ghi Vượt, Đạt hoặc Không đạt.",
            "A verdict cell that starts like a verdict and says something else (Đạt thấp, Đạt 85%) is not used as one and is kept in the note. Write only Vượt, Đạt or Không đạt.",
        ),
        Rule::VerdictAgainstFigures => (
            "Đánh giá của nguồn phải khớp với số liệu.",
            "The verdict must agree with the figures.",
        ),
        Rule::DirectionAgainstPercent => (
            "Chiều hướng chỉ được đoán theo tên và không khớp với tỷ lệ so kế hoạch đã công bố: không kết luận đạt hay không đạt. Thêm cột `better` (higher hoặc lower) để nêu rõ.",
            "The direction was only assumed from the name and does not fit the published percent of plan: whether the plan was met is not concluded. Add a column `better` (higher or lower) to decide it.",
        ),
        Rule::FigureNotInSource => (
            "Bộ số liệu có kèm nguyên văn (source.text), nhưng câu mà chỉ tiêu dẫn đến không có con số này, hoặc lời trích không có trong đoạn. Hãy sửa con số, lời trích hoặc số đoạn, số câu.",
            "The dataset carries its text (source.text), but the sentence to which the indicator refers does not have this figure, or the quote is not in the paragraph. Correct the figure, the quote or the reference.",
        ),
        Rule::UnclaimedNumber => (
            "Nguyên văn kèm theo (source.text) có một con số trông như số liệu mà không chỉ tiêu nào có. Hãy thêm chỉ tiêu, hoặc bỏ qua nếu con số không phải là số liệu.",
            "The text of the source (source.text) has a number that looks like a figure, and no indicator has it. Add the indicator, or leave it if the number is no figure.",
        ),
        Rule::OtherFigure => (
            "Hai tệp mở cùng nhau ghi hai số khác nhau cho một chỉ tiêu ở cùng nơi và kỳ. So sánh và chuỗi kỳ dùng số của tệp có kỳ mới hơn, nếu cùng kỳ thì tệp nêu trước; hãy đối chiếu hai nguồn.",
            "Two files that are opened together have different figures of one indicator for the same place and period. Comparisons and series use that of the file with the later period, or else of the first file; compare the two sources.",
        ),
        Rule::NearIndicator => (
            "Hai tệp có hai chỉ tiêu gần giống nhau về tên, đơn vị hoặc mục. Không chắc là một nên không được ghép; nếu là một, hãy ghi cùng tên, đơn vị và mục.",
            "Two files have indicators that nearly agree in name, unit or section. They may be different, so they were not joined; if they are one, give both the same name, unit and section.",
        ),
        Rule::Draft => (
            "Có chỉ tiêu mang dấu review: `chitieu import` đã đọc nhưng chưa chắc. Hãy đối chiếu với nguyên văn rồi xóa trường review.",
            "Some indicators have the field review: `chitieu import` read them but is not sure. Compare them with the text, then remove the field.",
        ),
        Rule::TotalsAgainstCount => (
            "Số chỉ tiêu mà nguồn đếm phải khớp với số chỉ tiêu đếm được ở đây.",
            "The totals of a source must agree with the counts of its indicators.",
        ),
    }
}
