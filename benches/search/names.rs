//! A country of communes with their indicators: as many names as are asked for, the same ones for the
//! same seed.

use std::fmt::Write as _;

use fastrand::Rng;

/// Names of the national, provincial and sector indicator lists.
const INDICATORS: &str = include_str!("../../tests/data/search/names.txt");
/// Syllables that names of communes are made of.
const SYLLABLES: &str = "An Bạch Bản Bằng Bình Bộc Cao Cẩm Châu Chợ Chu Công Cốc Cường Dương Đại Đào \
    Đạo Đắk Điện Định Đoàn Đôn Đồng Đông Đức Giang Giáo Hà Hải Hạnh Hiệp Hoà Hoàng Hồng Hợp Huy Hưng \
    Hương Kha Khang Khê Kiên Kim Kỳ Lạc Lai Lâm Lãng Lập Liên Linh Long Lộc Lục Lương Lưu Mai Mậu Minh \
    Mỹ Nam Ngãi Ngân Nghĩa Ngọc Nguyên Nhã Nhân Nhơn Ninh Nông Phong Phú Phúc Phước Quang Quảng Quân \
    Quế Quý Sơn Tam Tân Tây Thạch Thái Thanh Thành Thắng Thiện Thịnh Thọ Thuận Thượng Thuỷ Tiên Tiến \
    Trà Tràng Tri Trung Trường Tú Tuấn Tường Vân Văn Vĩnh Việt Vinh Vũ Xuân Yên";
const KINDS: [&str; 4] = ["xã", "xã", "xã", "phường"];

/// The first `count` names, commune by commune.
pub(crate) fn names(count: usize, seed: u64) -> Vec<String> {
    let mut rng = Rng::with_seed(seed);
    let indicators: Vec<&str> = INDICATORS.lines().collect();
    let syllables: Vec<&str> = SYLLABLES.split_whitespace().collect();
    let mut names = Vec::with_capacity(count);
    while names.len() < count {
        let kind = rng.choice(KINDS).unwrap_or("xã");
        let mut place = kind.to_owned();
        for _ in 0..2 {
            let syllable = rng.choice(&syllables).copied().unwrap_or_default();
            let _ = write!(place, " {syllable}");
        }
        let left = count - names.len();
        names.extend(indicators.iter().take(left).map(|name| format!("{name} {place}")));
    }
    names
}

/// The names as a file that chitieu opens: headings, then a name a line.
pub(crate) fn table(names: &[String]) -> String {
    let mut table = String::from("name\n");
    for name in names {
        table.push_str(name);
        table.push('\n');
    }
    table
}
