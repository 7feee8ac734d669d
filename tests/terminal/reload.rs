//! Files that change while the explorer shows them.

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
fn reloads_a_changed_file_automatically_and_by_r() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    fs::write(&file, dataset("7")).unwrap();
    let mut session = Session::start(&[file.to_str().unwrap()], 80, 24);
    session.expect("5 ha").send("j").expect("7 ha").expect("▸· Trồng ngô");

    fs::write(&file, dataset("71")).unwrap();
    session.expect("71 ha").expect("▸· Trồng ngô");
    // Most editors save by replacing the file.
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
    session.assert_restored();
}

#[test]
fn reports_a_file_replaced_by_something_else_without_waiting() {
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
fn keeps_the_old_data_of_the_one_broken_file() {
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
fn notices_a_change_in_a_folder_that_is_always_written() {
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
fn reads_a_file_that_is_written_continuously() {
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
fn reloads_the_target_of_a_link_and_its_new_target() {
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
fn notices_a_changed_link_in_the_path() {
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
fn opens_a_named_pipe_once_without_blocking() {
    let folder = tempfile::tempdir().unwrap();
    let [pipe, file] = ["pipe", "two.csv"].map(|name| folder.path().join(name));
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng chè;ha;22\n").unwrap();
    let mut session = Session::start(&[pipe.to_str().unwrap(), file.to_str().unwrap()], 120, 36);
    // It can be opened for writing once the explorer has opened it for reading.
    fs::write(&pipe, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
    session.expect("11").expect("22");
    fs::write(&file, "Chỉ tiêu;ĐVT;TH 2024\nTrồng chè;ha;23\n").unwrap();
    session.expect("23").expect("11");
    session.send("r").expect("Tệp không có gì thay đổi").send("q");
    assert_eq!(session.wait(), 0);
}

/// Repeats an action at intervals shorter than the explorer's quiet period, until it is dropped.
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
