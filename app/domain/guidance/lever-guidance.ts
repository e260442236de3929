import type { leverKinds } from '../catalogues/entries'
import type { LeverCard } from './guidance-card'
import { facts } from './guidance-sources'

// A lever gives a hold on him, or a way in. The test before any of them is used: would using it show that she has spoken?
// Written by this project in its own words.

export const leverGuidance: Record<keyof typeof leverKinds, LeverCard> = {
  contact_through_agency: {
    means:
      'Someone he already sees and does not avoid: a nurse, a housing support worker, a youth worker. The gentlest way in, since a new face can be introduced by a known one.',
    example: {
      who: 'Substance misuse worker',
      does: 'introduces the case manager at the end of his usual appointment',
      by: 'his next visit',
    },
    who: ['substance_misuse', 'mental_health', 'primary_care', 'housing', 'voluntary_sector', 'probation'],
    needs:
      'A reason for the introduction that is true and does not come from her, and a worker who wants to do it.',
    risk: 'He asks why now, and the honest answer is what she said last week.',
    isNot: 'A trick: he is told who the case manager is.',
    sources: [facts.confidentialHealth, facts.indirect],
  },
  licence_conditions: {
    means:
      'After prison he lives under conditions: where he sleeps, whom he may not contact, a tag, a zone. Keeping to them keeps him out; breaking them can return him.',
    example: {
      who: 'Probation',
      does: 'asks for a zone round her work and the school, on a map she has agreed with her liaison officer',
      by: '6 weeks before release',
    },
    who: ['probation', 'prison', 'police'],
    needs:
      'A sentence with a licence still running, a condition that is necessary and proportionate, and asking well before release.',
    risk: 'The shape of an exclusion zone shows him where she lives, and the end of a recall arrives without warning her.',
    isNot: 'Available for every sentence, nor for ever.',
    sources: [facts.recall, facts.recallLength, facts.licenceConditions, facts.victimContact],
  },
  bail_conditions: {
    means:
      'Conditions while he waits for a charging decision or a trial: no contact, not her street, sleep elsewhere, report to a police station.',
    example: {
      who: 'Police',
      does: 'ask an inspector to extend bail, after ringing her about what the conditions should say',
      by: '2 weeks before bail ends',
    },
    who: ['police', 'probation'],
    needs:
      'An arrest or a charge, conditions needed to protect her, and a diary note of the day they run out.',
    risk: 'Bail lapses into release under investigation: the conditions vanish that day, and often nobody tells her.',
    isNot: 'An order. A breach allows arrest, and is not an offence by itself.',
    sources: [facts.policeBail, facts.bailBreach],
  },
  protective_order: {
    means:
      'A civil, family or criminal order already made, or one that could be had: police notices and orders, non-molestation, occupation, restraining, stalking protection.',
    example: {
      who: 'Police',
      does: 'tell the panel which orders stand, to what date, and whether each was served',
      by: 'in the research return',
    },
    who: ['police', 'victim_service', 'housing', 'childrens_social_care'],
    needs: 'The exact terms, proof of service, and an applicant with the right to ask for the next one.',
    risk: 'He tests a new order in the first days, and everyone believes that she is protected.',
    isNot: 'Any use unless someone answers the first breach.',
    sources: [facts.dvpn, facts.dapoWhere, facts.nonMolestation, facts.stalkingOrder, facts.orderBreach],
  },
  warrant_or_charge: {
    means:
      'Something he has to answer to a court for: an open warrant, a charge, a sentence still to be passed, fines. Dates in his diary which bring him to a known place.',
    example: {
      who: 'Probation',
      does: 'asks, in the report for sentence, for supervision days that could be spent with the case manager',
      by: 'the date the court has fixed',
    },
    who: ['police', 'probation', 'prison'],
    needs: 'What it is for, the next date, and whether it has anything to do with her.',
    risk: 'Arrest on an old warrant the day after she called looks like her doing, whatever the truth.',
    isNot: 'A bargain: nobody offers to drop a charge.',
    sources: [facts.assaultClock, facts.withoutHer, facts.specialMeasures],
  },
  tenancy: {
    means:
      'He needs a home or wants to keep one. A landlord can visit, inspect, warn and help; a housing service can offer what he cannot find for himself.',
    example: {
      who: 'Tenancy officer',
      does: 'makes help with the arrears depend on meeting the case manager at the next visit',
      by: '10 working days',
    },
    who: ['housing', 'probation', 'voluntary_sector', 'adult_social_care'],
    needs: 'Whose tenancy it is, what he has broken of it, and where he would go if it ended.',
    risk: 'Pressed about the flat, he moves in with her, or gives notice on the home they hold together.',
    isNot: 'Another word for eviction: an offer moves him sooner than a threat.',
    sources: [facts.ground14a, facts.jointTenancy, facts.walesHomes, facts.dutyToRefer],
  },
  child_arrangements: {
    means:
      'He wants to see his children, or to be thought a good father. A plan or a court can say what he must do first.',
    example: {
      who: 'Social worker',
      does: 'tells him that the conference will look at whether he has met the case manager',
      by: 'before the review conference',
    },
    who: ['childrens_social_care', 'education', 'perpetrator_service'],
    needs:
      'A child protection or court process that is really under way, and the child’s interests put before the lever.',
    risk: 'Once he believes that she decides about contact, she is the one he works on.',
    isNot: 'Contact as a prize for attendance.',
    sources: [facts.section47, facts.familyCourtSafety, facts.childVictims],
  },
  treatment: {
    means:
      'He has pain, an addiction or an illness, and wants it to stop. Those who treat him are trusted as few others are.',
    example: {
      who: 'Prescribing nurse',
      does: 'offers him an hour with the case manager on the day he collects his prescription',
      by: 'next collection',
    },
    who: ['substance_misuse', 'mental_health', 'primary_care', 'acute_health', 'prison'],
    needs: 'His free consent, and treatment that does not stop if he says no to the rest.',
    risk: 'Letters and calls about it go to the address they shared, or she is asked to see that he takes it.',
    isNot: 'Care held back until he behaves.',
    sources: [facts.consentToTreatment, facts.treatmentRequirement],
  },
  money: {
    means:
      'Debt, a stopped claim, arrears, a wage he needs. Help with money is among the few things many men will come for.',
    example: {
      who: 'Welfare rights officer',
      does: 'sees him about the sanction, with the case manager in the next room',
      by: 'this week',
    },
    who: ['housing', 'voluntary_sector', 'adult_social_care'],
    needs: 'His own claims and debts set apart from hers before anyone rings a creditor or the Department.',
    risk: 'Helping him shows him her income; squeezing him sends him to her purse.',
    isNot: 'Stopping his benefits to make him come.',
    sources: [facts.breathingSpace, facts.benefitReports, facts.economicAbuse],
  },
  work: {
    means:
      'A job, a badge, a taxi or door licence, a professional register: something that he must be fit to hold, and does not want to lose.',
    example: {
      who: 'Police',
      does: 'ask the council’s licensing team what it would need to review his private hire licence',
      by: 'by the next meeting',
    },
    who: ['police', 'probation', 'childrens_social_care', 'adult_social_care'],
    needs:
      'A pressing need to tell that body, the one fact it needs, and a hearing for him where that is safe.',
    risk: 'He loses the work and blames her; her rent may have come out of it.',
    isNot: 'Ringing his manager.',
    sources: [facts.commonLawDisclosure, facts.worksWithChildren, facts.barring],
  },
  own_goal: {
    means:
      'What he says he wants: to sleep, to stay out of prison, to have his own place, to be unlike his father. The strongest lever for change, and the easiest to feign.',
    example: {
      who: 'Case manager',
      does: 'asks him at the first meeting what he wants to be different in a year, and begins there',
      by: 'first meeting',
    },
    who: ['perpetrator_service', 'probation', 'voluntary_sector', 'youth_justice'],
    needs:
      'Someone who has listened to him; and a goal that does not run through her, the house or reconciliation.',
    risk: 'What he wants is her back, and every service that helps him on is helping him to that.',
    isNot: 'Proof that he has begun to change.',
    sources: [facts.standards, facts.indirect],
  },
  other: {
    means:
      'Anything else that gives a hold or a way in: a driving ban, a dog, a club, a relative he respects, immigration status. Say exactly what it is.',
    example: {
      who: 'Any agency',
      does: 'names it, who holds it, and how he would explain it to himself if it were used',
      by: 'before the panel plans on it',
    },
    who: ['other', 'voluntary_sector', 'education', 'police'],
    needs:
      'The same three questions as for any lever: whose power, on what evidence, and what he would think had brought it about.',
    risk: 'Relatives tell him; and action on his immigration status can take away hers.',
    isNot: 'Gossip that the panel would not put in its minutes.',
    sources: [facts.driving, facts.migrantVictims, facts.equality],
  },
}
