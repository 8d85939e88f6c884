import { growth, table, whole } from './report';

/** Something that is measured at each size. */
export interface Quantity<Figures> {
  readonly name: string;
  readonly of: (figures: Figures) => number;
  readonly shown: (value: number) => string;
}

function rowOf<Figures>({ name, of, shown }: Quantity<Figures>, sizes: readonly number[], all: readonly Figures[]) {
  const values = all.map(of);
  const cells = values.flatMap((value, at) => {
    const before = values[at - 1];
    if (before === undefined) return [shown(value)];
    return [shown(value), before === 0 ? '–' : `× ${(value / before).toFixed(1)}`];
  });
  const power = growth(sizes, values);
  return [name, ...cells, Number.isFinite(power) ? power.toFixed(2) : '–'];
}

/** How quantities grow from one number of issues to the next, with the ratio of each step and the power overall. */
export function growthTable<Figures>(
  sizes: readonly number[],
  quantities: readonly Quantity<Figures>[],
  all: readonly Figures[],
): string {
  const [first, ...others] = sizes.map((issues) => `${whole(issues)} issues`);
  const columns = ['', first ?? '', ...others.flatMap((size) => [size, '']), 'power'];
  const rows = quantities.map((quantity) => rowOf(quantity, sizes, all));
  return table(columns, rows);
}
