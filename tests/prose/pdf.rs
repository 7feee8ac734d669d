//! Reports as PDF: one report by several makers, and documents that are refused.

use crate::every::Every;
use std::fs;
use std::path::Path;

use chitieu::dataset::{Fate, Import, ImportOptions, NotProse, NumberRule, import};

const OPTIONS: ImportOptions =
    ImportOptions { place: None, period: None, only_sure: false, keep_text: true };

/// The name, and the actual or the target, of what the report says, in its order.
const FACTS: [(&str, &str); 21] = [
    ("giá trị sản xuất trên địa bàn huyện", "3418.6"),
    ("giá trị sản xuất nông, lâm nghiệp và thủy sản", "1127.4"),
    ("diện tích gieo trồng cây hằng năm", "14836"),
    ("sản lượng lương thực có hạt", "61275"),
    ("đàn gia súc", "48912"),
    ("thu ngân sách nhà nước trên địa bàn", "187.45"),
    ("tổng chi ngân sách địa phương", "742.8"),
    ("hộ nghèo", "5.86"),
    ("tham gia bảo hiểm y tế", "94.7"),
    ("giải quyết việc làm", "2140"),
    ("đào tạo nghề", "865"),
    ("trường đạt chuẩn quốc gia", "83.9"),
    ("dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", "9.8"),
    ("xã đạt chuẩn nông thôn mới", "8"),
    ("nông thôn mới nâng cao", "2"),
    ("tai nạn", "17"),
    ("chết", "9"),
    ("bị thương", "14"),
    ("thu ngân sách nhà nước trên địa bàn", "205"),
    ("hộ nghèo", "4.5"),
    ("việc làm", "2200"),
];

/// Sentences of the report, whose letters must all come out right.
const SENTENCES: [&str; 3] = [
    "Tổng giá trị sản xuất trên địa bàn huyện năm 2024 ước đạt 3.418,6 tỷ đồng, đạt 101,2% kế hoạch, tăng 8,35% \
     so với cùng kỳ năm trước; trong đó giá trị sản xuất nông, lâm nghiệp và thủy sản đạt 1.127,4 tỷ đồng, tăng \
     4,16% so với cùng kỳ.",
    "Sản lượng lương thực có hạt đạt 61.275 tấn, tăng 2,7% so với năm 2023.",
    "Đàn gia súc hiện có 48.912 con, giảm 1,9% so với cùng kỳ do ảnh hưởng của dịch bệnh trên đàn vật nuôi và \
     giá thức ăn chăn nuôi tăng cao.",
];

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pdf").join(name)).unwrap()
}

