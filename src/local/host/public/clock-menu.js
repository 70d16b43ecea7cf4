// @ts-check
import { element } from './element.js';

const face = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  timeZone: 'Europe/London',
});

/**
 * Shows the demonstration's clock in the banner and lets it be moved on.
 * @param {() => void} jumped called after the clock went on
 */
export async function startClock(jumped) {
  const menu = element('clock-menu', HTMLDialogElement);
  const note = element('clock-note', HTMLElement);
  const open = element('clock-open', HTMLButtonElement);
  let ahead = 0;

  const tell = () => {
    element('clock-words', HTMLElement).textContent = `, on a clock of its own: ${face.format(Date.now() + ahead)}.`;
  };
  /** @param {import('../clock-routes.ts').ClockFaceShown} shown */
  function show(shown) {
    ahead = Date.parse(shown.now) - Date.now();
    tell();
    element('clock-jumps', HTMLElement).replaceChildren(
      ...shown.jumps.map(({ key, label, what, ahead: possible }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.disabled = !possible;
        button.textContent = `${label}: ${possible ? what : 'is past'}`;
        button.addEventListener('click', () => jump(key));
        return button;
      }),
    );
  }
  async function jump(/** @type {string} */ to) {
    const answer = await fetch('/host/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ to }),
    });
    const said = await answer.json();
    if (!answer.ok) {
      note.textContent = said.message;
      return;
    }
    show(said);
    menu.close();
    jumped();
  }
  async function hear() {
    const answer = await fetch('/host/clock').catch(() => undefined);
    if (answer?.ok) show(await answer.json());
    return answer?.ok === true;
  }

  if (!(await hear())) return;
  open.hidden = false;
  open.addEventListener('click', async () => {
    note.textContent = '';
    await hear();
    menu.showModal();
  });
  setInterval(tell, 1_000);
  setInterval(hear, 30_000);
}
