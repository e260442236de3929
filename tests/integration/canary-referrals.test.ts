import { afterAll, beforeAll, expect, test } from 'vitest'
import { referrals } from '../../db/schema/referral'
import { mails } from '../../db/schema/mail'
import { everyPage } from '../support/every-page'
import { enterRoom, type RoomClient } from '../support/room-client'
import { acceptance, aReferralLink, outsideFields, referred } from '../support/referrals'
import {
  everyone,
  openSmallMeeting,
  sitting,
  type Sent,
  type PersonName,
  type TestPanel,
} from '../support/small-panel'

// The canary sweep of referrals, links and merges: a word of its own in every field, before and after a referral becomes
// a case; then all that leaves is searched for every person. Who may read which is written out here by hand.

interface Planted {
  word: string
  what: string
  seers: readonly PersonName[]
}
const planted: Planted[] = []
const plant = (what: string, seers: readonly PersonName[]): string => {
  const word = `zw${String(planted.length + 1).padStart(3, '0')}xk`
  planted.push({ word, what, seers })
  return word
}

const run: readonly PersonName[] = ['chair', 'coChair', 'coordinator']
const hers: readonly PersonName[] = [...run, 'idva', 'idvaTwo']

let panel: TestPanel
const clients: { who: PersonName; client: RoomClient }[] = []
const links: { token: string; told: string | null }[] = []
const probes: Sent[] = []

/** Every field that can be filled in, for those who may read the referral, and for those who may read what is hers. */
const everyField = (readers: readonly PersonName[], hersTo: readonly PersonName[]) => ({
  givenName: plant('given name', readers),
  familyName: plant('family name', readers),
  aliases: plant('alias', readers),
  gender: plant('gender', readers),
  firstLanguage: plant('language', readers),
  aboutHim: plant('about him', readers),
  reason: plant('reason', readers),
  orders: plant('orders', readers),
  judgement: 'high',
  judgementReason: plant('judgement', readers),
  incidents: [
    { date: '2026-11-01', what: plant('an incident', readers), gravity: 'violence' },
    {
      date: '2026-11-02',
      what: plant('an incident known from her', hers),
      gravity: 'violence',
      fromHer: 'yes',
    },
  ],
  victims: [
    {
      name: plant('her name', hersTo),
      gender: plant('her gender', hersTo),
      relationship: 'partner',
      safeContact: plant('safe contact', hersTo),
      whoMustNotKnow: plant('who must not know', hersTo),
      wishes: plant('her wishes', hersTo),
      told: 'no',
      agrees: 'not_asked',
      reason: plant('why she was not told', hersTo),
    },
  ],
})

/** Before it is a case: chair, coordinator, IDVAs, the agency that made it (not its observers), and whom it names. */
const plantWaiting = async () => {
  const readers = [...hers, 'housing', 'police'] as const
  const hersTo = [...hers, 'police'] as const
  const fields = everyField(readers, hersTo)
  // Named, the police member reads all of it, what is known from her included.
  for (const one of planted) if (one.what === 'an incident known from her') one.seers = hersTo
  const about = await referred(panel, 'housing', fields, { memberIds: [panel.people.police.memberId] })
  await panel.done('housing', {
    kind: 'addToReferral',
    ...about,
    fields: { what: plant('an addition', readers), fromHer: plant('an addition from her', hersTo) },
  })
  await panel.done('chair', {
    kind: 'returnReferral',
    ...about,
    reason: 'No risk assessment',
    words: plant('what is asked', readers),
    note: plant('a note at screening', hers),
    how: 'telephone',
  })
  probes.push(
    { kind: 'addToReferral', ...about, fields: {} },
    { kind: 'acceptReferral', ...about, personId: 'none', reason: 'none' },
    { kind: 'signpostReferral', ...about, reason: 'none', words: 'x' },
    { kind: 'tellReferrer', ...about, how: 'mail', words: 'x' },
  )
}

/** Since it is a case: who may see the case; of what is hers, what was referred stays with chair, coordinator and IDVAs. */
const plantAccepted = async () => {
  const about = await referred(panel, 'socialCare', everyFieldOnceAccepted())
  const { created } = await panel.done(
    'coordinator',
    acceptance(about, { note: plant('a note at acceptance', hers) }),
  )
  probes.push(
    { kind: 'acceptReferral', ...about, personId: 'none', reason: 'none' },
    { kind: 'tellReferrer', ...about, how: 'mail', words: 'x' },
  )
  return created
}
const everyFieldOnceAccepted = () => {
  const fields = everyField(sitting, hers)
  // How she describes herself stands in the case, as of any victim-survivor.
  for (const one of planted) if (one.what === 'her gender' && one.seers === hers) one.seers = sitting
  return fields
}

