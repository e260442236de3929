import type { ReactNode } from 'react'
import { agencyKinds, type AgencyKind } from '~/domain/catalogues/panel'
import type { GuidanceCard, GuidanceSource, LeverCard, WorkedExample } from '~/domain/guidance/guidance-card'
import { settingStatuses, type SettingStatus } from '~/domain/catalogues/policy/setting-kinds'
import { guidanceAnchor, type GuidanceGroup } from './guidance-anchor'

const tagOf: Record<SettingStatus, string> = { national: 'tag good', local: 'tag', unverified: 'tag warn' }

function Lines({ lines }: { lines: readonly string[] }) {
  const [only] = lines
  if (lines.length === 1) return <>{only}</>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const Part = ({
  name,
  forHer = false,
  children,
}: {
  name: string
  forHer?: boolean
  children: ReactNode
}) => (
  <>
    <dt className={forHer ? 'for-her' : undefined}>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Example = ({ example }: { example: WorkedExample }) => (
  <>
    <strong>{example.who}</strong> {example.does}.<span className="example-by">When: {example.by}.</span>
  </>
)

const peopleWho = (who: readonly AgencyKind[], also?: string) =>
  `${who.map((kind) => agencyKinds[kind]).join('; ')}.${also ? ` Also: ${also}.` : ''}`

function Sources({ sources }: { sources: readonly GuidanceSource[] }) {
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.what}>
          <span className={tagOf[source.status]}>{settingStatuses[source.status]}</span> {source.what}{' '}
          <span className="small quiet">{source.source}.</span>
        </li>
      ))}
    </ul>
  )
}

function Card({
  group,
  id,
  title,
  means,
  children,
}: {
  group: GuidanceGroup
  id: string
  title: string
  means: string
  children: ReactNode
}) {
  const anchor = guidanceAnchor(group, id)
  return (
    <article className="guidance-card" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>{title}</h3>
      <p>{means}</p>
      <dl className="summary">{children}</dl>
      <p className="small no-print">
        <a href="#contents">
          All cards<span className="visually-hidden">, from {title}</span>
        </a>
      </p>
    </article>
  )
}

/** One area, on the guidance page: everything that a member needs before proposing it. */
export function AreaCard({
  group,
  id,
  title,
  card,
}: {
  group: 'support' | 'disrupt'
  id: string
  title: string
  card: GuidanceCard
}) {
  return (
    <Card group={group} id={id} title={title} means={card.means}>
      <Part name="Examples">
        <ul>
          {card.examples.map((example) => (
            <li key={example.does}>
              <Example example={example} />
            </li>
          ))}
        </ul>
      </Part>
      <Part name="Who can do it">{peopleWho(card.who, card.alsoWho)}</Part>
      <Part name="What it needs">
        <Lines lines={card.needs} />
      </Part>
      <Part name="What could go wrong for her" forHer>
        <Lines lines={card.risks} />
      </Part>
      <Part name="What it is not">
        <Lines lines={card.isNot} />
      </Part>
      <Part name="Law, clocks and sources">
        <Sources sources={card.sources} />
      </Part>
    </Card>
  )
}

export function LeverKindCard({ id, title, card }: { id: string; title: string; card: LeverCard }) {
  return (
    <Card group="lever" id={id} title={title} means={card.means}>
      <Part name="Example">
        <Example example={card.example} />
      </Part>
      <Part name="Who may hold it">{peopleWho(card.who)}</Part>
      <Part name="What it needs">{card.needs}</Part>
      <Part name="What could go wrong for her" forHer>
        {card.risk}
      </Part>
      <Part name="What it is not">{card.isNot}</Part>
      <Part name="Law, clocks and sources">
        <Sources sources={card.sources} />
      </Part>
    </Card>
  )
}
