//! Units of money and their abbreviations: "triệu đồng", "tr.đ", "1000đ".

use crate::text::fold::fold;

/// Whether a unit is one of money: "triệu đồng", "USD".
pub(crate) fn is_money(unit: &str) -> bool {
    const CURRENCIES: [&str; 9] = ["dong", "dongs", "d", "vnd", "usd", "us$", "$", "eur", "euro"];
    // Asked for each row: of those in ASCII each has one of these.
    if unit.is_ascii() && !unit.contains(['d', 'D', '$', 'e', 'E']) {
        return false;
    }
    let unit = spelled_out(unit);
    unit.split([' ', '/']).next_back() != Some("nguoi")
        && unit.split([' ', '/']).any(|word| CURRENCIES.contains(&word))
}

/// Whether words are a currency by purchasing power, maybe in prices of a year: "2017 PPP $", "PPP US$".
pub(crate) fn is_purchasing_power(unit: &str) -> bool {
    if !unit.contains("PPP") {
        return false;
    }
    let words: Vec<&str> = unit.split_whitespace().collect();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_other = |word: &&str| {
        let word = word.to_lowercase();
        is_year(&word)
            || matches!(
                word.as_str(),
                "ppp"
                    | "constant"
                    | "current"
                    | "int."
                    | "international"
                    | "$"
                    | "us$"
                    | "int$"
                    | "usd"
            )
    };
    words.contains(&"PPP") && words.len() > 1 && words.iter().all(is_other)
}

/// The amount of money that a heading is over, whatever its rows are named after: "Dư nợ 30/6/2024" over "Hộ nghèo".
pub(crate) fn amount_in(heading: &str) -> Option<&'static str> {
    const AMOUNTS: [&str; 6] =
        ["Doanh số cho vay", "Doanh số thu nợ", "Dư nợ quá hạn", "Dư nợ", "Nợ quá hạn", "Nợ xấu"];
    let begins = |amount: &&str| {
        let amount = fold(amount);
        heading.split(" · ").any(|level| {
            let rest = fold(level.trim()).strip_prefix(&amount).map(str::to_owned);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    AMOUNTS.into_iter().find(|amount| begins(amount))
}

/// Whether two units are one, however they are abbreviated: "tr.đ" and "triệu đồng".
pub(crate) fn are_same(one: &str, other: &str) -> bool {
    one == other || spelled_out(one) == spelled_out(other)
}

/// A folded unit with the abbreviations of money in full: "trieu dong" for "tr.đ", "1000đ" and "ng.đ" for "nghin
/// dong".
fn spelled_out(unit: &str) -> String {
    const SCALES: [(&str, &str); 9] = [
        ("1000", "nghin"),
        ("1.000", "nghin"),
        ("nghin", "nghin"),
        ("ngan", "nghin"),
        ("ng", "nghin"),
        ("trieu", "trieu"),
        ("tr", "trieu"),
        ("ty", "ty"),
        ("ti", "ty"),
    ];
    let folded = fold(unit.trim());
    let (money, per) = match folded.split_once('/') {
        Some((money, per)) => (money.trim(), Some(per.trim())),
        None => (folded.as_str(), None),
    };
    let scaled = SCALES.iter().find_map(|(short, long)| {
        let rest = money.strip_prefix(short)?.trim_start_matches(['.', ' ']);
        matches!(rest, "d" | "dong" | "vnd").then(|| format!("{long} dong"))
    });
    let money = scaled.unwrap_or_else(|| match money {
        "d" => "dong".to_owned(),
        money => money.to_owned(),
    });
    per.map_or(money.clone(), |per| format!("{money}/{per}"))
}

/// Whether a text is money whose words are abbreviated: "tr.đ", "1000đ/người". Without its accent "d" may be anything.
pub(crate) fn is_abbreviated(text: &str) -> bool {
    const LONGEST: usize = 24;
    let short = text.len() <= LONGEST && !text.is_ascii();
    short
        && spelled_out(text).contains("dong")
        && !fold(text).contains("dong/")
        && spelled_out(text) != fold(text.trim())
}

/// The signs before amounts of money.
pub(crate) const CURRENCY_SIGNS: [&str; 4] = ["US$", "$", "£", "€"];

/// Whether a unit is one of the currency that a sign is of, by the sign, the code or the name.
pub(super) fn is_in_currency(unit: &str, sign: &str) -> bool {
    let names: &[&str] = match sign {
        "£" => &["gbp", "pound"],
        "€" => &["eur"],
        _ => &["usd", "dollar", "do la"],
    };
    let folded = fold(unit);
    let sign = sign.trim_start_matches("US");
    unit.contains(sign) || names.iter().any(|name| folded.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_one_unit_however_it_is_abbreviated() {
        for (unit, full) in [
            ("tr.đ", "triệu đồng"),
            ("trđ", "triệu đồng"),
            ("triệu đ", "triệu đồng"),
            ("tr đồng", "triệu đồng"),
            ("Tr.đồng", "triệu đồng"),
            ("tỷ đ", "tỷ đồng"),
            ("tỷ.đ", "tỷ đồng"),
            ("tỉ đồng", "tỷ đồng"),
            ("ng.đ", "nghìn đồng"),
            ("1000đ", "nghìn đồng"),
            ("1.000 đ", "ngàn đồng"),
            ("trđ/người", "triệu đồng/người"),
        ] {
            assert!(are_same(unit, full), "{unit}");
            assert!(is_money(unit.split('/').next().unwrap()), "{unit}");
            assert!(is_abbreviated(unit) || unit == "tỉ đồng", "{unit}");
        }
        for other in ["đất", "độ", "ngày", "trẻ", "đàn", "tạ", "đô thị", "1.000 tấn", "ha"]
        {
            assert!(!is_abbreviated(other) && !is_money(other), "{other}");
        }
        assert!(!are_same("tỷ đồng", "triệu đồng") && !is_money("nghìn người"));
    }
}
