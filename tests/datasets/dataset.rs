//! Dataset files: what is read, and which diagnostics are reported where.

use crate::english;
use std::fmt::Write;
use std::fs;
use std::io::Write as _;

use chitieu::dataset::{self, Diagnostic, OpenError, Rule, SCHEMA, Severity, read_json};
use chitieu::model::{
    Actual, Better, Change, ChangeUnit, Count, Decimal, Indicator, Period, PeriodValue, Plan,
    PlanTerms, Rank, Reference, Section, Status, Target, Verdict,
};
use chitieu::text::parse_number::Separators;
use proptest::prelude::*;
use serde_json::Value;

const EMBEDDED: &str = include_str!("../../assets/bac-kan-2024.json");

/// Returns a dataset of one indicator with these fields in addition to its id and name.
fn with(fields: &str) -> String {
    let indicator =
        format!(r#"{{"id":"a","name":"A"{}{fields}}}"#, if fields.is_empty() { "" } else { "," });
    format!(
        r#"{{"id":"x","place":"x","period":"x","sections":[{{"name":"s","indicators":[{indicator}]}}]}}"#
    )
}

fn diagnostics(text: &str) -> Vec<String> {
    match read_json("f.json", text.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(diagnostics) => english::lines(&diagnostics).lines().map(str::to_owned).collect(),
    }
}

#[test]
fn the_embedded_dataset_is_valid_and_matches_its_schema() {
    assert!(dataset::embedded().is_ok());
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let embedded: Value = serde_json::from_str(EMBEDDED).unwrap();
    let errors: Vec<_> = validator.iter_errors(&embedded).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn reader_and_schema_accept_the_same_files() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good = [
        "",
        r#""unit":null,"actual":"Xuất siêu","plan":{"under":3,"verdict":"đạt","status":"met"}"#,
        r#""plan":{"low":7.5,"high":8.0},"actual":16.70,"estimate":false,"better":"lower""#,
        r#""ranks":[{"position":1,"of":34}],"count":{"part":1,"whole":2},"scale":100"#,
        r#""changes":[{"period":"2022","amount":-1,"unit":"places"}],"reference":{"paragraph":1}"#,
        r#""reference":{"quote":"đạt 5 ha"},"review":{"doubts":["no-unit"]}"#,
    ];
    let bad = [
        r#""unknown":1"#,
        r#""unit":"""#,
        r#""actual":true"#,
        r#""estimate":"yes""#,
        r#""better":"more""#,
        r#""plan":{}"#,
        r#""plan":{"value":1,"over":2}"#,
        r#""plan":{"low":1}"#,
        r#""plan":{"verdict":"vượt"}"#,
        r#""plan":{"status":"met"}"#,
        r#""plan":{"percent":"100"}"#,
        r#""changes":[{"period":"2022","amount":1}]"#,
        r#""changes":[{"period":"2022","amount":1,"unit":"miles"}]"#,
        r#""ranks":[{"position":0,"of":63}]"#,
        r#""ranks":[{"position":1.5,"of":63}]"#,
        r#""count":{"part":1}"#,
        r#""reference":{"paragraph":"one"}"#,
        r#""note":[]"#,
        r#""review":{}"#,
        r#""review":{"doubts":"no-unit"}"#,
        r#""reference":{"quote":1}"#,
    ];
    for (fields, expected) in
        good.map(|fields| (fields, true)).into_iter().chain(bad.map(|fields| (fields, false)))
    {
        let text = with(fields);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(validator.is_valid(&value), expected, "schema: {fields}");
        assert_eq!(
            diagnostics(&text).is_empty(),
            expected,
            "reader: {fields}: {:?}",
            diagnostics(&text)
        );
    }
}

/// An indicator with a value in every field. The compiler refuses it when a field is added.
fn indicator_with_every_field() -> Indicator {
    let verdict = Verdict { text: "đạt".to_owned(), status: Status::Met };
    let plan = Plan::of(Some(Target::Value(Decimal::TEN)), None, Some(Decimal::ONE), Some(verdict));
    Indicator {
        id: "a".to_owned(),
        name: "Trồng rừng".to_owned(),
        parents: vec!["Lâm nghiệp".to_owned()],
        unit: Some("ha".to_owned()),
        actual: Some(Actual::Figure(Decimal::TWO)),
        period: Some(Period::year(2024)),
        estimate: true,
        preliminary: true,
        better: Some(Better::Higher),
        better_assumed: true,
        plan: plan.clone().map(|plan| Plan { period: Some(Period::year(2025)), ..plan }),
        other_plans: plan
            .map(|plan| Plan { name: Some("Huyện giao".to_owned()), ..plan })
            .into_iter()
            .collect(),
        changes: vec![Change {
            period: "năm 2023".to_owned(),
            amount: Decimal::ONE,
            unit: ChangeUnit::Percent,
        }],
        earlier: vec![PeriodValue {
            period: "năm 2022".to_owned(),
            value: Actual::Words("chưa có".to_owned()),
        }],
        scale: Some(Decimal::ONE_HUNDRED),
        ranks: vec![Rank {
            position: 2,
            of: Some(34),
            among: Some("tỉnh, thành phố".to_owned()),
            change: Some(-1),
            since: Some("năm 2023".to_owned()),
        }],
        count: Some(Count { part: Decimal::ONE, whole: Decimal::TEN }),
        reference: Some(Reference {
            document: Some("Báo cáo".to_owned()),
            paragraph: Some(3),
            sentence: Some(1),
            quote: Some("trồng 2 ha rừng".to_owned()),
        }),
        note: Some("số ước".to_owned()),
        review: vec!["unknown-name".to_owned()],
    }
}

#[test]
fn the_schema_has_every_field_of_an_indicator() {
    let mut dataset = read_json("f", with("").as_bytes()).unwrap();
    dataset.indicators = [indicator_with_every_field()].into_iter().collect();
    dataset.sections = [Section { name: "s".to_owned(), indicators: 0..1 }].into();
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let written: Value = serde_json::from_str(&dataset::write_json(&dataset).unwrap()).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&written), "{written}");
    let indicator = &written["sections"][0]["indicators"][0];
    for (object, name) in [
        (indicator, "indicator"),
        (&indicator["changes"][0], "change"),
        (&indicator["earlier"][0], "earlier"),
        (&indicator["ranks"][0], "rank"),
        (&indicator["count"], "count"),
        (&indicator["reference"], "reference"),
    ] {
        let names = |object: &Value| {
            let mut names: Vec<_> = object.as_object().unwrap().keys().cloned().collect();
            names.sort();
            names
        };
        assert_eq!(names(object), names(&schema["$defs"][name]["properties"]), "{name}");
    }
}

