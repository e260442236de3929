import type { Block, Paper } from '~/domain/minutes/paper'

/** A paper on the screen, and in print: marking and watermark stand on it as on the files. */
export function PaperPage({ paper }: { paper: Paper }) {
  return (
    <article className="paper">
      <p className="paper-mark">
        <strong>{paper.marking}</strong>
        <span>{paper.watermark}</span>
      </p>
      <h1>{paper.title}</h1>
      <p>{paper.standing}</p>
      {paper.blocks.map((block, index) => (
        // A paper never changes while it is read: its places are its keys.
        <BlockOf key={index} block={block} />
      ))}
      <p className="paper-mark">
        <strong>{paper.marking}</strong>
        <span>{paper.watermark}</span>
      </p>
    </article>
  )
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'text':
      return <p>{block.text}</p>
    case 'list':
      return (
        <ul className="paper-lines">
          {block.lines.map((line) => (
            <li key={line.text}>
              {line.marks.map((mark) => (
                <span className="tag bad" key={mark}>
                  {mark}
                </span>
              ))}{' '}
              {line.text}
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        // On a phone the table scrolls by itself, and then the keyboard must reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" role="region" aria-label={block.caption} tabIndex={0}>
          <table>
            <caption>{block.caption}</caption>
            <thead>
              <tr>
                {block.head.map((text) => (
                  <th scope="col" key={text}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((text, at) => (
                    <td key={block.head[at]}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return block satisfies never
  }
}

const formWords = { pdf: 'PDF', docx: 'Word' } as const

/** To take it away. Every taking is recorded as a reading. */
export function PaperLinks({
  meetingId,
  what,
  versionId,
  files,
}: {
  meetingId: string
  what: 'minutes' | 'extract'
  versionId?: string | null
  files: boolean
}) {
  if (!files)
    return (
      <p className="quiet no-print">
        It can be taken away as PDF or Word once the chair has approved the minutes.
      </p>
    )
  return (
    <ul className="plain panel-links no-print">
      {(['pdf', 'docx'] as const).map((form) => (
        <li key={form}>
          <a
            href={`/meetings/${meetingId}/papers/${what}.${form}${versionId ? `?version=${versionId}` : ''}`}
            download
          >
            {what === 'minutes' ? 'Minutes' : 'Extract'} as {formWords[form]}
          </a>
        </li>
      ))}
    </ul>
  )
}
