import type { GuidanceSource } from './guidance-card'

// Each point of law or rule once, so that a change in the law is one change here. “Unverified” means that we have not
// confirmed it against the text in force: it says “check”, and whoever relies on it checks. Points of law were gathered
// for a meeting in November 2026; several Acts were then coming into force in stages.

const national = (what: string, source: string): GuidanceSource => ({ what, source, status: 'national' })
const local = (what: string, source: string): GuidanceSource => ({ what, source, status: 'local' })
const unverified = (what: string, source: string): GuidanceSource => ({ what, source, status: 'unverified' })

export const facts = {
  // Police notices and orders
  dvpn: national(
    'A superintendent or above may give a domestic violence protection notice. The magistrates’ court must hear the application for an order within 48 hours; Sundays, Good Friday, Christmas Day and bank holidays do not count.',
    'Crime and Security Act 2010, sections 24 to 27',
  ),
  dvpo: national(
    'A domestic violence protection order lasts 14 to 28 days. The court decides on the balance of probabilities that he used or threatened violence, and her consent is not needed.',
    'Crime and Security Act 2010, section 28',
  ),
  dapn: national(
    'Where the newer notice is in force, an inspector or above may give it. It covers every kind of abuse, and the order must be heard within 48 hours, with the same days left out.',
    'Domestic Abuse Act 2021, sections 22 to 29',
  ),
  dapo: national(
    'A domestic abuse protection order has no fixed length, can require as well as forbid, and can carry a tag for up to 12 months at a time. He must give police his names and address within 3 days. Breach is an offence, with up to 5 years.',
    'Domestic Abuse Act 2021, sections 27 to 41; statutory guidance for the police, November 2024',
  ),
  dapoWhere: unverified(
    'The newer notices and orders began in pilot areas only: from 27 November 2024 in Greater Manchester, in Croydon, Bromley and Sutton, and for the British Transport Police; Cleveland and North Wales joined in 2025. Check whether they are in force where he lives.',
    'Commencement regulations under the Domestic Abuse Act 2021',
  ),
  dapoPositive: national(
    'Before a court makes him attend something, it needs to hear from whoever will supervise it that it is suitable and can be enforced.',
    'Domestic Abuse Act 2021, section 36',
  ),
  stalkingOrder: national(
    'Police apply to the magistrates’ court; no conviction is needed. A full order lasts at least 2 years, he must tell police his names and address within 3 days, and breach is an offence, with up to 5 years.',
    'Stalking Protection Act 2019',
  ),
  disclosure: unverified(
    'Police may tell her, or someone placed to protect her, about his past: she has a right to ask, and police may tell her unasked. The whole is to take no longer than 28 days, and less where danger presses; check the local timetable.',
    'Domestic Abuse Act 2021, section 77, and its statutory guidance of 2023',
  ),

  // Family and criminal courts
  nonMolestation: national(
    'She applies to the family court herself, without telling him first where waiting would put her at risk. Breach is an offence, with up to 5 years.',
    'Family Law Act 1996, sections 42, 42A and 45',
  ),
  occupation: national(
    'An occupation order says who may live in or come near the home. The court weighs the harm to each side and to the children. A power of arrest can be attached.',
    'Family Law Act 1996, sections 33 to 41 and 47',
  ),
  restraining: national(
    'A criminal court may make a restraining order when it sentences him, and even when it acquits him. Breach is an offence, with up to 5 years.',
    'Sentencing Act 2020, sections 360 and 363; Protection from Harassment Act 1997, section 5A',
  ),
  forcedMarriage: national(
    'Local authorities may apply for a forced marriage protection order without leave, and others with it. Breach is an offence.',
    'Family Law Act 1996, Part 4A',
  ),
  noCrossExamination: national(
    'In the family court someone convicted of or charged with a specified offence against her, or bound by an on-notice injunction, may not question her himself.',
    'Matrimonial and Family Proceedings Act 1984, Part 4B',
  ),
  barringOrder: national(
    'The family court can stop him from making one application after another where they would put her or a child at risk of harm.',
    'Children Act 1989, sections 91(14) and 91A',
  ),
  legalAid: unverified(
    'Legal aid for protective injunctions is means-tested, with room to waive the upper limits; private children and money cases also need evidence of abuse. Check what counts.',
    'Legal Aid, Sentencing and Punishment of Offenders Act 2012 and its regulations',
  ),
  saleOfHome: national(
    'A court can order a jointly owned home to be sold or transferred, in divorce or, for those never married, under the law of trusts.',
    'Matrimonial Causes Act 1973, section 24A; Trusts of Land and Appointment of Trustees Act 1996, section 14',
  ),
  assaultClock: national(
    'Common assault and battery that is domestic abuse: proceedings must start within 6 months of her first statement or recorded interview, and within 2 years of the assault.',
    'Criminal Justice Act 1988, section 39A',
  ),
  control: national(
    'Controlling or coercive behaviour is an offence, and since 5 April 2023 also after they have parted. Strangulation and suffocation are offences of their own.',
    'Serious Crime Act 2015, sections 75A and 76',
  ),
  stalkingOffence: national(
    'Stalking is an offence, and a graver one where it causes fear of violence or serious alarm or distress.',
    'Protection from Harassment Act 1997, sections 2A and 4A',
  ),
  withoutHer: national(
    'A prosecution can rest on other evidence when she does not give hers; what others heard and his past conduct can be admitted on the court’s terms.',
    'Crown Prosecution Service guidance on domestic abuse; Criminal Justice Act 2003, Part 11',
  ),
  specialMeasures: national(
    'A complainant of domestic abuse is treated as an intimidated witness and can have a screen or a live link.',
    'Youth Justice and Criminal Evidence Act 1999, section 17; Domestic Abuse Act 2021, section 62',
  ),
  victimRecords: unverified(
    'A police request to a third party for her records must be necessary and proportionate to a reasonable line of enquiry, and she is told of it; counselling notes have extra protection. Check what is in force.',
    'Police, Crime, Sentencing and Courts Act 2022, Part 2, Chapter 3A',
  ),

  // Bail, licence and sentence
  policeBail: national(
    'Police bail before charge runs for up to 3 months, then to 6 with an inspector’s authority and to 9 with a superintendent’s; after that a court decides. Police seek her views on the conditions where they practicably can.',
    'Police and Criminal Evidence Act 1984, Part 4, as amended in 2022',
  ),
  bailBreach: national(
    'Breaking a bail condition is not in itself an offence: it allows arrest. After charge he is put before a court within 24 hours. Release under investigation carries no conditions at all.',
    'Police and Criminal Evidence Act 1984, section 46A; Bail Act 1976, section 7',
  ),
  recall: national(
    'The Secretary of State may revoke a licence and return him to prison. Probation asks; a new conviction is not needed.',
    'Criminal Justice Act 2003, section 254',
  ),
  recallLength: unverified(
    'How long a recall lasts was changed in 2024, 2025 and 2026, with release at a fixed point for many. Ask probation what holds for this man, and plan for the day he comes out.',
    'Sentencing Act 2026, Part 2; check what has begun',
  ),
  licenceConditions: unverified(
    'A condition beyond the standard ones must be necessary and proportionate to his risk. Ask probation in good time before release; check how long theirs takes.',
    'HM Prison and Probation Service policy on licence conditions',
  ),
  victimContact: unverified(
    'The Victim Contact Scheme lets victims of certain serious offences ask for licence conditions such as an exclusion zone, and hear of release. Check who qualifies.',
    'Domestic Violence, Crime and Victims Act 2004, section 35, as amended',
  ),
  prisonContact: unverified(
    'A prison can stop calls and letters to anyone who does not want them, and there is a national service to ask. Check how to reach it.',
    'HM Prison and Probation Service, public protection and unwanted contact',
  ),
  orderBreach: national(
    'Breach of a non-molestation, restraining, stalking protection or domestic abuse protection order is an offence. Breach of an occupation order or a domestic violence protection order goes back to court without being one.',
    'Family Law Act 1996, sections 42A and 47; Sentencing Act 2020, section 363; Stalking Protection Act 2019, section 8; Domestic Abuse Act 2021, section 39; Crime and Security Act 2010, section 29',
  ),
  breachToCourt: national(
    'Someone arrested for breach of a domestic violence protection notice or order, or of a domestic abuse protection notice, is put before a court within 24 hours; Sundays and the main holidays do not count.',
    'Crime and Security Act 2010, sections 26 and 29; Domestic Abuse Act 2021, section 26',
  ),

  // Children
  section47: national(
    'Children’s social care must make enquiries when it has reasonable cause to suspect that a child is suffering, or likely to suffer, significant harm. Seeing or hearing abuse counts as harm.',
    'Children Act 1989, sections 31(9) and 47',
  ),
  conference: unverified(
    'A first child protection conference follows within 15 working days of the strategy discussion that led to the enquiries. Wales has procedures of its own; check.',
    'Working Together to Safeguard Children, 2023; Wales Safeguarding Procedures',
  ),
  childVictims: national(
    'A child who sees, hears or feels the effects of abuse, and is related to either of them, is a victim too.',
    'Domestic Abuse Act 2021, section 3',
  ),
  exclusionFromChild: national(
    'With an emergency protection or interim care order, the court can put him out of the home instead of the child, if someone there can care for the child and agrees to it. A power of arrest can be attached.',
    'Children Act 1989, sections 38A and 44A',
  ),
  policeProtection: national(
    'Police may keep a child safe for up to 72 hours; an emergency protection order lasts up to 8 days and can be extended once, by 7.',
    'Children Act 1989, sections 44 to 46',
  ),
  familyCourtSafety: national(
    'Before it orders contact the family court must look at abuse that is alleged, decide whether it needs to find the facts, and make sure that contact is safe for the child and for her.',
    'Family Procedure Rules 2010, Practice Direction 12J',
  ),
  parentalResponsibility: national(
    'Someone with parental responsibility can as a rule ask schools and health services about the child.',
    'Children Act 1989, section 3; Education Act 1996',
  ),

  // Information
  section115: national(
    'Anyone may disclose to police, councils, probation and health bodies what is needed to prevent crime and disorder. It is a power, not a duty, and data protection law still applies.',
    'Crime and Disorder Act 1998, section 115',
  ),
  crimeExemption: national(
    'Where telling him about a disclosure, or limiting it to its first purpose, would get in the way of preventing crime, those data protection rights give way, case by case.',
    'Data Protection Act 2018, Schedule 2, paragraph 2',
  ),
  confidentialHealth: national(
    'A clinician may disclose without his agreement where that is needed to protect others from death or serious harm, and records why.',
    'General Medical Council guidance on confidentiality',
  ),
  intelligence: local(
    'How an agency hands police intelligence, and how the source of it is graded and guarded, is settled with the force.',
    'Your force’s intelligence unit and the panel’s information sharing agreement',
  ),
  commonLawDisclosure: unverified(
    'Police may tell an employer or regulator at once where there is a pressing need to protect someone; as a rule he is heard first. Check the force’s procedure.',
    'Common law; police guidance on disclosure',
  ),
  firearms: national(
    'The chief officer may revoke a firearm or shotgun certificate where he can no longer hold it without danger to the public or the peace. He may appeal to the Crown Court within 21 days.',
    'Firearms Act 1968, sections 30A, 30C and 44; statutory guidance to chief officers',
  ),
  worksWithChildren: unverified(
    'In England the designated officer is told within one working day when someone who works with children may be unsuitable to, and how he behaves at home can count. Wales has procedures of its own; check.',
    'Working Together to Safeguard Children, 2023',
  ),
  barring: national(
    'An employer who takes someone out of work with children or adults at risk because of harm must tell the Disclosure and Barring Service.',
    'Safeguarding Vulnerable Groups Act 2006, section 35',
  ),
  driving: unverified(
    'A doctor may tell the driving licence authority of a condition or dependence that makes driving unsafe, and police may ask it to look again. Check the route.',
    'General Medical Council and DVLA guidance',
  ),
  migrantVictims: unverified(
    'If her leave to remain hangs on his, she may be able to stay in her own right and to have public funds for a time. She takes regulated immigration advice first; check who qualifies.',
    'Immigration Rules, Appendix Victim of Domestic Abuse; the concession for migrant victims',
  ),
  notificationReading: unverified(
    'The published list names this area and does not define it. This card gives the meaning the team works with; agree your own.',
    'Drive Croydon evaluation, table 1',
  ),

  // Homes
  ground14a: national(
    'In England a social landlord may ask for possession where one of a couple has been driven out by the other’s violence or threats and is unlikely to return. The court must find it reasonable.',
    'Housing Act 1988, Schedule 2, ground 14A; Housing Act 1985, Schedule 2, ground 2A',
  ),
  noticeToWhoLeft: national(
    'The landlord who relies on that ground must take reasonable steps to serve the notice on the partner who left.',
    'Housing Act 1988, section 8A; Housing Act 1985, section 83A',
  ),
  rentersRights: unverified(
    'Grounds and notice periods for assured tenancies in England changed from 1 May 2026. Check the notice needed for this one.',
    'Renters’ Rights Act 2025',
  ),
  walesHomes: unverified(
    'In Wales homes are let on occupation contracts: violence is prohibited conduct, and a landlord may be able to remove one joint contract-holder and leave the other. Check the section and the court’s test.',
    'Renting Homes (Wales) Act 2016, section 55 and the provisions on joint contract-holders',
  ),
  jointTenancy: national(
    'One joint tenant of a periodic tenancy in England can end it for both by a valid notice.',
    'Hammersmith and Fulham London Borough Council v Monk [1992] 1 AC 478',
  ),
  tenancyTransfer: national(
    'The family court can transfer a tenancy from him, or from both, to her alone.',
    'Family Law Act 1996, Schedule 7',
  ),
  exclusionInjunction: national(
    'A council, police or a social landlord can ask the county court for an injunction against anti-social behaviour, and for his exclusion from his own home where there is violence, a threat of it or a significant risk of harm.',
    'Anti-social Behaviour, Crime and Policing Act 2014, sections 1 and 13',
  ),
  secureElsewhere: national(
    'In England a council that rehouses someone who had a lifetime tenancy and fled abuse must as a rule give her a lifetime tenancy again.',
    'Domestic Abuse Act 2021, section 79',
  ),
  herHomelessness: national(
    'In England someone homeless because of abuse has priority need, need not stay where abuse is probable, and is not sent back to an area where she would be at risk.',
    'Housing Act 1996, sections 177, 189 and 198',
  ),
  intentionallyHomeless: national(
    'Someone who loses a home through his own conduct may be found intentionally homeless and be owed less. Priority need is tested for him as for anyone.',
    'Housing Act 1996, sections 189 and 191',
  ),
  dutyToRefer: national(
    'In England prisons, probation, hospitals, jobcentres and social services must refer someone they think is homeless or about to be, with his agreement.',
    'Housing Act 1996, section 213B',
  ),
  walesHomelessness: national('Wales has homelessness law of its own.', 'Housing (Wales) Act 2014, Part 2'),
  temporaryAfterPrison: unverified(
    'Probation can offer someone leaving prison with nowhere to go up to 84 nights of temporary accommodation where the scheme runs. Check places and length.',
    'HM Prison and Probation Service, Community Accommodation Service',
  ),
  removalMoney: local(
    'Whether there is money for his hotel, deposit or rent, and on what terms, differs from place to place.',
    'Your council or commissioner; one London trial funded hotel weeks and deposits',
  ),
  sanctuary: local(
    'Locks, alarms and fire-safe letter boxes in her own home come from a local scheme, and need the landlord’s agreement.',
    'Your council’s sanctuary scheme',
  ),

  // Money and work
  breathingSpace: national(
    'A debt adviser can start a breathing space: 60 days without enforcement, most interest or charges. In mental health crisis treatment it lasts as long as the treatment and 30 days more.',
    'Debt Respite Scheme (Breathing Space Moratorium and Mental Health Crisis Moratorium) (England and Wales) Regulations 2020',
  ),
  splitPayment: unverified(
    'Universal Credit for a couple can be split between them on request, at the Department’s discretion. Check how she can ask unseen.',
    'Universal Credit (Claims and Payments) Regulations 2013',
  ),
  benefitReports: unverified(
    'The Department for Work and Pensions looks into reports of a wrong claim, and can recover from either partner of a joint one. Check before reporting.',
    'Social Security Administration Act 1992',
  ),
  childMaintenance: unverified(
    'The Child Maintenance Service can collect and pass on payments so that she need not deal with him, and can deduct from wages and benefits. Check whether the 2023 Act has begun.',
    'Child Support Act 1991; Child Support Collection (Domestic Abuse) Act 2023',
  ),
  economicAbuse: national(
    'Economic abuse is part of what the law calls domestic abuse.',
    'Domestic Abuse Act 2021, section 1',
  ),
  appointee: national(
    'The Department can end an appointment to receive someone’s benefits, and the Court of Protection can end a power of attorney.',
    'Social Security (Claims and Payments) Regulations 1987, regulation 33; Mental Capacity Act 2005, section 22',
  ),
  fraud: national('Using her name or signature to borrow can be fraud.', 'Fraud Act 2006'),
  workConditions: unverified(
    'Easements can lift what a claimant must do to look for work while he is in treatment or homeless. Check with the work coach.',
    'Universal Credit Regulations 2013',
  ),

  // Health and care
  mentalHealthAct: national(
    'Detention needs a mental disorder of a kind and degree that the Act describes; an approved mental health professional applies on medical recommendations. Police may hold someone in a place of safety for up to 24 hours, which can be extended by 12.',
    'Mental Health Act 1983, sections 2, 3 and 136',
  ),
  careAssessment: national(
    'A council must assess an adult who appears to need care and support, and make enquiries where such an adult is at risk of abuse and cannot protect himself or herself because of those needs.',
    'Care Act 2014, sections 9 and 42; in Wales, Social Services and Well-being (Wales) Act 2014',
  ),
  treatmentRequirement: national(
    'A court can add drug, alcohol or mental health treatment to a community or suspended sentence, with his consent.',
    'Sentencing Act 2020, Schedule 9',
  ),
  consentToTreatment: national(
    'Treatment needs his consent unless the law says otherwise.',
    'Mental Capacity Act 2005; common law',
  ),
  equality: national(
    'A public body must have due regard to equality when it decides how to work with him, and with her.',
    'Equality Act 2010, section 149',
  ),
  standards: national(
    'Work with perpetrators puts the safety and freedom of victims, children among them, first, and has a linked support service for them.',
    'Home Office standards for domestic abuse perpetrator interventions, 2023',
  ),
  programmes: local(
    'Which programmes run here, who may refer, who pays and how long the wait is.',
    'Your commissioner; ask whether the provider is accredited by Respect',
  ),
  courtProgrammes: unverified(
    'Probation programmes for domestic abuse follow a sentence that requires them; names and thresholds were changing in 2025 and 2026. Check what is on offer.',
    'HM Prison and Probation Service, accredited programmes',
  ),
  indirect: unverified(
    'One programme aims for direct work with about half of those it takes on; the rest are managed without meeting them.',
    'Drive Croydon evaluation, year two, on site guidance',
  ),
  flags: local(
    'What goes on an address marker, who reads it and when it comes off is each agency’s own rule.',
    'Your force and the panel’s members; one London panel used alerts on addresses',
  ),
} as const satisfies Record<string, GuidanceSource>
