import { afterEach, expect, test } from 'vitest'
import { localDay } from '../../app/domain/dates/local-time'
import { checkFolder } from '../../app/domain/importing/check-folder'
import { isEntryKind } from '../../app/domain/things/entries'
import { mails } from '../../db/schema/mail'
import { loadEverything } from '../../db/things/load-everything'
import type { WantedMinutes } from '../../server/reads/minutes-reads'
import { folderOf } from '../support/folder-of'
import { circle, commandsIn, panelAudience } from '../support/commands'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'
import { thing } from '../support/views'

// The minutes after the meeting: approved, distributed, corrected, compared, and never more than a reader may see.

let panel: TestPanel
afterEach(() => panel.close())

const minutesFor = async (who: PersonName, wanted: WantedMinutes = {}) => {
  const read = await panel.services.reads.minutes(await panel.sessionFor(who), panel.meetingId, wanted)
  if (!read.ok) throw new Error(`${who} may not read the minutes: ${read.code}`)
  return read
}
const later = (minutes = 5) => panel.clock.move({ minutes })
const command = (kind: string) => ({ kind, meetingId: panel.meetingId })
const approve = async () => {
  later()
  await panel.done('chair', command('approveMinutes'))
  later()
}
/** Commands for A1, and the meeting closed. */
const closedWith = async (record: () => Promise<void>) => {
  panel = await openSmallMeeting()
  await record()
  later()
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  later()
}
const shareId = async (who: PersonName, what: string, fields = {}) =>
  (await panel.done(who, commandsIn(panel).share('A1', what, fields))).created.share ?? ''
const says = (view: unknown) => JSON.stringify(view)

test('closing makes a draft with a clock; the chair approves, then it is distributed, each by its day', async () => {
  await closedWith(async () => void (await shareId('housing', 'He has keys.')))
  // The meeting was on Wednesday 2 December: five working days on is Wednesday 9, ten is Wednesday 16.
  expect(await minutesFor('housing')).toMatchObject({
    state: 'draft',
    due: { what: 'approve', by: '2026-12-09' },
    versions: [],
  })
  expect(await panel.refused('coordinator', command('approveMinutes'))).toMatchObject({ code: 'not_allowed' })
  expect(await panel.refused('coordinator', command('distributeMinutes'))).toMatchObject({
    code: 'wrong_moment',
  })
  await approve()
  expect(await minutesFor('housing')).toMatchObject({
    state: 'approved',
    due: { what: 'distribute', by: '2026-12-16' },
  })
  await panel.done('coordinator', command('distributeMinutes'))
  expect(await minutesFor('housing')).toMatchObject({ state: 'distributed', due: null })
  expect(await panel.refused('chair', command('approveMinutes'))).toMatchObject({ code: 'already_done' })
})

test('a meeting in session has no minutes to approve', async () => {
  panel = await openSmallMeeting()
  expect(await panel.refused('chair', command('approveMinutes'))).toMatchObject({ code: 'wrong_moment' })
})

test('a meeting that was imported waits for nobody: its minutes are where they were kept', async () => {
  panel = await openSmallMeeting()
  const { execute, store, home, reads } = panel.services
  const files = folderOf({
    meetings:
      'meeting_ref,panel,date,minutes_planned,minutes_taken,starts_at\nM0,Ashford Panel,2026-11-18,120,110,10:00\n',
  })
  const { folder, findings } = checkFolder(files, await loadEverything(store.read), { today: '2026-12-01' })
  expect(findings).toEqual([])
  if (folder)
    expect(await execute({ process: 'import' }, { kind: 'importPanels', folder, demo: true })).toMatchObject({
      ok: true,
    })
  const imported =
    (await loadEverything(store.read)).all('meeting').find((meeting) => meeting.ref === 'M0')?.id ?? ''
  panel.clock.move({ days: 30 })
  expect(await reads.minutes(await panel.sessionFor('chair'), imported)).toMatchObject({
    state: 'kept_elsewhere',
    due: null,
  })
  expect(await panel.refused('chair', { kind: 'approveMinutes', meetingId: imported })).toMatchObject({
    code: 'wrong_moment',
  })
  expect(says(await home.needs(await panel.sessionFor('chair')))).not.toContain(imported)
})

