const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest. Begun last, one of them would keep a single worker busy while the other has nothing left. */
const SLOW =
  /test\/(conversation\/(municipalities|time|retention|consent|situations|ladders)|routine\/(timetable|walk)|app\/(interleavings|faults|crash)|access\/matrix|cards\/cards|production\/production|fleet\/(killed|keys)|browser\/(stage|tab))\.test\.ts$/;

/** Slow files first, also on a fresh clone, where Jest knows no times yet and goes by size. */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isSlow = ({ path }) => SLOW.test(path);
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
  }

  /** Dealt like cards, the slow ones first: each hand takes about as long. */
  shard(tests, { shardIndex, shardCount }) {
    const weight = ({ path }) => (SLOW.test(path) ? '0' : '1');
    const order = (test) => `${weight(test)} ${test.path}`;
    return [...tests]
      .sort((one, other) => (order(one) < order(other) ? -1 : 1))
      .filter((_, at) => at % shardCount === shardIndex - 1);
  }
};
