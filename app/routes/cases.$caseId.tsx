import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseActions } from '~/components/room/case-actions'
import { CaseHappenings } from '~/components/case/case-happenings'
import { CaseHistory } from '~/components/room/case-history'
import { CaseReferral } from '~/components/case/case-referral'
import { CaseIncidents } from '~/components/case/case-incidents'
import { CaseReaders } from '~/components/case/case-readers'
import { CaseSummary } from '~/components/case/case-summary'
import { CaseVictims } from '~/components/case/case-victims'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { panelKindInFull } from '~/components/panel/panel-words'
import { usualSource } from '~/domain/meeting/usual-source'
import { mayCommandKind } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { notFound } from '~/domain/refusals'
import { oneOf, viewOfThings } from '~/domain/meeting/room-view'
import { isInCircle } from '~/domain/sight/viewer'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

// A title stays in the browser's history: the reference, never a name.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.caseRef ?? 'Case'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const caseId = args.params.caseId ?? ''
  const { viewer, view, readers } = orRefuse(await services.reads.caseFile(session, caseId))
  const itsCase = view.find((thing) => thing.kind === 'case' && thing.id === caseId)
  if (itsCase?.kind !== 'case') return orRefuse(notFound)
  return {
    name: session.name,
    done: doneIn(args.request),
    caseId,
    caseRef: itsCase.caseRef,
    panelId: viewer.panelId,
    things: view,
    readers,
    today: localDay(services.clock()),
    once: crypto.randomUUID(),
    viewer,
    may: {
      record:
        mayCommandKind(viewer.role, 'recordHappening') &&
        (viewer.agencyId !== null || viewer.role === 'chair' || viewer.role === 'coordinator'),
      dismiss: mayCommandKind(viewer.role, 'dismissRelisting'),
      disclose: mayCommandKind(viewer.role, 'answerDisclosure') && isInCircle(viewer),
      keepSafetyRecord: mayCommandKind(viewer.role, 'keepSafetyRecord'),
      tell: mayCommandKind(viewer.role, 'recordTold'),
      seeReaders: readers.length > 0,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  safety: 'The safety record is kept.',
  planned: 'Who tells her, what and how is on record.',
  told: 'It is on record.',
  happened: 'It is on record. Chair and coordinator find the case on the list of what is due.',
  corrected: 'The correction is on record with its reason.',
  dismissed: 'The case does not come back because of this. The reason is on record.',
  disclosure: 'The answer is on record.',
  withdrawn: 'It is withdrawn, and stays readable as that.',
}

export default function CasePage() {
  const { name, done, caseId, caseRef, panelId, things, readers, today, once, viewer, may } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const view = viewOfThings(things)
  const panel = oneOf(view, 'panel', panelId)
  const itsCase = oneOf(view, 'case', caseId)
  const person = oneOf(view, 'person', itsCase?.personId)
  if (!itsCase || !panel) return null
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panelId}` },
        { label: caseRef },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">
          Case {caseRef}, {panel.name}. {panelKindInFull[panel.panelKind]}
        </span>
        {person ? `${person.givenName} ${person.familyName}` : caseRef}
      </h1>
      <nav aria-label="In this case file" className="no-print">
        <ul className="plain panel-links">
          {[...sections, ...(may.seeReaders ? ([['readers', 'Who has read it']] as const) : [])].map(
            ([id, label]) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ),
          )}
        </ul>
      </nav>
      <CaseSummary view={view} itsCase={itsCase} person={person} />
      <CaseReferral
        view={view}
        itsCase={itsCase}
        panelId={panelId}
        runs={viewer.role === 'chair' || viewer.role === 'coordinator'}
      />
      <CaseVictims
        view={view}
        caseId={caseId}
        refused={refused}
        once={once}
        mayKeep={may.keepSafetyRecord}
        mayTell={may.tell}
        today={today}
      />
      <CaseActions view={view} caseId={caseId} today={today} />
      <CaseHappenings
        view={view}
        caseId={caseId}
        closed={itsCase.closedOn !== null}
        agencyId={viewer.agencyId}
        source={usualSource(viewer)}
        runs={viewer.role === 'chair' || viewer.role === 'coordinator'}
        may={may}
        today={today}
        once={once}
        refused={refused}
      />
      <CaseIncidents view={view} personId={itsCase.personId} caseId={caseId} />
      <CaseHistory view={view} caseId={caseId} />
      {may.seeReaders ? <CaseReaders view={view} readers={readers} /> : null}
    </PageFrame>
  )
}

const sections = [
  ['summary', 'Summary'],
  ['referral', 'Referral, repeat and serial'],
  ['victims', 'Victim-survivors and children'],
  ['actions', 'Open actions'],
  ['happenings', 'Between meetings'],
  ['incidents', 'Incidents'],
  ['history', 'Meetings'],
] as const
