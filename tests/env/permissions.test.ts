import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { permissionTable } from '../../src/graph/permission-table.ts';
import { demo } from '../../src/local/cast.ts';
import { startTenant } from '../../src/local/tenant.ts';
import { rolesIn } from '../../src/doctor/roles-in.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const wanted = { needed: 'needed', choice: 'your choice', once: 'for set-up only' } as const;
const head = ['What for', 'Registration', 'Application permission', '', 'How it is narrowed', 'Without it'];
const rows = permissionTable.map(({ feature, of, permission, wanted: how, narrowed, without }) => [
  ...[feature, of, permission ? `\`${permission}\`` : 'none', wanted[how], narrowed, without],
]);

it('env/permissions.md shows the table that the doctor judges by', () => {
  const [, shown = ''] =
    /<!-- permissions -->\n([\s\S]*)<!-- \/permissions -->/.exec(readFileSync('env/permissions.md', 'utf8')) ?? [];
  const cells = shown
    .trim()
    .split('\n')
    .filter((line) => !/^\|[-| ]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(cells).toEqual([head, ...rows]);
});

it('the local tenant’s registrations hold what stands in it and nothing wider', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-permissions-'));
  const tenant = await startTenant({ port: 0, dataDir });
  const ids = { API: demo.apiAppId, bot: demo.botAppId, provisioning: demo.provisionAppId };
  for (const [of, id] of Object.entries(ids)) {
    const allowed = permissionTable.filter((row) => row.of === of).map(({ permission }) => permission);
    expect(rolesIn(tenant.core.graphToken(id)).filter((role) => !allowed.includes(role))).toEqual([]);
  }
  await tenant.close();
  rmSync(dataDir, { recursive: true });
});
