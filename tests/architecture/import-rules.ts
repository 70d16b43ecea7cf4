import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

const ours = '^(src|bot|tab|tests|env)/';
/** What doors and areas may use of perform at run time: its words and how a digest is made, not its machinery. */
const wordsOfPerform = '^src/perform/(types|problem|digest)\\.ts$';
const wordsOfAccess = '^src/access/types\\.ts$';
const shapeOfARoute = '^src/http/route\\.ts$';
/** What an area may use of http at run time: how what a form says is taken out of a request. */
const wordsOfARequest = '^src/http/body-of\\.ts$';
/** What an area shows to another: what its records are, how to find them, pure decisions about them, and what its forms send. */
const sharedByAreas =
  '^src/areas/[^/]+/(record|fields|queries|rules|contract|match-[a-z-]+|names/[a-z-]+|redact/(words|ordinary)|renderings/find-names|papers/paper-formats)\\.ts$';
/** Parts of a long `fields.ts` stand beside it; and the calendar of working days, which is a fact for both sides and stands once. */
const seenByTab = '^src/(areas/[^/]+/(contract|fields|[a-z]+-fields)|records/working-days)\\.ts$';

type Rule = Pick<IRegularForbiddenRuleType, 'from' | 'to'>;

/** Who may import whom: each entry names what is refused, and the reason stands beside it. */
const rules: Readonly<Record<string, Rule>> = {
  // Everything is derived from records, so they know nothing of what is derived.
  'records-stand-alone': { from: { path: '^src/records/' }, to: { path: ours, pathNot: '^src/records/' } },
  'records-run-in-a-browser': { from: { path: '^src/records/' }, to: { dependencyTypes: ['core'] } },
  // A port is what Lantern asks of the world, in Lantern's words; who answers is not its business.
  'ports-stand-alone': { from: { path: '^src/ports/' }, to: { path: ours, pathNot: '^src/ports/' } },

  // An area decides. What loads, checks, saves and sends is not within its reach, so it cannot go around it.
  'areas-know-no-machinery': {
    from: { path: '^src/areas/' },
    to: { path: ours, pathNot: ['^src/(areas|records|ports|clocks|perform|access)/', shapeOfARoute, wordsOfARequest] },
  },
  'areas-know-of-http-only-the-shape-of-a-route': {
    from: { path: '^src/areas/' },
    to: { path: shapeOfARoute, dependencyTypesNot: ['type-only'] },
  },
  'areas-know-only-the-words-of-perform-and-access': {
    from: { path: '^src/areas/' },
    to: { path: '^src/(perform|access)/', pathNot: [wordsOfPerform, wordsOfAccess], dependencyTypesNot: ['type-only'] },
  },
  'areas-do-no-io': { from: { path: '^src/areas/' }, to: { dependencyTypes: ['core'] } },
  'areas-share-no-acts-and-views': {
    from: { path: '^src/areas/([^/]+)/' },
    to: { path: '^src/areas/', pathNot: ['^src/areas/$1/', sharedByAreas] },
  },
  // They work for every record type, also for those that do not exist yet.
  'store-and-sharepoint-derive-from-records': {
    from: { path: '^src/(store|sharepoint)/' },
    to: { path: '^src/areas/' },
  },

  // A door holds a function `perform` that it was handed; it cannot make itself another one.
  'perform-is-handed-over': {
    from: { path: '^(bot|src/http)/' },
    to: { path: '^src/perform/', pathNot: wordsOfPerform, dependencyTypesNot: ['type-only'] },
  },
  'only-main-knows-the-bot': { from: { path: '^src/', pathNot: '^src/main\\.ts$' }, to: { path: '^bot/' } },
  'src-stands-without-tab-and-tests': { from: { path: '^src/' }, to: { path: '^(tab|tests|env)/' } },
  'bot-stands-without-tab-and-tests': { from: { path: '^bot/' }, to: { path: '^(tab|tests|env)/' } },
  'nothing-imports-main': { from: { path: '^(src|bot|tab)/' }, to: { path: '^src/main\\.ts$' } },
  // A demonstration must not become part of the product.
  'only-main-knows-the-local-tenant': {
    from: { path: '^(src|bot)/', pathNot: '^src/(main\\.ts$|local/)' },
    to: { path: '^src/local/' },
  },

  // A browser gets what a browser needs: no Zod, no rules, no server code.
  'tab-knows-contracts-and-fields-only': { from: { path: '^tab/' }, to: { path: ours, pathNot: ['^tab/', seenByTab] } },
  'contracts-and-fields-stay-light': {
    from: { path: seenByTab },
    to: { path: '.', pathNot: seenByTab, dependencyTypesNot: ['type-only'] },
  },

  // It reached its end of life; one room can be rebuilt.
  'botbuilder-has-one-room': {
    from: { pathNot: '^bot/framework/|(^|/)node_modules/' },
    to: { path: '^node_modules/(botbuilder|botframework)' },
  },
  // What is not handed to the port cannot leave; whoever had the library could hand it anything.
  'opentelemetry-has-one-room': {
    from: { pathNot: '^src/system/telemetry/|(^|/)node_modules/' },
    to: { path: '^node_modules/@opentelemetry/' },
  },
  // A production install leaves the development packages out.
  'the-product-needs-no-development-packages': {
    from: { path: '^(src|bot)/', pathNot: '^src/local/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },

  'no-cycles': { from: {}, to: { circular: true } },
  // A path that leads nowhere would slip through every rule above.
  'every-import-leads-somewhere': { from: {}, to: { couldNotResolve: true } },
};

export const importRules: IRegularForbiddenRuleType[] = Object.entries(rules).map(([name, rule]) => ({
  name,
  severity: 'error',
  ...rule,
}));
