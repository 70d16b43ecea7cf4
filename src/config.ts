import { z } from 'zod';
import { grantableRole } from './areas/people/fields.ts';
import { keyVaultAddress } from './keys/key-vault-address.ts';

/** Entra writes ids in lower case in its tokens, and they are compared letter for letter. */
const guid = z.guid().toLowerCase();
const origin = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

const sitePath = z.string().startsWith('/sites/');
const school = z.strictObject({
  /** Stable kebab-case id, stored with every record. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** As people dial it: it stands in letters. */
  telephone: z.exactOptional(z.string().max(40)),
  /** Host of the tenant's SharePoint, e.g. `contoso.sharepoint.com`. */
  host: z.string(),
  /** Server-relative path of the safeguarding site, e.g. `/sites/school-safeguarding`. */
  sitePath,
  /** The same of the site where concerns about adults lie, with owners and a grant of its own. */
  staffSitePath: sitePath,
});
export type School = z.infer<typeof school>;

/** Two sites that are one would show the concerns about adults to whoever may open the other; SharePoint ignores case. */
const schools = z
  .array(school)
  .min(1)
  .superRefine((all, context) => {
    const taken = new Set<string>();
    for (const [at, { host, ...paths }] of all.entries())
      for (const name of ['sitePath', 'staffSitePath'] as const) {
        const site = `${host}${paths[name].replace(/\/+$/, '')}`.toLowerCase();
        const message = `${paths[name]} is named twice: each school has a site of its own, and another for staff concerns`;
        if (taken.has(site)) context.addIssue({ code: 'custom', path: [at, name], message });
        taken.add(site);
      }
  });

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

const granted = Object.keys(grantableRole) as [keyof typeof grantableRole];
/** Groups in Entra, and which role their people hold at which school. */
const roleGroups = z.array(z.strictObject({ group: guid, school: z.string(), role: z.enum(granted) }));

