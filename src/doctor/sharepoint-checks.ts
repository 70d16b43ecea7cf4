import type { Lack } from '../sharepoint/compare-columns.ts';
import type { ListLook, SiteLook } from '../sharepoint/look-at-site.ts';
import { sitePathOf } from '../sharepoint/sites.ts';
import type { Check, Found } from './check.ts';
import type { Facts, SiteFacts } from './facts.ts';

type Seen = Extract<SiteLook, { kind: 'seen' }>;
type Line = Omit<Found, 'school'>;

const pathOf = ({ school, site }: SiteFacts) => sitePathOf(school, site);

/** For each site that was seen. */
const eachSite =
  (judge: (look: Seen, site: SiteFacts) => readonly Line[]): Check =>
  ({ tenant }: Facts) =>
    tenant.sites.flatMap((facts) =>
      facts.look.kind === 'seen'
        ? judge(facts.look, facts).map((found) => ({ school: facts.school.id, ...found }))
        : [],
    );

/** The same, and a line that is not about the safeguarding site says which it is about. */
const each = (judge: (look: Seen, site: SiteFacts) => readonly Line[]): Check =>
  eachSite((look, facts) =>
    judge(look, facts).map((found) => (facts.site ? { ...found, says: `${pathOf(facts)}: ${found.says}` } : found)),
  );

const compared = ({ lists }: Seen) =>
  lists.flatMap(({ list, found }) =>
    found?.comparison ? [{ list, columns: found.columns, ...found.comparison }] : [],
  );

const making = 'npm run provision under the one-off identity, or npm run doctor -- --fix.';

/** A check of columns that provisioning mends. */
const lacking = (lack: Lack, fault: string, fine: string): Check =>
  each((look) => {
    const found = compared(look).flatMap(({ list, mendable }) =>
      mendable.filter(({ lacks }) => lacks.includes(lack)).map(({ name }) => `${name} of “${list}”`),
    );
    if (found.length > 0) return [{ state: 'fault', says: `${fault}: ${found.join(', ')}.`, mend: making }];
    return compared(look).length > 0 ? [{ state: 'ok', says: fine }] : [];
  });

const missing = (lists: readonly ListLook[]) => lists.filter(({ found }) => !found).map(({ list }) => `“${list}”`);

function siteLine(facts: SiteFacts): Line {
  const look: SiteLook = facts.look;
  const path = pathOf(facts);
  if (look.kind === 'seen') return { state: 'ok', says: `The site ${path} is there.` };
  if (look.kind === 'no-answer')
    return {
      ...{ state: 'fault', says: `Microsoft Graph gave no answer about ${path} (${look.code}).` },
      mend: 'See whether this machine reaches graph.microsoft.com; concerns are taken and kept meanwhile.',
    };
  if (look.status === 401 || look.status === 403)
    return { state: 'unseen', says: `The site ${path} is not shown to Lantern.` };
  return {
    ...{ state: 'fault', says: `There is no site ${path} (Graph answers ${look.status} ${look.code}).` },
    mend: `Make it as a site without members, or correct ${facts.site ? 'staffSitePath' : 'sitePath'} in LANTERN_SCHOOLS.`,
  };
}

