import { thingKinds, type ThingKind } from '../../app/domain/things/kinds'
import type { ActingPanel } from '../support/small-panel-facts'
import type { AnyKindExample } from './kind-example'
import { kindExamples } from './kinds'

// One of each kind, brought about with a word of its own in every text that its example names.

export const exampleOf = (kind: ThingKind) => kindExamples[kind] as unknown as AnyKindExample
export const whenOf = (kind: ThingKind) => exampleOf(kind).once ?? 'in session'

/** What proves an account is read by nothing that could show it, nor by what reads all there is; sign-in.test looks for it. */
export const lookedFor = thingKinds.filter((kind) => kind !== 'credential')

/** Fields with somebody's words in them, and who meets these. */
export const wordsOf = (kind: ThingKind) =>
  Object.entries(exampleOf(kind).words).flatMap(([field, whom]) =>
    'notPlanted' in whom ? [] : [{ field, whom }],
  )

export class Planted {
  private readonly ids = new Map<ThingKind, string>()
  private readonly words = new Map<string, string>()

  /** Those of this time, in the order of their register. */
  async plant(panel: ActingPanel, when: 'in session' | 'closed'): Promise<void> {
    for (const kind of Object.keys(kindExamples) as ThingKind[]) {
      if (whenOf(kind) !== when) continue
      const texts = wordsOf(kind).map(({ field }) => [field, `Words ${this.newWord(kind, field)} here`])
      this.ids.set(
        kind,
        await exampleOf(kind).plant(panel, Object.fromEntries(texts) as Record<string, string>),
      )
    }
  }

  /** Of a fixed length, so that none is part of another. */
  private newWord(kind: ThingKind, field: string): string {
    const word = `zv${String(this.words.size + 1).padStart(3, '0')}xk`
    this.words.set(`${kind}.${field}`, word)
    return word
  }

  idOf(kind: ThingKind): string {
    return this.ids.get(kind) ?? 'none'
  }
  wordIn(kind: ThingKind, field: string): string {
    const word = this.words.get(`${kind}.${field}`)
    if (word === undefined) throw new Error(`No word was planted in ${kind}.${field}.`)
    return word
  }
  get allWords(): string[] {
    return [...this.words.values()]
  }
}
