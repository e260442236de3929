import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const typescript = ['**/*.{ts,tsx}']
const testFiles = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}']

const defaultExport = {
  selector: ':matches(ExportDefaultDeclaration, ExportSpecifier[exported.name="default"])',
  message: 'Export by name: only routes, the root, the entries and configuration need a default export.',
}
const wrappedLoader = {
  selector: 'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.name=/^(loader|action)$/]',
  message: 'Write `export async function`: a wrapped loader or action is shipped to the browser.',
}
const plainLoader = {
  selector: 'ExportNamedDeclaration > FunctionDeclaration[id.name=/^(loader|action)$/][async=false]',
  message: 'Write `export async function`.',
}
const transaction = {
  selector: 'CallExpression[callee.property.name="transaction"]',
  message: "Use the store's write: the driver's own transaction commits too early around asynchronous work.",
}
const queryEnding = {
  selector:
    'CallExpression[callee.property.name=/^(get|all|run)$/][arguments.length=0][callee.object.type="CallExpression"]:not([callee.object.callee.property.name="prepare"])',
  message: 'Await the query: this ending does not exist in PostgreSQL.',
}
const emission = {
  selector: 'CallExpression[callee.property.name=/^emit(WithAck)?$/]',
  message: 'Only server/rooms/publish.ts emits: it redacts first.',
}
const clockAndChance = [
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    message: 'The domain is told the time.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The domain is told the time.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The domain is given its ids and leaves nothing to chance.',
  },
  {
    selector: 'MemberExpression[object.name="globalThis"]',
    message: 'The domain reaches for nothing outside itself.',
  },
]
// A role is compared in one place, so that what a role comes to is said once (app/domain/sight/viewer.ts).
const roleCompared = {
  selector:
    ':matches(BinaryExpression[operator=/^[!=]==$/]:has(> Literal) > MemberExpression[property.name="role"], CallExpression[callee.property.name=/^(includes|has)$/] > MemberExpression.arguments[property.name="role"])',
  message:
    'Compare no role here: ask app/domain/sight/viewer.ts, or what the page was told (app/domain/abilities.ts).',
}
const testsLeftOut = {
  selector:
    'MemberExpression[property.name=/^(only|skip|skipIf|runIf|fixme|todo)$/]:matches([object.name=/^(test|it|describe)$/], [object.property.name="describe"])',
  message: 'Every test runs, always.',
}

const leftUnused = { varsIgnorePattern: '^_', argsIgnorePattern: '^_', caughtErrors: 'none' }

const forbid = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] })

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'data', 'test-results', 'playwright-report', 'coverage', '.cache'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  // The compiler knows better which names exist.
  { rules: { 'no-undef': 'off' } },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', leftUnused],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { 'no-unused-vars': ['error', leftUnused] } },
  { rules: { eqeqeq: 'error' } },
  {
    files: ['app/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  // A later block replaces an earlier one's forbidden syntax, it does not add to it.
  { files: ['app/**/*.{ts,tsx}'], rules: forbid(defaultExport, roleCompared) },
  { files: ['scripts/**/*.mjs'], rules: forbid(defaultExport) },
  {
    files: ['app/domain/**/*.ts'],
    rules: {
      ...forbid(defaultExport, ...clockAndChance, roleCompared),
      'no-restricted-globals': [
        'error',
        'crypto',
        'performance',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
      ],
    },
  },
  {
    files: ['app/routes/**/*.{ts,tsx}', 'app/root.tsx', 'app/entry.*.tsx'],
    rules: forbid(wrappedLoader, plainLoader, roleCompared),
  },
  { files: ['db/**/*.ts'], rules: forbid(defaultExport, transaction, queryEnding) },
  {
    files: ['server/**/*.ts'],
    rules: forbid(defaultExport, transaction, queryEnding, emission, roleCompared),
  },
  {
    files: ['server/rooms/publish.ts'],
    rules: forbid(defaultExport, transaction, queryEnding, roleCompared),
  },
  // Here they are compared.
  {
    files: ['app/domain/sight/viewer.ts', 'app/domain/commands/permission.ts'],
    rules: forbid(defaultExport, ...clockAndChance),
  },
  {
    files: testFiles,
    rules: {
      ...forbid(defaultExport, testsLeftOut),
      'no-restricted-globals': 'off',
      // Playwright asks for an empty pattern where a fixture needs no other.
      'no-empty-pattern': 'off',
      'react-hooks/rules-of-hooks': 'off',
    },
  },
  { files: ['tests/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
