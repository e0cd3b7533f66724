import type { SaveResult } from '../../src/app/ports/delivery';
import { decideAgain, StillChanging } from '../../src/app/runtime/decideAgain';

const ALWAYS = Number.POSITIVE_INFINITY;

/** A counter that another writes to before each of the first `quicker` saves. */
function shared({ quicker = 0, isGone = false }) {
  const state = { value: isGone ? undefined : 0, reads: 0, decisions: 0, saves: 0 };
  const read = async () => {
    state.reads++;
    return state.value;
  };
  const save = async (found: number, decision: number): Promise<SaveResult> => {
    state.saves++;
    if (state.saves <= quicker) state.value = (state.value ?? 0) + 10;
    if (state.value !== found) return 'conflict';
    state.value = decision;
    return 'saved';
  };
  const add = (found: number): number | undefined => {
    state.decisions++;
    return found + 1;
  };
  return { state, read, save, add };
}

describe('read, decide, save', () => {
  it.each([
    ['nobody else writes', { quicker: 0 }, { value: 1, reads: 1, decisions: 1, saves: 1 }],
    ['another was quicker once', { quicker: 1 }, { value: 11, reads: 2, decisions: 2, saves: 2 }],
    ['another was quicker many times', { quicker: 39 }, { value: 391, reads: 40, decisions: 40, saves: 40 }],
    ['nothing is there', { isGone: true }, { value: undefined, reads: 1, decisions: 0, saves: 0 }],
  ])('%s', async (_, plan, end) => {
    const { state, read, save, add } = shared(plan);
    expect(await decideAgain(read, add, save)).toBe(end.value);
    expect(state).toEqual(end);
  });

  it('saves nothing where nothing is decided', async () => {
    const { state, read, save } = shared({});
    expect(await decideAgain(read, () => undefined, save)).toBeUndefined();
    expect(state).toMatchObject({ value: 0, reads: 1, saves: 0 });
  });

  it('takes a decision that is a promise, and one that is false', async () => {
    const { read } = shared({});
    const saved: boolean[] = [];
    const save = async (_: number, decision: boolean): Promise<SaveResult> => {
      saved.push(decision);
      return 'saved';
    };
    expect(await decideAgain(read, async () => false, save)).toBe(false);
    expect(saved).toEqual([false]);
  });

  it('gives up with an error when another is quicker each time', async () => {
    const { state, read, save, add } = shared({ quicker: ALWAYS });
    await expect(decideAgain(read, add, save)).rejects.toThrow(StillChanging);
    expect(state).toMatchObject({ reads: 40, saves: 40 });
  });

  it.each(['read', 'decide', 'save'])('passes on what %s throws, and does not try again', async (part) => {
    const { state, read, save, add } = shared({ quicker: ALWAYS });
    const broken = () => {
      throw new Error(part);
    };
    const run = decideAgain(
      part === 'read' ? broken : read,
      part === 'decide' ? broken : add,
      part === 'save' ? broken : save,
    );
    await expect(run).rejects.toThrow(part);
    expect(state.reads).toBe(part === 'read' ? 0 : 1);
  });
});
