import type { disruptAreas } from '../catalogues/entries'
import type { GuidanceCard } from './guidance-card'
import { facts } from './guidance-sources'

// Disruption puts obstacles between him and the abuse, with or without his knowledge, and is far wider than arrest.
// Written by this project in its own words.

export const disruptGuidance: Record<keyof typeof disruptAreas, GuidanceCard> = {
  children_families: {
    means:
      'Closing the ways he reaches her through children and relatives: contact used to watch her, schools used to find her, family used to press her. The plan puts the demands on him, and backs her as the parent who protects.',
    examples: [
      {
        who: 'Social worker',
        does: 'asks for a strategy discussion after he turned up at nursery, and puts what he must stop into the plan in his name',
        by: 'the same day',
      },
      {
        who: 'School’s safeguarding lead',
        does: 'sets a collection password, briefs reception and takes her address off the parents’ portal',
        by: 'before school opens tomorrow',
      },
      {
        who: 'Council’s solicitor',
        does: 'asks the court to put him out of the home instead of removing the baby, since she agrees to it',
        by: 'at the first interim hearing',
      },
    ],
    who: ['childrens_social_care', 'education', 'police', 'primary_care', 'youth_justice'],
    alsoWho: 'Cafcass or Cafcass Cymru, and the family court',
    needs: [
      'Reasonable cause to suspect significant harm, for enquiries; more than that for a court.',
      'Dated facts about what the children saw, heard and said, and how they came to be known.',
      'For his exclusion from the home: someone there able to care for the child, who agrees.',
    ],
    risks: [
      'She is asked to control him, judged for failing to, and fears losing the children if she calls for help again.',
      'He is sent the report, with her words and whereabouts in it.',
      'Social care closes the case when he leaves, just as danger after separation begins.',
    ],
    isNot: [
      'A threat to remove the children so that she will make a statement.',
      'Stopping contact on the panel’s word: that is for a court or, where no order says otherwise, for whoever the child lives with.',
    ],
    sources: [
      facts.section47,
      facts.conference,
      facts.exclusionFromChild,
      facts.policeProtection,
      facts.familyCourtSafety,
      facts.parentalResponsibility,
    ],
  },
  evidence_gathering: {
    means:
      'Every agency keeping what could prove an offence, so that a case does not stand or fall on her alone. Police lead; housing, health, schools and case managers each hold pieces that nobody has asked for.',
    examples: [
      {
        who: 'Police',
        does: 'ask the ambulance service and the block’s managing agent for recordings before they are overwritten',
        by: 'within 48 hours; ask each how long it keeps them',
      },
      {
        who: 'Tenancy officer',
        does: 'gives a statement of damage to the door, with dated photographs and the repair bill',
        by: '5 working days',
      },
      {
        who: 'Case manager',
        does: 'writes up what he admitted in session and hands it to police, as he was told at the start could happen',
        by: 'the next working day',
      },
    ],
    who: [
      'police',
      'housing',
      'acute_health',
      'primary_care',
      'education',
      'perpetrator_service',
      'probation',
    ],
    alsoWho: 'Crown Prosecution Service',
    needs: [
      'An offence in mind, and a list of what would prove it without her.',
      'Originals, dates, and who saw what; a record made at the time outweighs a memory.',
      'A lawful route for each record, and for hers her knowledge of it.',
    ],
    risks: [
      'He reads her words in the papers served on him: disclosure to the defence cannot be undone.',
      'A search of her phone or notes costs her more than it costs him, and she stops reporting.',
      'An arrest on thin evidence ends in release by evening, with nothing to hold him.',
    ],
    isNot: [
      'Asking her to collect proof, record him or keep a diary that he could find.',
      'Waiting for the perfect file while she is in danger.',
    ],
    sources: [
      facts.assaultClock,
      facts.withoutHer,
      facts.control,
      facts.stalkingOffence,
      facts.victimRecords,
      facts.specialMeasures,
    ],
  },
  breach_of_orders: {
    means:
      'Making orders and conditions bite: everyone knows the terms, notices a breach, reports it the same way, and somebody acts on it. Small breaches that pass without answer teach him that the order is paper.',
    examples: [
      {
        who: 'Panel coordinator',
        does: 'gives each agency the terms of every order in force, with its end date and whom to ring',
        by: '2 working days after the meeting',
      },
      {
        who: 'Probation',
        does: 'starts recall on a breach of the exclusion zone seen on the tag, and tells the victim liaison officer first',
        by: 'the day of the alert',
      },
      {
        who: 'Neighbourhood officer',
        does: 'checks at unannounced hours that he is not at the address',
        by: 'three times before the next meeting',
      },
    ],
    who: ['police', 'probation', 'prison', 'housing', 'childrens_social_care', 'perpetrator_service'],
    needs: [
      'The order itself: exact terms, served on him, still in force.',
      'Proof that he did what it forbids, and from someone other than her where possible.',
      'To know what this breach brings: an offence, a return to court, or recall.',
    ],
    risks: [
      'Contact that he forced is read as contact that she chose, and she is blamed for “letting” him break the order.',
      'He knows that only she could have reported it.',
      'Recall ends on a fixed day: he comes out angrier, sometimes with no supervision left.',
    ],
    isNot: ['Counting breaches for the minutes.', 'A substitute for charging the new offence.'],
    sources: [facts.orderBreach, facts.breachToCourt, facts.bailBreach, facts.recall, facts.recallLength],
  },
  legal_proceedings: {
    means:
      'Civil, family and court orders that limit him or free her: who may apply, for what, and who helps. Also stopping him from using the courts themselves, with application after application, to reach her.',
    examples: [
      {
        who: 'Police',
        does: 'give him a protection notice before he leaves custody, and their legal services apply for the order',
        by: 'heard by the court within 48 hours',
      },
      {
        who: 'IDVA',
        does: 'sits with her while a solicitor takes her through a non-molestation and occupation order, hers to choose',
        by: 'this week; the same day if he is released',
      },
      {
        who: 'Police stalking lead',
        does: 'applies for a stalking protection order after the eleventh message from a new account',
        by: 'application drafted in 10 working days',
      },
    ],
    who: [
      'police',
      'victim_service',
      'childrens_social_care',
      'housing',
      'probation',
      'family_justice_centre',
    ],
    alsoWho: 'Solicitors, law centres and the courts',
    needs: [
      'The right applicant: some orders are for police, some for her, some for either.',
      'Evidence for the civil standard, the balance of probabilities, set out with dates.',
      'What comes after: a notice is 2 days, an order may be 28; who has the next step?',
    ],
    risks: [
      'Papers served on him can name her address, her witness and her school.',
      'Service of the order is a moment of danger, and nobody told her when it was done.',
      'An application that fails leaves her less believed, and him surer of himself.',
    ],
    isNot: [
      'Pushing her to sue when police could apply.',
      'A promise of protection: an order works only if a breach is answered.',
    ],
    sources: [
      facts.dvpn,
      facts.dvpo,
      facts.dapn,
      facts.dapo,
      facts.dapoWhere,
      facts.nonMolestation,
      facts.occupation,
      facts.restraining,
      facts.stalkingOrder,
      facts.noCrossExamination,
      facts.barringOrder,
      facts.saleOfHome,
      facts.legalAid,
    ],
  },
  information_sharing_police: {
    means:
      'Getting to police, quickly and in a usable form, what other agencies see: where he is staying, a new car, a new partner, a weapon, money, a threat. Not evidence yet, perhaps, but what makes the next call go differently.',
    examples: [
      {
        who: 'Substance misuse service',
        does: 'passes on by the agreed intelligence route that he now stays with a cousin, with the source guarded',
        by: 'the same day',
      },
      {
        who: 'Case manager',
        does: 'reports a threat he made in session, by 999 if it is for today',
        by: 'at once',
      },
      {
        who: 'Police',
        does: 'put a marker on her address, so that any call is treated as urgent, and tell the panel when it lapses',
        by: 'before the end of the shift',
      },
    ],
    who: [
      'housing',
      'mental_health',
      'substance_misuse',
      'probation',
      'perpetrator_service',
      'adult_social_care',
      'prison',
      'police',
    ],
    needs: [
      'A purpose, a lawful basis and a line on why it is necessary, kept with what was shared.',
      'Fact told apart from opinion, with the date and how it is known.',
      'How police may use it: may it be acted on, or is it for background until the owner agrees?',
    ],
    risks: [
      'Police act on something that only she knew, and he works back to her.',
      'Her own immigration status, drug use or old warrant comes along with it.',
      'He asks for his records, and the reply tells him who spoke.',
    ],
    isNot: [
      'Handing over whole files in case they help.',
      'A one-way street: police tell the panel what came of it.',
    ],
    sources: [
      facts.section115,
      facts.crimeExemption,
      facts.confidentialHealth,
      facts.intelligence,
      facts.flags,
    ],
  },
  availability_of_victims: {
    means:
      'Making her, and whoever he turns to next, harder to reach: a safer home, guarded details, a warned new partner. The work falls on agencies, and nothing is done to her life without her.',
    examples: [
      {
        who: 'Housing',
        does: 'fit locks, a fire-safe letter box and a camera at her home, through the sanctuary scheme',
        by: '3 working days',
      },
      {
        who: 'Police',
        does: 'decide whether his new partner should be told of his past, and plan with an IDVA how to tell her',
        by: 'decision in days, disclosure in 28 at most',
      },
      {
        who: 'Prison',
        does: 'blocks her numbers and address from his calls and letters',
        by: 'the day the request arrives',
      },
    ],
    who: [
      'victim_service',
      'police',
      'housing',
      'family_justice_centre',
      'education',
      'prison',
      'primary_care',
    ],
    needs: [
      'Her agreement to each change, given to someone she trusts.',
      'For a disclosure: that it is lawful, necessary and proportionate to protect the person told.',
      'Every place her address is held: school, surgery, court papers, deliveries, the children’s devices.',
    ],
    risks: [
      'She loses home, work, friends and school place while his life goes on.',
      'A camera, alarm visit or new lock tells him that she has sought help.',
      'The new partner shows him what she was told, and he blames the woman who left.',
    ],
    isNot: [
      'Moving her because moving him is harder.',
      'Advice to her to stay in, change her route or leave social media.',
    ],
    sources: [
      facts.disclosure,
      facts.herHomelessness,
      facts.secureElsewhere,
      facts.sanctuary,
      facts.prisonContact,
      facts.migrantVictims,
    ],
  },
  notification: {
    means:
      'Telling a body that can act, or should watch, something it needs to know: firearms licensing, an employer who gives him access to people at risk, a regulator, a prison, another force, the next area’s panel.',
    examples: [
      {
        who: 'Police',
        does: 'ask firearms licensing to review his shotgun certificate and collect the gun',
        by: 'the day the panel learns of it',
      },
      {
        who: 'Children’s social care',
        does: 'tell the designated officer that a man under enquiry for violence at home coaches under-tens',
        by: '1 working day',
      },
      {
        who: 'Coordinator',
        does: 'sends the case to the panel where he now lives, and keeps it open here until that panel says it has it',
        by: '5 working days after the move is known',
      },
    ],
    who: ['police', 'childrens_social_care', 'adult_social_care', 'probation', 'prison', 'primary_care'],
    alsoWho: 'Employers, regulators, and licensing authorities, as the ones told',
    needs: [
      'The one fact that body needs, and the power or duty to tell it.',
      'A pressing need weighed against harm to him; as a rule he is told or heard first, unless that adds danger.',
      'A decision about who says what when he asks how they came to know.',
    ],
    risks: [
      'The letter reaches him first and names her as the reason.',
      'Losing his work or his guns is a loss he will lay at her door; it needs a plan for that week.',
      'Her income, home or visa depends on his job.',
    ],
    isNot: ['Shaming him, or warning people at large.', 'A round letter “for information”.'],
    sources: [
      facts.notificationReading,
      facts.firearms,
      facts.worksWithChildren,
      facts.commonLawDisclosure,
      facts.barring,
      facts.driving,
    ],
  },
  housing: {
    means:
      'Using tenancy law and the landlord’s daily management to keep him away from her home, or to take from him a home he emptied by violence. The aim is her secure home; his eviction is one means, and often the wrong one.',
    examples: [
      {
        who: 'Social landlord',
        does: 'applies for an injunction that keeps him out of the estate and off her landing',
        by: 'without notice, within 5 working days',
      },
      {
        who: 'Tenancy officer',
        does: 'arranges advice for her on a transfer of the joint tenancy before anyone gives notice',
        by: 'before any letter goes to him',
      },
      {
        who: 'Housing enforcement',
        does: 'seeks possession of the flat she fled and will not return to, and finds her a like-for-like tenancy first',
        by: 'once she has signed for the new home',
      },
    ],
    who: ['housing', 'police', 'victim_service', 'adult_social_care'],
    alsoWho: 'Housing associations that hold no seat, and private landlords',
    needs: [
      'Whose home it is: sole or joint, what kind of tenancy, England or Wales.',
      'For the ground on violence: that she has left because of it and is unlikely to return; and that possession is reasonable.',
      'For an injunction: conduct that counts, on the balance of probabilities, and violence or a risk of harm if he is to be shut out.',
    ],
    risks: [
      'Evicted with nowhere to go, he comes to her.',
      'He ends the joint tenancy with one notice, and she loses the home too.',
      'The law has the landlord serve notice on the partner who left: done carelessly, it tells him where, or tells her too late.',
    ],
    isNot: ['Eviction as punishment.', 'A reason to chase her for his damage or arrears.'],
    sources: [
      facts.ground14a,
      facts.noticeToWhoLeft,
      facts.rentersRights,
      facts.walesHomes,
      facts.jointTenancy,
      facts.tenancyTransfer,
      facts.exclusionInjunction,
      facts.intentionallyHomeless,
    ],
  },
  benefits_debt_finances: {
    means:
      'Cutting off the money side of the abuse: claims in her name, benefits he collects for her, maintenance withheld, debts he made her sign. Police, benefits, banks and the child maintenance service each hold one end.',
    examples: [
      {
        who: 'Adult social care',
        does: 'ask the Department to end his appointment to receive his mother’s pension, with a new appointee ready',
        by: 'before the next payment',
      },
      {
        who: 'IDVA',
        does: 'helps her ask for maintenance to be collected for her, with no bank details shown to him',
        by: 'when she chooses; offered at the next call',
      },
      {
        who: 'Police economic crime team',
        does: 'takes the loans signed in her name as fraud, and gives her the reference lenders ask for',
        by: '10 working days',
      },
    ],
    who: ['adult_social_care', 'police', 'victim_service', 'housing', 'voluntary_sector'],
    alsoWho: 'Department for Work and Pensions, Child Maintenance Service, banks and energy suppliers',
    needs: [
      'To know which accounts, claims and debts are hers, his and joint.',
      'Evidence a bank or the Department will accept: statements, dates, a crime reference.',
      'Her adviser’s word that her own claim will survive what is planned.',
    ],
    risks: [
      'A report that he lives there can end her benefits and leave her with the overpayment.',
      'He sees the account frozen, or the deduction from his wages, and knows that she asked.',
      'Squeezed for money, he takes hers, the children’s or the rent.',
    ],
    isNot: [
      'Reporting him for fraud to teach him a lesson.',
      'Making him poor: the aim is to take his hand off her money.',
    ],
    sources: [
      facts.economicAbuse,
      facts.splitPayment,
      facts.childMaintenance,
      facts.appointee,
      facts.benefitReports,
      facts.fraud,
    ],
  },
}
