import { z } from 'zod'
import { audienceSchema } from '../domain/audience'
import type { VisibleThing } from '../domain/sight/sees'

// The contract between a browser and the room. Message > shape, and acknowledgement where there is one. Everything from
// a browser is parsed against this; an unknown message is refused. messages.test.ts pins a hash of the catalogue to the
// version: change a shape, raise the version and say why in `history`.

export const wireVersion = 1
export const history = ['1: join, patch, view, stale, presence, run, look, session'] as const

const refusal = z.object({
  ok: z.literal(false),
  code: z.string(),
  message: z.string(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  missing: z.array(z.string()).optional(),
})

const visibleThing = z.custom<VisibleThing>(
  (value) => typeof value === 'object' && value !== null && 'ref' in value,
)
const id = z.string().min(1).max(80)

/** From the browser. */
export const requests = {
  /** Enter a meeting's room, or return to it: the cursor says what this screen shows now. */
  'room:join': {
    message: z.object({
      v: z.literal(wireVersion),
      meetingId: id,
      cursor: z.string().max(80).nullable(),
      surface: z.enum(['desk', 'wall']),
    }),
    answer: z.union([
      z.object({
        ok: z.literal(true),
        cursor: z.string(),
        view: z.array(visibleThing).nullable(),
        now: z.number(),
      }),
      refusal,
    ]),
  },
  'room:leave': { message: z.object({ meetingId: id }), answer: z.null() },
  /** The command itself is parsed by the domain, so that its refusals name fields. */
  'command:run': {
    message: z.object({ commandId: z.string().min(8).max(80), command: z.unknown() }),
    answer: z.union([
      z.object({ ok: z.literal(true), created: z.record(z.string(), z.string()), records: z.number() }),
      refusal,
    ]),
  },
  /** Where I look and whether I type: told to others, never kept. */
  'room:look': {
    message: z.object({
      meetingId: id,
      itemId: id.nullable(),
      typing: z.object({ form: z.string().max(40), audience: audienceSchema }).nullable(),
    }),
    answer: z.null(),
  },
  /** A person is at the keyboard, so the idle clock starts again. */
  'session:stay': {
    message: z.object({}),
    answer: z.object({ idleAt: z.number(), endsAt: z.number() }).nullable(),
  },
} as const

/** To the browser. */
export const notices = {
  /** Applies only to a screen whose cursor is `base`; any other joins again. */
  'room:patch': z.object({
    meetingId: id,
    base: z.string(),
    cursor: z.string(),
    set: z.array(visibleThing),
    gone: z.array(z.string()),
  }),
  /** The whole view anew: what this person may see has changed. */
  'room:view': z.object({ meetingId: id, cursor: z.string(), view: z.array(visibleThing) }),
  /** Join again. */
  'room:stale': z.object({ meetingId: id }),
  /** There is nothing here for this person any more. */
  'room:closed': z.object({ meetingId: id }),
  'room:presence': z.object({
    meetingId: id,
    here: z.array(z.object({ memberId: id, itemId: id.nullable(), typing: z.string().nullable() })),
  }),
  'session:ended': z.object({}),
} as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type MessageOf<N extends RequestName> = z.infer<Requests[N]['message']>
export type AnswerTo<N extends RequestName> = z.infer<Requests[N]['answer']>
export type NoticeName = keyof typeof notices
export type NoticeOf<N extends NoticeName> = z.infer<(typeof notices)[N]>
export type PresentMember = NoticeOf<'room:presence'>['here'][number]

/** What socket.io is typed with, on both sides. */
export type FromBrowser = {
  [N in RequestName]: (message: MessageOf<N>, answer: (answer: AnswerTo<N>) => void) => void
}
export type ToBrowser = { [N in NoticeName]: (notice: NoticeOf<N>) => void }
