import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { Router } from 'express';
import { channelKeyRouter, channelToken, openChannelKeys, type ChannelTokenRequest } from './botframework-keys.ts';
import { demo } from './cast.ts';
import { controlRouter } from './controls.ts';
import { entraRouter } from './entra/router.ts';
import { appToken } from './entra/app-token.ts';
import { grantedClaims, userToken } from './entra/user-token.ts';
import { createFaults, type Faults } from './faults.ts';
import { createInspect, type Inspect } from './graph/inspect.ts';
import { createQuirks, type QuirkSwitch } from './graph/quirks.ts';
import { createGraph } from './graph/router.ts';
import { demoSites, type LocalSite } from './graph/site.ts';
import type { NotificationSender } from './graph/subscriptions/notification-sender.ts';
import { openSubscriptions, type SubscriberOptions } from './graph/subscriptions/open-subscriptions.ts';
import { openKeyVault, type LocalKeyVault } from './key-vault/open-key-vault.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { loopbackOnly } from './loopback-only.ts';
import { openSigningKeys, type SigningKeys, type TokenPart } from './signing-keys.ts';
import { openState } from './state.ts';
import type { ChannelPosts } from './teams/channel-posts.ts';
import type { InstallStore } from './teams/install-store.ts';
import { workloadControls } from './workload-controls.ts';
import { createWorkloads } from './workloads.ts';

/** https://learn.microsoft.com/graph/api/driveitem-put-content */
const largestPut = 250 * 1_048_576;

export interface TenantOptions {
  /** Folder for rows and keys; made when missing. Everything in it survives a restart. */
  readonly dataDir: string;
  /** File that gets one JSON line for each Graph call. */
  readonly ledgerFile?: string;
  /** The SharePoint sites; the demonstration's when absent. */
  readonly sites?: readonly LocalSite[];
  /**
   * How many Microsoft 365 licences the tenant holds: what an application may spend a minute follows from it, and who
   * spends more is throttled. Without it nothing is.
   */
  readonly licences?: number;
  /** True while nothing is counted against them: when the demonstration's rows are made. */
  readonly unmetered?: () => boolean;
  /** The manifest of the Teams app, parsed: its activity types and resource-specific permissions; Lantern's when absent. */
  readonly manifest?: unknown;
  /** Bytes that one `PUT …/content` may bring, held in memory; Microsoft's 250 MB when absent. */
  readonly largestPut?: number;
  /** Graph's clock, in milliseconds since 1970; the machine's when absent. Tokens keep the machine's. */
  readonly now?: () => number;
  readonly subscribers?: SubscriberOptions;
}

/** A Microsoft 365 tenant without its listening socket. */
export interface TenantCore {
  /** Graph, SharePoint's addresses for bytes, Entra, the Bot Framework's key documents and the switches under `/local`. */
  readonly router: Router;
  readonly sites: readonly LocalSite[];
  readonly faults: Faults;
  readonly quirks: QuirkSwitch;
  readonly ledger: Ledger;
  /** What lies in the lists, for a page that shows it. */
  readonly inspect: Inspect;
  /** Tells of changes by itself about once a second; `deliver` does at once. */
  readonly notifications: Pick<NotificationSender, 'deliver'>;
  /** Entra's keys and the Bot Connector's: `rotate()` them to see a key document fetched anew. */
  readonly entraKeys: SigningKeys;
  readonly channelKeys: SigningKeys;
  /** Azure Key Vault, beside the tenant. */
  readonly keyVault: LocalKeyVault;
  readonly channelPosts: ChannelPosts;
  readonly installs: InstallStore;
  /**
   * A person's access token for the tab API, as Teams would hand it to the tab.
   * @param who a key of the cast, or claims that differ from Daniel's
   * @param claims what a challenge asked for, JSON: an authentication context, which the token then proves
   */
  userToken(who: string | TokenPart, claims?: string): string;
  /** Like `userToken` with any claim and header changed, or taken away by undefined: for tests that mint wrong ones. */
  signUserToken(claims?: TokenPart, header?: TokenPart): string;
  /**
   * An application's access token for Graph.
   * @param roles application permissions in place of those that it was granted: for tests of what Lantern does not hold yet
   * @throws Error when no application has this id
   */
  graphToken(appId: string, roles?: readonly string[]): string;
  /** A token as the Bot Connector puts it on an activity. */
  signChannelToken(request: ChannelTokenRequest): string;
  close(): void;
}

