import type { referralCommands } from '../../app/domain/commands/referral'
import { runners, recorders, onAReferral } from './ground'
import { refers } from './ready'
import { aReferralLink, referralCommand, referred } from '../support/referrals'
import type { ExamplesOf } from './command-example'
import type { ReferralThings } from '../../app/domain/things/referral'
import type { KindExamplesOf } from './kind-example'
import { hers, runThePanel } from './seers'
import { standing } from './standing'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const referralCommandExamples: ExamplesOf<typeof referralCommands> = {
  makeReferral: {
    sentence: 'Refer someone to the panel',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: (panel) => referralCommand(panel),
    moves: [
      {
        often: 1,
        by: recorders,
        make: (g) => ({
          kind: 'makeReferral',
          panelId: g.panel.panelId,
          source: 'agency',
          fields: {
            familyName: 'Yarwell',
            reason: 'He waits.',
            victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes', wishes: g.words }],
          },
        }),
      },
    ],
  },
  addToReferral: {
    sentence: 'Add to one’s own agency’s referral',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: async (panel, who) => ({
      kind: 'addToReferral',
      ...(await referred(panel, refers(who))),
      fields: { what: 'He has moved.' },
    }),
    moves: [
      { often: 1, by: recorders, make: onAReferral('addToReferral', (g) => ({ fields: { what: g.words } })) },
    ],
  },
  acceptReferral: {
    sentence: 'Accept a referral on to the agenda',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => ({
      kind: 'acceptReferral',
      ...(await referred(panel)),
      personId: 'new',
      reason: 'Visible high risk',
    }),
    moves: [
      {
        often: 2,
        by: runners,
        make: onAReferral('acceptReferral', (g) => ({
          personId: g.pick(['new', ...g.things.all('person').map((one) => one.id)], 2),
          reason: 'Visible high risk',
        })),
      },
    ],
  },
  returnReferral: {
    sentence: 'Return a referral for information',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => ({
      kind: 'returnReferral',
      ...(await referred(panel)),
      reason: 'No risk assessment',
      words: 'Please assess.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: onAReferral('returnReferral', (g) => ({
          reason: 'No risk assessment',
          words: g.words || 'Please assess.',
        })),
      },
    ],
  },
  signpostReferral: {
    sentence: 'Signpost a referral',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => ({
      kind: 'signpostReferral',
      ...(await referred(panel)),
      reason: 'Belongs to another area',
      words: 'Turn to Brook.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: onAReferral('signpostReferral', () => ({
          reason: 'Belongs to another area',
          words: 'Turn to Brook.',
        })),
      },
    ],
  },
  tellReferrer: {
    sentence: 'Record that a referrer was told',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      const about = await referred(panel)
      await panel.done('coChair', {
        kind: 'returnReferral',
        ...about,
        reason: 'No risk assessment',
        words: 'Please assess.',
      })
      return { kind: 'tellReferrer', ...about, how: 'telephone', words: 'Please assess.' }
    },
    moves: [
      {
        often: 2,
        by: runners,
        make: onAReferral('tellReferrer', (g) => ({ how: 'telephone', words: g.words || 'Please assess.' })),
      },
    ],
  },
  withdrawReferralLink: {
    sentence: 'Withdraw a referral link that one gave',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: async (panel, who) => {
      const { linkId } = await aReferralLink(panel, refers(who))
      return { kind: 'withdrawReferralLink', panelId: panel.panelId, linkId, reason: 'The wrong address.' }
    },
    moves: [
      {
        often: 1,
        by: recorders,
        make: (g) => {
          const link = g.pick(g.things.all('referralLink'), 1)
          return (
            link && {
              kind: 'withdrawReferralLink',
              panelId: g.panel.panelId,
              linkId: link.id,
              reason: 'The wrong address.',
            }
          )
        },
      },
    ],
  },
}

/** Before it is a case: those who screen and the advocates, and whoever records for the agency that made it. */
const withReferrer = [...hers, 'housing'] as const
const elsewhere = { notPlanted: 'canary-referrals plants it' }

export const referralKindExamples: KindExamplesOf<ReferralThings> = {
  referral: {
    seenBy: withReferrer,
    shown: {},
    words: {
      referrerName: { notPlanted: 'the member’s own' },
      referrerAgency: { notPlanted: 'the agency’s own' },
      referrerEmail: { notPlanted: 'of outside referrers only; canary-referrals' },
      givenName: withReferrer,
      familyName: withReferrer,
      aliases: withReferrer,
      gender: withReferrer,
      firstLanguage: withReferrer,
      aboutHim: withReferrer,
      reason: withReferrer,
      incidents: withReferrer,
      judgementReason: withReferrer,
      riskWorking: { notPlanted: 'worked out, in words of its own' },
      orders: withReferrer,
      children: { notPlanted: 'chosen from lists' },
      additions: elsewhere,
      screeningReason: { notPlanted: 'chosen from the panel’s list' },
      screeningNote: hers,
      screeningWords: withReferrer,
    },
    plant: async (panel, words) => {
      const { givenName, familyName, aliases, gender, firstLanguage, aboutHim, reason, orders } = words
      const about = await referred(panel, 'housing', {
        ...{ givenName, familyName, aliases, gender, firstLanguage, aboutHim, reason, orders },
        judgement: 'high',
        judgementReason: words.judgementReason,
        incidents: [{ date: '2026-11-01', what: words.incidents, gravity: 'threat' }],
      })
      await panel.done('chair', {
        kind: 'returnReferral',
        ...about,
        reason: 'No risk assessment',
        words: words.screeningWords,
        note: words.screeningNote,
      })
      return about.referralId
    },
  },
  referralSafety: {
    seenBy: hers,
    shown: {},
    words: {
      victims: hers,
      incidents: hers,
      riskWorking: { notPlanted: 'worked out, in words of its own' },
      additions: elsewhere,
    },
    plant: async (panel, words) =>
      (
        await referred(panel, 'housing', {
          incidents: [{ date: '2026-11-01', what: words.incidents, gravity: 'threat', fromHer: 'yes' }],
          victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes', safeContact: words.victims }],
        })
      ).referralId,
  },
  referralLink: {
    seenBy: [...runThePanel, 'housing'],
    shown: {},
    words: {
      name: [...runThePanel, 'housing'],
      agency: [...runThePanel, 'housing'],
      email: { notPlanted: 'an address holds no word; mail.test follows it' },
      withdrawnReason: [...runThePanel, 'housing'],
    },
    plant: async (panel, words) => {
      const linkId = await panel.offerLink('housing', { name: words.name, agency: words.agency })
      await panel.done('housing', {
        kind: 'withdrawReferralLink',
        panelId: panel.panelId,
        linkId,
        reason: words.withdrawnReason,
      })
      return linkId
    },
  },
  referrerTelling: {
    seenBy: withReferrer,
    shown: {},
    words: { words: withReferrer },
    plant: async (panel, words) => {
      const about = await referred(panel, 'housing')
      await panel.done('chair', {
        kind: 'returnReferral',
        ...about,
        reason: 'No risk assessment',
        words: 'Please assess.',
      })
      await panel.done('chair', { kind: 'tellReferrer', ...about, how: 'telephone', words: words.words })
      return (await standing(panel, 'referrerTelling', (one) => one.words === words.words)).id
    },
  },
}
