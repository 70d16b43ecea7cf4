import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';

const themes: Readonly<Record<string, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  glass: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Fluent's theme for the name Teams gives; a name we do not know yet is light, and so is one that every object has (`constructor`). */
export const fluentTheme = (name: string): Theme =>
  (Object.hasOwn(themes, name) ? themes[name] : undefined) ?? teamsLightTheme;

/** Which scheme the browser's own parts (scroll bars, form controls) follow. */
export const colourScheme = (name: string): 'dark' | 'light' =>
  fluentTheme(name) === teamsLightTheme ? 'light' : 'dark';
