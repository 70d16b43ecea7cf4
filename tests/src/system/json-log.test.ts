import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const events = [
  { code: 'plain' },
  { code: 'a\n{"level":50,"event":"alarm","code":"forged"}' },
  { code: 'b\r\n\u2028\u0000\u001b[2J"' },
];

it('one event is one line of JSON with its time in UTC, whatever stands in its fields', () => {
  const program = `
    import { createLog } from './src/system/json-log.ts';
    const log = createLog('info');
    for (const fields of ${JSON.stringify(events)}) log.security('test.event', fields);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trimEnd().split('\n');
  const read = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(read.map(({ event, security, code }) => ({ event, security, code }))).toEqual(
    events.map(({ code }) => ({ event: 'test.event', security: true, code })),
  );
  for (const { time } of read) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
