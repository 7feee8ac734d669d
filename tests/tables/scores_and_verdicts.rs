//! Verdicts and scores: a verdict about a place is none about its plan, a verdict that the figures contradict is
//! reported, the score that was reached is the result, and a change is read by what its own cell says.

use crate::description::{open, warnings};
use crate::every::Every;
use chitieu::model::{ChangeUnit, Indicator, Status, Warning, status};

fn indicators(text: &str) -> Vec<Indicator> {
    let opened = open(text);
    let all = opened.datasets.iter().map(|one| one.indicators.iter().collect::<Vec<_>>());
    all.flatten().collect()
}

fn actuals(text: &str) -> Vec<String> {
    let figure = |one: &Indicator| one.figure().map(|figure| figure.to_string());
    indicators(text).iter().filter_map(figure).collect()
}

#[test]
fn a_verdict_about_a_place_is_none_about_its_plan() {
    for (heading, no, yes) in [
        ("Xếp loại", "Chưa đạt chuẩn", "Đạt chuẩn"),
        ("Đánh giá", "Chưa đạt chuẩn NTM", "Đạt chuẩn NTM nâng cao"),
        ("Kết quả đánh giá", "Chưa đạt", "Được công nhận"),
    ] {
        let text = format!(
            "Tên xã;Số tiêu chí đạt chuẩn;;{heading}\n;Kế hoạch năm 2023;Thực hiện năm 2023;\n\
            Xã Hòa An;15;17;{no}\nXã Hòa Bắc;16;15;{no}\nXã Hòa Sơn;19;19;{yes}\n"
        );
        let statuses: Vec<Status> = indicators(&text).iter().map(status).collect();
        assert_eq!(statuses, [Status::Exceeded, Status::Missed, Status::Met], "{heading}");
        let notes = indicators(&text).iter().filter(|one| one.note.is_some()).count();
        assert_eq!(notes, 3, "{heading}");
    }
    // A verdict on the plan of a place stays one.
    let text = "Xã;Kế hoạch;Thực hiện;Đánh giá\nXã Hòa An;15;17;Vượt\nXã Hòa Bắc;16;15;Không đạt\n";
    let verdicts: Vec<Status> =
        indicators(&format!("SỐ HỘ DÙNG NƯỚC SẠCH NĂM 2023\n{text}")).iter().map(status).collect();
    assert_eq!(verdicts, [Status::Exceeded, Status::Missed]);
}

#[test]
fn a_verdict_against_the_figures_is_reported_without_a_direction() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Đánh giá\nDiện tích sắn;ha;20;25;Chưa đạt\nDiện tích mía;ha;30;25;Vượt\n\
        Số tổ hòa giải;tổ;16;17;Không đạt\nDiện tích vừng;ha;30;31;Vượt\nDiện tích khoai;ha;30;29;Không đạt\n";
    let doubted = |one: &Indicator| {
        let found = chitieu::model::warnings(one);
        matches!(found[..], [Warning::VerdictAgainstValues { .. }])
    };
    let doubted: Vec<bool> = indicators(text).iter().map(doubted).collect();
    assert_eq!(doubted, [true, true, true, false, false]);
    assert!(indicators(text).iter().every(|one| one.plan.as_ref().unwrap().verdict().is_some()));
}

#[test]
fn the_score_that_was_reached_is_the_result() {
    let text = "STT;Lĩnh vực;Điểm tối đa;Điểm thẩm định;Điểm điều tra XHH;Điểm đạt được\n\
        1;Cải cách thể chế;10;5,5;3,1;8,6\n2;Tài chính công;12;4,0;6,5;10,5\n";
    assert_eq!(actuals(text), ["8.6", "10.5"]);
    let text = "STT;Tên sở;Điểm tối đa;Điểm tự chấm;Điểm thẩm định;Điểm đạt được;Xếp hạng\n\
        1;Sở Nội vụ;100;95;62;88,5;1\n2;Sở Y tế;100;96;55;80,1;2\n";
    assert_eq!(actuals(text), ["88.5", "80.1"]);
    // No word says which is the sum of the others; the figures do.
    let text = "STT;Tiêu chí;Điểm tối đa;Điểm hồ sơ;Điểm khảo sát;Điểm chung\n\
        1;Công khai;10;5,5;3,1;8,6\n2;Thủ tục;12;4,0;6,5;10,5\n";
    assert_eq!(actuals(text), ["8.6", "10.5"]);
}

