//! Detects the format of a file from its content, never from its name.

mod archive;
mod binary;
mod foreign_json;
mod kind;
mod markup;
mod report_text;
mod statistical_header;

pub(super) use kind::Format;

use super::{Foreign, lossless_table, name_list, table};

/// The number of bytes examined, if a magic number does not decide.
const SAMPLE: usize = 64 * 1024;

/// Returns the format of a file.
pub(super) fn sniff(bytes: &[u8]) -> Format {
    if let Some(foreign) = binary::foreign(bytes) {
        return Format::Foreign(foreign);
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return Format::Gzip;
    }
    if archive::is_word(bytes) {
        return Format::Word;
    }
    if table::is_workbook(bytes) {
        return archive::foreign(bytes).map_or(Format::Workbook, Format::Foreign);
    }
    if let Some(separator) = lossless_table::delimiter(bytes) {
        return Format::Lossless(separator);
    }
    let sample = text_of(&bytes[..bytes.len().min(SAMPLE)]);
    let foreign = || statistical_header::foreign(&sample);
    if let Some(separator) = name_list::separator(bytes) {
        return match table::has_values(bytes, separator) {
            _ if foreign().is_some() => foreign().map_or(Format::Table, Format::Foreign),
            true => Format::Table,
            false => Format::Names(separator),
        };
    }
    if looks_like_json(bytes) || sample.trim_start().starts_with(['{', '[']) {
        return foreign_json::foreign(&sample).map_or(Format::Json, Format::Foreign);
    }
    if sample.trim_start().starts_with('<') {
        return markup::format(&sample, bytes);
    }
    match foreign() {
        Some(foreign) => Format::Foreign(foreign),
        None if report_text::is_report(&sample) => Format::Foreign(Foreign::Report),
        None => Format::Table,
    }
}

/// Decodes the start of a file: UTF-16 if it has a byte order mark, else UTF-8; invalid bytes are replaced.
fn text_of(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Whether the first character is one that JSON begins with; an empty file counts as JSON. Lines of `//` are
/// skipped: they are not valid JSON, but the JSON reader reports them properly.
fn looks_like_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.into_iter().find(|line| !line.is_empty() && !line.starts_with(b"//"));
    matches!(first.and_then(|line| line.first()), None | Some(b'{' | b'['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detects_formats_by_their_content() {
        let sdmx = "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nX,A,VN,2024,1\n";
        let un = "Goal,Target,SeriesCode,SeriesDescription,GeoAreaName,TimePeriod,Value\n";
        let bank = "\"Data Source\",\"WDI\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2022\",\n\"Lào\",\"LAO\",\"a\",\"b\",\"1\",\n\"Thái Lan\",\"THA\",\"a\",\"b\",\"1\",\n";
        let px = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\nSTUB=\"Tỉnh\";\nDATA=\n1 2;\n";
        for (text, expected) in [
            ("Chỉ tiêu;TH 2024\nThu;5\n", Format::Table),
            ("name,unit\nThu,ha\n", Format::Names(b',')),
            ("{\"id\":\"x\",\"sections\":[]}", Format::Json),
            ("[1]", Format::Json),
            (sdmx, Format::Foreign(Foreign::SdmxCsv)),
            (un, Format::Table),
            (bank, Format::Table),
            (px, Format::Foreign(Foreign::Px)),
            ("%PDF-1.7\n", Format::Foreign(Foreign::Pdf)),
            ("{\\rtf1\\ansi", Format::Foreign(Foreign::Rtf)),
            ("<?xml version=\"1.0\"?><iati-activities/>", Format::Foreign(Foreign::Iati)),
            ("<?xml version=\"1.0\"?><a/>", Format::Foreign(Foreign::Xml)),
            ("<!DOCTYPE html><table><tr><td>a</table>", Format::Html),
            ("<html><body>a</body></html>", Format::Foreign(Foreign::Html)),
            (
                "{\"class\":\"dataset\",\"id\":[],\"size\":[],\"dimension\":{},\"value\":[]}",
                Format::Foreign(Foreign::JsonStat),
            ),
            (
                "Thu ngân sách năm 2024 ước đạt 86,5 tỷ đồng, tăng 12%.\n",
                Format::Foreign(Foreign::Report),
            ),
            ("\u{1f}\u{8b}", Format::Table),
        ] {
            assert_eq!(sniff(text.as_bytes()), expected, "{text}");
        }
        assert_eq!(sniff(b"\x1f\x8b\x08\x00"), Format::Gzip);
        assert_eq!(sniff(b"PAR1\x15\x04"), Format::Foreign(Foreign::Parquet));
    }
}
