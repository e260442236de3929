import type { PublicCommandKind } from '~/domain/commands/commands'

/** What the command says of itself: its kind and the ids that a person does not type. */
export function CommandFields({ kind, ids = {} }: { kind: PublicCommandKind; ids?: Record<string, string> }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
