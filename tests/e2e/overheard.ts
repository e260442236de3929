import type { Page } from '@playwright/test'

/** Everything that a page is told from now on: the text of each answer and of each frame on its sockets. */
export class Overheard {
  private readonly answers: Promise<string>[] = []
  readonly frames: string[] = []

  constructor(page: Page) {
    page.on('response', (response) => {
      // The body of a redirect does not exist, and one that was cut short told nothing.
      this.answers.push(response.text().catch(() => ''))
    })
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.frames.push(payload.toString()))
    })
  }

  /** Of these words, those that the page was told. */
  async heard(words: readonly string[]): Promise<string[]> {
    const everything = [...(await Promise.all(this.answers)), ...this.frames].join('\n')
    return words.filter((word) => everything.includes(word))
  }

  /** Notices of who is here that say that someone types. */
  get typingNotices(): string[] {
    return this.frames.filter((frame) => frame.includes('"room:presence"') && /"typing":(?!null)/.test(frame))
  }

  /** Frames that change what the screen shows of the meeting. */
  get pushes(): string[] {
    return this.frames.filter((frame) => /"room:(patch|view|stale|closed)"/.test(frame))
  }
}
