//! A reader of XML events, and helpers for attributes and text.

use std::io::BufRead;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The events of an XML document.
pub(super) struct Events<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Events<R> {
    pub(super) fn of(text: R) -> Self {
        let mut reader = Reader::from_reader(text);
        // Mismatched end tags are tolerated: the data of such a file is still readable.
        reader.config_mut().check_end_names = false;
        Self { reader, buffer: Vec::new() }
    }

    /// Returns the next event; an error if the text is not XML.
    pub(super) fn next(&mut self) -> Result<Event<'_>, String> {
        self.buffer.clear();
        self.reader.read_event_into(&mut self.buffer).map_err(|error| error.to_string())
    }
}

/// Returns the value of an attribute, by its name without the namespace prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut own = element.attributes();
    let attribute =
        own.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// Returns the value of an attribute as a number.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether a boolean attribute is true.
pub(super) fn flag(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}

/// Returns the text of an event, if it is a text event.
pub(super) fn text_of(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(text.xml10_content().into_owned()),
        Event::CData(text) => Some(text.xml10_content().into_owned()),
        Event::GeneralRef(entity) => Some(entity_text(entity)),
        _ => None,
    }
}

fn entity_text(entity: &BytesRef<'_>) -> String {
    let name: &str = entity.as_ref();
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    match quick_xml::escape::resolve_predefined_entity(name) {
        Some(text) => text.to_owned(),
        None => format!("&{name};"),
    }
}
