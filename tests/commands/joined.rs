//! Which places and indicators of several files are one, which are apart, and what is said about it.

use crate::every::Every;
use std::process::Command;

use serde_json::Value;

/// A folder of files of one test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("chitieu-joined-{}-{test}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let file = self.0.join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    let output = command.args(arguments).args(["--lang", "vi"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn list(files: &[String], options: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["list", "--format", "json"];
    arguments.extend(options);
    arguments.extend(files.iter().map(String::as_str));
    serde_json::from_str(&run(&arguments)).unwrap()
}

/// The number of different series that the rows of some files are in, of at least two periods.
fn joined(files: &[String]) -> usize {
    let mut series: Vec<String> = list(files, &["--period", "all"])
        .iter()
        .filter(|row| row["series"].as_array().is_some_and(|series| series.len() > 1))
        .map(|row| row["series"].to_string())
        .collect();
    series.sort();
    series.dedup();
    series.len()
}

/// The files of two years of a report, each with the place and the rows of its year.
fn years(folder: &Folder, one: (&str, &str), other: (&str, &str)) -> Vec<String> {
    let years = [("2021", one), ("2022", other)].into_iter();
    let file = |(year, (place, rows)): (&str, (&str, &str))| {
        let text = format!("{place};;;\nKết quả năm {year};;;\nSTT;Chỉ tiêu;ĐVT;Thực hiện\n{rows}");
        folder.file(&format!("nam-{year}.csv"), &text)
    };
    years.map(file).collect()
}