#[test]
fn the_rank_of_the_year_before_is_no_second_rank() {
    for heading in ["Hạng năm 2022", "Xếp hạng năm 2022", "Thứ hạng năm 2022"] {
        let text = format!(
            "XẾP HẠNG NĂM 2023\nHạng;Huyện;Điểm DTI;Trong đó;;{heading}\n;;;Chính quyền số;Kinh tế số;\n\
            1;Hòa An;0,72;0,80;0,65;3\n2;Hạ Lang;0,71;0,78;0,66;1\n3;Bảo Lạc;0,66;0,70;0,60;2\n"
        );
        let all = indicators(&text);
        assert!(all.iter().every(|one| one.ranks.len() <= 1), "{heading}");
        assert_eq!(all.iter().filter(|one| one.ranks.len() == 1).count(), 3, "{heading}");
        let first = &all.iter().find(|one| !one.ranks.is_empty()).unwrap().ranks[0];
        assert_eq!((first.position, first.change), (1, Some(2)), "{heading}");
    }
}

#[test]
fn a_change_is_read_by_the_sign_in_its_cell() {
    let text = "Chỉ tiêu;ĐVT;9 tháng 2023;9 tháng 2024;Tăng/giảm so cùng kỳ\nSố lượt khám;lượt;60000;66600;+11,0%\n\
        Tỷ số giới tính khi sinh;trẻ trai/100 trẻ gái;112,4;110,8;-1,6\nTỷ lệ tiêm chủng;%;58,3;71,9;+13,6\n";
    let changes: Vec<String> = indicators(text)
        .iter()
        .map(|one| match &one.changes[..] {
            [change] => format!("{} {}", change.amount, change.unit == ChangeUnit::Percent),
            _ => String::new(),
        })
        .collect();
    assert_eq!(changes, ["11.0 true", "-1.6 false", "13.6 false"]);
    assert!(warnings(text).is_empty(), "{:?}", warnings(text));
    // A difference of cases among percentages is no change in points, and is said to be left out.
    let text = "Chỉ tiêu;ĐVT;9 tháng 2023;9 tháng 2024;Tăng/giảm so cùng kỳ\nSố lượt khám;lượt;60000;66600;+11,0%\n\
        Số lượt điều trị;lượt;5000;5250;+5,0%\nSố vụ ngộ độc;vụ;3;1;-2\n";
    assert_eq!(warnings(text).len(), 1, "{:?}", warnings(text));
    assert!(indicators(text)[2].changes.is_empty());
}

#[test]
fn changes_between_two_years_and_with_a_season_are_read() {
    for heading in ["Thay đổi 2023/2022", "Tăng, giảm 2023/2022", "Chênh lệch 2023/2022"] {
        let text = format!(
            "Chỉ số thành phần;2022;2023;Xếp hạng 2023;{heading}\nGia nhập thị trường;7,31;7,22;28/63;-0,09\nMinh bạch;6,08;6,44;17/63;+0,36\n"
        );
        let all = indicators(&text);
        let moved = all.iter().filter(|one| one.changes.len() == 1).count();
        assert_eq!(moved, 2, "{heading}: {all:?}");
    }
    for season in ["Với vụ ĐX 2022-2023", "Với vụ trước"] {
        let text = format!(
            "Cây trồng;ĐVT;Thực hiện vụ Đông xuân 2022-2023;Vụ Đông xuân 2023-2024;;So sánh (%);\n;;;Kế hoạch;Ước thực hiện;Với kế hoạch;{season}\n\
            Diện tích lúa;ha;8650;8700;8742;100,5;101,1\nDiện tích ngô;ha;1980;2050;1931;94,2;97,5\n"
        );
        assert!(indicators(&text).iter().every(|one| one.changes.len() == 1), "{season}");
        assert!(warnings(&text).is_empty(), "{season}: {:?}", warnings(&text));
    }
}

