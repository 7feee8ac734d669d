//! Files that change beneath the explorer.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

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
fn something_else_in_its_place_is_said_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    fs::write(&file, dataset("7")).unwrap();
    let mut session = Session::start(&[file.to_str().unwrap()], 120, 36);
    session.expect("5 ha").send("j").expect("7 ha");
    fs::remove_file(&file).unwrap();
    nix::unistd::mkfifo(&file, nix::sys::stat::Mode::S_IRWXU).unwrap();
    session.expect("không phải là tệp thường").expect("7 ha").send("r");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    session.send("r").expect("không phải là tệp thường");
    fs::remove_dir(&file).unwrap();
    fs::write(&file, dataset("8")).unwrap();
    session.expect("8 ha").expect_gone("không phải là tệp thường").send("q");
    assert_eq!(session.wait(), 0);
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

#[test]
fn a_folder_in_which_something_is_always_written_keeps_no_change_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    fs::write(&file, dataset("7")).unwrap();
    let log = folder.path().join("x.log");
    let _restless = Restless::doing(move || fs::write(&log, "x").unwrap());
    let mut session = Session::start(&[file.to_str().unwrap()], 80, 24);
    session.expect("5 ha").send("j").expect("7 ha");
    fs::write(&file, dataset("71")).unwrap();
    session.expect("71 ha");
    session.send("r").expect("Tệp không có gì thay đổi").send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_file_that_is_written_all_the_time_is_read_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    fs::write(&file, dataset("0")).unwrap();
    let mut session = Session::start(&[file.to_str().unwrap()], 80, 24);
    session.expect("5 ha").send("j").expect("0 ha");
    let _restless = Restless::doing(move || replace(&file, &dataset("\"đang ghi\"")));
    session.expect("đang ghi").send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn what_a_link_leads_to_is_read_anew_and_where_it_leads_then() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new, links] = ["old", "new", "links"].map(|name| folder.path().join(name));
    for folder in [&old, &new, &links] {
        fs::create_dir(folder).unwrap();
    }
    fs::write(old.join("2024.json"), dataset("7")).unwrap();
    fs::write(new.join("2025.json"), dataset("72")).unwrap();
    let file = links.join("x.json");
    symlink("../old/2024.json", &file).unwrap();
    let mut session = Session::start(&[file.to_str().unwrap()], 80, 24);
    session.expect("5 ha").send("j").expect("7 ha");
    replace(&old.join("2024.json"), &dataset("71"));
    session.expect("71 ha");
    symlink("../new/2025.json", links.join("next")).unwrap();
    fs::rename(links.join("next"), &file).unwrap();
    session.expect("72 ha");
    replace(&new.join("2025.json"), &dataset("73"));
    session.expect("73 ha").send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_folder_that_a_link_on_the_way_puts_in_another_place_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for (name, actual) in [("one", "7"), ("two", "71")] {
        fs::create_dir(at(name)).unwrap();
        fs::write(at(name).join("x.json"), dataset(actual)).unwrap();
    }
    symlink("one", at("data")).unwrap();
    symlink("data/x.json", at("x.json")).unwrap();
    let mut session = Session::start(&[at("x.json").to_str().unwrap()], 80, 24);
    session.expect("5 ha").send("j").expect("7 ha");
    symlink("two", at("next")).unwrap();
    fs::rename(at("next"), at("data")).unwrap();
    session.expect("71 ha").send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_named_pipe_is_opened_once_and_holds_up_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [pipe, file] = ["pipe", "two.csv"].map(|name| folder.path().join(name));
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng chè;ha;22\n").unwrap();
    let mut session = Session::start(&[pipe.to_str().unwrap(), file.to_str().unwrap()], 120, 36);
    // It can be opened to be written once the explorer has opened it to be read.
    fs::write(&pipe, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
    session.expect("11").expect("22");
    fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng chè;ha;23\n").unwrap();
    session.expect("23").expect("11");
    session.send("r").expect("Tệp không có gì thay đổi").send("q");
    assert_eq!(session.wait(), 0);
}

/// Does something more often than the explorer waits for quiet, until it is dropped.
struct Restless {
    over: Arc<AtomicBool>,
    doing: Option<JoinHandle<()>>,
}

impl Restless {
    fn doing(something: impl Fn() + Send + 'static) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let is_over = over.clone();
        let doing = thread::spawn(move || {
            while !is_over.load(Ordering::Relaxed) {
                something();
                thread::sleep(Duration::from_millis(2));
            }
        });
        Self { over, doing: Some(doing) }
    }
}

impl Drop for Restless {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        self.doing.take().map(JoinHandle::join);
    }
}

fn replace(file: &Path, text: &str) {
    let new = file.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(&new, file).unwrap();
}
