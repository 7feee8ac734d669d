//! Stage 5: what each quantity says: a value, a percent of plan, a change, a rank …

pub(super) mod english_target;
mod plan_words;
pub(super) mod role;
pub(super) mod role_base;
pub(super) mod role_earlier;
pub(super) mod role_follow;
mod role_passing;
pub(super) mod role_plan;
pub(super) mod role_rules;
