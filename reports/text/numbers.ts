const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const nbsp = '\u00a0';

export function formatCount(value: number): string {
  return count.format(value);
}

/** "1 obligation", "2 obligations". */
export function plural(value: number, noun: string, nouns = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : nouns}`;
}

/** Milliseconds without their unit, in three significant digits or so; null: too few samples. */
export function formatMsNumber(ms: number | null): string {
  if (ms === null) return '–';
  if (ms < 1) return ms.toFixed(2);
  return ms < 10 ? ms.toFixed(1) : count.format(ms);
}

export function formatMs(ms: number | null): string {
  return ms === null ? '–' : `${formatMsNumber(ms)}${nbsp}ms`;
}

/** A share of 1 in percent. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : `${Number((share * 100).toPrecision(3))}${nbsp}%`;
}

/** A change as a share: "+21 %", "−4 %". */
export function formatChange(share: number): string {
  const percent = Math.round(share * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)}${nbsp}%`;
}

export function formatRate(perSecond: number): string {
  return `${perSecond < 10 ? perSecond.toFixed(1) : count.format(perSecond)}/s`;
}

/** "840 ms", "12.4 s", "3 min 20 s", "1 h 5 min". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)}${nbsp}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}${nbsp}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${nbsp}min ${seconds % 60}${nbsp}s`;
  return `${Math.floor(seconds / 3600)}${nbsp}h ${Math.floor((seconds % 3600) / 60)}${nbsp}min`;
}

/** "2025-05-04 09:42:00 UTC": one zone for all readers of one page. */
export function formatTime(dateTime: string): string {
  const date = new Date(dateTime);
  if (Number.isNaN(date.getTime())) return dateTime;
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Seconds since the start as "0:05", "12:40" or "1:02:00". */
export function formatClock(second: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(second / 60);
  if (minutes < 60) return `${minutes}:${pad(second % 60)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(second % 60)}`;
}
