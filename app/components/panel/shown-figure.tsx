import type { ShownCount } from '~/domain/panel/figures'

/** A count as its reader may see it. */
export function ShownFigure({ n }: { n: ShownCount }) {
  if (n === 'few') return <>fewer than 5</>
  if (n === 'withheld') return <span className="quiet">not shown</span>
  return <>{n}</>
}
