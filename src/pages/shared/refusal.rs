//! Why a change was refused, in a sentence that says what to do.

use waymark_domain::{ChangeError, field::ValueError};

use crate::{
    browser::intl,
    text::{refusals, t, tf},
};

/// The sentence for a refused change. Nothing was changed by it.
pub fn refusal(error: ChangeError) -> String {
    let with_max = |template, max| tf(template, &[("max", &intl::number(max))]);
    match error {
        ChangeError::Missing => t(refusals::Missing).to_owned(),
        ChangeError::Value(ValueError::Empty) => t(refusals::Empty).to_owned(),
        ChangeError::Value(ValueError::Malformed) => t(refusals::Malformed).to_owned(),
        ChangeError::Value(ValueError::TooLong(max)) => with_max(refusals::TooLong, max),
        ChangeError::Full => t(refusals::Full).to_owned(),
        ChangeError::TooManyTags(max) => with_max(refusals::TooManyTags, max),
    }
}
