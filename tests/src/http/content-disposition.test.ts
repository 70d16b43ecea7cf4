import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentDisposition } from '../../../src/http/content-disposition.ts';

const shape = /^attachment; filename="([^"]*)"; filename\*=UTF-8''([\w.~%-]*)$/;

it.each([
  ['Brief vom 3. Mai.pdf', 'Brief vom 3. Mai.pdf'],
  ['Łucja’s note.pdf', 'Łucja’s note.pdf'],
  ['a"; filename="b.exe', 'a_; filename=_b.exe'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a__Set-Cookie_ x=1.pdf'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['gpj.\u202eexe.pdf', 'gpj._exe.pdf'],
  ['', 'file'],
])('%j is kept as %j', (name, kept) => {
  const [, , exact = ''] = shape.exec(contentDisposition(name)) ?? [];
  expect(decodeURIComponent(exact)).toBe(kept);
});

it('whatever a file is called, it is an attachment, one header, and no place on a disk', () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const name = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(name, (text) => {
      const header = contentDisposition(text);
      const [, plain = '/', exact = ''] = shape.exec(header) ?? [];
      response.setHeader('Content-Disposition', header);
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      expect(plain).toMatch(/^[^/\\"%\r\n]+$/);
      expect(decodeURIComponent(exact)).toMatch(/^[^/\\"\r\n]+$/);
    }),
    { numRuns: 1_000 },
  );
});
