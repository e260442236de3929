import type { disruptAreas, supportAreas } from '../catalogues/entries'
import type { InShort } from './guidance-card'

// The two lines of each area’s card that people learn from in the room. They stand apart from the cards so that the
// room, which must open quickly on a poor line, does not carry the whole of the guidance.

export const supportInShort: Record<keyof typeof supportAreas, InShort> = {
  physical_health: {
    needs: 'His agreement, and records that hold an address and number other than hers.',
    risk: 'A shared surgery or hospital account shows him where she was and when.',
  },
  mental_health: {
    needs: 'His agreement or the test for detention, and a clinician who knows about the abuse.',
    risk: 'Talk of suicide can be a threat to her; she may be asked to take him home.',
  },
  homelessness_housing: {
    needs:
      'His agreement to a referral, or a condition on where he lives; and her view of which areas are safe.',
    risk: 'An area ruled out with a reason given tells him where she is.',
  },
  children_families: {
    needs:
      'An assessment that contact is safe for each child and for her, and sight of every order and plan.',
    risk: 'Contact becomes the way he finds her, and reports carry her address.',
  },
  substance_misuse: {
    needs: 'Willingness, a place in treatment, and his signed agreement on what the panel is told.',
    risk: 'The first weeks without drink can be the most dangerous for her.',
  },
  identity: {
    needs: 'His languages and adjustments as he states them, and helpers with no tie to either family.',
    risk: 'An interpreter or community figure carries word of her, or presses her to return.',
  },
  socialisation_community: {
    needs: 'To know, through her IDVA, which places to rule out.',
    risk: 'A shared place to follow her to, or a new partner whom nobody has warned.',
  },
  purposeful_activities: {
    needs: 'His week by the hour, and a check of who else is at the place.',
    risk: 'It gives him access to people, or the pattern shows him her timetable.',
  },
  education_employment_training: {
    needs: 'His work history and convictions, and to know what the job puts in his hands.',
    risk: 'Work with addresses and a vehicle; or a sacking he puts down to her.',
  },
  benefits_debt_finances: {
    needs: 'His, hers and joint set apart, and an adviser of his own.',
    risk: 'Letters on joint debts show him her address; a joint claim ended too soon leaves her without money.',
  },
  behaviour_attitudes: {
    needs: 'That he can take part, that it is safe to try, and that she has support first.',
    risk: 'She returns in hope; or a worker repeats what only she could have said.',
  },
}

export const disruptInShort: Record<keyof typeof disruptAreas, InShort> = {
  children_families: {
    needs: 'Reasonable cause to suspect significant harm, with dated facts; the demands put on him by name.',
    risk: 'She is judged for failing to protect, and he is sent a report with her words in it.',
  },
  evidence_gathering: {
    needs: 'An offence in mind, originals with dates, and a lawful route for each record.',
    risk: 'What she said is served on him; a thin case ends in release the same evening.',
  },
  breach_of_orders: {
    needs: 'The exact terms, proof of service, and proof of the breach from someone other than her.',
    risk: 'He knows that only she could have reported it; a recall ends on a fixed day.',
  },
  legal_proceedings: {
    needs:
      'The right applicant and evidence on the balance of probabilities. A police notice must be in court within 48 hours.',
    risk: 'Papers can name her address; the hour he is served is an hour of danger.',
  },
  information_sharing_police: {
    needs: 'Purpose, lawful basis and necessity; fact apart from opinion; how police may use it.',
    risk: 'Police act on what only she knew, and he works back to her.',
  },
  availability_of_victims: {
    needs: 'Her agreement to each step; for a disclosure, that it is lawful, necessary and proportionate.',
    risk: 'She bears the cost while his life goes on; a new lock tells him that she sought help.',
  },
  notification: {
    needs: 'A power or duty to tell that body, a pressing need, and only the fact it needs.',
    risk: 'He lays the loss of work or guns at her door: plan for that week.',
  },
  housing: {
    needs:
      'Whose tenancy it is and of what kind; for possession, that she has left because of it and that it is reasonable.',
    risk: 'With nowhere to go he comes to her; one notice from him can end a joint tenancy.',
  },
  benefits_debt_finances: {
    needs: 'Which accounts and claims are whose, and her adviser’s word that her own will survive.',
    risk: 'A report on him can stop her money and leave her the overpayment.',
  },
}
