//! Every problem of a file has words in both languages, which differ and contain the data of the problem.

use chitieu::app::Lang;
use chitieu::dataset::{
    CellProblem, Choices, CollectionProblem, ColumnProblem, ColumnRole, ComparisonBase,
    ComparisonEvidence, ComparisonKind, Contradiction, Damage, Expected, FileProblem, Foreign,
    Found, HiddenPart, InferredLayout, JsonFault, JsonProblem, KeptBecause, LayoutInference,
    Limited, LosslessProblem, NamedCells, NamesProblem, Notation, Priority, Problem, Rule,
    Separation, Severity, SheetKind, SheetNameReading, SheetProblem, SyntaxHint, TextMismatch,
    WorkbookLimit, WorkbookProblem,
};
use chitieu::model::{Better, TotalsMismatch, Warning};
use chitieu::ui::Words;

/// A problem, and the texts that its words contain in both languages.
type Sample = (Problem, Vec<String>);

/// Samples of an enum. Each has its pattern, and together the patterns are all there are: a variant without a sample
/// does not compile. `$wrap` makes the problem of a value.
macro_rules! samples {
    ($type:ty, $wrap:expr; $($pattern:pat => $($sample:expr, [$($data:expr),*])=>+;)*) => {{
        fn _is_complete(value: &$type) {
            match value {
                $($pattern => {})*
            }
        }
        let wrap = $wrap;
        let samples: Vec<Sample> =
            vec![$($((Problem::from(wrap($sample)), vec![$($data.to_string()),*]),)+)*];
        samples
    }};
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn of_files() -> Vec<Sample> {
    let mut all = samples! { FileProblem, |problem: FileProblem| problem;
        FileProblem::Empty => FileProblem::Empty, [];
        FileProblem::TooLong { .. } => FileProblem::TooLong { gib: 7 }, ["7 GiB"];
        FileProblem::UnpacksTooLong { .. } => FileProblem::UnpacksTooLong { mib: 42 }, ["42 MiB"];
        FileProblem::CannotRead { .. } =>
            FileProblem::CannotRead { reason: text("no such file") }, ["no such file"];
        FileProblem::CannotUnpack { .. } =>
            FileProblem::CannotUnpack { reason: text("corrupt") }, ["corrupt"];
        FileProblem::Foreign(_) => FileProblem::Foreign(Foreign::Pdf), ["PDF"];
        FileProblem::NotUtf8 { .. } => FileProblem::NotUtf8 { byte: 0xE1 }, ["0xE1"];
        FileProblem::InvalidBytes { .. } =>
            FileProblem::InvalidBytes { places: 1 }, ["1"] =>
            FileProblem::InvalidBytes { places: 12 }, ["12"];
        FileProblem::DecodedTwice { .. } => FileProblem::DecodedTwice { lines: 12 }, ["12"];
        FileProblem::LettersLost { .. } => FileProblem::LettersLost { letters: 12 }, ["12"];
        FileProblem::Encoding { .. } =>
            FileProblem::Encoding { name: "windows-1258" }, ["windows-1258"];
        FileProblem::FontEncoding { .. } =>
            FileProblem::FontEncoding { name: text("TCVN3") }, ["TCVN3"];
        FileProblem::UnclosedQuote => FileProblem::UnclosedQuote, [];
        FileProblem::TextAfterQuote => FileProblem::TextAfterQuote, [];
        FileProblem::Undivided { .. } =>
            FileProblem::Undivided { separator: ';' }, ["“;”"] =>
            FileProblem::Undivided { separator: '\t' }, ["tab"];
        FileProblem::NoSheet { .. } =>
            FileProblem::NoSheet { wanted: text("Thu"), sheets: vec![] }, ["Thu"] =>
            FileProblem::NoSheet { wanted: text("Thu"), sheets: vec![text("Chi"), text("Nợ")] },
            ["Thu", "Chi, Nợ"];
        FileProblem::TableLimit { .. } =>
            FileProblem::TableLimit { what: Limited::Cells, most: 999 }, ["999"];
    };
    all.extend(samples! { Limited, |what| FileProblem::TableLimit { what, most: 512 };
        Limited::Bytes => Limited::Bytes, ["512"];
        Limited::Cells => Limited::Cells, ["512"];
        Limited::Columns => Limited::Columns, ["512"];
        Limited::CellBytes => Limited::CellBytes, ["512"];
        Limited::NameBytes => Limited::NameBytes, ["512"];
        Limited::MergedBytes => Limited::MergedBytes, ["512"];
        Limited::Slices => Limited::Slices, ["512"];
    });
    all.extend(
        Foreign::ALL.iter().map(|format| (FileProblem::Foreign(*format).into(), Vec::new())),
    );
    all
}

fn of_json() -> Vec<Sample> {
    let choices = || Choices { near: None, known: vec![text("unit"), text("name")] };
    let near = || Choices { near: Some(text("unit")), ..choices() };
    let mut all = samples! { JsonProblem, |problem: JsonProblem| problem;
        JsonProblem::Syntax { .. } =>
            JsonProblem::Syntax { fault: JsonFault::EndsEarly, hint: None }, [];
        JsonProblem::UnknownField(_) =>
            JsonProblem::UnknownField(near()), ["`unit`"] =>
            JsonProblem::UnknownField(choices()), ["unit, name"];
        JsonProblem::MissingField { .. } =>
            JsonProblem::MissingField { field: "place", expected: Expected::Text }, ["place"];
        JsonProblem::DuplicateField => JsonProblem::DuplicateField, [];
        JsonProblem::DuplicateId { .. } =>
            JsonProblem::DuplicateId { id: text("thu"), first: text("sections[0]") },
            ["thu", "sections[0]"];
        JsonProblem::WrongValue { .. } =>
            JsonProblem::WrongValue { found: Found::Object, expected: Expected::List }, ["[ … ]"];
        JsonProblem::Contradiction(_) =>
            JsonProblem::Contradiction(Contradiction::EmptyPlan), ["verdict"];
        JsonProblem::NumberInQuotes { .. } =>
            JsonProblem::NumberInQuotes { text: text("12,5"), number: 12.into() }, ["“12,5”", "12"];
        JsonProblem::UnclearPeriod { .. } =>
            JsonProblem::UnclearPeriod { text: text("quý V/2024") }, ["“quý V/2024”"];
    };
    let syntax = |fault, hint| JsonProblem::Syntax { fault, hint };
    all.extend(samples! { JsonFault, |fault| syntax(fault, None);
        JsonFault::EndsEarly => JsonFault::EndsEarly, [];
        JsonFault::NoColon => JsonFault::NoColon, [":"];
        JsonFault::NoCommaInList => JsonFault::NoCommaInList, ["]"];
        JsonFault::NoCommaInObject => JsonFault::NoCommaInObject, ["}"];
        JsonFault::NoValue => JsonFault::NoValue, [];
        JsonFault::Escape => JsonFault::Escape, [];
        JsonFault::Number => JsonFault::Number, [];
        JsonFault::NumberRange => JsonFault::NumberRange, [];
        JsonFault::ControlCharacter => JsonFault::ControlCharacter, [];
        JsonFault::Name => JsonFault::Name, [];
        JsonFault::TrailingComma => JsonFault::TrailingComma, [];
        JsonFault::TrailingText => JsonFault::TrailingText, [];
        JsonFault::TooDeep => JsonFault::TooDeep, [];
        JsonFault::Other(_) => JsonFault::Other(text("odd")), ["odd"];
    });
    all.extend(samples! { SyntaxHint, |hint| syntax(JsonFault::NoValue, Some(hint));
        SyntaxHint::ExtraComma => SyntaxHint::ExtraComma, [];
        SyntaxHint::DecimalComma => SyntaxHint::DecimalComma, ["97.4"];
        SyntaxHint::Quotes => SyntaxHint::Quotes, [];
        SyntaxHint::Comment => SyntaxHint::Comment, ["note"];
        SyntaxHint::MissingComma => SyntaxHint::MissingComma, [];
        SyntaxHint::EndsEarly => SyntaxHint::EndsEarly, [];
    });
    let wrong = |found, expected| JsonProblem::WrongValue { found, expected };
    all.extend(samples! { Found, |found| wrong(found, Expected::Text);
        Found::Object => Found::Object, [];
        Found::List => Found::List, [];
        Found::Value(_) => Found::Value(text("12x")), ["12x"];
    });
    all.extend(samples! { Expected, |expected| wrong(Found::Value(text("12x")), expected);
        Expected::Object => Expected::Object, [];
        Expected::List => Expected::List, [];
        Expected::FilledList => Expected::FilledList, [];
        Expected::Text => Expected::Text, [];
        Expected::TextLike(_) => Expected::TextLike("năm 2023"), ["năm 2023"];
        Expected::FilledText => Expected::FilledText, [];
        Expected::UniqueId => Expected::UniqueId, [];
        Expected::Id => Expected::Id, [];
        Expected::WordsOfSource => Expected::WordsOfSource, [];
        Expected::Number => Expected::Number, [];
        Expected::NumberOf28Digits => Expected::NumberOf28Digits, ["28"];
        Expected::SignedNumber => Expected::SignedNumber, [];
        Expected::NumberOrWords => Expected::NumberOrWords, [];
        Expected::AboveZero => Expected::AboveZero, ["0"];
        Expected::FromZero => Expected::FromZero, ["0"];
        Expected::WholeFromOne => Expected::WholeFromOne, ["1"];
        Expected::WholeFromZero => Expected::WholeFromZero, ["0"];
        Expected::Whole => Expected::Whole, [];
        Expected::TrueOrFalse => Expected::TrueOrFalse, ["true", "false"];
        Expected::Period => Expected::Period, ["quý II năm 2024"];
        Expected::AnyOf(_) => Expected::AnyOf(&["met", "missed"]), ["met, missed"];
        Expected::OneOf(_) => Expected::OneOf(near()), ["unit"];
    });
    all.extend(samples! { Contradiction, JsonProblem::Contradiction;
        Contradiction::SeveralTargets => Contradiction::SeveralTargets, [];
        Contradiction::TargetAndWords => Contradiction::TargetAndWords, ["text"];
        Contradiction::EmptyPlan => Contradiction::EmptyPlan, ["verdict"];
        Contradiction::LowAboveHigh => Contradiction::LowAboveHigh, ["low ≤ high"];
        Contradiction::HalfRange => Contradiction::HalfRange, ["at_least"];
        Contradiction::Totals => Contradiction::Totals, ["missed_named"];
    });
    all
}

fn of_lists_and_lossless_tables() -> Vec<Sample> {
    let (id, first) = (text("thu"), 12);
    let mut all = samples! { NamesProblem, |problem: NamesProblem| problem;
        NamesProblem::NotUtf8 => NamesProblem::NotUtf8, [];
        NamesProblem::UnclosedQuote => NamesProblem::UnclosedQuote, [];
        NamesProblem::UnknownHeading { .. } =>
            NamesProblem::UnknownHeading { heading: text("nmae"), known: vec![text("name")] },
            ["nmae", "name"];
        NamesProblem::CellCount { .. } =>
            NamesProblem::CellCount { cells: 1, headings: 4 }, ["1", "4"];
        NamesProblem::NoName => NamesProblem::NoName, [];
        NamesProblem::WrongId { .. } => NamesProblem::WrongId { id: id.clone() }, ["thu"];
        NamesProblem::DuplicateId { .. } =>
            NamesProblem::DuplicateId { id: id.clone(), first }, ["thu", "12"];
    };
    all.extend(samples! { CollectionProblem, |problem: CollectionProblem| problem;
        CollectionProblem::OtherFigure { .. } => CollectionProblem::OtherFigure {
            name: text("Thu"), figure: text("7,5"), shown: text("8,5"), file: text("a.csv"),
        }, ["Thu", "7,5", "8,5", "a.csv"];
        CollectionProblem::NearIndicator { .. } => CollectionProblem::NearIndicator {
            own: text("Thu (tỷ đồng)"), other: text("Thu (triệu đồng)"), file: text("a.csv"),
        }, ["tỷ đồng", "triệu đồng", "a.csv"];
    });
    all.extend(samples! { LosslessProblem, |problem: LosslessProblem| problem;
        LosslessProblem::UnclosedQuote => LosslessProblem::UnclosedQuote, [];
        LosslessProblem::NotUtf8 => LosslessProblem::NotUtf8, [];
        LosslessProblem::NoDataset => LosslessProblem::NoDataset, ["dataset"];
        LosslessProblem::NotJson { .. } =>
            LosslessProblem::NotJson { column: "more", fault: JsonFault::NoColon }, ["more", ":"];
        LosslessProblem::NotAnObject { .. } =>
            LosslessProblem::NotAnObject { column: "plan" }, ["plan"];
        LosslessProblem::NoId => LosslessProblem::NoId, ["id"];
        LosslessProblem::DuplicateId { .. } =>
            LosslessProblem::DuplicateId { id: id.clone(), first }, ["thu", "12"];
        LosslessProblem::NoSection => LosslessProblem::NoSection, ["section"];
        LosslessProblem::NotAsListed { .. } =>
            LosslessProblem::NotAsListed { column: "ranks", text: id.clone() }, ["ranks", "thu"];
    });
    all
}

fn of_workbooks() -> Vec<Sample> {
    let one = || NamedCells { count: 1, named: text("B3") };
    let two = || NamedCells { count: 2, named: text("B3, D4") };
    let hidden = |part| WorkbookProblem::Hidden { part, named: text("7–9") };
    let no_cells = |kind| WorkbookProblem::NoCells { sheet: text("Thu"), kind };
    let mut all = samples! { WorkbookProblem, |problem: WorkbookProblem| problem;
        WorkbookProblem::Limit(_) =>
            WorkbookProblem::Limit(WorkbookLimit::Cells(512)), ["512"];
        WorkbookProblem::Password => WorkbookProblem::Password, [];
        WorkbookProblem::Damaged(_) => WorkbookProblem::Damaged(Damage::NoWorkbook), [];
        WorkbookProblem::NoResult(_) =>
            WorkbookProblem::NoResult(one()), ["B3"] =>
            WorkbookProblem::NoResult(two()), ["2", "B3, D4"];
        WorkbookProblem::StruckOut(_) => WorkbookProblem::StruckOut(two()), ["B3, D4"];
        WorkbookProblem::RaisedText(_) => WorkbookProblem::RaisedText(two()), ["B3, D4"];
        WorkbookProblem::OddCells(_) => WorkbookProblem::OddCells(two()), ["B3, D4"];
        WorkbookProblem::Hidden { .. } => hidden(HiddenPart::Rows(3)), ["3", "7–9"];
        WorkbookProblem::NoCells { .. } => no_cells(SheetKind::Chart), ["Thu"];
        WorkbookProblem::NoPart { .. } => WorkbookProblem::NoPart { sheet: text("Thu") }, ["Thu"];
    };
    all.extend(samples! { HiddenPart, hidden;
        HiddenPart::Rows(_) => HiddenPart::Rows(1), ["7–9"] => HiddenPart::Rows(3), ["3", "7–9"];
        HiddenPart::Columns(_) =>
            HiddenPart::Columns(1), ["7–9"] =>
            HiddenPart::Columns(3), ["3", "7–9"];
        HiddenPart::Sheet => HiddenPart::Sheet, ["7–9"];
    });
    all.extend(samples! { SheetKind, no_cells;
        SheetKind::Chart => SheetKind::Chart, [];
        SheetKind::Dialog => SheetKind::Dialog, [];
        SheetKind::Macros => SheetKind::Macros, [];
    });
    all.extend(samples! { WorkbookLimit, WorkbookProblem::Limit;
        WorkbookLimit::Unpacked(_) => WorkbookLimit::Unpacked(512), ["512 MiB"];
        WorkbookLimit::CellText(_) => WorkbookLimit::CellText(512), ["512 MiB"];
        WorkbookLimit::SheetText(_) => WorkbookLimit::SheetText(512), ["512 MiB"];
        WorkbookLimit::Cells(_) => WorkbookLimit::Cells(512), ["512"];
        WorkbookLimit::Area(_) => WorkbookLimit::Area(512), ["512"];
        WorkbookLimit::Merges(_) => WorkbookLimit::Merges(512), ["512"];
        WorkbookLimit::Column { .. } =>
            WorkbookLimit::Column { column: 703, most: 512 }, ["AAA", "703", "512"];
        WorkbookLimit::Repeated => WorkbookLimit::Repeated, [];
    });
    all.extend(samples! { Damage, WorkbookProblem::Damaged;
        Damage::Contradictory => Damage::Contradictory, [];
        Damage::NoParts { .. } => Damage::NoParts { reason: text("odd") }, ["odd"];
        Damage::NoPart { .. } => Damage::NoPart { path: text("xl/a.xml") }, ["xl/a.xml"];
        Damage::NoWorkbook => Damage::NoWorkbook, [];
        Damage::NoSheet => Damage::NoSheet, [];
        Damage::CellOutside { .. } => Damage::CellOutside { row: 17, column: 703 }, ["17", "703"];
        Damage::RowOutside { .. } => Damage::RowOutside { row: 17 }, ["17"];
        Damage::ColumnOutside { .. } =>
            Damage::ColumnOutside { column: 703, most: 256 }, ["703", "256"];
        Damage::SheetSize => Damage::SheetSize, [];
        Damage::Other { .. } => Damage::Other { reason: text("odd") }, ["odd"];
    });
    all
}

fn of_sheets() -> Vec<Sample> {
    samples! { SheetProblem, |problem: SheetProblem| problem;
        SheetProblem::NoHeader => SheetProblem::NoHeader, ["Chỉ tiêu"];
        SheetProblem::NearlyHeader { .. } =>
            SheetProblem::NearlyHeader { row: 17, text: text("Con số"), rename: "Thực hiện" },
            ["17", "“Con số”", "“Thực hiện”"];
        SheetProblem::NoTable { .. } =>
            SheetProblem::NoTable { sheet: text("Thu"), has_numbers: true }, ["Thu"] =>
            SheetProblem::NoTable { sheet: text("Thu"), has_numbers: false }, ["Thu"];
        SheetProblem::Hidden { .. } => SheetProblem::Hidden { sheet: text("Thu") }, ["“Thu”"];
        SheetProblem::OverlappingMerges => SheetProblem::OverlappingMerges, [];
        SheetProblem::TableEnds { .. } =>
            SheetProblem::TableEnds { text: text("Nguồn"), rows: 1, has_numbers: false },
            ["Nguồn", "1"] =>
            SheetProblem::TableEnds { text: text("Nguồn"), rows: 12, has_numbers: true },
            ["Nguồn", "12"];
        SheetProblem::FarRight => SheetProblem::FarRight, [];
        SheetProblem::TableToTheRight { .. } =>
            SheetProblem::TableToTheRight { heading: text("Nội dung chi") }, ["“Nội dung chi”"];
        SheetProblem::NoName => SheetProblem::NoName, [];
        SheetProblem::OrphanNumber { .. } =>
            SheetProblem::OrphanNumber { whole: text("17"), name: text("Nước") }, ["17", "“Nước”"];
        SheetProblem::SumCheck { .. } => SheetProblem::SumCheck { name: text("Tổng") }, ["Tổng"];
    }
}

fn of_layouts() -> Vec<Sample> {
    let range = || (text("B"), text("F"));
    let of = |kind: InferredLayout| LayoutInference {
        kind,
        is_certain: false,
        count: 5000,
        names: vec![text("Ba Bể"), text("Na Rì")],
    };
    let mut all = samples! { InferredLayout, of;
        InferredLayout::RowPlaces { .. } =>
            InferredLayout::RowPlaces { range: range(), heading: text("Đơn vị") },
            ["B–F", "“Đơn vị”", "Ba Bể, Na Rì, …"] =>
            InferredLayout::RowPlaces { range: range(), heading: text("") }, ["B–F"];
        InferredLayout::PlaceNames { .. } =>
            InferredLayout::PlaceNames { range: range(), heading: text("Xã") },
            ["B–F", "“Xã”", "Ba Bể, Na Rì, …"] =>
            InferredLayout::PlaceNames { range: range(), heading: text("") }, ["B–F"];
        InferredLayout::SheetName { .. } => InferredLayout::SheetName {
            sheet: text("Quý I"),
            reading: SheetNameReading::Period,
        }, ["“Quý I”", "Ba Bể"];
        InferredLayout::RowPeriods { .. } =>
            InferredLayout::RowPeriods { range: range(), heading: text("Năm") },
            ["B–F", "“Năm”"] =>
            InferredLayout::RowPeriods { range: range(), heading: text("") }, ["B–F"];
        InferredLayout::PlaceColumn { .. } =>
            InferredLayout::PlaceColumn { heading: text("Địa bàn") }, ["“Địa bàn”", "Na Rì"];
        InferredLayout::PeriodColumn { .. } =>
            InferredLayout::PeriodColumn { heading: text("Kỳ") }, ["“Kỳ”", "Na Rì"];
        InferredLayout::NamePeriods { .. } =>
            InferredLayout::NamePeriods { range: range() }, ["B–F", "Na Rì"];
        InferredLayout::ColumnPlaces { .. } =>
            InferredLayout::ColumnPlaces { range: range() }, ["B–F", "Na Rì"];
        InferredLayout::ColumnPeriods { .. } =>
            InferredLayout::ColumnPeriods { range: range() }, ["B–F", "Na Rì"];
        InferredLayout::LinePlaces { .. } =>
            InferredLayout::LinePlaces { range: range() }, ["B–F", "Na Rì"];
        InferredLayout::LineUnits { .. } =>
            InferredLayout::LineUnits { range: range() }, ["B–F", "Na Rì"];
        InferredLayout::TitleName => InferredLayout::TitleName, ["Ba Bể"];
        InferredLayout::FileName => InferredLayout::FileName, ["Ba Bể"];
        InferredLayout::Caption => InferredLayout::Caption, ["Ba Bể"];
        InferredLayout::ClassParts { .. } =>
            InferredLayout::ClassParts { heading: text("Giới tính") }, ["“Giới tính”", "Na Rì"];
        InferredLayout::ColumnIndicators { .. } =>
            InferredLayout::ColumnIndicators { range: range() }, ["B–F", "Na Rì"];
    };
    let certain = |sample: &Sample| match &sample.0 {
        Problem::Layout(inference) => LayoutInference { is_certain: true, ..inference.clone() },
        other => panic!("{other:?}"),
    };
    let certain: Vec<Sample> =
        all.iter().map(|sample| (certain(sample).into(), sample.1.clone())).collect();
    all.extend(certain);
    all
}

fn of_columns() -> Vec<Sample> {
    let heading = || text("TH/KH");
    let notation = |separators| Notation { separators, negative_in_brackets: 0 };
    let read = |role, notation| ColumnProblem::Read {
        heading: text("TH/KH"),
        role,
        notation,
        unsupported: false,
    };
    let comparison = |kind, base, rows| ColumnRole::Comparison {
        measure: Some(text("Vốn")),
        kind,
        base,
        evidence: ComparisonEvidence { rows, of: None, tested: 9 },
    };
    let ratio = |rows| comparison(ComparisonKind::Ratio, ComparisonBase::Plan, rows);
    let kept = |because| ColumnProblem::Kept { heading: text("TH/KH"), because };
    let mut all = samples! { ColumnProblem, |problem: ColumnProblem| problem;
        ColumnProblem::Read { .. } =>
            read(ratio(1), notation(Separation::None)), ["“TH/KH”", "1"] =>
            ColumnProblem::Read {
                heading: heading(), role: ratio(0), notation: notation(Separation::None),
                unsupported: true
            }, ["“TH/KH”", "9"];
        ColumnProblem::Kept { .. } => kept(KeptBecause::Share), ["“TH/KH”"];
        ColumnProblem::Repeated { .. } =>
            ColumnProblem::Repeated { heading: heading(), first: text("AB") }, ["“TH/KH”", "AB"];
        ColumnProblem::NoValues { .. } =>
            ColumnProblem::NoValues { heading: heading() }, ["“TH/KH”", "“Thực hiện”"];
        ColumnProblem::Unknown { .. } =>
            ColumnProblem::Unknown { heading: heading() }, ["“TH/KH”"];
        ColumnProblem::NoHeading => ColumnProblem::NoHeading, [];
        ColumnProblem::UnclearComparison { .. } =>
            ColumnProblem::UnclearComparison { heading: heading() }, ["“TH/KH”"];
    };
    let some = || Some(text("Vốn"));
    all.extend(samples! { ColumnRole, |role| read(role, notation(Separation::None));
        ColumnRole::Plan { .. } =>
            ColumnRole::Plan { measure: None }, [] =>
            ColumnRole::Plan { measure: some() }, ["“Vốn”"];
        ColumnRole::Actual { .. } =>
            ColumnRole::Actual { measure: None }, [] =>
            ColumnRole::Actual { measure: some() }, ["“Vốn”"];
        ColumnRole::Comparison { .. } => ratio(12), ["“Vốn”", "12"];
        ColumnRole::Rank => ColumnRole::Rank, [];
        ColumnRole::Cross => ColumnRole::Cross, [];
        ColumnRole::OtherPeriod => ColumnRole::OtherPeriod, [];
    });
    let of_kind =
        |kind| read(comparison(kind, ComparisonBase::Plan, 3), notation(Separation::None));
    all.extend(samples! { ComparisonKind, of_kind;
        ComparisonKind::Ratio => ComparisonKind::Ratio, [];
        ComparisonKind::Fraction => ComparisonKind::Fraction, ["100"];
        ComparisonKind::Growth => ComparisonKind::Growth, [];
        ComparisonKind::GrowthFraction => ComparisonKind::GrowthFraction, ["100"];
        ComparisonKind::Difference => ComparisonKind::Difference, [];
    });
    let of_base =
        |base| read(comparison(ComparisonKind::Growth, base, 3), notation(Separation::None));
    all.extend(samples! { ComparisonBase, of_base;
        ComparisonBase::Plan => ComparisonBase::Plan, [];
        ComparisonBase::Period(_) => ComparisonBase::Period(text("cùng kỳ")), ["“cùng kỳ”"];
    });
    let of_separation = |separators| {
        let notation = Notation { separators, negative_in_brackets: 17 };
        read(ColumnRole::Rank, notation)
    };
    all.extend(samples! { Separation, of_separation;
        Separation::None => Separation::None, ["17"];
        Separation::Comma(_) => Separation::Comma(0), ["17"] => Separation::Comma(12), ["12", "17"];
        Separation::Point(_) => Separation::Point(0), ["17"] => Separation::Point(12), ["12", "17"];
        Separation::Both => Separation::Both, ["17"];
        Separation::PointOrThousands => Separation::PointOrThousands, ["17"];
    });
    let (of, plan) = (|| text("Chi"), || text("KH tỉnh"));
    all.extend(samples! { KeptBecause, kept;
        KeptBecause::OtherValue { .. } =>
            KeptBecause::OtherValue { of: of(), evidence: 0 }, ["“Chi”"] =>
            KeptBecause::OtherValue { of: of(), evidence: 1 }, ["“Chi”", "1"];
        KeptBecause::NoSuchValue => KeptBecause::NoSuchValue, ["“TH/KH”"];
        KeptBecause::OtherPeriod => KeptBecause::OtherPeriod, ["“TH/KH”"];
        KeptBecause::Difference => KeptBecause::Difference, ["“TH/KH”"];
        KeptBecause::Planned => KeptBecause::Planned, ["“TH/KH”"];
        KeptBecause::Share => KeptBecause::Share, ["“TH/KH”"];
        KeptBecause::OtherPlan { .. } => KeptBecause::OtherPlan { plan: plan() }, ["“KH tỉnh”"];
        KeptBecause::OtherUnit { .. } =>
            KeptBecause::OtherUnit { actual: plan() }, ["“KH tỉnh”"];
        KeptBecause::Aside => KeptBecause::Aside, [];
        KeptBecause::SecondPercent { .. } =>
            KeptBecause::SecondPercent { plan: plan() }, ["“KH tỉnh”"];
        KeptBecause::Unsupported => KeptBecause::Unsupported, ["“TH/KH”"];
        KeptBecause::SecondPlan { .. } =>
            KeptBecause::SecondPlan { plan: plan(), evidence: 0 }, ["“KH tỉnh”"] =>
            KeptBecause::SecondPlan { plan: plan(), evidence: 12 }, ["“KH tỉnh”", "12"];
        KeptBecause::OtherMeasure => KeptBecause::OtherMeasure, ["“TH/KH”"];
    });
    all
}

fn of_cells() -> Vec<Sample> {
    let cell = || text("1.035");
    let readings = Some((1035.into(), "1.035".parse().unwrap()));
    let (higher, lower) = (Better::Higher, Better::Lower);
    let inferred = |better, decides| CellProblem::InferredDirection {
        name: text("Hộ nghèo"),
        better,
        decides,
    };
    samples! { CellProblem, |problem: CellProblem| problem;
        CellProblem::Ambiguous { .. } =>
            CellProblem::Ambiguous { text: cell(), readings }, ["“1.035”", "1035", "0350"] =>
            CellProblem::Ambiguous { text: cell(), readings: None }, ["“1.035”"];
        CellProblem::Stacked { .. } => CellProblem::Stacked { text: cell() }, ["“1.035”"];
        CellProblem::Formula { .. } => CellProblem::Formula { text: text("=A1") }, ["“=A1”"];
        CellProblem::ErrorValue { .. } => CellProblem::ErrorValue { text: text("#N/A") }, ["#N/A"];
        CellProblem::NotANumber { .. } => CellProblem::NotANumber { text: cell() }, ["“1.035”"];
        CellProblem::NumberInWords { .. } =>
            CellProblem::NumberInWords { text: cell() }, ["“1.035”"];
        CellProblem::SharedCell { .. } =>
            CellProblem::SharedCell { text: cell(), range: text("D2:D3") }, ["“1.035”", "D2:D3"];
        CellProblem::ShiftedRow { .. } =>
            CellProblem::ShiftedRow { text: cell(), cells: 6, headings: 4 }, ["“1.035”", "6", "4"];
        CellProblem::ChangeAgainstValues { .. } =>
            CellProblem::ChangeAgainstValues { text: cell() }, ["“1.035”"];
        CellProblem::Implausible { .. } => CellProblem::Implausible {
            text: cell(),
            number: 12.into(),
            unit: text("người"),
        }, ["“1.035”", "12", "người"];
        CellProblem::OddNumber { .. } =>
            CellProblem::OddNumber { text: text("97,4"), number: 12.into() }, ["“97,4”", "12"];
        CellProblem::OtherUnit { .. } =>
            CellProblem::OtherUnit { text: cell(), unit: text("ha") }, ["“1.035”", "ha"];
        CellProblem::NotAPercent { .. } => CellProblem::NotAPercent { text: cell() }, ["“1.035”"];
        CellProblem::UnclearTimes { .. } => CellProblem::UnclearTimes {
            text: text("tăng 2,33 lần"),
            times: "2.33".parse().unwrap(),
        }, ["“tăng 2,33 lần”", "233", "133"];
        CellProblem::NotARank { .. } => CellProblem::NotARank { text: cell() }, ["“1.035”"];
        CellProblem::RankChange { .. } =>
            CellProblem::RankChange { published: 8, derived: -5 }, ["+8", "-5"];
        CellProblem::WrongScale { .. } => CellProblem::WrongScale { scale: 0.into() }, ["0"];
        CellProblem::WrongId { .. } => CellProblem::WrongId { id: text("thu") }, ["“thu”"];
        CellProblem::DuplicateId { .. } => CellProblem::DuplicateId { id: text("thu") }, ["“thu”"];
        CellProblem::WrongDirection { .. } =>
            CellProblem::WrongDirection { text: cell() }, ["“1.035”", "higher", "lower"];
        CellProblem::TwoCrosses { .. } =>
            CellProblem::TwoCrosses { headings: [text("Đạt"), text("Không đạt")] },
            ["“Đạt”", "“Không đạt”"];
        CellProblem::UnclearVerdict { .. } =>
            CellProblem::UnclearVerdict { text: text("Đạt thấp") }, ["“Đạt thấp”"];
        CellProblem::LowerVerdict { .. } =>
            CellProblem::LowerVerdict {
                heading: text("Xã tự đánh giá"),
                text: text("Đạt"),
                decided: text("Chưa đạt"),
            },
            ["“Xã tự đánh giá”", "“Đạt”", "“Chưa đạt”"];
        CellProblem::DoubtedTarget { .. } =>
            CellProblem::DoubtedTarget { text: text("Amber") }, ["Amber"];
        CellProblem::OppositeStatuses { .. } =>
            CellProblem::OppositeStatuses { name: text("Thu"), other: 12 }, ["Thu", "12"];
        CellProblem::RepeatedValue { .. } =>
            CellProblem::RepeatedValue { name: text("Thu") }, ["Thu"];
        CellProblem::InferredDirection { .. } =>
            inferred(higher, true), ["Hộ nghèo"] => inferred(lower, false), ["Hộ nghèo"];
        CellProblem::MoreDirections { .. } =>
            CellProblem::MoreDirections { count: 12, decide: true }, ["12"] =>
            CellProblem::MoreDirections { count: 1, decide: false }, ["1"];
    }
}

fn of_checks() -> Vec<Sample> {
    let scale = Warning::ScoreAboveScale { actual: 112.into(), scale: 100.into() };
    let totals = TotalsMismatch::Missed { published: 3, counted: 4 };
    vec![
        (Problem::Check(scale), vec![text("112"), text("100")]),
        (Problem::Totals(totals), vec![text("3"), text("4")]),
        (Problem::Draft { count: 12 }, vec![text("12")]),
        (
            Problem::Text(TextMismatch::FigureNotInSource {
                name: text("Thu"),
                figure: 5.into(),
                paragraph: 7,
                sentence: Some(3),
            }),
            vec![text("Thu"), text("5"), text("7"), text("3")],
        ),
        (
            Problem::Text(TextMismatch::QuoteNotInSource { name: text("Thu"), paragraph: 7 }),
            vec![text("Thu"), text("7")],
        ),
        (
            Problem::Text(TextMismatch::NoSuchParagraph { name: text("Thu"), paragraph: 7 }),
            vec![text("Thu"), text("7")],
        ),
        (
            Problem::Text(TextMismatch::UnclaimedNumber {
                text: text("1.035"),
                paragraph: 7,
                sentence: 3,
                span: 0..5,
            }),
            vec![text("1.035"), text("7"), text("3")],
        ),
        (Problem::More { rule: Rule::NoName, count: 12 }, vec![text("12")]),
    ]
}

fn all() -> Vec<Sample> {
    [
        of_files(),
        of_json(),
        of_lists_and_lossless_tables(),
        of_workbooks(),
        of_sheets(),
        of_layouts(),
        of_columns(),
        of_cells(),
        of_checks(),
    ]
    .concat()
}

#[test]
fn every_problem_has_words_with_its_data_in_both_languages() {
    for (problem, data) in all() {
        // A new family does not compile until it has samples above.
        match &problem {
            Problem::File(_)
            | Problem::Json(_)
            | Problem::Collection(_)
            | Problem::Names(_)
            | Problem::Lossless(_)
            | Problem::Workbook(_)
            | Problem::Sheet(_)
            | Problem::Layout(_)
            | Problem::Column(_)
            | Problem::Cell(_)
            | Problem::Check(_)
            | Problem::Totals(_)
            | Problem::Text(_)
            | Problem::Draft { .. }
            | Problem::More { .. } => {}
        }
        let [vi, en] = [Lang::Vietnamese, Lang::English].map(|lang| Words(lang).problem(&problem));
        assert_ne!(vi.found, en.found, "{problem:?}");
        // A suggestion of sheets or of fields may be nothing but names.
        assert_ne!(vi.help, en.help, "{problem:?}");
        for message in [&vi, &en] {
            let text = format!("{}; {}", message.found, message.help);
            for datum in &data {
                assert!(text.contains(datum.as_str()), "{datum} is not in: {text}");
            }
            assert!(!text.contains("  ") && !text.contains("{}"), "{text}");
            assert!(!message.found.ends_with('.') && !message.help.ends_with('.'), "{text}");
        }
        let old = ["stand", "told", "anew", "beside", "parted", "heard"];
        let english = format!("{} {}", en.found, en.help);
        let mut words = english.split(|c: char| !c.is_alphanumeric());
        assert!(words.all(|word| !old.contains(&word)), "{english}");
    }
}

#[test]
fn one_is_singular_in_english() {
    for (problem, _) in all() {
        let message = Words(Lang::English).problem(&problem);
        let text = format!("{} {}", message.found, message.help);
        let plurals = ["rows", "places", "lines", "letters", "numbers", "cells", "headings"];
        for plural in plurals {
            assert!(!format!(" {text}").contains(&format!(" 1 {plural}")), "{text}");
        }
    }
}

#[test]
fn what_decides_a_status_is_listed_before_other_warnings() {
    let of = |wanted: &dyn Fn(&Problem) -> bool| {
        all().into_iter().map(|(problem, _)| problem).find(wanted).unwrap().priority()
    };
    let inferred = |decided: bool| {
        of(&move |problem| {
            matches!(problem, Problem::Cell(CellProblem::InferredDirection { decides, .. })
                if *decides == decided)
        })
    };
    assert_eq!((inferred(true), inferred(false)), (Priority::DecidesStatus, Priority::Note));
    for (problem, _) in all() {
        let is_error = problem.rule().severity() == Severity::Error;
        assert_eq!(problem.priority() == Priority::Error, is_error, "{problem:?}");
    }
}
