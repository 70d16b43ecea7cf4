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
/** The channel in which the tab lies, by whose window it is in; and whether it is only about to be put there. */
const place = settings.chats.find(({ key }) => key === asked.get('channel'));
const adding = place !== undefined && asked.get('add') === 'yes';
let width = asked.get('width') === 'phone' ? 'phone' : 'full';

/** The page's address carries who, which theme and which concern, so that it can be opened again as it is. */
function address(/** @type {{ person?: string, sub?: string, channel?: string, add?: string }} */ change = {}) {
  const query = new URLSearchParams({
    ...(place && { channel: place.key }),
    ...(adding && { add: 'yes' }),
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

const save = element('save', HTMLButtonElement);
save.hidden = !adding;
save.addEventListener('click', () => tab.emit('settings.save', {}));
element('tabname', HTMLSpanElement).textContent = place ? `${place.channel.name}: Minutes` : 'Desk';

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
    frameContext: adding
      ? 'settings'
      : meeting === undefined
        ? 'content'
        : meeting === 'stage'
          ? 'meetingStage'
          : 'sidePanel',
    ...(place && { channelId: place.channel.id, channelName: place.channel.name, channelType: 'Regular' }),
    ...(meeting && { meetingId: 'local-meeting' }),
    sessionId: 'local',
    appSessionId: 'local',
  }),
  token: freshToken,
  openLink: (url) => {
    const { origin, searchParams } = new URL(url);
    // Lantern's own links lead here in the demonstration: to whoever is signed in, as in Teams.
    if (origin === location.origin)
      location.assign(address({ sub: searchParams.get('sub') ?? '', channel: '', add: '' }));
    else note.textContent = `In Teams this opens ${url}`;
  },
  canSave: (valid) => {
    save.disabled = !valid;
  },
  saved: () => location.assign(address({ add: '' })),
  notSaved: (why) => {
    note.textContent = why;
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

const placeChoice = element('place', HTMLSelectElement);
for (const { key, name, channel } of settings.chats) {
  const where = `${channel.name} (${name.split(' ')[0]})`;
  placeChoice.add(new Option(where, key, false, key === place?.key && !adding));
  placeChoice.add(new Option(`${where}: add`, `${key} add`, false, key === place?.key && adding));
}
placeChoice.addEventListener('change', () => {
  const [channel = '', add] = placeChoice.value.split(' ');
  location.assign(address({ sub: '', channel, add: add ? 'yes' : '' }));
});

/** As the manifest has it, with the theme that is worn now in the placeholder's stead. */
const path = place ? (adding ? 'channel/settings' : 'channel') : '';
const tabAddress = () => `${settings.lanternOrigin}/tab/${path}?theme=${theme}`;
frame.src = tabAddress();
// After a jump the tab looks anew: what is due, and how long ago things were, has changed.
await startClock(() => {
  frame.src = tabAddress();
});
