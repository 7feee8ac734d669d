//! Statuses: which plans are due, which directions are certain, and what the rounding leaves open.

use crate::description::open;
use crate::english;
use chitieu::dataset;
use chitieu::model::{Actual, Better, Indicator, Status, Target, derive, status};

fn indicators(text: &str) -> Vec<Indicator> {
    open(text).datasets[0].indicators.iter().collect()
}

/// Returns the status of each row of a table, by name.
fn statuses(text: &str) -> Vec<(String, Status)> {
    indicators(text).into_iter().map(|one| (one.name.clone(), status(&one))).collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, Status)]) {
    let found = statuses(text);
    let found: Vec<(&str, Status)> = found.iter().map(|(name, s)| (name.as_str(), *s)).collect();
    assert_eq!(found, expected, "{text}");
}

use Status::{Exceeded, InProgress, Met, Missed, NotAssessed};

#[test]
fn a_part_of_the_year_is_in_progress_against_the_plan_of_the_year() {
    check(
        "Chỉ tiêu;ĐVT;Kế hoạch năm 2025;Thực hiện 9 tháng;% so KH năm\n\
         Tổng thu ngân sách;tỷ đồng;1.200;804;67\n\
         Trồng rừng mới;ha;250;262;104,8\n\
         Số vụ tai nạn giao thông;vụ;36;11;\n\
         Số hộ thoát nghèo;hộ;500;530;106\n",
        &[
            ("Tổng thu ngân sách", InProgress),
            ("Trồng rừng mới", Exceeded),
            ("Số vụ tai nạn giao thông", InProgress),
            ("Số hộ thoát nghèo", InProgress),
        ],
    );
}

#[test]
fn the_period_may_be_in_the_title() {
    for title in ["KẾT QUẢ 9 THÁNG NĂM 2025", "BÁO CÁO THÁNG 9/2025", "Quý III/2025", "11T2025"]
    {
        check(
            &format!("{title};;;\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu phí;tỷ đồng;12;8\n"),
            &[("Thu phí", InProgress)],
        );
    }
    check(
        "KẾT QUẢ NĂM 2025;;;\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu ngân sách;tỷ đồng;12;8\n",
        &[("Thu ngân sách", Missed)],
    );
}

#[test]
fn one_quarter_has_neither_percent_nor_status() {
    let text = "TT;Chỉ tiêu;ĐVT;KH 2024;Quý I;Quý II;Quý III;Quý IV\n\
                1;Thu ngân sách;tỷ đồng;900;240;215;220;230\n";
    let datasets = open(text).datasets;
    let all: Vec<Indicator> = datasets.iter().flat_map(|one| one.indicators.iter()).collect();
    assert_eq!(all.len(), 4);
    for (quarter, one) in (1..).zip(&all) {
        // The first quarter is the result of the year so far; a later one is not.
        let percent = derive::percent_of(one);
        assert_eq!((status(one), percent.is_some()), (InProgress, quarter == 1), "{quarter}");
    }
}

#[test]
fn a_part_is_assessed_against_its_own_plan() {
    check(
        "Chỉ tiêu;ĐVT;KH quý II/2025;TH quý II/2025\n\
         Thu ngân sách;tỷ đồng;200;190\n\
         Thu nội địa;tỷ đồng;150;151\n",
        &[("Thu ngân sách", Missed), ("Thu nội địa", Exceeded)],
    );
}

#[test]
fn a_year_on_the_way_to_a_later_goal_is_in_progress() {
    for goal in ["Mục tiêu đến năm 2025", "Kế hoạch giai đoạn 2021-2025", "Nghị quyết 2021 - 2025"]
    {
        check(
            &format!(
                "Chỉ tiêu;ĐVT;{goal};Thực hiện 2023\n\
                 Tỷ lệ hộ nghèo;%;15;21,5\n\
                 Tỷ lệ che phủ rừng;%;73;73,4\n"
            ),
            &[("Tỷ lệ hộ nghèo", InProgress), ("Tỷ lệ che phủ rừng", InProgress)],
        );
    }
}

