// @ts-check
import { element } from './element.js';
import { fillTable } from './table.js';

const minute = 60_000;
/** What can be broken: words, what is said while it lasts, and the tenant's rule. */
const faults = [
  {
    words: 'Throttle for a minute',
    says: 'SharePoint throttles (429) for a minute.',
    rule: { kind: 'storm', forMs: minute, times: 1 },
  },
  {
    words: 'Outage of ten minutes',
    says: 'SharePoint is down (503) for ten minutes.',
    rule: { kind: 'outage', forMs: 10 * minute },
  },
  {
    words: 'Slow: three seconds a call',
    says: 'Every call takes three seconds more.',
    rule: { kind: 'slow', ms: 3_000 },
  },
  { words: 'All is well again', says: 'Nothing is broken.', rule: undefined },
];
const heads = ['At', 'Call', 'Address', 'Answer', 'Units'];
const kept = 100;

/** The page that breaks Graph on purpose and lists its calls. @returns what to do when it is shown and hidden */
export function graphView() {
  const note = element('fault-note', HTMLElement);
  const table = element('ledger', HTMLTableElement);
  /** @type {{ n: number, at: string, method: string, url: string, status: number | null, ru: number }[]} */
  let entries = [];
  /** @type {number | undefined} */
  let timer;

  async function tellFault() {
    const answer = await fetch('/local/faults/rules').catch(() => undefined);
    if (!answer?.ok) return;
    const [standing] = (await answer.json()).rules;
    const fault = faults.find(({ rule }) => rule?.kind === standing?.rule.kind);
    const struck = standing ? ` ${standing.struck} calls were hit so far.` : '';
    const words = `${fault?.says ?? 'A rule of somebody else stands.'}${struck}`;
    if (note.textContent !== words) note.textContent = words;
  }
  async function set(/** @type {object | undefined} */ rule) {
    await fetch('/local/faults/rules', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rules: rule ? [rule] : [] }),
    });
    await tellFault();
  }
  async function tellCalls() {
    const answer = await fetch(`/local/ledger?after=${entries.at(-1)?.n ?? 0}`).catch(() => undefined);
    if (!answer?.ok) return;
    const fresh = (await answer.json()).entries;
    if (fresh.length > 0 || !table.tBodies[0]) {
      entries = [...entries, ...fresh].slice(-1_000);
      const lines = entries.slice(-kept).toReversed();
      fillTable(
        table,
        heads,
        lines.map(({ at, method, url, status, ru }) => [
          at.slice(11, 19),
          method,
          url.replace('https://graph.microsoft.com/v1.0', '').replace(/\/sites\/[^/]+,[^/]+/, '/sites/…'),
          status === null ? 'none' : String(status),
          String(ru),
        ]),
      );
    }
    const recent = entries.filter(({ at }) => Date.now() - Date.parse(at) < minute);
    const units = recent.reduce((sum, { ru }) => sum + ru, 0);
    element('ledger-note', HTMLElement).textContent =
      `${recent.length} calls and ${units} resource units in the last minute; SharePoint allows this application 1,250. Times are the machine’s, UTC.`;
  }

  element('faults', HTMLElement).append(
    ...faults.map(({ words, rule }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words;
      button.addEventListener('click', () => set(rule));
      return button;
    }),
  );
  const look = () => Promise.all([tellFault(), tellCalls()]);
  return {
    shown() {
      void look();
      timer ??= window.setInterval(look, 2_000);
    },
    hidden() {
      window.clearInterval(timer);
      timer = undefined;
    },
  };
}