test('in the draft an agency corrects what it recorded; after approval only chair and coordinator do, and the chair approves again', async () => {
  let id = ''
  await closedWith(async () => void (id = await shareId('housing', 'He has kyes.')))
  const first = await panel.done(
    'housing',
    commandsIn(panel).correct('share', id, { what: 'He has keys.' }, 'A slip.'),
  )
  expect(
    await panel.refused(
      'police',
      commandsIn(panel).correct('share', first.created.share ?? '', { what: 'x' }),
    ),
  ).toMatchObject({ code: 'not_allowed' })
  await approve()
  expect(
    await panel.refused(
      'housing',
      commandsIn(panel).correct('share', first.created.share ?? '', { what: 'x' }),
    ),
  ).toMatchObject({ code: 'wrong_moment' })
  await panel.done(
    'coordinator',
    commandsIn(panel).correct(
      'share',
      first.created.share ?? '',
      { what: 'He has two keys.', agencyId: panel.agencies.housing },
      'Housing rang: two.',
    ),
  )
  later()

  // Until the chair approves, readers have the approved version and the chair has the corrected one.
  expect(says((await minutesFor('housing')).view)).not.toContain('two keys')
  expect(await minutesFor('housing')).toMatchObject({ state: 'approved' })
  expect(await minutesFor('chair')).toMatchObject({
    state: 'correction_waits',
    due: { what: 'approve', by: '2026-12-09' },
  })
  expect(says((await minutesFor('chair')).view)).toContain('two keys')
  await approve()
  const { versions, view } = await minutesFor('housing')
  expect(versions).toHaveLength(2)
  expect(says(view)).toContain('two keys')
  const compared = await minutesFor('housing', { comparedId: versions[0]?.id ?? '' })
  expect(compared.changes).toMatchObject([
    {
      what: 'corrected',
      before: expect.stringContaining('He has keys.') as string,
      after: expect.stringContaining('He has two keys.') as string,
      reason: 'Housing rang: two.',
    },
  ])
  const old = await minutesFor('housing', { versionId: versions[0]?.id ?? '' })
  expect(says(old.view)).not.toContain('two keys')
})

test('struck out after approval, a share stands in the version approved before, and the next says that it was struck out and why', async () => {
  let id = ''
  await closedWith(async () => void (id = await shareId('housing', 'He has keys.')))
  await approve()
  await panel.done('coordinator', command('distributeMinutes'))
  later()
  await panel.done('chair', commandsIn(panel).withdraw(id, 'It was his brother.'))
  later()
  // Until the chair approves that, readers read what was approved: standing.
  for (const wanted of [{}, { versionId: (await minutesFor('housing')).versions[0]?.id ?? '' }]) {
    const { view, state } = await minutesFor('housing', wanted)
    expect(state).toBe('distributed')
    expect(thing(view, 'share', id)).toMatchObject({ withdrawnAt: null, withdrawnReason: null })
    expect(says(view)).not.toContain('brother')
  }
  expect(await minutesFor('chair')).toMatchObject({ state: 'correction_waits' })
  await approve()
  await panel.done('coordinator', command('distributeMinutes'))
  const { versions, view } = await minutesFor('housing')
  expect(versions).toHaveLength(2)
  expect(thing(view, 'share', id)).toMatchObject({ withdrawnReason: 'It was his brother.' })
  const [first = { id: '' }] = versions
  expect(thing((await minutesFor('housing', { versionId: first.id })).view, 'share', id)).toMatchObject({
    withdrawnAt: null,
  })
  expect((await minutesFor('housing', { comparedId: first.id })).changes).toMatchObject([
    {
      what: 'withdrawn',
      before: expect.stringContaining('He has keys.') as string,
      after: null,
      reason: 'It was his brother.',
    },
  ])
  // Whoever read it as standing is told that there is something to read.
  const told = (await panel.services.store.read.select().from(mails)).filter(
    (mail) => mail.occasion === 'minutesDistributed' && mail.accountId === panel.people.police.accountId,
  )
  expect(told).toHaveLength(2)
})