#[test]
fn an_assessment_of_progress_is_a_verdict() {
    let text = "KẾT QUẢ NĂM 2024\nChỉ tiêu;ĐVT;KH năm 2024;TH năm 2024;Đánh giá tiến độ\nTrồng rừng;ha;500;510;Vượt\nĐường mới;km;20;18;Không đạt\n";
    let statuses: Vec<Status> = indicators(text).iter().map(status).collect();
    assert_eq!(statuses, [Status::Exceeded, Status::Missed]);
    // What is expected at the end of the year is not reached after six months.
    let text = "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024\nChỉ tiêu;ĐVT;KH 2024;TH 6 tháng 2024;Dự kiến đánh giá\nTrồng rừng;ha;500;290;Vượt\nĐường mới;km;20;8;Không đạt\n";
    let statuses: Vec<Status> = indicators(text).iter().map(status).collect();
    assert_eq!(statuses, [Status::InProgress; 2]);
}

#[test]
fn a_plan_of_a_quarter_is_none_of_nine_months() {
    let text = "NĂM 2024\nChỉ tiêu;ĐVT;Quý III;;9 tháng;\n;;KH;TH;KH;TH\nTrồng rừng;ha;150;160;450;440\nĐường mới;km;5;6;15;16\n";
    let opened = open(text);
    let of = |period: &str| {
        let found = opened.datasets.iter().find(|one| one.period.to_string().contains(period));
        found.unwrap().indicators.iter().next().unwrap()
    };
    let nine = of("9 tháng");
    let target = format!("{:?}", nine.plan.as_ref().unwrap().target());
    assert!(target.contains("450"), "{target}");
    assert!(warnings(text).is_empty(), "{:?}", warnings(text));
}

#[test]
fn parts_of_a_score_are_not_the_score() {
    for parts in ["Thẩm định;Điều tra XHH", "Điểm thẩm định;Điểm khảo sát người dân"]
    {
        let text = format!(
            "TT;Lĩnh vực;Điểm tối đa;Điểm đạt được;;Xếp hạng\n;;;{parts};\n\
             1;Công vụ;12,00;5,50;2,91;30/61\n2;Tài chính công;9,00;4,25;3,88;8/61\n"
        );
        assert_eq!(actuals(&text), Vec::<String>::new(), "{parts}");
        let first = &indicators(&text)[0];
        assert_eq!(first.scale.map(|scale| scale.to_string()).as_deref(), Some("12.00"), "{parts}");
        let note = first.note.clone().unwrap_or_default();
        assert!(note.contains("5,50") && note.contains("2,91"), "{parts}: {note}");
    }
    // A column of the total under the same heading is the score.
    let text = "TT;Lĩnh vực;Điểm tối đa;Điểm đạt được;;;Xếp hạng\n;;;Thẩm định;Điều tra XHH;Tổng;\n\
        1;Công vụ;12,00;5,50;2,91;8,41;30/61\n2;Tài chính công;9,00;4,25;3,88;8,13;8/61\n";
    assert_eq!(actuals(text), ["8.41", "8.13"]);
}

#[test]
fn a_red_light_contradicts_no_figures_without_a_direction() {
    let text = "Indicator,Unit,FY2023 Target,FY2023 Actual,RAG\nQueue length,min,20,23,Red\nTree cover,ha,20,23,Green\n";
    assert!(indicators(text).iter().every(|one| chitieu::model::warnings(one).is_empty()));
}

#[test]
fn a_mean_of_years_is_compared_with_a_mean() {
    let text = "Chỉ tiêu;ĐVT;Mục tiêu đến năm 2025;Thực hiện 2024;Ước TH 2025;Bình quân 2021-2025;Đánh giá\n\
        Thu ngân sách tăng bình quân hằng năm;%;9;11,5;12,1;8,2;Không đạt\nSố xã đạt chuẩn;xã;12;11;13;;Vượt\n";
    let all = indicators(text);
    assert_eq!(all[0].figure().unwrap().to_string(), "8.2");
    assert_eq!(all[0].earlier.last().unwrap().period, "ước năm 2025");
    assert!(all.iter().every(|one| chitieu::model::warnings(one).is_empty()));
    assert_eq!(all[1].figure().unwrap().to_string(), "13");
}
