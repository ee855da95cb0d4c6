const kilobyte = 1024;

/**
 * Returns a size such as `412 kB` in the reader's language: at least 1, and megabytes below ten
 * with one decimal.
 */
export function fileSize(bytes: number, locale: string): string {
  const megabytes = bytes / kilobyte ** 2;
  const isLarge = megabytes >= 1;
  return (isLarge ? megabytes : Math.ceil(bytes / kilobyte)).toLocaleString(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: megabytes < 10 ? 1 : 0,
  });
}
