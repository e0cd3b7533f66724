/** `npm run test:long`: the long searches run whole. In `npm test` each is a small sample, the same each time. */
export const IS_LONG = process.env.TEST_LONG === '1';
