//! Criteria of communes below one heading: numbered, in words or as crosses. Each commune has a verdict on each of them.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator, status};

/// Place, name, value, status and note of each indicator.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let line = |dataset: &Dataset, one: Indicator| {
        let value = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let (place, note) = (dataset.place.named().unwrap_or("-"), one.note.clone());
        let status = status(&one);
        format!("{place}|{}|{value}|{status:?}|{}", one.name, note.unwrap_or_default())
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[test]
fn numbered_criteria_below_one_heading_are_indicators() {
    for band in ["Kết quả thực hiện các tiêu chí", "Mức độ đạt từng tiêu chí", "Tiêu chí"]
    {
        let text = format!(
            "KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI NĂM 2025\n\
             TT;Tên xã;{band};;;;Tổng số tiêu chí đạt\n\
             ;;1. Quy hoạch;2. Giao thông;3. Thủy lợi;4. Điện;\n\
             1;Xã Lũng Vân;Đạt;Chưa đạt;Đạt;Đạt;3\n\
             2;Xã Quyết Chiến;Đạt;Đạt;Chưa đạt;Chưa đạt;2\n"
        );
        let found = lines(&text);
        assert!(
            found.contains(&"Xã Lũng Vân|Giao thông|-|Missed|".to_owned()),
            "{band}: {found:?}"
        );
        assert!(
            found.contains(&"Xã Quyết Chiến|Giao thông|-|Met|".to_owned()),
            "{band}: {found:?}"
        );
        assert!(found.contains(&"Xã Lũng Vân|Tổng số tiêu chí đạt|3|NotAssessed|".to_owned()));
        assert_eq!(found.len(), 10, "{band}: {found:?}");
    }
}

#[test]
fn crosses_that_are_counted_are_criteria_that_were_reached() {
    for mark in ["x", "✓", "X"] {
        let text = format!(
            "TỔNG HỢP ĐẠT TIÊU CHÍ NÔNG THÔN MỚI NĂM 2025\n\
             TT;Xã;Tiêu chí;;;Tổng số tiêu chí đạt\n\
             ;;Quy hoạch;Giao thông;Trường học;\n\
             1;Lũng Vân;{mark};;{mark};2\n\
             2;Quyết Chiến;{mark};{mark};{mark};3\n\
             3;Ngổ Luông;;;{mark};1\n"
        );
        let found = lines(&text);
        assert!(found.contains(&"Quyết Chiến|Giao thông|-|Met|".to_owned()), "{mark}: {found:?}");
        assert!(found.contains(&"Lũng Vân|Trường học|-|Met|".to_owned()), "{mark}: {found:?}");
        let empty = found.iter().filter(|line| line.starts_with("Lũng Vân|Giao thông"));
        assert!(empty.into_iter().all(|line| !line.contains("Met")), "{mark}: {found:?}");
    }
}

#[test]
fn crosses_that_nothing_counts_are_kept_in_the_note() {
    let text = "RÀ SOÁT TIÊU CHÍ NĂM 2025\n\
                TT;Xã;Quy hoạch;Giao thông;Số hộ nghèo (hộ)\n\
                1;Lũng Vân;x;;42\n\
                2;Quyết Chiến;x;x;31\n";
    let found = lines(text);
    assert!(found.iter().all(|line| !line.contains("Met")), "{found:?}");
    assert!(found[0].contains("Quy hoạch: x"), "{found:?}");
}
