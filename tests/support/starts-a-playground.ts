import { cast, castMember, demo } from '../../src/local/cast.ts';
import { startPlayground } from '../../src/local/playground/start-playground.ts';

/** A program of its own: starts Daniel's chat window in the folder and on the port it is given, prints its address, and waits. */
const [dataDir = '', port = ''] = process.argv.slice(2);
const person = castMember('daniel');
const playground = await startPlayground({
  key: person.key,
  port: Number(port),
  botEndpoint: 'http://127.0.0.1:9/api/messages',
  dataDir,
  env: {},
  person,
  others: cast.filter((member) => member !== person),
  tenantId: demo.tenantId,
  botAppId: demo.botAppId,
  teamGroupId: '6b1c7a1e-4444-4444-8444-000000000001',
});
console.log(playground.url);
setInterval(() => undefined, 60_000);
