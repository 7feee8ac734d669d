//! Workbooks are read as their sheets are displayed: number formats, hidden cells, struck-out and superscript
//! text, formulas without results, errors, chart sheets, and invalid single cells.

use crate::english;
use std::io::{Cursor, Write};

use chitieu::dataset::{self, Opened};
use chitieu::model::{Actual, Indicator};
use rust_xlsxwriter::{Chart, ChartType, Format, FormatScript, Formula, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn open(bytes: &[u8]) -> Opened {
    dataset::read("f", bytes, None).unwrap_or_else(|error| panic!("{error}"))
}

fn indicators(opened: &Opened) -> Vec<Indicator> {
    opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter()).collect()
}

/// Returns the names with their actual values, as published.
fn actuals(opened: &Opened) -> Vec<(String, String)> {
    let actual = |indicator: &Indicator| match &indicator.actual {
        Some(Actual::Figure(figure)) => figure.to_string(),
        Some(Actual::Words(words)) => words.clone(),
        None => "-".to_owned(),
    };
    indicators(opened).iter().map(|one| (one.name.clone(), actual(one))).collect()
}

fn found(opened: &Opened, rule: &str) -> Vec<(String, String)> {
    let own = opened.findings.iter().filter(|finding| finding.rule().name() == rule);
    own.map(|finding| (finding.location.within_file(), english::found(finding))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

const HEADINGS: [&str; 4] = ["TT", "Chỉ tiêu", "ĐVT", "TH 2024"];

fn head(sheet: &mut Worksheet) {
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).unwrap();
    }
}

fn row(sheet: &mut Worksheet, row: u32, name: &str, unit: &str) {
    sheet.write_number(row, 0, f64::from(row)).unwrap();
    sheet.write_string(row, 1, name).unwrap();
    sheet.write_string(row, 2, unit).unwrap();
}

/// Creates a workbook with one sheet.
fn written(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("A").unwrap();
    head(sheet);
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

/// Creates a ZIP archive from its parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Creates a workbook from the XML of a sheet and of its shared strings.
fn by_hand(sheet: &str, strings: &str) -> Vec<u8> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    packed(&[
        (
            "_rels/.rels",
            &format!(
                "<Relationships {relations}><Relationship Id=\"a\" Type=\"{kinds}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook {main} xmlns:r=\"{kinds}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships {relations}><Relationship Id=\"b\" Type=\"{kinds}/worksheet\" Target=\"worksheets/s.xml\"/><Relationship Id=\"c\" Type=\"{kinds}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/s.xml",
            &format!(
                "<worksheet {main}><dimension ref=\"A1:XFD1048576\"/><sheetData>{sheet}</sheetData></worksheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            &format!("<sst {main} count=\"4294967295\" uniqueCount=\"4294967295\">{strings}</sst>"),
        ),
    ])
}

/// Returns the XML of rows, below a header row.
fn rows_by_hand(rows: &[&str]) -> String {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let mut all = format!("<row>{}</row>", HEADINGS.map(text).concat());
    for (row, cells) in rows.iter().enumerate() {
        all += &format!("<row r=\"{}\">{cells}</row>", row + 2);
    }
    all
}

#[test]
fn reads_numbers_as_they_are_displayed() {
    let bytes = written(|sheet| {
        for (at, (format, number)) in (1..).zip([
            ("0.0", 104.2857),
            ("#,##0.00", 1234.5),
            ("0.0%", 0.97412),
            ("#,##0,", 1_234_567.0),
            ("0", 2.5),
            ("General", 57.300_000_000_000_004),
        ]) {
            row(sheet, at, &format!("Chỉ số {format}"), "");
            let format = Format::new().set_num_format(format);
            sheet.write_number_with_format(at, 3, number, &format).unwrap();
        }
    });
    let shown: Vec<_> = actuals(&open(&bytes)).into_iter().map(|(_, actual)| actual).collect();
    assert_eq!(shown, ["104.3", "1234.50", "97.4", "1235", "3", "57.3"]);
}

#[test]
fn displays_headings_and_dates_by_their_formats() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let (year, date) = ("\"TH năm \"0", "[$-42A]dd/mm/yyyy");
    sheet.write_string(0, 0, "Chỉ tiêu").unwrap();
    sheet.write_number_with_format(0, 1, 2024, &Format::new().set_num_format(year)).unwrap();
    sheet.write_string(0, 2, "Ghi chú").unwrap();
    sheet.write_string(1, 0, "Trồng rừng").unwrap();
    sheet.write_number(1, 1, 5).unwrap();
    sheet.write_number_with_format(1, 2, 45_658, &Format::new().set_num_format(date)).unwrap();
    let opened = open(&workbook.save_to_buffer().unwrap());
    assert_eq!(actuals(&opened), pairs(&[("Trồng rừng", "5")]));
    assert_eq!(indicators(&opened)[0].note.as_deref(), Some("01/01/2025"));
}

