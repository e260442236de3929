import { longDate } from '../../app/domain/dates/long-date'
import { occasions, type Occasion } from '../../app/domain/follow-up/notices'
import type { WaitingMail } from './outbox'

// What a mail says. Every word of it stands here or in the list of occasions: nothing that anyone typed can get into it.

export const mailSubject = 'Something is waiting for you'

const sentenceOf = (mail: WaitingMail) => {
  const sentence = Object.hasOwn(occasions, mail.occasion)
    ? occasions[mail.occasion as Occasion]
    : 'Something is due.'
  return mail.day === null ? sentence : `${sentence} Due: ${longDate(mail.day)}.`
}

/** One mail for all that waits for one person: each sentence once, with the page where it is found. */
export const mailText = (batch: readonly WaitingMail[], baseUrl: string): string => {
  const lineOf = (mail: WaitingMail) =>
    mail.path === null
      ? `- ${sentenceOf(mail)}`
      : `- ${sentenceOf(mail)}\n  ${new URL(mail.path, baseUrl).href}`
  const lines = [...new Set(batch.map(lineOf))]
  const way = batch.every((mail) => mail.outside)
    ? 'Open the link that you were given to see what it is.'
    : 'Sign in to see what it is.'
  return [
    'This is Panelroom.',
    '',
    ...lines.flatMap((line) => [line, '']),
    `${way} This message holds nothing about anyone, and is not the place to answer: replies are not read.`,
    '',
  ].join('\n')
}
