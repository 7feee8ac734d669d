//! Which period of an indicator a list shows that has each of them once: the latest of which the source says anything.

use chitieu::app::Catalog;
use chitieu::dataset;
use chitieu::model::Collection;

/// "Period: name = value" of each indicator that the list shows.
fn shown(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let collection = Collection::new(opened.datasets);
    let catalog = Catalog::new(collection.clone());
    let latest = collection.iter().filter(|entry| catalog.is_latest(entry.index));
    let line = |entry: chitieu::model::Entry<'_>| {
        let one = entry.indicator();
        let value = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let changes = one.changes.iter().map(|change| format!(" {:+}", change.amount));
        let period = &entry.dataset.period;
        format!("{period}: {} = {value}{}", one.name, changes.collect::<String>())
    };
    latest.map(line).collect()
}

#[test]
fn an_empty_cell_is_not_the_latest() {
    let table = "Chỉ tiêu;ĐVT;Năm 2022;Năm 2023;Năm 2024\n\
                 Diện tích rừng;ha;46;47;\nDân số;người;5;6;7\nSố trường;trường;;;\nSố chợ;chợ;3;…;-\n";
    let mut found = shown(table);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "năm 2022: Số chợ = 3",
            "năm 2023: Diện tích rừng = 47",
            "năm 2024: Dân số = 7",
            "năm 2024: Số trường = -",
        ]
    );
    let rows = "Country Name,Series Name,Year,Value\n\
                Viet Nam,Forest area,2021,46.98\nViet Nam,Forest area,2022,\n\
                Viet Nam,Population,2021,98\nViet Nam,Population,2022,99\n";
    let found = shown(rows);
    assert!(found.iter().any(|line| line.ends_with("Forest area = 46.98")), "{found:?}");
}

#[test]
fn a_plan_is_said_of_its_period() {
    let table = "Chỉ tiêu;ĐVT;KH 2023;TH 2023;KH 2024;TH 2024\n\
                 Số lớp;lớp;40;41;42;\nSố phòng;phòng;50;51;52;53\n";
    let found = shown(table);
    assert_eq!(found, ["năm 2024: Số lớp = -", "năm 2024: Số phòng = 53"]);
}

#[test]
fn an_average_is_not_later_than_its_last_month() {
    let table = "CHỈ SỐ GIÁ THÁNG 8 NĂM 2025;;;\n\
                 ;Chỉ số giá tháng 8 năm 2025 so với;;Bình quân 8 tháng năm 2025 so với cùng kỳ năm 2024\n\
                 ;Tháng 8 năm 2024;Tháng 7 năm 2025;\n\
                 Lương thực;104,50;100,20;103,10\nGiáo dục;98,10;101,30;105,70\n";
    let found = shown(table);
    assert_eq!(
        found,
        [
            "tháng 8 năm 2025: Lương thực = - +4.50 +0.20",
            "tháng 8 năm 2025: Giáo dục = - -1.90 +1.30",
        ]
    );
}

#[test]
fn an_average_is_said_in_the_language_of_its_heading() {
    let table = "CPI AUGUST 2025;;;\n\
                 ;August 2025 compared with;;Average 8 months of 2025 compared with 8 months of 2024\n\
                 ;August 2024;July 2025;\n\
                 Food;104,50;100,20;103,10\nEducation;98,10;101,30;105,70\n";
    let opened = dataset::read("bieu.csv", table.as_bytes(), None).unwrap();
    let all = opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    let periods: Vec<String> =
        all.flat_map(|one| one.changes).map(|change| change.period).collect();
    assert!(periods.contains(&"8 months of 2024 (average)".to_owned()), "{periods:?}");
}
