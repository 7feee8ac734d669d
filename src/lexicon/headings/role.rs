//! The roles that a column can have.

use super::comparison::Comparison;
use crate::lexicon::periods::period_words::HeadingPeriod;

/// The role of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// TT: the numbering.
    Marker,
    /// Chỉ tiêu.
    Name,
    /// ĐVT.
    Unit,
    /// Kế hoạch.
    Plan(HeadingPeriod),
    /// Thực hiện, or a year.
    Actual(HeadingPeriod),
    /// A comparison of two values.
    Comparison(Comparison),
    /// A position in a ranking: "Xếp hạng 2023".
    Rank(HeadingPeriod),
    /// Places gained since an earlier ranking: "Tăng/giảm bậc".
    RankChange,
    /// The maximum of a score: "Điểm tối đa".
    Scale,
    /// The heading itself is a verdict, and a cross marks its rows: "Đạt | Không đạt".
    Cross,
    /// Known, but neither value nor verdict: "Direction of Travel". It is kept in the notes.
    Aside,
    /// Đánh giá: Vượt, Đạt, Không đạt.
    Verdict,
    /// The verdict of an authority below that of [`Role::Verdict`]: "Xã tự đánh giá" next to "Tỉnh
    /// thẩm định". It is kept in the notes.
    LowerVerdict,
    /// Ghi chú.
    Note,
    /// A direction given by the file.
    Better,
    /// The id used by scripts.
    Id,
    /// The section of each row.
    Section,
    /// Not understood.
    Unknown,
}