#[test]
fn skips_and_reports_chart_sheets() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Biểu").unwrap();
    head(sheet);
    row(sheet, 1, "Thu", "tỷ đồng");
    sheet.write_number(1, 3, 5).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("Biểu!$D$2:$D$2");
    workbook.add_chartsheet().set_name("Hình").unwrap().insert_chart(0, 0, &chart).unwrap();
    let opened = open(&workbook.save_to_buffer().unwrap());
    assert_eq!(actuals(&opened), pairs(&[("Thu", "5")]));
    assert!(found(&opened, "outside-table")[0].1.contains("“Hình” is a chart"));
}

#[test]
fn reports_formulas_without_results_and_keeps_their_text() {
    let rows = [
        "<c r=\"B2\" t=\"str\"><v>Thu</v></c><c r=\"D2\"><f>1+2</f><v></v></c>",
        "<c r=\"B3\" t=\"str\"><v>Chi</v></c><c r=\"D3\"><f>D2</f></c>",
        "<c r=\"B4\" t=\"str\"><v>Dư</v></c><c r=\"D4\"><f>D2-D3</f><v>7</v></c>",
    ];
    let opened = open(&by_hand(&rows_by_hand(&rows), ""));
    let expected = [("Thu", "=1+2"), ("Chi", "=D2"), ("Dư", "7")];
    assert_eq!(actuals(&opened), pairs(&expected));
    let findings = found(&opened, "formula-without-result");
    assert_eq!(
        findings,
        pairs(&[("A!D2", "a formula without a stored result in 2 cells: D2, D3")])
    );
    assert_eq!(found(&opened, "unreadable-number").len(), 2);
    // A formula with a result is like any number.
    let computed = written(|sheet| {
        row(sheet, 1, "Thu", "");
        sheet.write_formula(1, 3, Formula::new("=1+2").set_result("3")).unwrap();
    });
    assert_eq!(actuals(&open(&computed)), pairs(&[("Thu", "3")]));
}

#[test]
fn reports_errors_of_formulas_and_keeps_their_text() {
    let error = |row: usize, name: &str, error: &str| {
        format!(
            "<c r=\"B{row}\" t=\"str\"><v>{name}</v></c><c r=\"D{row}\" t=\"e\"><v>{error}</v></c>"
        )
    };
    let errors = ["#DIV/0!", "#N/A", "#SPILL!", "#REF!"];
    let rows: Vec<String> = (2..)
        .zip(errors)
        .zip(["a", "b", "c", "d"])
        .map(|((at, text), name)| error(at, name, text))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let opened = open(&by_hand(&rows_by_hand(&rows), ""));
    assert!(actuals(&opened).into_iter().map(|(_, actual)| actual).eq(errors));
    let places: Vec<_> = found(&opened, "unreadable-number").into_iter().map(|f| f.0).collect();
    assert_eq!(places, ["A!D2", "A!D3", "A!D4", "A!D5"]);
    let typed =
        dataset::read("f", "Chỉ tiêu;TH\nThu;#VALUE!\nChi;#N/A\n".as_bytes(), None).unwrap();
    assert_eq!(actuals(&typed), pairs(&[("Thu", "#VALUE!"), ("Chi", "#N/A")]));
    assert_eq!(found(&typed, "unreadable-number").len(), 2);
}

