// @ts-check
import { answerTab } from './teams-protocol.js';

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** @type {import('../create-host-page.ts').HostSettings} */
const settings = await (await fetch('/host/settings.json')).json();
const asked = new URLSearchParams(location.search);
const person =
  settings.people.find(({ key, id }) => asked.get('person') === key || asked.get('person') === id) ??
  settings.people.find(({ key }) => key === settings.first) ??
  settings.people[0];
if (!person) throw new Error('nobody can sign in');
const themes = ['default', 'dark', 'contrast'];
let theme = themes.find((name) => name === asked.get('theme')) ?? 'default';
const sub = /^[\w-]{1,64}$/.exec(asked.get('sub') ?? '')?.[0] ?? '';

const frame = element('tab', HTMLIFrameElement);
const note = element('note', HTMLSpanElement);
const personChoice = element('person', HTMLSelectElement);
const themeChoice = element('theme', HTMLSelectElement);

/** The page's address carries who, which theme and which concern, so that it can be opened again as it is. */
function address(/** @type {{ person?: string, theme?: string, sub?: string }} */ change) {
  const query = new URLSearchParams({ person: person?.key ?? '', theme, ...(sub && { sub }), ...change });
  return `/host?${query}`;
}

async function freshToken() {
  const response = await fetch('/local/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: person?.key }),
  });
  if (!response.ok) throw new Error('sign-in failed');
  return (await response.json()).token;
}

element('tenant', HTMLSpanElement).textContent = settings.tenantName;
element('avatar', HTMLSpanElement).textContent = person.name
  .split(' ')
  .map((word) => word[0])
  .join('');
for (const { key, name, job } of settings.people)
  personChoice.add(new Option(`${name}, ${job}`, key, false, key === person.key));
for (const { name, url } of settings.chats) {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = `${name.split(' ')[0]}’s chat`;
  element('chats', HTMLElement).append(link);
}

document.body.dataset.theme = theme;
themeChoice.value = theme;

const tab = answerTab({
  frame,
  origin: settings.lanternOrigin,
  context: () => ({
    locale: 'en-GB',
    theme,
    entityId: 'desk',
    subEntityId: sub,
    userObjectId: person.id,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
    tid: settings.tenantId,
    appId: settings.appId,
    hostClientType: 'web',
    hostName: 'Teams',
    frameContext: 'content',
    sessionId: 'local',
    appSessionId: 'local',
  }),
  token: freshToken,
  openLink: (url) => {
    note.textContent = `In Teams this opens ${url}`;
  },
});

personChoice.addEventListener('change', () => location.assign(address({ person: personChoice.value, sub: '' })));
themeChoice.addEventListener('change', () => {
  theme = themeChoice.value;
  document.body.dataset.theme = theme;
  history.replaceState(null, '', address({ theme }));
  tab.emit('themeChange', theme);
});

frame.src = `${settings.lanternOrigin}/tab/`;
