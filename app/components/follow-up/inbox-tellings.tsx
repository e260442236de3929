import { oneOf, viewOfThings } from '~/domain/meeting/room-view'
import type { VisibleByKind, VisibleThing } from '~/domain/sight/sees'
import type { RefusedForm } from '../forms/page-form'
import { TellingHer } from '../minutes/telling-her'

interface TellingsProps {
  tellings: readonly VisibleByKind['telling'][]
  things: readonly VisibleThing[]
  today: string
  here: string
  once: string
  refused: RefusedForm | undefined
  mayCommand: boolean
}

/** Whom this person has to tell what the panel decided. */
export function InboxTellings({ tellings, things, ...rest }: TellingsProps) {
  const view = viewOfThings(things)
  if (tellings.length === 0) return null
  return (
    <section>
      <h2>Telling her: {tellings.length}</h2>
      <ul className="plain owed">
        {tellings.map((telling) => (
          <li key={telling.id} className="owed-line">
            <p className="owed-what">
              {oneOf(view, 'victim', telling.victimId)?.victimRef ?? 'A victim-survivor'}, case{' '}
              <a href={`/cases/${telling.caseId}`}>{oneOf(view, 'case', telling.caseId)?.caseRef ?? ''}</a>
            </p>
            <TellingHer telling={telling} view={view} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  )
}