test('a correction that a reader may not read makes no version for them and leaves no trace', async () => {
  let id = ''
  await closedWith(async () => {
    id = await shareId('idva', 'She works nights.', { audience: circle() })
  })
  await approve()
  await panel.done('coordinator', command('distributeMinutes'))
  const before = await minutesFor('housing')
  later()
  await panel.done(
    'coordinator',
    commandsIn(panel).correct('share', id, {
      what: 'She works days.',
      audience: circle(),
      agencyId: panel.agencies.advocates,
    }),
  )
  await approve()
  await panel.done('coordinator', command('distributeMinutes'))
  const { now: _earlier, ...was } = before
  const { now: _now, ...is } = await minutesFor('housing')
  expect(is).toEqual(was)
  expect((await minutesFor('police')).versions).toHaveLength(2)
  // Nor does a mail tell them that something was corrected.
  const told = (await panel.services.store.read.select().from(mails)).filter(
    (mail) => mail.occasion === 'minutesDistributed',
  )
  const mailsTo = (who: PersonName) =>
    told.filter((mail) => mail.accountId === panel.people[who].accountId).length
  expect([mailsTo('housing'), mailsTo('police')]).toEqual([1, 2])
})

test('narrowed by a correction, the words leave every version that others may open', async () => {
  let id = ''
  await closedWith(
    async () => void (id = await shareId('idva', 'She works nights.', { audience: panelAudience })),
  )
  await approve()
  const [first] = (await minutesFor('housing')).versions
  expect(says((await minutesFor('housing', { versionId: first?.id ?? '' })).view)).toContain('nights')
  await panel.done(
    'coordinator',
    commandsIn(panel).correct(
      'share',
      id,
      { what: 'She works nights.', audience: circle(), agencyId: panel.agencies.advocates },
      'Not for all.',
    ),
  )
  await approve()
  for (const wanted of [{}, { versionId: first?.id ?? '' }, { comparedId: first?.id ?? '' }]) {
    const read = await minutesFor('housing', wanted)
    expect(says([read.view, read.changes])).not.toContain('nights')
    expect(read.versions).toHaveLength(1)
  }
  expect(says((await minutesFor('police', { versionId: first?.id ?? '' })).view)).toContain('nights')
})

