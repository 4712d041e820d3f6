// The progress of a filter, as one line of a terminal: how far, how fast, how long still.
import type { Tally } from "./tally.ts";

/** What a line of progress is made from. */
export interface Progress {
  readonly tally: Tally;
  /** Bytes read so far, and of how many; null when nobody knows. */
  readonly read: number;
  readonly size: number | null;
  readonly seconds: number;
}

const BAR = 20;

/** `[=====>    ]  42 %  812,331 lines  3 refused  120 MB/s  0:12 left`. */
export function progressLine({ tally, read, size, seconds }: Progress): string {
  const part = size === null || size === 0 ? null : Math.min(1, read / size);
  const rate = seconds > 0 ? read / seconds : 0;
  const bar =
    part === null ? [] : [`[${"=".repeat(Math.floor(part * BAR)).padEnd(BAR)}]`, `${String(Math.floor(part * 100)).padStart(3)} %`];
  const left = part === null || size === null || rate === 0 ? [] : [`${clock((size - read) / rate)} left`];
  return [...bar, `${count(tally.lines)} lines`, `${count(tally.refused)} refused`, `${(rate / 1e6).toFixed(1)} MB/s`, ...left].join("  ");
}

/** Minutes and seconds, or hours too: `0:12`, `1:02:03`. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** A number with its thousands apart. */
export const count = (number: number): string => number.toLocaleString("en-GB");
