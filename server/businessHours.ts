/** When a team works: minutes of the day from midnight, `[from, to)`, by day of the week. */
export interface BusinessHours {
  /** IANA name, such as `Europe/Madrid`. */
  time_zone: string;
  /** Monday first; a day may have none or several, in order. */
  week: readonly (readonly (readonly [from: number, to: number])[])[];
  /** Days off, `2026-12-25`. */
  holidays: readonly string[];
}
