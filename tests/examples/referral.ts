import type { referralCommands } from '../../app/domain/commands/referral'
import { runners, recorders, onAReferral } from './ground'
import { refers } from './ready'
import { aReferralLink, referralCommand, referred } from '../support/referrals'
import type { ExamplesOf } from './command-example'

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
