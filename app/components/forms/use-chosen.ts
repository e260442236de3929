import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * What is chosen at this moment in a control of the form around it, for fields that depend on it: after a choice, after a
 * reset, and after a kept draft was put back, which no event of the browser tells. The form is told in turn when the
 * fields that depend on it have been drawn, so that their part of the draft can be put back as well.
 */
export function useChosen<E extends HTMLElement>(name: string, initial: string): [RefObject<E>, string] {
  const inside = useRef<E>(null)
  const [chosen, setChosen] = useState(initial)
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    const read = () => setChosen(String(new FormData(form).get(name) ?? ''))
    const readAfterwards = () => queueMicrotask(read)
    // What stands in the control now may be what was typed before a refusal.
    read()
    form.addEventListener('change', read)
    form.addEventListener('restored', read)
    form.addEventListener('reset', readAfterwards)
    return () => {
      form.removeEventListener('change', read)
      form.removeEventListener('restored', read)
      form.removeEventListener('reset', readAfterwards)
    }
  }, [name])
  useEffect(() => {
    inside.current?.closest('form')?.dispatchEvent(new Event('drawn'))
  }, [chosen])
  return [inside, chosen]
}
