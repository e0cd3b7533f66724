import { type AddressInfo, createServer } from 'node:net';

/** The programs whose port each setting is. */
const SETTINGS = {
  PORT: 'the port of the bot',
  PLAYGROUND_PORT: 'the first of the Playground ports, one a persona',
} as const;

export type PortSetting = keyof typeof SETTINGS;

/** Checks that `port` on 127.0.0.1 can be listened on. @throws Error that names the setting to change */
export async function assertPortFree(port: number, setting: PortSetting): Promise<void> {
  const code = await tryToListen(port);
  if (code === undefined) return;
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${code})`;
  throw new Error(
    `Port ${port} ${why}. Stop what uses it, or set ${setting} (${SETTINGS[setting]}) to another number.`,
  );
}

/** The error code, or undefined when the port is free. */
function tryToListen(port: number): Promise<string | undefined> {
  // `listen` throws for what is no port at all (80000), instead of emitting an error.
  return new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  }).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
}

/** A port on 127.0.0.1 that is free: known before anything listens there, for links are made of it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
