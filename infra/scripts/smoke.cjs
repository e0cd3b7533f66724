/**
 * A smoke test of a bot that runs: what a swap relies on. Node alone, nothing to install.
 *   node infra/scripts/smoke.cjs https://<host> --sweep on|off [--tries 30] [--wait 10]
 * Ends with 0 when all holds, 1 with a line for each that does not, 2 when it was called wrongly.
 */
const [address, ...rest] = process.argv.slice(2);
const option = (name, usual) => (rest.includes(`--${name}`) ? rest[rest.indexOf(`--${name}`) + 1] : usual);

const sweep = option('sweep', '');
const tries = Number(option('tries', '30'));
const wait = Number(option('wait', '10'));
if (!address || !['on', 'off'].includes(sweep) || !(tries >= 1) || !(wait >= 0)) {
  console.error('usage: node infra/scripts/smoke.cjs https://<host> --sweep on|off [--tries 30] [--wait 10]');
  process.exit(2);
}

const ask = async (path, options = {}) => {
  const response = await fetch(new URL(path, address), {
    ...options,
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
};

/** Each check gives the line that is printed when it fails, or nothing. */
const CHECKS = [
  async () => {
    const { status } = await ask('/health/live');
    return status === 200 ? undefined : `/health/live answered ${status}: the process does not run.`;
  },
  async () => {
    const { status, text } = await ask('/health/ready');
    if (status !== 200) return `/health/ready answered ${status}: the tables do not answer.`;
    const found = JSON.parse(text).sweep ?? 'on';
    return found === sweep
      ? undefined
      : `/health/ready says that the sweep is ${found}; here it must be ${sweep}: see SWEEP among the slot settings.`;
  },
  async () => {
    const body = JSON.stringify({ type: 'message', channelId: 'msteams', text: 'smoke' });
    const { status, text } = await ask('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return status === 401 && text === ''
      ? undefined
      : `/api/messages answered ${status} to a caller without a token: it must answer 401 and say nothing.`;
  },
  async () => {
    const [page, api] = await Promise.all([
      ask('/tab'),
      ask('/api/tab/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
    ]);
    // Without TAB_APP_ID there is neither.
    const isOff = page.status === 404 && api.status === 404;
    const isOn =
      page.status === 200 && api.status === 401 && Boolean(page.headers.get('content-security-policy'));
    return isOff || isOn
      ? undefined
      : `/tab answered ${page.status} and its API ${api.status} to a caller without a token: 200 with a policy and 401, or 404 both. Was the tab built?`;
  },
  async () => {
    const { headers } = await ask('/health/live');
    return headers.get('cache-control') === 'no-store' && headers.get('x-content-type-options') === 'nosniff'
      ? undefined
      : 'The security headers are missing: is that the bot?';
  },
];

async function failures() {
  const found = await Promise.all(
    CHECKS.map((check) => check().catch((error) => `${address}: ${error.cause?.code ?? error.name}`)),
  );
  return [...new Set(found.filter(Boolean))];
}

async function run() {
  for (let left = tries; left > 0; left -= 1) {
    const found = await failures();
    if (found.length === 0)
      return console.log(`${address}: all ${CHECKS.length} checks hold, sweep ${sweep}.`);
    if (left === 1) {
      console.error(found.join('\n'));
      process.exit(1);
    }
    await new Promise((done) => setTimeout(done, wait * 1_000));
  }
}

run();
