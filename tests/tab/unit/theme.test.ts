import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { expect, it } from 'vitest';
import { colourScheme, fluentTheme } from '../../../tab/app/theme.ts';

it.each([
  ['default', teamsLightTheme, 'light'],
  ['dark', teamsDarkTheme, 'dark'],
  ['glass', teamsDarkTheme, 'dark'],
  ['contrast', teamsHighContrastTheme, 'dark'],
] as const)('Teams’ theme %s has its colours', (name, theme, scheme) => {
  expect(fluentTheme(name)).toBe(theme);
  expect(colourScheme(name)).toBe(scheme);
});

it.each(['', 'midnight', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a theme named “%s” is light, and not bare of every colour',
  (name) => {
    expect(fluentTheme(name)).toBe(teamsLightTheme);
    expect(colourScheme(name)).toBe('light');
  },
);
