//! What people say around the name of an indicator: "chỉ tiêu … năm 2024", "… của tỉnh là bao nhiêu".

/// Phrases that are no part of what is looked for unless the name has them too; folded, the longer ones
/// that hold shorter ones first.
const PHRASES: &[&str] = &[
    "dat bao nhieu phan tram",
    "la bao nhieu phan tram",
    "chiem bao nhieu phan tram",
    "bao nhieu phan tram",
    "dat may phan tram",
    "la may phan tram",
    "may phan tram",
    "tren dia ban toan tinh",
    "tren dia ban tinh",
    "o tinh ta",
    "cua tinh ta",
    "cua toan tinh",
    "trong toan tinh",
    "toan tinh",
    "ca tinh",
    "ca nuoc",
    "so voi cung ky nam truoc",
    "so voi cung ky",
    "so voi nam truoc",
    "so voi nam ngoai",
    "so voi ke hoach",
    "hien nay the nao",
    "hien nay ra sao",
    "nhu the nao",
    "the nao",
    "ra sao",
    "dat bao nhieu",
    "duoc bao nhieu",
    "het bao nhieu",
    "co bao nhieu",
    "con bao nhieu",
    "tang bao nhieu",
    "giam bao nhieu",
    "la bao nhieu",
    "bao nhieu",
    "la gi",
    "la may",
    "la",
    "cua tinh",
    "cua huyen",
    "cua xa",
    "cua phuong",
    "cua thanh pho",
    "cua dia phuong",
    "cua viet nam",
    "o viet nam",
    "o tinh",
    "o huyen",
    "o xa",
    "tai tinh",
    "tai huyen",
    "tai xa",
    "tai dia phuong",
    "cua",
    "trong nam nay",
    "trong nam",
    "dau nam",
    "cuoi nam",
    "ca nam",
    "den nam",
    "giai doan",
    "nam nay",
    "nam ngoai",
    "nam truoc",
    "thang nay",
    "thang truoc",
    "quy nay",
    "quy truoc",
    "hien nay",
    "hien tai",
    "gan day",
    "moi nhat",
    "gan nhat",
    "hang nam",
    "nam",
    "cho toi biet ve",
    "cho toi biet",
    "cho toi hoi",
    "cho toi xem",
    "cho minh hoi",
    "cho em hoi",
    "cho biet",
    "cho hoi",
    "cho xem",
    "xin cho biet",
    "xin hoi",
    "xin",
    "toi muon biet",
    "toi muon xem",
    "toi can",
    "muon biet",
    "muon xem",
    "can biet",
    "can tim",
    "can xem",
    "tim kiem",
    "tim hieu",
    "tim giup",
    "tim",
    "tra cuu",
    "xem",
    "liet ke",
    "bao cao ve",
    "bao cao",
    "so lieu ve",
    "so lieu thong ke",
    "so lieu",
    "thong ke ve",
    "thong ke",
    "du lieu",
    "thong tin ve",
    "thong tin",
    "ket qua thuc hien",
    "ket qua",
    "tinh hinh thuc hien",
    "tinh hinh",
    "muc do",
    "con so",
    "chi tieu ve",
    "chi tieu ke hoach",
    "chi tieu",
    "chi so ve",
    "ke hoach",
    "thuc hien",
    "ve",
    "o",
    "va",
    "cac",
    "nao",
    "gi",
    "nhe",
    "voi",
    "duoc khong",
];

/// Which of the words, folded, are said in passing.
pub(super) fn said_in_passing(words: &[&str]) -> Vec<bool> {
    let mut passing: Vec<bool> = words.iter().map(|word| is_year(word)).collect();
    for phrase in PHRASES {
        let length = phrase.split(' ').count();
        for at in 0..(words.len() + 1).saturating_sub(length) {
            if words[at..at + length].iter().copied().eq(phrase.split(' ')) {
                passing[at..at + length].fill(true);
            }
        }
    }
    passing
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_years_are_said_in_passing() {
        let passing = |query: &str| {
            let words: Vec<_> = query.split(' ').collect();
            let passing = said_in_passing(&words);
            let kept = words.iter().zip(&passing).filter(|(_, passing)| !**passing);
            kept.map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(passing("chi tieu ho ngheo nam 2024"), "ho ngheo");
        assert_eq!(passing("ho ngheo cua tinh la bao nhieu"), "ho ngheo");
        assert_eq!(passing("gioi tinh khi sinh"), "gioi tinh khi sinh");
    }
}
