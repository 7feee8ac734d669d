//! What a user does with the explorer, from start to end.

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::session::Session;

#[test]
fn opens_moves_searches_goes_there_resizes_and_quits() {
    let mut session = Session::start(&[], 120, 36);
    session.expect("28 chỉ tiêu KH").expect("▸▲ GRDP bình quân đầu người");
    session.send("j").expect("▸✓ Tổng thu ngân sách");
    session.send("\x1b[B").expect("▸▲ Trồng rừng mới").expect("5.257 ha");
    session.send("/").expect("Gõ tên chỉ tiêu");
    session.send("ho ngheo").expect("/ ho ngheo").expect("2 trong 24");
    session.send("\r").expect("▸· Tỷ lệ giảm nghèo").expect("02%");
    session.resize(80, 24).expect("q thoát").expect("▸· Tỷ lệ giảm nghèo");
    session.resize(40, 15).expect("▸· Tỷ lệ giảm nghèo");
    session.resize(12, 2).expect("cần cửa sổ");
    session.resize(120, 36).expect("▸· Tỷ lệ giảm nghèo").expect("02%");
    session.send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn every_view_opens_and_closes() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("GRDP");
    session.send("g").expect("thang 0–160 %").send("\x1b").expect("Chi tiết");
    session.send("?").expect("Trong các khung").send("q").expect_gone("Trong các khung");
    session.send("s").expect("Sắp xếp theo").send("jj\r").expect("% kế hoạch ↓");
    session
        .send("f")
        .expect("Lọc theo trạng thái")
        .send("jjj\r")
        .expect("không nêu tên chỉ tiêu nào");
    session.send("x").expect("GRDP");
    session.send("h").expect("Xây dựng Đảng").send("jjj").expect("chi bộ quân sự");
    session.send("\t").expect("▸· Thành lập");
    session.send("L").expect("Indicators").send("q");
    assert_eq!(session.wait(), 0);
}

