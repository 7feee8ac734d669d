//! Sheets that begin with columns that nothing is in: they change nothing.

use chitieu::dataset;

/// Place, period, parents, name, unit and figure of each indicator.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let mut all = Vec::new();
    for dataset in &opened.datasets {
        for one in dataset.indicators.iter() {
            let figure = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
            all.push(format!(
                "{:?}|{}|{}|{}|{:?}|{figure}",
                dataset.place,
                dataset.period,
                one.parents.join(" › "),
                one.name,
                one.unit
            ));
        }
    }
    all
}

/// The same table, one or two columns further right.
fn shifted(text: &str, by: usize) -> String {
    text.lines().map(|line| format!("{}{line}\n", ";".repeat(by))).collect()
}

#[test]
fn an_unused_column_left_of_the_names_changes_nothing() {
    for (text, count) in [
        (
            "Số lao động bình quân phân theo huyện/thị xã;;\nAverage employment by district;;\n;;Người - Persons\n\
             ;2022;2023\nTỔNG SỐ - TOTAL;300;310\nThị xã An Phú;90;95\nHuyện Mai Sơn;100;105\nHuyện Sông Lam;110;110\n",
            8,
        ),
        (
            "Sản lượng lúa;;\n;Diện tích (ha);Sản lượng (tấn)\n2021;300;1500\n2022;310;1612\n2023;305;1700\n",
            6,
        ),
        (
            "STT;Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Thực hiện năm 2024\n1;Thu phí;tỷ đồng;60;63\n2;Trồng chè;ha;45;41\n",
            2,
        ),
    ] {
        let plain = lines(text);
        assert_eq!(plain.len(), count, "{plain:#?}");
        for by in [1, 2] {
            assert_eq!(lines(&shifted(text, by)), plain, "{by}: {text}");
        }
    }
}