export interface Tenant {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly core: TenantCore;
  close(): Promise<void>;
}

/** Opens the tenant's state and builds what answers for it. */
export async function createTenant(options: TenantOptions): Promise<TenantCore> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const inFolder = (name: string) => join(options.dataDir, name);
  const sites = options.sites ?? demoSites;
  const entraKeys = openSigningKeys(inFolder('entra-keys.json'), {
    issuer: `https://login.microsoftonline.com/${demo.tenantId}/v2.0`,
  });
  const channelKeys = openChannelKeys(inFolder('channel-keys.json'));
  const keyVault = openKeyVault(inFolder('key-vault.json'), entraKeys);
  const state = openState(inFolder('sharepoint.db'));
  const ledger = openLedger(options.ledgerFile);
  const now = options.now ?? Date.now;
  const faults = createFaults(now);
  const quirks = createQuirks();
  const workloads = createWorkloads(state, options.manifest, now);
  const graphToken = (appId: string, roles?: readonly string[]) =>
    appToken(entraKeys, appId, 'https://graph.microsoft.com', roles);
  const { subscriptions, sender } = openSubscriptions(options.subscribers ?? {}, { state, sites, quirks, now });

  const router = Router();
  const { graph, sharePoint } = createGraph({
    ...{ state, sites, keys: entraKeys, faults, ledger, quirks, workloads, subscriptions, now },
    licences: options.licences,
    unmetered: options.unmetered,
    filesFolder: inFolder('files'),
    largestPut: options.largestPut ?? largestPut,
  });
  router.use('/v1.0', graph).use('/sharepoint', sharePoint).use('/key-vault', keyVault.router);
  router.use(entraRouter(entraKeys), channelKeyRouter(channelKeys), controlRouter({ faults, ledger, quirks }));
  router.use(workloadControls(workloads, graphToken));

  return {
    router,
    sites,
    faults,
    quirks,
    ledger,
    inspect: createInspect(state, sites),
    notifications: sender,
    entraKeys,
    channelKeys,
    keyVault,
    channelPosts: workloads.channelPosts,
    installs: workloads.installs,
    userToken: (who, claims) =>
      typeof who === 'string'
        ? userToken(entraKeys, { who, ...(claims !== undefined && { claims: grantedClaims(claims) }) })
        : userToken(entraKeys, { claims: who }),
    signUserToken: (claims = {}, header = {}) => userToken(entraKeys, { claims, header }),
    graphToken,
    signChannelToken: (request) => channelToken(channelKeys, request),
    close() {
      sender.stop();
      ledger.close();
      state.close();
    },
  };
}

export interface StartOptions extends TenantOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Further routers on the same origin: the connector relay, the page that hosts the tab. */
  readonly routers?: readonly Router[] | ((core: TenantCore, origin: string) => readonly Router[]);
}

/**
 * Serves a tenant on the loopback interface, where only this machine can reach it.
 * @throws the listening socket's error, e.g. when the port is taken
 */
export async function startTenant({ port, routers = [], ...options }: StartOptions): Promise<Tenant> {
  const core = await createTenant(options);
  const app = express().disable('x-powered-by').disable('etag');
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  }).catch((error: unknown) => {
    core.close();
    throw error;
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.use(loopbackOnly, core.router, ...(typeof routers === 'function' ? routers(core, origin) : routers));
  return {
    origin,
    core,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      core.close();
    },
  };
}
