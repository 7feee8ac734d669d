//! Web pages: the blocks of text, without navigation, scripts and lists of links, which are counted.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{Document, SetAside, clean_paragraph};

/// Elements whose text is no part of the report.
const NAVIGATION: [&[u8]; 12] = [
    b"nav",
    b"footer",
    b"aside",
    b"form",
    b"button",
    b"select",
    b"menu",
    b"dialog",
    b"iframe",
    b"figcaption",
    b"template",
    b"svg",
];

/// Elements that end a paragraph.
const BLOCKS: [&[u8]; 36] = [
    b"p",
    b"div",
    b"li",
    b"ul",
    b"ol",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"article",
    b"section",
    b"main",
    b"header",
    b"blockquote",
    b"pre",
    b"dl",
    b"dt",
    b"dd",
    b"figure",
    b"table",
    b"tr",
    b"hr",
    b"br",
    b"body",
    b"html",
    b"head",
    b"address",
    b"details",
    b"summary",
    b"center",
    b"tbody",
    b"thead",
    b"caption",
    b"fieldset",
];

/// Reads a page. Its title is the text of its first `h1`, else the `title` element, else its first paragraph.
pub(crate) fn read(text: &str) -> Document {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.finish()
}

#[derive(Debug, Default)]
struct Page {
    blocks: Vec<Block>,
    /// The text of the open paragraph.
    text: String,
    /// How many bytes of it are in links.
    linked: usize,
    in_link: bool,
    /// The names of the open elements whose text is skipped.
    skipped: Vec<Vec<u8>>,
    in_script: bool,
    in_title: bool,
    heading: bool,
    title: String,
    tables: usize,
    /// The depth of open tables.
    depth: usize,
    navigation: usize,
    scripts: usize,
}

#[derive(Debug)]
struct Block {
    text: String,
    heading: bool,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        match name {
            b"script" | b"style" | b"noscript" if !tag.self_closing => {
                self.in_script = true;
                self.scripts += 1;
            }
            b"title" => self.in_title = true,
            b"a" => self.in_link = true,
            b"table" => {
                self.end_block();
                self.tables += usize::from(self.depth == 0);
                self.depth += 1;
            }
            b"td" | b"th" => self.text.push(' '),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_block();
            self.heading = name == b"h1";
        }
        if NAVIGATION.contains(&name) && !tag.self_closing {
            self.end_block();
            self.navigation += usize::from(self.skipped.is_empty());
            self.skipped.push(name.to_owned());
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"script" | b"style" | b"noscript" => self.in_script = false,
            b"title" => self.in_title = false,
            b"a" => self.in_link = false,
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_block();
        }
        if name == b"table" {
            self.depth = self.depth.saturating_sub(1);
        }
        // A missing end tag must not skip the rest of the page.
        if matches!(name, b"body" | b"main" | b"article") {
            self.skipped.clear();
        } else if let Some(at) = self.skipped.iter().rposition(|open| open == name) {
            self.end_block();
            self.skipped.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_script {
            return;
        }
        if self.in_title {
            self.title.push_str(text);
            return;
        }
        self.text.push_str(text);
        if self.in_link {
            self.linked += text.len();
        }
    }

    fn end_block(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        let linked = std::mem::take(&mut self.linked);
        let text = std::mem::take(&mut self.text);
        // Data tables are read by the table reader; a list of links is navigation.
        if !self.skipped.is_empty() || self.depth > 0 {
            return;
        }
        let Some(cleaned) = clean_paragraph::clean(&text) else { return };
        if !heading && linked * 10 > text.len() * 8 {
            self.navigation += 1;
            return;
        }
        self.blocks.push(Block { text: cleaned, heading });
    }

    fn finish(mut self) -> Document {
        self.end_block();
        let heading = self.blocks.iter().position(|block| block.heading);
        let mut lines: Vec<String> = Vec::with_capacity(self.blocks.len() + 1);
        match heading {
            Some(at) => {
                lines.push(self.blocks.remove(at).text);
            }
            None => lines.extend(clean_paragraph::clean(&self.title)),
        }
        lines.extend(self.blocks.into_iter().map(|block| block.text));
        let mut document = Document { tables: self.tables, ..Document::of_lines(lines) };
        document.count(SetAside::Navigation, self.navigation);
        document.count(SetAside::Scripts, self.scripts);
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_page_is_its_paragraphs() {
        let page = "<html><head><title>Trang</title><script>var a = 5;</script></head><body><nav><a href=x>Menu 1</a></nav>\
            <h1>Huyện A năm 2024</h1><p>Thu đạt 5 tỷ&nbsp;đồng.<p>Chi <b>3 tỷ</b> đồng.</p><ul><li><a href=1>Tin khác 7</a></li></ul>\
            <table><tr><td>1</td></tr></table><footer>Điện thoại 0123</footer><div>Hết.</div></body></html>";
        let document = read(page);
        assert_eq!(document.title, "Huyện A năm 2024");
        assert_eq!(document.paragraphs, ["Thu đạt 5 tỷ đồng.", "Chi 3 tỷ đồng.", "Hết."]);
        assert_eq!(
            (document.tables, document.set_aside.clone()),
            (1, vec![(SetAside::Navigation, 3), (SetAside::Scripts, 1)])
        );
    }

    #[test]
    fn an_unclosed_element_hides_nothing_behind_the_article() {
        let document = read("<article><aside>x<p>y</article><p>Thu 5 tỷ.");
        assert_eq!(document.paragraphs, ["Thu 5 tỷ."]);
    }
}