/** What is judged of the schools' sites. */
export const sharepointChecks = {
  site: ({ tenant: { sites, api } }) =>
    'code' in api
      ? [{ state: 'unseen', says: 'The sites were not looked at, for the API cannot sign in.' }]
      : sites.map((facts) => ({ school: facts.school.id, ...siteLine(facts) })),
  grant({ tenant: { sites, api } }) {
    // Without it no site is shown, whatever was granted there.
    const selected = 'roles' in api && api.roles.some((role) => role.startsWith('Sites.'));
    return sites.flatMap((facts): readonly Found[] => {
      const { id: school } = facts.school;
      const { look } = facts;
      const path = pathOf(facts);
      const mend = `Grant the API the role write on ${path}: POST /sites/{id}/permissions with "roles": ["write"].`;
      if (look.kind === 'refused' && (look.status === 401 || look.status === 403))
        return selected ? [{ school, state: 'fault', says: `Nothing is granted to Lantern on ${path}.`, mend }] : [];
      if (look.kind !== 'seen') return [];
      const { grant } = look;
      if (!grant || grant.write === undefined)
        return [{ school, state: 'unseen', says: `What is granted on ${path} cannot be told before a list is there.` }];
      if (!grant.write)
        return [
          { school, state: 'fault', says: `On ${path} Lantern may read and not write, so nothing is filed.`, mend },
        ];
      // Who holds a permission for all sites has a warning of its own.
      const everywhere = 'roles' in api && api.roles.some((role) => /^Sites\..+\.All$/.test(role));
      if ((grant.manage || grant.all) && !everywhere)
        return [
          {
            ...{ school, state: 'warning', says: `On ${path} Lantern holds more than the role write.` },
            mend: `Change the grant to write: PATCH /sites/{id}/permissions/{id} with "roles": ["write"].`,
          },
        ];
      return [{ school, state: 'ok', says: `On ${path} Lantern may write.` }];
    });
  },
  lists: each(({ lists }) => {
    const gone = missing(lists);
    if (gone.length === 0) return [{ state: 'ok', says: `All ${lists.length} lists are there.` }];
    const says =
      gone.length === lists.length ? 'None of the lists is there.' : `Lists are missing: ${gone.join(', ')}.`;
    return [{ state: 'fault', says, mend: making }];
  }),
  library: each(({ noLibrary }, { site }) => {
    // Files of cases lie in the safeguarding site alone.
    if (site) return [];
    if (noLibrary.length === 0) return [{ state: 'ok', says: 'The library for files of cases is there.' }];
    return noLibrary.map((name) => ({
      ...{ state: 'fault', says: `The library “${name}” is missing: files wait in Lantern, and none is filed.` },
      mend: making,
    }));
  }),
  columns: each((look) => {
    const found = compared(look).flatMap(({ list, missing: lack }) => lack.map(({ name }) => `${name} of “${list}”`));
    const total = compared(look).reduce((sum, { columns }) => sum + columns, 0);
    if (found.length > 0) return [{ state: 'fault', says: `Columns are missing: ${found.join(', ')}.`, mend: making }];
    return total > 0 ? [{ state: 'ok', says: `All ${total} columns are there.` }] : [];
  }),
  kinds: each((look) => {
    const found = compared(look).flatMap(({ list, otherKinds }) =>
      otherKinds.map(({ name, is, needed }) => `${name} of “${list}” is ${is} and not ${needed}`),
    );
    if (found.length > 0)
      return [
        {
          ...{ state: 'fault', says: `Columns are of another kind: ${found.join(', ')}.` },
          mend: 'Nothing is changed by itself, for what stands there could be lost. Copy its content, delete the column, make it anew with npm run provision.',
        },
      ];
    return compared(look).length > 0 ? [{ state: 'ok', says: 'All columns are of the right kind.' }] : [];
  }),
  indexes: lacking('index', 'Columns have no index', 'All columns that are asked by are indexed.'),
  uniqueness: lacking('uniqueness', 'Columns are not unique, so a row could be doubled', 'Keys are unique.'),
  width: lacking('width', 'Columns hold less than Lantern writes', 'All columns have room.'),
  choices: lacking('choices', 'Columns refuse choices that Lantern writes', 'All choices are taken.'),
  view: each(({ lists }, { site }) => {
    const views = lists.flatMap(({ list, found }) => (found?.view ? [{ list, ...found.view }] : []));
    const filtered = views
      .filter(({ hidden }) => hidden > 0)
      .map(({ list, hidden }) => (site ? `rows of “${list}”` : `${hidden} rows of “${list}”`));
    if (filtered.length > 0)
      return [
        {
          ...{ state: 'fault', says: `The default view hides ${filtered.join(', ')}.` },
          mend: 'In SharePoint open the list, edit its default view and take the filter away.',
        },
      ];
    if (views.length === 0) return [];
    // Whoever reads this may not learn whether there is a concern about an adult: the same words, whatever the lists hold.
    if (site) return [{ state: 'ok', says: 'No default view was seen to hide a row.' }];
    const rows = views.reduce((sum, view) => sum + view.rows, 0);
    if (rows === 0)
      return [{ state: 'unseen', says: 'There are no rows yet by which a filter of the default view could be told.' }];
    const some = views.some(({ cut }) => cut) ? ', of very long lists the first' : '';
    return [
      { state: 'ok', says: `No default view hides a row (${rows.toLocaleString('en-GB')} were counted${some}).` },
    ];
  }),
  'time-zone': eachSite((_look, facts) => [
    {
      ...{ state: 'unseen', says: `Graph does not show the time zone of ${pathOf(facts)}.` },
      mend: 'By hand, once: site settings, regional settings, (UTC).',
    },
  ]),
  'by-hand': eachSite((_look, facts) => [
    {
      ...{
        state: 'unseen',
        says: `Graph does not show who may open ${pathOf(facts)}, how many versions are kept, or its retention policy.`,
      },
      mend: facts.site
        ? 'By hand, once: owners of its own, not those of the safeguarding site; npm run provision ends with what else to set.'
        : 'By hand, once: npm run provision ends with what to set.',
    },
  ]),
} as const satisfies Record<string, Check>;
