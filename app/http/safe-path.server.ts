/** A path of our own to go to, or the front page: never another site, however it is spelled. */
export const safePath = (path: string | null | undefined): string => {
  if (
    !path ||
    !path.startsWith('/') ||
    path.startsWith('//') ||
    path.includes('\\') ||
    [...path].some((letter) => letter < ' ')
  )
    return '/'
  return path
}
