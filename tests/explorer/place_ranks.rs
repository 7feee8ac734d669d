//! Which places are ranked among each other: no total among its parts, no region among provinces,
//! and no province that is its city.

use crate::support::{CHOICES, Explorer};
use chitieu::app::Catalog;
use chitieu::dataset;
use chitieu::model::{Collection, Dataset};

/// A table of districts, of which the city has the name of the province in the title.
const DISTRICTS: &str = "SẢN LƯỢNG NGÔ VÀ SẢN LƯỢNG CHÈ CÁC HUYỆN TỈNH LAI CHÂU NĂM 2023
TT;Huyện, thành phố;Sản lượng ngô (tấn);Sản lượng chè (tấn)
1;TP. Lai Châu;210;12
2;Huyện Sìn Hồ;480;30
3;Huyện Than Uyên;390;25
4;Huyện Mường Tè;300;20
;Tổng cộng;1.380;87
";

/// The country, its regions and their provinces.
const REGIONS: &str = "Tỷ lệ thất nghiệp phân theo địa phương (%)
Địa phương;2022;2023
CẢ NƯỚC;2,3;2,2
Trung du và miền núi phía Bắc;1,0;0,9
Sơn La;0,8;0,7
Lào Cai;1,2;1,1
Vùng Đông Nam Bộ;3,1;3,0
Tây Ninh;2,0;1,9
Bình Dương;3,4;3,3
Đồng Nai;3,0;2,9
";

fn datasets(text: &str) -> Vec<Dataset> {
    dataset::read("bieu.csv", text.as_bytes(), None).unwrap().datasets
}

/// The places of the ranking of the first indicator of a place, the first one first.
fn ranked(datasets: &[Dataset], place: &str, period: &str) -> Vec<String> {
    let catalog = Catalog::new(Collection::new(datasets.to_vec()));
    let is_own = |one: &Dataset| one.place.name() == place && one.period == period;
    let at = datasets.iter().position(is_own).unwrap();
    let ranking = catalog.ranking(catalog.collection.start_of(at));
    let name = |index| catalog.collection.get(index).unwrap().dataset.place.name().to_owned();
    ranking.places().iter().map(|place| name(place.indicator)).collect()
}

#[test]
fn a_total_is_no_place_among_its_parts_nor_its_city() {
    let all = datasets(DISTRICTS);
    let districts = ["Huyện Sìn Hồ", "Huyện Than Uyên", "Huyện Mường Tè", "TP. Lai Châu"];
    assert_eq!(ranked(&all, "TP. Lai Châu", "năm 2023"), districts);
    assert_eq!(ranked(&all, "Huyện Sìn Hồ", "năm 2023"), districts);
    assert!(ranked(&all, "Lai Châu", "năm 2023").is_empty());
    let catalog = Catalog::new(Collection::new(all));
    assert_eq!(catalog.slices.place_count(), 5);
}

#[test]
fn provinces_rank_among_provinces_and_regions_among_regions() {
    let all = datasets(REGIONS);
    let provinces = ["Lào Cai", "Tây Ninh", "Đồng Nai", "Bình Dương", "Sơn La"];
    let mut found = ranked(&all, "Lào Cai", "năm 2023");
    found.sort_by_key(|own| provinces.iter().position(|name| name == own));
    assert_eq!(found, provinces);
    let regions = ranked(&all, "Vùng Đông Nam Bộ", "năm 2023");
    assert_eq!(regions.len(), 2, "{regions:?}");
    assert!(ranked(&all, "CẢ NƯỚC", "năm 2023").is_empty());
}

#[test]
fn communes_rank_apart_from_their_districts() {
    let all = datasets(
        "DANH SÁCH XÃ NĂM 2023;;;\nTT;Huyện/xã;Số hộ (hộ);Số hộ nghèo (hộ)\nI;Huyện Mèo Vạc;3.000;900\n\
         1;Xã Pải Lủng;1.000;300\n2;Xã Giàng Chu Phìn;2.000;600\nII;Huyện Yên Minh;2.500;500\n\
         1;Xã Bạch Đích;1.500;300\n2;Xã Na Khê;1.000;200\n",
    );
    assert_eq!(ranked(&all, "Xã Na Khê", "năm 2023").len(), 4);
    assert_eq!(ranked(&all, "Huyện Yên Minh", "năm 2023").len(), 2);
}