#[test]
fn keeps_digits_as_written() {
    let read = |number: &str| {
        let dataset = read_json("f", with(&format!(r#""actual":{number}"#)).as_bytes()).unwrap();
        dataset.indicators.get(0).unwrap().figure().unwrap().to_string()
    };
    for number in ["16.70", "0", "-4.13", "10120", "0.0001", "79228162514264337593543950335"] {
        assert_eq!(read(number), number);
    }
    assert_eq!(read("1e3"), "1000");
}

#[test]
fn reads_every_form_of_a_target() {
    let plan = |fields: &str| {
        let text = with(&format!(r#""plan":{{{fields}}}"#));
        read_json("f", text.as_bytes()).unwrap().indicators.get(0).unwrap().plan.unwrap()
    };
    let four = 4.into();
    for (fields, target) in [
        (r#""value":4"#, Target::Value(four)),
        (r#""over":4"#, Target::Over(four)),
        (r#""under":4"#, Target::Under(four)),
        (r#""at_least":4"#, Target::AtLeast(four)),
        (r#""at_most":4"#, Target::AtMost(four)),
        (r#""about":4"#, Target::About(four)),
        (r#""low":4,"high":4"#, Target::Range { low: four, high: four }),
    ] {
        assert_eq!(plan(fields).target(), Some(target));
    }
    assert!(matches!(plan(r#""percent":100"#).terms, PlanTerms::Percent { .. }));
    let dataset = read_json("f", with(r#""actual":"Xuất siêu""#).as_bytes()).unwrap();
    assert_eq!(
        dataset.indicators.get(0).unwrap().actual,
        Some(Actual::Words("Xuất siêu".to_owned()))
    );
}

#[test]
fn reports_all_diagnostics_at_once_with_their_locations() {
    let text = r#"{
  "id": "x", "place": "x", "period": "x",
  "sections": [
    { "name": "Kinh tế", "indicators": [
      { "id": "a", "name": "Ngân sách", "unti": "tỷ đồng", "actual": "" },
      { "id": "a", "name": "Ngân sách", "plan": { "percent": "cao" }, "better": "hihger" },
      { "id": "c", "name": "Rừng", "name": "Rừng" }
    ] }
  ]
}"#;
    assert_eq!(
        diagnostics(text),
        [
            "f.json:5:41: sections[0].indicators[0].unti: unknown field; did you mean `unit`?",
            "f.json:5:70: sections[0].indicators[0].actual: found \"\"; expected text that is not empty",
            "f.json:6:15: sections[0].indicators[1].id: the id “a” is already taken by sections[0].indicators[0]; give each indicator an id of its own",
            "f.json:6:62: sections[0].indicators[1].plan.percent: found \"cao\"; expected a number, with a point before decimals",
            "f.json:6:81: sections[0].indicators[1].better: found \"hihger\"; did you mean `higher`?",
            "f.json:7:36: sections[0].indicators[2].name: this field occurs twice; keep one of them",
        ]
    );
}

#[test]
fn ids_are_unique() {
    let text = r#"{"id":"x","place":"x","period":"x","sections":[{"name":"s","indicators":[
{"id":"a","name":"A"},
{"id":"a","name":"B"}]}]}"#;
    assert_eq!(
        diagnostics(text),
        [
            "f.json:3:7: sections[0].indicators[1].id: the id “a” is already taken by sections[0].indicators[0]; give each indicator an id of its own"
        ]
    );
}

#[test]
fn reports_invalid_json_with_its_location() {
    assert_eq!(
        diagnostics("{\n  \"id\": x\n}"),
        ["f.json:2:9: a value is expected here; correct the JSON"]
    );
    let comma = diagnostics(&with(r#""actual":1,5"#));
    assert!(comma[0].ends_with("JSON writes decimals with a point: 97.4"), "{comma:?}");
    let read = english::error(dataset::read("f", b"// x\n{}".as_slice(), None).unwrap_err());
    assert!(read.starts_with("f:1:1:") && read.ends_with("the field `note`"), "{read}");
    assert_eq!(
        diagnostics(""),
        [
            "f.json:1:1: the file is empty; choose a file with a table of indicators (CSV, XLSX, ODS) or a dataset in JSON"
        ]
    );
    assert_eq!(
        diagnostics("[]"),
        ["f.json:1:1: found a list; expected a list [ … ] with at least one element"]
    );
    let cut = diagnostics(&EMBEDDED[..1000]);
    assert!(cut.len() == 1 && cut[0].contains("the JSON ends too early"), "{cut:?}");
    let message = english::lines(&read_json("f.json", b"{\n  \"id\": \"\xe1\"}").unwrap_err());
    assert_eq!(message, "f.json:2:10: the byte 0xE1 is not UTF-8; save the file as UTF-8");
}

#[test]
fn accepts_a_byte_order_mark() {
    assert_eq!(diagnostics(&format!("\u{feff}{EMBEDDED}")), [] as [&str; 0]);
}

#[test]
fn diagnostics_never_control_the_terminal() {
    let found = diagnostics(&with("\"\\u001b[2J\":1"));
    assert!(found[0].contains("␛[2J") && !found[0].contains('\u{1b}'), "{found:?}");
}

#[test]
fn opens_a_list_of_names() {
    let read = |text: &str| {
        dataset::read("f", text.as_bytes(), None).map(|opened| opened.datasets[0].clone())
    };
    for text in [
        "id\tsection\tname\tunit\n7\tKinh tế\tTrồng rừng, mới\tha\n",
        "\u{feff}name,unit,section,id\r\n\"Trồng rừng, mới\",ha,Kinh tế,7\r\n",
        "Name;id;unit;section\nTrồng rừng, mới;7;ha;Kinh tế",
    ] {
        let dataset = read(text).unwrap();
        let indicator = dataset.indicators.get(0).unwrap();
        assert_eq!((indicator.id.as_str(), indicator.name.as_str()), ("7", "Trồng rừng, mới"));
        assert_eq!(indicator.unit.as_deref(), Some("ha"));
        assert_eq!(dataset.sections[0].name, "Kinh tế");
    }
    let alone = read("name\nMột\nHai\n").unwrap();
    let ids: Vec<_> = alone.indicators.ids().collect();
    assert_eq!(ids, ["2", "3"], "without ids the lines are");
    for text in ["name\r\n\"Một\"\r\n\"Hai\"\r\n", "name\n\"Một\"\n\"Hai\"\n"] {
        let ids: Vec<_> = read(text).unwrap().indicators.ids().map(str::to_owned).collect();
        assert_eq!(ids, ["2", "3"], "quotes and line ends change no line's number");
    }
    let apart = read("section,name\nA,1\nB,2\nA,3\n").unwrap();
    let names: Vec<_> = apart.indicators.names().collect();
    assert_eq!((names, apart.sections.len()), (vec!["1", "3", "2"], 2));
    let units = |text: &str| -> Vec<_> {
        let names = read(text).unwrap().indicators;
        names.iter().map(|one| (one.name.clone(), one.unit.clone().unwrap_or_default())).collect()
    };
    let pair = |name: &str, unit: &str| (name.to_owned(), unit.to_owned());
    assert_eq!(
        units("name\nChỉ số SIPAS (%)\nTân Lập (xã)\n"),
        [pair("Chỉ số SIPAS", "%"), pair("Tân Lập (xã)", "")]
    );
    assert_eq!(units("name,unit\nA (%),ha\n"), [pair("A (%)", "ha")], "a unit column has priority");
    let message = |text: &str| english::error(read(text).unwrap_err());
    assert_eq!(
        message("id,name\na,1\nb,2\na,3\n"),
        "f:4:1: the id “a” is already in line 2; give each line an id of its own"
    );
    assert_eq!(
        message("id,name\n\u{18},a\n"),
        "f:2:1: the id \"\\u{18}\" has control characters; write an id without control characters"
    );
    assert_eq!(
        message("name,nmae\na,b\n"),
        "f:1:1: a list of names has no column “nmae”; rename the column to one of id, section, name, unit"
    );
    assert_eq!(
        message("id,name\n1,\n2\n3,C\n"),
        "f:2:1: the line has no name; fill its cell of the column name\nf:3:1: 1 cell under 2 headings; give the line a cell for each heading; put a cell with a separator in quotes"
    );
}

/// Returns a dataset of many indicators, each with these fields in addition to its name.
fn many(count: usize, fields: impl Fn(usize) -> String) -> String {
    let one = |at| format!("{{\"name\":\"A\",{}}}", fields(at));
    let indicators = (0..count).map(one).collect::<Vec<_>>().join(",\n");
    format!(
        r#"{{"id":"x","place":"x","period":"x","sections":[{{"name":"s","indicators":[
{indicators}]}}]}}"#
    )
}

#[test]
fn a_long_file_keeps_a_thousand_diagnostics_a_rule_and_counts_all() {
    let text = many(3000, |at| format!(r#""id":"{at}","actual":true,"x":1"#));
    let Err(OpenError::Invalid { diagnostics, omitted }) =
        dataset::read("f", text.as_bytes(), None)
    else {
        panic!("it is no dataset");
    };
    let lines = diagnostics.0.iter().map(|diagnostic| diagnostic.location.line);
    assert!(lines.eq((2..=1001).flat_map(|line| [line, line])), "the first, in order");
    assert_eq!(omitted.0, [(Rule::UnknownField, 2000), (Rule::WrongValue, 2000)]);
    let message = english::error(OpenError::Invalid { diagnostics, omitted });
    assert!(message.ends_with("\n… and 5950 more"), "{message}");
}

#[test]
fn diagnostics_of_long_lists_and_lossless_tables_are_limited_too() {
    let list = format!("name,unit\n{}", "x\n".repeat(3000));
    let mut own = Vec::new();
    let few = dataset::embedded().unwrap();
    let style = dataset::Style { separators: Separators::Point };
    dataset::write_csv(&few, style, &mut own).unwrap();
    let mut own = String::from_utf8(own).unwrap();
    own.push_str(&",section\n".repeat(3000));
    for (text, rule) in [(list, Rule::NameList), (own, Rule::WrongValue)] {
        let Err(OpenError::Invalid { diagnostics, omitted }) =
            dataset::read("f", text.as_bytes(), None)
        else {
            panic!("it is no dataset");
        };
        assert_eq!((diagnostics.0.len(), omitted.0), (1000, vec![(rule, 2000)]));
    }
}

#[test]
fn failed_checks_of_a_long_file_are_limited_too() {
    let text = many(3000, |at| format!(r#""id":"{at}","scale":10,"actual":11"#));
    let opened = dataset::read("f", text.as_bytes(), None).unwrap();
    assert_eq!(opened.datasets[0].indicators.len(), 3000);
    let lines = opened.warnings.iter().map(|place| place.location.line);
    assert!(lines.eq(2..=1001), "the first, in order");
    let place = &opened.warnings[0].location;
    let line = text.lines().nth(1).unwrap();
    assert_eq!(&line[place.column - 1..place.column + 1], "11", "the figure that it is about");
    assert_eq!(place.path, "sections[0].indicators[0].actual");
    assert_eq!(opened.omitted.0, [(Rule::ScoreAboveScale, 2000)]);
}

#[test]
fn reads_json_in_utf16_of_notepad() {
    let swapped = |unit: u16| unit.swap_bytes();
    let units: Vec<u16> = EMBEDDED.encode_utf16().collect();
    let little = [0xfeff].into_iter().chain(units.iter().copied());
    let big = [0xfeff].into_iter().chain(units.iter().copied()).map(swapped);
    let bytes = |units: &mut dyn Iterator<Item = u16>| units.flat_map(u16::to_le_bytes).collect();
    let files: [Vec<u8>; 2] = [bytes(&mut little.into_iter()), bytes(&mut big.into_iter())];
    for file in files {
        let opened = dataset::read("f", file.as_slice(), None).unwrap();
        assert_eq!(opened.datasets, [dataset::embedded().unwrap()]);
    }
}

#[test]
fn depth_is_limited() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!diagnostics(&deep).is_empty());
    assert!(!diagnostics(&with(&format!(r#""actual":{deep}"#))).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_reported(bytes in any::<Vec<u8>>()) {
        let _ = read_json("f", &bytes);
    }

    #[test]
    fn a_damaged_file_is_read_or_reported(at in 0..EMBEDDED.len(), length in 0usize..40, put in "[\\[\\]{}\",:0-9a-z]{0,6}") {
        let mut bytes = EMBEDDED.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put.into_bytes());
        if let Err(diagnostics) = read_json("f", &bytes) {
            prop_assert!(!diagnostics.0.is_empty());
        }
    }
}

#[test]
fn reports_all_impossible_values_at_once() {
    let json = r#"{"id":"a b","place":"P","period":"n","sections":[{"name":"S","indicators":[
        {"id":"x\\ny","name":"A","scale":0},
        {"id":"b","name":"B","scale":-5,"count":{"part":-1,"whole":0}}]}]}"#
        .replace("\\\\", "\\");
    let message = english::lines(&read_json("f.json", json.as_bytes()).unwrap_err());
    assert_eq!(message.matches("without control characters").count(), 1, "{message}");
    assert_eq!(message.matches("expected a number above 0").count(), 3, "{message}");
    assert_eq!(message.matches("expected a number from 0").count(), 1, "{message}");
}

#[test]
fn the_head_of_a_file_ends_with_a_complete_row_in_every_encoding() {
    let mut text = "\u{feff}Chỉ tiêu;ĐVT;KH 2024;TH 2024\n".to_owned();
    for row in 1..=60_000 {
        // One byte of its first letter equals a line feed.
        writeln!(text, "Ḋiện tích trồng mới xã số {row};ha;1;{row}").unwrap();
    }
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("8", text.as_bytes()), ("16le", &little), ("16be", &big)] {
        // Long enough that only its head is read.
        let path = folder.path().join(name);
        let file = fs::File::create(&path).unwrap();
        file.set_len(8 * 1024 * 1024).unwrap();
        (&file).write_all(bytes).unwrap();
        let head = dataset::head(&path).unwrap();
        let sound = |found: &Diagnostic| found.rule().severity() != Severity::Error;
        assert!(head.findings.iter().all(sound), "{name}: {:?}", head.findings);
        assert!(!format!("{head:?}").contains('\u{fffd}'), "{name}");
        let indicators = &head.datasets[0].indicators;
        let last = indicators.get(indicators.len() - 1).unwrap();
        assert_eq!(last.name, format!("Ḋiện tích trồng mới xã số {}", indicators.len()), "{name}");
        assert_eq!(last.figure(), Some(indicators.len().into()), "{name}");
    }
}

#[test]
fn a_number_in_quotes_is_reported_and_kept_as_words() {
    for (quoted, number) in [("1.250,5", "1250.5"), ("95", "95"), ("97,4 %", "97.4")] {
        let text = with(&format!(r#""actual":"{quoted}""#));
        let opened = dataset::read("f.json", text.as_bytes(), None).unwrap();
        let [finding] = &opened.findings[..] else { panic!("{quoted}: {:?}", opened.findings) };
        assert_eq!(finding.rule(), Rule::UnreadableNumber);
        assert!(english::help(finding).contains(number), "{}", english::help(finding));
        let indicator = opened.datasets[0].indicators.iter().next().unwrap();
        assert_eq!(indicator.actual, Some(Actual::Words(quoted.to_owned())));
    }
    for words in ["Đạt", "2/3", "trên 95"] {
        let text = with(&format!(r#""actual":"{words}""#));
        let opened = dataset::read("f.json", text.as_bytes(), None).unwrap();
        assert_eq!(opened.findings, [], "{words}");
    }
}

#[test]
fn a_period_that_does_not_exist_is_reported() {
    for period in ["2024-13", "quý V/2024"] {
        let text = format!(
            r#"{{"id":"x","period":"{period}","sections":[{{"name":"S","indicators":[{{"id":"a","name":"A"}}]}}]}}"#
        );
        let opened = dataset::read("f.json", text.as_bytes(), None).unwrap();
        let rules: Vec<Rule> = opened.findings.iter().map(Diagnostic::rule).collect();
        assert_eq!(rules, [Rule::UnclearPeriod], "{period}");
        assert!(!diagnostics(&with(&format!(r#""period":"{period}""#))).is_empty(), "{period}");
    }
}