#[test]
fn superscript_and_struck_out_text_is_not_part_of_numbers_and_names() {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let raised = Format::new().set_font_script(FormatScript::Superscript);
    let bytes = written(|sheet| {
        row(sheet, 1, "", "");
        sheet.write_rich_string(1, 1, &[(&plain, "Nhà ở"), (&raised, "1)")]).unwrap();
        let unit = [(&plain, "m"), (&raised, "2"), (&plain, "/người")];
        sheet.write_rich_string(1, 2, &unit).unwrap();
        sheet.write_rich_string(1, 3, &[(&plain, "26"), (&raised, "2")]).unwrap();
        row(sheet, 2, "", "hộ");
        sheet.write_rich_string(2, 1, &[(&struck, "Hộ cũ "), (&plain, "Hộ mới")]).unwrap();
        sheet.write_rich_string(2, 3, &[(&struck, "140 "), (&plain, "155")]).unwrap();
        row(sheet, 3, "Thu", "tỷ đồng");
        sheet.write_number_with_format(3, 3, 9, &struck).unwrap();
        sheet.write_string(5, 1, "1) Theo điều tra mẫu.").unwrap();
    });
    let opened = open(&bytes);
    let expected = [("Nhà ở", "26"), ("Hộ mới", "155"), ("Thu", "-")];
    assert_eq!(actuals(&opened), pairs(&expected));
    let first = &indicators(&opened)[0];
    assert_eq!(first.unit.as_deref(), Some("m²/người"));
    assert_eq!(first.note.as_deref(), Some("Theo điều tra mẫu."));
    let findings = found(&opened, "struck-out");
    assert_eq!(findings, pairs(&[("A!B3", "text that is struck out in 3 cells: B3, D3, D4")]));
    assert_eq!(found(&opened, "raised-text")[0].0, "A!D2");
}

