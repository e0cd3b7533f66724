/** The innermost lines of our own that failed. */
const whereOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /\b(dist|src)[\\/]/.test(line) && !line.includes('node_modules'))
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(.*[\\/](dist|src)[\\/]/, '('))
    .join(' < ');

/** What operators need of an unexpected error, without its message: messages may hold data. */
export const faultOf = (error: unknown): { type: string; where: string } =>
  error instanceof Error
    ? { type: error.constructor.name, where: whereOf(error) }
    : { type: typeof error, where: '' };