#[test]
fn a_measure_against_a_problem_has_no_lower_direction() {
    check(
        "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;% so KH\n\
         Tỷ lệ khám phá các loại tội phạm;%;75;88;117,3\n\
         Số lao động được giới thiệu việc làm;người;400;450;112,5\n\
         Số hộ nghèo được vay vốn ưu đãi;hộ;150;160;106,7\n\
         Mức giảm tỷ lệ hộ nghèo;%;2,5;2,6;104\n\
         Tỷ lệ người chưa có bảo hiểm y tế;%;6;5;83,3\n",
        &[
            ("Tỷ lệ khám phá các loại tội phạm", Exceeded),
            ("Số lao động được giới thiệu việc làm", Exceeded),
            ("Số hộ nghèo được vay vốn ưu đãi", Exceeded),
            ("Mức giảm tỷ lệ hộ nghèo", Exceeded),
            ("Tỷ lệ người chưa có bảo hiểm y tế", Exceeded),
        ],
    );
}

#[test]
fn values_have_priority_over_a_ratio_of_unrounded_values() {
    check(
        "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024;TH/KH (%);Đánh giá\n\
         1;Tỷ lệ thất nghiệp thành thị;%;2,80;2,73;97,4;Vượt\n\
         2;Tỷ lệ hộ nghèo;%;24,00;25,10;104,5;Không đạt\n\
         3;Tỷ lệ hộ cận nghèo;%;11,0;10,2;92,6;\n\
         4;Tỷ lệ suy dinh dưỡng;%;12,0;12,5;104,1;\n",
        &[
            ("Tỷ lệ thất nghiệp thành thị", Exceeded),
            ("Tỷ lệ hộ nghèo", Missed),
            ("Tỷ lệ hộ cận nghèo", Exceeded),
            ("Tỷ lệ suy dinh dưỡng", Missed),
        ],
    );
}

#[test]
fn an_inferred_direction_never_contradicts_the_published_percent() {
    // 95 % is not the ratio of 9 to 10: it is an attainment that was computed differently.
    let text = "Chỉ tiêu;ĐVT;KH 2024;TH 2024;% đạt KH\nTỷ lệ hộ nghèo;%;10,00;9,00;95\nThu;tỷ;5,00;6,00;120\n";
    let opened = open(text);
    let one = opened.datasets[0].indicators.get(0).unwrap();
    assert_eq!((one.better, status(&one)), (Some(Better::Lower), NotAssessed));
    let rules: Vec<&str> = opened.warnings.iter().map(|warning| warning.rule().name()).collect();
    assert!(rules.contains(&"direction-against-percent"), "{rules:?}");
}

#[test]
fn parts_inherit_the_direction_of_their_whole() {
    let all = indicators(
        "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024;So KH (%)\n\
         1;Số hộ nghèo;hộ;9.000;8.800;97,8\n\
         ;Trong đó: Hộ do phụ nữ làm chủ;hộ;4.000;3.900;97,5\n\
         ;- Số hộ được hỗ trợ nhà ở;hộ;100;120;120\n",
    );
    let found: Vec<_> = all.iter().map(|one| (one.better, status(one))).collect();
    let lower = Some(Better::Lower);
    assert_eq!(found, [(lower, Exceeded), (lower, Exceeded), (None, Exceeded)]);
}

#[test]
fn parts_inherit_the_direction_of_a_rate_without_a_value() {
    let all = indicators(
        "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n\
         1;Tổng đàn gia cầm;nghìn con;820;835\n\
         2;Tỷ lệ hộ nghèo;;;\n;- Thành thị;%;1,2;1,1\n;- Nông thôn;%;6,4;6,6\n\
         ;- Tỷ lệ thôn có nhà văn hóa;%;90;91\n;- Số hộ;hộ;120;110\n\
         3;Giảm nghèo;;;\n;- Huyện nghèo;%;4;5\n",
    );
    let found: Vec<_> = all[1..].iter().map(status).collect();
    assert_eq!(found, [Exceeded, Missed, NotAssessed, NotAssessed, NotAssessed]);
}

