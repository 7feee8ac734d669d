//! Files that change beneath the explorer.

use std::fs;
use std::path::Path;

use crate::session::Session;

fn dataset(actual: &str) -> String {
    format!(
        r#"{{ "id": "x", "place": "Ví dụ", "period": "năm 2024", "sections": [
            {{ "name": "Kinh tế", "indicators": [
                {{ "id": "a", "name": "Trồng rừng", "unit": "ha", "actual": 5 }},
                {{ "id": "b", "name": "Trồng ngô", "unit": "ha", "actual": {actual} }} ] }} ] }}"#
    )
}

#[test]
fn a_file_that_changes_is_read_anew_by_itself_and_by_r() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    fs::write(&file, dataset("7")).unwrap();
    let mut session = Session::start(&[file.to_str().unwrap()], 80, 24);
    session.expect("5 ha").send("j").expect("7 ha").expect("▸· Trồng ngô");

    fs::write(&file, dataset("71")).unwrap();
    session.expect("71 ha").expect("▸· Trồng ngô");
    // As most editors save: another file takes its place.
    replace(&file, &dataset("72"));
    session.expect("72 ha").expect("▸· Trồng ngô");

    replace(&file, &dataset("\"bảy\" \"mươi\""));
    session.expect("! Tệp mới có lỗi").expect("x.json:4:").expect("72 ha");
    replace(&file, &dataset("73"));
    session.expect("73 ha").expect_gone("! Tệp mới có lỗi");

    session.send("r").expect("Tệp không có gì thay đổi");
    fs::remove_file(&file).unwrap();
    session.expect("! Tệp mới có lỗi").expect("73 ha");
    fs::write(&file, dataset("73")).unwrap();
    session.expect_gone("! Tệp mới có lỗi").expect("73 ha");
    session.send("q");
    assert_eq!(session.wait(), 0);
    session.assert_given_back();
}

#[test]
fn of_several_files_the_broken_one_keeps_what_it_held() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["one", "two"].map(|name| folder.path().join(format!("{name}.csv")));
    fs::write(&one, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
    fs::write(&two, "Chỉ tiêu;ĐVT;TH 2024\nTrồng chè;ha;22\n").unwrap();
    let mut session = Session::start(&[one.to_str().unwrap(), two.to_str().unwrap()], 120, 36);
    session.expect("11").expect("22");
    fs::write(&one, "không phải bảng\n").unwrap();
    session.expect("! Tệp mới có lỗi").expect("11");
    fs::write(&two, "Chỉ tiêu;ĐVT;TH 2024\nTrồng chè;ha;23\n").unwrap();
    session.expect("23").expect("! Tệp mới có lỗi").expect("11");
    session.send("q");
    assert_eq!(session.wait(), 0);
}

fn replace(file: &Path, text: &str) {
    let new = file.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(&new, file).unwrap();
}
