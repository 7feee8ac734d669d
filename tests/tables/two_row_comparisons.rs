//! Comparisons in two rows of headings, in English as well: one period over the periods that it is
//! compared with, all of which are ratios or all changes; and estimates by their English words.

use chitieu::dataset::{self, Opened};
use chitieu::model::{Dataset, Indicator};

fn open(text: &str) -> Opened {
    dataset::read("exports.csv", text.as_bytes(), None).unwrap()
}

/// What an indicator says: its figure, whether it is an estimate, and each change with its base.
fn line(dataset: &Dataset, one: &Indicator) -> String {
    let figure = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
    let estimate = if one.estimate { " estimated" } else { "" };
    let changes: Vec<String> =
        one.changes.iter().map(|change| format!("{} {}", change.amount, change.period)).collect();
    format!("{}|{}|{figure}{estimate}|{}", dataset.period, one.name, changes.join("; "))
}

fn lines(opened: &Opened) -> Vec<String> {
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, &one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[test]
fn a_month_over_its_bases_compares_with_each() {
    for between in [
        "compared with (%)",
        "as compared to (%)",
        "in comparison with (%)",
        "over (%)",
        "versus (%)",
    ] {
        let text = format!(
            "Table 4. Imports,,,,\n,,,,Mill. USD\n\
             ,Implementation in May 2024,Estimation in June 2024,June 2024 {between},\n\
             ,,,May 2024,June 2023\nMaize,250,200,80.0,46.5\nCotton,300,360,120.0,171.2\nFuels,400,380,95.0,104.1\n"
        );
        let found = lines(&open(&text));
        for expected in [
            "tháng 6 năm 2024|Maize|200 estimated|-20.0 tháng 5 năm 2024; -53.5 tháng 6 năm 2023",
            "tháng 6 năm 2024|Cotton|360 estimated|20.0 tháng 5 năm 2024; 71.2 tháng 6 năm 2023",
            "tháng 6 năm 2024|Fuels|380 estimated|-5.0 tháng 5 năm 2024; 4.1 tháng 6 năm 2023",
        ] {
            assert!(found.iter().any(|line| line == expected), "{between}: {found:#?}");
        }
    }
}

#[test]
fn columns_of_one_comparison_are_all_ratios_or_all_changes() {
    // The second column alone looks like changes: most of its numbers are below 50.
    let found = lines(&open(
        "Nhập khẩu;;;\n;Tháng 5 năm 2024;Tháng 6 năm 2024;Tháng 6 năm 2024 so với (%);\n\
         ;;;Tháng 5 năm 2024;Tháng 6 năm 2023\nNgô;250;200;80,0;46,5\nBông;300;360;120,0;171,2\nThan;400;380;95,0;38,1\n",
    ));
    for expected in ["-20.0 tháng 5 năm 2024; -53.5 ", "-5.0 tháng 5 năm 2024; -61.9 "] {
        assert!(found.iter().any(|line| line.contains(expected)), "{found:#?}");
    }
    // Changes stay changes, though some of them are above 50.
    let found = lines(&open(
        "Nhập khẩu;;;\n;Tháng 5 năm 2024;Tháng 6 năm 2024;Tháng 6 năm 2024 so với (%);\n\
         ;;;Tháng 5 năm 2024;Tháng 6 năm 2023\nNgô;250;200;-20,0;61,5\nBông;300;360;20,0;12,4\nThan;400;380;-5,0;58,1\n",
    ));
    for expected in ["-20.0 tháng 5 năm 2024; 61.5 ", "20.0 tháng 5 năm 2024; 12.4 "] {
        assert!(found.iter().any(|line| line.contains(expected)), "{found:#?}");
    }
}

#[test]
fn an_age_over_years_is_no_comparison() {
    let found = lines(&open(
        "Population,,\n,Persons aged 65 and over,\n,2022,2023\nNorth,120,125\nSouth,90,88\n",
    ));
    assert!(
        found.iter().any(|line| line.starts_with("năm 2023|") && line.contains("|125|")),
        "{found:#?}"
    );
    assert!(found.iter().all(|line| line.ends_with('|')), "{found:#?}");
}

#[test]
fn english_words_for_an_estimate_are_known() {
    for (month, months) in [
        ("Estimation in June 2024", "Estimation for 6 months of 2024"),
        ("Estimation for June 2024", "Estimation of 6 months of 2024"),
        ("Estimated June 2024", "Estimated 6 months of 2024"),
        ("Est. June 2024", "Est. 6 months of 2024"),
    ] {
        let found = lines(&open(&format!(
            "Table 4. Imports (Mill. USD)\n,{month},{months}\nMaize,200,1410\nCotton,360,2030\n"
        )));
        for expected in
            ["tháng 6 năm 2024|Maize|200 estimated|", "6 tháng đầu năm 2024|Maize|1410 estimated|"]
        {
            assert!(found.iter().any(|line| line == expected), "{month}, {months}: {found:#?}");
        }
    }
}

#[test]
fn a_change_next_to_its_percentage_is_an_amount() {
    for (upper, amount, percent) in [
        ("So với cùng kỳ năm 2023", "Tăng (+), giảm (-)", "Tỷ lệ (%)"),
        ("So với cùng kỳ năm 2023", "Tăng giảm", "%"),
        ("So cùng kỳ năm 2023", "Chênh lệch", "Tốc độ tăng"),
        ("So với cùng kỳ năm 2023", "Số tiền tăng, giảm", "Tỷ lệ tăng, giảm (%)"),
        ("Compared with the same period of 2023", "Change", "Change (%)"),
    ] {
        let text = format!(
            "THU PHÍ 9 THÁNG NĂM 2024;;;;;\n;;;;;Đơn vị: tỷ đồng\n\
             TT;Chỉ tiêu;Dự toán năm 2024;Thực hiện 9 tháng năm 2024;{upper};\n;;;;{amount};{percent}\n\
             1;Phí cảng;520,0;410,5;31,5;8,31\n2;Phí cầu đường;90,0;61,2;-4,3;-6,56\n"
        );
        let opened = open(&text);
        let found = lines(&opened);
        let changes = |line: &String| line.rsplit('|').next().unwrap_or_default().to_owned();
        let changes: Vec<String> = found.iter().map(changes).collect();
        assert!(changes[0].starts_with("8.31 ") && !changes[0].contains("; "), "{found:?}");
        assert!(changes[1].starts_with("-6.56 ") && !changes[1].contains("; "), "{found:?}");
        let one = opened.datasets[0].indicators.iter().next().unwrap();
        assert!(one.note.as_ref().is_some_and(|note| note.contains("31,5")), "{one:?}");
    }
    // On one row of headings.
    let found = lines(&open(
        "TT;Chỉ tiêu;Thực hiện 9 tháng năm 2024;Tăng, giảm so với cùng kỳ;Tỷ lệ tăng, giảm so với cùng kỳ (%)\n\
         1;Phí cảng (tỷ đồng);410,5;31,5;8,31\n2;Phí cầu đường (tỷ đồng);61,2;-4,3;-6,56\n",
    ));
    assert!(found[0].ends_with("|8.31 cùng kỳ năm trước"), "{found:?}");
    // Without the other column a change is in percent.
    let found = lines(&open(
        "TT;Chỉ tiêu;Thực hiện 9 tháng năm 2024;Tăng, giảm so với cùng kỳ năm 2023\n\
         1;Phí cảng (tỷ đồng);410,5;8,31\n2;Phí cầu đường (tỷ đồng);61,2;-6,56\n",
    ));
    assert!(found[0].ends_with("|8.31 cùng kỳ năm 2023"), "{found:?}");
}
