import type { VisibleThing } from '../../app/domain/sight/sees'
import type { NoticeName, NoticeOf } from '../../app/wire/messages'

// A screen as any browser must keep it: a view and the cursor of that view. A patch counts only where it starts from this
// very cursor; anything else that arrives means joining again. Written apart from the browser's own code, so that the
// server is held to the contract and not to one reading of it.

export type ScreenState = 'shows' | 'must join' | 'closed'

export class FoldedScreen {
  state: ScreenState = 'must join'
  cursor: string | null = null
  private readonly things = new Map<string, VisibleThing>()

  joined(cursor: string, view: readonly VisibleThing[] | null): void {
    if (view) this.replace(view)
    else if (cursor !== this.cursor)
      throw new Error('No view came with a cursor that this screen does not have.')
    this.cursor = cursor
    this.state = 'shows'
  }

  receive<N extends NoticeName>(name: N, notice: NoticeOf<N>): void {
    switch (name) {
      case 'room:patch':
        return this.patch(notice as NoticeOf<'room:patch'>)
      case 'room:view': {
        const { cursor, view } = notice as NoticeOf<'room:view'>
        this.replace(view)
        this.cursor = cursor
        return
      }
      case 'room:stale':
        if (this.state === 'shows') this.state = 'must join'
        return
      case 'room:closed':
        this.state = 'closed'
        this.things.clear()
        this.cursor = null
        return
      default:
    }
  }

  private patch({ base, cursor, set, gone }: NoticeOf<'room:patch'>): void {
    if (this.state !== 'shows') return
    if (base !== this.cursor) {
      this.state = 'must join'
      return
    }
    for (const thing of set) this.things.set(thing.ref, thing)
    for (const ref of gone) this.things.delete(ref)
    this.cursor = cursor
  }

  private replace(view: readonly VisibleThing[]): void {
    this.things.clear()
    for (const thing of view) this.things.set(thing.ref, thing)
  }

  get view(): VisibleThing[] {
    return inOrder([...this.things.values()])
  }

  has(ref: string): boolean {
    return this.things.has(ref)
  }
}

/** Order is no part of a view. */
export const inOrder = (view: readonly VisibleThing[]): VisibleThing[] =>
  [...view].sort((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
