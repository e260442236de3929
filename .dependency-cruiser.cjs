const types = ['type-only']
const aTest = '\\.test\\.tsx?$'

const no = (name, why, from, to) => ({ name, comment: why, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    no('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    no(
      'domain-is-pure',
      'The rules are told everything: no clock, no input or output, no framework.',
      { path: '^app/domain/', pathNot: aTest },
      { pathNot: ['^app/domain/', 'node_modules/zod/'] },
    ),
    no(
      'things-are-the-ground-floor',
      'A thing is a shape and a home. It knows catalogues, days and audiences, and no rule.',
      { path: '^app/domain/things/', pathNot: aTest },
      { path: '^app/domain/(?!things/|catalogues/|dates/day|audience)' },
    ),
    no(
      'sight-stands-on-things',
      'Who sees what follows from what is true now, and from nothing that is asked or recorded.',
      { path: '^app/domain/sight/', pathNot: aTest },
      { path: '^app/domain/(?!sight/|things/|catalogues/|dates/day|audience)' },
    ),
    no(
      'records-stand-on-things',
      'What a record changes must be the same whoever looks and whoever asked.',
      { path: '^app/domain/records/', pathNot: aTest },
      { path: '^app/domain/(?!records/|things/|catalogues/|dates/day|audience)' },
    ),
    no(
      'commands-are-the-top-floor',
      'A command names its rule; a rule that knew the commands would close a circle. Who has to do what stands above both.',
      {
        path: '^app/domain/',
        pathNot: [
          aTest,
          '^app/domain/commands/',
          '^app/domain/(abilities|follow-up/(needs|notices|who-is-told))',
        ],
      },
      { path: '^app/domain/commands/' },
    ),
    no(
      'catalogues-and-days-know-nothing',
      'Lists and days are what everything else is said in.',
      { path: '^app/domain/(catalogues|dates)/', pathNot: aTest },
      { path: '^app/domain/(?!catalogues/|dates/)' },
    ),
    no(
      'wire-knows-only-domain',
      'The contract is read by both sides.',
      { path: '^app/wire/', pathNot: aTest },
      { pathNot: ['^app/(wire|domain)/', 'node_modules/zod/'] },
    ),
    no(
      'browser-never-runs-server-code',
      'The pages get running services by the load context; a second copy of a service would be another service.',
      { path: '^app/', pathNot: aTest },
      { path: '^server/', dependencyTypesNot: types },
    ),
    no(
      'only-the-route-edge-knows-the-server',
      'Even types of the server stop at the route edge and the entries.',
      { path: '^app/(domain|wire|live|components)/', pathNot: aTest },
      { path: '^server/' },
    ),
    no(
      'app-never-touches-db',
      'What a page reads has been through sees.ts first.',
      { path: '^app/', pathNot: aTest },
      { path: '(^db/|node_modules/(drizzle-orm|better-sqlite3)/)' },
    ),
    no(
      'components-are-dumb',
      'Props in, markup out.',
      { path: '^app/components/', pathNot: aTest },
      { path: '^app/(routes|live|http|wire)/' },
    ),
    no(
      'live-does-not-know-routes',
      'A room in the browser works under any page.',
      { path: '^app/live/', pathNot: aTest },
      { path: '^app/(routes|components|http)/' },
    ),
    no(
      'route-edge-does-not-know-markup',
      'The edge turns a session into a viewer and a refusal into a response.',
      { path: '^app/http/', pathNot: aTest },
      { path: '^app/(routes|components|live)/' },
    ),
    no(
      'nobody-imports-routes',
      'What two pages share belongs elsewhere.',
      { path: '^app/(?!routes/)', pathNot: aTest },
      { path: '^app/routes/' },
    ),
    no(
      'remix-stays-at-the-edges',
      'Remix 2 is past its end of life: what does not import it need not be rewritten.',
      {
        path: '^(app|server|db)/',
        pathNot: [
          aTest,
          '^app/(routes|http)/',
          '^app/(root|entry\\.(client|server))\\.tsx$',
          '^server/http(/|\\.|-)',
        ],
      },
      { path: 'node_modules/@remix-run/', dependencyTypesNot: types },
    ),
    no(
      'db-knows-domain-only',
      'The tables serve the rules, not the screens or the process.',
      { path: '^db/', pathNot: aTest },
      { path: '^(server/|app/(?!domain/))' },
    ),
    no(
      'one-write-path',
      'Every change is a command given to execute. Nothing else writes.',
      {
        path: '^(app|server|db)/',
        pathNot: [aTest, '^server/execute(/|\\.|-)', '^db/(journal/append|things/save)'],
      },
      { path: '^db/(journal/append|things/save)(/|\\.|-)', dependencyTypesNot: types },
    ),
    no(
      'server-ignores-ui',
      'The server knows the rules and the contract, never a screen.',
      { path: '^server/', pathNot: aTest },
      { path: '^app/(?!domain/|wire/)' },
    ),
    no(
      'production-never-imports-tests',
      'What only tests need is not shipped.',
      { path: '^(app|db|server)/', pathNot: aTest },
      { path: '^tests/' },
    ),
    no(
      'production-needs-no-build-tools',
      'A development package is imported late, when development asks for it.',
      { path: '^(app|db|server)/', pathNot: aTest },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: types, dynamic: false },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg)(\\?|$)' },
  },
}
