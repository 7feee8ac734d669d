//! Carries out the operators of the content streams of a page: those of text, of forms and of vertical rules.

use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::hayro_syntax::content::TypedIter;
use hayro_font::hayro_syntax::content::ops::TypedInstruction;
use hayro_font::hayro_syntax::object::dict::keys;
use hayro_font::hayro_syntax::object::{Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_font::hayro_syntax::page::{Page, Resources};
use hayro_font::kurbo::{Affine, Point};
use hayro_font::{
    CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, StandardFont,
    UNITS_PER_EM,
};

use super::page_text::{Glyph, MOST, PageText, Rule};
use super::text_state::TextState;
use crate::dataset::document::old_font::{Conversion, conversion};

/// The deepest nesting of forms, and of saved graphics states.
const DEEPEST: usize = 24;
const MOST_STATES: usize = 512;

/// The maximum number of operators of a page, those of its forms as often as they are drawn.
const MOST_OPERATORS: usize = 3_000_000;

/// Reads a page; `None` if it is too large.
pub(super) fn read<'a>(page: &'a Page<'a>, fonts: &FontCache<'a>) -> Option<PageText> {
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let mut reader = Reader {
        page: PageText::default(),
        fonts,
        font_resolver: Arc::new(|query| Some(substitute(query).get_font_data())),
        cmap_resolver: Arc::new(|_| None),
        state: State { transform, text: TextState::default(), font: None, convert: None },
        saved: Vec::new(),
        marked: Vec::new(),
        outer: (0, 0),
        forms: Vec::new(),
        last_point: None,
        start_point: None,
    };
    reader.content(page.typed_operations(), page.resources());
    let mut read = reader.page;
    if read.operators > MOST_OPERATORS || read.runs.len() >= MOST {
        return None;
    }
    for run in &mut read.runs {
        if let Some(convert) = run.convert {
            run.text = convert(&run.text);
        }
    }
    Some(read)
}

#[derive(Clone)]
struct State<'a> {
    transform: Affine,
    text: TextState,
    font: Option<Font<'a>>,
    convert: Option<Conversion>,
}

/// Marked content that is open.
enum Marked {
    /// Of no importance here.
    Other,
    /// The head or foot of a page.
    Artifact,
    /// The text of the glyphs in it, until it was used.
    Actual(Option<String>),
}

struct Reader<'c, 'a> {
    page: PageText,
    fonts: &'c FontCache<'a>,
    font_resolver: FontResolverFn,
    cmap_resolver: CMapResolverFn,
    state: State<'a>,
    saved: Vec<State<'a>>,
    marked: Vec<Marked>,
    /// How many of the saved states and of the marks are those around the content stream that is read.
    outer: (usize, usize),
    /// The forms that are being drawn, one in another.
    forms: Vec<ObjectIdentifier>,
    /// The last point of the open path, and its first one.
    last_point: Option<Point>,
    start_point: Option<Point>,
}

