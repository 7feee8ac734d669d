//! What `chitieu import` says of a report, and of what is none.

use crate::program::{chitieu, file};

#[test]
fn a_table_is_no_report() {
    let folder = tempfile::tempdir().unwrap();
    let table = file(
        &folder,
        "bang.csv",
        "Kết quả năm 2024;;;\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu ngân sách;tỷ đồng;80;84\nTrồng rừng;ha;50;45\n",
    );
    let output = chitieu(&["import", &table]);
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(
        message.contains(&format!("đây là bảng, không phải văn xuôi; hãy mở: chitieu {table}")),
        "{message}"
    );
}

#[test]
fn what_is_counted_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let report = file(
        &folder,
        "bao-cao.txt",
        "Báo cáo kinh tế tỉnh Vĩnh Sơn năm 2024\nThu ngân sách đạt 745 tỷ đồng, bằng 92% dự toán.\n",
    );
    let text = String::from_utf8(chitieu(&["import", &report, "--explain"]).stdout).unwrap();
    assert!(text.contains("1 chỉ tiêu: 1 chắc chắn, 0 cần xem"), "{text}");
    assert!(text.contains("3 số (1 số ở tiêu đề): 2 của chỉ tiêu"), "{text}");
    assert!(text.contains("  tiêu đề: 2024 → "), "{text}");
}

#[test]
fn a_name_is_suggested_for_its_words_and_not_for_its_extension() {
    let folder = tempfile::tempdir().unwrap();
    file(&folder, "thu-chi.csv", "x");
    let missing = |name: &str| {
        let path = folder.path().join(name);
        String::from_utf8(chitieu(&["list", path.to_str().unwrap()]).stderr).unwrap()
    };
    assert!(missing("thu-ch.csv").contains("thu-chi.csv"));
    assert!(!missing("dan-so.csv").contains("ý bạn"));
}