const list = (text: string) => text.split(',').map((part) => part.trim());

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    /** `local`: the demonstration, with the local tenant standing in for Microsoft 365. */
    LANTERN_MODE: z.enum(['production', 'local']).default('production'),
    LANTERN_LOCAL_ORIGIN: origin.optional(),
    /** File of the demonstration's own clock, which school matters run on; the machine's without it. */
    LANTERN_LOCAL_CLOCK: z.string().optional(),
    /** How much of the demonstration's trust is made: `small` is one school of forty children, for tests; nothing when absent. */
    LANTERN_LOCAL_TRUST: z.enum(['whole', 'small']).optional(),
    LANTERN_PORT: z.coerce.number().int().min(0).default(3978),
    LANTERN_DATA: z.string().default('.lantern'),
    /** PostgreSQL for several instances, `postgresql://…`; without it SQLite in LANTERN_DATA. Holds a password: a secret. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** Where Teams finds the tab, without a closing slash. */
    LANTERN_PUBLIC_ORIGIN: origin.default('http://localhost:3978'),
    LANTERN_TENANT_ID: guid,
    LANTERN_SCHOOLS: json.pipe(schools),
    /** Groups in Entra that give roles, as JSON: `[{"group": "<object id>", "school": "<id>", "role": "deputy"}]`. No group is read without it. */
    LANTERN_ROLE_GROUPS: json.pipe(roleGroups).default([]),
    /** Microsoft 365 licences of the tenant: SharePoint's ceilings go by them. */
    LANTERN_LICENCES: z.coerce.number().int().min(1).default(1_000),
    /**
     * How long an instance that was asked to end still takes requests after `/ready` says no, in seconds: what a load balancer
     * needs to see it. 5 in production, 0 in the demonstration.
     */
    LANTERN_DRAIN_SECONDS: z.coerce.number().min(0).max(8).optional(),
    /** Where operators may ask for `/status` over HTTP; nowhere when absent. The load balancer must not know it. */
    LANTERN_STATUS_PORT: z.coerce.number().int().min(0).optional(),
    /** The address on which it is asked: this machine's own, or a pod's. */
    LANTERN_STATUS_HOST: z.string().default('127.0.0.1'),
    /** Whether Graph is asked to tell at once that a list has changed; the lists are asked for changes either way. */
    LANTERN_SUBSCRIPTIONS: z.enum(['off', 'on']).default('off'),
    /** How often each list in SharePoint is asked for changes, in seconds; the demonstration shows it sooner. */
    LANTERN_SYNC_SECONDS: z.coerce.number().int().min(1).max(3_600).optional(),
    /** Whether meetings that the school holds stand in the calendar of whoever called them; chat tells of them either way. */
    LANTERN_CALENDAR: z.enum(['off', 'on']).default('off'),
    /** Whether Lantern reads a channel to see whether a post is there of which Teams did not say what became of it. */
    LANTERN_CHANNEL_READING: z.enum(['off', 'on']).default('off'),
    /** Whether whoever writes the minutes of a meeting in Teams may look at the transcript that Teams made of it. */
    LANTERN_TRANSCRIPTS: z.enum(['off', 'on']).default('off'),
    TEAMS_APP_ID: guid,
    BOT_APP_ID: guid,
    API_APP_ID: guid,
    /** One-off identity that makes the lists; only `npm run provision` uses it. */
    PROVISION_APP_ID: guid.optional(),
    /** PEM file with private key and certificate of the API's registration. */
    API_CERTIFICATE_FILE: z.string().optional(),
    /** In its stead: the file where the platform keeps its statement of who runs here (workload identity federation). */
    API_FEDERATED_TOKEN_FILE: z.string().optional(),
    BOT_CERTIFICATE_FILE: z.string().optional(),
    /** In place of both certificates, on Azure: the client id of the managed identity that both registrations trust. */
    LANTERN_MANAGED_IDENTITY_ID: guid.optional(),
    /** Set by Azure where a managed identity is assigned, and by nobody else. The header is a secret. */
    IDENTITY_ENDPOINT: z.url({ protocol: /^http$/ }).optional(),
    IDENTITY_HEADER: z.string().optional(),
    /** The key in Azure Key Vault that wraps the data key, `https://<vault>.vault.azure.net/keys/<name>`; without it `data.key` is a file. */
    LANTERN_KEY_VAULT_KEY: z
      .string()
      .refine((text) => isWholeKey(text), 'must read https://<vault>.vault.azure.net/keys/<name>')
      .optional(),
    /** Client applications that may call the tab API: Teams desktop and mobile, Teams web. */
    TAB_CLIENT_IDS: z
      .string()
      .default('1fec8e78-bce4-4aaf-ab1b-5451cc387264,5e3ce6c0-2b1f-4285-8d4b-75ee78787346')
      .transform(list)
      .pipe(z.array(guid)),
    /** Entra's authentication context that a person must have satisfied before anything leaves Lantern: `c1` to `c99`. Nobody is asked when absent. */
    LANTERN_STEP_UP_CONTEXT: z
      .string()
      .regex(/^c[1-9]\d?$/, 'must be c1 to c99')
      .optional(),
    /** School days for which somebody may stand in for a lead before it has to be given as a role. */
    LANTERN_ACTING_DAYS: z.coerce.number().int().min(1).max(20).default(10),
    /** Whether looks have a limit for each person and tenant; the demonstration is driven by programs, and has none. */
    LANTERN_LIMITS: z.enum(['off', 'on']).optional(),
    /** `on`: guests of the tenant may use Lantern like its members. */
    LANTERN_GUESTS: z.enum(['off', 'on']).default('off'),
    /** `on`: nobody of the tenant is let in, and each is told so; what was taken in is filed and kept. */
    LANTERN_SUSPENDED: z.enum(['off', 'on']).default('off'),
    /** Where OpenTelemetry is gathered (OTLP over HTTP), without `/v1/traces`; nothing is measured when absent. */
    LANTERN_OTLP_ENDPOINT: origin.optional(),
    /** Where clamd scans files for viruses: `host:3310`, or the path of its socket. Without it files are not scanned, and say so. */
    LANTERN_CLAMD: z
      .string()
      .regex(/^(\/.+|[\w.-]+:\d{1,5}|\[[\da-f:]+\]:\d{1,5})$/i, {
        error: 'must be host:port or the path of a socket',
        abort: true,
      })
      .refine((text) => text.startsWith('/') || isPort(text.slice(text.lastIndexOf(':') + 1)), 'must end in a port')
      .transform((text) => {
        const at = text.lastIndexOf(':');
        if (text.startsWith('/')) return { path: text };
        return { host: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) };
      })
      .optional(),
    /** Name of the tenant's retention label that each filed document gets. */
    LANTERN_RETENTION_LABEL: z.string().trim().min(1).optional(),
    LANTERN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** File for the local tenant's ledger of Graph calls, one JSON line each. */
    LANTERN_LEDGER: z.string().optional(),
  })
  .superRefine((env, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (env.LANTERN_MODE === 'local') {
      if (env.NODE_ENV === 'production')
        fault('LANTERN_MODE', 'local mode is a demonstration and does not start with NODE_ENV=production');
      if (!env.LANTERN_LOCAL_ORIGIN) fault('LANTERN_LOCAL_ORIGIN', 'is needed in local mode');
    } else {
      if (env.LANTERN_LOCAL_ORIGIN) fault('LANTERN_LOCAL_ORIGIN', 'is only for local mode');
      if (env.LANTERN_SUBSCRIPTIONS === 'on' && !env.LANTERN_PUBLIC_ORIGIN.startsWith('https://'))
        fault('LANTERN_PUBLIC_ORIGIN', 'must be https for LANTERN_SUBSCRIPTIONS=on: Graph calls it');
      if (env.LANTERN_LOCAL_CLOCK) fault('LANTERN_LOCAL_CLOCK', 'is only for local mode');
      if (env.LANTERN_LOCAL_TRUST) fault('LANTERN_LOCAL_TRUST', 'makes invented people: it is only for local mode');
      const vouched = env.LANTERN_MANAGED_IDENTITY_ID !== undefined;
      if (vouched && !(env.IDENTITY_ENDPOINT && env.IDENTITY_HEADER))
        fault('LANTERN_MANAGED_IDENTITY_ID', 'names an identity, but this machine has none assigned to it');
      if (vouched && (env.API_CERTIFICATE_FILE || env.API_FEDERATED_TOKEN_FILE || env.BOT_CERTIFICATE_FILE))
        fault('LANTERN_MANAGED_IDENTITY_ID', 'stands in for the certificates: take them away');
      if (!vouched && !env.API_CERTIFICATE_FILE && !env.API_FEDERATED_TOKEN_FILE)
        fault('API_CERTIFICATE_FILE', 'is needed in production, or API_FEDERATED_TOKEN_FILE');
      if (env.API_CERTIFICATE_FILE && env.API_FEDERATED_TOKEN_FILE)
        fault('API_FEDERATED_TOKEN_FILE', 'stands in for API_CERTIFICATE_FILE: set one of them');
      if (!vouched && !env.BOT_CERTIFICATE_FILE) fault('BOT_CERTIFICATE_FILE', 'is needed in production');
    }
    for (const [at, { group, school, role }] of env.LANTERN_ROLE_GROUPS.entries()) {
      const same = env.LANTERN_ROLE_GROUPS.findIndex(
        (one) => one.group === group && one.school === school && one.role === role,
      );
      if (same < at) fault(`LANTERN_ROLE_GROUPS.${at}`, 'says the same as an earlier one');
      if (!env.LANTERN_SCHOOLS.some(({ id }) => id === school))
        fault(`LANTERN_ROLE_GROUPS.${at}.school`, 'is none of LANTERN_SCHOOLS');
    }
    if (env.LANTERN_TRANSCRIPTS === 'on' && env.LANTERN_CALENDAR === 'off')
      fault('LANTERN_TRANSCRIPTS', 'needs LANTERN_CALENDAR=on: a transcript is found by the event of its meeting');
    if (env.DATABASE_URL && !isSafeRoad(new URL(env.DATABASE_URL)))
      fault('DATABASE_URL', 'must end in ?sslmode=verify-full, unless the database is on this machine');
    if (['0.0.0.0', '::'].includes(env.LANTERN_STATUS_HOST))
      fault('LANTERN_STATUS_HOST', 'must be one address: /status is not for every network this machine is on');
    if (env.BOT_APP_ID === env.API_APP_ID) fault('API_APP_ID', 'must be another registration than BOT_APP_ID');
  })
  .transform((env) => ({
    ...env,
    LANTERN_DRAIN_SECONDS: env.LANTERN_DRAIN_SECONDS ?? (env.LANTERN_MODE === 'local' ? 0 : 5),
    LANTERN_LIMITS: env.LANTERN_LIMITS ?? (env.LANTERN_MODE === 'local' ? 'off' : 'on'),
    LANTERN_SYNC_SECONDS: env.LANTERN_SYNC_SECONDS ?? (env.LANTERN_MODE === 'local' ? 5 : 60),
  }));

