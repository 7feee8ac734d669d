//! What columns next to several indicators are of: an overall rank, a rating and criteria are
//! indicators of the place, a measure over years is one indicator of places, and a change in points
//! is no percentage.

use chitieu::dataset;
use chitieu::model::{Change, ChangeUnit, Dataset, Indicator, status, warnings};

/// The indicators of a table, each with its place and period.
fn placed(text: &str) -> Vec<(String, Indicator)> {
    let of = |dataset: &Dataset| {
        let slice = format!("{}|{}", dataset.place.named().unwrap_or("-"), dataset.period);
        dataset.indicators.iter().map(|one| (slice.clone(), one)).collect::<Vec<_>>()
    };
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    opened.datasets.iter().flat_map(of).collect()
}

/// Place, period, name and actual of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |(slice, one): (String, Indicator)| {
        let actual = one.actual.as_ref().map(|actual| match one.figure() {
            Some(figure) => figure.to_string(),
            None => format!("{actual:?}"),
        });
        format!("{slice}|{}|{}", one.name, actual.unwrap_or_default())
    };
    placed(text).into_iter().map(line).collect()
}

/// The place, the name and the ranks of each indicator that has any.
fn ranked(text: &str) -> Vec<String> {
    let line = |(slice, one): (String, Indicator)| {
        let ranks: Vec<String> = one.ranks.iter().map(|rank| rank.position.to_string()).collect();
        let place = slice.split('|').next().unwrap_or_default().to_owned();
        (!ranks.is_empty()).then(|| format!("{place}|{}|{}", one.name, ranks.join(",")))
    };
    placed(text).into_iter().filter_map(line).collect()
}

fn of_place(found: &[String], place: &str) -> Vec<String> {
    found.iter().filter(|line| line.starts_with(place)).cloned().collect()
}

#[test]
fn an_overall_rank_is_an_indicator_of_the_place() {
    // The ranks are in the order of the first column by chance.
    for heading in ["Xếp hạng thi đua", "Xếp hạng chung", "Xếp hạng", "Hạng toàn diện"]
    {
        let text = format!(
            "KẾT QUẢ NĂM 2024\nXã;Thu ngân sách (tỷ đồng);Tỷ lệ hộ nghèo (%);Số hộ thoát nghèo (hộ);{heading}\n\
             Xã Hà Hiệu;11,5;4,4;41;2\nXã Bằng Trạch;16,1;3,2;33;1\nXã Chu Hương;8,7;6,6;66;3\n"
        );
        let found = ranked(&text);
        assert_eq!(
            of_place(&found, "Xã Hà Hiệu"),
            [format!("Xã Hà Hiệu|{heading}|2")],
            "{found:?}"
        );
    }
    let first = "Hạng;Huyện;GRDP (tỷ đồng);Dân số (người)\n1;Huyện Na Hang;800;41.000\n\
        2;Huyện Sơn Dương;950;99.000\n3;Huyện Chiêm Hóa;700;88.000\n";
    assert_eq!(of_place(&ranked(first), "Huyện Na Hang"), ["Huyện Na Hang|Hạng|1"]);
}

#[test]
fn a_rank_next_to_each_indicator_is_of_that_one() {
    let text = "Xã;Thu ngân sách (tỷ đồng);Xếp hạng;Tỷ lệ hộ nghèo (%);Xếp hạng;Xếp hạng chung\n\
        Xã Hà Hiệu;11,5;2;4,4;2;3\nXã Bằng Trạch;16,1;1;3,2;1;1\nXã Chu Hương;8,7;3;6,6;3;2\n";
    assert_eq!(
        of_place(&ranked(text), "Xã Hà Hiệu"),
        [
            "Xã Hà Hiệu|Thu ngân sách|2",
            "Xã Hà Hiệu|Tỷ lệ hộ nghèo|2",
            "Xã Hà Hiệu|Xếp hạng chung|3"
        ]
    );
    let left = "Xã;Hạng;Thu ngân sách (tỷ đồng);Hạng;Tỷ lệ hộ nghèo (%)\n\
        Xã Hà Hiệu;2;11,5;1;4,4\nXã Bằng Trạch;1;16,1;2;3,2\nXã Chu Hương;3;8,7;3;6,6\n";
    assert_eq!(
        of_place(&ranked(left), "Xã Hà Hiệu"),
        ["Xã Hà Hiệu|Thu ngân sách|2", "Xã Hà Hiệu|Tỷ lệ hộ nghèo|1"]
    );
    // A total is what is ranked, whatever shares a word with "xếp thứ".
    let total = "Xã;Thu ngân sách (tỷ đồng);Tỷ lệ hộ nghèo (%);Tổng điểm;Xếp thứ\n\
        Xã Hà Hiệu;11,5;4,4;86,5;2\nXã Bằng Trạch;16,1;3,2;92;1\nXã Chu Hương;8,7;6,6;71;3\n";
    assert_eq!(of_place(&ranked(total), "Xã Hà Hiệu"), ["Xã Hà Hiệu|Tổng điểm|2"]);
}

#[test]
fn a_rating_is_an_indicator_of_the_place() {
    let text = "TT;Xã;Thu ngân sách (tỷ đồng);Tỷ lệ hộ nghèo (%);Xếp loại chung\n\
        1;Xã Hà Hiệu;11,5;4,4;Khá\n2;Xã Bằng Trạch;16,1;3,2;Tốt\n3;Xã Chu Hương;8,7;6,6;Trung bình\n";
    let notes = placed(text).into_iter().filter(|(_, one)| one.note.is_some()).count();
    assert_eq!(notes, 0);
    let found = lines(text);
    assert!(found.iter().any(|line| line.contains("Xã Hà Hiệu||Xếp loại chung|")), "{found:?}");
}

