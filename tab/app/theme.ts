import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';

const themes: Readonly<Record<string, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  glass: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Fluent's theme for the name Teams gives; a name we do not know yet is light. */
export const fluentTheme = (name: string): Theme => themes[name] ?? teamsLightTheme;

/** Which scheme the browser's own parts (scroll bars, form controls) follow. */
export const colourScheme = (name: string): 'dark' | 'light' =>
  fluentTheme(name) === teamsLightTheme ? 'light' : 'dark';
