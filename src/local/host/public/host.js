// @ts-check
import { chatBeside } from './chat-beside.js';
import { startClock } from './clock-menu.js';
import { element } from './element.js';
import { answerTab } from './teams-protocol.js';
import { startViews } from './views.js';

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

let view = 'desk';
let chat = asked.get('chat') === 'beside';
/** Beside a meeting, where others may look along, or on its stage, where all do. */
const meeting = ['beside', 'stage'].find((where) => where === asked.get('meeting'));
let width = asked.get('width') === 'phone' ? 'phone' : 'full';

/** The page's address carries who, which theme and which concern, so that it can be opened again as it is. */
function address(/** @type {{ person?: string, sub?: string }} */ change = {}) {
  const query = new URLSearchParams({
    ...{ person: person?.key ?? '', theme },
    ...(sub && { sub }),
    ...(view !== 'desk' && { view }),
    ...(chat && { chat: 'beside' }),
    ...(width !== 'full' && { width }),
    ...(meeting && { meeting }),
    ...change,
  });
  return `/host?${query}`;
}
const keepAddress = () => history.replaceState(null, '', address());

/** Entra's own window, in which a person proves once more that it is them. */
function proved() {
  const window = element('proof', HTMLDialogElement);
  window.returnValue = '';
  window.showModal();
  return new Promise((resolve) => {
    window.addEventListener('close', () => resolve(window.returnValue === 'approve'), { once: true });
  });
}

async function freshToken(/** @type {string | undefined} */ claims) {
  if (claims !== undefined && !(await proved())) throw new Error('not proved');
  const response = await fetch('/local/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: person?.key, claims }),
  });
  if (!response.ok) throw new Error('sign-in failed');
  return (await response.json()).token;
}

element('tenant', HTMLSpanElement).textContent = settings.tenantName;
element('avatar', HTMLSpanElement).textContent = person.name
  .split(' ')
  .map((word) => word[0])
  .join('');
for (const school of [...settings.schools, { id: undefined, name: settings.tenantName }]) {
  const group = document.createElement('optgroup');
  group.label = school.name;
  for (const { key, name, job } of settings.people.filter((one) => one.school === school.id))
    group.append(new Option(`${name}, ${job}`, key, false, key === person.key));
  if (group.children.length > 0) personChoice.add(group);
}
for (const { name, url } of settings.chats) {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = `${name.split(' ')[0]}’s chat`;
  link.title = 'Opens in a window of its own';
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
    frameContext: meeting === undefined ? 'content' : meeting === 'stage' ? 'meetingStage' : 'sidePanel',
    ...(meeting && { meetingId: 'local-meeting' }),
    sessionId: 'local',
    appSessionId: 'local',
  }),
  token: freshToken,
  openLink: (url) => {
    note.textContent = `In Teams this opens ${url}`;
  },
  showOnStage: (url) => {
    note.textContent = `In Teams everybody in the meeting now sees ${new URL(url).pathname}`;
  },
});

personChoice.addEventListener('change', () => location.assign(address({ person: personChoice.value, sub: '' })));
themeChoice.addEventListener('change', () => {
  theme = themeChoice.value;
  document.body.dataset.theme = theme;
  keepAddress();
  tab.emit('themeChange', theme);
});

const widthChoice = element('width', HTMLSelectElement);
function wear() {
  widthChoice.value = width;
  element('panes', HTMLElement).dataset.width = width;
}
widthChoice.addEventListener('change', () => {
  width = widthChoice.value;
  wear();
  keepAddress();
});
wear();

const showView = startViews(asked.get('view'), (name) => {
  view = name;
  keepAddress();
});
chatBeside(
  settings.chats.find(({ key }) => key === person.key),
  chat,
  (open) => {
    chat = open;
    if (open && view !== 'desk') showView('desk');
    keepAddress();
  },
);

/** As the manifest has it, with the theme that is worn now in the placeholder's stead. */
const tabAddress = () => `${settings.lanternOrigin}/tab/?theme=${theme}`;
frame.src = tabAddress();
// After a jump the tab looks anew: what is due, and how long ago things were, has changed.
await startClock(() => {
  frame.src = tabAddress();
});
