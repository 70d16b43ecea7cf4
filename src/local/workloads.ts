import { createDirectory, type Directory } from './directory/directory.ts';
import { createKeptLog, type KeptLog } from './kept-log.ts';
import { createTranscriptStore, type TranscriptStore } from './online-meetings/transcript-store.ts';
import { createEventStore, type EventStore } from './outlook/event-store.ts';
import type { KeptMail } from './outlook/message.ts';
import type { State } from './state.ts';
import type { KeptNotification } from './teams/notification.ts';
import { createChannelPosts, type ChannelPosts } from './teams/channel-posts.ts';
import { createInstallStore, type InstallStore } from './teams/install-store.ts';
import { createPresenceStore, type PresenceStore } from './teams/presence-store.ts';
import { declaredByPackage, type DeclaredByPackage } from './teams/teams-apps.ts';

/** What the tenant holds beside SharePoint. */
export interface Workloads {
  readonly directory: Directory;
  readonly events: EventStore;
  readonly transcripts: TranscriptStore;
  readonly mail: KeptLog<KeptMail>;
  readonly notifications: KeptLog<KeptNotification>;
  readonly presence: PresenceStore;
  readonly installs: InstallStore;
  readonly teamsApps: DeclaredByPackage;
  readonly channelPosts: ChannelPosts;
}

/** @param manifest of the Teams app whose activity types and resource-specific permissions count; Lantern's when absent */
export function createWorkloads(state: State, manifest?: unknown, now: () => number = Date.now): Workloads {
  return {
    directory: createDirectory(state),
    events: createEventStore(state),
    transcripts: createTranscriptStore(state),
    mail: createKeptLog(state, 'mail'),
    notifications: createKeptLog(state, 'notification'),
    presence: createPresenceStore(state),
    installs: createInstallStore(state),
    teamsApps: declaredByPackage(manifest),
    channelPosts: createChannelPosts(now, createKeptLog(state, 'channel-post')),
  };
}
