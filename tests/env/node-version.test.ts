import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const { requireNode } = (await import(pathToFileURL('env/prepare/node-version.mjs').href)) as {
  requireNode: (version: string) => void;
};

it.each(['20.19.0', '20.20.2', '22.12.0', '23.1.0', '24.0.0', '25.3.1'])('runs on Node %s', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

it.each(['18.20.4', '20.18.3', '21.7.0', '22.11.0'])('stops on Node %s and says what it needs', (version) => {
  expect(() => requireNode(version)).toThrow(/needs Node 20\.19, 22\.12 or newer/);
});
