import { app, authentication, FrameContexts, meeting, pages } from '@microsoft/teams-js';
import { keepProof } from '../api/proved-token.ts';

/** How the tab stands in a channel; the address and the name are the same for every channel. */
export interface TabInChannel {
  /** `/tab/…` */
  readonly path: string;
  readonly entity: string;
  readonly name: string;
}

/** What the tab needs of Teams, so that nothing else imports teams-js. */
export interface Teams {
  /** `default`, `dark`, `contrast`, `glass`, or a name that is still to come. */
  readonly theme: string;
  /** What a deep link asked for: the id of a concern. Untrusted. */
  readonly subPage: string | undefined;
  /** Others may look along: the tab lies in a meeting, beside it or on its stage. */
  readonly inMeeting: boolean;
  /** On the stage of a meeting, before everybody who is there. */
  readonly onStage: boolean;
  /** Shows a page of the tab on the meeting’s stage, before everybody; absent where there is none. Throws when Teams does not. */
  readonly showOnStage?: (path: string) => Promise<void>;
  /** Id of the channel in which the tab lies, as Teams says here. Untrusted: the server asks Teams itself who sits there. */
  readonly channel: string | undefined;
  /** Where somebody is about to put the tab into a channel: lets them save it, or not yet. Absent everywhere else. */
  readonly putIntoChannel?: (tab: TabInChannel | undefined) => void;
  /** Opens a deep link in Teams, without leaving it. */
  openLink(link: string): void;
  onTheme(changed: (theme: string) => void): void;
  /**
   * A token for the tab API. Teams keeps it, and we only the one for which the person proved anew that it is them.
   * @param claims what they have to prove, as the server asked for it
   */
  token(claims?: string): Promise<string>;
  /** Takes Teams' own loading screen away. */
  ready(): void;
}

const patienceMs = 10_000;

/**
 * Shakes hands with the host.
 * @param host a further origin that may answer, see `allowedHost`
 * @returns undefined when there is no Teams around us
 */
export async function joinTeams(host: string | undefined): Promise<Teams | undefined> {
  try {
    const { context, early } = await inTime(initialized(host));
    let first: Promise<string> | undefined = early;
    let signedIn = false;
    early.then(
      () => (signedIn = true),
      () => undefined,
    );
    return {
      theme: textIn(context.app.theme) ?? 'default',
      subPage: textIn(context.page.subPageId),
      inMeeting: isInMeeting(context),
      onStage: context.page.frameContext === FrameContexts.meetingStage,
      ...(context.page.frameContext === FrameContexts.sidePanel && { showOnStage }),
      channel: textIn(context.channel?.id),
      ...(context.page.frameContext === FrameContexts.settings && pages.config.isSupported() && { putIntoChannel }),
      openLink: (link) => void app.openLink(link).catch(() => undefined),
      onTheme: (changed) => app.registerOnThemeChangeHandler((theme) => changed(textIn(theme) ?? 'default')),
      token: keepProof(
        () => {
          const token = first ?? authentication.getAuthToken();
          first = undefined;
          // At first Teams may ask the person something. Later it knows them, and an answer that never comes would hold up all that is asked.
          return signedIn ? inTime(token) : token;
        },
        (claims) => authentication.getAuthToken({ claims: [claims] }),
      ),
      ready: () => {
        app.notifyAppLoaded();
        void app.notifySuccess();
      },
    };
  } catch {
    return undefined;
  }
}

/** What teams-js passes on as it came: a text, or as good as nothing. */
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A side panel and a stage are in meetings alone; what is opened as a tab of a meeting says which meeting. */
const isInMeeting = ({ page, meeting: beside }: app.Context): boolean =>
  page.frameContext === FrameContexts.sidePanel ||
  page.frameContext === FrameContexts.meetingStage ||
  beside?.id !== undefined;

/** Everybody in the meeting opens it as themselves: whoever may not see it sees that there is nothing to show. */
const showOnStage = (path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    meeting.shareAppContentToStage(
      (error, done) => (error || !done ? reject(new Error('Teams did not show it')) : resolve()),
      new URL(path, window.location.origin).href,
    );
  });

function putIntoChannel(tab: TabInChannel | undefined): void {
  if (tab) {
    const { path, entity, name } = tab;
    pages.config.registerOnSaveHandler((event) => {
      // Teams puts the theme in, as it does for the tabs of the manifest.
      const contentUrl = `${window.location.origin}${path}?theme={app.theme}`;
      pages.config.setConfig({ entityId: entity, contentUrl, suggestedDisplayName: name }).then(
        () => event.notifySuccess(),
        () => event.notifyFailure('Teams did not take the tab. Try once more.'),
      );
    });
  }
  pages.config.setValidityState(tab !== undefined);
}

/** Asks for the first token together with the context: were it asked for later, its answer would wait behind the first drawing. */
async function initialized(host: string | undefined) {
  await app.initialize(host ? [host] : undefined);
  const early = authentication.getAuthToken();
  // Whoever uses it hears of a failure; nobody may have to.
  early.catch(() => undefined);
  return { context: await app.getContext(), early };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the host did not answer')), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
