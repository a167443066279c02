//! What stands where: the names of everything stored.

use std::fmt;
use std::str::FromStr;

use crate::id::{NotAnId, RecordId, ReplicaId};

/// The name that says whose notebook it is.
pub const IDENTITY: &str = "identity";

/// The name under which an epoch's identity stands a second time. It belongs to that epoch alone, so no tab ever writes
/// over another's, and of all epochs there are, the greatest counts.
pub fn identity_of(epoch: Epoch) -> String {
    format!("{IDENTITY}:{epoch}")
}

/// The epoch that a name belongs to, if it belongs to one.
pub fn epoch_of(name: &str) -> Option<Epoch> {
    let identity = || name.strip_prefix(IDENTITY)?.strip_prefix(':')?.parse().ok();
    name.parse().ok().map(Key::epoch).or_else(identity)
}

/// The name of the mark that something is being erased.
pub const ERASING: &str = "erasing";

/// What names begin with under which unreadable texts are kept.
pub const ASIDE: &str = "aside:";

/// The time between one “Delete everything” and the next. Of any two, the greater counts: by its number or, if both
/// began at the same moment, by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Epoch {
    number: u32,
    random: u32,
}

/// The bit of an epoch's random part that says how it began.
const KEEPS: u32 = 1;

impl Epoch {
    /// The first. `random` tells two tabs apart that begin at the same moment.
    pub const fn first(random: u32) -> Self {
        Self { number: 1, random }
    }

    /// Later than any there is.
    pub(super) const LAST: Self = Self { number: u32::MAX, random: u32::MAX };

    /// Whether it was over when `later` began. Of two that began at the same moment neither was.
    pub const fn is_before(self, later: Self) -> bool {
        self.number < later.number
    }

    /// The one that follows when everything is deleted.
    #[must_use]
    pub const fn next(self, random: u32) -> Self {
        Self { number: self.number.saturating_add(1), random: random & !KEEPS }
    }

    /// The one that follows when a backup is opened in an untouched notebook: whatever is there after all comes along.
    #[must_use]
    pub const fn next_keeping(self, random: u32) -> Self {
        Self { random: random | KEEPS, ..self.next(random) }
    }

    /// Whether what stands in the epoch before comes along into this one.
    pub const fn keeps(self) -> bool {
        self.number > 1 && self.random & KEEPS != 0
    }
}

/// Who wrote a key: a replica, for itself or as one of its imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer {
    /// The run of the app.
    pub replica: ReplicaId,
    /// The number of its import; an import counts only once its marker is there.
    pub import: Option<u32>,
}

impl Writer {
    /// A replica writing for itself.
    pub const fn of(replica: ReplicaId) -> Self {
        Self { replica, import: None }
    }
}

/// A name of ours that holds a part of the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A record as one writer knows it.
    Record(Epoch, Writer, RecordId),
    /// The marker that makes an import count.
    Marker(Epoch, Writer),
    /// Many records in one text. Of all packs there are, the one with the greatest number was written last.
    Pack(Epoch, Writer, u32),
}

impl Key {
    /// The epoch it belongs to.
    pub const fn epoch(self) -> Epoch {
        match self {
            Self::Record(epoch, ..) | Self::Marker(epoch, _) | Self::Pack(epoch, ..) => epoch,
        }
    }

    /// The number of a pack; 0 for anything else.
    pub(super) const fn number(self) -> u32 {
        if let Self::Pack(_, _, number) = self { number } else { 0 }
    }

    /// Who wrote it.
    pub const fn writer(self) -> Writer {
        match self {
            Self::Record(_, writer, _) | Self::Marker(_, writer) | Self::Pack(_, writer, _) => writer,
        }
    }
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:08x}", self.number, self.random)
    }
}

impl FromStr for Epoch {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (number, random) = text.split_once('-').ok_or(NotAnId)?;
        let number = number.parse().map_err(|_| NotAnId)?;
        let random = u32::from_str_radix(random, 16).map_err(|_| NotAnId)?;
        exact(Self { number, random }, text)
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.replica.fmt(f)?;
        self.import.map_or(Ok(()), |number| write!(f, "+{number}"))
    }
}

impl FromStr for Writer {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (replica, import) =
            text.split_once('+').map_or((text, None), |(replica, number)| (replica, Some(number)));
        let import = import.map(str::parse).transpose().map_err(|_| NotAnId)?;
        exact(Self { replica: replica.parse()?, import }, text)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(epoch, writer, id) => write!(f, "r:{epoch}:{writer}:{id}"),
            Self::Marker(epoch, writer) => write!(f, "m:{epoch}:{writer}"),
            Self::Pack(epoch, writer, number) => write!(f, "p:{epoch}:{writer}:{number}"),
        }
    }
}

impl FromStr for Key {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let parts: Vec<_> = text.split(':').collect();
        match parts[..] {
            ["r", epoch, writer, id] => Ok(Self::Record(epoch.parse()?, writer.parse()?, id.parse()?)),
            ["m", epoch, writer] => Ok(Self::Marker(epoch.parse()?, writer.parse()?)),
            ["p", epoch, writer, number] => {
                let number = number.parse().map_err(|_| NotAnId)?;
                exact(Self::Pack(epoch.parse()?, writer.parse()?, number), text)
            }
            _ => Err(NotAnId),
        }
    }
}

/// Only the form we write is read.
fn exact<T: ToString>(value: T, text: &str) -> Result<T, NotAnId> {
    if value.to_string() == text { Ok(value) } else { Err(NotAnId) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_as_written_and_in_no_other_form() {
        let id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        for text in [
            format!("r:1-0000abcd:00000000000000ff:{id}"),
            format!("r:12-0000abcd:00000000000000ff+3:{id}"),
            "m:1-0000abcd:00000000000000ff+3".into(),
            "p:1-0000abcd:00000000000000ff:0".into(),
            "p:1-0000abcd:00000000000000ff+3:12".into(),
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        for odd in [
            "r:1-abcd:00000000000000ff:x",
            "r:01-0000abcd:00000000000000ff+3",
            "m:+1-0000abcd:00000000000000ff",
            "m:1-0000abcd:00000000000000ff+03",
            "p:1-0000abcd:00000000000000ff:+1",
            "p:1-0000abcd:00000000000000ff:01",
            "p:1-0000abcd:00000000000000ff",
            "identity",
            "preferences",
            "",
        ] {
            assert_eq!(odd.parse::<Key>(), Err(NotAnId), "{odd}");
        }
    }

    #[test]
    fn the_names_of_an_epoch_say_so_and_no_others() {
        let epoch = Epoch::first(0xabcd).next(7);
        let id = RecordId::derived(crate::id::NotebookId::new(uuid::Uuid::nil()), b"");
        for key in
            [Key::Record(epoch, Writer::of(ReplicaId(1)), id), Key::Marker(epoch, Writer::of(ReplicaId(1)))]
        {
            assert_eq!(epoch_of(&key.to_string()), Some(epoch));
        }
        assert_eq!(epoch_of(&identity_of(epoch)), Some(epoch));
        for odd in [IDENTITY, "identity:2", "identity2-00000007", "aside:identity:2-00000007", "preferences"]
        {
            assert_eq!(epoch_of(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_later_epoch_is_greater_and_says_how_it_began() {
        let first = Epoch::first(u32::MAX);
        assert!(first.next(0) > first && first.next_keeping(0) > first);
        for random in [0, 1, u32::MAX] {
            let (deleted, kept) = (first.next(random), first.next_keeping(random));
            assert_eq!((first.keeps(), deleted.keeps(), kept.keeps()), (false, false, true));
        }
    }
}