#[test]
fn leaves_out_and_reports_hidden_rows_and_columns() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("A").unwrap();
    for (column, heading) in (0..).zip(["TT", "Chỉ tiêu", "KH 2024"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    // A merged heading is visible although its first column is hidden.
    sheet.merge_range(0, 3, 0, 4, "TH 2024", &Format::new()).unwrap();
    for at in 1..=6 {
        sheet.write_number(at, 0, at).unwrap();
        sheet.write_string(at, 1, format!("Thu {at}")).unwrap();
        for column in 2..=4 {
            sheet.write_number(at, column, at * 10 + u32::from(column)).unwrap();
        }
    }
    for at in [2, 4, 5] {
        sheet.set_row_hidden(at).unwrap();
    }
    sheet.set_column_hidden(3).unwrap();
    let opened = open(&workbook.save_to_buffer().unwrap());
    let expected = [("Thu 1", "14"), ("Thu 3", "34"), ("Thu 6", "64")];
    assert_eq!(actuals(&opened), pairs(&expected));
    let findings: Vec<_> = found(&opened, "hidden-cells").into_iter().map(|f| f.1).collect();
    let expected = ["the hidden column D was left out", "3 hidden rows were left out: 3, 5–6"];
    assert_eq!(findings, expected);
}

#[test]
fn one_invalid_cell_does_not_make_a_workbook_unreadable() {
    let rows = [
        "<c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\"><v>12</v></c>",
        "<c r=\"B3\" t=\"s\"><v>7</v></c><c r=\"D3\"><v>5</v></c>",
        "<c r=\"B4\" t=\"str\"><v>Lúa</v></c><c r=\"D4\" t=\"n\"><v>12x</v></c>",
        "<c r=\"B5\" t=\"str\"><v>Chè</v></c><c r=\"D5\" t=\"what\" s=\"99\"><v>8</v></c>",
        "<c r=\"B6\" t=\"str\"><v>Sắn &#224; &bogus;</v></c><c r=\"D6\"><v>1e400</v></c>",
    ];
    let opened = open(&by_hand(&rows_by_hand(&rows), "<si><t>Ngô</t></si>"));
    let expected = [("Ngô", "12"), ("Lúa", "12x"), ("Chè", "8"), ("Sắn à &bogus;", "1e400")];
    assert_eq!(actuals(&opened), pairs(&expected));
    assert_eq!(found(&opened, "odd-cell")[0].0, "A!B3");
    assert_eq!(found(&opened, "unreadable-number").len(), 2);
}

/// Creates an ODS workbook from styles and rows.
fn ods(styles: &str, rows: &str) -> Vec<u8> {
    let names = ["office", "table", "text", "style"]
        .map(|name| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let head: String = HEADINGS.iter().map(|text| ods_text(text, "")).collect();
    let content = format!(
        "<office:document-content {} xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" xmlns:fo=\"urn:x\"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-column table:number-columns-repeated=\"4\"/><table:table-row>{head}</table:table-row>{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        names.join(" ")
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    packed(&[("mimetype", kind), ("content.xml", &content)])
}

fn ods_text(text: &str, more: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\" {more}><text:p>{text}</text:p></table:table-cell>"
    )
}

fn ods_row(name: &str, value: &str, more: &str) -> String {
    format!(
        "<table:table-row {more}><table:table-cell/>{}<table:table-cell/>{value}</table:table-row>",
        ods_text(name, "")
    )
}

#[test]
fn reads_opendocument_as_displayed() {
    let styles = "<number:number-style style:name=\"N1\"><number:number number:decimal-places=\"1\" number:min-decimal-places=\"1\" number:min-integer-digits=\"1\"/></number:number-style><number:percentage-style style:name=\"P1\"><number:number number:decimal-places=\"1\"/><number:text>%</number:text></number:percentage-style><number:number-style style:name=\"K\"><number:number number:decimal-places=\"0\" number:display-factor=\"1000\"/></number:number-style><style:style style:name=\"one\" style:family=\"table-cell\" style:data-style-name=\"N1\"/><style:style style:name=\"like\" style:family=\"table-cell\" style:parent-style-name=\"one\"/><style:style style:name=\"percent\" style:family=\"table-cell\" style:data-style-name=\"P1\"/><style:style style:name=\"thousands\" style:family=\"table-cell\" style:data-style-name=\"K\"/><style:style style:name=\"up\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style><style:style style:name=\"out\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>";
    let number = |value: &str, shown: &str, more: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{value}\" {more}><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let rows = [
        ods_row("a", &number("104.2857", "104.2857", "table:style-name=\"like\""), ""),
        ods_row(
            "b",
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.97412\" table:style-name=\"percent\"><text:p>97,4%</text:p></table:table-cell>",
            "",
        ),
        ods_row("c", &number("1234567", "1235", "table:style-name=\"thousands\""), ""),
        ods_row("d", &number("104.2857", "104,29", ""), ""),
        ods_row("hidden", &number("1", "1", ""), "table:visibility=\"collapse\""),
        ods_row("filtered", &number("1", "1", ""), "table:visibility=\"filter\""),
        ods_row(
            "e",
            "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>",
            "",
        ),
        ods_row("f", "<table:table-cell table:formula=\"of:=[.D2]*2\"/>", ""),
        ods_row("g", &ods_text("150<text:span text:style-name=\"up\">2</text:span>", ""), ""),
        ods_row(
            "h<office:annotation><text:p>ghi chú</text:p></office:annotation>",
            &ods_text("<text:span text:style-name=\"out\">140</text:span><text:s/>155", ""),
            "",
        ),
    ];
    let opened = open(&ods(styles, &rows.concat()));
    let expected = [
        ("a", "104.3"),
        ("b", "97.4"),
        ("c", "1235"),
        ("d", "104.29"),
        ("e", "#DIV/0!"),
        ("f", "=[.D2]*2"),
        ("g", "150"),
        ("h", "155"),
    ];
    assert_eq!(actuals(&opened), pairs(&expected));
    assert_eq!(found(&opened, "hidden-cells")[0].1, "2 hidden rows were left out: 6–7");
    assert_eq!(found(&opened, "formula-without-result")[0].0, "A!D9");
    assert_eq!(found(&opened, "struck-out")[0].0, "A!D11");
    assert_eq!(found(&opened, "raised-text")[0].0, "A!D10");
}

#[test]
fn repeated_cells_are_limited_by_the_size_of_the_file() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"5\" table:number-columns-repeated=\"900\"><text:p>5</text:p></table:table-cell>";
    let rows =
        format!("<table:table-row table:number-rows-repeated=\"10000\">{cell}</table:table-row>");
    let message = english::error(dataset::read("f", ods("", &rows).as_slice(), None).unwrap_err());
    assert!(message.contains("repeats more cells"), "{message}");
    let few = ods_row(
        "a",
        "<table:table-cell office:value-type=\"float\" office:value=\"5\"/>",
        "table:number-rows-repeated=\"3\"",
    );
    assert_eq!(actuals(&open(&ods("", &few))).len(), 3);
    let empty = "<table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let rows =
        ods_row("a", "<table:table-cell office:value-type=\"float\" office:value=\"5\"/>", "");
    assert_eq!(actuals(&open(&ods("", &(rows + empty)))).len(), 1);
}

