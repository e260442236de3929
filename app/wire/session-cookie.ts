// The one cookie. In production it carries the __Host- prefix: only over https, for this host and all of it, unreadable
// to script. Lax, so that a link in a mail opens the page that it names.

const plainName = 'panelroom'
const cookieName = (production: boolean): string => (production ? `__Host-${plainName}` : plainName)

export const cookieToken = (header: string | undefined | null, production: boolean): string | undefined => {
  const name = cookieName(production)
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=') || undefined
  }
  return undefined
}

export const sessionCookie = (token: string, production: boolean): string =>
  `${cookieName(production)}=${token}; Path=/; HttpOnly; SameSite=Lax${production ? '; Secure' : ''}`

export const endedCookie = (production: boolean): string =>
  `${cookieName(production)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${production ? '; Secure' : ''}`
