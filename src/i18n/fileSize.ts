const kilobyte = 1024;

/** `412 kB`, in the reader's language: at least one, and megabytes with one decimal below ten. */
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
