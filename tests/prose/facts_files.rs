//! Reports in prose: the texts of `tests/data/prose/` with their facts, and what must hold for any text.

use std::fs;
use std::path::Path;

use chitieu::dataset::{
    Fate, Import, ImportOptions, NotProse, TextMismatch, audit, import, read_json, write_json,
};
use chitieu::model::Indicators;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::facts::{Fact, Score};

const OPTIONS: ImportOptions =
    ImportOptions { place: None, period: None, only_sure: false, keep_text: true };

fn read(text: &str) -> Import {
    import("report.txt", text.as_bytes(), &OPTIONS).unwrap()
}

/// The texts with their facts.
fn texts() -> Vec<(String, String, Vec<Fact>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/prose");
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let facts = fs::read_to_string(path.with_extension("facts.tsv")).unwrap();
            (name, fs::read_to_string(&path).unwrap(), Fact::all(&facts))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

#[test]
fn the_facts_of_the_texts_are_found() {
    let (mut all, mut sure) = (Score::default(), Score::default());
    for (name, text, facts) in texts() {
        let report = read(&text);
        all.add(&name, &facts, &report);
        let only_sure = ImportOptions { only_sure: true, ..OPTIONS };
        sure.add(&name, &facts, &import("report.txt", text.as_bytes(), &only_sure).unwrap());
    }
    println!("all:  {all}\nsure: {sure}");
    println!("{}", all.remarks.join("\n"));
    assert!(all.facts > 330);
    assert!(all.recall() >= 0.99 && all.precision() >= 0.99, "{all}");
    assert!(sure.recall() >= 0.85 && sure.precision() >= 0.995, "{sure}");
    assert_eq!(sure.false_figures, 0, "{:?}", sure.remarks);
}

/// Every run of digits of the paragraphs, in order: what has to have a fate.
fn numbers_of(paragraph: &str) -> Vec<(usize, String)> {
    let bytes = paragraph.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found: Vec<(usize, String)> = Vec::new();
    for at in (0..bytes.len()).filter(|at| digit(*at)) {
        match found.last_mut() {
            Some((start, text)) if *start + text.len() == at => text.push(char::from(bytes[at])),
            _ => found.push((at, char::from(bytes[at]).to_string())),
        }
    }
    found
}

/// Each digit is in exactly one number with one fate, and figures belong to an indicator.
fn assert_accounted(report: &Import) {
    for (at, paragraph) in report.paragraphs.iter().enumerate() {
        let own: Vec<_> =
            report.numbers.iter().filter(|number| number.paragraph as usize == at + 1).collect();
        for pair in own.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "{paragraph}");
        }
        for (start, digits) in numbers_of(paragraph) {
            let holds = |span: &std::ops::Range<usize>| {
                span.start <= start && start + digits.len() <= span.end
            };
            let count = own.iter().filter(|number| holds(&number.span)).count();
            assert_eq!(count, 1, "{digits} of {paragraph}");
        }
    }
    for number in &report.numbers {
        assert_eq!(number.indicator.is_some(), number.fate == Fate::Figure, "{number:?}");
        assert!(number.indicator.is_none_or(|at| at < report.dataset.indicators.len()));
    }
}

#[test]
fn every_number_has_one_fate_in_every_prefix() {
    for (_, text, _) in texts() {
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(7).collect();
        for cut in cuts {
            match import("report.txt", &text.as_bytes()[..cut], &OPTIONS) {
                Ok(report) => assert_accounted(&report),
                Err(why) => assert_eq!(why, NotProse::Empty),
            }
        }
    }
}

#[test]
fn the_form_of_the_text_changes_nothing() {
    for (name, text, _) in texts() {
        let report = read(&text);
        assert_eq!(report, read(&text), "{name}: twice the same");
        let decomposed: String = text.nfd().collect();
        assert_eq!(report, read(&decomposed), "{name}: NFD");
        assert_eq!(report, read(&text.replace('\n', "\r\n")), "{name}: CRLF");
        assert_eq!(report, read(&format!("\u{feff}{text}")), "{name}: byte order mark");
    }
}

#[test]
fn a_draft_is_read_back_and_agrees_with_its_own_text() {
    for (name, text, _) in texts() {
        let report = read(&text);
        let json = write_json(&report.dataset).unwrap();
        assert_eq!(read_json("report.txt", json.as_bytes()).unwrap(), report.dataset, "{name}");
        let wrong: Vec<_> = audit(&report.dataset)
            .into_iter()
            .filter(|mismatch| !matches!(mismatch, TextMismatch::UnclaimedNumber { .. }))
            .collect();
        assert_eq!(wrong, [], "{name}");
    }
}

