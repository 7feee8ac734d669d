//! Texts of failed checks.

use super::Words;
use crate::app::Lang;
use crate::model::{Better, Rank, Warning};

impl Words {
    /// That another dataset has another figure for the same place and period.
    #[must_use]
    pub fn figure_elsewhere(self, figure: &str, dataset: &str) -> String {
        match self.0 {
            Lang::Vietnamese => format!("bộ số liệu {dataset} ghi {figure} cho cùng nơi và kỳ"),
            Lang::English => {
                format!("the dataset {dataset} has {figure} for the same place and period")
            }
        }
    }

    /// The text of a failed check.
    #[must_use]
    pub fn warning_text(self, warning: &Warning) -> String {
        let vietnamese = self.0 == Lang::Vietnamese;
        match warning {
            Warning::CountAgainstActual { from_count, actual } => {
                let (count, actual) = (self.figure(*from_count), self.figure(*actual));
                if vietnamese {
                    format!("số lượng cho {count}, nguồn ghi {actual}")
                } else {
                    format!("the count gives {count}, published is {actual}")
                }
            }
            Warning::PartAboveWhole(count) => {
                let (part, whole) = (self.figure(count.part), self.figure(count.whole));
                if vietnamese {
                    format!("phần {part} lớn hơn tổng {whole}")
                } else {
                    format!("the part {part} is above the whole {whole}")
                }
            }
            Warning::RankOutOfRange(rank) => {
                let (position, places) = (rank.position, places(rank));
                if vietnamese {
                    format!("hạng {position} nằm ngoài {places}")
                } else {
                    format!("rank {position} is outside {places}")
                }
            }
            Warning::PreviousRankOutOfRange(rank) => {
                let change = rank.change.unwrap_or_default();
                let (position, places) = (rank.position, places(rank));
                if vietnamese {
                    format!(
                        "hạng {position} thay đổi {change:+} bậc: thứ hạng kỳ trước nằm ngoài {places}"
                    )
                } else {
                    format!(
                        "rank {position} changed by {change:+}: the previous rank is outside {places}"
                    )
                }
            }
            Warning::ScoreAboveScale { actual, scale } => {
                let (actual, scale) = (self.figure(*actual), self.figure(*scale));
                if vietnamese {
                    format!("điểm {actual} vượt thang {scale}")
                } else {
                    format!("the score {actual} is above its scale {scale}")
                }
            }
            Warning::PercentAgainstPlan { published, possible } => {
                let published = self.percent_sign(*published);
                let (low, high) = (self.figure(possible.low), self.figure(possible.high));
                if vietnamese {
                    format!("nguồn ghi {published}; kế hoạch và thực hiện cho {low} … {high} %")
                } else {
                    format!("published is {published}; plan and actual give {low} … {high} %")
                }
            }
            Warning::VerdictAgainstFigures { verdict, figures } => {
                let (verdict, figures) = (self.status_short(*verdict), self.status_short(*figures));
                if vietnamese {
                    format!("nguồn đánh giá “{verdict}”, theo số liệu là “{figures}”")
                } else {
                    format!("the verdict says “{verdict}”, the figures “{figures}”")
                }
            }
            Warning::VerdictAgainstValues { verdict, is_above } => {
                let verdict = self.status_short(*verdict);
                match (vietnamese, is_above) {
                    (true, true) => {
                        format!("nguồn đánh giá “{verdict}”, nhưng thực hiện cao hơn kế hoạch")
                    }
                    (true, false) => {
                        format!("nguồn đánh giá “{verdict}”, nhưng thực hiện thấp hơn kế hoạch")
                    }
                    (false, true) => {
                        format!("the verdict says “{verdict}”, but the actual is above the plan")
                    }
                    (false, false) => {
                        format!("the verdict says “{verdict}”, but the actual is below the plan")
                    }
                }
            }
            Warning::OtherPlan { name, warning } => {
                let of = self.warning_text(warning);
                match (vietnamese, name) {
                    (true, Some(name)) => format!("“{name}”: {of}"),
                    (true, None) => format!("kế hoạch khác: {of}"),
                    (false, Some(name)) => format!("“{name}”: {of}"),
                    (false, None) => format!("another plan: {of}"),
                }
            }
            Warning::DirectionAgainstPercent { better, percent } => {
                let percent = self.percent_sign(*percent);
                let better = match better {
                    Better::Lower => self.lower_is_better(),
                    Better::Higher => self.higher_is_better(),
                };
                if vietnamese {
                    format!(
                        "chiều hướng đoán theo tên ({better}) không khớp với {percent} KH đã công bố: không kết luận"
                    )
                } else {
                    format!(
                        "the direction inferred from the name ({better}) does not fit the published {percent} of plan: no verdict"
                    )
                }
            }
        }
    }
}

/// The range of places of a ranking: "1–63", or "1–…" if its length is not known.
fn places(rank: &Rank) -> String {
    rank.of.map_or_else(|| "1–…".to_owned(), |of| format!("1–{of}"))
}
