//! Detects the format of text that begins with `<`: XML by its root element, HTML by its tags.

use encoding_rs::{UTF_16BE, UTF_16LE};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::kind::Format;
use crate::dataset::Foreign;

/// The namespace of an XML Spreadsheet 2003.
const SPREADSHEET: &str = "urn:schemas-microsoft-com:office:spreadsheet";

/// Returns the format of a text that begins with `<`; `bytes` is the whole file.
pub(super) fn format(beginning: &str, bytes: &[u8]) -> Format {
    let text = beginning.trim_start_matches('\u{feff}').trim_start();
    let lower = text.to_ascii_lowercase();
    let is_html = ["<!doctype html", "<html", "<table", "<head", "<meta", "<style", "<body"];
    let root = root(text);
    let foreign = match root.as_ref().map(|(name, rest)| (name.as_str(), rest.as_str())) {
        _ if is_html.iter().any(|tag| lower.starts_with(tag)) => return html(bytes),
        Some(("html" | "table" | "div" | "center", _)) => return html(bytes),
        Some(("Workbook", rest)) if rest.contains(SPREADSHEET) => return Format::SpreadsheetXml,
        Some(("iati-activities" | "iati-activity" | "iati-organisations", _)) => Foreign::Iati,
        Some((_, rest)) if rest.contains("sdmx.org") || rest.contains("SDMX") => Foreign::SdmxMl,
        Some(("document", rest)) if rest.contains("opendocument.spreadsheet") => Foreign::FlatOds,
        Some(("dataValueSet" | "grid", _)) => Foreign::Dhis2,
        Some(("svg", _)) => Foreign::Image,
        Some(_) => Foreign::Xml,
        // Not markup: a table may have a line in angle brackets above it.
        None => return Format::Table,
    };
    Format::Foreign(foreign)
}

/// Returns HTML, if the file contains a table.
fn html(bytes: &[u8]) -> Format {
    let is_there = |tag: &[u8]| memmem::find(bytes, tag).is_some();
    let encoded = |encoding: &'static encoding_rs::Encoding, tag: &str| -> Vec<u8> {
        let units = tag.encode_utf16();
        if encoding == UTF_16LE {
            units.flat_map(u16::to_le_bytes).collect()
        } else {
            units.flat_map(u16::to_be_bytes).collect()
        }
    };
    let tags = ["<table", "<TABLE", "<Table"];
    let any = tags.iter().any(|tag| {
        let wide = [UTF_16LE, UTF_16BE].map(|encoding| encoded(encoding, tag));
        is_there(tag.as_bytes()) || wide.iter().any(|tag| is_there(tag))
    });
    if any { Format::Html } else { Format::Foreign(Foreign::Html) }
}

/// Returns the local name of the root element, and its attributes.
fn root(text: &str) -> Option<(String, String)> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = element.local_name().as_ref().to_owned();
                return Some((name, element.attributes_raw().to_owned()));
            }
            Ok(Event::Text(text)) if !text.trim().is_empty() => return None,
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}
