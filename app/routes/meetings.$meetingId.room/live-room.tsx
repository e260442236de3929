import { entryKinds, type EntryKind } from '~/domain/things/entries'
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { AttendancePanel, InterestsPanel, JoinPanel, OpeningPanel } from '~/components/room/attendance-panel'
import { AgencyStrip } from '~/components/room/agency-strip'
import { CaseEntries } from '~/components/room/case-entries'
import { CaseHeading } from '~/components/room/case-heading'
import { ChairControls, StepBar } from '~/components/room/chair-controls'
import { SandboxMark } from '~/components/page/page-frame'
import { PreparedPanel } from '~/components/room/prepared-panel'
import { isRecorderKind, Recorder, type RecorderKind } from '~/components/room/recorder'
import { RoomAgenda } from '~/components/room/room-agenda'
import { WhereStrip } from '~/components/room/where-strip'
import { RoomProvider, type RoomContextValue, type TypedFields } from '~/components/forms/room-context'
import type { Ladder } from '~/domain/follow-up/ladder'
import type { PublicCommandKind } from '~/domain/commands/commands'
import { agendaIn, allOf, meetingIn, memberName, oneOf, viewOfThings } from '~/domain/meeting/room-view'
import type { PageViewer } from '~/domain/abilities'
import type { VisibleThing } from '~/domain/sight/sees'
import type { Refusal } from '~/domain/refusals'
import { forget, hasText, keep, putBack, readKept, typedIn } from '~/live/drafts'
import { useNow, useRoom } from '~/live/use-room'
import { valuesFromEntries } from '~/wire/form-values'
import { Outbox } from './outbox'
import { RoomBar } from './room-bar'
import { SessionWatch } from './session-watch'
import { useNews } from './use-news'
import { useShortcuts } from './use-shortcuts'

interface Opening {
  meetingId: string
  viewer: PageViewer
  things: VisibleThing[]
  cursor: string
  now: number
  today: string
  held: Ladder['meetings']
  commands: readonly PublicCommandKind[]
  idleAt: number
  endsAt: number
  item: string | null
  record: string | null
}

interface Refused {
  refusal: Refusal
  typed: TypedFields
  form: string
}

