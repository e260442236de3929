import { useEffect, useRef, useState } from 'react'
import { disruptAreas, supportAreas } from '~/domain/catalogues/entries'
import type { InShort } from '~/domain/guidance/guidance-card'
import { disruptInShort, supportInShort } from '~/domain/guidance/in-short'
import { Checkboxes } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { guidanceAnchor, guidanceSection, type GuidanceGroup } from './guidance-anchor'

const about: Record<GuidanceGroup, string> = {
  support: 'areas of support',
  disrupt: 'areas of disruption',
  lever: 'kinds of lever',
}
/** Beside its own legend a link need not say what “these” are. */
const question: Record<GuidanceGroup, string> = {
  support: 'What do these mean?',
  disrupt: 'What do these mean?',
  lever: 'What do the kinds of lever mean?',
}

/** Opens beside the room, so that nobody leaves the meeting to read. */
export function MeaningsLink({ group }: { group: GuidanceGroup }) {
  return (
    <a className="meanings" href={`/guidance#${guidanceSection(group)}`} target="_blank" rel="noreferrer">
      {question[group]}
      <span className="visually-hidden"> Guidance on {about[group]}, opens in a new tab</span>
    </a>
  )
}

const areas = {
  support: {
    legend: 'Area of support',
    hint: undefined,
    labels: supportAreas,
    inShort: supportInShort as Readonly<Record<string, InShort>>,
  },
  disrupt: {
    legend: 'Area of disruption',
    hint: 'Disruption is more than arrest: it takes away opportunity, cover, access or means.',
    labels: disruptAreas,
    inShort: disruptInShort as Readonly<Record<string, InShort>>,
  },
} as const
type AreaGroup = keyof typeof areas

/** The areas to tick, and under them what each one ticked needs and could do to her. */
export function AreaField({
  group,
  name,
  chosen,
  live,
}: {
  group: AreaGroup
  name: `${string}[]`
  chosen?: readonly string[] | undefined
  live: boolean
}) {
  const { legend, hint, labels } = areas[group]
  return (
    <>
      <Checkboxes
        name={name}
        legend={legend}
        hint={hint}
        options={optionsOf(labels)}
        chosen={chosen}
        aside={<MeaningsLink group={group} />}
      />
      {live ? <TickedAreas group={group} name={name} /> : null}
    </>
  )
}

function TickedAreas({ group, name }: { group: AreaGroup; name: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [ticked, setTicked] = useState<readonly string[]>([])
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const read = () =>
      setTicked(
        [...form.querySelectorAll<HTMLInputElement>('input:checked')].flatMap((input) =>
          input.name === name ? [input.value] : [],
        ),
      )
    // A draft is put back, and a form cleared, without a word from the boxes themselves: so they are read a moment later.
    let later = requestAnimationFrame(read)
    const readLater = () => {
      cancelAnimationFrame(later)
      later = requestAnimationFrame(read)
    }
    form.addEventListener('change', read)
    form.addEventListener('reset', readLater)
    return () => {
      cancelAnimationFrame(later)
      form.removeEventListener('change', read)
      form.removeEventListener('reset', readLater)
    }
  }, [name])

  const { labels, inShort } = areas[group]
  return (
    <div ref={box}>
      {ticked.length > 0 ? (
        <ul className={`plain area-guidance ${group}`} aria-label={`What the ${about[group]} ticked ask`}>
          {ticked.map((key) => (
            <li key={key}>
              <p>
                <strong>{(labels as Readonly<Record<string, string>>)[key]}.</strong> What it needs:{' '}
                {inShort[key]?.needs}
              </p>
              <p>
                What could go wrong for her: {inShort[key]?.risk}{' '}
                <a
                  className="nowrap"
                  href={`/guidance#${guidanceAnchor(group, key)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  Whole card
                  <span className="visually-hidden">
                    {' '}
                    on {(labels as Readonly<Record<string, string>>)[key]}, opens in a new tab
                  </span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
