import type { supportAreas } from '../catalogues/entries'
import type { GuidanceCard } from './guidance-card'
import { facts } from './guidance-sources'

// Support is for him, and is judged by whether she and the children are safer. Written by this project in its own words.

export const supportGuidance: Record<keyof typeof supportAreas, GuidanceCard> = {
  physical_health: {
    means:
      'Getting an illness, injury, pain or disability of his treated, so that it stops being a reason not to turn up or an excuse for how he behaves. A surgery or a ward may be the one place he goes of his own accord.',
    examples: [
      {
        who: 'Case manager',
        does: 'goes with him to register at a surgery and asks for a first appointment',
        by: 'within 10 working days',
      },
      {
        who: 'Surgery’s safeguarding lead',
        does: 'offers him a head injury and medication review, and notes that letters must not go to her address',
        by: 'at his next visit, and no later than 4 weeks',
      },
      {
        who: 'Probation',
        does: 'moves appointments to fit his hospital clinics, so that a missed one can be told apart from an excuse',
        by: 'before the next appointment',
      },
    ],
    who: ['primary_care', 'acute_health', 'perpetrator_service', 'probation', 'prison'],
    needs: [
      'His agreement: treatment is his choice.',
      'An address and telephone number that are not hers, in every record opened for him.',
      'A clear line between what the clinician learns for his care and what the panel may hear.',
    ],
    risks: [
      'They share a surgery: a receptionist, a text message or a shared online account tells him when she was there.',
      'His illness makes her his carer again, and gives him a reason to be in the house.',
      'Pain relief or insulin within reach becomes a means of harm to himself or to her.',
    ],
    isNot: ['A diagnosis that explains the abuse away.', 'A way for the panel to read his medical notes.'],
    sources: [facts.consentToTreatment, facts.confidentialHealth, facts.careAssessment],
  },
  mental_health: {
    means:
      'Help with depression, trauma, suicidal thoughts, psychosis or the way he handles distress. Distress raises risk to both of them; care lowers it only when those who care for him know about the abuse.',
    examples: [
      {
        who: 'Case manager',
        does: 'rings the crisis team with him in the room after he speaks of ending his life, and tells the IDVA that same hour that risk has risen',
        by: 'the same day',
      },
      {
        who: 'Mental health trust',
        does: 'gives one named worker to the panel, who reads the referral for signs of abuse before the first appointment',
        by: 'within 5 working days',
      },
      {
        who: 'Prison healthcare',
        does: 'arranges that his prescription and appointment are waiting at the surgery where he will live',
        by: '2 weeks before release',
      },
    ],
    who: ['mental_health', 'primary_care', 'perpetrator_service', 'prison', 'voluntary_sector'],
    needs: [
      'His agreement, or the test for detention, which is about disorder and not about abuse.',
      'A clinician who has been told of the risk to her and knows what may not be said to him.',
      'A plan for the hours after he hears bad news: a charge, an order, the end of contact with a child.',
    ],
    risks: [
      'Threats to kill himself are also threats to her: a separation or a court date can turn them into violence.',
      'She is named as next of kin or nearest relative, and is asked to take him home on discharge.',
      'Joint sessions or family therapy put her where she cannot speak freely.',
    ],
    isNot: [
      'A reason to wait with everything else until he is well.',
      'Anger management under another name.',
    ],
    sources: [facts.mentalHealthAct, facts.confidentialHealth, facts.breathingSpace],
  },
  homelessness_housing: {
    means:
      'Somewhere for him to live that is not with her and not near her. A man with no address sleeps on her sofa, waits outside her work, and cannot be found when an order has to be served.',
    examples: [
      {
        who: 'Housing options officer',
        does: 'sees him the day bail conditions forbid the family home, and finds a room outside her bus route',
        by: 'before he leaves custody',
      },
      {
        who: 'Prison resettlement worker',
        does: 'refers him as soon-to-be homeless, naming streets where he must not be placed',
        by: '8 weeks before release',
      },
      {
        who: 'Case manager',
        does: 'helps him keep the rent paid on the new room, and tells the panel at once if he gives it up',
        by: 'checked every 2 weeks',
      },
    ],
    who: ['housing', 'probation', 'prison', 'perpetrator_service', 'voluntary_sector', 'adult_social_care'],
    needs: [
      'His agreement to be referred, or a condition of bail or licence that names where he lives.',
      'Her view, through her IDVA, of which areas are safe, given without his ever learning of it.',
      'Proof of homelessness and of any priority need; where there is none, money from a local scheme.',
    ],
    risks: [
      'A street chosen without asking is the one her mother, her school or her refuge is in.',
      'Staff tell him why an area was refused, and so tell him where she is.',
      'A hotel paid for him becomes a way back: one man used such help to hold up a house sale and visit daily.',
    ],
    isNot: [
      'A reward: it is there to keep distance between them.',
      'Her move. She and the children come first in any housing plan.',
    ],
    sources: [
      facts.dutyToRefer,
      facts.intentionallyHomeless,
      facts.temporaryAfterPrison,
      facts.removalMoney,
      facts.walesHomelessness,
    ],
  },
  children_families: {
    means:
      'Helping him to be a safer father and relative: understanding what the children saw and heard, keeping to contact arrangements, and stopping the use of children against their mother. Only where contact is judged safe.',
    examples: [
      {
        who: 'Social worker',
        does: 'writes down what he must do before contact is looked at again, and goes through it with him',
        by: 'before the next core group',
      },
      {
        who: 'Case manager',
        does: 'works with him on what the children lived through, and reports what he said to the social worker',
        by: 'over the first 6 sessions',
      },
      {
        who: 'Contact centre',
        does: 'supervises contact, with separate arrival times and nothing carried between the parents',
        by: 'from the first visit',
      },
    ],
    who: ['childrens_social_care', 'perpetrator_service', 'education', 'voluntary_sector', 'youth_justice'],
    alsoWho: 'Cafcass or Cafcass Cymru, health visitors and the family court',
    needs: [
      'An assessment that contact, or work about the children, is safe for each child and for her.',
      'To know which orders or plans already say what he may and may not do.',
      'Each child’s own wishes, heard by someone he cannot question.',
    ],
    risks: [
      'Contact becomes the way he finds her, questions the children about her and passes messages.',
      'Certificates of attendance are waved in the family court as proof that he is safe.',
      'Reports and invitations carry her new address, because he has parental responsibility.',
    ],
    isNot: ['A parenting course in place of work on the abuse.', 'Mediation between the two of them.'],
    sources: [facts.childVictims, facts.familyCourtSafety, facts.parentalResponsibility],
  },
  substance_misuse: {
    means:
      'Treatment for drink or drugs, brought to him and kept up. Drink does not cause the abuse, but it makes injuries worse, appointments shorter and promises easier to break.',
    examples: [
      {
        who: 'Substance misuse service',
        does: 'gives him an assessment in the custody suite or at the probation office, so that there is no second journey to miss',
        by: 'within 5 working days',
      },
      {
        who: 'Probation',
        does: 'proposes a treatment requirement in the report before sentence',
        by: 'the date the court sets for the report',
      },
      {
        who: 'Treatment worker',
        does: 'tells the case manager of a lapse or a missed pick-up, under the agreement he signed at the start',
        by: 'the same day',
      },
    ],
    who: [
      'substance_misuse',
      'probation',
      'primary_care',
      'perpetrator_service',
      'prison',
      'voluntary_sector',
    ],
    needs: [
      'Willingness; for a court requirement, his consent and a place in treatment.',
      'A signed agreement about what the service will tell the panel, made on the first day.',
      'Safe storage at home for anything prescribed, above all where there are children.',
    ],
    risks: [
      'The first weeks without drink can be the most dangerous: withdrawal, sleeplessness and blame land on her.',
      'She is made the keeper of his recovery and blamed for each relapse.',
      'If she uses too, one service for both lets him sit in her waiting room or threaten to report her.',
    ],
    isNot: ['Behaviour change: sober men abuse as well.', 'A test he must pass before anyone protects her.'],
    sources: [facts.treatmentRequirement, facts.confidentialHealth],
  },
  identity: {
    means:
      'Who he takes himself to be: as a man, a father, a believer, a migrant, a gay or disabled man. Work that fits his language, faith and history is harder to wave away, and shame that is understood is less likely to be taken out on her.',
    examples: [
      {
        who: 'Case manager',
        does: 'books one interpreter for all sessions, who is not from his circle and never a relative',
        by: 'before the first session',
      },
      {
        who: 'Specialist by-and-for service',
        does: 'advises the panel how honour, faith or immigration is being used to hold her, without meeting him',
        by: 'by the next meeting',
      },
      {
        who: 'Voluntary mentor',
        does: 'meets him weekly on what he wants to be to his sons, and reports attendance only',
        by: 'for 12 weeks from acceptance',
      },
    ],
    who: ['perpetrator_service', 'voluntary_sector', 'family_justice_centre', 'mental_health', 'probation'],
    needs: [
      'His languages, disability and adjustments recorded as he states them.',
      'A check that no mentor, minister or interpreter has ties to her family or to his.',
      'Someone who can tell culture from excuse, and will say so in the meeting.',
    ],
    risks: [
      'A community figure invited to help carries word to the family and presses her to return.',
      'Interpreters talk: in a small community one session can disclose where she is.',
      'Speaking of a man’s sexuality or status without his leave can turn his anger on whoever he thinks told.',
    ],
    isNot: ['Permission for abuse in the name of custom.', 'A guess at his needs from his name.'],
    sources: [facts.equality, facts.forcedMarriage],
  },
  socialisation_community: {
    means:
      'Company and activity that does not run through her. A man whose whole world is one woman watches her all day; friends, a club or a congregation that hold him to account leave him less time and less reason.',
    examples: [
      {
        who: 'Case manager',
        does: 'finds a group that meets on the evenings when he used to go round to her home, and goes with him once',
        by: 'within 3 weeks',
      },
      {
        who: 'Community safety team',
        does: 'moves his football or gym sessions away from the centre the children use',
        by: 'before the new season',
      },
      {
        who: 'Housing support worker',
        does: 'asks each week whom he has seen, and passes on any sign of a new partner',
        by: 'every week while he is in the placement',
      },
    ],
    who: ['voluntary_sector', 'perpetrator_service', 'housing', 'adult_social_care', 'probation'],
    needs: [
      'A map of where she, the children and her people go, held by her IDVA and used only to rule places out.',
      'Whoever runs the group to know as much as keeps its members safe, and no more.',
      'A lookout for a new relationship, and for the right of that person to be told.',
    ],
    risks: [
      'A shared gym, mosque, church or school gate becomes a place to follow her to.',
      'New friends become messengers and lookouts who report on her.',
      'He meets someone new, who knows nothing, while everyone counts it as progress.',
    ],
    isNot: [
      'Building him character witnesses.',
      'Bringing the couple back together with the community’s blessing.',
    ],
    sources: [facts.disclosure, facts.standards],
  },
  purposeful_activities: {
    means:
      'Something to fill the hours that used to go on watching, messaging and waiting: volunteering, sport, unpaid work, a craft. It also shows the panel whether he can keep to anything.',
    examples: [
      {
        who: 'Probation',
        does: 'sets unpaid work on the two afternoons when she collects the children',
        by: 'from the first week of the order',
      },
      {
        who: 'Prison',
        does: 'gives him a place in a workshop away from the man who passes on his letters',
        by: 'at the next allocation board',
      },
      {
        who: 'Case manager',
        does: 'agrees with him a plan for the anniversary, birthday or hearing that usually ends in an incident',
        by: '2 weeks before each date',
      },
    ],
    who: ['voluntary_sector', 'probation', 'prison', 'perpetrator_service', 'youth_justice'],
    needs: [
      'To know his week, hour by hour, and where the risky hours are.',
      'A check of the place: who else goes there, and how near it is to her.',
      'A word to the organiser about any order that bars him from places or people.',
    ],
    risks: [
      'A volunteer badge gives him access to families, keys or records.',
      'Activity that falls through leaves him idle on the very day he was meant to be occupied.',
      'He learns her timetable from the pattern of when he is kept busy.',
    ],
    isNot: [
      'Ticking off attendance as though it were change.',
      'Leisure offered while nobody speaks of what he did.',
    ],
    sources: [facts.standards, facts.barring],
  },
  education_employment_training: {
    means:
      'Work, training or reading and writing that give him an income, a timetable and something to lose. Losing a job is a known moment of danger; so is a job that brings him to her door.',
    examples: [
      {
        who: 'Jobcentre work coach',
        does: 'lifts the job-search demands for the weeks in which he attends the programme',
        by: 'at the next interview',
      },
      {
        who: 'Case manager',
        does: 'moves sessions to early evening so that a new job does not end them',
        by: 'before his first shift',
      },
      {
        who: 'College',
        does: 'places him on the campus where neither she nor his daughter studies',
        by: 'before he enrols',
      },
    ],
    who: ['education', 'probation', 'voluntary_sector', 'perpetrator_service', 'prison'],
    alsoWho: 'Jobcentre Plus',
    needs: [
      'His true work history and convictions, and a plan for what he must disclose.',
      'To know whether the work gives him vehicles, uniforms, databases or other people’s homes.',
      'An early warning agreed with him: who is told when a job ends.',
    ],
    risks: [
      'Delivery, taxi, security and care work hand him addresses, hours on the road and a reason to be anywhere.',
      'More money can be spent on solicitors’ letters, trackers and gifts to the children.',
      'A sacking he puts down to her brings him to her that evening.',
    ],
    isNot: ['A reason to drop sessions.', 'A favour to be traded for good behaviour.'],
    sources: [facts.workConditions, facts.barring],
  },
  benefits_debt_finances: {
    means:
      'Sorting out his own claims, debts and bank account, apart from hers, so that money stops being his reason to call and his means of control. Done badly it shows him her income and address.',
    examples: [
      {
        who: 'Debt adviser',
        does: 'asks for a breathing space on debts in his sole name and checks each joint one with her adviser first',
        by: 'within 2 weeks',
      },
      {
        who: 'Case manager',
        does: 'helps him open an account and move his wages out of the joint one',
        by: 'before the next pay day',
      },
      {
        who: 'Welfare rights officer',
        does: 'goes with him to report the separation, so that two single claims replace the joint claim',
        by: 'once her IDVA says that hers is safely in place',
      },
    ],
    who: ['voluntary_sector', 'housing', 'perpetrator_service', 'adult_social_care', 'probation'],
    alsoWho: 'Jobcentre Plus and debt advisers',
    needs: [
      'A list of what is his, hers and joint, made without sending him hers.',
      'An adviser for him who is not hers, nor in the same small office.',
      'Agreement in the panel on who tells her, before any joint debt or claim is touched.',
    ],
    risks: [
      'A frozen or cleared joint debt sends letters to both, with her new address on them.',
      'Ending the joint claim leaves her with no money for weeks if hers is not ready.',
      'He learns what she earns, and asks for maintenance to be set by it.',
    ],
    isNot: ['Money from her to steady him.', 'A negotiation between them about arrears.'],
    sources: [facts.breathingSpace, facts.splitPayment, facts.economicAbuse],
  },
  behaviour_attitudes: {
    means:
      'Work with him on the abuse itself: naming what he did, to whom, and what he will do instead. One to one or in a group, led by trained people, alongside a service that supports her whether or not he attends.',
    examples: [
      {
        who: 'Case manager',
        does: 'starts weekly sessions, and compares his account each month with what police and social care hold',
        by: 'first session within 3 weeks of acceptance',
      },
      {
        who: 'Integrated support worker',
        does: 'rings her before the first session and after any that went badly, to ask how he has been',
        by: 'within 1 working day of each',
      },
      {
        who: 'Probation',
        does: 'asks for a programme requirement at sentence and tells the panel which places are open',
        by: 'before the sentencing hearing',
      },
    ],
    who: ['perpetrator_service', 'probation', 'prison', 'voluntary_sector', 'youth_justice'],
    needs: [
      'That he can take part: not in crisis, not using heavily, able to follow, and willing to come at least once.',
      'A judgement that the work is safe to attempt, reviewed when anything changes.',
      'Support offered to every victim-survivor first, with her words kept out of his sessions.',
    ],
    risks: [
      'Hope: she stays or returns because he has started a course.',
      'He learns the language of the programme and uses it to call her the abuser.',
      'A worker repeats something only she could have said, and he knows that she has spoken.',
    ],
    isNot: [
      'Counselling for couples, or anger management.',
      'The measure of success by itself: what matters is whether she is safer and freer.',
    ],
    sources: [facts.standards, facts.programmes, facts.courtProgrammes, facts.dapoPositive],
  },
}
