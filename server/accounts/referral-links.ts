import { randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { ReferralLinkOffer } from '../../app/domain/referral/referral-link'
import { policyOf } from '../../app/domain/panel/policy'
import type { AdditionFields, ReferralFields } from '../../app/domain/referral/referral-fields'
import { isUsable, showsStage } from '../../app/domain/referral/referral-link'
import { outsideStage, type OutsideStage } from '../../app/domain/referral/referrer-telling'
import { isRefusal, notFound, refuse, type Refusal } from '../../app/domain/refusals'
import { members, panels } from '../../db/schema/panel'
import type { Store } from '../../db/store'
import { loadReferralLink } from '../../db/things/load-referral'
import { and, eq } from 'drizzle-orm'
import { LockedOut } from '../../db/write-queue'
import { lockedOutWords, type Execute, type OwnMail } from '../execute'
import type { Outbox } from '../mail/outbox'
import { mayEnterPanel } from '../may-command'
import { sha256 } from './sealing'
import type { Session } from './sessions'

// The way in for a referrer without an account. A token is 256 random bits and stands only in the link itself; the table
// holds its hash. Whoever comes with a token that was never given, has run out, was withdrawn, or is used up, gets one
// and the same answer, byte for byte. After too many such answers an address gets none at all for a while. Sending a
// referral looks up nobody: neither the answer nor how long it takes depends on whether he is known.

interface Settings {
  store: Store
  execute: Execute
  outbox: Outbox
  clock: () => number
}

const tooMany = refuse('too_many', 'Too many tries from where you are. Wait 15 minutes, then try again.')

/** What the page of a link shows. */
export type LinkPage =
  | {
      state: 'refer'
      panelName: string
      criteria: string[]
      until: number
      name: string
      agency: string
      email: string
    }
  | { state: 'add'; panelName: string; asked: string; until: number; referralRef: string }
  | {
      state: 'stage'
      panelName: string
      referralRef: string
      stage: OutsideStage
      words: string | null
      until: number
    }

export const createReferralLinks = ({ store, execute, outbox, clock }: Settings) => {
  const perAddress = new RateLimiterMemory({ points: 30, duration: 900 })
  const blocked = async (address: string) => ((await perAddress.get(address))?.remainingPoints ?? 1) <= 0
  const countMiss = (address: string) => perAddress.consume(address).catch(() => undefined)

  const found = async (token: string, address: string) => {
    if (await blocked(address)) return tooMany
    // A hash of whatever was given, of whatever length, so that every token costs the same.
    const things = await store.snapshot((tx) => loadReferralLink(tx, { tokenHash: sha256(token) }))
    const link = things?.all('referralLink')[0]
    const panel = things?.get('panel', link?.panelId)
    const now = clock()
    const stageDays = things && link ? policyOf(things, link.panelId).referralStageDays : 0
    if (!things || !link || !panel || !(isUsable(link, now) || showsStage(link, now, stageDays))) {
      await countMiss(address)
      return notFound
    }
    return { things, link, panel, usable: isUsable(link, now), stageDays }
  }

  /** The token stands nowhere but in this mail, which goes to disk with the link: no crash leaves one without the other. */
  const mailOf = (panelId: string, address: string, token: string): OwnMail => ({
    notice: (created) => ({
      occasion: 'referralLink',
      panelId,
      to: { address },
      day: null,
      path: null,
      key: `referralLink ${created.referralLink}`,
    }),
    sealedPath: outbox.sealed(`/refer/${token}`),
  })

  return {
    /** Gives the token for the link: it is shown this once. */
    offer: async (
      session: Session,
      panelId: string,
      link: ReferralLinkOffer,
    ): Promise<{ ok: true; token: string } | Refusal> => {
      const [seat] = await store.read
        .select({ panel: panels })
        .from(members)
        .innerJoin(panels, eq(panels.id, members.panelId))
        .where(
          and(
            eq(members.panelId, panelId),
            eq(members.accountId, session.accountId),
            eq(members.active, true),
          ),
        )
      if (!seat || !mayEnterPanel(session, seat.panel)) return notFound
      const token = randomBytes(32).toString('base64url')
      const outcome = await execute(
        { accountId: session.accountId },
        { kind: 'offerReferralLink', panelId, link, tokenHash: sha256(token) },
        undefined,
        link.email ? { mail: mailOf(panelId, link.email, token) } : {},
      )
      return isRefusal(outcome) ? outcome : { ok: true, token }
    },

    page: async (token: string, address: string): Promise<LinkPage | Refusal> => {
      const link = await found(token, address)
      if (isRefusal(link)) return link
      const { things, panel, usable, stageDays } = link
      const panelName = panel.name
      const referral = things.get('referral', link.link.referralId ?? link.link.forReferralId)
      if (usable && link.link.forReferralId === null) {
        const criteria =
          things.all('criteria').find((set) => set.version === panel.criteriaVersion)?.criteria ?? []
        const { name, agency, email, until } = link.link
        return {
          state: 'refer',
          panelName,
          criteria: criteria.map((one) => one.label),
          until,
          name,
          agency,
          email,
        }
      }
      if (!referral) return notFound
      if (usable)
        return {
          state: 'add',
          panelName,
          asked: [referral.screeningReason, referral.screeningWords].filter(Boolean).join('. '),
          until: link.link.until,
          referralRef: referral.ref,
        }
      return {
        state: 'stage',
        panelName,
        referralRef: referral.ref,
        ...outsideStage(things, referral),
        until: (link.link.usedAt ?? 0) + stageDays * 86_400_000,
      }
    },

    /** Sends what the link is for. The same form sent twice by an impatient hand is sent once; anything else finds the link used up. */
    send: async (
      token: string,
      address: string,
      fields: { refer: ReferralFields } | { add: AdditionFields },
    ): Promise<{ ok: true } | Refusal> => {
      const link = await found(token, address)
      if (isRefusal(link)) return link
      const command =
        'refer' in fields
          ? ({ kind: 'referByLink', linkId: link.link.id, fields: fields.refer } as const)
          : ({ kind: 'addByLink', linkId: link.link.id, fields: fields.add } as const)
      const outcome = await execute(
        { process: 'referral link' },
        command,
        `referral-link-${link.link.id}`,
      ).catch((error: unknown) => {
        if (error instanceof LockedOut) return 'not yet' as const
        throw error
      })
      // The link is as good as before: nobody must take it for one that does not work.
      if (outcome === 'not yet') return refuse('wrong_moment', lockedOutWords)
      if (!isRefusal(outcome)) return { ok: true }
      await countMiss(address)
      return notFound
    },
  }
}

export type ReferralLinks = ReturnType<typeof createReferralLinks>