#[test]
fn reads_xml_spreadsheet_2003() {
    let cells = |cells: &[(&str, &str)]| {
        let cell = |(kind, text): &(&str, &str)| {
            format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>")
        };
        cells.iter().map(cell).collect::<String>()
    };
    let text = format!(
        "\u{feff}<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"s1\"><NumberFormat ss:Format=\"0.0\"/></Style></Styles><Worksheet ss:Name=\"Biểu\"><Table><Row>{}</Row><Row>{}<Cell ss:Index=\"4\" ss:StyleID=\"s1\"><Data ss:Type=\"Number\">104.2857</Data></Cell></Row><Row ss:Hidden=\"1\">{}</Row><Row ss:Index=\"9\">{}</Row></Table></Worksheet></Workbook>",
        cells(&HEADINGS.map(|heading| ("String", heading))),
        cells(&[("Number", "1"), ("String", "Thu &amp; chi")]),
        cells(&[("Number", "2"), ("String", "Nháp"), ("String", ""), ("Number", "1")]),
        cells(&[("Number", "3"), ("String", "Ngô"), ("String", "ha"), ("Number", "7")]),
    );
    let opened = open(text.as_bytes());
    assert_eq!(actuals(&opened), pairs(&[("Thu & chi", "104.3"), ("Ngô", "7")]));
    assert_eq!(found(&opened, "hidden-cells")[0].0, "Biểu!A3");
}

#[test]
fn reads_html_tables() {
    let text = "<html><head><meta charset=\"utf-8\"><style>td{x:1}</style><script>document.write('<table>')</script></head><body><h1>Báo cáo</h1><table border=1>
<tr><th rowspan=2>TT<th rowspan=2>Chỉ&nbsp;tiêu</th><th rowspan=2>ĐVT</th><th colspan=2>Năm 2024</th></tr>
<tr><th>Kế hoạch</th><th>Thực<br>hiện</th></tr>
<tr><td>1</td><td>  Diện tích\n   chè </td><td>ha</td><td>1.000</td><td>1.250,5<sup>2</sup></td></tr>
<tr style=\"display: none\"><td>2</td><td>Nháp</td><td>ha</td><td>1</td><td>1</td></tr>
<tr><td>3</td><td>Thu &amp; chi</td><td>tỷ đồng</td><td>5</td><td><del>6</del>7</td></tr>
</table></body></html>";
    let opened = open(text.as_bytes());
    assert_eq!(actuals(&opened), pairs(&[("Diện tích chè", "1250.5"), ("Thu & chi", "7")]));
    assert_eq!(found(&opened, "hidden-cells").len(), 1);
    let plans: Vec<_> = indicators(&opened).into_iter().filter_map(|i| i.plan).collect();
    assert_eq!(plans.len(), 2);
    let titled = "<html><body><h3>THU NGÂN SÁCH NĂM 2025</h3><p align=right>ĐVT: triệu đồng</p><table><tr><td>Chỉ tiêu</td><td>Dự toán</td><td>Thực hiện</td></tr><tr><td>Thu nội địa</td><td>50</td><td>60</td></tr></table><p>Người lập</p>";
    let titled = open(titled.as_bytes());
    assert_eq!(titled.datasets[0].period, "năm 2025");
    assert_eq!(indicators(&titled)[0].unit.as_deref(), Some("triệu đồng"));
    let nested = "<table><tr><td><table><tr><td>Chỉ tiêu</td><td>TH 2024</td></tr><tr><td>Thu</td><td>5</td></tr></table></td></tr></table>";
    assert_eq!(actuals(&open(nested.as_bytes())), pairs(&[("Thu", "5")]));
}

