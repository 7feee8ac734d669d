//! Planned and reached falls and rises next to what they are of, and to each other.

use chitieu::dataset;
use chitieu::model::{Dataset, Indicator, Target};

/// "Place: parents > name, plan -> actual" of each indicator.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => "-".to_owned(),
        };
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let place = dataset.place.named().unwrap_or("-").to_owned();
        let name = one.parents.iter().cloned().chain([one.name.clone()]).collect::<Vec<_>>();
        format!("{place}: {}, {plan} -> {actual}", name.join(" > "))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[test]
fn a_fall_is_of_the_count_in_its_unit_and_not_of_a_rate() {
    let table = "KẾT QUẢ GIẢM NGHÈO NĂM 2025;;;;;;\n\
                 Xã;Hộ nghèo đầu năm 2025;;Chỉ tiêu giảm năm 2025 (hộ);Kết quả giảm năm 2025 (hộ);So với chỉ tiêu (%)\n\
                 ;Số hộ;Tỷ lệ (%);;;\n\
                 Xã Yên Na;90;9,5;20;25;125\nXã Lượng Minh;80;8,1;10;9;90\nXã Nga My;70;7,7;10;10;100\n";
    let found = lines(table);
    assert!(found.iter().all(|line| !line.contains("Tỷ lệ giảm") && !line.contains("Tỷ lệ Giảm")));
    assert!(found.contains(&"Xã Yên Na: Hộ nghèo giảm, 20 -> 25".to_owned()), "{found:?}");
    let table = "Xã;Số hộ nghèo;Tỷ lệ hộ nghèo (%);Kế hoạch giảm (hộ);Kết quả giảm (hộ);Đạt (%)\n\
                 Xã Yên Na;90;9,5;20;25;125\nXã Nga My;70;7,7;10;10;100\n";
    let found = lines(table);
    assert!(found.contains(&"Xã Yên Na: Số hộ nghèo giảm, 20 -> 25".to_owned()), "{found:?}");
}

#[test]
fn a_result_need_not_say_again_what_falls() {
    for (headings, name) in [
        ("Kế hoạch giảm hộ nghèo (hộ);Kết quả (hộ);Tỷ lệ (%)", "Giảm hộ nghèo"),
        ("Chỉ tiêu tăng hội viên (người);Thực hiện (người);Tỷ lệ (%)", "Tăng hội viên"),
        ("Chỉ tiêu giảm (hộ);Số hộ giảm được;Đạt tỷ lệ (%)", "Số hộ giảm được"),
    ] {
        let table = format!(
            "Xã;Số nhân khẩu;{headings}\n\
             Xã Yên Na;900;20;25;125,0\nXã Lượng Minh;800;10;9;90,0\nXã Nga My;700;10;10;100,0\n"
        );
        let found = lines(&table);
        let expected = format!("Xã Yên Na: {name}, 20 -> 25");
        assert_eq!(found.len(), 6, "{headings}: {found:?}");
        assert!(found.contains(&expected), "{headings}: {found:?}");
    }
    let alone = "Xã;Kế hoạch giảm hộ nghèo (hộ);Kết quả (hộ);Tỷ lệ (%)\n\
                 Xã Yên Na;20;25;125,0\nXã Nga My;10;10;100,0\n";
    assert!(lines(alone).contains(&"Xã Yên Na: Giảm hộ nghèo, 20 -> 25".to_owned()));
}

#[test]
fn the_plan_of_the_next_year_is_apart_from_that_of_the_term() {
    for headings in [
        "Kế hoạch giai đoạn 2021 - 2025;Thực hiện 2021 - 2024;Tỷ lệ (%);Kế hoạch năm 2025",
        "Kế hoạch trung hạn 2021-2025;Lũy kế giải ngân đến 30/11/2024;Tỷ lệ (%);Dự kiến kế hoạch năm 2025",
        "Mục tiêu đến năm 2025;Ước TH 2024;Tỷ lệ (%);KH 2025",
    ] {
        let table = format!(
            "Nội dung;ĐVT;{headings}\nTrồng rừng;ha;900;450;50,0;220\nKè sông;km;40;30;75,0;6\n"
        );
        let found = lines(&table);
        assert!(found.contains(&"-: Trồng rừng, 900 -> 450".to_owned()), "{headings}: {found:?}");
        assert!(found.contains(&"-: Trồng rừng, 220 -> -".to_owned()), "{headings}: {found:?}");
    }
    let table = "Chỉ tiêu;ĐVT;Mục tiêu đến năm 2025;TH 2021;TH 2022;TH 2023;Ước TH 2024;KH 2025\n\
                 Số xã đạt chuẩn;xã;50;40;42;45;47;49\n";
    let found = lines(table);
    assert!(found.contains(&"-: Số xã đạt chuẩn, 50 -> 47".to_owned()), "{found:?}");
    assert!(found.contains(&"-: Số xã đạt chuẩn, 49 -> -".to_owned()), "{found:?}");
}
