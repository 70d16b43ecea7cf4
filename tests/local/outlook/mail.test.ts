import { expect, it } from 'vitest';
import { castMember, demo } from '../../../src/local/cast.ts';
import { aSharedTenant, aTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const sheila = castMember('sheila');
const path = `/users/${sheila.userPrincipalName}/sendMail`;
const to = (address: string) => [{ emailAddress: { address } }];
const mail = (more: object = {}) => ({
  message: {
    subject: 'Records',
    body: { contentType: 'Text', content: 'Please see the record.' },
    toRecipients: to('office@brackenshire.example'),
    ...more,
  },
});
const send = (body: unknown) => asApp(tenant(), 'Mail.Send')('POST', path, { body });
const kept = async (origin: string, after = 0) =>
  (
    (await (await fetch(`${origin}/local/mail?after=${after}`)).json()) as {
      entries: readonly Record<string, unknown>[];
    }
  ).entries;

it('takes a mail without a word and keeps it for who wants to look', async () => {
  const attachment = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'aGVsbG8=' };
  const sent = await send({
    ...mail({ attachments: [attachment], ccRecipients: to('x@example.org') }),
    saveToSentItems: 'false',
  });
  expect([sent.status, sent.body]).toEqual([202, {}]);
  const entries = await kept(tenant().origin);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    n: 1,
    app: demo.apiAppId,
    from: { id: sheila.id, address: sheila.userPrincipalName },
    saveToSentItems: false,
    message: { subject: 'Records', toRecipients: to('office@brackenshire.example'), attachments: [attachment] },
  });
  expect(await kept(tenant().origin, 1)).toEqual([]);
});

it.each([
  ['nobody to send it to', mail({ toRecipients: [] }), 'ErrorInvalidRecipients'],
  ['an address that is none', mail({ toRecipients: to('office') }), 'ErrorInvalidRecipients'],
  [
    '501 recipients',
    mail({ bccRecipients: Array.from({ length: 501 }, (_, n) => to(`p${n}@example.org`)[0]) }),
    'ErrorInvalidRecipients',
  ],
  ['a part of a message that is not modelled', mail({ internetMessageHeaders: [] }), 'ErrorInvalidRequest'],
  ['no message', {}, 'ErrorInvalidRequest'],
])('refuses %s, and keeps nothing', async (_, body, code) => {
  const before = (await kept(tenant().origin)).length;
  const refused = await send(body);
  expect([refused.status, refused.body.error.code]).toEqual([400, code]);
  expect(await kept(tenant().origin)).toHaveLength(before);
});

it('lets nobody send in a name without Mail.Send', async () => {
  const refused = await asApp(tenant(), 'Calendars.ReadWrite', 'Sites.Selected')('POST', path, { body: mail() });
  expect([refused.status, refused.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
});

it('keeps mails between starts', async () => {
  const first = await aTenant();
  await asApp(first, 'Mail.Send')('POST', path, { body: mail() });
  await first.close();
  const second = await aTenant({ dataDir: first.dataDir });
  expect(await kept(second.origin)).toHaveLength(1);
});
