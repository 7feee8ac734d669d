//! What several figures of a sentence are compared with.

use crate::dataset::prose::roles::role::Follow;

/// What several figures of a sentence are compared with.
#[derive(Debug)]
pub(crate) struct SharedComparison {
    leading: Follow,
    base: Option<String>,
}

impl SharedComparison {
    /// Before the first figure of a sentence that begins with a comparison, or with none.
    pub(crate) fn new(leading: Follow) -> Self {
        Self { leading, base: None }
    }

    /// What the sentence compares all its figures with: "So với cùng kỳ năm trước, sản lượng …, tăng 5%".
    pub(crate) fn leading(&self) -> &Follow {
        &self.leading
    }

    /// The base of the comparisons that follow: "so với cùng kỳ, giảm …, giảm …".
    pub(crate) fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    pub(crate) fn set_base(&mut self, base: String) {
        self.base = Some(base);
    }

    /// What follows is compared with something else, which is not named yet.
    pub(crate) fn forget_base(&mut self) {
        self.base = None;
    }
}
