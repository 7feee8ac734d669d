//! Words for what is doubtful between several files.

use super::message::{Message, message};
use crate::dataset::CollectionProblem;

pub(super) fn vietnamese(problem: &CollectionProblem) -> Message {
    match problem {
        CollectionProblem::OtherFigure { name, figure, shown, file } => message(
            format!("“{name}” là {figure}, tệp {file} ghi {shown} cho cùng nơi và kỳ"),
            format!("số của {file} được dùng trong so sánh và chuỗi kỳ; hãy đối chiếu hai nguồn"),
        ),
        CollectionProblem::NearIndicator { own, other, file } => message(
            format!(
                "“{own}” gần giống “{other}” của tệp {file}, không được ghép thành một chỉ tiêu"
            ),
            "nếu là một chỉ tiêu, hãy ghi cùng tên, đơn vị và mục ở cả hai tệp",
        ),
    }
}

pub(super) fn english(problem: &CollectionProblem) -> Message {
    match problem {
        CollectionProblem::OtherFigure { name, figure, shown, file } => message(
            format!(
                "“{name}” is {figure}, the file {file} has {shown} for the same place and period"
            ),
            format!("comparisons and series use the figure of {file}; compare the two sources"),
        ),
        CollectionProblem::NearIndicator { own, other, file } => message(
            format!("“{own}” is nearly “{other}” of the file {file}, and was not joined with it"),
            "if they are one indicator, give both the same name, unit and section",
        ),
    }
}
