//! Plans next to a change, a verdict, a percent or the capital that was given: what is planned is
//! no result, and the words that say so are no part of a name.

use crate::reports::{doubted, line, lines, read, rows, rows_of, sure};
use chitieu::dataset::audit;
use chitieu::model::{Status, status};

#[test]
fn a_plan_behind_a_change_is_no_result() {
    for (text, wanted) in [
        (
            "Sản lượng thủy sản tăng 2,6%, kế hoạch là 87.000 tấn.",
            "Sản lượng thủy sản tấn target Value(87000) +2.6%",
        ),
        (
            "Thu ngân sách nhà nước giảm 1,5%, dự toán là 6.300 tỷ đồng.",
            "Thu ngân sách nhà nước tỷ đồng target Value(6300) -1.5%",
        ),
        (
            "Kim ngạch xuất khẩu tăng 7,1%, mục tiêu 2,3 tỷ USD.",
            "Kim ngạch xuất khẩu tỷ USD target Value(2.3) +7.1%",
        ),
        (
            "Sản lượng điện tăng 5%; kế hoạch năm là 940 triệu kWh.",
            "Sản lượng điện triệu kWh target Value(940) +5%",
        ),
        (
            "Diện tích rừng trồng mới tăng 8%, trong khi kế hoạch là 1.700 ha.",
            "Diện tích rừng trồng mới ha target Value(1700) +8%",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
    let text = "Rice output rose 3%, against a target of 210,000 tonnes.";
    let found = rows_of("The economy of Tay Ninh in 2024", text);
    assert_eq!(line(&found[0]), "Rice output tonnes target Value(210000) +3%");
}

#[test]
fn a_verdict_before_its_plan_is_no_part_of_the_name() {
    for (text, wanted, verdict) in [
        (
            "Doanh thu bán lẻ đạt kế hoạch 5.100 tỷ đồng.",
            "? Doanh thu bán lẻ tỷ đồng target Value(5100)",
            Status::Met,
        ),
        (
            "Sản lượng lúa đạt chỉ tiêu 240.000 tấn.",
            "? Sản lượng lúa tấn target Value(240000)",
            Status::Met,
        ),
        (
            "Diện tích trồng rừng hoàn thành kế hoạch 1.900 ha.",
            "? Diện tích trồng rừng ha target Value(1900)",
            Status::Met,
        ),
        (
            "Số lượt khách chưa đạt kế hoạch đề ra 310.000 lượt.",
            "? Số lượt khách lượt target Value(310000)",
            Status::Missed,
        ),
        ("Tỷ lệ hộ nghèo đạt mục tiêu 1,9%.", "? Tỷ lệ hộ nghèo % target Value(1.9)", Status::Met),
    ] {
        let found = rows(text);
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), [wanted], "{text}");
        assert_eq!(status(&found[0]), verdict, "{text}");
        assert!(doubted(&found[0], "target-or-actual"), "{text}");
    }
    let found = lines("Doanh thu bán lẻ đạt kế hoạch 97%.");
    assert_eq!(found, ["? Doanh thu bán lẻ 97% of plan"]);
}

