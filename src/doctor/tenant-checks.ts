import { permissionTable } from '../graph/permission-table.ts';
import type { Check } from './check.ts';

const second = 1_000;
/** Entra and the Bot Connector refuse tokens whose times are further off. */
const mostAhead = 300 * second;
const muchAhead = 60 * second;

const ofApi = permissionTable.filter((row) => row.of === 'API');
const names = (wanted: 'needed' | 'choice') =>
  ofApi.flatMap((row) => (row.wanted === wanted && row.permission ? [row.permission] : []));

const signIn = (registration: string, setting: string): ((code: string | undefined) => ReturnType<Check>) => {
  return (code) =>
    code === undefined
      ? [{ state: 'ok', says: `Entra gives the ${registration} a token.` }]
      : [
          {
            ...{ state: 'fault', says: `Entra gives the ${registration} no token (${code}).` },
            mend: `Check LANTERN_TENANT_ID and ${setting}, and that its certificate is the one that the registration knows.`,
          },
        ];
};
const api = signIn('API', 'API_APP_ID');
const bot = signIn('bot', 'BOT_APP_ID');
const noFile = 'no-certificate';
const unasked = [{ state: 'unseen', says: 'Not asked, for its certificate could not be used.' }] as const;

/** What is judged of the tenant. */
export const tenantChecks = {
  'api-sign-in': ({ tenant }) =>
    'roles' in tenant.api ? api(undefined) : tenant.api.code === noFile ? unasked : api(tenant.api.code),
  'bot-sign-in': ({ tenant }) =>
    'roles' in tenant.bot ? bot(undefined) : tenant.bot.code === noFile ? unasked : bot(tenant.bot.code),
  permissions({ tenant }) {
    if (!('roles' in tenant.api)) return [];
    const { roles } = tenant.api;
    const missing = names('needed').filter((name) => !roles.includes(name));
    const known = [...names('needed'), ...names('choice')];
    const wider = roles.filter((role) => !known.includes(role));
    const ofBot = 'roles' in tenant.bot ? tenant.bot.roles : [];
    const found = [
      ...missing.map((name) => ({
        ...{ state: 'fault' as const, says: `The API lacks ${name}.` },
        mend: `In Entra give the registration of the API the application permission ${name} of Microsoft Graph, with admin consent.`,
      })),
      ...wider.map((name) => ({
        ...{ state: 'warning' as const, says: `The API holds ${name}, which Lantern does not need.` },
        mend: `In Entra take ${name} away from the registration of the API: what it does not hold nobody can misuse.`,
      })),
      ...ofBot.map((name) => ({
        ...{ state: 'warning' as const, says: `The bot holds ${name}, and needs no permission of Microsoft Graph.` },
        mend: `In Entra take ${name} away from the registration of the bot.`,
      })),
    ];
    const held = roles.filter((role) => known.includes(role)).join(', ');
    return found.length > 0 ? found : [{ state: 'ok', says: `The API holds ${held} and nothing wider.` }];
  },
  clock({ tenant: { aheadMs } }) {
    if (aheadMs === undefined)
      return [{ state: 'unseen', says: 'Microsoft Graph was not heard, so its time is not known.' }];
    const off = Math.abs(aheadMs);
    const where = aheadMs > 0 ? 'ahead of' : 'behind';
    const says = `This machine’s clock is ${Math.round(off / second)} seconds ${where} Microsoft’s.`;
    const mend = 'Have the machine set its clock by NTP. Tokens are refused when it is off by five minutes.';
    if (off > muchAhead) return [{ state: off > mostAhead ? 'fault' : 'warning', says, mend }];
    return [{ state: 'ok', says: 'This machine’s clock agrees with Microsoft’s.' }];
  },
  subscriptions({ tenant: { subscriptions: found } }) {
    const mend =
      'Lists are asked for changes all the same. Microsoft names Sites.ReadWrite.All for hints, which is far more than Lantern needs: set LANTERN_SUBSCRIPTIONS=off.';
    switch (found.kind) {
      case 'off':
        return [{ state: 'ok', says: 'Hints of changes are not wished for; the lists are asked for changes.' }];
      case 'not-asked':
        return [];
      case 'refused':
        return [{ state: 'warning', says: `Graph refuses hints of changes (${found.status}).`, mend }];
      case 'standing':
        return found.lists >= found.of
          ? [{ state: 'ok', says: `Graph gives hints of changes in all ${found.of} lists.` }]
          : [{ state: 'warning', says: `Graph gives hints of changes in ${found.lists} of ${found.of} lists.`, mend }];
    }
  },
} as const satisfies Record<string, Check>;
