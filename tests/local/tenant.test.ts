import { Router } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { aTenant } from './a-tenant.ts';

it('serves further routers on the same origin, made with the tenant at hand', async () => {
  const { origin } = await aTenant({
    routers: (core, address) => {
      const router = Router();
      router.get(
        '/host',
        (_request, response) => void response.json({ address, token: core.userToken('daniel').length > 0 }),
      );
      return [router];
    },
  });
  expect(await (await fetch(`${origin}/host`)).json()).toEqual({ address: origin, token: true });
});

it('says so when its port is taken, and lets go of its files', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(aTenant({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => other.close(resolve));
  expect((await aTenant({ port })).origin).toBe(`http://127.0.0.1:${port}`);
});