/** Children's words go over it: encrypted, to the server that the certificate names, or not over a network at all. */
const isSafeRoad = ({ hostname, searchParams }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || searchParams.get('sslmode') === 'verify-full';

const isPort = (text: string): boolean => Number(text) >= 1 && Number(text) <= 65_535;

/** A key and not one version of it: the newest wraps. */
function isWholeKey(text: string): boolean {
  const address = keyVaultAddress(text);
  return address !== undefined && address.version === undefined;
}

/** Lantern's settings, checked once at start. */
export type Config = z.infer<typeof environment>;

/** Thrown with every fault at once, so that set-up takes one round and not ten. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Lantern cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}

/**
 * Reads the settings from the environment. The only reader of process.env.
 * @throws ConfigFault that lists all faults
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

/** Where a Lantern may be running that a command can ask: the folder that is set, else the usual one and the demonstration's. */
export function readDataFolders(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly [string, ...string[]] {
  const set = env['LANTERN_DATA'];
  return set ? [set] : ['.lantern', '.lantern/lantern'];
}

/**
 * What the local tenant alone takes from the environment.
 * @throws ConfigFault with NODE_ENV=production: it gives tokens to anybody who asks
 */
export function readLocalSettings(env: Readonly<Record<string, string | undefined>> = process.env) {
  if (env['NODE_ENV'] === 'production')
    throw new ConfigFault(['NODE_ENV=production: the local tenant is for demonstrations and tests']);
  return { ledgerFile: env['LANTERN_LEDGER'] };
}

/** A site of a real tenant, for the tests that hold Microsoft Graph to what Lantern stands on. */
export interface LiveSettings {
  readonly host: string;
  /** Server-relative: `/sites/…`. */
  readonly sitePath: string;
  /** A bearer token for Graph; without it Lantern's own settings say who asks. */
  readonly token: string | undefined;
}

/**
 * @returns undefined unless `LANTERN_LIVE_SITE` names a site: no test reaches a real tenant unasked
 * @throws ConfigFault when it is not the address of a site
 */
export function readLiveSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): LiveSettings | undefined {
  const text = env['LANTERN_LIVE_SITE'];
  if (!text) return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol !== 'https:' || !address.pathname.startsWith('/sites/'))
    throw new ConfigFault(['LANTERN_LIVE_SITE must be the address of a site: https://…/sites/…']);
  const sitePath = decodeURI(address.pathname).replace(/\/+$/, '');
  return { host: address.host, sitePath, token: env['LANTERN_LIVE_TOKEN'] };
}

/**
 * What tests take from the environment: a server that they use in place of starting their own, whether they keep pictures, and
 * how many ms the tab waits for each answer.
 */
export function readTestSettings(env: Readonly<Record<string, string | undefined>> = process.env) {
  const { LANTERN_TEST_POSTGRES: postgres, LANTERN_TEST_SCREENS: screens, LANTERN_TEST_ANSWER_MS: ms } = env;
  return { postgres, screens: screens === 'on', answerMs: Number(ms ?? 25) };
}

/** The environment as it is, for processes that Lantern's demonstration starts. */
export const processEnvironment = (): Readonly<Record<string, string | undefined>> => ({ ...process.env });