#[test]
fn lists_inferred_directions_with_deciding_ones_first() {
    let opened = open(
        "Chỉ tiêu;ĐVT;KH 2024;TH 2024\nTỷ lệ che phủ rừng;%;73;\nTỷ lệ hộ nghèo;%;10;9\n\
         Dân số;người;5;6\n",
    );
    let listed = opened.findings.iter().filter(|one| one.rule().name() == "direction-assumed");
    let listed: Vec<String> = listed.map(english::found).collect();
    assert_eq!(listed.len(), 2, "{listed:?}");
    assert!(listed[0].starts_with("“Tỷ lệ hộ nghèo”") && listed[0].contains("decides"));
}

#[test]
fn inferred_directions_count_once_for_each_name() {
    let names: Vec<String> = (0..130).map(|at| format!("Tỷ lệ hộ nghèo của nhóm {at}")).collect();
    let rows = |place: usize| -> String {
        let row = |name: &String| format!("Xã {place};{name};%;10;9\n");
        names.iter().map(row).collect()
    };
    let text = format!("Xã;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n{}{}{}", rows(1), rows(2), rows(3));
    let opened = open(&text);
    let listed = opened.findings.iter().filter(|one| one.rule().name() == "direction-assumed");
    let listed: Vec<String> = listed.map(english::found).collect();
    assert_eq!(listed.len(), 101, "{listed:?}");
    assert!(listed[100].starts_with("30 more directions"), "{}", listed[100]);
}

#[test]
fn a_plan_in_words_is_a_plan() {
    let all = indicators(
        "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu;tỷ đồng;5;5\nLập quy hoạch vùng;;Trình duyệt trong quý III;Đã trình\n",
    );
    let plan = all[1].plan.as_ref().unwrap();
    assert_eq!((plan.words(), all[1].note.as_deref()), (Some("Trình duyệt trong quý III"), None));
    assert_eq!(all[1].actual, Some(Actual::Words("Đã trình".to_owned())));
}

#[test]
fn values_derived_from_counts_are_whole() {
    let text = r#"{"id":"a","place":"A","period":"năm 2024","sections":[{"name":"B","indicators":[
        {"id":"ocop","name":"Sản phẩm OCOP","unit":"sản phẩm","actual":20,"plan":{"percent":100}},
        {"id":"tn","name":"Số vụ tai nạn","unit":"vụ","actual":11,
         "changes":[{"period":"cùng kỳ","amount":-8.3,"unit":"percent"}]},
        {"id":"t","name":"Thóc","unit":"tấn","actual":20,"plan":{"percent":100}}]}]}"#;
    let datasets = open(text).datasets;
    let all: Vec<Indicator> = datasets.iter().flat_map(|one| one.indicators.iter()).collect();
    assert_eq!(derive::target_of(&all[0]).unwrap().shown().to_string(), "20");
    assert_eq!(derive::previous_of(&all[1]).unwrap().0.shown().to_string(), "12");
    assert_eq!(derive::target_of(&all[2]).unwrap().shown().to_string(), "19.4 … 20.7");
}

