import { createAbilities } from '../access/abilities.ts';
import type { Identity } from '../access/types.ts';
import { actionRoutes } from '../areas/actions/routes.ts';
import { alertRoutes } from '../areas/alerts/routes.ts';
import { briefingRoutes } from '../areas/briefings/routes.ts';
import { channelRoutes, type ChannelDoor } from '../areas/channels/routes.ts';
import { concernRoutes } from '../areas/concerns/routes.ts';
import { fileRoutes, type FileDoor } from '../areas/files/routes.ts';
import { letterRoutes } from '../areas/letters/routes.ts';
import { meetingRoutes, type FreeTimesDoor, type PaperDoor, type TranscriptDoor } from '../areas/meetings/routes.ts';
import { needToKnowRoutes } from '../areas/need-to-know/routes.ts';
import { personOf } from '../areas/desk/person-of.ts';
import { deskRoutes } from '../areas/desk/routes.ts';
import { journalRoutes, type JournalDoor } from '../areas/journal/routes.ts';
import { peopleRoutes, type RosterDoor } from '../areas/people/routes.ts';
import { roleRoutes } from '../areas/roles/routes.ts';
import { settingsRoutes, type HealthDoor } from '../areas/settings/routes.ts';
import { staffConcernRoutes } from '../areas/staff-concerns/routes.ts';
import type { Config } from '../config.ts';
import { createApp, type AppParts } from '../http/app.ts';
import { jsonOf } from '../http/json-of.ts';
import { createTokenVerifier } from '../identity/token-verifier.ts';
import type { Transport } from '../ports/transport.ts';
import { systemClock } from '../system/system-clock.ts';
import { builtTab } from './built-tab.ts';
import type { Kernel } from './open-kernel.ts';
import { openOutside } from './open-outside.ts';

export interface OpenAppParts extends Pick<AppParts, 'follow' | 'ready' | 'hints' | 'age' | 'botHandler'> {
  readonly roster: RosterDoor;
  readonly files: FileDoor & PaperDoor;
  readonly health: HealthDoor;
  readonly journal: JournalDoor;
  readonly times: FreeTimesDoor | undefined;
  readonly transcripts: TranscriptDoor | undefined;
  readonly channels: ChannelDoor;
}

/** The web application: the tab, its API behind the token check, the chat door. */
export function openApp(
  config: Config,
  kernel: Kernel,
  transport: Transport,
  { roster, files, health, journal, times, transcripts, channels, follow, ready, hints, age, botHandler }: OpenAppParts,
) {
  const { clock, log, perform, read, telemetry } = kernel;
  const abilitiesOf = createAbilities(kernel.rules, kernel.actorOf);
  const outside = openOutside(config, kernel);
  const toPerson = personOf(config.LANTERN_SCHOOLS);
  const person = async (identity: Identity) => toPerson(await abilitiesOf(identity));
  const leads = async (identity: Identity) => (await abilitiesOf(identity)).may('list-open-actions');
  const keeps = async (identity: Identity) => (await abilitiesOf(identity)).may('list-briefings');
  const manages = async (identity: Identity) => (await abilitiesOf(identity)).may('list-staff-concerns');
  const ofConcerns = [...concernRoutes(person), ...actionRoutes(leads), ...alertRoutes, ...fileRoutes(files)];
  const routes = [
    ...deskRoutes(person),
    ...ofConcerns,
    ...peopleRoutes(roster, config.LANTERN_SCHOOLS),
    ...roleRoutes(config.LANTERN_SCHOOLS, config.LANTERN_ACTING_DAYS),
    ...meetingRoutes(config.LANTERN_SCHOOLS, times, outside.desk, files, transcripts),
    ...channelRoutes(channels),
    ...letterRoutes(config.LANTERN_SCHOOLS),
    ...briefingRoutes(config.LANTERN_SCHOOLS, keeps),
    ...staffConcernRoutes(manages),
    ...needToKnowRoutes(config.LANTERN_SCHOOLS),
    ...settingsRoutes(health),
    ...journalRoutes(journal),
  ];
  const verify = createTokenVerifier({
    tenants: new Set([config.LANTERN_TENANT_ID]),
    audience: config.API_APP_ID,
    clients: new Set(config.TAB_CLIENT_IDS),
    guests: config.LANTERN_GUESTS === 'on',
    suspended: new Set(config.LANTERN_SUSPENDED === 'on' ? [config.LANTERN_TENANT_ID] : []),
    transport,
    clock: systemClock,
    log,
  });
  return createApp({
    config,
    verify,
    routes,
    perform,
    read: jsonOf(read),
    follow,
    botHandler,
    hints,
    outside: outside.http,
    tabDir: builtTab,
    hostOrigin: config.LANTERN_LOCAL_ORIGIN,
    ready,
    age,
    clock,
    log,
    telemetry,
  });
}
