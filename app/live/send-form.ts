/** Posts a form's fields to this page, as a browser without script would; true when it was carried out. */
export const sendForm = async (form: FormData): Promise<boolean> => {
  const body = new URLSearchParams()
  for (const [name, value] of form) if (typeof value === 'string') body.append(name, value)
  const answer = await fetch(window.location.pathname, {
    method: 'POST',
    body,
    headers: { Accept: 'text/html' },
  })
  return answer.ok
}
