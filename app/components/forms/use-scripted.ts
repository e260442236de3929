import { useEffect, useState } from 'react'

/** Whether the page's own script runs: false on the server and at first, so that without it everything stands there. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return scripted
}
