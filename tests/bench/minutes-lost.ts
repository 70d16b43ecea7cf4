import * as Y from 'yjs';
import { minutesDraft } from '../../src/areas/meetings/contract.ts';
import { mergedDraft, readDraft, takeUpdate, type DraftPart } from '../../src/areas/meetings/minutes/minutes-draft.ts';
import type { Measured } from './figure.ts';
import { seeded } from './policy-checks.ts';

type Take = typeof takeUpdate;
type Below = (below: number) => number;

const points = ['a'.repeat(32), 'b'.repeat(32)];
const names = points.flatMap((point) => [
  minutesDraft.textOf(point, 'discussion'),
  minutesDraft.textOf(point, 'decision'),
]);
/** Characters of each word that is typed: words are put between words, and so stay whole. */
const wide = 6;
/** The draft is put into one often, so that histories go through that too. */
const most = 3;

/** What a writer typed or took away, and the server has said that it is safe. */
interface Edit {
  readonly name: string;
  readonly word: string;
  readonly gone: boolean;
}

/** An update on its way: what the server answers may come late, twice, or never. */
interface Delivery {
  readonly writer: Writer;
  readonly update: string;
  readonly upto: Uint8Array;
  readonly edits: readonly Edit[];
  /** Parts that an instance has loaded and not committed on yet. */
  loaded?: readonly DraftPart[];
}

interface Writer {
  document: Y.Doc;
  /** State vector of what the server has confirmed. */
  confirmed: Uint8Array;
  unsent: Edit[];
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** One history of two writers: how many edits that were confirmed are not in the draft at its end. */
function lostIn(below: Below, take: Take): { readonly lost: number; readonly edits: number } {
  let parts: readonly DraftPart[] = [];
  let next = 1;
  let typed = 0;
  const safe: Edit[] = [];
  /** Words that somebody took away, and that the server was told of, whether or not they heard its answer. */
  const gone = new Set<string>();
  const under: Delivery[] = [];
  const fresh = (): Writer => {
    const document = new Y.Doc();
    // Chance enters by the seed alone, so that a history can be played again.
    document.clientID = below(2 ** 31);
    const draft = mergedDraft(parts);
    if (draft !== '') Y.applyUpdate(document, Buffer.from(draft, 'base64'));
    return { document, confirmed: Y.encodeStateVector(document), unsent: [] };
  };
  const writers = [fresh(), fresh()];

  const type = (writer: Writer) => {
    const name = names[below(names.length)] ?? '';
    const text = writer.document.getText(name);
    const at = below(text.length / wide + 1) * wide;
    if (below(5) === 0 && at < text.length) {
      const word = text.toString().slice(at, at + wide);
      text.delete(at, wide);
      writer.unsent.push({ name, word, gone: true });
    } else {
      const word = `${String(typed++).padStart(wide - 1, '0')};`;
      text.insert(at, word);
      writer.unsent.push({ name, word, gone: false });
    }
  };
  const send = (writer: Writer) => {
    const { document, confirmed, unsent } = writer;
    const update = base64(Y.encodeStateAsUpdate(document, confirmed));
    under.push({ writer, update, upto: Y.encodeStateVector(document), edits: [...unsent] });
  };
  const commit = (delivery: Delivery, heard: boolean) => {
    const { writer } = delivery;
    const taken = take(delivery.loaded ?? parts, delivery.update, new Set(points), most);
    if (!taken.ok) {
      // It rests on something that the server does not have: the whole document goes next.
      writer.confirmed = Y.encodeStateVector(new Y.Doc());
      return;
    }
    const { add, upto } = taken;
    parts = [...parts.filter(({ id }) => upto === undefined || Number(id) > Number(upto)), { id: next++, bytes: add }];
    for (const edit of delivery.edits) if (edit.gone) gone.add(edit.word);
    if (!heard) return;
    safe.push(...delivery.edits.filter((edit) => !safe.includes(edit)));
    // An answer to an earlier delivery takes nothing back that a later one has confirmed.
    writer.unsent = writer.unsent.filter((edit) => !delivery.edits.includes(edit));
    const known = Y.decodeStateVector(writer.confirmed);
    if ([...Y.decodeStateVector(delivery.upto)].every(([client, clock]) => clock >= (known.get(client) ?? 0)))
      writer.confirmed = delivery.upto;
  };

  for (let step = 0; step < 24; step++) {
    const place = below(2);
    const writer = writers[place] ?? fresh();
    const what = below(12);
    if (what < 4) type(writer);
    else if (what < 6) send(writer);
    else if (what === 6) {
      // Two instances have loaded the same parts, and commit one after the other.
      for (const delivery of under) delivery.loaded ??= parts;
    } else if ([7, 10, 11].includes(what) && under.length > 0) {
      const at = below(under.length);
      const [delivery] = below(3) === 0 ? under.slice(at, at + 1) : under.splice(at, 1);
      if (delivery) commit(delivery, below(4) > 0);
    } else if (what === 8) {
      // What others wrote is fetched.
      const draft = mergedDraft(parts);
      if (draft !== '') Y.applyUpdate(writer.document, Buffer.from(draft, 'base64'));
    } else if (what === 9 && below(2) === 0) writers[place] = fresh();
  }
  // Back on the line: what is still open is sent again, behind what was under way.
  for (const delivery of under) commit(delivery, true);
  for (const writer of writers) {
    send(writer);
    const last = under.at(-1);
    if (last) commit(last, true);
  }
  const draft = readDraft(parts);
  const textOf = (name: string) => {
    const [point = '', text = ''] = name.split('/');
    return draft.point(point).texts[text as 'discussion'] ?? '';
  };
  const texts = new Map(names.map((name) => [name, textOf(name)]));
  const lost = safe.filter((edit) => {
    const there = (texts.get(edit.name) ?? '').includes(edit.word);
    return edit.gone ? there : !there && !gone.has(edit.word);
  });
  return { lost: lost.length, edits: safe.length };
}

export interface MinutesOptions {
  readonly histories?: number;
  readonly seed?: number;
  /** How the server takes an update; the product's own unless a test breaks it. */
  readonly take?: Take;
}

/**
 * Two people write one draft, with answers that never come, deliveries that come twice, late and in another order, instances that
 * commit on what they loaded a while ago, and reloads: how much of what was confirmed is not there in the end.
 */
export async function measureMinutes(options: MinutesOptions = {}): Promise<Measured> {
  const { histories = 10_000, seed = 20_261_210, take = takeUpdate } = options;
  const below = seeded(seed);
  let [lost, edits] = [0, 0];
  for (let n = 0; n < histories; n++) {
    const found = lostIn(below, take);
    lost += found.lost;
    edits += found.edits;
  }
  const none = edits < histories ? { why: `only ${edits} edits were confirmed` } : {};
  return {
    figures: [
      {
        ...{ metric: 'minutes.lost_edits', value: lost, unit: 'edits', ratio: null, ...none },
        yardstick: `${histories} histories of two writers`,
      },
    ],
    rounds: { histories, seed, edits, lost },
  };
}