impl<'a> Reader<'_, 'a> {
    fn content(&mut self, mut operations: TypedIter<'_>, resources: &Resources<'a>) {
        let (saved, marked) = (self.saved.len(), self.marked.len());
        // What a form restores or ends too often is not that of the page.
        let outer = std::mem::replace(&mut self.outer, (saved, marked));
        while let Some(instruction) = operations.next() {
            self.page.operators += 1;
            if self.page.operators > MOST_OPERATORS {
                break;
            }
            self.instruction(&instruction, resources);
        }
        if let Some(state) = self.saved.get(saved).cloned() {
            self.state = state;
        }
        self.saved.truncate(saved);
        self.marked.truncate(marked);
        self.outer = outer;
    }

    fn instruction(&mut self, instruction: &TypedInstruction<'_, '_>, resources: &Resources<'a>) {
        use TypedInstruction as Op;
        let text = &mut self.state.text;
        match instruction {
            Op::SaveState(_) if self.saved.len() < MOST_STATES => {
                self.saved.push(self.state.clone());
            }
            Op::RestoreState(_) => {
                if self.saved.len() > self.outer.0
                    && let Some(state) = self.saved.pop()
                {
                    self.state = state;
                }
            }
            Op::Transform(t) => {
                self.state.transform *= matrix([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]);
            }
            Op::BeginText(_) => text.begin(),
            Op::SetTextMatrix(t) => {
                text.set_matrix(matrix([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]));
            }
            Op::TextFont(font) => {
                text.size = font.1.as_f64();
                self.set_font(font.0, resources);
            }
            Op::BeginMarkedContent(tag) => self.mark(tag.0, None),
            Op::BeginMarkedContentWithProperties(tag) => {
                let named = tag.1.clone().into_name();
                let own = || tag.1.clone().into_dict();
                let properties = match named {
                    Some(name) => resources.properties.get::<Dict<'_>>(name.as_ref()),
                    None => None,
                };
                match properties {
                    Some(properties) => self.mark(tag.0, Some(&properties)),
                    None => self.mark(tag.0, own().as_ref()),
                }
            }
            Op::EndMarkedContent(_) if self.marked.len() > self.outer.1 => {
                self.marked.pop();
            }
            Op::XObject(object) => {
                if let Some(form) = resources.get_x_object(object.0) {
                    self.form(&form, resources);
                }
            }
            _ => self.text(instruction),
        }
    }

    /// Moves to lines, and shows text.
    fn text(&mut self, instruction: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Op;
        let text = &mut self.state.text;
        match instruction {
            Op::NextLine(n) => text.next_line(n.0.as_f64(), n.1.as_f64()),
            Op::NextLineAndSetLeading(n) => {
                text.leading = -n.1.as_f64();
                text.next_line(n.0.as_f64(), n.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => text.next_line(0.0, -text.leading),
            Op::TextLeading(n) => text.leading = n.0.as_f64(),
            Op::CharacterSpacing(n) => text.letter_space = n.0.as_f64(),
            Op::WordSpacing(n) => text.word_space = n.0.as_f64(),
            Op::HorizontalScaling(n) => text.scaling = n.0.as_f64() / 100.0,
            Op::TextRise(n) => text.rise = n.0.as_f64(),
            Op::ShowText(shown) => self.show(shown.0.as_bytes()),
            Op::NextLineAndShowText(shown) => {
                text.next_line(0.0, -text.leading);
                self.show(shown.0.as_bytes());
            }
            Op::ShowTextWithParameters(shown) => {
                (text.word_space, text.letter_space) = (shown.0.as_f64(), shown.1.as_f64());
                text.next_line(0.0, -text.leading);
                self.show(shown.2.as_bytes());
            }
            Op::ShowTexts(shown) => {
                for object in shown.0.iter::<Object<'_>>() {
                    match object {
                        Object::Number(number) => self.state.text.adjust(number.as_f64()),
                        Object::String(text) => self.show(text.as_bytes()),
                        _ => {}
                    }
                }
            }
            _ => self.path(instruction),
        }
    }

    /// Follows paths only as far as vertical rules need it.
    fn path(&mut self, instruction: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Op;
        let transform = self.state.transform;
        let point = |x: &Number, y: &Number| transform * Point::new(x.as_f64(), y.as_f64());
        match instruction {
            Op::MoveTo(to) => {
                self.last_point = Some(point(&to.0, &to.1));
                self.start_point = self.last_point;
            }
            Op::LineTo(to) => {
                let end = point(&to.0, &to.1);
                if let Some(start) = self.last_point.replace(end) {
                    self.rule(start, end);
                }
            }
            Op::ClosePath(_) => {
                if let (Some(end), Some(start)) = (self.last_point, self.start_point) {
                    self.rule(end, start);
                }
            }
            Op::RectPath(rect) => {
                let (x, y) = (rect.0.as_f64(), rect.1.as_f64());
                let (width, height) = (rect.2.as_f64(), rect.3.as_f64());
                let corner = |x: f64, y: f64| transform * Point::new(x, y);
                let corners = [(x, y), (x, y + height), (x + width, y + height), (x + width, y)]
                    .map(|(x, y)| corner(x, y));
                for at in 0..4 {
                    self.rule(corners[at], corners[(at + 1) % 4]);
                }
            }
            _ => {}
        }
    }

    fn rule(&mut self, start: Point, end: Point) {
        const SLANT: f64 = 1.0;
        const SHORTEST: f64 = 6.0;
        let (top, bottom) = (start.y.min(end.y), start.y.max(end.y));
        let vertical = (start.x - end.x).abs() <= SLANT && bottom - top >= SHORTEST;
        if vertical && self.page.rules.len() < MOST {
            self.page.rules.push(Rule { x: start.x, top, bottom });
        }
    }

    fn mark(&mut self, tag: &Name<'_>, properties: Option<&Dict<'_>>) {
        let actual = properties.and_then(|properties| {
            let text = properties
                .get::<hayro_font::hayro_syntax::object::String<'_>>(keys::ACTUAL_TEXT)?;
            Some(text_of(text.as_bytes()))
        });
        let marked = match actual {
            _ if tag.as_ref() == b"Artifact" => Marked::Artifact,
            Some(text) => Marked::Actual(Some(text)),
            None => Marked::Other,
        };
        if self.marked.len() < MOST_STATES {
            self.marked.push(marked);
        }
    }

    /// Draws a form: a content stream of its own.
    fn form(&mut self, stream: &Stream<'a>, outer: &Resources<'a>) {
        let dict = stream.dict();
        let is_form =
            dict.get::<Name<'_>>(keys::SUBTYPE).is_some_and(|kind| kind.as_ref() == b"Form");
        let id = stream.obj_id();
        if !is_form || self.forms.len() >= DEEPEST || self.forms.contains(&id) {
            return;
        }
        let Ok(decoded) = stream.decoded_data() else { return };
        let own = dict.get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
        let state = self.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>(keys::MATRIX) {
            self.state.transform *= Affine::new(matrix);
        }
        self.forms.push(id);
        self.content(TypedIter::new(&decoded), own.as_ref().unwrap_or(outer));
        self.forms.pop();
        self.state = state;
    }

    fn set_font(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let dict = resources.get_font(name);
        let base = dict.as_ref().and_then(|dict| dict.get::<Name<'_>>(keys::BASE_FONT));
        self.state.convert = base.and_then(|base| {
            let name = String::from_utf8_lossy(base.as_ref()).into_owned();
            // "ABCDEF+.VnTime": the name of a subset.
            conversion(name.split_once('+').map_or(&*name, |(_, name)| name))
        });
        self.state.font =
            dict.and_then(|dict| self.fonts.font(&dict, &self.font_resolver, &self.cmap_resolver));
    }

    /// Shows a string in the current font.
    fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            self.page.unreadable += bytes.len();
            return;
        };
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            let glyph = font.glyph(font.map_code(code), code);
            let text = match &glyph {
                FontGlyph::Outline(glyph) => glyph.as_unicode(),
                FontGlyph::Type3(glyph) => glyph.as_unicode(),
            };
            let advance = font.code_advance(code).x / f64::from(UNITS_PER_EM);
            let start = self.state.transform * self.state.text.transform();
            self.state.text.advance(advance, code == 32 && length == 1);
            let end = self.state.transform * self.state.text.transform();
            self.glyph(text, start, end);
        }
    }

    /// Adds a glyph between two positions.
    fn glyph(&mut self, text: Option<BfString>, start: Affine, end: Affine) {
        let text = match self.actual_text() {
            Some(text) => text,
            None => match text {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => {
                    self.page.unreadable += 1;
                    char::REPLACEMENT_CHARACTER.to_string()
                }
            },
        };
        if self.marked.iter().any(|marked| matches!(marked, Marked::Artifact)) {
            self.page.artifacts += usize::from(!text.trim().is_empty());
            return;
        }
        let [a, b, c, d, ..] = start.as_coeffs();
        let size = self.state.text.size.abs() * c.hypot(d);
        if !size.is_finite() || size == 0.0 {
            return;
        }
        if a <= 0.0 || b.abs() > a * 0.1 {
            self.page.turned += 1;
            return;
        }
        self.page.letters += 1;
        let (from, to) = (start.translation(), end.translation());
        let convert = self.state.convert;
        let glyph = Glyph { text: &text, left: from.x, right: to.x, y: from.y, size, convert };
        self.page.append(glyph);
    }

    /// The text of marked content for its first glyph, and nothing for the others.
    fn actual_text(&mut self) -> Option<String> {
        self.marked.iter_mut().rev().find_map(|marked| match marked {
            Marked::Actual(text) => Some(text.take().unwrap_or_default()),
            _ => None,
        })
    }
}

fn matrix(numbers: [&Number; 6]) -> Affine {
    Affine::new(numbers.map(Number::as_f64))
}

/// The font for one that is not in the document. Its letters come from the font dictionary.
fn substitute(query: &FontQuery) -> StandardFont {
    match query {
        FontQuery::Standard(font) => *font,
        FontQuery::Fallback(query) => query.pick_standard_font(),
    }
}

/// A text string: UTF-16 with a byte order mark, UTF-8 with one, or nearly Latin-1.
fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