#[test]
fn a_changed_figure_and_a_deleted_indicator_are_reported() {
    let (_, text, _) = texts().into_iter().find(|(name, ..)| name == "agriculture").unwrap();
    let report = read(&text);
    assert_eq!(audit(&report.dataset), []);
    let mut changed = report.dataset.clone();
    changed.indicators = changed
        .indicators
        .iter()
        .enumerate()
        .map(|(at, mut indicator)| {
            if at == 0 {
                indicator.actual = Some(chitieu::model::Actual::Figure(38_215.into()));
            }
            indicator
        })
        .collect();
    let found = audit(&changed);
    assert!(
        matches!(&found[..], [TextMismatch::FigureNotInSource { figure, .. }, TextMismatch::UnclaimedNumber { text, .. }]
            if *figure == 38_215.into() && text == "38.214"),
        "{found:?}"
    );
    let mut deleted = report.dataset;
    deleted.indicators = deleted.indicators.iter().skip(1).collect::<Indicators>();
    assert!(audit(&deleted).iter().any(
        |mismatch| matches!(mismatch, TextMismatch::UnclaimedNumber { text, .. } if text == "38.214")
    ));
}

#[test]
fn files_that_are_no_prose_are_refused() {
    let refused = |bytes: &[u8]| import("x", bytes, &OPTIONS).unwrap_err();
    assert!(matches!(refused(b"%PDF-1.7\n"), NotProse::Pdf | NotProse::Damaged(_)));
    assert_eq!(refused(b""), NotProse::Empty);
    assert_eq!(refused(b" \n\t\n"), NotProse::Empty);
    assert_eq!(refused(b"{\"id\":\"a\",\"sections\":[]}"), NotProse::Dataset);
    assert_eq!(refused(b"{\\rtf1\\ansi"), NotProse::Rtf);
    assert_eq!(refused(b"\xff\xd8\xff\xe0"), NotProse::Image);
}

#[test]
fn a_long_text_is_read() {
    let (_, text, _) = texts().into_iter().next().unwrap();
    let long = text.repeat(256 * 1024 / text.len());
    let report = read(&long);
    assert!(report.dataset.indicators.len() > 500);
    // One line, without an end of a sentence.
    let line = "Thu 5 tỷ đồng, tăng 3%, ".repeat(3_000);
    assert!(!read(&line).numbers.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_shuffle_of_numbers_is_accounted_for(seed in any::<u64>(), which in 0..31_usize) {
        let all = texts();
        let (_, text, _) = &all[which % all.len()];
        let mut random = fastrand::Rng::with_seed(seed);
        let mut numbers: Vec<String> = Vec::new();
        let mut pieces: Vec<String> = vec![String::new()];
        for c in text.chars() {
            let inside = pieces.len() == numbers.len() * 2;
            if c.is_ascii_digit() != inside {
                pieces.push(String::new());
                if c.is_ascii_digit() {
                    numbers.push(String::new());
                }
            }
            pieces.last_mut().unwrap().push(c);
            if c.is_ascii_digit() {
                numbers.last_mut().unwrap().push(c);
            }
        }
        random.shuffle(&mut numbers);
        let mut next = numbers.into_iter();
        let shuffled: String = pieces
            .into_iter()
            .map(|piece| if piece.starts_with(|c: char| c.is_ascii_digit()) { next.next().unwrap() } else { piece })
            .collect();
        assert_accounted(&read(&shuffled));
    }

    #[test]
    fn any_text_is_accounted_for(text in "(tăng|giảm|đạt|so với|kế hoạch|%|tỷ đồng|người|và|,|;|\\(|\\)|\\.|:|/|-|lần lượt|từ|xuống còn|trong đó|[0-9]{1,5}|[0-9]\\.[0-9]{3}| |năm|Thu|xã|\n|chiếm|xếp thứ|vượt|đóng góp|phấn đấu|\\PC){1,60}") {
        if let Ok(report) = import("x.txt", text.as_bytes(), &OPTIONS) {
            assert_accounted(&report);
            let json = write_json(&report.dataset).unwrap();
            prop_assert_eq!(read_json("x.txt", json.as_bytes()).unwrap(), report.dataset);
        }
    }
}
