import { AuthenticationHandler, Client, LargeFileUploadTask, type Middleware } from '@microsoft/microsoft-graph-client';
import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { aLibrary, bytesOf, type Library } from './a-library.ts';

const grain = 327_680;
const file = bytesOf(3 * grain + 5);

function clientOf({ origin, core }: Library): Client {
  const transport = localTransport(origin);
  const authentication = new AuthenticationHandler({ getAccessToken: async () => core.graphToken(demo.apiAppId) });
  const last: Middleware = {
    async execute(context) {
      context.response = await transport(context.request, context.options);
    },
  };
  authentication.setNext(last);
  return Client.initWithMiddleware({ middleware: authentication });
}

const source = {
  content: file,
  name: 'big.bin',
  size: file.length,
  sliceFile: ({ minValue, maxValue }: { minValue: number; maxValue: number }) =>
    new Uint8Array(file.subarray(minValue, maxValue + 1)),
};

it("serves the upload of Microsoft's client, and lets it go on after a range that failed", async () => {
  const library = await aLibrary();
  const client = clientOf(library);
  const path = `/drives/${library.drive}/items/root:/big.bin:/createUploadSession`;
  const session = await LargeFileUploadTask.createUploadSession(client, path, {
    item: { '@microsoft.graph.conflictBehavior': 'fail' },
  });
  const task = new LargeFileUploadTask(client, source, session, { rangeSize: grain });
  library.core.faults.setRules([
    { kind: 'slow', ms: 0, match: { method: 'PUT' }, times: 1 },
    { kind: 'gateway-timeout', match: { method: 'PUT' }, times: 1 },
  ]);
  await expect(task.upload()).rejects.toMatchObject({ error: { code: 'UnknownError' } });
  expect(await task.resume()).toMatchObject({ responseBody: { name: 'big.bin', size: file.length } });
  expect((await library.content('big.bin')).equals(file)).toBe(true);
});

it("lets Microsoft's client put a small file there", async () => {
  const library = await aLibrary();
  const put = clientOf(library).api(`/drives/${library.drive}/items/root:/a b.txt:/content`);
  expect(await put.header('content-type', 'text/plain').put('the file')).toMatchObject({ name: 'a b.txt', size: 8 });
  expect((await library.content('a%20b.txt')).toString()).toBe('the file');
});
