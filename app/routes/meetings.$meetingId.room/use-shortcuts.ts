import { useEffect, useRef, type RefObject } from 'react'

const offKey = 'panelroom-shortcuts'

const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/**
 * One key for each thing done often; each is also a visible control, marked with data-shortcut, and the key presses it.
 * Escape leaves a field. Keys do nothing while someone types, and can be turned off (Shift and ?), as assistive
 * technology may need them.
 */
export const useShortcuts = (root: RefObject<HTMLElement>, own: Record<string, () => void>): void => {
  const latest = useRef(own)
  latest.current = own
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.key === 'Escape' && inText(event.target)) {
        ;(event.target as HTMLElement).blur()
        return
      }
      if (inText(event.target)) return
      if (event.key === '?') {
        localStorage.setItem(offKey, localStorage.getItem(offKey) === 'off' ? 'on' : 'off')
        return
      }
      if (localStorage.getItem(offKey) === 'off') return
      const mine = latest.current[event.key]
      if (mine) {
        event.preventDefault()
        mine()
        return
      }
      const control = root.current?.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(event.key)}"]`)
      if (!control) return
      event.preventDefault()
      control.click()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [root])
}