/// Creates a record of an XLS workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

fn halves(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// Creates an XLS workbook with one sheet from its records.
fn xls(formats: &[(u16, &str)], sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &halves(&[0x0600, kind, 0, 0, 0, 0, 0, 0]));
    let mut globals = vec![begin(5)];
    for (id, code) in formats {
        let text = [&halves(&[*id, u16::try_from(code.len()).unwrap()])[..], &[0], code.as_bytes()];
        globals.push(record(0x041e, &text.concat()));
    }
    for id in [0].iter().chain(formats.iter().map(|(id, _)| id)) {
        globals.push(record(0x00e0, &halves(&[0, *id, 0, 0, 0, 0, 0, 0, 0, 0])));
    }
    let length = globals.concat().len() + 4 + 9 + 4;
    let place = u32::try_from(length).unwrap().to_le_bytes();
    globals.push(record(0x0085, &[&place[..], &[0, 0, 1, 0, b'A']].concat()));
    globals.push(record(0x000a, &[]));
    let all = [globals.concat(), begin(0x10), sheet.concat(), record(0x000a, &[])].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&all).unwrap();
    file.into_inner().into_inner()
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u16::try_from(units.len()).unwrap();
    record(0x0204, &[halves(&[row, column, 0, length]), vec![1], halves(&units)].concat())
}

fn number(row: u16, column: u16, style: u16, number: f64) -> Vec<u8> {
    record(0x0203, &[&halves(&[row, column, style])[..], &number.to_le_bytes()].concat())
}

#[test]
fn reads_xls_as_displayed() {
    let mut sheet: Vec<Vec<u8>> = vec![
        record(0x007d, &halves(&[0, 1, 3000, 0, 0, 0])),
        record(0x007d, &halves(&[2, 2, 2000, 0, 1, 0])),
        record(0x0200, &halves(&[0, 0, 5, 0, 0, 5, 0])),
        record(0x0208, &halves(&[3, 0, 5, 255, 0, 0, 0x0120, 0])),
    ];
    for (column, heading) in (0..).zip(["TT", "Chỉ tiêu", "KH 2024", "TH 2024"]) {
        sheet.push(label(0, column, heading));
    }
    for (row, (name, style, value)) in
        (1..).zip([("Thu", 1, 104.2857), ("Tỷ lệ", 2, 0.97412), ("Nháp", 0, 1.0), ("Chi", 0, 7.5)])
    {
        sheet.push(label(row, 1, name));
        sheet.push(number(row, 2, 0, 5.0));
        sheet.push(number(row, 3, style, value));
    }
    let opened = open(&xls(&[(164, "0.0"), (165, "0.0%")], &sheet));
    let expected = [("Thu", "104.3"), ("Tỷ lệ", "97.4"), ("Chi", "7.5")];
    assert_eq!(actuals(&opened), pairs(&expected));
    let findings: Vec<_> = found(&opened, "hidden-cells").into_iter().map(|f| f.1).collect();
    assert_eq!(findings, ["the hidden column C was left out", "the hidden row 4 was left out"]);
}

#[test]
fn rejects_xls_whose_area_is_far_larger_than_the_file() {
    let far = [label(0, 0, "Chỉ tiêu"), number(65_535, 255, 0, 1.0)];
    let message = english::error(dataset::read("f", xls(&[], &far).as_slice(), None).unwrap_err());
    assert!(message.contains("most of them empty"), "{message}");
}

#[test]
fn sheets_without_a_table_are_reported() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("A").unwrap();
    head(sheet);
    row(sheet, 1, "Thu", "tỷ đồng");
    let sheet = workbook.add_worksheet();
    sheet.set_name("Danh sách").unwrap();
    for at in 0..3 {
        sheet.write_string(at, 0, "Nguyễn Văn A").unwrap();
        sheet.write_number(at, 1, 12.0).unwrap();
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name("Nguồn").unwrap();
    sheet.write_string(0, 0, "Số liệu của Chi cục Thống kê").unwrap();
    workbook.add_worksheet().set_name("Trống").unwrap();
    let opened =
        dataset::read("b.xlsx", workbook.save_to_buffer().unwrap().as_slice(), None).unwrap();
    let found: Vec<_> = opened
        .findings
        .iter()
        .filter(|finding| english::found(finding).starts_with("no table was found"))
        .map(|finding| (finding.location.sheet.as_deref().unwrap(), finding.rule().name()))
        .collect();
    assert_eq!(found, [("Danh sách", "values-outside"), ("Nguồn", "outside-table")]);
}