export function LiveRoom({ opening, refused }: { opening: Opening; refused: Refused | undefined }) {
  const { meetingId, viewer } = opening
  const firstView = useMemo(() => viewOfThings(opening.things), [opening.things])
  const { room, client } = useRoom({
    meetingId,
    accountId: viewer.accountId,
    surface: 'desk',
    view: firstView,
    cursor: opening.cursor,
    now: opening.now,
    idleAt: opening.idleAt,
    endsAt: opening.endsAt,
  })
  const { view } = room
  const live = client !== null
  const now = useNow(room.ahead, opening.now)
  const [masked, setMasked] = useState(false)
  const [following, setFollowing] = useState(opening.item === null)
  const [shownId, setShownId] = useState<string | null>(opening.item)
  const [recording, setRecording] = useState<RecorderKind | null>(
    isRecorderKind(opening.record) ? opening.record : null,
  )
  const [stayed, setStayed] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  // When the panel moves on under someone who was about to write, the next case's form takes the cursor; nobody else's.
  const writing = useRef(false)
  const choose = useCallback((kind: RecorderKind | null) => {
    writing.current = kind !== null
    setRecording(kind)
  }, [])

  const meeting = meetingIn(view, meetingId)
  const agenda = agendaIn(view, meetingId)
  const pointed = meeting?.itemId ?? null

  /** Someone is typing when the cursor is in a form that keeps drafts and holds text of theirs. */
  const isTyping = () => {
    const form = document.activeElement?.closest<HTMLFormElement>('form[data-draft]')
    return form !== null && form !== undefined && hasText(form)
  }

  // The chair moves on: whoever follows goes along, unless they are typing; they are told, and one press takes them there.
  // The case in front of them changes only here, after looking: once its form is gone from the page it is too late to ask.
  const [followedId, setFollowedId] = useState(pointed)
  useEffect(() => {
    if (!following) return
    if (followedId !== pointed && isTyping()) setStayed(true)
    else {
      setFollowedId(pointed)
      setStayed(false)
    }
  }, [pointed, following, followedId])
  const itemId = shownId ?? followedId

  // Another case begins at its head: whoever had scrolled down would look at an empty page. Nobody is moved while typing.
  const shownBefore = useRef(itemId)
  useEffect(() => {
    if (shownBefore.current === itemId) return
    shownBefore.current = itemId
    if (!isTyping()) window.scrollTo({ top: 0 })
  }, [itemId])
  const item = agenda.find((one) => one.id === itemId)

  const followChair = useCallback(() => {
    setFollowing(true)
    setFollowedId(pointed)
    setShownId(null)
    setStayed(false)
  }, [pointed])
  const show = useCallback((id: string) => {
    setShownId(id)
    setFollowing(false)
    setStayed(false)
  }, [])

  const draftKey = useCallback(
    (formKey: string) => `draft:${viewer.accountId}:${meetingId}:${formKey}`,
    [viewer.accountId, meetingId],
  )
  const outbox = room.outbox
  // Where the panel stood when a move was asked for: once it stands elsewhere the move has happened, answered or not.
  const standing = `${pointed ?? ''} ${meeting?.step ?? ''}`
  const [movedFrom, setMovedFrom] = useState<string | null>(null)
  const lookingRef = useRef<string | null>(null)
  lookingRef.current = item && !item.another ? item.id : null

  const context: RoomContextValue = useMemo(
    () => ({
      meetingId,
      view,
      viewer,
      commands: new Set(opening.commands),
      inSession: meeting?.status === 'open',
      masked,
      now,
      today: opening.today,
      held: opening.held,
      live,
      movingOn:
        (movedFrom ?? standing) === standing &&
        outbox.some((one) => one.state === 'waiting' && isMove(one.command.kind)),
      send: async (form, formKey, mended) => {
        if (!client) return false
        const values = valuesFromEntries(new FormData(form) as unknown as Iterable<[string, unknown]>)
        delete values.form
        if (isMove(values.kind)) setMovedFrom(standing)
        const before = client
          .read()
          .outbox.find((sending) => sending.form === formKey && sending.state === 'refused')
        if (mended && before) client.dismiss(before.commandId)
        const answer = await client.run(values, formKey, typedIn(form))
        return answer.ok
      },
      refusedIn: (formKey) => {
        const sending = outbox.find((one) => one.form === formKey && one.state === 'refused')
        if (sending?.refusal) return { refusal: sending.refusal, typed: sending.typed }
        return refused?.form === formKey ? refused : undefined
      },
      drafts: {
        read: (formKey) => readKept<TypedFields>(draftKey(formKey)),
        save: (formKey, form) => {
          if (hasText(form)) keep(draftKey(formKey), typedIn(form))
          else forget(draftKey(formKey))
          client?.look(
            lookingRef.current,
            hasText(form)
              ? { form: formKey.split(':')[0] ?? 'text', audience: audienceTyped(form, viewer) }
              : null,
          )
        },
        forget: (formKey) => {
          forget(draftKey(formKey))
          client?.look(lookingRef.current, null)
        },
        restore: putBack,
        isBlank: (form) => !hasText(form),
      },
    }),
    [
      meetingId,
      view,
      viewer,
      opening.commands,
      opening.today,
      opening.held,
      meeting?.status,
      masked,
      now,
      live,
      client,
      outbox,
      movedFrom,
      standing,
      refused,
      draftKey,
    ],
  )

  useEffect(() => {
    client?.look(item && !item.another ? item.id : null, null)
  }, [client, item])

  useShortcuts(root, {
    f: followChair,
    m: () => setMasked((was) => !was),
  })

  const news = useNews(view, item?.id ?? null, viewer.memberId, opening.now)
  const online = useMemo(() => new Set(room.here.map((one) => one.memberId)), [room.here])
  const typing = room.here.filter(
    (one) => one.typing !== null && one.itemId === item?.id && one.memberId !== viewer.memberId,
  )
  const panel = allOf(view, 'panel')[0]
  const joined = allOf(view, 'attendance').some(
    (one) => one.memberId === viewer.memberId && one.acceptedAt !== null && one.leftAt === null,
  )

  if (room.connection === 'closed' || !meeting || !panel) {
    return (
      <main id="main" className="page narrow" tabIndex={-1}>
        <h1>Nothing to see here</h1>
        <p>There is nothing here that you can open.</p>
        <p>
          <a href="/">Go to your panels</a>
        </p>
      </main>
    )
  }

  return (
    <RoomProvider value={context}>
      <div
        className="room"
        ref={root}
        onFocus={(event) => (writing.current = event.target.closest('.recorder-form') !== null)}
        data-connection={room.connection}
        data-cursor={room.cursor}
      >
        {panel.sandbox ? <SandboxMark /> : null}
        <RoomBar
          meeting={meeting}
          agenda={agenda}
          connection={live ? room.connection : 'off'}
          waiting={outbox.filter((one) => one.state === 'waiting').length}
          following={following && !stayed}
          onFollow={followChair}
          onMask={() => setMasked((was) => !was)}
          masked={masked}
        />
        <WhereStrip agenda={agenda} item={item} isOffline={room.connection === 'offline'} />
        {room.connection === 'signed_out' ? <SignedOut meetingId={meetingId} /> : null}
        <SessionWatch idleAt={room.idleAt} endsAt={room.endsAt} now={now} client={client} />
        <div className="room-body">
          <main id="main" className="room-main" tabIndex={-1}>
            {stayed && pointed ? (
              <p className="notice moved" role="status">
                The chair has moved on to {inSentence(labelOf(agenda, pointed))} What you type stays here.{' '}
                <button type="button" className="small" onClick={followChair}>
                  Go there
                </button>
              </p>
            ) : null}
            {!following && pointed && pointed !== item?.id ? (
              <p className="notice moved">
                The panel is at {inSentence(labelOf(agenda, pointed))}{' '}
                <button type="button" className="small" onClick={followChair}>
                  Follow the chair
                </button>
              </p>
            ) : null}
            <JoinPanel />
            {joined || meeting.status !== 'planned' ? <OpeningPanel /> : null}
            {meeting.status === 'closed' ? (
              <p className="notice">
                The meeting is closed. <a href={`/meetings/${meetingId}/minutes`}>Read the minutes</a>
              </p>
            ) : null}
            <ChairControls item={item} />
            {item ? (
              <Case key={item.id} item={item} recording={recording} onChoose={choose} writing={writing} />
            ) : (
              <p className="empty">{noCaseYet[meeting.status]}</p>
            )}
            <p className="typing quiet small" role="status">
              {typing.length > 0
                ? `${typing.map((one) => memberName(view, one.memberId)).join(', ')} ${typing.length === 1 ? 'is' : 'are'} typing`
                : ''}
            </p>
          </main>
          {/* After the case, as it stands on a narrow screen: whoever goes by Tab must not be led to the end of the page and back. */}
          <aside className="room-side" aria-label="Agenda and people">
            <h2>Agenda</h2>
            <RoomAgenda shownId={item?.id ?? null} here={room.here} news={news} onShow={show} />
            <AttendancePanel online={online} />
            <InterestsPanel />
            <p className="small no-print">
              <a href={`/meetings/${meetingId}/agenda`}>Agenda page</a> ·{' '}
              <a href={`/meetings/${meetingId}/returns`}>Our returns</a> ·{' '}
              <a href={`/meetings/${meetingId}/wall`}>Big screen</a> ·{' '}
              <a href={`/meetings/${meetingId}/minutes`}>
                {meeting.status === 'closed' ? 'Minutes' : 'Minutes so far'}
              </a>
            </p>
          </aside>
        </div>
        <Outbox outbox={outbox} client={client} isOffline={room.connection === 'offline'} />
        <Announcer view={view} meetingId={meetingId} itemId={item?.id ?? null} />
      </div>
    </RoomProvider>
  )
}

