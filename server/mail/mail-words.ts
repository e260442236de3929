import { longDate } from '../../app/domain/long-date'
import { occasions, type Occasion } from '../../app/domain/notices'
import type { WaitingMail } from './outbox'

// What a mail says. Every word of it stands here or in the list of occasions: nothing that anyone typed can get into it.

export const mailSubject = 'Something is waiting for you'

const sentenceOf = (mail: WaitingMail) => {
  const sentence = Object.hasOwn(occasions, mail.occasion) ? occasions[mail.occasion as Occasion] : 'Something is due.'
  return mail.day === null ? sentence : `${sentence} Due: ${longDate(mail.day)}.`
}

/** One mail for all that waits for one person: each sentence once, with the page where it is found. */
export const mailText = (batch: readonly WaitingMail[], baseUrl: string): string => {
  const lines = [...new Map(batch.map((mail) => [`${sentenceOf(mail)}\n  ${new URL(mail.path, baseUrl).href}`, true])).keys()]
  return [
    'This is Panelroom.',
    '',
    ...lines.flatMap((line) => [`- ${line}`, '']),
    'Sign in to see what it is. This message holds nothing about anyone, and is not the place to answer: replies are not read.',
    '',
  ].join('\n')
}