#[test]
fn each_criterion_of_each_commune_is_reached_or_not() {
    let down = "TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024\nTT;Xã;Quy hoạch;Giao thông;Thủy lợi;Số tiêu chí đạt\n\
        1;Xã Hà Hiệu;Đạt;Đạt;Chưa đạt;2\n2;Xã Bằng Trạch;Đạt;Chưa đạt;Đạt;2\n3;Xã Chu Hương;Đạt;Đạt;Đạt;3\n";
    let across = "TIÊU CHÍ NÔNG THÔN MỚI NĂM 2024\nTT;Tiêu chí;Xã Hà Hiệu;Xã Bằng Trạch;Xã Chu Hương\n\
        1;Quy hoạch;Đạt;Đạt;Đạt\n2;Giao thông;Đạt;Chưa đạt;Đạt\n3;Thủy lợi;Chưa đạt;Đạt;Đạt\n";
    for text in [down, across] {
        let of = |place: &str, name: &str| {
            let all = placed(text);
            let found =
                all.iter().find(|(slice, one)| slice.starts_with(place) && one.name == name);
            found.map(|(_, one)| format!("{:?}", status(one)))
        };
        assert_eq!(of("Xã Hà Hiệu", "Giao thông").as_deref(), Some("Met"), "{:?}", lines(text));
        assert_eq!(of("Xã Bằng Trạch", "Giao thông").as_deref(), Some("Missed"));
        assert_eq!(of("Xã Hà Hiệu", "Thủy lợi").as_deref(), Some("Missed"));
    }
}

#[test]
fn a_measure_over_years_is_one_indicator_of_the_places() {
    for text in [
        "Xã;Tỷ lệ hộ nghèo (%);\n;2022;2023\nXã Hà Hiệu;4,4;3,9\nXã Bằng Trạch;3,2;2,9\n",
        "Xã;Tỷ lệ hộ nghèo (%);\n;Năm 2022;Năm 2023\nXã Hà Hiệu;4,4;3,9\nXã Bằng Trạch;3,2;2,9\n",
        "Tỷ lệ hộ nghèo theo xã (%)\nXã;2022;2023\nXã Hà Hiệu;4,4;3,9\nXã Bằng Trạch;3,2;2,9\n",
    ] {
        let mut found = lines(text);
        found.sort();
        assert_eq!(
            found,
            [
                "Xã Bằng Trạch|năm 2022|Tỷ lệ hộ nghèo|3.2",
                "Xã Bằng Trạch|năm 2023|Tỷ lệ hộ nghèo|2.9",
                "Xã Hà Hiệu|năm 2022|Tỷ lệ hộ nghèo|4.4",
                "Xã Hà Hiệu|năm 2023|Tỷ lệ hộ nghèo|3.9",
            ]
        );
    }
}

#[test]
fn a_change_in_points_has_a_base_without_its_unit() {
    for heading in [
        "Tăng, giảm so với năm 2022 (pp)",
        "Tăng, giảm so với năm 2022 (điểm %)",
        "So với năm 2022 (điểm %)",
        "So với năm 2022 (điểm phần trăm)",
    ] {
        let text = format!(
            "Chỉ tiêu;ĐVT;Năm 2023;{heading}\nTỷ lệ hộ nghèo;%;3,1;-0,9\nTỷ lệ che phủ rừng;%;44;0,4\n"
        );
        let changes: Vec<Vec<Change>> =
            placed(&text).into_iter().map(|(_, one)| one.changes).collect();
        let expected = |amount: &str| Change {
            period: "năm 2022".to_owned(),
            amount: amount.parse().unwrap(),
            unit: ChangeUnit::Points,
        };
        assert_eq!(changes, [vec![expected("-0.9")], vec![expected("0.4")]], "{heading}");
    }
    let text = "Chỉ tiêu;ĐVT;Năm 2023;So với năm 2010 (lần)\nGRDP;tỷ đồng;750;3,1\nThu ngân sách;tỷ đồng;90;4,5\n";
    let (_, first) = placed(text).remove(0);
    assert_eq!(first.changes[0].period, "năm 2010", "{first:?}");
    assert_eq!((first.changes[0].amount, first.changes[0].unit), (210.into(), ChangeUnit::Percent));
}

#[test]
fn a_verdict_on_a_ratio_of_counts_is_not_doubted() {
    let text = "Chỉ tiêu;ĐVT;KH 2024;TH 2024;TH/KH (%);Đánh giá\n\
        Số học sinh bình quân trên một giáo viên;học sinh;18;17;105,9;Vượt\n\
        Số học sinh/lớp;học sinh/lớp;35;33;94,3;Đạt\nSố hộ/cán bộ;hộ/cán bộ;120;125;104,2;Chưa đạt\n";
    for (_, one) in placed(text) {
        assert_eq!(warnings(&one), [], "{}", one.name);
    }
    let false_verdict = "Chỉ tiêu;ĐVT;KH;TH;TH/KH (%);Đánh giá\nTrồng rừng;ha;100;80;80,0;Vượt\n";
    assert_eq!(warnings(&placed(false_verdict)[0].1).len(), 1);
}
