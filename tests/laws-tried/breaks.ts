import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isVisibleKind } from '../../app/domain/sight/sees'
import type { Home } from '../../app/domain/things/home'
import { homeOf, thingKinds, type ThingKind } from '../../app/domain/things/kinds'

// What somebody could leave out or get wrong for one kind, one at a time: its line where loaders read homes, its line where
// rooms do, both at once, its rule of sight opened or closed, and each place where a loader names it. A law that lets one
// of these pass is no law (npm run laws:tried).

export interface Break {
  kind: ThingKind
  what: string
  /** From the project's root. */
  file: string
  /** The source of that file, broken. */
  broken: (source: string) => string
}

const replaced = (source: string, what: string, by: string): string => {
  if (!source.includes(what)) throw new Error(`Nothing to break: “${what}” is not there any more.`)
  return source.replace(what, by)
}

const byHome: readonly Home[] = ['panel', 'meeting', 'agency', 'case', 'caseFile', 'entry']
const inRooms: readonly Home[] = ['panel', 'meeting', 'agency', 'case', 'entry', 'frame']

const homeBreaks = (kind: ThingKind): Break[] => {
  const home = homeOf[kind]
  const breaks: Break[] = []
  if (byHome.includes(home))
    breaks.push(
      {
        kind,
        what: 'loaders leave it out',
        file: 'app/domain/things/kinds.ts',
        broken: (source) =>
          replaced(
            source,
            'thingKinds.filter((kind) =>',
            `thingKinds.filter((kind) => kind !== '${kind}' &&`,
          ),
      },
      {
        kind,
        what: 'it has no home: loaders and rooms leave it out',
        file: 'app/domain/things/kinds.ts',
        broken: (source) =>
          replaced(
            source,
            'export const thingKinds',
            `Object.assign(homeOf, { ${kind}: 'pages' })\nexport const thingKinds`,
          ),
      },
    )
  if (inRooms.includes(home))
    breaks.push({
      kind,
      what: 'rooms in memory leave it out',
      file: 'server/rooms/belongs.ts',
      broken: (source) =>
        replaced(
          source,
          'change: Change): boolean => {\n  const { panelId }',
          `change: Change): boolean => {\n  if (change.kind === '${kind}') return false\n  const { panelId }`,
        ),
    })
  return breaks
}

const endOfSights = 'satisfies { [K in ThingKind]: KindSight<ThingByKind[K]> }'

const sightBreaks = (kind: ThingKind): Break[] => {
  const file = 'app/domain/sight/sees.ts'
  const ruled = (rule: string) => (source: string) =>
    replaced(source, endOfSights, `${endOfSights}\nObject.assign(sights.${kind}, ${rule})\n`)
  return isVisibleKind(kind)
    ? [
        { kind, what: 'everyone sees it', file, broken: ruled('{ seenBy: () => true }') },
        { kind, what: 'nobody sees it', file, broken: ruled('{ seenBy: () => false }') },
      ]
    : [
        {
          kind,
          what: 'it leaves the server',
          file,
          broken: ruled('{ seenBy: () => true, leaves: (thing: object) => ({ ...thing }) }'),
        },
      ]
}

const loaders = 'db/things'
/** The function that this place stands in. */
const functionAt = (source: string, index: number): string =>
  [...source.slice(0, index).matchAll(/^(?:export )?const (load\w+|with\w+)/gm)].at(-1)?.[1] ?? 'a loader'
/** Where one function names a kind more than once: which time. */
const nthOf = (places: readonly { index: number }[], index: number, source: string): string => {
  const alike = places.filter((one) => functionAt(source, one.index) === functionAt(source, index))
  return alike.length === 1
    ? ''
    : ` (${alike.findIndex((one) => one.index === index) + 1} of ${alike.length})`
}
/** Every place where a loader takes up this kind by its name. */
const namedBreaks = (kind: ThingKind, root: string): Break[] =>
  readdirSync(join(root, loaders)).flatMap((name) => {
    const file = `${loaders}/${name}`
    const source = readFileSync(join(root, file), 'utf8')
    const places = [
      ...source.matchAll(new RegExp(`\\bload(?:Into|Of)\\((?=\\s*(?:set,\\s*)?tx,\\s*'${kind}')`, 'g')),
    ]
    return places.map(({ index }) => ({
      kind,
      what: `${functionAt(source, index)} does not load it${nthOf(places, index, source)}`,
      file,
      broken: (text: string) =>
        `${text.slice(0, index)}loadNothing(${text.slice(text.indexOf('(', index) + 1)}\nconst loadNothing = async (..._of: unknown[]): Promise<any[]> => []\n`,
    }))
  })

export const everyBreak = (root: string): Break[] =>
  thingKinds.flatMap((kind) => [...homeBreaks(kind), ...namedBreaks(kind, root), ...sightBreaks(kind)])

const noChangeReaches =
  'only an accepted referral and an import make one: the case is in no room yet, or every room of the area is read again'

/** Breaks that change nothing anyone can see, and why. By kind and what is broken. */
export const harmless: Readonly<Record<string, string>> = {
  'child: rooms in memory leave it out': noChangeReaches,
  'victim: rooms in memory leave it out': noChangeReaches,
}