#[test]
fn notes_in_vietnamese_have_decimal_commas() {
    let bytes = written(|sheet| {
        sheet.write_string(0, 9, "Hệ số riêng").unwrap();
        row(sheet, 1, "Thu", "tỷ đồng");
        sheet.write_number(1, 9, 1.25).unwrap();
    });
    let opened = dataset::read("b.xlsx", bytes.as_slice(), None).unwrap();
    let note = opened.datasets[0].indicators.get(0).unwrap().note;
    assert_eq!(note.as_deref(), Some("Hệ số riêng: 1,25"));
}

#[test]
fn a_numbering_row_with_decimals_in_its_format_is_no_indicator() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    head(sheet);
    let one_decimal = Format::new().set_num_format("0.0");
    sheet.write_string(1, 0, "A").unwrap();
    sheet.write_string(1, 1, "B").unwrap();
    for (column, number) in [(2, 1.0), (3, 2.0)] {
        sheet.write_number_with_format(1, column, number, &one_decimal).unwrap();
    }
    row(sheet, 2, "Sản lượng chè", "tấn");
    sheet.write_number(2, 3, 8120.5).unwrap();
    let opened = open(&workbook.save_to_buffer().unwrap());
    assert_eq!(actuals(&opened), pairs(&[("Sản lượng chè", "8120.5")]));
}

#[test]
fn a_value_merged_over_several_rows_is_that_of_none_of_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let headings = ["Chỉ tiêu", "ĐVT", "Kế hoạch năm 2024", "Thực hiện năm 2024"];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, name) in (1..).zip(["Lúa đông xuân", "Lúa hè thu", "Ngô", "Lạc"]) {
        sheet.write_string(row, 0, name).unwrap();
        sheet.write_string(row, 1, "ha").unwrap();
        sheet.write_number(row, 2, 400).unwrap();
        sheet.write_number(row, 3, 410).unwrap();
    }
    let format = Format::new();
    sheet.merge_range(1, 3, 2, 3, "", &format).unwrap();
    sheet.write_number(1, 3, 870).unwrap();
    sheet.merge_range(4, 2, 4, 3, "", &format).unwrap();
    sheet.write_number(4, 2, 90).unwrap();
    let opened = open(&workbook.save_to_buffer().unwrap());
    assert_eq!(
        actuals(&opened),
        pairs(&[("Lúa đông xuân", "870"), ("Lúa hè thu", "-"), ("Ngô", "410"), ("Lạc", "-")])
    );
    let figures: Vec<bool> = indicators(&opened).iter().map(|one| one.figure().is_some()).collect();
    assert_eq!(figures, [false, false, true, false]);
    let words: Vec<String> = found(&opened, "merged-values").into_iter().map(|one| one.1).collect();
    assert_eq!(words.len(), 2);
    assert!(words[0].contains("D2:D3") && words[1].contains("C5:D5"), "{words:?}");
}

#[test]
fn dates_displayed_as_months_are_months() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let month = Format::new().set_num_format("mm/yyyy");
    sheet.write_string(0, 0, "Sản phẩm").unwrap();
    sheet.write_string(0, 1, "ĐVT").unwrap();
    sheet.write_string(1, 0, "Xi măng").unwrap();
    sheet.write_string(1, 1, "nghìn tấn").unwrap();
    for (column, (day, value)) in (2..).zip([(45292, 102.5), (45323, 98.1)]) {
        sheet.write_number_with_format(0, column, day, &month).unwrap();
        sheet.write_number(1, column, value).unwrap();
    }
    let opened = open(&workbook.save_to_buffer().unwrap());
    let periods: Vec<&str> = opened.datasets.iter().map(|one| one.period.as_str()).collect();
    assert_eq!(periods, ["tháng 1 năm 2024", "tháng 2 năm 2024"]);
}
