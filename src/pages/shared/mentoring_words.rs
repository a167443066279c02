//! What the notebook knows of mentoring, in words.

use waymark_domain::{
    day::parse_day,
    field::{Field, Rule},
    mentoring::{
        RelationshipStatus, Roles, Since, Standing, feedback::Nature, relationship, response::ResponseStatus,
        strategy::Sort, suggestion::Suggested,
    },
};

use crate::{
    browser::intl,
    text::{Text, mentoring, t},
};

/// What feedback is for.
pub const fn nature(nature: Nature) -> Text {
    match nature {
        Nature::FeedForward => mentoring::FeedForward,
        Nature::Encouragement => mentoring::Encouragement,
        Nature::FeedBack => mentoring::FeedBack,
        Nature::FeedUp => mentoring::FeedUp,
        Nature::Question => mentoring::Question,
        Nature::Thanks => mentoring::Thanks,
        Nature::LearnedFromYou => mentoring::LearnedFromYou,
    }
}

/// What is suggested.
pub const fn suggested(what: Suggested) -> Text {
    match what {
        Suggested::Step => mentoring::SuggestedStep,
        Suggested::Strategy => mentoring::SuggestedStrategy,
        Suggested::Resource => mentoring::SuggestedResource,
    }
}

/// What a card is about.
pub const fn sort(sort: Sort) -> Text {
    match sort {
        Sort::Strategy => mentoring::Strategy,
        Sort::Resource => mentoring::Resource,
    }
}

/// What became of something. A word without more is an answer.
pub const fn answer(status: ResponseStatus, has_word: bool) -> Text {
    match status {
        ResponseStatus::Read if has_word => mentoring::Answered,
        status => response(status),
    }
}

/// What became of something.
pub const fn response(status: ResponseStatus) -> Text {
    match status {
        ResponseStatus::Read => mentoring::Read,
        ResponseStatus::Trying => mentoring::Trying,
        ResponseStatus::Helped => mentoring::Helped,
        ResponseStatus::DidNotHelp => mentoring::DidNotHelp,
        ResponseStatus::Accepted => mentoring::Accepted,
        ResponseStatus::NotNow => mentoring::NotNow,
    }
}

/// Where a relationship stands.
pub const fn status(status: RelationshipStatus) -> Text {
    match status {
        RelationshipStatus::Active => mentoring::Active,
        RelationshipStatus::Paused => mentoring::Paused,
        RelationshipStatus::Closed => mentoring::Closed,
    }
}

/// What another is to me, from what I am to them.
pub const fn their_role(mine: Roles) -> Text {
    match (mine.mentee, mine.mentor) {
        (true, true) => mentoring::EachOther,
        (true, false) => mentoring::MyMentor,
        (false, true) => mentoring::MyMentee,
        (false, false) => mentoring::Peer,
    }
}

/// How a copy stands to the latest file; nothing where it is as it was.
pub const fn standing(standing: Standing) -> Option<Text> {
    match standing {
        Standing::New => Some(mentoring::New),
        Standing::Changed => Some(mentoring::Changed),
        Standing::NotInLatest => Some(mentoring::NotInLatest),
        Standing::Same => None,
    }
}

/// What happened to a thing since it was sent.
pub const fn since(since: Since) -> Text {
    match since {
        Since::Same => mentoring::SinceSame,
        Since::Changed => mentoring::SinceChanged,
        Since::NotShared => mentoring::SinceNotShared,
    }
}

/// The first line of a text, cut with an ellipsis where it is long.
pub fn beginning(text: &str) -> String {
    const SHOWN: usize = 48;
    let line = text.trim_start().lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(SHOWN).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}

/// What the agreement says in a field, with days as the reader writes them.
pub fn agreed(field: Field, words: &str) -> String {
    let day = (field.rule == Rule::Day).then(|| parse_day(words)).flatten();
    day.map_or_else(|| words.to_owned(), intl::day_short_with_year)
}

/// The label of a field of the agreement or of the closing step.
pub fn field(field: Field) -> &'static str {
    let all = [
        (relationship::I_EXPECT, mentoring::IExpect),
        (relationship::THEY_EXPECT, mentoring::TheyExpect),
        (relationship::CADENCE, mentoring::Cadence),
        (relationship::CHANNEL, mentoring::Channel),
        (relationship::CONFIDENTIAL, mentoring::Confidential),
        (relationship::LIMITS, mentoring::Limits),
        (relationship::REVIEW_ON, mentoring::ReviewOn),
        (relationship::END_ON, mentoring::EndOn),
        (relationship::LEARNED, mentoring::ClosingLearned),
        (relationship::APPLY_NEXT, mentoring::ClosingApply),
        (relationship::CELEBRATE, mentoring::ClosingCelebrate),
        (relationship::APPRECIATE, mentoring::ClosingAppreciate),
        (relationship::WHAT_NOW, mentoring::ClosingWhatNow),
    ];
    all.into_iter().find(|(known, _)| *known == field).map_or("", |(_, words)| t(words))
}
