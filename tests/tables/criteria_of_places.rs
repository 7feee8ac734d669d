//! Criteria of communes below one heading: numbered, in words or as crosses. Each commune has a
//! verdict on each of them.

use crate::every::Every;
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
        let of_blank = found.iter().find(|line| line.starts_with("Lũng Vân|Giao thông"));
        assert_eq!(of_blank, None, "{mark}: {found:?}");
    }
}

#[test]
fn crosses_that_nothing_counts_are_kept_in_the_note() {
    let text = "RÀ SOÁT TIÊU CHÍ NĂM 2025\n\
                TT;Xã;Quy hoạch;Giao thông;Số hộ nghèo (hộ)\n\
                1;Lũng Vân;x;;42\n\
                2;Quyết Chiến;x;x;31\n";
    let found = lines(text);
    assert!(found.iter().every(|line| !line.contains("Met")), "{found:?}");
    assert!(found[0].contains("Quy hoạch: x"), "{found:?}");
}

/// The place of each indicator, and whether it has a target.
fn plans(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let line = |dataset: &Dataset, one: Indicator| {
        let has_target = one.plan.is_some_and(|plan| plan.target().is_some());
        let place = dataset.place.named().unwrap_or("-");
        format!("{place}|{}", if has_target { "planned" } else { "-" })
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

/// Criteria of two communes, each over its result and its verdict. `plan` is the heading of the column left of them.
fn judged_communes(plan: &str, first: &str, second: &str) -> String {
    format!(
        "KẾT QUẢ THỰC HIỆN TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024 HUYỆN KỲ SƠN\n\
         TT;Nội dung tiêu chí;{plan};{first};;{second};\n\
         ;;;Kết quả;Đánh giá;Kết quả;Đánh giá\n\
         1;Tỷ lệ hộ nghèo (%);≤ 12;10,4;Đạt;13,9;Chưa đạt\n\
         2;Tỷ lệ hộ có nước sạch (%);≥ 55;49,3;Chưa đạt;61,7;Đạt\n"
    )
}

#[test]
fn the_verdicts_of_each_commune_are_its_own() {
    for plan in ["Chỉ tiêu phải đạt", "Kế hoạch", "Mức quy định"] {
        let found = lines(&judged_communes(plan, "Xã Hữu Kiệm", "Xã Tà Cạ"));
        let wanted = [
            "Xã Hữu Kiệm|Tỷ lệ hộ nghèo|10.4|Met|",
            "Xã Hữu Kiệm|Tỷ lệ hộ có nước sạch|49.3|Missed|",
            "Xã Tà Cạ|Tỷ lệ hộ nghèo|13.9|Missed|",
            "Xã Tà Cạ|Tỷ lệ hộ có nước sạch|61.7|Met|",
        ];
        assert_eq!(found, wanted, "{plan}");
    }
}

#[test]
fn the_norm_left_of_the_places_is_the_plan_of_each() {
    for text in [
        judged_communes("Chỉ tiêu phải đạt", "Xã Hữu Kiệm", "Xã Tà Cạ"),
        "KẾT QUẢ TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024 HUYỆN KỲ SƠN\n\
         TT;Nội dung tiêu chí;Tiêu chuẩn;Xã Hữu Kiệm;Xã Tà Cạ\n\
         1;Tỷ lệ hộ nghèo (%);≤ 12;10,4;13,9\n\
         2;Tỷ lệ hộ có nước sạch (%);≥ 55;49,3;61,7\n"
            .to_owned(),
    ] {
        let wanted = ["Xã Hữu Kiệm|planned", "Xã Tà Cạ|planned"];
        assert_eq!(plans(&text), [wanted[0], wanted[0], wanted[1], wanted[1]], "{text}");
    }
}

#[test]
fn the_plan_of_the_whole_is_none_of_its_parts() {
    let text = "KẾT QUẢ THU NGÂN SÁCH NĂM 2024 HUYỆN KỲ SƠN\n\
                TT;Chỉ tiêu;Kế hoạch;Xã Hữu Kiệm;Xã Tà Cạ\n\
                1;Thu từ đất (triệu đồng);90;41;52\n\
                2;Thu phí (triệu đồng);30;14;9\n";
    let found = plans(text);
    assert!(found.contains(&"Huyện Kỳ Sơn|planned".to_owned()), "{found:?}");
    assert!(found.contains(&"Xã Tà Cạ|-".to_owned()), "{found:?}");
    assert!(!found.contains(&"Xã Tà Cạ|planned".to_owned()), "{found:?}");
}

#[test]
fn verdicts_next_to_the_result_of_each_place_are_of_it() {
    let text = "TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024 HUYỆN KỲ SƠN\n\
                TT;Nội dung tiêu chí;Xã Hữu Kiệm;Đánh giá;Xã Tà Cạ;Đánh giá\n\
                1;Tỷ lệ hộ nghèo (%);10,4;Đạt;13,9;Chưa đạt\n\
                2;Tỷ lệ hộ có nước sạch (%);49,3;Chưa đạt;61,7;Đạt\n";
    let found = lines(text);
    assert!(found.contains(&"Xã Hữu Kiệm|Tỷ lệ hộ nghèo|10.4|Met|".to_owned()), "{found:?}");
    assert!(found.contains(&"Xã Tà Cạ|Tỷ lệ hộ nghèo|13.9|Missed|".to_owned()), "{found:?}");
}

#[test]
fn verdicts_below_a_heading_of_places_by_role_are_of_the_place() {
    let text = "TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024 HUYỆN KỲ SƠN\n\
                TT;Nội dung tiêu chí;Kết quả;;Đánh giá;\n\
                ;;Xã Hữu Kiệm;Xã Tà Cạ;Xã Hữu Kiệm;Xã Tà Cạ\n\
                1;Tỷ lệ hộ nghèo (%);10,4;13,9;Đạt;Chưa đạt\n\
                2;Tỷ lệ hộ có nước sạch (%);49,3;61,7;Chưa đạt;Đạt\n";
    let found = lines(text);
    assert!(found.contains(&"Xã Hữu Kiệm|Tỷ lệ hộ nghèo|10.4|Met|".to_owned()), "{found:?}");
    assert!(found.contains(&"Xã Tà Cạ|Tỷ lệ hộ nghèo|13.9|Missed|".to_owned()), "{found:?}");
}

#[test]
fn a_verdict_right_of_all_places_is_of_none_of_them() {
    let text = "KẾT QUẢ TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024 HUYỆN KỲ SƠN\n\
                TT;Nội dung tiêu chí;Xã Hữu Kiệm;Xã Tà Cạ;Đánh giá\n\
                1;Tỷ lệ hộ nghèo (%);10,4;13,9;Đạt\n\
                2;Tỷ lệ hộ có nước sạch (%);49,3;61,7;Chưa đạt\n";
    let found = lines(text);
    assert!(found.iter().every(|line| line.contains("NotAssessed")), "{found:?}");
    assert!(found[0].contains("Đánh giá: Đạt"), "{found:?}");
}

#[test]
fn the_plan_of_the_whole_is_none_of_communes_with_verdicts() {
    let text = "KẾT QUẢ THU NGÂN SÁCH NĂM 2024 HUYỆN KỲ SƠN\n\
                TT;Chỉ tiêu;Kế hoạch;Xã Hữu Kiệm;;Xã Tà Cạ;\n\
                ;;;Kết quả;Đánh giá;Kết quả;Đánh giá\n\
                1;Thu từ đất (triệu đồng);90;41;Đạt;52;Đạt\n\
                2;Thu phí (triệu đồng);30;14;Đạt;9;Chưa đạt\n";
    assert!(!plans(text).contains(&"Xã Hữu Kiệm|planned".to_owned()), "{:?}", plans(text));
    let found = lines(text);
    assert!(found.contains(&"Xã Tà Cạ|Thu từ đất|52|Met|".to_owned()), "{found:?}");
    assert!(found.contains(&"Xã Tà Cạ|Thu phí|9|Missed|".to_owned()), "{found:?}");
    let of_whole = |line: &&String| line.starts_with("Huyện Kỳ Sơn");
    let assessed = |line: &String| line.contains("Met") || line.contains("Missed");
    assert!(!found.iter().filter(of_whole).any(assessed), "{found:?}");
}

#[test]
fn verdicts_below_a_year_are_of_that_year() {
    let text = "KẾT QUẢ THỰC HIỆN HUYỆN KỲ SƠN\n\
                TT;Chỉ tiêu;Năm 2023;;;Năm 2024;;\n\
                ;;KH;TH;Đánh giá;KH;TH;Đánh giá\n\
                1;Thu phí (triệu đồng);30;34;Đạt;40;9;Chưa đạt\n\
                2;Thu từ đất (triệu đồng);80;71;Chưa đạt;85;87;Đạt\n";
    let found = lines(text);
    for line in [
        "Huyện Kỳ Sơn|Thu phí|34|Met|",
        "Huyện Kỳ Sơn|Thu phí|9|Missed|",
        "Huyện Kỳ Sơn|Thu từ đất|71|Missed|",
        "Huyện Kỳ Sơn|Thu từ đất|87|Met|",
    ] {
        assert!(found.contains(&line.to_owned()), "{line} is not in {found:?}");
    }
}
