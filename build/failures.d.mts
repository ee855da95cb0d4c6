export function failuresIn(report: string | undefined): string;
export function countOf(
  report: string | undefined,
  code: number,
): { passed: number; failed: number };
