import { end } from './shared';

/** Jest's `globalTeardown`. */
export default end;