#[test]
fn a_province_named_with_its_level_is_the_total_of_districts_without_one() {
    let all = datasets(
        "Huyện, thành phố;Số trường năm 2023;Số lớp năm 2023\nTỉnh Sơn La;600;6.050\n\
         Thành phố Sơn La;60;610\nMộc Châu;80;820\nSốp Cộp;40;410\n",
    );
    assert_eq!(ranked(&all, "Mộc Châu", "năm 2023").len(), 3);
    assert!(ranked(&all, "Tỉnh Sơn La", "năm 2023").is_empty());
    // A list of provinces has one row of each city of their level.
    let all = datasets(
        "Tỉnh, thành phố;Số trường năm 2023;Số lớp năm 2023\nSơn La;600;6.050\nTP. Huế;60;610\n\
         TP. Đà Nẵng;80;820\nLào Cai;40;410\n",
    );
    assert_eq!(ranked(&all, "TP. Huế", "năm 2023").len(), 4);
}

#[test]
fn a_total_is_below_the_ranked_places_and_has_no_bar() {
    let mut explorer = Explorer::with(datasets(DISTRICTS), CHOICES, 120, 36);
    let screen = explorer.screen();
    for text in ["1. Huyện Sìn Hồ", "4. TP. Lai Châu", "trung vị ≈345"] {
        assert!(explorer.shows(text), "{text}\n{screen}");
    }
    assert!(!explorer.shows("5. "), "{screen}");
    explorer.keys("}");
    let screen = explorer.screen();
    let total = screen.lines().find(|line| line.contains("     Lai Châu "));
    assert!(total.is_some_and(|line| line.contains("1.380") && !line.contains('▇')), "{screen}");
}

#[test]
fn a_total_sets_no_scale_of_the_compared_places() {
    let mut explorer = Explorer::with(datasets(DISTRICTS), CHOICES, 100, 30);
    explorer.app = explorer.app.clone().comparing();
    explorer.resize(100, 30).keys("<Tab>");
    let screen = explorer.screen();
    let bar = |place: &str| {
        let line = screen.lines().find(|line| line.contains(place)).unwrap_or_default();
        line.matches('▇').count()
    };
    assert!(bar("Huyện Sìn Hồ") > 10, "{screen}");
    assert_eq!(bar("  Lai Châu  "), 0, "{screen}");
}

#[test]
fn a_quarter_has_no_difference_from_a_year_and_no_bar_on_its_scale() {
    let all = datasets(
        "THU NGÂN SÁCH NĂM 2024 TỈNH LAI CHÂU;;;;\nChỉ tiêu;ĐVT;Quý I;Quý II;Cả năm\nThu nội địa;tỷ đồng;31;29;136\n\
         Thu khác;tỷ đồng;4;4;17\n",
    );
    let mut explorer = Explorer::with(all, CHOICES, 140, 40);
    for _ in 0..2 {
        let screen = explorer.screen();
        if screen.contains("▸ năm 2024") || screen.contains("▸ 2024") {
            break;
        }
        explorer.keys("]");
    }
    let screen = explorer.screen();
    let quarter = screen.lines().find(|line| line.contains("quý I năm 2024 "));
    assert!(quarter.is_some_and(|line| !line.contains("-105") && !line.contains('▇')), "{screen}");
}

#[test]
fn a_rate_without_a_unit_changes_by_its_difference() {
    let all = datasets(
        "Tỷ lệ hộ nghèo phân theo huyện tỉnh Lai Châu;;\nHuyện;2022;2023\nHuyện Sìn Hồ;11,5;11,2\n\
         Huyện Than Uyên;9,0;8,5\nHuyện Mường Tè;20,0;19,5\n",
    );
    let explorer = Explorer::with(all, CHOICES, 120, 36);
    let screen = explorer.screen();
    let row = screen.lines().find(|line| line.contains("▸· Tỷ lệ hộ nghèo")).unwrap_or_default();
    assert!(row.contains("≈-0,3 ") && !row.contains('%'), "{screen}");
}
