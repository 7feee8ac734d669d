//! What `chitieu show` prints: an indicator by its id or name, its other periods, its places.

use crate::program::{self, chitieu};

fn shown(arguments: &[&str]) -> String {
    String::from_utf8(chitieu(arguments).stdout).unwrap()
}

fn error(arguments: &[&str]) -> String {
    String::from_utf8(chitieu(arguments).stderr).unwrap()
}

fn file(folder: &tempfile::TempDir, text: &str) -> String {
    program::file(folder, "bang.csv", text)
}

#[test]
fn the_other_periods_have_their_plans_and_the_newest_is_first() {
    let folder = tempfile::tempdir().unwrap();
    let years = file(
        &folder,
        "TỈNH HÒA SƠN;;;;;;;\nChỉ tiêu;ĐVT;KH 2021;TH 2021;KH 2022;TH 2022;KH 2023;TH 2023\n\
         Thu ngân sách;tỷ đồng;500;510;520;490;540;550\n",
    );
    let text = shown(&["show", "thu-ngan-sach", &years]);
    let periods: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with("năm ")).collect();
    let expected = ["490 tỷ đồng  KH 520  ≈ 94,2 %   ✗", "510 tỷ đồng  KH 500  ≈ 102,0 %  ▲"];
    assert_eq!(periods.len(), 2, "{text}");
    for (line, expected) in periods.iter().zip(expected) {
        assert!(line.contains(expected), "{text}");
    }
    assert!(periods[0].starts_with("năm 2022"), "{text}");
}

#[test]
fn many_places_are_one_list_in_the_order_of_their_ranking() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String =
        (1..=9).map(|number| format!("Xã Phú {number};{},5;8\n", 30 - 2 * number)).collect();
    let places =
        file(&folder, &format!("NĂM 2024;;\nXã;Tỷ lệ hộ nghèo (%);Số thôn (thôn)\n{rows}"));
    let text = shown(&["show", "ty-le-ho-ngheo", &places]);
    assert!(text.contains("năm 2024 · 9 nơi") && text.lines().count() < 16, "{text}");
    let (best, worst) = (text.find("1.  Xã Phú 9  12,5 %"), text.find("9.  Xã Phú 1  28,5 %"));
    assert!(best.is_some() && best < worst, "{text}");
    let one = shown(&["show", "ty-le-ho-ngheo", &places, "--place", "Xã Phú 3"]);
    assert!(one.contains("Trạng thái") && !one.contains("Phú 4"), "{one}");
}

#[test]
fn an_indicator_is_shown_by_its_name_if_it_is_the_only_one() {
    let folder = tempfile::tempdir().unwrap();
    let table = file(
        &folder,
        "NĂM 2024;;\nChỉ tiêu;ĐVT;Thực hiện\nTỷ lệ hộ nghèo đa chiều;%;7,5\n\
         1. Dân số;người;90\n- Nữ;người;46\n2. Lao động;người;50\n- Nữ;người;24\n",
    );
    for name in ["Tỷ lệ hộ nghèo", "ti le ho ngheo da chieu", "ty-le-ho-ngheo-da-chieu"] {
        assert!(shown(&["show", name, &table]).contains("7,5 %"), "{name}");
    }
    let several = error(&["show", "Nữ", &table]);
    assert!(
        several.contains("có nhiều chỉ tiêu tên “Nữ”; hãy nêu mã: `lao-dong-nu`, `nu`"),
        "{several}"
    );
    let unknown = error(&["show", "dan so tre", &table]);
    assert!(unknown.contains("chitieu search") || unknown.contains("(Dân số)"), "{unknown}");
}

#[test]
fn a_location_without_a_terminal_prints_its_indicator_or_what_is_wrong_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let years = file(
        &folder,
        "XÃ MINH TÂN;;\nChỉ tiêu;ĐVT;TH 2022;TH 2023\nThu ngân sách;tỷ đồng;500;510\nSố thôn;thôn;7;8\n",
    );
    let at = |location: &str| chitieu(&["--at", location, &years]);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let shown = text(at("thu-ngan-sach@minh tan@2022").stdout);
    assert!(shown.contains("500 tỷ đồng") && !shown.contains("thôn"), "{shown}");
    for (location, message) in [
        ("thu-ngan-sac", "ý bạn là `thu-ngan-sach`"),
        ("thu-ngan-sach@minh tan@1999", "không có kỳ “1999” ở đó"),
    ] {
        let output = at(location);
        assert_eq!(output.status.code(), Some(2), "{location}");
        assert!(output.stdout.is_empty(), "{location}");
        let error = text(output.stderr);
        assert!(error.contains(message), "{error}");
    }
}
