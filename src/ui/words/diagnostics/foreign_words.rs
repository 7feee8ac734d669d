//! The names of formats that are not read, and how to convert their data.

use crate::dataset::Foreign;
use crate::ui::words::Words;

/// The name of a format, and how to convert its data, in both languages.
pub(super) struct ForeignWords {
    pub(super) vietnamese: [&'static str; 2],
    pub(super) english: [&'static str; 2],
}

impl Words {
    /// The name of a format that is not read.
    #[must_use]
    pub fn foreign_name(self, format: Foreign) -> &'static str {
        let ForeignWords { vietnamese: [vi, _], english: [en, _] } = foreign(format);
        self.pick(vi, en)
    }
}

/// The words of a format.
pub(super) fn foreign(format: Foreign) -> ForeignWords {
    let (vietnamese, english) = match format {
        Foreign::Pdf => (
            [
                "tài liệu PDF",
                "hãy chép bảng vào bảng tính rồi lưu thành .xlsx, hoặc xin tệp bảng tính gốc",
            ],
            [
                "a PDF document",
                "copy its table into a spreadsheet and save that as .xlsx, or get the spreadsheet that it was made from",
            ],
        ),
        Foreign::Docx => (
            [
                "tài liệu Word (.docx) không có bảng số liệu",
                "đọc phần văn xuôi bằng: chitieu import TỆP",
            ],
            [
                "a document of Word (.docx) without a table of figures",
                "read its prose with: chitieu import FILE",
            ],
        ),
        Foreign::Report => (
            [
                "báo cáo bằng lời văn, không phải bảng",
                "đọc thành bộ số liệu bằng: chitieu import TỆP",
            ],
            ["a report in prose, not a table", "read it into a dataset with: chitieu import FILE"],
        ),
        Foreign::Doc => (
            ["tài liệu Word (.doc)", "hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx"],
            ["a document of Word (.doc)", "open it in Word or LibreOffice and save it as .docx"],
        ),
        Foreign::Odt => (
            [
                "tài liệu LibreOffice (.odt)",
                "hãy chép bảng vào bảng tính rồi lưu thành .ods hoặc .xlsx",
            ],
            [
                "a text document of LibreOffice (.odt)",
                "copy its table into a spreadsheet and save that as .ods or .xlsx",
            ],
        ),
        Foreign::Slides => (
            ["bài trình chiếu", "hãy chép bảng vào bảng tính rồi lưu thành .xlsx"],
            ["a presentation", "copy its table into a spreadsheet and save that as .xlsx"],
        ),
        Foreign::Rtf => (
            ["tài liệu Rich Text Format (.rtf)", "hãy chép bảng vào bảng tính rồi lưu thành .xlsx"],
            [
                "a document in Rich Text Format (.rtf)",
                "copy its table into a spreadsheet and save that as .xlsx",
            ],
        ),
        Foreign::Html => (
            [
                "trang web không có bảng",
                "hãy lưu riêng bảng thành .xlsx hoặc .csv; trang nhiều khung để các trang tính ở tệp khác",
            ],
            [
                "a web page without a table",
                "save the table itself as .xlsx or .csv; a page of frames keeps its sheets in other files",
            ],
        ),
        Foreign::Mhtml => (
            ["trang web lưu trong một tệp (.mht)", "hãy mở bằng Excel rồi lưu thành .xlsx"],
            ["a web page in one file (.mht)", "open it in Excel and save it as .xlsx"],
        ),
        Foreign::FlatOds => (
            [
                "tệp OpenDocument phẳng (.fods)",
                "hãy mở bằng LibreOffice rồi lưu thành .ods hoặc .xlsx",
            ],
            [
                "a flat OpenDocument file (.fods)",
                "open it in LibreOffice and save it as .ods or .xlsx",
            ],
        ),
        Foreign::Xlsb => (
            ["bảng tính nhị phân (.xlsb)", "hãy mở bằng Excel hay LibreOffice rồi lưu thành .xlsx"],
            ["a binary workbook (.xlsb)", "open it in Excel or LibreOffice and save it as .xlsx"],
        ),
        Foreign::OldExcel => (
            [
                "bảng tính Excel 4 hoặc cũ hơn",
                "hãy mở bằng Excel hay LibreOffice rồi lưu thành .xlsx",
            ],
            [
                "a workbook of Excel 4 or older",
                "open it in Excel or LibreOffice and save it as .xlsx",
            ],
        ),
        Foreign::Sylk => (
            ["tệp SYLK (.slk)", "hãy mở bằng Excel rồi lưu thành .xlsx"],
            ["a SYLK file (.slk)", "open it in Excel and save it as .xlsx"],
        ),
        Foreign::Xml => (
            ["tệp XML", "hãy xuất bảng thành .xlsx hoặc .csv từ nơi tạo ra tệp"],
            ["an XML file", "export the table as .xlsx or .csv where the file was made"],
        ),
        Foreign::Px => (
            [
                "tệp PX của PC-Axis hoặc PxWeb",
                "trên trang PxWeb hãy chọn định dạng “CSV” hoặc “Excel”, hoặc mở bằng PX-Win rồi lưu thành .xlsx",
            ],
            [
                "a PX file of PC-Axis or PxWeb",
                "on the PxWeb site choose “CSV” or “Excel” as the file format, or open it in PX-Win and save it as .xlsx",
            ],
        ),
        Foreign::PxJson => (
            ["JSON của PxWeb", "trên trang PxWeb hãy chọn định dạng “CSV” hoặc “Excel”"],
            ["JSON of PxWeb", "on the PxWeb site choose “CSV” or “Excel” as the file format"],
        ),
        Foreign::JsonStat => (
            ["JSON-stat", "hãy lấy CSV hoặc Excel từ dịch vụ, chẳng hạn với format=CSV"],
            ["JSON-stat", "ask the service for CSV or Excel instead, as with format=CSV"],
        ),
        Foreign::SdmxCsv => (
            [
                "SDMX-CSV, bảng dài gồm các mã",
                "hãy lập bảng mỗi dòng một chỉ tiêu, mỗi cột một năm (PivotTable) rồi lưu thành .xlsx hoặc .csv",
            ],
            [
                "SDMX-CSV, a long table of codes",
                "make a table of it with one row an indicator and one column a year (a pivot table), and save that as .xlsx or .csv",
            ],
        ),
        Foreign::SdmxJson => (
            ["SDMX-JSON", "hãy xuất bảng ra Excel trên trang của dịch vụ"],
            ["SDMX-JSON", "export the table as Excel on the site of the service"],
        ),
        Foreign::SdmxMl => (
            ["SDMX-ML", "hãy xuất bảng ra Excel trên trang của dịch vụ"],
            ["SDMX-ML", "export the table as Excel on the site of the service"],
        ),
        Foreign::WorldBankJson => (
            ["JSON của Ngân hàng Thế giới", "hãy tải chỉ tiêu dạng CSV hoặc Excel"],
            ["JSON of the World Bank", "download the indicator as CSV or Excel"],
        ),
        Foreign::WorldBankZip => (
            [
                "tệp nén của Ngân hàng Thế giới",
                "hãy giải nén, giữ lại các dòng của một nước trong tệp có tên bắt đầu bằng API_ rồi mở tệp đó",
            ],
            [
                "an archive of the World Bank",
                "unzip it, leave the rows of one country in the file that begins with API_ and open that",
            ],
        ),
        Foreign::Dhis2Csv => (
            [
                "tệp xuất của DHIS2 theo mã",
                "hãy xuất bảng tổng hợp có tên ra Excel (Data Visualizer, Download, Table layout)",
            ],
            [
                "an export of DHIS2 by codes",
                "export a pivot table with names as Excel (Data Visualizer, Download, Table layout)",
            ],
        ),
        Foreign::Dhis2 => (
            [
                "kết quả từ giao diện lập trình của DHIS2",
                "hãy xuất bảng tổng hợp có tên ra Excel (Data Visualizer, Download, Table layout)",
            ],
            [
                "an answer of the DHIS2 interface",
                "export a pivot table with names as Excel (Data Visualizer, Download, Table layout)",
            ],
        ),
        Foreign::EurostatTsv => (
            ["tệp xuất của Eurostat theo mã", "hãy tải bảng dạng Excel, có nhãn"],
            ["an export of Eurostat by codes", "download the table as Excel, with labels"],
        ),
        Foreign::OwidMetadata => (
            ["phần mô tả của tệp xuất từ Our World in Data", "hãy mở tệp .csv đi kèm"],
            [
                "the metadata of an export of Our World in Data",
                "open the .csv file that came with it",
            ],
        ),
        Foreign::DataPackage => (
            ["phần mô tả của một Data Package", "hãy mở tệp .csv nêu ở `path`"],
            ["the description of a Data Package", "open the .csv file that it names under `path`"],
        ),
        Foreign::Csvw => (
            ["phần mô tả CSVW", "hãy mở tệp .csv nêu ở `url`"],
            ["CSVW metadata", "open the .csv file that it names under `url`"],
        ),
        Foreign::Dbnomics => (
            ["JSON của DBnomics", "hãy tải chuỗi số liệu dạng CSV hoặc Excel"],
            ["JSON of DBnomics", "download the series as CSV or Excel"],
        ),
        Foreign::GeoJson => (
            ["bản đồ GeoJSON", "hãy xuất bảng thuộc tính thành .csv"],
            ["GeoJSON, a map", "export its table of attributes as .csv"],
        ),
        Foreign::Iati => (
            [
                "tệp IATI về hoạt động viện trợ",
                "hãy chép kết quả vào bảng có các cột Indicator, Target, Actual rồi lưu thành .xlsx hoặc .csv",
            ],
            [
                "an IATI file of aid activities",
                "copy its results into a table with the columns Indicator, Target and Actual, and save that as .xlsx or .csv",
            ],
        ),
        Foreign::Parquet => (
            [
                "tệp Parquet",
                "hãy ghi ra CSV: duckdb -c \"COPY 'TỆP' TO 'TỆP.csv'\", hoặc pandas.read_parquet(…).to_csv(…)",
            ],
            [
                "a Parquet file",
                "write it as CSV: duckdb -c \"COPY 'FILE' TO 'FILE.csv'\", or pandas.read_parquet(…).to_csv(…)",
            ],
        ),
        Foreign::Arrow => (
            ["tệp Arrow hoặc Feather", "hãy ghi ra CSV: pandas.read_feather(…).to_csv(…)"],
            ["an Arrow or Feather file", "write it as CSV: pandas.read_feather(…).to_csv(…)"],
        ),
        Foreign::Sqlite => (
            [
                "cơ sở dữ liệu SQLite",
                "hãy xuất bảng ra CSV: sqlite3 -header -csv TỆP 'SELECT * FROM bảng' > bang.csv",
            ],
            [
                "a SQLite database",
                "export the table as CSV: sqlite3 -header -csv FILE 'SELECT * FROM table' > table.csv",
            ],
        ),
        Foreign::Statistics => (
            [
                "tệp dữ liệu SPSS hoặc Stata",
                "hãy xuất dữ liệu thành .csv hoặc .xlsx từ phần mềm đó",
            ],
            ["a data file of SPSS or Stata", "export the data as .csv or .xlsx there"],
        ),
        Foreign::Image => (
            ["hình ảnh", "hãy gõ bảng vào bảng tính, hoặc xin tệp bảng tính gốc"],
            ["an image", "type its table into a spreadsheet, or get the spreadsheet that it shows"],
        ),
        Foreign::Zip => (
            ["tệp nén (.zip), không phải bảng tính", "hãy giải nén rồi mở một tệp ở bên trong"],
            ["an archive (.zip) and no workbook", "unzip it and open a file in it"],
        ),
        Foreign::Archive => (
            ["tệp nén", "hãy giải nén rồi mở một tệp ở bên trong"],
            ["a packed file", "unpack it and open a file in it"],
        ),
    };
    ForeignWords { vietnamese, english }
}
