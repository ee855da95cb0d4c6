import { expect, it } from 'vitest';
import { published, small, type Views } from '../../support/views.ts';

type Signals = Views['signals'];

/** Runs a scenario with our library and with the published one, and compares the records. */
function same(play: (signals: Signals, note: (what: unknown) => void) => void): unknown[] {
  const [ours, theirs] = [small, published].map(({ signals }) => {
    const notes: unknown[] = [];
    play(signals, (what) => notes.push(what));
    return notes;
  });
  expect(ours).toEqual(theirs);
  return ours ?? [];
}

function caught(use: () => void): string {
  try {
    use();
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

it('runs an effect once for all changes of a batch, and never with half of them', () => {
  const notes = same(({ signal, computed, effect, batch }, note) => {
    const [a, b] = [signal(1), signal(2)];
    const sum = computed(() => a.value + b.value);
    const text = computed(() => `${a.value} of ${sum.value}`);
    const end = effect(() => note(text.value));
    a.value = 3;
    batch(() => {
      a.value = 4;
      b.value = 5;
      note(sum.value);
    });
    batch(() => {
      a.value = 1;
      a.value = 4;
    });
    end();
    a.value = 7;
    note(text.value);
  });
  expect(notes).toEqual(['1 of 3', '3 of 5', 9, '4 of 9', '7 of 12']);
});

it('computes only what is read, and only after a change', () => {
  same(({ signal, computed, effect }, note) => {
    const [a, isWanted] = [signal(1), signal(false)];
    const double = computed(() => {
      note('double');
      return a.value * 2;
    });
    const isBig = computed(() => {
      note('isBig');
      return double.value > 10;
    });
    const end = effect(() => note(isWanted.value && isBig.value));
    a.value = 2;
    isWanted.value = true;
    a.value = 3;
    a.value = 8;
    isWanted.value = false;
    a.value = 9;
    note([isBig.peek(), isBig.value, double.value]);
    end();
  });
});

it('cleans up before each run and at the end', () => {
  same(({ signal, effect }, note) => {
    const a = signal(1);
    const end = effect(() => {
      const seen = a.value;
      note(seen);
      return () => note(`after ${seen}`);
    });
    a.value = 2;
    end();
    end();
    a.value = 3;
  });
});

it('follows nothing that is peeked at or read untracked', () => {
  same(({ signal, effect, untracked }, note) => {
    const [a, b, c] = [signal(1), signal(1), signal(1)];
    effect(() => note([a.value, b.peek(), untracked(() => c.value)]));
    b.value = 2;
    c.value = 2;
    a.value = 2;
  });
});

it('lets an effect change what others follow, and end itself', () => {
  same(({ signal, effect }, note) => {
    const [a, b] = [signal(0), signal(0)];
    effect(() => {
      if (a.value < 3) a.value += 1;
      b.value = a.value * 10;
    });
    effect(() => note(b.value));
    a.value = 2;
    let end = () => {};
    end = effect(() => {
      note(`own ${a.value}`);
      if (a.value === 9) end();
    });
    a.value = 9;
    a.value = 10;
  });
});

it('passes errors on, and still runs the other effects', () => {
  const notes = same(({ signal, computed, effect }, note) => {
    const a = signal(1);
    const half = computed(() => {
      if (a.value % 2 === 1) throw new Error(`odd ${a.value}`);
      return a.value / 2;
    });
    note(caught(() => half.value));
    note(caught(() => void half.peek()));
    note(caught(() => void effect(() => note(half.value))));
    a.value = 2;
    note(half.value);
    effect(() => {
      if (half.value === 2) throw new Error('two');
    });
    effect(() => note(`last ${a.value}`));
    note(caught(() => (a.value = 4)));
    a.value = 6;
    note(half.value);
  });
  expect(notes).toContain('last 4');
});

it('ends a chain of effects that trigger each other', () => {
  for (const { signals } of [small, published]) {
    const a = signals.signal(0);
    const rise = () => {
      a.value += 1;
    };
    expect(caught(() => void signals.effect(rise))).toContain('Error');
  }
});

/** Pseudo-random numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

it.each(Array.from({ length: 200 }, (_, seed) => seed))('behaves the same in net %i', (seed) => {
  same(({ signal, computed, effect, batch }, note) => {
    const pick = numbers(seed + 1);
    // The order of the effects of one change is not defined in either library.
    const ran: string[] = [];
    const signals = Array.from({ length: 4 }, (_, at) => signal(at));
    const all: { readonly value: number }[] = [...signals];
    for (let made = 0; made < 8; made++) {
      const sources = Array.from({ length: 3 }, () => all[pick(all.length)]);
      all.push(
        computed(() => {
          const [first, second, third] = sources.map((source) => () => source?.value ?? 0);
          return ((first?.() ?? 0) % 2 ? (second?.() ?? 0) : (third?.() ?? 0) + 1) % 5;
        }),
      );
    }
    const ends = Array.from({ length: 5 }, (_, at) => {
      const watched = [all[pick(all.length)], all[pick(all.length)]];
      let last = '';
      return effect(() => {
        const seen = `${[at, ...watched.map((one) => one?.value)]}`;
        // A value that a batch changes and resets may be recorded again.
        if (seen !== last) ran.push(seen);
        last = seen;
      });
    });
    const change = () => {
      const target = signals[pick(signals.length)];
      if (target) target.value = pick(6);
    };
    for (let step = 0; step < 30; step++) {
      if (pick(3) === 0) batch(() => [change(), change(), change()]);
      else change();
      note(ran.splice(0).sort());
      if (pick(8) === 0) ends[pick(ends.length)]?.();
      if (pick(4) === 0) note(all.map(({ value }) => value));
    }
  });
});