test('an interest declared later closes the old versions as well', async () => {
  await closedWith(async () => void (await shareId('housing', 'He has keys.')))
  await approve()
  await panel.done('probation', { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  await panel.done('probation', {
    kind: 'declareConflict',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    reason: 'A cousin.',
  })
  const [version] = (await minutesFor('housing')).versions
  expect(says((await minutesFor('probation', { versionId: version?.id ?? '' })).view)).not.toContain('keys')
})

test('what happens after the meeting is no part of its minutes, whichever version is read', async () => {
  let action = ''
  let request = ''
  let plan = ''
  await closedWith(async () => {
    const commands = commandsIn(panel)
    action =
      (await panel.done('housing', commands.action('A1', 'Visit him.', { due: 'in 1 week' }))).created
        .action ?? ''
    request =
      (await panel.done('police', commands.request('A1', panel.agencies.housing, 'His rent.'))).created
        .request ?? ''
    plan = (await panel.done('housing', commands.intervention('A1', 'A review.'))).created.intervention ?? ''
  })
  const draft = (await minutesFor('police')).view.filter((one) => isEntryKind(one.kind))
  const about = (entryId: string) => ({ meetingId: panel.meetingId, entryId })
  await panel.done('police', { kind: 'chaseRequest', ...about(request), due: 'in 3 weeks' })
  await panel.done('housing', { kind: 'answerRequest', ...about(request), answer: 'Two months behind.' })
  await panel.done('housing', {
    kind: 'changeIntervention',
    ...about(plan),
    status: 'in_progress',
    result: 'Begun.',
  })
  later()
  await panel.done('housing', { kind: 'changeIntervention', ...about(plan), status: 'done', result: 'Held.' })
  await panel.done('housing', {
    kind: 'passOnAction',
    ...about(action),
    toAgencyId: panel.agencies.probation,
    what: 'Visit him for us.',
    reason: 'Theirs.',
  })
  await approve()
  const minutes = (await minutesFor('police')).view
  expect(minutes.filter((one) => isEntryKind(one.kind))).toEqual(draft)
  expect(thing(minutes, 'intervention', plan)).toMatchObject({ status: 'planned', result: '' })
  for (const words of ['Two months behind.', 'Visit him for us.', 'Held.', 'Begun.'])
    expect(says(minutes)).not.toContain(words)
})

test('after the meeting its words may be put right, not what it agreed', async () => {
  const commands = () => commandsIn(panel)
  let decision = ''
  let action = ''
  let check = ''
  await closedWith(async () => {
    decision =
      (await panel.done('chair', commands().decision('A1', { rationale: 'It wroks.' }))).created.decision ??
      ''
    action =
      (await panel.done('housing', commands().action('A1', 'Vist him.', { due: 'in 1 week' }))).created
        .action ?? ''
    check = (await panel.done('idva', commands().safetyCheck('A1'))).created.safetyCheck ?? ''
  })
  const day = localDay(panel.clock.now() + 7 * 86_400_000)
  expect(
    await panel.refused(
      'chair',
      commands().correct('decision', decision, {
        outcome: 'close',
        closureReason: 'custody',
        rationale: 'x',
      }),
    ),
  ).toMatchObject({ fields: [{ field: 'correction.fields.outcome' }] })
  expect(
    await panel.refused(
      'chair',
      commands().correct('action', action, {
        what: 'x',
        due: 'in 4 weeks',
        ownerAgencyId: panel.agencies.housing,
        agencyId: panel.agencies.housing,
      }),
    ),
  ).toMatchObject({ fields: [{ field: 'correction.fields.due' }] })
  for (const id of [decision, action, check])
    expect(await panel.refused('chair', commands().withdraw(id))).toMatchObject({ code: 'wrong_moment' })
  await panel.done(
    'chair',
    commands().correct('decision', decision, { outcome: 'continue', rationale: 'It works.' }),
  )
  panel.clock.move({ days: 30 })
  // The day it was due has passed; its words can still be put right.
  await panel.done(
    'chair',
    commands().correct('action', action, {
      what: 'Visit him.',
      due: day,
      ownerAgencyId: panel.agencies.housing,
      agencyId: panel.agencies.housing,
    }),
  )
  expect(says((await minutesFor('chair')).view)).toContain('Visit him.')
  expect(await panel.refused('chair', commands().share('A1', 'Something new.'))).toMatchObject({
    code: 'wrong_moment',
  })
})

test('an action that was parked in the room and accepted after it stands in the minutes as parked, and one parked after it as waiting', async () => {
  const ids: string[] = []
  await closedWith(async () => {
    for (const what of ['Parked then.', 'Parked later.'])
      ids.push(
        (
          await panel.done(
            'chair',
            commandsIn(panel).action('A1', what, { ownerAgencyId: panel.agencies.housing }),
          )
        ).created.action ?? '',
      )
    await panel.done('chair', { ...command('parkAction'), entryId: ids[0] })
  })
  await panel.done('housing', { ...command('acceptAction'), entryId: ids[0] })
  await panel.done('chair', { ...command('parkAction'), entryId: ids[1] })
  await approve()
  const { view } = await minutesFor('police')
  expect(ids.map((id) => thing(view, 'action', id)?.acceptance)).toEqual(['parked', 'awaiting'])
})

const attendanceIn = (read: Awaited<ReturnType<typeof minutesFor>>, memberId: string) =>
  read.view.flatMap((one) => (one.kind === 'attendance' && one.memberId === memberId ? [one] : []))[0]
const attended = (who: PersonName, fields: object = {}) => ({
  ...command('correctAttendance'),
  memberId: panel.people[who].memberId,
  status: 'remote',
  reason: 'She was on the call.',
  ...fields,
})

test('attendance is put right in the draft by chair or coordinator, with how it read before', async () => {
  await closedWith(
    async () =>
      void (await panel.done('chair', {
        kind: 'recordAttendance',
        meetingId: panel.meetingId,
        memberId: panel.people.probation.memberId,
        status: 'absent',
      })),
  )
  const housing = panel.people.housing.memberId
  expect(await panel.refused('housing', attended('housing'))).toMatchObject({ code: 'not_allowed' })
  expect(await panel.refused('coordinator', attended('housing', { reason: '' }))).toMatchObject({
    code: 'invalid',
  })
  expect(
    (await panel.refused('coordinator', attended('housing', { joinedAt: '11:00', leftAt: '10:00' })))
      .fields?.[0]?.field,
  ).toBe('leftAt')
  expect(
    (
      await panel.refused('coordinator', {
        ...attended('housing'),
        memberId: panel.people.brookChair.memberId,
      })
    ).fields?.[0]?.field,
  ).toBe('memberId')
  await panel.done('coordinator', attended('housing', { joinedAt: '10:15', leftAt: '11:30' }))
  const shown = attendanceIn(await minutesFor('police'), housing)
  expect(shown).toMatchObject({
    status: 'remote',
    corrections: [
      {
        reason: 'She was on the call.',
        by: panel.people.coordinator.memberId,
        before: { status: 'present' },
      },
    ],
  })
  expect([shown?.joinedAt, shown?.leftAt].map((instant) => new Date(instant ?? 0).toISOString())).toEqual([
    '2026-12-02T10:15:00.000Z',
    '2026-12-02T11:30:00.000Z',
  ])
  expect(await minutesFor('chair')).toMatchObject({ state: 'draft' })
})

test('while the meeting is open, attendance is recorded in its room', async () => {
  panel = await openSmallMeeting()
  expect(await panel.refused('coordinator', attended('housing'))).toMatchObject({ code: 'wrong_moment' })
})

test('after approval it is a correction of the minutes: a version of its own, compared, and the one before reads as it did', async () => {
  await closedWith(async () => undefined)
  await approve()
  await panel.done(
    'coordinator',
    attended('socialCare', { status: 'absent', reason: 'He had to stay away.' }),
  )
  const socialCare = panel.people.socialCare.memberId
  expect(await minutesFor('chair')).toMatchObject({ state: 'correction_waits' })
  expect(attendanceIn(await minutesFor('housing'), socialCare)).toMatchObject({
    status: 'present',
    corrections: [],
  })
  await approve()
  const now = await minutesFor('housing')
  expect(now.versions).toHaveLength(2)
  expect(attendanceIn(now, socialCare)).toMatchObject({ status: 'absent' })
  const [first] = now.versions
  expect(
    attendanceIn(await minutesFor('housing', { versionId: first?.id ?? null }), socialCare),
  ).toMatchObject({ status: 'present', corrections: [] })
  expect((await minutesFor('housing', { comparedId: first?.id ?? null })).changes).toMatchObject([
    { kind: 'attendance', what: 'corrected', reason: 'He had to stay away.' },
  ])
})

test('someone forgotten is added, and stands in no version from before', async () => {
  panel = await openSmallMeeting()
  const added = await panel.done('administrator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Second Officer',
    email: 'second@ashford.example',
    role: 'representative',
    agencyId: panel.agencies.housing,
  })
  const memberId = added.created.member ?? ''
  later()
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  await approve()
  await panel.done('chair', {
    ...attended('housing'),
    memberId,
    status: 'present',
    reason: 'He sat at the back.',
  })
  await approve()
  const now = await minutesFor('police')
  expect(attendanceIn(now, memberId)).toMatchObject({
    status: 'present',
    agencyId: panel.agencies.housing,
    acceptedAt: null,
    corrections: [{ before: null }],
  })
  const [first] = now.versions
  expect(attendanceIn(await minutesFor('police', { versionId: first?.id ?? null }), memberId)).toBeUndefined()
})
