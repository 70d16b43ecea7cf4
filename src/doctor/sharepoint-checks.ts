import type { Lack } from '../sharepoint/compare-columns.ts';
import type { ListLook, SiteLook } from '../sharepoint/look-at-site.ts';
import type { Check, Found } from './check.ts';
import type { Facts } from './facts.ts';

type Seen = Extract<SiteLook, { kind: 'seen' }>;
type Site = { readonly school: string; readonly name: string; readonly path: string };

/** For each school whose site was seen. */
const each =
  (judge: (look: Seen, site: Site) => readonly Omit<Found, 'school'>[]): Check =>
  ({ tenant }: Facts) =>
    tenant.sites.flatMap(({ school, look }) =>
      look.kind === 'seen'
        ? judge(look, { school: school.id, name: school.name, path: school.sitePath }).map((found) => ({
            school: school.id,
            ...found,
          }))
        : [],
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

function siteLine(look: SiteLook, path: string): Omit<Found, 'school'> {
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
    mend: 'Make it as a site without members, or correct sitePath in LANTERN_SCHOOLS.',
  };
}

/** What is judged of the schools' sites. */
export const sharepointChecks = {
  site: ({ tenant: { sites, api } }) =>
    'code' in api
      ? [{ state: 'unseen', says: 'The sites were not looked at, for the API cannot sign in.' }]
      : sites.map(({ school, look }) => ({ school: school.id, ...siteLine(look, school.sitePath) })),
  grant({ tenant: { sites, api } }) {
    // Without it no site is shown, whatever was granted there.
    const selected = 'roles' in api && api.roles.some((role) => role.startsWith('Sites.'));
    return sites.flatMap(({ school: { id: school, sitePath }, look }): readonly Found[] => {
      const mend = `Grant the API the role write on ${sitePath}: POST /sites/{id}/permissions with "roles": ["write"].`;
      if (look.kind === 'refused' && (look.status === 401 || look.status === 403))
        return selected
          ? [{ school, state: 'fault', says: `Nothing is granted to Lantern on ${sitePath}.`, mend }]
          : [];
      if (look.kind !== 'seen') return [];
      const { grant } = look;
      if (!grant || grant.write === undefined)
        return [
          { school, state: 'unseen', says: `What is granted on ${sitePath} cannot be told before a list is there.` },
        ];
      if (!grant.write)
        return [
          { school, state: 'fault', says: `On ${sitePath} Lantern may read and not write, so nothing is filed.`, mend },
        ];
      // Who holds a permission for all sites has a warning of its own.
      const everywhere = 'roles' in api && api.roles.some((role) => /^Sites\..+\.All$/.test(role));
      if ((grant.manage || grant.all) && !everywhere)
        return [
          {
            ...{ school, state: 'warning', says: `On ${sitePath} Lantern holds more than the role write.` },
            mend: `Change the grant to write: PATCH /sites/{id}/permissions/{id} with "roles": ["write"].`,
          },
        ];
      return [{ school, state: 'ok', says: `On ${sitePath} Lantern may write.` }];
    });
  },
  lists: each(({ lists }) => {
    const gone = missing(lists);
    if (gone.length === 0) return [{ state: 'ok', says: `All ${lists.length} lists are there.` }];
    const says =
      gone.length === lists.length ? 'None of the lists is there.' : `Lists are missing: ${gone.join(', ')}.`;
    return [{ state: 'fault', says, mend: making }];
  }),
  library: each(({ noLibrary }) =>
    noLibrary.length === 0
      ? [{ state: 'ok', says: 'The library for files of cases is there.' }]
      : noLibrary.map((name) => ({
          ...{ state: 'fault', says: `The library “${name}” is missing: files wait in Lantern, and none is filed.` },
          mend: making,
        })),
  ),
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
  view: each(({ lists }) => {
    const views = lists.flatMap(({ list, found }) => (found?.view ? [{ list, ...found.view }] : []));
    const filtered = views.filter(({ hidden }) => hidden > 0).map(({ list, hidden }) => `${hidden} rows of “${list}”`);
    if (filtered.length > 0)
      return [
        {
          ...{ state: 'fault', says: `The default view hides ${filtered.join(', ')}.` },
          mend: 'In SharePoint open the list, edit its default view and take the filter away.',
        },
      ];
    if (views.length === 0) return [];
    const rows = views.reduce((sum, view) => sum + view.rows, 0);
    if (rows === 0)
      return [{ state: 'unseen', says: 'There are no rows yet by which a filter of the default view could be told.' }];
    const some = views.some(({ cut }) => cut) ? ', of very long lists the first' : '';
    return [
      { state: 'ok', says: `No default view hides a row (${rows.toLocaleString('en-GB')} were counted${some}).` },
    ];
  }),
  'time-zone': each((_look, { path }) => [
    {
      ...{ state: 'unseen', says: `Graph does not show the time zone of ${path}.` },
      mend: 'By hand, once: site settings, regional settings, (UTC).',
    },
  ]),
  'by-hand': each((_look, { path }) => [
    {
      ...{
        state: 'unseen',
        says: `Graph does not show who may open ${path}, how many versions are kept, or its retention policy.`,
      },
      mend: 'By hand, once: npm run provision ends with what to set.',
    },
  ]),
} as const satisfies Record<string, Check>;
