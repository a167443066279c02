//! What the gate found, in words.

use waymark_domain::{
    field::ValueError,
    file::{Counts, DiaryError, FileError, RecordError, SealedError, SetAside, ShareError, Whose, Why},
};

use crate::{
    browser::intl,
    state::importing::ImportError,
    text::{Text, files, t, tf, tn},
};

/// Why a file was not opened, and what to do.
pub(super) fn refused_file(error: FileError) -> String {
    refused(t(match error {
        FileError::Empty => files::FileEmpty,
        FileError::TooLarge => files::FileTooLarge,
        FileError::Utf16 => files::FileUtf16,
        FileError::NotUtf8 => files::FileNotText,
        FileError::NotWaymark => files::FileNotWaymark,
        FileError::CutOff => files::FileCutOff,
        FileError::Damaged => files::FileDamaged,
        FileError::Newer => files::FileNewer,
        FileError::TooCostly => files::FileTooCostly,
    }))
}

/// Why a sealed file did not open, and what to do.
pub(super) fn refused_passphrase(error: SealedError) -> String {
    t(match error {
        SealedError::NoPassphrase => files::NoPassphrase,
        SealedError::WrongPassphrase => files::WrongPassphrase,
        SealedError::NoMemory | SealedError::TooLarge => files::SealedNoMemory,
        SealedError::SealedAgain => files::SealedAgain,
        SealedError::Inside(error) => return refused_file(error),
    })
    .to_owned()
}

/// Why a file from a person does not come in, and what to do.
pub(super) fn refused_share(error: ShareError) -> String {
    refused(t(match error {
        ShareError::FromMe => files::ShareFromMe,
        ShareError::ForSomeoneElse => files::ShareForSomeoneElse,
        ShareError::ThreadOfAnother => files::ShareThreadOfAnother,
        ShareError::NotTaken => files::ShareNotTaken,
    }))
}

/// Why nothing came in, with `advice` where there is no room.
pub(super) fn refused_import(error: ImportError, advice: Text) -> String {
    let (needed, used, capacity) = match error {
        ImportError::NoRoom { needed, used, capacity } => (needed, used, capacity),
        ImportError::OutOfDate => return t(files::ChangedMeanwhile).to_owned(),
        ImportError::Blocked | ImportError::Stopped => return t(files::NotStored).to_owned(),
    };
    let number = intl::number;
    tf(
        files::NoRoom,
        &[
            ("needed", &number(needed)),
            ("free", &number(capacity.saturating_sub(used))),
            ("capacity", &number(capacity)),
            ("advice", t(advice)),
        ],
    )
}

fn refused(sentence: &str) -> String {
    format!("{sentence} {}", t(files::NothingChanged))
}

/// Whose notebook the file is, and what that means.
pub(super) fn whose(whose: Whose) -> &'static str {
    t(match whose {
        Whose::Mine => files::WhoseMine,
        Whose::TakeOver => files::WhoseTakeOver,
        Whose::Copies => files::WhoseCopies,
        Whose::Diary => files::WhoseDiary,
    })
}

/// `12 new`, `3 changed`, `40 already here`, …: only what there is.
pub(super) fn parts(counts: Counts) -> Vec<String> {
    let all = [
        (files::New, counts.new),
        (files::Newer, counts.newer),
        (files::Conflicting, counts.conflicting),
        (files::Same, counts.same),
        (files::ErasedHere, counts.erased_here),
        (files::InTrash, counts.in_trash),
        (files::Removed, counts.removed),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).map(|(words, count)| tn(words, count)).collect()
}

/// `Item 12, “Swim”: it has no date that can be read`
pub(super) fn set_aside(aside: &SetAside) -> String {
    let place = intl::number(aside.what.place);
    let why = why(&aside.why);
    match &aside.what.title {
        Some(title) => tf(files::AsideTitled, &[("place", &place), ("title", title), ("why", &why)]),
        None => tf(files::Aside, &[("place", &place), ("why", &why)]),
    }
}

fn why(why: &Why) -> String {
    match why {
        Why::NotTheOwners => t(files::WhyNotTheOwners).to_owned(),
        Why::ClaimsToBeMine => t(files::WhyClaimsToBeMine).to_owned(),
        Why::NotTheSenders => t(files::WhyNotTheSenders).to_owned(),
        Why::TheirMentoring => t(files::WhyTheirMentoring).to_owned(),
        Why::AnotherUnderItsId => t(files::WhyAnother).to_owned(),
        Why::Unreadable(RecordError::Value { field, why }) => value(field, *why),
        Why::Unreadable(RecordError::TooMany) => t(files::WhyTooMany).to_owned(),
        Why::Unreadable(_) => t(files::WhyDamaged).to_owned(),
        Why::NotAnEntry(DiaryError::NoDate) => t(files::WhyNoDate).to_owned(),
        Why::NotAnEntry(DiaryError::NothingWritten) => t(files::WhyNothingWritten).to_owned(),
        Why::NotAnEntry(DiaryError::Value { field, why }) => value(field, *why),
        Why::NotAnEntry(_) => t(files::WhyNotAnEntry).to_owned(),
    }
}

fn value(field: &str, why: ValueError) -> String {
    match why {
        ValueError::Empty => tf(files::ValueEmpty, &[("field", field)]),
        ValueError::TooLong(max) => tf(files::ValueTooLong, &[("field", field), ("max", &intl::number(max))]),
        ValueError::Malformed => tf(files::ValueMalformed, &[("field", field)]),
    }
}