#[test]
fn capital_that_was_given_is_the_plan_of_what_was_paid_of_it() {
    for (text, wanted) in [
        (
            "Vốn đầu tư công được giao 430 tỷ đồng, đã giải ngân 395 tỷ đồng.",
            "Giải ngân vốn đầu tư công 395 tỷ đồng target Value(430)",
        ),
        (
            "Vốn đầu tư công được giao 430, đã giải ngân 395 tỷ đồng.",
            "Giải ngân vốn đầu tư công 395 tỷ đồng target Value(430)",
        ),
        (
            "Vốn đầu tư công được giao 430, đã giải ngân 395.",
            "? Giải ngân vốn đầu tư công 395 target Value(430)",
        ),
        (
            "Vốn chương trình mục tiêu được phân bổ 140 tỷ đồng, đến nay đã giải ngân 92 tỷ đồng.",
            "Giải ngân vốn chương trình mục tiêu 92 tỷ đồng target Value(140)",
        ),
        (
            "Vốn sự nghiệp được bố trí 61 tỷ đồng, giải ngân 44 tỷ đồng.",
            "Giải ngân vốn sự nghiệp 44 tỷ đồng target Value(61)",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn an_english_target_belongs_to_its_result_no_matter_who_has_set_it() {
    for (text, wanted) in [
        (
            "GDP growth reached 6.8%, exceeding the National Assembly's target of 6.2%.",
            "GDP growth 6.8 % target Value(6.2)",
        ),
        (
            "Exports rose 9%, beating the ministry's goal of 8%.",
            "Exports growth 9 % target Value(8)",
        ),
        (
            "The poverty rate fell to 3.1%, below the province's target of 3.6%.",
            "Poverty rate 3.1 % target Value(3.6)",
        ),
        (
            "Inflation was 3.7%, missing the central bank's target of 2.5%.",
            "Inflation 3.7 % target Value(2.5)",
        ),
        (
            "Sales rose 4.4%, above the government's 3.2% target.",
            "Sales growth 4.4 % target Value(3.2)",
        ),
        (
            "Capital spending was £7.2 million, 90% of the £8.0 million planned.",
            "Capital spending 7.2 £ million target Value(8) 90% of plan",
        ),
        (
            "In 2024, 369 homes were completed, 82% of the 450 planned.",
            "Homes completed 369 homes target Value(450) 82% of plan",
        ),
    ] {
        let found = rows_of("The economy of Tay Ninh in 2024", text);
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), [wanted], "{text}");
    }
}

#[test]
fn a_target_ahead_of_which_something_rose_is_no_row() {
    let text = "Average wages rose 4.2%, ahead of the 3.5% target.";
    let found = rows_of("The economy of Tay Ninh in 2024", text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].note.as_deref().is_some_and(|note| note.contains("3.5% target")), "{text}");
}

#[test]
fn a_bounded_rate_says_which_ones_are_counted() {
    for (text, wanted) in [
        (
            "Có 6/8 huyện có tỷ lệ giải ngân trên 70%.",
            "Huyện có tỷ lệ giải ngân trên 70% 6 huyện (6/8)",
        ),
        (
            "8/10 huyện, thị xã đạt chỉ số trên 80%.",
            "Huyện, thị xã đạt chỉ số trên 80% 8 huyện, thị xã (8/10)",
        ),
        (
            "14/20 xã, phường đạt tỷ lệ bao phủ bảo hiểm y tế trên 95%.",
            "Xã, phường đạt tỷ lệ bao phủ bảo hiểm y tế trên 95% 14 xã, phường (14/20)",
        ),
        (
            "20/24 trường tiểu học có tỷ lệ chuyên cần dưới 98%.",
            "Trường tiểu học có tỷ lệ chuyên cần dưới 98% 20 trường (20/24)",
        ),
        (
            "Có 11 địa phương có tỷ lệ giải ngân dưới 40%.",
            "Địa phương có tỷ lệ giải ngân dưới 40% 11 địa phương",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_count_that_shares_a_condition_lacks_it_in_its_name() {
    for text in [
        "7/9 trường trung học và 20/24 trường tiểu học có tỷ lệ chuyên cần dưới 98%.",
        "12/15 sở, ban, ngành và 8/10 huyện, thị xã đạt chỉ số trên 80%.",
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 2, "{text}");
        assert!(!sure(&found[0]) && doubted(&found[0], "name-cut"), "{text}: {found:#?}");
        assert!(sure(&found[1]), "{text}: {found:#?}");
    }
}

#[test]
fn no_number_of_a_second_plan_is_unclaimed() {
    let text = "Thu ngân sách đạt 189 tỷ đồng, đạt 87,2% dự toán tỉnh giao và 79,4% nghị quyết HĐND huyện.";
    let report = read("Kinh tế tỉnh Vĩnh Sơn năm 2024", text);
    assert_eq!(audit(&report.dataset), []);
}