#[test]
fn accents_distinguish_places_and_names() {
    let folder = Folder::new("accents");
    let communes = folder.file(
        "xa.csv",
        "Xã;Năm;Số hộ (hộ)\nTân Hưng;2021;40\nTân Hùng;2021;70\nTân Hưng;2022;41\nTân Hùng;2022;72\n",
    );
    let rows = list(&[communes], &["--period", "all"]);
    let series = |place: &str| {
        let row = rows.iter().find(|row| row["place"] == place).unwrap();
        row["series"]
            .as_array()
            .unwrap()
            .iter()
            .map(|point| point["actual"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(series("Tân Hưng"), ["40", "41"]);
    assert_eq!(series("Tân Hùng"), ["70", "72"]);
    let of = |one: &str, other: &str| {
        joined(&years(&folder, ("HUYỆN YÊN MÔ", one), ("HUYỆN YÊN MÔ", other)))
    };
    assert_eq!(of("1;Sản lượng mận;tấn;5\n", "1;Sản lượng mắn;tấn;6\n"), 0);
    assert_eq!(of("1;Sản lượng mận;tấn;5\n", "1;San luong man;tấn;6\n"), 1);
    assert_eq!(of("1;Sản lượng mận;tấn;5\n", "1;Sản lượng mắn;tấn;6\n2;Sản lượng mận;tấn;7\n"), 1);
}

#[test]
fn places_of_two_levels_or_of_two_provinces_are_apart() {
    let folder = Folder::new("levels");
    let row = "1;Thu ngân sách;tỷ đồng;5\n";
    let of = |one: &str, other: &str| joined(&years(&folder, (one, row), (other, row)));
    for [one, other] in [
        ["TỈNH NAM ĐỊNH", "THÀNH PHỐ NAM ĐỊNH"],
        ["TỈNH HÒA BÌNH", "PHƯỜNG HÒA BÌNH"],
        ["HUYỆN CHÂU THÀNH, TỈNH TRÀ VINH", "HUYỆN CHÂU THÀNH, TỈNH SÓC TRĂNG"],
        ["TỈNH PHÚ THỌ", "TỈNH PHÚ THỌ (sau sáp nhập)"],
    ] {
        assert_eq!(of(one, other), 0, "{one} {other}");
    }
    for [one, other] in [
        ["TỈNH NAM ĐỊNH", "UBND TỈNH NAM ĐỊNH"],
        ["HUYỆN CHÂU THÀNH, TỈNH TRÀ VINH", "HUYỆN CHÂU THÀNH TỈNH TRÀ VINH"],
        ["HUYỆN CÀNG LONG, TỈNH TRÀ VINH", "HUYỆN CÀNG LONG"],
        ["TP. HỒ CHÍ MINH", "THÀNH PHỐ HỒ CHÍ MINH"],
    ] {
        assert_eq!(of(one, other), 1, "{one} {other}");
    }
    let offices = folder.file(
        "phong.csv",
        "UBND TỈNH TRÀ VINH;\nUBND HUYỆN CÀNG LONG;\nKết quả năm 2022;\nChỉ tiêu;Thực hiện\nThu ngân sách;5\n",
    );
    assert_eq!(list(&[offices], &[])[0]["place"], "Huyện Càng Long");
}

#[test]
fn districts_of_one_name_in_columns_are_apart_and_shown_with_their_provinces() {
    let folder = Folder::new("namesakes");
    let file = |name: &str, year: &str, [province, other]: [&str; 2]| {
        let text = format!(
            "Tỉnh;Huyện;Năm;Thu ngân sách (tỷ đồng)\n{province};Châu Thành;{year};5\n{province};{other};{year};6\n"
        );
        folder.file(name, &text)
    };
    let first = file("a.csv", "2021", ["Trà Vinh", "Cầu Kè"]);
    let files = [first.clone(), file("b.csv", "2022", ["Sóc Trăng", "Kế Sách"])];
    assert_eq!(joined(&files), 0);
    let rows = list(&files, &["--period", "all"]);
    let places: Vec<&str> = rows.iter().filter_map(|row| row["place"].as_str()).collect();
    assert_eq!(places, ["Châu Thành (Trà Vinh)", "Cầu Kè", "Châu Thành (Sóc Trăng)", "Kế Sách"]);
    assert_eq!(joined(&[first, file("c.csv", "2022", ["Trà Vinh", "Càng Long"])]), 1);
}

#[test]
fn names_in_other_sections_are_apart_and_have_ids_of_their_own() {
    let folder = Folder::new("sections");
    let place = "HUYỆN MÙ CANG CHẢI";
    let of = |one: &str, other: &str| years(&folder, (place, one), (place, other));
    let tea = "I;Cây chè;;\n1;Diện tích;ha;50\n";
    let ponds = "I;Ao hồ;;\n1;Diện tích;ha;9\n";
    let apart = of(tea, ponds);
    assert_eq!(joined(&apart), 0);
    let ids: Vec<Value> =
        list(&apart, &["--period", "all"]).into_iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, ["dien-tich", "ao-ho-dien-tich"]);
    let files: Vec<&str> = apart.iter().map(String::as_str).collect();
    let checked = run(&[&["check"], &files[..]].concat());
    assert!(checked.contains("near-indicator"), "{checked}");
    // Sections that say the same, and a file without any.
    assert_eq!(joined(&of(tea, "I;Về cây chè;;\n1;Diện tích;ha;51\n")), 1);
    assert_eq!(joined(&of(tea, "1;Diện tích;ha;51\n")), 1);
    // The order of the sections changes, and with it the ids of the files.
    let turned = of(&format!("{tea}{ponds}"), &format!("{ponds}{tea}"));
    let shown = list(&turned, &["--period", "all"]);
    for section in ["Cây chè", "Ao hồ"] {
        let ids: Vec<&Value> =
            shown.iter().filter(|row| row["section"] == section).map(|row| &row["id"]).collect();
        assert_eq!(ids.len(), 2, "{section}");
        assert_eq!(ids[0], ids[1], "{section}");
    }
    let text = run(&[
        &["show", "dien-tich", "--period", "all", "--data"],
        &[&*turned[0]][..],
        &["--data", &turned[1]],
    ]
    .concat());
    assert!(text.contains("Cây chè") && !text.contains("Ao hồ"), "{text}");
}

#[test]
fn rows_of_one_name_are_joined_over_the_years_of_their_table() {
    let folder = Folder::new("rows");
    let file = folder.file(
        "truong.csv",
        "Chỉ tiêu;ĐVT;2021;2022\nSố lớp;lớp;50;51\nMầm non;lớp;20;21\nSố phòng;lớp;60;61\nMầm non;lớp;22;23\n",
    );
    assert_eq!(joined(&[file]), 4);
}

#[test]
fn units_of_one_meaning_are_one() {
    let folder = Folder::new("units");
    let place = "HUYỆN BẮC MÊ";
    let of = |one: &str, other: &str| {
        let row = |unit: &str| format!("1;Vốn vay;{unit};5\n");
        joined(&years(&folder, (place, &row(one)), (place, &row(other))))
    };
    for [one, other] in [["tr.đ", "Triệu đồng"], ["1000 hộ", "nghìn hộ"], ["DN", "doanh nghiệp"]]
    {
        assert_eq!(of(one, other), 1, "{one} {other}");
    }
    assert_eq!(of("tấn", "nghìn tấn"), 0);
}

#[test]
fn what_nearly_agrees_is_said() {
    let folder = Folder::new("near");
    let place = "HUYỆN BẮC MÊ";
    let files = years(
        &folder,
        (place, "1;Tổng thu ngân sách nhà nước;tỷ đồng;5\n2;Dân số;người;900\n"),
        (place, "1;Thu NSNN;triệu đồng;6000\n2;Dân số;người;910\n"),
    );
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let text = run(&[&["check"], &files[..]].concat());
    let near: Vec<&str> = text.lines().filter(|line| line.contains("gần giống")).collect();
    assert_eq!(near.len(), 1, "{text}");
    assert!(near[0].contains("Thu NSNN") && near[0].contains("ngân sách nhà nước"), "{near:?}");
}

#[test]
fn two_figures_for_one_cell_are_a_warning_at_both() {
    let folder = Folder::new("contradiction");
    let file = |name: &str, figure: &str| {
        let text = format!(
            "HUYỆN PHỔ YÊN;;\nKết quả năm 2022;;\nChỉ tiêu;ĐVT;Thực hiện\nHộ nghèo;hộ;{figure}\n"
        );
        folder.file(name, &text)
    };
    let files = [file("dau.csv", "310"), file("sau.csv", "295")];
    let rows = list(&files, &[]);
    let warnings: Vec<String> = rows.iter().map(|row| row["warnings"].to_string()).collect();
    assert!(warnings[0].contains("295 hộ") && warnings[1].contains("310 hộ"), "{warnings:?}");
    let text = run(&["check", &files[0], &files[1]]);
    assert!(text.contains("310 hộ") && text.contains("295 hộ"), "{text}");
    let same = [file("dau.csv", "310"), file("sau.csv", "310")];
    assert!(list(&same, &[]).iter().every(|row| row["warnings"] == Value::Array(Vec::new())));
}

#[test]
fn a_revised_figure_of_a_newer_file_is_used_everywhere() {
    let folder = Folder::new("revised");
    let file = |year: u32, figures: &str| {
        let before = year - 1;
        let text = format!(
            "TỈNH HÒA SƠN;;;\nKết quả năm {year};;;\nChỉ tiêu;ĐVT;TH {before};TH {year}\nTăng trưởng;%;{figures}\n"
        );
        folder.file(&format!("nam-{year}.csv"), &text)
    };
    let (old, new) = (file(2022, "7,71;8,27"), file(2023, "8,05;3,02"));
    for files in [[old.clone(), new.clone()], [new.clone(), old.clone()]] {
        let rows = list(&files, &[]);
        let figures: Vec<String> = rows[0]["series"]
            .as_array()
            .unwrap()
            .iter()
            .map(|point| point["actual"].to_string())
            .collect();
        assert_eq!(figures, ["7.71", "8.05", "3.02"]);
        let text = run(&["check", &files[0], &files[1]]);
        assert!(text.contains("nam-2023.csv được dùng"), "{text}");
    }
    let shown = run(&["show", "tang-truong", &old, &new]);
    assert!(shown.contains("8,05 %") && !shown.contains("8,27 %"), "{shown}");
}

#[test]
fn the_year_before_is_found_next_to_the_result() {
    let folder = Folder::new("before");
    let file = folder.file(
        "ket-qua.csv",
        "UBND HUYỆN QUỲ CHÂU;;;;\nKẾT QUẢ NĂM 2023;;;;\nChỉ tiêu;ĐVT;TH 2022;KH 2023;TH 2023\nTrồng chè;ha;31;40;42\n",
    );
    let rows = list(std::slice::from_ref(&file), &["--period", "2022"]);
    assert_eq!(
        (rows.len(), &rows[0]["period"], rows[0]["actual"].to_string()),
        (1, &Value::from("năm 2022"), "31".to_owned())
    );
    assert_eq!(rows[0]["plan_value"], Value::Null);
    assert_eq!(list(&[file], &[])[0]["series"].as_array().unwrap().len(), 2);
}

#[test]
fn a_year_comes_after_its_quarters_and_a_school_year_has_one_name() {
    let folder = Folder::new("order");
    let quarters = folder.file(
        "quy.csv",
        "Kỳ;Thu ngân sách (tỷ đồng)\nQuý III năm 2023;5\nNăm 2023;20\nQuý IV năm 2023;6\n",
    );
    let row = &list(&[quarters], &[])[0];
    let periods: Vec<&str> = row["series"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|point| point["period"].as_str())
        .collect();
    assert_eq!(periods, ["quý III năm 2023", "quý IV năm 2023", "năm 2023"]);
    let school = |year: &str, name: &str| {
        let text = format!(
            "TRƯỜNG THPT LÊ LỢI;;\nKết quả năm học {year};;\nChỉ tiêu;ĐVT;Thực hiện\nLên lớp;%;99\n"
        );
        folder.file(name, &text)
    };
    // The school is the place of both files.
    let rows =
        list(&[school("2021-2022", "a.csv"), school("2022-2023", "b.csv")], &["--period", "all"]);
    let periods: Vec<&str> = rows.iter().map(|row| row["period"].as_str().unwrap()).collect();
    assert_eq!(periods, ["năm học 2021-2022", "năm học 2022-2023"]);
    for row in &rows {
        let series = row["series"].as_array().unwrap();
        let of_series: Vec<&str> =
            series.iter().map(|point| point["period"].as_str().unwrap()).collect();
        assert_eq!(of_series, periods);
    }
}

#[test]
fn a_place_that_is_asked_for_is_not_the_city_with_its_name() {
    let folder = Folder::new("city");
    let districts = folder.file(
        "huyen.csv",
        "SỐ HỘ NGHÈO CÁC HUYỆN TỈNH SƠN LA NĂM 2023;;\nHuyện;Số hộ (hộ);Số hộ nghèo (hộ)\n\
         Thành phố Sơn La;900;9\nHuyện Sốp Cộp;800;80\nToàn tỉnh;1.700;89\n",
    );
    let city = folder.file(
        "tp.csv",
        "THÀNH PHỐ SƠN LA;;;\nKết quả năm 2024;;;\nSTT;Chỉ tiêu;ĐVT;Thực hiện\n1;Số hộ;hộ;910\n",
    );
    let files = [districts, city];
    let places = |asked: &str| -> Vec<String> {
        let rows = list(&files, &["--place", asked, "--period", "all"]);
        let mut places: Vec<String> =
            rows.iter().map(|row| row["place"].as_str().unwrap().to_owned()).collect();
        places.sort();
        places.dedup();
        places
    };
    for asked in ["Sơn La", "son la", "tỉnh Sơn La", "tinh son la"] {
        assert_eq!(places(asked), ["Sơn La"], "{asked}");
    }
    for asked in ["tp son la", "Thành phố Sơn La", "TP. Sơn La"] {
        assert_eq!(places(asked), ["Thành phố Sơn La"], "{asked}");
    }
    assert_eq!(places("sop cop"), ["Huyện Sốp Cộp"]);
}

#[test]
fn contradictions_beyond_the_reported_ones_are_counted() {
    let folder = Folder::new("many");
    let file = |name: &str, of: usize| {
        let rows: String =
            (0..130).map(|row| format!("Sản phẩm loại {row};tấn;{}\n", row + of)).collect();
        folder.file(
            name,
            &format!("XÃ PHÚ XUÂN;;\nKết quả năm 2023;;\nChỉ tiêu;ĐVT;Thực hiện\n{rows}"),
        )
    };
    let (one, other) = (file("a.csv", 1), file("b.csv", 2));
    let found = run(&["check", "--format", "json", &one, &other]);
    let found: Vec<Value> = serde_json::from_str(&found).unwrap();
    let of_rule = |rule: &str| found.iter().filter(|one| one["rule"] == rule).count();
    assert!(of_rule("other-figure") >= 100, "{}", of_rule("other-figure"));
    let text = run(&["check", &one, &other]);
    assert!(text.contains("30"), "{text}");
    assert!(text.contains("130 cảnh báo"), "{text}");
}

#[test]
fn one_id_and_one_place_are_found_in_all_files() {
    let folder = Folder::new("given");
    let json = folder.file(
        "a.json",
        r#"{"id": "x-2022", "place": "Lào Cai", "period": "năm 2022", "sections": [{"name": "Kinh tế",
            "indicators": [{"id": "thu", "name": "Thu ngân sách", "unit": "tỷ đồng", "actual": 2160}]}]}"#,
    );
    let table = folder.file(
        "b.csv",
        "Tỉnh Lào Cai - chỉ tiêu năm 2024\nChỉ tiêu;ĐVT;Thực hiện\nThu ngân sách;tỷ đồng;2.412\n",
    );
    let ids: Vec<Value> =
        list(&[json, table], &["--period", "all"]).iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, ["thu", "thu"]);
    let old = folder.file(
        "c.csv",
        "TỈNH LÀO CAI;;\nKết quả năm 2024;;\nChỉ tiêu;ĐVT;Thực hiện\nSố trường;trường;9\n",
    );
    let new = folder.file(
        "d.csv",
        "Tỉnh;Số trường năm 2025 (trường);Số lớp năm 2025 (lớp)\nLào Cai (sau sáp nhập với tỉnh Yên Bái);19;90\n\
         Lai Châu;8;80\n",
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    let asked = ["list", &old, &new, "--place", "lao cai", "--period", "2025", "--lang", "vi"];
    let output = command.args(asked).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("Lào Cai (sau sáp nhập"), "{said}");
}

#[test]
fn a_school_year_next_to_a_result_is_shown_once() {
    let folder = Folder::new("school-years");
    let file = folder.file(
        "a.csv",
        "Giáo dục tỉnh Lào Cai;;;\nChỉ tiêu;ĐVT;Năm học 2021-2022;Năm học 2022-2023\n\
         Số giáo viên;người;90;95\nSố lớp;lớp;30;31\n",
    );
    let shown = run(&["show", "so-giao-vien", "--data", &file]);
    assert_eq!(shown.matches("90 người").count(), 1, "{shown}");
}

#[test]
fn a_column_of_those_that_report_is_one_of_places() {
    let folder = Folder::new("reporting");
    let file = folder.file(
        "a.csv",
        "Kỳ;Đơn vị báo cáo;Tên chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n\
         Quý I/2024;Huyện Bắc Hà;Giải quyết việc làm;người;90;87\n\
         Quý I/2024;Huyện Mường Khương;Giải quyết việc làm;người;35;36\n",
    );
    let rows = list(&[file], &["--period", "all"]);
    let places: Vec<&str> = rows.iter().filter_map(|row| row["place"].as_str()).collect();
    assert_eq!(places, ["Huyện Bắc Hà", "Huyện Mường Khương"]);
}
