//! What `chitieu search` finds with filters of figures, and what it says of the hits that it does not print.

use crate::program::{self, chitieu};

fn file(folder: &tempfile::TempDir, text: &str) -> String {
    program::file(folder, "bang.csv", text)
}

#[test]
fn a_filter_of_figures_finds_the_latest_result_that_fits() {
    let folder = tempfile::tempdir().unwrap();
    let years = file(
        &folder,
        "TỈNH HÒA SƠN;;;;;;;\nChỉ tiêu;ĐVT;KH 2021;TH 2021;KH 2022;TH 2022;KH 2023;TH 2023\n\
         Thu ngân sách;tỷ đồng;500;400;500;410;500;550\nTrồng rừng;ha;50;51;50;52;50;30\n",
    );
    let output = chitieu(&["search", "kh<95", "--data", &years]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("410 tỷ đồng") && text.contains("30 ha"), "{text}");
    let of_year = chitieu(&["search", "kh<95", "--data", &years, "--period", "2023"]);
    let text = String::from_utf8(of_year.stdout).unwrap();
    assert!(text.lines().count() == 1 && text.contains("30 ha"), "{text}");
}

#[test]
fn hits_and_places_beyond_the_printed_ones_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (10..40).map(|number| format!("Xã Phú {number};{number};8\n")).collect();
    let places = file(&folder, &format!("NĂM 2024;;\nXã;Số hộ (hộ);Số thôn (thôn)\n{rows}"));
    let errors = |arguments: &[&str]| String::from_utf8(chitieu(arguments).stderr).unwrap();
    let place = errors(&["list", &places, "--place", "Hương Khê"]);
    assert!(place.contains("“Xã Phú 29” (và 10 nơi nữa)"), "{place}");
    let some = ["search", "so", "--data", &places, "--limit", "1"];
    assert!(errors(&some).contains("chỉ in 1 kết quả đầu"));
    let all = ["search", "so", "--data", &places];
    assert!(!errors(&all).contains("kết quả đầu"));
    let two = errors(&["convert", &places, "b.csv", "-o", "c.json"]);
    assert!(two.contains("`convert` chỉ nhận một tệp mỗi lần; `b.csv`"), "{two}");
}

#[test]
fn a_filter_that_leaves_nothing_is_said_instead_of_the_words() {
    let folder = tempfile::tempdir().unwrap();
    let table = file(
        &folder,
        "TỈNH HÒA SƠN;;;\nChỉ tiêu;ĐVT;KH 2023;TH 2023\nTrồng rừng;ha;50;30\nThu ngân sách;tỷ đồng;8;9\n",
    );
    let advice = |query: &[&str]| {
        let arguments = [&["search", "--data", &table], query].concat();
        String::from_utf8(chitieu(&arguments).stderr).unwrap()
    };
    for (query, said) in [
        (&["trong rung", "ky:2019"][..], "Số liệu không có kỳ này: năm 2019."),
        (&["ky:2019"], "Số liệu không có kỳ này: năm 2019."),
        (&["trong rung", "tt: vuot"], "Trong các chỉ tiêu mà bộ lọc chọn không có tên nào như vậy"),
        (&["rung", "kh < 20"], "Bộ lọc % KH < 20 không còn chỉ tiêu nào"),
        (&["zzqx"], "Thử bớt từ"),
    ] {
        let advice = advice(query);
        assert!(advice.contains(said), "{query:?}: {advice}");
    }
}

#[test]
fn a_status_is_named_in_either_language() {
    let one =
        |status: &str| String::from_utf8(chitieu(&["list", "--status", status]).stdout).unwrap();
    for (vietnamese, english) in [("khong-dat", "missed"), ("vuot", "exceeded"), ("dat", "met")] {
        assert_eq!(one(vietnamese), one(english));
    }
}

#[test]
fn a_part_is_found_by_the_row_above_it_that_has_no_value() {
    let table = "TT;Chỉ tiêu;ĐVT;Kế hoạch 2024;Thực hiện 2024\n\
                 1;Tổng đàn gia cầm;nghìn con;820;835\n\
                 2;Tỷ lệ hộ nghèo theo khu vực;%;;\n\
                 ;- Thành thị;%;1,2;1,1\n\
                 ;- Nông thôn;%;6,4;6,2\n";
    let folder = tempfile::tempdir().unwrap();
    let output = chitieu(&["search", "--data", &file(&folder, table), "ty le ho ngheo"]);
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains("Tỷ lệ hộ nghèo theo khu vực › Thành thị"), "{found}");
    assert!(found.contains("Nông thôn") && !found.contains("gia cầm"), "{found}");
}

#[test]
fn a_part_is_found_by_words_of_its_own_and_of_its_whole() {
    let folder = tempfile::tempdir().unwrap();
    let table = "NĂM 2024;;;\nTT;Chỉ tiêu;ĐVT;Thực hiện\n1;Số giáo viên;người;900\n-;Tiểu học;người;500\n\
                 -;Trung học cơ sở;người;400\n2;Số lớp;lớp;90\n-;Tiểu học;lớp;50\n-;Trung học cơ sở;lớp;40\n";
    let table = file(&folder, table);
    let first = |query: &str| {
        let output = chitieu(&["search", query, "--data", &table, "--limit", "1"]);
        String::from_utf8(output.stdout).unwrap()
    };
    for query in ["so giao vien trung hoc co so", "trung hoc co so so giao vien"] {
        let found = first(query);
        assert!(found.contains("Số giáo viên › Trung học cơ sở"), "{query}: {found}");
        assert!(!found.contains("Gần giống"), "{query}: {found}");
    }
    assert!(first("so lop tieu hoc").contains("Số lớp › Tiểu học"));
    assert!(first("so giao vien").contains("900 người"), "the whole itself comes first");
}

#[test]
fn a_place_or_a_period_in_the_words_is_that_of_the_hits() {
    let folder = tempfile::tempdir().unwrap();
    let table = "Huyện;Năm;Dân số (người);Số hộ nghèo (hộ)\nHuyện Na Hang;2023;38;3\nHuyện Na Hang;2024;39;4\n\
                 Thành phố Tuyên Quang;2023;45;5\nThành phố Tuyên Quang;2024;46;6\n";
    let table = file(&folder, table);
    let found = |query: &str| {
        let output = chitieu(&["search", query, "--data", &table]);
        String::from_utf8(output.stdout).unwrap()
    };
    let one = found("dan so na hang");
    assert!(one.lines().next().is_some_and(|line| line.contains("39 người")), "{one}");
    let of_year = found("dan so na hang nam 2023");
    assert!(of_year.lines().next().is_some_and(|line| line.contains("38 người")), "{of_year}");
    let place = found("na hang");
    assert!(place.contains("39 người") && place.contains("4 hộ"), "{place}");
    assert!(!place.contains("46 người"), "{place}");
    // A name that has all words is meant as it is.
    assert!(found("so ho ngheo").contains("hộ nghèo"));
}

#[test]
fn a_word_that_was_cut_and_a_typo_find_a_name_together() {
    let folder = tempfile::tempdir().unwrap();
    let table = file(
        &folder,
        "Indicator;Unit;Actual\nHouseholds in temporary accommodation;households;120\nTemperature;C;20\n",
    );
    let output = chitieu(&["search", "temp accomodation", "--data", &table]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("temporary accommodation") && !text.contains("Temperature"), "{text}");
}
