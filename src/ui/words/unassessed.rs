//! Why a result with a plan has no status.

use super::Words;
use crate::model::Unassessed;

impl Words {
    /// Label of the target of a longer period.
    #[must_use]
    pub fn long_target(self) -> &'static str {
        self.pick("Mục tiêu", "Target")
    }

    /// Label of why there is no status.
    #[must_use]
    pub fn assessment(self) -> &'static str {
        self.pick("Đánh giá", "Status")
    }

    /// Why there is no status, in few words, after the status.
    #[must_use]
    pub fn why_in_short(self, why: Unassessed) -> &'static str {
        match why {
            Unassessed::NoResult => self.pick("chưa có kết quả", "no result yet"),
            Unassessed::InWords => self.pick("nêu bằng chữ", "in words"),
            Unassessed::NoDirection => {
                self.pick("chưa rõ cao hay thấp là tốt", "direction not known")
            }
            Unassessed::OtherPeriod => self.pick("kế hoạch của kỳ khác", "plan of another period"),
        }
    }

    /// Why there is no status, and what to do about it.
    #[must_use]
    pub fn why_not_assessed(self, why: Unassessed) -> &'static str {
        match why {
            Unassessed::NoResult => self.pick(
                "chưa đánh giá: chưa có kết quả",
                "not assessed: there is no result yet",
            ),
            Unassessed::InWords => self.pick(
                "không đánh giá: kết quả hoặc kế hoạch bằng chữ, không so được bằng số",
                "not assessed: result or plan is in words, which cannot be compared as figures",
            ),
            Unassessed::NoDirection => self.pick(
                "không đánh giá: chưa biết cao hay thấp là tốt, vì nguồn không nêu và tên không cho biết chắc. \
                 Thêm cột “better” (higher: càng cao càng tốt, lower: càng thấp càng tốt) để nêu rõ.",
                "not assessed: neither the source nor the name says whether higher or lower is better. \
                 A column “better” with higher or lower states it.",
            ),
            Unassessed::OtherPeriod => self.pick(
                "không đánh giá: kỳ của kết quả và kỳ của kế hoạch không so được với nhau",
                "not assessed: the periods of result and plan cannot be compared",
            ),
        }
    }
}
