//! An agreement counts as agreed when both copies say the same.

use super::*;
use crate::mentoring::relationship::{CADENCE, END_ON, I_EXPECT, REVIEW_ON, SHARES_AGREEMENT, THEY_EXPECT};
use crate::mentoring::{Agreement, AgreementState};

fn state(person: &Person) -> AgreementState {
    person.book.agreement_state(person.other())
}

#[test]
fn it_goes_along_only_where_it_was_ticked() {
    let (mut ana, _, _) = acquainted();
    let with = ana.other();
    assert_eq!(state(&ana), AgreementState::None);
    ana.write(with, I_EXPECT, "Honest words");
    assert_eq!((state(&ana), ana.file(with).agreement), (AgreementState::OnlyMine, None));
    ana.write(with, SHARES_AGREEMENT, true);
    assert_eq!(ana.file(with).agreement.unwrap().i_expect, "Honest words");
}

#[test]
fn both_agree_once_one_takes_over_what_the_other_wrote() {
    let (mut ana, mut ben, _) = acquainted();
    let (with, there) = (ana.other(), ben.other());
    for (field, value) in [(I_EXPECT, "Honest words"), (THEY_EXPECT, "To be on time"), (CADENCE, "weekly")] {
        ana.write(with, field, value);
    }
    ana.write(with, REVIEW_ON, "2027-01-15");
    ana.write(with, END_ON, "2027-06-30");
    ana.write(with, SHARES_AGREEMENT, true);
    ben.open(&ana.send(with));
    let AgreementState::Differs(agreement) = state(&ben) else { panic!("{:?}", state(&ben)) };
    assert_eq!((agreement.i_expect.as_str(), agreement.they_expect.as_str()), {
        ("To be on time", "Honest words")
    });
    ben.apply(Act::TakeAgreement { with: there, agreement });
    assert_eq!((state(&ben), state(&ana)), (AgreementState::Agreed, AgreementState::OnlyMine));
    ben.write(there, SHARES_AGREEMENT, true);
    ana.open(&ben.send(there));
    assert_eq!(state(&ana), AgreementState::Agreed);
    ana.write(with, CADENCE, "every two weeks");
    assert!(matches!(state(&ana), AgreementState::Differs(theirs) if theirs.cadence == "weekly"));
}

#[test]
fn taking_it_over_can_be_taken_back() {
    let (mut ana, _, _) = acquainted();
    let with = ana.other();
    ana.write(with, CADENCE, "weekly");
    let agreement = Agreement { channel: "the library".into(), ..Agreement::default() };
    let taken = ana.apply(Act::TakeAgreement { with, agreement: agreement.clone() });
    let now = |ana: &Person| Agreement::of(&ana.book.relationship(with).unwrap());
    assert_eq!(now(&ana), agreement);
    ana.undo(&taken);
    assert_eq!(now(&ana), Agreement { cadence: "weekly".into(), ..Agreement::default() });
}

#[test]
fn an_agreement_in_which_nothing_stands_is_none() {
    let (mut ana, mut ben, _) = acquainted();
    let empty =
        share::write(&ana.file(ana.other()), "").replacen("\"goals\"", "\"agreement\": {}, \"goals\"", 1);
    assert!(empty.contains("agreement"));
    ben.open(&empty);
    assert_eq!(state(&ben), AgreementState::None);
    ana.write(ana.other(), SHARES_AGREEMENT, true);
    assert_eq!(ana.file(ana.other()).agreement, None);
}
