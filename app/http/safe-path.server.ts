/** A path of our own to go to, or the front page: never another site, however it is spelled. */
export const safePath = (path: string | null | undefined): string => {
  if (!path || !path.startsWith('/') || path.startsWith('//') || path.includes('\\') || /[\u0000-\u001f]/.test(path)) return '/'
  return path
}
