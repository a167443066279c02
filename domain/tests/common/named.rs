//! Every change and every act by its name. One that is not here does not compile; one that no generator makes fails a test.

use waymark_domain::Change;
use waymark_domain::mentoring::Act;

macro_rules! named {
    ($names:ident, $name:ident, $type:ident { $($variant:ident,)* }) => {
        pub const $names: &[&str] = &[$(stringify!($variant)),*];

        pub fn $name(one: &$type) -> &'static str {
            match one {
                $($type::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

named!(
    CHANGES,
    change,
    Change {
        Write,
        Mark,
        AddGoal,
        AddStep,
        SetStepStatus,
        MoveStep,
        RateGoal,
        AddEntry,
        LeaveEntry,
        Delete,
        Restore,
        Erase,
        AddExample,
        RemoveExample,
    }
);

named!(
    ACTS,
    act,
    Act {
        AddPerson,
        Choose,
        Say,
        Suggest,
        RateTheirs,
        Respond,
        Accept,
        AddStrategy,
        TakeAgreement,
        NoteSent,
        SetStatus,
        All,
    }
);
