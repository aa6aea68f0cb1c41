import { type Figure, isMet, ratioOf, type Row, type Target } from './row.ts';

const headings = ['what', 'measured', 'floor', 'ratio', 'target', ''];

/** The table as people read it; below each line what the floor is, and its notes. */
export function table(rows: readonly Row[]): string {
  const lines = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  );
  const print = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  const rule = '-'.repeat(print(headings.map((_, column) => '-'.repeat(widths[column]!))).length);
  const body = rows.map((row, index) => [print(lines[index + 1]!), ...below(row)].join('\n'));
  return [print(headings), rule, ...body, rule, summary(rows)].join('\n');
}

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row);
  return [
    row.what,
    figure(row.measured),
    row.floor === undefined ? '' : figure(row.floor),
    ratio === undefined ? '' : short(ratio),
    row.target === undefined ? '' : bound(row.target, row.measured.unit),
    verdict(row),
  ];
}

function below({ floor, notes = [] }: Row): string[] {
  const named = floor === undefined ? [] : [`floor: ${floor.name}`];
  return [...named, ...notes].map((line) => `    ${line}`);
}

function bound(target: Target, unit: string): string {
  const value = 'atMost' in target ? target.atMost : target.atLeast;
  const sign = 'atMost' in target ? '<=' : '>=';
  return target.of === 'ratio' ? `ratio ${sign} ${value}` : `${sign} ${figure({ value, unit })}`;
}

function verdict(row: Row): string {
  const met = isMet(row);
  return met === undefined ? '' : met ? 'met' : 'MISSED';
}

function summary(rows: readonly Row[]): string {
  const aimed = rows.filter((row) => row.target !== undefined);
  const missed = aimed.filter((row) => !isMet(row));
  const names = missed.map((row) => `\n  MISSED: ${row.what}`).join('');
  return `${aimed.length - missed.length} of ${aimed.length} targets met${names}`;
}

function figure({ value, unit }: Figure): string {
  const text = Number.isInteger(value) ? value.toLocaleString('en') : short(value);
  return unit === '' ? text : `${text} ${unit}`;
}

/** Three digits that count, and all of those before the point. */
function short(value: number): string {
  return Math.abs(value) < 1_000
    ? value.toPrecision(3)
    : value.toLocaleString('en', { maximumFractionDigits: 0 });
}
