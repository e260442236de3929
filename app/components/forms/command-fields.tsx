/** What the command says of itself: its kind and the ids that a person does not type. */
export function CommandFields({ kind, ids = {} }: { kind: string; ids?: Record<string, string> }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
