import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/**
 * Sentences that people read: messages of refusals, and what a condition of sight says of itself. A test that holds each
 * word of them would only be a second copy. Keys, kinds and codes hold no space and are broken like everything else.
 */
const wordsForPeople = {
  /** @param {{ node: { type: string, value?: unknown, quasis?: { value: { raw: string } }[] } }} path */
  shouldIgnore: ({ node }) => {
    const text =
      node.type === 'StringLiteral'
        ? String(node.value)
        : node.type === 'TemplateLiteral'
          ? (node.quasis ?? []).map(({ value }) => value.raw).join('')
          : ''
    return /\s/.test(text.trim()) ? 'words for people' : undefined
  },
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words for people', wordsForPeople)]
