import { describe, expect, test } from 'vitest'
import { disruptAreaKeys, leverKindKeys, supportAreaKeys } from '../catalogues/entries'
import { disruptGuidance } from './disrupt-guidance'
import type { GuidanceCard, LeverCard } from './guidance-card'
import { facts } from './guidance-sources'
import { disruptInShort, supportInShort } from './in-short'
import { leverGuidance } from './lever-guidance'
import { supportGuidance } from './support-guidance'

const areaCards: [string, GuidanceCard][] = [
  ...supportAreaKeys.map((key): [string, GuidanceCard] => [`support: ${key}`, supportGuidance[key]]),
  ...disruptAreaKeys.map((key): [string, GuidanceCard] => [`disrupt: ${key}`, disruptGuidance[key]]),
]
const leverCards = leverKindKeys.map((key): [string, LeverCard] => [`lever: ${key}`, leverGuidance[key]])
const linesInShort = [...Object.values(supportInShort), ...Object.values(disruptInShort)].flatMap((card) => [
  card.needs,
  card.risk,
])

const wordsOf = (card: GuidanceCard | LeverCard): string[] => [
  card.means,
  ...('examples' in card ? card.examples : [card.example]).map((example) => example.does),
  ...[card.needs].flat(),
  ...('risks' in card ? card.risks : [card.risk]),
  ...[card.isNot].flat(),
]
const everyCard = [...areaCards, ...leverCards]
const wordCount = (texts: readonly string[]) => texts.join(' ').split(/\s+/).length

test('there is a card for each of the 11 areas of support, 9 of disruption and 12 kinds of lever', () => {
  expect([supportAreaKeys.length, disruptAreaKeys.length, leverKindKeys.length]).toEqual([11, 9, 12])
  expect(everyCard).toHaveLength(32)
})

describe.each(areaCards)('%s', (_name, card) => {
  test('has every part, at a length that can be read in the room', () => {
    expect(card.examples.length).toBeGreaterThanOrEqual(2)
    expect(card.examples.length).toBeLessThanOrEqual(3)
    expect(card.risks.length).toBeGreaterThanOrEqual(2)
    for (const part of [card.who, card.needs, card.isNot, card.sources])
      expect(part.length).toBeGreaterThan(0)
    expect(new Set(card.who).size).toBe(card.who.length)
    expect(card.means.length).toBeGreaterThanOrEqual(120)
    expect(card.means.length).toBeLessThanOrEqual(320)
    for (const line of [...card.needs, ...card.risks, ...card.isNot]) {
      expect(line.length, line).toBeGreaterThanOrEqual(14)
      expect(line.length, line).toBeLessThanOrEqual(190)
    }
    for (const example of card.examples) {
      expect(example.who.trim()).not.toBe('')
      expect(example.does.length, example.does).toBeGreaterThanOrEqual(40)
      expect(example.by.length, example.by).toBeLessThanOrEqual(80)
      expect(example.by.trim()).not.toBe('')
    }
    expect(wordCount(wordsOf(card))).toBeLessThanOrEqual(320)
  })
})

describe.each(leverCards)('%s', (_name, card) => {
  test('is short and whole', () => {
    for (const part of [
      card.means,
      card.needs,
      card.risk,
      card.isNot,
      card.example.who,
      card.example.does,
      card.example.by,
    ])
      expect(part.trim().length).toBeGreaterThan(4)
    expect(card.who.length).toBeGreaterThan(0)
    expect(card.sources.length).toBeGreaterThan(0)
    expect(wordCount(wordsOf(card))).toBeLessThanOrEqual(130)
  })
})

test('no card’s text repeats another’s', () => {
  const said = [...everyCard.flatMap(([, card]) => wordsOf(card)), ...linesInShort].map((text) =>
    text.toLowerCase(),
  )
  const twice = said.filter((text, index) => said.indexOf(text) !== index)
  expect(twice).toEqual([])
})

test('the lines shown in the room are one line each', () => {
  expect(linesInShort).toHaveLength(40)
  for (const line of linesInShort) {
    expect(line.length, line).toBeGreaterThanOrEqual(40)
    expect(line.length, line).toBeLessThanOrEqual(125)
  }
})

test('every sentence ends, and no text has stray spaces', () => {
  const texts = everyCard.flatMap(([, card]) => [
    card.means,
    ...[card.needs].flat(),
    ...('risks' in card ? card.risks : [card.risk]),
    ...[card.isNot].flat(),
  ])
  for (const text of [...texts, ...linesInShort, ...Object.values(facts).map((fact) => fact.what)]) {
    expect(text).toMatch(/[.?]$/)
    expect(text).toBe(text.trim().replace(/\s+/g, ' '))
  }
})

test('a source is a shared fact, cited once on a card, and every fact is cited', () => {
  const known = new Set<unknown>(Object.values(facts))
  const cited = new Set<unknown>()
  for (const [name, card] of everyCard) {
    expect(new Set(card.sources).size, name).toBe(card.sources.length)
    for (const source of card.sources) {
      expect(known.has(source), name).toBe(true)
      cited.add(source)
    }
  }
  expect(
    Object.entries(facts)
      .filter(([, fact]) => !cited.has(fact))
      .map(([key]) => key),
  ).toEqual([])
  const whats = Object.values(facts).map((fact) => fact.what)
  expect(new Set(whats).size).toBe(whats.length)
})

test('what is unverified says so: somebody has to check it', () => {
  for (const fact of Object.values(facts)) {
    if (fact.status !== 'unverified') continue
    expect(`${fact.what} ${fact.source}`, fact.what).toMatch(
      /check|ask probation|agree your own|one programme/i,
    )
  }
})