const plantOutside = async () => {
  const link = await aReferralLink(panel, 'police')
  await panel.services.referralLinks.send(link.token, '192.0.2.9', outsideFields(everyField(hers, hers)))
  const [row] = (await panel.services.store.read.select().from(referrals)).filter(
    (one) => one.linkId !== null,
  )
  const about = { panelId: panel.panelId, referralId: row?.id ?? '' }
  const told = plant('what the referrer was told', hers)
  await panel.done('chair', {
    kind: 'signpostReferral',
    ...about,
    reason: 'Belongs to another area',
    words: plant('where to turn', hers),
  })
  await panel.done('chair', { kind: 'tellReferrer', ...about, how: 'telephone', words: told })
  links.push({ token: link.token, told })
  const spare = await aReferralLink(panel, 'housing')
  links.push({ token: spare.token, told: null })
  const withdrawn = await aReferralLink(panel, 'housing')
  await panel.done('housing', {
    kind: 'withdrawReferralLink',
    panelId: panel.panelId,
    linkId: withdrawn.linkId,
    reason: plant('why a link was withdrawn', [...run, 'housing']),
  })
  probes.push({ kind: 'withdrawReferralLink', panelId: panel.panelId, linkId: spare.linkId, reason: '' })
}

const plantMerge = async () => {
  const [one, other] = [await plantAccepted(), await plantAccepted()]
  const command = {
    kind: 'mergePersons',
    panelId: panel.panelId,
    keptId: one.person,
    mergedIds: [other.person],
    reason: plant('why they are one man', run),
  }
  const { created } = await panel.done('chair', command)
  await panel.done('coordinator', {
    kind: 'unmergePersons',
    panelId: panel.panelId,
    mergeId: created.personMerge,
    reason: plant('why they are two', run),
  })
  probes.push(
    { ...command, reason: '' },
    { kind: 'unmergePersons', panelId: panel.panelId, mergeId: created.personMerge, reason: 'Again.' },
  )
}

beforeAll(async () => {
  panel = await openSmallMeeting()
  const address = await panel.listen()
  for (const who of sitting)
    clients.push({
      who,
      client: await enterRoom({
        address,
        token: await panel.tokenFor(who),
        meetingId: panel.meetingId,
        surface: 'desk',
      }),
    })
  await plantWaiting()
  await plantMerge()
  await plantOutside()
  for (const { client } of clients) await client.settled()
}, 60_000)
afterAll(async () => {
  for (const { client } of clients) client.leave()
  await panel.close()
})

test('there is a word in every field of a referral, four times over', () => {
  expect(planted.length).toBeGreaterThan(60)
  expect(new Set(planted.map(({ word }) => word)).size).toBe(planted.length)
})

test.each(everyone)('the pages of %s hold the words that are for them and no other', async (who) => {
  const text = Object.values(await everyPage(panel, who)).join(' ')
  expect({
    who,
    leaked: planted
      .filter((one) => text.includes(one.word) && !one.seers.includes(who))
      .map(({ what }) => what),
    missed: planted
      .filter((one) => !text.includes(one.word) && one.seers.includes(who))
      .map(({ what }) => what),
  }).toEqual({ who, leaked: [], missed: [] })
})

test('nothing of a referral, a link or a merge is pushed into a meeting', () => {
  for (const { who, client } of clients)
    expect([
      who,
      planted.filter(({ word }) => client.everythingReceived.includes(word)).map(({ what }) => what),
    ]).toEqual([who, []])
})

test('a link shows no word of anyone, but what its referrer was told', async () => {
  for (const { token, told } of links) {
    const text = JSON.stringify(await panel.services.referralLinks.page(token, '192.0.2.10'))
    expect(planted.filter(({ word }) => text.includes(word)).map(({ word }) => word)).toEqual(
      told === null ? [] : [told],
    )
  }
})

test('mail, its outbox and the log hold no word of it', async () => {
  const rows = await panel.services.store.read.select().from(mails)
  expect(rows.map((row) => row.occasion)).toContain('referralToScreen')
  const text = JSON.stringify(rows) + panel.logged.join('')
  expect(planted.filter(({ word }) => text.includes(word))).toEqual([])
})

test('answers and refusals tell nobody a word that is not for them', async () => {
  for (const who of everyone) {
    const answers: unknown[] = []
    for (const command of probes) answers.push(await panel.command(who, command))
    const text = JSON.stringify(answers)
    expect([
      who,
      planted
        .filter(({ word, seers }) => text.includes(word) && !seers.includes(who))
        .map(({ what }) => what),
    ]).toEqual([who, []])
  }
})