const isMove = (kind: unknown) => kind === 'movePointer' || kind === 'undoAdvance'

const labelOf = (agenda: ReturnType<typeof agendaIn>, itemId: string): string => {
  const at = agenda.findIndex((one) => one.id === itemId)
  const item = agenda[at]
  return item
    ? `case ${at + 1}, ${item.another ? 'another item' : `${item.caseRef ?? ''} ${item.initials ?? ''}`}`
    : 'another item'
}

/** Initials bring their own full stop. */
const inSentence = (label: string) => (label.endsWith('.') ? label : `${label}.`)

/**
 * What others may learn from the fact that someone types: only those whom the entry is for. An advocate says last where
 * her words come from; typing seen by all, and then no entry, would tell them that there is one they may not read.
 */
const audienceTyped = (form: HTMLFormElement, viewer: PageViewer) => {
  const values = valuesFromEntries(new FormData(form) as unknown as Iterable<[string, unknown]>)
  const holder = (values.fields ?? (values.correction as { fields?: unknown } | undefined)?.fields) as
    { audience?: unknown; source?: unknown } | undefined
  const circle = { kind: 'safety_circle', memberIds: [] }
  if (
    values.kind === 'answerSafetyCheck' ||
    (values.correction as { entryKind?: unknown } | undefined)?.entryKind === 'safetyCheck'
  )
    return circle
  return (
    holder?.audience ??
    (viewer.usualSource === 'victim_survivor' || holder?.source === 'victim_survivor'
      ? circle
      : { kind: 'panel' })
  )
}

