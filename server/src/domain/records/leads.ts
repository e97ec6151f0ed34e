import type {Capture, CaptureKind} from '../../../../src/contract/index.js';

/** What one call has left of a visitor (§6.2): the last value of each kind. */
export interface Lead extends Record<CaptureKind, string | null> {
  sessionId: string;
  widgetId: string;
  /** Where the call began; empty once it was erased. */
  pageUrl: string;
  /** When the call began, RFC 3339. */
  at: string;
}

/** Leads, rolled up by call. */
export interface LeadStore {
  /** Newest call first. */
  list(limit: number): Promise<Lead[]>;
}

/** @param captures - Of the call, oldest first. */
export function leadOf(
  call: Pick<Lead, 'sessionId' | 'widgetId' | 'pageUrl' | 'at'>,
  captures: readonly Capture[],
): Lead {
  const last = (kind: CaptureKind) =>
    captures.findLast(capture => capture.kind === kind)?.value ?? null;
  return {...call, name: last('name'), email: last('email'), phone: last('phone')};
}

const COLUMNS = ['at', 'name', 'email', 'phone', 'pageUrl', 'sessionId'] as const;

/** Leads as CSV after RFC 4180, with a line of headings. */
export function leadsAsCsv(leads: readonly Lead[]): string {
  const rows = leads.map(lead => COLUMNS.map(column => cell(lead[column] ?? '')));
  return [COLUMNS.map(cell), ...rows].map(row => `${row.join(',')}\r\n`).join('');
}

/** What a spreadsheet would run as a formula is a text there: visitors fill these in. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) && !/^\+\d+$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