#[test]
fn json_has_periods_of_the_actual_and_of_the_plan() {
    let text = |fields: &str| {
        format!(
            r#"{{"id":"a","place":"A","period":"9 tháng năm 2024","sections":[{{"name":"B","indicators":[
            {{"id":"x","name":"X","actual":9,"better":"higher",{fields}}}]}}]}}"#
        )
    };
    let of = |fields: &str| status(&indicators(&text(fields))[0]);
    assert_eq!(of(r#""plan":{"value":10,"period":"năm 2024"}"#), InProgress);
    assert_eq!(of(r#""plan":{"value":10,"period":"9 tháng năm 2024"}"#), Missed);
    assert_eq!(of(r#""period":"năm 2024","plan":{"value":10,"period":"năm 2024"}"#), Missed);
    assert_eq!(of(r#""plan":{"value":9,"period":"năm 2024"}"#), Met);
    let verdict = r#""plan":{"verdict":"đang triển khai","status":"in_progress"}"#;
    assert_eq!(of(verdict), InProgress);
    let error = dataset::read("a.json", text(r#""period":"hôm nào""#).as_bytes(), None);
    assert!(english::error(error.unwrap_err()).contains("expected a period"));
}

#[test]
fn the_embedded_indices_have_the_previous_year() {
    let embedded = dataset::embedded().unwrap();
    for id in ["papi", "parindex"] {
        let one = embedded.indicators.iter().find(|one| one.id == id).unwrap();
        assert_eq!(one.period.unwrap().to_string(), "năm 2023", "{id}");
    }
}

#[test]
fn a_yearly_estimate_does_not_replace_the_result_so_far() {
    let text = "Chỉ tiêu;ĐVT;KH năm 2025;Thực hiện 9 tháng;Ước TH 2025;9 tháng/KH năm (%);Ước TH/KH (%)\n\
        Thu ngân sách;tỷ đồng;1.500;1.110;1.560;74,0;104,0\nTỷ lệ hộ nghèo;%;7,2;7,9;7,1;;\n";
    check(text, &[("Thu ngân sách", InProgress), ("Tỷ lệ hộ nghèo", InProgress)]);
    let thu = &indicators(text)[0];
    assert_eq!(thu.figure().map(|figure| figure.to_string()).as_deref(), Some("1110"));
    assert!(!thu.estimate);
    assert_eq!(thu.plan.as_ref().unwrap().percent().unwrap().to_string(), "74.0");
    assert!(thu.earlier.is_empty() && thu.note.is_none(), "{thu:?}");
    // The estimate is of the year, with its own percent of the plan.
    let year = &open(text).datasets[1];
    assert_eq!(year.period, "năm 2025");
    let thu = year.indicators.get(0).unwrap();
    assert_eq!((thu.figure(), thu.estimate), (Some(1560.into()), true));
    assert_eq!(thu.plan.as_ref().unwrap().percent().unwrap().to_string(), "104.0");
    let dated = "Chỉ tiêu;ĐVT;KH năm 2025;Kết quả đến 30/9/2025;Ước TH 2025\nThu ngân sách;tỷ đồng;1.500;700;1.560\n";
    check(dated, &[("Thu ngân sách", InProgress)]);
    // Of the second quarter alone there is no plan; the result of the whole year is no estimate.
    let of_year = |text: &str| {
        let datasets = open(text).datasets;
        let year = datasets.iter().find(|one| one.period == "năm 2025").unwrap();
        status(&year.indicators.get(0).unwrap())
    };
    let quarter =
        "Chỉ tiêu;ĐVT;KH năm 2025;TH quý II;Ước TH 2025\nThu ngân sách;tỷ đồng;1.500;400;1.560\n";
    check(quarter, &[("Thu ngân sách", NotAssessed)]);
    assert_eq!(of_year(quarter), Exceeded);
    let whole =
        "Chỉ tiêu;ĐVT;KH năm 2025;TH 6 tháng;TH năm 2025\nThu ngân sách;tỷ đồng;1.500;700;1.560\n";
    assert_eq!(of_year(whole), Exceeded);
}

#[test]
fn a_ratio_above_100_of_a_problem_is_no_success() {
    check(
        "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Tỷ lệ (%)\nSố vụ bạo lực học đường;vụ;4;6;150\n\
         Số hồ sơ trễ hạn;hồ sơ;20;30;150\nSố lớp tập huấn;lớp;4;6;150\n",
        &[
            ("Số vụ bạo lực học đường", Missed),
            ("Số hồ sơ trễ hạn", Missed),
            ("Số lớp tập huấn", Exceeded),
        ],
    );
}

#[test]
fn a_result_between_two_plans_belongs_to_the_first_year() {
    for (text, status) in [
        ("Chỉ tiêu;KH 2024;Ước TH;KH 2025\nThu ngân sách;120;126;130\n", Exceeded),
        (
            "Chỉ tiêu;KH 2024;TH 9 tháng;Ước cả năm;KH 2025\nThu ngân sách;120;94;126;130\n",
            Exceeded,
        ),
        (
            "BÁO CÁO 9 THÁNG NĂM 2024;;;;\nChỉ tiêu;KH 2024;TH 9 tháng;Ước cả năm 2024;KH 2025\nThu ngân sách;120;94;126;130\n",
            InProgress,
        ),
    ] {
        check(text, &[("Thu ngân sách", status)]);
        let plan = indicators(text)[0].plan.clone().unwrap();
        assert_eq!(plan.target(), Some(Target::Value(120.into())), "{text}");
    }
}

#[test]
fn a_verdict_in_the_notes_is_the_whole_cell() {
    check(
        "TT;Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Thực hiện 9 tháng năm 2024;% KH năm;Ghi chú\n\
         1;Số mẫu nước được kiểm nghiệm;mẫu;1.400;1.130;80,7;Đạt yêu cầu 91,4%\n\
         2;Số cuộc tập huấn;cuộc;60;44;73,3;Đạt khá\n\
         3;Số ca phẫu thuật;ca;3.200;2.390;74,7;Vượt tuyến 8%\n\
         4;Số hồ sơ đất đai;hồ sơ;500;310;62,0;Hoàn thành đo đạc\n\
         5;Số vụ khiếu kiện;vụ;40;12;30,0;Không phát sinh mới\n\
         6;Số xã có trạm y tế;xã;22;22;100;Đạt KH\n",
        &[
            ("Số mẫu nước được kiểm nghiệm", InProgress),
            ("Số cuộc tập huấn", InProgress),
            ("Số ca phẫu thuật", InProgress),
            ("Số hồ sơ đất đai", InProgress),
            ("Số vụ khiếu kiện", InProgress),
            ("Số xã có trạm y tế", Met),
        ],
    );
    check(
        "Measure,Unit,Target 2024,Actual 2024,Comments\n\
         New homes,homes,120,96,Met with developers\nRoad repairs,km,40,31,Achieved savings of 5%\n\
         Trees,trees,90,120,Exceeded\n",
        &[("New homes", NotAssessed), ("Road repairs", NotAssessed), ("Trees", Exceeded)],
    );
}

#[test]
fn words_in_a_column_of_verdicts_that_are_none_are_reported() {
    let text = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Đánh giá\n\
                Thu phí bến bãi;tỷ đồng;12;8;Đạt thấp\nTrồng rừng;ha;90;95;Vượt 5,6% KH\n\
                Số tiêu chí;tiêu chí;19;11;Đạt 57,9%\nSố lớp học;lớp;40;38;Chưa đạt (thiếu 2 lớp)\n\
                Số chợ;chợ;6;6;Đạt chỉ tiêu HĐND huyện giao\n";
    check(
        text,
        &[
            ("Thu phí bến bãi", NotAssessed),
            ("Trồng rừng", Exceeded),
            ("Số tiêu chí", NotAssessed),
            ("Số lớp học", Missed),
            ("Số chợ", Met),
        ],
    );
    let unclear = |line: usize| {
        let mut findings = open(text).findings.into_iter();
        findings
            .any(|found| found.rule().name() == "unclear-verdict" && found.location.line == line)
    };
    assert!(unclear(2) && unclear(4) && !unclear(3) && !unclear(5) && !unclear(6));
    // "Không" may be the plan and the result.
    check(
        "Chỉ tiêu;Kế hoạch;Kết quả;Đánh giá\nĐể xảy ra cháy lớn;Không;Không;Đạt\n",
        &[("Để xảy ra cháy lớn", Met)],
    );
}

#[test]
fn a_result_at_an_unknown_time_has_not_missed_a_target_years_ahead() {
    let rows = "Tỷ lệ hộ nghèo,%,3,4.5\nSố xã NTM,xã,20,12\n";
    let read = |heading: &str| {
        let table = format!("Chỉ tiêu,ĐVT,{heading},Kết quả\n{rows}");
        let opened = chitieu::dataset::read("bieu.csv", table.as_bytes(), None).unwrap();
        opened.datasets[0]
            .indicators
            .iter()
            .map(|one| chitieu::model::status(&one))
            .collect::<Vec<_>>()
    };
    use chitieu::model::Status::{Missed, NotAssessed};
    assert_eq!(read("Mục tiêu đến năm 2025"), [NotAssessed, NotAssessed]);
    assert_eq!(read("Kế hoạch năm 2024")[0], Missed);
}