function Case({
  item,
  recording,
  onChoose,
  writing,
}: {
  item: ReturnType<typeof agendaIn>[number]
  recording: RecorderKind | null
  onChoose: (kind: RecorderKind | null) => void
  writing: RefObject<boolean>
}) {
  if (item.another) {
    return (
      <section className="another" aria-labelledby="another-heading">
        <h2 id="another-heading">Another item</h2>
        <p>
          The panel is at an item that you are not part of. This page goes on by itself when the panel does.
        </p>
      </section>
    )
  }
  return (
    <>
      <CaseHeading item={item} />
      <StepBar item={item} />
      <AgencyStrip item={item} />
      <PreparedPanel item={item} />
      <Recorder item={item} chosen={recording} onChoose={onChoose} writing={writing} />
      <CaseEntries item={item} />
    </>
  )
}

const noCaseYet = {
  planned: 'Choose a case in the agenda to read it. The live record starts when the meeting is opened.',
  open: 'The meeting is open. The first case shows here when the chair goes to it; you can look at any case in the agenda meanwhile.',
  closed: 'Choose a case in the agenda to read what was recorded on it.',
}

function SignedOut({ meetingId }: { meetingId: string }) {
  return (
    <div className="signed-out" role="alertdialog" aria-labelledby="signed-out-heading">
      <h2 id="signed-out-heading">You have been signed out</h2>
      <p>What you typed is kept in this tab, and what was not yet sent goes out when you are back.</p>
      <p>
        <a className="button" href={`/sign-in?to=/meetings/${meetingId}/room`}>
          Sign in again
        </a>
      </p>
    </div>
  )
}

/** Tells a screen reader, politely, what others recorded on the case in view and where the chair went. */
function Announcer({
  view,
  meetingId,
  itemId,
}: {
  view: ReturnType<typeof viewOfThings>
  meetingId: string
  itemId: string | null
}) {
  const [said, setSaid] = useState('')
  const before = useRef({ view, pointed: meetingIn(view, meetingId)?.itemId })
  useEffect(() => {
    const pointed = meetingIn(view, meetingId)?.itemId
    const was = before.current
    before.current = { view, pointed }
    if (was.view === view) return
    const lines: string[] = []
    if (pointed && pointed !== was.pointed)
      lines.push(`The chair is at ${inSentence(labelOf(agendaIn(view, meetingId), pointed))}`)
    for (const kind of entryKinds) {
      if (spoken[kind] === null) continue
      for (const entry of allOf(view, kind)) {
        if (entry.itemId === itemId && !oneOf(was.view, kind, entry.id))
          lines.push(`New ${spoken[kind]}, ${oneOf(view, 'agency', entry.agencyId)?.name ?? ''}.`)
      }
    }
    if (lines.length > 0) setSaid(lines.slice(0, 3).join(' '))
  }, [view, meetingId, itemId])
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
/** Read out as it comes; null: what the whole panel hears in the room anyway. */
const spoken: Readonly<Record<EntryKind, string | null>> = {
  share: 'information',
  lever: 'lever',
  intervention: 'intervention',
  action: 'action',
  request: 'request',
  decision: 'decision',
  finding: null,
  position: null,
  safetyCheck: null,
}
