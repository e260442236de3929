import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HomePanel } from './home-panel'

const pages = { meetings: true, panel: true, members: false, figures: false, plan: false }

test.each([
  ['idva', 'You are an IDVA here.'],
  ['chair', 'You are a chair here.'],
  ['observer', 'You are an observer here.'],
  ['case_manager', 'You are a case manager here.'],
] as const)('a panel says to its %s: %s', (role, words) => {
  const panel = { id: 'one', name: 'Ashford Panel', kind: 'perpetrator_panel', role, pages } as const
  const page = renderToStaticMarkup(
    <HomePanel panel={{ ...panel, secondFactorMissing: false, coming: [], needs: [] }} />,
  )
  expect(page).toContain(words)
})