#[test]
fn a_dataset_comes_through_standard_input_and_keys_from_the_terminal() {
    let json = r#"{"id":"x","place":"Nơi đây","period":"năm 1","sections":[{"name":"S","indicators":[{"id":"a","name":"Một chỉ tiêu"},{"id":"b","name":"Hai chỉ tiêu"}]}]}"#;
    let mut session = Session::shell(&format!("echo '{json}' | $CHITIEU -"), 80, 24);
    session.expect("Nơi đây").expect("▸· Một chỉ tiêu");
    session.send("j").expect("▸· Hai chỉ tiêu").send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn reports_a_broken_file_before_drawing() {
    let mut session = Session::start(&["/no/such/file"], 80, 24);
    assert_eq!(session.wait(), 2);
    assert!(
        session.screen().starts_with("chitieu: không đọc được /no/such/file"),
        "{}",
        session.screen()
    );
    assert!(!session.raw.contains(&0x1b), "no screen was taken");
    session.assert_restored();
}

#[test]
fn accepts_bursts_of_an_input_method() {
    let mut session = Session::start(&[], 80, 24);
    session.expect("GRDP").send("/").expect("Gõ tên");
    // Backspaces as DEL and as Ctrl-H, with text, in one burst; then a letter split into its bytes.
    session.send("ho\x7fô\x08ộ ngheo").expect("/ hộ ngheo");
    session.send("\x15").expect("Gõ tên");
    for byte in "nghèo".as_bytes().chunks(1) {
        session.send_bytes(byte);
    }
    session.expect("/ nghèo").expect("2 trong 24");
    session.send("\x1b[200~ q\r\nhuyện\x1b[201~").expect("huyện");
    session.send("\x03");
    assert_eq!(session.wait(), 0);
}

#[test]
fn the_mouse_selects_opens_and_can_be_switched_off() {
    let mut session = Session::start(&[], 120, 36);
    session.expect("▸▲ GRDP");
    let row =
        session.screen().lines().position(|line| line.contains("Trồng rừng mới")).unwrap() + 1;
    session.send(&format!("\x1b[<0;40;{row}M\x1b[<0;40;{row}m")).expect("▸▲ Trồng rừng mới");
    session.send("\x1b[<65;40;10M").expect("▸▲ Tổng kim ngạch");
    session.send(&format!("\x1b[<0;40;{row}M\x1b[<32;44;{row}M")).expect("nhấn m để tắt chuột");
    session.send("m").expect("Chuột: tắt");
    assert_eq!(session.vt().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    session.send("q");
    session.wait();
    let mut session = Session::start(&["--no-mouse"], 120, 36);
    session.expect("▸▲ GRDP");
    assert_eq!(session.vt().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    session.send("q");
    session.wait();
}

#[test]
fn copies_through_the_terminal() {
    let mut session = Session::start(&[], 120, 36);
    session.expect("GRDP").send("y").expect("Đã chép chỉ tiêu").send("q");
    session.wait();
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let start = raw.find("\x1b]52;c;").expect("OSC 52") + "\x1b]52;c;".len();
    let code = raw[start..].split(['\x1b', '\x07']).next().unwrap();
    let text = String::from_utf8(BASE64_STANDARD.decode(code).unwrap()).unwrap();
    assert!(text.starts_with("GRDP bình quân đầu người: 57 triệu đồng/người"), "{text}");
}

#[test]
fn the_environment_controls_colour_and_character_set() {
    let mut session = Session::shell("NO_COLOR=1 $CHITIEU", 80, 24);
    session.expect("GRDP").send("q");
    session.wait();
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(!raw.contains("\x1b[36m") && !raw.contains("38;5;"), "no colour is set");
    for environment in ["TERM=linux", "LC_ALL=C", "LANG=vi_VN.TCVN"] {
        let mut session = Session::shell(&format!("{environment} $CHITIEU"), 80, 24);
        session.expect("GRDP binh quan dau nguoi").send("q");
        session.wait();
        assert!(session.raw.is_ascii(), "{environment}");
    }
    let mut session = Session::shell("LANG=en_US.UTF-8 $CHITIEU", 80, 24);
    session.expect("Indicators").expect("GRDP bình quân").send("q");
    session.wait();
}

#[test]
fn prints_the_list_on_a_terminal_without_cursor_movement() {
    let mut session = Session::shell("TERM=dumb $CHITIEU", 80, 24);
    assert_eq!(session.wait(), 0);
    assert!(session.raw.is_ascii() && !session.raw.contains(&0x1b));
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(raw.contains("GRDP binh quan dau nguoi"), "{raw}");
}

#[test]
fn opens_at_an_indicator_of_a_place_and_period() {
    for at in ["trong-rung-moi", "trong-rung-moi@bac kan", "trong-rung-moi@BẮC KẠN@2024"] {
        let mut session = Session::start(&["--at", at], 120, 36);
        session.expect("▸▲ Trồng rừng mới").expect("5.257 ha").send("q");
        assert_eq!(session.wait(), 0);
    }
    for (at, message) in [
        ("trong-rung-moj", "ý bạn là `trong-rung-moi`"),
        ("trong-rung-moi@Huế", "không có ở nơi “Huế”; có ở: Bắc Kạn"),
        ("trong-rung-moi@bac kan@2019", "không có kỳ “2019” ở đó; có: năm 2024"),
    ] {
        let mut session = Session::start(&["--at", at], 120, 36);
        session.expect(message);
        assert_eq!(session.wait(), 2);
    }
}

#[test]
fn the_comparison_opens_with_its_option_and_a_step_costs_few_bytes() {
    let dataset = |year: u32, value: u32| {
        format!(
            r#"{{"id":"{year}","place":"Ba Bể","period":"năm {year}","sections":[{{"name":"S","indicators":[{{"id":"a","name":"Sản lượng lúa","unit":"tấn","actual":{value}}},{{"id":"b","name":"Trồng rừng","unit":"ha","actual":{year}}}]}}]}}"#
        )
    };
    let script = format!(
        "d=$(mktemp -d); echo '{}' > $d/1.json; echo '{}' > $d/2.json; $CHITIEU --compare $d/1.json $d/2.json",
        dataset(2023, 7),
        dataset(2024, 9)
    );
    let mut session = Session::shell(&script, 80, 24);
    session.expect("Ba Bể · Chỉ tiêu × kỳ · giá trị").settle();
    for key in ["j", "l", "k", "h", "j"] {
        let before = session.raw.len();
        session.send(key).settle();
        assert!(session.raw.len() - before <= 400, "{key}: {}", session.raw.len() - before);
    }
    session.send("m").expect("thay đổi so với kỳ trước").send("\r").expect("Chi tiết").send("q");
    assert_eq!(session.wait(), 0);
}
