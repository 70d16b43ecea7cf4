// @ts-check
/**
 * The part of Teams' protocol that a tab needs. The tab posts `{ id, uuidAsString, func, args }`;
 * the answer is `{ id, uuidAsString, args }`, an event `{ func, args }`.
 * Only the tab's own window at the tab's own origin is heard, and only that origin is spoken to.
 *
 * @param {object} settings
 * @param {HTMLIFrameElement} settings.frame
 * @param {string} settings.origin origin of the tab
 * @param {() => { frameContext: string }} settings.context what teams-js calls the legacy context
 * @param {(claims?: string) => Promise<string>} settings.token a fresh token for each request, with what a claims challenge asked for
 * @param {(url: string) => void} settings.openLink
 * @param {(url: string) => void} settings.showOnStage
 * @param {(valid: boolean) => void} settings.canSave a tab that is being put into a channel says whether it may be saved
 * @param {() => void} settings.saved
 * @param {(why: string) => void} settings.notSaved
 * @returns {{ emit: (func: string, ...args: unknown[]) => void }}
 */
export function answerTab({ frame, origin, context, token, openLink, showOnStage, canSave, saved, notSaved }) {
  /** @type {Record<string, (args: any[]) => unknown[] | undefined | Promise<unknown[]>>} */
  const answers = {
    initialize: () => [context().frameContext, 'web', '2.58.0', JSON.stringify(runtime)],
    getContext: () => [context()],
    'authentication.getAuthToken': ([, claims]) =>
      token(claims?.[0]).then(
        (fresh) => [true, fresh],
        () => [false, 'SignInFailed'],
      ),
    'appInitialization.success': () => [],
    executeDeepLink: ([url]) => {
      openLink(String(url));
      return [true];
    },
    'app.openLink': ([url]) => {
      openLink(String(url));
      return [true];
    },
    'meeting.shareAppContentToStage': ([url]) => {
      showOnStage(String(url));
      return [null, true];
    },
    'pages.navigateToApp': () => [true],
    'settings.setValidityState': ([valid]) => void canSave(valid === true),
    'settings.setSettings': () => [true],
    'settings.save.success': () => void saved(),
    'settings.save.failure': ([why]) => void notSaved(String(why)),
  };

  window.addEventListener('message', async (/** @type {MessageEvent} */ event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const { id, uuidAsString, func, args } = event.data ?? {};
    const reply =
      typeof func === 'string' && Object.hasOwn(answers, func) ? await answers[func]?.(args ?? []) : undefined;
    if (reply) frame.contentWindow?.postMessage({ id, uuidAsString, args: reply }, origin);
  });

  return {
    emit: (func, ...args) => frame.contentWindow?.postMessage({ func, args }, origin),
  };
}

const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { app: {}, pages: { config: {} } },
};
