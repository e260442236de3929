import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guidanceAnchor, guidanceSection, type GuidanceGroup } from '~/components/guidance/guidance-anchor'
import { AreaCard, LeverKindCard } from '~/components/guidance/guidance-cards'
import { PageFrame } from '~/components/page/page-frame'
import type { Labels } from '~/domain/catalogues/labels'
import {
  disruptAreaKeys,
  disruptAreas,
  leverKindKeys,
  leverKinds,
  supportAreaKeys,
  supportAreas,
} from '~/domain/catalogues/entries'
import { disruptGuidance } from '~/domain/guidance/disrupt-guidance'
import { leverGuidance } from '~/domain/guidance/lever-guidance'
import { supportGuidance } from '~/domain/guidance/support-guidance'
import { signedIn } from '~/http/page.server'

export const meta = () => [{ title: 'Guidance on levers, support and disrupt – Panelroom' }]

/** For members only: what disruption can do is not for him to read up on. */
export async function loader(args: LoaderFunctionArgs) {
  const { session } = await signedIn(args)
  return { name: session.name }
}

const groups: { group: GuidanceGroup; heading: string; labels: Labels }[] = [
  { group: 'support', heading: 'Areas of support', labels: supportAreas },
  { group: 'disrupt', heading: 'Areas of disruption', labels: disruptAreas },
  { group: 'lever', heading: 'Kinds of lever', labels: leverKinds },
]

export default function Guidance() {
  const { name } = useLoaderData<typeof loader>()
  return (
    <PageFrame name={name} crumbs={[{ label: 'Your panels', href: '/' }, { label: 'Guidance' }]}>
      <h1>Levers, support and disrupt: what they ask of you</h1>
      <p>
        Support takes away what stands in the way of change. Disruption puts obstacles between him and the
        abuse, whether or not he knows or agrees, and is much more than arrest. Most cases need both. A lever
        is what gives an agency a hold on him, or a way in.
      </p>
      <p>
        The cards say “he” and “she” for the most common case; they hold whoever is who. “Her” means every
        victim-survivor, and the children. Before any of it is used the panel asks: could this raise the risk
        to her, and would it show that she has spoken?
      </p>
      <div className="notice warning">
        <p>
          <strong>This is not legal advice.</strong> Each point of law has its source and how far it can be
          relied on: <span className="tag good">National</span> an Act, rule or national guidance;{' '}
          <span className="tag">Local</span> differs from place to place;{' '}
          <span className="tag warn">Unverified</span> check before you rely on it. The law is that of England
          and Wales, and says so where the two differ. It was gathered for November 2026.
        </p>
      </div>
      <nav aria-labelledby="contents">
        <h2 id="contents">All cards</h2>
        <div className="guidance-contents">
          {groups.map(({ group, heading, labels }) => (
            <div key={group}>
              <h3>{heading}</h3>
              <ul className="plain">
                {Object.entries(labels).map(([key, label]) => (
                  <li key={key}>
                    <a href={`#${guidanceAnchor(group, key)}`}>{label}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
      <h2 id={guidanceSection('support')}>
        <span className="tag support">Support</span> Areas of support
      </h2>
      {supportAreaKeys.map((key) => (
        <AreaCard key={key} group="support" id={key} title={supportAreas[key]} card={supportGuidance[key]} />
      ))}
      <h2 id={guidanceSection('disrupt')}>
        <span className="tag disrupt">Disrupt</span> Areas of disruption
      </h2>
      {disruptAreaKeys.map((key) => (
        <AreaCard key={key} group="disrupt" id={key} title={disruptAreas[key]} card={disruptGuidance[key]} />
      ))}
      <h2 id={guidanceSection('lever')}>Kinds of lever</h2>
      {leverKindKeys.map((key) => (
        <LeverKindCard key={key} id={key} title={leverKinds[key]} card={leverGuidance[key]} />
      ))}
    </PageFrame>
  )
}
