/** The theme that Teams is shown in. */
export type ThemeName = 'default' | 'dark' | 'contrast';

/** Whoever shows the tab: Teams, or the sandbox's stage. */
export interface Host {
  theme: ThemeName;
  /** The page that a link led to: `document.<incident>`; empty: none. */
  page: string;
  onTheme(changed: (theme: ThemeName) => void): void;
  /** A token of the person who looks; asked for each time, for it lasts an hour. */
  token(): Promise<string>;
}

const themeOf = (name: string | undefined): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'default';

/** Teams' own library asks an address of Microsoft's as soon as it is loaded: only where Teams is. */
const inTeams = async (): Promise<Host> => {
  const { app, authentication } = await import('@microsoft/teams-js');
  await app.initialize();
  const context = await app.getContext();
  return {
    theme: themeOf(context.app.theme),
    page: context.page.subPageId ?? '',
    onTheme: (changed) => app.registerOnThemeChangeHandler((theme) => changed(themeOf(theme))),
    token: () => authentication.getAuthToken(),
  };
};

/** In the sandbox the stage says who looks, and its server issues their token. No other server has such an address. */
const onStage = (params: URLSearchParams): Host => ({
  theme: themeOf(params.get('theme') ?? undefined),
  page: params.get('page') ?? '',
  onTheme: () => undefined,
  async token() {
    const response = await fetch(`/sandbox/token/${encodeURIComponent(params.get('as') ?? '')}`);
    if (!response.ok) throw new Error('token');
    const { token } = (await response.json()) as { token: string };
    return token;
  },
});

/** The host of this page. `?as=` names a person of the sandbox. */
export function openHost(): Promise<Host> {
  const params = new URLSearchParams(window.location.search);
  return params.has('as') ? Promise.resolve(onStage(params)) : inTeams();
}