fn read(name: &str) -> Import {
    import(name, &bytes(name), &OPTIONS).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

fn assert_facts(name: &str, facts: &[(&str, &str)], report: &Import) {
    let found: Vec<(String, String)> = report
        .dataset
        .indicators
        .iter()
        .map(|indicator| {
            let target = indicator.plan.as_ref().and_then(|plan| plan.target());
            let figure = indicator.figure().map(|figure| figure.to_string());
            (indicator.name.to_lowercase(), figure.unwrap_or_else(|| format!("{target:?}")))
        })
        .collect();
    assert_eq!(found.len(), facts.len(), "{name}: {found:#?}");
    for ((own, figure), (wanted, number)) in found.iter().zip(facts) {
        assert!(
            own.contains(wanted) && figure.contains(number),
            "{name}: {own} {figure}: {wanted} {number}"
        );
    }
}

#[test]
fn one_report_by_several_makers_is_the_same_data() {
    let whole = [
        "libreoffice",
        "chromium",
        "wkhtmltopdf",
        "weasyprint",
        "ghostscript",
        "cairo",
        "reportlab-nfd",
        "typst-columns",
        "fpdf2",
    ];
    for (name, facts) in whole
        .map(|name| (name, &FACTS[..]))
        .into_iter()
        .chain(["latex", "xelatex"].map(|name| (name, &FACTS[..5])))
    {
        let report = read(&format!("{name}.pdf"));
        assert_facts(name, facts, &report);
        let text = report.paragraphs.join("\n");
        for sentence in SENTENCES {
            assert!(text.contains(sentence), "{name}: {sentence}\n{text}");
        }
        let title = &report.dataset.source.as_ref().unwrap().title;
        assert!(
            title.ends_with("Tình hình kinh tế - xã hội huyện Tân Phước năm 2024"),
            "{name}: {title}"
        );
        // Every figure of the annex is listed, and none is read as prose.
        if name != "typst-columns" {
            let rows: Vec<_> =
                report.numbers.iter().filter(|number| number.rule == NumberRule::InTable).collect();
            assert_eq!(report.tables, 1, "{name}");
            assert!(rows.iter().every(|number| number.fate == Fate::Unread));
            for figure in if facts.len() == 5 {
                vec!["3.378", "167,4", "2.140"]
            } else {
                vec!["14.925", "5,86", "107"]
            } {
                assert!(rows.iter().any(|number| number.text == figure), "{name}: {figure}");
            }
        }
        let unread = report
            .numbers
            .iter()
            .filter(|number| number.fate == Fate::Unread && number.rule != NumberRule::InTable)
            .count();
        assert_eq!(unread, 0, "{name}");
    }
}

#[test]
fn a_scan_and_a_document_with_a_password_are_refused() {
    let refused = |bytes: &[u8]| import("x.pdf", bytes, &OPTIONS).unwrap_err();
    assert_eq!(refused(&bytes("scan.pdf")), NotProse::Scan);
    assert_eq!(refused(&bytes("password.pdf")), NotProse::Password);
    assert!(matches!(refused(b"%PDF-1.7\n"), NotProse::Damaged(_)));
}

/// A document of one page with a font.
fn page(font: &str, content: &[u8]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let objects: [Vec<u8>; 5] = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
          /Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>"
            .to_vec(),
        [
            format!("<</Length {}/Subtype/Form/BBox[0 0 9 9]>>stream\n", content.len()).as_bytes(),
            content,
            b"\nendstream",
        ]
        .concat(),
        font.as_bytes().to_vec(),
    ];
    for (at, object) in objects.iter().enumerate() {
        pdf.extend(format!("{} 0 obj\n", at + 1).bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    pdf.extend(b"trailer<</Root 1 0 R/Size 6>>\n%%EOF");
    pdf
}

#[test]
fn a_font_that_is_not_embedded_and_one_from_before_unicode_are_read() {
    let times = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>";
    let english = b"BT /F 12 Tf 50 700 Td (Total budget revenue reached 512.4 billion dong.) Tj ET";
    let report = import("x.pdf", &page(times, english), &OPTIONS).unwrap();
    assert_facts("standard font", &[("total budget revenue", "512.4")], &report);
    let old = "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+.VnTime/Encoding/WinAnsiEncoding>>";
    let tcvn3 = b"BT /F 12 Tf 50 700 Td (Thu ng\xa9n s\xb8ch nh\xb5 n\xad\xedc \xae\xb9t 5,2 t\xfb \xae\xe5ng.) Tj ET";
    let report = import("x.pdf", &page(old, tcvn3), &OPTIONS).unwrap();
    assert_eq!(report.paragraphs, ["Thu ngân sách nhà nước đạt 5,2 tỷ đồng."]);
    assert_facts("old font", &[("thu ngân sách nhà nước", "5.2")], &report);
}

#[test]
fn letters_without_a_text_are_not_guessed() {
    let font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2\
                /BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>";
    let content = b"BT /F 12 Tf 50 700 Td <00240025002600270028> Tj ET";
    let refused = import("x.pdf", &page(font, content), &OPTIONS).unwrap_err();
    assert_eq!(refused, NotProse::NoUnicode);
}

#[test]
fn a_page_that_draws_itself_ends() {
    let times = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>";
    let content = b"/X Do /X Do /X Do BT /F 12 Tf 50 700 Td (Thu 5) Tj ET ";
    let read = import("x.pdf", &page(times, content), &OPTIONS).unwrap();
    // The page, and perhaps the page as a form of itself.
    assert!((1..=2).contains(&read.numbers.len()), "{read:?}");
}

#[test]
fn every_beginning_and_damaged_bytes_are_read_or_refused() {
    let sound = bytes("reportlab-nfd.pdf");
    for at in (0..sound.len()).step_by(997) {
        let _ = import("x.pdf", &sound[..at], &OPTIONS);
    }
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..60 {
        let mut damaged = sound.clone();
        for _ in 0..20 {
            let at = random.usize(..damaged.len());
            damaged[at] = random.u8(..);
        }
        let _ = import("x.pdf", &damaged, &OPTIONS);
    }
}
