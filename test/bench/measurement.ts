/** One line of the table. `ratio` is what the target is about where there is one. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | '/s';
  /** What it is measured against, in the same run. */
  readonly against?: { readonly what: string; readonly value: number };
  /** Not more than this, in the unit; or, as a ratio, than so many times what it is measured against. */
  readonly target?: { readonly most: number } | { readonly times: number };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function p95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function ratioOf({ value, against }: Measurement): number | null {
  return against === undefined ? null : value / against.value;
}

/** Whether it is as it should be; `null` where nothing was promised. */
export function meets(measurement: Measurement): boolean | null {
  const { target, value } = measurement;
  if (target === undefined) return null;
  return 'most' in target ? value <= target.most : (ratioOf(measurement) ?? Number.NaN) <= target.times;
}

/** The measurements as a table of text. */
export function asTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((one) => {
    const ratio = ratioOf(one);
    const met = meets(one);
    return [
      one.what,
      `${figure(one.value)} ${one.unit}`,
      one.against === undefined ? '' : `${one.against.what}: ${figure(one.against.value)} ${one.unit}`,
      ratio === null ? '' : `${ratio.toFixed(2)} ×`,
      one.target === undefined ? '' : 'most' in one.target ? `≤ ${one.target.most} ${one.unit}` : `≤ ${Number(one.target.times.toFixed(3))} ×`,
      met === null ? '' : met ? 'met' : 'not met',
    ];
  });
  const titles = ['what', 'measured', 'against', 'ratio', 'target', ''];
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [line(titles), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
